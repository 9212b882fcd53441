"""How alike a predicted event is to a gold one, value by value, and which of them tell of the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from eventx.normal_form import normalise
from eventx.text import fold

Row = Mapping[str, Any]
"""An event as in gold or in the output contract, or one of its participants."""

_LEAST_LIKE = 0.3
"""How alike two events are at least that are taken for one."""
_NO_PLACE = ("proposal", "anniversary")
"""The types whose place tells nothing of which event is meant."""


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """Return the pattern of a word."""
    return re.compile(r"\w+")


def folded(text: object) -> str:
    """Return a text's words, folded, with one space between."""
    return " ".join(_word().findall(fold(normalise(str(text or ""))[0])))


def words_of(text: object) -> set[str]:
    """Return the set of a text's words, folded."""
    return set(folded(text).split())


def overlap(a: set[str], b: set[str]) -> float:
    """Return the overlap of two sets, from 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def date_of(row: Row) -> str | None:
    """Return the EDTF value of an event's date."""
    date = row.get("date")
    return date.get("value") if isinstance(date, Mapping) else date


def same_date(gold: Row, predicted: Row) -> bool:
    """Tell whether two dates are one value; a year that the gold leaves open may be any."""
    a, b = date_of(gold), date_of(predicted)
    if not a or not b:
        return False
    ours, theirs = a.split("/"), b.split("/")
    return len(ours) == len(theirs) and all(
        x == y or (x.startswith("XXXX") and x[4:] == y[4:]) for x, y in zip(ours, theirs, strict=True)
    )


def place_of(row: Row) -> str:
    """Return an event's place, folded."""
    place = row.get("place")
    return folded(place.get("name") if isinstance(place, Mapping) else place)


def people_of(row: Row) -> list[Row]:
    """Return the people among an event's participants."""
    return [p for p in row.get("participants", ()) if p.get("kind", "person") == "person"]


def names_of(row: Row) -> set[str]:
    """Return the names of an event's people, folded."""
    return {folded(p["name"]) for p in people_of(row)}


def items_of(row: Row) -> set[str]:
    """Return the words of a proposal's items."""
    return words_of(" ".join(map(str, row.get("items") or ())))


def _likeness(gold: Row, predicted: Row) -> float:
    """Return how much of what the gold event tells the prediction tells too, from 0 to 1."""
    if gold["type"] != predicted.get("type"):
        return 0.0
    evidence = " ".join(e["text"] for e in predicted.get("evidence", ()))
    anchor = folded(gold.get("anchor"))
    parts = [(0.15, float(bool(anchor) and f" {anchor} " in f" {folded(evidence)} "))]
    if names_of(gold):
        parts.append((0.45, overlap(names_of(gold), names_of(predicted))))
    if gold.get("date"):
        parts.append((0.25, float(same_date(gold, predicted))))
    if gold.get("place") and gold["type"] not in _NO_PLACE:
        parts.append((0.15, float(place_of(gold) == place_of(predicted))))
    if gold.get("years") is not None:
        parts.append((0.45, float(gold["years"] == predicted.get("years"))))
    if items_of(gold):
        parts.append((0.30, len(items_of(gold) & items_of(predicted)) / len(items_of(gold))))
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


def align(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Return which predicted event each gold event is aligned with, by position; the most alike first."""
    ranked = sorted((-_likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    pairs: dict[int, int] = {}
    taken = set()
    for minus, i, j in ranked:
        if -minus >= _LEAST_LIKE and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
