"""The cattrs converter behind `dumps` and `loads`: how each type stands in JSON.

Apart from `eventx.serialise` because importing cattrs costs as much as all the rest of eventx.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from eventx import contribution as told
from eventx.document import Document
from eventx.edtf import Date
from eventx.extraction import Extraction
from eventx.model import COMMON, Event, Evidence, FieldSource, Participant, Place, Span, Title, own_fields
from eventx.problems import Problem
from eventx.reconciliation import Reconciled, Source
from eventx.strict import expect, short, use_strict_values

Data = dict[str, Any]

TITLE_PARTS = ("office", "organisation", "country")

CODES = ("cameo", "plover")
"""The keys under which an event's codes stand; they are written, not read."""

VALUES: dict[str, type[Any]] = {kind.__name__: kind for kind in (*get_args(told.Value), Span) if attrs.has(kind)}
"""The classes of contributed values, and of what tuples among them may hold, by name; the name stands under ``is``."""


def make_converter(types: Mapping[str, type[Event]], *, full: bool, provenance: bool) -> cattrs.Converter:
    """Return a converter for events of the given types.

    Args:
        types: the event types by name.
        full: write the document's text and all contributions too.
        provenance: write each event's field sources too.

    """
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    use_strict_values(converter)
    _spans(converter)
    _dates(converter)
    _participants(converter)
    _contributions(converter)
    _documents(converter, full=full)
    _events(converter, types, provenance=provenance)
    _extractions(converter, full=full)
    for told_by in (Source, Reconciled):
        # by the event's own type: the declared one is that of all events
        hook = make_dict_unstructure_fn(told_by, converter, event=override(unstruct_hook=converter.unstructure))
        converter.register_unstructure_hook(told_by, hook)
    for kind in (Title, Problem):
        converter.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, converter))
    return converter


# -- the parts of an event ---------------------------------------------------------------------------------------------


def _spans(converter: cattrs.Converter) -> None:
    """Write spans as start and end; evidence carries its span's offsets itself."""
    converter.register_structure_hook(Span, make_dict_structure_fn(Span, converter))
    structure = make_dict_structure_fn(Evidence, converter)

    def write(item: Evidence) -> Data:
        data: Data = {"start": item.span.start, "end": item.span.end, "text": item.text, "rule": item.rule}
        return {**data, "extractor": item.extractor} if item.extractor else data

    def read(value: Any, kind: Any) -> Evidence:
        data = dict(expect(value, dict))
        data["span"] = {key: data.pop(key) for key in ("start", "end") if key in data}
        return structure(data, kind)

    converter.register_unstructure_hook(Evidence, write)
    converter.register_structure_hook(Evidence, read)


def _dates(converter: cattrs.Converter) -> None:
    """Write a date as its EDTF value with the first and last day it may mean; rare parts only where set."""
    structure = make_dict_structure_fn(Date, converter, edtf=override(rename="value"))
    rare = make_dict_unstructure_fn(Date, converter, _cattrs_omit_if_default=True)

    def write(date: Date) -> Data:
        start, end = date.earliest, date.latest
        data: Data = {
            "value": date.edtf,
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "certainty": date.certainty,
        }
        return data | {key: value for key, value in rare(date).items() if key not in ("edtf", "certainty")}

    def read(value: Any, kind: Any) -> Date:
        # start and end follow from the value
        data = {key: item for key, item in expect(value, dict).items() if key not in ("start", "end")}
        return structure(data, kind)

    converter.register_unstructure_hook(Date, write)
    converter.register_structure_hook(Date, read)
    converter.register_unstructure_hook(
        Place, make_dict_unstructure_fn(Place, converter, certainty=override(omit_if_default=True))
    )


def _participants(converter: cattrs.Converter) -> None:
    """Write titles as strings; what was read out of them, and where people are mentioned, stands beside where known."""
    structure = make_dict_structure_fn(Participant, converter)
    spans = converter.get_unstructure_hook(Span)

    def write(person: Participant) -> Data:
        data: Data = {
            "name": person.name,
            "kind": person.kind,
            "role": person.role,
            "titles": [title.text for title in person.titles],
            "country": person.country,
        }
        parts = [{part: getattr(title, part) for part in TITLE_PARTS} for title in person.titles]
        if any(value for part in parts for value in part.values()):
            data["title_parts"] = parts
        if person.mentions:
            data["mentions"] = [spans(span) for span in person.mentions]
        return data

    def read(value: Any, kind: Any) -> Participant:
        data = dict(expect(value, dict))
        texts, parts = data.get("titles", []), data.pop("title_parts", None)
        if parts is not None and len(expect(parts, list)) != len(expect(texts, list)):
            message = f"title_parts: {len(parts)} entries for {len(texts)} titles; give one for each title, or leave it out"
            raise ValueError(message)
        if isinstance(texts, list):
            told = parts or [{}] * len(texts)
            data["titles"] = [{"text": text, **expect(part, dict)} for text, part in zip(texts, told, strict=True)]
        return structure(data, kind)

    converter.register_unstructure_hook(Participant, write)
    converter.register_structure_hook(Participant, read)


def _event_writer(kind: type[Event], converter: cattrs.Converter, *, provenance: bool) -> Callable[[Any], Data]:
    """Return what writes an event of one type: its own fields first, its codes before the evidence."""
    inner = make_dict_unstructure_fn(kind, converter)
    common = [name for name in COMMON if name != "id" and (provenance or name != "provenance")]
    place = common.index("evidence")
    order = [*(field.name for field in own_fields(kind)), *common[:place], *CODES, *common[place:]]

    def write(event: Event) -> Data:
        plover = event.plover
        data = {**inner(event), "cameo": event.cameo, "plover": attrs.asdict(plover) if plover else None}
        if event.part_of is None:
            del data["part_of"]
        return {"id": data["id"], "type": event.type} | {name: data[name] for name in order if name in data}

    return write


def _events(converter: cattrs.Converter, types: Mapping[str, type[Event]], *, provenance: bool) -> None:
    """Write an event's type and the type's own fields first; read events back by their type."""

    def is_event(kind: Any) -> bool:
        return isinstance(kind, type) and issubclass(kind, Event)

    def read(value: Any, _: Any) -> Event:
        data = dict(expect(value, dict))
        if "type" not in data:
            message = f"key 'type' is missing; event types here: {', '.join(types)}"
            raise ValueError(message)
        name = data.pop("type")
        for code in CODES:
            data.pop(code, None)  # they follow from the rest
        if not isinstance(name, str) or name not in types:
            message = f"type: {short(name)} is no event type; there are {', '.join(types)}; pass types=Engine.event_types"
            raise ValueError(message)
        event: Event = structure(types[name])(data, types[name])
        return event

    made: dict[type[Event], Callable[[Any, Any], Any]] = {}

    def structure(kind: type[Event]) -> Callable[[Any, Any], Any]:
        if kind not in made:
            made[kind] = make_dict_structure_fn(kind, converter)
        return made[kind]

    def writer(kind: type[Event], conv: cattrs.Converter) -> Callable[[Any], Data]:
        return _event_writer(kind, conv, provenance=provenance)

    converter.register_unstructure_hook_factory(is_event, writer)
    converter.register_structure_hook_func(is_event, read)
    converter.register_unstructure_hook(FieldSource, make_dict_unstructure_fn(FieldSource, converter))


# -- documents, contributions and the whole ----------------------------------------------------------------------------


def _contributions(converter: cattrs.Converter) -> None:
    """Write contributed values with their class under ``is``; a trigger's fields may hold dates and tuples."""

    def write(value: Any) -> Any:
        if isinstance(value, tuple):
            return [write(item) for item in value]
        data = converter.unstructure(value)
        return {"is": type(value).__name__, **data} if attrs.has(type(value)) else data

    def read(value: Any, _: Any) -> Any:
        if isinstance(value, list):
            return tuple(read(item, _) for item in value)
        if not isinstance(value, dict):
            return value
        data = dict(value)
        name = data.pop("is", None)
        if name not in VALUES:
            message = f"is: {short(name)} is no class of contributed values; there are {', '.join(VALUES)}"
            raise ValueError(message)
        return converter.structure(data, VALUES[name])

    converter.register_structure_hook_func(lambda kind: kind in (object, told.Value), read)
    converter.register_unstructure_hook_func(lambda kind: kind in (object, told.Value), write)
    for kind in (told.Slot, told.PlaceMention):
        converter.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, converter))


def _documents(converter: cattrs.Converter, *, full: bool) -> None:
    """Write a document without its text, unless the whole is wanted."""
    structure = make_dict_structure_fn(Document, converter)

    def write(document: Document) -> Data:
        data: Data = {
            "id": document.id,
            "language": document.language,
            "published": document.published.isoformat() if document.published else None,
            "title": document.title,
            "uri": document.uri,
        }
        return {**data, "text": document.text} if full else data

    def read(value: Any, kind: Any) -> Document:
        return structure({"text": "", **expect(value, dict)}, kind)

    converter.register_unstructure_hook(Document, write)
    converter.register_structure_hook(Document, read)


def _extractions(converter: cattrs.Converter, *, full: bool) -> None:
    """Write a document's line: the document, its events and problems, and all contributions if the whole is wanted."""
    structure = make_dict_structure_fn(Extraction, converter)

    def write(extraction: Extraction) -> Data:
        data: Data = {
            "document": converter.unstructure(extraction.document),
            "events": [converter.unstructure(event) for event in extraction.events],
            "problems": [converter.unstructure(problem) for problem in extraction.problems],
        }
        if full:
            data["contributions"] = [converter.unstructure(item) for item in extraction.contributions]
        return data

    converter.register_unstructure_hook(Extraction, write)
    converter.register_structure_hook(Extraction, structure)
