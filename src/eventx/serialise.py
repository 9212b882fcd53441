"""JSON both ways: what `eventx extract --format jsonl` prints, and events back from it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from eventx.extraction import Extraction
from eventx.model import EVENT_TYPES, Event
from eventx.problems import InputError

if TYPE_CHECKING:
    import cattrs

    from eventx.reconciliation import Reconciled


# Half of a surrogate pair cannot be written as UTF-8; the others are line ends to some readers of JSON lines.
@lru_cache(maxsize=1)
def _escaped() -> re.Pattern[str]:
    """Return the pattern of what is escaped in JSON: halves of surrogates and ends of lines that some readers know."""
    return re.compile("[\ud800-\udfff\x85\u2028\u2029]")


# A date's value has another name in JSON, and what evidence was read from no object of its own.
@lru_cache(maxsize=1)
def _places() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of what stands at another place in JSON, each with that place."""
    return ((re.compile(r"\.edtf$"), ".value"), (re.compile(r"(\.evidence\[\d+\])\.span\b"), r"\1"))


@lru_cache(maxsize=8)
def _converter(types: tuple[tuple[str, type[Event]], ...], *, full: bool, provenance: bool) -> cattrs.Converter:
    """Return the converter for a set of event types, made once."""
    # Imported here: `import eventx` must not pay for cattrs.
    from eventx.converter import make_converter  # noqa: PLC0415

    return make_converter(dict(types), full=full, provenance=provenance)


def _pairs(types: Mapping[str, type[Event]] | None) -> tuple[tuple[str, type[Event]], ...]:
    """Return the event types by name as a value that can be hashed."""
    return tuple((types or {kind.type: kind for kind in EVENT_TYPES}).items())


def dumps(
    value: Extraction | Event | Reconciled, *, provenance: bool = False, full: bool = False, indent: int | None = None
) -> str:
    """Return an extraction, an event or a reconciled event as JSON: one line, unless `indent` is given.

    Args:
        value: what to write.
        provenance: write, for each event, every candidate for every field: who said so, and why it won or lost.
        full: write the document's text, all contributions and the provenance too; then ``loads(dumps(x, full=True)) == x``
            for extractions. Events, and what was reconciled, come back equal from any form.
        indent: spaces an indentation step, for reading.

    Raises:
        TypeError: if `value` is none of these, or a plugin's event holds a value that JSON has no form for.

    """
    if not isinstance(value, Extraction | Event | _reconciled()):
        message = f"dumps: expected an Extraction, an Event or a Reconciled, got {type(value).__name__}"
        raise TypeError(message)
    data = _converter(_pairs(None), full=full, provenance=provenance or full).unstructure(value)
    return as_text(data, indent=indent)


def _reconciled() -> type[Reconciled]:
    """Return the class of reconciled events."""
    # Imported here: it is as large as the merger, which `import eventx` does not load.
    from eventx.reconciliation import Reconciled  # noqa: PLC0415

    return Reconciled


def as_text(data: Any, *, indent: int | None = None) -> str:
    """Return JSON values as text that is UTF-8 and has no line ends but those of `indent`."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _escaped().sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def loads(text: str | bytes, *, types: Mapping[str, type[Event]] | None = None) -> Any:
    """Return the `Extraction`, `Event` or `Reconciled` that `dumps` wrote.

    Args:
        text: JSON of one extraction (a line of JSON lines), of one event, or of one reconciled event.
        types: the event types by name, if plugins have added some: ``Engine.event_types``.

    Returns:
        An `Extraction` where the object has the key ``events``, a `Reconciled` where it has ``sources``, else an `Event`. An
        extraction written without ``full=True`` comes back with an empty text and no contributions.

    Raises:
        InputError: if the text is not JSON or breaks the format; the message names every wrong field and its value.

    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"not JSON: {error}"
        raise InputError(message) from error
    if not isinstance(data, dict):
        message = f"$: expected an object, as dumps writes it, got {type(data).__name__}"
        raise InputError(message)
    kind: Any = Extraction if "events" in data or "document" in data else _reconciled() if "sources" in data else Event
    try:
        return _converter(_pairs(types), full=True, provenance=True).structure(data, kind)
    except Exception as error:
        raise InputError("; ".join(_messages(error))) from error


def _messages(error: Exception) -> list[str]:
    """Return one message a wrong field: where it is, what stands there, what to write."""
    from cattrs import transform_error  # noqa: PLC0415 - as above
    from cattrs.errors import ForbiddenExtraKeysError  # noqa: PLC0415 - as above

    def describe(error: BaseException, _: Any) -> str:
        if isinstance(error, KeyError):
            return f"key {error} is missing"
        if isinstance(error, ForbiddenExtraKeysError):
            known = ", ".join(sorted(_known(error.cl)))
            return f"unknown key {', '.join(sorted(error.extra_fields))}; known keys: {known}"
        return str(error)

    lines = []
    for line in transform_error(error, "$", describe):
        what, _, where = line.rpartition(" @ ")
        if what.startswith("key ") and what.endswith(" is missing"):
            where = where.rpartition(".")[0] or where
        for inner, outer in _places():
            where = inner.sub(outer, where)
        lines.append(f"{where}: {what}")
    return lines


def _known(kind: type) -> list[str]:
    """Return the keys under which a class's fields stand in JSON."""
    import attrs  # noqa: PLC0415 - needed for the message only

    names = [{"edtf": "value"}.get(field.name, field.name) for field in attrs.fields(kind) if field.init]
    return ["type", *names] if issubclass(kind, Event) else names
