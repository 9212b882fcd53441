"""Step 3b: the country of people whose own words tell none.

News names the officials of its own country without the country. So, for people without one: the country of the world their name
is from, where only one country writes names so; and for a host, the country of the place where he receives, else of the dateline.
Nobody else gets one.
"""

from __future__ import annotations

from collections.abc import Iterable

from eventx.contribution import PlaceMention
from eventx.merger.choose import rank
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.index import Index


def settle_home_countries(index: Index, entities: Iterable[Entity], groups: Iterable[Group]) -> None:
    """Give a country to people with none told: by the shape of their name, else as hosts by where they receive."""
    for entity in entities:
        if entity.country is None:
            entity.country = entity.acts_for
    dateline = _dateline_country(index)
    for group in groups:
        country = _country(group) or dateline
        for telling in group.tellings:
            for filling in telling.draft.fillings:
                entity = filling.entity
                if filling.role == "host" and entity.country is None and entity.titles:
                    entity.country = country


def _country(group: Group) -> str | None:
    """Return the country of the place where a group's event is said to happen."""
    places = sorted((c for telling in group.tellings for c in telling.places), key=rank)
    return next((c.value.country for c in places if isinstance(c.value, PlaceMention) and c.value.country), None)


def _dateline_country(index: Index) -> str | None:
    """Return the country of the first dateline."""
    for zone in index.zones.items:
        if zone.value == "dateline":
            for place in index.places.starting_in(zone.span):
                if isinstance(place.value, PlaceMention) and place.value.country:
                    return place.value.country
    return None
