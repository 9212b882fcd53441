"""What the project promises on the reference articles beside it; skipped where they are absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from eventx.cli import main

ROOT = Path(__file__).parents[1]
F1 = {"event": 0.90, "exact": 0.70, "date": 0.90, "person": 0.92, "title": 0.85}
ACCURACY = {"role": 0.90, "country": 0.95}


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the score of the command's output by the project's scoring tool."""
    lines = tmp_path_factory.mktemp("score") / "lines.jsonl"
    extracted = CliRunner().invoke(main, ["extract", str(shared / "seeds"), "--format", "jsonl", "-o", str(lines)])
    assert (0, "") == (extracted.exit_code, extracted.stderr)
    command = [sys.executable, str(shared / "tools" / "score.py"), str(shared / "gold"), str(lines), "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    found: dict[str, Any] = json.loads(printed.stdout)
    return found


@pytest.mark.parametrize(("measure", "least"), F1.items())
def test_f1(score: dict[str, Any], measure: str, least: float) -> None:
    """The F1 of events, dates, people and titles is at least what is promised."""
    assert least <= score[measure]["f1"]


@pytest.mark.parametrize(("measure", "least"), ACCURACY.items())
def test_accuracy(score: dict[str, Any], measure: str, least: float) -> None:
    """Roles and countries are right as often as promised."""
    assert least <= score[measure]["acc"]


def test_no_sentence_is_copied(shared: Path) -> None:
    """The project carries the facts of the reference articles, not their sentences."""
    command = [sys.executable, str(shared / "tools" / "verbatim.py"), str(shared / "seeds")]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own

    assert (0, "") == (found.returncode, found.stdout.strip())
