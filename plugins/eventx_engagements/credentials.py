"""Credentials: whether they are received, given by those who are met, or by one of several in turn."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.lexicon import ends
from eventx_engagements.somebody import FAR, OBJECT, names_anything
from eventx_engagements.words import LISTED, LOW, NO_MARKS, Look

_NEAR = 90
_TURN = 6
"""The most words from "the second" up to what somebody does as one of several."""


def is_in_turn(look: Look, offset: int) -> bool:
    """Tell whether it is told of some of several: "The *second ambassador to* present her credentials was X".

    Or of all: "The ambassadors *who* presented their credentials *are* X, Y and Z".
    """
    sentence = look.document.sentence_at(offset)
    words = look.words(max(sentence.start, offset - _NEAR), offset, 30, NO_MARKS)
    if words and words[-1][LOW] in look.grammar["receiver"].table:
        return look.grammar["in_turn"].first(words[-_TURN:]) >= 0
    envoys = look.grammar["plural"].first(words[-_TURN:]) >= 0 or look.grammar["envoys"].first(words[-_TURN:]) >= 0
    if not words or words[-1][LOW] not in look.grammar["of_envoys"].table or not envoys:
        return False
    behind = look.words(offset, sentence.end, 4 * OBJECT, NO_MARKS)
    at = look.grammar["inverted"].first(behind)
    return 0 <= at < len(behind) - 1 and (look.is_capital(behind[at + 1]) or behind[at + 1][LOW] in look.grammar["article"].table)


def _stem(look: Look) -> str:
    """Return how the words for credentials begin; cheaper to look for than the words."""
    return ends(look.document.lang, "credentials")[0]


def receives_credentials(look: Look, span: Span) -> bool:
    """Tell whether it is credentials that are received: "received at the palace *the credentials of* X"; not X, with his."""
    before = look.grammar["credentials_before"].table
    if not before or look.document.lower.find(_stem(look), span.end, span.end + _NEAR) < 0:
        return False
    gifts, words = look.grammar["gift"], look.after(span, 12, _NEAR, LISTED)
    at = next((at for at in range(1, len(words)) if gifts.value(words, at) == "credentials"), 0)
    behind = at + gifts.run(words, at) if at else len(words)
    told = behind < len(words) and words[behind][LOW] in look.grammar["credentials_after"].table
    return told and words[at - 1][LOW] in before


# *The ambassador* presented copies of his credentials
def gives_credentials(look: Look, span: Span) -> bool:
    """Tell whether somebody in office stands before the word by which credentials are given, or a name before or behind it."""
    return look.grammar["people"].first(look.before(span.start, FAR)) >= 0 or names_anything(look, span)


# X received the ambassadors of A and B, who presented their credentials · met with the envoys from A, who submitted theirs
def meets_credentials(look: Look, span: Span) -> bool:
    """Tell whether several who are received or met are said, in the same sentence, to give their credentials."""
    given, gifts = look.grammar["credentials_given"], look.grammar["gift"]
    end = min(look.document.sentence_at(span.end).end, span.end + FAR)
    if not given.table or look.document.lower.find(_stem(look), span.end, end) < 0:
        return False
    words = look.words(span.end, end, 3 * OBJECT, LISTED)
    at = given.first(words)
    if look.grammar["plural"].first(words[: max(at, 0)]) < 0 and look.grammar["envoys"].first(words[: max(at, 0)]) < 0:
        return False
    behind = words[at + given.run(words, at) :][:OBJECT] if at > 0 else []
    return any(gifts.value(behind, index) == "credentials" for index in range(len(behind)))
