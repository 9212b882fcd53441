"""Case files from a run, and cases checked against one; the fixtures that pytest finds by itself."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from eventx import Contribution, Date, Document, Mention, PlaceMention, Slot, Span, Title, Trigger, extractor, strategies
from eventx.testing import Case, check_case, described, load_cases, record_cases, run_extractor, seed_documents

TEXT = "Ms. Eve \\ “Vu” signed on Monday morning."
DAY = Date("2022-09-05", part_of_day="morning", certainty="implied", settled=(("day", "publication"),))
VALUES: list[tuple[str, Any, dict[str, Any]]] = [
    ("date", DAY, {"value": "2022-09-05", "part_of_day": "morning"}),
    ("date", Date("2022-10", modifier="late", calendar="lunar"), {"value": "2022-10", "modifier": "late", "calendar": "lunar"}),
    ("zone", "caption", {"value": "caption"}),
    ("place", PlaceMention(name="Hanoi", country="VN", locative=True), {"name": "Hanoi", "country": "VN", "locative": True}),
    (
        "mention",
        Mention(name="Eve", titles=(Title(text="Ms."),), country_within=(Span(4, 7),)),
        {"name": "Eve", "titles": [{"text": "Ms."}], "country_within": ["Eve"]},
    ),
    (
        "trigger",
        Trigger(
            type="signing",
            slots=(Slot(role="signatory", spans=(Span(0, 7),)),),
            fields=(("documents", ("a", "b")), ("since", Date("1967")), ("years", 55)),
        ),
        {
            "type": "signing",
            "slots": [{"role": "signatory", "spans": ["Ms. Eve"]}],
            "fields": {"documents": ["a", "b"], "since": "1967", "years": 55},
        },
    ),
]


@extractor(name="all", provides=("date", "zone", "place", "mention", "trigger"))
def everything(document: Document, _: Any) -> list[Contribution]:
    """Contribute each value, a character further each time, where the text is long enough."""
    return [
        Contribution(field=field, value=value, span=Span(place, place + 1), rule=f"all.{field}")
        for place, (field, value, _) in enumerate(VALUES)
        if len(document.text) > 30
    ]


@pytest.mark.parametrize(("field", "value", "told"), VALUES)
def test_a_contribution_as_a_table(field: str, value: Any, told: dict[str, Any]) -> None:
    """A table says what a value says, without what is left at its default; spans are words."""
    item = Contribution(field=field, value=value, span=Span(4, 7), rule="r")

    assert {"field": field, "text": "Eve", **told} == described(Document(TEXT), item)


def test_recorded_cases_hold(tmp_path: Path) -> None:
    """A recorded file can be read, holds against the run it came from, and says that it wants to be looked at."""
    path = tmp_path / "en.toml"

    record_cases(everything, [Document(TEXT, published="2022-09-06", title="T"), "none"], path)

    one, two = cases = load_cases(path)
    for case in cases:
        check_case(everything, case)
    assert ("all.date", TEXT, "2022-09-06", "T", "en", 6) == (
        one.rule,
        one.text,
        one.published,
        one.title,
        one.language,
        len(one.expect),
    )
    assert ("all.en.nothing", ()) == (two.rule, two.expect)
    assert "look at each case before you keep it" in path.read_text("utf-8")


@given(strategies.extractors(), strategies.texts())
def test_any_run_can_be_recorded(tmp_path_factory: pytest.TempPathFactory, drawn: Any, text: str) -> None:
    """Whatever a text holds, its case is TOML and holds."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    path = tmp_path_factory.mktemp("recorded") / "en.toml"

    record_cases(drawn, [Document(text, language="en")], path)

    (case,) = load_cases(path)
    check_case(drawn, case)
    assert len(run_extractor(drawn, case.document)) == len(case.expect)


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    """Cases that somebody has looked at are not written over."""
    path = tmp_path / "en.toml"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        record_cases(everything, ["a"], path)
    assert "mine" == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        (({"text": "M"},) * 5, "found:    { field = "),
        (({"text": "M"},) * 6, 'expected: { text = "M" }'),
        ((), "expected: nothing"),
    ],
)
def test_a_case_that_does_not_hold(expect: Any, told: str) -> None:
    """What was expected and what was found stand one below the other, as TOML; so does what to do."""
    with pytest.raises(AssertionError) as caught:
        check_case(everything, Case(rule="all.one", text=TEXT, expect=expect, line=3))

    assert str(caught.value).startswith(f"case 3 (all.one) is not as expected\n  text:     {TEXT!r}\n")
    assert told in str(caught.value)
    assert "remedy:   change the rule, or the case" in str(caught.value)


def test_a_case_names_what_it_is_about() -> None:
    """Only what a case names is compared; nothing found is told as such."""
    check_case(
        everything, Case(rule="r", text=TEXT, expect=({"field": "date"}, {}, {"value": "caption"}, {}, {}, {"type": "signing"}))
    )
    with pytest.raises(AssertionError, match="found:    nothing"):
        check_case(everything, Case(rule="r", text="short", expect=({},)))


def test_seed_documents() -> None:
    """The articles that come with eventx are there as documents, in both languages."""
    documents = seed_documents()

    assert {"en", "vi"} == {document.lang for document in documents}
    assert sorted(str(document.id) for document in documents) == [document.id for document in documents]
    assert len(documents) >= 10


FIXTURES = """
import pytest

def test_engine(eventx_engine, eventx_seed_documents):
    extractions = [eventx_engine.extract(document) for document in eventx_seed_documents]
    assert any(extraction.events for extraction in extractions)
    assert eventx_engine.problems == ()
"""


def test_pytest_finds_the_fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin's tests ask for an Engine and for documents by name, whatever the environment says of plugins."""
    monkeypatch.setenv("EVENTX_PLUGINS", "")
    (tmp_path / "test_mine.py").write_text(FIXTURES, encoding="utf-8")
    found = any(entry.value == "eventx.pytest_plugin" for entry in metadata.entry_points(group="pytest11"))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"]

    run = subprocess.run(  # noqa: S603 - our own
        command if found else [*command, "-p", "eventx.pytest_plugin"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_the_entry_point_is_there() -> None:
    """The project file names the fixtures' module for pytest."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]

    assert {"eventx": "eventx.pytest_plugin"} == project["entry-points"]["pytest11"]
