"""Evaluation: the measures on small gold, bad gold, and agreement with the project's scoring tool."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eventx import InputError
from eventx.evaluation import compare, evaluate, load_gold

SEEDS = Path(__file__).parents[2] / "seeds"
TOOL = Path(__file__).parents[3] / "shared" / "tools" / "score.py"


def meeting(*names: str, date: str | None = "2022-09-05", **more: Any) -> dict[str, Any]:
    """Return a gold meeting; host first, guest second."""
    roles = ("host", "guest", "participant")
    people = [
        {"name": name, "kind": "person", "role": roles[min(number, 2)], "titles": ["Minister"], "country": "VN"}
        for number, name in enumerate(names)
    ]
    return {"type": "meeting", "anchor": "received", "date": date, "place": None, "participants": people, **more}


def predicted(event: dict[str, Any]) -> dict[str, Any]:
    """Return a gold event as a row of the output contract."""
    row = {key: value for key, value in event.items() if key not in ("anchor", "optional")}
    row["date"] = {"value": event["date"]} if event["date"] else None
    row["place"] = {"name": event["place"]} if event["place"] else None
    row["evidence"] = [{"text": event["anchor"]}]
    return row


def measure(gold: list[dict[str, Any]], rows: list[dict[str, Any]], name: str) -> tuple[int, int, int]:
    """Return right, predicted and gold of one measure."""
    count = evaluate({"a": {"id": "a", "events": gold}}, {"a": rows}).measures[name]
    return count.right, count.predicted, count.gold


def test_gold_against_itself_is_perfect() -> None:
    """Every measure of the seeds' gold against itself is 1."""
    gold = load_gold(SEEDS)
    report = evaluate(gold, {name: [predicted(event) for event in row["events"]] for name, row in gold.items()})

    assert {} == report.wrong
    assert {1.0} == {count.recall for count in report.measures.values()}


def test_nothing_predicted_scores_nothing() -> None:
    """Without predictions every rate is 0 and every event is missed."""
    report = evaluate({"a": {"id": "a", "events": [meeting("An", "Binh")]}}, {})

    assert 0.0 == report.measures["event"].f1
    assert ["missed meeting «received» 2022-09-05 ['an', 'binh']"] == report.wrong["a"]


def test_who_is_listed_twice_counts_once() -> None:
    """A person listed twice, in the gold or among what was found, is one: nothing is more than right."""
    twice = meeting("An", "Binh", "AN")

    for gold, row in ((twice, predicted(twice)), (twice, predicted(meeting("An"))), (meeting("An"), predicted(twice))):
        right, found, told = measure([gold], [row], "person")
        assert right <= min(found, told)
        assert measure([gold], [row], "role")[2] == right
    assert (2, 2, 2) == measure([twice], [predicted(twice)], "person")


def test_spelling_does_not_matter_but_people_do() -> None:
    """Accents are folded; another person is a wrong one."""
    gold = [meeting("Đinh Văn An", "Maria Silva")]

    assert (2, 2, 2) == measure(gold, [predicted(meeting("Dinh Van An", "Maria Silva"))], "person")
    assert (0, 1, 1) == measure(gold, [predicted(meeting("Dinh Van An", "Ann Roe"))], "exact")


@pytest.mark.parametrize(
    ("gold", "got", "right"),
    [
        ("XXXX-09-05", "2021-09-05", 1),
        ("2022-09-05", "XXXX-09-05", 0),
        ("XXXX-04-20/XXXX-04-22", "2023-04-20/2023-04-22", 1),
        ("2022-09-05", "2022-09-05/2022-09-06", 0),
    ],
)
def test_open_year_may_be_any(gold: str, got: str, right: int) -> None:
    """A year that the gold leaves open may be any; one that it settles may not be left open."""
    assert right == measure([meeting("A", "B", date=gold)], [predicted(meeting("A", "B", date=got))], "date")[0]


def test_optional_event_is_neither_missed_nor_spurious() -> None:
    """An optional gold event excuses the prediction aligned with it."""
    gold = [meeting("A", "B", optional=True)]

    assert (0, 0, 0) == measure(gold, [predicted(meeting("A", "B"))], "event")
    assert (0, 0, 0) == measure(gold, [], "event")


def test_comparison_tells_what_changed() -> None:
    """Only measures that changed since the earlier run are told."""
    gold = {"a": {"id": "a", "events": [meeting("A", "B")]}}
    before = evaluate(gold, {"a": [predicted(meeting("A", "B", date="2022-09-06"))]})
    after = evaluate(gold, {"a": [predicted(meeting("A", "B"))]})

    assert {"exact": 1.0, "date": 1.0} == compare(after, before.as_dict())


@pytest.mark.parametrize(("content", "reason"), [("{", "not JSON"), ('{"id": "a"}', "no gold")])
def test_bad_gold_is_named(tmp_path: Path, content: str, reason: str) -> None:
    """A file that is no gold is named with the reason."""
    (tmp_path / "a.json").write_text(content, "utf-8")

    with pytest.raises(InputError, match=rf"a\.json: {reason}"):
        load_gold(tmp_path)


def test_folder_without_gold_is_named(tmp_path: Path) -> None:
    """A folder without any JSON file is an error, not a perfect score."""
    with pytest.raises(InputError, match="no gold"):
        load_gold(tmp_path)


@pytest.mark.parametrize("seed", range(5))
def test_agrees_with_the_scoring_tool(tmp_path: Path, seed: int) -> None:
    """On damaged copies of the seeds' gold every figure is the scoring tool's."""
    if not TOOL.is_file():
        pytest.skip("../shared is not here: its scoring tool cannot be compared with")
    rng = random.Random(seed)  # noqa: S311 - damage at random, no secret
    gold = load_gold(SEEDS)
    rows = {
        name: [predicted(_damaged(event, rng)) for event in row["events"] if rng.random() > 0.2] for name, row in gold.items()
    }
    lines = [json.dumps({"document": {"id": name}, "events": events}) for name, events in rows.items()]
    (tmp_path / "predictions.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, str(TOOL), str(SEEDS), str(tmp_path / "predictions.jsonl"), "--json"]
    tool = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)  # noqa: S603 - our own tool
    report = evaluate(gold, rows)

    for name in ("event", "exact", "date", "person", "title"):
        count = report.measures[name]
        assert (tool[name]["tp"], tool[name]["pred"], tool[name]["gold"]) == (count.right, count.predicted, count.gold), name
    for name in ("role", "country", "place", "items"):
        assert (tool[name]["tp"], tool[name]["gold"]) == (report.measures[name].right, report.measures[name].gold), name


def _damaged(event: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """Return a gold event with some of its values wrong."""
    event = json.loads(json.dumps(event))
    if rng.random() < 0.3:
        event["date"] = "2001-01-01"
    if rng.random() < 0.2:
        event["participants"] = event["participants"][1:]
    for person in event["participants"]:
        if rng.random() < 0.2:
            person["role"] = "participant"
            person["titles"] = person["titles"][:1]
    return event
