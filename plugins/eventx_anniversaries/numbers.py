"""Numbers of years before and after a word: digits, ordinals, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from eventx import language_data
from eventx_anniversaries.lexicon import closed

_TEN = 10


def any_of(words: Iterable[str]) -> str:
    """Return words as the alternatives of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def some_of(code: str, name: str) -> str:
    """Return a closed set of words as a group of a pattern, in which more than one blank may stand between words."""
    return f"(?:{any_of(closed(code, name))})".replace(r"\ ", r"\s+")


@lru_cache(maxsize=4)
def values(code: str) -> dict[str, int]:
    """Return the numerals and ordinals of a language."""
    data = language_data(code)
    return {**data.ordinals, **data.numerals}


def in_words(words: Sequence[str], code: str) -> int | None:
    """Return the number that English words tell ("one", "hundred", "twenty", "fifth"), or None if they tell none."""
    known = values(code)
    total = 0
    for word in words:
        if word in closed(code, "joins"):
            continue
        value = known.get(word)
        if value is None:
            return None
        total = max(total, 1) * 100 if value == 100 else total + value
    return total or None


def in_vietnamese_words(words: Sequence[str], code: str) -> int | None:
    """Return the number that Vietnamese words tell: "bảy mươi lăm", "một trăm", "năm mươi"."""
    known = values(code)
    total = unit = 0
    for word in words:
        value = known.get(word)
        if value is None:
            return None
        if value == _TEN and unit:
            total, unit = total + unit * 10, 0
        elif value >= 100:
            total, unit = total + max(unit, 1) * value, 0
        elif value == _TEN:
            total += 10
        else:
            total, unit = total + unit, value
    return total + unit or None


@lru_cache(maxsize=1)
def digits() -> re.Pattern[str]:
    """Return the pattern of a number as a token: ``15th``, ``50-year``, ``50``."""
    return re.compile(rf"(\d{{1,4}})({any_of(language_data('en').ordinal_endings)})?(-years?)?")
