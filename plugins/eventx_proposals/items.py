"""The things proposed: where they end, how they are coordinated, what an item does without."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from eventx import Document, Span
from eventx_proposals.act import Tables, alternation, tokens

Splitter = Callable[[Document, int, int, Tables], list[tuple[int, int]]]

MOST = 14
_CUT = " \t\n,;:.-–—\"“”'‘’…"


def surfaces(document: Document, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Return the items' surfaces, without marks around them, each once."""
    found: list[str] = []
    for start, end in spans:
        text = document.text[start:end].strip(_CUT)
        if text and any(char.isalpha() for char in text) and text not in found:
            found.append(text)
    return tuple(found[:MOST])


@lru_cache(maxsize=4)
def _telling(reports: tuple[str, ...], conjunctions: tuple[str, ...], closers: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what goes on to tell something else: ", and affirmed", ", he said", "; bày tỏ"."""
    verbs = alternation(reports)
    joins = alternation(conjunctions)
    behind = alternation(closers)
    return re.compile(
        rf"[,;\"”]\s*(?:(?:{joins})\s+){{0,3}}(?:{verbs})(?!\w)"
        rf"|\s(?:{joins})\s+(?:(?:{joins})\s+)?(?:{verbs})(?!\w)"
        rf"|,[\"”']?\s+[^,;\"\n]{{2,90}}?\s(?:{behind})(?=[\s.,:]*(?:$|\n|[^,;]{{0,40}}$))"
    )


def body_end(document: Document, body: int, next_act: int | None, tables: Tables) -> int:
    """Return where what is proposed ends: the sentence, the next act, or where something else is told."""
    sentence = document.sentence_at(body)
    end = max(sentence.end, body)
    items = tables["items"]
    if next_act is not None and body < next_act < end:
        end = _before_next(document, body, next_act, tuple(items["conjunctions"]))
    match = _telling(tuple(items["reports"]), tuple(items["conjunctions"]), tuple(items["closers"])).search(document.lower, body, end)
    if match is not None:
        end = match.start()
    return end


def _before_next(document: Document, body: int, next_act: int, conjunctions: tuple[str, ...]) -> int:
    """Return where the words that lead to the next act begin: its conjunction or the mark before it."""
    marks = [token for token in tokens(document.lower, max(body, next_act - 110), next_act) if token.word in (",", ";", *conjunctions)]
    if not marks:
        return next_act
    last = marks[-1]
    for mark in reversed(marks[:-1]):
        # ", and": the comma is the boundary
        if document.text[mark.end : last.start].strip():
            break
        last = mark
    return last.start


def trim(document: Document, spans: Sequence[tuple[int, int]], pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return items without the subordinate endings that `pattern` finds."""
    trimmed = []
    for start, end in spans:
        match = pattern.search(document.lower, min(start + 4, end), end)
        trimmed.append((start, match.start() if match else end))
    return trimmed


def addressed(span: Span | None) -> Span | None:
    """Return a window if there is one and it is not empty."""
    return span if span is not None and span.end > span.start else None
