"""The merger: reconciles contributions into typed events, in four steps, each a module of pure functions.

1. `entities` and `resolve`: who is who. 2. `attach`: who fills a trigger's slots. 3. `situate` and `where`: when and where.
4. `fuse` and `build`: tellings of one event become one event. It sees contributions only, never plugin code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from eventx.contribution import Contribution, PlaceMention
from eventx.document import Document
from eventx.edtf import Date
from eventx.merger.attach import attach
from eventx.merger.build import build
from eventx.merger.choose import Candidate, Choose, policy, rank
from eventx.merger.entities import named_entities
from eventx.merger.fuse import Group, Telling, fuse
from eventx.merger.home import settle_home_countries
from eventx.merger.index import Index, make_index
from eventx.merger.lead import lead_date, takes_lead_date
from eventx.merger.parts import with_parts
from eventx.merger.resolve import Discourse
from eventx.merger.situate import claimed_dates, date_candidates
from eventx.merger.visitors import settle_visitors
from eventx.merger.where import dateline_place, place_candidates
from eventx.merger.worth import worth_telling
from eventx.model import Event

__all__ = ["Candidate", "Choose", "merge", "policy"]

_MOST_DATES = 32
"""How many dates of the event at hand one told at it may have, so that time stays in proportion to the text."""
_SCENES_BACK = 8
"""How many events back a proposal looks for the one at which it was made."""


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
    drafts = [draft for draft in attach(index, Discourse(index, entities, named)) if draft.value.type in types]
    claimed = claimed_dates(index)
    tellings = [Telling(d, date_candidates(index, d, claimed), place_candidates(index, d)) for d in drafts]
    settle_visitors(tellings)
    told = fuse(tellings)
    groups = [group for group in told if worth_telling(group)]
    settle_home_countries(index, entities, groups)
    dateline = dateline_place(index)
    home = {id(telling.draft): group for group in told for telling in group.tellings}
    trips = _trips(told) if dateline is not None else {}
    lead: list[Candidate | None] = []
    events = []
    known: dict[int, list[Candidate]] = {}
    days = _days_of_trips(told)
    for group in groups:
        scene: list[Candidate] = []
        if not group.dated:
            scene = (
                _scene_dates(group, home, known, document)
                if group.type != "anniversary"
                else _year_of_publication(group, document)
            )
            if not scene and (takes_lead_date(index, group) or _is_at_one(index, group, home)):
                lead = lead or [lead_date(index, claimed)]
                scene = [day for day in lead if day is not None]
            scene = scene or _day_of_trip(group, days)
        places: list[Candidate] = []
        if group.place is None:
            stays = group.type in ("meeting", "ceremony", "conference", "signing") and not _is_abroad(group, trips, dateline)
            places = [dateline] if dateline is not None and stays else []
            if group.type == "conference":
                places = _goal_of_trip(group, home) or places
            elif group.type == "visit":
                places = _of_conference(group, home, "place")
        events.append(build(index, group, types[group.type], extra_dates=scene, extra_places=places, choose=choose))
    return with_parts(events)


def _trips(told: Iterable[Group]) -> Mapping[int, set[frozenset[str]]]:
    """Return for each person, by number, where each of his visits may go: the countries told for it, each such set once."""
    trips: dict[int, set[frozenset[str]]] = defaultdict(set)
    for visit in told:
        if visit.type == "visit":
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


def _scene_dates(
    group: Group, home: Mapping[int, Group], known: dict[int, list[Candidate]], document: Document
) -> list[Candidate]:
    """Return the dates of the event at which a proposal, signing or ceremony took place, as candidates of last resort.

    The last meeting or conference told before it in which one of its people took part, else the last one; with a date. What is
    found is kept in `known`, as much may be said at one event.
    """
    if group.type == "visit":
        return _of_conference(group, home, "date")
    if group.type not in ("proposal", "signing", "ceremony", "meeting"):
        return []
    scene = _dated_scene(group, home, document)
    if scene is None:
        return []
    if id(scene) not in known:
        candidates = scene.candidates("date")
        if len(candidates) > _MOST_DATES:
            # told over and over: the best of its dates will do
            candidates = sorted(candidates, key=rank)[:_MOST_DATES]
        known[id(scene)] = [_at_scene(candidate) for candidate in candidates]
    return known[id(scene)]


def _dated_scene(group: Group, home: Mapping[int, Group], document: Document) -> Group | None:
    """Return the event whose date a group may have, or None."""
    latest: Group | None = None
    for scene in _scenes(group, home):
        if not scene.dated or _is_at_another_time(group, scene, document):
            continue
        if not scene.people.isdisjoint(group.people):
            # a meeting told right after another event of the same people: "after the ceremony the two leaders held talks"
            fits = group.type != "meeting" or group.people <= scene.people or not worth_telling(scene)
            return scene if fits else None
        if latest is None or (latest.type == "conference" and not latest.people and scene.type != "conference"):
            # of a conference that nobody is said to attend one only spoke
            latest = scene
    return latest if group.type != "meeting" else None


def _is_at_another_time(group: Group, scene: Group, document: Document) -> bool:
    """Tell whether one of two events is over when the text appears and the other still to come."""
    date, published = scene.date, document.published
    if date is None or published is None or date.earliest is None or date.latest is None:
        return False
    if group.first.draft.value.status == "planned":
        return scene.first.draft.value.status == "held" and date.latest < published
    return group.first.draft.value.status == "held" and date.earliest > published


def _days_of_trips(told: Iterable[Group]) -> Mapping[int, list[Candidate]]:
    """Return for each person, by number, the dates of the first visit to come that is to take one day."""
    trips: dict[int, list[Candidate]] = {}
    for visit in told:
        if visit.type != "visit" or visit.date is None or visit.date.grain != "day":
            continue
        if visit.first.draft.value.status != "planned" or visit.fields.get("days") not in (None, 1):
            continue
        found = visit.candidates("date")
        if all(isinstance(candidate.value, Date) and candidate.value.grain == "day" for candidate in found):
            days = [_at_scene(candidate) for candidate in found[:_MOST_DATES]]
            for number in visit.people:
                trips.setdefault(number, days)
    return trips


def _day_of_trip(group: Group, trips: Mapping[int, list[Candidate]]) -> list[Candidate]:
    """Return the day of the trip on which something is to happen: "will visit X on 5 May. After that she will meet Y"."""
    if not trips or group.type not in ("meeting", "ceremony", "signing") or group.first.draft.value.background:
        return []
    return next((trips[number] for number in sorted(group.people) if number in trips), [])


def _of_conference(group: Group, home: Mapping[int, Group], field: str) -> list[Candidate]:
    """Return when or where the conference is that an invited visitor was said to go to: "will attend … The visit is at …"."""
    scene = next(_scenes(group, home), None) if any(f.role == "host" for f in group.first.draft.fillings) else None
    if scene is None or scene.type != "conference" or scene.people.isdisjoint(group.people):
        return []
    return [_at_scene(candidate) for candidate in scene.candidates(field)]


def _goal_of_trip(group: Group, home: Mapping[int, Group]) -> list[Candidate]:
    """Return where somebody goes, in the same sentence, to attend a conference: "đã đến *Saudi Arabia* để tham dự Hội nghị"."""
    draft = group.first.draft
    trip = draft.scene
    if trip is None or trip.sentence != draft.sentence or trip.value.type != "visit" or trip.value.background:
        return []
    told = home.get(id(trip))
    return told.candidates("place") if told is not None and told.people & group.people else []


def _is_at_one(index: Index, group: Group, home: Mapping[int, Group]) -> bool:
    """Tell whether a proposal was made at an event that the day of the news dates, by somebody who was there."""
    if group.type != "proposal":
        return False
    scene = next(_scenes(group, home), None)
    if scene is None:
        return True
    return not scene.dated and takes_lead_date(index, scene) and not scene.people.isdisjoint(group.people)


def _year_of_publication(group: Group, document: Document) -> list[Candidate]:
    """Return the year in which the text appeared, as the last resort for an anniversary: news tells of those of its own year.

    An "offset" that its trigger has tells of another year: of "next year marks", or "last year".
    """
    if document.published is None:
        return []
    offset = group.fields.get("offset")
    number = document.published.year + (offset if isinstance(offset, int) else 0)
    if not 1 <= number <= 9999:
        return []
    year = Date(f"{number:04}", certainty="implied", settled=(("year", "publication"),))
    return [Candidate(field="date", value=year, source=group.first.draft.trigger, scope="scene", certainty="implied")]


def _scenes(group: Group, home: Mapping[int, Group]) -> Iterator[Group]:
    """Yield the events at hand where a group was told, the last first; visits last too long to date what was said."""
    draft = group.first.draft.scene
    for _ in range(_SCENES_BACK):
        if draft is None:
            break
        told = home.get(id(draft))
        if told is not None and told.type != "visit" and told is not group:
            yield told
        draft = draft.scene


def _at_scene(candidate: Candidate) -> Candidate:
    """Return a date of the event at hand as a candidate for what was said at it."""
    return Candidate(
        field="date",
        value=candidate.value,
        source=candidate.source,
        scope="scene",
        certainty="implied",
        distance=candidate.distance,
    )
