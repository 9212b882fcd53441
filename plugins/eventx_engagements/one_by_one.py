"""Whether each of those named was met by himself: "các cuộc gặp với X, Y", "lần lượt tiếp X và Y", "met X and Y separately"."""

from __future__ import annotations

from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, NO_MARKS, START, Look, end_of

_BEFORE = 60
_WITHIN = 8
"""The most words from a verb to the "by" behind it, or to what says that each met the one behind it."""
_LISTED = 400
"""How far behind a trigger the word may stand that says that those listed were met one by one."""


def is_one_by_one(look: Look, reading: Reading) -> bool:
    """Tell whether each of those named behind a trigger was met by himself."""
    anchor = reading.anchor
    told = reading.value.get("apart", False) or _is_several(look, reading) or _is_in_turn(look, anchor.lead)
    told = told or _is_told_apart(look, anchor.span.end) or _are_separate(look, anchor.span.end)
    return told or (reading.phrase is None and _met_in_turn(look, anchor.span.end))


def _is_several(look: Look, reading: Reading) -> bool:
    """Tell whether an adjective tells of one meeting with each, or a plural noun in languages that say so: "các cuộc gặp với"."""
    phrase = reading.phrase
    if phrase is None:
        return False
    if not look.grammar["separate"].heads.isdisjoint(phrase.modifiers):
        return True  # "held *separate* talks with X and Y"
    return look.grammar.behind and phrase.determiner == "plural" and reading.value["type"] == "meeting"


def _is_in_turn(look: Look, offset: int) -> bool:
    """Tell whether it was done with one after the other: "*lần lượt* tiếp X và Y"."""
    apart = look.grammar["apart"]
    stands = apart.table and apart.may_stand(look.document.lower, offset - _BEFORE, offset)
    return bool(stands) and apart.first(look.before(offset, _BEFORE)[-3:]) >= 0


# A and B met with X, *respectively*; not "hosted the ministers of Peru and Chile, A and B respectively"
def _met_in_turn(look: Look, offset: int) -> bool:
    """Tell whether each of those named before a verb met the one behind it: a word for it ends the clause, and no two are met."""
    table, end = look.grammar["respectively"], offset + _BEFORE
    if not table.table or not table.may_stand(look.document.lower, offset, end):
        return False
    words = look.words(offset, end, _WITHIN, NO_MARKS)
    joins = look.grammar["join"].table
    return not any(word[LOW] in joins for word in words[: table.first(words)]) and table.first(words) > 0


# was received *separately* by X and Y · was received in *separate* audiences by X and Y
def _are_separate(look: Look, offset: int) -> bool:
    """Tell whether those who received somebody did so by themselves: a word for it stands right before "by"."""
    tables, agent = (look.grammar["separately"], look.grammar["separate"]), look.grammar["agent"].table
    lower, end = look.document.lower, offset + _BEFORE
    if not agent or not (tables[0].may_stand(lower, offset, end) or tables[1].may_stand(lower, offset, end)):
        return False
    words = look.words(offset, offset + _BEFORE, _WITHIN, NO_MARKS)
    at = max(table.first(words) for table in tables)
    return at >= 0 and any(word[LOW] in agent for word in words[at + 1 :])


def _is_told_apart(look: Look, offset: int) -> bool:
    """Tell whether it was done with each by himself, as the clause ends: "met X, Y and Z *separately* (on Monday)"."""
    apart, document = look.grammar["separately"], look.document
    if not apart.table:
        return False
    end = min(document.sentence_at(offset).end, offset + _LISTED)
    if not apart.may_stand(document.lower, offset, end):
        return False
    words = look.words(offset, end, 80, NO_MARKS)
    at = apart.first(words)
    if at < 0 or ";" in document.text[offset : words[at][START]]:
        return False
    following = words[at + 1 : at + 2]
    ends = not following or document.text[end_of(words[at]) : following[0][START]].strip() != ""
    return ends or look.grammar["where"].first(following) == 0 or look.has_when(following)


__all__ = ["is_one_by_one"]
