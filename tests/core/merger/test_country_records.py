"""For each participant's country a record says what tells it: words of the participant's own, or the rule that gave it."""

from __future__ import annotations

from pathlib import Path

import pytest
from script import events, script

from eventx.merger import grounds

PERU, CHILE = "<Peru: PE, country>", "<Chile: CL, country>"
CASES = [
    ("[Berg: NO] *met* [Dara].", "", "Berg: NO", "titles", "Berg"),
    ("[Berg: mayor=Mayor] *received* [Dara] in <Oslo: NO, locative>.", "", "Berg: NO", grounds.BY_SEAT, "Oslo"),
    ("<OSLO: NO> – [Berg: mayor=Mayor] *received* [Dara].", "OSLO –", "Berg: NO", grounds.BY_SEAT, "OSLO"),
    (
        "[Berg: NO, minister=Minister] and [Lund: mayor=Mayor] *visited* <Peru: PE, country>.", "", "Lund: NO",
        grounds.BY_COMPANY, "Berg",
    ),
    (
        "[Berg: NO, minister=Minister] *visited* <Peru: PE, country>. [Berg] *met* [Ruiz: mayor=Mayor, of=Ruiz].", "",
        "Ruiz: PE", grounds.BY_TRIP, "Berg",
    ),
    ("On the <Peru: PE, country> side, [Berg: mayor=Mayor] *met* [Dara].", "", "Berg: PE", grounds.BY_SIDE, "Peru"),
    ("[Berg: president=President] *met* [Dara: KH, king=King]. (Bernama)", "", "Berg: MY", grounds.BY_NEWS, "Bernama"),
    (
        f"{PERU} and {CHILE} agree. {PERU} and {CHILE} trade. [Berg: president=President] *met* [Dara: CL, king=King].", "",
        "Berg: PE", grounds.BY_REST, "Peru",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dateline", "value", "rule", "words"), CASES)
def test_what_gave_the_country(text: str, dateline: str, value: str, rule: str, words: str) -> None:
    """The record names the rule and the words it goes by."""
    telling = script(text, dateline=dateline) if dateline else script(text)
    records = {record.value: record for event in telling.events() for record in event.provenance if record.field == "country"}
    record = records[value]
    span = record.span
    assert span is not None
    assert (words, True) == (telling.document.slice(span), record.won)
    assert record.rule == rule if rule.startswith("merger.") else not record.rule.startswith("merger.")
    assert record.reason


def test_no_country_no_record() -> None:
    """Whoever has no country has no record of one."""
    (event,) = events("[Berg] *met* [Dara].")
    assert not [record for record in event.provenance if record.field == "country"]


def test_a_country_taken_back_has_no_record() -> None:
    """Of two presidents who meet only one is of the country whose news it is."""
    found = events("[Berg: president=President] *met* [Dara: president=President]. (Bernama)")
    told = {person.name: person.country for event in found for person in event.participants if person.country}
    records = [record.value for event in found for record in event.provenance if record.field == "country"]
    assert records == [f"{name}: {country}" for name, country in told.items()]


def test_each_rule_is_documented() -> None:
    """`docs/merging.md` lists the rules that give somebody a country."""
    text = (Path(__file__).parents[3] / "docs" / "merging.md").read_text(encoding="utf-8")
    rules = [value for name, value in vars(grounds).items() if name.startswith("BY_")]
    assert [rule for rule in rules if f"`{rule}`" not in text] == []
    assert {case[3] for case in CASES} >= {*rules} - {grounds.BY_NAME, grounds.BY_PRINCIPAL}
