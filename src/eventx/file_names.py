"""What the documents of files are called: each by its file's stem, with folders where several files of a run have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def names_of(files: Callable[[], Iterable[Path]]) -> Mapping[Path, str]:
    """Return the names of those files whose stem is that of another file, too: as many folders before it as tell them apart.

    Of `a/1.txt` and `b/1.txt` these are `a/1` and `b/1`, of `1.txt` and `1.md` the names with their suffixes. A file that is
    given twice is one file. The lines of `1.jsonl` are called `1-1`, `1-2` …, which `1.txt` is not.

    Args:
        files: gives the files; it is asked twice, so that not all of their names need be kept.

    """
    seen: set[int] = set()
    again: set[int] = set()
    for file in files():
        stem = hash(_stem(file))
        (again if stem in seen else seen).add(stem)
    alike: dict[tuple[str, bool], list[Path]] = {}
    if again:
        for file in files():
            if hash(_stem(file)) in again:
                alike.setdefault(_stem(file), []).append(file)
    return {file: name for group in alike.values() for file, name in _told_apart(group)}


def _stem(file: Path) -> tuple[str, bool]:
    """Return a file's stem, and whether its lines are named by it."""
    return file.stem, file.suffix.lower() == ".jsonl"


def _told_apart(group: Iterable[Path]) -> Iterable[tuple[Path, str]]:
    """Return files of one stem, each with a name of its own; nothing if all are one file."""
    files = list(dict.fromkeys(group))
    real = {file: file.resolve() for file in files}
    if len(set(real.values())) == 1:
        return ()
    # a file has one name, however it is given
    by_file = {path: file for file, path in reversed(real.items())}
    for folders in range(max(len(file.parts) for file in files)):
        for suffix in (False, True):
            names = {path: _name(file, folders, suffix=suffix) for path, file in by_file.items()}
            if len(set(names.values())) == len(names):
                return [(file, names[path]) for file, path in real.items()]
    return [(file, path.as_posix()) for file, path in real.items()]


def _name(file: Path, folders: int, *, suffix: bool) -> str:
    """Return a file's stem or name with so many folders before it."""
    parts = [part for part in file.parent.parts if part != file.anchor]
    return "/".join([*parts[len(parts) - min(folders, len(parts)) :], file.name if suffix else file.stem])
