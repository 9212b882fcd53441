"""The command ``eventx dates``: all dates of texts, with their values and how they were settled."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TextIO
from xml.sax.saxutils import escape, quoteattr

import click

import eventx
from eventx.command_options import Failure, defaults_of, describe_documents, print_as, say, stdin_of
from eventx.command_output import opened

if TYPE_CHECKING:
    from eventx import DateMention, Document

Writer = Callable[["Document", Sequence["DateMention"]], None]
_COLUMNS = (
    *("document", "kind", "start", "end", "text", "value", "earliest", "latest", "certainty", "settled"),
    *("part_of_day", "modifier", "calendar", "timex3_type", "timex3_value", "timex3_mod", "rule"),
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@print_as("table", "jsonl", "csv", "timeml")
@click.option("--day-first/--month-first", default=None, help="How 5/9/2022 is read; by default the language decides.")
@click.option("--durations", is_flag=True, help='Print durations ("55 years") and recurrences ("every Friday") too.')
@describe_documents
@click.pass_context
def dates(context: click.Context, /, **options: Any) -> None:
    """Print the dates of texts: where they stand, what they mean, and what settled it.

    PATHs are those of `eventx extract`. Exit code 0 only if every input was read.
    """
    from eventx.date_mentions import date_engine, mentions_of  # noqa: PLC0415 - read only when the command runs
    from eventx.reader import read  # noqa: PLC0415 - see above

    try:
        engine = date_engine(day_first=options["day_first"], durations=options["durations"])
    except eventx.EventxError as error:
        raise Failure(str(error)) from error
    paths, failed, anything = options["paths"], False, False
    defaults = defaults_of(options["published"], options["language"], engine)
    with opened(options["output"], paths, lambda: anything) as stream:
        write = _WRITERS[options["form_"]](stream)
        for item in read(paths, stdin=stdin_of(paths), form=options["form"], defaults=defaults):
            if isinstance(item.found, eventx.InputError):
                failed = True
                say(item.found)
                continue
            anything = True
            extraction = engine.extract(item.found)
            for problem in extraction.problems:
                failed = True
                say(problem)
            write(extraction.document, mentions_of(extraction))
    context.exit(1 if failed else 0)


def _table(stream: TextIO) -> Writer:
    """Return what prints a line for each date, for people."""
    from eventx.table import plain  # noqa: PLC0415 - read only when the command runs

    def write(document: Document, found: Sequence[DateMention]) -> None:
        published = f"published {document.published}" if document.published else "no date of publication"
        count = f"{len(found) or 'no'} date{'' if len(found) == 1 else 's'}"
        stream.write(plain(f"{document.id or 'text'} · {document.language or '?'} · {published} · {count}") + "\n")
        rows = [(f"{one.start}-{one.end}", str(one.value), one.to_timex3()["value"], _how(one), plain(one.text)) for one in found]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
        for row in rows:
            line = "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
            stream.write(line.rstrip() + "\n")
        stream.write("\n")

    return write


def _how(one: DateMention) -> str:
    """Return how a date was settled, in a few words."""
    if not isinstance(one.value, eventx.Date):
        return one.kind
    settled = dict(one.value.settled)
    by = dict.fromkeys(settled.values())
    parts = [f"{', '.join(part for part in settled if settled[part] == source)} by {source}" for source in by]
    said = [word for word in (one.kind, one.value.calendar) if word not in ("date", "gregorian")]
    return "; ".join([*said, *(parts or ["stated"])])


def _jsonl(stream: TextIO) -> Writer:
    """Return what prints a line of JSON for each document."""
    from eventx.serialise import as_text  # noqa: PLC0415 - read only when the command runs

    def write(document: Document, found: Sequence[DateMention]) -> None:
        head = {
            "id": document.id,
            "language": document.language,
            "published": document.published.isoformat() if document.published else None,
        }
        stream.write(as_text({"document": head, "dates": [one.as_dict() for one in found]}) + "\n")

    return write


def _csv(stream: TextIO) -> Writer:
    """Return what prints a row for each date."""
    from eventx.table import printable  # noqa: PLC0415 - read only when the command runs

    writer = csv.DictWriter(stream, _COLUMNS, lineterminator="\n")
    writer.writeheader()

    def write(document: Document, found: Sequence[DateMention]) -> None:
        for one in found:
            row = one.as_dict()
            tag = row.pop("timex3")
            row |= {f"timex3_{key}": tag.get(key) for key in ("type", "value", "mod")}
            row["settled"] = "; ".join(f"{part} {source}" for part, source in row.get("settled", {}).items())
            writer.writerow({"document": document.id} | {k: printable(v) if isinstance(v, str) else v for k, v in row.items()})

    return write


def _timeml(stream: TextIO) -> Writer:
    """Return what prints each text with TIMEX3 tags in it, a ``TimeML`` element a document."""

    def write(document: Document, found: Sequence[DateMention]) -> None:
        stream.write("<TimeML>\n")
        if document.id:
            stream.write(f"<DOCID>{escape(_xml(document.id))}</DOCID>\n")
        if document.published:
            tag = f'<TIMEX3 tid="t0" type="DATE" value="{document.published}" functionInDocument="CREATION_TIME">'
            stream.write(f"<DCT>{tag}{document.published}</TIMEX3></DCT>\n")
        stream.write("<TEXT>")
        done = 0
        for number, one in enumerate(found, start=1):
            if one.start < done:
                continue
            attributes = "".join(f" {key}={quoteattr(value)}" for key, value in one.to_timex3().items())
            stream.write(escape(_xml(document.text[done : one.start])))
            stream.write(f'<TIMEX3 tid="t{number}"{attributes}>{escape(_xml(one.text))}</TIMEX3>')
            done = one.end
        stream.write(escape(_xml(document.text[done:])) + "</TEXT>\n</TimeML>\n")

    return write


def _xml(text: str) -> str:
    """Return a text with a space for each character that XML does not know."""
    return "".join(char if char >= " " or char in "\t\n\r" else " " for char in text if not "\ud800" <= char <= "\udfff")


_WRITERS: dict[str, Callable[[TextIO], Writer]] = {"table": _table, "jsonl": _jsonl, "csv": _csv, "timeml": _timeml}
