"""Verbs of what somebody does again and again: no event of a day."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.words import LOW, START, Look

_BEFORE = 60
"""How far before a verb it may be told that it is done often, in code points."""
_ADVERBS = 2
"""The most words between the two."""
_WHEN = 12
_MARKS = ",;:"


# đã nhiều lần thăm Lào · nhiều lần chào đón Đại sứ X *đến thăm* tỉnh · has often met X; not "nhiều lần thăm, năm 2019 và 2023"
def is_habit(look: Look, span: Span) -> bool:
    """Tell whether what a verb tells is said to be done often, and on no day."""
    often = look.grammar["often_done"]
    if not often.table or not look.may_stand_before(span.start, often):
        return False
    words = look.before(span.start, _BEFORE)
    at = next((at for at in range(len(words) - 1, -1, -1) if often.run(words, at)), -1)
    if at < 0:
        return False
    behind = words[at + often.run(words, at) :]
    if any(mark in look.document.text[words[at][START] : span.start] for mark in _MARKS):
        return False
    close = len(behind) <= _ADVERBS or behind[0][LOW] in look.grammar["often_met"].table
    return close and not look.has_when(look.words(span.end, look.document.sentence_at(span.start).end, _WHEN, ";:"))
