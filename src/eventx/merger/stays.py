"""Step 2d: meetings told only as part of a visit: "X paid a working visit to Z. *At the meeting*, Y said …"."""

from __future__ import annotations

from collections.abc import Iterable

from eventx.merger.draft import Draft

_RECEIVED_BY = ".received_by"
"""How the rules end that read who received those who came ("On the side of the university, there were X and Y")."""


def receives(draft: Draft) -> bool:
    """Tell whether those of a draft received the ones who came."""
    return draft.trigger.rule.endswith(_RECEIVED_BY)


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
            draft.add(filling.entity, "participant", filling.source, listed=True)
