"""The stretches of a sentence and of a clause before and after an offset."""

from __future__ import annotations

from bisect import bisect_left

from eventx.clauses.layout import bounds_in, layout_of
from eventx.clauses.stretches import stretch_before
from eventx.document import Document
from eventx.lexicon import Hit
from eventx.model import Span
from eventx.records import maker

_NESTED = 3
"""How many clauses within each other are looked at."""
_span = maker(Span)


def sentence_before(document: Document, offset: int) -> Span:
    """Return the part of the sentence before `offset`.

    Args:
        document: the document.
        offset: where to look from.

    """
    sentence = document.sentence_at(offset)
    return _span(min(sentence.start, offset), offset)


def sentence_after(document: Document, offset: int) -> Span:
    """Return the part of the sentence from `offset` on.

    Args:
        document: the document.
        offset: where to look from.

    """
    sentence = document.sentence_at(offset)
    return _span(offset, max(sentence.end, offset))


def clause_before(document: Document, offset: int) -> Span:
    """Return the stretch before `offset` that belongs to the same clause.

    Clauses put in between are left out: in "X, who arrived on Monday, met Y" it is "X, " for the offset of "met". An opening
    phrase is left out too: in "After the talks, X met Y" it is " X ".

    Args:
        document: the document.
        offset: where the words begin whose clause is meant.

    """
    return stretch_before(document, offset).stretch


def clause_after(document: Document, offset: int) -> Span:
    """Return the stretch from `offset` on that belongs to the same clause.

    Args:
        document: the document.
        offset: where the words end whose clause is meant.

    """
    layout = layout_of(document)
    found = layout.known_ends.get(offset)
    if found is None:
        end = bounds_in(document, layout, offset).end
        index = bisect_left(layout.opener_starts, offset)
        if index < len(layout.openers) and layout.opener_starts[index] < end:
            end = layout.opener_starts[index]
        found = layout.known_ends[offset] = _span(offset, end)
    return found


def clause_opener(document: Document, offset: int) -> Hit | None:
    """Return the word that opens the clause `offset` stands in ("who", "after"); ``None`` in a main clause.

    Args:
        document: the document.
        offset: where the words begin whose clause is meant.

    """
    return stretch_before(document, offset).opener


def is_within_relative(document: Document, offset: int) -> bool:
    """Tell whether a relative clause is open at `offset`, maybe by way of another in it: ", *which* took place *as* part of"."""
    start = document.sentence_at(offset).start
    for _ in range(_NESTED):
        opener = clause_opener(document, offset)
        if opener is None or opener.start <= start:
            return False
        if opener.value == "relative":
            return True
        offset = opener.start
    return False
