"""Tables of events: for people (rich) and for spreadsheets (CSV, one row an event)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from eventx.edtf import Date, shown
from eventx.extraction import Extraction
from eventx.model import Event, Participant, Place, own_fields

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from eventx.reconciliation import Reconciled

_WORDS = 3
"""How many pieces of evidence a table shows of an event."""

_HEADERS = ("date", "type", "who (role)", "where", "read from")
_DATE, _TYPE = 11, 13
_INDENT = _DATE + _TYPE + 4


def plain(text: str) -> str:
    """Return `text` on one line, without characters that would steer a terminal."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Return `text` with a space for every line end and control character."""
    return "".join(char if char.isprintable() else " " for char in text)


def heading(extraction: Extraction) -> str:
    """Return the line above a document's events: id, day of publication, language, how many events."""
    document = extraction.document
    count = len(extraction.events)
    published = f"published {document.published}" if document.published else "no date of publication"
    return plain(f"{document.id or 'text'} · {document.language or '?'} · {published} · {_count(count, 'event')}")


def _count(number: int, name: str) -> str:
    """Return how many there are, in words: ``no events``, ``1 event``."""
    return f"{number or 'no'} {name}{'' if number == 1 else 's'}"


# -- for people --------------------------------------------------------------------------------------------------------


def show(console: Console, extraction: Extraction) -> None:
    """Print one document: a heading, and for each event a row with what is asked, signed or commemorated below it."""
    _print(console, _rendered(extraction, console.width))


def show_reconciled(console: Console, found: Sequence[Reconciled]) -> None:
    """Print reconciled events: for each a row with the documents that tell of it at its end."""
    _print(console, _rendered_reconciled(found, console.width))


def _print(console: Console, lines: Iterable[RenderableType]) -> None:
    """Print what is rendered, on a terminal as it is."""
    if console.is_terminal:
        console.print(*lines, sep="\n")
        return
    with console.capture() as capture:
        console.print(*lines, sep="\n")
    # a file or a pipe needs no blanks up to the width
    console.file.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))


def _rendered(extraction: Extraction, width: int) -> Iterator[RenderableType]:
    """Yield what is printed of a document."""
    from rich.rule import Rule  # noqa: PLC0415 - rich is loaded only where a table is printed

    yield _text((heading(extraction), "bold"))
    if extraction.document.title:
        yield _text((extraction.document.title, "italic"))
    if extraction.events:
        yield _row_of(width, *(_text((name, "bold")) for name in _HEADERS))
        yield Rule(style="dim")
    for event in extraction.events:
        yield from _rendered_event(event, width, ", ".join(words(event)))
    yield ""


def _rendered_reconciled(found: Sequence[Reconciled], width: int) -> Iterator[RenderableType]:
    """Yield what is printed of reconciled events."""
    from rich.rule import Rule  # noqa: PLC0415 - rich is loaded only where a table is printed

    told = len({source.name for one in found for source in one.sources})
    yield _text((f"{_count(len(found), 'event')} of {_count(told, 'document')}", "bold"))
    if found:
        yield _row_of(width, *(_text((name, "bold")) for name in (*_HEADERS[:-1], "told by")))
        yield Rule(style="dim")
    for one in found:
        yield from _rendered_event(one.event, width, ", ".join(dict.fromkeys(source.name for source in one.sources)))
    yield ""


def _rendered_event(event: Event, width: int, source: str) -> Iterator[RenderableType]:
    """Yield an event's row and what stands below it."""
    from rich.padding import Padding  # noqa: PLC0415 - rich is loaded only where a table is printed

    cells = (_when(event.date), _what(event), _who(event.participants), _text(_place_text(event.place)), _text((source, "green")))
    yield _row_of(width, *cells)
    for detail in details(event):
        yield Padding(_text(f"- {detail}"), (0, 0, 0, _INDENT))


def _row_of(width: int, *cells: Text) -> Table:
    """Return one row, its columns shared out over the width as in all other rows."""
    from rich.table import Table  # noqa: PLC0415 - as above

    table = Table.grid(padding=(0, 2, 0, 0))
    left = max(width - _INDENT - 4, 12)
    who, where = left // 2, left * 6 // 25
    for share in (_DATE, _TYPE, who, where, left - who - where):
        table.add_column(width=share, overflow="fold")
    table.add_row(*cells)
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
    if date.calendar != "gregorian":
        lines.append((date.calendar, "dim"))
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


def _person_text(person: Participant) -> str:
    """Return a participant with role and country: ``Ana Souza (guest, BR)``."""
    return f"{person.name} ({', '.join(filter(None, (person.role, person.country)))})"


def _who(people: Iterable[Participant]) -> Text:
    """Return one participant a line."""
    lines = [_person_text(person) for person in people]
    return _text(*lines) if lines else _text(("-", "dim"))


def _place_text(place: Place | None) -> str:
    """Return a place with its country, unless it is that country's only name."""
    if place is None:
        return "-"
    return f"{place.name}, {place.country}" if place.country else place.name


def words(event: Event) -> list[str]:
    """Return the first words an event was read from, but for those that the table shows as people or place."""
    shown = [plain(person.name) for person in event.participants] + ([plain(event.place.name)] if event.place else [])
    first, *others = list(dict.fromkeys(plain(item.text) for item in event.evidence)) or [""]
    return [first, *(text for text in others if not any(name in text for name in shown))][:_WORDS]


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
            found.append(f"{field.name}: {shown(value) if isinstance(value, Date) else value}")
    return found


# -- for spreadsheets --------------------------------------------------------------------------------------------------

_BEFORE = ("document", "published", "language", "id", "type")
_AFTER = (
    "status", "date", "date_start", "date_end", "date_certainty", "date_calendar", "place", "place_country",
    "participants", "roles", "countries", "titles", "part_of", "cameo", "plover",
    "evidence", "evidence_start",
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
        for event in extraction.events:
            row = _row(extraction, event).items()
            # JSON keeps every character; a sheet is better off without line ends and control characters in its cells
            self._writer.writerow({name: printable(value) if isinstance(value, str) else value for name, value in row})


def _cell(value: Any) -> Any:
    """Return the value of a type's own field as one cell."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return shown(value) if isinstance(value, Date) else value


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
        **{name: _cell(value) for name, value in own.items()},
        "status": event.status,
        "date": date,
        "date_start": date.earliest if date else None,
        "date_end": date.latest if date else None,
        "date_certainty": date.certainty if date else None,
        "date_calendar": date.calendar if date else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "participants": "; ".join(person.name for person in people),
        "roles": "; ".join(person.role for person in people),
        "countries": "; ".join(person.country or "" for person in people),
        "titles": "; ".join(" | ".join(title.text for title in person.titles) for person in people),
        "part_of": event.part_of,
        "cameo": event.cameo,
        "plover": event.plover,
        "evidence": "; ".join(item.text for item in event.evidence),
        "evidence_start": event.evidence[0].span.start if event.evidence else None,
    }
