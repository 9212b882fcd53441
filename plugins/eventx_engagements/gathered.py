"""Whom a meeting brought together, where those are told by a noun for all of them and some by name."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.somebody import in_office
from eventx_engagements.words import LISTED, Look

_GATHERED = 16
"""Among how many words behind those who are gathered the first of them is named."""


# The meeting gathered Minister X and Y · brought together leaders of the province, *including* Chairman X
def gathered(look: Look, span: Span) -> bool:
    """Tell whether people in office follow by name, at once or as examples of those who were there."""
    if in_office(look, span):
        return True
    words = look.words(span.end, look.document.sentence_at(span.start).end, _GATHERED, LISTED)
    at = look.grammar["includes"].first(words)
    return at >= 0 and look.grammar["people"].first(words[:at]) >= 0 and look.has_name(words[at:])


__all__ = ["gathered"]
