"""Reading inputs: text files, folders, JSON lines and standard input, one document at a time.

A bad input is a value in the stream, an `InputError` that names it and the reason, so that the documents after it are still read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Literal

import attrs

from eventx.document import Document
from eventx.file_names import names_of
from eventx.normal_form import surrogates
from eventx.problems import InputError

Form = Literal["auto", "text", "jsonl"]

SUFFIXES = (".txt", ".md", ".jsonl")
"""The files of a folder that are read; other files, hidden ones and READMEs are passed over."""

KEYS = ("text", "id", "published", "title", "language", "uri")
"""The keys read from a JSON line; others are passed over."""

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_BOM = b"\xef\xbb\xbf"


@attrs.frozen(kw_only=True)
class Item:
    """What one step of reading gave: a document or an error, how many bytes were read for it, and from which file."""

    found: Document | InputError
    size: int = 0
    path: Path | None = None

    @property
    def document(self) -> Document:
        """The document; one of a file that says no `uri` of its own has the file's path for it, as it was given."""
        if isinstance(self.found, InputError):
            raise self.found
        return self.found if self.found.uri or self.path is None else attrs.evolve(self.found, uri=self.path.as_posix())


@attrs.frozen
class Known:
    """What is known of all inputs: what holds where they say nothing, their form, and names of files that share their stem."""

    defaults: Document
    form: Form
    names: Mapping[Path, str]


def read(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    form: Form = "auto",
    defaults: Document | None = None,
) -> Iterator[Item]:
    """Yield the documents of files and folders, in the order given, one at a time.

    Args:
        paths: text files, ``.jsonl`` files with one document a line, folders of both (read whole, sorted by path), or ``-``.
        stdin: what ``-`` stands for.
        form: how files and standard input are read: ``auto`` goes by the suffix, and takes standard input as one text.
        defaults: its `published` and `language` hold for documents that do not say theirs.

    A document is named by its file's stem, with as many folders before it as tell it from other files of that stem.

    """
    paths = list(paths)
    known = Known(defaults or Document(""), form, names_of(lambda: files(path for path in paths if str(path) != "-")))
    for path in paths:
        if str(path) == "-":
            yield from _stdin(stdin, known)
        elif Path(path).is_dir():
            yield from _folder(Path(path), known)
        else:
            yield from _file(Path(path), known)


def size(paths: Iterable[str | Path]) -> int:
    """Return about how many bytes `read` will read, for a progress bar; standard input counts nothing."""
    return sum(file.stat().st_size for file in files(paths))


def files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the files that `read` will read, so far as they are there."""
    for path in map(Path, paths):
        for file in _files(path) if path.is_dir() else (path,):
            if isinstance(file, Path) and file.is_file():
                yield file


def _error(where: object, reason: str, *, size: int = 0) -> Item:
    """Return an error that names the input and the reason."""
    return Item(found=InputError(f"{where}: {reason}"), size=size)


def _files(folder: Path) -> Iterator[Path | InputError]:
    """Yield the files of a folder that are read, sorted, and an error for each folder that cannot be looked into."""
    errors: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.stem.lower() != "readme":
                yield path
    yield from (InputError(f"{error.filename}: {_reason(error)}") for error in errors)


def _folder(folder: Path, known: Known) -> Iterator[Item]:
    """Yield the documents of a folder's files."""
    empty = True
    for file in _files(folder):
        empty = False
        if isinstance(file, InputError):
            yield Item(found=file)
        else:
            yield from _file(file, known)
    if empty:
        yield _error(folder, f"the folder holds no file to read; eventx reads {', '.join(f'*{suffix}' for suffix in SUFFIXES)}")


def _file(path: Path, known: Known) -> Iterator[Item]:
    """Yield the documents of one file."""
    form, name = known.form, known.names.get(path, path.stem)
    if form == "auto" and path.suffix.lower() == ".json" and path.is_file():
        yield _error(
            path, 'a .json file is no text; eventx reads .jsonl, one {"text": "…"} a line (--input text reads it as it is)'
        )
        return
    try:
        with path.open("rb") as stream:
            if form == "jsonl" or (form == "auto" and path.suffix.lower() == ".jsonl"):
                for item in _lines(stream, path, name, known.defaults):
                    yield attrs.evolve(item, path=path)
            else:
                yield attrs.evolve(_text(stream.read(), path, name, known.defaults), path=path)
    except OSError as error:
        yield _error(path, _reason(error))


def _stdin(stream: BinaryIO | None, known: Known) -> Iterator[Item]:
    """Yield the documents of standard input."""
    if stream is None:
        yield _error("-", "there is no standard input")
    elif known.form == "jsonl":
        yield from _lines(stream, "standard input", "stdin", known.defaults)
    else:
        yield _text(stream.read(), "standard input", "stdin", known.defaults)


def _reason(error: OSError) -> str:
    """Return why the system refused, in words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or str(error)


# -- text --------------------------------------------------------------------------------------------------------------


def _decode(data: bytes) -> str:
    """Return the text of UTF-8 bytes, without a byte order mark, or raise ValueError with the reason."""
    mark = _MARKS.get(data[:2])
    if mark:
        message = f"it is {mark}, not UTF-8; save it as UTF-8"
        raise ValueError(message)
    if b"\0" in data:
        message = f"it has a NUL byte at byte {data.index(0)}, so it is no text (a binary file?)"
        raise ValueError(message)
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + len(_BOM) * data.startswith(_BOM)
        message = f"not UTF-8: byte 0x{data[at]:02x} at byte {at} ({error.reason}); save it as UTF-8"
        raise ValueError(message) from error


def _check(text: str) -> None:
    """Reject a text in which there is nothing to read, or which UTF-8 cannot hold."""
    if not text:
        message = "it is empty"
        raise ValueError(message)
    if not text.strip():
        message = "it has only white space"
        raise ValueError(message)


def _text(data: bytes, where: object, stem: str, defaults: Document) -> Item:
    """Return the document of a whole file."""
    try:
        text = _decode(data)
        _check(text)
    except ValueError as error:
        return _error(where, str(error), size=len(data))
    return Item(found=attrs.evolve(defaults, text=text, id=stem), size=len(data))


# -- JSON lines --------------------------------------------------------------------------------------------------------


def _lines(stream: BinaryIO, where: object, stem: str, defaults: Document) -> Iterator[Item]:
    """Yield the documents of JSON lines; a wrong line is an error of its own, the lines after it are read."""
    anything = False
    number = skipped = 0
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            skipped += len(line)
            continue
        anything = True
        try:
            document = _line(line.rstrip(), f"{stem}-{number}", defaults)
        except ValueError as error:
            yield _error(f"{where}: line {number}", str(error), size=len(line) + skipped)
            if b"\0" in line:
                return
        else:
            yield Item(found=document, size=len(line) + skipped)
        skipped = 0
    if not anything:
        yield _error(where, "it has only white space" if number else "it is empty")


def _line(line: bytes, name: str, defaults: Document) -> Document:
    """Return the document of one line, or raise ValueError with the reason."""
    try:
        data = json.loads(_decode(line))
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} at character {error.pos}"
        raise ValueError(message) from error
    except RecursionError as error:
        message = "not JSON that can be read: it is nested too deeply"
        raise ValueError(message) from error
    if not isinstance(data, dict):
        message = f'expected an object such as {{"text": "…"}}, got {type(data).__name__}'
        raise ValueError(message)  # noqa: TRY004 - one kind of error for all that a line can have wrong
    if "text" not in data:
        message = f"key 'text' is missing; keys: {', '.join(map(repr, data)) or 'none'}; eventx reads {', '.join(KEYS)}"
        raise ValueError(message)
    values = {key: _value(key, data[key]) for key in KEYS if data.get(key) not in (None, "") or key == "text"}
    text = values.pop("text")
    try:
        _check(text)
    except ValueError as error:
        message = str(error).replace("it", "'text'", 1)
        raise ValueError(message) from error
    values.setdefault("id", name)
    return attrs.evolve(defaults, text=text, **values)


def _value(key: str, value: object) -> str:
    """Return the string of a key, or raise ValueError with the reason."""
    if key == "id" and type(value) is int:
        return str(value)
    if not isinstance(value, str):
        message = f"{key!r}: expected a string, got {type(value).__name__}"
        raise ValueError(message)  # noqa: TRY004 - as above
    surrogate = surrogates().search(value)
    if surrogate:
        message = f"{key!r} has a lone surrogate (U+{ord(surrogate.group()):04X}) at character {surrogate.start()}"
        raise ValueError(message)
    if "\0" in value:
        message = f"{key!r} has a NUL character at character {value.index(chr(0))}"
        raise ValueError(message)
    return value
