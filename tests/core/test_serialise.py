"""JSON both ways: the output contract, and what is written comes back."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import (
    Anniversary,
    Contribution,
    Date,
    Document,
    Event,
    Evidence,
    Extraction,
    FieldSource,
    InputError,
    Meeting,
    Participant,
    Place,
    Proposal,
    Span,
    Title,
    dumps,
    loads,
)
from eventx.strategies import events, extractions

MEETING = Meeting(
    id="meeting-1",
    form="reception",
    date=Date("2022-09-05"),
    place=Place(name="Hanoi", country="VN"),
    participants=(
        Participant(name="Anna Host", role="host", titles=(Title(text="Mayor"),), country="VN"),
        Participant(name="The Ministry", kind="organisation"),
    ),
    evidence=(Evidence(span=Span(0, 8), text="received", rule="engagements.en.received"),),
)
SOURCE = FieldSource(field="date", value="2022-09-05", rule="dates.en.day", extractor="dates", span=Span(3, 9), reason="clause")


def test_the_output_contract() -> None:
    """An event has the keys of the contract and no others, in their order."""
    expected = {
        "id": "meeting-1",
        "type": "meeting",
        "form": "reception",
        "status": "held",
        "date": {"value": "2022-09-05", "start": "2022-09-05", "end": "2022-09-05", "certainty": "stated"},
        "place": {"name": "Hanoi", "country": "VN"},
        "participants": [
            {"name": "Anna Host", "kind": "person", "role": "host", "titles": ["Mayor"], "country": "VN"},
            {"name": "The Ministry", "kind": "organisation", "role": "participant", "titles": [], "country": None},
        ],
        "cameo": "043",
        "plover": {"event": "CONSULT", "mode": "visit", "contexts": []},
        "evidence": [{"start": 0, "end": 8, "text": "received", "rule": "engagements.en.received"}],
    }

    written = json.loads(dumps(MEETING))

    assert expected == written
    assert list(expected) == list(written)


def test_the_line_of_a_document() -> None:
    """A line holds the document without its text, the events and the problems; what is unknown is null."""
    extraction = Extraction(document=Document("a text", id="x", language="en", published="2022-09-06"), events=(MEETING,))

    written = json.loads(dumps(extraction))

    document = {"id": "x", "language": "en", "published": "2022-09-06", "title": None, "uri": None}
    assert {"document": document, "events": [json.loads(dumps(MEETING))], "problems": []} == written


def test_rare_parts_of_a_date_are_written_only_where_set() -> None:
    """How a date was settled, its part of day and calendar stand there if they say something."""
    date = Date("2022-04-27", certainty="implied", settled=(("year", "publication"),), part_of_day="afternoon", calendar="lunar")

    written = json.loads(dumps(attrs.evolve(MEETING, date=date)))["date"]

    assert {"settled": [["year", "publication"]], "part_of_day": "afternoon", "calendar": "lunar"}.items() <= written.items()


def test_a_date_without_a_year_has_no_first_and_last_day() -> None:
    """What the text does not settle is null, not guessed."""
    written = json.loads(dumps(attrs.evolve(MEETING, date=Date("XXXX-09-25"))))

    assert {"value": "XXXX-09-25", "start": None, "end": None, "certainty": "stated"} == written["date"]


def test_one_line_even_with_every_kind_of_line_end() -> None:
    """A line of JSON lines has no character that some reader takes for a line end."""
    text = "a\u2028b\u2029c\x85d\ne\rf\x0bg\x0ch\x1ci"

    assert 1 == len(dumps(Proposal(items=(text,))).splitlines())
    assert (text,) == loads(dumps(Proposal(items=(text,)))).items


def test_lone_surrogates_can_be_written_as_utf8() -> None:
    """Half a surrogate pair in an input does not break the output."""
    written = dumps(Proposal(items=("a\ud800b",)))

    written.encode("utf-8")
    assert ("a\ud800b",) == loads(written).items


def test_provenance_on_request() -> None:
    """The sources of fields are written if asked for, and read back."""
    event = attrs.evolve(MEETING, provenance=(SOURCE,))

    assert "provenance" not in json.loads(dumps(event))
    assert (SOURCE,) == loads(dumps(event, provenance=True)).provenance


def test_contents_of_both_forms() -> None:
    """The text, contributions and provenance are read where they stand."""
    found = Contribution(field="date", value=Date("2022"), span=Span(0, 2), rule="r", extractor="a")
    event = attrs.evolve(MEETING, provenance=(SOURCE,))
    whole = Extraction(document=Document("a text", title="T"), events=(event,), contributions=(found,))
    back = loads(dumps(whole, full=True))

    assert (whole, (SOURCE,)) == (back, back.events[0].provenance)
    lean = loads(dumps(whole))
    assert ("", "T", (), ()) == (lean.document.text, lean.document.title, lean.contributions, lean.events[0].provenance)


@given(events())
def test_events_come_back_equal(event: Event) -> None:
    """load(dump(x)) == x for every event."""
    assert event == loads(dumps(event))


@given(extractions())
def test_whole_extractions_come_back_equal(extraction: Extraction) -> None:
    """load(dump(x)) == x for extractions written in full, provenance included."""
    back = loads(dumps(extraction, full=True))

    assert extraction == back
    assert [event.provenance for event in extraction.events] == [event.provenance for event in back.events]


@given(extractions())
def test_lines_lose_only_text_and_contributions(extraction: Extraction) -> None:
    """The contract's line keeps everything but the document's text and the contributions."""
    lean = attrs.evolve(extraction, document=attrs.evolve(extraction.document, text=""), contributions=())

    assert lean == loads(dumps(extraction))


@given(extractions(), st.integers(0, 4))
def test_writing_is_stable(extraction: Extraction, indent: int) -> None:
    """Indented or not, what is read back is written the same."""
    assert dumps(extraction) == dumps(loads(dumps(extraction, indent=indent)))


@attrs.frozen(kw_only=True)
class Summit(Event):
    """An event type as a plugin adds it."""

    type = "summit"
    agenda: tuple[str, ...] = ()
    next: Date | None = None
    seats: int | None = None


def test_types_of_plugins() -> None:
    """A plugin's event type is written like a built-in one, and read where its type is given."""
    summit = Summit(agenda=("trade",), next=Date("2024"), seats=12)

    assert summit == loads(dumps(summit), types={"summit": Summit})
    with pytest.raises(InputError, match=r"type: 'summit' is no event type; there are meeting, .*types=Engine.event_types"):
        loads(dumps(summit))


def test_anniversaries_carry_the_day_they_count_from() -> None:
    """A date among a type's own fields has the form of the event's date."""
    written = json.loads(dumps(Anniversary(years=55, since=Date("1967-06-24"))))

    assert "1967-06-24" == written["since"]["value"]
