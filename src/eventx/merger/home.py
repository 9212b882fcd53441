"""Step 3b: the country of people whose own words tell none.

News names the officials of its own country without the country. So, for people without one, in this order: the country of the
world their name is from, where only one country writes names so; for a host, the country of the place where he receives, else of
the dateline; for a visitor or guest, the country of those he comes with; for who holds an office of state, told bare, the country
of the news agency, of the other side of what is told between two countries, or the only one the text speaks of.
Nobody gets the country he visits, and whoever cannot be settled gets none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventx.merger.abroad import Trips, is_bare, is_envoy, settle_abroad, speaks_for_several, trips_of
from eventx.merger.company import (
    fillings_of,
    lacks_office,
    may_be_of,
    settle_attending,
    settle_company,
    settle_list,
    settle_sides,
)
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.grounds import BY_NEWS, BY_REST, BY_SEAT
from eventx.merger.index import Index
from eventx.merger.names import GIVEN_NAME_LAST
from eventx.merger.press import agency_of, headed_country, press
from eventx.merger.principals import settle_agents
from eventx.merger.spoken_of import Spoken, Told, dateline_of, first_told, spoken_of
from eventx.merger.visited import host_country, site_of, told_hosts, visited_by

_BARE = 2
"""How many words an office has that tells nothing but itself: Vice President."""
_SEVERAL = 2
"""From how many countries envoys come whose seat alone a text speaks of."""
_PAIR = 2


def settle_home_countries(index: Index, entities: Iterable[Entity], groups: Iterable[Group]) -> None:
    """Give a country to people with none told, where it follows from who they are, where they receive, and whose news it is."""
    everyone, told = list(entities), list(groups)
    for entity in everyone:
        entity.settle_by_name()
    settle_agents(index, [entity for entity in everyone if entity.country is None])
    if all(entity.country is not None or not entity.titles for entity in everyone):
        return  # what follows is for people with titles alone
    known = {e.number: e.country for e in everyone if e.kind == "person" and e.titles and e.country is not None}
    officials = [entity for entity in everyone if entity.country is None and _is_official(entity)]
    trips = trips_of(index, told)
    agency, line = agency_of(index.document) or headed_country(index), dateline_of(index)
    dateline = line[0] if line is not None else None
    home = agency[0] if agency is not None else dateline
    settle_company(told, trips)
    settle_sides(index, told, trips)
    settle_abroad(told, trips, home)
    met, receiving = _settle_receiving(told, trips, line)
    settle_list(index, told, trips, spared=officials)
    settle_company(told, trips)
    at_home = receiving if dateline is None else receiving & {dateline}
    if all(entity.country is not None or not entity.titles for entity in everyone):
        return
    seats = _only(at_home), _only(_seats(index, everyone, trips))
    news = [*([agency] if agency is not None else []), *((c, first_told(index, c)) for only in seats for c in only)]
    if any(entity.country is None for entity in officials):
        held = _held_alone(entity for entity in everyone if entity.country is not None and entity.titles)
        envoys = frozenset(entity.number for entity in everyone if is_envoy(entity))
        spoken = spoken_of(index)
        # news from abroad may be told by somebody who is only there
        here = line if met <= at_home and (not spoken or dateline in spoken) else None
        visited = visited_by(index, told, known)
        _settle_at_home(officials, visited, _opposites(told, known), news, here, held=held)
        if any(entity.country is None for entity in officials):
            settle_abroad(told, trips, home)
            visited = visited_by(index, told, known)
            _settle_officials(officials, told, known, spoken, dateline, visited=visited, held=held, envoys=envoys)
    if any(map(is_bare, everyone)):
        settle_list(index, told, trips)
        if news and news[0][0] != GIVEN_NAME_LAST:
            settle_attending(told, trips, news[0][0], visited_by(index, told, known))


def _only(countries: frozenset[str]) -> frozenset[str]:
    """Return the country that is alone, if one is."""
    return countries if len(countries) == 1 else frozenset()


def _seats(index: Index, entities: Iterable[Entity], trips: Trips) -> frozenset[str]:
    """Return the countries to which envoys are sent; else, where envoys of several are told, that of which the text speaks."""
    if trips.posts:
        return frozenset(trips.posts.values())
    senders = {entity.country for entity in entities if entity.country is not None and is_envoy(entity)}
    return frozenset(spoken_of(index)) - senders if len(senders) >= _SEVERAL else frozenset()


# will visit Ecuador at the invitation of Minister X: he receives nobody yet
def _settle_receiving(groups: Sequence[Group], trips: Trips, line: Told | None) -> tuple[frozenset[str], frozenset[str]]:
    """Give all hosts a country; return where those are at home who meet their guests, and with them those who invite somebody."""
    met = _settle_hosts([group for group in groups if group.type != "visit"], trips, line)
    return met, met | _settle_hosts(groups, trips, line)


def _settle_hosts(groups: Sequence[Group], trips: Trips, line: Told | None) -> frozenset[str]:
    """Give hosts the country of the place where they receive, else of the dateline; return where they are at home."""
    given = set()
    elsewhere = told_hosts(groups, line)
    for group in groups:
        bare = _bare_hosts(group)
        if line is not None and any(f.role == "host" and f.entity.acts_for == line[0] for f in fillings_of(group)):
            given.add(line[0])
        seat = (site_of(group) or host_country(group, elsewhere) or line) if bare else None
        if seat is None:
            continue
        country, span = seat
        for entity in bare:
            # who speaks for a body of several countries is at home in none of them
            # nor is an ambassador where he gives a reception
            if not (
                lacks_office(entity, country) or trips.goes(entity, country) or speaks_for_several(entity) or is_envoy(entity)
            ):
                entity.settle(country, BY_SEAT, span)
        given.add(country)
    return frozenset(given)


def _settle_at_home(
    officials: Iterable[Entity],
    visited: Mapping[int, set[str]],
    others: Mapping[int, str],
    news: Sequence[Told],
    line: Told | None,
    *,
    held: Mapping[str, frozenset[str]],
) -> None:
    """Give holders of offices of state, told bare, the country whose news it is, else that of the dateline."""
    sources = [*news, *([line] if line is not None else [])]
    here = {country for country, _ in news if line is not None and country == line[0]}
    for entity in officials:
        away, opposite = visited[entity.number], others.get(entity.number)
        for country, span in sources:
            # of two who meet, one of the country may be its envoy elsewhere
            apart = country != opposite or country in here
            if entity.country is None and apart and country not in away and _may_hold(entity, country, held):
                entity.settle(country, BY_NEWS, span)


def _bare_hosts(group: Group) -> list[Entity]:
    """Return the hosts of an event who are told with a title and without a country."""
    return [f.entity for f in fillings_of(group) if f.role == "host" and f.entity.country is None and f.entity.titles]


def _settle_officials(
    officials: Sequence[Entity],
    groups: Sequence[Group],
    known: Mapping[int, str],
    spoken: Mapping[str, Spoken],
    dateline: str | None,
    *,
    visited: Mapping[int, set[str]],
    held: Mapping[str, frozenset[str]],
    envoys: frozenset[int],
) -> None:
    """Give holders of offices of state, told bare, the country whose news it is or the one that is left."""
    others = _opposites(groups, known)
    # those told by envoys alone: they tell nothing of where the others are from
    sent = set(known.values()) - {country for number, country in known.items() if number not in envoys}
    # hosts are at home where the news is from; elsewhere they tell nothing of the others
    settled = {entity.country for entity in officials if entity.country == dateline}
    for entity in officials:
        if entity.country is not None:
            continue
        away = visited[entity.number]
        opposite = others.get(entity.number, "")
        # of two who meet, each acts for one side
        sides = [c for c in spoken if c != opposite and c not in away] if opposite in spoken else []
        country: str | None = sides[0] if sides else None
        if not sides and (opposite not in spoken or away):
            country = _left([*spoken], set(known.values()), away)
            if country is not None and not away and len(spoken) == _PAIR and not sent.isdisjoint(spoken):
                country = None
            if country is not None and not away and dateline not in (None, country):
                country = None
        if country is not None and spoken[country].more and _may_hold(entity, country, held):
            entity.settle(country, BY_REST, spoken[country].span)
        settled.add(entity.country)
    settled.discard(None)
    if len(settled) == 1:
        # those told alike are of one country
        one = next(iter(settled)) or ""
        for entity in officials:
            if entity.country is None and one not in visited[entity.number] and _may_hold(entity, one, held):
                entity.settle(one, BY_REST, spoken[one].span if one in spoken else None)


def _held_alone(entities: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Return, by country, the offices that a state has one of and that somebody told with the country holds."""
    held: dict[str, frozenset[str]] = {}
    for entity in entities:
        country = entity.country or ""
        held[country] = held.get(country, frozenset()) | (entity.offices & press().sole)
    return held


def _may_hold(entity: Entity, country: str, held: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a person may act for a country: by the name, and nobody told with the country holds the one office."""
    return may_be_of(entity, country) and held.get(country, frozenset()).isdisjoint(entity.offices)


def _left(spoken: Sequence[str], explicit: set[str], away: set[str]) -> str | None:
    """Return the country an official can only be of: the other of two, the only one, or, of a visitor, the one named most."""
    left = [country for country in spoken if country not in away]
    if away:
        return left[0] if left else None
    others = [country for country in left if country not in explicit]
    if len(spoken) == 1:
        return left[0] if left and len(explicit - set(left)) <= 1 else None
    return others[0] if len(spoken) == 2 and len(others) == 1 else None


def _opposites(groups: Iterable[Group], known: Mapping[int, str]) -> dict[int, str]:
    """Return the country told of the one other person at a meeting of two, by the person's number."""
    opposites: dict[int, str] = {}
    for group in groups:
        people = {f.entity.number: f.entity for f in fillings_of(group) if f.entity.kind == "person"}
        if group.type == "meeting" and len(people) == 2:
            first, second = people.values()
            for one, other in ((first, second), (second, first)):
                if other.number in known and one.country is None:
                    opposites.setdefault(one.number, known[other.number])
    return opposites


def _is_official(entity: Entity) -> bool:
    """Tell whether a person holds an office of state that a country's own news tells without the country."""
    words = press()
    if entity.kind != "person":
        return False
    return any(
        title.office in words.state or (title.office in words.bare and len(own) <= _BARE and not title.organisation)
        for _, _, title, own in entity.titles
    )
