"""Each way by which somebody told without a country gets one, and what keeps it from him."""

from __future__ import annotations

from typing import Any

import pytest
from script import countries

from eventx import Document
from eventx.merger.press import agency_of

MINISTER = "minister=Minister"
NORWAY, PERU, CHILE = "<Norway: NO, country>", "<Peru: PE, country>", "<Chile: CL, country>"

HOSTS: list[tuple[str, dict[str, Any]]] = [
    # who receives with a title is at home where he receives, whoever else is there
    ("[Berg: mayor=Mayor] *received* [Dara] in <Oslo: NO, locative>.", {"Berg": "NO", "Dara": None}),
    ("[Berg] *received* [Dara: mayor=Mayor] in <Oslo: NO, locative>.", {"Berg": None, "Dara": None}),
    ("[Berg: SE, mayor=Mayor] *received* [Dara] in <Oslo: NO, locative>.", {"Berg": "SE"}),
    ("[Berg: mayor=Mayor] *met* [Dara] in <Oslo: NO, locative>.", {"Berg": None}),
    # the finest place with a country
    ("[Berg: mayor=Mayor] *received* [Dara] in <the Hall: venue, locative> of <Oslo: NO, locative>.", {"Berg": "NO"}),
    (
        "[Berg: mayor=Mayor] *received* [Dara] in <Norway: NO, country, locative>, in <Lima: PE, locative>.",
        {"Berg": "PE"},
    ),
]

DATELINES: list[tuple[str, str, dict[str, Any]]] = [
    ("<OSLO: NO> – [Berg: mayor=Mayor] *received* [Dara].", "OSLO –", {"Berg": "NO", "Dara": None}),
    ("<OSLO: NO> – [Berg: mayor=Mayor] *received* [Dara] in <Lima: PE, locative>.", "OSLO –", {"Berg": "PE"}),
    # a state without such an office is not his
    ("<NEW YORK: US> – [Berg: mayor=Mayor] *received* [Dara].", "NEW YORK –", {"Berg": "US"}),
    ("<NEW YORK: US> – [Berg: foreign_minister=Foreign Minister] *received* [Dara].", "NEW YORK –", {"Berg": None}),
    ("<NEW YORK: US> – [Berg: foreign_minister=Foreign Minister] *met* [Dara: PE].", "NEW YORK –", {"Berg": None}),
    ("<OSLO: NO> – [Berg: foreign_minister=Foreign Minister] *met* [Dara: PE].", "OSLO –", {"Berg": "NO"}),
    # a headline is no dateline
    ("<OSLO: NO> – [Berg: mayor=Mayor] *received* [Dara].", "", {"Berg": None}),
]

COMPANY: list[tuple[str, dict[str, Any]]] = [
    (f"[Berg: NO, {MINISTER}] and [Lund: mayor=Mayor] *visited* {PERU}.", {"Lund": "NO"}),
    (f"[Berg: NO, {MINISTER}] and [Lund] *visited* {PERU}.", {"Lund": None}),
    (f"[Berg: NO], [Ruiz: CL] and [Lund: mayor=Mayor] *visited* {PERU}.", {"Lund": None}),
    (f"[Berg: NO] and [Lund: SE, mayor=Mayor] *visited* {PERU}.", {"Lund": "SE"}),
    ("[Dara] *received* [Berg: NO] and [Lund: mayor=Mayor].", {"Lund": "NO"}),
    # hosts may be of several countries, and a body is nobody's company
    ("[Berg: NO] and [Lund: mayor=Mayor] *received* [Dara].", {"Lund": None}),
    ("[Dara] *received* [the Team: body, NO] and [Lund: mayor=Mayor].", {"Lund": None}),
]

SIDES: list[tuple[str, dict[str, Any]]] = [
    # -- of one side of a meeting, told side by side with different offices --
    (f"[Berg: NO, king=King] and [Lund: {MINISTER}, of=Lund] *met* [Dara: KH].", {"Lund": "NO"}),
    (
        f"[Berg: NO, king=King], [Lund: {MINISTER}, of=Lund] and [Moe: judge=Judge, of=Moe] *met* [Dara: KH].",
        {"Lund": "NO", "Moe": "NO"},
    ),
    (f"[Dara: KH] *met* [Berg: NO, king=King] and [Lund: {MINISTER}, of=Lund].", {"Lund": "NO"}),
    (
        f"[Berg: NO, king=King], [Lund: president=President, of=Lund] and [Moe: {MINISTER}, of=Moe] *met* [Dara: KH].",
        {"Lund": "NO", "Moe": "NO"},
    ),
    (
        f"[Berg: NO, {MINISTER}], [Lund: {MINISTER}, of=Lund] and [Moe: judge=Judge, of=Moe] *met* [Dara: KH].",
        {"Lund": None, "Moe": None},
    ),
    # the same office, an envoy, a leader, one with words between or without an office may be of another country
    (f"[Berg: NO, {MINISTER}] and [Lund: {MINISTER}, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    (f"[Berg: NO, ambassador=Ambassador] and [Lund: {MINISTER}, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    ("[Berg: NO, king=King] and [Lund: ambassador=Ambassador, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    ("[Berg: NO, king=King] and [Lund: president=President, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    ("[Berg: NO, king=King] and [Lund: mayor=Mayor, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    (f"[Berg: NO, king=King] with his friend and [Lund: {MINISTER}, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    ("[Berg: NO, king=King] and [Lund] *met* [Dara: KH].", {"Lund": None}),
    (f"[Berg: king=King] and [Lund: {MINISTER}, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    (f"[Berg: VN, king=King] and [Lund: {MINISTER}, of=Lund] *met* [Dara: KH].", {"Lund": None}),
    (f"[Berg: NO, king=King] *met* [Lund: {MINISTER}, of=Lund] and [Dara: KH].", {"Lund": None}),
    (f"[Berg: NO, king=King] and [Lund: {MINISTER}, of=Lund] *met*.", {"Lund": None}),
]

OFFICIALS: list[tuple[str, dict[str, Any]]] = [
    # -- the agency's country, where names may be of it --
    (f"[Berg: {MINISTER}] *met* [Dara: KH, {MINISTER}]. (Bernama)", {"Berg": "MY"}),
    (f"[Berg: {MINISTER}] *met* [Dara: KH, {MINISTER}]. (VNA)", {"Berg": None}),
    (f"[Tran An: {MINISTER}, name_order=family_first] *met* [Dara: KH]. (VNA)", {"Tran An": "VN"}),
    (f"[Tran An: {MINISTER}, name_order=family_last] *met* [Dara: KH]. (VNA)", {"Tran An": None}),
    # -- but not of those who go there, are received there, or meet one from there --
    (f"[Berg: {MINISTER}] *visited* <Malaysia: MY, country>. (Bernama)", {"Berg": None}),
    (f"[Salleh: MY, king=King] *received* [Berg: {MINISTER}] and [Lund: {MINISTER}]. (Bernama)", {"Berg": None, "Lund": None}),
    (f"[Salleh: MY, king=King], [Berg: {MINISTER}] and [Lund: {MINISTER}] *received* [Dara]. (Bernama)", {"Berg": "MY"}),
    (f"[Salleh: MY, king=King] *met* [Berg: {MINISTER}]. (Bernama)", {"Berg": None}),
    (f"[Salleh: MY] *met* [Berg: {MINISTER}]. (Bernama)", {"Berg": "MY"}),
    (f"[Salleh: MY, king=King] *met* [Berg: {MINISTER}] and [Lund: {MINISTER}]. (Bernama)", {"Berg": "MY", "Lund": "MY"}),
    # -- of two that the text speaks of, and that meet, each is of one --
    (f"{PERU} and {NORWAY}. {PERU} and {NORWAY}. [Berg: {MINISTER}] *met* [Ruiz: PE, {MINISTER}].", {"Berg": "NO"}),
    (f"{NORWAY} and {PERU}. {NORWAY} and {PERU}. [Ruiz: PE, {MINISTER}] *met* [Berg: {MINISTER}].", {"Berg": "NO"}),
    (f"{PERU} and {NORWAY}. {PERU} and {NORWAY}. [Berg: {MINISTER}] *met* [Ruiz: PE].", {"Berg": None}),
    (
        f"{NORWAY} {CHILE} {PERU} {NORWAY} {CHILE} {PERU}. [Berg: {MINISTER}] *met* [Ruiz: PE, {MINISTER}].",
        {"Berg": "NO"},
    ),
    (
        f"{NORWAY} {CHILE} {PERU} {NORWAY} {CHILE} {PERU}. [Berg: {MINISTER}] *met* [Ruiz: PE, {MINISTER}] and [Lund].",
        {"Berg": None},
    ),
    # -- the other of two, the only one --
    (f"{PERU} {NORWAY} {PERU} {NORWAY}. [Ruiz: PE, {MINISTER}] *met* [Lund]. [Berg: {MINISTER}] *met* [Dara].", {"Berg": "NO"}),
    (f"{PERU} {NORWAY} {PERU} {NORWAY}. [Berg: {MINISTER}] *met* [Dara].", {"Berg": None}),
    (
        (
            f"{PERU} {NORWAY} {CHILE} {PERU} {NORWAY} {CHILE}. [Ruiz: PE, {MINISTER}] *met* [Rey: CL, {MINISTER}]. "
            f"[Berg: {MINISTER}] *met* [Dara]."
        ),
        {"Berg": None},
    ),
    (f"{NORWAY} {NORWAY}. [Berg: {MINISTER}] *met* [Dara].", {"Berg": "NO"}),
    (f"{NORWAY}. [Berg: {MINISTER}] *met* [Dara].", {"Berg": None}),
    (f"{NORWAY} {NORWAY}. [Ruiz: PE, {MINISTER}] *met* [Lund]. [Berg: {MINISTER}] *met* [Dara].", {"Berg": "NO"}),
    (
        f"{NORWAY} {NORWAY}. [Ruiz: PE, {MINISTER}] *met* [Rey: CL, {MINISTER}]. [Berg: {MINISTER}] *met* [Dara].",
        {"Berg": None},
    ),
    # -- a visitor is of the country named most that he does not visit --
    (f"{CHILE} {NORWAY} {NORWAY} {CHILE} {NORWAY}. [Berg: {MINISTER}] *visited* {PERU}.", {"Berg": "NO"}),
    (f"{PERU} {PERU}. [Berg: {MINISTER}] *visited* {PERU}.", {"Berg": None}),
    (f"{PERU} {PERU} {NORWAY} {NORWAY}. [Berg: {MINISTER}] *visited* {PERU}.", {"Berg": "NO"}),
    # -- what is named less than a third as often as another is told of in passing --
    (f"{NORWAY * 5} {CHILE * 2} {PERU}. [Ruiz: NO, {MINISTER}] *met* [Lund]. [Berg: {MINISTER}] *met* [Dara].", {"Berg": "CL"}),
    (f"{NORWAY * 6} {CHILE * 2} {PERU}. [Ruiz: NO, {MINISTER}] *met* [Lund]. [Berg: {MINISTER}] *met* [Dara].", {"Berg": "NO"}),
    # -- an office that a state has one of is not held twice --
    (
        (
            f"{NORWAY} {NORWAY}. [Ruiz: NO, president=President of Norway], [Moe: judge=Judge] and "
            "[Berg: president=President] *met* [Dara]."
        ),
        {"Berg": None},
    ),
    (
        f"{NORWAY} {NORWAY}. [Ruiz: NO, president=President of Norway], [Moe: judge=Judge] and [Berg: {MINISTER}] *met* [Dara].",
        {"Berg": "NO"},
    ),
    (
        "[Salleh: MY, president=President of Malaysia] *met* [Dara]. [Berg: president=President] *met* [Lund]. (Bernama)",
        {"Berg": None},
    ),
    # -- an envoy abroad tells nothing of the others --
    (
        f"{PERU} {NORWAY} {PERU} {NORWAY}. [Ruiz: PE, ambassador=Ambassador] *met* [Lund]. [Berg: {MINISTER}] *met* [Dara].",
        {"Berg": None},
    ),
    # -- a city told with its country tells of it once --
    (f"<Oslo: NO, city>, {NORWAY}. [Berg: {MINISTER}] *met* [Dara].", {"Berg": None}),
    (f"<Oslo: NO, city> and {NORWAY}. [Berg: {MINISTER}] *met* [Dara].", {"Berg": "NO"}),
    # -- what a title tells is not the text's --
    ("[Norwegian envoy Moe: of=Norwegian] *met* [Berg: minister=Minister]. <Norwegian: NO, demonym>.", {"Berg": None}),
    # -- those told alike are of one country, but for who visits it --
    (
        f"[Berg: {MINISTER}] *met* [Dara: KH, {MINISTER}]. [Lund: {MINISTER}] *visited* <Malaysia: MY, country>. (Bernama)",
        {"Berg": "MY", "Lund": None},
    ),
    (
        (
            f"{PERU} and {NORWAY}. {PERU} and {NORWAY}. [Berg: {MINISTER}] *met* [Ruiz: PE, {MINISTER}]. "
            f"[Lund: {MINISTER}], [Moe: {MINISTER}] *met* [Falk]."
        ),
        {"Berg": "NO", "Lund": "NO", "Moe": "NO"},
    ),
]

ABROAD: list[tuple[str, dict[str, Any]]] = [
    # -- of two who are at a ceremony together, the other is not of where the one is; of two who meet, he is --
    (f"[Berg: NO, {MINISTER}] *visited* {PERU}. [Berg] and [Lund: mayor=Mayor, of=Lund] *rite*.", {"Lund": None}),
    (f"[Berg: NO, {MINISTER}] *visited* {PERU}. [Berg] *met* [Lund: mayor=Mayor, of=Lund].", {"Lund": "PE"}),
]


@pytest.mark.parametrize(("text", "expected"), [*HOSTS, *COMPANY, *SIDES, *OFFICIALS, *ABROAD])
def test_who_is_whose(text: str, expected: dict[str, Any]) -> None:
    """Each has the country that follows, and none where it does not."""
    found = countries(text)
    assert expected == {name: found.get(name, "nobody") for name in expected}


@pytest.mark.parametrize(("text", "dateline", "expected"), DATELINES)
def test_at_a_dateline(text: str, dateline: str, expected: dict[str, Any]) -> None:
    """A host is at home at the dateline where no place is told."""
    found = countries(text, dateline=dateline)
    assert expected == {name: found.get(name, "nobody") for name in expected}


OFFICES = [
    ("minister=Minister of Trade", "MY"),
    ("minister=Minister@Union of Ports", "MY"),
    ("president=President", "MY"),
    ("vice_president=Vice President", "MY"),
    ("president=Great Ports President", None),
    ("president=President@Union of Ports", None),
    ("mayor=Mayor", None),
    ("body", None),
]


@pytest.mark.parametrize(("office", "country"), OFFICES)
def test_offices_of_state(office: str, country: str | None) -> None:
    """Holders of an office of state are told without their country at home, those of another are not."""
    assert country == countries(f"[Berg: {office}] *met* [Dara: KH, king=King]. (Bernama)")["Berg"]


SPOKEN = [
    # the only country spoken of is that of the dateline, or news from abroad
    ("NO", "NO"),
    ("PE", None),
]


@pytest.mark.parametrize(("code", "country"), SPOKEN)
def test_news_from_abroad(code: str, country: str | None) -> None:
    """Whom news from another country tells of is not of the only country that it speaks of."""
    text = f"<CITY: {code}> – {NORWAY} and {NORWAY}. [Berg: {MINISTER}] *met* [Dara]."
    assert country == countries(text, dateline="CITY –")["Berg"]


def test_city_and_country_of_a_dateline() -> None:
    """A dateline that tells its city and country speaks of the country, so that an official told bare may be of it."""
    text = f"<OSLO: NO>, <NORWAY: NO> – [Berg: {MINISTER}] *met* [Ruiz: PE, {MINISTER}]. {PERU} and {PERU}."
    assert countries(text, dateline="OSLO, NORWAY –")["Berg"] == "NO"


@pytest.mark.parametrize(("place", "country"), [("", "NO"), (" in <Lima: PE, locative>", None)])
def test_hosts_at_home(place: str, country: str | None) -> None:
    """Who receives where the news is from tells whose the others are; who receives elsewhere does not."""
    text = f"<OSLO: NO> – [Berg: {MINISTER}] *received* [Dara]{place}. [Lund: {MINISTER}] *met* [Falk]."
    assert country == countries(text, dateline="OSLO –")["Lund"]


def told_by(document: Document) -> str | None:
    """Return the country of the agency that a document names."""
    found = agency_of(document)
    assert found is None or document.slice(found[1]).strip("()") == document.slice(found[1])
    return found[0] if found is not None else None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("OSLO (NTB) – Ana met Bo.", None),
        ("HANOI (VNA) – Ana met Bo.", "VN"),
        ("HANOI, May 5 (Xinhua) -- Ana met Bo.", "CN"),
        ("HANOI/Xinhua/ Ana met Bo.", "CN"),
        ("HANOI May 5 VNA - Ana met Bo.", "VN"),
        ("HANOI May 5 VNA – Ana met Bo.", "VN"),
        ("HANOI May 5 VNA — Ana met Bo.", "VN"),
        ("HANOI VNA-run talks: Ana met Bo.", None),
        ("Ana met Bo. – VNA", "VN"),
        ("Ana met Bo.-VNA", "VN"),
        ("Ana met Bo. (VNA)", "VN"),
        ("Ana met Bo. /VNA/.", "VN"),
        ("Ana met Bo. Source: VNA", "VN"),
        ("Ana met Bo. SOURCE:VNA", "VN"),
        ("Ana met Bo of VNA", None),
        ("Ana met Bo (VNA) in Hue.", "VN"),
        ("Ana met Bo. — AFP", None),
        # an agency that is part of another word, a longer name before a shorter
        ("Ana met Bo (VNAX) in Hue.", None),
        ("JAKARTA (ANTARA News) - Ana met Bo.", "ID"),
        # the last words before the first
        ("HANOI (VNA) – Ana met Bo. (Xinhua)", "CN"),
    ],
)
def test_agencies(text: str, country: str | None) -> None:
    """An agency is named in the dateline or behind the last words."""
    assert country == told_by(Document(text, language="en"))


@pytest.mark.parametrize(("before", "behind", "country"), [(395, 500, "VN"), (396, 500, None), (500, 0, "VN")])
def test_agencies_far_from_either_end(before: int, behind: int, country: str | None) -> None:
    """In the midst of a text an agency is only told of."""
    assert country == told_by(Document("x" * before + "(VNA)" + "y" * behind, language="en"))


@pytest.mark.parametrize(("behind", "country"), [(115, "VN"), (116, None)])
def test_words_behind_an_agency(behind: int, country: str | None) -> None:
    """What closes a text is an agency only at its end, which blanks may follow."""
    assert country == told_by(Document("x" * 500 + "(VNA)" + " " * behind, language="en"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # of two who hold the one office of a state, the news tells which is at home of the first at most
        ("president=President", "president=President", {"Berg": "NO", "Lund": None}),
        (f"{MINISTER}", "president=President", {"Berg": "NO", "Lund": "NO"}),
        # whose country is told keeps it
        ("president=President", "NO, president=President", {"Berg": None, "Lund": "NO"}),
    ],
)
def test_colleagues_who_meet(first: str, second: str, expected: dict[str, Any]) -> None:
    """Two who hold the same sole office of state and meet are not taken to be of one country."""
    text = f"<OSLO: NO> – {NORWAY} and {NORWAY}. [Berg: {first}] *met* [Lund: {second}]."
    assert expected == countries(text, dateline="OSLO –")
