"""A place found in a text, and the shapes of words that tell names from other words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

import attrs

from eventx import Document, Hit, by_value, swift

Kind = Literal["country", "region", "city", "venue", "demonym"]
ORDER: tuple[Kind, ...] = ("venue", "city", "region", "country", "demonym")
"""From the most to the least specific."""

BY_NAME: Mapping[Kind, str] = {
    "country": "places.country",
    "region": "places.region",
    "city": "places.city",
    "venue": "places.venue",
    "demonym": "places.demonym",
}
"""The rules that read a place by its own name alone."""

_TITLE = 120
_SYLLABLE = 8
"""The most letters of a Vietnamese syllable."""
_LETTERS = 8
"""Fewer letters do not show how a text is written."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Found:
    """A place as the rules of a language found it: its extent, what it is, and the rule.

    At `left` the words that belong to it begin: its classifier if it has one that is no part of the name.
    """

    start: int
    end: int
    kind: Kind
    country: str | None
    rule: str
    left: int


@swift
@attrs.frozen(eq=False)
class Relation:
    """What the words before a place make of it; there is one object for each case."""

    locative: bool = False
    goal: bool = False


NO_RELATION = Relation()
WITHIN = Relation(locative=True)
TOWARD = Relation(goal=True)
INTO = Relation(locative=True, goal=True)


def surface_end(text: str, hit: Hit) -> int:
    """Return the hit's end, with the full stop that closes an abbreviation such as U.S. or D.C."""
    end = hit.end
    return end + 1 if end - hit.start >= 3 and text[end - 2] == "." and text[end : end + 1] == "." else end


@cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word with its hyphens, apostrophes and stops, as far as it is looked at."""
    return re.compile(r"[\w'’.-]{1,29}")


def next_word(text: str, end: int) -> str:
    """Return the word that follows a single space behind `end`, or nothing."""
    if text[end : end + 1] != " ":
        return ""
    found = _word().match(text, end + 1)
    return found.group().partition("_")[0] if found else ""


def word_before(text: str, start: int) -> str:
    """Return the word that stands before `start`, parted by a single space, with its punctuation, or nothing."""
    if start < 2 or text[start - 1] != " ":
        return ""
    lower = start - 30 if start > 30 else 0
    blank = text.rfind(" ", lower, start - 1)
    word = text[blank + 1 if blank >= 0 else lower : start - 1]
    return word if "\n" not in word else word[word.rfind("\n") + 1 :]


def words_before(lowered: str, start: int, reach: int = 110) -> list[str]:
    """Return the words of the same line before `start`, in lower case with their punctuation."""
    window = lowered[max(start - reach, 0) : start]
    line = window.rfind("\n")
    found = window[line + 1 :].split()
    if line < 0 < start - reach and found:
        # the first may be cut
        found = found[1:]
    return found


def in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a name are all in capitals, as in headlines, so that capitals tell nothing."""
    around = text[max(start - 25, 0) : start] + text[end : end + 25]
    if sum(map(str.isupper, around)) < _LETTERS:
        # so it is nearly always
        return False
    letters = list(filter(str.isalpha, around))
    return len(letters) > _LETTERS and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _capitals(words: Sequence[str]) -> int:
    """Return how many longer words there are if all of them begin with capitals; -1 if not."""
    count = 0
    for word in words:
        if len(word) > 3 and word[0].isalpha():
            if not word[0].isupper():
                return -1
            count += 1
    return count


def in_title(text: str, start: int, end: int) -> bool:
    """Tell whether all longer words around a name begin with capitals, as in titles, so that capitals tell nothing."""
    line = text.rfind("\n", max(start - _TITLE, 0), start) + 1 or max(start - _TITLE, 0)
    stop = text.find("\n", end, end + _TITLE)
    behind = _capitals(text[end : stop if stop >= 0 else end + _TITLE].split()[:-1])
    if behind < 0:
        return False
    before = _capitals(text[line:start].split()[1:])
    return before >= 0 and behind + before >= 2


@cache
def _syllable() -> re.Pattern[str]:
    """Return the pattern of a Vietnamese syllable, in lower case without diacritics."""
    onset = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    return re.compile(rf"{onset}[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")


def is_syllable(word: str) -> bool:
    """Tell whether a word, with its capitals and tones, could be a Vietnamese syllable."""
    return len(word) <= _SYLLABLE and _is_syllable(word)


@lru_cache(maxsize=8192)
def _is_syllable(word: str) -> bool:
    """Tell whether a short word could be a Vietnamese syllable."""
    return _syllable().fullmatch(Document(word, language="vi").folded) is not None


def behind_family_name(document: Document, start: int, table: frozenset[str], floor: int) -> bool:
    """Tell whether the name at `start` is the tail of a personal name: capitalised syllables before it begin with a family name.

    Args:
        document: the document.
        start: where the name starts.
        table: family names, in the form of the words looked at.
        floor: the end of the place found before, which is no part of a personal name.

    """
    text, lowered = document.text, document.lower
    position = start
    for _ in range(3):
        word = word_before(text, position)
        if not word or not word[0].isupper() or not word.isalpha():
            return False
        position -= len(word) + 1
        if position < floor:
            return False
        if lowered[position : position + len(word)] in table:
            return True
    return False
