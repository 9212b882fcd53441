"""What languages with verbs in a row say: who does it stands between passive and verb; verbs of motion name where one goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import Span
from eventx_engagements.words import NO_MARKS, Look, Word

_REACH = 200
_TRIP = 160
_PLACE = 3


def agent_before(look: Look, span: Span, value: Mapping[str, Any]) -> Span | None:
    """Return the stretch from the passive to its verb, if who does it is named there: "Y được *Thủ tướng X* tiếp".

    Whose it is stands before the passive: somebody, or the paper that is signed.
    """
    passive = look.grammar["passive"]
    words = look.before(span.start, _REACH)
    at = next((index for index in range(len(words) - 1, 0, -1) if passive.run(words, index)), 0)
    if not at or not look.has_name(words[at + 1 :]):
        return None
    if value.get("needs") == "document" and look.grammar["document"].first(words[:at]) < 0:
        return None
    return Span(words[at].start, span.start)


def arrives(look: Look, span: Span) -> bool:
    """Tell whether somebody is said to go somewhere on a trip: "X đã *đến* Paris *dự* …", "X *tới* Tokyo trong chuyến thăm".

    The place follows at once, the one who goes stands right before or with an auxiliary between; the clause names a trip.
    """
    goal = look.after(span, _PLACE)
    if not goal or not (goal[0].capital or look.grammar["goal"].run(goal, 0)) or not look.has_name(goal):
        return False
    words = look.before(span.start, _REACH)
    if not words or look.document.text[words[-1].end : span.start].strip() or not _goes(look, words):
        return False
    sentence = look.document.sentence_at(span.start)
    start, end = max(sentence.start, span.start - _TRIP), min(sentence.end, span.end + _TRIP)
    trip = look.grammar["trip"]
    around = look.words(start, end, 80, NO_MARKS)
    return any(word.low in trip.longest and trip.value(around, index) for index, word in enumerate(around))


def _goes(look: Look, words: list[Word]) -> bool:
    """Tell whether the words end in somebody's name, or in a word that a verb of motion follows; not "từ A đến B"."""
    moves = look.grammar["moves"].table
    if words[-1].low in moves:
        return bool(moves[words[-1].low])
    first = len(words)
    while first and words[first - 1].capital:
        first -= 1
    if first == len(words) or first == 0:
        return first < len(words)
    # "chuyến thăm của X tới Y", "kéo dài từ A đến B": no verbs
    return not any(moves.get(word.low) is False for word in words)


__all__ = ["agent_before", "arrives"]
