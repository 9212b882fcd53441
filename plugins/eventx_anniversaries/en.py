"""Rules for English anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from eventx import Document, Hit, Span, language_data
from eventx_anniversaries.dates import Found, date_at
from eventx_anniversaries.en_dates import (
    bracket_after,
    dates_near,
    day_behind,
    day_it_falls_on,
    day_that_marks,
    preposition,
    year_that_marks,
)
from eventx_anniversaries.en_numbers import number_before
from eventx_anniversaries.en_phrases import of_phrase, owner_before, phrase_from, trimmed
from eventx_anniversaries.lexicon import closed as words_of
from eventx_anniversaries.numbers import any_of, in_words, some_of
from eventx_anniversaries.reading import Reading, sentence_around

_LOOK_AHEAD = 170
_KEPT = 60
"""How far before a birthday the word may stand that tells that it is kept, in code points."""
_KEPT_BEHIND = 4
"""How many words behind whose birthday it is may tell that it is kept."""


@lru_cache(maxsize=1)
def _years_of(leads: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a time after a marking verb: "(the) (full) 55 years of", "thirty-five years since"."""
    return re.compile(
        rf"\s+(?:(?:{any_of(leads)})\s+){{0,2}}"
        rf"(?P<number>\d{{1,3}}|[a-z]+(?:[- ][a-z]+)?)(?:\s+|-)(?P<time>years?)\s+{some_of('en', 'span_links')}\s+"
    )


@lru_cache(maxsize=1)
def _years_long(lasting: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of something that has lasted so long, after a marking verb: "30-year diplomatic ties"."""
    number, what = r"(?P<number>\d{1,3}|[a-z]+(?:-[a-z]+)?)", rf"(?P<what>(?:[\w-]+\s+){{0,3}}?(?:{any_of(lasting)})(?!\w))"
    return re.compile(rf"\s+{number}(?P<time>-year)\s+{what}")


def year_offset(lower: str, floor: int, stop: int, words: Mapping[str, int]) -> int | None:
    """Return how many years off the year of publication a sentence sets its anniversary."""
    sentence = lower[floor:stop]
    return next((offset for phrase, offset in words.items() if phrase in sentence), None)


# the 15th anniversary of X (June 2008-June 2023) · the 31st founding anniversary of their relations · the fiftieth anniversary ·
# the 10th and 25th anniversaries of X · the 78th National Day
def anniversary(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read "the Nth anniversary of X"; rule anniversaries.en.anniversary."""
    closed = tables["closed"]
    sentence = sentence_around(document, hit.start)
    lower = document.lower
    found = number_before(lower, sentence.start, hit.start, closed)
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    phrase = of_phrase(document, hit.end, stop, closed)
    end = phrase[1] if phrase else hit.end
    bracket = bracket_after(lower, hit.end, stop) or bracket_after(lower, end, stop) or day_behind(lower, end, stop)
    rule = "anniversaries.en.anniversary"
    if found is None:
        if hit.tag == "anniversary" and len(bracket) == 2 and phrase:
            yield Reading(start=hit.start, end=hit.end, years=None, rule=rule, of=phrase, bracket=bracket)
        return
    numbers, start, between = found
    words = lower[between : hit.end].split()
    following = lower[hit.end : hit.end + 14].split()
    named = lower[phrase[0] : phrase[1]].split()[:5] if phrase else []
    if set(words + following[:1] + named) & set(closed["private"]):
        return
    if hit.tag == "day":
        if lower[between : hit.start].strip() or _anniversary_follows(lower, hit.end, stop):
            return
        phrase = (hit.start, hit.end)
    elif phrase is None and lower[between : hit.start].strip(" -"):
        phrase = trimmed(lower, between, hit.start)
    elif phrase is None:
        phrase = owner_before(document, sentence.start, start, closed["particles"])
    near = dates_near(lower, sentence.start, start, end, stop)
    near += year_that_marks(lower, sentence.start, start, tuple(closed["year_verbs"]))
    offset = year_offset(lower, sentence.start, sentence.end, tables["year_words"])
    day = day_that_marks(document, sentence.start, start, closed) or day_it_falls_on(lower, end, stop)
    for number in numbers:
        yield Reading(
            start=start, end=hit.end, years=number, rule=rule, of=phrase, bracket=bracket, near=near, offset=offset, day=day,
        )  # fmt: skip
    yield from _coordinated(document, hit, end, sentence, tables)


@lru_cache(maxsize=1)
def _and_the() -> re.Pattern[str]:
    """Return the pattern of what goes on with another number: " (1973-2023) and the 10th of the"."""
    return re.compile(r"(?:\s\([^()]{4,70}\))?,?\s+and\s+(?:the\s+)?(?P<number>[a-z\d-]{3,20})(?=\s+of\s)")


# the 30th anniversary of diplomatic ties and *the 10th of the strategic partnership*
def _coordinated(
    document: Document, hit: Hit, end: int, sentence: Span, tables: Mapping[str, Mapping[str, Any]]
) -> Iterator[Reading]:
    """Read the number of another anniversary behind what a first one is of; rule anniversaries.en.coordinated."""
    lower, stop = document.lower, max(min(sentence.end, end + _LOOK_AHEAD), end)
    match = _and_the().match(lower, end, stop) if hit.tag == "anniversary" else None
    found = number_before(lower, match.start("number"), match.end("number"), tables["closed"]) if match else None
    phrase = of_phrase(document, match.end(), stop, tables["closed"]) if match is not None and found is not None else None
    if match is None or found is None or phrase is None or found[1] != match.start("number"):
        return
    yield Reading(
        start=match.start("number"), end=match.end("number"), years=found[0][0], rule="anniversaries.en.coordinated", of=phrase,
        bracket=bracket_after(lower, phrase[1], stop), near=dates_near(lower, sentence.start, hit.start, phrase[1], stop),
        offset=year_offset(lower, sentence.start, sentence.end, tables["year_words"]),
    )  # fmt: skip


def _anniversary_follows(lower: str, end: int, stop: int) -> bool:
    """Tell whether the word "anniversary" stands behind a named day, so that it reads the number itself."""
    return any(stem in lower[end : min(stop, end + 30)] for stem in words_of("en", "stems"))


# marking the 134th birthday of (the late) President X
def birthday(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read the birthday of somebody who holds or held an office, where it is kept; rule anniversaries.en.birthday."""
    lower, closed = document.lower, tables["closed"]
    sentence = sentence_around(document, hit.start)
    found = number_before(lower, sentence.start, hit.start, closed)
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    phrase = of_phrase(document, hit.end, stop, closed)
    if found is None or phrase is None or lower[found[2] : hit.start].strip():
        return
    whose = lower[phrase[0] : phrase[1]].split()
    around = lower[max(sentence.start, found[1] - _KEPT) : found[1]].split() + lower[phrase[1] : stop].split()[:_KEPT_BEHIND]
    named = sum(word[0].isupper() for word in document.text[phrase[0] : phrase[1]].split()) > 1
    office = named and set(whose[:3]) & set(closed["offices"]) and not set(whose) & set(closed["possessives"])
    if not office or set(around).isdisjoint((*closed["kept"], *closed["keeping"])):
        return
    yield Reading(
        start=found[1], end=hit.end, years=found[0][-1], rule="anniversaries.en.birthday", of=phrase,
        bracket=bracket_after(lower, phrase[1], stop), near=dates_near(lower, sentence.start, found[1], phrase[1], stop),
        offset=year_offset(lower, sentence.start, sentence.end, tables["year_words"]),
    )  # fmt: skip


# the centenary of X · the golden jubilee of X
def jubilee(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read words that carry their number; rule anniversaries.en.jubilee."""
    sentence = sentence_around(document, hit.start)
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    lower, closed = document.lower, tables["closed"]
    phrase = of_phrase(document, hit.end, stop, closed)
    end = phrase[1] if phrase is not None else hit.end
    if phrase is None:
        # "the party marked *its* centenary in 2021", "the *queen's* platinum jubilee"
        if not _is_of_somebody(document, hit, closed["possessives"]):
            return
        phrase = owner_before(document, sentence.start, hit.start, closed["particles"])
    if phrase is not None and set(lower[phrase[0] : phrase[1]].split()[:5]) & set(closed["private"]):
        return
    yield Reading(
        start=hit.start, end=hit.end, years=int(hit.value), rule="anniversaries.en.jubilee", of=phrase,
        bracket=bracket_after(lower, end, stop), near=dates_near(lower, sentence.start, hit.start, end, stop),
        offset=year_offset(document.lower, sentence.start, sentence.end, tables["year_words"]),
    )  # fmt: skip


def _is_of_somebody(document: Document, hit: Hit, possessives: Sequence[str]) -> bool:
    """Tell whether it is told right before a jubilee whose it is, and no name goes on behind it ("Centenary Conference")."""
    behind = document.text[hit.end + 1 : hit.end + 2]
    if document.text[hit.start].isupper() and behind.isupper():
        return False
    before = document.lower[max(hit.start - 12, 0) : hit.start].split()
    data = language_data("en")
    return bool(before) and (before[-1] in possessives or before[-1].endswith((*data.possessives, *data.plural_possessives)))


# marking 55 years of diplomatic relations · celebrated thirty years since … · marks half a century of ties
def years_of(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read a time after a marking verb; rule anniversaries.en.years_of."""
    sentence = sentence_around(document, hit.start)
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    lower = document.lower
    read = _time_after(lower, hit.end, stop, tables)
    if read is None:
        return
    years, begin, end = read
    phrase = phrase_from(document, begin, stop, tables["closed"])
    if phrase is None or set(lower[phrase[0] : phrase[1]].split()[:5]) & set(tables["closed"]["private"]):
        return
    near = dates_near(lower, sentence.start, hit.start, phrase[1], stop)
    near += year_that_marks(lower, sentence.start, hit.start, tuple(tables["closed"]["year_verbs"]))
    yield Reading(
        start=hit.start, end=end, years=years, rule="anniversaries.en.years_of", of=phrase,
        bracket=bracket_after(lower, phrase[1], stop), near=near,
        offset=year_offset(lower, sentence.start, sentence.end, tables["year_words"]),
    )  # fmt: skip


# the 60th anniversary of X (1962-2022), 45 years of Y (1977-2022) · Fifty years of diplomatic ties celebrated in Apia
def years_told(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read years of something whose brackets tell first and last of them, or that is kept; rule anniversaries.en.years_told."""
    lower = document.lower
    sentence = sentence_around(document, hit.start)
    years_end = hit.start + len(hit.entry.surface.split()[0])
    found = number_before(lower, sentence.start, years_end, tables["closed"])
    if found is None or lower[found[2] : years_end].strip():
        return
    years, start = found[0][-1], found[1]
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    phrase = phrase_from(document, hit.end + 1, stop, tables["closed"])
    bracket = bracket_after(lower, phrase[1], stop) if phrase is not None else ()
    if phrase is None or set(lower[phrase[0] : phrase[1]].split()[:5]) & set(tables["closed"]["private"]):
        return
    told = [date.year for date in bracket]
    first_and_last = len(told) == 2 and told[0] and told[1] and told[1] - told[0] == years
    if first_and_last or (start == sentence.start and _is_kept(lower, phrase, tables["closed"])):
        yield Reading(start=start, end=years_end, years=years, rule="anniversaries.en.years_told", of=phrase, bracket=bracket)


def _is_kept(lower: str, phrase: tuple[int, int], closed: Mapping[str, Any]) -> bool:
    """Tell whether something that lasts is kept: behind it stands "(are being) celebrated", and behind that no object."""
    words = lower[phrase[1] : phrase[1] + 40].split()
    while words and words[0] in closed["kept_before"]:
        words = words[1:]
    if not words or words[0].rstrip(".,;") not in closed["kept"]:
        return False
    if set(lower[phrase[0] : phrase[1]].split()).isdisjoint(closed["lasting"]):
        return False
    return len(words) == 1 or not words[0].isalpha() or words[1] in closed["kept_where"]


@lru_cache(maxsize=1)
def _links() -> tuple[str, ...]:
    """Return what stands between a period and what it is of, with the blanks around."""
    return tuple(f" {link} " for link in words_of("en", "span_links"))


def _time_after(lower: str, end: int, stop: int, tables: Mapping[str, Mapping[str, Any]]) -> tuple[int, int, int] | None:
    """Return the number of years told right after `end`, where its phrase begins and where the words of time end."""
    match = _years_of(tuple(tables["closed"]["before_years"])).match(lower, end, stop)
    if match:
        number = match["number"]
        years = int(number) if number.isdigit() else in_words(re.split(r"[- ]", number), "en")
        return (years, match.end(), match.end("time")) if years else None
    match = _years_long(tuple(tables["closed"]["lasting"])).match(lower, end, stop)
    if match:
        number = match["number"]
        years = int(number) if number.isdigit() else in_words(number.split("-"), "en")
        return (years, match.start("what"), match.end("time")) if years else None
    head = lower[end : end + 40].lstrip()
    skipped = len(lower[end : end + 40]) - len(head)
    for period, value in tables["period"].items():
        if head.startswith(period) and head[len(period) :].startswith(_links()):
            start = end + skipped + len(period)
            return value, lower.index(" ", start + 1) + 1, start
    return None


def founded(document: Document, hit: Hit) -> Iterator[Found]:
    """Yield the date at which the text says that relations began: "set up diplomatic ties in January 1992"."""
    sentence = sentence_around(document, hit.start)
    lower = document.lower
    for match in preposition().finditer(lower, hit.end, min(sentence.end, hit.end + 90)):
        date = date_at(lower, match.end(), min(match.end() + 24, sentence.end), "en")
        if date is not None and date.year:
            yield date
            return
