"""Dates and intervals from readings in their context."""

from __future__ import annotations

import datetime as dt
from typing import Any

from eventx import Date, Span, evolve
from eventx_dates.bare_days import day_alone, weekday_alone
from eventx_dates.feasts import counted_from, feast
from eventx_dates.moments import day_of, first_month
from eventx_dates.reading import WEEK_OF, Interval, Reading
from eventx_dates.relative import nth, nth_of, shifted, without_nth
from eventx_dates.resolve import (
    Answer,
    Context,
    Settled,
    beside_told,
    make,
    settled_by,
    without_year,
    write,
)


def settle(reading: Reading | Interval, context: Context, span: Span) -> Date | None:
    """Return the date a reading means in its context; None if nothing settles what it leaves open."""
    try:
        if isinstance(reading, Interval):
            return _interval(reading, context, span)
        answer = _point(reading, context, span)
    except (OverflowError, ValueError):
        return None  # beyond the first or last year of the calendar
    return make(answer[0], answer[1], reading) if answer else None


def _point(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle one date, which may be counted from another."""
    if reading.if_future and (context.today is None or context.direction(span) not in ("future", "present")):
        return None
    if reading.offset is not None:
        return counted_from(_point(evolve(reading, offset=None), context, span), reading.offset)
    if reading.easter is not None:
        return feast(reading, context, span)
    return _plain(reading, context, span)


def _plain(reading: Reading, context: Context, span: Span) -> Answer:  # noqa: PLR0911 - one kind of date after the other
    """Settle a date of the calendar."""
    if reading.month is not None and reading.base == "previous" and reading.shift is None:
        return beside_told(reading, context)
    if reading.shift is not None:
        return shifted(reading, context, span)
    if reading.nth is not None:
        if reading.weekday is not None and reading.year is None and (answer := _nth_day(reading, context, span)):
            return answer
        whole = evolve(reading, nth=None) if reading.nth == WEEK_OF else without_nth(reading)
        return nth(reading, _point(whole, context, span))
    if reading.year is not None:
        settled = settled_by("name", "year") if reading.named else ()
        return write(reading.year, reading.month, reading.day), settled
    if reading.month is not None:
        return without_year(reading, context, span)
    if reading.day is not None:
        return day_alone(reading, context, span)
    return weekday_alone(reading, context, span) if reading.weekday is not None else None


def _nth_day(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a weekday counted in a month whose year is open, as the day of that month which it is: Thanksgiving."""
    if context.today is None or reading.month is None:
        return None
    here = nth_of(reading, context.today.year, reading.month, ())
    if here is None:
        return None
    day = min(int(here[0][8:]), 28)  # one that each year has
    known = without_year(evolve(reading, nth=None, weekday=None, day=day), context, span)
    return nth_of(reading, int(known[0][:4]), reading.month, known[1]) if known else None


def _interval(interval: Interval, context: Context, span: Span) -> Date | None:  # noqa: PLR0911 - one kind after the other
    """Settle an interval; what one end leaves open the other may say."""
    if interval.start is None or interval.end is None:
        return _open(interval, context, span)
    if interval.end.offset is not None:
        return _lasting(interval.start, interval.end.offset, context, span)
    if context.today is None and (days := _days_to_weekday(interval.start, interval.end)):
        return _lasting(evolve(interval.start, weekday=None), ("day", days), context, span)
    if interval.start.year and interval.end.year and interval.start.nth is None is interval.end.nth:
        return _stated(interval.start, interval.end)
    start, end, shared = _share(interval.start, interval.end)
    first = _running(start, end, context) or _point(start, context, span)
    last = _end(end, first[0], context, span) if first else None
    if first and last and _is_over(start, last[0], context, span):
        first = write(int(first[0][:4]) - 1, start.month), first[1]
        last = _end(end, first[0], context, span)
    if first is None or last is None:
        return None
    settled = tuple(dict.fromkeys((*first[1], *shared, *last[1])))
    left, right = first[0].split("/", maxsplit=1)[0], last[0].rsplit("/", maxsplit=1)[-1]
    if left == right:
        return make(left, settled, start)
    return make(f"{left}/{right}", settled, evolve(start, part=None, modifier=None))


def _stated(start: Reading, end: Reading) -> Date | None:
    """Return the interval between two dates that lack nothing."""
    left, right = write(start.year, start.month, start.day), write(end.year, end.month, end.day)
    return make(left if left == right else f"{left}/{right}", (), evolve(start, part=None) if start.part else start)


def _lasting(start: Reading, offset: tuple[str, int], context: Context, span: Span) -> Date | None:
    """Return the interval of a first day and so many days behind it."""
    first = _point(start, context, span)
    last = counted_from(first, offset)
    return make(f"{first[0]}/{last[0]}", first[1], evolve(start, part=None)) if first and last else None


def _running(start: Reading, end: Reading, context: Context) -> Answer:
    """Return the start of an interval without a year that holds the day of publication, whatever the tense says."""
    if start.year or start.shift or start.lunar or context.today is None:
        return None
    if not (start.month and start.day and end.month and end.day):
        return None
    for year in (context.today.year, context.today.year - 1):
        first = day_of(year, start.month, start.day)
        last = day_of(year + (end.month < start.month), end.month, end.day)
        if first and last and first <= context.today <= last:
            return write(year, start.month, start.day), settled_by("publication", "year")
    return None


def _is_over(start: Reading, last: str, context: Context, span: Span) -> bool:
    """Tell whether months without a year would reach beyond the day of publication though the words speak of the past."""
    if context.today is None or start.year or start.shift or start.day or not start.month or start.lunar or len(last) < 7:
        return False
    return last[:7] > context.today.isoformat()[:7] and context.direction(span) == "past"


def _open(interval: Interval, context: Context, span: Span) -> Date | None:
    """Settle an interval with one open end."""
    one = interval.start or interval.end
    answer = _point(one, context, span) if one else None
    if answer is None or one is None or "/" in answer[0]:
        return None
    return make(f"{answer[0]}/.." if interval.start else f"../{answer[0]}", answer[1], evolve(one, part=None))


def _share(start: Reading, end: Reading) -> tuple[Reading, Reading, Settled]:
    """Return both ends with the year and month that only one of them states."""
    shared: Settled = ()
    if _lacks_month(start) and (end.month or end.shift):
        start = evolve(start, **_month_of(end))
        shared += settled_by("interval", "month")
    if _lacks_month(end) and (start.month or start.shift):
        end = evolve(end, **_month_of(start))
        shared += settled_by("interval", "month")
    if start.month and not start.year and not start.shift and end.year:
        start = evolve(start, year=_beside(end.year, -_turns(start, end)))
        shared += settled_by("interval", "year")
    elif end.month and not end.year and not end.shift and start.year:
        end = evolve(end, year=_beside(start.year, _turns(start, end)))
        shared += settled_by("interval", "year")
    return start, end, shared


def _lacks_month(reading: Reading) -> bool:
    """Tell whether a reading is a day whose month is told elsewhere."""
    return reading.day is not None and reading.month is None and reading.shift is None


def _month_of(reading: Reading) -> dict[str, Any]:
    """Return what settles the month of a reading."""
    return {"month": reading.month, "shift": reading.shift, "base": reading.base, "lunar": reading.lunar}


def _turns(start: Reading, end: Reading) -> bool:
    """Tell whether the year turns between the ends: from 28 December to 3 January."""
    return (first_month(start.month or 1), start.day or 0) > (first_month(end.month or 12), end.day or 31)


def _beside(year: str, years: int) -> str:
    """Return the year so many years from a settled one."""
    return f"{int(year) + years:04}" if year.isdigit() else year


def _end(end: Reading, first: str, context: Context, span: Span) -> Answer:
    """Settle the end of an interval: it is the first such date not before the start."""
    start = first.split("/", maxsplit=1)[0]
    known = start[:4].isdigit()
    if end.shift is None and end.year is None and end.month is not None:
        if not known:
            return write(None, end.month, end.day), ()
        opens = first_month(int(start[5:7] or 1))
        turns = len(start) >= 7 and (opens, int(start[8:10] or 0)) > (first_month(end.month), end.day or 31)
        return write(int(start[:4]) + turns, end.month, end.day), settled_by("interval", "year")
    if end.weekday is not None and end.shift is None and end.day is None and known and len(start) == 10:
        day = dt.date.fromisoformat(start)
        day += dt.timedelta(days=(end.weekday - day.isoweekday()) % 7)
        return day.isoformat(), settled_by("interval", "day")
    if end.day is not None and end.month is None and end.shift is None and known and len(start) == 10:
        return _same_month(start, end.day)
    return _point(end, context, span)


def _days_to_weekday(start: Reading, end: Reading) -> int:
    """Return the days to the weekday that ends an interval, or 0 where its start tells not both: "Tuesday (Mar 23) to Friday"."""
    if not (start.weekday and start.day and start.month and end.weekday) or end.day or end.month or end.shift or start.lunar:
        return 0
    return (end.weekday - start.weekday) % 7


def _same_month(start: str, day: int) -> Answer:
    """Return the first such day of a month after the start of an interval: from the 28th to the 3rd."""
    year, month = int(start[:4]), int(start[5:7])
    if day < int(start[8:10]):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return write(year, month, day), settled_by("interval", "month")
