"""Step 1b, resolve: the people a group may mean: those of an event, a couple, the two last spoken of, those of some countries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import attrs

from eventx.contribution import Mention, PlaceMention
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.lists import is_couple
from eventx.model import Role

_TWO = 2


@attrs.define(eq=False)
class Scene:
    """The event the text is at, as far as pointers need it: who has which role in it."""

    fillings: tuple[Filling, ...] = ()
    _people: tuple[Entity, ...] | None = attrs.field(default=None, init=False)

    @property
    def people(self) -> tuple[Entity, ...]:
        """The people of the scene, in the order of the text."""
        if self._people is None:
            people = {f.entity.number: f.entity for f in self.fillings if f.entity.kind == "person"}
            self._people = tuple([people[number] for number in sorted(people)])
        return self._people

    def in_role(self, role: Role | None) -> tuple[Entity, ...]:
        """Return who has a role, the first of several; where nobody is received, a guest is who visits."""
        found = [filling.entity for filling in self.fillings if filling.role == role][:1]
        return tuple(found) if found or role != "guest" else self.in_role("visitor")


def couple(index: Index, recent: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the two people last told together who act for no two countries: "received *the royal couple*"."""
    people = [entity for entity in recent if entity.kind == "person"]
    for second, first in pairwise(reversed(people)):
        if first.country is not None and second.country not in (None, first.country):
            continue
        if is_couple(index, first.mentions, second.mentions) or is_couple(index, second.mentions, first.mentions):
            return (first, second) if first.number < second.number else (second, first)
    return ()


def two_people(recent: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the two people last spoken of, if they act for two countries, where no event has told who the two are."""
    people = [e for e in recent if e.kind == "person"][-_TWO:]
    countries = {e.acts_for for e in people} - {None}
    return tuple(sorted(people, key=lambda e: e.number)) if len(countries) == _TWO else ()


# began with a ceremony with President X. The heads of state held talks
def last_two(index: Index, recent: Sequence[Entity], offices: set[str], number: int | None) -> tuple[Entity, ...]:
    """Return the two people last spoken of whom a group may mean: a couple, or two of two countries, with an office it tells."""
    if number == _TWO:
        return couple(index, recent) if offices else two_people(recent)
    two = two_people(recent) if number is None and offices else ()
    return two if may_share(two, offices) else ()


def of_countries(index: Index, by_office: Mapping[str, Iterable[Entity]], mention: Mention) -> tuple[Entity, ...]:
    """Return who has an office of some countries, wherever the text names them: "the ambassadors of Peru and Norway"."""
    document = index.document
    sentence = document.sentence_at(mention.country_within[0].start)
    if index.text[sentence.end - 1] not in '.!?”"':
        return ()  # a headline sums up what the text tells one by one
    told = (place.value for span in mention.country_within for place in index.places.starting_in(span))
    countries = {place.country for place in told if isinstance(place, PlaceMention)} - {None}
    holders = (e for office in mention.offices for e in by_office.get(office, ()) if e.acts_for in countries)
    return tuple(sorted(dict.fromkeys(holders), key=lambda e: e.number))


# Minister X met his counterpart Y. *The ministers* signed
def may_share(people: Sequence[Entity], offices: set[str]) -> bool:
    """Tell whether all of some people may hold one of some offices, and one of them does."""
    return any(entity.offices & offices for entity in people) and all(may_hold(entity, offices) for entity in people)


def may_hold(entity: Entity, offices: set[str]) -> bool:
    """Tell whether somebody may hold one of some offices: he does, or none is told of him."""
    return not entity.offices or bool(entity.offices & offices)
