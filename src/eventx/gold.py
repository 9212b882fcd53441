"""Gold annotations, and the events compared with them: read, and looked at before they are measured.

Gold is a folder of ``ID.json`` files: ``{"id", "events": [{"type", "anchor", "date", "place", "participants", …}]}``, where a
date is an EDTF value, a place a name, and ``"optional": true`` marks an event that may be left out.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from eventx.edtf import Date
from eventx.model import EVENT_TYPES, ROLES
from eventx.problems import InputError

Row = Mapping[str, Any]
"""An event, or one of its participants, as it stands in JSON."""

_BUILT_IN = tuple(kind.type for kind in EVENT_TYPES)


def load_gold(folder: Path, types: Collection[str] | None = None) -> dict[str, Row]:
    """Return the gold of a folder, by document id.

    Args:
        folder: where the ``.json`` files are.
        types: the names of the event types there are; the built-in ones if not given.

    Raises:
        InputError: if the folder holds no gold, or a file breaks the format: it names the file, the field and the reason.

    """
    gold: dict[str, Row] = {}
    files: dict[str, Path] = {}
    for path in sorted(folder.glob("*.json")):
        data = read_json(path)
        if not isinstance(data, dict) or not {"id", "events"} <= set(data) or not isinstance(data["id"], str | int):
            message = f'{path}: no gold; write {{"id": …, "events": […]}}'
            raise InputError(message)
        name = str(data["id"])
        if name in gold:
            message = f"{path}: the id {name!r} is that of {files[name]} too"
            raise InputError(message)
        for wrong in faults(data["events"], types or _BUILT_IN):
            message = f"{path}: {wrong}"
            raise InputError(message)
        gold[name], files[name] = data, path
    if not gold:
        message = f"{folder}: no gold: there is no .json file in it"
        raise InputError(message)
    return gold


def read_json(path: Path) -> Any:
    """Return what stands in a file of JSON, or raise an `InputError` that names it."""
    try:
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        message = f"{path}: {error.strerror}"
        raise InputError(message) from error
    except (ValueError, RecursionError) as error:
        message = f"{path}: not JSON: {error}"
        raise InputError(message) from error


def faults(events: object, types: Collection[str] | None = None) -> Iterator[str]:
    """Yield what is wrong with events, gold or predicted: where it is, what stands there, what to write.

    Args:
        events: what should be a list of them.
        types: the names of the event types there are, if types are to be looked at.

    """
    if not isinstance(events, list):
        yield f"events: {_short(events)} is no list; write [] where there is none"
        return
    for number, event in enumerate(events):
        where = f"events[{number}]"
        if not isinstance(event, dict):
            yield f"{where}: {_short(event)} is no object"
            continue
        yield from _type(where, event.get("type"), types)
        for key, right, wanted in _KEYS:
            if key in event and not right(event[key]):
                yield f"{where}.{key}: {_short(event[key])} is not {wanted}"
        for key in ("date", "since"):
            yield from _date(f"{where}.{key}", event.get(key))
        if isinstance(event.get("participants", []), list):
            for place, person in enumerate(event.get("participants", [])):
                yield from _participant(f"{where}.participants[{place}]", person)


def _type(where: str, name: object, types: Collection[str] | None) -> Iterator[str]:
    """Yield what is wrong with an event's type."""
    if not isinstance(name, str):
        yield f"{where}.type: {_short(name)} is no name of an event type"
    elif types is not None and name not in types:
        near = difflib.get_close_matches(name, types, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        yield f"{where}.type: {name!r} is no event type; {hint}there are {', '.join(types)}"


def _date(where: str, date: object) -> Iterator[str]:
    """Yield what is wrong with a date: none, its EDTF value, or an object that has it as ``value``."""
    value = date.get("value") if isinstance(date, dict) else date
    if value is None and not isinstance(date, dict):
        return
    try:
        Date(value)  # type: ignore[arg-type]  # which is found out here
    except (ValueError, TypeError, AttributeError):
        yield f"{where}: {_short(value)} is no EDTF date; write e.g. 2022-09-05, 2022-10, XXXX-09-25, or null"


def _participant(where: str, person: object) -> Iterator[str]:
    """Yield what is wrong with a participant."""
    if not isinstance(person, dict) or not isinstance(person.get("name"), str):
        yield f'{where}: {_short(person)} is no participant; write {{"name": "…", "role": "…"}} (roles: {", ".join(ROLES)})'
        return
    for key, right, wanted in _OF_PEOPLE:
        if key in person and not right(person[key]):
            yield f"{where}.{key}: {_short(person[key])} is not {wanted}"


def _is_text(value: object) -> bool:
    """Tell whether a value is a string or null."""
    return value is None or isinstance(value, str)


def _is_place(value: object) -> bool:
    """Tell whether a value is a name, null, or an object with a name."""
    return _is_text(value) or (isinstance(value, dict) and isinstance(value.get("name"), str))


def _is_texts(value: object) -> bool:
    """Tell whether a value is a list of strings."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_evidence(value: object) -> bool:
    """Tell whether a value is a list of objects, each with a text."""
    return isinstance(value, list) and all(isinstance(item, dict) and isinstance(item.get("text"), str) for item in value)


Check = tuple[str, Callable[[object], bool], str]

_KEYS: tuple[Check, ...] = (
    ("anchor", _is_text, "a string or null"),
    ("place", _is_place, "a name or null"),
    ("participants", lambda value: isinstance(value, list), "a list"),
    ("items", lambda value: value is None or _is_texts(value), "a list of strings"),
    ("years", lambda value: value is None or type(value) is int, "a whole number or null"),
    ("optional", lambda value: isinstance(value, bool), "true or false"),
    ("evidence", _is_evidence, "a list of objects with a text"),
)
_OF_PEOPLE: tuple[Check, ...] = (
    ("kind", lambda value: value in ("person", "organisation"), "person or organisation"),
    ("role", _is_text, "a string or null"),
    ("country", _is_text, "a string or null"),
    ("titles", _is_texts, "a list of strings"),
)


def _short(value: object) -> str:
    """Return a value as JSON, not too long for a message."""
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 60 else f"{text[:59]}…"
