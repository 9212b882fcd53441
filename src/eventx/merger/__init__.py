"""The merger: reconciles contributions into typed events, in four steps, each a module of pure functions.

1. `entities` and `resolve`: who is who. 2. `attach`: who fills a trigger's slots. 3. `situate` and `where`: when and where.
4. `fuse` and `build`: tellings of one event become one event. It sees contributions only, never plugin code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from eventx.contribution import Contribution, PlaceMention
from eventx.document import Document
from eventx.merger.announced import name_the_announced
from eventx.merger.attach import attach
from eventx.merger.build import build
from eventx.merger.choose import Candidate, Choose, policy
from eventx.merger.fuse import Group, fuse
from eventx.merger.home import settle_home_countries
from eventx.merger.index import make_index
from eventx.merger.lead import lead_date, takes_lead_date
from eventx.merger.naming import named_entities
from eventx.merger.parts import with_parts
from eventx.merger.resolve import Discourse
from eventx.merger.scenes import (
    day_of_trip,
    days_of_stay,
    days_of_trips,
    is_at_one,
    is_what_is_proposed,
    of_conference,
    scene_dates,
    stays_by_sentence,
    year_of_publication,
)
from eventx.merger.situate import claimed_dates, date_candidates
from eventx.merger.tellings import Telling
from eventx.merger.trips import goal_of_trip, trips_by_person
from eventx.merger.visitors import settle_visitors
from eventx.merger.where import at_the_host, dateline_place, happens_there, place_candidates
from eventx.merger.worth import told_otherwise, worth_telling
from eventx.model import Event

__all__ = ["Candidate", "Choose", "merge", "policy"]


def merge(
    document: Document,
    contributions: Iterable[Contribution],
    *,
    types: Mapping[str, type[Event]],
    choose: Choose = policy,
    in_order: bool = False,
) -> tuple[Event, ...]:
    """Return the events that contributions tell of, in the order of the text.

    Args:
        document: the document the contributions were read from.
        contributions: in any order; order and repeats change nothing.
        types: the event types that may be built, by name; triggers of other types are left out.
        choose: picks one of several candidates for a field.
        in_order: whether the contributions are in the merger's order already, as the Engine's are.

    """
    index = make_index(document, contributions, in_order=in_order)
    if not index.triggers.items:
        return ()  # a text of dates alone tells of no event, and is spared what follows
    entities, named = named_entities(index)
    name_the_announced(index, entities, named)
    drafts = [draft for draft in attach(index, Discourse(index, entities, named)) if draft.value.type in types]
    claimed = claimed_dates(index)
    tellings = [Telling(d, date_candidates(index, d, claimed), place_candidates(index, d)) for d in drafts]
    settle_visitors(tellings)
    told = fuse(tellings)
    aside = told_otherwise(told)
    groups = [group for group in told if worth_telling(group) and group not in aside]
    settle_home_countries(index, entities, groups)
    dateline = dateline_place(index)
    home = {id(telling.draft): group for group in told for telling in group.tellings}
    visits = [group for group in told if group.type == "visit"]
    trips = _trips(visits) if dateline is not None else {}
    journeys = trips_by_person(visits)
    lead: list[Candidate | None] = []
    events = []
    known: dict[int, list[Candidate]] = {}
    days = days_of_trips(visits)
    stays_told = stays_by_sentence(visits)
    for group in groups:
        scene: list[Candidate] = []
        if not group.dated:
            scene = (
                scene_dates(index, group, home, known) if group.type != "anniversary" else year_of_publication(group, document)
            )
            if not scene and (takes_lead_date(index, group) or is_at_one(index, group, home)):
                lead = lead or [lead_date(index, claimed)]
                scene = [day for day in lead if day is not None and not is_what_is_proposed(index, group, day)]
            scene = scene or day_of_trip(group, days) or days_of_stay(group, stays_told)
        places: list[Candidate] = []
        if group.place is None:
            stays = dateline is not None and not _is_abroad(group, trips, dateline) and happens_there(index, group)
            places = [dateline] if dateline is not None and stays else []
            if group.type == "conference":
                places = _goal_of_trip(group, home) or at_the_host(index, group) or places
            elif group.type in ("meeting", "ceremony", "signing"):
                places = goal_of_trip(group, journeys) or at_the_host(index, group) or places
            elif group.type == "visit":
                places = of_conference(group, home, "place")
        events.append(build(index, group, types[group.type], extra_dates=scene, extra_places=places, choose=choose))
    return with_parts(events)


def _trips(visits: Iterable[Group]) -> Mapping[int, set[frozenset[str]]]:
    """Return for each person, by number, where each of his visits may go: the countries told for it, each such set once."""
    trips: dict[int, set[frozenset[str]]] = defaultdict(set)
    for visit in visits:
        places = (c.value for c in visit.candidates("place") if isinstance(c.value, PlaceMention))
        goals = frozenset(place.country for place in places if place.country is not None)
        for number in visit.people if goals else ():
            trips[number].add(goals)
    return trips


def _is_abroad(group: Group, trips: Mapping[int, set[frozenset[str]]], dateline: Candidate | None) -> bool:
    """Tell whether an event is still to come on a trip to another country than that from which the text is written."""
    home = dateline.value.country if dateline is not None and isinstance(dateline.value, PlaceMention) else None
    if home is None or group.first.draft.value.status != "planned":
        return False
    return any(home not in goals for number in group.people for goals in trips.get(number, ()))


def _goal_of_trip(group: Group, home: Mapping[int, Group]) -> list[Candidate]:
    """Return where somebody goes, in the same sentence, to attend a conference: "đã đến *Saudi Arabia* để tham dự Hội nghị"."""
    draft = group.first.draft
    trip = draft.scene
    if trip is None or trip.sentence != draft.sentence or trip.value.type != "visit" or trip.value.background:
        return []
    told = home.get(id(trip))
    return told.candidates("place") if told is not None and told.people & group.people else []
