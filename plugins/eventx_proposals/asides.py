"""Asides behind those who are to do what is proposed: "that X, *who took office in May*, would contribute to the ties"."""

from __future__ import annotations

from collections.abc import Mapping

from eventx import Document
from eventx_proposals.lists import Words
from eventx_proposals.stretches import tokens

_SUBJECT, _ASIDE = 90, 160
"""How far behind the beginning of a thing the comma may stand that opens an aside, and how long that may be, in code points."""


# that Ambassador X, *who took office in May*, will act as a bridge · that Peru, *which chairs the forum*, support the plan
def behind_aside(document: Document, start: int, end: int, items: Mapping[str, Words]) -> int:
    """Return where a thing goes on behind a relative clause that commas close before its verb; its start if none does."""
    comma = document.lower.find(",", start, min(end, start + _SUBJECT))
    if comma < 0:
        return start
    found = tokens(document, comma + 1, min(end, comma + _ASIDE))
    words = found.words
    if not words or words[0] not in items["relatives"] or "," not in words[:-1]:
        return start
    close = words.index(",")
    goes_on = words[close + 1] in items["asked_modals"] or words[close + 1] in items["verbs"]
    return found.end(close) if goes_on else start
