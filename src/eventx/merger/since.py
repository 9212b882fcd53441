"""Dates of what was before all that is told: since when something is so, and the days that documents bear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eventx.clauses import CLAUSES
from eventx.merger.index import Index
from eventx.model import Span
from eventx.slots import words_pattern

_SINCE, _FEW = 40, 4
"""How far before a date "since" may stand, in code points and in words."""
_NUMBER = 40
"""How far before a date the number of a document may begin whose date it is."""


def since_when(index: Index) -> Iterator[Span]:
    """Yield the spans of dates of what was before all that is told: "the first talks *since* taking office on 4 May"."""
    words = index.words("since")
    for date in index.dates.items:
        if _is_of_paper(index.text, date.span.start):
            yield date.span
            continue
        start = max(date.span.start - _SINCE, 0)
        if not is_since(index, start, date.span.start):
            continue
        if not words.keys().isdisjoint(_nearest(index, start, date.span.start)[-_FEW:]):
            yield date.span


def _nearest(index: Index, start: int, end: int) -> list[str]:
    """Return the words of a stretch behind its last comma or stop."""
    return index.match[start:end].rpartition(",")[2].rpartition(".")[2].split()


# her first visit since she took office on 12 January · after assumption of office in May · following his appointment in May
def is_of_taking_office(index: Index, date: Span) -> bool:
    """Tell whether words right before a date tell since when somebody holds his office: what he takes, and that he does."""
    offices = index.words("in_office")
    words = _nearest(index, max(date.start - _SINCE, 0), date.start) if offices else []
    told = next((offices[word] for word in words[-2:] if word in offices), None)
    takes = index.words("takes_office") if told is not None else {}
    return told is True or (told is not None and any(word in takes for word in words[-_FEW - 1 :]))


@lru_cache(maxsize=16)
def _since(code: str) -> tuple[frozenset[str], re.Pattern[str]] | None:
    """Return the longest of the words of each phrase before dates of what was before, or is but spoken of, and their pattern."""
    phrases = tuple(CLAUSES.table(code, "since"))
    return (frozenset([max(phrase.split(), key=len) for phrase in phrases]), words_pattern(phrases)) if phrases else None


def is_since(index: Index, start: int, end: int) -> bool:
    """Tell whether words of what was before stand in a stretch; nearly always its words alone tell that none do."""
    known = _since(index.lang)
    if known is None or known[0].isdisjoint(index.match[start:end].split()):
        return False
    return known[1].search(index.match, start, end) is not None


# Resolution 57-NQ/TW of December 22, 2024 · Quyết định số 123/QĐ-TTg ngày 5/3/2024
def _is_of_paper(text: str, start: int) -> bool:
    """Tell whether the number of a document stands before a date, or one word before it: the day the document bears."""
    low = max(start - _NUMBER, 0)
    # nearly always there is neither mark
    if text.find("-", low, start) < 0 and text.find("/", low, start) < 0:
        return False
    return _numbered().search(text, low, start) is not None


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """Return what the number of a document looks like: digits, and capital letters behind a stroke or dash."""
    return re.compile(r"(?<!\S)\d{1,4}(?:[/-]\d{4})?[/-][^\W\d_a-z]{2}[^\W_]*(?:[/-][^\W_]+){0,3},?\s\(?(?:[^\W\d_]{1,6}\s)?\Z")


def is_of_agreement(index: Index, date: Span) -> bool:
    """Tell whether a date is that of a paper its sentence speaks of: "is based on the *agreement signed* in Lima on May 9"."""
    before = f" {' '.join(index.match[index.document.sentence_at(date.start).start : date.start].split())} "
    words = index.words("since")
    return any(" " in word and f" {word} " in before for word in words)
