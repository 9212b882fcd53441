"""Words and numbers of a text that a date may hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eventx import Document, language_data
from eventx_dates.lexer import LEXICON, Vocabulary
from eventx_dates.numbers import ordinal_ending

_QUERY = 36  # characters of a phrase that is typed in, at most


# Looked for where a digit stands, so what must not stand before it is told behind that digit.
# 2022 | 5/9, 5-9, 5.9.22, 5th, 90s | '98 | 1Q13 | 05SEP2022
@lru_cache(maxsize=1)
def _digits() -> re.Pattern[str]:
    """Return the pattern of a number that may be part of a date."""
    # each by itself, so that the first letter tells which to look at
    ordinals = "|".join(rf"{ending}\b" for ending in language_data("en").ordinal_endings)
    return re.compile(
        r"[0-9](?<![0-9][0-9])(?:"
        r"(?<![.,/][0-9])(?:(?<=1)[0-9]|(?<=2)[01])[0-9][0-9](?![0-9,][0-9])"
        r"|(?<![0-9][.,/–-][0-9])[0-9]?(?:[/\-–](?:[12][0-9])?[0-9]{1,2}(?![0-9])|\.[0-9]{1,2}\.[0-9][0-9]"
        rf"|{ordinals}|0?s\b|(?<=[23])d\b)"
        r"|[0-9]\b(?<=['’][0-9][0-9])"
        r"|[QH](?<=[1-4][QH])(?<![^\W_][0-9][QH])(?:19|20)?[0-9]{2}\b"
        r"|[0-9]?[A-Z][A-Z][A-Z](?:19|20)[0-9][0-9]\b)"
    )


@lru_cache(maxsize=1)
def _marked() -> re.Pattern[str]:
    """Return the pattern of a digit, a dot or a dash right behind a word."""
    return re.compile(r"[\w\W]{0,2}[\d.–—-]")


@lru_cache(maxsize=1)
def _digit() -> re.Pattern[str]:
    """Return the pattern of a digit."""
    return re.compile(r"\d")


@lru_cache(maxsize=1)
def _number_behind() -> re.Pattern[str]:
    """Return the pattern of a day with its ending, or with its year, behind a month."""
    return re.compile(rf"\s(?:[0-9]{{1,2}}{ordinal_ending()}\b|[0-9]{{1,2}},?\s(?:19|20)[0-9][0-9]\b)")


@lru_cache(maxsize=1)
def _number_before() -> re.Pattern[str]:
    """Return the pattern of a day with its ending before a month."""
    return re.compile(rf"[0-9]{ordinal_ending()}(?:\s(?:{'|'.join(LEXICON.table('en', 'of'))}))?\s$")


@lru_cache(maxsize=1)
def _year_behind() -> re.Pattern[str]:
    """Return the pattern of a year behind a month: 5 may 2019."""
    return re.compile(r",?\s(?:1[0-9]|20)[0-9][0-9]\b")


@lru_cache(maxsize=1)
def _day_before() -> re.Pattern[str]:
    """Return the pattern of a bare day before a month."""
    return re.compile(r"(?<![0-9.,/])[0-9]{1,2}\s$")


def anchors(document: Document, words: Vocabulary) -> tuple[dict[int, int], set[int]]:
    """Return where words and numbers start and end that a date may hang on, and which of the words may be none: "may"."""
    hits, capital = document.hits(LEXICON), words.capital
    ends = {hit.start: hit.end for hit in hits}
    ends.update(_numbers(document.text))
    return ends, {hit.start for hit in hits if hit.entry.surface in capital}


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers start and end that a date may hang on."""
    # ten looks for one digit take a quarter of the time that a pattern takes to look for any
    digits: list[int] = []
    for digit in "0123456789":
        place = text.find(digit)
        while place >= 0:
            digits.append(place)
            place = text.find(digit, place + 1)
    done, number_at = 0, _digits().match
    for place in sorted(set(digits).difference([place + 1 for place in digits])):  # the first of each row
        if place >= done and (number := number_at(text, place)):
            done = number.end()
            yield place, done


def is_anchor(text: str, words: Vocabulary, start: int, end: int) -> bool:
    """Tell whether "May", "March", "Sun" may begin or be a date: a digit, a mark or a word of dates stands beside it."""
    if text[start].islower():
        return is_query(text) or beside_a_date(text, start, end)
    if _marked().match(text, end) or not start or not text[start - 1].isspace():
        return True
    before = text[max(start - 12, 0) : start].split()
    if not before or _digit().search(before[-1]):
        return True
    low = before[-1].lower().strip(",.(")
    return low in words.known and (low not in words.capital or before[-1][0].isupper())


def is_query(text: str) -> bool:
    """Tell whether a text is no prose but a phrase typed in: "early march"."""
    return len(text) <= _QUERY and text[-1] not in ".!?"


@lru_cache(maxsize=1)
def _before_small() -> frozenset[str]:
    """Return the last letters of what stands before a small "may" or "march" that is a month: 5th may, 5th of may."""
    return frozenset(word[-1] for word in (*language_data("en").ordinal_endings, *LEXICON.table("en", "of")))


def beside_a_date(text: str, start: int, end: int) -> bool:
    """Tell whether numbers beside a small "may" or "march" make it a month: march 3rd, 5th of may, may 5, 2022."""
    if not text[end + 1 : end + 2].isdigit() and text[max(start - 2, 0) : start - 1] not in _before_small():
        return False  # most are verbs
    if _number_behind().match(text, end) or _number_before().search(text, max(start - 10, 0), start):
        return True
    return bool(_year_behind().match(text, end) and _day_before().search(text, max(start - 4, 0), start))
