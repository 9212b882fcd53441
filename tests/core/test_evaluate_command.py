"""The command ``eventx evaluate``: from texts, from earlier output, against an earlier run, and what it complains of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventx.cli import main

SEEDS = Path(__file__).parents[2] / "seeds"


def evaluate(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of ``extract --format jsonl`` over the example articles."""
    path = tmp_path_factory.mktemp("out") / "events.jsonl"
    CliRunner().invoke(main, ["extract", str(SEEDS), "--format", "jsonl", "--output", str(path)], catch_exceptions=False)
    return path


def test_texts_and_their_output_measure_the_same(lines: Path) -> None:
    """The folder's own texts and the lines extracted from them give the same report."""
    direct, earlier = evaluate(SEEDS, "--json"), evaluate(SEEDS, "--predictions", lines, "--json")

    assert (0, 0) == (direct.exit_code, earlier.exit_code)
    assert json.loads(direct.output) == json.loads(earlier.output)


def test_table_has_every_measure(lines: Path) -> None:
    """Each measure and each type has a row."""
    output = evaluate(SEEDS, "--predictions", lines).output

    assert {"event", "exact", "date", "person", "title", "role", "country", "place", "items", "meeting"} <= set(output.split())


def test_same_run_changed_nothing(lines: Path, tmp_path: Path) -> None:
    """Against itself a run has changed nothing; against an empty one everything."""
    before = tmp_path / "before.json"
    before.write_text(evaluate(SEEDS, "--predictions", lines, "--json").output, "utf-8")
    nothing = tmp_path / "nothing.jsonl"
    nothing.write_text("", "utf-8")

    assert "nothing changed" in evaluate(SEEDS, "--predictions", lines, "--against", before).output
    changed = evaluate(SEEDS, "--predictions", nothing, "--against", before)
    assert "event" in changed.output
    assert 1 == changed.exit_code


@pytest.mark.parametrize(("content", "reason"), [("{", "line 1"), ('{"document": {}}', "line 1")])
def test_bad_predictions_are_named(tmp_path: Path, content: str, reason: str) -> None:
    """A line that is no output is named with its number."""
    path = tmp_path / "bad.jsonl"
    path.write_text(content, "utf-8")
    result = evaluate(SEEDS, "--predictions", path)

    assert 1 == result.exit_code
    assert f"bad.jsonl: {reason}" in result.output


def test_folder_without_gold_is_named(tmp_path: Path) -> None:
    """A folder without gold ends in a message."""
    result = evaluate(tmp_path)

    assert 1 == result.exit_code
    assert "no gold" in result.output
