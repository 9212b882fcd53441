"""One event told in several documents: what is one, what is kept apart, what becomes of it, and the laws."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

import attrs
import jsonschema
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
    InputError,
    Meeting,
    Participant,
    Place,
    Proposal,
    Reconciled,
    Signing,
    Span,
    Title,
    Visit,
    dumps,
    loads,
    reconcile,
)
from eventx.schema import reconciled_schema
from eventx.strategies import extractions

VALIDATOR = jsonschema.Draft202012Validator(reconciled_schema())


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
    "anniversary in two languages, by what it is of and between whom": [
        told(A, "2022", years=55, of="the establishment of diplomatic ties", parties=("KH", "VN")),
        told(A, "2022-06-24", years=55, of="quan hệ ngoại giao Việt Nam - Campuchia", parties=("KH", "VN")),
        told(A, None, years=55, of="Vietnam-Cambodia diplomatic relations", parties=("KH", "VN")),
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
    "as many years of another thing, in another language": [
        told(A, "2022", years=55, of="diplomatic relations between Vietnam and Cambodia", parties=("KH", "VN")),
        told(A, "2022", years=55, of="Hiệp định thương mại Việt Nam - Campuchia", parties=("KH", "VN")),
    ],
    "as many years of ties of others, in another language": [
        told(A, "2022", years=55, of="diplomatic relations between Vietnam and Laos", parties=("LA", "VN")),
        told(A, "2022", years=55, of="quan hệ ngoại giao Việt Nam - Campuchia", parties=("KH", "VN")),
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
# names of one sound or reading, where the country is known, and where it is not
NAMES += tuple(
    f"{name}/{role}/{country}"
    for name, country in (
        ("Wang Yi", "CN"), ("Vương Nghị", "CN"), ("Vương Nghi", ""), ("Wang Yi", ""), ("Sergey Orlov", "RU"), ("S. Or-lốp", "RU"),
        ("Sergei Orlov", ""), ("Sergei Ivan Orlov", "RU"), ("Anna Berg", "NO"), ("A. Berg", "NO"),
    )
    for role in ("", "visitor")
)  # fmt: skip
TIES = ("diplomatic ties of Laos", "quan hệ ngoại giao Lào - Na Uy", "diplomatic relations")
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
        lambda date, of, since, countries: told(A, date, years=55, of=of, since=since, parties=countries),
        st.none() | st.sampled_from(DATES),
        st.none() | st.sampled_from(("ties of Laos", "Laos ties with Norway", "quan hệ với Lào", *TIES)),
        st.none() | st.just(Date("1967-06-24")),
        st.sampled_from(((), ("LA",), ("LA", "NO"))),
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


def test_events_that_tell_the_same_are_ordered_by_the_rest() -> None:
    """By what they belong to and where they were read; so which one has the plain id does not depend on who came first."""
    person = Participant(name="Anna Lee")
    told = [
        Meeting(),
        Meeting(part_of=""),
        # many, as a set hands out few in the same order whichever way they come
        *(Meeting(part_of=f"visit-{number}") for number in range(100)),
        Meeting(evidence=(Evidence(span=Span(0, 3), text="met", rule="a"),)),
        Meeting(evidence=(Evidence(span=Span(0, 3), text="met", rule="b"),)),
        Meeting(participants=(person,)),
        Meeting(participants=(attrs.evolve(person, mentions=(Span(0, 8),)),)),
    ]

    orders = [reconcile([Extraction(document=Document(""), events=tuple(events))]) for events in (told, told[::-1])]

    assert orders[0] == orders[1]
    assert len(told) == len(orders[0]) == len({one.event.id for one in orders[0]})


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


# -- JSON --------------------------------------------------------------------------------------------------------------


@given(alike() | st.lists(extractions(), max_size=3))
def test_json_both_ways(given_: list[Extraction]) -> None:
    """What was reconciled is written, valid, and read back equal."""
    for one in reconcile(given_):
        text = dumps(one, provenance=True)

        assert one == loads(text)
        assert one.event.provenance == loads(text).event.provenance
        assert one == loads(dumps(one))
        VALIDATOR.validate(json.loads(text))


def test_json_that_is_wrong() -> None:
    """A wrong field of a source is named with its place."""
    (one,) = reconcile(reports(told(M, "2022-09-05", "Anna Berg", "Sok Dara")))
    text = dumps(one).replace('"d0"', "3")

    with pytest.raises(InputError, match=r"\$\.sources\[0\]\.document: expected"):
        loads(text)


# -- a visit and its meetings ------------------------------------------------------------------------------------------


def test_a_visit_of_one_report_contains_the_meetings_of_others() -> None:
    """A meeting told elsewhere, in another spelling, belongs to the visit; the next day's and another visitor's do not."""
    visit = attrs.evolve(told(V, "2022-09-05/2022-09-07", "Trần Văn Ánh/visitor/VN", place="Norway/NO"), id="v")
    meetings = [
        told(M, "2022-09-06", "Anna Berg/host/NO", "Tran Van Anh/guest/VN"),
        told(M, "2022-09-08", "Anna Berg/host/NO", "Tran Van Anh/guest/VN"),
        told(M, "2022-09-06", "Anna Berg/host/NO", "Sok Dara/guest/KH"),
    ]
    found = reconcile(reports(visit, *meetings))

    assert ["meeting 2022-09-06 Tran Van Anh"] == [
        f"{one.event.type} {one.event.date} {one.event.participants[0].name}" for one in found if one.event.part_of == "v"
    ]


def test_what_a_source_says_is_kept() -> None:
    """A meeting without a day belongs to the visit its own document says; ids follow the events."""
    meeting = attrs.evolve(told(M, None, "Anna Berg", "Sok Dara"), id="m", part_of="v")
    visit = attrs.evolve(told(V, "2022-09-05", "Sok Dara/visitor", place="Oslo/NO"), id="v")
    other = attrs.evolve(told(V, "2022-09-05/2022-09-08", "Dara Sok/visitor", place="Norway/NO"), id="w")
    found = reconcile(
        [
            Extraction(document=Document("", id="a"), events=(meeting, visit)),
            Extraction(document=Document("", id="b"), events=(other,)),
        ]
    )
    (whole,) = (one.event for one in found if one.event.type == "visit")
    (part,) = (one.event for one in found if one.event.type == "meeting")

    assert ("m", whole.id) == (part.id, part.part_of)
    assert [("part_of", whole.id, "told by its sources")] == [
        (record.field, record.value, record.reason) for record in part.provenance if record.field == "part_of"
    ]


def test_ten_articles_name_one_anniversary() -> None:
    """However many articles in two languages name it, and however much of it each tells, an anniversary is one."""
    phrases = ("diplomatic ties of Laos and Norway", "Laos-Norway relations", "quan hệ ngoại giao Lào - Na Uy")
    told_of = [
        told(A, date, years=55, of=phrases[n % 3], since=Date("1967-06-24") if n % 3 == 2 or n < 3 else None)
        for n, date in enumerate(("2022-06-24", "2022", "2022-06-24", "2022", "2022", None, "2022-06-24", None, "2022", "2022"))
    ]
    (one,) = reconcile(reports(*told_of))

    assert (10, "2022-06-24") == (len(one.sources), str(one.event.date))


def test_links_that_lead_back() -> None:
    """Events that contain each other belong to none."""
    a = attrs.evolve(told(M, None, "Anna Berg", "Sok Dara"), id="a", part_of="b")
    b = attrs.evolve(told(F, None, "Anna Berg", "Sok Dara"), id="b", part_of="a")

    assert [None, None] == [one.event.part_of for one in reconcile([Extraction(document=Document("", id="d"), events=(a, b))])]


def test_lunar_dates_are_compared_with_lunar_ones() -> None:
    """Two reports of one lunar day are one event; one of the solar day of that name is another, and stands before it in time."""
    met = told(M, "2022-01-15", "Anna Berg", "Sok Dara")
    lunar = attrs.evolve(met, date=Date("2022-01-15", calendar="lunar"))

    solar, moon = reconcile(reports(lunar, met, lunar))
    assert ([1, 2], "lunar") == ([len(one.sources) for one in (solar, moon)], moon.event.date.calendar)
