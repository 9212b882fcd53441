"""Step 2d: meetings told only as part of a visit: "X paid a working visit to Z. *At the meeting*, Y said …"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventx.merger.draft import Draft
from eventx.merger.entities import Entity
from eventx.merger.index import Index


def receives(draft: Draft) -> bool:
    """Tell whether those of a draft received the ones who came ("On the side of the university, there were X and Y")."""
    return "receivers" in draft.value.traits


def bring_visitors(drafts: Iterable[Draft]) -> None:
    """Add whoever came on a visit to the meetings that take it up and name only those who received them."""
    for draft in drafts:
        if draft.value.type == "meeting" and not draft.value.anaphoric and draft.value.status != "hypothetical":
            return  # what is taken up from there on may be that one
        trip = draft.scene
        if trip is None or trip.value.type != "visit" or draft.value.type != "meeting" or not draft.value.anaphoric:
            continue
        if draft.value.status != "held" or trip.value.status != "held" or trip.value.background:
            continue
        visitors = [filling for filling in trip.fillings if filling.role == "visitor" and filling.entity.kind == "person"]
        people = draft.people()
        if not people or not people.isdisjoint(filling.entity.number for filling in visitors):
            continue
        for filling in visitors:
            draft.add(filling.entity, "guest", filling.source, listed=True)


def settle_visitor(index: Index, draft: Draft, recent: Sequence[Draft], topic: Entity | None) -> None:
    """Let a visit that names nobody be that of whom the text speaks of, or of who was received."""
    if draft.value.anaphoric:
        _invite(draft, recent, topic)
    else:
        _give_to_guests(index, draft, recent)
        _go_on(draft, recent)


# X and a delegation arrived in Lima on Monday, *continuing their visit to Peru* at the invitation of Y
def _go_on(draft: Draft, recent: Sequence[Draft]) -> None:
    """Let a visit of nobody's by name be that of whoever goes somewhere right before it in its sentence."""
    nobody = all(not slot.spans for slot in draft.value.slots if slot.role == "visitor")
    if not nobody or any(filling.role == "visitor" for filling in draft.fillings):
        return
    told = recent[-1] if recent else None
    if told is None or told.sentence != draft.sentence or told.value.type != "visit" or told.value.status != draft.value.status:
        return
    for filling in told.fillings:
        if filling.role == "visitor":
            draft.add(filling.entity, "visitor", None)


def _invite(draft: Draft, recent: Sequence[Draft], topic: Entity | None) -> None:
    """Let a visit that is told as known, where none was told, be that of whom the text speaks: of who is invited, of guests."""
    if any(told.value.type == "visit" for told in recent):
        return
    # "The visit is at the invitation of X"
    alone = bool(draft.fillings) and all(filling.role == "host" for filling in draft.fillings)
    if alone and topic is not None and all(filling.entity is not topic for filling in draft.fillings):
        draft.add(topic, "visitor", None)
    elif not draft.fillings:
        _bring_guests(draft, recent)


# X received Y. … *The visit* takes place as the two countries mark 50 years of ties
def _give_to_guests(index: Index, draft: Draft, recent: Sequence[Draft]) -> None:
    """Let a visit to no place by name, of nobody's by name, be that of who was received, not of the host the text speaks of."""
    carried = [f.entity for f in draft.fillings if f.role == "visitor" and f.source is None and f.entity.kind == "person"]
    if len(carried) != 1 or len(draft.fillings) > 1:
        return
    if any(index.places.starting_in(span) for slot in draft.value.slots if slot.role == "place" for span in slot.spans):
        return
    meetings = (told for told in reversed(recent) if told.value.type == "meeting")
    scene = next((told for told in meetings if any(filling.role == "guest" for filling in told.fillings)), None)
    if scene is None or all(filling.entity is not carried[0] or filling.role != "host" for filling in scene.fillings):
        return
    draft.fillings = []
    _bring_guests(draft, recent)


# X hosted a reception for a delegation led by Y. … X spoke of the outcomes of the working visit
def _bring_guests(draft: Draft, recent: Sequence[Draft]) -> None:
    """Let a visit that is told as known be that of the guests of the meeting told last, who came from another country."""
    meetings = (told for told in reversed(recent) if told.value.type == "meeting")
    scene = next((told for told in meetings if any(filling.role == "guest" for filling in told.fillings)), None)
    if scene is None or scene.value.status != "held" or draft.value.status != "held":
        return
    hosts = {filling.entity.acts_for for filling in scene.fillings if filling.role == "host" and filling.entity.kind == "person"}
    for filling in scene.fillings:
        entity = filling.entity
        if filling.role != "guest" or entity.kind != "person" or "ambassador" in entity.offices:
            continue
        if None not in hosts and len(hosts) == 1 and entity.acts_for not in hosts:
            draft.add(entity, "visitor", None)
