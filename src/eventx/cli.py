"""The command ``eventx``: extract, dates, plugins, new-plugin, explain, schema, evaluate.

What a command needs is imported when it runs, so that ``eventx --help`` answers at once.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

import eventx
from eventx.command_options import Failure, defaults_of, describe_documents, opened, say, several, stdin_of
from eventx.dates_command import dates
from eventx.evaluate_command import evaluate
from eventx.new_plugin_command import new_plugin

if TYPE_CHECKING:
    from eventx import Document, Engine, Extraction, Problem
    from eventx.reader import Item
    from eventx.table import CsvWriter

F = TypeVar("F", bound=Callable[..., Any])
_LONG = 500_000
"""Bytes of input from which on a run is long enough for a progress bar."""


class _Problems:
    """Prints each failure of a plugin when it first happens, and at the end on how many more documents it did."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str | None, ...], int] = {}

    def __bool__(self) -> bool:
        """Tell whether anything failed."""
        return bool(self._seen)

    def tell(self, problems: Sequence[Problem]) -> None:
        """Print the failures that did not happen before."""
        for problem in problems:
            same = (problem.plugin, problem.extractor, problem.stage, problem.error)
            if same not in self._seen:
                say(problem)
            self._seen[same] = self._seen.get(same, -1) + 1

    def close(self) -> None:
        """Print how often failures were repeated."""
        for (plugin, *_, error), more in self._seen.items():
            if more:
                say(f"plugin {plugin}: the same on {more} more document{'' if more == 1 else 's'}: {error}")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="eventx")
def main() -> None:
    """Turn diplomatic and political news into typed events."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


main.add_command(dates)
main.add_command(evaluate)
main.add_command(new_plugin)

# -- what several commands need ----------------------------------------------------------------------------------------


_choose_plugins = several(
    click.option("--plugin", "plugins", multiple=True, metavar="NAME", help="Load only this installed plugin; may be repeated."),
    click.option("--no-plugin", "block", multiple=True, metavar="NAME", help="Do not load this plugin; may be repeated."),
)


def _engine(*, plugins: Sequence[str] = (), block: Sequence[str] = (), **options: Any) -> Engine:
    """Return the Engine, or fail with the reason."""
    try:
        return eventx.Engine(plugins=tuple(plugins) or None, block=block, **options)
    except eventx.EventxError as error:
        raise Failure(str(error)) from error


# -- extract -----------------------------------------------------------------------------------------------------------


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…|-")
@click.option(
    "--format",
    "form_",
    type=click.Choice(("table", "json", "jsonl", "csv")),
    default="table",
    show_default=True,
    help="What to print.",
)
@click.option("--output", "-o", metavar="FILE", help="Write to this file; standard output if not given.")
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
@_choose_plugins
@click.pass_context
def extract(context: click.Context, /, **options: Any) -> None:
    """Print the events of texts.

    PATH is a text file, a .jsonl file with one document a line ("text", and optionally "id", "published", "title", "language",
    "uri"), a folder of both, or - for standard input.

    Exit code 0 only if every input was read and no plugin failed; what could be read is printed in any case.
    """
    from eventx.engine import TOGETHER  # noqa: PLC0415 - see above
    from eventx.reader import read  # noqa: PLC0415 - see above

    # Extraction makes many small values and no cycles; looking for cycles less often saves a fifth of the time on long texts.
    gc.set_threshold(10_000, 50, 100)
    paths = options["paths"]
    if options["reconcile"] and options["form_"] not in ("table", "jsonl"):
        message = "--reconcile prints a table or jsonl: an event of several documents has no row or document of its own"
        raise click.UsageError(message)
    given = {name: options[name] for name in ("plugins", "block", "hypothetical", "time_limit")}
    engine = _engine(**given)
    defaults = defaults_of(options["published"], options["language"], engine)
    problems = _Problems()
    problems.tell(engine.problems)
    inputs = _Inputs(read(paths, stdin=stdin_of(paths), form=options["form"], defaults=defaults))
    with opened(options["output"]) as stream, _writer(stream, engine, options["form_"], options) as write:
        # what comes over standard input may be long in coming: none of it waits for more
        extractions = engine.extract_many(inputs, processes=options["processes"], ahead=1 if "-" in map(str, paths) else TOGETHER)
        for extraction in _progress(extractions, inputs, paths, shown=options["output"] is not None or not sys.stdout.isatty()):
            write(extraction)
            problems.tell(extraction.problems)
    problems.close()
    context.exit(1 if inputs.failed or problems else 0)


class _Inputs:
    """The documents that were read, one after another; what could not be read is told and passed over."""

    def __init__(self, items: Iterator[Item]) -> None:
        self._items = items
        self.failed = False
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
                yield item.found


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
        count = 0

        def write(extraction: Extraction) -> None:
            nonlocal count
            stream.write("[\n" if count == 0 else ",\n")
            stream.write(eventx.dumps(extraction, provenance=options["provenance"], indent=2))
            count += 1

        yield write
        stream.write("\n]\n" if count else "[]\n")


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

    if not (shown and sys.stderr.isatty()) or size(paths) < _LONG:
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


# -- plugins -----------------------------------------------------------------------------------------------------------


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@_choose_plugins
@click.pass_context
def plugins(context: click.Context, /, *, as_json: bool, plugins: Sequence[str], block: Sequence[str]) -> None:
    """List installed plugins: version, status, hooks, and what they extract, with their options."""
    from eventx.listing import listed, listing  # noqa: PLC0415 - see above

    try:
        found, problems = listing(plugins=tuple(plugins) or None, block=block)
    except eventx.EventxError as error:
        raise Failure(str(error)) from error
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else "\n".join(listed(found)))
    _Problems().tell(problems)
    context.exit(1 if problems else 0)


# -- explain and schema ------------------------------------------------------------------------------------------------


@main.command()
@click.argument("path", metavar="FILE|-")
@click.option("--json", "as_json", is_flag=True, help="Print text, contributions, events and provenance as JSON.")
@describe_documents
@_choose_plugins
@click.pass_context
def explain(context: click.Context, /, **options: Any) -> None:
    """Tell, field by field, which plugin, rule and span won, which lost, and how far sentences without an event got."""
    from eventx.reader import read  # noqa: PLC0415 - see above

    path = options["path"]
    engine = _engine(plugins=options["plugins"], block=options["block"])
    defaults = defaults_of(options["published"], options["language"], engine)
    problems = _Problems()
    problems.tell(engine.problems)
    failed = False
    first = True
    for item in read([path], stdin=stdin_of([path]), form=options["form"], defaults=defaults):
        if isinstance(item.found, eventx.InputError):
            failed = True
            say(item.found)
            continue
        explanation = eventx.explain(item.found, engine=engine)
        if options["as_json"]:
            click.echo(eventx.dumps(explanation.extraction, full=True))
        else:
            click.echo(("" if first else "\n\n") + str(explanation))
        first = False
        problems.tell(explanation.extraction.problems)
    problems.close()
    context.exit(1 if failed or problems else 0)


@main.command()
@click.option("--reconcile", is_flag=True, help="Of a line of `extract --reconcile --format jsonl`.")
@_choose_plugins
def schema(plugins: Sequence[str], block: Sequence[str], *, reconcile: bool) -> None:
    """Print the JSON Schema of a line of ``extract --format jsonl``, the plugins' event types included."""
    from eventx import schema as schemas  # noqa: PLC0415 - see above

    make = schemas.reconciled_schema if reconcile else schemas.schema
    click.echo(json.dumps(make(_engine(plugins=plugins, block=block).event_types), ensure_ascii=False, indent=2))
