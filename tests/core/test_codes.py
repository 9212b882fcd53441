"""Codes of CAMEO and PLOVER: which typed event has which."""

from __future__ import annotations

import tomllib
from typing import Any

import attrs
import pytest

from eventx import (
    Anniversary,
    Ceremony,
    Conference,
    Event,
    Meeting,
    Participant,
    Place,
    Plover,
    Proposal,
    Signing,
    Visit,
    dumps,
    loads,
)
from eventx.codes import codings, read
from eventx.problems import LexiconError

HOST = Participant(name="Anna Berg", role="host", country="NO")
GUEST = Participant(name="Sok Dara", role="guest", country="KH")
BOTH = (HOST, GUEST)
EQUALS = tuple(attrs.evolve(person, role="participant") for person in BOTH)
OSLO, GENEVA = Place(name="Oslo", country="NO"), Place(name="Geneva", country="CH")

CASES = [
    (Meeting(participants=EQUALS), "040", "CONSULT"),
    (Meeting(participants=EQUALS, place=OSLO), "040", "CONSULT"),
    (Meeting(participants=BOTH), "043", "CONSULT/visit"),
    (Meeting(form="reception"), "043", "CONSULT/visit"),
    (Meeting(form="courtesy_call", participants=BOTH), "042", "CONSULT/visit"),
    (Meeting(form="phone", participants=BOTH), "041", "CONSULT/phone"),
    (Meeting(form="online"), "041", "CONSULT/phone"),
    (Meeting(participants=EQUALS, place=GENEVA), "044", "CONSULT/third-party"),
    (Meeting(form="talks", participants=EQUALS, place=GENEVA, status="planned"), "036", "AGREE"),
    (Meeting(form="phone", status="planned"), "036", "AGREE"),
    (Meeting(status="cancelled"), "161", "SANCTION/cancel"),
    (Meeting(form="talks", status="cancelled"), "164", "SANCTION/cancel"),
    (Meeting(form="summons", participants=BOTH), "114", "ACCUSE/disapprove"),
    (Meeting(status="hypothetical"), None, None),
    (Visit(form="official"), "042", "CONSULT/visit"),
    (Visit(status="planned"), "036", "AGREE"),
    (Visit(status="cancelled"), "161", "SANCTION/cancel"),
    (Conference(), "040", "CONSULT/multilateral"),
    (Conference(status="planned"), "036", "AGREE"),
    (Ceremony(form="wreath_laying"), "017", None),
    (Ceremony(form="welcome"), "043", "CONSULT/visit"),
    (Ceremony(form="award"), "051", "SUPPORT"),
    (Ceremony(form="opening", status="planned"), None, None),
    (Signing(), "057", "SUPPORT"),
    (Signing(status="planned"), "032", "AGREE"),
    (Signing(status="cancelled"), None, None),
    (Proposal(), "020", None),
    (Anniversary(), None, None),
]


@pytest.mark.parametrize(("event", "cameo", "plover"), CASES)
def test_codes(event: Event, cameo: str | None, plover: str | None) -> None:
    """Type, form, status, roles and place tell the codes."""
    assert (cameo, plover) == (event.cameo, str(event.plover) if event.plover else None)


def test_a_third_country_is_none_of_theirs() -> None:
    """People of one country abroad, and people of whom one's country is unknown, do not meet at a third location."""
    alone = (HOST, attrs.evolve(GUEST, country="NO", role="participant"))
    unknown = (attrs.evolve(HOST, role="participant"), Participant(name="X"))

    assert ["043", "040"] == [Meeting(participants=people, place=GENEVA).cameo for people in (alone, unknown)]


def test_contexts() -> None:
    """PLOVER's contexts are kept."""
    assert Plover(event="SUPPORT", contexts=("diplomatic",)) == Signing().plover


@attrs.frozen(kw_only=True)
class Summit(Meeting):
    """A meeting of a plugin's own type."""

    type = "summit"


@attrs.frozen(kw_only=True)
class Protest(Event):
    """An event with codes of its own."""

    type = "protest"

    @property
    def cameo(self) -> str | None:
        """Return the code."""
        return "141"

    @property
    def plover(self) -> Plover | None:
        """Return the code."""
        return Plover(event="PROTEST", mode="demo")


@attrs.frozen(kw_only=True)
class Flood(Event):
    """An event without codes."""

    type = "flood"


def test_types_of_plugins() -> None:
    """A type has the codes of the one it extends, or its own, or none."""
    events: list[Any] = [Summit(form="phone"), Protest(), Flood()]

    assert [("041", "CONSULT/phone"), ("141", "PROTEST/demo"), (None, "None")] == [(e.cameo, str(e.plover)) for e in events]


def test_codes_are_written_and_not_read() -> None:
    """What stands in JSON as codes follows from the rest."""
    text = dumps(Signing())

    assert '"cameo": "057", "plover": {"event": "SUPPORT", "mode": null, "contexts": ["diplomatic"]}' in text
    assert Signing() == loads(text.replace("057", "040"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[meeting]]\ncameo = "4"', "meeting: '4' is no code of CAMEO"),
        ('[[visit]]\nstate = "planned"', "visit: unknown key state; known keys: cameo, form"),
    ],
)
def test_a_table_that_cannot_be(text: str, message: str) -> None:
    """A wrong entry is named."""
    with pytest.raises(LexiconError, match=message):
        read(tomllib.loads(text))


def test_every_entry_can_be_reached() -> None:
    """No entry stands behind one that holds for all it holds for."""
    for entries in codings().values():
        for number, entry in enumerate(entries[:-1]):
            assert entry.status or entry.form or entry.where or entry.host, number
