"""What several commands share: how documents, plugins and outputs are told, how failures are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import IO, TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

import eventx

if TYPE_CHECKING:
    from eventx import Document, Engine, Problem

F = TypeVar("F", bound=Callable[..., Any])


class Failure(click.ClickException):
    """A message on standard error and exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message."""
        click.echo(f"eventx: {self.format_message()}", file=file, err=True)


def say(message: object) -> None:
    """Print a message about one input or plugin on standard error."""
    click.echo(f"eventx: {message}", err=True)


class ProblemPrinter:
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


def several(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return a decorator that adds several options, in this order."""

    def decorate(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


describe_documents = several(
    click.option("--published", metavar="DATE", help="Day of publication (YYYY-MM-DD) of documents that do not state it."),
    click.option("--language", metavar="CODE", help="ISO 639-1 code of the texts; detected if not given."),
    click.option(
        "--input",
        "form",
        type=click.Choice(("auto", "text", "jsonl")),
        default="auto",
        show_default=True,
        help="How to read inputs: auto goes by a file's suffix and takes standard input as one text.",
    ),
)


choose_plugins = several(
    click.option("--plugin", "plugins", multiple=True, metavar="NAME", help="Load only this installed plugin; may be repeated."),
    click.option("--no-plugin", "block", multiple=True, metavar="NAME", help="Do not load this plugin; may be repeated."),
)


def print_as(*formats: str) -> Callable[[F], F]:
    """Return a decorator that adds the options that say what to print, by default the first of the formats, and where."""
    return several(
        click.option(
            "--format", "form_", type=click.Choice(formats), default=formats[0], show_default=True, help="What to print."
        ),
        click.option("--output", "-o", metavar="FILE", help="Write to this file; standard output if not given."),
    )


def engine_of(*, plugins: Sequence[str] = (), block: Sequence[str] = (), **options: Any) -> Engine:
    """Return the Engine, or fail with the reason."""
    try:
        return eventx.Engine(plugins=tuple(plugins) or None, block=block, **options)
    except eventx.EventxError as error:
        raise Failure(str(error)) from error


def defaults_of(published: str | None, language: str | None, engine: Engine) -> Document:
    """Return what is known of every document, or fail naming the option."""
    from eventx.extractors import unreadable  # noqa: PLC0415 - read only when a command runs

    try:
        defaults = eventx.Document("", published=published, language=language)
    except ValueError as error:
        raise Failure(str(error).replace("Document.published", "--published")) from error
    wrong = unreadable(defaults.language, engine.extractors)
    if wrong:
        message = f"--language: {wrong}"
        raise Failure(message)
    return defaults


def stdin_of(paths: Sequence[str]) -> BinaryIO | None:
    """Return standard input as bytes, if it is asked for and there is one."""
    return sys.stdin.buffer if "-" in paths and sys.stdin else None
