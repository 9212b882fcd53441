"""The command ``eventx extract``: the events of texts, in the formats there are."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, TextIO

import click

import eventx
from eventx.command_options import (
    ProblemPrinter,
    choose_plugins,
    defaults_of,
    describe_documents,
    engine_of,
    print_as,
    say,
    stdin_of,
)
from eventx.command_output import opened

if TYPE_CHECKING:
    from eventx import Document, Engine, Extraction
    from eventx.reader import Item
    from eventx.table import CsvWriter

_LONG = 500_000
"""Bytes of input from which on a run is long enough for a progress bar."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@print_as("table", "json", "jsonl", "csv", "jsonld", "ical")
@click.option("--hypothetical", is_flag=True, help='Give out events told as hypothetical too ("if they sign").')
@click.option("--provenance", is_flag=True, help="With json and jsonl: every candidate for every field, and why it won or lost.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Stop an extractor that takes longer for one document; it costs its own output.",
)
@click.option("--reconcile", is_flag=True, help="Print each event once, with all documents that tell of it, when all are read.")
@click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Read in so many processes; the output stays in order.",
)
@describe_documents
@choose_plugins
@click.pass_context
def extract(context: click.Context, /, **options: Any) -> None:
    """Print the events of texts.

    PATH is a text file, a .jsonl file with one document a line ("text", and optionally "id", "published", "title", "language",
    "uri"), a folder of both, or - for standard input.

    Exit code 0 only if every input was read and no plugin failed; what could be read is printed in any case.
    """
    from eventx.engine import TOGETHER  # noqa: PLC0415 - read only when the command runs
    from eventx.reader import read  # noqa: PLC0415 - see above

    # Extraction makes many small values and no cycles; looking for cycles less often saves a fifth of the time on long texts.
    gc.set_threshold(10_000, 50, 100)
    paths = options["paths"]
    if options["reconcile"] and options["form_"] not in ("table", "jsonl"):
        message = "--reconcile prints a table or jsonl: an event of several documents has no row or document of its own"
        raise click.UsageError(message)
    given = {name: options[name] for name in ("plugins", "block", "hypothetical", "time_limit")}
    engine = engine_of(**given)
    defaults = defaults_of(options["published"], options["language"], engine)
    problems = ProblemPrinter()
    problems.tell(engine.problems)
    inputs = _Inputs(read(paths, stdin=stdin_of(paths), form=options["form"], defaults=defaults))
    with (
        opened(options["output"], paths, lambda: inputs.any) as stream,
        _writer(stream, engine, options["form_"], options) as write,
    ):
        # what comes over standard input may be long in coming: none of it waits for more
        extractions = engine.extract_many(inputs, processes=options["processes"], ahead=1 if "-" in map(str, paths) else TOGETHER)
        for extraction in _progress(extractions, inputs, paths, shown=not stream.isatty()):
            write(extraction)
            problems.tell(extraction.problems)
    problems.close()
    context.exit(1 if inputs.failed or problems else 0)


class _Inputs:
    """The documents that were read, one after another; what could not be read is told and passed over."""

    def __init__(self, items: Iterator[Item]) -> None:
        self._items = items
        self.failed = self.any = False
        self.size = 0
        """How many bytes were read so far."""

    def __iter__(self) -> Iterator[Document]:
        """Yield the documents."""
        for item in self._items:
            self.size += item.size
            if isinstance(item.found, eventx.InputError):
                self.failed = True
                say(item.found)
            else:
                self.any = True
                yield item.document


@contextmanager
def _writer(stream: TextIO, engine: Engine, form: str, options: Any) -> Iterator[Any]:
    """Return the function that writes one extraction in the format asked for."""
    if options["reconcile"]:
        read: list[Extraction] = []
        yield lambda extraction: read.append(_without_text(extraction))
        _write_reconciled(stream, read, form, provenance=options["provenance"])
    elif form == "csv":
        yield _csv(stream, engine).write
    elif form == "table":
        yield _table(stream)
    elif form == "jsonl":
        yield lambda extraction: stream.write(eventx.dumps(extraction, provenance=options["provenance"]) + "\n")
    else:
        with _listed(stream, form, provenance=options["provenance"]) as write:
            yield write


@contextmanager
def _listed(stream: TextIO, form: str, *, provenance: bool) -> Iterator[Callable[[Extraction], None]]:
    """Return the function that writes one extraction where something stands before, between and behind all of them."""
    # Imported here: other formats need nothing of it.
    from eventx import exports  # noqa: PLC0415

    made: Mapping[str, tuple[tuple[str, str, str], Callable[[Extraction], Iterable[str]]]] = {
        "json": (("[\n", ",\n", "\n]\n"), lambda extraction: [eventx.dumps(extraction, provenance=provenance, indent=2)]),
        "jsonld": (exports.JSONLD, exports.jsonld),
        "ical": (exports.ICAL, exports.ical),
    }
    (before, between, behind), pieces = made[form]
    count = 0

    def write(extraction: Extraction) -> None:
        nonlocal count
        for piece in pieces(extraction):
            stream.write((between if count else before) + piece)
            count += 1

    yield write
    stream.write(behind if count else (before + behind).replace("[\n\n]", "[]"))


def _without_text(extraction: Extraction) -> Extraction:
    """Return what reconciling needs of an extraction: texts and contributions would fill the memory."""
    document = extraction.document
    return eventx.Extraction(document=eventx.Document("", id=document.id, uri=document.uri), events=extraction.events)


def _write_reconciled(stream: TextIO, read: Sequence[Extraction], form: str, *, provenance: bool) -> None:
    """Write the events of all documents, each once."""
    found = eventx.reconcile(read)
    if form == "jsonl":
        stream.writelines(eventx.dumps(one, provenance=provenance) + "\n" for one in found)
        return
    from rich.console import Console  # noqa: PLC0415 - see above

    from eventx.table import show_reconciled  # noqa: PLC0415 - see above

    show_reconciled(Console(file=stream, highlight=False), found)


def _csv(stream: TextIO, engine: Engine) -> CsvWriter:
    """Return a writer of CSV rows."""
    from eventx.table import CsvWriter  # noqa: PLC0415 - see above

    return CsvWriter(stream, engine.event_types)


def _table(stream: TextIO) -> Any:
    """Return a function that prints an extraction as a table."""
    from rich.console import Console  # noqa: PLC0415 - see above

    from eventx.table import show  # noqa: PLC0415 - see above

    console = Console(file=stream, highlight=False)
    return lambda extraction: show(console, extraction)


def _progress(extractions: Iterator[Extraction], inputs: _Inputs, paths: Sequence[str], *, shown: bool) -> Iterator[Extraction]:
    """Yield the extractions, with a progress bar on a terminal where the run is long and nothing else is printed there."""
    from eventx.reader import size  # noqa: PLC0415 - see above

    if not (shown and sys.stderr and sys.stderr.isatty()) or size(paths) < _LONG:
        yield from extractions
        return
    # the first one before the bar: its thread must not be there when processes are started
    first = next(extractions, None)
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn  # noqa: PLC0415 - see above

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=size(paths))
        for extraction in chain(() if first is None else (first,), extractions):
            yield extraction
            progress.update(task, completed=inputs.size)
