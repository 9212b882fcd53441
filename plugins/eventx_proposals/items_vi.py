"""How Vietnamese coordinates the things proposed."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx import Document
from eventx_proposals.items import trim
from eventx_proposals.lists import Tables, Words, alternation

TOLD_BEHIND = False


@lru_cache(maxsize=1)
def _sides(sides: Words) -> re.Pattern[str]:
    """Return the pattern of the sides of whom something is asked, and what may follow them."""
    return re.compile(rf"[\s,:]*(?:(?:{alternation(sides)})(?!\w)[\s,]*){{1,4}}")


@lru_cache(maxsize=1)
def _next(verbs: Words, nouns: Words) -> re.Pattern[str]:
    """Return the pattern of where another thing begins: a semicolon, or a comma or "và" with a verb behind that is no noun."""
    verb = rf"(?!(?:{alternation(nouns)})(?!\w))(?:{alternation(verbs)})(?!\w)"
    return re.compile(rf";|,\s+đồng\s+thời\s+|,\s+(?:và\s+)?(?={verb})|\svà\s+(?={verb}\s+\w)")


@lru_cache(maxsize=1)
def _only_verbs(verbs: Words) -> re.Pattern[str]:
    """Return the pattern of verbs without an object: "tích cực phối hợp"."""
    return re.compile(rf"\s*(?:(?:{alternation(verbs)})(?:\s+|$)){{1,4}}")


@lru_cache(maxsize=1)
def _tails(anywhere: Words, behind_comma: Words) -> re.Pattern[str]:
    """Return the pattern of subordinate endings."""
    return re.compile(rf"[\s,;.…](?:{alternation(anywhere)})(?!\w)|,\s(?:{alternation(behind_comma)})(?!\w)")


@lru_cache(maxsize=1)
def _lead_in(heads: Words) -> re.Pattern[str]:
    """Return the pattern of a phrase that only announces: "một số nội dung hợp tác:"."""
    return re.compile(rf"[\s:]*(?:{alternation(heads)}|\d+)\s[^:;,.]{{0,70}}:\s*")


@lru_cache(maxsize=1)
def first_verb(verbs: Words) -> re.Pattern[str]:
    """Return the pattern of the first verb of a thing proposed."""
    return re.compile(rf"(?<!\w)(?:{alternation(verbs)})(?!\w)")


def split(document: Document, start: int, end: int, tables: Tables, _form: str) -> list[tuple[int, int]]:
    """Return the spans of the things proposed in ``document.text[start:end]``, as the text coordinates them."""
    items = tables["items"]
    lower = document.lower
    lead = _lead_in(items["heads"]).match(lower, start, end)
    if lead is not None:
        return trim(document, _listed(lower, lead.end(), end), _tails(items["tails"], items["comma_tails"]))
    sides = _sides(items["sides"]).match(lower, start, end)
    if sides is not None:
        start = sides.end()
    spans = []
    first = start
    for match in _next(items["verbs"], items["ambiguous"]).finditer(lower, start, end):
        if match.group() != ";" and _only_verbs(items["verbs"]).fullmatch(lower, start, match.start()):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, end))
    return trim(document, spans, _tails(items["tails"], items["comma_tails"])) if spans and end > first else []


def _listed(lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the things of an announced list: between semicolons, or between commas and the last "và"."""
    mark = re.compile(r";" if lower.find(";", start, end) >= 0 else r",|\svà\s(?=[^,]*$)")
    spans, first = [], start
    for match in mark.finditer(lower, start, end):
        spans.append((first, match.start()))
        first = match.end()
    return [*spans, (first, end)]
