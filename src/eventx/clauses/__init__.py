"""Clauses: the stretch of text around a word that speaks of the same thing, and whether it speaks of a fact.

The words are in ``clauses/LANGUAGE.toml``; nothing here knows one. Boundaries are sentence ends, ``;`` and ``:``, brackets and
long quotations, and words that open a clause ("who", "after", "khi"). A comma alone bounds nothing, so that appositions stay inside.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

import attrs

from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit, Lexicon
from eventx.model import Span, Status

CLAUSES = Lexicon(
    name="clauses",
    package="eventx.clauses",
    tags=("opener", "status"),
    tables=("reporting", "determiner", "demonstrative", "light", "preposition", "leader", "noun"),
    keys={"status": frozenset({"status", "side", "opens", "reported"})},
)
"""The words that bound clauses and tell an event's status; part of the Engine's one pass for words."""

_QUOTED = 30
_ADJACENT = 16
_GOVERNED = 120
_FOLLOWING = 60


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    """Return the pattern of what bounds a clause by its form alone."""
    # a bracket, a quotation, a semicolon, or a colon that stands in no time of day
    return re.compile(r"(?P<inner>\([^()\n]{1,200}\)|[\"“”][^\"“”\n]{1,400}[\"”])|;|:(?!\d)")


@attrs.frozen(eq=False)
class _Layout:
    """What bounds the clauses of one document, in the order of the text."""

    openers: tuple[Hit, ...]
    opener_starts: tuple[int, ...]
    cues: tuple[Hit, ...]
    cue_starts: tuple[int, ...]
    marks: tuple[int, ...]
    inner: tuple[Span, ...]
    inner_starts: tuple[int, ...]

    def inner_at(self, offset: int) -> Span | None:
        """Return the bracket or quotation that `offset` lies inside, without its marks."""
        index = bisect_right(self.inner_starts, offset) - 1
        if index >= 0 and offset <= self.inner[index].end:
            return self.inner[index]
        return None


def _layout(document: Document) -> _Layout:
    """Return the document's layout, computed once."""
    return document.cached("clauses", _make_layout)


def _make_layout(document: Document) -> _Layout:
    """Read the layout of a document from the lexicon's hits and the marks."""
    hits: tuple[Hit, ...] = document.hits(CLAUSES)
    openers = tuple(hit for hit in hits if hit.tag == "opener" or hit.value.get("opens"))
    cues = tuple(hit for hit in hits if hit.tag == "status")
    marks: list[int] = []
    inner: list[Span] = []
    for match in _marks().finditer(document.text):
        if match["inner"] is None:
            marks.append(match.start())
        elif match.group()[0] == "(" or match.end() - match.start() > _QUOTED:
            inner.append(Span(match.start() + 1, match.end() - 1))
    return _Layout(
        openers=openers,
        opener_starts=tuple(hit.start for hit in openers),
        cues=cues,
        cue_starts=tuple(hit.start for hit in cues),
        marks=tuple(marks),
        inner=tuple(inner),
        inner_starts=tuple(span.start for span in inner),
    )


def _bounds(document: Document, offset: int) -> Span:
    """Return the stretch between the marks around `offset`, within its bracket or quotation, else within its sentence."""
    if not document.sentences:
        return Span(0, len(document.text))
    layout = _layout(document)
    sentence = document.sentence_at(offset)
    start, end = min(sentence.start, offset), max(sentence.end, offset)
    inner = layout.inner_at(offset)
    if inner is not None:
        return Span(max(start, inner.start), max(min(end, inner.end), offset))
    index = bisect_left(layout.marks, offset)
    if index and layout.marks[index - 1] >= start:
        start = layout.marks[index - 1] + 1
    if index < len(layout.marks) and layout.marks[index] < end:
        end = layout.marks[index]
    # a long quotation before or after is told apart too
    position = bisect_right(layout.inner_starts, offset) - 1
    if position >= 0 and layout.inner[position].start > start and document.text[layout.inner[position].start - 1] != "(":
        start = min(layout.inner[position].end + 1, offset)
    position += 1
    if position < len(layout.inner) and layout.inner[position].start <= end:
        opening = layout.inner[position].start - 1
        if document.text[opening] != "(":
            end = max(opening, offset)
    return Span(start, end)


def sentence_before(document: Document, offset: int) -> Span:
    """Return the part of the sentence before `offset`."""
    sentence = document.sentence_at(offset) if document.sentences else Span(0, offset)
    return Span(min(sentence.start, offset), offset)


def sentence_after(document: Document, offset: int) -> Span:
    """Return the part of the sentence from `offset` on."""
    sentence = document.sentence_at(offset) if document.sentences else Span(0, offset)
    return Span(offset, max(sentence.end, offset))


def clause_before(document: Document, offset: int) -> Span:
    """Return the stretch before `offset` that belongs to the same clause.

    Clauses put in between are left out: in "X, who arrived on Monday, met Y" it is "X, " for the offset of "met". An opening
    phrase is left out too: in "After the talks, X met Y" it is " X ".
    """
    return _before(document, offset)[0]


def clause_after(document: Document, offset: int) -> Span:
    """Return the stretch from `offset` on that belongs to the same clause."""
    end = _bounds(document, offset).end
    layout = _layout(document)
    index = bisect_left(layout.opener_starts, offset)
    if index < len(layout.openers) and layout.opener_starts[index] < end:
        end = layout.opener_starts[index]
    return Span(offset, end)


def clause_opener(document: Document, offset: int) -> Hit | None:
    """Return the word that opens the clause `offset` stands in ("who", "after"); ``None`` in a main clause."""
    return _before(document, offset)[1]


def _before(document: Document, offset: int) -> tuple[Span, Hit | None]:
    """Return the stretch of the same clause before `offset`, and the word that opens the clause."""
    start = _bounds(document, offset).start
    layout = _layout(document)
    end = offset
    while True:
        index = bisect_left(layout.opener_starts, end) - 1
        if index < 0 or layout.openers[index].start < start:
            return Span(start, end), None
        opener = layout.openers[index]
        if opener.end > end:
            return Span(end, end), opener
        if _is_initial(document, start, opener):
            comma = _closing_comma(document, opener.end, end)
            return (Span(comma + 1, end), None) if comma >= 0 else (Span(opener.end, end), opener)
        if not _is_closed(document, opener.end, end):
            return Span(opener.end, end), opener
        end = opener.start


def _is_initial(document: Document, start: int, opener: Hit) -> bool:
    """Tell whether the opener is the first word of its stretch."""
    return not any(char.isalnum() for char in document.text[start : opener.start])


def _closing_comma(document: Document, start: int, end: int) -> int:
    """Return the offset of the comma that ends an opening phrase, or -1."""
    return document.text.find(",", start, end)


def _is_closed(document: Document, start: int, end: int) -> bool:
    """Tell whether the clause opened before `start` is over before `end`: a comma, then nothing that could be a subject."""
    comma = document.text.rfind(",", start, end)
    if comma < 0:
        return False
    data = language_data(document.lang)
    words = document.text[comma + 1 : end].split()
    return all(word[0] == word[0].lower() or word.strip(",.").lower() in {*data.months, *data.weekdays} for word in words)


def status_at(document: Document, span: Span, *, near: bool = False) -> Status:
    """Return whether the words at `span` tell of something held, planned, cancelled or only thought of.

    Args:
        document: the document.
        span: the words that tell of an event.
        near: whether only words right before them can govern them (a past tense is not governed by a "will" further off).

    Returns:
        The status that the nearest governing word gives; ``held`` if there is none.

    """
    if not document.sentences:
        return "held"
    layout = _layout(document)
    stretch, opener = _before(document, span.start)
    if opener is not None and opener.tag == "status" and not near:
        return _cue_status(document, opener)
    index = bisect_left(layout.cue_starts, span.start) - 1
    while index >= 0 and layout.cues[index].start >= stretch.start:
        cue = layout.cues[index]
        index -= 1
        if cue.end > stretch.end or cue.value.get("side") == "after":
            continue
        if span.start - cue.end > (_ADJACENT if near else _GOVERNED):
            break
        return _cue_status(document, cue)
    return _status_after(document, span)


def _status_after(document: Document, span: Span) -> Status:
    """Return the status that words after `span` in its clause give ("the summit scheduled for June")."""
    layout = _layout(document)
    end = clause_after(document, span.end).end
    opener = bisect_left(layout.opener_starts, end)
    if opener < len(layout.openers) and layout.openers[opener].start == end and layout.openers[opener].value == "relative":
        end = _bounds(document, span.end).end
    end = min(end, span.end + _FOLLOWING)
    index = bisect_left(layout.cue_starts, span.end)
    while index < len(layout.cues) and layout.cues[index].end <= end:
        if layout.cues[index].value.get("side", "before") != "before":
            return _cue_status(document, layout.cues[index])
        index += 1
    return "held"


def _cue_status(document: Document, cue: Hit) -> Status:
    """Return the status a cue gives; near a word of reporting some give another one."""
    status: Status = cue.value["status"]
    reported: Status | None = cue.value.get("reported")
    if reported is not None and _is_reported(document, cue.start):
        return reported
    return status


def _is_reported(document: Document, offset: int) -> bool:
    """Tell whether the sentence at `offset` has a word of reporting."""
    sentence = document.sentence_at(offset)
    words = document.match[sentence.start : sentence.end].split()
    reporting = CLAUSES.table(document.lang, "reporting")
    return any(word in reporting for word in words) or any(
        " " in surface and f" {surface} " in f" {' '.join(words)} " for surface in reporting
    )


__all__ = [
    "CLAUSES",
    "clause_after",
    "clause_before",
    "clause_opener",
    "sentence_after",
    "sentence_before",
    "status_at",
]
