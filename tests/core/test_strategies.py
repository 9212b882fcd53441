"""The Hypothesis strategies: what they draw is valid, and Hypothesis finds them by itself."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventx
from eventx import (
    Contribution,
    Date,
    Document,
    Event,
    Extraction,
    Extractor,
    Meeting,
    Participant,
    Problem,
    Proposal,
    Span,
    Title,
    strategies,
)
from eventx.testing import run_extractor

TYPES = (Span, Date, Title, Participant, Event, Meeting, Proposal, Contribution, Document, Problem, Extraction)


@pytest.mark.parametrize("kind", TYPES)
def test_hypothesis_finds_them_by_type(kind: type[Any]) -> None:
    """`st.from_type` draws valid values of every public type with an invariant."""

    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert isinstance(value, kind)

    check()


def test_hypothesis_registers_them_on_its_import() -> None:
    """A program that imports Hypothesis and eventx only can draw events, without warnings."""
    code = "from hypothesis import find, strategies as st; import eventx; print(find(st.from_type(eventx.Event), lambda _: True))"

    found = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert "Meeting(id='', status='held', date=None" in found.stdout


@given(st.data(), st.integers(0, 50))
def test_spans_lie_in_the_text(data: st.DataObject, length: int) -> None:
    """Spans end where the text does, at the latest."""
    assert length >= data.draw(strategies.spans(length=length)).end


@given(strategies.events(types=(Proposal,)), strategies.participants(roles=("addressee",)))
def test_arguments_say_what_is_drawn(event: Event, person: Participant) -> None:
    """Only the types and roles asked for are drawn."""
    assert (Proposal, "addressee") == (type(event), person.role)
    assert set(event.roles) >= {participant.role for participant in event.participants}


@given(strategies.dates(min_year=2000, max_year=2001, intervals=False))
def test_dates_keep_to_their_years(date: Date) -> None:
    """Dates lie between the years given; no interval is drawn where none is wanted."""
    assert "/" not in date.edtf
    assert date.earliest is None or 2000 <= date.earliest.year <= 2001


@given(strategies.extractors(), strategies.documents())
def test_extractors_keep_the_contract(extractor: Extractor, document: Document) -> None:
    """Drawn extractors declare what they provide and stay inside the text."""
    found = run_extractor(extractor, document)

    assert {item.field for item in found} <= set(extractor.provides)
    assert all(item.span.end <= len(eventx.Document(document.text).text) for item in found)


def test_all_public_names_are_functions() -> None:
    """What the module lists is what it has."""
    assert all(callable(getattr(strategies, name)) and getattr(strategies, name).__doc__ for name in strategies.__all__)
