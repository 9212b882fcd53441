"""Things proposed that are counted: "first, …; second, …", "(1) …, (2) …", "một là, …", also in sentences of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from eventx import Document
from eventx_proposals.act import Act
from eventx_proposals.lists import Tables, Words, alternation
from eventx_proposals.stretches import sentence_around, tokens

_MOST = 14
"""The most sentences behind an act that may tell what it proposes."""
_COUNT = 10
"""A number of things up to which they may be counted one by one."""
_MARK = 24
_ALONE = 3
"""The most code points of a number that stands alone on its line: "12."."""
_LETTERS = 2
"""The most code points of a number or letter that counts: "1", "a", "ii"."""
_NUMBER = 8
"""How far before an act's words the number of what is proposed may stand, in code points."""


@lru_cache(maxsize=2)
def _marks(counted: Words, with_comma: Words) -> re.Pattern[str]:
    """Return the pattern of what counts a thing: "firstly", "first,", "thứ nhất:", "một là", "(1)", "ii)", "2."."""
    return re.compile(
        rf"(?<![\w(.])(?:(?:{alternation(counted)})[,:]?|(?:{alternation(with_comma)})[,:]|\(?(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])\)"
        r"|\d{1,2}\.(?=\s))\s+|(?<![\w(.])\((?:\d{1,2}|[ivx]{1,4}|[a-h])\)\s*"
    )


@lru_cache(maxsize=1)
def _bullet() -> re.Pattern[str]:
    """Return the pattern of the mark that opens a line of a list."""
    return re.compile(r"[-–—•*+▪●]\s*(?=\w)")


@lru_cache(maxsize=2)
def _behind_last(conjunctions: Words) -> re.Pattern[str]:
    """Return the pattern of what leads to the next thing: "; and"."""
    return re.compile(rf"[\s,;.]*(?:\s(?:{alternation(conjunctions)}))?[\s,;.]*$")


def enumerated(document: Document, act: Act, end: int, tables: Tables, others: Collection[int]) -> list[tuple[int, int]]:
    """Return where the things stand that an act counts one by one, if it does.

    Args:
        document: the document.
        act: the act.
        end: where what it proposes ends.
        tables: the lists of words.
        others: where the acts of the document begin.

    """
    items, lower = tables["items"], document.lower
    marks: list[re.Match[str]] = []
    if _may_count(lower, act.body, end, items["firsts"]):
        marks += _marks(items["counted"], items["counted_comma"]).finditer(lower, act.body, end)
        if not marks or not _is_first(lower, marks[0], items["firsts"]):
            marks = []
    edges = [*(mark.start() for mark in marks[1:]), end]
    spans = [(mark.end(), edge) for mark, edge in zip(marks, edges, strict=False)]
    whole = sentence_around(document, act.start).end
    closed = document.text[end:whole].strip(" .:") == ""
    if closed and (spans or (_opens_list(document, whole, items) and _announces(document, act, whole, items["counts"]))):
        spans += _behind(document, whole, tables, others, begun=bool(spans))
    if len(spans) <= 1:
        return []
    spans = [(_without_speaker(lower, start, stop, items["closers"]), stop) for start, stop in spans]
    between = _behind_last(items["conjunctions"])
    ends = (between.search(lower, start, stop) for start, stop in spans)
    return [(start, found.start() if found else stop) for (start, stop), found in zip(spans, ends, strict=True)]


def _may_count(lower: str, start: int, end: int, firsts: Words) -> bool:
    """Tell whether what counts a first thing may stand between two offsets: if not, no pattern need be tried at each word."""
    if lower.find(")", start, end) >= 0 or lower.find("1.", start, end) >= 0:
        return True
    return any(lower.find(word, start, end) >= 0 for word in _spelt(firsts))


@lru_cache(maxsize=2)
def _spelt(firsts: Words) -> Collection[str]:
    """Return the words that count a first thing, without numbers and letters."""
    return frozenset(word for word in firsts if len(word) > _LETTERS)


def _opens_list(document: Document, end: int, items: Mapping[str, Any]) -> bool:
    """Tell whether the sentence behind `end` opens with what counts a thing, or with the mark of a line."""
    start, stop = _next_sentence(document, end)
    found = _bullet().match(document.lower, start, stop)
    return bool(found or _marks(items["counted"], items["counted_comma"]).match(document.lower, start, stop))


@lru_cache(maxsize=2)
def _speaker(closers: Words) -> re.Pattern[str]:
    """Return the pattern of who speaks, between the number and the thing: "First, *he said,* the two sides should"."""
    return re.compile(rf"[^,;:\"]{{1,50}}?\s(?:{alternation(closers)}),\s+")


def _without_speaker(lower: str, start: int, stop: int, closers: Words) -> int:
    """Return where a counted thing begins behind who speaks of it."""
    match = _speaker(closers).match(lower, start, stop)
    return match.end() if match else start


def _is_first(lower: str, mark: re.Match[str], firsts: Words) -> bool:
    """Tell whether a mark counts the first thing."""
    return " ".join(lower[mark.start() : mark.end()].strip(" ().,:\n").split()) in firsts


def _announces(document: Document, act: Act, end: int, counts: Words) -> bool:
    """Tell whether an act only says that things follow: "made three proposals", "proposed the following:"."""
    # "đưa ra *ba* đề xuất": the number may stand before the act
    found = tokens(document, max(document.sentence_at(act.start).start, act.start - _NUMBER), end).words
    if found[-1:] == [":"]:
        return True
    return any(word in counts or (word.isdecimal() and int(word) <= _COUNT) for word in found)


def _next_sentence(document: Document, end: int) -> tuple[int, int]:
    """Return where the sentence behind `end` begins and ends; a number alone goes with the one behind it."""
    lower = document.lower
    start = end + len(lower[end : end + _MARK]) - len(lower[end : end + _MARK].lstrip())
    if start >= len(lower):
        return start, start
    stop = document.sentence_at(start).end
    if stop - start <= _ALONE and lower[start:stop].rstrip(".)").isdecimal():
        return start, max(_next_sentence(document, stop)[1], stop)
    return start, stop


# He made three proposals. First, … Second, … Third, … · đề nghị hai bên:\n- Tăng cường …\n- Thúc đẩy …
def _behind(document: Document, end: int, tables: Tables, others: Collection[int], *, begun: bool) -> Iterator[tuple[int, int]]:
    """Yield the things that the sentences and lines behind an act count, up to the first that tells something else."""
    items, lower = tables["items"], document.lower
    marks = _marks(items["counted"], items["counted_comma"])
    bullets = not begun and lower[:end].rstrip()[-1:] == ":"
    aside = False
    for _ in range(_MOST):
        start, end = _next_sentence(document, end)
        if end <= start or any(start <= other < end for other in others):
            return
        bullet = _bullet().match(lower, start, end) if bullets else None
        mark = bullet or marks.match(lower, start, end)
        if mark is None and (aside or not begun or bullets):
            return
        aside = mark is None
        if mark is None:
            continue  # a sentence that says more of the thing before
        if not begun and bullet is None and not _is_first(lower, mark, items["firsts"]):
            return
        bullets = bullet is not None
        begun = True
        yield mark.end(), end
