"""`eventx new-plugin`: what it writes is a plugin whose tests pass as written and whose event comes out."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventx import Engine, dumps
from eventx.cli import main

EN = "President Anna Example and Prime Minister Tom Sample planted a friendship tree in Hanoi on May 3, 2022."


def new_plugin(name: str, folder: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["new-plugin", name, "--folder", str(folder)])


def run(*command: str, folder: Path) -> str:
    """Run a command in a folder and return what it prints; it must succeed."""
    done = subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own

    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_is_written(tmp_path: Path) -> None:
    """The package is complete: each file is listed, the entry point names the package, and no gap is left unfilled."""
    result = new_plugin("flood-relief", tmp_path)

    home = tmp_path / "eventx-flood-relief"
    written = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert result.exit_code == 0
    assert written == {
        ".github/workflows/test.yml",
        ".gitignore",
        "README.md",
        "eventx_flood_relief/__init__.py",
        "eventx_flood_relief/en.toml",
        "eventx_flood_relief/extractor.py",
        "eventx_flood_relief/py.typed",
        "eventx_flood_relief/vi.toml",
        "example.txt",
        "pyproject.toml",
        "tests/cases/en.toml",
        "tests/cases/vi.toml",
        "tests/test_flood_relief.py",
    }
    assert all(f"{home.as_posix()}/{name}\n" in result.output for name in written)
    project = tomllib.loads((home / "pyproject.toml").read_text("utf-8"))["project"]
    assert {"flood_relief": "eventx_flood_relief"} == project["entry-points"]["eventx"]
    assert not [name for name in written if "{{" in (home / name).read_text("utf-8").replace("${{ matrix.python }}", "")]


def test_the_tutorial_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tutorial shows of the command is what it prints; `python scripts/new_user.py` looks at the rest."""
    monkeypatch.chdir(tmp_path)
    page = Path(__file__).parents[1] / "docs" / "tutorial.md"

    printed = CliRunner().invoke(main, ["new-plugin", "floods"]).output

    assert f"$ eventx new-plugin floods\n{printed}$ cd eventx-floods\n" in page.read_text("utf-8")


def test_its_tests_pass_as_written(tmp_path: Path) -> None:
    """The tests of a new plugin pass from its folder, and its code is clean."""
    new_plugin("floods", tmp_path)
    home = tmp_path / "eventx-floods"

    passed = run("-m", "pytest", "-q", "-p", "no:cacheprovider", folder=home)
    run("-m", "ruff", "check", "--no-cache", "--select", "E,F,W,I,N,D2,D4,UP,ANN,B", "--ignore", "D203,D213", ".", folder=home)
    run("-m", "ruff", "format", "--no-cache", "--check", ".", folder=home)

    assert "passed" in passed
    assert "failed" not in passed


def test_its_types_hold(tmp_path: Path) -> None:
    """A new plugin passes a strict type check."""
    new_plugin("floods", tmp_path)

    run("-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "eventx_floods", folder=tmp_path / "eventx-floods")


def test_its_event_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The module that the entry point names is a plugin whose event comes out beside the built-in ones."""
    new_plugin("tree_planting", tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "eventx-tree-planting"))

    extraction = Engine(plugins=[importlib.import_module("eventx_tree_planting")], on_error="raise").extract(EN)

    (event,) = extraction.events
    assert ("tree_planting", "2022-05-03", ["Anna Example", "Tom Sample"]) == (
        event.type,
        str(event.date),
        [person.name for person in event.participants],
    )
    assert '"tree_planting"' in dumps(extraction)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Flood Relief!", "cannot name a plugin: write lower-case letters, digits and _, a letter first; perhaps 'flood_relief'"),
        ("lũ", "'lũ' cannot name a plugin: write lower-case letters, digits and _, a letter first; perhaps 'lu'"),
        ("7", "a letter first\n"),
        ("titles", "'titles' is a plugin installed by eventx; choose another name"),
        ("class", "'class' cannot name a plugin: class is a word of Python; choose another name, such as 'class_news'"),
        ("true", "'true' cannot name a plugin: True is a word of Python"),
        ("pytest", "'pytest' cannot name a plugin: the code that is written uses pytest for something else"),
        ("case", "the code that is written uses case for something else"),
        ("event", "the code that is written uses Event for something else"),
        ("meeting", "'meeting' is a built-in event type; choose another name"),
    ],
)
def test_a_name_that_cannot_be_used(tmp_path: Path, name: str, told: str) -> None:
    """What cannot name a plugin is told with what to do, and nothing is written."""
    result = new_plugin(name, tmp_path)

    assert (1, []) == (result.exit_code, list(tmp_path.iterdir()))
    assert told in result.output


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder that is there already is left alone."""
    new_plugin("floods", tmp_path)

    again = new_plugin("floods", tmp_path)

    assert again.exit_code == 1
    assert "eventx-floods exists already; choose another name or folder" in again.output


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is a file is told of."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = new_plugin("floods", tmp_path / "file")

    assert result.exit_code == 1
    assert "choose another --folder" in result.output
