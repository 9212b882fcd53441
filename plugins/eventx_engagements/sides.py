"""The sides of meetings, visits and signings beyond their frames: by example, in a relative clause, by a pronoun or as two."""

from __future__ import annotations

from eventx import Slot, Span, clause_after, clause_opener, evolve
from eventx_engagements.company import company_end, is_one_owner, led_by_two
from eventx_engagements.examples import included
from eventx_engagements.inside import told_inside, told_of_one
from eventx_engagements.papers import named_signatories
from eventx_engagements.possessors import possessors
from eventx_engagements.verbs import Reading
from eventx_engagements.words import LOW, START, Look

_GIVEN = ("host_meal", "host_noun")
"""Frames of what somebody gives for others."""
_BOTH = 60
"""How far before a signing its two people may be told, in code points."""
_WITH = 8
"""How far before a relative pronoun the word of company may stand."""


def all_sides(look: Look, reading: Reading, until: int | None, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots of a reading with those whom its frame does not tell; they stand up to `until`."""
    kind = reading.value["type"]
    if kind == "visit":
        return visit_slots(look, reading, until, possessors(look, reading.anchor.span.start, slots, "host"))
    if kind == "signing":
        return signing_slots(look, reading, named_signatories(look, reading.anchor.lead, slots))
    if kind == "meeting":
        given = reading.frame in _GIVEN
        return meeting_slots(
            look, reading, until, possessors(look, reading.anchor.span.start, slots, "guest") if given else slots
        )
    # "received papers from ambassadors, including X and Y"
    return (*slots, *included(look, reading, until, slots)) if reading.frame == "credentials_received" else slots


def meeting_slots(look: Look, reading: Reading, until: int | None, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots of a meeting with all those the words around it name; its participants stand up to `until`."""
    slots = told_of_one(look, reading, told_inside(look, reading, slots))
    slots += included(look, reading, until, slots)
    slots += _behind_setting(look, reading)
    slots = _with_whom(look, reading, slots)
    second = led_by_two(look, reading.anchor.lead) if slots and slots[0].spans and not reading.anaphoric else None
    if second is not None and second > slots[0].spans[0].start:
        # the two of them, not their delegations
        windows = (Span(slots[0].spans[0].start, second), Span(second, reading.anchor.lead))
        slots = (*(evolve(slots[0], spans=(window,), take="first", kinds=("person",)) for window in windows), *slots[1:])
    slots = _done_by(look, reading, slots)
    phrase = reading.phrase
    if reading.frame in _GIVEN and phrase is not None and phrase.light is None and phrase.preposition is None:
        # "A dinner will be served for Y": whoever the text speaks of does not give it
        slots = tuple(evolve(slot, carry=False) if slot.role == "host" else slot for slot in slots)
    if reading.anchor.role == "host":
        # "A và B đồng chủ trì cuộc hội đàm giữa Bộ X và Bộ Y": those who preside are there, besides the bodies
        slots = tuple(evolve(slot, complete=0) if slot.complete else slot for slot in slots)
    if reading.anaphoric and reading.anchor.role == "host":
        # "X chủ trì buổi làm việc": who presides over the meeting just told was there, too
        slots = tuple(evolve(slot, take="all", kinds=("person",)) if slot.spans else slot for slot in slots)
    return slots


# Đại sứ X được *Thủ tướng Y* khen ngợi tại buổi tiếp ngày 20/3
def _done_by(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots of a reception at which something was done in the passive: its doer receives whom the sentence is of."""
    phrase = reading.phrase
    if phrase is None or phrase.light is not None or len(slots) < 2 or (slots[0].role, slots[1].role) != ("host", "guest"):
        return slots
    passive, host = look.grammar["passive"], slots[0]
    led = look.grammar.behind and phrase.preposition in look.grammar["takes_up"].table and host.spans
    words = look.before(phrase.start, _BOTH * 3) if led and look.may_stand_before(phrase.start, passive) else []
    at = passive.first(words)
    doer = words[at + 1 : at + 1 + _WITH] if at > 0 else []
    if look.grammar["people"].first(doer[:2]) < 0 or not look.has_name(doer):
        return slots
    by = evolve(host, spans=(Span(doer[0][START], phrase.start),), take="first", kinds=("person",))
    subject = Span(host.spans[0].start, words[at][START])
    return (by, evolve(slots[1], spans=(subject,), take="last", kinds=("person",)), *slots[2:])


def visit_slots(look: Look, reading: Reading, until: int | None, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots of a visit with those named by example; with one alone where a pronoun says that it is one person's."""
    # "the invitation extended by X": who invites is no visitor
    hosts = {span.start for slot in slots if slot.role == "host" for span in slot.spans}
    slots = tuple(slot for slot in slots if slot.role != "visitor" or not slot.spans or slot.spans[0].start not in hosts)
    slots += included(look, reading, until, slots)
    phrase = reading.phrase
    if phrase is None or not is_one_owner(look, phrase):
        return slots
    # "During his visit, X will meet": X's, whom the sentence speaks of
    opens = reading.anaphoric and phrase.start == look.document.sentence_at(phrase.start).start
    return tuple(_of_one(slot, opens=opens) if slot.role == "visitor" else slot for slot in slots)


def _of_one(slot: Slot, *, opens: bool) -> Slot:
    """Return the slot of the one visitor; whoever the text speaks of fills it where the visit opens its sentence."""
    slot = evolve(slot, take="first") if slot.take == "head" else slot
    return evolve(slot, carry=True) if opens else slot


# hai bộ trưởng (đã) ký Hiệp định giữa Việt Nam và Peru; not "hai bộ trưởng chứng kiến lễ ký …"
def signing_slots(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots of a signing with the two people who are its subject, though its parties are told behind it."""
    lead, both = reading.anchor.lead, look.grammar["two_people"]
    may = slots and both.table and reading.phrase is None and both.may_stand(look.document.lower, lead - _BOTH, lead)
    words = look.before(lead, _BOTH) if may else []
    at = both.first(words)
    behind = words[at + both.run(words, at) :] if at >= 0 else []
    signs = look.grammar["two_sign"]
    if at < 0 or any(word[LOW] not in signs.table for word in behind):
        return slots
    first, *others = slots
    return (evolve(first, spans=(Span(words[at][START], lead), *first.spans), take="all"), *others)


# held talks during the visit with X · will have meetings during her stay with X and Y
def _behind_setting(look: Look, reading: Reading) -> tuple[Slot, ...]:
    """Return the slot of those named with "with" behind the time or occasion that stands right behind a meeting."""
    if reading.frame != "meeting" or reading.anaphoric:
        return ()
    end = company_end(look, reading.anchor.span)
    return (Slot(role="participant", spans=(clause_after(look.document, end),), take="head"),) if end is not None else ()


def _with_whom(look: Look, reading: Reading, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return the slots with the one a relative clause tells of: "his counterpart X, *with whom* he will hold talks".

    Whom a pronoun in it means is not X: it is whom the text speaks of.
    """
    document, lead = look.document, reading.anchor.lead
    opener = clause_opener(document, lead)
    if opener is None or opener.value != "relative":
        return slots
    words = document.match[max(opener.start - _WITH, 0) : opener.start].split()
    if not words or words[-1] not in look.grammar["company"].table:
        return slots
    window = Span(document.sentence_at(lead).start, opener.start)
    if not look.has_name(look.words(opener.end, lead, 12)):
        slots = tuple(evolve(slot, spans=()) if slot.carry else slot for slot in slots)
    return (*slots, Slot(role="participant", spans=(window,), take="last", kinds=("person",)))


__all__ = ["all_sides"]
