"""Reconciled events as JSON: what `eventx extract --reconcile --format jsonl` prints."""

from __future__ import annotations

from eventx.reconciliation import Reconciled, Source
from eventx.serialise import as_text, dumps


def written(one: Reconciled, *, provenance: bool = False) -> str:
    """Return a reconciled event as one line of JSON: the event, and its sources with the events as told there."""
    sources = ", ".join(_source(source, provenance=provenance) for source in one.sources)
    return f'{{"event": {dumps(one.event, provenance=provenance)}, "sources": [{sources}]}}'


def _source(source: Source, *, provenance: bool) -> str:
    """Return a source as JSON."""
    told = dumps(source.event, provenance=provenance)
    return f'{{"document": {as_text(source.document)}, "uri": {as_text(source.uri)}, "event": {told}}}'
