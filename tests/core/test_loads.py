"""What `eventx.loads` takes, and what is said of what it does not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from eventx import (
    Date,
    Extraction,
    InputError,
    Meeting,
    Participant,
    Reconciled,
    Title,
    Visit,
    loads,
)
from eventx.model import EVENT_TYPES


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


@pytest.mark.parametrize(("given", "known"), [({"meeting": Meeting}, True), ({"visit": Visit}, False), ({}, True), (None, True)])
def test_types_that_are_read(given: Any, *, known: bool) -> None:
    """Those given, and no others; the built-in ones where none are."""
    if known:
        assert Meeting() == loads(meeting(), types=given)
        return
    with pytest.raises(InputError, match="type: 'meeting' is no event type; there are visit; pass types="):
        loads(meeting(), types=given)


@pytest.mark.parametrize("bad", ["2022-13-01", "soon"])
def test_days(bad: str) -> None:
    """A day stands as YYYY-MM-DD."""
    with pytest.raises(InputError, match=r"\$\.document\.published: "):
        loads(json.dumps({"document": {"published": bad}, "events": []}))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "$: expected an object"),
        ('{"id": "a"}', "$: key 'type' is missing; event types here: meeting"),
        ('{"type": "meeting", "frm": 1}', "$: unknown key frm; known keys: date, evidence, form"),
        ('{"type": "meeting", "participants": "ab"}', "$.participants: expected a list, got 'ab'"),
        ('{"type": "meeting", "participants": [{"name": 7}]}', "$.participants[0].name: expected a string, got 7"),
        ('{"type": "meeting", "participants": [{}]}', "$.participants[0]: key 'name' is missing"),
        ('{"type": "meeting", "participants": [{"name": "a", "titles": ["b"], "title_parts": []}]}', "0 entries for 1 titles"),
        (
            '{"type": "meeting", "participants": [{"name": "a", "kind": "dog"}]}',
            "expected one of person, organisation; got 'dog'",
        ),
        ('{"type": "meeting", "date": {"value": "2022-13-01"}}', "2022-13-01' has month 13; months run from 01 to 12"),
        ('{"type": "meeting", "date": {}}', "$.date: key 'value' is missing"),
        ('{"type": "meeting", "date": "2022-09-05"}', "$.date: expected an object, got '2022-09-05'"),
        ('{"type": "anniversary", "years": "55"}', "$.years: expected a whole number, got '55'"),
        ('{"type": "anniversary", "years": true}', "$.years: expected a whole number, got True"),
        ('{"events": []}', "$: key 'document' is missing"),
        ('{"document": {"published": "soon"}, "events": []}', "$.document.published"),
        ('{"document": {}, "events": [{"type": 3}]}', "$.events[0]: type: 3 is no event type"),
    ],
)
def test_errors_name_field_value_and_remedy(text: str, message: str) -> None:
    """What cannot be read is told with its place, the value there and what is wanted."""
    with pytest.raises(InputError) as caught:
        loads(text)

    assert message in str(caught.value)


def test_every_wrong_field_is_told_at_once() -> None:
    """One message names all wrong fields."""
    with pytest.raises(InputError) as caught:
        loads('{"type": "anniversary", "years": "55", "status": "over", "of": 3}')

    assert all(field in str(caught.value) for field in ("$.years: ", "$.status: ", "$.of: "))
