"""The policy by which one candidate for a field wins over others; a plugin's `eventx_choose` comes before it.

In this order: the nearer scope wins (the frame's own window, the sentence, the event at which it takes place, the lead,
the dateline);
among places the finer one (a venue before its city); then what the text states over what a rule settled; then a name over one in
capitals, as headlines are; then the nearer words, the finer value, the earlier words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import attrs

from eventx.comparing import by_value
from eventx.contribution import Contribution, PlaceMention
from eventx.document import Document
from eventx.edtf import Date
from eventx.model import Certainty
from eventx.records import swift

Scope = Literal["frame", "sentence", "scene", "lead", "dateline"]
_SCOPES: dict[Scope, int] = {"frame": 0, "sentence": 1, "scene": 2, "lead": 3, "dateline": 4}
_GRAINS = {
    grain: rank for rank, grain in enumerate(("day", "interval", "month", "season", "quarter", "year", "decade", "century"))
}
_KINDS = {kind: rank for rank, kind in enumerate(("venue", "city", "region", "country", "demonym"))}
_SHORT = 4
"""The most letters of a short form, which is always in capitals."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Candidate:
    """One value a field might have.

    Args:
        field: the event's field.
        value: the value: a `Date`, a `PlaceMention` ….
        source: the contribution it was read from.
        scope: how it is tied to the event's trigger.
        certainty: ``implied`` where the tie itself is a guess, as a dateline's is.
        distance: code points between it and the trigger.

    """

    field: str
    value: Date | PlaceMention
    source: Contribution
    scope: Scope
    certainty: Certainty = "stated"
    distance: int = 0


Choose = Callable[[str, Sequence[Candidate], Document], Candidate]


def policy(field: str, candidates: Sequence[Candidate], document: Document) -> Candidate:  # noqa: ARG001 - the hook's arguments
    """Return the winner among candidates for one field by the core's policy.

    Args:
        field: the event's field.
        candidates: at least one candidate.
        document: the document; the core's policy does not look at it.

    """
    return min(candidates, key=rank)


def best(candidates: Sequence[Candidate]) -> Candidate:
    """Return the best of candidates; the only one needs no rank."""
    return candidates[0] if len(candidates) == 1 else min(candidates, key=rank)


def rank(candidate: Candidate) -> tuple[int, int, bool, bool, int, int, int]:
    """Return the key by which candidates are ranked, best first."""
    fineness = specificity(candidate.value)
    place = candidate.value if isinstance(candidate.value, PlaceMention) else None
    return (
        _SCOPES[candidate.scope],
        fineness if place is not None else 0,
        candidate.certainty == "implied",
        place is not None and len(place.name) > _SHORT and place.name.isupper(),
        candidate.distance,
        fineness,
        candidate.source.span.start,
    )


def specificity(value: Any) -> int:
    """Return how fine a value is: 0 for the finest."""
    if isinstance(value, Date):
        return _GRAINS.get(value.grain, len(_GRAINS))
    if isinstance(value, PlaceMention):
        return _KINDS[value.kind]
    return 0
