"""The command ``eventx evaluate``: how extracted events compare with gold of one's own."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import eventx

if TYPE_CHECKING:
    from eventx.evaluation import Report


@click.command()
@click.argument("gold", metavar="GOLD_DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("paths", metavar="[PATH]…", nargs=-1)
@click.option(
    "--predictions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Lines of an earlier `eventx extract --format jsonl`, in place of PATHs.",
)
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The --json of an earlier run; what changed since is told.",
)
@click.option("--per-document", is_flag=True, help="List every miss, spurious event and wrong value.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for a later --against.")
@click.pass_context
def evaluate(context: click.Context, /, gold: Path, paths: Sequence[str], **options: Any) -> None:
    """Measure events against the gold of GOLD_DIR, one ID.json a document.

    The events are those of the PATHs (GOLD_DIR itself if none is given), or --predictions.
    """
    from eventx.evaluation import compare, load_report  # noqa: PLC0415 - read only when the command runs
    from eventx.evaluation import evaluate as measure  # noqa: PLC0415 - see above
    from eventx.gold import load_gold  # noqa: PLC0415 - see above

    if paths and options["predictions"]:
        message = "the events are those of the PATHs or those of --predictions; give one of the two"
        raise click.UsageError(message)
    try:
        engine = eventx.Engine()
        earlier = load_report(options["against"]) if options["against"] else None
        given = _predictions(options["predictions"]) if options["predictions"] else None
        # a plugin's type may stand in earlier output although the plugin is not here now
        named = {str(event["type"]): None for events in (given or {}).values() for event in events}
        wanted = load_gold(gold, tuple({**engine.event_types, **named}))
        predicted = _extracted(engine, paths or (str(gold),)) if given is None else _named(given, wanted)
    except eventx.EventxError as error:
        click.echo(f"eventx: {error}", err=True)
        context.exit(1)
    report = measure(wanted, predicted)
    absent = sorted(set(wanted) - set(predicted))
    if absent:
        click.echo(f"eventx: no prediction for {', '.join(absent)}", err=True)
    if options["as_json"]:
        click.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(report, per_document=options["per_document"])))
        if earlier is not None:
            click.echo("\n".join(_changes(compare(report, earlier))))
    context.exit(1 if absent else 0)


def _extracted(engine: eventx.Engine, paths: Sequence[str]) -> dict[str, list[Mapping[str, Any]]]:
    """Return the events of the documents at the paths, by document id."""
    from eventx.reader import read  # noqa: PLC0415 - read only when the command runs

    found = {}
    for item in read(list(paths)):
        if isinstance(item.found, eventx.InputError):
            raise item.found
        extraction = engine.extract(item.found)
        found[str(item.found.id)] = json.loads(eventx.dumps(extraction))["events"]
    return found


def _predictions(path: Path) -> dict[str, list[Mapping[str, Any]]]:
    """Return the events of earlier output, by document id."""
    from eventx.gold import faults  # noqa: PLC0415 - read only when the command runs

    found: dict[str, list[Mapping[str, Any]]] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        message = f"{path}: {error}"
        raise eventx.InputError(message) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            name, events = str(row["document"]["id"]), row["events"]
            wrong = next(faults(events), f"the document {name!r} stands there twice" if name in found else None)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            wrong = f"no line of `eventx extract --format jsonl`: {error}"
        if wrong:
            message = f"{path}: line {number}: {wrong}"
            raise eventx.InputError(message)
        found[name] = events
    return found


def _named(found: Mapping[str, Any], wanted: Collection[str]) -> dict[str, Any]:
    """Return the events by the ids of the gold: those of an id that is a file name by its stem."""
    return {name if name in wanted else Path(name).stem: events for name, events in found.items()}


def _lines(report: Report, *, per_document: bool) -> Iterator[str]:
    """Yield the report as text."""
    from eventx.evaluation import F_MEASURES, SHARES  # noqa: PLC0415 - read only when the command runs

    if per_document:
        for name, wrong in report.wrong.items():
            yield name
            yield from (f"  {line}" for line in wrong)
    yield f"{'':14}precision  recall      F1   right/predicted/gold"
    rows = [(name, report.measures[name]) for name in F_MEASURES]
    rows += [(f"  {name}", count) for name, count in sorted(report.by_type.items())]
    for name, count in rows:
        yield (
            f"{name:14}{count.precision:9.3f}{count.recall:8.3f}{count.f1:8.3f}   {count.right}/{count.predicted}/{count.gold}"
        )
    for name in SHARES:
        count = report.measures[name]
        yield f"{name:14}{'':9}{count.recall:8.3f}{'':8}   {count.right}/{count.gold}"


def _changes(changes: Mapping[str, float]) -> Iterator[str]:
    """Yield what changed since the earlier run."""
    if not changes:
        yield "nothing changed since the earlier run"
    for name, change in changes.items():
        yield f"{name:14}{change:+.3f} since the earlier run"
