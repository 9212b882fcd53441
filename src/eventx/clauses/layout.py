"""Where clauses begin and end in a document, computed once for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

import attrs

from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit
from eventx.model import Span
from eventx.records import maker, swift

_QUOTED = 30
_SAYER, _WORD = 80, 12
"""How long the name of who said something may be behind the quotation, and the word behind "said", in code points."""
_span = maker(Span)


_MARKS = ';:("“”'


@lru_cache(maxsize=1)
def _inner() -> re.Pattern[str]:
    """Return the pattern of a bracket or a quotation."""
    return re.compile(r"\([^()\n]{1,200}\)|[\"“”][^\"“”\n]{1,400}[\"”]")


def _places(text: str) -> list[int]:
    """Return where what may bound a clause by its form alone stands in a text, in order."""
    # each mark is looked for by itself, which takes a fifth of the time that a pattern for all of them takes
    found = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found


@swift
@attrs.frozen(eq=False)
class Before:
    """What stands before an offset in its clause: the stretch that may hold its subject, and where its own words go on."""

    stretch: Span
    tail: int
    opener: Hit | None = None


@swift
@attrs.frozen(eq=False, repr=False)
class Layout:
    """What bounds the clauses of one document, in the order of the text."""

    openers: tuple[Hit, ...]
    opener_starts: tuple[int, ...]
    cues: tuple[Hit, ...]
    cue_starts: tuple[int, ...]
    behind: tuple[Hit, ...]
    """The cues that may stand behind what they are said of: few texts have one."""
    marks: tuple[int, ...]
    inner: tuple[Span, ...]
    inner_starts: tuple[int, ...]
    cuts: tuple[int, ...]
    """Where marks, brackets and quotations stand: a sentence without one is not looked at further."""
    known_stretches: dict[int, Before] = attrs.field(factory=dict)
    known_ends: dict[int, Span] = attrs.field(factory=dict)


def layout_of(document: Document) -> Layout:
    """Return the document's layout, computed once."""
    try:
        layout: Layout = document._hits["clauses"][0]  # noqa: SLF001 - asked for very often
    except KeyError:
        return document.cached("clauses", _make_layout)
    return layout


def share_layout(document: Document, other: Document) -> None:
    """Let another document of the same text have the words that bound clauses, and the layout if it was asked for."""
    other.keep_hits(CLAUSES, document.hits(CLAUSES))
    found = document._hits.get("clauses")  # noqa: SLF001 - as above
    if found is not None:
        other._hits["clauses"] = found  # noqa: SLF001 - as above


def _make_layout(document: Document) -> Layout:
    """Return the layout of a document, as the lexicon's hits and the marks tell it."""
    text = document.text
    names, proper = _capitalised(document.lang)
    letters, prepositions = CLAUSES.table(document.lang, "letters"), CLAUSES.table(document.lang, "barrier")
    openers: list[Hit] = []
    cues: list[Hit] = []
    for hit in document.hits(CLAUSES):
        entry, start = hit.entry, hit.start
        if text[start].isupper() and (entry.surface in names or (entry.surface in proper and _opens_name(text, hit))):
            continue
        if entry.surface in letters and text[hit.start : hit.end].isupper():
            continue
        if entry.tag == "opener":
            if entry.value != "complement" or not _is_behind_quote(text, hit, prepositions):
                openers.append(hit)
        else:
            cues.append(hit)
            if entry.value.get("opens"):
                openers.append(hit)
    marks, inner = _marks(text)
    return Layout(
        openers=tuple(openers),
        opener_starts=tuple([hit.start for hit in openers]),
        cues=tuple(cues),
        cue_starts=tuple([hit.start for hit in cues]),
        behind=tuple([hit for hit in cues if hit.entry.value.get("side", "before") != "before"]),
        marks=tuple(marks),
        inner=tuple(inner),
        inner_starts=tuple([span.start for span in inner]),
        cuts=tuple(sorted([*marks, *[edge for span in inner for edge in (span.start, span.end)]])),
    )


def _marks(text: str) -> tuple[list[int], list[Span]]:
    """Return where marks bound clauses of a text, and what stands within its brackets and long quotations."""
    marks: list[int] = []
    inner: list[Span] = []
    end = 0
    for start in _places(text):
        if start < end:
            continue  # within a bracket or a quotation
        first = text[start]
        if first == ";" or (first == ":" and not text[start + 1 : start + 2].isdecimal()):
            marks.append(start)  # a colon stands in times of day, too
        elif first != ":":
            match = _inner().match(text, start)
            if match is None:
                continue
            end = match.end()
            if first == "(" or end - start > _QUOTED:
                inner.append(_span(start + 1, end - 1))
    return marks, inner


@lru_cache(maxsize=16)
def _capitalised(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are no words of clauses with a capital, and those that are none as the first of a name."""
    # "in May 2023" is no "may", nor is "Minister Said" a minister who said something
    names = chain(language_data(code).months, CLAUSES.table(code, "reporting"), CLAUSES.table(code, "named"))
    return frozenset(names), frozenset(CLAUSES.table(code, "proper"))


# "We repeat that," X *said* at a briefing following talks with Y
def _is_behind_quote(text: str, hit: Hit, prepositions: Mapping[str, object]) -> bool:
    """Tell whether a verb of saying tells who said what was quoted before it, and goes on with where: it opens no clause."""
    following = text[hit.end : hit.end + _WORD].split(maxsplit=1)
    if not following or following[0] not in prepositions:
        return False
    start = max(hit.start - _SAYER, 0)
    quote = max(text.rfind('"', start, hit.start), text.rfind("”", start, hit.start))
    return quote > 0 and text[quote - 1] in ",?!" and "\n" not in text[quote : hit.start]


def _opens_name(text: str, hit: Hit) -> bool:
    """Tell whether a word with a capital is written as the first of a name: the city of *Can Tho*."""
    return text[hit.end : hit.end + 1] == " " and text[hit.end + 1 : hit.end + 2].isupper()


def bounds_in(document: Document, layout: Layout, offset: int) -> Span:
    """Return the stretch between the marks around `offset`, within its bracket or quotation, else within its sentence."""
    sentence = document.sentence_at(offset)
    start, end = sentence.start, sentence.end
    # behind the last sentence there may be blanks
    outside = not start <= offset <= end
    if outside:
        start, end = min(start, offset), max(end, offset)
    cuts = layout.cuts
    index = bisect_left(cuts, start - 1)
    if index < len(cuts) and cuts[index] <= end + 1:
        return _between_marks(document, layout, offset, start, end)
    # nothing within most sentences bounds anything
    return _span(start, end) if outside else sentence


def _between_marks(document: Document, layout: Layout, offset: int, start: int, end: int) -> Span:
    """Return what is left of a stretch around `offset` that has marks within."""
    position = bisect_right(layout.inner_starts, offset) - 1
    if position >= 0 and offset <= layout.inner[position].end:
        inner = layout.inner[position]
        return _span(max(start, inner.start), max(min(end, inner.end), offset))
    marks = layout.marks
    if marks:
        index = bisect_left(marks, offset)
        if index and marks[index - 1] >= start:
            start = marks[index - 1] + 1
        if index < len(marks) and marks[index] < end:
            end = marks[index]
    # a long quotation before or after is told apart too
    if position >= 0 and layout.inner[position].start > start and document.text[layout.inner[position].start - 1] != "(":
        start = min(layout.inner[position].end + 1, offset)
    position += 1
    if position < len(layout.inner) and layout.inner[position].start <= end:
        opening = layout.inner[position].start - 1
        if document.text[opening] != "(":
            end = max(opening, offset)
    return _span(start, end)


def openers_in(document: Document) -> tuple[Hit, ...]:
    """Return the words that open clauses in a document, in the order of the text."""
    return layout_of(document).openers
