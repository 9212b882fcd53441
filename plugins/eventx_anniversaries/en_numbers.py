"""The number before an English word for an anniversary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from eventx import language_data
from eventx_anniversaries.lexicon import closed as words_of
from eventx_anniversaries.numbers import digits, in_words, values

_LOOK_BACK = 110
_MOST_MODIFIERS = 5


@lru_cache(maxsize=1)
def word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word: possessives, hyphens, the commas of long numbers and what is added (ASEAN+3) included."""
    return re.compile(r"[^\W_]+(?:(?:['.-]|\+(?=\d)|(?<=\d),(?=\d{3}))[^\W_]+)*'?")


def number_before(lower: str, floor: int, start: int, closed: Mapping[str, Any]) -> tuple[list[int], int, int] | None:
    """Return the numbers before a word, where they begin, and where the words between begin.

    "the 15th", "31st founding", "seventy-fifth", "one hundred and fiftieth", "50-year", "two-year", "1,000th", "10th and 25th".
    """
    tokens = list(word_pattern().finditer(lower, max(floor, start - _LOOK_BACK), start))[-10:]
    after = start
    for index in range(len(tokens) - 1, max(len(tokens) - 2 - _MOST_MODIFIERS, -1), -1):
        token = tokens[index]
        if lower[token.end() : after].strip(" -"):
            return None
        found = _number_at([item.group() for item in tokens[: index + 1]])
        if found is not None:
            number, first = found
            numbers = [number]
            if first >= 2 and tokens[first - 1].group() in closed["joins"]:
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
    if len(words) > 1 and last in language_data("en").ordinal_endings and words[-2].isdecimal():
        return (int(words[-2]), len(words) - 2) if len(words[-2]) <= 4 else None
    match = digits().fullmatch(last.replace(",", ""))
    if match:
        return (int(match[1]), len(words) - 1) if match[2] or match[3] else None
    if last in words_of("en", "years") and len(words) > 1:
        previous = digits().fullmatch(words[-2])
        if previous:
            return int(previous[1]), len(words) - 2
        words = words[:-1]
        return _spelt(words)
    for suffix in words_of("en", "year_suffixes"):
        if last.endswith(suffix):
            return _spelt([*words[:-1], last.removesuffix(suffix)])
    return _spelt(words) if is_ordinal(last) else None


def is_ordinal(word: str) -> bool:
    """Tell whether a word is an ordinal ("fiftieth", "twenty-fifth"), and not a plain numeral."""
    last = word.rsplit("-", 1)[-1]
    ends = last[-2:] in language_data("en").ordinal_endings
    return ends and last in values("en") and last not in words_of("en", "no_ordinals")


def _spelt(words: list[str]) -> tuple[int, int] | None:
    """Return the number that the last words spell, and the index of its first word."""
    known = values("en")
    first = len(words)
    while first and len(words) - first < 5:
        parts = words[first - 1].split("-")
        if not (all(part in known for part in parts) or (words[first - 1] in words_of("en", "joins") and first < len(words))):
            break
        first -= 1
    if first < len(words) and words[first] in words_of("en", "joins"):
        first += 1
    number = in_words([part for word in words[first:] for part in word.split("-")], "en")
    return None if number is None else (number, first)
