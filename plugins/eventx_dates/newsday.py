"""Weekdays under a dateline without a year: which weekday its day is, and which days the others are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from eventx import Span
from eventx_dates.moments import Moment, day_of
from eventx_dates.reading import Found, Reading
from eventx_dates.resolve import Answer, Context, settled_by, write

_WEEK = 7
_TODAY = ("day", 0)
_OLD = 2  # how many days before the day of a dateline what it heads may have been
_BESIDE = 16  # characters behind a day with its year in which its own weekday may stand
_YEARS = (2000, 2001)  # a leap year and one that is none: what is told of a day without a year holds in both


# LIMA, Aug. 12 - X met Y on *Monday*. … arrived on Sunday; not "on Monday … on Thursday"
def weekday_of_news(found: Sequence[Found], context: Context) -> int | None:
    """Return the weekday of a dateline's day: the last on which something has been, at most two days behind the others."""
    # "arrived on Sunday … met Y here *today*": where that is the day's name, weekdays are those of other days
    if context.day is None or any(isinstance(one.reading, Reading) and one.reading.shift == _TODAY for one in found):
        return None
    told = {one.reading.weekday for one in found if isinstance(one.reading, Reading) and _is_past(one.reading, one.span, context)}
    last = [day for day in told if day and all((day - other) % _WEEK <= _OLD for other in told if other)]
    return last[0] if len(last) == 1 else None


# SEOUL, March 23 (WNA) – X met Y on *Thursday*. … X and Y shake hands in Seoul on *March 23, 2023*
def day_with_year(found: Sequence[Found], day: Moment) -> Found | None:
    """Return the day of a dateline as it is told with its year, on a weekday that the text tells by itself; else ``None``."""
    told = [one for one in found if isinstance(one.reading, Reading) and _is_whole(one.reading, day)]
    years = {one.reading.year for one in told if isinstance(one.reading, Reading)}
    date = day_of(int(told[0].reading.year or 0), day.month or 0, day.day or 0) if len(years) == 1 else None  # type: ignore[union-attr] # a reading
    if date is None:
        return None
    # not "March 23, 2003, a Sunday"
    far = [one.reading for one in found if all(abs(one.span.start - whole.span.end) > _BESIDE for whole in told)]
    alone = any(isinstance(one, Reading) and _is_bare(one) and one.weekday == date.isoweekday() for one in far)
    return told[0] if alone else None


def _is_whole(reading: Reading, day: Moment) -> bool:
    """Tell whether a reading is a day of our calendar with its year in words."""
    same = (reading.month, reading.day) == (day.month, day.day) and reading.order is None
    return same and reading.year is not None and reading.year.isdigit() and not (reading.shift or reading.lunar or reading.offset)


def _is_past(reading: Reading, span: Span, context: Context) -> bool:
    """Tell whether a reading is a bare weekday of what has been."""
    return _is_bare(reading) and context.direction(span) not in ("future", "present")


def _is_bare(reading: Reading) -> bool:
    """Tell whether a reading says no more than a weekday."""
    other = reading.day or reading.month or reading.nth or reading.shift or reading.this or reading.base == "text"
    return reading.weekday is not None and not other and reading.toward in (None, "near")


def beside_news(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a bare weekday by the day of a dateline without a year: the nearest one before it, or behind it if it is to come."""
    day, weekday = context.day, context.newsday
    if day is None or weekday is None or not _is_bare(reading):
        return None
    back = (weekday - (reading.weekday or 1)) % _WEEK
    days = _WEEK - back if back and context.direction(span) in ("future", "present") else -back
    told = {_days_from(day, days, year) for year in _YEARS}
    # across the end of February or of the year it depends on the year
    return (next(iter(told)), settled_by("publication", "month", "day")) if len(told) == 1 and "" not in told else None


def _days_from(day: Moment, days: int, year: int) -> str:
    """Return the day so many days from another, of a year; nothing if it is in another one, or there is no such day."""
    try:
        other = dt.date(year, day.month or 0, day.day or 0) + dt.timedelta(days=days)
    except ValueError:
        return ""
    return write(None, other.month, other.day) if other.year == year else ""
