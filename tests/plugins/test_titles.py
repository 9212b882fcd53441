"""The titles extractor: its cases, its words, and what holds for any text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import ids_in_code, readings

from eventx import Contribution, Document, Mention
from eventx.testing import Case, load_cases, run_extractor
from eventx_titles.extractor import LEXICON, titles

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "cases" / "titles"
LANGUAGES = ("en", "vi")
ALL = [case for code in LANGUAGES for case in load_cases(CASES / f"{code}.toml", language=code)]
RULES = sorted({case.rule for case in ALL})
# longer than any context a rule looks at
NEUTRAL = "\n\nrain fell on the hills all through the night and the rivers rose a little.\n\n"

PIECES = (
    "President", "Minister of", "Foreign Affairs", "and", ",", "(R)", "(CPP)", "of the", "Party Committee", "Hanoi", "Chinese",
    "Ambassador", "to Laos", "Nguyen Van A", "H.E.", "Mr.", "his counterpart", "the two", "Presidents", "'s", "-based", "Sheikh",
    "bin", "Al", "King", "von", "delegation", "led by", "the host", "He", "Prime Minister", "Chủ tịch", "nước", "UBND", "tỉnh",
    "Hòa Bình", "đồng chí", "ông", "Trần Đức", "Lương", "về", "phụ trách", "tại", "Bộ", "Ngoại giao", "người đồng cấp", "do",
    "Đoàn đại biểu", "hai", "Thủ tướng", "\n", "\n\n", ".", " - ", "–", "&", "A.", "Ðà", "\u0301", "İ", "THỦ TƯỚNG",
    "Lt. Gen.", "who is also", "No. 7",
)  # fmt: skip


def told(document: Document, contribution: Contribution) -> dict[str, Any]:
    """Return what a contribution tells, in the form of the cases."""
    mention = contribution.value
    assert isinstance(mention, Mention)
    return {
        "text": document.slice(contribution.span),
        "implied": contribution.certainty == "implied",
        "titles": [title.text for title in mention.titles],
        "title_offices": [title.office for title in mention.titles],
        "bodies": [title.organisation for title in mention.titles if title.organisation],
        "within": [document.slice(span) for span in mention.country_within],
        "leader": "".join(document.slice(span) for span in mention.leader_within),
        "offices": list(mention.offices),
        **{
            name: getattr(mention, name)
            for name in ("kind", "reference", "name", "name_order", "call_name", "country", "gender", "role", "number")
        },
    }


def of_rule(case: Case) -> list[dict[str, Any]]:
    """Return what the case's rule tells of the case's text."""
    document = case.document
    return [told(document, contribution) for contribution in run_extractor(titles, document) if contribution.rule == case.rule]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.line}-{case.rule.rsplit('.', 1)[-1]}")
def test_case(case: Case) -> None:
    """Each case gives what it expects of its rule, in the order of the text, and nothing else."""
    found = of_rule(case)
    looked_at = [{key: item[key] for key in expected} for item, expected in zip(found, case.expect, strict=False)]
    rest: list[Mapping[str, Any]] = list(found[len(case.expect) :])
    assert looked_at + rest == list(case.expect)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_cases_for_and_against(rule: str, code: str) -> None:
    """Each rule has, in each language, a case in which it reads something and one in which it reads nothing."""
    assert {True, False} == set(readings(rule, [case for case in ALL if case.language == code], titles))


def test_every_rule_in_the_code_has_cases() -> None:
    """No rule id stands in the code without a case of its own."""
    assert sorted(ids_in_code("titles")) == RULES


@pytest.mark.parametrize("code", LANGUAGES)
def test_offices_have_keys_and_the_covers_name_known_ones(code: str) -> None:
    """Every office word has a key in one form, and what a general word may mean is an office of the words file."""
    keys = {value if isinstance(value, str) else value["office"] for value in LEXICON.table(code, "office").values()}
    assert all(re.fullmatch(r"[a-z_]+", key) for key in keys)
    covered = {key for offices in LEXICON.table(code, "covers").values() for key in offices}
    known = {
        value if isinstance(value, str) else value["office"] for c in LANGUAGES for value in LEXICON.table(c, "office").values()
    }
    assert covered <= known


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(LANGUAGES), st.sampled_from(["", " "]))
def test_any_text_gives_valid_mentions(pieces: list[str], code: str, join: str) -> None:
    """Whatever the text, spans lie in it, names and titles stand in it, and a second reading gives the same."""
    document = Document(join.join(pieces), language=code)
    found = run_extractor(titles, document)
    assert found == run_extractor(titles, document)
    text = Document(document.text, language=code).text
    for contribution in found:
        mention = contribution.value
        assert isinstance(mention, Mention)
        assert 0 <= contribution.span.start < contribution.span.end
        assert all(span.start < span.end for span in (*mention.country_within, *mention.leader_within))
        if mention.name and contribution.rule != "titles.acronym" and text.isascii():
            assert mention.name.split(" ")[0] in text


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_no_text_breaks_it(text: str, code: str) -> None:
    """The extractor raises on no text."""
    run_extractor(titles, Document(text, language=code))


@pytest.mark.parametrize("case", [case for case in ALL if case.expect], ids=lambda case: f"{case.language}-{case.line}")
def test_other_paragraphs_only_shift_it(case: Case) -> None:
    """Paragraphs without names before and behind shift the spans and change nothing else."""
    alone = [(item.rule, item.span.start, item.span.end) for item in run_extractor(titles, case.document)]
    shift = len(NEUTRAL)
    around = run_extractor(titles, attrs.evolve(case.document, text=NEUTRAL + case.text + NEUTRAL))
    assert [(item.rule, item.span.start - shift, item.span.end - shift) for item in around] == alone
