"""Where commands print to: standard output, or a file that is there only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

import click

from eventx.command_options import Failure, say

NOWHERE = "there is no standard output; give --output FILE"


@contextmanager
def opened(path: str | None, inputs: Sequence[str], anything: Callable[[], bool]) -> Iterator[TextIO]:
    """Give the stream to print to: standard output, or one that becomes the file of that name when all is written.

    Args:
        path: the file's name; standard output if None or ``-``.
        inputs: the PATHs of the command; none of the files read may be the output.
        anything: tells, when all is written, whether anything was read; if not, a file that is there stays as it is.

    """
    if path is None or path == "-":
        if sys.stdout is None:
            raise Failure(NOWHERE)
        yield sys.stdout
        return
    try:
        with _device(path) if _is_device(path) else _file(path, inputs, anything) as stream:
            yield stream
    except OSError as error:
        # what has a name was not raised in writing
        if error.errno == errno.EPIPE or error.filename is not None:
            raise
        message = f"--output: {path}: {error.strerror}"
        raise Failure(message) from error


def _is_device(path: str) -> bool:
    """Tell whether a name is that of a pipe, a terminal or another thing that cannot be replaced by a file."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - the name is the user's
    except OSError:
        return False


@contextmanager
def _device(path: str) -> Iterator[TextIO]:
    """Give the stream of a thing that is no file."""
    with _naming(path):
        stream = open(path, "w", encoding="utf-8", newline="")  # noqa: SIM115, PTH123 - closed below; the name is the user's
    with stream:
        yield stream


@contextmanager
def _file(path: str, inputs: Sequence[str], anything: Callable[[], bool]) -> Iterator[TextIO]:
    """Give the stream of a file beside the one to be written, which takes its place in the end."""
    # what a link points at is written, not the link
    target = Path(path).resolve()
    _refuse_input(path, target, inputs)
    with _naming(path):
        number, name = tempfile.mkstemp(prefix=f"{target.name}.", suffix=".part", dir=target.parent)
    part, kept = Path(name), False
    try:
        with open(number, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123 - a number, not a name
            yield stream
        if anything():
            part.chmod(_mode(target))
            with _naming(path):
                _put(part, target)
    except KeyboardInterrupt:
        if part.stat().st_size:
            say(f"what was written so far is in {part}")
            kept = True
        raise
    finally:
        if not kept:
            part.unlink(missing_ok=True)


def _put(part: Path, target: Path) -> None:
    """Let a file take the place of another, or fill that where it has to stay, as one that is mounted."""
    try:
        part.replace(target)
    except OSError:
        shutil.copyfile(part, target)


def _refuse_input(path: str, target: Path, inputs: Sequence[str]) -> None:
    """Refuse to write to a file that is read."""
    from eventx.reader import files  # noqa: PLC0415 - read only when a command runs

    if not target.exists():
        return
    for file in files(inputs):
        with suppress(OSError):
            if file.samefile(target):
                message = f"--output: {path} is one of the files to be read; write to another file, or to another folder"
                raise click.UsageError(message)


def _mode(target: Path) -> int:
    """Return the permissions of a file that is there, or those of a new one."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def _naming(path: str) -> Iterator[None]:
    """Let a failure name the file as the user did."""
    try:
        yield
    except OSError as error:
        message = f"--output: {path}: {error.strerror}"
        raise Failure(message) from error


# -- standard output ---------------------------------------------------------------------------------------------------


class Program(click.Group):
    """A group of commands that end in a message where their output cannot be written."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command; a pipe whose reader has gone is no failure to tell of."""
        try:
            try:
                return super().main(*args, **options)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except OSError as error:
            _leave_unwritten()
            if error.errno != errno.EPIPE:
                where = error.filename or "standard output"
                say(f"{where}: {error.strerror or error}")
            sys.exit(1)


def _leave_unwritten() -> None:
    """Let Python end without another try to write what standard output still holds."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
