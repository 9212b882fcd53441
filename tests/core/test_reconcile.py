"""One event told in several documents: what is one, what is kept apart, what becomes of it, and the laws."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import (
    Anniversary,
    Ceremony,
    Conference,
    Date,
    Document,
    Event,
    Evidence,
    Extraction,
    Meeting,
    Participant,
    Place,
    Proposal,
    Reconciled,
    Signing,
    Span,
    Title,
    Visit,
    reconcile,
)
from eventx.strategies import extractions


def people(*told: str) -> tuple[Participant, ...]:
    """Return people written "Name/role/country"; a name in brackets is that of a body."""
    found = []
    for one in told:
        name, role, country = [*one.split("/"), "", ""][:3]
        kind: Any = "organisation" if name.startswith("[") else "person"
        found.append(Participant(name=name.strip("[]"), kind=kind, role=role or "participant", country=country or None))
    return tuple(found)


def told(kind: type[Event], date: str | None, *who: str, place: str = "", **fields: Any) -> Event:
    """Return an event; a place is written "Name/country"."""
    name, _, country = place.partition("/")
    return kind(
        date=Date(date) if date else None,
        participants=people(*who),
        place=Place(name=name, country=country or None) if place else None,
        **fields,
    )


def reports(*events: Event) -> list[Extraction]:
    """Return each event in a document of its own."""
    return [Extraction(document=Document("", id=f"d{number}"), events=(event,)) for number, event in enumerate(events)]


M, V, C, F, S, A, P = Meeting, Visit, Conference, Ceremony, Signing, Anniversary, Proposal

ONE = {
    "accents": [
        told(M, "2022-09-05", "Trần Văn Ánh/host/VN", "Sok Dara/guest/KH"),
        told(M, "2022-09-05", "Tran Van Anh", "Sok Dara"),
    ],
    "order of names": [told(M, "2022-09-05", "Li Xiaohua", "Trần Văn Ánh"), told(M, "2022-09-05", "Xiaohua Li", "Tran Van Anh")],
    "month completes": [told(M, "2022-09", "Anna Berg", "Sok Dara"), told(M, "2022-09-05", "Anna Berg", "Sok Dara")],
    "no year": [told(M, "XXXX-09-05", "Anna Berg", "Sok Dara"), told(M, "2022-09-05", "Anna Berg", "Sok Dara")],
    "more people, three reports": [
        told(M, "2022-09-05", "Anna Berg", "Sok Dara"),
        told(M, "2022-09-05", "Anna Berg", "Sok Dara", "Lê Hoa", form="talks"),
        told(M, "2022-09-05", "Le Hoa", "Sok Dara", form="reception"),
    ],
    "lists that differ": [
        told(M, "2022-09-05", "Anna Berg/host/NO", "Sok Dara/guest/KH", "Ola Vik"),
        told(M, "2022-09-05", "Anna Berg/host/NO", "Sok Dara/guest/KH", "Kim Lee"),
    ],
    "planned, then held": [
        told(M, "2022-09-05", "Anna Berg", "Sok Dara", status="planned"),
        told(M, "2022-09-05", "Anna Berg", "Sok Dara"),
    ],
    "visit and a day of it": [
        told(V, "2022-09-05/2022-09-08", "Sok Dara/visitor", place="Vietnam/VN"),
        told(V, "2022-09-05", "Sok Dara/visitor", place="Hà Nội/VN"),
        told(V, "2022-09", "Dara Sok/visitor"),
    ],
    "conference by its name": [
        told(C, "2022-09-05/2022-09-06", name="Mekong Water Forum", place="Vientiane/LA"),
        told(C, "2022-09-05", name="the fourth Mekong Water Forum", edition=4),
    ],
    "ceremony": [
        told(F, "2022-09-05", "Anna Berg", form="opening"),
        told(F, "2022-09-05", "Anna Berg", "Sok Dara", form="opening"),
    ],
    "signing": [
        told(S, "2022-09-05", "Anna Berg/signatory", "Sok Dara/signatory", documents=("a memorandum on fish",)),
        told(S, "2022-09-05", "Anna Berg/signatory", "Sok Dara/signatory"),
    ],
    "anniversary in other words": [
        told(A, "2022-06-24", years=55, of="diplomatic relations between Vietnam and Cambodia"),
        told(A, "2022", years=55, of="Cambodia-Vietnam diplomatic ties"),
    ],
    "anniversary in two languages": [
        told(A, "2022", years=55, of="Vietnam-Cambodia diplomatic relations", since=Date("1967-06-24")),
        told(A, None, years=55, of="Ngày thiết lập quan hệ ngoại giao Việt Nam - Campuchia", since=Date("1967-06-24")),
    ],
    "proposal": [
        told(P, "2022-09-05", "Anna Berg/proposer", items=("open a direct flight", "train more nurses")),
        told(P, "2022-09-05", "Anna Berg/proposer", "Sok Dara/addressee", items=("open a direct flight",)),
    ],
}

APART = {
    "a day later": [told(M, "2022-09-05", "Anna Berg", "Sok Dara"), told(M, "2022-09-06", "Anna Berg", "Sok Dara")],
    "other people": [told(M, "2022-09-05", "Anna Berg", "Sok Dara"), told(M, "2022-09-05", "Anna Berg", "Sok Rith")],
    "a delegation of one country with others": [
        told(M, "2022-09-05", "Anna Berg//NO", "Ola Vik//NO", "Sok Dara//KH"),
        told(M, "2022-09-05", "Anna Berg//NO", "Ola Vik//NO", "Kim Lee//KR"),
    ],
    "a call and a meeting": [
        told(M, "2022-09-05", "Anna Berg", "Sok Dara", form="phone"),
        told(M, "2022-09-05", "Anna Berg", "Sok Dara", form="talks"),
    ],
    "one of them alone": [told(M, "2022-09-05", "Anna Berg"), told(M, "2022-09-05", "Anna Berg", "Sok Dara")],
    "no date": [told(M, None, "Anna Berg", "Sok Dara"), told(M, "2022-09-05", "Anna Berg", "Sok Dara")],
    "only a year": [told(M, "2022", "Anna Berg", "Sok Dara"), told(M, "2022-09-05", "Anna Berg", "Sok Dara")],
    "if they meet": [
        told(M, "2022-09-05", "Anna Berg", "Sok Dara", status="hypothetical"),
        told(M, "2022-09-05", "Anna Berg", "Sok Dara"),
    ],
    "lunar and solar": [
        attrs.evolve(told(M, "2022-09-05", "Anna Berg", "Sok Dara"), date=Date("2022-09-05", calendar="lunar")),
        told(M, "2022-09-05", "Anna Berg", "Sok Dara"),
    ],
    "other country visited": [
        told(V, "2022-09-05", "Sok Dara/visitor", place="Hà Nội/VN"),
        told(V, "2022-09-05", "Sok Dara/visitor", place="Vientiane/LA"),
    ],
    "other type": [told(M, "2022-09-05", "Anna Berg", "Sok Dara"), told(S, "2022-09-05", "Anna Berg", "Sok Dara")],
    "other edition": [
        told(C, "2022-09-05", name="Mekong Water Forum", edition=4),
        told(C, "2022-09-05", name="Mekong Water Forum", edition=5),
    ],
    "other form of ceremony": [
        told(F, "2022-09-05", "Anna Berg", form="opening"),
        told(F, "2022-09-05", "Anna Berg", form="award"),
    ],
    "as many years of another thing": [
        told(A, "2022-06-24", years=55, of="diplomatic relations between Vietnam and Cambodia"),
        told(A, "2022-06-24", years=55, of="diplomatic relations between Vietnam and Laos"),
    ],
    "other years of the same": [
        told(A, "2022-06-24", years=55, of="Vietnam-Cambodia relations"),
        told(A, "2022-06-24", years=45, of="Vietnam-Cambodia relations"),
    ],
    "other requests": [
        told(P, "2022-09-05", "Anna Berg/proposer", items=("open a direct flight",)),
        told(P, "2022-09-05", "Anna Berg/proposer", items=("train more nurses",)),
    ],
    "one name of a common kind": [
        told(M, "2022-09-05", "Nguyễn An", "Sok Dara"),
        told(M, "2022-09-05", "Nguyễn Bình", "Sok Dara"),
    ],
}


@pytest.mark.parametrize("case", ONE)
def test_one_event(case: str) -> None:
    """Reports of one event become one, with all their documents."""
    events = ONE[case]
    found = reconcile(reports(*events))

    assert [[f"d{number}" for number in range(len(events))]] == [[source.document for source in one.sources] for one in found]


@pytest.mark.parametrize("case", APART)
def test_near_miss(case: str) -> None:
    """Events that only look alike stay apart."""
    assert len(APART[case]) == len(reconcile(reports(*APART[case])))


def test_a_report_that_fits_two_events_joins_none() -> None:
    """A month does not tell which of two days is meant, and does not draw them together."""
    days = [told(M, date, "Anna Berg", "Sok Dara") for date in ("2022-09-05", "2022-09-06", "2022-09")]

    assert 3 == len(reconcile(reports(*days)))


def test_a_third_report_does_not_join_what_contradicts() -> None:
    """A visit whose goal is not told does not make one of two visits to different countries."""
    told_goals = [told(V, "2022-09-05/2022-09-09", "Sok Dara/visitor")]
    told_goals += [told(V, "2022-09-06", "Sok Dara/visitor", place=place) for place in ("Hà Nội/VN", "Vientiane/LA")]

    assert [1, 2] == sorted(len(one.sources) for one in reconcile(reports(*told_goals)))


def test_reports_complete_each_other() -> None:
    """The day comes from one report, a title, a country and the place from another; the fullest name with its marks wins."""
    title = Title(text="Minister of Fish", office="Minister")
    first = told(M, "2022-09", "Tran Van Anh", "Sok Dara", place="Hà Nội/VN", status="planned")
    second = Meeting(
        date=Date("2022-09-05"),
        participants=(Participant(name="Trần Văn Ánh", role="host", titles=(title,), country="VN"), *people("Sok Dara/guest/KH")),
        form="talks",
    )
    (one,) = reconcile(reports(first, second))

    assert ("held", "2022-09-05", "Hà Nội", "talks") == (
        one.event.status,
        str(one.event.date),
        one.event.place and one.event.place.name,
        getattr(one.event, "form", None),
    )
    host = next(person for person in one.event.participants if person.role == "host")
    assert ("Trần Văn Ánh", "VN", (title,)) == (host.name, host.country, host.titles)


def test_contradictions_are_kept() -> None:
    """What lost is told in the provenance, with the documents that said so."""
    places = [told(M, "2022-09-05", "Anna Berg", "Sok Dara", place=place) for place in ("Oslo/NO", "Oslo/NO", "Bergen/NO")]
    (one,) = reconcile(reports(*places))
    found = [(record.value, record.won, record.reason) for record in one.event.provenance if record.field == "place"]

    assert [("Oslo", True, "told by d0, d1"), ("Bergen", False, "differs from what wins; told by d2")] == found


def test_evidence_stays_with_its_document() -> None:
    """The sources keep the words; the event they share has no spans."""
    evidence = Evidence(span=Span(0, 3), text="met", rule="test.met")
    event = attrs.evolve(told(M, "2022-09-05", "Anna Berg", "Sok Dara"), evidence=(evidence,), id="m")
    (one,) = reconcile([Extraction(document=Document("", id="a", uri="file:a"), events=(event,))])

    assert () == one.event.evidence
    assert ("a", "file:a", (evidence,), "m") == (
        one.sources[0].document, one.sources[0].uri, one.sources[0].event.evidence, one.event.id
    )  # fmt: skip


# -- laws --------------------------------------------------------------------------------------------------------------

NAMES = ("Anna Berg", "Berg Anna", "Trần Văn Ánh", "Tran Van Anh", "Tran Anh", "Sok Dara", "Lê Hoa", "[Ministry of Fish]")
DATES = ("2022-09-05", "2022-09-06", "XXXX-09-05", "2022-09", "2022-09-05/2022-09-07", "2022")


@st.composite
def alike(draw: st.DrawFn) -> list[Extraction]:
    """Return documents whose events are much alike."""
    some = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
    events = st.builds(
        lambda kind, date, names, place, status: told(kind, date, *names, place=place, status=status),
        st.sampled_from((Meeting, Visit, Ceremony, Signing)),
        st.none() | st.sampled_from(DATES),
        some,
        st.sampled_from(("", "Hà Nội/VN", "Hanoi/VN", "Oslo/NO")),
        st.sampled_from(("held", "planned")),
    )
    years = st.builds(
        lambda date, of, since: told(A, date, years=55, of=of, since=since),
        st.none() | st.sampled_from(DATES),
        st.none() | st.sampled_from(("ties of Laos", "Laos ties with Norway", "quan hệ với Lào")),
        st.none() | st.just(Date("1967-06-24")),
    )
    drawn = draw(st.lists(st.lists(events | years, max_size=3), max_size=6))
    return [Extraction(document=Document("", id=f"d{number}"), events=tuple(inner)) for number, inner in enumerate(drawn)]


def again(found: Sequence[Reconciled]) -> list[Extraction]:
    """Return what was reconciled as documents of their own."""
    return [Extraction(document=Document("", id=f"r{number:03}"), events=(one.event,)) for number, one in enumerate(found)]


@given(alike() | st.lists(extractions(), max_size=4), st.randoms(use_true_random=False))
def test_order_and_repeats_change_nothing(given_: list[Extraction], rng: random.Random) -> None:
    """The order of documents, and giving one twice, changes nothing, not even an id."""
    shuffled = given_ + given_[:1]
    rng.shuffle(shuffled)

    expected = reconcile(given_)
    found = reconcile(shuffled)
    assert expected == found
    assert [one.event.provenance for one in expected] == [one.event.provenance for one in found]


@given(alike() | st.lists(extractions(), max_size=4))
def test_idempotence(given_: list[Extraction]) -> None:
    """What is reconciled stays as it is when it is reconciled again."""
    found = reconcile(given_)

    assert [one.event for one in found] == [one.event for one in reconcile(again(found))]


@given(alike() | st.lists(extractions(), max_size=4))
def test_nothing_lost_and_nothing_invented(given_: list[Extraction]) -> None:
    """Each event of a document is the source of exactly one result; ids are unique; all that is told was told by a source."""
    found = reconcile(given_)
    sources = [(source.document, source.uri, source.event) for one in found for source in one.sources]
    expected = {(e.document.id, e.document.uri, event) for e in given_ for event in e.events}

    assert expected == set(sources)
    assert len(expected) == len(sources)
    assert len(found) == len({one.event.id for one in found})
    for one in found:
        names = {person.name for source in one.sources for person in source.event.participants}
        assert {person.name for person in one.event.participants} <= names
        assert one.event.date in {source.event.date for source in one.sources}
