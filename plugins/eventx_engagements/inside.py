"""Meetings told only as where something was said by one to another: "X thanked Y *in a phone call*"."""

from __future__ import annotations

from typing import Any

from eventx import NounPhrase, Slot, Span, clause_after, evolve
from eventx_engagements.behind_noun import is_of_two
from eventx_engagements.lexicon import ends
from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, START, Look, end_of

_LEAD = 24
_NAME = 80
"""How far before a conference's noun the rest of its name may begin, in code points."""
_BETWEEN = 20
"""The most words between a meeting and the "with" behind which the other side stands."""
_NOUN_WORDS = 2
"""How many words of a verb's may be, without it, the noun of what is but spoken of."""
_CALLED = 12
"""The most words of a conference's name."""
_NOUN, _WORDS = 40, 4
"""How far before a conference the noun may begin of which it is told, in code points and in words."""


# X told Y in a phone call that … · X briefed Y at a meeting in Geneva · In a phone call on Monday, X thanked Y
def told_inside(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with everybody of the clause in the subject's, where a preposition leads in and no other side is told.

    A meeting "with Y" has its sides, and one taken up again ("at the meeting") was told before.
    """
    phrase = reading.phrase
    if phrase is None or reading.anaphoric or phrase.light is not None or phrase.named:
        return slots
    if phrase.preposition not in look.grammar["said_in"].table:
        return slots
    sides = [slot for slot in slots if slot.spans and slot.role != "place"]
    if len(sides) != 1 or sides[0].take != "head" or sides[0].spans[0].end > reading.anchor.lead > sides[0].spans[0].start:
        return slots
    span = sides[0].spans[0]
    window = Span(span.start, min(span.end, clause_after(look.document, span.start).end))
    everybody = evolve(sides[0], spans=(window,), take="all", kinds=("person",), carry=False)
    return tuple(everybody if slot is sides[0] else slot for slot in slots)


# the meeting of Minister X with Minister Y took place · the talks of Minister X and Minister Y
def told_of_one(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with that of the one whose meeting with another is told; one "of the cabinet" has no other side."""
    one_of = look.grammar["one_of"].table
    if reading.phrase is None or not one_of:
        return slots
    words = look.after(reading.anchor.span, _BETWEEN)
    if not words or words[0][LOW] not in one_of:
        return slots
    if is_of_two(look, words):
        both = Span(end_of(words[0]), clause_after(look.document, words[0][START]).end)
        return (Slot(role="participant", spans=(both,), take="head", kinds=("person",)), *slots)
    at = look.grammar["company"].first(words)
    if at < 2:
        return slots
    return (Slot(role="participant", spans=(Span(end_of(words[0]), words[at][START]),), take="head", kinds=("person",)), *slots)


# voiced support for X's efforts in hosting the summit · the preparations for the summit · congratulated X on the success of it
def is_only_spoken_of(look: Look, reading: Reading) -> bool:
    """Tell whether a conference is but what somebody speaks of: "praised X's efforts *in hosting* the forum"."""
    if reading.value["type"] != "conference":
        return False
    phrase = reading.phrase
    if look.grammar.behind:
        # "tổ chức *thành công* Hội nghị X": part of what is done with it
        light = phrase.light.split() if phrase is not None and phrase.light is not None else []
        held = len(light) > _NOUN_WORDS and " ".join(light[-_NOUN_WORDS:]) in look.grammar["spoken_noun"].table
        return not held and spoken_before(look, reading.anchor.span.start) is not None
    if phrase is None:
        return False
    if phrase.light is None:
        if not reading.anaphoric and (_is_example(look, phrase) or _is_ahead(look, phrase) or is_talked_of(look, phrase)):
            return True
        return _is_behind_noun(look, phrase.head)
    before = look.before(phrase.start, _LEAD)
    tables = (look.grammar["spoken_of"].table, look.grammar["where"].table)
    return (
        bool(before)
        and phrase.light.endswith(ends(look.document.lang, "going"))
        and any(before[-1][LOW] in table for table in tables)
    )


# activities, including the 5th Forum in June · adopted at the 13th Congress · targets set at it; not "deals reached at the forum"
def _is_example(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a conference is told as one of many things, or as where a document was adopted."""
    before = look.document.match[max(phrase.start - _LEAD, 0) : phrase.start].split()
    table = look.grammar["example"].table
    kind = table.get(before[-1]) or table.get(" ".join(before[-2:])) if before else None
    return kind is not None and kind in (("adopted", phrase.preposition) if phrase.preposition is not None else ("including",))


# Ahead of the 5th Forum, X met Y · in preparation for the summit
def _is_ahead(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether something else is only told to be before a conference."""
    ahead = look.grammar["ahead"]
    if phrase.preposition in ahead.table:
        return True
    if not look.may_stand_before(phrase.head, ahead):
        return False
    words = look.before(phrase.head, _LEAD)
    if words and words[-1][LOW] in look.grammar["article"].table:
        words = words[:-1]
    return any(ahead.run(words, at) == len(words) - at for at in range(len(words)))


# discussed trade, the Andean Summit and migration · reviewed the 5th Forum; not "discussed trade at the Andean Summit"
def is_talked_of(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a conference, or a visit still to come, is one of the things that somebody spoke of with another."""
    if phrase.preposition in look.grammar["spoken_of"].table and any(
        w in look.grammar["other_one"].table for w in phrase.modifiers
    ):
        return True  # exchanged views on the upcoming summit
    if phrase.preposition is not None or phrase.named or not look.may_stand_before(phrase.start, look.grammar["talked_of"]):
        return False
    words = look.before(phrase.start, _NAME)
    at = look.grammar["talked_of"].first(words)
    prepositions = look.grammar["said_in"].table
    return at >= 0 and not any(word[LOW] in prepositions for word in words[at:])


def _is_behind_noun(look: Look, head: int) -> bool:
    """Tell whether a conference's name stands behind a noun of what is but spoken of: "the *preparations* for the 3rd X"."""
    if not look.may_stand_before(head, look.grammar["spoken_noun"]):
        return False
    words = look.before(head, _NAME)
    nouns, articles = look.grammar["spoken_noun"].table, look.grammar["article"].table
    at = next((at for at in range(len(words) - 2, -1, -1) if words[at][LOW] in nouns), None)
    if at is None or words[at + 1][LOW] not in look.grammar["spoken_of"].table:
        return False
    return all(look.is_capital(word) or word[LOW][0].isdigit() or word[LOW] in articles for word in words[at + 2 :])


# discussed the upcoming visit of X with Y on Monday · Ngày 29/4, X bàn với Y về Hội nghị Z *sắp tới*
def is_to_come(look: Look, reading: Reading) -> bool:
    """Tell whether a visit still to come is what others speak of, or a conference of which words behind its name say so."""
    phrase, span = reading.phrase, reading.anchor.span
    if reading.value["type"] == "conference" and look.grammar.behind:
        words = look.after(span, _CALLED)
        return look.grammar["to_come_behind"].first(words) >= 0
    if reading.value["type"] != "visit" or phrase is None or phrase.light is not None:
        return False
    return any(word in look.grammar["other_one"].table for word in phrase.modifiers) and is_talked_of(look, phrase)


# Trong cuộc gặp với A ngày 8/7, B *mô tả cuộc gặp* với C là "tốt đẹp" · *thông báo về cuộc hội đàm* với C
def is_described(look: Look, reading: Reading) -> bool:
    """Tell whether a meeting is but what somebody speaks of: right behind the verb, in languages with verbs in a row."""
    phrase, describes = reading.phrase, look.grammar["describes"]
    if reading.value["type"] != "meeting" or phrase is None or phrase.light is not None or not describes.table:
        return False
    if not look.may_stand_before(phrase.start, describes):
        return False
    # such a verb opens a clause, behind which its object stands
    words = look.document.match[max(phrase.start - _NOUN, 0) : phrase.start].split()
    last = len(words) - bool(words and words[-1] in look.grammar["spoken_of"].table)
    return any(" ".join(words[at:last]) in describes.table for at in range(max(last - _WORDS, 0), last))


# đánh giá cao kết quả của Hội nghị X · chuẩn bị cho Diễn đàn Y
def spoken_before(look: Look, start: int) -> Any:
    """Return the value of such a noun right before a conference, or with a word of the table ``spoken_of`` between."""
    nouns = look.grammar["spoken_noun"]
    if not look.may_stand_before(start, nouns):
        return None
    words = look.before(start, _NOUN)
    if words and words[-1][LOW] in look.grammar["spoken_of"].table:
        words = words[:-1]
    ends = range(max(len(words) - _WORDS, 0), len(words))
    return next((nouns.value(words, at) for at in ends if nouns.run(words, at) == len(words) - at), None)


__all__ = ["is_described", "is_only_spoken_of", "is_talked_of", "is_to_come", "spoken_before", "told_inside", "told_of_one"]
