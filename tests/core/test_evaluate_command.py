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


def gold_of(folder: Path, events: object) -> Path:
    """Return a folder with gold of one document."""
    folder.mkdir(exist_ok=True)
    (folder / "a.json").write_text(json.dumps({"id": "a", "events": events}), "utf-8")
    (folder / "a.txt").write_text("President Anna Example met King Tom Sample on 5 September 2022.", "utf-8")
    return folder


MEETING = {"type": "meeting", "anchor": "met", "date": "2022-09-05", "place": None, "participants": []}
FAULTS = {
    "no list": (5, "events: 5 is no list; write [] where there is none"),
    "no object": (["meeting"], 'events[0]: "meeting" is no object'),
    "no type": ([{}], "events[0].type: null is no name of an event type"),
    "type": ([MEETING | {"type": "metting"}], "events[0].type: 'metting' is no event type; did you mean meeting? there are "),
    "day": ([MEETING | {"date": "5/9/2022"}], 'events[0].date: "5/9/2022" is no EDTF date; write e.g. 2022-09-05'),
    "day of a number": ([MEETING | {"date": 2022}], "events[0].date: 2022 is no EDTF date"),
    "day without a value": ([MEETING | {"date": {}}], "events[0].date: null is no EDTF date"),
    "since": ([MEETING | {"type": "anniversary", "since": "1972?/"}, MEETING | {"since": "old"}], 'events[1].since: "old" is no'),
    "name alone": ([MEETING | {"participants": ["Anna"]}], 'events[0].participants[0]: "Anna" is no participant; write {"name"'),
    "people": ([MEETING | {"participants": {}}], "events[0].participants: {} is not a list"),
    "nameless": ([MEETING | {"participants": [{"role": "host"}]}], 'participants[0]: {"role": "host"} is no participant'),
    "titles": ([MEETING | {"participants": [{"name": "A", "titles": "Dr"}]}], 'participants[0].titles: "Dr" is not a list of'),
    "kind": ([MEETING | {"participants": [{"name": "A", "kind": "dog"}]}], 'kind: "dog" is not person or organisation'),
    "place": ([MEETING | {"place": ["Oslo"]}], 'events[0].place: ["Oslo"] is not a name or null'),
    "items": ([MEETING | {"items": "x" * 99}], "is not a list of strings"),
    "years": ([MEETING | {"years": "50"}], 'events[0].years: "50" is not a whole number or null'),
}


@pytest.mark.parametrize(("events", "reason"), FAULTS.values(), ids=FAULTS.keys())
def test_bad_gold_is_named(tmp_path: Path, events: object, reason: str) -> None:
    """What is wrong with gold is told in one line: the file, the field, what stands there and what to write."""
    result = evaluate(gold_of(tmp_path, events))

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert result.stderr.startswith(f"eventx: {tmp_path / 'a.json'}: events")
    assert reason in result.stderr


def test_gold_of_two_files_with_one_id_is_named(tmp_path: Path) -> None:
    """None of the two is measured in the other's place."""
    folder = gold_of(tmp_path, [])
    (folder / "b.json").write_text('{"id": "a", "events": []}', "utf-8")

    assert f"{folder / 'b.json'}: the id 'a' is that of {folder / 'a.json'} too" in evaluate(folder).stderr


@pytest.mark.parametrize(
    "content", ["[1]", "{}", '{"measures": {"event": 1}, "by_type": {}}', '{"measures": {}}', '{"a": 1}\n{}', ""]
)
def test_what_is_no_earlier_run_is_named(tmp_path: Path, content: str) -> None:
    """What --json did not print is no earlier run; the file is named."""
    folder = gold_of(tmp_path / "gold", [MEETING])
    path = tmp_path / "pred.jsonl"
    path.write_text(content, "utf-8")
    result = evaluate(folder, "--against", path)

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert f"eventx: {path}: no" in result.stderr


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b'{"document": {"id": "a"}, "events": [{"type": "meeting", "participants": ["Anna"]}]}',
            'line 1: events[0].participants[0]: "A',
        ),
        (b'{"document": {"id": "a"}, "events": 5}', "line 1: events: 5 is no list"),
        (b'{"document": {"id": "a"}, "events": []}\n' * 2, "line 2: the document 'a' stands there twice"),
        (b"[1]", "line 1: no line of"),
        (b"\xff", "codec can't decode"),
    ],
)
def test_predictions_that_break_the_contract_are_named(tmp_path: Path, content: bytes, reason: str) -> None:
    """Lines that are JSON, but no output, end in a message."""
    folder = gold_of(tmp_path / "gold", [MEETING])
    path = tmp_path / "pred.jsonl"
    path.write_bytes(content)
    result = evaluate(folder, "--predictions", path)

    assert (1, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert f"eventx: {path}: " in result.stderr
    assert reason in result.stderr


def test_types_of_earlier_output_are_known(tmp_path: Path) -> None:
    """Gold may have a type of a plugin that is not here, where the predictions have it."""
    folder = gold_of(tmp_path / "gold", [MEETING | {"type": "truce"}])
    path = tmp_path / "pred.jsonl"
    path.write_text(json.dumps({"document": {"id": "a"}, "events": [MEETING | {"type": "truce", "evidence": []}]}), "utf-8")

    assert 0 == evaluate(folder, "--predictions", path).exit_code
    assert 1 == evaluate(folder).exit_code


def test_paths_beside_predictions_are_refused(lines: Path) -> None:
    """Where both are given, one of the two would be passed over."""
    result = evaluate(SEEDS, SEEDS, "--predictions", lines)

    assert (2, True) == (result.exit_code, "give one of the two" in result.stderr)


def test_texts_in_several_folders(tmp_path: Path) -> None:
    """Gold of files with one stem has the ids that such documents get; the predicted ones are found by them or by their stem."""
    gold = gold_of(tmp_path / "gold", [])
    (gold / "a.json").write_text('{"id": "x/a", "events": []}', "utf-8")
    (gold / "b.json").write_text('{"id": "b", "events": []}', "utf-8")
    path = tmp_path / "pred.jsonl"
    path.write_text('{"document": {"id": "x/a"}, "events": []}\n{"document": {"id": "y/b.txt"}, "events": []}\n', "utf-8")

    assert 0 == evaluate(gold, "--predictions", path).exit_code
