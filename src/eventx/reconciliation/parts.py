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
            near = {visit.id: visit for p in event.participants for key in _keys(p) for visit in visits.get(key, ())}
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


def _by_traveller(visits: Iterable[Event]) -> dict[tuple[str, ...], list[Event]]:
    """Return visits under what their visitors' names may be looked up by, so that few are looked at for each event."""
    found: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for visit in visits:
        for key in dict.fromkeys(key for person in travellers(visit) for key in _keys(person)):
            found[key].append(visit)
    return found


def _keys(person: Participant) -> Iterator[tuple[str, ...]]:
    """Yield any two words of a name, or its only word, and its sound and reading."""
    words = sorted(set(tokens(person.name)))
    yield from combinations(words, 2) if len(words) > 1 else [tuple(words)]
    yield from spelling.keys(person)
