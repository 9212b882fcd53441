"""Rules for English anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from eventx import Document, Hit, language_data
from eventx_anniversaries.dates import Found, date_at
from eventx_anniversaries.en_dates import DATE, bracket_after, dates_near, day_behind, preposition, year_that_marks
from eventx_anniversaries.numbers import any_of, digits, in_words, values
from eventx_anniversaries.reading import Reading, sentence_around

_LOOK_BACK = 110
_LOOK_AHEAD = 170
_MOST_MODIFIERS = 5


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    """Return the pattern of a word, possessives and hyphens included."""
    return re.compile(r"[^\W_]+(?:['.-][^\W_]+)*'?")


@lru_cache(maxsize=1)
def _start_of(nouns: tuple[str, ...], links: tuple[str, ...], articles: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the words between "anniversary" and what it is of."""
    return re.compile(rf"\s+(?:(?:{any_of(nouns)})\s)?(?:{any_of(links)})\s+(?:(?:{any_of(articles)})\s+)?")


@lru_cache(maxsize=1)
def _years_of(leads: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a time after a marking verb: "(the) (full) 55 years of", "thirty-five years since"."""
    return re.compile(
        rf"\s+(?:(?:{any_of(leads)})\s+){{0,2}}"
        r"(?P<number>\d{1,3}|[a-z]+(?:[- ][a-z]+)?)(?:\s+|-)years?\s+(?:of|since)\s+"
    )


def number_before(lower: str, floor: int, start: int, closed: Mapping[str, Any]) -> tuple[list[int], int, int] | None:
    """Return the numbers before a word, where they begin, and where the words between begin.

    "the 15th", "31st founding", "seventy-fifth", "one hundred and fiftieth", "50-year", "10th and 25th".
    """
    tokens = list(_token().finditer(lower, max(floor, start - _LOOK_BACK), start))[-10:]
    after = start
    for index in range(len(tokens) - 1, max(len(tokens) - 2 - _MOST_MODIFIERS, -1), -1):
        token = tokens[index]
        if lower[token.end() : after].strip(" -"):
            return None
        found = _number_at([item.group() for item in tokens[: index + 1]])
        if found is not None:
            number, first = found
            numbers = [number]
            if first >= 2 and tokens[first - 1].group() == "and":
                other = _number_at([item.group() for item in tokens[: first - 1]])
                if other is not None:
                    numbers, first = [other[0], number], other[1]
            return numbers, tokens[first].start(), token.end()
        if token.group() in closed["words"]:
            return None
        after = token.start()
    return None


def _number_at(words: list[str]) -> tuple[int, int] | None:
    """Return the number that the last of `words` ends, and the index of its first word."""
    last = words[-1]
    # "65 th": a page's broken ordinal
    if len(words) > 1 and last in ("th", "st", "nd", "rd") and words[-2].isdigit():
        return (int(words[-2]), len(words) - 2) if len(words[-2]) <= 4 else None
    match = digits().fullmatch(last)
    if match:
        return (int(match[1]), len(words) - 1) if match[2] or match[3] else None
    if last in ("year", "years", "years'") and len(words) > 1:
        previous = digits().fullmatch(words[-2])
        if previous:
            return int(previous[1]), len(words) - 2
        words = words[:-1]
        return _spelt(words)
    return _spelt(words) if _is_ordinal(last) else None


def _is_ordinal(word: str) -> bool:
    """Tell whether a word is an ordinal ("fiftieth", "twenty-fifth"), and not a plain numeral."""
    last = word.rsplit("-", 1)[-1]
    return last in values("en") and last[-2:] in ("th", "st", "nd", "rd") and last != "thousand"


def _spelt(words: list[str]) -> tuple[int, int] | None:
    """Return the number that the last words spell, and the index of its first word."""
    known = values("en")
    first = len(words)
    while first and len(words) - first < 5:
        parts = words[first - 1].split("-")
        if not (all(part in known for part in parts) or (words[first - 1] == "and" and first < len(words))):
            break
        first -= 1
    if first < len(words) and words[first] == "and":
        first += 1
    number = in_words([part for word in words[first:] for part in word.split("-")], "en")
    return None if number is None else (number, first)


def of_phrase(document: Document, end: int, stop: int, closed: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return where the phrase after "anniversary of" stands."""
    lower = document.lower
    pattern = _start_of(tuple(closed["start_nouns"]), tuple(closed["start_links"]), tuple(closed["start_articles"]))
    match = pattern.match(lower, end, stop)
    return _phrase(document, match.end(), stop, closed) if match else None


def _phrase(document: Document, start: int, stop: int, closed: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the phrase from `start` on, up to a bracket, a stop, a date, a verb or another anniversary."""
    lower, months = document.lower, language_data("en").months
    last = start
    for count, token in enumerate(_token().finditer(lower, start, stop)):
        gap = lower[last : token.start()]
        word = token.group()
        if count >= 18 or (count and gap.strip(" \"'") and not _pairs(document, last, token.start())) or word in closed["ends"]:
            break
        if word in months and date_at(lower, token.start(), min(token.start() + DATE, stop), "en") is not None:
            break  # "of the National Day *Sept. 2*"
        if word in ("in", "on", "since") and preposition().match(lower, token.start(), stop):
            break
        if word == "and" and _second_part(document, token.end(), stop):
            break
        if "--" in gap or (count and " - " in gap):
            break
        last = token.end()
    return (start, last) if last > start else None


def _pairs(document: Document, before: int, after: int) -> bool:
    """Tell whether a hyphen with a blank on one side stands between two names: Vietnam- Laos."""
    text = document.text
    return text[before:after] in ("- ", " -") and text[after].isupper() and text[text.rfind(" ", 0, before) + 1].isupper()


def _second_part(document: Document, start: int, stop: int) -> bool:
    """Tell whether "and" goes on with another anniversary or another verb instead of the phrase."""
    token = _token().search(document.lower, start, stop)
    if token is None:
        return True
    # what a bracket holds is no number of an anniversary: "between Peru and Chile (September 21, 1973 - 2023)"
    bracket = document.lower.find("(", start, start + 40)
    low = min(stop, start + 40, bracket if bracket >= 0 else stop)
    words = [item.group() for item in list(_token().finditer(document.lower, start, low))[:3]]
    if any(digits().fullmatch(word) or _is_ordinal(word) for word in words):
        return True
    return token.group().endswith("ed") and document.text[token.start()].islower()


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
    if found is None:
        if hit.tag == "anniversary" and len(bracket) == 2 and phrase:
            yield Reading(
                start=hit.start, end=hit.end, years=None, rule="anniversaries.en.anniversary", of=phrase, bracket=bracket
            )
        return
    numbers, start, between = found
    words = lower[between : hit.end].split()
    following = lower[hit.end : hit.end + 14].split()
    named = lower[phrase[0] : phrase[1]].split()[:5] if phrase else []
    if set(words + following[:1] + named) & set(closed["private"]):
        return
    if hit.tag == "day":
        if lower[between : hit.start].strip():
            return
        if _anniversary_follows(lower, hit.end, stop):
            return
        phrase = (hit.start, hit.end)
    elif phrase is None and lower[between : hit.start].strip():
        phrase = _trim(lower, between, hit.start)
    near = dates_near(lower, sentence.start, start, end, stop)
    near += year_that_marks(lower, sentence.start, start, tuple(closed["year_verbs"]))
    offset = year_offset(lower, sentence.start, sentence.end, tables["year_words"])
    for number in numbers:
        yield Reading(
            start=start, end=hit.end, years=number, rule="anniversaries.en.anniversary",
            of=phrase, bracket=bracket, near=near, offset=offset,
        )  # fmt: skip


def _anniversary_follows(lower: str, end: int, stop: int) -> bool:
    """Tell whether the word "anniversary" stands behind a named day, so that it reads the number itself."""
    return "anniversar" in lower[end : min(stop, end + 30)]


def _trim(lower: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks and hyphens around it."""
    piece = lower[start:end]
    return start + len(piece) - len(piece.lstrip(" -")), end - (len(piece) - len(piece.rstrip(" -")))


# the centenary of X · the golden jubilee of X
def jubilee(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read words that carry their number; rule anniversaries.en.jubilee."""
    sentence = sentence_around(document, hit.start)
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    phrase = of_phrase(document, hit.end, stop, tables["closed"])
    if phrase is None or set(document.lower[phrase[0] : phrase[1]].split()[:5]) & set(tables["closed"]["private"]):
        return
    yield Reading(
        start=hit.start, end=hit.end, years=int(hit.value), rule="anniversaries.en.jubilee", of=phrase,
        bracket=bracket_after(document.lower, phrase[1], stop),
        near=dates_near(document.lower, sentence.start, hit.start, phrase[1], stop),
        offset=year_offset(document.lower, sentence.start, sentence.end, tables["year_words"]),
    )  # fmt: skip


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
    phrase = _phrase(document, begin, stop, tables["closed"])
    if phrase is None or set(lower[phrase[0] : phrase[1]].split()[:5]) & set(tables["closed"]["private"]):
        return
    yield Reading(
        start=hit.start, end=end, years=years, rule="anniversaries.en.years_of", of=phrase,
        bracket=bracket_after(lower, phrase[1], stop), near=dates_near(lower, sentence.start, hit.start, phrase[1], stop),
        offset=year_offset(lower, sentence.start, sentence.end, tables["year_words"]),
    )  # fmt: skip


# the 60th anniversary of X (1962-2022), 45 years of Y (1977-2022)
def years_told(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read a number of years of something whose brackets tell first and last of them; rule anniversaries.en.years_told."""
    lower = document.lower
    sentence = sentence_around(document, hit.start)
    before = _token().search(lower, max(sentence.start, lower.rfind(" ", 0, hit.start - 1)), hit.start)
    if before is None or not before.group().isdigit() or lower[before.end() : hit.start].strip():
        return
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    phrase = _phrase(document, hit.end + 1, stop, tables["closed"])
    bracket = bracket_after(lower, phrase[1], stop) if phrase is not None else ()
    if phrase is None or set(lower[phrase[0] : phrase[1]].split()[:5]) & set(tables["closed"]["private"]):
        return
    told = [found.year for found in bracket]
    if len(told) == 2 and told[0] and told[1] and told[1] - told[0] == int(before.group()):
        yield Reading(
            start=before.start(), end=hit.start + len("years"), years=int(before.group()), rule="anniversaries.en.years_told",
            of=phrase, bracket=bracket,
        )  # fmt: skip


def _time_after(lower: str, end: int, stop: int, tables: Mapping[str, Mapping[str, Any]]) -> tuple[int, int, int] | None:
    """Return the number of years told right after `end`, where its phrase begins and where the words of time end."""
    match = _years_of(tuple(tables["closed"]["before_years"])).match(lower, end, stop)
    if match:
        number = match["number"]
        years = int(number) if number.isdigit() else in_words(re.split(r"[- ]", number), "en")
        return (years, match.end(), match.end("number") + len(" years")) if years else None
    head = lower[end : end + 40].lstrip()
    skipped = len(lower[end : end + 40]) - len(head)
    for period, value in tables["period"].items():
        if head.startswith((f"{period} of ", f"{period} since ")):
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
