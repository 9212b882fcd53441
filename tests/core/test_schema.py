"""The JSON Schema describes what is written, no more and no less."""

from __future__ import annotations

import json
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given

from eventx import Date, Event, Extraction, Meeting, dumps
from eventx.model import EVENT_TYPES
from eventx.schema import schema
from eventx.strategies import events, extractions

VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_it_is_a_schema_of_2020_12() -> None:
    """The schema itself is valid and says which draft it speaks."""
    jsonschema.Draft202012Validator.check_schema(schema())

    assert "https://json-schema.org/draft/2020-12/schema" == schema()["$schema"]


@given(extractions())
def test_lines_are_valid(extraction: Extraction) -> None:
    """Whatever is written, lean or whole, is valid."""
    VALIDATOR.validate(json.loads(dumps(extraction)))
    VALIDATOR.validate(json.loads(dumps(extraction, full=True)))


def line(**event: Any) -> dict[str, Any]:
    """Return a line with one meeting, changed."""
    document = {"id": None, "language": None, "published": None, "title": None, "uri": None}
    return {"document": document, "events": [json.loads(dumps(Meeting())) | event], "problems": []}


@pytest.mark.parametrize(
    "change",
    [{"type": "gathering"}, {"form": 3}, {"date": "2022"}, {"years": 5}, {"status": "over"}, {"place": {"name": "Hanoi"}}],
)
def test_wrong_events_are_not_valid(change: dict[str, Any]) -> None:
    """An unknown type, a wrong value, a key of another type or a missing key is refused."""
    assert VALIDATOR.is_valid(line())
    assert not VALIDATOR.is_valid(line(**change))


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_every_field_of_every_type_is_there(kind: type[Event]) -> None:
    """The schema of an event type has the fields of its class, and its codes."""
    properties = schema()["$defs"][f"event-{kind.type}"]["properties"]

    assert {"type", "cameo", "plover", *(field.name for field in attrs.fields(kind))} == set(properties)


@attrs.frozen(kw_only=True)
class Summit(Event):
    """Heads of state sit together."""

    type = "summit"
    agenda: tuple[str, ...] = ()
    next: Date | None = None
    rounds: tuple[tuple[str, int], ...] = ()
    share: float = 0.5
    public: bool = True
    level: str | int = 1


SUMMITS = jsonschema.Draft202012Validator(schema({"summit": Summit}))


@given(events(types=(Summit,)))
def test_types_of_plugins(event: Event) -> None:
    """A plugin's type is described from its class, docstring included."""
    SUMMITS.validate(line() | {"events": [json.loads(dumps(event))]})


def test_docstrings_are_descriptions() -> None:
    """What a type's docstring says first, its schema says."""
    assert "Heads of state sit together." == SUMMITS.schema["$defs"]["event-summit"]["description"]
