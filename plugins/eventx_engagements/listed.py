"""Whose doing it is where all of a list do it: "Các đồng chí: A, chức vụ; B, chức vụ; C, chức vụ, đồng chủ trì hội đàm"."""

from __future__ import annotations

from eventx import Slot, Span, evolve
from eventx_engagements.subjects import Told
from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, Look, Word

_OPENING = 90
"""How far into a sentence the colon stands that opens its list of people."""
_LAST = 3
"""How many words before the colon may say that people follow."""


# Các đồng chí: A, Bí thư; B, Chủ tịch chủ trì buổi làm việc · Đồng chí A, Bí thư; đồng chí B, Chủ tịch dự hội nghị
def with_listed(look: Look, reading: Reading, before: Told | None) -> Reading:
    """Return a reading with the list that its sentence opens with for a subject, if it does."""
    anchor = reading.anchor
    if not look.grammar["comrades"].table or anchor.subject is not None or anchor.owner is not None:
        return reading
    start = look.document.sentence_at(anchor.lead).start
    semicolon = look.document.text.find(";", start, anchor.lead)
    if semicolon < 0 or (before is not None and before.span.start >= start):
        return reading
    begin = _list_begins(look, Span(start, anchor.lead), semicolon)
    if begin is None:
        return reading
    return evolve(reading, anchor=evolve(anchor, subject=Span(begin, anchor.lead)), listed=True)


def listed_slots(reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with everybody of the list in the subject's."""
    subject = reading.anchor.subject
    return tuple(evolve(s, take="all", kinds=("person",)) if s.spans and s.spans[0] == subject else s for s in slots)


def _list_begins(look: Look, stretch: Span, semicolon: int) -> int | None:
    """Return where a list of people begins that a sentence opens with: behind "các đồng chí:", or at "đồng chí A; đồng chí B"."""
    text, comrades = look.document.text, look.grammar["comrades"]
    colon = text.find(":", stretch.start, min(semicolon, stretch.start + _OPENING))
    if colon >= 0:
        last = look.words(stretch.start, colon, 20, ";:")[-_LAST:]
        return colon + 1 if any(comrades.run(last, at) == len(last) - at for at in range(len(last))) else None
    end, begin = stretch.start, stretch.start
    while end >= 0 and begin < stretch.end:
        if not _opens_with(look, look.words(begin, min(begin + _OPENING, stretch.end), 2)):
            return None
        end = text.find(";", begin, stretch.end)
        begin = end + 1
    return stretch.start


def _opens_with(look: Look, words: list[Word]) -> bool:
    """Tell whether words open with one that says that somebody follows; "và đồng chí B" ends a list."""
    at = 1 if len(words) > 1 and words[0][LOW] in look.grammar["join"].table else 0
    return bool(words) and look.grammar["comrades"].run(words, at) > 0


__all__ = ["listed_slots", "with_listed"]
