"""The model: values that cannot be wrong, cannot change, and can be compared."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from eventx import Document, Event, Meeting, Participant, Proposal, Span
from eventx.model import COMMON, EVENT_TYPES, ROLES, own_fields


@pytest.mark.parametrize(("start", "end", "message"), [(-1, 3, "is negative"), (5, 3, "3 is before Span.start 5")])
def test_spans_that_cannot_be(start: int, end: int, message: str) -> None:
    """A negative or reversed span is refused."""
    with pytest.raises(ValueError, match=message):
        Span(start, end)


def test_spans() -> None:
    """Spans have a length, hold and overlap one another, and sort by offset."""
    assert 3 == len(Span(2, 5))
    assert (True, False) == (Span(2, 5).contains(Span(3, 5)), Span(2, 5).contains(Span(3, 6)))
    assert (True, False, False) == tuple(Span(2, 5).overlaps(Span(*other)) for other in ((4, 9), (5, 9), (0, 2)))
    assert [Span(1, 9), Span(2, 3)] == sorted([Span(2, 3), Span(1, 9)])


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_event_types(kind: type[Event]) -> None:
    """A type has a name, known roles, a docstring and fields with defaults; its instances are values."""
    event = kind()

    assert kind.type == kind.__name__.lower()
    assert set(kind.roles) <= set(ROLES)
    assert kind.__doc__
    assert {event} == {kind()}
    assert tuple(field.name for field in attrs.fields(kind)) == (*COMMON, *(field.name for field in own_fields(kind)))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        event.status = "planned"  # type: ignore[misc]


def test_provenance_is_no_part_of_what_happened() -> None:
    """Two events that tell the same are equal, however they were read."""
    assert Meeting() == Meeting(provenance=("anything",))  # type: ignore[arg-type]
    assert Meeting(participants=(Participant(name="A"),)) != Meeting(participants=(Participant(name="B"),))


@pytest.mark.parametrize(
    ("make", "error", "told"),
    [
        (lambda: Meeting(status="x"), ValueError, "Meeting.status: 'x' is none of held, planned, cancelled, hypothetical"),
        (lambda: Meeting(participants=[]), TypeError, r"Meeting.participants: expected a tuple, got \[\]; write"),
        (lambda: Meeting(date="2022-01-01"), TypeError, "Meeting.date: expected Date, got '2022-01-01'"),
        (lambda: Meeting(place="Hanoi"), TypeError, "Meeting.place: expected Place, got 'Hanoi'"),
        (lambda: Proposal(items="abc"), TypeError, "Proposal.items: expected a tuple, got 'abc'"),
        (lambda: attrs.evolve(Meeting(), status="x"), ValueError, "Meeting.status"),
        (lambda: Meeting(id=5), TypeError, "Meeting.id: expected str, got 5"),
        (lambda: Participant(name=5), TypeError, "Participant.name: expected str, got 5"),
        (lambda: Participant(name="A", kind="dog"), ValueError, "Participant.kind: 'dog' is none of person, organisation"),
        (lambda: Participant(name="A", titles=["Mr"]), TypeError, "Participant.titles: expected a tuple"),
        (lambda: Document("a", id=5), TypeError, "Document.id: expected str, got 5"),
        (lambda: Document("a", language=b"en"), TypeError, "Document.language: expected a code such as 'en', got bytes"),
    ],
)
def test_constructors_reject_what_cannot_be(make: Callable[[], object], error: type[Exception], told: str) -> None:
    """What would only fail when it is written or read back is told where it is given."""
    with pytest.raises(error, match=told):
        make()
