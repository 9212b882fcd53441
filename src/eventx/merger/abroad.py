"""Step 3b, abroad: whom a traveller or an envoy meets where he is acts for the country he is in.

Accepts: "Minister A of Norway flew to Peru, where he met Minister B", "the Norwegian Ambassador to Peru called on Governor B".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from eventx.contribution import Mention, PlaceMention
from eventx.merger.apart import is_counterpart
from eventx.merger.draft import Draft, Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.grounds import BY_TRIP
from eventx.merger.index import Index

_ENVOYS = frozenset({"ambassador", "high_commissioner", "charge_daffaires", "consul_general", "consul", "honorary_consul"})
"""Offices held in another country than that acted for."""
_MET = frozenset({"meeting", "signing", "ceremony"})
"""Types of events at which those of two countries are told apart."""
AWAY = frozenset({"visitor", "guest"})
"""Roles of those who come from elsewhere."""
_PAIR = 2


@attrs.define
class Trips:
    """Where people go and serve: by number, the countries of their visits as told, and that to which an envoy is sent."""

    goals: dict[int, list[tuple[int, str]]] = attrs.field(factory=lambda: defaultdict(list))
    posts: dict[int, str] = attrs.field(factory=dict)
    _countries: dict[int, set[str]] = attrs.field(factory=lambda: defaultdict(set))

    def add(self, entity: Entity, country: str, start: int) -> None:
        """Remember that somebody is said to go to a country, and where that is told."""
        self.goals[entity.number].append((start, country))
        self._countries[entity.number].add(country)

    def goes(self, entity: Entity, country: str) -> bool:
        """Tell whether somebody is said to go to a country."""
        return country in self._countries.get(entity.number, ())

    def where(self, entity: Entity, place: str | None, start: int) -> str | None:
        """Return the country in which somebody is at an event told at `start`, said to be in `place`, if that is not his own."""
        told = self.goals.get(entity.number)
        if not told:
            found = self.posts.get(entity.number)
        elif len(self._countries[entity.number]) == 1:
            found = told[0][1]
        elif place is None:
            # of several trips, that told last; one who has not left yet is nowhere, nor is one who goes to several countries
            last = bisect_right(told, (start, "~")) - 1
            several = last > 0 and told[last - 1][0] == told[last][0] and told[last - 1][1] != told[last][1]
            found = told[last][1] if last >= 0 and not several else None
        else:
            found = place if self.goes(entity, place) else None
        return found if found != entity.acts_for and place in (None, found) else None


def trips_of(index: Index, groups: Iterable[Group]) -> Trips:
    """Return where the people of events go, and where the envoys among them serve."""
    trips = Trips()
    seen: set[int] = set()
    for group in groups:
        for telling in group.tellings:
            place = telling.place if telling.place is not None else group.place
            goal = place.country if place is not None and is_trip(telling.draft) else None
            for filling in telling.draft.fillings:
                entity = filling.entity
                if goal is not None and filling.role == "visitor":
                    trips.add(entity, goal, telling.draft.trigger.span.start)
                if entity.number in seen:
                    continue
                seen.add(entity.number)
                if entity.country and is_envoy(entity):
                    post = _post(index, entity)
                    if post is not None:
                        trips.posts[entity.number] = post
    for told in trips.goals.values():
        told.sort()
    return trips


def is_trip(draft: Draft) -> bool:
    """Tell whether a draft is of a visit that somebody makes, made or will make; some are only wished for.

    One to where he goes on from what is told ("met X before travelling to Y") is none on which that is done.
    """
    return draft.value.type == "visit" and draft.value.status != "hypothetical" and "onward" not in draft.value.traits


def _post(index: Index, entity: Entity) -> str | None:
    """Return the country to which an envoy is sent: the last that his title tells behind that for which he acts."""
    for contribution in entity.mentions:
        mention = contribution.value
        if not isinstance(mention, Mention) or not any(title.office in _ENVOYS for title in mention.titles):
            continue
        for place in reversed(index.places.inside(contribution.span)):
            value = place.value
            if any(window.contains(place.span) for window in mention.country_within):
                continue
            if isinstance(value, PlaceMention) and value.country not in (None, entity.country):
                return value.country
    return None


def settle_abroad(groups: Sequence[Group], trips: Trips, home: str | None) -> None:
    """Give people with a title and without a country that in which somebody from elsewhere meets them.

    Args:
        groups: the events.
        trips: where their people go and serve.
        home: the country whose news it is, if known; its own envoys are at home in it.

    """
    if not trips.goals and not trips.posts:
        return
    for group in groups:
        if group.type in _MET:
            for telling in group.tellings:
                place = group.place.country if group.place is not None else None
                _settle(telling.draft, place, trips, home)


def _settle(draft: Draft, place: str | None, trips: Trips, home: str | None) -> None:
    """Settle the countries of those told at an event by one telling."""
    people = [filling for filling in draft.fillings if filling.entity.kind == "person"]
    # who receives a visitor as an envoy is not of the country where he serves
    bare = [filling for filling in people if is_bare(filling.entity) and not is_envoy(filling.entity)]
    if not bare or len(people) < _PAIR:
        return
    start = draft.trigger.span.start
    for filling in people:
        own = filling.entity.acts_for
        # an envoy of the country whose news it is may be at home in it
        at_home = filling.entity.number not in trips.goals and own in (None, home)
        country = None if at_home else trips.where(filling.entity, place, start)
        if country is None:
            continue
        for other in bare:
            known = other.entity.country is not None or other is filling or trips.goes(other.entity, country)
            if not known and ((len(people) == _PAIR and draft.value.type != "ceremony") or _opposite(draft, filling, other)):
                other.entity.settle(country, BY_TRIP, filling.span)


# Minister A of Norway began a visit to Peru and met *her counterpart B*
def settle_colleagues(index: Index, groups: Sequence[Group]) -> None:
    """Give a colleague told without title or country that in which somebody from elsewhere meets him."""
    waiting = [
        (group, telling.draft, filling)
        for group in groups
        if group.type == "meeting"
        for telling in group.tellings
        for filling in telling.draft.fillings
        if filling.entity.acts_for is None and filling.entity.kind == "person" and not filling.entity.titles
        if is_counterpart(index, filling)
    ]
    trips = trips_of(index, groups) if waiting else None
    for group, draft, colleague in waiting:
        people = [filling for filling in draft.fillings if filling.entity.kind == "person"]
        place = group.place.country if group.place is not None else None
        for filling in people if trips is not None and len(people) == _PAIR else ():
            country = trips.where(filling.entity, place, draft.trigger.span.start) if trips is not None else None
            told = filling.entity is not colleague.entity and filling.entity.acts_for is not None and country is not None
            if told and trips is not None and not trips.goes(colleague.entity, country or ""):
                colleague.entity.settle(country or "", BY_TRIP, filling.span)


def _opposite(draft: Draft, one: Filling, other: Filling) -> bool:
    """Tell whether of two at an event each is of one side: the one who receives, or on the other side of its words."""
    if one.listed or other.listed:
        return False
    if one.role != other.role:
        return (one.role in AWAY) != (other.role in AWAY)
    if one.role != "participant" or one.source is None or other.source is None:
        return False
    start = draft.trigger.span.start
    return (one.source.span.start < start) != (other.source.span.start < start)


def is_bare(entity: Entity) -> bool:
    """Tell whether a person with a title is told without a country and with nothing that shows he acts for none."""
    return entity.kind == "person" and entity.country is None and bool(entity.titles) and not is_worldly(entity)


def is_worldly(entity: Entity) -> bool:
    """Tell whether a title of a person is one in a body of several countries, in whose words none is looked for."""
    mentions = [contribution.value for contribution in entity.mentions]
    return any(isinstance(m, Mention) and m.titles and not m.country_within and m.country is None for m in mentions)


def speaks_for_several(entity: Entity) -> bool:
    """Tell whether somebody holds an office of a body of several countries."""
    return is_worldly(entity) and any(title.organisation for _, _, title, _ in entity.titles)


def is_envoy(entity: Entity) -> bool:
    """Tell whether a person holds an office in another country than that acted for."""
    return not _ENVOYS.isdisjoint(entity.offices)
