"""Whom an event gets that its own frame does not name: those who join it, who speaks in his turn, whose slots wait."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from eventx.contribution import Contribution, Mention, Slot
from eventx.merger.abroad import is_envoy
from eventx.merger.beside import is_only_told
from eventx.merger.draft import Draft
from eventx.merger.entities import Entity
from eventx.merger.foreground import SCENES
from eventx.merger.index import Index
from eventx.merger.leading_up import comes_then
from eventx.merger.lists import is_person
from eventx.merger.resolve import Discourse
from eventx.model import Role

_SPECIFIC = 3
"""How many words a body's name has at least that an office in it tells of."""
_RECEIVED: tuple[Role, ...] = ("host", "guest")
"""Who speaks first where one side receives the other, and who speaks next."""
_RECEIVING = frozenset({"meeting", "ceremony"})
"""Types of events at which guests are received."""
_SIDES = 2
"""How many speak for the sides of a meeting that is told of groups alone."""


def fits(joining: Draft, draft: Draft) -> bool:
    """Tell whether people may belong to an event: it is of the type that their words tell, if they tell any."""
    return joining.fields.get("form") in (None, draft.value.type)


# Tham dự buổi tiệc có X *đang ở thăm Việt Nam*: at the event before
def attended_by(joining: Draft, draft: Draft) -> Draft:
    """Return the event that those named in a list join, of whom it tells next: not the visit that only some of them came on."""
    listed = [span for slot in joining.value.slots if slot.role != "visitor" for span in slot.spans]
    sources = [filling.source for filling in draft.fillings] if draft.value.type == "visit" else []
    within = bool(sources) and all(c is not None and any(span.contains(c.span) for span in listed) for c in sources)
    return draft.scene if within and draft.scene is not None else draft


def comes_to(draft: Draft, scene: Draft | None) -> bool:
    """Tell whether a meeting only says what one of those told came for: "received X, *who paid a call*"."""
    if scene is None or draft.value.type != "meeting" or scene.value.type != "meeting" or scene.sentence != draft.sentence:
        return False
    coming = draft.people()
    return len(coming) == 1 and coming < scene.people() and scene.value.status == draft.value.status


def join(draft: Draft, joining: Draft) -> tuple[Draft, Draft]:
    """Add the people of `joining` to a draft and return both: with a visitor they travel, else they take part or sign."""
    role: Role = "visitor" if draft.value.type == "visit" else "participant"
    envoys = any(is_envoy(filling.entity) for filling in joining.fillings[:1])
    guests = draft.value.type in _RECEIVING and not any(filling.role == "guest" for filling in draft.fillings)
    if envoys and guests and draft.fields.get("form") == "credentials":
        role = "guest"  # "received the credentials of two ambassadors. They are Ambassador X and Y", not "attended by Minister Z"
    for filling in joining.fillings:
        receives = filling.role == "host" and draft.value.type == "meeting"
        told = receives or filling.role == "signatory" or (guests and filling.role == "guest")
        own: Role = filling.role if told else role
        draft.add(filling.entity, own, filling.source, listed=True, beside=joining.accompanied)
    if "attendance" in joining.value.traits and draft.value.type != "visit":
        draft.attended = draft.attended or joining.trigger
    return draft, joining


# President X will be accompanied by Minister Y · received Minister X, accompanied by Ambassador Y
def accompanied(index: Index, discourse: Discourse, joining: Draft) -> Entity | None:
    """Return the person named last before the words that say who accompanies him, in their sentence."""
    if not any(slot.role == "visitor" for slot in joining.value.slots):
        return None
    start = joining.trigger.span.start
    told = index.mentions.between(index.document.sentence_at(start).start, start)
    last = next((discourse.at(contribution) for contribution in reversed(told) if is_person(contribution)), ())
    return last[0] if len(last) == 1 and last[0].number not in joining.people() else None


def waits(index: Index, draft: Draft, *, first: bool) -> list[tuple[Draft, Slot]]:
    """Return the slots that wait for those the text goes on to speak of.

    Those of the frame that say so, if the event is its sentence's first; and of a meeting that only "at the meeting" tells of,
    every role still open.
    """
    trigger = draft.value
    waits: list[Slot] = []
    for slot in trigger.slots if first and trigger.status == "held" else ():
        if slot.take == "topics" and not is_only_told(index, draft.trigger.span) and not comes_then(index, draft.trigger.span):
            waits.append(slot)  # noqa: PERF401 - most frames have none
    if trigger.anaphoric and trigger.type == "meeting" and len(draft.fillings) < 2:
        taken = {filling.role for filling in draft.fillings}
        roles = dict.fromkeys(slot.role for slot in trigger.slots if slot.role not in ("place", "date", "of"))
        waits += [Slot(role=role, spans=(), take="topics") for role in roles if role not in taken or role == "participant"]
    if first and _is_of_groups(draft):
        # "Officials of X held a working session with a delegation from Y": who speaks next took part
        received = any(slot.role in _RECEIVED for slot in trigger.slots)
        sides: tuple[Role, ...] = _RECEIVED if received else ("participant",) * _SIDES
        waits += [Slot(role=role, spans=(), take="topics") for role in sides]
    if first and trigger.type == "visit" and trigger.status == "held" and not trigger.anaphoric and _travels(draft):
        waits += [Slot(role="visitor", spans=(), take="topics")]
    return [(draft, slot) for slot in waits] if waits else []


def _travels(draft: Draft) -> bool:
    """Tell whether nobody but bodies is told to travel."""
    return bool(draft.fillings) and all(f.role == "visitor" and f.entity.kind == "organisation" for f in draft.fillings)


def may_wait(entity: Entity, draft: Draft, slot: Slot) -> bool:
    """Tell whether somebody of whom the text speaks may fill a slot that waits: of those who travel, who holds an office there.

    Accepts: "A delegation of the Guard Command visited X. *Y, deputy chief of the Guard Command*, said".
    """
    if slot.role != "visitor" or draft.value.type != "visit":
        return True
    bodies = [set(f.entity.words) for f in draft.fillings if len(f.entity.words) >= _SPECIFIC]
    return any(body <= set(words) for body in bodies for *_, words in entity.titles)


def _is_of_groups(draft: Draft) -> bool:
    """Tell whether a meeting that was held is told of groups and bodies alone, and not just mentioned by who speaks."""
    trigger = draft.value
    if trigger.type != "meeting" or trigger.status != "held" or trigger.anaphoric:
        return False
    if "passing" in trigger.traits and draft.scene is not None and draft.scene.sentence < draft.sentence:
        return False  # X received Y. … X praised the talks between the two ministries
    told = draft.fillings
    if any(filling.entity.kind != "organisation" for filling in told):
        return False
    if told and all(filling.role == "participant" for filling in told):
        return True
    # "Authorities of X hosted a reception for a delegation from Y"
    return len({slot.role for slot in trigger.slots if slot.spans and not slot.carry and slot.role in _RECEIVED}) > 1


def attended(scene: Draft | None, drafts: Sequence[Draft], joining: Draft) -> Draft | None:
    """Return what was attended if the event at hand is a trip told behind it: "received X, on a visit here. There was …"."""
    if scene is None or scene.value.type != "visit" or any(slot.role != "participant" for slot in joining.value.slots):
        return None
    near = takewhile(lambda told: told.sentence >= scene.sentence, reversed(drafts))
    told = (d for d in near if d.sentence == scene.sentence and d.value.type in SCENES - {"visit"})
    return next((d for d in told if d.value.status == scene.value.status and d.people()), None)


# X asked Y for help *when they met*
def frame_proposals(drafts: Sequence[Draft], talks: Draft) -> None:
    """Let what somebody proposed earlier in the sentence be proposed at the talks it goes on to tell of."""
    for told in reversed(drafts):
        if told.sentence != talks.sentence:
            break
        if told.value.type == "proposal" and told.people() & talks.people():
            told.scene = talks


# A meeting was held on Monday. *The two ministers* discussed
def group_within(index: Index, discourse: Discourse, start: int, end: int) -> tuple[Contribution, list[Entity]] | None:
    """Return the first words of a stretch that point at several people, and those."""
    for contribution in index.mentions.between(start, end):
        if isinstance(contribution.value, Mention) and contribution.value.reference == "group":
            people = [entity for entity in discourse.at(contribution) if entity.kind == "person"]
            if len(people) > 1:
                return contribution, people
    return None


# X arrived in Lima on Monday. He will meet Y. *The delegation includes* A and B
def under_way(scene: Draft | None, drafts: Sequence[Draft], joining: Draft) -> Draft | None:
    """Return the visit under way on which the event at hand is only planned: those who are there have come with the visitor."""
    if scene is None or scene.value.status != "planned" or scene.value.type != "meeting" or joining.value.status != "held":
        return None
    trips = (d for d in reversed(drafts) if d.value.type == "visit" and d.value.status == "held")
    return next((d for d in trips if d.people() & scene.people()), None)


def take_turn(recent: Sequence[Draft], draft: Draft) -> None:
    """Add who speaks "for his part" to the meeting told last, if those who met are told and he was at none told so far."""
    meetings = [told for told in recent if told.value.type == "meeting" and told.people()]
    known = {number for told in meetings for number in told.people()}
    held = (told for told in reversed(meetings) if told.value.status == "held" and not told.value.background)
    told = next(held, None)
    if told is not None and len(told.fillings) > 1 and known.isdisjoint(draft.people()):
        join(told, draft)


# a meeting on the margins of the annual *meeting*
def session_of(index: Index, drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """Return the conference told last by the word by which those come to it."""
    word = _last_word(index, draft)
    told = next((d for d in reversed(drafts) if _last_word(index, d) == word), None)
    return told if told is not None and told.value.type == "conference" else None


def _last_word(index: Index, draft: Draft) -> str:
    """Return the last word of what tells of an event."""
    span = draft.trigger.span
    return index.match[span.start : span.end].rsplit(maxsplit=1)[-1]
