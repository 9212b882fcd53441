"""Those of a group who are named in a list behind a colon: "received the ambassadors of two states: *X and Y*"."""

from __future__ import annotations

from eventx import Slot, Span, maker
from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

_TYPES = frozenset({"ceremony", "meeting"})
_FORMS = frozenset({"award", "credentials", "presentation", None})
_FAR = 200
"""How far behind a trigger the colon may stand, in code points."""
_ITEM = 12
"""The most words of the first of a list."""
_slot, _span = maker(Slot), maker(Span)


# received the credentials of the ambassadors of P and Q: X and Y · Five envoys presented their credentials to Z: X of P; Y of Q
# tiếp các Đại sứ: X, Đại sứ P; Y, Đại sứ Q · trao Quyết định cho 5 đồng chí: X; Y
def with_colon_list(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with one more: of those who are named behind the colon that follows the words of a group."""
    value = reading.value
    if value["type"] not in _TYPES or (value["type"] == "ceremony" and value.get("form") not in _FORMS):
        return slots
    document, start = look.document, reading.anchor.span.end
    colon = document.text.find(": ", start - 1, start + _FAR)
    if colon < 0:
        return slots  # nearly always
    sentence = document.sentence_at(reading.anchor.lead)
    if colon >= sentence.end or not _opens_list(look, colon, sentence.end):
        return slots
    like = next((slot for slot in slots if slot.role != "place" and _is_of_group(look, slot, colon)), None)
    # "Receiving the guests were the directors: X, Y": they are somebody's already; not where the sentence is looked through
    taken = (span for slot in slots for span in slot.spans if span.start > sentence.start)
    if like is None or any(span.start < colon < sentence.end <= span.end for span in taken):
        return slots
    window = _span(colon + 1, sentence.end)
    return (*slots, _slot(role=like.role, spans=(window,), take="head", kinds=("person",)))


def _is_of_group(look: Look, slot: Slot, colon: int) -> bool:
    """Tell whether a slot's window tells of a group whose members are still to be named: its words stand in it, or end it."""
    for span in slot.spans:
        if span.start < colon:
            words = look.words(span.start, min(span.end, colon), 2 * _ITEM, NO_MARKS)
            return look.grammar["several"].first(words) >= 0
    return False


def _opens_list(look: Look, colon: int, end: int) -> bool:
    """Tell whether names follow a colon, one after the other: of the second, too, the first word or the next has a capital."""
    words = look.words(colon + 1, end, 3 * _ITEM, NO_MARKS)
    if len(words) < 4 or not any(map(look.is_capital, words[:2])):
        return False
    second = next((at for at in range(1, len(words)) if _is_parted(look, words, at)), 0)
    return 0 < second <= _ITEM and any(map(look.is_capital, words[second : second + 2]))


def _is_parted(look: Look, words: list[Word], at: int) -> bool:
    """Tell whether a comma, a semicolon or "and" stands before a word."""
    between = look.document.text[end_of(words[at - 1]) : words[at][START]]
    return "," in between or ";" in between or words[at - 1][LOW] in look.grammar["join"].table


__all__ = ["with_colon_list"]
