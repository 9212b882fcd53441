"""The stretch before an offset that belongs to the same clause: without what is put in between and what opens it."""

from __future__ import annotations

from bisect import bisect_left

from eventx.clauses.dateline import behind_dateline
from eventx.clauses.layout import Before, Layout, bounds_in, layout_of
from eventx.clauses.openings import is_opening, list_comma, only_time, opens_with_phrase
from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.lexicon import Hit
from eventx.model import Span
from eventx.records import maker

_DATELINE = 100
_COMMAS = 6
_WORD = 16
_NAMED = 6
_OFFICE = 8
"""The most words of an office told before its holder's name."""
_before, _span = maker(Before), maker(Span)


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
            return _before(_span(start, end), start if tail < 0 else tail)
        if opener.end > end:
            return _before(_span(end, end), end, opener)
        begin = _begin(layout, index, start)
        opening = is_opening(document, begin, opener.start) or opens_with_phrase(document, begin, opener.start)
        if opening or _follows_phrase(document, layout, index, start):
            comma = -1 if _is_apposed(document, opener, end) else _opening_comma(document, opener, end)
            stretch = _span(comma + 1 if comma >= 0 else opener.end, end)
            return _before(stretch, stretch.start if tail < 0 else tail, None if comma >= 0 else opener)
        comma = _closing_comma(document, start, opener, end)
        if comma < 0:
            return _before(_span(opener.end, end), opener.end if tail < 0 else tail, opener)
        if tail < 0:
            tail = comma + 1
        goes_on = _verb_comma(document, opener.end, end) == comma
        behind = document.text[comma + 1 : end]
        if not goes_on and behind != behind.lower() and not only_time(document, comma + 1, end):
            return _before(_span(comma + 1, end), comma + 1)
        end = opener.start


def _behind_dateline(document: Document, layout: Layout, offset: int) -> int:
    """Return where the stretch that holds `offset` begins, behind a dateline: "QĐND - *Nhận lời mời của* X, Y …"."""
    start = bounds_in(document, layout, offset).start
    index = bisect_left(layout.opener_starts, start)
    if index == len(layout.openers) or not start < layout.opener_starts[index] < min(offset, start + _DATELINE):
        return start
    return behind_dateline(document, _span(start, offset), before=layout.opener_starts[index])


def _follows_phrase(document: Document, layout: Layout, index: int, start: int) -> bool:
    """Tell whether what opens the sentence is followed at once by another phrase: "Theo TTXVN, *nhận lời mời của* X, Y …"."""
    if not index or layout.openers[index - 1].start < start:
        return False
    first, opener = layout.openers[index - 1], layout.openers[index]
    between = document.text[first.end : opener.start].rstrip()
    adverbial = first.value == opener.value == "adverbial"
    return adverbial and between.endswith(",") and between.count(",") == 1 and is_opening(document, start, first.start)


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
    if only_time(document, comma + 1, end):
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
        comma = _phrase_comma(document, opener.end, end)
        several = comma >= 0 and opener.entry.surface in CLAUSES.table(document.lang, "invited")
        close = list_comma(document, comma, document.sentence_at(opener.start).end) if several else comma
        return close if close < end else -1
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
    """Tell whether all there is before the first comma is a name, so that it closes nothing ("when Madam X, the envoy, paid").

    Or somebody's office, and his name all there is behind it: "while his Peruvian counterpart, Mr X, signed".
    """
    if opener.value == "participle" or opener.entry.surface not in CLAUSES.table(document.lang, "conjunction"):
        return False
    comma = document.text.find(",", opener.end, end)
    words = document.text[opener.end : max(comma, opener.end)].split()
    if 1 < len(words) <= _OFFICE and words[0] in CLAUSES.table(document.lang, "determiner"):
        named, _, rest = document.text[comma + 1 : end].partition(",")
        return not rest.strip() and 0 < len(named.split()) <= _NAMED and all(word[0].isupper() for word in named.split())
    return 1 < len(words) <= _NAMED and all(word[0].isupper() for word in words) and not only_time(document, opener.end, comma)


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
