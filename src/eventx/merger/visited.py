"""Step 3b: the countries that somebody is none of: those he goes to, and that of his colleague from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from eventx.contribution import PlaceMention
from eventx.merger.abroad import AWAY, is_trip
from eventx.merger.apart import is_counterpart
from eventx.merger.choose import rank
from eventx.merger.company import fillings_of
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.spoken_of import Told
from eventx.model import Span


def visited_by(index: Index, groups: Iterable[Group], known: Mapping[int, str]) -> dict[int, set[str]]:
    """Return the countries each person is none of, by the person's number.

    Those that he visits, or whose people `known` to act for them receive him; that of his colleague from there ("met his Fijian
    counterpart X"). Who is received by somebody told without a country may be of the same one: the Amir receives the Speaker.
    """
    visited: dict[int, set[str]] = defaultdict(set)
    for group in groups:
        fillings = fillings_of(group)
        hosts = {known[f.entity.number] for f in fillings if f.role == "host" and f.entity.number in known}
        site = site_of(group) if is_trip(group.first.draft) else None
        goal = site[0] if site is not None else None
        for filling in fillings:
            if filling.role in AWAY:
                visited[filling.entity.number] |= {country for country in (goal, *hosts) if country}
        for other in fillings if group.type == "meeting" else ():
            if other.entity.country is not None and is_counterpart(index, other):
                for filling in fillings:
                    if filling.entity is not other.entity:
                        visited[filling.entity.number].add(other.entity.country)
    return visited


def site_of(group: Group) -> tuple[str, Span] | None:
    """Return the country of the place where a group's event is said to happen, and where that place is told."""
    places = sorted((c for telling in group.tellings for c in telling.places), key=rank)
    for place in places:
        if isinstance(place.value, PlaceMention) and place.value.country:
            return place.value.country, place.source.span
    return None


# SYDNEY - President X of Vanuatu received Ambassador Y, who also called on *Prime Minister Z*
def told_hosts(groups: Iterable[Group], line: Told | None) -> Mapping[int, Told]:
    """Return by whom guests are received, by their number, where that is another country than that of the dateline."""
    if line is None:
        return {}
    told: dict[int, dict[str, Span | None]] = defaultdict(dict)
    for group in groups:
        fillings = fillings_of(group)
        hosts = {f.entity.acts_for: f.span for f in fillings if f.role == "host" and f.entity.acts_for is not None}
        for filling in fillings if hosts else ():
            if filling.role == "guest":
                told[filling.entity.number].update({country: span for country, span in hosts.items() if country is not None})
    return {number: next(iter(hosts.items())) for number, hosts in told.items() if len(hosts) == 1 and line[0] not in hosts}


def host_country(group: Group, told: Mapping[int, Told]) -> Told | None:
    """Return the country whose people receive a guest elsewhere in the text, where the text has one."""
    guests = (f.entity.number for f in fillings_of(group) if f.role == "guest") if told else ()
    return next((told[number] for number in guests if number in told), None)
