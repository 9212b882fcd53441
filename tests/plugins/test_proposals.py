"""The proposals extractor: its cases, its rules, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import ids_in_code, readings

from eventx import Contribution, Document, Slot, Trigger
from eventx.testing import Case, load_cases, run_extractor
from eventx_proposals.extractor import proposals
from eventx_proposals.lists import may_hold, word_lists

CASES = Path(__file__).parents[1] / "cases" / "proposals"
LANGUAGES = ("en", "vi")
ALL = [case for code in LANGUAGES for case in load_cases(CASES / f"{code}.toml", language=code)]

PIECES = (
    "the ambassador", "President Oru", "proposed", "suggested that", "asked", "to", "and", ",", ";", "boosting trade",
    "both sides should", "he said", "expressed hope", "put forward", "proposals", "including", ":", "calling for", "urged",
    "hopes",
    "will", "so as to", "Đại sứ", "đề nghị", "hai bên", "tăng cường", "hợp tác", "mong muốn", "và", "nhằm", "bày tỏ",
    "hai bên cần",
    "First,", "second,", "(1)", "1.", "- ", "²", "three", "made", "according to", "một là,", "Thứ nhất,", "theo",
    "cho rằng", "một số nội dung:", ".", "\n", '"', "(", ")", "—", "I", "we", "hope",
)  # fmt: skip


def first_window(document: Document, slots: tuple[Slot, ...], role: str) -> str | None:
    """Return what the first window of a slot holds."""
    slot = next((slot for slot in slots if slot.role == role), None)
    return document.slice(slot.spans[0]).strip() if slot is not None and slot.spans else None


def told(document: Document, contribution: Contribution) -> dict[str, Any]:
    """Return what a contribution tells, in the form of the cases."""
    trigger = contribution.value
    assert isinstance(trigger, Trigger)
    items = dict(trigger.fields)["items"]
    assert isinstance(items, tuple)
    return {
        "anchor": document.slice(contribution.span),
        "items": list(items),
        "proposer": first_window(document, trigger.slots, "proposer"),
        "addressee": first_window(document, trigger.slots, "addressee"),
        "status": trigger.status,
        "certainty": contribution.certainty,
        "rule": contribution.rule,
    }


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.line}-{case.rule.rsplit('.', 1)[-1]}")
def test_case(case: Case) -> None:
    """Each case gives what it expects, and nothing else."""
    document = case.document
    found = run_extractor(proposals, document)
    read = [told(document, contribution) for contribution in found]
    assert [{key: got.get(key) for key in want} for got, want in zip(read, case.expect, strict=False)] == list(case.expect)
    assert len(read) == len(case.expect), read
    if any("rule" not in want for want in case.expect):
        assert case.rule in {contribution.rule for contribution in found}


@pytest.mark.parametrize("rule", sorted(ids_in_code("proposals") | {case.rule for case in ALL}))
def test_every_rule_has_cases_for_and_against(rule: str) -> None:
    """Each rule of the code has a case in which it reads something and one in which it must not, and a case is about a rule."""
    assert {True, False} == set(readings(rule, ALL, proposals))


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30))
def test_never_raises_and_keeps_to_the_text(code: str, pieces: list[str]) -> None:
    """Whatever the text, spans lie in it and items stand in it."""
    document = Document(" ".join(pieces), language=code)
    for contribution in run_extractor(proposals, document):
        trigger = contribution.value
        assert isinstance(trigger, Trigger)
        items = dict(trigger.fields)["items"]
        assert isinstance(items, tuple)
        assert all(span.start <= span.end <= len(document.text) + 20 for slot in trigger.slots for span in slot.spans)
        assert contribution.span.start < contribution.span.end


def test_items_are_surfaces() -> None:
    """Every item of every case stands in its text."""
    for case in ALL:
        for contribution in run_extractor(proposals, case.document):
            assert isinstance(contribution.value, Trigger)
            assert all(str(item) in case.text for item in told(case.document, contribution)["items"])


def test_news_of_other_matters_is_silent() -> None:
    """Where no word of politics stands near, the same words tell no proposal."""
    politics = Document("The minister proposed cutting tariffs between the two countries.", language="en")
    other = Document("The baker proposed cutting the cake.", language="en")
    assert len(run_extractor(proposals, politics)) == 1
    assert run_extractor(proposals, other) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_phrase_shows_by_its_sign(language: str) -> None:
    """No list of the items has a phrase that its sign overlooks, so that no pattern is left out in error."""
    items = word_lists(language)["items"]
    for name in {"reports", "closers", "tails", "comma_tails", "settings"} & set(items):
        for phrase in items[name]:
            document = Document(f"A, {phrase}: b", language=language)
            assert may_hold(document, 0, len(document.text), items[name])
            assert not may_hold(document, 0, 2, items[name])
