"""Events of public record, told in our own words as several outlets told them: what is reconciled, and what is kept apart."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from eventx import Document, Engine, Extraction, reconcile

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "reports.toml").read_text("utf-8"))["case"]
BY_NAME = {case["name"]: case for case in CASES}


@lru_cache(maxsize=1)
def engine() -> Engine:
    """Return an Engine with the built-in plugins."""
    return Engine()


def read(reports: Sequence[Sequence[str]]) -> list[Extraction]:
    """Return what is read in reports, each a language, a day of publication and a text."""
    return [
        engine().extract(Document(text, id=f"d{number:02}", language=language, published=published))
        for number, (language, published, text) in enumerate(reports)
    ]


def test_there_are_ten_of_each() -> None:
    """There are at least ten events told several times, and ten groups of events that look alike."""
    counts = [sum(case["one"] is one for case in CASES) for one in (True, False)]

    assert min(counts) >= 10
    assert len(BY_NAME) == len(CASES)


@pytest.mark.parametrize("name", [case["name"] for case in CASES if case["one"]])
def test_reports_of_one_event(name: str) -> None:
    """All reports of the event are its sources."""
    case = BY_NAME[name]
    found = [one for one in reconcile(read(case["reports"])) if one.event.type == case["type"]]

    names = [f"d{number:02}" for number in range(len(case["reports"]))]
    assert [names] == [[source.document for source in one.sources] for one in found]


@pytest.mark.parametrize("name", [case["name"] for case in CASES if not case["one"]])
def test_reports_of_events_that_look_alike(name: str) -> None:
    """Each report is the source of an event of its own."""
    case = BY_NAME[name]
    found = [one for one in reconcile(read(case["reports"])) if one.event.type == case["type"]]

    assert [1] * len(case["reports"]) == [len(one.sources) for one in found]


def test_the_order_of_reports_changes_nothing() -> None:
    """All reports of all cases at once, in either order, come to the same events."""
    found = read([report for case in CASES for report in case["reports"]])

    assert reconcile(found) == reconcile(reversed(found))


def test_a_visit_contains_what_other_reports_tell() -> None:
    """The talks of one report are part of the visit that another tells of, in another language."""
    talks = BY_NAME["talks in Hanoi, the Chinese guest in English and in Sino-Vietnamese"]["reports"][0]
    visit = BY_NAME["a state visit, by its stretch, by its first day and as planned"]["reports"][2]
    events = {one.event.type: one.event for one in reconcile(read([talks, visit]))}

    assert events["visit"].id == events["meeting"].part_of
