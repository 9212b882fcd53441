"""What several commands share: how documents are described, how inputs and outputs are opened, how failures are told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, BinaryIO, TextIO, TypeVar

import click

import eventx

if TYPE_CHECKING:
    from eventx import Document, Engine

F = TypeVar("F", bound=Callable[..., Any])


class Failure(click.ClickException):
    """A message on standard error and exit code 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message."""
        click.echo(f"eventx: {self.format_message()}", file=file or sys.stderr)


def say(message: object) -> None:
    """Print a message about one input or plugin on standard error."""
    click.echo(f"eventx: {message}", err=True)


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


def defaults_of(published: str | None, language: str | None, engine: Engine) -> Document:
    """Return what is known of every document, or fail naming the option."""
    try:
        defaults = eventx.Document("", published=published, language=language)
    except ValueError as error:
        raise Failure(str(error).replace("Document.published", "--published")) from error
    readable = {code for extractor in engine.extractors for code in extractor.languages}
    if language and language not in readable and all(extractor.languages for extractor in engine.extractors):
        message = f"--language: no plugin reads {language!r}; languages: {', '.join(sorted(readable))}"
        raise Failure(message)
    return defaults


def stdin_of(paths: Sequence[str]) -> BinaryIO | None:
    """Return standard input as bytes, if it is asked for and there is one."""
    return sys.stdin.buffer if "-" in paths and sys.stdin else None


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """Open the output."""
    if path is None or path == "-":
        yield sys.stdout
        return
    try:
        stream = open(path, "w", encoding="utf-8", newline="")  # noqa: SIM115, PTH123 - closed below; the name is the user's
    except OSError as error:
        message = f"--output: {path}: {error.strerror}"
        raise Failure(message) from error
    with stream:
        yield stream
