"""The extractor of dates: reads what phrases say, finds the day of publication, then settles what the phrases leave open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

import attrs

from eventx import Contribution, Date, Document, Duration, Span, by_value, evolve, extractor, maker, swift
from eventx_dates import durations
from eventx_dates.comparisons import compares, is_goal, is_since_year, leads_ahead, looks_back
from eventx_dates.compose import swapped
from eventx_dates.cues import by_neighbour, by_weekday, opens_sentence
from eventx_dates.grammar import Run
from eventx_dates.languages import grammar_of, times_of
from eventx_dates.lexer import LEXICON
from eventx_dates.lists import with_years
from eventx_dates.moments import Moment, aside, glosses, jubilee, standing
from eventx_dates.newsday import day_with_year, weekday_of_news
from eventx_dates.published import Stamps, stamps
from eventx_dates.reading import Found, Interval, Reading
from eventx_dates.resolve import Context
from eventx_dates.runs import readings
from eventx_dates.settle import settle
from eventx_dates.tense import Tense
from eventx_dates.told import counts_from_today, day_beside, day_of_today, tells_history, twins, year_kept, yearless_today
from eventx_dates.unaccented import accented

_contribution = maker(Contribution)

_STALE = 7  # a dateline further than so many days before the stamp belongs to something else


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class DateOptions:
    """The options of the dates extractor.

    Args:
        day_first: whether 5/9/2022 is 5 September where both orders make a date; by default the language decides.
        durations: whether durations ("55 years") and recurrences ("every Friday") are given out too.

    """

    day_first: bool | None = None
    durations: bool = False


_TODAY = {"en": "dates.en.today", "vi": "dates.vi.today"}
_STAMP = {"en": "dates.en.stamp", "vi": "dates.vi.stamp"}
_DATELINE = {"en": "dates.en.dateline", "vi": "dates.vi.dateline"}
"""The rules that read the day of publication: of what is told of today, beside a line's label, in a dateline."""


@extractor(
    name="dates",
    provides=("date", "undated", "published", "duration", "recurrence"),
    languages=("en", "vi"),
    lexicon=LEXICON,
    options_type=DateOptions,
)
def DATES(document: Document, options: DateOptions) -> Iterable[Contribution]:  # noqa: N802 - the decorator makes an object of it
    """Yield the dates of a document, and the day of publication if the text states it."""
    grammar = grammar_of(document.lang)
    if grammar is None:
        return
    document = accented(document)
    found: list[Found] = []
    for run, dates in readings(document, grammar.read):
        found += dates
        if options.durations:
            yield from _durations(document, run, dates)
    if not found:
        return
    found = _ordered(found, document, options)
    at_head = stamps(document.text, document.lang, found)
    published, stated = _publication(document, at_head)
    yield from stated
    if at_head.datelines:
        yield from _datelines(document, at_head, published, [item.span for item in stated])
    if published is None and (near := day_of_today(found, document.text, document.lang)):
        today, days = near
        date = settle(today.reading, Context(today=None, direction=lambda _span: None), today.span)
        if date is not None and date.calendar == "gregorian" and date.earliest is not None:
            published, rule = day_beside(date.earliest, days), _TODAY[document.lang]
            told_then = Date(published.isoformat(), certainty="implied") if days else date
            yield _contribution(field="published", value=told_then, span=today.span, rule=rule, certainty="implied")
    day = _yearless(at_head) if published is None else None
    whole = day_with_year(found, day) if day is not None else None
    if whole is not None and (date := settle(whole.reading, Context(today=None, direction=lambda _span: None), whole.span)):
        published, rule = date.earliest, _DATELINE[document.lang]
        yield _contribution(field="published", value=date, span=whole.span, rule=rule, certainty="implied")
    heads = at_head.places
    told = [item for item in found if heads.get(item.span.start) != item.span.end] if heads else found
    told = with_years(told, document.text, document.lang)
    undated = published is None
    history = document.lang == "en" and published is not None and not stated and not at_head.datelines
    if history and published is not None and tells_history(told, document.text, published.year):
        yield from _settled(document, told, None, None, None, kept=published)
        return
    day = day or yearless_today(found, document.text, document.lang) if undated else None
    yield from _settled(document, told, published, day, _month(at_head) if undated else None)


def _yearless(at_head: Stamps) -> Moment | None:
    """Return the day of a dateline that states no year: "yesterday" is the day before it."""
    readings = [item.reading for item in at_head.datelines if isinstance(item.reading, Reading)]
    return next((Moment(None, one.month, one.day) for one in readings if one.day and not one.year and not one.lunar), None)


def _month(at_head: Stamps) -> Moment | None:
    """Return the month that a stamp without a day states."""
    readings = [item.reading for item in at_head.published if isinstance(item.reading, Reading)]
    months = (one for one in readings if one.month and not one.day and str(one.year).isdigit())
    return next((Moment(int(one.year or 0), one.month, None) for one in months), None)


def _ordered(found: list[Found], document: Document, options: DateOptions) -> list[Found]:
    """Return the dates with day and month of digits in the right order: as told, as the text's other digits show, as usual."""
    orders = {item.reading.order if isinstance(item.reading, Reading) else "interval" for item in found}
    if "open" not in orders and "interval" not in orders:
        return found
    day_first = options.day_first
    if day_first is None:
        shown = orders & {"day", "month"} or {by_weekday(item, document.text, document.lang) for item in found} & {"day", "month"}
        if not shown and document.lang == "en" and (order := by_neighbour(found)):
            shown = {order}
        day_first = shown == {"day"} if len(shown) == 1 else document.lang != "en"
    if day_first:
        return found
    return list(map(_swapped, found))


def _swapped(item: Found) -> Found:
    """Return a date, or both ends of an interval, with the month first."""
    reading = item.reading
    if isinstance(reading, Reading):
        return evolve(item, reading=swapped(reading)) if reading.order == "open" else item
    start, end = reading.start, reading.end
    orders = (start and start.order, end and end.order)
    if "open" not in orders or (start and end and "day" in orders):
        return item
    return evolve(item, reading=Interval(start=start and swapped(start), end=end and swapped(end)))


def _publication(document: Document, at_head: Stamps) -> tuple[dt.date | None, list[Contribution]]:
    """Return the day that relative dates count from, and what the text states of its publication."""
    contributions: list[Contribution] = []
    published = document.published
    if not at_head.published and not at_head.datelines:
        return published, contributions
    blank = Context(today=None, direction=lambda _span: None)
    for item in at_head.published:
        date = settle(item.reading, blank, item.span)
        if date is not None:
            contributions.append(_contribution(field="published", value=date, span=item.span, rule=_STAMP[document.lang]))
            published = published or (date.earliest if date.earliest == date.latest else None)
    for item in at_head.datelines:
        reading = item.reading
        if isinstance(reading, Reading) and reading.year and published is None:
            date = settle(reading, blank, item.span)
            if date is not None and date.earliest is not None and date.calendar == "gregorian":
                contributions.append(_contribution(field="published", value=date, span=item.span, rule=_DATELINE[document.lang]))
                published = date.earliest
    if published is not None:
        published = _dateline_day(at_head, published) or published
    return published, contributions


def _dateline_day(at_head: Stamps, published: dt.date) -> dt.date | None:
    """Return the day of the first dateline, if it lies just before the day of publication: "today" is that day."""
    for item in at_head.datelines:
        context = Context(today=published, direction=lambda _span: "past")
        date = settle(item.reading, context, item.span)
        if date is not None and date.calendar == "lunar":
            continue
        if date is not None and date.earliest is not None and 0 <= (published - date.earliest).days <= _STALE:
            return date.earliest
    return None


def _durations(document: Document, run: Run, dates: Sequence[Found]) -> Iterator[Contribution]:
    """Yield the durations and recurrences of a run."""
    for time in durations.read(times_of(document.lang), run, dates):
        name = "duration" if isinstance(time.value, Duration) else "recurrence"
        yield _contribution(field=name, value=time.value, span=time.span, rule=time.rule)


def _datelines(document: Document, at_head: Stamps, published: dt.date | None, told: Collection[Span]) -> Iterator[Contribution]:
    """Yield the dates of datelines that lean on a day of publication known otherwise, or on nothing."""
    context = Context(today=published, direction=lambda _span: "past")
    for item in at_head.datelines:
        date = settle(item.reading, context, item.span) if item.span not in told else None
        if date is not None:
            rule = _DATELINE[document.lang]
            yield _contribution(field="published", value=date, span=item.span, rule=rule, certainty=date.certainty)


def _settled(
    document: Document,
    found: Sequence[Found],
    today: dt.date | None,
    day: Moment | None,
    month: Moment | None,
    *,
    kept: dt.date | None = None,
) -> Iterator[Contribution]:
    """Yield each date, settled by what comes before it; what that leaves open by the day kept for a text that tells history."""
    tense, told = Tense(document.text, document.lang), glosses(document.text, [item.span for item in found])
    goals = _told_apart(document, found, tense) if today is None else set[Span]()
    tale = [item for item in found if item.span not in goals] if goals else found
    narrative = today is None and _is_narrative(tale)
    context = Context(today=today, direction=tense.direction, narrative=narrative, day=day, month=month, glosses=told)
    context.newsday = weekday_of_news(found, context)
    if today is None:
        # "trong giai đoạn mới, kỷ niệm 30 năm … (1993-2023)": years in brackets are no aim
        kept_on = [item for item in found if item.span not in goals or document.text.endswith("(", 0, item.span.start)]
        context.years, context.jubilee = twins(tale), year_kept(kept_on, document.text, document.lang)
    for item in found:
        date = settle(item.reading, context, item.span)
        if date is None and kept is not None and counts_from_today(item.reading):
            date = settle(item.reading, Context(today=kept, direction=tense.direction), item.span)
        if date is None:
            if today is None and counts_from_today(item.reading):
                yield _contribution(field="undated", value=_open_day(), span=item.span, rule=item.rule, certainty="implied")
            continue
        by_the_way = (item.span in goals and context.narrative and context.anchor is None) or _is_aside(
            document, item, date, context
        )
        if today is None and isinstance(item.reading, Reading) and item.reading.weekday and item.reading.day:
            context.paired = item.reading.weekday, standing(date.edtf).end
        context.remember(jubilee(document.text, item.span, date) or date, item.span, aside=by_the_way)
        if today and date.grain == "year" and not date.settled:
            if opens_sentence(document.text, item.span.start):
                context.told = standing(date.edtf).end, item.span.end
            elif context.told is not None and context.told[0].month is None:
                context.told = None  # "In 1998 it had ten workers and in 2003 a hundred. … in April": of neither year
        yield _contribution(field="date", value=date, span=item.span, rule=item.rule, certainty=date.certainty)


def _told_apart(document: Document, found: Sequence[Found], tense: Tense) -> set[Span]:
    """Return the years to aim at, and those since which something is so: none is that of a text without a day of its own."""
    return {item.span for item in found if is_goal(document, item, tense.direction) or is_since_year(document, item)}


def _is_aside(document: Document, item: Found, date: Date, context: Context) -> bool:
    """Tell whether a date is told by the way, so that what follows does not go on from it."""
    if not context.narrative:
        return compares(document, item, date)
    by_the_way = aside(document.text, item.span, date, context.anchor) or leads_ahead(document, item, date, context)
    return by_the_way or (date.grain in ("day", "month", "year") and looks_back(document, item))


@cache
def _open_day() -> Date:
    """Return what a text without a day of publication tells by "on Monday"."""
    return Date("XXXX-XX-XX", certainty="implied")


def _is_narrative(found: Sequence[Found]) -> bool:
    """Tell whether a text without a day of publication tells its own years: it states one before it leans on such a day."""
    for item in found:
        reading = item.reading
        if isinstance(reading, Interval):
            stated = [end for end in (reading.start, reading.end) if end and end.year]
            reading = stated[0] if stated else reading.start or reading.end or Reading()
        if reading.year is not None:
            return True
        if (reading.shift is not None and reading.base == "publication") or reading.weekday:
            return False  # "said on Sunday (Nov. 26)": of the days of the news, too
    return False
