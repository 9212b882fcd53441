"""Whose doing a noun tells: who has it, who stands before it, a group without a name, or nobody of whom the text speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import NounPhrase, Span, clause_before
from eventx_engagements.company import is_several_owner
from eventx_engagements.groups import group_before, group_who, is_of_congratulated
from eventx_engagements.subjects import Told, behind_as, subject_of
from eventx_engagements.words import LOW, NO_MARKS, Look, end_of

_PRAISED = 200
_VERB = 24
"""How far before a visit the verb by which somebody speaks of it may begin, in code points."""
_IDEA = 40
"""How far before a light verb the noun of what is thought of may begin, in code points."""
_SIDES = 12
"""How many words behind a meeting those may stand who met."""
GOES = ("participant", "host")
"""The roles of who may have come for what he takes part in; the second only on a trip told before."""
_HELD = ("ceremony", "conference")
"""Types of what is held by somebody."""


def doers(
    look: Look, phrase: NounPhrase, value: Mapping[str, Any], role: str | None, subject: Span | None, *, own: bool, end: int
) -> tuple[Span | None, bool, bool]:
    """Return where those stand who do what a noun tells, whether nobody of them is named, and whether they are congratulated."""
    kind = value["type"]
    several = subject is None and kind == "visit" and is_several_owner(look, phrase)
    several = several and phrase.light is None and phrase.preposition in (None, *look.grammar["object_has"].table)
    if kind == "visit" and subject is None and not several:
        several = is_strangers(look, phrase) or group_who(look, phrase.start) is not None or _is_judged(look, phrase)
    praised = kind in _HELD and role == "host" and subject is None and is_of_congratulated(look, phrase.start)
    group = group_before(look, phrase.start) if role in GOES else None
    # those who go on to attend a conference told before were there, besides
    attends = group is not None and subject is None and phrase.role in GOES and (own or kind != "conference")
    if attends and not praised:
        # "*Officials of both countries* attended the opening ceremony": not whom the text spoke of before
        return group, True, False
    # "tại Hà Nội sẽ diễn ra cuộc gặp với Y": whoever says so does not meet him
    several = several or (kind == "meeting" and _takes_place(look, phrase))
    several = several or (kind in _HELD and is_of_idea(look, phrase))
    several = several or (kind == "meeting" and _is_of_others(look, phrase, end))
    if several or praised:
        # "welcomed the guests, saying their visit", "thanked them for their visit": it is not the speaker's
        subject = Span(phrase.start, phrase.start)
    # "hai nước tổ chức Hội nghị": it is not the speaker who does
    return subject, several or (group is not None and kind in _HELD and role == "host"), praised


# Minister X described the visit to Peru as useful; not "X cancelled the visit to Peru"
def _is_judged(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a visit is what somebody speaks of, who need not have paid it."""
    if phrase.determiner != "definite" or phrase.preposition is not None or phrase.light is not None:
        return False
    before = look.document.match[max(phrase.start - _VERB, 0) : phrase.start].split()
    return bool(before) and before[-1] in look.grammar["judges"].table


# X reviewed the outcomes of the talks *between the leaders of Peru and Chile*; not "recalled the talks between the two leaders"
def _is_of_others(look: Look, phrase: NounPhrase, end: int) -> bool:
    """Tell whether a meeting that is only spoken of is one between people whom their countries tell: whoever speaks is none."""
    led = phrase.light is not None or phrase.preposition not in (None, *look.grammar["spoken_of"].table)
    if phrase.determiner != "definite" or led:
        return False
    ofs, words = look.grammar["led_in_body"].table, look.words(end, look.document.sentence_at(end).end, _SIDES, NO_MARKS)
    if not words:
        return False
    at = look.grammar["plural"].first(words) if words[0][LOW] in look.grammar["between_two"].table else -1
    behind = words[at + 1 : at + 4]
    return at > 0 and (look.has_name(words[1:at]) or (behind[:1] != [] and behind[0][LOW] in ofs and look.has_name(behind)))


# X put forward the initiative to hold a forum · announced plans to host the summit
def is_of_idea(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a noun of what is only thought of, and "to", stand before a light verb: who tells of it need not hold it."""
    if not look.may_stand_before(phrase.start, look.grammar["idea"]):
        return False
    words = look.before(phrase.start, _IDEA)
    return len(words) > 1 and words[-1][LOW] in look.grammar["toward"].table and words[-2][LOW] in look.grammar["idea"].table


def _takes_place(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a light verb only says that a meeting takes place, and nothing of who meets."""
    return phrase.light is not None and not phrase.role and phrase.light in look.grammar["happens"].table


def is_on_trip(before: Told | None) -> bool:
    """Tell whether the trigger before told of the trip of somebody received, who may preside over something there, too."""
    return before is not None and before.comer is not None


def noun_subject(look: Look, phrase: NounPhrase, before: Told | None, *, goes: bool) -> Span | None:
    """Return where the subject of a noun's phrase stands, where it is not the clause's own."""
    if phrase.owner is not None:
        # "received X and Y during their visit"
        several = goes and is_several_owner(look, phrase)
        received = subject_of(look, phrase.start, before, goes=True) if several else None
        return received or _possessing(look, phrase)
    subject = subject_of(look, phrase.start, before, goes=goes)
    if subject is None and goes and phrase.light is None:
        subject = _praised(look, phrase)
    return behind_as(look, phrase.start) if subject is None and phrase.light is not None else subject


def _praised(look: Look, phrase: NounPhrase) -> Span | None:
    """Return the stretch behind "congratulated" up to a visit told as what for: "congratulated *X* on a timely visit"."""
    praises = look.grammar["praises"].table
    if not praises or not look.may_stand_before(phrase.start, look.grammar["praises"]):
        return None
    words = look.before(phrase.start, _PRAISED)
    at = next((index for index in range(len(words) - 1, -1, -1) if words[index][LOW] in praises), -1)
    return Span(end_of(words[at]), phrase.start) if at >= 0 and look.has_name(words[at + 1 :]) else None


def _possessing(look: Look, phrase: NounPhrase) -> Span | None:
    """Return the stretch whose last name a possessive pronoun means: "thanked *X* for his visit"; not "for my visit"."""
    owner = phrase.owner
    if owner is not None and look.document.match[owner.start : owner.end] in look.grammar["speakers_own"].table:
        return None
    if phrase.named or phrase.light is not None or phrase.preposition not in look.grammar["object_has"].table:
        return None
    return clause_before(look.document, phrase.start)


def is_strangers(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a noun is that of somebody told by a common noun alone: "her *counterpart's* visit", "the *council's*"."""
    if not phrase.named or phrase.owner is None:
        return False
    last = look.document.match[phrase.owner.start : phrase.owner.end].split()[-1:]
    return bool(last) and last[0] in look.grammar["no_owner"].table


# X met with Y, Minister of A and B, during the latter's visit to Z
def owner_of(look: Look, phrase: NounPhrase) -> Span | None:
    """Return whose a noun is: of "the latter", all of the sentence before, the last one in which is meant."""
    owner = phrase.owner
    if owner is None or not look.document.lower.endswith(tuple(look.grammar["latter"].table), owner.start, owner.end):
        return owner
    return Span(look.document.sentence_at(owner.start).start, owner.end)
