"""The places extractor: its cases, its words, and what holds for any text."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules import ids_in_code, readings

from eventx import Contribution, Document, Engine, PlaceMention
from eventx.testing import Case, load_cases, run_extractor
from eventx_places.extractor import places
from eventx_places.lexicon import LEXICON

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "cases" / "places"
LANGUAGES = ("en", "vi")
ALL = [case for code in LANGUAGES for case in load_cases(CASES / f"{code}.toml", language=code)]
RULES = sorted({case.rule for case in ALL})
KINDS = {"country", "region", "city", "venue", "demonym"}

PIECES = (
    "Hanoi", "in", "the Republic of", "Cuba", "Province", "city of", "Palace", "U.S.", "US", "$", "Nice", ",",
    "Washington, D.C.", "visit", "to", "Ambassador", "(Photo: VNA)", "(R)", "–", ":", "Photo:", "GMT+7", "'s", "-based",
    "tỉnh", "thành phố", "TP.", "Hòa Bình", "tại", "thăm", "Vương quốc", "Trụ sở", "Bộ Ngoại giao", "Lăng", "Việt - Trung",
    "Mỹ", "Nga", "Ảnh 1.", "(bên trái)", "Ngày đăng 1/2/2023", "\n", "\n\n", "HÀ NỘI —", " date 2023-01-02 ", "I\u0307",
    "İstanbul", "Ðà Nẵng", "Côte d’Ivoire", "\u0301", "CẢ NƯỚC", "Al Sabah", "Nguyễn Hòa Bình", "Villers - Cotterêts",
)  # fmt: skip


def told(document: Document, contribution: Contribution) -> dict[str, Any]:
    """Return what a contribution tells, in the form of the cases."""
    value = contribution.value
    if contribution.field == "zone":
        return {"zone": value, "text": document.slice(contribution.span)}
    assert isinstance(value, PlaceMention)
    flags = {name: True for name in ("locative", "goal") if getattr(value, name)}
    country = {"country": value.country} if value.country else {}
    return {"name": value.name, **country, "kind": value.kind, **flags}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.language}-{case.line}-{case.rule.rsplit('.', 1)[-1]}")
def test_case(case: Case) -> None:
    """Each case gives what it expects, in the order of the text, and nothing else."""
    document = case.document
    found = run_extractor(places, document)
    assert [told(document, contribution) for contribution in found] == list(case.expect)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_cases_for_and_against(rule: str) -> None:
    """Each rule has a case in which it reads something and one in which it reads nothing."""
    assert {True, False} == set(readings(rule, ALL, places))


def test_every_rule_in_the_code_has_cases() -> None:
    """No rule id stands in the code without a case of its own."""
    named = {f"places.{tag}" for tag in KINDS} | {"places.caption.credit", "places.caption.position"}
    assert ids_in_code("places") | named == set(RULES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_generated_countries_are_what_the_script_writes(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The committed files of country names equal what the script makes of the CLDR data they name."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    sys.modules.pop("generate_countries", None)
    import generate_countries

    committed = (ROOT / "plugins" / "eventx_places" / f"countries_{code}.toml").read_text("utf-8")
    assert generate_countries.content(code) == committed


@pytest.mark.parametrize("code", LANGUAGES)
def test_values_of_names_are_country_codes(code: str) -> None:
    """Every name's value is an ISO 3166-1 alpha-2 code; venues of many countries and parts of the world may lack one."""
    for tag in ("country", "demonym", "city", "region", "venue"):
        for surface, value in LEXICON.table(code, tag).items():
            assert re.fullmatch(r"([A-Z]{2})?" if tag in ("venue", "region") else r"[A-Z]{2}", value), surface


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_country_of_the_world_is_known(code: str) -> None:
    """Every member of the United Nations, and Palestine and the Vatican, have a name, and most of them a city."""
    codes = set(LEXICON.table(code, "country").values())
    assert len(codes) >= 249 - 3
    assert len(set(LEXICON.table(code, "city").values()) & codes) >= 190


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=25))
def test_never_raises_and_keeps_to_the_text(code: str, pieces: list[str]) -> None:
    """Any text gives places whose names are its own words at their spans, and zones of known names."""
    document = Document(" ".join(pieces), language=code)
    engine = Engine(plugins=[__import__("eventx_places")], autoload=False, on_error="raise")
    for contribution in engine.extract(document).contributions:
        value = contribution.value
        assert 0 <= contribution.span.start < contribution.span.end <= len(document.text)
        if isinstance(value, PlaceMention):
            assert value.kind in KINDS
            assert value.name
        else:
            assert value in {"dateline", "caption", "header", "headline"}


@given(st.sampled_from(LANGUAGES), st.lists(st.sampled_from(PIECES), max_size=25))
def test_names_are_the_words_at_their_spans(code: str, pieces: list[str]) -> None:
    """A place's name is what stands at its span, and captions do not overlap one another."""
    document = Document(" ".join(pieces), language=code)
    found = run_extractor(places, document)
    for contribution in found:
        if isinstance(contribution.value, PlaceMention) and document.text.isascii():
            assert contribution.value.name == document.slice(contribution.span)
    captions = [c.span for c in found if c.value == "caption"]
    assert all(first.end <= second.start for first, second in pairwise(captions))
