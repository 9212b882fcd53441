"""Which reconciled events belong to another: what their sources say, and what all together show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from eventx.merger.names import tokens
from eventx.merger.parts import container, record, travellers
from eventx.model import Event, FieldSource, Participant
from eventx.reconciliation import spelling
from eventx.reconciliation.facts import same_name

if TYPE_CHECKING:
    from eventx.reconciliation import Reconciled

Told = Mapping[tuple[str | None, str | None, str], str]


def with_parts(found: Sequence[Reconciled]) -> list[Reconciled]:
    """Return reconciled events, each with the id of the one it belongs to, if any."""
    told = _told(found)
    links = _acyclic({one.event.id: link for one in found if (link := _link(one, told)) is not None})
    visits = _by_traveller(one.event for one in found if one.event.type == "visit" and one.event.id not in links)
    out = []
    for one in found:
        event = one.event
        source: FieldSource | None = None
        if event.id in links:
            source = FieldSource(field="part_of", value=links[event.id], rule="reconcile.policy", reason="told by its sources")
        elif event.type != "visit":
            near = {visit.id: visit for key in _keys(event.participants, _lookups(event)) for visit in visits.get(key, ())}
            visit = container(event, near.values(), same=same_name, one_text=False)
            source = record(event, visit) if visit is not None else None
        out.append(one if source is None else attrs.evolve(one, event=_placed(event, source)))
    return out


def _placed(event: Event, source: FieldSource) -> Event:
    """Return an event with what it belongs to, and why."""
    return attrs.evolve(event, part_of=source.value, provenance=(*event.provenance, source))


def _told(found: Sequence[Reconciled]) -> Told:
    """Return the id of the reconciled event that each event of each document has become; what two have become is left out."""
    became: dict[tuple[str | None, str | None, str], str | None] = {}
    for one in found:
        for source in one.sources:
            # what was reconciled before names the events of other documents, by ids that are their own
            for key in ((source.document, source.uri, source.event.id), (None, None, source.event.id)):
                became[key] = one.event.id if became.get(key, one.event.id) == one.event.id else None
    return {key: name for key, name in became.items() if name is not None}


def _link(one: Reconciled, told: Told) -> str | None:
    """Return what most sources of an event say it belongs to; of several the first in the alphabet."""
    counted: Counter[str] = Counter()
    for source in one.sources:
        name = source.event.part_of
        if name is None:
            continue
        container = told.get((source.document, source.uri, name)) or told.get((None, None, name))
        if container is not None and container != one.event.id:
            counted[container] += 1
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None


def _acyclic(links: Mapping[str, str]) -> dict[str, str]:
    """Return the links but for those that lead back to where they start."""
    return {name: link for name, link in links.items() if not _leads_back(name, links)}


def _leads_back(name: str, links: Mapping[str, str]) -> bool:
    """Tell whether one comes back to a name by following links from it."""
    seen: set[str] = set()
    at = links.get(name)
    while at is not None and at not in seen:
        if at == name:
            return True
        seen.add(at)
        at = links.get(at)
    return False


Key = tuple[str, ...]


def _by_traveller(visits: Iterable[Event]) -> dict[Key, list[Event]]:
    """Return visits under their months and their visitors' names, so that few are looked at for each event."""
    found: dict[Key, list[Event]] = defaultdict(list)
    for visit in visits:
        for key in dict.fromkeys(_keys(travellers(visit), _homes(visit))):
            found[key].append(visit)
    return found


def _keys(people: Iterable[Participant], months: Sequence[str]) -> Iterator[Key]:
    """Yield a month with any two words of a name, or its only word, or its sound or reading."""
    if not months:
        return
    for person in people:
        words = sorted(set(tokens(person.name)))
        names: list[Key] = [*combinations(words, 2)] if len(words) > 1 else [tuple(words)]
        for name in (*names, *spelling.keys(person)):
            for month in months:
                yield (month, *name)


def _homes(visit: Event) -> tuple[str, ...]:
    """Return the months a visit touches, and for what has no year the same without theirs; none if it is too long to tell."""
    return tuple(f"{year}{month}" for year, month in _months(visit) for year in dict.fromkeys((year, "any")))


def _lookups(event: Event) -> tuple[str, ...]:
    """Return the months under which the visit stands that an event may belong to."""
    return tuple(f"{year}{month}" for own, month in _months(event) for year in ("none", "any" if own == "none" else own))


def _months(event: Event) -> list[tuple[str, str]]:
    """Return the years and months of an event's first and last day; the year is ``none`` where no year is settled."""
    date = event.date
    if date is None:
        return []
    first, last = date.told
    if first is not None and last is not None:
        return [(f"{day.year}", f"-{day.month}") for day in dict.fromkeys((first, last))]
    ends = [end for end in date.ends if end is not None and end.month is not None]
    return list(dict.fromkeys(("none", f"-{end.month}") for end in ends))
