"""Moments that dates settle to, and where a narrative stands among them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventx import Date, Span, by_value, swift

DUMMY_YEAR = 2001  # stands for an unknown year in sums of days; no leap year, as the year is most likely none
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
# how much less likely than forward in the same year: the next year, back in the same year, the year before
_WEIGHTS = {1: 1.15, 0: 1.25, -1: 6.0}
_HALF = 6  # months that a day lies at most from an anniversary kept around it
_FAR = 15  # years behind which a year in mid-sentence is an outlook
_NUMBERED = 160  # characters in which the number of an anniversary stands before its years
_BEFORE = 40  # characters in which the bracket of a date opens at most
_INSIDE = 4  # characters between that bracket and a date alone in it: "(on 5 May)"


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Moment:
    """A settled date as numbers, as far as it goes."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, in a dummy year if the year is not known."""
        if self.month is None or self.day is None:
            return None
        return day_of(self.year or DUMMY_YEAR, self.month, self.day)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return a day, or None if there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def first_month(month: int) -> int:
    """Return the first month of a month, season, quarter or half-year."""
    return _FIRST_MONTH.get(month, month)


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Standing:
    """What a date leaves to those that lean on it, as far as its value alone tells.

    Args:
        end: its end.
        a_day: whether it is one day.
        stand: where a narrative stands behind it: at its end, or where years told together begin.
        since: the first of years told together.
        age: the first year of a decade or century.
        quarter: the first month of the quarter that it is.

    """

    end: Moment
    a_day: bool = False
    stand: Moment
    since: int | None = None
    age: Moment | None = None
    quarter: Moment | None = None

    def holds(self, anchor: Moment) -> bool:
        """Tell whether another date lies among the years told together."""
        if self.since is None or anchor.year is None or self.end.year is None:
            return False
        return self.since <= anchor.year <= self.end.year


@lru_cache(maxsize=4096)
def standing(edtf: str) -> Standing:
    """Return what a date of some value leaves to those that lean on it."""
    date = Date(edtf)
    start, last = date.ends
    parts = last or start
    if parts is None:
        return Standing(end=Moment(None), stand=Moment(None))
    month = parts.month if parts.month and parts.month <= 12 else None
    end = stand = Moment(parts.year, month, parts.day)
    a_day = parts.day is not None and (date.grain == "day" or not _is_week(date))
    since = None
    if start and start.year is not None and parts.year is not None and month is None and start.year < parts.year:
        since = start.year
        stand = Moment(since)
    elif last and last.month:
        stand = Moment(parts.year, first_month(last.month), parts.day)
    age = Moment((start.first_year or 0) + 1) if start and parts.year is None and start.grain in ("decade", "century") else None
    return Standing(end=end, a_day=a_day, stand=stand, since=since, age=age, quarter=_quarter_of(edtf))


def _quarter_of(edtf: str) -> Moment | None:
    """Return the first month of the quarter that a date is."""
    if "/" in edtf or edtf[5:7] not in ("33", "34", "35", "36"):
        return None
    return Moment(int(edtf[:4]), first_month(int(edtf[5:7]))) if edtf[:4].isdigit() else None


def _is_week(date: Date) -> bool:
    """Tell whether days on end are a week or weekend: "the next day" does not count from its end."""
    first, last = date.earliest, date.latest
    return first is None or last is None or (first.isoweekday() in (1, 6) and last.isoweekday() == 7)


def same_month(one: Moment, other: Moment) -> bool:
    """Tell whether two moments lie in one month."""
    return (one.year, one.month) == (other.year, other.month)


@lru_cache(maxsize=1)
def _numbers() -> re.Pattern[str]:
    """Return the pattern of a whole number: 50th, 50 năm."""
    return re.compile(r"(?<!\d)\d{1,3}(?!\d)")


@lru_cache(maxsize=1)
def _until_year() -> re.Pattern[str]:
    """Return the pattern of the year in which an anniversary of the day before it falls: 25/10/1973-2023."""
    return re.compile(r"\s?[-–]\s?(\d{4})(?!\d)")


def jubilee(text: str, span: Span, date: Date) -> Date | None:
    """Return the anniversary that a stretch of years runs up to, where its number stands before: "50 năm … (1973-2023)"."""
    start, last = date.ends
    if start is None or start.year is None or last is None or last.year is None:
        return None
    match = None
    if start.year == last.year:
        behind = text[span.end : span.end + 2]
        match = _until_year().match(text, span.end) if "-" in behind or "–" in behind else None
        if match is None:
            return None
    year = int(match[1]) if match else last.year
    number, before = str(year - start.year), max(span.start - _NUMBERED, 0)
    if year == start.year or text.find(number, before, span.start) < 0:
        return None
    if number not in _numbers().findall(text, before, span.start):
        return None
    return Date(f"{year:04}{date.edtf[4:]}" if match else date.edtf.rpartition("/")[2])


def around(moment: Moment, month: int) -> int | None:
    """Return the year in which a month lies nearest to a moment, on either side."""
    if moment.year is None or moment.month is None:
        return moment.year
    months = month - moment.month
    return moment.year + (1 if months < -_HALF else -1 if months > _HALF else 0)


# the National Day (September 2) · the anniversary of the victory (May 7, 1954-2024); not "on Friday (October 13)"
def glosses(text: str, dates: Sequence[Span]) -> frozenset[Span]:
    """Return the dates, of those of a text in order, that only say in brackets when something named before them is."""
    ends = [0, *(date.end for date in dates)]
    found: list[Span] = []
    for date, told in zip(dates, ends, strict=False):
        bracket = text.rfind("(", max(date.start - _INSIDE, 0), date.start)
        if bracket > told and text[told:bracket].strip():
            found.append(date)
    return frozenset(found)


def nearest_year(previous: Moment, month: int, day: int | None) -> int:
    """Return the year in which a month lies nearest to the date told before: time runs on, the year rather stays."""
    year = previous.year or 1
    if previous.month is None:
        return year
    here = previous.month * 31 + (previous.day or (day or 15))
    there = month * 31 + (day or previous.day or 15)
    ways = {year: there - here, year + 1: there - here + 372, year - 1: there - here - 372}
    return min(ways, key=lambda y: abs(ways[y]) * (_WEIGHTS[y - year] if y != year or ways[y] < 0 else 1))


def aside(text: str, span: Span, date: Date, anchor: Moment | None) -> bool:
    """Tell whether a date is told by the way: in brackets, or a bare year in mid-sentence that leads away from the tale.

    "He attacked on May 3, 1864, a graduate of the class of 1846. On May 5 …": the narrative still stands in 1864.
    """
    if anchor is None or anchor.year is None or anchor.month is None:
        return False
    if date.grain not in ("year", "decade", "century", "interval"):
        return False
    start = date.ends[0]
    if start is None or start.year is None or start.month is not None:
        return False
    before = text[max(span.start - _BEFORE, 0) : span.start]
    if "(" in before and ")" not in before[before.rfind("(") :]:
        return True
    if _opens(before):
        return False
    # "a plan for 2026-2030"
    return start.year < anchor.year or start.year > anchor.year + _FAR or (date.grain == "interval" and start.year > anchor.year)


def _opens(before: str) -> bool:
    """Tell whether a sentence opens right before a date: at most two words stand between ("By late 1850")."""
    cut = max(before.rfind(mark) for mark in ".!?\n")
    return (cut >= 0 or len(before) < _BEFORE) and len(before[cut + 1 :].split()) <= 2
