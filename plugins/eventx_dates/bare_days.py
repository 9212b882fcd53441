"""Bare days and weekdays: "on the 15th", "ngày 15", "on Friday"; their month and year are settled by what is told around."""

from __future__ import annotations

import datetime as dt

from eventx import Span
from eventx_dates.moments import day_of
from eventx_dates.newsday import beside_news
from eventx_dates.reading import Reading
from eventx_dates.resolve import Answer, Context, settled_by, told_long_ago, write

_WEEK = 7
_MONTHS = 15  # how far a day of the month is looked for: the next Friday the 13th may be over a year away


def day_alone(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle the month and year of a bare day: "on the 15th", "ngày 15"."""
    day, today = reading.day or 1, context.today
    if today is None:
        base = context.last_month
        if base is None or base.month is None:
            return None
        return write(base.year, base.month, day), settled_by("previous", "year", "month")
    toward = reading.toward or context.direction(span)
    if toward is None or (toward == "past" and reading.toward is None):
        told = told_long_ago(context, span)
        if told is not None and told.year and told.month and day_of(told.year, told.month, day):
            return write(told.year, told.month, day), settled_by("previous", "year", "month")
    step = 1 if toward in ("future", "present") else -1
    index = today.year * 12 + today.month - 1
    for _ in range(_MONTHS):
        year, month = divmod(index, 12)
        date = day_of(year, month + 1, day)
        if date and (date - today).days * step >= 0 and reading.weekday in (None, date.isoweekday()):
            return write(year, month + 1, day), settled_by("publication", "year", "month")
        index += step
    return None


def weekday_alone(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a bare weekday."""
    weekday, today = reading.weekday or 1, context.today
    told = context.last_day.date if context.last_day and context.last_day.year else None
    if told and (reading.base == "text" or (today is None and context.narrative)):
        return _from_told(told, reading).isoformat(), settled_by("previous", "year", "month", "day")
    if today is None:
        return _beside_pair(reading, context, span) or beside_news(reading, context, span)
    back = (today.isoweekday() - weekday) % 7
    toward = reading.toward or (context.direction(span) if back else None)
    said = reading.toward not in (None, "near")  # by the phrase itself
    if toward == "near":  # "a visit beginning Sunday", told on Tuesday
        toward = "past" if 2 * back < _WEEK else "future"
    if toward in ("future", "present") or (reading.this and toward is None):
        coming = said and reading.this  # "thứ Sáu tới" is the next one to come
        days = _ahead(today.isoweekday(), weekday, strict=said and not coming)
        day = today + dt.timedelta(days=days or (7 if coming else 0))
    else:
        day = today - dt.timedelta(days=back or (7 if said else 0))
    return day.isoformat(), settled_by("publication", "year", "month", "day")


# announced on Friday, Jan. 7. … The two had met on Thursday
def _beside_pair(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a weekday of a text without a day of publication by a day told before it with its weekday."""
    if context.paired is None or reading.this or reading.toward not in (None, "near"):
        return None
    weekday, base = context.paired[0], context.paired[1].date
    if base is None:
        return None
    days = ((reading.weekday or 1) - weekday) % _WEEK
    if context.direction(span) not in ("future", "present") and 2 * days > _WEEK:
        days -= _WEEK  # "arrived on Tuesday, March 29 … met on Wednesday": the nearest one
    day = base + dt.timedelta(days=days)
    if context.paired[1].year is None:
        # of which year is not known, so not across its end
        told = write(None, day.month, day.day) if day.year == base.year else None
        return (told, settled_by("previous", "month", "day")) if told else None
    return day.isoformat(), settled_by("previous", "year", "month", "day")


def _from_told(told: dt.date, reading: Reading) -> dt.date:
    """Return the weekday next to the day last spoken of; "the following Monday" is not that day itself."""
    days = ((reading.weekday or 1) - told.isoweekday()) % 7
    if reading.toward == "past":
        return told - dt.timedelta(days=7 - days)
    return told + dt.timedelta(days=days or (7 if reading.base == "text" else 0))


def _ahead(today: int, weekday: int, *, strict: bool) -> int:
    """Return how many days ahead a weekday is: "next Wednesday" is neither today nor the day after tomorrow of the same week."""
    days = (weekday - today) % 7
    if strict and (days == 0 or (days <= 2 and weekday > today)):
        return days + 7
    return days
