"""Step 2, attach: whom a trigger's frame finds in its windows, sentence by sentence.

A draft is an event in the making: a trigger with the entities that fill its slots.
"""

from __future__ import annotations

import re

import attrs

from eventx.contribution import Contribution, Mention, Slot, Trigger
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.resolve import Discourse, Scene
from eventx.model import Role, Span

# What may stand between two coordinated mentions: commas, brackets and up to three short words (and, và, as well as).
_COORDINATION = re.compile(r"[\s,;()]*(?:[^\W\d_]{1,5}[\s,]+){0,3}")
_LONGEST_COORDINATION = 24
_SCENES = frozenset({"meeting", "conference", "ceremony", "visit", "signing"})
"""Types that set the scene for what is said after them; a proposal or an anniversary does not."""


@attrs.define(eq=False)
class Filling:
    """An entity in a role of a draft, and the mention that put it there."""

    entity: Entity
    role: Role
    source: Contribution | None


@attrs.define(eq=False)
class Draft:
    """An event in the making."""

    trigger: Contribution
    value: Trigger
    sentence: int
    fillings: list[Filling] = attrs.field(factory=list)
    scene: Draft | None = None
    """The event at which this one takes place: the meeting of a proposal."""

    def add(self, entity: Entity, role: Role, source: Contribution | None) -> None:
        """Put an entity in a role, unless it has one already."""
        if all(filling.entity is not entity for filling in self.fillings):
            self.fillings.append(Filling(entity, role, source))

    def people(self) -> set[int]:
        """Return the numbers of the people in the draft."""
        return {filling.entity.number for filling in self.fillings if filling.entity.kind == "person"}

    def everyone(self) -> set[int]:
        """Return the numbers of all entities in the draft."""
        return {filling.entity.number for filling in self.fillings}


def attach(index: Index, discourse: Discourse) -> list[Draft]:
    """Return a draft for each trigger, in the order of the text; anaphoric ones follow the event they take up."""
    drafts: list[Draft] = []
    scene: Draft | None = None
    waiting: list[tuple[Draft, Slot]] = []
    for number, sentence in enumerate(index.document.sentences):
        discourse.read_sentence(sentence)
        _feed_topics(discourse, sentence, waiting)
        for contribution in index.triggers.starting_in(sentence):
            trigger = contribution.value
            if not isinstance(trigger, Trigger):
                continue
            draft = Draft(contribution, trigger, number)
            _fill(index, discourse, draft)
            draft.scene = scene
            drafts.append(draft)
            if trigger.type in _SCENES and not trigger.background:
                if not (trigger.anaphoric and scene is not None and scene.value.type == trigger.type):
                    waiting = [(draft, slot) for slot in trigger.slots if slot.take == "topics"]
                    _feed_topics(discourse, sentence, waiting)
                    scene = draft
                    if draft.fillings:
                        discourse.scene = _scene(draft)
                elif draft.fillings and not scene.fillings:
                    discourse.scene = _scene(draft)
    return drafts


def _scene(draft: Draft) -> Scene:
    """Return what pointers need to know of a draft."""
    roles: dict[Role, list[Entity]] = {}
    for filling in draft.fillings:
        roles.setdefault(filling.role, []).append(filling.entity)
    return Scene(roles)


def _feed_topics(discourse: Discourse, sentence: Span, waiting: list[tuple[Draft, Slot]]) -> None:
    """Give the person this sentence speaks of to the slots that wait for those the text goes on to speak of."""
    if not waiting:
        return
    for entity in discourse.topics((sentence,)):
        for position, (draft, slot) in enumerate(waiting):
            if entity.kind in slot.kinds:
                draft.add(entity, slot.role, None)
                # each slot but the last takes one person: the first speaker hosts, the others are guests
                if position < len(waiting) - 1:
                    waiting.pop(position)
                break
    discourse.scene = _scene(waiting[0][0]) if waiting and waiting[0][0].fillings else discourse.scene


def _fill(index: Index, discourse: Discourse, draft: Draft) -> None:
    """Fill a draft's slots from their windows."""
    for slot in draft.value.slots:
        if slot.role in ("place", "date") or slot.take == "topics":
            continue
        for span in slot.spans:
            chosen = _take(index, discourse, slot, span, draft.trigger.span)
            for contribution in chosen:
                for entity in discourse.at(contribution):
                    if entity.kind in slot.kinds:
                        draft.add(entity, slot.role, contribution)
            if chosen:
                break
        else:
            if slot.carry and discourse.topic is not None and discourse.topic.kind in slot.kinds:
                draft.add(discourse.topic, slot.role, None)


def _take(index: Index, discourse: Discourse, slot: Slot, span: Span, trigger: Span) -> list[Contribution]:
    """Return the mentions a slot takes from one of its windows."""
    found = [
        contribution
        for contribution in index.mentions.starting_in(span)
        if isinstance(contribution.value, Mention)
        and contribution.value.kind in slot.kinds
        and not contribution.span.overlaps(trigger)
        and discourse.at(contribution)
    ]
    if not found or slot.take == "all":
        return found
    if slot.take == "first":
        return found[:1]
    if slot.take == "last":
        return _coordinated(index, found[::-1])[::-1]
    return _coordinated(index, found)


def _coordinated(index: Index, mentions: list[Contribution]) -> list[Contribution]:
    """Return the first mention with those coordinated with it, one after another; works in either direction."""
    kept = mentions[:1]
    for mention in mentions[1:]:
        low, high = sorted((kept[-1].span, mention.span))
        gap = index.document.text[low.end : high.start]
        if len(gap) > _LONGEST_COORDINATION or not _COORDINATION.fullmatch(gap):
            break
        kept.append(mention)
    return kept
