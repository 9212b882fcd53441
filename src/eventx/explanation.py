"""Why an event says what it says: which plugin, rule and span won each field, and how far silent sentences got."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trigger
from eventx.document import Document
from eventx.edtf import Date, shown
from eventx.engine import Engine, default_engine
from eventx.extraction import Extraction
from eventx.fitting import is_type
from eventx.model import Event, FieldSource, Span, own_fields
from eventx.problems import nearest

_SHOWN = 160


@attrs.frozen(kw_only=True)
class Silence:
    """A sentence from which no event was read, and how far it got.

    Args:
        span: the sentence.
        contributions: what the extractors read in it.
        reason: where it stopped, in words.

    """

    span: Span
    contributions: tuple[Contribution, ...]
    reason: str


@attrs.frozen(kw_only=True)
class Explanation:
    """What was found in a document and why; ``str()`` of it is the report that ``eventx explain`` prints.

    Args:
        extraction: the document, its events with their `provenance`, the contributions and problems.
        silences: the sentences that gave no event, in order.

    """

    extraction: Extraction
    silences: tuple[Silence, ...]

    def __str__(self) -> str:
        """Return the report."""
        return "\n".join(_report(self))


def explain(text: str | Document, *, engine: Engine | None = None) -> Explanation:
    """Return why each field of each event of a text is what it is, and why the other sentences gave none.

    Args:
        text: a text or a document.
        engine: the Engine to ask; every installed plugin if not given.

    """
    asked = engine or default_engine()
    extraction = asked.extract(text)
    return Explanation(extraction=extraction, silences=tuple(_silences(extraction, asked.event_types)))


# -- sentences that gave nothing ---------------------------------------------------------------------------------------


def _silences(extraction: Extraction, types: Mapping[str, type[Event]]) -> Iterator[Silence]:
    """Yield the sentences in which no trigger became an event."""
    used = {(item.span, item.rule) for event in extraction.events for item in event.evidence}
    for sentence in extraction.document.sentences:
        inside = _starting_in(sentence, extraction.contributions)
        triggers = [item for item in inside if isinstance(item.value, Trigger)]
        if not any((item.span, item.rule) in used for item in triggers):
            yield Silence(span=sentence, contributions=inside, reason=_reason(triggers, inside, types))


def _starting_in(span: Span, contributions: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
    """Return the contributions, which are in the order of the text, that start inside a span."""
    start, end = (bisect_left(contributions, offset, key=lambda item: item.span.start) for offset in (span.start, span.end))
    return contributions[start:end]


def _reason(triggers: list[Contribution], inside: tuple[Contribution, ...], types: Mapping[str, type[Event]]) -> str:
    """Return where a sentence stopped on its way to an event."""
    if not inside:
        return "no rule read anything here"
    if not triggers:
        return "no trigger: no rule found words that tell of an event"
    names = {item.value.type for item in triggers if isinstance(item.value, Trigger)}
    if not any(is_type(name, types) for name in names):
        told = " and ".join(f"{name!r}{nearest(name, types)}" for name in sorted(names))
        return f"there is no event type {told}, so its trigger is left out"
    if all(isinstance(item.value, Trigger) and item.value.status == "hypothetical" for item in triggers):
        return "told as hypothetical, so it is left out unless hypothetical events are asked for (--hypothetical)"
    return "a trigger, but no event: what its slots found was too little, or another event took it in"


# -- the report --------------------------------------------------------------------------------------------------------


def _report(explanation: Explanation) -> Iterator[str]:
    """Yield the lines of the report."""
    extraction = explanation.extraction
    document = extraction.document
    yield f"{document.id or 'text'}: language {document.lang}, published {document.published or 'unknown'}"
    triggers = {(item.span, item.rule): item for item in extraction.contributions if isinstance(item.value, Trigger)}
    for event in extraction.events:
        yield ""
        yield from _event(event, document)
        told = [triggers[key] for item in event.evidence if (key := (item.span, item.rule)) in triggers]
        yield from _unfilled(event, told, document, extraction.contributions)
    if not extraction.events:
        yield ""
        yield "no events"
    for problem in extraction.problems:
        yield f"problem: {problem}"
    if explanation.silences:
        yield ""
        yield "sentences that gave no event"
    for silence in explanation.silences:
        yield ""
        yield from _silence(silence, document, extraction.contributions)


def _event(event: Event, document: Document) -> Iterator[str]:
    """Yield an event, its fields, and under each field the candidates that won and lost."""
    yield f"{event.id} ({event.status})"
    sources: dict[str, list[FieldSource]] = {}
    for source in event.provenance:
        sources.setdefault(source.field, []).append(source)
    values: dict[str, Any] = {"type": event.type, "date": event.date, "place": event.place.name if event.place else None}
    if "status" in sources:
        values["status"] = event.status
    values |= {field.name: getattr(event, field.name) for field in own_fields(type(event))}
    values |= {"part_of": event.part_of, "cameo": event.cameo, "plover": event.plover}
    values["participants"] = tuple(f"{person.name} ({person.role})" for person in event.participants)
    for field in dict.fromkeys(["type", *values, *sources]):
        value, told = values.get(field), sources.get(field, [])
        if value in (None, ()) and not told:
            continue
        if field in values:
            yield f"  {field}: {_value(value)}"
        else:
            yield f"  {field}"
        for source in told:
            yield f"    {'won ' if source.won else 'lost'}  {_source(source, document)}"


def _unfilled(
    event: Event, triggers: Iterable[Contribution], document: Document, contributions: tuple[Contribution, ...]
) -> Iterator[str]:
    """Yield the slots of an event's triggers that nobody fills, and what stands where they looked."""
    filled = {person.role for person in event.participants}
    filled |= {name for name, value in (("date", event.date), ("place", event.place)) if value is not None}
    for item in triggers:
        slots = item.value.slots if isinstance(item.value, Trigger) else ()
        empty = {slot.role: slot for slot in slots if slot.role not in filled}
        for role, slot in empty.items():
            yield f"  unfilled: {role} of {_words(document, item.span)}: {_slot(slot, document, contributions)}"


def _value(value: Any) -> str:
    """Return a field's value as short text."""
    if value in (None, ()):
        return "none"
    if isinstance(value, Date):
        return f"{shown(value)} ({value.certainty})"
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _source(source: FieldSource, document: Document) -> str:
    """Return one candidate: its value, words, place in the text, rule, plugin and reason."""
    where = f" {_words(document, source.span)}" if source.span else ""
    by = f"{source.rule} ({source.extractor})" if source.extractor else source.rule
    return f"{source.value}{where} by {by}" + (f": {source.reason}" if source.reason else "")


def _words(document: Document, span: Span) -> str:
    """Return the words of a span and its offsets: ``“received” 12-20``."""
    text = " ".join(document.slice(span).split())
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}” {span.start}-{span.end}"


def _silence(silence: Silence, document: Document, contributions: tuple[Contribution, ...]) -> Iterator[str]:
    """Yield a sentence, where it stopped, and what was read in it."""
    yield f"  {_words(document, silence.span)}"
    yield f"    {silence.reason}"
    for item in silence.contributions:
        yield f"    {item.field}: {_contributed(item.value)} {_words(document, item.span)} by {item.rule} ({item.extractor})"
        if isinstance(item.value, Trigger):
            for slot in item.value.slots:
                yield f"      {slot.role}: {_slot(slot, document, contributions)}"


def _contributed(value: object) -> str:
    """Return what a contribution says, as short text."""
    if isinstance(value, Mention):
        return " ".join(filter(None, (value.reference, value.kind, value.name, value.role, value.country)))
    if isinstance(value, PlaceMention):
        return " ".join(filter(None, (value.kind, value.name, value.country)))
    if isinstance(value, Trigger):
        fields = "".join(f", {name} {_value(field)}" for name, field in value.fields)
        return f"{value.type} ({value.status}{fields})"
    return _value(value)


def _slot(slot: Slot, document: Document, contributions: tuple[Contribution, ...]) -> str:
    """Return what stands in a slot's windows that may fill it."""
    wanted = {"date": "date", "place": "place"}.get(slot.role, "mention")
    found = [
        f"“{document.slice(item.span)}”"
        for window in slot.spans
        for item in _starting_in(window, contributions)
        if item.field == wanted and window.contains(item.span)
    ]
    if found:
        return "; ".join(dict.fromkeys(found))
    return "nothing found" + (" here; whom the text speaks of may fill it" if slot.carry else "")
