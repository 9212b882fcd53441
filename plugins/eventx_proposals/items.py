"""The things proposed: where they end, how they are coordinated, what an item does without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventx import Document
from eventx_proposals.lists import Tables, Words, alternation, may_hold
from eventx_proposals.stretches import sentence_around, tokens

MOST = 14
_CUT = " \t\n,;:.-–—\"“”'‘’…"


def surfaces(document: Document, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the items' surfaces, without marks around them, each once."""
    found: list[str] = []
    for start, end in spans:
        text = document.text[start:end].strip(_CUT)
        # nearly all begin with a letter
        if (text[:1].isalpha() or any(char.isalpha() for char in text)) and text not in found:
            found.append(text)
    return tuple(found[:MOST])


@lru_cache(maxsize=4)
def _telling(reports: Words, conjunctions: Words, closers: Words, *, told_behind: bool) -> re.Pattern[str]:
    """Return the pattern of what goes on to tell something else: ", and affirmed", ", he said", "; bày tỏ"."""
    mark = "(?<=,)[\"”']?" if told_behind else '(?<=["”]),?'
    verbs = alternation(reports)
    joins = alternation(conjunctions)
    behind = alternation(closers)
    # "…, the mayor told Ambassador X at a reception in Lima on Friday"
    behind_it = 140 if told_behind else 40
    # begins with a mark or a blank whatever follows, so that the words between them are passed over in less time
    return re.compile(
        rf"[,;\"”\s](?:(?<!\s)\s*(?:(?:{joins})\s+){{0,3}}(?:{verbs})(?!\w)"
        rf"|(?<=\s)(?:{joins})\s+(?:(?:{joins})\s+)?(?:{verbs})(?!\w)"
        rf"|{mark}\s+[^,;\"\n]{{2,90}}?\s(?:{behind})(?=[\s.,:]*(?:$|\n|[^,;]{{0,{behind_it}}}$)))"
    )


@lru_cache(maxsize=1)
def _quotation() -> re.Pattern[str]:
    """Return the pattern of a thing proposed that is quoted: to "explore more measures"."""
    return re.compile(r"\s*\"[^\"]{12,}\"")


def body_end(document: Document, body: int, next_act: int | None, tables: Tables, *, told_behind: bool) -> int:
    """Return where what is proposed ends: the sentence, the next act, or where something else is told.

    Args:
        document: the document.
        body: where what is proposed begins.
        next_act: where the next act begins.
        tables: the lists of words.
        told_behind: whether who said it may follow without quotation marks (", he said").

    """
    sentence = sentence_around(document, body)
    end = max(sentence.end, body)
    items = tables["items"]
    quoted = _quotation().match(document.lower, body, end)
    if quoted is not None:
        return quoted.end()
    if next_act is not None and body < next_act < end:
        end = _before_next(document, body, next_act, items["conjunctions"])
    if not may_hold(document, body, end, items["telling"]):
        return end
    telling = _telling(items["reports"], items["conjunctions"], items["closers"], told_behind=told_behind)
    match = telling.search(document.lower, body, end)
    return end if match is None else match.start()


_BOUNDARIES = frozenset(",;")


def _before_next(document: Document, body: int, next_act: int, conjunctions: Words) -> int:
    """Return where the words that lead to the next act begin: its conjunction or the mark before it."""
    found = tokens(document, max(body, next_act - 110), next_act)
    marks = [index for index, word in enumerate(found.words) if word in _BOUNDARIES or word in conjunctions]
    if not marks:
        return next_act
    last = marks[-1]
    for mark in reversed(marks[:-1]):
        # ", and": the comma is the boundary
        if document.text[found.end(mark) : found.starts[last]].strip():
            break
        last = mark
    return found.starts[last]


def trim(
    document: Document, spans: Sequence[tuple[int, int]], pattern: re.Pattern[str], floors: Sequence[int] = ()
) -> list[tuple[int, int]]:
    """Return items without the subordinate endings that `pattern` finds, none of which begins before an item's floor."""
    trimmed = []
    for (start, end), floor in zip(spans, floors or [0] * len(spans), strict=True):
        match = pattern.search(document.lower, min(max(start + 4, floor), end), end)
        trimmed.append((start, match.start() if match else end))
    return trimmed
