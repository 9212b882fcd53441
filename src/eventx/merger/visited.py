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
