"""What languages with verbs in a row say: who does it stands between passive and verb; verbs of motion name where one goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import NounPhrase, Span
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

_REACH = 200
_TRIP = 160
_PLACE = 3
_LISTED = 6


def agent_before(look: Look, span: Span, value: Mapping[str, Any]) -> Span | None:
    """Return the stretch from the passive to its verb, if who does it is named there: "Y được *Thủ tướng X* tiếp".

    Whose it is stands before the passive: somebody, or the paper that is signed; "được *sang* thăm" is no passive.
    """
    passive = look.grammar["passive"]
    if not passive.may_stand(look.document.lower, span.start - _REACH, span.start):
        return None
    words = look.before(span.start, _REACH)
    firsts = passive.longest
    at = next((index for index in range(len(words) - 1, 0, -1) if words[index][LOW] in firsts and passive.run(words, index)), 0)
    if not at or not look.has_name(words[at + 1 :]) or look.grammar["moves_to"].run(words, at + 1):
        return None
    if value.get("needs") == "document" and look.grammar["document"].first(words[:at]) < 0:
        return None
    return Span(words[at][START], span.start)


def arrives(look: Look, span: Span) -> bool:
    """Tell whether somebody is said to go somewhere on a trip: "X đã *đến* Paris *dự* …", "X *tới* Tokyo trong chuyến thăm".

    The place follows at once, the one who goes stands right before or with an auxiliary between; the clause names a trip.
    """
    text, goals = look.document.text, look.grammar["goal"]
    blank, first = text[span.end : span.end + 1], text[span.end + 1 : span.end + 2]
    if blank == " " and first.islower() and not look.document.lower.startswith(tuple(goals.longest), span.end + 1):
        return False  # what follows most verbs of motion is no place, as its first letter tells
    goal = look.after(span, _PLACE)
    if not goal or not (look.is_capital(goal[0]) or goals.run(goal, 0)) or not look.has_name(goal):
        return False
    words = look.before(span.start, _REACH)
    if not words or look.document.text[end_of(words[-1]) : span.start].strip() or not _goes(look, words):
        return False
    sentence = look.document.sentence_at(span.start)
    start, end = max(sentence.start, span.start - _TRIP), min(sentence.end, span.end + _TRIP)
    trip, people = look.grammar["trip"], look.grammar["people"]
    around = look.words(start, end, 80, NO_MARKS)
    told = {trip.value(around, index) for index, word in enumerate(around) if word[LOW] in trip.longest}
    if look.grammar["landing"].run(goal, 0):
        told.add("office")  # who is in office and arrives at an airport is on a trip
    if True in told:
        return True
    offices = {people.value(words, index) for index, word in enumerate(words) if word[LOW] in people.longest}
    return "office" in told and bool(offices & {True, "courtesy"}) and ("courtesy" not in offices or len(offices) > 1)


def attended(look: Look, span: Span, phrase: NounPhrase, *, close: bool) -> Span | None:
    """Return the words that open a list of those who attended what the noun names: "*Tham dự buổi tiếp có* X, Y".

    Args:
        look: the document.
        span: the noun.
        phrase: its lead-in.
        close: whether the list must follow the noun at once.

    """
    if not look.grammar.behind or phrase.role != "participant" or phrase.light is None:
        return None
    start = look.document.sentence_at(phrase.start).start
    opening = look.document.match[start : phrase.start].split()
    if len(opening) > 1 or any(word not in look.grammar["also"].table for word in opening):
        return None
    words = look.after(span, _LISTED)
    # "Tham dự Hội nghị về phía Trung Quốc có X": whose side is no part of the conference's name
    side = look.grammar["side"].run(words, 0) if words else 0
    words = words if not close or side else words[:1]
    at = look.grammar["lists"].first(words)
    first = start if opening else phrase.start
    return Span(first, end_of(words[at])) if at >= 0 else None


def _goes(look: Look, words: list[Word]) -> bool:
    """Tell whether the words end in somebody's name, or in a word that a verb of motion follows; not "từ A đến B"."""
    moves = look.grammar["moves"].table
    if words[-1][LOW] in moves:
        return bool(moves[words[-1][LOW]])
    first = len(words)
    while first and look.is_capital(words[first - 1]):
        first -= 1
    if first == len(words) or first == 0:
        return first < len(words)
    # "chuyến thăm của X tới Y", "kéo dài từ A đến B": no verbs
    return not any(moves.get(word[LOW]) is False for word in words)


__all__ = ["agent_before", "arrives", "attended"]
