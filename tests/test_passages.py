"""Passages with all that is made of them by the built-in extractors and the merger: who, in which role, when, where, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eventx import Date, Engine, Event
from eventx.model import own_fields
from eventx.testing import Case, load_cases

CASES = Path(__file__).parent / "cases" / "passages"
ALL = [case for path in sorted(CASES.glob("*.toml")) for case in load_cases(path, language=path.stem)]


def described(event: Event, text: str) -> dict[str, Any]:
    """Return an event as the case files write it; what is not told, or is as most often, is left out."""
    place, date = event.place, event.date
    told: dict[str, Any] = {"type": event.type}
    if event.status != "held":
        told["status"] = event.status
    if date is not None:
        told["date"] = date.edtf if date.certainty == "stated" else f"{date.edtf} (implied)"
    if place is not None:
        told["place"] = f"{place.name}, {place.country}" + ("" if place.certainty == "stated" else " (implied)")
    told["people"] = [
        f"{person.role}: {' | '.join([*(title.text for title in person.titles), person.name])}"
        + (f", {person.country}" if person.country else "")
        + (f" x{len(person.mentions)}" if len(person.mentions) > 1 else "")
        for person in event.participants
    ]
    for field in own_fields(type(event)):
        value = getattr(event, field.name)
        if value is not None and value != ():
            told[field.name] = str(value) if isinstance(value, Date) else list(value) if isinstance(value, tuple) else value
    mentions = [span for person in event.participants for span in person.mentions]
    told["from"] = [text[e.span.start : e.span.end] for e in event.evidence if not any(map(e.span.overlaps, mentions))]
    lost = [f"{item.field}: {item.value}" for item in event.provenance if not item.won]
    if lost:
        told["lost"] = lost
    return told


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the Engine with the built-in plugins."""
    return Engine(on_error="raise")


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.rule}")
def test_passage(engine: Engine, case: Case) -> None:
    """The events of a passage are those of the case, with all they tell."""
    assert list(case.expect) == [described(event, case.text) for event in engine.extract(case.document).events]
