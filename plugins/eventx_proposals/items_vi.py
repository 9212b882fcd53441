"""How Vietnamese coordinates the things proposed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from eventx import Document
from eventx_proposals.items import trim
from eventx_proposals.lists import Tables, Words, alternation

TOLD_BEHIND = False
_VERB = 20
"""The most code points of a verb."""


@lru_cache(maxsize=1)
def _sides(sides: Words) -> re.Pattern[str]:
    """Return the pattern of the sides of whom something is asked, and what may follow them."""
    return re.compile(rf"[\s,:]*(?:(?:{alternation(sides)})(?!\w)[\s,]*){{1,4}}")


# các nước ASEAN tăng cường · các bên liên quan ở Biển Đông kiềm chế
def _goes_on(document: Document, sides: re.Match[str], items: Mapping[str, Words]) -> bool:
    """Tell whether what looked like the sides is the beginning of a longer phrase."""
    if document.lower.startswith(items["sides_of"].listed, sides.end()):
        return True
    return document.text[sides.end() : sides.end() + 1].isupper() and sides.group().endswith(items["named_sides"].listed)


@lru_cache(maxsize=1)
def _next(verbs: Words, nouns: Words, joins: Words, meanwhile: Words) -> re.Pattern[str]:
    """Return the pattern of where another thing begins: a semicolon, or a comma or "và" with a verb behind that is no noun."""
    verb = rf"(?!(?:{alternation(nouns)})(?!\w))(?:{alternation(verbs)})(?!\w)"
    join = rf"(?:{alternation(joins)})\s+"
    return re.compile(rf";|,\s+(?:{alternation(meanwhile)})\s+|,\s+(?:{join})?(?={verb})|\s{join}(?={verb}\s+\w)")


@lru_cache(maxsize=1)
def _only_verbs(verbs: Words) -> re.Pattern[str]:
    """Return the pattern of verbs without an object: "tích cực phối hợp"."""
    return re.compile(rf"\s*(?:(?:{alternation(verbs)})(?:\s+|$)){{1,4}}")


@lru_cache(maxsize=1)
def _complete(leading: Words, nouns: Words, alone: Words) -> re.Pattern[str]:
    """Return the pattern of verbs that need no more: "tăng cường *hợp tác*", whose object may be a verb too, "kiềm chế"."""
    return re.compile(
        rf"\s*(?:(?:{alternation(leading)})\s+){{0,3}}(?:(?:{alternation(alone)})|(?!(?:{alternation(leading)})(?!\w))\w+(?:\s\w+){{1,2}}?"
        rf"\s+(?:{alternation(nouns)}))\s*"
    )


@lru_cache(maxsize=1)
def _transitive(verbs: Words, nouns: Words, alone: Words) -> re.Pattern[str]:
    """Return the pattern of a verb that lacks its object at the end of a stretch."""
    return re.compile(rf"(?<!\w)(?!(?:{alternation(nouns)}|{alternation(alone)})$)(?:{alternation(verbs)})$")


# Romania, nước đang giữ ghế Chủ tịch luân phiên, *vận động EU*
def _is_somebody(document: Document, start: int, end: int, appositions: Words) -> bool:
    """Tell whether a stretch only says who is asked, and who that is."""
    name, comma, told = document.text[start:end].partition(", ")
    return bool(comma) and name.strip()[:1].isupper() and told.lower().startswith(appositions.listed)


def _has_no_object(lower: str, start: int, joint: re.Match[str], items: Mapping[str, Words]) -> bool:
    """Tell whether what stands before a joint is verbs alone, coordinated with those behind: "tích cực phối hợp, triển khai"."""
    end = joint.start()
    if joint.group().lstrip().startswith(items["and"].listed) and _transitive(
        items["verbs"], items["ambiguous"], items["alone"]
    ).search(lower, max(start, end - _VERB), end):
        return True  # "sớm *ký* và phê chuẩn hiệp định": one object for both
    if not _only_verbs(items["verbs"]).fullmatch(lower, start, end):
        return False
    return not _complete(items["leading"], items["ambiguous"], items["alone"]).fullmatch(lower, start, end)


@lru_cache(maxsize=1)
def _tails(anywhere: Words, behind_comma: Words) -> re.Pattern[str]:
    """Return the pattern of subordinate endings."""
    return re.compile(rf"[\s,;.…](?:{alternation(anywhere)})(?!\w)|,\s(?:{alternation(behind_comma)})(?!\w)")


@lru_cache(maxsize=1)
def _lead_in(heads: Words) -> re.Pattern[str]:
    """Return the pattern of a phrase that only announces: "một số nội dung hợp tác:"."""
    return re.compile(rf"[\s:]*(?:{alternation(heads)}|\d+)(?:\s[^:;,.]{{0,70}})?:\s*")


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
        listed = [(_behind_joins(lower, *span, items["and"]), span[1]) for span in _listed(lower, lead.end(), end, items["and"])]
        return trim(document, listed, _tails(items["tails"], items["comma_tails"]))
    sides = _sides(items["sides"]).match(lower, start, end)
    if sides is not None and not _goes_on(document, sides, items):
        start = sides.end()
    spans = []
    first = start
    following = _next(items["verbs"], items["ambiguous"], items["next_joins"], items["meanwhile"])
    for match in following.finditer(lower, start, end):
        # "; *từ đó*, nâng cao quan hệ": all of it is what comes of it
        tail = lower[start : match.start()].strip() in items["tails"]
        if match.group() != ";" and (tail or _has_no_object(lower, start, match, items)):
            continue
        if start > first or not _is_somebody(document, start, match.start(), items["appositions"]):
            spans.append((start, match.start()))
        start = match.end()
    spans.append((start, end))
    spans = [span for span in spans if span[0] == first or _is_thing(document, *span, items)]
    spans = [(_behind_joins(lower, *span, items["and"]), span[1]) for span in spans]
    return trim(document, spans, _tails(items["tails"], items["comma_tails"])) if spans and end > first else []


# "…; qua đó góp phần củng cố tin cậy", "…, coi đây là ưu tiên", "…; Đại sứ X đồng ý": none of these is asked for
def _is_thing(document: Document, start: int, end: int, items: Mapping[str, Words]) -> bool:
    """Tell whether a stretch behind a comma or semicolon is one more thing, not what comes of it or what somebody answered."""
    while start < end and document.text[start].isspace():
        start += 1
    if document.lower.startswith((*items["tails"].padded_behind, *items["no_item"].padded_behind), start):
        return False
    if document.lower[start : max(document.text.find(",", start, end), start)] in items["tails"]:
        return False
    return not (document.text[start : start + 1].isupper() and document.lower.endswith(items["answers"].listed, start, end))


def _behind_joins(lower: str, start: int, end: int, joins: Words) -> int:
    """Return where a thing begins behind "và"."""
    match = _joins(joins).match(lower, start, end)
    return match.end() if match else start


@lru_cache(maxsize=1)
def _joins(joins: Words) -> re.Pattern[str]:
    """Return the pattern of what joins a thing to the one before."""
    return re.compile(rf"\s*(?:{alternation(joins)})\s+")


@lru_cache(maxsize=2)
def _mark(joins: Words, *, semicolons: bool) -> re.Pattern[str]:
    """Return the pattern of what parts the things of an announced list."""
    return re.compile(";" if semicolons else rf",|\s(?:{alternation(joins)})\s(?=[^,]*$)")


def _listed(lower: str, start: int, end: int, joins: Words) -> list[tuple[int, int]]:
    """Return the things of an announced list: between semicolons, or between commas and the last "và"."""
    mark = _mark(joins, semicolons=lower.find(";", start, end) >= 0)
    spans, first = [], start
    for match in mark.finditer(lower, start, end):
        spans.append((first, match.start()))
        first = match.end()
    return [*spans, (first, end)]
