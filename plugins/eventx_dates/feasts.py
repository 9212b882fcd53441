"""Feasts that move with Easter, and days counted from another day: language-neutral."""

from __future__ import annotations

import calendar
import datetime as dt

from eventx import Span
from eventx_dates.moments import DUMMY_YEAR
from eventx_dates.reading import Reading
from eventx_dates.resolve import Answer, Context, Settled, settled_by


def easter_sunday(year: int) -> dt.date:
    """Return Easter Sunday of the western churches (the rule of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def feast(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a feast that moves with Easter."""
    days = dt.timedelta(days=reading.easter or 0)
    if reading.year is not None:
        return ((easter_sunday(int(reading.year)) + days).isoformat(), ()) if reading.year.isdigit() else None
    today = context.today
    if today is None:
        last = context.anchor if context.narrative else None
        if last is None or not last.year or last.year < 1:
            return None
        return (easter_sunday(last.year) + days).isoformat(), settled_by("previous", "year")
    near = [easter_sunday(year) + days for year in (today.year - 1, today.year, today.year + 1)]
    told = reading.toward if reading.toward in ("past", "future") else context.direction(span)
    ahead = told in ("future", "present")
    found = [day for day in near if (day >= today if ahead else day <= today)]
    return ((found[0] if ahead else found[-1]).isoformat(), settled_by("publication", "year")) if found else None


def counted_from(day: Answer, offset: tuple[str, int]) -> Answer:
    """Return the day so many units from a settled day, or the month so many years from a month."""
    if day and offset[0] == "year" and len(day[0]) == 7 and day[0][:4].isdigit():
        return f"{int(day[0][:4]) + offset[1]:04}{day[0][4:]}", day[1]
    unit, amount = offset
    if day is not None and day[0].startswith("XXXX-") and len(day[0]) == 10 and unit == "day":
        return _without_year(day[0], amount, day[1])
    if day is None or len(day[0]) != 10 or not day[0].replace("-", "").isdigit():
        return None
    start = dt.date.fromisoformat(day[0])
    if unit in ("weekday", "weekend"):
        return _next_to(start, unit, amount), day[1]
    if unit in ("day", "week"):
        return (start + dt.timedelta(days=amount * (7 if unit == "week" else 1))).isoformat(), day[1]
    months = start.year * 12 + start.month - 1 + amount * {"month": 1, "year": 12}[unit]
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last)).isoformat(), day[1]


def _next_to(start: dt.date, unit: str, amount: int) -> str:
    """Return the first weekday, or weekend, behind a day or before it, or the weekend of its week."""
    weekday = 6 if unit == "weekend" else abs(amount)
    if amount == 0:
        found = start + dt.timedelta(days=weekday - start.isoweekday())
    elif amount > 0:
        found = start + dt.timedelta(days=(weekday - start.isoweekday() - 1) % 7 + 1)
    else:
        here = start - dt.timedelta(days=unit == "weekend" and start.isoweekday() == 7)  # the Sunday of the weekend itself
        found = here - dt.timedelta(days=(here.isoweekday() - weekday - 1) % 7 + 1)
    return f"{found.isoformat()}/{(found + dt.timedelta(days=1)).isoformat()}" if unit == "weekend" else found.isoformat()


def _without_year(day: str, amount: int, settled: Settled) -> Answer:
    """Return the day so many days from one of a year not known, where neither the year nor its February matters."""
    start = dt.date(DUMMY_YEAR, int(day[5:7]), int(day[8:]))
    moved = start + dt.timedelta(days=amount)
    first, last = sorted((start, moved))
    if moved.year != DUMMY_YEAR or first <= dt.date(DUMMY_YEAR, 2, 28) < last:
        return None
    return f"XXXX-{moved.isoformat()[5:]}", settled
