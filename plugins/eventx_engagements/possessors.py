"""Who has a role by what he possesses: "visited Norway at *the premier*'s invitation", "a dinner in *Minister X*'s honour"."""

from __future__ import annotations

from eventx import Slot, Span
from eventx_engagements.lexicon import possessing
from eventx_engagements.words import LISTED, LOW, START, Look, Word, end_of

_MOST = 12
"""The most words by which the possessor is told."""
_WORDS = 100
"""The most words of a sentence that are looked at."""


def possessors(look: Look, offset: int, slots: tuple[Slot, ...], *roles: str) -> tuple[Slot, ...]:
    """Return the slots, with one for who has a role by a noun that he possesses in the sentence, where none tells who has it."""
    nouns, sentence = look.grammar["gives_role"], look.document.sentence_at(offset)
    if not nouns.table or not nouns.may_stand(look.document.lower, sentence.start, sentence.end):
        return slots
    words = look.words(sentence.start, sentence.end, _WORDS, LISTED)
    at = nouns.first(words)
    role = nouns.value(words, at) if at > 0 else None
    if role not in roles or any(slot.role == role and slot.spans for slot in slots):
        return slots
    told = _possessor(look, words[:at])
    return (*slots, Slot(role=role, spans=(Span(told[0][START], end_of(told[-1])),), take="last")) if told else slots


def _possessor(look: Look, words: list[Word]) -> list[Word]:
    """Return the words of the possessor with whom a stretch ends, behind the preposition that leads to him."""
    if not words[-1][LOW].endswith(possessing(look.document.lang)):
        return []
    leads, joins = look.grammar["leads_role"].table, look.grammar["join"].table
    first = next(
        (index for index in range(len(words) - 1, max(len(words) - 1 - _MOST, -1), -1) if words[index][LOW] in leads), -1
    )
    told = words[first + 1 :] if first >= 0 else []
    # "on 5 May and accepted X's invitation"
    others = (word[LOW] in joins or word[LOW][0].isdigit() or look.is_calendar(word) for word in told)
    return [] if any(others) else told


__all__ = ["possessors"]
