"""What is known of a word taken alone, worked out once: the word without diacritics, whether it is a Vietnamese syllable."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from eventx import Document

T = TypeVar("T")

_LONGEST, _MOST = 20, 16_384
"""How long a word may be, and how many there may be, to be kept."""
_SYLLABLE = 7
"""The most letters of a syllable."""


class ByWord(dict[str, T]):
    """What a rule tells of words, a table that fills itself and begins anew when it is full."""

    __slots__ = ("_rule",)

    def __init__(self, rule: Callable[[str], T]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, word: str) -> T:
        """Return what the rule tells of a word, kept if it is no longer than words are."""
        found = self._rule(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


@lru_cache(maxsize=1)
def folds() -> ByWord[str]:
    """Return the one table of words without diacritics."""
    return ByWord(lambda word: Document(word, language="vi").folded)


@lru_cache(maxsize=1)
def syllables() -> ByWord[bool]:
    """Return the one table of which words can be Vietnamese syllables."""
    without, syllable = folds(), _syllable()
    return ByWord(lambda word: len(word) <= _SYLLABLE and syllable.fullmatch(without[word]) is not None)


def _syllable() -> re.Pattern[str]:
    """Return the pattern of a Vietnamese syllable without diacritics."""
    return re.compile(
        r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
        r"(?:oai|oay|uay|uoi|uya|uye|uou|ieu|yeu|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ya|ye|[aeiouy])"
        r"(?:ch|ng|nh|[cmnpt])?"
    )
