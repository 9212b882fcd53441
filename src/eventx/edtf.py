"""Dates as EDTF values (ISO 8601-2:2019), partial ones included.

Supported: years (``2022``; ``-0043`` is 44 BC), months, days, unsettled digits (``XXXX-09-25``, ``199X``, ``19XX``), seasons
(``2022-21`` spring … ``2022-24`` winter), quarters (``2022-33`` … ``2022-36``), half-years (``2022-40``, ``2022-41``), qualifiers
(``~`` approximate, ``?`` uncertain, ``%`` both), intervals ``a/b`` with open (``..``) or unknown (empty) ends.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

import attrs

from eventx.comparing import by_value
from eventx.edtf_parts import Grain, Parts, bounds, parse_simple
from eventx.lunar import solar_days
from eventx.records import swift

PartOfDay = Literal["morning", "noon", "afternoon", "evening", "night"]
Calendar = Literal["gregorian", "lunar"]
Modifier = Literal["early", "mid", "late"]

_TIMEX3_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}
_TIMEX3_PARTS = {"morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def _valid_edtf(_instance: object, _attribute: object, value: str) -> None:
    """Reject what is not EDTF, and intervals that end before they start."""
    ends = value.split("/")
    if len(ends) > 2 or not any(end not in ("", "..") for end in ends):
        message = f"Date.edtf: {value!r} is neither a date nor an interval start/end"
        raise ValueError(message)
    parts = [parse_simple(end) for end in ends if end not in ("", "..")]
    if len(parts) == 2:
        start, end = bounds(parts[0])[0], bounds(parts[1])[1]
        if start and end and start > end:
            message = f"Date.edtf: interval {value!r} ends before it starts"
            raise ValueError(message)


@lru_cache(maxsize=4096)
def _parse_ends(text: str) -> tuple[Parts | None, Parts | None]:
    """Return the parts of both ends of a date or interval, kept because the merger asks for them time and again."""
    first, _, last = text.partition("/")
    start = None if first in ("", "..") else parse_simple(first)
    if "/" not in text:
        return start, start
    return start, None if last in ("", "..") else parse_simple(last)


@lru_cache(maxsize=4096)
def _earliest_and_latest(text: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that a date or interval may mean."""
    start, end = _parse_ends(text)
    return bounds(start)[0] if start else None, bounds(end)[1] if end else None


@lru_cache(maxsize=256)
def _lunar_earliest_and_latest(text: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last solar day that a date or interval of the lunar calendar may be."""
    start, end = _parse_ends(text)
    return _lunar_bounds(start)[0] if start else None, _lunar_bounds(end)[1] if end else None


def _lunar_bounds(parts: Parts) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last solar day that one end of a lunar date may be."""
    month = parts.month if parts.grain in ("month", "day") else None
    return solar_days((parts.first_year, parts.last_year), month, parts.day)


@lru_cache(maxsize=4096)
def _grain_of(text: str) -> Grain:
    """Return the grain of a date, or that it is an interval."""
    start = None if "/" in text else _parse_ends(text)[0]
    return start.grain if start else "interval"


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Date:
    """A date as EDTF, never finer or surer than the text.

    Args:
        edtf: the value, e.g. ``2022-09-05``, ``2022-10``, ``XXXX-09-25``, ``2023-05-15/2023-05-24``.
        certainty: ``stated`` if the text settles every digit, ``implied`` if some digit was settled otherwise.
        settled: how each part that the phrase itself leaves open was settled: pairs such as
            ``("year", "publication")``; sources are ``publication``, ``previous``, ``interval``, and ``name`` where the date is
            a name ("9/11").
        part_of_day: kept where the text gives one ("chiều 27/4").
        modifier: ``early``, ``mid`` or ``late`` where the text says so ("late October"), which EDTF cannot.
        calendar: ``lunar`` for Vietnamese lunar dates, whose value names year, month and day of the lunar calendar; they are
            never read as solar.

    """

    edtf: str = attrs.field(validator=_valid_edtf)
    certainty: Literal["stated", "implied"] = attrs.field(default="stated", kw_only=True)
    settled: tuple[tuple[str, str], ...] = attrs.field(default=(), kw_only=True)
    part_of_day: PartOfDay | None = attrs.field(default=None, kw_only=True)
    calendar: Calendar = attrs.field(default="gregorian", kw_only=True)
    modifier: Modifier | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        """Return the EDTF value."""
        return self.edtf

    @property
    def ends(self) -> tuple[Parts | None, Parts | None]:
        """The two ends taken apart (the same one twice for a plain date; ``None`` for an open end)."""
        return _parse_ends(self.edtf)

    @property
    def earliest(self) -> dt.date | None:
        """The first day the value may mean; ``None`` if open or without a settled year.

        Of a lunar date the first solar day that it may be: about a month lies between that and `latest`.
        """
        return (_earliest_and_latest if self.calendar == "gregorian" else _lunar_earliest_and_latest)(self.edtf)[0]

    @property
    def latest(self) -> dt.date | None:
        """The last day the value may mean; ``None`` if open or without a settled year."""
        return (_earliest_and_latest if self.calendar == "gregorian" else _lunar_earliest_and_latest)(self.edtf)[1]

    @property
    def told(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and last day by the calendar the date is told in: `earliest` and `latest`, but for lunar dates.

        What is lunar here is named as if it were solar, so it can be compared with other lunar dates only.
        """
        return _earliest_and_latest(self.edtf)

    @property
    def grain(self) -> Grain:
        """The grain: ``day``, ``month``, ``year`` …, or ``interval``."""
        return _grain_of(self.edtf)

    def to_timex3(self) -> str:
        """Return the ``value`` of a TIMEX3 tag: ``2022-09-05TAF``, ``2022-W36``, ``2022-Q3``, ``2022-SU``, ``199``.

        Weeks and weekends, which are intervals in EDTF, get their TIMEX3 forms; any other interval is ``start/end``. What
        TIMEX3 says in ``mod`` is in `modifier` and, for approximate dates, in the mark of `ends`. It knows no lunar calendar: of
        a lunar date stands the solar year, if that is sure, and X for what is not (``2022-XX-XX``).
        """
        if self.calendar == "lunar":
            return _timex3_lunar(self)
        if "/" in self.edtf:
            return _timex3_interval(self)
        value = _timex3(self.edtf)
        return value + _TIMEX3_PARTS[self.part_of_day] if self.part_of_day and self.grain == "day" else value

    def contains(self, other: Date) -> bool:
        """Tell whether `other` may lie inside this date; unsettled years are compared by month and day.

        Of a lunar and a solar date, the solar days that they may be are compared; without a year, neither is in the other.
        """
        if self.calendar != other.calendar:
            first, last, from_, to = self.earliest, self.latest, other.earliest, other.latest
            return bool(first and last and from_ and to) and first <= from_ and to <= last  # type: ignore[operator]
        if self.edtf == other.edtf:
            return True
        mine, theirs = self.told, other.told
        if mine[0] and mine[1] and theirs[0] and theirs[1]:
            return mine[0] <= theirs[0] and theirs[1] <= mine[1]
        return _contains_without_year(self, other)


def shown(date: Date) -> str:
    """Return a date as people and spreadsheets are shown it: its value, and that it is lunar where it is."""
    return date.edtf if date.calendar == "gregorian" else f"{date.edtf} ({date.calendar})"


def _timex3(text: str) -> str:
    """Return the TIMEX3 value of a plain date."""
    parts, plain = parse_simple(text), text.rstrip("~?%")
    if parts.grain in ("decade", "century"):
        return plain.rstrip("X")
    if parts.year is not None and parts.year < 1:
        return f"BC{1 - parts.year:04}" + plain.lstrip("-")[4:]
    named = _TIMEX3_NAMES.get(parts.month or 0)
    return f"{plain[:4]}-{named}" if named else plain


def _timex3_lunar(date: Date) -> str:
    """Return the TIMEX3 value of a lunar date: no more than is sure of the solar one."""
    first, last = date.earliest, date.latest
    year = f"{first.year:04}" if first and last and first.year == last.year else "XXXX"
    value = {"day": f"{year}-XX-XX", "month": f"{year}-XX"}.get(date.grain, year)
    return value + _TIMEX3_PARTS[date.part_of_day] if date.part_of_day and date.grain == "day" else value


def _timex3_interval(date: Date) -> str:
    """Return the TIMEX3 value of an interval; a week from Monday to Sunday and a weekend have names."""
    start, end = date.ends
    first, last = date.earliest, date.latest
    if first and last and start and end and start.day and end.day:
        year, week, weekday = first.isocalendar()
        length = (last - first).days
        if weekday == 1 and length == 6:
            return f"{year}-W{week:02}"
        if weekday == 6 and length == 1:
            return f"{year}-W{week:02}-WE"
    return "/".join(end if end in ("", "..") else _timex3(end) for end in date.edtf.split("/"))


def _contains_without_year(outer: Date, inner: Date) -> bool:
    """Tell by month and day whether one date contains another, where at least one of them has no settled year."""
    start, end = outer.ends
    first, last = inner.ends
    if start is None or end is None or first is None or last is None:
        return False
    if start.month is None or first.month is None:
        return False
    low = (start.month, start.day or 1)
    high = (end.month or start.month, end.day or 31)
    return low <= (first.month, first.day or 1) and (last.month or first.month, last.day or first.day or 31) <= high
