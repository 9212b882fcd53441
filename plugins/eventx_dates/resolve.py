"""From what a phrase says to a date: the open parts are settled by the publication date or by the previous date.

The direction rule: a bare weekday, day and month, month, season or quarter is the nearest one not after publication, unless
the phrase ("next Friday", "ngày 5/9 tới") or the words of its clause (`eventx_dates.tense`) say future; then it is the nearest
one not before it. Where neither says past or future, a month or day that lies some weeks ahead is not taken for one of almost a
year ago; and a day that is but a few days old is that day, whatever the tense.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache

import attrs

from eventx import Date, Span, evolve
from eventx_dates.moments import Moment, Standing, around, day_of, first_month, nearest_year, same_month, standing
from eventx_dates.reading import Modifier, Part, Reading, Toward

# how long ago a date of the news itself may be, how far ahead one is still soon, and what is long ago
FRESH, SOON, LONG_AGO = 4, 100, 240
# a year so far back is long ago; so near behind a date, and within so many days of it, another one goes on from it
_PAST_YEARS, _BESIDE, _GOES_ON = 2, 300, (-40, 150)
_HISTORY, _NEXT_SENTENCE = 10, 150  # the same for a bare year that opened a sentence
_NEWS = 45  # days ago that a day is rather of the running year than of such a year
_HALF, _TOLD_OF = 40, 120  # the code of the first half-year, and the days for which the last one is still told of
_LATE = 11  # the month in which a tale stands that is told of late in a year
_TOLD = ("previous", "interval")  # what else may settle part of a date that states its year: "From 12 to 14 June 1973"
_NEAR_FEAST = 60  # days ahead within which "sold out before Christmas" means the coming one


Settled = tuple[tuple[str, str], ...]
Answer = tuple[str, Settled] | None


@attrs.define
class Context:
    """What is known when a date of a text is read.

    Args:
        today: the day that relative dates count from.
        direction: tells from the words around a span whether they speak of past or future.
        narrative: whether the text, without a day of publication, tells its own years.
        last_day: the day last spoken of; likewise `last_month`, `last_quarter` and `last_year`.
        last_age: the decade or century last spoken of, if no year has been since.
        year_at: where `last_year` was told.
        told: the month or day last told with its year, and where.
        day: the day of publication, where only a dateline without a year states it.
        newsday: the weekday of that day.
        paired: the weekday and day last told together.
        month: the month of publication, where a stamp states no day.
        years: the years of days that the text states with and without a year, by month and day.
        jubilee: the day or year of the anniversary that the text tells of with its years.
        glosses: the dates that only say in brackets when something is.
        anchor: where a narrative stands: the date last spoken of that was not told by the way.
        open_days: the days told before any year, by month and day, the year of which the text does not tell.

    """

    today: dt.date | None
    direction: Callable[[Span], Toward | None]
    narrative: bool = False
    last_day: Moment | None = None
    last_month: Moment | None = None
    last_quarter: Moment | None = None
    last_year: Moment | None = None
    last_age: Moment | None = None
    year_at: int = 0
    told: tuple[Moment, int] | None = None
    anchor: Moment | None = None
    day: Moment | None = None
    newsday: int | None = None
    paired: tuple[int, Moment] | None = None
    month: Moment | None = None
    years: Mapping[tuple[int, int], int] = attrs.field(factory=dict)
    jubilee: Moment | None = None
    glosses: frozenset[Span] = frozenset()
    open_days: set[tuple[int, int]] = attrs.field(factory=set)

    @property
    def now(self) -> Moment | None:
        """The day of publication, perhaps without its year."""
        return Moment(self.today.year, self.today.month, self.today.day) if self.today else self.day

    def remember(self, date: Date, span: Span, *, aside: bool = False) -> None:
        """Keep a date for those that lean on it; one that is told by the way does not move the narrative.

        Behind a day in brackets that only says when something else is, "the same day" is another.
        """
        if date.calendar == "lunar" or (aside and self.today is not None):
            return
        left = standing(date.edtf)
        if date.modifier == "late" and date.grain == "year" and left.end.year:
            left = evolve(left, stand=Moment(left.end.year, _LATE))  # "late 1776 … in January"
        moment = left.end
        if any(source == "publication" for _, source in date.settled):
            self.told = None  # what goes on from here goes on from now
        if not aside:
            self._go_on(date, left)
        if left.a_day and (self.narrative or span not in self.glosses):
            self.last_day = moment
        if moment.month:
            self.last_month = moment
            if moment.year and (not date.settled or date.settled[0][1] in _TOLD):
                self.told = moment, span.end
        if moment.year:
            self.last_year, self.year_at, self.last_age = moment, span.end, None
            self.last_quarter = left.quarter or self.last_quarter
        elif left.age:
            self.last_age = left.age

    def _go_on(self, date: Date, left: Standing) -> None:
        """Move the narrative to a date that is not told by the way."""
        anchor, moment = self.anchor, left.end
        of_year = moment.year and moment.month is None and "/" not in date.edtf
        same_year = of_year and anchor is not None and anchor.year == moment.year
        if moment.year and not (same_year and date.grain == "year"):
            self.anchor = anchor if anchor is not None and left.holds(anchor) else left.stand
        if not self.narrative:
            return
        if moment.month and not left.a_day and self.last_day and not same_month(moment, self.last_day):
            self.last_day = None  # "in August … two weeks later" does not count from a day in June
        if of_year and not same_year:
            self.last_day = self.last_month = None  # the tale has moved on to another year


def write(year: str | int | None, month: int | None = None, day: int | None = None) -> str:
    """Return EDTF."""
    text = "XXXX" if year is None else f"{year:04}" if isinstance(year, int) else year
    if month is None:
        return text
    return f"{text}-{month:02}" if day is None else f"{text}-{month:02}-{day:02}"


@lru_cache(maxsize=64)
def settled_by(source: str, *parts: str) -> Settled:
    """Return that these parts were settled by one source."""
    return tuple((part, source) for part in parts)


def make(edtf: str, settled: Settled, reading: Reading) -> Date | None:
    """Return the date, or None where the numbers make none (31 April)."""
    value = edtf + "~" if reading.approximate and "/" not in edtf else edtf
    return _date(value, settled, reading.part, reading.modifier, lunar=reading.lunar)


@lru_cache(maxsize=4096)
def _date(value: str, settled: Settled, part: Part | None, modifier: Modifier | None, *, lunar: bool) -> Date | None:
    """Return a date; the same few recur all through a text."""
    try:
        return Date(
            value,
            certainty="implied" if any(source != "interval" for _, source in settled) else "stated",
            settled=settled,
            part_of_day=part,
            modifier=modifier,
            calendar="lunar" if lunar else "gregorian",
        )
    except ValueError:
        return None


# -- without a year ----------------------------------------------------------------------------------------------------


def without_year(reading: Reading, context: Context, span: Span) -> Answer:
    """Settle the year of a day and month, a month, a season, a quarter."""
    month = reading.month or 1
    if reading.lunar:
        return write(None, month, reading.day), ()
    if context.today is not None:
        back = _told_beside(reading, context, span)
        year = back or _year_for(reading, context.today, lambda: context.direction(span))
        source = "previous" if back else "publication"
        return (write(year, month, reading.day), settled_by(source, "year")) if year else None
    # "Chiều 20/6, … năm 2013 …, ngày 20/6": the day of the news once more
    again = (month, reading.day) in context.open_days
    if context.narrative and context.anchor is not None and context.anchor.year:
        if reading.toward in ("past", "future") and not (reading.this and reading.day):  # "hôm 7/9" leans on no other day
            return beside_told(reading, context)
        if again or context.direction(span) == "present":  # "in summer the plains are dry", "is held on June 5": of any year
            return (write(None, month, reading.day), ()) if month <= 12 else None
        year = nearest_year(context.anchor, first_month(month), reading.day)
        return write(year, month, reading.day), settled_by("previous", "year")
    twin = context.years.get((month, reading.day or 0))
    year = twin or (_by_stamp(reading, context.month, month) if context.month is not None else None)
    settled = settled_by("previous" if twin else "publication", "year") if year else ()
    if year is None and context.jubilee is not None and month <= 12:
        year, settled = around(context.jubilee, month), settled_by("previous", "year")
    if year is None and reading.day and context.narrative:
        context.open_days.add((month, reading.day))
    return (write(year, month, reading.day), settled) if month <= 12 else None


# " date 2023-09 Ngày 29-9, …": of the month that the stamp states, or the one before; "tháng 11 tới": of the next November
def _by_stamp(reading: Reading, stamp: Moment, month: int) -> int | None:
    """Return the year of a date of a text of which a stamp states the month of publication alone."""
    if stamp.year is None or stamp.month is None or month > 12:
        return None
    if reading.toward == "future" and month != stamp.month:
        return stamp.year + (month < stamp.month)
    if (month, stamp.month) == (12, 1) or (reading.toward == "past" and month != stamp.month):
        return stamp.year - (month > stamp.month)
    return stamp.year if stamp.month in (month, month + 1) else None


def _told_beside(reading: Reading, context: Context, span: Span) -> int | None:
    """Return the year of a date told just before with a year of long ago, where this one goes on from it."""
    told = told_long_ago(context, span)
    if told is None or context.today is None or reading.toward or reading.this or (reading.month or 13) > 12:
        return None
    year, month, day = told.year, told.month, told.day
    if year is None or (month is None and context.direction(span) in ("future", "present")):
        return None
    if month is None:  # "Năm 1945, ông tới Huế. Đến tháng 5 …"
        here = day_of(context.today.year, reading.month or 1, reading.day) if reading.day else None
        return None if here and 0 <= (context.today - here).days <= _NEWS else int(year)
    days = ((reading.month or 1) - month) * 31 + (reading.day or 15) - (day or 15)
    if not _GOES_ON[0] <= days <= _GOES_ON[1] or context.direction(span) in ("future", "present"):
        return None
    return int(year)


def told_long_ago(context: Context, span: Span) -> Moment | None:
    """Return the month or day of long ago that was told with its year just before a date, or the year a sentence opened with."""
    if context.told is None or context.today is None:
        return None
    moment, place = context.told
    years, reach = (_PAST_YEARS, _BESIDE) if moment.month else (_HISTORY, _NEXT_SENTENCE)
    long_ago = moment.year is not None and moment.year <= context.today.year - years
    return moment if long_ago and span.start - place <= reach else None


def _year_for(reading: Reading, today: dt.date, direction: Callable[[], Toward | None]) -> int | None:
    """Return the year: the nearest not after publication, or not before it where words say future."""
    day = reading.day
    here = today if day else today.replace(day=1)
    strict = reading.toward == "future" or (reading.toward == "past" and not reading.this)  # "tháng 3 vừa qua", told in March
    past = _nearest(reading, here, -1, strict=strict)
    if not strict and past and day and (here - past).days <= FRESH:
        return past.year  # the day of the news itself: no tense makes it a day of next year
    ahead = _nearest(reading, here, 1, strict=strict)
    if day and reading.weekday and not strict and (past or ahead):  # the weekday tells which one is meant
        return min((one for one in (past, ahead) if one), key=lambda one: abs(one - here)).year
    toward = reading.toward or ("future" if reading.this else direction())
    if toward == "near":
        told, far = direction(), ahead is None or (ahead - here).days > _NEAR_FEAST
        toward = told if (told == "future" and day) or (told == "past" and far) else toward
    if toward in ("present", "near") and ahead and past:
        toward = "future" if ahead - here < here - past else "past"
    if toward == "future":
        if not strict and not day and past and _holds(reading, past, today):
            return past.year  # "will be done this summer", told in summer
        return ahead.year if ahead else None
    month = reading.month or 1  # a quarter ahead is meant only if it is one of the running year
    soon = month <= 12 or (month >= 33 and past and past.year < here.year == (ahead or here).year)
    if toward is None and ahead and past and soon and (ahead - here).days <= SOON:
        return ahead.year if (here - past).days > LONG_AGO else past.year
    just_begun = past and toward == "past" and month >= _HALF and not strict and (here - past).days < _TOLD_OF
    return past.year - bool(just_begun) if past else None  # "rose in the first half", told in February


def _length(month: int) -> int:
    """Return how many months a month, season, quarter or half-year has."""
    return 1 if month <= 12 else 6 if month >= 40 else 3


def _holds(reading: Reading, start: dt.date, today: dt.date) -> bool:
    """Tell whether the season, quarter or month that starts on a day holds another day."""
    months = (today.year - start.year) * 12 + today.month - start.month
    return 0 <= months < _length(reading.month or 1)


def _nearest(reading: Reading, here: dt.date, step: int, *, strict: bool) -> dt.date | None:
    """Return the nearest day that fits a reading, backwards (-1) or forwards (1); `strict` leaves out the running one."""
    month, day = first_month(reading.month or 1), reading.day
    for years in range(9):
        date = day_of(here.year + step * years, month, day or 1)
        if date is None or (reading.weekday is not None and day and date.isoweekday() != reading.weekday):
            continue
        if date == here and not strict:
            return date
        if (date - here).days * step > 0 and not (strict and step < 0 and _holds(reading, date, here) and not day):
            return date
    return None


def beside_told(reading: Reading, context: Context) -> Answer:
    """Settle the month or season next to the date last spoken of: the following May, the previous winter."""
    anchor, month = context.anchor, reading.month or 1
    if anchor is None or anchor.year is None:
        return None
    first, here = first_month(month), anchor.month or 0
    step = 1 if reading.toward == "future" else -1
    year = anchor.year + step if (anchor.month is None or (first - here) * step <= 0) else anchor.year
    return write(year, month, reading.day), settled_by("previous", "year")
