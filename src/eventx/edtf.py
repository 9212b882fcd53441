"""Dates as EDTF values (ISO 8601-2:2019), partial ones included.

Supported: years (``2022``; ``-0043`` is 44 BC), months, days, unsettled digits (``XXXX-09-25``, ``199X``, ``19XX``), seasons
(``2022-21`` spring … ``2022-24`` winter), quarters (``2022-33`` … ``2022-36``), half-years (``2022-40``, ``2022-41``), qualifiers
(``~`` approximate, ``?`` uncertain, ``%`` both), intervals ``a/b`` with open (``..``) or unknown (empty) ends.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal

import attrs

from eventx.records import swift

Grain = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century", "interval"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening", "night"]
Calendar = Literal["gregorian", "lunar"]
Modifier = Literal["early", "mid", "late"]

# 2022 | 2022-10 | 2022-10-05 | XXXX-09-25 | 199X | 19XX | 2022-21 | each with ~ ? % behind it
_SIMPLE = re.compile(r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[~?%]?)")
_SEASONS = range(21, 25)
_QUARTERS = range(33, 37)
_HALVES = range(40, 42)
_DAYS_IN_LEAP_YEAR = 2000
_TIMEX3_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}
_TIMEX3_PARTS = {"morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


@attrs.frozen
class Parts:
    """One end of a date taken apart: digits as numbers, ``None`` where unsettled or absent."""

    year: int | None
    month: int | None
    day: int | None
    grain: Grain
    mark: str
    first_year: int | None
    last_year: int | None


def _years(text: str) -> tuple[int | None, int | None]:
    """Return the first and last year that four digits with X may stand for."""
    if text == "XXXX":
        return None, None
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _grain(year: str, month: str | None, day: str | None) -> Grain:
    """Return the finest grain that the digits settle."""
    if month is None:
        if year.endswith("XX") and year != "XXXX":
            return "century"
        return "decade" if year.endswith("X") and year != "XXXX" else "year"
    if month != "XX" and int(month) in _SEASONS:
        return "season"
    if month != "XX" and int(month) in _QUARTERS:
        return "quarter"
    if month != "XX" and int(month) in _HALVES:
        return "half"
    return "month" if day is None else "day"


@lru_cache(maxsize=4096)
def _parse_simple(text: str) -> Parts:
    """Return the parts of one end of a date, or raise ValueError naming the value."""
    match = _SIMPLE.fullmatch(text)
    if match is None:
        message = f"Date.edtf: {text!r} is not an EDTF date; write e.g. 2022-09-05, 2022-10, XXXX-09-25"
        raise ValueError(message)
    year, month, day = match["year"], match["month"], match["day"]
    first, last = _years(year)
    grain = _grain(year, month, day)
    number = None if month in (None, "XX") else int(month)
    date = None if day in (None, "XX") else int(day)
    if number is not None and grain in ("month", "day") and not 1 <= number <= 12:
        message = f"Date.edtf: {text!r} has month {month}; months run from 01 to 12, seasons 21-24, quarters 33-36, halves 40-41"
        raise ValueError(message)
    if date is not None:
        settled = first if first == last and first and first > 0 else _DAYS_IN_LEAP_YEAR
        length = calendar.monthrange(settled, number or 1)[1]
        if not 1 <= date <= length:
            message = f"Date.edtf: {text!r} has day {day}; that month has {length} days"
            raise ValueError(message)
    return Parts(first if first == last else None, number, date, grain, match["mark"], first, last)


def _months(parts: Parts) -> tuple[int, int]:
    """Return the first and last month that a date with a settled year covers."""
    month = parts.month
    if month is None:
        return 1, 12
    if parts.grain == "season":
        # EDTF seasons name no months; the northern convention: spring is March to May, winter December to February.
        start = (month - 21) * 3 + 3
        return start, start + 2
    if parts.grain == "quarter":
        start = (month - 33) * 3 + 1
        return start, start + 2
    if parts.grain == "half":
        start = (month - 40) * 6 + 1
        return start, start + 5
    return month, month


def _bounds(parts: Parts) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day a date may mean; ``None`` where no year is settled."""
    if parts.first_year is None or parts.last_year is None or parts.first_year < 1:
        return None, None
    start, end = _months(parts)
    end_year = parts.last_year
    if end > 12:
        end, end_year = end - 12, end_year + 1
    if parts.day is not None and parts.month is not None and parts.year is not None:
        day = dt.date(parts.year, start, parts.day)
        return day, day
    return dt.date(parts.first_year, start, 1), dt.date(end_year, end, calendar.monthrange(end_year, end)[1])


def _valid_edtf(_instance: object, _attribute: object, value: str) -> None:
    """Reject what is not EDTF, and intervals that end before they start."""
    ends = value.split("/")
    if len(ends) > 2 or not any(end not in ("", "..") for end in ends):
        message = f"Date.edtf: {value!r} is neither a date nor an interval start/end"
        raise ValueError(message)
    parts = [_parse_simple(end) for end in ends if end not in ("", "..")]
    if len(parts) == 2:
        start, end = _bounds(parts[0])[0], _bounds(parts[1])[1]
        if start and end and start > end:
            message = f"Date.edtf: interval {value!r} ends before it starts"
            raise ValueError(message)


@lru_cache(maxsize=4096)
def _parse_ends(text: str) -> tuple[Parts | None, Parts | None]:
    """Return the parts of both ends of a date or interval, kept because the merger asks for them time and again."""
    first, _, last = text.partition("/")
    start = None if first in ("", "..") else _parse_simple(first)
    if "/" not in text:
        return start, start
    return start, None if last in ("", "..") else _parse_simple(last)


@lru_cache(maxsize=4096)
def _earliest_and_latest(text: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that a date or interval may mean."""
    start, end = _parse_ends(text)
    return _bounds(start)[0] if start else None, _bounds(end)[1] if end else None


@lru_cache(maxsize=4096)
def _grain_of(text: str) -> Grain:
    """Return the grain of a date, or that it is an interval."""
    start = None if "/" in text else _parse_ends(text)[0]
    return start.grain if start else "interval"


@swift
@attrs.frozen
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
        calendar: ``lunar`` for Vietnamese lunar dates, which are never silently read as solar.

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
        """The first day the value may mean; ``None`` if open or without a settled year."""
        return _earliest_and_latest(self.edtf)[0]

    @property
    def latest(self) -> dt.date | None:
        """The last day the value may mean; ``None`` if open or without a settled year."""
        return _earliest_and_latest(self.edtf)[1]

    @property
    def grain(self) -> Grain:
        """The grain: ``day``, ``month``, ``year`` …, or ``interval``."""
        return _grain_of(self.edtf)

    def to_timex3(self) -> str:
        """Return the ``value`` of a TIMEX3 tag: ``2022-09-05TAF``, ``2022-W36``, ``2022-Q3``, ``2022-SU``, ``199``.

        Weeks and weekends, which are intervals in EDTF, get their TIMEX3 forms; any other interval is ``start/end``. What
        TIMEX3 says in ``mod`` is in `modifier` and, for approximate dates, in the mark of `ends`.
        """
        if "/" in self.edtf:
            return _timex3_interval(self)
        value = _timex3(self.edtf)
        return value + _TIMEX3_PARTS[self.part_of_day] if self.part_of_day and self.grain == "day" else value

    def contains(self, other: Date) -> bool:
        """Tell whether `other` may lie inside this date; unsettled years are compared by month and day."""
        if self.edtf == other.edtf:
            return True
        mine, theirs = _earliest_and_latest(self.edtf), _earliest_and_latest(other.edtf)
        if mine[0] and mine[1] and theirs[0] and theirs[1]:
            return mine[0] <= theirs[0] and theirs[1] <= mine[1]
        return _contains_without_year(self, other)


def _timex3(text: str) -> str:
    """Return the TIMEX3 value of a plain date."""
    parts, plain = _parse_simple(text), text.rstrip("~?%")
    if parts.grain in ("decade", "century"):
        return plain.rstrip("X")
    if parts.year is not None and parts.year < 1:
        return f"BC{1 - parts.year:04}" + plain.lstrip("-")[4:]
    named = _TIMEX3_NAMES.get(parts.month or 0)
    return f"{plain[:4]}-{named}" if named else plain


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
