"""Sentences with the events that all built-in extractors and the merger read in them, together."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from eventx import Engine, Event
from eventx.testing import Case, load_cases

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


def test_some_are_silent() -> None:
    """Enough of the cases are there to find nothing in."""
    silent = [case for case in ALL if not case.expect]
    assert 10 * len(silent) >= len(ALL)
