"""What the rules of every language read, and how the dates of an anniversary are settled from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from eventx import Date, Document, Span, by_value, evolve, swift
from eventx_anniversaries.dates import Found, later, make_date
from eventx_anniversaries.lexicon import closed

_TWINS = 8
LATEST = 2040
"""Without any other year in the text, an anniversary later than this is taken for a misread one."""
_NEWEST = 2030
"""The last year in which something may be said to be so many years old, where the text tells only when it began."""


def sentence_around(document: Document, offset: int) -> Span:
    """Return the sentence that holds `offset`, cut where it runs on without end, so that the work stays linear."""
    sentence = document.sentence_at(offset)
    return Span(max(sentence.start, offset - 400), max(min(sentence.end, offset + 600), offset))


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading:
    """An anniversary as its own words tell it.

    Args:
        start: where its words begin.
        end: where they end.
        years: how many years.
        rule: the rule that read it.
        of: where the phrase stands that tells of what.
        bracket: the dates in the bracket behind it.
        near: dates after it or elsewhere in its sentence that may be its own or that of the beginning.
        founded: dates at which, elsewhere in the text, relations are said to have begun.
        offset: years from the year of publication: "this year" is 0; None if nothing is said.
        day: the day of which it is said that it is its own: "Monday marks the 50th anniversary".

    """

    start: int
    end: int
    years: int | None
    rule: str
    of: tuple[int, int] | None = None
    bracket: tuple[Found, ...] = ()
    near: tuple[Found, ...] = ()
    founded: tuple[Found, ...] = ()
    offset: int | None = None
    day: Found | None = None

    def repeats(self, other: Reading) -> bool:
        """Tell whether the same words were read before."""
        return self.years == other.years and self.start < other.end and other.start < self.end


_HEAD = 8
"""How far from the beginning of its sentence a date that opens it may stand: "In the year 2013"."""
_OCCASION = 8
"""The most words between a date and the anniversary it is told with: "in 2010, *on the occasion of the* 1300th"."""
_NEAR = 3
"""The most years that a date near the text's time may be the beginning of."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Settled:
    """Years, beginning and date of an anniversary, as far as the text settles them."""

    years: int
    since: Date | None
    date: Date | None


@lru_cache(maxsize=1)
def _years() -> re.Pattern[str]:
    """Return the pattern of a year."""
    return re.compile(r"(?<![\w.,/])\d{4}(?!\w|[.,]\d)|(?<=/)\d{4}(?!\w)")


def latest_year(document: Document) -> int | None:
    """Return the year of publication, or else the latest year the text speaks of up to `LATEST`."""
    if document.published is not None:
        return document.published.year
    text, latest = document.text, 0
    for century in ("19", "20"):  # two looks for these take less time than one for a pattern
        place = text.find(century)
        while place >= 0:
            match = _years().match(text, place)
            if match and latest < int(match.group()) <= LATEST:
                latest = int(match.group())
            place = text.find(century, place + 2)
    return latest or None


def settle(reading: Reading, document: Document, now: int | None) -> Settled | None:
    """Return what the dates around an anniversary settle, or None if no number of years comes out of it."""
    first, second = _bracket(reading)
    years = reading.years
    if years is None:
        years = second.year - first.year if first and second and first.year and second.year else None
    if years is None or not 0 < years < 3000:
        return None
    since, date = _from_bracket(reading, years, document)
    if document.published is None and any(_is_told_begun(reading, found) for found in reading.near):
        now = None  # the latest year a text speaks of is not its own where it says when it all began
    if reading.day is not None and date is None:
        date = _of_this_year(reading, reading.day, document)
    kept = _kept_then(reading, document) if since is None and date is None else None
    if kept is not None:
        reading = evolve(reading, near=tuple(found for found in reading.near if found is not kept))
        date = make_date(kept.year, None, None)
    since, date = _from_near(reading, years, (since, date), now, document)
    own = since
    for found in reading.founded:
        # what is so many years old did not begin in the year in which the text appeared
        of_now = document.published is not None and found.year == document.published.year
        if found.year is not None and not of_now and _fits(found, years, since, date, now):
            since = _finer(since, found.date)
    date = _anniversary(own or since, date, years)
    if date is None:
        date = _from_publication(reading, document)
    return Settled(years, since, date)


def _bracket(reading: Reading) -> tuple[Found | None, Found | None]:
    """Return the first and second date of the bracket."""
    pair = [*reading.bracket, None, None]
    return pair[0], pair[1]


def _from_bracket(reading: Reading, years: int, document: Document) -> tuple[Date | None, Date | None]:
    """Return beginning and date as the bracket tells them."""
    first, second = _bracket(reading)
    if first is None or first.year is None:
        return None, None
    if second is None and _is_own_day(reading, first.year, years, document):
        return None, first.date  # "the 70th anniversary of ties (December 30, 2025)"
    if second is None or second.year is None or second.year - first.year == years:
        return first.date, second.date if second else None
    if abs(second.year - first.year - years) > 1:
        return None, None
    # "the 74th Republic Day (January 26, 1950 – 2023)": the first counts, too
    return first.date, _in_year(first.date, second) if second.year == first.year + years - 1 else None


def _in_year(since: Date, kept: Found) -> Date | None:
    """Return the day of the year on which an anniversary is kept: as told, else that on which it all began."""
    start = since.ends[0]
    if kept.date.grain != "year" or start is None or kept.year is None:
        return kept.date
    return make_date(kept.year, start.month, start.day)


def _is_own_day(reading: Reading, year: int, years: int, document: Document) -> bool:
    """Tell whether `year` is that of the anniversary itself: it began so long before, or nothing that began then is so old."""
    if year + years > LATEST or any(found.year is not None and found.year + years == year for found in reading.founded):
        return True
    return document.published is not None and abs(year - document.published.year) <= 1 and years > _NEAR


def _is_beginning(year: int, years: int, now: int | None) -> bool:
    """Tell whether `year` can be the beginning of something that is `years` old in the text's time."""
    if now is not None and now >= year + years - 1:
        return year + years <= now + 2
    return (now is None or now == year) and years >= 20 and year + years <= _NEWEST


def _of_this_year(reading: Reading, found: Found, document: Document) -> Date | None:
    """Return a date; without a year of its own, in that of publication."""
    parts = found.date.ends[0]
    if found.year is not None or parts is None or document.published is None:
        return found.date
    return make_date(document.published.year + (reading.offset or 0), parts.month, parts.day, implied=True)


def _from_near(
    reading: Reading, years: int, told: tuple[Date | None, Date | None], now: int | None, document: Document
) -> tuple[Date | None, Date | None]:
    """Return beginning and date with the dates of the sentence added where nothing was settled yet."""
    since, date = told
    for found in reading.near:
        if found.year is None:
            continue
        of_now = document.published is not None and found.year == now  # nothing of the day of publication is so old
        if (_is_beginning(found.year, years, now) and not of_now) or (now is None and _is_told_begun(reading, found)):
            since = since or found.date
        elif date is None and since is None and _is_own(reading, found, years, now, document):
            date = found.date if found.date.grain == "year" else make_date(found.year, None, None)
    return since, date


# the 1300th anniversary of the capital was celebrated in *2010* · In *2013*, they marked the 40th anniversary
def _is_own(reading: Reading, found: Found, years: int, now: int | None, document: Document) -> bool:
    """Tell whether a date of the sentence is that of the anniversary: near the text's time, or told with it if it is far off."""
    if found.year is None or now is None or abs(found.year - now) <= 2:
        return found.year is not None
    if found.year + years <= now + 2:
        return False  # it may be the beginning
    return found.start >= reading.end or found.start - document.sentence_at(reading.start).start <= _HEAD


# opened in *1995*, on the 20th anniversary of ties · held in 2010 on the occasion of the 1300th anniversary
# năm 1995, nhân kỷ niệm 20 năm; not "established in 1995, and mark the 20th anniversary"
def _kept_then(reading: Reading, document: Document) -> Found | None:
    """Return a date that an anniversary is the occasion of: nothing but words that say so stand between."""
    words = closed(document.lang, "occasion")
    for found in reading.near:
        gap = document.lower[found.end : reading.start].replace(",", " ").split() if found.end < reading.start else []
        if found.year is not None and 0 < len(gap) <= _OCCASION and all(word in words for word in gap):
            return found
    return None


def _is_told_begun(reading: Reading, found: Found) -> bool:
    """Tell whether a date of the sentence is that at which the text says that it all began."""
    return any(begun.start == found.start and begun.start < reading.start for begun in reading.founded)


def _fits(found: Found, years: int, since: Date | None, date: Date | None, now: int | None) -> bool:
    """Tell whether a beginning told elsewhere in the text can be this anniversary's."""
    if since is not None:
        return since.contains(found.date)
    if found.year is None:
        return False
    if date is not None and date.ends[0] is not None and date.ends[0].year is not None:
        return found.year + years == date.ends[0].year
    return _is_beginning(found.year, years, now)


def _finer(one: Date | None, other: Date) -> Date:
    """Return the finer of two dates of which one lies in the other."""
    return other if one is None or (one.contains(other) and len(other.edtf) > len(one.edtf)) else one


def _anniversary(since: Date | None, date: Date | None, years: int) -> Date | None:
    """Return the anniversary's own date: as stated, or following from its beginning, whichever says more."""
    if since is None:
        return date
    follows = later(since, years)
    if date is None or follows is None:
        return date or follows
    return follows if date.contains(follows) and len(follows.edtf) > len(date.edtf) else date


def _from_publication(reading: Reading, document: Document) -> Date | None:
    """Return the year the anniversary falls in by the day of publication; day and month from the bracket, if there."""
    first = reading.bracket[0] if reading.bracket else None
    parts = first.date.ends[0] if first and first.year is None else None
    if document.published is None:
        return first.date if first and parts else None
    year = document.published.year + (reading.offset or 0)
    return make_date(year, parts.month if parts else None, parts.day if parts else None, implied=True)


def shared(document: Document, told: Sequence[tuple[Reading, Settled | None]]) -> Iterator[tuple[Reading, Settled]]:
    """Yield each reading with what is settled, dates taken over from where the text tells the same anniversary in full."""
    full: dict[int, list[tuple[Reading, Settled]]] = {}
    for reading, settled in told:
        if settled is not None and settled.since is not None and len(full.setdefault(settled.years, [])) < _TWINS:
            full[settled.years].append((reading, settled))
    for reading, settled in told:
        if settled is None:
            continue
        twin = None
        if settled.since is None:
            twins = (other for found, other in full.get(settled.years, ()) if _same(document, found, reading))
            twin = next(twins, None)
        yield reading, twin or settled


def _same(document: Document, one: Reading, other: Reading) -> bool:
    """Tell whether two readings of as many years are of the same thing: most words of the shorter phrase stand in the other."""
    if one.of is None or other.of is None:
        return False
    first, second = (set(document.lower[start:end].split()) for start, end in (one.of, other.of))
    fewest = min(len(first), len(second))
    return len(first & second) * 3 >= fewest * 2
