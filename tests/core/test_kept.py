"""Words files are read once and kept beside them, never out of date."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from eventx import Lexicon, LexiconError
from eventx.kept import as_json, toml

Write = Callable[[str], Path]
WORDS = 'note = "ours"\nthing = ["b", "a"]\n\n[act]\n"c d" = { form = "x", base = ["y"], strong = true }\n'


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Return a function that writes the words of a package, whose folder it returns; what is read may be kept."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.delitem(sys.modules, "keeper", raising=False)
    folder = tmp_path / "keeper"
    folder.mkdir()
    (folder / "__init__.py").touch()

    def put(words: str) -> Path:
        (folder / "en.toml").write_text(words, "utf-8")
        return folder

    return put


def tables(**options: Any) -> dict[str, Any]:
    """Return the tables of the package's words, read by a Lexicon of its own."""
    lexicon = Lexicon(name="keeper", package="keeper", tags=("thing",), tables=("act",), **options)
    return {tag: list(lexicon.table("en", tag).items()) for tag in ("thing", "act")}


def kept(folder: Path) -> list[Path]:
    """Return the files in which something is kept."""
    return sorted(folder.rglob("*.words*"))


def test_what_was_read_is_kept(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same order and of the same types; the second time nothing is parsed."""
    folder = write(WORDS)
    first = tables()

    monkeypatch.setattr(tomllib, "loads", None)

    assert first == tables()
    assert 1 == len(kept(folder))


@pytest.mark.parametrize("words", ["", 'thing = ["z"]\n', WORDS.replace('"x"', '"z"')])
def test_changed_words_are_read_anew(write: Write, words: str) -> None:
    """Whatever the time of the file."""
    write(WORDS)
    tables()
    folder = write(words)
    changed = tables()
    kept(folder)[0].unlink()

    assert changed == tables()


def test_other_checks_are_made_anew(write: Write) -> None:
    """What is kept for one Lexicon is not taken for another that allows less."""
    write(WORDS)
    tables()

    with pytest.raises(LexiconError, match="unknown keys"):
        tables(keys={"act": frozenset({"form"})})


@pytest.mark.parametrize(("whole_until", "behind"), [(-3, b""), (0, b""), (90, b"\xff" * 40), (0, b"x")])
def test_damaged_files_are_as_good_as_none(write: Write, whole_until: int, behind: bytes) -> None:
    """They are read anew, and mended."""
    folder = write(WORDS)
    first = tables()
    (file,) = kept(folder)
    whole = file.read_bytes()
    file.write_bytes(whole[:whole_until] + behind)

    assert first == tables()
    assert whole == file.read_bytes()


def test_wrong_words_are_never_kept(write: Write) -> None:
    """They are told each time."""
    folder = write('thing = ["A"]')

    for _ in range(2):
        with pytest.raises(LexiconError, match="capital"):
            tables()
    assert not kept(folder)


def test_nothing_is_kept_where_python_keeps_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONDONTWRITEBYTECODE holds for it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    folder = write(WORDS)

    assert tables() == tables()
    assert not kept(folder)


def test_folder_that_cannot_be_written_is_no_failure(write: Write) -> None:
    """As for what Python compiles."""
    folder = write(WORDS)
    (folder / "__pycache__").touch()

    assert tables() == tables()


def test_kept_where_python_is_told_to(write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """PYTHONPYCACHEPREFIX holds for it."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "elsewhere"))
    folder = write(WORDS)

    assert tables() == tables()
    assert (0, 1) == (len(kept(folder)), len(kept(tmp_path / "elsewhere")))


def test_values_that_cannot_be_kept_are_read_anew(write: Write) -> None:
    """A day is a value of TOML, but of nothing else."""
    folder = write('[act]\n"c" = 2024-03-05\n')

    assert tables() == tables()
    assert not kept(folder)


def test_folders_of_words_alone_stay_as_they_are(write: Write) -> None:
    """Nothing is written into a folder that is no package."""
    folder = write('thing = ["a"]')
    Lexicon(name="keeper", package=folder, tags=("thing",)).table("en", "thing")

    assert not kept(folder)


def test_the_json_of_a_wheel_is_read_instead_of_the_words(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is kept, and nothing may be."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    folder = write(WORDS)
    first = tables()
    (folder / "en.toml.json").write_bytes(as_json((folder / "en.toml").read_bytes()))

    monkeypatch.setattr(tomllib, "loads", None)

    assert first == tables()
    assert not kept(folder)


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda told: told[:-2], lambda told: told.replace(b"c d", b"e f"), lambda _: as_json(b'thing = ["z"]')],
)
def test_json_that_is_damaged_or_of_other_words_is_as_good_as_none(write: Write, damage: Callable[[bytes], bytes]) -> None:
    """The words file is read."""
    folder = write(WORDS)
    plain = tables()
    kept(folder)[0].unlink()
    (folder / "en.toml.json").write_bytes(damage(as_json(WORDS.encode())))

    assert plain == tables()


@pytest.mark.parametrize(
    "package", ["eventx", *(f"eventx_{name}" for name in ("dates", "engagements", "places", "proposals", "titles"))]
)
def test_every_words_file_says_the_same_as_json(package: str) -> None:
    """So that a wheel, which carries it, reads as the sources do."""
    files = sorted(Path(str(resources.files(package))).rglob("*.toml"))

    assert files
    for file in files:
        content = file.read_bytes()
        assert tomllib.loads(content.decode()) == json.loads(as_json(content)[32:]) == toml(file)
