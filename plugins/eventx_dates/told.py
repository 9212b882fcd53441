"""What the running text itself tells of its day and year, where neither stamp nor dateline states the day of publication."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from eventx_dates.lexer import LEXICON
from eventx_dates.moments import Moment, jubilee
from eventx_dates.reading import Found, Interval, Reading
from eventx_dates.resolve import Context
from eventx_dates.settle import settle

_FIRST = 6  # dates at the head among which that of today is looked for
_SHORT = 12  # characters before a date without a year in which "today" stands
_BEFORE = 24  # characters before a date in which "today" stands
_LONG_AGO = 4  # years before that of publication that are history
_LONG_SINCE = 10  # and so many more for one that no other year stands beside
_OF_OLD = 90  # and so many more where no month is told beside them: longer than the life of one in the news
_HARDLY, _MOST = 12, 5  # one date in so many may count from the day of publication; all but one in so many years are of long ago
_ON_END = 14  # days that a stay may last
_OF_NEWS = 2000  # an anniversary of an earlier year is history


def day_of_today(found: Sequence[Found], text: str, code: str) -> tuple[Found, int] | None:
    """Return the whole date in brackets behind "today", or near it, and how many days after it the text appears.

    Accepts: "today, Sunday (May 7, 2023)", "Sáng nay (12/4/2023)", "chiều qua (11/4/2023)".
    """
    for item in found[:_FIRST]:
        reading = item.reading
        if not isinstance(reading, Reading) or not (reading.year and reading.month and reading.day) or reading.lunar:
            continue
        start, end = item.span.start, item.span.end
        bracket = text.rfind("(", max(start - 2, 0), end)
        if bracket >= 0 and text.find(")", bracket, end + 1) > 0:
            written = text[max(start - _BEFORE, 0) : bracket].lower()
            before = f" {' '.join(word.strip(',.') for word in written.split())} "
            if any(f" {word} " in before for word in LEXICON.table(code, "todays")):
                return item, 0
            if days := _days_after(before, code):
                return item, days
    return None


def day_beside(day: dt.date, days: int) -> dt.date:
    """Return the day so many days after another; that day itself where the calendar ends."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(ordinal) if 0 < ordinal <= dt.date.max.toordinal() else day


def _days_after(words: str, code: str) -> int:
    """Return how many days after a day the text appears that stands behind some words: "yesterday", "tomorrow"; 0 for none."""
    said = {1: "yesterdays", -1: "tomorrows"}
    return next((days for days, table in said.items() if any(f" {word} " in words for word in LEXICON.table(code, table))), 0)


# Sáng nay 6/9 · Hôm nay (6/9) · today (May 7) · today, May 7 · last night (March 23)
def yearless_today(found: Sequence[Found], text: str, code: str) -> Moment | None:
    """Return the day without a year that is told together with "today", at the head of a text, or that beside one told so."""
    todays = LEXICON.table(code, "todays")
    for item in found[:_FIRST]:
        reading = item.reading
        if not isinstance(reading, Reading) or reading.year or not (reading.month and reading.day) or reading.lunar:
            continue
        day = Moment(None, reading.month, reading.day)
        before = text[max(item.span.start - _SHORT, 0) : item.span.start].lower().replace("(", " ").split()
        inside = [word.strip("(),.") for word in text[item.span.start : item.span.end].lower().split()]
        if not {*before[-1:], *inside}.isdisjoint(todays):
            return day
        days = _days_after(f" {' '.join([*before[-2:], *inside]).replace(',', '')} ", code)
        if days and day.date is not None:
            today = day.date + dt.timedelta(days=days)
            return Moment(None, today.month, today.day)
    return None


def year_kept(found: Sequence[Found], text: str, code: str) -> Moment | None:
    """Return the day or year of the anniversary, or of the new year, that a text without a day of publication tells of."""
    return _year_of_jubilee(found, text) or _year_of_new_year(found, text, code)


def _year_of_jubilee(found: Sequence[Found], text: str) -> Moment | None:
    """Return the day or year of the anniversary that the text tells with its years: "50 năm … (23/3/1973 - 23/3/2023)".

    News without a day of publication tells of it when it is kept, so days without a year are of the year around it.
    """
    blank = Context(today=None, direction=lambda _span: None)
    for item in found:
        if isinstance(item.reading, Interval) and item.reading.start and item.reading.start.year:
            date = settle(item.reading, blank, item.span)
            kept = jubilee(text, item.span, date) if date is not None else None
            day = kept.ends[0] if kept is not None else None
            if day is not None and day.year is not None and day.year >= max(_years(found), default=0) and day.year >= _OF_NEWS:
                return Moment(day.year, day.month, day.day)
    return None


# Chiều 6/2, X tiếp Y đến chúc Tết Nguyên đán Bính Ngọ năm 2026 · Ngày 28/12, … nhân dịp Xuân Giáp Thìn 2024
def _year_of_new_year(found: Sequence[Found], text: str, code: str) -> Moment | None:
    """Return when the new year begins of which the text tells with its number, if it tells no later year.

    News without a day of publication tells of the wishes for it around its beginning, so days without a year are around that.
    """
    names, last = LEXICON.table(code, "new_years"), max(_years(found), default=0)
    if not names or last < _OF_NEWS:
        return None
    for item in found:
        reading = item.reading
        if not isinstance(reading, Reading) or reading.year != str(last) or reading.month or reading.day:
            continue
        before = text[max(item.span.start - _BEFORE, 0) : item.span.start].lower()
        if not set(before.rpartition(",")[2].rpartition(".")[2].split()).isdisjoint(names):
            return Moment(last, 2, 1)
    return None


def twins(found: Sequence[Found]) -> Mapping[tuple[int, int], int]:
    """Return the year of the day that a text without a day of publication tells with a year further on, as a caption does.

    Accepts: "Ngày 23/11, X gặp Y. … X và Y chiều 23-11-2020", "Sáng 6/3, X tiếp Y nhân chuyến thăm từ ngày 5-7/3/2025". No other
    year of the text may be later, nor that day told of two.
    """
    last = max(_years(found), default=0)
    if last < _OF_NEWS:
        return {}  # "on 8 March … of the crash of 8 March 1974": what is remembered on its day
    days: dict[tuple[int, int], set[str]] = {}
    for reading in ends_of(found):
        if reading.year is not None and reading.month and reading.day and not reading.lunar:
            days.setdefault((reading.month, reading.day), set()).add(str(reading.year))
    for item in found:
        for day in _days_within(item):
            days.setdefault((day.month, day.day), set()).add(str(day.year))
    return {day: last for day, told in days.items() if told == {str(last)}}


def _days_within(item: Found) -> Iterator[dt.date]:
    """Yield the days of some days on end that are told with their year."""
    reading = item.reading
    if isinstance(reading, Interval) and reading.start and reading.end and (reading.start.year or reading.end.year):
        date = settle(reading, Context(today=None, direction=lambda _span: None), item.span)
        first, last = (date.earliest, date.latest) if date is not None and date.calendar == "gregorian" else (None, None)
        if first and last and (last - first).days <= _ON_END:
            yield from (first + dt.timedelta(days=number) for number in range((last - first).days + 1))


def tells_history(found: Sequence[Found], text: str, year: int) -> bool:
    """Tell whether a text published in a year tells of years long past.

    It opens with one, nearly all its years are, and hardly anything in it counts from its day ("today", "on Friday").
    """
    readings = [_stating(item) for item in found]
    if not readings or not _is_old(readings[0], year):
        return False
    before = text[max(found[0].span.start - _BEFORE, 0) : found[0].span.start].lower().split()
    if before and before[-1] in LEXICON.table("en", "since"):
        return False  # "the lowest since July 1961"
    stated = [one for one in readings if one.year is not None]
    old = [one for one in stated if _is_old(one, year)]
    paired = any(one.weekday and one.day for one in old)  # its weekdays are told with their days
    news = [one for one in readings if counts_from_today(one, paired=paired) or _is_new(one, year)]
    if len(news) * _HARDLY > len(readings) or len(old) * _MOST < len(stated) * (_MOST - 1):
        return False
    opening = readings[0]
    told_once = _is_old(opening, year - _LONG_SINCE) and bool(opening.month or opening.day or opening.modifier)
    told_well = any(one.month for one in old) or _is_old(opening, year - _OF_OLD)  # a firm's years alone are no tale
    return told_once or (len(old) > 1 and told_well)


def _stating(item: Found) -> Reading:
    """Return a date, or that end of an interval which states its year."""
    reading = item.reading
    if isinstance(reading, Reading):
        return reading
    ends = [end for end in (reading.end, reading.start) if end]
    return next((end for end in ends if end.year), ends[-1] if ends else Reading())


def _is_new(reading: Reading, year: int) -> bool:
    """Tell whether a date states the year of publication, the one before or one to come."""
    return reading.year is not None and reading.year.isdigit() and int(reading.year) >= year - 1


def _is_old(reading: Reading, year: int) -> bool:
    """Tell whether a date states a year of long ago."""
    told = (reading.year or "").replace("X", "0")
    return told.startswith("-") or (told.isdigit() and int(told) <= year - _LONG_AGO)


def counts_from_today(reading: Reading | Interval, *, paired: bool = False) -> bool:
    """Tell whether a date counts from the day of publication: yesterday, this year, on Friday; not "the end of the year".

    So does what has lasted since one: "từ đầu năm đến nay".
    """
    if isinstance(reading, Interval):
        return reading.end is None and reading.start is not None and counts_from_today(reading.start)
    if reading.base != "publication":
        return False
    if reading.shift is not None:
        unit, amount = reading.shift
        return bool(amount) or unit == "day" or reading.this
    return not paired and reading.weekday is not None and not (reading.day or reading.month or reading.nth)


def _years(found: Sequence[Found]) -> set[int]:
    """Return the years that dates state."""
    return {int(r.year) for r in ends_of(found) if r.year is not None and str(r.year).isdigit()}


def ends_of(found: Sequence[Found]) -> list[Reading]:
    """Return the readings of dates, and of both ends of intervals."""
    readings = []
    for item in found:
        reading = item.reading
        if isinstance(reading, Reading):
            readings.append(reading)
        else:
            readings += [end for end in (reading.start, reading.end) if end]
    return readings
