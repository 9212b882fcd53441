"""JSON both ways, to the key: what is written when, what is taken, and what is said of what is not."""

from __future__ import annotations

import enum
import json
from typing import Any

import attrs
import cattrs
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
    InputError,
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
from eventx.converter import VALUES, make_converter
from eventx.model import EVENT_TYPES
from eventx.strict import expect, short

SOURCE = FieldSource(field="type", value="meeting", rule="a.met", extractor="a", span=Span(3, 6), reason="trigger")
MET = Meeting(
    id="meeting-1", part_of="visit-1", provenance=(SOURCE,), evidence=(Evidence(span=Span(3, 6), text="met", rule="a"),)
)


def written(value: Any, **how: Any) -> Any:
    """Return what is written, as values of JSON."""
    return json.loads(dumps(value, **how))


# -- what is written ---------------------------------------------------------------------------------------------------


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


# -- what is taken -----------------------------------------------------------------------------------------------------


def meeting(**fields: Any) -> str:
    """Return the JSON of a meeting."""
    return json.dumps({"type": "meeting", **fields})


PERSON = {"name": "A", "titles": ["b"]}
EVIDENCE = {"start": 0, "end": 1, "text": "a", "rule": "r"}
VALUE = {"field": "x", "span": {"start": 0, "end": 1}, "rule": "r"}


def contributed(value: Any) -> str:
    """Return the JSON of an extraction with one contributed value."""
    return json.dumps({"document": {}, "events": [], "contributions": [{**VALUE, "value": value}]})


WRONG = [
    # -- the whole --
    ("null", "$: expected an object, as dumps writes it, got NoneType"),
    ('{"sources": []}', "$: key 'event' is missing"),
    ('{"document": [], "events": []}', "$.document: expected an object, got []"),
    ('{"document": {}, "events": [3]}', "$.events[0]: expected an object, got 3"),
    ('{"document": {}, "events": [{}]}', "$.events[0]: key 'type' is missing; event types here: meeting, "),
    ('{"document": {}, "events": [], "more": 1}', "$: unknown key more; known keys: contributions, document, events, problems"),
    # -- events --
    (json.dumps({"type": "rain"}), "$: type: 'rain' is no event type; there are meeting, "),
    (json.dumps({"type": ["meeting"]}), "$: type: ['meeting'] is no event type; there are meeting, "),
    (meeting(b=1, a=2), "$: unknown key a, b; known keys: date, evidence, form, id, part_of, participants, place, "),
    (meeting(status=3), "expected one of held, "),
    (meeting(id=3), "$.id: expected a string, got 3"),
    (meeting(id=None), "$.id: expected a string, got None"),
    (meeting(date={"value": "2022", "more": 1}), "$.date: unknown key more; known keys: calendar, certainty, "),
    (meeting(date={"value": 2022}), "$.date.value: expected a string, got 2022"),
    (meeting(place={"name": "a", "mayor": 1}), "$.place: unknown key mayor; known keys: certainty, country, name"),
    (meeting(participants={"name": "A"}), "$.participants: expected a list, got {'name': 'A'}"),
    (meeting(participants=["A"]), "$.participants[0]: expected an object, got 'A'"),
    (meeting(participants=[{"name": "A"}, {"name": 1}, {}]), "$.participants[1].name: expected a string, got 1"),
    (meeting(participants=[{"name": "A"}, {"name": 1}, {}]), "$.participants[2]: key 'name' is missing"),
    (meeting(participants=[{"name": "A", "titles": "b"}]), "$.participants[0].titles: expected a list, got 'b'"),
    (meeting(participants=[{"name": "A", "titles": [3]}]), "expected a string, got 3"),
    (meeting(participants=[{**PERSON, "title_parts": 3}]), "$.participants[0]: expected a list, got 3"),
    (meeting(participants=[{**PERSON, "title_parts": [{}, {}]}]), "2 entries for 1 titles; give one for each title, or leave"),
    (meeting(participants=[{**PERSON, "titles": 3, "title_parts": [{}]}]), "$.participants[0]: expected a list, got 3"),
    (meeting(participants=[{**PERSON, "title_parts": [3]}]), "$.participants[0]: expected an object, got 3"),
    (meeting(participants=[{**PERSON, "title_parts": [{"rank": 3}]}]), "unknown key rank; known keys: country, office, "),
    (meeting(evidence=[3]), "$.evidence[0]: expected an object, got 3"),
    (meeting(evidence=[{**EVIDENCE, "end": "1"}]), "$.evidence[0].end: expected a whole number, got '1'"),
    (meeting(evidence=[{"start": 0, "text": "a", "rule": "r"}]), "$.evidence[0]: key 'end' is missing"),
    (meeting(evidence=[{"text": "a", "rule": "r"}]), "'start' is missing"),
    (meeting(evidence=[{**EVIDENCE, "end": -1}]), "$.evidence[0]: "),
    # -- contributed values --
    (contributed({"is": "Rain"}), "is: 'Rain' is no class of contributed values; there are "),
    (contributed({"edtf": "2022"}), "is: None is no class of contributed values; there are "),
    (contributed([{"is": "Rain"}]), "is: 'Rain' is no class of contributed values; there are "),
    (contributed({"is": "Date", "value": 5}), ".value: expected a string, got 5"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_said_of_what_is_not_taken(text: str, message: str) -> None:
    """Where it stands, what stands there, and what to write."""
    with pytest.raises(InputError) as caught:
        loads(text)

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({}, ["date", "evidence", "form", "id", "part_of", "participants", "place", "provenance", "status", "type"]),
        ({"place": {"name": "a"}}, ["certainty", "country", "name"]),
        ({"participants": [PERSON]}, ["country", "kind", "mentions", "name", "role", "titles"]),
        ({"evidence": [EVIDENCE]}, ["extractor", "rule", "span", "text"]),
    ],
)
def test_which_keys_there_are(fields: dict[str, Any], keys: list[str]) -> None:
    """An unknown key is told of with all that its object may have: only events have a type."""
    wrong = {"more": 1}
    changed = {
        name: [{**value[0], **wrong}] if isinstance(value, list) else {**value, **wrong} for name, value in fields.items()
    } or wrong
    with pytest.raises(InputError) as caught:
        loads(meeting(**changed))

    assert f"unknown key more; known keys: {', '.join(keys)}" == str(caught.value).partition(": ")[2]


@pytest.mark.parametrize(
    ("fields", "field", "expected"),
    [
        ({"participants": [PERSON]}, "participants", (Participant(name="A", titles=(Title(text="b"),)),)),
        (
            {"participants": [{**PERSON, "title_parts": None}]},
            "participants",
            (Participant(name="A", titles=(Title(text="b"),)),),
        ),
        (
            {"participants": [{**PERSON, "title_parts": [{}]}]},
            "participants",
            (Participant(name="A", titles=(Title(text="b"),)),),
        ),
        ({"participants": [{"name": "A", "title_parts": []}]}, "participants", (Participant(name="A"),)),
        # what follows from the rest is not read
        ({"date": {"value": "2022", "start": 3, "end": 4}}, "date", Date("2022")),
        ({"cameo": 3, "plover": 4}, "date", None),
    ],
)
def test_what_may_be_left_out(fields: dict[str, Any], field: str, expected: Any) -> None:
    """What has a default need not be there, and what follows from the rest is passed over."""
    assert expected == getattr(loads(meeting(**fields)), field)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"document": {}, "events": []}, Extraction),
        ({"document": {}}, Extraction),
        ({"event": {"type": "meeting"}, "sources": []}, Reconciled),
        ({"type": "meeting"}, Meeting),
        *(({"type": kind.type}, kind) for kind in EVENT_TYPES),
    ],
)
def test_what_an_object_is(data: dict[str, Any], kind: type) -> None:
    """Its keys tell; an event's type tells which."""
    assert kind is type(loads(json.dumps(data))) is type(loads(json.dumps(data).encode()))


def test_contents_of_both_forms() -> None:
    """The text, contributions and provenance are read where they stand."""
    found = Contribution(field="date", value=Date("2022"), span=Span(0, 2), rule="r", extractor="a")
    whole = Extraction(document=Document("a text", title="T"), events=(MET,), contributions=(found,))
    back = loads(dumps(whole, full=True))

    assert (whole, (SOURCE,)) == (back, back.events[0].provenance)
    lean = loads(dumps(whole))
    assert ("", "T", (), ()) == (lean.document.text, lean.document.title, lean.contributions, lean.events[0].provenance)


@pytest.mark.parametrize(("given", "known"), [({"meeting": Meeting}, True), ({"visit": Visit}, False), ({}, True), (None, True)])
def test_types_that_are_read(given: Any, *, known: bool) -> None:
    """Those given, and no others; the built-in ones where none are."""
    if known:
        assert Meeting() == loads(meeting(), types=given)
        return
    with pytest.raises(InputError, match="type: 'meeting' is no event type; there are visit; pass types="):
        loads(meeting(), types=given)


# -- strict values -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("length", "expected"), [(56, 58), (57, 59), (58, 60), (59, 58), (70, 58)])
def test_short_text(length: int, expected: int) -> None:
    """Up to sixty characters a value is told whole, of longer ones the first fifty-seven and that there is more."""
    told = short("x" * length)

    assert expected == len(told)
    assert (repr("x" * length) if expected == length + 2 else "'" + "x" * 56 + "…") == told


KINDS = [
    (str, "a", "a string", 3),
    (int, 3, "a whole number", "3"),
    (int, 3, "a whole number", True),
    (int, 3, "a whole number", 3.0),
    (bool, True, "true or false", 1),
    (bool, False, "true or false", None),
    (str, "", "a string", None),
]


@pytest.mark.parametrize(("kind", "good", "name", "bad"), KINDS)
def test_values_are_taken_as_they_are(kind: type, good: Any, name: str, bad: Any) -> None:
    """A value of exactly the kind, or what stands there instead."""
    converter = make_converter({}, full=True, provenance=True)

    assert good is converter.structure(good, kind)
    with pytest.raises(TypeError, match=f"expected {name}, got {bad!r}"):
        converter.structure(bad, kind)


class Colour(enum.StrEnum):
    """What a plugin's field may hold."""

    RED = "red"


def test_enumerations() -> None:
    """A string becomes the member of an enumeration of strings, or is refused."""
    converter = make_converter({}, full=True, provenance=True)

    assert Colour.RED is converter.structure("red", Colour)
    with pytest.raises(ValueError, match="'blue' is not a valid Colour"):
        converter.structure("blue", Colour)


@pytest.mark.parametrize(
    ("kind", "good", "name", "bad"),
    [(dict, {}, "an object", []), (list, [], "a list", {}), (str, "", "a string", 5), (int, True, "a whole number", "5")],
)
def test_what_is_expected(kind: type, good: Any, name: str, bad: Any) -> None:
    """A value of the kind comes back; another is refused."""
    assert good is expect(good, kind)
    with pytest.raises(TypeError) as caught:
        expect(bad, kind)
    assert f"expected {name}, got {bad!r}" == str(caught.value)


@pytest.mark.parametrize("bad", ["2022-13-01", "soon"])
def test_days(bad: str) -> None:
    """A day stands as YYYY-MM-DD."""
    with pytest.raises(InputError, match=r"\$\.document\.published: "):
        loads(json.dumps({"document": {"published": bad}, "events": []}))


def test_lists() -> None:
    """A list of any length is taken; of its wrong items each is told of."""
    converter = make_converter({}, full=True, provenance=True)

    assert [(), (1,), (1, 2)] == [converter.structure(given, tuple[int, ...]) for given in ([], [1], [1, 2])]
    with pytest.raises(cattrs.IterableValidationError, match="While structuring a list") as caught:
        converter.structure([1, "2", 3, None], tuple[int, ...])
    assert [1, 3] == [error.__notes__[0].index for error in caught.value.exceptions]
    assert (1, "a") == converter.structure([1, "a"], tuple[int, str])


def test_classes_of_contributed_values() -> None:
    """Each class is known by its name."""
    assert all(name == kind.__name__ and attrs.has(kind) for name, kind in VALUES.items())
    assert {"Date", "Trigger", "Mention"} <= set(VALUES)


@pytest.mark.parametrize("value", [3, None, "text", Document("a"), Date("2022")])
def test_what_is_not_written(value: Any) -> None:
    """Anything but an extraction, an event or a reconciled event is refused."""
    with pytest.raises(TypeError, match=f"dumps: expected an Extraction, an Event or a Reconciled, got {type(value).__name__}"):
        dumps(value)


def test_an_anniversary_has_its_years() -> None:
    """A number stands as a number."""
    assert 55 == written(Anniversary(years=55))["years"] == loads(dumps(Anniversary(years=55))).years
