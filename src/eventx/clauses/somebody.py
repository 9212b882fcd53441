"""Whether a stretch of text names somebody."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.model import Span

_QUOTES = " \"'“”‘’"


def names_somebody(document: Document, stretch: Span) -> bool:
    """Tell whether the stretch has a capitalised word that does not begin the sentence and names no month, weekday or feast."""
    if document.text[stretch.start : stretch.end].islower():
        return False
    nobody = _nobody(document.lang)
    if _has_plain_name(document.text[stretch.start : stretch.end], nobody):
        return True
    for match in _capitals().finditer(document.text, stretch.start, stretch.end):
        word = match.group()
        if not word[0].isupper() or word.lower() in nobody:
            continue
        # most stretches have such a word within the sentence, and are spared the look for where that begins
        # behind a quotation mark it still begins the sentence
        opening = document.text[stretch.start : match.start()].strip(_QUOTES)
        if opening or document.text[document.sentence_at(stretch.start).start : stretch.start].strip(_QUOTES):
            return True
    return False


def _has_plain_name(text: str, nobody: Container[str]) -> bool:
    """Tell whether a word of letters alone, behind another one, has a capital: what tells of nearly all that name somebody."""
    for word in text.split()[1:]:  # noqa: SIM110 - written out, as it is asked for very often
        if word[0].isupper() and word.isalpha() and word.lower() not in nobody:
            return True
    return False


@lru_cache(maxsize=16)
def _nobody(code: str) -> frozenset[str]:
    """Return the words that are nobody's name though they have a capital: of months, weekdays and feasts."""
    data = language_data(code)
    return frozenset((*CLAUSES.table(code, "nobody"), *data.months, *data.weekdays))


@lru_cache(maxsize=1)
def _capitals() -> re.Pattern[str]:
    """Return the pattern of words that may begin with a capital."""
    return re.compile(r"[^\W\d_a-z]\w*")
