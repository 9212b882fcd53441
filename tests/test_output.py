"""The whole way, with the built-in plugins, on the example articles and on what people feed programs."""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from functools import cache
from itertools import count
from pathlib import Path
from types import FrameType

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given

from eventx import Document, Engine, Extraction, dumps, loads
from eventx.cli import main
from eventx.schema import schema
from eventx.strategies import texts

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = sorted(SEEDS.glob("*.txt"))


@cache
def strict() -> Engine:
    """Return the Engine of everything installed, which raises what fails."""
    return Engine(on_error="raise")


@pytest.fixture
def engine() -> Engine:
    """Return that Engine."""
    return strict()


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> str:
    """Return the text of an example article."""
    return str(request.param.read_text("utf-8"))


def test_the_first_command_of_the_readme() -> None:
    """`eventx extract seeds/` reads every article and nothing else, without a complaint."""
    result = CliRunner().invoke(main, ["extract", str(SEEDS), "--format", "jsonl"])

    assert (0, "") == (result.exit_code, result.stderr)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [path.stem for path in ARTICLES] == [line["document"]["id"] for line in lines]
    validator = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
    for line in lines:
        validator.validate(line)


def test_every_piece_of_evidence_is_the_slice_of_the_text(engine: Engine, text: str) -> None:
    """Evidence, mentions and contributions stand where they say."""
    extraction = engine.extract(text)

    for event in extraction.events:
        assert event.evidence
        for item in event.evidence:
            assert item.text == text[item.span.start : item.span.end]
            assert (item.rule.partition(".")[0], True) == (item.extractor, bool(item.text))
    assert all(item.span.end <= len(text) for item in extraction.contributions)


def test_nothing_is_invented(engine: Engine, text: str) -> None:
    """Every name, title, place, item and document stands in the text, blanks aside."""
    words = " ".join(text.split())

    for event in engine.extract(text).events:
        told = [person.name for person in event.participants]
        told += [title.text for person in event.participants for title in person.titles]
        told += [event.place.name] if event.place else []
        told += [*getattr(event, "items", ()), *getattr(event, "documents", ())]
        assert not [one for one in told if " ".join(one.split()) not in words]


def test_composed_and_decomposed_input_give_the_same_events(engine: Engine, text: str) -> None:
    """NFC and NFD input differ in offsets only; offsets are into the text as given."""
    composed, decomposed = (engine.extract(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))

    assert [event.id for event in composed.events] == [event.id for event in decomposed.events]
    for one, other in zip(composed.events, decomposed.events, strict=True):
        assert [item.text for item in one.evidence] == [unicodedata.normalize("NFC", item.text) for item in other.evidence]
        for item in other.evidence:
            assert item.text == decomposed.document.slice(item.span)


def test_the_same_document_gives_the_same_ids(engine: Engine, text: str) -> None:
    """Ids are stable and tell the events of a document apart."""
    ids = [event.id for event in engine.extract(text).events]

    assert ids == [event.id for event in Engine().extract(text).events]
    assert len(ids) == len(set(ids))


def test_json_loses_nothing(engine: Engine, text: str) -> None:
    """load(dump(x)) == x for what the built-in plugins say."""
    extraction = engine.extract(Document(text, id="a", uri="u"))

    assert extraction == loads(dumps(extraction, full=True))
    assert extraction.events == loads(dumps(extraction)).events


def test_order_of_plugins_changes_nothing(text: str) -> None:
    """Named in any order, the plugins give the same."""
    names = [info.name for info in Engine().plugins]

    assert Engine(plugins=names).extract(text) == Engine(plugins=names[::-1]).extract(text)


@given(texts(max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text makes a built-in plugin or the merger fail."""
    extraction = strict().extract(text)

    assert isinstance(extraction, Extraction)
    assert all(item.text == text[item.span.start : item.span.end] for event in extraction.events for item in event.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "\x00\x01\x02",
        "\ud800 met \udfff",
        "a" * 200_000,
        "met " * 20_000,
        "(" * 50_000,
        "1/" * 50_000,
        "A. " * 50_000,
        "Ông Bà " * 30_000,
        "President " * 20_000,
        "VISITS " * 5_000,
        "Mr LAID FLOWERS " * 2_500,
        "có buổi tiếp " * 4_000,
        "của thăm và làm việc với " * 5_000,
        "\u202eHanoi\u202c met",
        "e\u0301" * 50_000,
    ],
    ids=lambda text: ascii(text[:8]),
)
@pytest.mark.parametrize("language", ["en", "vi"])
def test_hostile_texts_are_read(text: str, language: str) -> None:
    """Long runs of one thing, control characters and broken Unicode are read without failure, and in no quadratic time."""
    start = time.process_time()

    assert text == strict().extract(Document(text, language=language)).document.text
    assert 20 > time.process_time() - start


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "VISITS "),
        ("en", "Mr LAID FLOWERS "),
        ("en", "Those who attended the talks included. "),
        ("en", "On 5 May, the President of Peru, Ana Souza, met. "),
        ("en", "Consultations were led by Ana Souza. "),
        ("en", "President Ana Souza met Minister Bo Lind and Premier Carl Berg. She held talks with Bo Lind. "),
        ("vi", "THĂM "),
        ("vi", "Buổi tiếp đã có sự hiện diện của. "),
        ("vi", "Ngày 5/5, Chủ tịch Peru Ana Souza tiếp. "),
    ],
)
def test_the_work_grows_with_the_text(language: str, told: str) -> None:
    """Twice the text takes twice the calls of functions, whatever it tells over and over; unlike seconds, calls are exact."""
    few, many = (_calls(Document(told * times, language=language)) for times in (250, 500))

    assert 2.2 * few > many


def _calls(document: Document) -> int:
    """Return how many functions are entered, generators each time they go on, while a document is read."""
    engine, counted = strict(), count()
    engine.extract(Document("", language=document.language))

    def counting(_frame: FrameType, what: str, _argument: object) -> None:
        if what == "call":
            next(counted)

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        engine.extract(document)
    finally:
        sys.setprofile(before)
    return next(counted)
