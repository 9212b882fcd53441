"""How Vietnamese coordinates the things proposed."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx import Document
from eventx_proposals.act import Tables, alternation
from eventx_proposals.items import trim


@lru_cache(maxsize=1)
def _sides(sides: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the sides of whom something is asked, and what may follow them."""
    return re.compile(rf"[\s,:]*(?:(?:{alternation(sides)})(?!\w)[\s,]*){{1,4}}")


@lru_cache(maxsize=1)
def _next(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of where another thing begins: a semicolon, or a comma or "và" with a verb behind."""
    return re.compile(rf";|,\s+(?:và\s+)?(?=(?:{alternation(verbs)})(?!\w))|\svà\s+(?=(?:{alternation(verbs)})(?!\w)\s+\w)")


@lru_cache(maxsize=1)
def _tails(tails: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of subordinate endings."""
    return re.compile(rf"[\s,;](?:{alternation(tails)})(?!\w)")


@lru_cache(maxsize=1)
def first_verb(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the first verb of a thing proposed."""
    return re.compile(rf"(?<!\w)(?:{alternation(verbs)})(?!\w)")


def split(document: Document, start: int, end: int, tables: Tables) -> list[tuple[int, int]]:
    """Return the spans of the things proposed in ``document.text[start:end]``, as the text coordinates them."""
    items = tables["items"]
    lower = document.lower
    sides = _sides(tuple(items["sides"])).match(lower, start, end)
    if sides is not None:
        start = sides.end()
    spans = []
    first = start
    for match in _next(tuple(items["verbs"])).finditer(lower, start, end):
        if match.group() != ";" and len(lower[start : match.start()].split()) < 3:
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, end))
    return trim(document, spans, _tails(tuple(items["tails"]))) if spans and end > first else []
