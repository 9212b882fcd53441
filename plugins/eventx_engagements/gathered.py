"""Whom a meeting brought together, where those are told by a noun for all of them and some by name."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.somebody import in_office
from eventx_engagements.words import LISTED, NO_MARKS, Look

_CROWD = 120
"""How far before those who are named the words may begin that tell of a crowd, in code points."""
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


# với sự tham dự của hơn 200 đại biểu, *trong đó có* X và Y; not "với sự tham dự của X, trong đó có bài phát biểu của Y"
def crowd(look: Look, span: Span) -> bool:
    """Tell whether those who attend are told right before as a crowd of which nobody is named."""
    start = max(look.document.sentence_at(span.start).start, span.start - _CROWD)
    attended = look.grammar["attended_by"]
    if not attended.may_stand(look.document.lower, start, span.start):
        return False
    words = look.words(start, span.start, _CROWD, NO_MARKS)
    at = next((at for at in range(len(words) - 1, -1, -1) if attended.run(words, at)), -1)
    return at >= 0 and not look.has_name(words[at + attended.run(words, at) :])


__all__ = ["crowd", "gathered"]
