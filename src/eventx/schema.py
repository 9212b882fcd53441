"""The JSON Schema of a line of output, generated from the types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from eventx.codes import Plover
from eventx.converter import CODES, TITLE_PARTS
from eventx.edtf import Date
from eventx.model import EVENT_TYPES, Event, Evidence, FieldSource, Participant, Place, Span, Title, own_fields
from eventx.problems import Problem
from eventx.reconciliation import Source

Data = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PARTS: tuple[type[Any], ...] = (Date, Place, Participant, Evidence, FieldSource, Plover, Span, Title, Problem)
_SCALARS: dict[Any, Data] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    dt.date: {"type": "string", "format": "date"},
}
_COUNTRY: Data = {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"}


def schema(types: Mapping[str, type[Event]] | None = None) -> Data:
    """Return the JSON Schema (2020-12) of what ``eventx extract --format jsonl`` prints for one document.

    Args:
        types: the event types by name, if plugins have added some: ``Engine.event_types``.

    """
    return {
        "$schema": _DIALECT,
        "title": "eventx: the events of one document",
        "type": "object",
        "properties": {
            "document": _document(),
            "events": {"type": "array", "items": _any_event(types)},
            "problems": {"type": "array", "items": {"$ref": "#/$defs/problem"}},
            "contributions": {"type": "array", "description": "written with full=True only"},
        },
        "required": ["document", "events", "problems"],
        "additionalProperties": False,
        "$defs": _definitions(types),
    }


def reconciled_schema(types: Mapping[str, type[Event]] | None = None) -> Data:
    """Return the JSON Schema (2020-12) of what ``eventx extract --reconcile --format jsonl`` prints for one event.

    Args:
        types: the event types by name, if plugins have added some: ``Engine.event_types``.

    """
    text = _type_schema(str | None)
    source = {"document": {**text, "description": "the document's id"}, "uri": text, "event": _any_event(types)}
    return {
        "$schema": _DIALECT,
        "title": "eventx: one event with all that told of it",
        "type": "object",
        "properties": {
            "event": _any_event(types),
            "sources": {"type": "array", "items": _object(Source, source), "minItems": 1},
        },
        "required": ["event", "sources"],
        "additionalProperties": False,
        "$defs": _definitions(types),
    }


def _kinds(types: Mapping[str, type[Event]] | None) -> Mapping[str, type[Event]]:
    """Return the event types by name, the built-in ones if none are given."""
    return types or {kind.type: kind for kind in EVENT_TYPES}


def _any_event(types: Mapping[str, type[Event]] | None) -> Data:
    """Return the schema of an event of any type."""
    return {"oneOf": [{"$ref": f"#/$defs/event-{name}"} for name in _kinds(types)]}


def _definitions(types: Mapping[str, type[Event]] | None) -> Data:
    """Return the schemas of the event types and of what they are made of."""
    definitions = {kind.__name__.lower(): part(kind) for kind in _PARTS if kind is not Title}
    return definitions | {f"event-{name}": _event(name, kind) for name, kind in _kinds(types).items()}


def _type_schema(kind: Any) -> Data:
    """Return the schema of a field's type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, UnionType):
        options = [_type_schema(option) for option in arguments if option is not NoneType]
        return {"anyOf": [*options, {"type": "null"}]} if NoneType in arguments else {"anyOf": options}
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return {"type": "array", "items": _type_schema(arguments[0])}
    if origin is tuple:
        items = [_type_schema(item) for item in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if kind in _PARTS:
        return {"$ref": f"#/$defs/{kind.__name__.lower()}"}
    return dict(_SCALARS.get(kind, {}))


def part(kind: type[Any]) -> Data:
    """Return the schema of one of the classes an event is made of, as it stands in JSON."""
    attrs.resolve_types(kind)
    data = {field.name: _type_schema(field.type) for field in attrs.fields(kind)}
    if "country" in data:
        data["country"] = _COUNTRY
    if kind is Date:
        day = {"type": ["string", "null"], "format": "date", "description": "the first or last solar day that may be meant"}
        value = {"type": "string", "description": "EDTF (ISO 8601-2), e.g. 2022-09-05, 2022-10, XXXX-09-25; in the calendar told"}
        del data["edtf"]
        rare = tuple(name for name in data if name != "certainty")
        return _object(kind, {"value": value, "start": day, "end": day, **data}, rare=rare)
    if kind is Place:
        return _object(kind, data, rare=("certainty",))
    if kind is Participant:
        parts = {name: _type_schema(str | None) for name in TITLE_PARTS}
        titles = {"type": "array", "items": {"type": "string"}}
        one = {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
        told = {"type": "array", "items": one, "description": "what was read out of each title, in the order of titles"}
        return _object(kind, {**data, "titles": titles, "title_parts": told}, rare=("title_parts", "mentions"))
    if kind is Evidence:
        del data["span"]
        offset = {"type": "integer", "minimum": 0, "description": "code points into the text as given"}
        return _object(kind, {"start": offset, "end": offset, **data}, rare=("extractor",))
    return _object(kind, data)


def _object(kind: type[Any], properties: Data, *, rare: tuple[str, ...] = ()) -> Data:
    """Return an object schema in which all properties but the `rare` ones are required."""
    return {
        "description": (kind.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in rare],
        "additionalProperties": False,
    }


def _event(name: str, kind: type[Event]) -> Data:
    """Return the schema of one event type."""
    attrs.resolve_types(Event)
    attrs.resolve_types(kind)
    common = {field.name: _type_schema(field.type) for field in attrs.fields(Event)}
    own = {field.name: _type_schema(field.type) for field in own_fields(kind)}
    codes = {
        "cameo": {**_type_schema(str | None), "pattern": "^[0-9]{3,4}$", "description": "code in CAMEO"},
        "plover": {**_type_schema(Plover | None), "description": "type, mode and contexts in PLOVER"},
    }
    common["part_of"] = {**common["part_of"], "description": "the id of the event this one belongs to"}
    properties = {"id": common.pop("id"), "type": {"const": name}, **own, **common, **codes}
    return _object(kind, properties, rare=("provenance", "part_of", *CODES))


def _document() -> Data:
    """Return the schema of the document's part of a line."""
    text = _type_schema(str | None)
    properties = {
        "id": {**text, "description": "as the input names it, else the file's stem"},
        "language": {**text, "description": "ISO 639-1"},
        "published": {"type": ["string", "null"], "format": "date"},
        "title": text,
        "uri": {**text, "description": "as the input names it, else the file's path as given"},
        "text": {"type": "string", "description": "written with full=True only"},
    }
    required = [name for name in properties if name != "text"]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
