"""Clauses: what belongs to the same clause as a word, and whether the word tells of a fact."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Document, Engine, Span, clause_after, clause_before, clause_opener, sentence_after, sentence_before, status_at
from eventx.clauses import CLAUSES, is_opening
from eventx.clauses.dateline import behind_dateline

BEFORE = [
    # an apposition stays inside
    (
        "Ana Lima, member of the party, and mayor of Oslo, met with Bo.",
        "met with",
        "Ana Lima, member of the party, and mayor of Oslo,",
    ),
    # a clause put in between is left out
    ("Ana Lima, who arrived on Monday, met with Bo.", "met with", "Ana Lima,"),
    ("Ana Lima, who arrived on Monday, on September 5 met with Bo.", "met with", "Ana Lima,"),
    # an opening phrase is left out
    ("After the talks with Bo, Ana Lima met Cy.", "met", "Ana Lima"),
    ("On April 21, during a reception for Bo, who is on a visit, Ana Lima met Cy.", "met", "Ana Lima"),
    # within a clause of its own
    ("Ana Lima, who is paying a visit to Peru, met Bo.", "visit", "is paying a"),
    ("Ana said that Bo met Cy.", "met", "Bo"),
    # marks bound
    ("Bo left; Ana Lima met Cy.", "met", "Ana Lima"),
    ("Ana Lima (who met Bo) left.", "met", ""),
    ("Ana (Photo: VNA) met Bo.", "met", "Ana (Photo: VNA)"),
    ('"We thank our many friends in Peru," Ana met them and said.', "met", ', " Ana'.replace(', "', "")),
]


@pytest.mark.parametrize(("text", "word", "expected"), BEFORE)
def test_clause_before(text: str, word: str, expected: str) -> None:
    """The stretch before a word is its clause's own."""
    document = Document(text, language="en")
    assert document.slice(clause_before(document, text.index(word))).strip() == expected.strip()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ana met Bo, mayor of Oslo, who left on Monday.", "met", "Bo, mayor of Oslo,"),
        ("Ana met Bo after visiting Peru.", "met", "Bo"),
        ("Ana met Bo: both smiled.", "met", "Bo"),
        ("Ana met Bo. Cy left.", "met", "Bo."),
        ('Ana met Bo "the greatest friend of all our peoples" in Oslo.', "met", "Bo"),
    ],
)
def test_clause_after(text: str, word: str, expected: str) -> None:
    """The stretch after a word ends where another clause begins."""
    document = Document(text, language="en")
    assert document.slice(clause_after(document, text.index(word) + len(word))).strip() == expected


def test_clause_opener() -> None:
    """The word that opens a clause is told; a main clause has none."""
    text = "Ana Lima, who is paying a visit to Peru, met Bo."
    document = Document(text, language="en")
    opener = clause_opener(document, text.index("visit"))
    assert opener is not None
    assert (opener.entry.surface, opener.value) == ("who", "relative")
    assert clause_opener(document, text.index("met")) is None


def test_vietnamese_opening_phrases() -> None:
    """Both an invitation and a framework that open a sentence are left to themselves."""
    text = "Nhận lời mời của Chủ tịch A, Thủ tướng B thăm Lào. Chiều 27/4, trong khuôn khổ chuyến đi, ông C gặp bà D."
    document = Document(text, language="vi")
    assert document.slice(clause_before(document, text.index("thăm"))).strip() == "Thủ tướng B"
    assert document.slice(clause_before(document, text.index("gặp"))).strip() == "ông C"


def test_sentence_halves() -> None:
    """The halves of a sentence meet at the offset."""
    document = Document("Ana met Bo. Cy left Peru early.", language="en")
    assert document.slice(sentence_before(document, 15)) == "Cy "
    assert document.slice(sentence_after(document, 15)) == "left Peru early."


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Ana met Bo.", "met", "held"),
        ("Ana will meet Bo.", "meet", "planned"),
        ("Ana, who left early, will meet Bo.", "meet", "planned"),
        ("Six agreements will be signed.", "signed", "planned"),
        ("Ana is expected to meet Bo and visit Peru.", "visit", "planned"),
        ("A seminar on tea, which is slated for June, drew crowds.", "seminar", "planned"),
        ("The talks, scheduled for June, were called off.", "talks", "cancelled"),
        ("Ana cancelled a visit to Peru.", "visit", "cancelled"),
        ("Ana would visit Peru.", "visit", "hypothetical"),
        ("Ana said Bo would visit Peru.", "visit", "planned"),
        ("If Ana visits Peru, Bo leaves.", "visits", "hypothetical"),
        ("Ana hopes that Bo will visit Peru.", "visit", "hypothetical"),
        ("Ana has no plans to visit Peru.", "visit", "hypothetical"),
        ("Ana did not visit Peru.", "visit", "hypothetical"),
        ("Ana, who will leave soon, has met Bo.", "met", "held"),
        ("Minister to visit Peru", "visit", "planned"),
        ("Ana flew there to visit Peru.", "visit", "held"),
    ],
)
def test_status(text: str, word: str, status: str) -> None:
    """The nearest governing word decides; a wish governs what comes after it."""
    document = Document(text, language="en")
    start = text.index(word)
    assert status_at(document, Span(start, start + len(word))) == status


def test_a_past_tense_is_governed_from_close_by_only() -> None:
    """A "will" further off does not make a past tense a plan."""
    text = "The mayor, who will retire and move to Oslo next year with wife and dog and cat met Bo."
    document = Document(text, language="en")
    start = text.index("met")
    assert status_at(document, Span(start, start + 3)) == "planned"
    assert status_at(document, Span(start, start + 3), near=True) == "held"


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Thủ tướng A đã thăm Lào.", "thăm", "held"),
        ("Thủ tướng A sẽ thăm Lào.", "thăm", "planned"),
        ("Thủ tướng A hoãn thăm Lào.", "thăm", "cancelled"),
        ("Thủ tướng A mong muốn thăm Lào.", "thăm", "hypothetical"),
        ("Nếu thăm Lào, ông A sẽ vui.", "thăm", "hypothetical"),
        ("Ông A cam kết sẽ thăm Lào.", "thăm", "hypothetical"),
    ],
)
def test_status_in_vietnamese(text: str, word: str, status: str) -> None:
    """Vietnamese cues are read likewise."""
    document = Document(text, language="vi")
    start = text.index(word)
    assert status_at(document, Span(start, start + len(word))) == status


def test_opening() -> None:
    """Words of time open a sentence; a name does not."""
    text = "Earlier on September 5, Ana left."
    document = Document(text, language="en")
    assert is_opening(document, 0, text.index(","))
    assert not is_opening(document, 0, text.index("left"))


def test_the_words_join_the_one_pass() -> None:
    """The Engine looks for the clauses' words in its one pass, so that no extractor pays for them."""
    engine = Engine()
    assert CLAUSES in engine._automaton("en").lexicons  # noqa: SLF001 - the pass is nobody's business else


def test_a_language_without_words() -> None:
    """In a language without words of its own, sentences and marks still bound."""
    document = Document("Ana traf Bo; Cy ging.", language="de")
    assert document.slice(clause_before(document, 16)).strip() == "Cy"
    assert status_at(document, Span(4, 8)) == "held"


@given(st.text(max_size=120), st.data(), st.sampled_from(["en", "vi"]))
def test_any_offset_of_any_text(text: str, data: st.DataObject, code: str) -> None:
    """Whatever the text, the stretches lie around the offset, inside it."""
    document = Document(text, language=code)
    offset = data.draw(st.integers(0, len(text)))
    before, after = clause_before(document, offset), clause_after(document, offset)
    assert 0 <= before.start <= before.end <= offset == after.start <= after.end <= len(text)
    assert status_at(document, Span(offset, offset)) in ("held", "planned", "cancelled", "hypothetical")


@pytest.mark.parametrize("run", [" " * 3000, "\u00a0" * 3000, "\t\n" * 1500, "A " * 1500])
@pytest.mark.parametrize("behind", ["A (Peru) met B.", "A - B.", "A/B"])
def test_a_dateline_behind_a_long_run(run: str, behind: str) -> None:
    """However many blanks stand before what may be a dateline, they are passed over once."""
    document = Document(run + behind, language="en")
    start = time.thread_time()
    behind_dateline(document, Span(0, len(document.text)))

    assert time.thread_time() - start < 0.3
