"""Who invited a visitor, where the one who did possesses the invitation: "visited Norway at *the premier*'s invitation"."""

from __future__ import annotations

from eventx import Slot, Span
from eventx_engagements.lexicon import possessing
from eventx_engagements.words import LISTED, LOW, START, Look, end_of

_MOST = 12
"""The most words by which the one who invited is told."""
_WORDS = 100
"""The most words of a sentence that are looked at."""


def inviter(look: Look, offset: int) -> tuple[Slot, ...]:
    """Return the slot of a visit's host whom its sentence tells as the possessor of the invitation, if it tells one."""
    invitation = look.grammar["invitation"]
    sentence = look.document.sentence_at(offset)
    if not invitation.table or not invitation.may_stand(look.document.lower, sentence.start, sentence.end):
        return ()
    words, ends = look.words(sentence.start, sentence.end, _WORDS, LISTED), possessing(look.document.lang)
    at = invitation.first(words)
    if at < 1 or not words[at - 1][LOW].endswith(ends):
        return ()
    leads = look.grammar["at_invitation"].table
    first = next((index for index in range(at - 1, max(at - 1 - _MOST, -1), -1) if words[index][LOW] in leads), -1)
    told = words[first + 1 : at]
    joins = look.grammar["join"].table
    if first < 0 or not told or any(word[LOW] in joins or word[LOW][0].isdigit() or look.is_calendar(word) for word in told):
        return ()  # "on 5 May and accepted X's invitation"
    return (Slot(role="host", spans=(Span(told[0][START], end_of(told[-1])),), take="last"),)


__all__ = ["inviter"]
