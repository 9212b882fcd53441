"""Step 3e: the day and place that an event told without them has from the other events, the lead or the dateline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from eventx.contribution import PlaceMention
from eventx.merger.choose import Candidate
from eventx.merger.datelined import dateline_place
from eventx.merger.during import During
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.lead import Lead, lead_date, takes_lead_date
from eventx.merger.leading_up import is_come_for
from eventx.merger.onward import Onward
from eventx.merger.scenes import (
    day_of_trip,
    days_of_stay,
    days_of_trips,
    is_at_one,
    is_what_is_proposed,
    made_at,
    of_conference,
    scene_dates,
    stays_by_sentence,
    year_of_news,
    year_of_publication,
)
from eventx.merger.sequence import was_lately
from eventx.merger.trips import goal_of_trip, trips_by_person
from eventx.merger.written import at_the_host, happens_there, is_here
from eventx.model import Span

_MET = frozenset({"meeting", "ceremony", "signing"})
"""Types of what people do at one place."""


class Others:
    """All events of a text, asked for what one of them may have from the rest of it."""

    def __init__(self, index: Index, told: Iterable[Group], claimed: frozenset[Span]) -> None:
        self._index, self._claimed = index, claimed
        self._home = {id(telling.draft): group for group in told for telling in group.tellings}
        visits = [group for group in told if group.type == "visit"]
        self._dateline = dateline_place(index)
        self._trips = _trips(visits) if self._dateline is not None else {}
        self._seen = _seen(told) if self._dateline is not None else {}
        self._journeys = trips_by_person(visits)
        self._days, self._stays = days_of_trips(visits), stays_by_sentence(index, visits)
        self._onward, self._during = Onward(index, told), During(index, told)
        self._lead: list[Lead | None] = []  # looked for when the first event asks for it
        self._years: list[Candidate | None] = []
        self._known: dict[int, list[Candidate]] = {}  # by event, the dates of what took place at it

    def dates(self, group: Group) -> Sequence[Candidate]:
        """Return the dates of last resort of an event: that of what it took place at, the lead's, those of its people's trips."""
        if group.dated or group.undated:
            return ()
        index, home = self._index, self._home
        first = group.first.draft
        if is_come_for(index, index.sentences[first.sentence].start, first) or was_lately(index, first):
            return ()  # "X tiếp Y sang dự lễ tang Z"
        if group.type == "anniversary":
            scene = year_of_publication(group, index, self._year())
        else:
            scene = scene_dates(index, group, home, self._known) or self._onward.day_before(group)
        if not scene and (takes_lead_date(index, group) or is_at_one(index, group, home)):
            self._lead = self._lead or [lead_date(index, self._claimed)]
            found = [day for lead in self._lead if lead is not None for day in lead.of(group)]
            scene = [d for d in found if not is_what_is_proposed(index, group, d) and not self._during.is_outside(group, d)]
        return (
            scene or day_of_trip(group, self._days) or days_of_stay(group, self._stays) or self._during.days(made_at(group, home))
        )

    def _year(self) -> Candidate | None:
        """Return what tells the year of the news, looked for when the first anniversary asks for it."""
        if not self._years:
            groups = {id(group): group for group in self._home.values()}  # one has as many tellings as there are
            self._years.append(year_of_news(self._index, groups.values()))
        return self._years[0]

    def places(self, group: Group) -> Sequence[Candidate]:
        """Return the places of last resort of an event: where its people go, where its host sits, where the text is written."""
        if group.place is not None:
            return ()
        index, dateline = self._index, self._dateline
        stays = dateline is not None and not _is_abroad(group, self._trips, dateline) and happens_there(index, group)
        stays = stays and (is_here(index, group) or not _is_seen_elsewhere(group, self._seen, dateline))
        places = [dateline] if dateline is not None and stays else []
        if group.type == "conference":
            return _goal_of_trip(group, self._home) or at_the_host(index, group) or places
        if group.type in ("meeting", "ceremony", "signing"):
            return goal_of_trip(group, self._journeys) or at_the_host(index, group) or places
        return of_conference(group, self._home, "place") if group.type == "visit" else places


def _trips(visits: Iterable[Group]) -> Mapping[int, set[frozenset[str]]]:
    """Return for each person, by number, where each of his visits may go: the countries told for it, each such set once."""
    trips: dict[int, set[frozenset[str]]] = defaultdict(set)
    for visit in visits:
        places = (c.value for c in visit.candidates("place") if isinstance(c.value, PlaceMention))
        goals = frozenset(place.country for place in places if place.country is not None)
        for number in visit.people if goals else ():
            trips[number].add(goals)
    return trips


# SYDNEY - President X of Vanuatu received Ambassador Y in Port Vila on May 6. On the occasion, Y called on Minister Z
def _seen(groups: Iterable[Group]) -> Mapping[int, set[str]]:
    """Return for each person, by number, the countries in which the text says that he met others."""
    seen: dict[int, set[str]] = defaultdict(set)
    for group in groups:
        if group.type in _MET and group.place is not None and group.place.country is not None:
            for number in group.people:
                seen[number].add(group.place.country)
    return seen


def _is_seen_elsewhere(group: Group, seen: Mapping[int, set[str]], dateline: Candidate | None) -> bool:
    """Tell whether all that is told of where some of an event's people met others is of another country than the dateline's."""
    home = dateline.value.country if dateline is not None and isinstance(dateline.value, PlaceMention) else None
    return home is not None and any(seen.get(number) and home not in seen[number] for number in group.people)


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
