"""Whether what a reading tells of was held, is planned or was cancelled."""

from __future__ import annotations

from typing import Any

from eventx import Span, language_data, status_at
from eventx_engagements.goals import goes_then
from eventx_engagements.goes_on import goes_on_with
from eventx_engagements.settings import will_be
from eventx_engagements.verbs import Reading
from eventx_engagements.words import Look, end_of

_CLAUSE = 24
"""The most words of a clause that are asked for what puts it ahead."""
_TRIP = 80
"""How far before a conference the trip to it may be told, in code points."""


def told_status(look: Look, reading: Reading, told: Span, *, near: bool, setting: bool) -> tuple[Any, bool]:
    """Return the status that words around a reading give, and whether it is of a trip before which something else is done."""
    document, value = look.document, reading.value
    status = value.get("status") or status_at(document, told, near=near, setting=setting)
    onward = value["type"] == "visit" and reading.phrase is None and goes_then(look, told)
    if onward and status == "held":
        # "will meet X *before* travelling to Y": as what is told before it
        status = status_at(document, Span(document.match.rfind(" ", 0, told.start - 1) + 1, told.start))
    phrase = reading.phrase
    if status == "held" and phrase is None and _is_ahead(look, told):
        status = "planned"
    if status == "held" and goes_on_with(look, told.start if phrase is None else phrase.start) is not None:
        status = "planned"
    if status == "held" and value["type"] == "meeting" and will_be(look, phrase, reading.anchor.span):
        status = "planned"
    if status == "cancelled" and value["type"] == "conference" and phrase is not None and (phrase.preposition or phrase.role):
        # "cancelled his trip to Rome for the summit", "to attend the summit": that is held without him
        trip = look.grammar["journey"].first(look.before(phrase.start, _TRIP)) >= 0
        status = "hypothetical" if trip else status
    return status, onward


# X meets Y in Lima next week; not "met Y ahead of next week's talks"
def _is_ahead(look: Look, told: Span) -> bool:
    """Tell whether a verb of the present is of what lies ahead: its clause says so."""
    verb = look.document.match[told.start : told.end].split(maxsplit=1)
    if not verb or verb[0] not in look.grammar["now"].table:
        return False
    words, ahead = look.after(told, _CLAUSE), look.grammar["lies_ahead"]
    at = ahead.first(words)
    if at < 0:
        return False
    end = end_of(words[at + ahead.run(words, at) - 1])
    return not look.document.text.startswith(language_data(look.document.lang).possessives, end)
