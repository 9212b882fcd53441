"""A new plugin package: the files of `template`, with the name filled in."""

from __future__ import annotations

import ast
import keyword
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from eventx import text as views
from eventx.hookspecs import NAME
from eventx.model import EVENT_TYPES
from eventx.problems import InputError


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """Return the pattern of a plugin's name."""
    return re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")


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
    if not _name().fullmatch(name):
        near = re.sub(r"[^a-z0-9]+", "_", views.fold(name)).strip("_0123456789")
        hint = f"; perhaps {near!r}" if _name().fullmatch(near) else ""
        message = f"{name!r} cannot name a plugin: write lower-case letters, digits and _, a letter first{hint}"
        raise InputError(message)
    plain = name.replace("-", "_")
    taken = {entry.name: f"a plugin installed by {entry.dist.name}" for entry in metadata.entry_points(group=NAME) if entry.dist}
    taken |= {kind.type: "a built-in event type" for kind in EVENT_TYPES}
    reserved = _used(plain)
    if reserved:
        message = f"{plain!r} cannot name a plugin: {reserved}; choose another name, such as '{plain}_news'"
        raise InputError(message)
    if plain in taken:
        message = f"{plain!r} is {taken[plain]}; choose another name"
        raise InputError(message)


def _used(name: str) -> str | None:
    """Tell why a name, or that of its class, cannot stand in the code that is written: it means something there."""
    of_class = "".join(word.title() for word in name.split("_"))
    for word in (name, of_class):
        if keyword.iskeyword(word):
            return f"{word} is a word of Python"
    filled = {"name": "zz", "package": "eventx_zz", "distribution": "eventx-zz", "class": "Zz", "words": "zz", "version": "0"}
    for parts, text in _files(resources.files("eventx.scaffold") / "template"):
        if not parts[-1].endswith(".py"):
            continue
        meant = {word for node in ast.walk(ast.parse(_filled(text, filled))) for word in _named_in(node)}
        for word in (name, of_class):
            if word in meant:
                return f"the code that is written uses {word} for something else"
    return None


def _named_in(node: ast.AST) -> tuple[str, ...]:
    """Return the names that a piece of code uses or gives."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.arg):
        return (node.arg,)
    if isinstance(node, ast.alias):
        return (node.asname or node.name,)
    return (node.name,) if isinstance(node, ast.FunctionDef | ast.ClassDef) else ()


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
