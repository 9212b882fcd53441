"""One event told in several documents and languages becomes one, with all its sources; docs/merging.md states the policy.

`blocks` says which events are worth comparing, `sameness` whether two are one, `combine` what becomes of those that are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import attrs

from eventx.extraction import Extraction
from eventx.model import Event
from eventx.reconciliation.blocks import homes, lookups
from eventx.reconciliation.combine import Source, combined, identified, recorded
from eventx.reconciliation.facts import Facts, facts
from eventx.reconciliation.parts import with_parts
from eventx.reconciliation.sameness import closeness

__all__ = ["Reconciled", "Source", "reconcile"]


@attrs.frozen(kw_only=True)
class Reconciled:
    """An event with everything that told of it.

    Args:
        event: the event as all sources together tell it. It holds no spans, as a span means nothing without its document: the
            evidence and mentions are those of the sources. Its provenance tells which document said what, and what lost.
        sources: the events of single documents that are this one, ordered by document.

    """

    event: Event
    sources: tuple[Source, ...]


@attrs.define(eq=False)
class _Item:
    """What is known to be one event so far."""

    event: Event
    sources: tuple[Source, ...]
    facts: Facts
    key: tuple[object, ...]


def reconcile(extractions: Iterable[Extraction]) -> list[Reconciled]:
    """Return each event once, with all its sources, in the order of time.

    The order of the extractions changes nothing, nor does giving one twice; what is reconciled stays as it is when it is
    reconciled again.

    Args:
        extractions: what `extract` made of each document, or what `loads` read back.

    """
    told = {
        Source(document=extraction.document.id, uri=extraction.document.uri, event=event)
        for extraction in extractions
        for event in extraction.events
    }
    items = [_item((source,)) for source in told]
    while True:
        clusters = _round(sorted(items, key=lambda item: item.key))
        if len(clusters) == len(items):
            break
        items = [cluster[0] if len(cluster) == 1 else _item(_sources(cluster)) for cluster in clusters]
    return with_parts(_finished(items))


def _sources(cluster: Iterable[_Item]) -> tuple[Source, ...]:
    """Return the sources of several items, in their order."""
    return tuple(sorted((source for item in cluster for source in item.sources), key=lambda source: source.key))


def _item(sources: tuple[Source, ...]) -> _Item:
    """Return what several sources tell together."""
    event = combined([source.event for source in sources])
    known = facts(event)
    return _Item(event, sources, known, (*known.order, _digest(event), sources[0].key))


def _digest(event: Event) -> bytes:
    """Return a few bytes that stand for what an event tells."""
    # Imported here: `import eventx` must not pay for it.
    import hashlib  # noqa: PLC0415

    return hashlib.sha256(repr(event).encode("utf-8", "replace")).digest()[:12]


def _round(items: list[_Item]) -> list[list[_Item]]:
    """Return the items in clusters: each joins the one earlier event it fits best; one that fits several alike joins none.

    Items come finest first, so that a coarse report is held against those it may be about, never the other way round.
    """
    clusters: list[list[_Item]] = []
    blocks: dict[int, list[int]] = defaultdict(list)
    years = sorted({day.year for item in items for day in item.facts.days or ()})
    for item in items:
        near = dict.fromkeys(number for key in lookups(item.facts, years) for number in blocks.get(key, ()))
        # The first of a cluster stands for it; what the others add together is compared in the next round.
        fitting = [(score, n) for n in near if (score := closeness(clusters[n][0].facts, item.facts)) is not None]
        best = max((score for score, _ in fitting), default=None)
        chosen = [n for score, n in fitting if score == best]
        if len(chosen) == 1 and _agrees(clusters[chosen[0]], item):
            clusters[chosen[0]].append(item)
            continue
        for key in homes(item.facts):
            blocks[key].append(len(clusters))
        clusters.append([item])
    return clusters


def _agrees(cluster: list[_Item], item: _Item) -> bool:
    """Tell whether an item may be one with each of a cluster, so that two that contradict each other do not meet in a third."""
    different = {other.key[2]: other for other in cluster[1:]}
    return all(closeness(other.facts, item.facts) is not None for other in different.values())


def _finished(items: list[_Item]) -> list[Reconciled]:
    """Return the items as results in the order of time, each with an id of its own and a record of who said what."""
    taken: set[str] = set()
    results = []
    for item in sorted(items, key=lambda item: (item.facts.time, item.event.type, item.key)):
        name = identified(item.event, item.sources)
        number, free = 2, name
        while free in taken:
            free, number = f"{name}-{number}", number + 1
        taken.add(free)
        event = attrs.evolve(item.event, id=free, provenance=recorded(item.event, item.sources))
        results.append(Reconciled(event=event, sources=item.sources))
    return results
