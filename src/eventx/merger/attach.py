"""Step 2, attach: whom a trigger's frame finds in its windows, sentence by sentence.

A draft is an event in the making: a trigger with the entities that fill its slots.
"""

from __future__ import annotations

from eventx.clauses import is_within_relative
from eventx.contribution import Slot, Trigger
from eventx.merger.apart import came_for_that, parts
from eventx.merger.day_by_day import by_day, is_besides
from eventx.merger.draft import Draft
from eventx.merger.fill import fill
from eventx.merger.foreground import (
    SCENES,
    commemorated_in,
    is_aside,
    is_commemorated,
    is_list,
    is_of_a_post,
    is_of_archive,
    may_not_speak,
    without_recalling,
)
from eventx.merger.groups import Scene
from eventx.merger.index import Index
from eventx.merger.joining import (
    accompanied,
    attended,
    attended_by,
    comes_to,
    fits,
    frame_proposals,
    group_within,
    join,
    may_wait,
    session_of,
    take_turn,
    under_way,
    waits,
)
from eventx.merger.resolve import Discourse
from eventx.merger.states import states_in
from eventx.merger.stays import bring_visitors, receives, settle_visitor
from eventx.model import Span

_JOINS = "scene"
"""The type of a trigger that tells of nothing itself but names more people of the event at hand ("accompanied by X")."""
_TRIPS_BACK = 12
"""How many events back the trip is looked for on which somebody is accompanied."""
_AHEAD = 12
"""How many tellings of who attended, the latest ones, wait for an event that is still to be told."""
_SPEAKS_FOR_OTHERS = frozenset({"spokesperson"})
_CLOSED = 400
"""How far behind an event told in a relative clause the comma may stand that closes that, in code points."""
_TOLD_IN = frozenset({"meeting", "visit"})
"""Types at which both sides are told of, in turn."""
_TALKS = frozenset({"meeting"})
"""Types at which something is proposed in the same sentence."""


def attach(index: Index, discourse: Discourse) -> list[Draft]:
    """Return a draft for each trigger, in the order of the text; anaphoric ones follow the event they take up."""
    stage = _Stage(index, discourse)
    sentences = index.sentences
    told = zip(sentences, index.mentions.portions(sentences), index.triggers.portions(sentences), strict=True)
    for number, (sentence, mentions, triggers) in enumerate(told):
        if mentions:
            discourse.read_sentence(sentence, mentions)
            # whom a sentence with an event of its own speaks of does not speak at the event before
            if stage.waiting and not any(map(may_not_speak, triggers)) and not is_list(index, sentence, triggers):
                stage.feed()
        else:
            discourse.pass_over()
        commemorated = commemorated_in(triggers)
        for contribution in triggers:
            if not isinstance(contribution.value, Trigger) or is_of_a_post(index, contribution):
                continue
            if not is_commemorated(contribution, commemorated):
                _enact(stage, Draft(contribution, contribution.value, number), sentence)
        if stage.joining:
            stage.close()
        if stage.open is not None:
            stage.fill_meeting(sentence, number)
    bring_visitors(stage.drafts)
    return stage.drafts


def _enact(stage: _Stage, draft: Draft, sentence: Span) -> None:
    """Fill a trigger's frame and let what it tells of take place."""
    index, discourse = stage.index, stage.discourse
    fill(index, discourse, draft)
    draft.states, draft.besides = states_in(index, draft), is_besides(index, draft)
    if draft.value.type == "visit":
        settle_visitor(index, draft, stage.drafts[-_TRIPS_BACK:], discourse.topic)
    if draft.value.type == _JOINS:
        stage.join(draft)
        return
    days = () if came_for_that(draft, stage.drafts) else by_day(index, discourse, draft)
    for part in (part for day in days for part in parts(index, day)):
        stage.enter(part)
    if draft.value.type == "meeting":
        stage.open_meeting(draft)
        if len(draft.people()) > 1:
            # "met Y in Apia, where they signed …": who met only now is known
            discourse.read_groups(draft.trigger.span.end, sentence.end)


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
        self.open: Draft | None = None

    def join(self, draft: Draft) -> None:
        """Add the people of `draft` to the event its sentence told of last; if to none yet, to the next or the one at hand."""
        named = tuple(filling.entity for filling in draft.fillings if filling.entity.kind == "person")
        draft.accompanied = accompanied(self.index, self.discourse, draft) if named else None
        if len(named) > 1:
            self.discourse.listed = named
        if "turn" in draft.value.traits:
            if self.scene is None or self.scene.value.type in _TOLD_IN:
                take_turn(self.drafts[-_TRIPS_BACK:], draft)
            return
        if "members" in draft.value.traits:
            draft.fillings = [filling for filling in draft.fillings if filling.entity.kind == "person"]
            self.discourse.compose(draft.fillings)
        told = self._told_outside(draft)
        if told is not None and told.sentence == draft.sentence and told.value.type in SCENES and fits(draft, told):
            self.joined = self._join(told, draft)
        else:
            self.joining.append(draft)

    def _told_outside(self, draft: Draft) -> Draft | None:
        """Return the event told last, but none of a relative clause: "The signing, *which marked X's visit*, was attended by"."""
        document, offset = self.index.document, draft.trigger.span.start
        for told in self.drafts[: -_TRIPS_BACK - 1 : -1]:
            if told.sentence != draft.sentence:
                break
            end = told.trigger.span.end
            closed = document.text.find(",", end, min(offset, end + _CLOSED)) >= 0
            if not closed or not is_within_relative(document, told.trigger.span.start):
                return told
        return self.drafts[-1] if self.drafts else None

    def close(self) -> None:
        """End a sentence: those who joined no event of it belong to the event at hand, who comes along to the trip."""
        later: list[Draft] = []
        trip = next((told for draft in self.joining if (told := self._trip_of(draft)) is not None), None)
        for draft in self.joining:
            joined = trip or self._host_of(draft)
            if joined is not None and receives(draft) and joined.value.type == "visit":
                later.append(draft)  # who received those who came: at the meeting still to be told
            elif joined is not None:
                self.joined = self._join(joined, draft)
            elif self.scene is None and not self.drafts:
                # "Attending the event were X and Y" where the text begins: the event is still to be told
                later.append(draft)
        self.joining = later[-_AHEAD:]

    def _trip_of(self, draft: Draft) -> Draft | None:
        """Return the visit of somebody who is named with those who come along, or of whom the sentence speaks."""
        if not any(slot.role == "visitor" for slot in draft.value.slots) or "form" in draft.fields:
            return None
        subject = self.discourse.subject
        named = draft.people() | ({subject.number} if subject is not None else set())
        # "The delegation accompanying X includes several officials": whose trip it is
        within = self.index.mentions.starting_in(draft.trigger.span)
        named |= {entity.number for inner in within for entity in self.discourse.at(inner)}
        if self.joined is not None and self.joined[1].sentence == draft.sentence - 1:
            attended = self.joined[0]
            if attended.value.type == "meeting" and (attended.value.anaphoric or named & attended.people()):
                return None  # "Y was also present at the meeting. X was accompanied by Z"
        recent = [told for told in self.drafts[-_TRIPS_BACK:] if told.value.type == "visit"]
        return next((told for told in reversed(recent) if named & told.people()), None) or self._trip_to(recent)

    def _trip_to(self, recent: list[Draft]) -> Draft | None:
        """Return the trip told in one sentence with the conference somebody goes to: "leaves for X *to attend the forum*"."""
        scene = self.scene
        if scene is None or scene.value.type != "conference":
            return None
        return next((told for told in recent if told.sentence == scene.sentence and told.people() & scene.people()), None)

    def _join(self, draft: Draft, joining: Draft) -> tuple[Draft, Draft]:
        """Add the people of `joining` to a draft, and to those for the other countries of one trip."""
        if draft.value.type == "visit":
            for told in self.drafts[-_TRIPS_BACK:]:
                if told.trigger is draft.trigger and told is not draft:
                    join(told, joining)
        joined = join(draft, joining)
        if draft.value.type == "visit":
            going = (filling.entity for filling in draft.fillings if filling.role == "visitor")
            self.discourse.accompany([entity for entity in going if entity.kind == "person"])
        return joined

    def _host_of(self, draft: Draft) -> Draft | None:
        """Return the event that those named in a sentence without one belong to.

        One of the form that its words tell ("attended the meeting"); that of those named in the sentence before; else the event
        at hand.
        """
        form, recent = draft.fields.get("form"), self.drafts[-_TRIPS_BACK:]
        if form is not None and (session := session_of(self.index, recent, draft)) is not None:
            return session
        if form is not None and (self.scene is None or self.scene.value.type != form):
            told = next(
                (d for d in reversed(recent) if d.value.type == form and d.value.status != "hypothetical" and d.people()), None
            )
            if told is not None or form == "ceremony" or (self.scene is not None and self.scene.value.type == "visit"):
                return told  # who attended a meeting that nothing tells of makes no trip
        if self.joined is not None and self.joined[1].sentence == draft.sentence - 1:
            return self.joined[0]
        return attended(self.scene, self.drafts, draft) or under_way(self.scene, recent, draft) or self.scene

    def enter(self, draft: Draft) -> None:
        """Add a draft; if it sets the scene, what is said from now on is said at it."""
        draft.scene = self.scene
        trigger = draft.value
        if trigger.type not in SCENES:
            self.drafts.append(draft)
            return
        without_recalling(self.index, draft)
        aside = (
            trigger.background
            or trigger.status == "hypothetical"
            or is_of_archive(self.index, self.index.sentences[draft.sentence])
            or (trigger.type == "conference" and is_aside(self.index, draft, self.scene))
        )
        if not (aside or comes_to(draft, self.scene)):
            if self.scene is None or not trigger.anaphoric or self.scene.value.type != trigger.type:
                self.waiting = waits(self.index, draft, first=self.scene is None or self.scene.sentence != draft.sentence)
                if self.waiting:
                    self.feed()
                self.scene = draft
                self._show(draft)
            elif draft.fillings and not self.scene.fillings:
                self._show(draft)
        if trigger.type in _TALKS and self.scene is draft:
            frame_proposals(self.drafts, draft)
        self.drafts.append(draft)
        if self.joining:
            for joining in self.joining:
                if fits(joining, draft):
                    self.joined = self._join(attended_by(joining, draft), joining)
            self.joining = [joining for joining in self.joining if not fits(joining, draft)]

    def open_meeting(self, draft: Draft) -> None:
        """Remember a meeting of which nobody is told yet: "A meeting was held on Monday"."""
        trigger = draft.value
        if trigger.status == "held" and not (trigger.anaphoric or trigger.background):
            self.open = None if any(filling.source is not None for filling in draft.fillings) else draft

    def fill_meeting(self, sentence: Span, number: int) -> None:
        """Give a meeting of which nobody was told the group that its sentence or the next one speaks of: "the two ministers"."""
        draft = self.open
        if draft is None:
            return
        start = draft.trigger.span.end if draft.sentence == number else sentence.start
        group = group_within(self.index, self.discourse, start, sentence.end)
        if group is not None:
            contribution, people = group
            draft.fillings = []
            for entity in people:
                draft.add(entity, "participant", contribution)
            self._show(draft)
            self.open = None
            return
        if draft.sentence != number:
            self.open = None

    def feed(self) -> None:
        """Give the person the sentence last read speaks of to a waiting slot; there is one.

        Each slot but the last takes one person: the first to speak at a reception is the host, the others are guests.
        """
        entity = self.discourse.subject
        if entity is None or entity.offices == _SPEAKS_FOR_OTHERS:
            return
        draft, slot = self.waiting[0]
        if not may_wait(entity, draft, slot):
            return
        known = len(draft.fillings)
        draft.add(entity, slot.role, None)
        if len(draft.fillings) > known and len(self.waiting) > 1:
            self.waiting.pop(0)
        if self.scene is draft:
            self._show(draft)

    def _show(self, draft: Draft) -> None:
        """Let pointers know who has which role in the event at hand."""
        if draft.fillings:
            self.discourse.show(Scene(tuple(draft.fillings)))
