"""From what a phrase says to a date: the open parts are settled by the publication date, the previous date, or the other end."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from eventx import Date, Span
from eventx_dates.reading import Interval, Reading, Toward

_DUMMY_YEAR = 2001  # stands for an unknown year in sums of days; no leap year, as the year is most likely none
_SOON, _LONG_AGO = 45, 240
_MONTHS_OF = {**{c: (c - 21) * 3 + 3 for c in range(21, 25)}, **{c: (c - 33) * 3 + 1 for c in range(33, 37)}, 40: 1, 41: 7}


@attrs.frozen
class Moment:
    """A settled date as numbers, as far as it goes."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, in a dummy year if the year is not known."""
        if self.month is None or self.day is None or self.month > 12:
            return None
        return _day(self.year or _DUMMY_YEAR, self.month, self.day)


@attrs.define
class Context:
    """What is known when a date of a text is read: the day of publication, and the dates before it in the text."""

    today: dt.date | None
    direction: Callable[[Span], Toward | None]
    narrative: bool = False
    last_day: Moment | None = None
    last_month: Moment | None = None
    last_year: Moment | None = None

    def remember(self, date: Date) -> None:
        """Keep a date for those that lean on it."""
        parts = date.ends[1] or date.ends[0]
        if parts is None or date.calendar == "lunar":
            return
        moment = Moment(parts.year, parts.month if (parts.month or 99) <= 12 else None, parts.day)
        if moment.day and date.grain == "day":
            self.last_day = moment
        if moment.month:
            self.last_month = moment
        if moment.year:
            self.last_year = moment


Settled = tuple[tuple[str, str], ...]
Answer = tuple[str, Settled] | None


def resolve(reading: Reading | Interval, context: Context, span: Span) -> Date | None:
    """Return the date a reading means in its context; None if nothing settles what it leaves open."""
    if isinstance(reading, Interval):
        return _interval(reading, context, span)
    answer = _point(reading, context, span)
    if answer is None:
        return None
    edtf, settled = answer
    if reading.approximate:
        edtf += "~" if "/" not in edtf else ""
    return _make(edtf, settled, reading)


def _make(edtf: str, settled: Settled, reading: Reading) -> Date | None:
    """Return the date, or None where the numbers make none (31 April)."""
    try:
        return Date(
            edtf,
            certainty="implied" if any(source != "interval" for _, source in settled) else "stated",
            settled=settled,
            part_of_day=reading.part,  # type: ignore[arg-type] # the words files hold only the five parts of the day
            modifier=reading.modifier,  # type: ignore[arg-type] # as above
            calendar="lunar" if reading.lunar else "gregorian",
        )
    except ValueError:
        return None


def _point(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle one date."""
    if reading.shift is not None:
        return _shifted(reading, context)
    if reading.nth is not None:
        return _nth(reading, context, span)
    if reading.year is not None:
        settled: Settled = (("year", "name"),) if reading.named else ()
        return _write(reading.year, reading.month, reading.day), settled
    if reading.month is not None:
        return _without_year(reading, context, span)
    if reading.day is not None:
        return _day_alone(reading, context, span)
    return _weekday(reading, context, span) if reading.weekday is not None else None


def _write(year: str | int | None, month: int | None = None, day: int | None = None) -> str:
    """Return EDTF."""
    text = "XXXX" if year is None else f"{year:04}" if isinstance(year, int) else year
    if month is None:
        return text
    return f"{text}-{month:02}" if day is None else f"{text}-{month:02}-{day:02}"


def _day(year: int, month: int, day: int) -> dt.date | None:
    """Return a day, or None if there is none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _parts(unit: str) -> tuple[str, ...]:
    """Return the parts of a date that a unit leaves to others to settle."""
    return {"year": ("year",), "month": ("year", "month"), "quarter": ("year",), "half": ("year",)}.get(
        unit, ("year", "month", "day")
    )


# -- relative to a base ------------------------------------------------------------------------------------------------


def _base(reading: Reading, context: Context) -> tuple[Moment | None, str]:
    """Return what a relative date starts from, and the name of that source."""
    unit = reading.shift[0] if reading.shift else "day"
    previous = {"day": context.last_day, "week": context.last_day, "weekend": context.last_day, "month": context.last_month}.get(
        unit, context.last_year
    )
    today = context.today
    now = Moment(today.year, today.month, today.day) if today else None
    if reading.base == "publication":
        return (now, "publication") if now or not context.narrative else (previous, "previous")
    if previous is not None:
        return previous, "previous"
    return now, "publication"


def _shifted(reading: Reading, context: Context) -> Answer:
    """Settle a date so many units from its base: yesterday, last week, two years later, Tuesday last week."""
    base, source = _base(reading, context)
    if base is None or reading.shift is None:
        return None
    unit, amount = reading.shift
    settled = tuple((part, source) for part in _parts(unit))
    if abs(amount) > 100_000:
        return None
    if unit in ("day", "week", "weekend"):
        return _shifted_days(reading, base, unit, amount, settled)
    if unit == "month":
        return _shifted_months(reading, base, amount, settled)
    if base.year is None or not 0 < base.year + amount * {"decade": 10, "century": 100}.get(unit, 1) < 10_000:
        return None
    if unit == "year":
        year = base.year + amount
        if reading.nth is not None:
            return _nth_of(reading, year, reading.month, settled)
        return _write(year, reading.month, reading.day), settled
    if unit == "decade":
        return f"{base.year // 10 + amount:03}X", settled
    if unit == "century":
        return f"{base.year // 100 + amount:02}XX", settled
    return _shifted_quarters(base, unit, amount, settled)


def _shifted_days(reading: Reading, base: Moment, unit: str, amount: int, settled: Settled) -> Answer:
    """Move by days or weeks; a weekday stands inside the week."""
    start = base.date
    if start is None:
        return None
    try:
        if unit == "day":
            day = start + dt.timedelta(days=amount)
            return _write(day.year if base.year else None, day.month, day.day), settled
        monday = start + dt.timedelta(days=7 * amount - start.weekday())
        if reading.weekday is not None:
            day = monday + dt.timedelta(days=reading.weekday - 1)
            return _write(day.year if base.year else None, day.month, day.day), settled
        if base.year is None:
            return None
        first = monday + dt.timedelta(days=5) if unit == "weekend" else monday
        return f"{first.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}", settled
    except OverflowError:
        return None


def _shifted_months(reading: Reading, base: Moment, amount: int, settled: Settled) -> Answer:
    """Move by months; a day stands inside the month."""
    if base.month is None:
        return None
    year, month = divmod((base.year or _DUMMY_YEAR) * 12 + base.month - 1 + amount, 12)
    if not 0 < year < 10_000:
        return None
    if reading.nth is not None:
        return _nth_of(reading, year, month + 1, settled)
    return _write(year if base.year else None, month + 1, reading.day), settled


def _shifted_quarters(base: Moment, unit: str, amount: int, settled: Settled) -> Answer:
    """Move by quarters or half-years."""
    if base.month is None or base.year is None:
        return None
    size, code = (4, 33) if unit == "quarter" else (2, 40)
    year, place = divmod(base.year * size + (base.month - 1) * size // 12 + amount, size)
    return _write(year, code + place), settled


# -- without a year ----------------------------------------------------------------------------------------------------


def _first_month(month: int) -> int:
    """Return the first month of a month, season, quarter or half-year."""
    return _MONTHS_OF.get(month, month)


def _without_year(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle the year of a day and month, a month, a season, a quarter."""
    month = reading.month or 1
    if reading.lunar:
        year = context.today.year if context.today and reading.toward else None
        return _write(year, reading.month, reading.day), ()
    if reading.named:
        return _write(None, reading.month, reading.day), ()
    if context.today is not None:
        toward = reading.toward or context.direction(span)
        year = _year_for(reading, context.today, toward)
        return (_write(year, month, reading.day), (("year", "publication"),)) if year else None
    if context.narrative and context.last_year is not None and context.last_year.year:
        year = _nearest_year(context.last_year, _first_month(month), reading.day)
        return _write(year, month, reading.day), (("year", "previous"),)
    return (_write(None, month, reading.day), ()) if month <= 12 else None


def _year_for(reading: Reading, today: dt.date, toward: Toward | None) -> int | None:
    """Return the year: the nearest not after publication, or not before it where words say future."""
    first, day = _first_month(reading.month or 1), reading.day
    candidates = [(year, _day(year, first, day or 1)) for year in range(today.year - 8, today.year + 9)]
    dates = [
        (year, date)
        for year, date in candidates
        if date and (reading.weekday is None or date.isoweekday() == reading.weekday or not day)
    ]
    strict = reading.toward is not None
    here = today if day else today.replace(day=1)
    past = [year for year, date in dates if date < here or (date == here and not strict)]
    ahead = [(year, date) for year, date in dates if date > here or (date == here and not strict)]
    if toward == "future":
        return ahead[0][0] if ahead else None
    if toward is None and ahead and past and day:
        gap = (ahead[0][1] - today).days
        last = _day(past[-1], first, day)
        # A date some days ahead, in words that tell neither past nor future, is no date of almost a year ago.
        if gap <= _SOON and last and (today - last).days > _LONG_AGO:
            return ahead[0][0]
    return past[-1] if past else None


def _nearest_year(previous: Moment, month: int, day: int | None) -> int:
    """Return the year in which a month lies nearest to the date told before; time runs on where both are as near."""
    year = previous.year or 1
    if previous.month is None:
        return year
    here = previous.month * 31 + (previous.day or 15)
    there = month * 31 + (day or 15)
    return min((year, year + 1, year - 1), key=lambda y: abs((y - year) * 372 + there - here - 1))


def _day_alone(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle the month and year of a bare day: "on the 15th", "ngày 15"."""
    day = reading.day or 1
    settled = ("year", "month")
    today = context.today
    if today is None:
        base = context.last_month
        if base is None or base.month is None or (base.year is None and not context.last_day):
            return None
        return _write(base.year, base.month, day), tuple((part, "previous") for part in settled)
    step = 1 if (reading.toward or context.direction(span)) == "future" else -1
    index = today.year * 12 + today.month - 1
    for _ in range(3):
        year, month = divmod(index, 12)
        date = _day(year, month + 1, day)
        if date and (date >= today if step > 0 else date <= today):
            return _write(year, month + 1, day), tuple((part, "publication") for part in settled)
        index += step
    return None


def _weekday(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle a bare weekday: the nearest not after publication unless words say future."""
    weekday = reading.weekday or 1
    today = context.today
    if today is None:
        base = context.last_day.date if context.last_day and context.last_day.year else None
        if base is None:
            return None
        day = base + dt.timedelta(days=(weekday - base.isoweekday()) % 7)
        return day.isoformat(), tuple((part, "previous") for part in _parts("day"))
    toward = reading.toward or context.direction(span)
    back = (today.isoweekday() - weekday) % 7
    if toward == "future":
        ahead = -back % 7
        if reading.toward and ahead <= 2:  # "next Wednesday" is neither today nor the day after tomorrow
            ahead += 7 if ahead == 0 or weekday > today.isoweekday() else 0
        day = today + dt.timedelta(days=ahead)
    else:
        day = today - dt.timedelta(days=back or (7 if reading.toward else 0))
    return day.isoformat(), tuple((part, "publication") for part in _parts("day"))


# -- the first Monday of a month ---------------------------------------------------------------------------------------


def _nth(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle the how-manieth weekday, day or week of a month."""
    whole = _point(attrs.evolve(reading, nth=None, weekday=None, day=None), context, span)
    if whole is None or not whole[0][:4].isdigit():
        return None
    month = int(whole[0][5:7]) if len(whole[0]) >= 7 else None
    return _nth_of(reading, int(whole[0][:4]), month, whole[1])


def _nth_of(reading: Reading, year: int, month: int | None, settled: Settled) -> Answer:
    """Return the how-manieth weekday or week of a month of a settled year."""
    nth = reading.nth or 1
    if month is None or month > 12:
        return None
    length = calendar.monthrange(year, month)[1]
    if reading.weekday is None:
        first = dt.date(year, month, 1)
        last = dt.date(year, month, length)
        monday = first - dt.timedelta(days=first.weekday()) if nth > 0 else last - dt.timedelta(days=last.weekday())
        monday += dt.timedelta(weeks=nth - 1 if nth > 0 else nth + 1)
        return f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}", settled
    days = [day for day in range(1, length + 1) if dt.date(year, month, day).isoweekday() == reading.weekday]
    try:
        return _write(year, month, days[nth - 1 if nth > 0 else nth]), settled
    except IndexError:
        return None


# -- intervals ---------------------------------------------------------------------------------------------------------


def _interval(interval: Interval, context: Context, span: Span) -> Date | None:
    """Settle an interval; what one end leaves open the other may say."""
    if interval.start is None or interval.end is None:
        return _open(interval, context, span)
    start, end, shared = _share(interval.start, interval.end)
    first = _running(start, end, context) or _point(start, context, span)
    if first is None:
        return None
    last = _end(end, first[0], context, span)
    if last is None:
        return None
    settled = tuple(dict.fromkeys((*first[1], *shared, *last[1])))
    left, right = first[0].split("/")[0], last[0].split("/")[-1]
    if left == right:
        return _make(left, settled, start)
    return _make(f"{left}/{right}", settled, attrs.evolve(start, part=None, modifier=None))


def _running(start: Reading, end: Reading, context: Context) -> Answer:
    """Return the start of an interval without a year that holds the day of publication, whatever the tense says."""
    if start.year or start.shift or not start.month or context.today is None or not (end.day and start.day and end.month):
        return None
    for year in (context.today.year, context.today.year - 1):
        first, last = _day(year, start.month, start.day), _day(year + (end.month < start.month), end.month, end.day)
        if first and last and first <= context.today <= last:
            return _write(year, start.month, start.day), (("year", "publication"),)
    return None


def _open(interval: Interval, context: Context, span: Span) -> Date | None:
    """Settle an interval with one open end."""
    one = interval.start or interval.end
    answer = _point(one, context, span) if one else None
    if answer is None or one is None or "/" in answer[0]:
        return None
    edtf = f"{answer[0]}/.." if interval.start else f"../{answer[0]}"
    return _make(edtf, answer[1], attrs.evolve(one, part=None))


def _share(start: Reading, end: Reading) -> tuple[Reading, Reading, Settled]:
    """Return both ends with the year and month that only one of them states."""
    shared: list[tuple[str, str]] = []
    changes: dict[str, Any] = {}
    if start.day and not start.month and not start.shift and (end.month or end.shift):
        changes |= {"month": end.month, "shift": end.shift, "base": end.base}
        shared.append(("month", "interval"))
    start = attrs.evolve(start, **changes)
    if end.day and not end.month and not end.shift and (start.month or start.shift):
        end = attrs.evolve(end, month=start.month, shift=start.shift, base=start.base)
        shared.append(("month", "interval"))
    if start.month and not start.year and not start.shift and end.year:
        later = (_first_month(start.month), start.day or 0) > (_first_month(end.month or 12), end.day or 31)
        start = attrs.evolve(start, year=f"{int(end.year) - 1:04}" if later and end.year.isdigit() else end.year)
        shared.append(("year", "interval"))
    elif end.month and not end.year and not end.shift and start.year:
        later = (_first_month(start.month or 1), start.day or 0) > (_first_month(end.month), end.day or 31)
        end = attrs.evolve(end, year=f"{int(start.year) + 1:04}" if later and start.year.isdigit() else start.year)
        shared.append(("year", "interval"))
    return start, end, tuple(shared)


def _end(end: Reading, first: str, context: Context, span: Span) -> Answer:
    """Settle the end of an interval: it is the first such date not before the start."""
    start = first.split("/", maxsplit=1)[0]
    if end.shift is None and end.year is None and end.month is not None:
        year = start[:4]
        if year.isdigit():
            begin = Moment(int(year), int(start[5:7]) if len(start) >= 7 else 1)
            later = _first_month(begin.month or 1) > _first_month(end.month)
            return _write(int(year) + later, end.month, end.day), (("year", "interval"),)
        return _write(None, end.month, end.day), ()
    if end.weekday is not None and end.shift is None and end.day is None and len(start) == 10 and start[:4].isdigit():
        day = dt.date.fromisoformat(start)
        day += dt.timedelta(days=(end.weekday - day.isoweekday()) % 7)
        return day.isoformat(), (("day", "interval"),)
    return _point(end, context, span)
