"""Extracted events measured against gold annotations, for users with gold of their own.

Gold is a folder of ``ID.json`` files: ``{"id", "events": [{"type", "anchor", "date", "place", "participants", …}]}``, where a
date is an EDTF value, a place a name, and ``"optional": true`` marks an event that may be left out. Predictions are lines of
the output contract (``eventx extract --format jsonl``).

Events of one type are aligned one to one, the most alike first; then, summed over all documents, precision, recall and F1 of
events, exact events (type, date and set of people right), dates, people and titles, and the share of right roles, countries,
places and proposal items.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from eventx.problems import InputError
from eventx.text import fold, normalise

Row = Mapping[str, Any]
_WORD = re.compile(r"\w+")
_LEAST_LIKE = 0.3
_TITLE_OVERLAP = 0.8
_ITEM_COVER = 0.7
_NO_PLACE = ("proposal", "anniversary")

F_MEASURES = ("event", "exact", "date", "person", "title")
"""What precision, recall and F1 are given for."""
SHARES = ("role", "country", "place", "items")
"""What the share of right values among gold ones is given for."""


@attrs.define
class Count:
    """Right, predicted and gold values of one measure."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of predicted values that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold values that were found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self) -> dict[str, float]:
        """Return the counts and rates, for JSON."""
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**rates, "right": self.right, "predicted": self.predicted, "gold": self.gold}


@attrs.define
class Report:
    """The measures of one run, over all, by type, and what was wrong in each document."""

    measures: dict[str, Count] = attrs.field(factory=lambda: {name: Count() for name in (*F_MEASURES, *SHARES)})
    by_type: dict[str, Count] = attrs.field(factory=lambda: defaultdict(Count))
    wrong: dict[str, list[str]] = attrs.field(factory=dict)
    documents: int = 0

    def as_dict(self) -> dict[str, Any]:
        """Return the report for JSON; what `compare` takes as an earlier run."""
        return {
            "documents": self.documents,
            "measures": {name: count.as_dict() for name, count in self.measures.items()},
            "by_type": {name: count.as_dict() for name, count in sorted(self.by_type.items())},
            "wrong": self.wrong,
        }


def load_gold(folder: Path) -> dict[str, Row]:
    """Return the gold of a folder, by document id.

    Raises:
        InputError: if the folder holds no gold, or a file is no JSON object with ``id`` and ``events``.

    """
    gold: dict[str, Row] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            data = json.loads(path.read_text("utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            message = f"{path}: not JSON: {error}"
            raise InputError(message) from error
        if not isinstance(data, dict) or not {"id", "events"} <= set(data):
            message = f'{path}: no gold; write {{"id": …, "events": […]}}'
            raise InputError(message)
        gold[str(data["id"])] = data
    if not gold:
        message = f"{folder}: no gold: there is no .json file in it"
        raise InputError(message)
    return gold


def evaluate(gold: Mapping[str, Row], predicted: Mapping[str, Sequence[Row]]) -> Report:
    """Return how predicted events compare with gold.

    Args:
        gold: gold documents by id, as `load_gold` returns them.
        predicted: predicted events by document id, as rows of the output contract.

    """
    report = Report(documents=len(gold))
    for name, document in gold.items():
        wrong = _evaluate_document(document["events"], list(predicted.get(name, ())), report)
        if wrong:
            report.wrong[name] = wrong
    return report


def compare(report: Report, earlier: Mapping[str, Any]) -> dict[str, float]:
    """Return by how much each measure changed since an earlier run's `Report.as_dict`; unchanged ones are left out."""
    now = report.as_dict()
    changes = {}
    for part in ("measures", "by_type"):
        for name, values in now[part].items():
            before = earlier.get(part, {}).get(name)
            key = "recall" if name in SHARES else "f1"
            if before is not None and values[key] != before[key]:
                changes[name] = values[key] - before[key]
    return changes


# -- values ------------------------------------------------------------------------------------------------------------


def _folded(text: object) -> str:
    """Return a text's words, folded, with one space between."""
    return " ".join(_WORD.findall(fold(normalise(str(text or ""))[0])))


def _words(text: object) -> set[str]:
    """Return the set of a text's words, folded."""
    return set(_folded(text).split())


def _dice(a: set[str], b: set[str]) -> float:
    """Return the overlap of two sets, from 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _date(row: Row) -> str | None:
    """Return the EDTF value of an event's date."""
    date = row.get("date")
    return date.get("value") if isinstance(date, Mapping) else date


def _same_date(gold: Row, predicted: Row) -> bool:
    """Tell whether two dates are one value; a year that the gold leaves open may be any."""
    a, b = _date(gold), _date(predicted)
    if not a or not b:
        return False
    ours, theirs = a.split("/"), b.split("/")
    return len(ours) == len(theirs) and all(
        x == y or (x.startswith("XXXX") and x[4:] == y[4:]) for x, y in zip(ours, theirs, strict=True)
    )


def _place(row: Row) -> str:
    """Return an event's place, folded."""
    place = row.get("place")
    return _folded(place.get("name") if isinstance(place, Mapping) else place)


def _people(row: Row) -> list[Row]:
    """Return the people among an event's participants."""
    return [p for p in row.get("participants", ()) if p.get("kind", "person") == "person"]


def _names(row: Row) -> set[str]:
    """Return the names of an event's people, folded."""
    return {_folded(p["name"]) for p in _people(row)}


def _items(row: Row) -> set[str]:
    """Return the words of a proposal's items."""
    return _words(" ".join(map(str, row.get("items") or ())))


def _likeness(gold: Row, predicted: Row) -> float:
    """Return how much of what the gold event tells the prediction tells too, from 0 to 1."""
    if gold["type"] != predicted.get("type"):
        return 0.0
    evidence = " ".join(e["text"] for e in predicted.get("evidence", ()))
    anchor = _folded(gold.get("anchor"))
    parts = [(0.15, float(bool(anchor) and f" {anchor} " in f" {_folded(evidence)} "))]
    if _names(gold):
        parts.append((0.45, _dice(_names(gold), _names(predicted))))
    if gold.get("date"):
        parts.append((0.25, float(_same_date(gold, predicted))))
    if gold.get("place") and gold["type"] not in _NO_PLACE:
        parts.append((0.15, float(_place(gold) == _place(predicted))))
    if gold.get("years") is not None:
        parts.append((0.45, float(gold["years"] == predicted.get("years"))))
    if _items(gold):
        parts.append((0.30, len(_items(gold) & _items(predicted)) / len(_items(gold))))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def _align(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Return which predicted event each gold event is aligned with, by position; the most alike first."""
    ranked = sorted((-_likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    pairs: dict[int, int] = {}
    taken = set()
    for minus, i, j in ranked:
        if -minus >= _LEAST_LIKE and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


# -- documents ---------------------------------------------------------------------------------------------------------


def _evaluate_document(gold: Sequence[Row], predicted: Sequence[Row], report: Report) -> list[str]:
    """Add one document to the report and return what was wrong in it."""
    pairs = _align(gold, predicted)
    # An optional gold event excuses the prediction aligned with it, and is never missed.
    excused = {j for i, j in pairs.items() if gold[i].get("optional")}
    wanted = [(i, g) for i, g in enumerate(gold) if not g.get("optional")]
    given = [(j, p) for j, p in enumerate(predicted) if j not in excused]
    _count_all(report, [g for _, g in wanted], [p for _, p in given])
    wrong = []
    for i, g in wanted:
        if i in pairs:
            wrong += _compare_pair(report, g, predicted[pairs[i]])
        else:
            wrong.append(f"missed {g['type']} «{g.get('anchor')}» {_date(g)} {sorted(_names(g))}")
    aligned = set(pairs.values())
    wrong += [f"spurious {p.get('type')} {_date(p)} {sorted(_names(p))}" for j, p in given if j not in aligned]
    return wrong


def _count_all(report: Report, gold: Iterable[Row], predicted: Iterable[Row]) -> None:
    """Count gold and predicted events, dates and people."""
    for row in gold:
        report.by_type[row["type"]].gold += 1
        for name, number in (("event", 1), ("exact", 1), ("date", row.get("date") is not None), ("person", len(_names(row)))):
            report.measures[name].gold += number
    for row in predicted:
        report.by_type[str(row.get("type"))].predicted += 1
        for name, number in (("event", 1), ("exact", 1), ("date", _date(row) is not None), ("person", len(_names(row)))):
            report.measures[name].predicted += number


def _compare_pair(report: Report, gold: Row, predicted: Row) -> list[str]:
    """Count what is right in one aligned pair and return what is wrong."""
    wrong = []
    label = f"{gold['type']} «{gold.get('anchor')}»"
    right_date = _same_date(gold, predicted)
    right_people = _names(gold) == _names(predicted)
    report.by_type[gold["type"]].right += 1
    report.measures["event"].right += 1
    report.measures["date"].right += right_date
    report.measures["exact"].right += right_people and (right_date or (gold.get("date") is None and _date(predicted) is None))
    if gold.get("date") and not right_date:
        wrong.append(f"date of {label}: {_date(gold)}, not {_date(predicted)}")
    if not right_people:
        missing, extra = sorted(_names(gold) - _names(predicted)), sorted(_names(predicted) - _names(gold))
        wrong.append(f"people of {label}: missing {missing}, extra {extra}")
    if gold.get("place"):
        report.measures["place"].gold += 1
        report.measures["place"].right += _place(gold) == _place(predicted)
    for item in gold.get("items") or () if gold["type"] == "proposal" else ():
        words = _words(item)
        report.measures["items"].gold += 1
        report.measures["items"].right += bool(words) and len(words & _items(predicted)) / len(words) >= _ITEM_COVER
    _compare_people(report, gold, predicted)
    return wrong


def _compare_people(report: Report, gold: Row, predicted: Row) -> None:
    """Count right people, roles, countries and titles in one aligned pair."""
    by_name: dict[str, Row] = {}
    for person in _people(predicted):
        by_name.setdefault(_folded(person["name"]), person)
    for person in _people(gold):
        other = by_name.get(_folded(person["name"]))
        if other is None:
            continue
        report.measures["person"].right += 1
        for field in ("role", "country"):
            if person.get(field):
                report.measures[field].gold += 1
                report.measures[field].right += person[field] == other.get(field)
        _compare_titles(report.measures["title"], person.get("titles", ()), other.get("titles", ()))


def _compare_titles(count: Count, gold: Sequence[str], predicted: Sequence[str]) -> None:
    """Count right titles of one person; each predicted title serves once."""
    count.gold += len(gold)
    count.predicted += len(predicted)
    left = list(predicted)
    for title in gold:
        hit = next((t for t in left if _dice(_words(title), _words(t)) >= _TITLE_OVERLAP), None)
        if hit is not None:
            left.remove(hit)
            count.right += 1
