"""Step 3b, company: those told together are of one country: who comes with a visitor, who attends with the host.

Accepts: "Minister A of Norway and Director B arrived in Lima", "… was attended by the Saudi Ambassador A and Director B",
"Norwegian Minister A and Director B met Lao Minister C and Director D".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from eventx.contribution import Mention
from eventx.language import language_data
from eventx.merger.abroad import AWAY, Trips, is_bare, is_envoy
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import ATTENDED, Group
from eventx.merger.grounds import BY_COMPANY, BY_REST
from eventx.merger.index import Index
from eventx.merger.names import GIVEN_NAME_LAST
from eventx.merger.press import press
from eventx.model import Span

_FAMILY_FIRST = frozenset({"VN", "CN", "KR", "KP", "TW"})
"""Countries whose people's names put the family first in English too."""
_LOCAL = frozenset({"mayor", "governor"})
"""Offices of towns and provinces, each of its own."""
_LEADERS = frozenset({"president", "monarch", "prime_minister", "speaker", "general_secretary"})
"""Offices whose holders a country's own press tells without the country, beside a guest's."""
_PAIR = 2
"""How many sides a treaty of two has."""
_MEETING = 3
"""From how many people on somebody is beside another at a meeting."""


def settle_company(groups: Iterable[Group], trips: Trips) -> None:
    """Give visitors and guests with titles the country of those they come with, if all those known come from one.

    So do those said to accompany somebody whose country is known.
    """
    for group in groups:
        _settle_companions([f for f in fillings_of(group) if f.beside is not None and f.entity.titles], trips)
        away = [f for f in fillings_of(group) if f.role in AWAY and f.entity.kind == "person"]
        for role in AWAY if len(away) > 1 else ():
            company = [f.entity for f in away if f.role == role]
            told = {f.entity.country: f.span for f in reversed(away) if f.role == role and f.entity.country}
            own, span = next(iter(told.items())) if len(told) == 1 else (None, None)
            for entity in company:
                if own is not None and entity.country is None and entity.titles and not trips.goes(entity, own):
                    entity.settle(own, BY_COMPANY, span)


def _settle_companions(companions: Sequence[Filling], trips: Trips) -> None:
    """Give those who accompany somebody his country, unless one of them is of another: those show him around."""
    for filling in companions:
        entity, beside = filling.entity, filling.beside
        country = beside.acts_for if beside is not None else None
        if (
            beside is None
            or country is None
            or not is_bare(entity)
            or not may_be_of(entity, country)
            or trips.goes(entity, country)
        ):
            continue
        others = (other.entity for other in companions if other.beside is beside and not is_envoy(other.entity))
        if all(other.acts_for in (None, country) for other in others):
            entity.settle(country, BY_COMPANY, beside.mentions[0].span)


def settle_attending(groups: Iterable[Group], trips: Trips, home: str, visited: Mapping[int, AbstractSet[str]]) -> None:
    """Give those with titles who are at an event with somebody of the country whose news it is that country.

    Not those who are none of it, as they come from elsewhere or meet their colleague from there.
    """
    for group in groups:
        fillings = fillings_of(group)
        own = next((f for f in fillings if f.entity.acts_for == home and f.role not in AWAY), None)
        if own is None:
            continue
        for filling in fillings:
            entity = filling.entity
            strange = (
                trips.goes(entity, home) or home in visited.get(entity.number, ()) or _is_opposite(group, own.entity, entity)
            )
            if is_bare(entity) and filling.role not in AWAY and not strange and may_be_of(entity, home):
                entity.settle(home, BY_COMPANY, own.span)


# Minister A met with Ambassador B of Peru and Director C
def _is_opposite(group: Group, one: Entity, other: Entity) -> bool:
    """Tell whether the words of a meeting stand between two people, as between those who meet."""
    if group.type != "meeting":
        return False
    for telling in group.tellings:
        start = telling.draft.trigger.span.start
        # who takes part in a reception is there with the host
        met = (f for f in telling.draft.fillings if f.source is not None and f.role == "participant")
        told = [(f.entity, f.source.span.start < start) for f in met if f.source is not None]
        own, others = ({before for entity, before in told if entity is person} for person in (one, other))
        if own and others and own.isdisjoint(others):
            return True
    return False


def settle_list(index: Index, groups: Iterable[Group], trips: Trips, spared: Sequence[Entity] = ()) -> None:
    """Give those with titles who are listed behind somebody with a country that country, if the list tells no other.

    Args:
        index: the document's mentions and triggers.
        groups: the events.
        trips: where people go, which is not their own country.
        spared: who may have another country that is to be looked for first.

    """
    waiting = {entity.number for entity in spared}
    for group in groups:
        acting = {f.entity.acts_for for f in fillings_of(group) if not is_envoy(f.entity)}
        for telling in group.tellings:
            listed = [f for f in telling.draft.fillings if f.source is not None and (f.listed or group.type in ATTENDED)]
            for filling in listed:
                entity = filling.entity
                if entity.number in waiting or not is_bare(entity) or not _LOCAL.isdisjoint(entity.offices):
                    continue
                if is_envoy(entity) and filling.role not in AWAY:
                    continue  # "attended by Prime Minister A and Ambassador B"
                # an envoy alone is beside anybody; not so with those of his country
                beside = (f for f in listed if f is not filling and _is_beside(index, f, filling))
                told = {f.entity.acts_for: f.span for f in beside if f.entity.acts_for is not None}
                own, span = next(iter(told.items())) if len(told) == 1 else (None, None)
                if own is not None and own in acting and may_be_of(entity, own) and not trips.goes(entity, own):
                    entity.settle(own, BY_COMPANY, span)


def settle_sides(index: Index, groups: Iterable[Group], trips: Trips) -> None:
    """Give those with titles who are told right behind somebody with a country that country, where others are met.

    They are on one side of the words of a meeting and hold different offices, no envoy's; somebody is named on the other side.
    So does the one of two who act for two states of whom only the other's is told.
    """
    by_trigger: dict[int, tuple[Span, dict[int, Filling]]] = {}
    for group in groups:
        _settle_pair(group, trips)
        for telling in group.tellings if group.type == "meeting" else ():
            trigger = telling.draft.trigger
            # those who met by themselves are told in one list: "met Speaker A of Peru and Minister B"
            people = by_trigger.setdefault(id(trigger), (trigger.span, {}))[1]
            people.update((f.entity.number, f) for f in telling.draft.fillings if f.entity.kind == "person")
    for trigger_span, met in by_trigger.values():
        told = [(f.source.span, f.entity) for f in met.values() if f.source is not None]
        start = trigger_span.start
        if len(told) < _MEETING or len({span.start < start for span, _ in told}) == 1:
            continue
        told.sort(key=lambda found: found[0].start)
        for side in (True, False):
            _share(index, [found for found in told if (found[0].start < start) == side], trips)


# Peru and Chile signed an accord. Minister A and Minister B of Chile signed it: Minister A is of Peru
# Talks between Peru and Chile were held. The delegations were led by Minister A and Secretary B: of Peru and of Chile
def _settle_pair(group: Group, trips: Trips) -> None:
    """Give each of two who act for two states named, of whom none or only the other's is told, the one that is his in order."""
    told = {state.entity.country: state.span for state in group.states if state.entity.country}
    people = {f.entity.number: f.entity for f in fillings_of(group) if f.entity.kind == "person" and f.entity.titles}
    if len(told) != _PAIR or len(people) != _PAIR:
        return
    if all(entity.country is None and is_bare(entity) for entity in people.values()):
        for country, entity in zip(told, sorted(people.values(), key=lambda entity: entity.first), strict=True):
            if may_be_of(entity, country) and not trips.goes(entity, country):
                entity.settle(country, BY_REST, told[country])
        return
    one, other = sorted(people.values(), key=lambda entity: entity.country is not None)
    left = [country for country in told if country != other.country]
    if one.country is None and is_bare(one) and len(left) == 1 and may_be_of(one, left[0]) and not trips.goes(one, left[0]):
        one.settle(left[0], BY_REST, told[left[0]])


def _share(index: Index, side: Sequence[tuple[Span, Entity]], trips: Trips) -> None:
    """Give those on one side of a meeting the country of the one they stand behind; leaders only in a longer list."""
    span, entity = side[0]
    first, named, length = entity, span, 1
    spared: list[Entity] = []
    for behind, other in side[1:]:
        if first.acts_for is None or not _is_joined(index, span, behind) or not _may_share(first, other):
            first, named, length, spared = other, behind, 1, []
        else:
            length += 1
            spared.append(other)
            for waiting in spared if length > _MEETING - 1 or _LEADERS.isdisjoint(other.offices) else ():
                own = first.acts_for or ""
                if may_be_of(waiting, own) and not trips.goes(waiting, own):
                    waiting.settle(own, BY_COMPANY, named)
        span = behind


def _is_joined(index: Index, span: Span, behind: Span) -> bool:
    """Tell whether nothing but "and" or a comma parts two people."""
    between = " ".join(index.match[span.end : behind.start].replace(",", " ").split())
    return behind.start >= span.end and (not between or between in language_data(index.lang).conjunctions)


def _may_share(entity: Entity, other: Entity) -> bool:
    """Tell whether two people told side by side are of one country, by their offices: those of one office are of several."""
    if is_envoy(entity) or is_envoy(other) or not is_bare(other):
        return False
    return other.offices.isdisjoint(entity.offices | _LOCAL)


def _is_beside(index: Index, one: Filling, other: Filling) -> bool:
    """Tell whether one is told before the other in a sentence, on the same side of the words of its events."""
    if one.source is None or other.source is None:
        return False
    first, second = one.source.span, other.source.span
    if second.start < first.end:
        return False
    return second.start < index.document.sentence_at(first.start).end and not index.triggers.between(first.end, second.start)


def may_be_of(entity: Entity, country: str) -> bool:
    """Tell whether a person's name may be one of a country, where names of a country have a form of their own, and his office."""
    if lacks_office(entity, country):
        return False
    if country not in _FAMILY_FIRST:
        return True
    names = [mention.value for mention in entity.mentions if isinstance(mention.value, Mention) and mention.value.name]
    return any(name.name_order == "family_first" for name in names)


# NEW YORK – Foreign Minister X received Y: the United States have no foreign minister
def lacks_office(entity: Entity, country: str) -> bool:
    """Tell whether a state has no such office as a person holds."""
    return not entity.offices.isdisjoint(press().lacking.get(country, ()))


def fillings_of(group: Group) -> list[Filling]:
    """Return who fills a slot in any telling of an event."""
    if len(group.tellings) == 1:
        return group.tellings[0].draft.fillings
    return [filling for telling in group.tellings for filling in telling.draft.fillings]


# Prime Minister X held talks with Prime Minister Y
def part_colleagues(groups: Iterable[Group]) -> None:
    """Take the country from who meets somebody of it in an office of which a state has one, where no words tell it."""
    for group in groups:
        people = {f.entity.number: f.entity for f in fillings_of(group) if f.entity.kind == "person" and f.entity.country}
        met = [people[number] for number in sorted(people)] if group.type == "meeting" else []
        for one, other in combinations(met, 2):
            if one.country != other.country or (one.offices & other.offices).isdisjoint(press().sole):
                continue
            assumed = [entity for entity in (one, other) if entity.country_source is None]
            if assumed and one.country != GIVEN_NAME_LAST:
                assumed[-1].country = assumed[-1].ground = None
