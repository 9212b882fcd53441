"""Whether a noun tells of one of a series, or of what a body holds; and whether a visit is only the time of something else."""

from __future__ import annotations

from eventx import NounPhrase, Span, clause_opener
from eventx_engagements.surroundings import OWN, has_number
from eventx_engagements.words import LOW, Look, Word

_MEMBERS = 4
"""How many words name a body and the office of its members: "Mercosur *Foreign Ministers*"."""

_BACK = 30
"""How far before a verb it may be told that it was long before, in code points."""
_ADVERBS = 2


def is_numbered(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a meeting is one of a body's series: "its *23rd* meeting", not "their *third* meeting with X"."""
    series = look.grammar["series"].table
    if not has_number(look, phrase) and not any(word in series for word in phrase.modifiers):
        return False
    if _is_of_those_who_met(look, phrase):
        return False
    sides = look.grammar["sides"]
    return sides.first(look.after(span, OWN)) < 0


# at their second meeting; not "their third annual meeting", "their 23rd meeting", "its first meeting"
def _is_of_those_who_met(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether people are said to have met once more: a pronoun's meeting, counted in letters."""
    series, owner = look.grammar["series"].table, phrase.owner
    if owner is None or look.document.lower[owner.start : owner.end] not in look.grammar["met_owner"].table:
        return False
    return not any(word in series or word[0].isdigit() for word in phrase.modifiers)


def is_of_body(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a meeting that is attended is a body's: "attended a meeting *of the Council*", not "of X with Y"."""
    words = look.after(span, OWN)
    if not words or words[0][LOW] not in look.grammar["one_of"].table:
        return False
    if phrase.role != "participant":
        return _is_of_members(look, words[1:])
    behind = words[2:] if words[1:2] and words[1][LOW] in look.grammar["article"].table else words[1:]
    return bool(behind) and look.is_capital(behind[0]) and look.grammar["sides"].first(words) < 0


# the next meeting of the ASEAN foreign ministers · a meeting of Mercosur Leaders; not of President X, nor of Peru's and Fiji's
def _is_of_members(look: Look, words: list[Word]) -> bool:
    """Tell whether a body's name follows, in capitals, and the ministers or leaders of its members."""
    if words and words[0][LOW] in look.grammar["article"].table:
        words = words[1:]
    at = look.grammar["members"].first(words[:_MEMBERS])
    return at > 0 and look.is_capital(words[0]) and words[0][LOW] not in look.grammar["people"].table and words[0][LOW].isalnum()


def is_background(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a visit is told as the time of something else: "after the visit by X", "since Y's visit".

    So is one to come that is only spoken of: "discussed preparations *for an upcoming* visit".
    """
    others = look.grammar["other_one"].table
    if phrase.preposition in look.grammar["spoken_of"].table and any(word in others for word in phrase.modifiers):
        return True
    backdrop = look.grammar["backdrop"].table
    opener = clause_opener(look.document, phrase.start) if phrase.named else None
    if phrase.light is not None or not (
        phrase.preposition in backdrop or (opener is not None and opener.entry.surface in backdrop)
    ):
        return False
    visitors = look.grammar["backdrop_of"].table
    return phrase.named or any(word[LOW] in visitors for word in look.after(span, OWN))


# she had visited Lima in 2019 · X last visited Lima in 2019 · X từng thăm Lima năm 2019
def is_told_back(look: Look, offset: int) -> bool:
    """Tell whether the verb at an offset tells of what was long before: a word that says so stands right before it."""
    back = look.grammar["told_back"]
    return bool(back.table) and back.first(look.before(offset, _BACK)[-_ADVERBS:]) >= 0


__all__ = ["is_background", "is_numbered", "is_of_body", "is_told_back"]
