"""The extractor of engagements: its cases, its words, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import readings

from eventx import Contribution, Document, Trigger
from eventx.testing import Case, load_cases, run_extractor
from eventx_engagements.extractor import ENGAGEMENTS
from eventx_engagements.lexicon import LEXICON
from eventx_engagements.words import MARKS, NO_MARKS, Look, _any_of, _word_pattern, grammar

CASES = Path(__file__).parents[1] / "cases" / "engagements"
LANGUAGES = ("en", "vi")
ALL = [case for code in LANGUAGES for case in load_cases(CASES / f"{code}.toml", language=code)]

PIECES = (
    "President Oru", "the ambassador", "received", "received by", "met with", "held talks", "at the", "a", "his", "official",
    "visit", "to", "China", "after", "during", ",", ".", "\n", "who", "will", "conference", "14th", "summit", "signed", "an",
    "agreement", "on", "Monday", "between", "and", "presented", "souvenir", "if", "cancelled", "ceremony", "(", ")", '"', ";",
    "Chủ tịch Lê Hòa", "đã tiếp", "tiếp", "hội đàm", "với", "chuyến thăm", "lần này", "tại", "Việt Nam", "của", "lễ đón", "ký",
    "thỏa thuận", "Hội nghị", "lần thứ XIII", "sẽ", "nếu", "và", "đoàn do", "làm trưởng đoàn", "XVIII", "2 ngày",
)  # fmt: skip


def told(document: Document, contribution: Contribution) -> dict[str, Any]:
    """Return what a contribution tells, in the form of the cases."""
    trigger = contribution.value
    assert isinstance(trigger, Trigger)
    who: dict[str, list[str]] = {}
    for slot in trigger.slots:
        windows = [text for span in slot.spans if (text := document.slice(span).strip())]
        if windows:
            who.setdefault(slot.role, []).append(windows[0])
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in trigger.fields}
    read: dict[str, Any] = {
        "rule": contribution.rule.rpartition(".")[2],
        "text": document.slice(contribution.span),
        "type": trigger.type,
        "who": who,
        **fields,
    }
    if trigger.status != "held":
        read["status"] = trigger.status
    read.update({flag: True for flag in ("anaphoric", "background") if getattr(trigger, flag)})
    return read


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.line}-{case.rule.rsplit('.', 1)[-1]}")
def test_case(case: Case) -> None:
    """Each case gives what it expects, and nothing else."""
    document = case.document
    read = [told(document, contribution) for contribution in run_extractor(ENGAGEMENTS, document)]
    for got, want in zip(read, case.expect, strict=False):
        if "who" not in want:
            del got["who"]
    assert list(case.expect) == read


# a rule here is a frame: how the sides of a trigger stand around it
FRAMES = {f"engagements.{code}.{frame}" for code in LANGUAGES for frame in LEXICON.table(code, "frames")}


@pytest.mark.parametrize("rule", sorted(FRAMES | {case.rule for case in ALL}))
def test_every_rule_has_cases_for_and_against(rule: str) -> None:
    """Each frame has a case in which it is found, and one about it in which nothing of it is, and a case is about a frame."""
    assert {True, False} == set(readings(rule, ALL, ENGAGEMENTS))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_trigger_names_a_frame(code: str) -> None:
    """Each entry's frames are in the words file, and its event type is a built-in one."""
    frames = LEXICON.table(code, "frames")
    types = {"meeting", "visit", "conference", "ceremony", "signing", "scene"}
    for surface, entry in LEXICON.table(code, "trigger").items():
        named = {entry["frame"], *(entry[key] for key in ("verb", "again", "gerund") if key in entry)}
        assert named <= set(frames), surface
        assert entry["type"] in types, surface


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(LANGUAGES))
def test_spans_are_valid_on_any_mix_of_words(pieces: list[str], code: str) -> None:
    """Any mix of the words the rules know gives spans inside the text, and the same ones twice."""
    text = " ".join(pieces)
    document = Document(text, language=code)
    found = run_extractor(ENGAGEMENTS, document)
    assert found == run_extractor(ENGAGEMENTS, Document(text, language=code))
    for contribution in found:
        trigger = contribution.value
        assert isinstance(trigger, Trigger)
        assert 0 <= contribution.span.start < contribution.span.end <= len(text)
        assert all(span.end <= len(text) for slot in trigger.slots for span in slot.spans)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_failure(text: str, code: str) -> None:
    """No text makes the extractor raise."""
    run_extractor(ENGAGEMENTS, Document(text, language=code))


def test_sport_is_left_alone() -> None:
    """Where sport is told, nobody meets or visits anybody."""
    text = "Rovers meet City on Saturday. Their coach visited Leeds last week to see the final of the league."
    assert run_extractor(ENGAGEMENTS, Document(text, language="en")) == []


def test_a_text_of_sport_is_left_alone_as_a_whole() -> None:
    """Where the words of sport are dense, sentences without one are silent, too."""
    text = "The striker left the league. The coach said the season was long. United met City in Leeds. The goalkeeper rested."
    assert run_extractor(ENGAGEMENTS, Document(text, language="en")) == []


@given(
    st.text("aB1 ,.'’-–_\"“«»!\u00a0\u2009İΣσßé(\n·", max_size=60),
    st.integers(0, 61),
    st.integers(0, 61),
    st.integers(1, 8),
    st.sampled_from([MARKS, NO_MARKS, ",", ";:.!?"]),
)
def test_words_are_those_of_the_pattern(text: str, start: int, end: int, limit: int, marks: str) -> None:
    """A stretch is cut by passes without a pattern, into the words the pattern finds in its sentence, up to the first mark."""
    document = Document(text, language="en")
    look = Look(document, grammar(LEXICON, "en"))
    for low, high in [(start, end), *((span.start, span.end) for span in document.sentences)]:
        at = document.sentence_at(low)
        found = [match.span() for match in _word_pattern().finditer(text, at.start, at.end)]
        found = [(first, stop) for first, stop in found if low <= first < high][:limit]
        # what stands before the sentence is not looked at
        mark = _any_of(marks).search(text, max(low, at.start), found[-1][0] + 1) if found and marks else None
        kept = [(document.lower[first:stop], first) for first, stop in found if mark is None or first < mark.start()]
        assert look.words(low, high, limit, marks) == kept
