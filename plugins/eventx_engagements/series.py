"""Whether a noun tells of one of a series, or of what a body holds; and whether a visit is only the time of something else."""

from __future__ import annotations

from eventx import Hit, NounPhrase, Span, clause_opener
from eventx_engagements.behind_noun import OWN
from eventx_engagements.surroundings import has_number
from eventx_engagements.words import LOW, Look, Word

_MEMBERS = 4
"""How many words name a body and the office of its members: "Mercosur *Foreign Ministers*"."""
_THERE = ("participant", "speaker")
"""Roles of who goes to what others hold."""
_ACRONYM = 3
"""How many letters the acronym of a body has at least: "the EU meeting" may be one with it."""

_BACK = 30
"""How far before a verb it may be told that it was long before, in code points."""
_ADVERBS = 2
_BEHIND = 10
"""How many words behind a verb of going it may be told that it was the last time."""
_OWNER = 80
"""How far before a visit whose possessor is named the noun of its results may stand, in code points."""
_RESULTS = 5
"""How many words before a visit may tell of its results: "*kết quả đạt được trong* chuyến thăm"."""


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
    if _is_of_acronym(look, phrase):
        return look.grammar["sides"].first(words) < 0
    if not words or words[0][LOW] not in look.grammar["one_of"].table:
        return False
    if phrase.role != "participant":
        return _is_of_members(look, words[1:])
    behind = words[2:] if words[1:2] and words[1][LOW] in look.grammar["article"].table else words[1:]
    return bool(behind) and look.is_capital(behind[0]) and look.grammar["sides"].first(words) < 0


# attended an OSCE meeting · left for the IGAD ministerial meeting; not "held a USA meeting", "an OSCE meeting with X"
def _is_of_acronym(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a meeting somebody goes to is called by the acronym of whose it is."""
    goes = phrase.role in _THERE or (phrase.light is None and phrase.preposition in look.grammar["toward"].table)
    if not goes or not phrase.modifiers:
        return False
    name = look.document.text[phrase.head : phrase.head + len(phrase.modifiers[0])]
    return len(name) >= _ACRONYM and name.isupper() and name.isalpha()


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
    if phrase.light is None and _is_of_results(look, phrase):
        return True
    backdrop = look.grammar["backdrop"].table
    opener = clause_opener(look.document, phrase.start) if phrase.named else None
    if phrase.light is not None or not (
        phrase.preposition in backdrop or (opener is not None and opener.entry.surface in backdrop)
    ):
        return False
    visitors = look.grammar["backdrop_of"].table
    return phrase.named or any(word[LOW] in visitors for word in look.after(span, OWN))


# trao đổi về kết quả chuyến thăm Lào của X · thực hiện thỏa thuận đạt được trong chuyến thăm của X · the outcomes of X's visit
# chuẩn bị cho chuyến thăm của X · nhắc lại kỷ niệm trong các chuyến thăm Lào
def _is_of_results(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether the noun of what a visit led to, or of what leads up to it, stands right before it: it is on another day.

    Where a visit was told before, it may be that one's results; one recalled is another.
    """
    results = look.grammar["results"]
    if not results.table or not look.may_stand_before(phrase.start, results):
        return False
    words = look.before(phrase.start, _OWNER if phrase.named else _BACK)
    words = words if phrase.named else words[-_RESULTS:]
    at = results.first(words)
    if at < 0 or (look.travelled and results.value(words, at) != "recalled"):
        return False
    if not phrase.named:
        return not any(look.is_capital(word) for word in words[at + 1 :])
    articles, links = look.grammar["article"].table, look.grammar["spoken_of"].table
    small = [word[LOW] for word in words[at + 1 :] if not look.is_capital(word)]
    return [low for low in small if low in links or low not in articles] == small[:1] and small[:1] != [] and small[0] in links


# she had visited Lima in 2019 · X last visited Lima in 2019 · X từng thăm Lima năm 2019
# the two last met in 2019 · the first talks since they met in 2019; not "said that they had met on Monday"
def is_told_back(look: Look, hit: Hit, kind: str) -> bool:
    """Tell whether a verb tells of what was long before: a word that says so stands right before it, or opens its clause."""
    back = look.grammar["told_back"]
    if kind == "visit":
        if "calls" not in hit.value or not back.table:
            return False
        # "visited Lima *for the last time* in 2019"
        behind = look.grammar["told_behind"].first(look.after(Span(hit.start, hit.end), _BEHIND)) > 0
        return behind or back.first(look.before(hit.start, _BACK)[-_ADVERBS:]) >= 0
    if kind != "meeting":
        return False
    words = look.before(hit.start, _BACK)
    at = back.first(words[-_ADVERBS:]) if back.table else -1
    if at >= 0:
        return bool(back.value(words[-_ADVERBS:], at) == "long")
    since = look.grammar["since"].table
    opener = clause_opener(look.document, hit.start) if since and words else None
    # "who has been minister since May met X": a date stands behind no clause's opener
    return opener is not None and opener.entry.surface in since and not look.has_when(words)


__all__ = ["is_background", "is_numbered", "is_of_body", "is_told_back"]
