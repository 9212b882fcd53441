"""The command ``eventx``: extract, dates, plugins, new-plugin, explain, schema, evaluate.

What a command needs is imported when it runs, so that ``eventx --help`` answers at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import click

import eventx
from eventx.command_options import (
    Failure,
    ProblemPrinter,
    choose_plugins,
    defaults_of,
    describe_documents,
    engine_of,
    say,
    stdin_of,
)
from eventx.command_output import NOWHERE, Program
from eventx.dates_command import dates
from eventx.evaluate_command import evaluate
from eventx.extract_command import extract
from eventx.new_plugin_command import new_plugin

_WITH_OUTPUT = ("extract", "dates", "new-plugin")
"""The commands that have an output of their own besides standard output."""


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="eventx")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn diplomatic and political news into typed events."""
    if sys.stdout is None and context.invoked_subcommand not in _WITH_OUTPUT:
        raise Failure(NOWHERE.partition(";")[0])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


main.add_command(dates)
main.add_command(evaluate)
main.add_command(extract)
main.add_command(new_plugin)

# -- plugins -----------------------------------------------------------------------------------------------------------


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@choose_plugins
@click.pass_context
def plugins(context: click.Context, /, *, as_json: bool, plugins: Sequence[str], block: Sequence[str]) -> None:
    """List installed plugins: version, status, hooks, and what they extract, with their options."""
    from eventx.listing import listed, listing  # noqa: PLC0415 - see above

    try:
        found, problems = listing(plugins=tuple(plugins) or None, block=block)
    except eventx.EventxError as error:
        raise Failure(str(error)) from error
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else "\n".join(listed(found)))
    ProblemPrinter().tell(problems)
    context.exit(1 if problems else 0)


# -- explain and schema ------------------------------------------------------------------------------------------------


@main.command()
@click.argument("path", metavar="FILE|-")
@click.option("--json", "as_json", is_flag=True, help="Print text, contributions, events and provenance as JSON.")
@describe_documents
@choose_plugins
@click.pass_context
def explain(context: click.Context, /, **options: Any) -> None:
    """Tell, field by field, which plugin, rule and span won, which lost, and how far sentences without an event got."""
    from eventx.reader import read  # noqa: PLC0415 - see above

    path = options["path"]
    engine = engine_of(plugins=options["plugins"], block=options["block"])
    defaults = defaults_of(options["published"], options["language"], engine)
    problems = ProblemPrinter()
    problems.tell(engine.problems)
    failed = False
    first = True
    for item in read([path], stdin=stdin_of([path]), form=options["form"], defaults=defaults):
        if isinstance(item.found, eventx.InputError):
            failed = True
            say(item.found)
            continue
        explanation = eventx.explain(item.document, engine=engine)
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
@choose_plugins
def schema(plugins: Sequence[str], block: Sequence[str], *, reconcile: bool) -> None:
    """Print the JSON Schema of a line of ``extract --format jsonl``, the plugins' event types included."""
    from eventx import schema as schemas  # noqa: PLC0415 - see above

    make = schemas.reconciled_schema if reconcile else schemas.schema
    click.echo(json.dumps(make(engine_of(plugins=plugins, block=block).event_types), ensure_ascii=False, indent=2))
