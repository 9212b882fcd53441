"""Tables of the manual that are made of the code: the fields of values, and the forms of events with their codes.

`update_docs.py` writes each below its ``<!-- table: NAME -->``.
"""

from __future__ import annotations

import inspect
import re
import textwrap
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

import eventx
from eventx.model import EVENT_TYPES

ROOT = Path(__file__).parents[1]
TYPES = {kind.type: kind for kind in EVENT_TYPES if "form" in attrs.fields_dict(kind)}
VIEWS = ("lang", "lower", "folded", "match", "sentences", "paragraphs", "time_left")
METHODS = ("slice", "sentence_at", "hits", "cached")
ARGUMENT = re.compile(r"^(\w+): ((?:.+\n?)(?:[ ]+.+\n?)*)", re.MULTILINE)


def table(name: str) -> str:
    """Return the rows of the table of this name."""
    return "".join(f"| {' | '.join(row)} |\n" for row in TABLES[name]())


# -- fields ------------------------------------------------------------------------------------------------------------


def fields(kind: type[Any]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each field that a class takes: its type and what the docstring says of it."""
    yield from (("field", "type", "says"), ("---", "---", "---"))
    told = arguments(kind)
    for field in attrs.fields(kind):
        if field.init:
            yield f"`{field.name}`", f"`{_cell(str(field.type))}`", _cell(told[field.name])


def arguments(kind: type[Any]) -> dict[str, str]:
    """Return what the docstring of a class says of each argument."""
    part = re.split(r"\n(?=\S)", inspect.getdoc(kind).partition("\nArgs:\n")[2])[0]  # type: ignore[union-attr]  # all have one
    found = ARGUMENT.findall(textwrap.dedent(part) + "\n")
    return {name: " ".join(text.split()) for name, text in found}


def views() -> Iterator[tuple[str, ...]]:
    """Yield a row for each view of a document, and for each way to look at it."""
    yield from (("name", "says"), ("---", "---"))
    for name in VIEWS:
        yield f"`{name}`", _first_line(inspect.getattr_static(eventx.Document, name))
    for name in METHODS:
        method = getattr(eventx.Document, name)
        names = [parameter for parameter in inspect.signature(method).parameters if parameter != "self"]
        yield f"`{name}({', '.join(names)})`", _first_line(method)


def _first_line(thing: Any) -> str:
    """Return the first paragraph of a docstring."""
    return _cell(" ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split()))


def _cell(text: str) -> str:
    """Return a text of a docstring as one cell."""
    return text.replace("``", "`").replace("|", "\\|")


# -- forms -------------------------------------------------------------------------------------------------------------


def forms() -> Iterator[tuple[str, ...]]:
    """Yield a row for each type: its forms, and those on which a code hangs."""
    yield from (("type", "forms", "codes of their own, of what was held"), ("---", "---", "---"))
    for name, kind in TYPES.items():
        found = sorted(told_forms()[name])
        usual = kind().cameo
        codes = [f"`{form}` {code}" for form in found if (code := _code(kind, form)) != usual]
        own = f"{', '.join(codes)}; the others {usual}" if codes else f"all {usual}"
        yield f"`{name}`", ", ".join(f"`{form}`" for form in found), own


def _code(kind: type[Any], form: str) -> str:
    """Return the code of an event of a type and form of which no more is known."""
    return str(kind(form=form).cameo)


def told_forms() -> dict[str, set[str]]:
    """Return the forms that the built-in words files tell, by event type."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "plugins").glob("eventx_*/*.toml")):
        for entry in _tables(tomllib.loads(path.read_text("utf-8"))):
            for kind in TYPES:
                # a trigger, a modifier ("state" visit), a conference that is numbered
                told = [entry.get("form") if entry.get("type") == kind else None, entry.get(kind)]
                found[kind] |= {form for form in told if isinstance(form, str)}
            if isinstance(entry.get("numbered"), str):
                found["conference"].add(entry["numbered"])
    return found


def _tables(value: Any) -> Iterable[dict[str, Any]]:
    """Yield all tables inside a value of TOML."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield value
    for one in inside:
        yield from _tables(one)


TABLES: dict[str, Callable[[], Iterable[tuple[str, ...]]]] = {
    "forms": forms,
    "views": views,
    **{kind.__name__.lower(): (lambda kind=kind: fields(kind)) for kind in (
        eventx.Document, eventx.Contribution, eventx.Trigger, eventx.Slot, eventx.Mention, eventx.PlaceMention,
        eventx.Duration, eventx.Recurrence,
    )},
}  # fmt: skip
