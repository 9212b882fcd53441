"""Those of a group who are named: "met several leaders, *including* X", "*Among those who* visited the Senate *were* X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import Slot, Span, clause_after, clause_opener, evolve, maker
from eventx_engagements.lexicon import LEXICON
from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

_INCLUDED = 260
"""How far behind a trigger the word may stand that names some of those met."""
_LIST = 160
"""How far before a noun the words may begin that open the list it is in, in code points."""
_NOUN = 20
"""How far behind "including" the noun of an event may stand, in code points."""
_SPOKEN = 90
"""How far before "who" the words of a group may begin, in code points."""
_OBJECT = 24
"""The most words from a verb to the one behind which those stand who did it."""
_DOERS = ("visitor", "host", "guest", "participant")
_slot, _span = maker(Slot), maker(Span)


# held meetings with several leaders, including X and Y · Several leaders visited Lima, among them X and Y
def included(look: Look, reading: Reading, until: int | None, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slot of those who are named by example; they met as the others did, or travelled."""
    visit = reading.value["type"] == "visit"
    # "visited some provinces, including X": only of travellers whom nobody named
    if visit and (not reading.grouped or reading.frame != "visit_verb"):
        return ()
    start = reading.anchor.span.end
    end = min(start + _INCLUDED, until or len(look.document.text))
    includes = look.grammar["includes"]
    if not includes.may_stand(look.document.lower, start, end):
        return ()
    words = look.words(start, min(end, look.document.sentence_at(start).end), 50, ";:")
    index = includes.first(words)
    if index < 0 or look.grammar["mechanisms"].first(words) >= 0:
        return ()
    like = next((slot for slot in (slots if visit else reversed(slots)) if slot.role != "place"), None)
    if like is None:
        return ()
    begin = end_of(words[index + includes.run(words, index) - 1])
    if _opens_event(look, begin) or _is_somebodys(look, words[index + includes.run(words, index) :]):
        return ()
    window = _span(begin, clause_after(look.document, begin).end)
    return (_slot(role=like.role, spans=(window,), kinds=("person",) if visit else like.kinds),)


# bàn nhiều vấn đề, trong đó có *vai trò của* ông X
def _is_somebodys(look: Look, behind: Sequence[Word]) -> bool:
    """Tell whether what is named by example is not somebody but his, in languages whose words say so before a name."""
    if not look.grammar.behind:
        return False
    first = next((at for at, word in enumerate(behind) if look.is_capital(word)), len(behind))
    return any(word[LOW] in look.grammar["spoken_of"].table for word in behind[:first])


# met Y and reviewed the year's events, including *a visit* by X
def _opens_event(look: Look, start: int) -> bool:
    """Tell whether what is named by example from `start` on is another event, not somebody."""
    nouns = (hit.start for hit in look.document.hits(LEXICON) if hit.entry.tag == "trigger" and hit.entry.value.get("noun"))
    return any(start <= at <= start + _NOUN for at in nouns)


# cooperation *mechanisms, such as* the political consultation and the Joint Committee meeting
def is_mechanism(look: Look, span: Span) -> bool:
    """Tell whether a noun is one of the examples of what two sides have for good."""
    table = look.grammar["mechanisms"]
    if not table.table:
        return False
    start = max(span.start - _LIST, look.document.sentence_at(span.start).start)
    return (
        table.may_stand(look.document.lower, start, span.start) and table.first(look.words(start, span.start, 30, NO_MARKS)) >= 0
    )


# Among the leaders who visited Lima this year are X and Y · Others who met the King included X; Y
def with_doers_behind(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with those behind a second verb for whom a relative clause tells something of a group without names."""
    told = _told_behind(look, reading) if reading.frame in look.grammar["doers_behind"].table else None
    doer = next((slot for slot in slots if slot.role in _DOERS), None) if told is not None else None
    if told is None or doer is None:
        return slots
    start, end = told
    out = [evolve(doer, spans=(Span(end, look.document.sentence_at(end).end),), take="head", carry=False, kinds=("person",))]
    for slot in slots:
        if slot is not doer:
            spans = tuple(_span(one.start, min(one.end, start)) for one in slot.spans if one.start < start)
            out.append(evolve(slot, spans=spans))
    return tuple(out)


def _told_behind(look: Look, reading: Reading) -> tuple[int, int] | None:
    """Return where the verb begins and ends behind which those are named who did what a relative clause tells of."""
    document, lead = look.document, reading.anchor.lead
    opener = clause_opener(document, lead) if reading.phrase is None else None
    if opener is None or opener.value != "relative":
        return None
    start = document.sentence_at(lead).start
    group = look.words(start, opener.start, 20, "")
    if opener.start - start > _SPOKEN or not group or look.has_name(group[1:]):
        return None
    words = look.words(reading.anchor.span.end, document.sentence_at(lead).end, _OBJECT, ";:.!?")
    index = look.grammar["inverted"].first(words)
    # "those who visited the fair said X was there"
    if index < 0 or not look.has_name(words[index + 1 : index + 8]):
        return None
    return words[index][START], end_of(words[index])


__all__ = ["included", "with_doers_behind"]
