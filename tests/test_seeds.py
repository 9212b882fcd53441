"""The example articles: what the README's first command runs on is read as their expected events say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventx import Document, Engine, Extraction, dumps
from eventx.evaluation import Report, evaluate, load_gold

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = sorted(SEEDS.glob("*.txt"))


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """Return each article's extraction, by id."""
    engine = Engine(on_error="raise")
    return {path.stem: engine.extract(Document(path.read_text("utf-8"), id=path.stem)) for path in ARTICLES}


@pytest.fixture(scope="module")
def report(extractions: dict[str, Extraction]) -> Report:
    """Return how the events compare with those expected."""
    return evaluate(load_gold(SEEDS), {name: json.loads(dumps(x))["events"] for name, x in extractions.items()})


def test_every_article_has_its_expected_events() -> None:
    """Each article has a file of expected events beside it, and at least eight articles are here."""
    assert [path.stem for path in ARTICLES] == sorted(load_gold(SEEDS))
    assert len(ARTICLES) >= 8


@pytest.mark.parametrize(
    ("measure", "least"), [("event", 0.90), ("exact", 0.70), ("date", 0.90), ("person", 0.92), ("title", 0.85)]
)
def test_f1(report: Report, measure: str, least: float) -> None:
    """The F1 over all articles is at least what the project promises for them."""
    assert report.measures[measure].f1 >= least, report.wrong


@pytest.mark.parametrize(("measure", "least"), [("role", 0.90), ("country", 0.95)])
def test_share(report: Report, measure: str, least: float) -> None:
    """The share of right values over all articles is at least what the project promises for them."""
    assert report.measures[measure].recall >= least, report.wrong


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_field_is_traceable(extractions: dict[str, Extraction], path: Path) -> None:
    """Evidence is the document's slice, and every name and title stands in the text."""
    extraction = extractions[path.stem]
    text = extraction.document.text
    for event in extraction.events:
        assert event.evidence
        for evidence in event.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.text
        for participant in event.participants:
            assert participant.name in text
            assert all(title.text in text for title in participant.titles)


def test_article_without_events_gives_none(extractions: dict[str, Extraction]) -> None:
    """The negative example, full of trigger-like words, gives no event."""
    assert () == extractions["010_en_no_events"].events
