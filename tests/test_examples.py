"""The example plugins of the manual: their own tests pass from their folders, their events come out beside the built-in ones."""

from __future__ import annotations

import importlib
import io
import json
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from rich.console import Console

from eventx import Engine, Event, Extraction, dumps, explain, hookspecs, loads, strategies
from eventx.schema import schema
from eventx.table import CsvWriter, show

EXAMPLES = sorted(path.parent for path in (Path(__file__).parents[1] / "docs" / "examples").glob("*/pyproject.toml"))
TEXTS = {
    "house_rules": ("President Anna Example received Prime Minister Tom Sample in Hanoi.", "meeting"),
    "appointments": ("Mr. Tom Sample was appointed ambassador to Laos.", "appointment"),
    "sister_cities": ("Mayor Anna Example and Mayor Tom Sample signed a sister city agreement in Hanoi.", "twinning"),
}


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_its_own_tests_pass(folder: Path) -> None:
    """The tests of an example pass from its folder."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own

    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_its_events_come_out(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The module that the entry point names is a plugin whose events come out, as JSON too."""
    monkeypatch.syspath_prepend(str(folder))
    entry = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["eventx"][folder.name]
    text, kind = TEXTS[folder.name]

    extraction = Engine(plugins=[importlib.import_module(entry)], on_error="raise").extract(text)

    assert kind in {event.type for event in extraction.events}
    assert f'"{kind}"' in dumps(extraction)


@pytest.mark.parametrize("hook", [name for name in dir(hookspecs) if name.startswith("eventx_")])
def test_every_hook_has_a_real_plugin(hook: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each hook is used by a built-in plugin or an example package, whose own tests hold it to something."""
    for folder in EXAMPLES:
        monkeypatch.syspath_prepend(str(folder))
    names = [entry.value for entry in metadata.entry_points(group="eventx") if entry.value.startswith("eventx_")]
    modules = [importlib.import_module(name) for name in (*names, *(f"eventx_{folder.name}" for folder in EXAMPLES))]

    assert [module.__name__ for module in modules if hasattr(module, hook)]


def types_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, type[Event]]:
    """Return the event types of an Engine with an example package."""
    monkeypatch.syspath_prepend(str(folder))
    return Engine(plugins=[importlib.import_module(f"eventx_{folder.name}")], block=[folder.name]).event_types


@pytest.mark.parametrize("folder", [path for path in EXAMPLES if path.name != "house_rules"], ids=lambda path: path.name)
def test_its_event_types_are_like_the_built_in_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A type of a plugin takes part in strategies, JSON both ways, schema, CSV, table and explanation."""
    types = types_of(folder, monkeypatch)
    (kind,) = [kind for kind in types.values() if kind.__module__.startswith(f"eventx_{folder.name}")]
    validate = jsonschema.Draft202012Validator(schema(types)).validate

    @settings(max_examples=20)
    @given(strategies.extractions(types=(kind,)))
    def check(extraction: Extraction) -> None:
        line = dumps(extraction)
        validate(json.loads(line))
        assert extraction.events == loads(line, types=types).events
        stream = io.StringIO()
        CsvWriter(stream, types).write(extraction)
        show(Console(file=stream, width=200), extraction)
        assert not extraction.events or kind.type.replace("_", " ") in stream.getvalue().replace("_", " ")

    check()
    text, name = TEXTS[folder.name]
    engine = Engine(plugins=[importlib.import_module(f"eventx_{folder.name}")], block=[folder.name])
    assert name in str(explain(text, engine=engine))
