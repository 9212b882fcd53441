"""Tables of events: for people (rich) and for spreadsheets (CSV, one row an event)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TextIO

from eventx.edtf import Date
from eventx.engine import Extraction
from eventx.model import Event, Participant, Place, own_fields

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_WORDS = 4
"""How many pieces of evidence a table shows of an event; the others are counted."""


def plain(text: str) -> str:
    """Return `text` on one line, without characters that would steer a terminal."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def heading(extraction: Extraction) -> str:
    """Return the line above a document's events: id, day of publication, language, how many events."""
    document = extraction.document
    count = len(extraction.events)
    published = f"published {document.published}" if document.published else "no date of publication"
    events = f"{count or 'no'} event{'' if count == 1 else 's'}"
    return plain(f"{document.id or 'text'} · {document.language or '?'} · {published} · {events}")


# -- for people --------------------------------------------------------------------------------------------------------


def show(console: Console, extraction: Extraction) -> None:
    """Print one document: a heading, and a row for each event."""
    from rich.text import Text  # noqa: PLC0415 - rich is loaded only where a table is printed

    console.print(Text(heading(extraction), style="bold"))
    if extraction.document.title:
        console.print(Text(plain(extraction.document.title), style="italic"))
    if extraction.events:
        console.print(_table(extraction.events))
    else:
        console.print()


def _table(events: Iterable[Event]) -> Table:
    """Return the table of one document's events."""
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table(box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False, expand=True, header_style="bold")
    table.add_column("date", min_width=10, max_width=12, overflow="fold")
    table.add_column("type", min_width=11, max_width=14, overflow="fold")
    table.add_column("who (role)", ratio=3, overflow="fold")
    table.add_column("where", ratio=1, min_width=9, overflow="fold")
    table.add_column("read from", ratio=2, overflow="fold")
    for event in events:
        table.add_row(
            _when(event.date), _what(event), _who(event.participants), _text(place_text(event.place)), _read_from(event)
        )
    return table


def _text(*lines: str | tuple[str, str]) -> Text:
    """Return lines of text, some with a style."""
    from rich.text import Text  # noqa: PLC0415 - as above

    parts = [Text(plain(line)) if isinstance(line, str) else Text(plain(line[0]), style=line[1]) for line in lines]
    return Text("\n").join(parts)


def _when(date: Date | None) -> Text:
    """Return a date, each end of an interval on its own line, and whether it was implied."""
    if date is None:
        return _text(("-", "dim"))
    start, slash, end = date.edtf.partition("/")
    lines: list[str | tuple[str, str]] = [start + slash, end] if slash else [start]
    if date.certainty == "implied":
        lines.append(("implied", "dim"))
    return _text(*lines)


def _what(event: Event) -> Text:
    """Return the type and form, and the status unless the event was held."""
    lines: list[str | tuple[str, str]] = [(event.type, "cyan")]
    form = getattr(event, "form", None)
    if isinstance(form, str):
        lines.append(form.replace("_", " "))
    if event.status != "held":
        lines.append((event.status, "yellow"))
    return _text(*lines)


def person_text(person: Participant) -> str:
    """Return a participant with role and country: ``Khuong Sreng (guest, KH)``."""
    return f"{person.name} ({', '.join(filter(None, (person.role, person.country)))})"


def _who(people: Iterable[Participant]) -> Text:
    """Return one participant a line."""
    lines = [person_text(person) for person in people]
    return _text(*lines) if lines else _text(("-", "dim"))


def place_text(place: Place | None) -> str:
    """Return a place with its country, unless it is that country's only name."""
    if place is None:
        return "-"
    return f"{place.name}, {place.country}" if place.country else place.name


def _read_from(event: Event) -> Text:
    """Return the words the event was read from, and what is asked, signed or commemorated."""
    words = list(dict.fromkeys(plain(item.text) for item in event.evidence))
    more = f" +{len(words) - _WORDS}" if len(words) > _WORDS else ""
    lines: list[str | tuple[str, str]] = [(" · ".join(words[:_WORDS]) + more, "green")]
    lines += (f"- {detail}" for detail in details(event))
    return _text(*lines)


def details(event: Event) -> list[str]:
    """Return the type's own fields but the form, as short texts: lists item by item, other values with their names."""
    found = []
    for field in own_fields(type(event)):
        value = getattr(event, field.name)
        if field.name == "form" or value in (None, ()):
            continue
        if isinstance(value, tuple):
            found += [str(item) for item in value]
        else:
            found.append(f"{field.name}: {value}")
    return found


# -- for spreadsheets --------------------------------------------------------------------------------------------------

_BEFORE = ("document", "published", "language", "id", "type")
_AFTER = (
    "status", "date", "date_start", "date_end", "date_certainty", "place", "place_country",
    "participants", "roles", "countries", "titles", "evidence", "evidence_start",
)  # fmt: skip


def columns(types: Mapping[str, type[Event]]) -> list[str]:
    """Return the columns of a CSV file: those of every event, and the own fields of every type."""
    own = dict.fromkeys(field.name for kind in types.values() for field in own_fields(kind))
    return [*_BEFORE, *own, *_AFTER]


class CsvWriter:
    """Writes one row an event.

    Lists are joined by ``; ``: `participants`, `roles`, `countries` and `titles` name the same people in the same order; the
    titles of one person are joined by `` | ``.

    Args:
        stream: a text file opened with ``newline=""``.
        types: the event types by name: ``Engine.event_types``.

    """

    def __init__(self, stream: TextIO, types: Mapping[str, type[Event]]) -> None:
        self._writer = csv.DictWriter(stream, columns(types), lineterminator="\n")
        self._writer.writeheader()

    def write(self, extraction: Extraction) -> None:
        """Write the rows of one document."""
        self._writer.writerows(_row(extraction, event) for event in extraction.events)


def _row(extraction: Extraction, event: Event) -> dict[str, Any]:
    """Return the cells of one event."""
    document, date, place, people = extraction.document, event.date, event.place, event.participants
    own = {field.name: getattr(event, field.name) for field in own_fields(type(event))}
    return {
        "document": document.id,
        "published": document.published,
        "language": document.language,
        "id": event.id,
        "type": event.type,
        **{name: "; ".join(map(str, value)) if isinstance(value, tuple) else value for name, value in own.items()},
        "status": event.status,
        "date": date,
        "date_start": date.earliest if date else None,
        "date_end": date.latest if date else None,
        "date_certainty": date.certainty if date else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "participants": "; ".join(person.name for person in people),
        "roles": "; ".join(person.role for person in people),
        "countries": "; ".join(person.country or "" for person in people),
        "titles": "; ".join(" | ".join(title.text for title in person.titles) for person in people),
        "evidence": "; ".join(item.text for item in event.evidence),
        "evidence_start": event.evidence[0].span.start if event.evidence else None,
    }
