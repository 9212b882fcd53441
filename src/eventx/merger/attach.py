"""Step 2, attach: whom a trigger's frame finds in its windows, sentence by sentence.

A draft is an event in the making: a trigger with the entities that fill its slots.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

import attrs

from eventx.clauses import CLAUSES, clause_after
from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trigger
from eventx.language import language_data
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.resolve import Discourse, Scene
from eventx.model import Role, Span
from eventx.records import evolve

_LONGEST_COORDINATION = 40
_JOINS = "scene"
"""The type of a trigger that tells of nothing itself but names more people of the event at hand ("accompanied by X")."""
_TRIPS_BACK = 12
"""How many events back the trip is looked for on which somebody is accompanied."""
_LONGEST_TITLE = 75
"""How long what stands between two coordinated names may be where it is a title that nobody read."""
_HEADS = frozenset({"president", "monarch", "crown_prince", "prime_minister", "speaker", "foreign_minister", "general_secretary"})
"""Offices whose holders receive by themselves."""
_RELATED = 40
_ELSEWHERE = 60
"""How far before a body's name a preposition of place may stand that leads to it."""
_SCENES = frozenset({"meeting", "conference", "ceremony", "visit", "signing"})
"""Types that set the scene for what is said after them; a proposal or an anniversary does not."""


@attrs.define(eq=False)
class Filling:
    """An entity in a role of a draft, the mention that put it there, and whether a list names it ("also present were …")."""

    entity: Entity
    role: Role
    source: Contribution | None
    listed: bool = False


@attrs.define(eq=False)
class Draft:
    """An event in the making."""

    trigger: Contribution
    value: Trigger
    sentence: int
    fillings: list[Filling] = attrs.field(factory=list)
    scene: Draft | None = None
    """The event at which this one takes place: the meeting of a proposal."""

    def add(self, entity: Entity, role: Role, source: Contribution | None, *, listed: bool = False) -> None:
        """Put an entity in a role, unless it has one already."""
        known = next((filling for filling in self.fillings if filling.entity is entity), None)
        if known is None:
            self.fillings.append(Filling(entity, role, source, listed))
        elif listed and not known.listed:
            known.listed, known.source = True, known.source or source

    def people(self) -> set[int]:
        """Return the numbers of the people in the draft."""
        return {filling.entity.number for filling in self.fillings if filling.entity.kind == "person"}

    def everyone(self) -> set[int]:
        """Return the numbers of all entities in the draft."""
        return {filling.entity.number for filling in self.fillings}


def attach(index: Index, discourse: Discourse) -> list[Draft]:
    """Return a draft for each trigger, in the order of the text; anaphoric ones follow the event they take up."""
    stage = _Stage(index, discourse)
    for number, sentence in enumerate(index.document.sentences):
        discourse.read_sentence(sentence)
        stage.feed()
        for contribution in index.triggers.starting_in(sentence):
            trigger = contribution.value
            if isinstance(trigger, Trigger):
                draft = Draft(contribution, trigger, number)
                _fill(index, discourse, draft)
                if trigger.type == _JOINS:
                    stage.join(draft)
                else:
                    for part in _parts(index, draft):
                        stage.enter(part)
                    if trigger.type == "meeting" and len(draft.people()) > 1:
                        # "met Y in Apia, where they signed …": who met only now is known
                        discourse.read_groups(Span(contribution.span.end, sentence.end))
        stage.close()
    return stage.drafts


def _parts(index: Index, draft: Draft) -> list[Draft]:
    """Return a draft for each of those behind a trigger that says they met apart, all with those before it; else the draft.

    A visit to several countries is one to each.
    """
    if draft.value.type == "visit":
        return _by_country(index, draft)
    after = [f for f in draft.fillings if f.source is not None and f.source.span.start >= draft.trigger.span.end]
    before = [f for f in draft.fillings if f not in after]
    if len(after) < 2 or not before or not (draft.value.apart or _are_called_on(draft, before, after)):
        return [draft]
    return [evolve(draft, fillings=[*before, filling]) for filling in after]


def _are_called_on(draft: Draft, before: list[Filling], after: list[Filling]) -> bool:
    """Tell whether one who is no host met the heads of different bodies: "will meet President X, Minister Y and Speaker Z"."""
    if draft.value.type != "meeting" or len(before) != 1 or before[0].role == "host":
        return False
    offices = [filling.entity.offices & _HEADS for filling in after]
    return all(offices) and all(a.isdisjoint(b) for a, b in combinations(offices, 2))


def _by_country(index: Index, draft: Draft) -> list[Draft]:
    """Return a draft for each of the coordinated countries a visit goes to ("will visit Japan, China and South Korea")."""
    slot = next((slot for slot in draft.value.slots if slot.role == "place" and slot.spans), None)
    places = [c for c in index.places.starting_in(slot.spans[0]) if _is_country(c)] if slot is not None else []
    joined = _coordinated(index, places)
    if len(joined) < 2 or not _ends_in_and(index, joined):
        return [draft]
    others = [other for other in draft.value.slots if other is not slot]
    return [
        attrs.evolve(draft, value=attrs.evolve(draft.value, slots=(*others, attrs.evolve(slot, spans=(place.span,)))),
                     fillings=[attrs.evolve(filling) for filling in draft.fillings])
        for place in joined
    ]  # fmt: skip


def _is_country(contribution: Contribution) -> bool:
    """Tell whether a place is a country, named as such."""
    return isinstance(contribution.value, PlaceMention) and contribution.value.kind == "country"


def _ends_in_and(index: Index, mentions: list[Contribution]) -> bool:
    """Tell whether a word for "and" stands before the last of them: "Paris, France" is one place."""
    between = index.document.lower[mentions[-2].span.end : mentions[-1].span.start].replace(",", " ").split()
    return bool(between) and between[0] in language_data(index.document.lang).conjunctions


class _Stage:
    """The drafts so far, the event the text is at, and the slots that wait for those the text goes on to speak of."""

    def __init__(self, index: Index, discourse: Discourse) -> None:
        self.index = index
        self.discourse = discourse
        self.drafts: list[Draft] = []
        self.scene: Draft | None = None
        self.waiting: list[tuple[Draft, Slot]] = []
        self.joining: list[Draft] = []
        self.joined: tuple[Draft, Draft] | None = None

    def join(self, draft: Draft) -> None:
        """Add the people of `draft` to the event its sentence told of last; if to none yet, to the next or the one at hand."""
        told = self.drafts[-1] if self.drafts else None
        if told is not None and told.sentence == draft.sentence and told.value.type in _SCENES:
            self.joined = _join(told, draft)
        else:
            self.joining.append(draft)

    def close(self) -> None:
        """End a sentence: those who joined no event of it belong to the event at hand."""
        for draft in self.joining:
            joined = self._host_of(draft)
            if joined is not None:
                self.joined = _join(joined, draft)
        self.joining.clear()

    def _host_of(self, draft: Draft) -> Draft | None:
        """Return the event that those named in a sentence without one belong to.

        That of those named in the sentence before; a trip of the one they come with, if it is said so; else the event at hand.
        """
        if self.joined is not None and self.joined[1].sentence == draft.sentence - 1:
            return self.joined[0]
        subject = self.discourse.subject
        if subject is not None and any(slot.role == "visitor" for slot in draft.value.slots):
            for told in reversed(self.drafts[-_TRIPS_BACK:]):
                if told.value.type == "visit" and subject.number in told.people():
                    return told
        return self.scene

    def enter(self, draft: Draft) -> None:
        """Add a draft; if it sets the scene, what is said from now on is said at it."""
        draft.scene = self.scene
        trigger = draft.value
        if trigger.type in _SCENES and not trigger.background and trigger.status != "hypothetical":
            if self.scene is None or not trigger.anaphoric or self.scene.value.type != trigger.type:
                self.waiting = _waits(draft, first=self.scene is None or self.scene.sentence != draft.sentence)
                self.feed()
                self.scene = draft
                self._show(draft)
            elif draft.fillings and not self.scene.fillings:
                self._show(draft)
        self.drafts.append(draft)
        if trigger.type in _SCENES:
            for joining in self.joining:
                self.joined = _join(draft, joining)
            self.joining.clear()

    def feed(self) -> None:
        """Give the person the sentence last read speaks of to a waiting slot.

        Each slot but the last takes one person: the first to speak at a reception is the host, the others are guests.
        """
        entity = self.discourse.subject
        if not self.waiting or entity is None:
            return
        draft, slot = self.waiting[0]
        known = len(draft.fillings)
        draft.add(entity, slot.role, None)
        if len(draft.fillings) > known and len(self.waiting) > 1:
            self.waiting.pop(0)
        if self.scene is draft:
            self._show(draft)

    def _show(self, draft: Draft) -> None:
        """Let pointers know who has which role in the event at hand."""
        if draft.fillings:
            self.discourse.show(_scene(draft))


def _join(draft: Draft, joining: Draft) -> tuple[Draft, Draft]:
    """Add the people of `joining` to a draft and return both: with a visitor they travel, at other events they take part."""
    role: Role = "visitor" if draft.value.type == "visit" else "participant"
    for filling in joining.fillings:
        draft.add(filling.entity, role, filling.source, listed=True)
    return draft, joining


def _waits(draft: Draft, *, first: bool) -> list[tuple[Draft, Slot]]:
    """Return the slots that wait for those the text goes on to speak of.

    Those of the frame that say so, if the event is its sentence's first; and of a meeting that only "at the meeting" tells of,
    every role still open.
    """
    trigger = draft.value
    waits = [slot for slot in trigger.slots if slot.take == "topics"] if first and trigger.status == "held" else []
    if trigger.anaphoric and trigger.type == "meeting" and len(draft.fillings) < 2:
        taken = {filling.role for filling in draft.fillings}
        roles = dict.fromkeys(slot.role for slot in trigger.slots if slot.role not in ("place", "date"))
        waits += [Slot(role=role, spans=(), take="topics") for role in roles if role not in taken or role == "participant"]
    return [(draft, slot) for slot in waits]


def _scene(draft: Draft) -> Scene:
    """Return what pointers need to know of a draft."""
    roles: dict[Role, list[Entity]] = {}
    for filling in draft.fillings:
        roles.setdefault(filling.role, []).append(filling.entity)
    return Scene(roles)


def _fill(index: Index, discourse: Discourse, draft: Draft) -> None:
    """Fill a draft's slots from their windows; a role that an earlier slot made complete is left alone."""
    complete: set[Role] = set()
    for slot in draft.value.slots:
        if slot.role in ("place", "date") or slot.take == "topics" or slot.role in complete:
            continue
        _fill_slot(index, discourse, draft, slot)
        filled = sum(filling.role == slot.role for filling in draft.fillings)
        # "the visit by the President of X": somebody is named there, even if it is not known who
        named = slot.complete == 1 and any(index.mentions.starting_in(span) for span in slot.spans)
        if slot.complete and (filled >= slot.complete or named):
            complete.add(slot.role)
    _without_strange_group(discourse, draft)
    _with_unsettled_group(index, discourse, draft)


def _with_unsettled_group(index: Index, discourse: Discourse, draft: Draft) -> None:
    """Add whom the text spoke of before to one met by a group not yet settled ("At the talks with Y, the two ministers …")."""
    if draft.value.type != "meeting" or len(draft.fillings) != 1 or draft.fillings[0].entity.kind != "person":
        return
    slots = [slot for slot in draft.value.slots if slot.role not in ("place", "date")]
    found = [c for slot in slots for span in slot.spans for c in index.mentions.starting_in(span)]
    if any(_is_group(contribution) and not discourse.at(contribution) for contribution in found):
        _add_first(draft, (discourse.before, discourse.topic), draft.fillings[0].role)


def _add_first(draft: Draft, entities: Iterable[Entity | None], role: Role) -> None:
    """Add the first person among some entities that is not in the draft yet."""
    people = draft.people()
    new = (entity for entity in entities if entity is not None and entity.kind == "person" and entity.number not in people)
    for entity in new:
        draft.add(entity, role, None)
        return


def _without_strange_group(discourse: Discourse, draft: Draft) -> None:
    """Replace a group ("the two sides") that is not the company of those named with it by the person the text speaks of.

    "At the meeting with Y, the sides …" after a meeting of X and Z: the sides are X and Y.
    """
    grouped = {id(f): f for f in draft.fillings if f.source is not None and _is_group(f.source)}
    named = [f for f in draft.fillings if id(f) not in grouped and f.entity.kind == "person"]
    members = {f.entity.number for f in grouped.values()}
    if not grouped or not named or any(f.entity.number in members for f in named):
        return
    draft.fillings = named
    _add_first(draft, (discourse.topic, discourse.before), next(iter(grouped.values())).role)


def _is_group(contribution: Contribution) -> bool:
    """Tell whether a mention means several people told before."""
    return isinstance(contribution.value, Mention) and contribution.value.reference == "group"


def _fill_slot(index: Index, discourse: Discourse, draft: Draft, slot: Slot) -> None:
    """Fill one slot from the first of its windows that holds somebody, else from what the text speaks of."""
    for span in slot.spans:
        chosen = _take(index, discourse, slot, span, draft.trigger.span)
        for contribution in chosen:
            for entity in discourse.at(contribution):
                if entity.kind in slot.kinds:
                    draft.add(entity, slot.role, contribution, listed=slot.take == "all")
        if chosen:
            return
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
        and not _is_of_another(index, contribution, span, trigger)
        and discourse.at(contribution)
        and not (contribution.value.kind == "organisation" and _is_elsewhere(index, contribution, span))
    ]
    if not found or slot.take == "all":
        return found
    if slot.take == "first":
        return found[:1]
    if slot.take == "last":
        # a body named behind somebody is of his title ("X, head of the People's Party (PP), who visits Y")
        found = [mention for mention in found if _is_person(mention)] or found
        return _coordinated(index, found[::-1])[::-1]
    return _coordinated(index, found)


def _is_of_another(index: Index, contribution: Contribution, window: Span, trigger: Span) -> bool:
    """Tell whether somebody only says whose another is: "an aide to *X*", or, behind the trigger, "met *X's* adviser"."""
    text, span = index.document.text, contribution.span
    if not _is_person(contribution):
        return False
    if span.start >= trigger.end and text[span.end : span.end + 2] in ("'s", "’s"):
        return True
    relations = CLAUSES.table(index.document.lang, "relation")
    before = index.document.match[max(window.start, span.start - _RELATED) : span.start].split()
    return len(before) > 1 and before[-1] in relations.get("", ()) and before[-2] in relations


def _is_elsewhere(index: Index, contribution: Contribution, window: Span) -> bool:
    """Tell whether a body only says where or at what: it is part of a conference's name, or a preposition of place leads to it.

    "talks with his counterpart on the sidelines of the General Assembly", "within the scope of the ASEAN Ministers Meeting".
    """
    if any(c.span.overlaps(contribution.span) for c in index.triggers.covering(contribution.span)):
        return True
    barriers = CLAUSES.table(index.document.lang, "barrier")
    before = index.document.match[max(window.start, contribution.span.start - _ELSEWHERE) : contribution.span.start].split()
    return any(word in barriers for word in before)


def _is_person(contribution: Contribution) -> bool:
    """Tell whether a mention is of a person."""
    return isinstance(contribution.value, Mention) and contribution.value.kind == "person"


@lru_cache(maxsize=16)
def _coordination(code: str) -> re.Pattern[str]:
    """Return the pattern of what may stand between coordinated mentions: commas, a bracket, a word of the language for "and"."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    mark = r"[\s,;]*(?:\([^()]{0,20}\))?[\s,;]*"
    return re.compile(rf"{mark}(?:(?:{words})\s+)?" if words else mark)


@lru_cache(maxsize=16)
def _unread_title(code: str) -> re.Pattern[str]:
    """Return the pattern of a title nobody read between coordinated names: ", EU security chief", " and the EU special envoy"."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    return re.compile(rf"(?:\s?[,;]\s(?:(?i:{words})\s)?|\s(?i:{words})\s)(?P<title>[A-Z][^,;.:()\"“”\n]{{1,60}}\s)")


def _is_titled(index: Index, gap: Span) -> bool:
    """Tell whether nothing but a separator and a title that nobody read stands between two names."""
    document = index.document
    if not language_data(document.lang).conjunctions or len(gap) > _LONGEST_TITLE:
        return False
    match = _unread_title(document.lang).fullmatch(document.text, gap.start, gap.end)
    if match is None or clause_after(document, match.start("title")).end < gap.end:
        return False
    reporting, finite = (CLAUSES.table(document.lang, tag) for tag in ("reporting", "finite"))
    words = document.match[match.start("title") : gap.end].split()
    return not any(word in reporting or word in finite for word in words) and not index.triggers.inside(gap)


def _coordinated(index: Index, mentions: list[Contribution]) -> list[Contribution]:
    """Return the first mention with those coordinated with it, one after another; works in either direction."""
    kept = mentions[:1]
    gap = _coordination(index.document.lang)
    for mention in mentions[1:]:
        low, high = sorted((kept[-1].span, mention.span))
        close = high.start - low.end <= _LONGEST_COORDINATION and gap.fullmatch(index.document.lower, low.end, high.start)
        if not close and not _is_titled(index, Span(low.end, high.start)):
            break
        kept.append(mention)
    return kept
