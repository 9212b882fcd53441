"""A new plugin package: the files of `template`, with the name filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from eventx import text as views
from eventx.hookspecs import NAME
from eventx.model import EVENT_TYPES
from eventx.problems import InputError

_NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


def write_plugin(name: str, folder: Path) -> tuple[Path, ...]:
    """Return the files of a new plugin package, written to a folder of its own inside `folder`.

    Args:
        name: what the plugin reads, in lower case: ``floods``, ``sister_cities``.
        folder: where the package's folder is made.

    Raises:
        InputError: if the name is none, or taken, or the folder is there already; the message says what to do.

    """
    _check(name)
    words = re.split("[_-]", name)
    filled = {
        "name": "_".join(words),
        "package": f"{NAME}_{'_'.join(words)}",
        "distribution": f"{NAME}-{'-'.join(words)}",
        "class": "".join(word.title() for word in words),
        "words": " ".join(words),
        "version": metadata.version(NAME),
    }
    home = folder / filled["distribution"]
    if home.exists():
        message = f"{home} exists already; choose another name or folder"
        raise InputError(message)
    written = []
    try:
        for parts, text in _files(resources.files("eventx.scaffold") / "template"):
            path = home.joinpath(*(_filled(part, filled) for part in parts))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled(text, filled), encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as error:
        message = f"{error.filename or home}: {error.strerror}; choose another --folder"
        raise InputError(message) from error
    return tuple(written)


def _check(name: str) -> None:
    """Reject a name that is none, or that means something already."""
    if not _NAME.fullmatch(name):
        near = re.sub(r"[^a-z0-9]+", "_", views.fold(name)).strip("_0123456789")
        hint = f"; perhaps {near!r}" if _NAME.fullmatch(near) else ""
        message = f"{name!r} cannot name a plugin: write lower-case letters, digits and _, a letter first{hint}"
        raise InputError(message)
    plain = name.replace("-", "_")
    taken = {entry.name: f"a plugin installed by {entry.dist.name}" for entry in metadata.entry_points(group=NAME) if entry.dist}
    taken |= {kind.type: "a built-in event type" for kind in EVENT_TYPES}
    if plain in taken:
        message = f"{plain!r} is {taken[plain]}; choose another name"
        raise InputError(message)


def _files(folder: Traversable, parents: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the path and text of each file of the template, sorted."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, (*parents, _named(entry.name)))
        elif entry.name.endswith(".in"):
            yield (*parents, _named(entry.name.removesuffix(".in"))), entry.read_text("utf-8")


def _named(name: str) -> str:
    """Return the name of a file or folder: the template has none that starts with a full stop."""
    names = {"package": "{{package}}", "github": ".github", "gitignore": ".gitignore", "test.py": "test_{{name}}.py"}
    return names.get(name, name)


def _filled(text: str, values: dict[str, str]) -> str:
    """Return a text with ``{{name}}`` and the like replaced."""
    return re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], text)
