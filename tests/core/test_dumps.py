"""What `eventx.dumps` writes when, to the key."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

from eventx import (
    Anniversary,
    Contribution,
    Date,
    Document,
    Duration,
    Event,
    Evidence,
    Extraction,
    FieldSource,
    Meeting,
    Participant,
    Place,
    Problem,
    Proposal,
    Reconciled,
    Slot,
    Source,
    Span,
    Title,
    Trigger,
    Visit,
    dumps,
    loads,
)
from eventx.converter import VALUES

SOURCE = FieldSource(field="type", value="meeting", rule="a.met", extractor="a", span=Span(3, 6), reason="trigger")
MET = Meeting(
    id="meeting-1", part_of="visit-1", provenance=(SOURCE,), evidence=(Evidence(span=Span(3, 6), text="met", rule="a"),)
)


def written(value: Any, **how: Any) -> Any:
    """Return what is written, as values of JSON."""
    return json.loads(dumps(value, **how))


@pytest.mark.parametrize(
    ("how", "event", "whole"),
    [
        ({}, False, False),
        ({"provenance": True}, True, False),
        ({"full": True}, True, True),
        ({"full": True, "provenance": True}, True, True),
    ],
)
def test_what_is_written_on_request(how: dict[str, bool], *, event: bool, whole: bool) -> None:
    """The provenance if asked for; the text and contributions, and the provenance with them, if all is wanted."""
    found = Contribution(field="date", value=Date("2022"), span=Span(0, 2), rule="r", extractor="a")
    line = written(Extraction(document=Document("a text"), events=(MET,), contributions=(found,)), **how)

    assert event is ("provenance" in line["events"][0])
    assert (whole, whole) == ("text" in line["document"], "contributions" in line)
    assert event is ("provenance" in written(MET, **how))


def test_the_order_of_keys() -> None:
    """First what an event is and its own fields; its codes stand before the evidence, the provenance behind all."""
    assert [
        "id", "type", "form", "status", "date", "place", "participants", "part_of", "cameo", "plover", "evidence", "provenance",
    ] == list(written(MET, full=True))  # fmt: skip
    assert ["document", "events", "problems", "contributions"] == list(written(Extraction(document=Document("a")), full=True))
    assert ["id", "language", "published", "title", "uri", "text"] == list(
        written(Extraction(document=Document("a")), full=True)["document"]
    )


@pytest.mark.parametrize(("part_of", "there"), [("visit-1", True), (None, False)])
def test_part_of(part_of: str | None, *, there: bool) -> None:
    """What an event is part of is written where it is known."""
    assert there is ("part_of" in written(attrs.evolve(MET, part_of=part_of)))


def test_plover_where_there_is_one() -> None:
    """An event without a code of PLOVER has none written."""

    @attrs.frozen(kw_only=True)
    class Feast(Event):
        """A feast of the seas."""

        type = "feast"

    assert (None, None) == (written(Feast())["plover"], Feast().plover)
    assert {"event", "mode", "contexts"} == set(written(MET)["plover"])


PEOPLE = [
    (Participant(name="A"), {"name": "A", "kind": "person", "role": "participant", "titles": [], "country": None}),
    (
        Participant(name="A", titles=(Title(text="Mayor"),)),
        {"name": "A", "kind": "person", "role": "participant", "titles": ["Mayor"], "country": None},
    ),
    (
        Participant(name="A", titles=(Title(text="Mayor"), Title(text="Dr", office="doctor"))),
        {
            "name": "A",
            "kind": "person",
            "role": "participant",
            "titles": ["Mayor", "Dr"],
            "country": None,
            "title_parts": [
                {"office": None, "organisation": None, "country": None},
                {"office": "doctor", "organisation": None, "country": None},
            ],
        },
    ),
    (
        Participant(name="A", role="host", mentions=(Span(1, 2),)),
        {
            "name": "A",
            "kind": "person",
            "role": "host",
            "titles": [],
            "country": None,
            "mentions": [{"start": 1, "end": 2}],
        },
    ),
]


@pytest.mark.parametrize(("person", "expected"), PEOPLE)
def test_people(person: Participant, expected: dict[str, Any]) -> None:
    """Titles are texts; what was read out of them, and mentions, stand there where there are any."""
    assert expected == written(attrs.evolve(MET, participants=(person,)))["participants"][0]
    assert (person,) == loads(dumps(attrs.evolve(MET, participants=(person,)))).participants


@pytest.mark.parametrize("part", ["office", "organisation", "country"])
def test_parts_of_titles(part: str) -> None:
    """Each part alone is written, and read."""
    person = Participant(name="A", titles=(Title(text="Mayor", **{part: "x"}),))

    assert "x" == written(attrs.evolve(MET, participants=(person,)))["participants"][0]["title_parts"][0][part]
    assert (person,) == loads(dumps(attrs.evolve(MET, participants=(person,)))).participants


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence(span=Span(3, 6), text="met", rule="a"), {"start": 3, "end": 6, "text": "met", "rule": "a"}),
        (
            Evidence(span=Span(3, 6), text="met", rule="a", extractor="x"),
            {"start": 3, "end": 6, "text": "met", "rule": "a", "extractor": "x"},
        ),
    ],
)
def test_evidence(evidence: Evidence, expected: dict[str, Any]) -> None:
    """Its offsets stand beside its text; its extractor where one is told."""
    assert [expected] == written(attrs.evolve(MET, evidence=(evidence,)))["evidence"]
    assert (evidence,) == loads(dumps(attrs.evolve(MET, evidence=(evidence,)))).evidence


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date("2022"), {"value": "2022", "start": "2022-01-01", "end": "2022-12-31", "certainty": "stated"}),
        (Date("2022-05/.."), {"value": "2022-05/..", "start": "2022-05-01", "end": None, "certainty": "stated"}),
        (
            Date("2022", certainty="implied"),
            {"value": "2022", "start": "2022-01-01", "end": "2022-12-31", "certainty": "implied"},
        ),
    ],
)
def test_dates(date: Date, expected: dict[str, Any]) -> None:
    """The value, the first and last day it may mean, and how sure it is; nothing that is as always."""
    assert expected == written(attrs.evolve(MET, date=date))["date"]
    assert date == loads(dumps(attrs.evolve(MET, date=date))).date


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (Place(name="Oslo", country="NO"), ["name", "country"]),
        (Place(name="Oslo", country="NO", certainty="implied"), ["name", "country", "certainty"]),
    ],
)
def test_places(place: Place, keys: list[str]) -> None:
    """How sure a place is, is written where it was not told."""
    assert keys == list(written(attrs.evolve(MET, place=place))["place"])
    assert place == loads(dumps(attrs.evolve(MET, place=place))).place


def test_problems() -> None:
    """A problem has all its keys."""
    problem = Problem(plugin="p", stage="extract", error="e", document="d")
    line = written(Extraction(document=Document("a"), problems=(problem,)))

    assert [attrs.asdict(problem)] == line["problems"]


@pytest.mark.parametrize("published", ["2022-09-05", None])
def test_the_day_of_publication(published: str | None) -> None:
    """As a day, or null."""
    document = Document("a", published=published)  # type: ignore[arg-type]

    assert published == written(Extraction(document=document))["document"]["published"]
    assert document == loads(dumps(Extraction(document=document), full=True)).document


def test_what_documents_together_tell() -> None:
    """Events of a reconciled event are written by their own types, and read back as such."""
    visit = Visit(id="visit-1")
    one = Reconciled(event=attrs.evolve(visit, id="v"), sources=(Source(document="d", uri="u", event=visit),))

    assert ("visit", "visit") == (written(one)["event"]["type"], written(one)["sources"][0]["event"]["type"])
    assert "cameo" in written(one)["sources"][0]["event"]
    assert one == loads(dumps(one))
    met = Reconciled(event=attrs.evolve(MET, form="talks"), sources=(Source(event=attrs.evolve(MET, form="talks")),))
    assert written(met.event) == written(met)["event"] == written(met)["sources"][0]["event"]


@pytest.mark.parametrize(("indent", "lines"), [(None, 1), (0, 2), (2, 2)])
def test_indented(indent: int | None, lines: int) -> None:
    """One line unless steps are asked for."""
    text = dumps(MET, indent=indent)

    assert lines == min(len(text.splitlines()), 2)
    assert MET == attrs.evolve(loads(text), provenance=MET.provenance)
    assert ("\n  " in text) is (indent == 2)


def test_letters_stay_letters() -> None:
    """Only what some reader takes for a line end is written as a number."""
    assert '"Hà Nội 日 é"' in dumps(Proposal(items=("Hà Nội 日 é",)))
    assert r'"a\u0085b\u2028c\u2029d\ud800e\udfff"' in dumps(Proposal(items=("a\x85b\u2028c\u2029d\ud800e\udfff",)))


CONTRIBUTED: list[Any] = [
    Date("2022"),
    Duration(3, "day"),
    Trigger(
        type="meeting",
        slots=(Slot(role="host", spans=(Span(0, 1), Span(2, 3)), take="first", kinds=("person",)),),
        fields=(("date", Date("2022")), ("words", ("a", ("b", 1)))),
    ),
    "text",
    5,
    None,
    True,
    (1, ("a", Date("2022"))),
    (("seat", Span(2, 4)),),
]


@pytest.mark.parametrize("value", CONTRIBUTED, ids=lambda value: type(value).__name__)
def test_contributed_values(value: Any) -> None:
    """A value tells of which class it is, and comes back as one of it."""
    made = Extraction(
        document=Document("abcdef"),
        contributions=(Contribution(field="x", value=value, span=Span(0, 1), rule="r", extractor="e"),),
    )
    told = written(made, full=True)["contributions"][0]["value"]

    assert (type(value).__name__ if attrs.has(type(value)) else None) == (told.get("is") if isinstance(told, dict) else None)
    assert made == loads(dumps(made, full=True))


def test_classes_of_contributed_values() -> None:
    """Each class is known by its name."""
    assert all(name == kind.__name__ and attrs.has(kind) for name, kind in VALUES.items())
    assert {"Date", "Trigger", "Mention"} <= set(VALUES)


@pytest.mark.parametrize("value", [3, None, "text", Document("a"), Date("2022"), Problem(plugin="p", stage="load", error="e")])
def test_what_is_not_written(value: Any) -> None:
    """Anything but an extraction, an event or a reconciled event is refused."""
    with pytest.raises(TypeError, match=f"dumps: expected an Extraction, an Event or a Reconciled, got {type(value).__name__}"):
        dumps(value)


def test_an_anniversary_has_its_years() -> None:
    """A number stands as a number."""
    assert 55 == written(Anniversary(years=55))["years"] == loads(dumps(Anniversary(years=55))).years
