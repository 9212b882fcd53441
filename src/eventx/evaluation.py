"""Extracted events measured against gold annotations, for users with gold of their own.

Gold is what `eventx.gold.load_gold` reads; predictions are lines of the output contract (``eventx extract --format jsonl``).

Events of one type are aligned one to one, the most alike first; then, summed over all documents, precision, recall and F1 of
events, exact events (type, date and set of people right), dates, people and titles, and the share of right roles, countries,
places and proposal items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from eventx.gold import load_gold, read_json
from eventx.likeness import Row, align, date_of, folded, items_of, names_of, overlap, people_of, place_of, same_date, words_of
from eventx.problems import InputError

__all__ = ("F_MEASURES", "SHARES", "Count", "Report", "compare", "evaluate", "load_gold", "load_report")

_TITLE_OVERLAP = 0.8
"""The overlap from which on two titles are one."""
_ITEM_COVER = 0.7
"""The share of a gold item's words that the predicted items have where it is right."""

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


def load_report(path: Path) -> dict[str, Any]:
    """Return an earlier run's `Report.as_dict` from a file.

    Raises:
        InputError: if the file is no such report.

    """
    data = read_json(path)
    parts = [data.get(part) if isinstance(data, dict) else None for part in ("measures", "by_type")]
    rates = [rate for part in parts if isinstance(part, dict) for rate in part.values()]
    if None in parts or not parts[0] or not all(isinstance(rate, dict) and {"f1", "recall"} <= set(rate) for rate in rates):
        message = f"{path}: no earlier run; give what `eventx evaluate --json` printed"
        raise InputError(message)
    return dict(data)


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


def _evaluate_document(gold: Sequence[Row], predicted: Sequence[Row], report: Report) -> list[str]:
    """Add one document to the report and return what was wrong in it."""
    pairs = align(gold, predicted)
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
            wrong.append(f"missed {g['type']} «{g.get('anchor')}» {date_of(g)} {sorted(names_of(g))}")
    aligned = set(pairs.values())
    wrong += [f"spurious {p.get('type')} {date_of(p)} {sorted(names_of(p))}" for j, p in given if j not in aligned]
    return wrong


def _count_all(report: Report, gold: Iterable[Row], predicted: Iterable[Row]) -> None:
    """Count gold and predicted events, dates and people."""
    for row in gold:
        report.by_type[row["type"]].gold += 1
        for name, number in (("event", 1), ("exact", 1), ("date", row.get("date") is not None), ("person", len(names_of(row)))):
            report.measures[name].gold += number
    for row in predicted:
        report.by_type[str(row.get("type"))].predicted += 1
        for name, number in (("event", 1), ("exact", 1), ("date", date_of(row) is not None), ("person", len(names_of(row)))):
            report.measures[name].predicted += number


def _compare_pair(report: Report, gold: Row, predicted: Row) -> list[str]:
    """Count what is right in one aligned pair and return what is wrong."""
    wrong = []
    label = f"{gold['type']} «{gold.get('anchor')}»"
    right_date = same_date(gold, predicted)
    right_people = names_of(gold) == names_of(predicted)
    report.by_type[gold["type"]].right += 1
    report.measures["event"].right += 1
    report.measures["date"].right += right_date
    report.measures["exact"].right += right_people and (right_date or (gold.get("date") is None and date_of(predicted) is None))
    if gold.get("date") and not right_date:
        wrong.append(f"date of {label}: {date_of(gold)}, not {date_of(predicted)}")
    if not right_people:
        missing, extra = sorted(names_of(gold) - names_of(predicted)), sorted(names_of(predicted) - names_of(gold))
        wrong.append(f"people of {label}: missing {missing}, extra {extra}")
    if gold.get("place"):
        report.measures["place"].gold += 1
        report.measures["place"].right += place_of(gold) == place_of(predicted)
    for item in gold.get("items") or () if gold["type"] == "proposal" else ():
        words = words_of(item)
        report.measures["items"].gold += 1
        report.measures["items"].right += bool(words) and len(words & items_of(predicted)) / len(words) >= _ITEM_COVER
    _compare_people(report, gold, predicted)
    return wrong


def _compare_people(report: Report, gold: Row, predicted: Row) -> None:
    """Count right people, roles, countries and titles in one aligned pair."""
    found = _by_name(predicted)
    for name, person in _by_name(gold).items():
        other = found.get(name)
        if other is None:
            continue
        report.measures["person"].right += 1
        for field in ("role", "country"):
            if person.get(field):
                report.measures[field].gold += 1
                report.measures[field].right += person[field] == other.get(field)
        _compare_titles(report.measures["title"], person.get("titles", ()), other.get("titles", ()))


def _by_name(row: Row) -> dict[str, Row]:
    """Return the people of an event by their folded names; who is listed twice counts once, as first listed."""
    people: dict[str, Row] = {}
    for person in people_of(row):
        people.setdefault(folded(person["name"]), person)
    return people


def _compare_titles(count: Count, gold: Sequence[str], predicted: Sequence[str]) -> None:
    """Count right titles of one person; each predicted title serves once."""
    count.gold += len(gold)
    count.predicted += len(predicted)
    left = list(predicted)
    for title in gold:
        hit = next((t for t in left if overlap(words_of(title), words_of(t)) >= _TITLE_OVERLAP), None)
        if hit is not None:
            left.remove(hit)
            count.right += 1
