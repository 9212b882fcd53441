"""Who says something in Vietnamese: told before it ("X cho rằng", "theo X,", "X:") or behind it ("…, X nói")."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx import Document, Hit, Span, maker
from eventx_proposals.lists import Tables, Words, alternation, may_hold
from eventx_proposals.stretches import is_capital

_span = maker(Span)

_SAYS = 60
"""How far from the beginning of a sentence the colon may stand behind who says it, in code points."""
_CLOSING = 24
"""How far before the end of a sentence the verb may stand that tells who said it, in code points."""


@lru_cache(maxsize=1)
def _said(closers: Words) -> re.Pattern[str]:
    """Return the pattern of who said something, behind it: "…", ông Được nói."""
    return re.compile(rf"[\",]\s*+,?\s*+(?P<who>[^\".;,]{{2,80}}?)\s(?:{alternation(closers)})(?!\w)")


@lru_cache(maxsize=2)
def telling(reports: Words) -> re.Pattern[str]:
    """Return the pattern of a verb of telling before what was said."""
    return re.compile(rf"\s(?:{alternation(reports)})(?:\s+rằng)?[\s,]")


def said_behind(document: Document, body: int, sentence: Span, tables: Tables, *, quoted: bool) -> Span | None:
    """Return where it is told behind an act who said it: "…", *ông Được* nói; unless it is quoted, only somebody at the end."""
    closers = tables["items"]["closers"]
    if not quoted and not may_hold(document, max(body, sentence.end - _CLOSING), sentence.end, closers):
        return None
    for match in _said(closers).finditer(document.lower, body, sentence.end):
        who = _span(match.start("who"), match.end("who"))
        ends = not document.text[match.end() : sentence.end].strip(' .”"')
        somebody = is_capital(document, who.start) or document.lower.startswith(tables["around"]["honorifics"].listed, who.start)
        if quoted or (ends and somebody):
            return who
    return None


# Theo Thủ tướng X, hai bên cần … · Thủ tướng X: Hai bên cần …
def said_before(document: Document, hit: Hit, sentence: Span, tables: Tables) -> Span | None:
    """Return where, at the head of its sentence, it is told according to whom something should be done, or who says so."""
    colon = document.text.find(": ", sentence.start, min(hit.start, sentence.start + _SAYS))
    if colon >= 0 and is_capital(document, sentence.start):
        return _span(sentence.start, colon)
    lower, start = document.lower, sentence.start
    lead = next((f"{lead} " for lead in tables["items"]["said_before"].listed if lower.startswith(f"{lead} ", start)), "")
    comma = lower.find(",", start, hit.start) if lead else -1
    return _span(start + len(lead), comma) if comma >= 0 else None
