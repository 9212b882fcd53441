"""Where clauses begin and end in a document, computed once for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import chain

import attrs

from eventx.clauses.dateline import behind_dateline
from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit
from eventx.model import Span
from eventx.records import swift

_QUOTED = 30
_OPENING = 60
_DATELINE = 100
_COMMAS = 6
_WORD = 16
_NAMED = 6


@lru_cache(maxsize=1)
def _marks() -> re.Pattern[str]:
    """Return the pattern of what bounds a clause by its form alone."""
    # a bracket, a quotation, a semicolon, or a colon that stands in no time of day
    # every alternative begins with one certain character, so that the text between them is passed over quickly
    quoted = "|".join(rf"{mark}[^\"“”\n]{{1,400}}[\"”]" for mark in '"“”')
    return re.compile(rf"\([^()\n]{{1,200}}\)|{quoted}|;|:(?!\d)")


@swift
@attrs.frozen(eq=False)
class Layout:
    """What bounds the clauses of one document, in the order of the text."""

    openers: tuple[Hit, ...]
    opener_starts: tuple[int, ...]
    cues: tuple[Hit, ...]
    cue_starts: tuple[int, ...]
    marks: tuple[int, ...]
    inner: tuple[Span, ...]
    inner_starts: tuple[int, ...]
    known_bounds: dict[int, Span] = attrs.field(factory=dict)
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
    """Read the layout of a document from the lexicon's hits and the marks."""
    text = document.text
    names, proper = _capitalised(document.lang)
    openers: list[Hit] = []
    cues: list[Hit] = []
    for hit in document.hits(CLAUSES):
        entry, start = hit.entry, hit.start
        if text[start].isupper() and (entry.surface in names or (entry.surface in proper and _opens_name(text, hit))):
            continue
        if entry.tag == "opener":
            openers.append(hit)
        else:
            cues.append(hit)
            if entry.value.get("opens"):
                openers.append(hit)
    marks: list[int] = []
    inner: list[Span] = []
    for match in _marks().finditer(text):
        start, end = match.span()
        first = text[start]
        if first in ";:":
            marks.append(start)
        elif first == "(" or end - start > _QUOTED:
            inner.append(Span(start + 1, end - 1))
    return Layout(
        openers=tuple(openers),
        opener_starts=tuple([hit.start for hit in openers]),
        cues=tuple(cues),
        cue_starts=tuple([hit.start for hit in cues]),
        marks=tuple(marks),
        inner=tuple(inner),
        inner_starts=tuple([span.start for span in inner]),
    )


@lru_cache(maxsize=16)
def _capitalised(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that are no words of clauses with a capital, and those that are none as the first of a name."""
    # "in May 2023" is no "may", nor is "Minister Said" a minister who said something
    names = chain(language_data(code).months, CLAUSES.table(code, "reporting"), CLAUSES.table(code, "named"))
    return frozenset(names), frozenset(CLAUSES.table(code, "proper"))


def _opens_name(text: str, hit: Hit) -> bool:
    """Tell whether a word with a capital is written as the first of a name: the city of *Can Tho*."""
    return text[hit.end : hit.end + 1] == " " and text[hit.end + 1 : hit.end + 2].isupper()


def bounds_at(document: Document, offset: int) -> Span:
    """Return the stretch between the marks around `offset`, within its bracket or quotation, else within its sentence."""
    layout = layout_of(document)
    found = layout.known_bounds.get(offset)
    if found is None:
        found = layout.known_bounds[offset] = _bounds_at(document, layout, offset)
    return found


def _bounds_at(document: Document, layout: Layout, offset: int) -> Span:
    """Return the stretch between the marks around `offset`."""
    sentence = document.sentence_at(offset)
    start, end = sentence.start, sentence.end
    # behind the last sentence there may be blanks
    if not start <= offset <= end:
        start, end = min(start, offset), max(end, offset)
    if not layout.inner and not layout.marks:
        return sentence if start == sentence.start and end == sentence.end else Span(start, end)
    position = bisect_right(layout.inner_starts, offset) - 1
    if position >= 0 and offset <= layout.inner[position].end:
        inner = layout.inner[position]
        return Span(max(start, inner.start), max(min(end, inner.end), offset))
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
    return sentence if start == sentence.start and end == sentence.end else Span(start, end)


@swift
@attrs.frozen(eq=False)
class Before:
    """What stands before an offset in its clause: the stretch that may hold its subject, and where its own words go on."""

    stretch: Span
    tail: int
    opener: Hit | None = None


def stretch_before(document: Document, offset: int) -> Before:
    """Return what belongs to the same clause before `offset`."""
    layout = layout_of(document)
    found = layout.known_stretches.get(offset)
    if found is None:
        found = layout.known_stretches[offset] = _stretch_before(document, layout, offset)
    return found


def _stretch_before(document: Document, layout: Layout, offset: int) -> Before:
    """Return what belongs to the same clause before `offset`."""
    start = _behind_dateline(document, layout, offset)
    end = offset
    tail = -1
    while True:
        index = bisect_left(layout.opener_starts, end) - 1
        opener = layout.openers[index] if index >= 0 and layout.openers[index].start >= start else None
        if opener is None:
            return Before(Span(start, end), start if tail < 0 else tail)
        if opener.end > end:
            return Before(Span(end, end), end, opener)
        begin = _begin(layout, index, start)
        opening = is_opening(document, begin, opener.start) or opens_with_phrase(document, begin, opener.start)
        if opening or _follows_phrase(document, layout, index, start):
            comma = -1 if _is_apposed(document, opener, end) else _opening_comma(document, opener, end)
            stretch = Span(comma + 1 if comma >= 0 else opener.end, end)
            return Before(stretch, stretch.start if tail < 0 else tail, None if comma >= 0 else opener)
        comma = _closing_comma(document, start, opener, end)
        if comma < 0:
            return Before(Span(opener.end, end), opener.end if tail < 0 else tail, opener)
        if tail < 0:
            tail = comma + 1
        goes_on = _verb_comma(document, opener.end, end) == comma
        if (
            not goes_on
            and any(char.isupper() for char in document.text[comma + 1 : end])
            and not _only_time(document, comma + 1, end)
        ):
            return Before(Span(comma + 1, end), comma + 1)
        end = opener.start


def _behind_dateline(document: Document, layout: Layout, offset: int) -> int:
    """Return where the stretch that holds `offset` begins, behind a dateline: "QĐND - *Nhận lời mời của* X, Y …"."""
    start = bounds_at(document, offset).start
    index = bisect_left(layout.opener_starts, start)
    if index == len(layout.openers) or not start < layout.opener_starts[index] < min(offset, start + _DATELINE):
        return start
    return behind_dateline(document, Span(start, offset), before=layout.opener_starts[index])


def _follows_phrase(document: Document, layout: Layout, index: int, start: int) -> bool:
    """Tell whether what opens the sentence is followed at once by another phrase: "Theo TTXVN, *nhận lời mời của* X, Y …"."""
    if not index or layout.openers[index - 1].start < start:
        return False
    first, opener = layout.openers[index - 1], layout.openers[index]
    between = document.text[first.end : opener.start].rstrip()
    adverbial = first.value == opener.value == "adverbial"
    return adverbial and between.endswith(",") and between.count(",") == 1 and is_opening(document, start, first.start)


def opens_with_phrase(document: Document, start: int, end: int) -> bool:
    """Tell whether the stretch is a phrase before its sentence's subject: "Meeting with Y", without a comma."""
    words = document.match[start:end].split(maxsplit=1)
    opens = bool(words) and words[0] in CLAUSES.table(document.lang, "opening_phrase")
    return opens and "," not in document.text[start:end] and document.sentence_at(start).start >= start - 1


def _begin(layout: Layout, index: int, start: int) -> int:
    """Return where what the opener at `index` may open begins: behind a word such as "said that", else at `start`."""
    if index and layout.openers[index - 1].start >= start and layout.openers[index - 1].value == "complement":
        return layout.openers[index - 1].end
    return start


def _closing_comma(document: Document, start: int, opener: Hit, end: int) -> int:
    """Return the offset of the comma that closes the clause `opener` opens before `end`, or -1.

    It is closed by a comma after which nothing can be a subject ("X, who arrived on Monday, met"), or, where the sentence opens
    with a phrase, by its first comma ("During a reception for X, who is on a visit, Y said").
    """
    comma = document.text.rfind(",", opener.end, end)
    if comma < 0 or _is_apposed(document, opener, end):
        return -1
    if _only_time(document, comma + 1, end):
        return comma
    verb = _verb_comma(document, opener.end, end)
    if verb >= 0:
        return verb
    layout = layout_of(document)
    first = bisect_left(layout.opener_starts, start)
    if layout.openers[first] is not opener and is_opening(document, start, layout.openers[first].start):
        return document.text.find(",", opener.end, end)
    return -1


def _opening_comma(document: Document, opener: Hit, end: int) -> int:
    """Return the offset of the comma that ends the phrase a sentence opens with, or -1: of those who accompany, the last."""
    if opener.entry.surface in CLAUSES.table(document.lang, "adverb") and _opens_with_subject(document, opener.end, end):
        # "Meanwhile the envoy of X, Y, met": an adverb opens no phrase
        return -1
    if opener.value != "participle":
        return _phrase_comma(document, opener.end, end)
    comma = document.text.rfind(",", opener.end, end)
    return comma if document.text[comma + 1 : end].strip() else document.text.find(",", opener.end, end)


def _phrase_comma(document: Document, start: int, end: int) -> int:
    """Return the offset of the first comma that no verb of the same phrase follows, or -1."""
    verbs = CLAUSES.table(document.lang, "phrase_verb")
    comma = document.text.find(",", start, end)
    for _ in range(_COMMAS if verbs else 0):
        following = document.text.find(",", comma + 1, end)
        words = document.match[comma + 1 : min(comma + _WORD, end)].split(maxsplit=1)
        if comma < 0 or following < 0 or not words or words[0] not in verbs or document.text[comma + 2].isupper():
            break
        comma = following
    return comma


def _opens_with_subject(document: Document, start: int, end: int) -> bool:
    """Tell whether the words right behind an adverb are somebody: a name or an article, without a comma before."""
    words = document.text[start:end].split(maxsplit=1)
    return bool(words) and (words[0][0].isupper() or words[0] in CLAUSES.table(document.lang, "determiner"))


def _is_apposed(document: Document, opener: Hit, end: int) -> bool:
    """Tell whether all there is before the first comma is a name, so that it closes nothing ("when Madam X, the envoy, paid")."""
    if opener.value == "participle" or opener.entry.surface not in CLAUSES.table(document.lang, "conjunction"):
        return False
    comma = document.text.find(",", opener.end, end)
    words = document.text[opener.end : max(comma, opener.end)].split()
    return 1 < len(words) <= _NAMED and all(word[0].isupper() for word in words) and not _only_time(document, opener.end, comma)


def _verb_comma(document: Document, start: int, end: int) -> int:
    """Return the offset of the first comma with an auxiliary right behind it ("X, accompanied by Y, is expected"), or -1."""
    comma = document.text.find(",", start, end)
    for _ in range(_COMMAS):
        if comma < 0:
            return -1
        words = document.match[comma + 1 : min(comma + _WORD, end)].split(maxsplit=1)
        if words and words[0] in CLAUSES.table(document.lang, "finite"):
            return comma
        comma = document.text.find(",", comma + 1, end)
    return -1


def _only_time(document: Document, start: int, end: int) -> bool:
    """Tell whether the stretch has no capitalised word but names of months and weekdays."""
    data = language_data(document.lang)
    words = document.text[start:end].split()
    return all(word[0] == word[0].lower() or word.strip(",.").lower() in {*data.months, *data.weekdays} for word in words)


@lru_cache(maxsize=16)
def _adverbs(code: str) -> tuple[str, ...]:
    """Return the adverbs that may open a sentence, each with the blank behind it."""
    return tuple(f"{adverb} " for adverb in CLAUSES.table(code, "adverb"))


def is_opening(document: Document, start: int, end: int) -> bool:
    """Tell whether the stretch holds at most words of time, so that what follows opens the sentence ("On April 21, during …")."""
    if end - start > _OPENING:
        return False
    data = language_data(document.lang)
    adverbs = CLAUSES.table(document.lang, "adverb")
    first = True
    for word in document.text[start:end].split():
        if not (word[0].isalnum() or any(map(str.isalnum, word))):
            continue
        bare = word.strip(",.()\"'“”").lower()
        is_time = bare in data.months or bare in data.weekdays or bare in data.parts_of_day
        is_time = is_time or (not bare.isalpha() and any(map(str.isdigit, bare)))
        if first:
            if not (is_time or bare in adverbs or document.lower[start:end].lstrip().startswith(_adverbs(document.lang))):
                return False
            first = False
        elif word[0].isupper() and not is_time:
            return False
    return True


def openers_in(document: Document) -> tuple[Hit, ...]:
    """Return the words that open clauses in a document, in the order of the text."""
    return layout_of(document).openers
