"""Sentences with the events that all built-in extractors and the merger read in them, together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from eventx import Engine, Event
from eventx.merger import merge
from eventx.normal_form import normalise
from eventx.testing import Case, load_cases, seed_documents

CASES = Path(__file__).parent / "cases" / "events"
ALL = [case for path in sorted(CASES.glob("*.toml")) for case in load_cases(path, language=path.stem)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the Engine with the built-in plugins."""
    return Engine()


def _told(event: Event) -> Mapping[str, Any]:
    """Return an event as the case files write it."""
    told: dict[str, Any] = {"type": event.type, "people": [p.name for p in event.participants if p.kind == "person"]}
    return told if event.status == "held" else {**told, "status": event.status}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.line}-{case.rule}")
def test_events(engine: Engine, case: Case) -> None:
    """The events are those of the case, with their people, and places and dates if it names any; nothing where none is told."""
    told = []
    for event in engine.extract(case.document).events:
        row = dict(_told(event))
        if any("place" in expected for expected in case.expect):
            row["place"] = event.place.name if event.place else ""
        if any("date" in expected for expected in case.expect):
            row["date"] = str(event.date or "")
        told.append(row)
    assert list(case.expect) == told


def test_names_of_rules_change_nothing(engine: Engine) -> None:
    """The merger knows no rule of the built-in plugins: under any other name each gives the same events."""

    def nameless(event: Event) -> Event:
        return attrs.evolve(event, evidence=tuple(attrs.evolve(item, rule="") for item in event.evidence))

    for document in [*(case.document for case in ALL), *seed_documents()]:
        extraction = engine.extract(attrs.evolve(document, text=normalise(document.text)[0]))
        renamed = [attrs.evolve(item, rule=item.rule[::-1]) for item in extraction.contributions]
        events = merge(extraction.document, renamed, types=engine.event_types)
        assert [*map(nameless, extraction.events)] == [nameless(event) for event in events if event.status != "hypothetical"]


def test_some_are_silent() -> None:
    """Enough of the cases are there to find nothing in."""
    silent = [case for case in ALL if not case.expect]
    assert 10 * len(silent) >= len(ALL)
