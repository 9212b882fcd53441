"""What was read from words files, kept beside them as Python keeps what it compiled: in ``__pycache__``, and as safe as that.

Half of the time that eventx takes to start goes into reading TOML. What came of it is kept under a digest of the files' contents
and of how they are read, so that it is never out of date; where the folder cannot be written, or ``PYTHONDONTWRITEBYTECODE`` is
set, nothing is kept, and a file that is damaged is as good as none. ``PYTHONPYCACHEPREFIX`` holds for it too.

Wheels carry each words file as JSON as well, under a digest of its bytes: where nothing is kept yet, or may be, that is read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import marshal
import os
import sys
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

_FORMAT = b"eventx words 4\n"
_DIGEST = 32


def digest(*parts: bytes) -> bytes:
    """Return a digest of parts, and of the form in which they are kept."""
    found = hashlib.sha256(_FORMAT)
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()


def place(folder: Path, name: str) -> Path:
    """Return where what was read from the files of a folder is kept."""
    cache = folder / "__pycache__"
    if sys.pycache_prefix is not None:
        absolute = folder.absolute()
        cache = Path(sys.pycache_prefix, *absolute.parts[1:])
    return cache / f"{name}.{sys.implementation.cache_tag}.words"


def read(path: Path, key: bytes) -> Any:
    """Return what is kept under a key; None if there is nothing, or it is of other contents, or damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_FORMAT) + 2 * _DIGEST
    if data[:start] != _FORMAT + key + digest(data[start:]):
        return None
    return marshal.loads(data[start:])  # noqa: S302 - as whole as it was written, in the folder of code that is run


def write(path: Path, key: bytes, value: Any) -> None:
    """Keep a value under a key, if that can be done."""
    if sys.dont_write_bytecode:
        return
    try:
        data = marshal.dumps(value)
    except ValueError:
        # a date, say: the files are read anew each time
        return
    scratch = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(_FORMAT + key + digest(data) + data)
        scratch.replace(path)


def as_json(content: bytes) -> bytes:
    """Return what a words file says as JSON, under a digest of both, as `toml` reads it."""
    told = json.dumps(_parsed(content), ensure_ascii=False).encode()
    return digest(content, told) + told


def toml(source: Traversable, content: bytes | None = None) -> dict[str, Any]:
    """Return what a words file says: from the JSON beside it if that was made of the same bytes, else from the file itself.

    Args:
        source: where the file is.
        content: its bytes, if they were read already.

    Raises:
        ValueError: if it is no TOML, or not UTF-8.

    """
    if content is None:
        content = source.read_bytes()
    if isinstance(source, Path):
        with contextlib.suppress(OSError):
            data = source.with_name(f"{source.name}.json").read_bytes()
            if data[:_DIGEST] == digest(content, data[_DIGEST:]):
                found: dict[str, Any] = json.loads(data[_DIGEST:])
                return found
    return _parsed(content)


def _parsed(content: bytes) -> dict[str, Any]:
    """Return what TOML says."""
    # imported here, as it is hardly ever needed where something is kept
    import tomllib  # noqa: PLC0415

    return tomllib.loads(content.decode("utf-8"))
