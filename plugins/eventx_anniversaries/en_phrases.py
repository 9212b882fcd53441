"""Where it is told what an English anniversary is of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from eventx import Document, language_data
from eventx_anniversaries.dates import date_at
from eventx_anniversaries.en_dates import DATE, preposition
from eventx_anniversaries.en_numbers import is_ordinal, word_pattern
from eventx_anniversaries.lexicon import closed as words_of
from eventx_anniversaries.numbers import any_of, digits

_OWNER = 80
"""How far before a number the one may be named whose anniversary it is, in code points."""

_DAY = 2
"""The most digits of a day."""
_PAIR, _TIED = 60, 5
"""How far behind a dash between two names, in code points and in words, what is between the two may be told."""


@lru_cache(maxsize=1)
def _start_of(nouns: tuple[str, ...], links: tuple[str, ...], articles: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the words between "anniversary" and what it is of."""
    return re.compile(rf"\s+(?:(?:{any_of(nouns)})\s)?(?:{any_of(links)})\s+(?:(?:{any_of(articles)})\s+)?")


def of_phrase(document: Document, end: int, stop: int, closed: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return where the phrase after "anniversary of" stands."""
    lower = document.lower
    pattern = _start_of(tuple(closed["start_nouns"]), tuple(closed["start_links"]), tuple(closed["start_articles"]))
    match = pattern.match(lower, end, stop)
    return phrase_from(document, match.end(), stop, closed) if match else None


def phrase_from(document: Document, start: int, stop: int, closed: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the phrase from `start` on, up to a bracket, a stop, a date, a verb or another anniversary."""
    lower, months = document.lower, language_data("en").months
    # "since the two *held* their first talks"
    clause = any(lower.startswith(f"{link} ", start - len(link) - 1) for link in closed["clause_links"])
    last = start
    for count, token in enumerate(word_pattern().finditer(lower, start, stop)):
        gap = lower[last : token.start()]
        word = token.group()
        paired = count and bool(gap.strip(" \"'")) and _pairs(document, last, token.start(), closed["between_two"])
        if count >= 18 or (count and gap.strip(" \"'") and not paired) or word in closed["ends"]:
            break
        if count and word in closed["verbs"] and (not clause or _has_finite(lower[start:last], closed)):
            break  # "of diplomatic ties *marked* in Apia", "since the two established diplomatic ties *took* place"
        dated = word in months or (count and word.isdigit() and len(word) <= _DAY)
        if dated and date_at(lower, token.start(), min(token.start() + DATE, stop), "en") is not None:
            break  # "of the National Day *Sept. 2*", "of the accord of *5 May*"
        if word in closed["date_links"] and preposition().match(lower, token.start(), stop):
            break
        if word in closed["where_links"] and _is_where(document, start, last, token.end(), closed["lasting"]):
            break  # "of diplomatic ties *in Apia*"
        if word in closed["joins"] and _second_part(document, token.end(), stop, closed):
            break
        if "--" in gap or (count and " - " in gap and not paired):
            break
        last = token.end()
    while lower.endswith(tuple(closed["hanging"]), start, last):
        last = lower.rindex(" ", start, last)  # "the attack *of* October 7"
    return (start, last) if last > start else None


def _has_finite(words: str, closed: Mapping[str, Any]) -> bool:
    """Tell whether one of some words ends as finite verbs do."""
    return any(f"{end} " in f"{words} " for end in closed["finite_ends"])


def _is_where(document: Document, start: int, end: int, behind: int, lasting: Sequence[str]) -> bool:
    """Tell whether "in" behind something that lasts brings a place, where it is kept."""
    return document.lower[start:end].rsplit(" ", 1)[-1] in lasting and document.text[behind + 1 : behind + 2].isupper()


# Fiji- Tonga ties · the Fiji – Tonga Treaty of Amity · Fiji - Papua New Guinea diplomatic relations
def _pairs(document: Document, before: int, after: int, nouns: Sequence[str]) -> bool:
    """Tell whether a dash stands between two names: a hyphen with a blank on one side, or one before what both have."""
    text = document.text
    if not (text[after].isupper() and text[text.rfind(" ", 0, before) + 1].isupper()):
        return False
    if text[before:after] in ("- ", " -"):
        return True
    if text[before:after] not in (" - ", " – ", " — "):
        return False
    words = document.lower[after : after + _PAIR].replace(",", " , ").replace(".", " . ").split()[1:_TIED]
    stop = next((at for at, word in enumerate(words) if word in (",", ".")), len(words))
    return any(word in nouns for word in words[:stop])


def _second_part(document: Document, start: int, stop: int, closed: Mapping[str, Any]) -> bool:
    """Tell whether "and" goes on with another anniversary or another verb instead of the phrase."""
    token = word_pattern().search(document.lower, start, stop)
    if token is None:
        return True
    # what a bracket holds is no number of an anniversary: "between Peru and Chile (September 21, 1973 - 2023)"
    bracket = document.lower.find("(", start, start + 40)
    low = min(stop, start + 40, bracket if bracket >= 0 else stop)
    words = [item.group() for item in list(word_pattern().finditer(document.lower, start, low))[:3]]
    if any(digits().fullmatch(word) or is_ordinal(word) for word in words):
        return True
    return token.group().endswith(tuple(closed["finite_ends"])) and document.text[token.start()].islower()


# NATO's 75th anniversary · the United Nations' 80th anniversary · the alliance's 75th anniversary
def owner_before(document: Document, floor: int, start: int, particles: Sequence[str]) -> tuple[int, int] | None:
    """Return where the one stands whose anniversary it is: the name right before its number, or the one word behind "the"."""
    low = max(floor, start - _OWNER)
    head = document.lower[low:start].rstrip()
    data = language_data("en")
    owned = head.endswith(data.possessives)
    if not (owned or head.endswith(data.plural_possessives)) or (owned and head.rsplit(None, 1)[-1][:-2] in data.weekdays):
        return None
    end = low + len(head) - (2 if owned else 1)
    words = list(word_pattern().finditer(document.lower, low, end))
    if not words:
        return None
    text, at = document.text, len(words) - 1
    if not text[words[at].start()].isupper():
        return (words[at].start(), end) if at and words[at - 1].group() in words_of("en", "articles") else None
    while at and not text[words[at - 1].end() : words[at].start()].strip():
        if not text[words[at - 1].start()].isupper() and words[at - 1].group() not in particles:
            break
        at -= 1
    at = next((index for index in range(at, len(words)) if words[index].group() not in particles), len(words) - 1)
    return words[at].start(), end


def trimmed(lower: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without blanks and hyphens around it."""
    piece = lower[start:end]
    return start + len(piece) - len(piece.lstrip(" -")), end - (len(piece) - len(piece.rstrip(" -")))
