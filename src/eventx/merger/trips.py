"""Step 3d: where those meet who are on a trip, if no place is told: where the trip goes.

Accepts: "Minister A will leave for *Lima* to meet Minister B", "was on a visit to *Lima*, during which he also met Minister B".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from eventx.contribution import PlaceMention
from eventx.merger.choose import Candidate
from eventx.merger.draft import AFAR, Draft
from eventx.merger.fuse import Group

_GOALS = frozenset({"country", "city", "region"})
"""Kinds of places that somebody travels to."""
_MET = frozenset({"meeting", "ceremony", "signing"})


@attrs.frozen(eq=False)
class Trip:
    """A telling of a visit, with where it goes."""

    draft: Draft
    places: Sequence[Candidate]


Trips = Mapping[tuple[int, int], Sequence[Trip]]
"""The trips that each person is said to make, by his number and the sentence that tells of them, in the order of the text."""


def trips_by_person(visits: Iterable[Group]) -> Trips:
    """Return where each person is said to go."""
    trips: dict[tuple[int, int], list[Trip]] = defaultdict(list)
    for visit in visits:
        for telling in visit.tellings:
            draft = telling.draft
            if not telling.places or draft.value.status == "hypothetical":
                continue
            for filling in draft.fillings:
                if filling.role == "visitor" and filling.entity.kind == "person":
                    trips[filling.entity.number, draft.sentence].append(Trip(draft, telling.places))
    for found in trips.values():
        found.sort(key=_start)
    return trips


def _start(trip: Trip) -> int:
    """Return where a trip is told."""
    return trip.draft.trigger.span.start


def goal_of_trip(group: Group, trips: Trips) -> list[Candidate]:
    """Return the places to which somebody at an event goes, as the sentence says that tells of the event."""
    draft = group.first.draft
    if group.type not in _MET or group.fields.get("form") in AFAR:
        return []
    start = draft.trigger.span.start
    for number in sorted(group.people):
        for trip in reversed(trips.get((number, draft.sentence), ())):
            if _start(trip) > start:
                continue
            places = [place for place in trip.places if isinstance(place.value, PlaceMention) and place.value.kind in _GOALS]
            if places:
                return [_there(place) for place in places]
    return []


def _there(place: Candidate) -> Candidate:
    """Return the goal of a trip as where something happened on it."""
    return Candidate(
        field="place", value=place.value, source=place.source, scope="scene", certainty="implied", distance=place.distance
    )
