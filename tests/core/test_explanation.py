"""Explanations: who won each field and why, and how far silent sentences got."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given

import eventx
from eventx import (
    Contribution,
    Date,
    Document,
    Engine,
    Extraction,
    Mention,
    PlaceMention,
    Slot,
    Span,
    Trigger,
    explain,
    extractor,
)
from eventx.explanation import Explanation
from eventx.strategies import extractions

TEXT = "Anna signed it in 2001, not 2002. A date alone: 2003. Silence. If Berta signed. Carla met."


@extractor(name="all", provides=("trigger", "mention", "date", "place"))
def everything(document: Document, _: Any) -> Iterator[Contribution]:
    """Find names, dates and triggers in sentences of the form of TEXT."""

    def say(field: str, value: Any, match: re.Match[str]) -> Contribution:
        return Contribution(field=field, value=value, span=Span(*match.span()), rule=f"all.{field}")

    for match in re.finditer(r"\b(Anna|Berta|Carla)\b", document.text):
        yield say("mention", Mention(name=match.group()), match)
    for match in re.finditer(r"\d{4}", document.text):
        yield say("date", Date(match.group()), match)
    for match in re.finditer("Silence", document.text):
        yield say("place", PlaceMention(name="Silence", country="VN"), match)
    for match in re.finditer(r"signed|met\b", document.text):
        sentence = document.sentence_at(match.start())
        status = "hypothetical" if document.slice(sentence).startswith("If") else "held"
        slots = tuple(
            Slot(role=role, spans=(sentence,), take=take)  # type: ignore[arg-type]
            for role, take in (("signatory", "first"), ("date", "all"), ("place", "first"))
        )
        kind = "meeting" if match.group() == "met" else "signing"
        yield say("trigger", Trigger(type=kind, slots=slots, status=status, fields=(("documents", ("it",)),)), match)


@pytest.fixture
def explanation(engine_of: Callable[..., Engine]) -> Explanation:
    """Return the explanation of TEXT."""
    return explain(Document(TEXT, id="t", language="en"), engine=engine_of(everything))


def test_each_field_tells_who_won_and_lost(explanation: Explanation) -> None:
    """Winner and losers stand under their field with value, words, offsets, rule, extractor and reason."""
    report = str(explanation)

    assert "t: language en, published unknown" in report
    assert "  date: 2001 (stated)\n    won   2001 “2001” 18-22 by all.date (all): read from the" in report
    assert "    lost  2002 “2002” 28-32 by all.date (all): " in report
    assert "  participants: Anna (signatory)\n    won   Anna “Anna” 0-4 by all.mention (all)" in report


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("A date alone", "no trigger: no rule found words that tell of an event"),
        ("Silence", "no trigger"),
        ("If Berta", "told as hypothetical, so it is left out unless hypothetical events are asked for"),
        ("Carla met", "a trigger, but no event"),
    ],
)
def test_silent_sentences_tell_how_far_they_got(explanation: Explanation, start: str, reason: str) -> None:
    """A sentence without an event tells what was read in it and where it stopped."""
    text = explanation.extraction.document
    (silence,) = (one for one in explanation.silences if text.slice(one.span).startswith(start))

    assert silence.reason.startswith(reason)
    assert silence.contributions
    assert f"“{text.slice(silence.span)}”" in str(explanation)


def test_slots_of_a_lone_trigger_tell_what_they_found(explanation: Explanation) -> None:
    """What stands in a trigger's windows is told, and that nothing does."""
    report = str(explanation)

    assert "trigger: meeting (held, documents it) “met”" in report
    assert "      signatory: “Carla”\n      date: nothing found\n" in report


def test_a_sentence_in_which_nothing_was_read(engine_of: Callable[..., Engine]) -> None:
    """Nothing read is told as such, and that there are no events."""
    report = str(explain("Quiet words.", engine=engine_of(everything)))

    assert "no rule read anything here" in report
    assert "no events" in report


def test_failures_are_told(engine_of: Callable[..., Engine]) -> None:
    """What failed on the document stands in the report."""

    @extractor(name="broken", provides=())
    def broken(_: Document, __: Any) -> list[Contribution]:
        raise KeyError

    assert "problem: plugin made, extractor broken failed at extract" in str(explain("A b.", engine=engine_of(broken)))


@given(extractions())
def test_any_extraction_can_be_reported(extraction: Extraction) -> None:
    """Whatever plugins say, a report can be made of it."""
    assert str(Explanation(extraction=extraction, silences=()))


def test_it_is_public() -> None:
    """`eventx.explain` is the function."""
    assert explain is eventx.explain


def test_unfilled_slots_are_told() -> None:
    """Of an event it is told whom its triggers looked for and did not find; filled slots are not named again."""
    told = str(explain("President Anna Example received a guest in Hanoi on May 3, 2022.")).splitlines()

    assert ["  unfilled: guest of “received” 23-31: nothing found"] == [line for line in told if "unfilled" in line]
    whole = str(explain("President Anna Example received King Tom Sample in Hanoi on May 3, 2022."))
    assert "unfilled" not in whole


def test_status_and_own_fields_have_records() -> None:
    """Which trigger told the status and a field of the type's own is told; or that a day ahead made the event a planned one."""
    text = (
        "President Anna Example will pay an official visit to Laos. King Tom Sample asked her to open a border and lend a hand."
    )
    visit, *_ = (item for item in eventx.extract(text).events if item.type == "visit")
    told = {item.field: (item.value, item.rule.partition(".")[0], item.won) for item in visit.provenance}
    assert (("planned", "engagements", True), ("official", "engagements", True)) == (told["status"], told["form"])

    (ahead,) = eventx.extract("Queen Anna Example visits Laos on 9 May 2024.", published="2024-05-01").events
    (record,) = (item for item in ahead.provenance if item.field == "status")
    assert ("planned", True) == (record.value, record.won)
    assert record.rule == "merger.to_come" or record.span is not None
