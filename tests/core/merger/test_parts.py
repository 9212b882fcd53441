"""Visits contain the meetings, ceremonies and signings of their visitors."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from eventx import Date, Event, Meeting, Participant, Place, Proposal, Signing, Visit
from eventx.merger import parts as parts_of
from eventx.merger.parts import container, travellers, with_parts

DARA = Participant(name="Sok Dara", role="visitor", country="KH")
GUEST = attrs.evolve(DARA, role="guest")
HOST = Participant(name="Anna Berg", role="host", country="NO")
OSLO = Place(name="Oslo", country="NO")
VISIT = Visit(id="v", date=Date("2022-09-05/2022-09-08"), place=Place(name="Norway", country="NO"), participants=(DARA,))
MEETING = Meeting(id="m", date=Date("2022-09-06"), place=OSLO, participants=(HOST, GUEST))


def parts(*events: Event) -> list[str | None]:
    """Return what each event is part of."""
    return [event.part_of for event in with_parts(events)]


def changed(event: Event, **fields: Any) -> Event:
    """Return the event, changed; a date may be written as text."""
    if isinstance(fields.get("date"), str):
        fields["date"] = Date(fields["date"])
    return attrs.evolve(event, **fields)


@pytest.mark.parametrize(
    "event",
    [
        MEETING,
        changed(MEETING, place=None),
        changed(MEETING, date=None),
        changed(MEETING, place=Place(name="the palace")),
        Signing(id="s", date=Date("2022-09-08"), participants=(GUEST,)),
        changed(MEETING, status="planned"),
    ],
)
def test_inside(event: Event) -> None:
    """A visitor takes part, in the visit's days, and the place does not speak against it."""
    assert ["v", None] == parts(event, VISIT)


@pytest.mark.parametrize(
    "event",
    [
        changed(MEETING, date="2022-09-09"),
        changed(MEETING, date="2022-09"),
        changed(MEETING, date=None, status="planned"),
        changed(MEETING, place=Place(name="Phnom Penh", country="KH")),
        changed(MEETING, place=None, participants=(attrs.evolve(HOST, country="SE"), GUEST)),
        changed(MEETING, participants=(HOST,)),
        changed(MEETING, form="phone"),
        changed(MEETING, status="hypothetical"),
        Proposal(id="p", date=Date("2022-09-06"), participants=(GUEST,)),
    ],
)
def test_outside(event: Event) -> None:
    """Another day, place, country or person, a call, and what is no meeting, ceremony or signing is no part."""
    assert [None, None] == parts(VISIT, event)


def test_the_finer_visit_wins() -> None:
    """Of two visits the one told with the shorter stretch is meant; if both are told alike, none is."""
    month, other = changed(VISIT, id="w", date="2022-09"), changed(VISIT, id="w")

    assert ["v", None, None] == parts(MEETING, month, VISIT)
    assert [None, None, None] == parts(MEETING, other, VISIT)


def test_what_is_held_is_no_part_of_what_was_cancelled() -> None:
    """A cancelled visit contains only what was cancelled with it."""
    visit = changed(VISIT, status="cancelled")

    assert [None, "v", None] == parts(MEETING, changed(MEETING, status="cancelled"), visit)


def test_the_reason_is_kept() -> None:
    """The provenance says why."""
    (record,) = with_parts((MEETING, VISIT))[0].provenance

    assert ("part_of", "v", "merger.part_of") == (record.field, record.value, record.rule)
    assert "Sok Dara took part, its date lies in that of the visit" in record.reason


def test_the_reason_without_a_day() -> None:
    """An event without a day belongs to the visit it is told with, and the provenance says so."""
    (record,) = with_parts((changed(MEETING, date=None), VISIT))[0].provenance

    assert "it is told as of that visit's days" in record.reason


def test_a_visit_to_nowhere_told() -> None:
    """A visit whose place is not told contains what its visitor did in its days."""
    assert ["v", None] == parts(MEETING, changed(VISIT, place=None))


@pytest.mark.parametrize(
    ("last", "one_text", "held"), [("2022-10-05", False, True), ("2022-10-06", False, False), ("2022-10-06", True, True)]
)
def test_visits_of_other_documents(last: str, *, one_text: bool, held: bool) -> None:
    """A visit told elsewhere holds what lies in its days if those are no more than a month."""
    visit = changed(VISIT, date=f"2022-09-05/{last}")

    assert held is (container(MEETING, [visit], one_text=one_text) is visit)


@pytest.mark.parametrize(("date", "status"), [(None, "held"), ("2022-09-06", "planned")])
def test_what_another_document_leaves_open(date: str | None, status: str) -> None:
    """In another document a date that is not told may be any; in the same one it is the visit's."""
    event = changed(MEETING, date=date and Date(date), status=status)

    assert VISIT is container(event, [VISIT], one_text=True)
    assert (VISIT if date else None) is container(event, [VISIT], one_text=False)


def test_who_travels() -> None:
    """People travel; where none is named, the bodies do."""
    body = Participant(name="the Port", kind="organisation", role="visitor")

    assert (DARA,) == travellers(changed(VISIT, participants=(body, DARA, HOST)))
    assert (body,) == travellers(changed(VISIT, participants=(body, HOST)))


def test_an_event_is_held_against_the_visits_of_its_people_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a long text of many visits and meetings costs no more a byte than a short one."""
    asked = []
    holds = parts_of._holds  # noqa: SLF001 - counted

    def counted(visit: Event, *given: Any, **named: Any) -> bool:
        asked.append(visit)
        return holds(visit, *given, **named)

    monkeypatch.setattr(parts_of, "_holds", counted)
    people = [Participant(name=f"Person {number}", role="visitor") for number in range(50)]
    visits = [Visit(id=f"visit-{number}", participants=(person,)) for number, person in enumerate(people)]
    meetings = [Meeting(participants=(attrs.evolve(person, role="guest"),)) for person in people]

    found = with_parts([*visits, *meetings])

    assert [visit.id for visit in visits] == [event.part_of for event in found if event.type == "meeting"]
    assert 50 == len(asked)
