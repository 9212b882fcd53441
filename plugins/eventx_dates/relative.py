"""Dates so many units from a base: yesterday, last week, two years later, the first Monday of last month."""

from __future__ import annotations

import calendar
import datetime as dt

from eventx import Span, evolve
from eventx_dates.moments import Moment
from eventx_dates.reading import ANY_DAY, WEEK_OF, Reading
from eventx_dates.resolve import Answer, Context, Settled, settled_by, write

_FAR = 100_000  # units: further from the base than this nothing is told
_WEEK = 7
_APART = 250  # characters
_WINTER, _SPRING = 24, 3  # the winter, by its EDTF code, and the month in which it is over
_YEARS = {"year": 1, "decade": 10, "century": 100}


def _parts(unit: str) -> tuple[str, ...]:
    """Return the parts of a date that a unit leaves to its base to settle."""
    if unit in ("month", "quarter", "half"):
        return ("year", "month")
    return ("year",) if unit in _YEARS else ("year", "month", "day")


def _base(reading: Reading, context: Context, unit: str) -> tuple[Moment | None, str]:
    """Return what a relative date starts from, and the name of that source."""
    previous = context.last_year
    if unit in ("day", "week", "weekend"):
        previous = context.last_day
    elif unit in ("decade", "century"):
        previous = context.last_age or previous
    elif unit == "quarter":
        previous = context.last_quarter or context.last_month
    elif unit in ("month", "half"):
        previous = context.last_month
    today = context.today
    now = context.now
    if reading.this and now is None and unit == "year" and context.jubilee is not None:
        return context.jubilee, "previous"  # news of an anniversary: "this year" is that in which it is kept
    if reading.base == "publication" and (now or not context.narrative or unit == "day" or reading.this):
        return now, "publication"  # "today the fort is a museum" is no day of the tale
    if today and reading.base == "story" and not (previous and previous.year and today.year - previous.year > 1):
        return now, "publication"
    if now and previous and reading.shift == ("day", 0) and reading.base == "text" and not _lately(previous, now):
        return now, "publication"
    if reading.base == "told":
        return previous, "previous"
    return (previous, "previous") if previous else (now, "publication")


def _reported(context: Context) -> tuple[Moment | None, str]:
    """Return the quarter that a report of business tells of: the one last spoken of, or the last that is over."""
    if context.last_quarter:
        return context.last_quarter, "previous"
    now = context.now
    if now is None or now.year is None or now.month is None:
        return None, "publication"
    year, month = (now.year, now.month - 3) if now.month > 3 else (now.year - 1, now.month + 9)
    return Moment(year, month), "publication"


def _far_back(context: Context, span: Span) -> bool:
    """Tell whether the year last spoken of was told far before and is long ago: "a year earlier" hardly counts from it."""
    year, today = context.last_year, context.today
    if today is None or year is None or year.year is None:
        return False
    return year.year < today.year - 1 and span.start - context.year_at > _APART


def _lately(previous: Moment, now: Moment) -> bool:
    """Tell whether the day last spoken of may be the day that the text's "today" means."""
    if previous.date is None or now.date is None or previous.year is None:
        return False
    return 0 <= (now.date - previous.date).days <= _WEEK


def shifted(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a date so many units from its base; the parts it states itself stand inside that unit."""
    if reading.shift is None:
        return None
    unit, amount = reading.shift
    base, source = _base(reading, context, unit)
    if unit == "quarter" and reading.base == "reported" and context.today is not None:
        base, source = _reported(context)
    if unit == "year" and reading.base == "text" and source == "previous" and _far_back(context, span):
        base, source = context.now, "publication"
    if base is None or abs(amount) > _FAR:
        # "on 4 January of this year": of which year nothing tells
        plain = unit == "year" and base is None and reading.nth is None and reading.month is not None and reading.month <= 12
        return (write(None, reading.month, reading.day), ()) if plain else None
    settled = settled_by(source, *_parts(unit))
    if unit in ("day", "week", "weekend"):
        if unit == "weekend" and amount == 0 and reading.this and context.direction(span) == "past" and _workday(base):
            amount = -1  # "won over the weekend", told on Monday
        return _days(reading, base, unit, amount, settled)
    if unit == "month":
        return _months(reading, base, amount, settled)
    return _years(reading, base, unit, amount, settled)


def _workday(base: Moment) -> bool:
    """Tell whether the base is a day from Monday to Friday."""
    return base.date is not None and base.date.isoweekday() < 6


def _days(reading: Reading, base: Moment, unit: str, amount: int, settled: Settled) -> Answer:
    """Move by days or weeks; a weekday stands inside the week."""
    start = base.date
    if start is None:
        return None
    try:
        day = start + dt.timedelta(days=amount)
        if unit != "day":
            day = start + dt.timedelta(days=7 * amount - start.weekday() + (reading.weekday or 1) - 1)
        if unit == "day" or reading.weekday is not None:
            if reading.year:  # "ngày này năm 1945"
                return write(reading.year, day.month, day.day), tuple(one for one in settled if one[0] != "year")
            return write(day.year if base.year else None, day.month, day.day), settled
        last = day + dt.timedelta(days=6)
    except OverflowError:
        return None
    if base.year is None:
        return None
    first = day + dt.timedelta(days=5) if unit == "weekend" else day
    return f"{first.isoformat()}/{last.isoformat()}", settled


def _months(reading: Reading, base: Moment, amount: int, settled: Settled) -> Answer:
    """Move by months; a day stands inside the month."""
    if base.month is None:
        return None
    year, month = divmod((base.year or 2001) * 12 + base.month - 1 + amount, 12)
    if not 0 < year < 10_000:
        return None
    if reading.nth is not None:
        return nth_of(reading, year, month + 1, settled) if base.year else None
    return write(reading.year or (year if base.year else None), month + 1, reading.day), settled


def _years(reading: Reading, base: Moment, unit: str, amount: int, settled: Settled) -> Answer:
    """Move by quarters, half-years, years, decades or centuries; a month or day stands inside the year."""
    if base.year is None or not 0 < base.year + amount * _YEARS.get(unit, 1) < 10_000:
        return None
    if unit == "year" and reading.nth is not None:
        return nth_of(reading, base.year + amount, reading.month, settled)
    if unit in _YEARS:
        if unit == "year":
            winter = reading.month == _WINTER and reading.base in ("previous", "told") and (base.month or 12) < _SPRING
            edtf = write(base.year + amount - winter, reading.month, reading.day)  # "that winter" began the year before
        else:
            edtf = f"{base.year // 10 + amount:03}X" if unit == "decade" else f"{(base.year - 1) // 100 + amount:02}XX"
        return edtf, settled
    if base.month is None:
        return None
    size, code = (4, 33) if unit == "quarter" else (2, 40)
    year, place = divmod(base.year * size + (base.month - 1) * size // 12 + amount, size)
    return write(year, code + place), settled


def nth(reading: Reading, whole: Answer) -> Answer:
    """Settle one of the weekdays or weeks of a month, or the week of a day, which `whole` is."""
    if whole is None or not whole[0][:4].isdigit():
        return None
    if reading.nth == WEEK_OF:
        return _week_of(whole)
    return nth_of(reading, int(whole[0][:4]), int(whole[0][5:7]), whole[1]) if len(whole[0]) == 7 else None


def nth_of(reading: Reading, year: int, month: int | None, settled: Settled) -> Answer:
    """Return one of the weekdays, weeks or days of a month of a settled year."""
    count = reading.nth or 1
    if month is None or not 1 <= month <= 12 or not 0 < year < 9999:
        return None
    length = calendar.monthrange(year, month)[1]
    if reading.weekday is None:
        edge = dt.date(year, month, 4 if count > 0 else length - 3)  # the first week has most of its days in the month
        monday = edge - dt.timedelta(days=edge.weekday()) + dt.timedelta(weeks=count - 1 if count > 0 else count + 1)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}", settled
    days = [day for day in range(1, length + 1) if reading.weekday in (ANY_DAY, dt.date(year, month, day).isoweekday())]
    if not -len(days) <= count <= len(days):
        return None
    return write(year, month, days[count - 1 if count > 0 else count]), settled


def _week_of(day: tuple[str, Settled]) -> Answer:
    """Return the week that holds a settled day."""
    try:
        date = dt.date.fromisoformat(day[0])
        monday = date - dt.timedelta(days=date.weekday())
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}", day[1]
    except (ValueError, OverflowError):
        return None


def without_nth(reading: Reading) -> Reading:
    """Return the month that a weekday, week or day counted in it stands in."""
    return evolve(reading, nth=None, weekday=None, day=None)
