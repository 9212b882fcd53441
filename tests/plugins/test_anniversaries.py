"""The anniversaries extractor: its cases, its rules, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import ids_in_code, readings

from eventx import Contribution, Date, Document, Trigger
from eventx.testing import Case, load_cases, run_extractor
from eventx_anniversaries.dates import find_dates, later, make_date
from eventx_anniversaries.extractor import anniversaries
from eventx_anniversaries.numbers import in_vietnamese_words, in_words

CASES = Path(__file__).parents[1] / "cases" / "anniversaries"
LANGUAGES = ("en", "vi")
ALL = [case for code in LANGUAGES for case in load_cases(CASES / f"{code}.toml", language=code)]

PIECES = (
    "kỷ niệm", "55 năm", "lần thứ 15", "(24/6/1967 - 24/6/2022)", "Quốc khánh", "nhân dân", "năm", "bảy mươi", "và 50 năm Ngày",
    "the 15th anniversary of", "anniversary", "centenary of", "marking 55 years of", "ties", "(1992-2023)", "(", ")", "in 1972",
    "fiftieth", "National Day", "established diplomatic ties in", "30/2/2023", "99/99/1999", ",", ".", "\n", " ",
    "0th", "9999 năm", "Today marks the", "tròn", "đánh dấu", "Quốc khánh lần thứ", "its centenary", "30-year", "1,000th", "² th",
    "'s", "birthday of President Oru", "and the 10th of", "falls on May 5", "years of ties celebrated", "In 2010,", "1.000 năm",
    "2/9",
)  # fmt: skip


def told(document: Document, contribution: Contribution) -> dict[str, Any]:
    """Return what a contribution tells, in the form of the cases."""
    trigger = contribution.value
    assert isinstance(trigger, Trigger)
    fields = {key: value.edtf if isinstance(value, Date) else value for key, value in trigger.fields}
    return {"anchor": document.slice(contribution.span), "rule": contribution.rule, "status": trigger.status, **fields}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.line}-{case.rule.rsplit('.', 1)[-1]}")
def test_case(case: Case) -> None:
    """Each case gives what it expects, and nothing else."""
    document = case.document
    found = run_extractor(anniversaries, document)
    read = [told(document, contribution) for contribution in found]
    assert [{key: got.get(key) for key in want} for got, want in zip(read, case.expect, strict=False)] == list(case.expect)
    assert len(read) == len(case.expect), read
    if any("rule" not in want for want in case.expect):
        assert case.rule in {contribution.rule for contribution in found}


@pytest.mark.parametrize("rule", sorted(ids_in_code("anniversaries") | {case.rule for case in ALL}))
def test_every_rule_has_cases_for_and_against(rule: str) -> None:
    """Each rule of the code has a case in which it reads something and one in which it must not, and a case is about a rule."""
    assert {True, False} == set(readings(rule, ALL, anniversaries))


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=25))
def test_never_raises_and_keeps_to_the_text(code: str, pieces: list[str]) -> None:
    """Whatever the text, spans lie in it, `of` stands in it, and a year that was computed is marked implied."""
    document = Document(" ".join(pieces), language=code)
    for contribution in run_extractor(anniversaries, document):
        trigger = contribution.value
        assert isinstance(trigger, Trigger)
        assert contribution.span.end <= len(document.text) + 20
        fields = dict(trigger.fields)
        assert isinstance(fields["years"], int)
        assert fields["years"] > 0
        assert all(span.start < span.end for slot in trigger.slots for span in slot.spans)


def test_followed_date_is_implied_and_read_date_is_stated() -> None:
    """A date that follows from the beginning is implied; one that is written is stated."""
    (followed,) = run_extractor(anniversaries, Document("the 50th anniversary of the treaty (1972)", language="en"))
    (written,) = run_extractor(anniversaries, Document("the 50th anniversary of the treaty (1972-2022)", language="en"))
    assert isinstance(followed.value, Trigger)
    assert isinstance(written.value, Trigger)
    assert dict(followed.value.fields)["date"] == Date("2022", certainty="implied")
    assert dict(written.value.fields)["date"] == Date("2022")


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("24/6/1967 - 24/6/2022", "vi", ["1967-06-24", "2022-06-24"]),
        ("tháng 6 năm 1967", "vi", ["1967-06"]),
        ("24 tháng 6 năm 1967", "vi", ["1967-06-24"]),
        ("june 24, 1967 - june 2022", "en", ["1967-06-24", "2022-06"]),
        ("24 june 1967", "en", ["1967-06-24"]),
        ("6/24/1967", "en", ["1967-06-24"]),
        ("6/1967-1970", "en", ["1967-06", "1970"]),
        ("2/9", "vi", ["XXXX-09-02"]),
        ("31/2/2023", "vi", []),
        ("1,967 guests, 1967.5 tons", "en", []),
    ],
)
def test_dates_in_brackets(text: str, code: str, expected: list[str]) -> None:
    """The forms of dates that stand with anniversaries are read, impossible days are not."""
    assert [found.date.edtf for found in find_dates(text, 0, len(text), code)] == expected


def test_numbers_in_words() -> None:
    """English and Vietnamese numerals tell their numbers; other words tell none."""
    assert in_words(["one", "hundred", "and", "fiftieth"], "en") == 150
    assert in_words(["seventy", "fifth"], "en") == 75
    assert in_words(["merry"], "en") is None
    assert in_vietnamese_words(["một", "trăm", "hai", "mươi", "lăm"], "vi") == 125
    assert in_vietnamese_words(["mười", "lăm"], "vi") == 15
    assert in_vietnamese_words(["năm", "mươi"], "vi") == 50
    assert in_vietnamese_words(["xuân"], "vi") is None


def test_later_keeps_precision() -> None:
    """An anniversary is as precise as its beginning, and none is given without a year or past the calendar."""
    assert later(Date("1967-06"), 55) == Date("2022-06", certainty="implied")
    assert later(Date("XXXX-06-24"), 55) is None
    assert later(Date("1967"), 9000) is None
    assert make_date(None, 13, 13) is None
