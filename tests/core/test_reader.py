"""Reading inputs: what is read, and what each bad input is told."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Document, InputError
from eventx.reader import SUFFIXES, read, size

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that writes a file."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def found(paths: Iterable[str | Path], **options: object) -> list[Document | InputError]:
    """Return what reading gives."""
    return [item.found for item in read(paths, **options)]  # type: ignore[arg-type]


def ids(paths: Iterable[str | Path]) -> list[str | None]:
    """Return the ids of the documents read."""
    return [item.id for item in found(paths) if isinstance(item, Document)]


def test_a_file_is_a_document_named_by_its_stem(make: Make) -> None:
    """The text is as in the file, line ends included; the id is the stem."""
    assert [Document("Một\r\nhai\n", id="a.b")] == found([make("a.b.txt", "Một\r\nhai\n")])


def test_a_byte_order_mark_is_no_text(make: Make) -> None:
    """A UTF-8 mark is left out, in texts and in JSON lines."""
    text, lines = make("a.txt", b"\xef\xbb\xbfabc"), make("b.jsonl", b'\xef\xbb\xbf{"text": "abc"}')

    assert [Document("abc", id="a"), Document("abc", id="b-1")] == found([text, lines])


def test_a_folder_is_read_whole_and_sorted(make: Make, tmp_path: Path) -> None:
    """Texts and JSON lines of all sub-folders are read; other files, hidden ones and READMEs are passed over."""
    for name in ("b.txt", "a.md", "sub/c.TXT", "README.md", ".hidden.txt", ".git/d.txt", "a.json", "b.toml", "e.pdf"):
        make(name, "abc")
    make("z.jsonl", '{"text": "abc"}\n{"text": "abc", "id": "given"}')

    assert ["a", "b", "z-1", "given", "c"] == ids([tmp_path])


def test_json_lines(make: Make) -> None:
    """A line's keys fill the document; blank lines and unknown keys are passed over; the line's number names it."""
    full = {"text": "abc", "id": 7, "published": "2022-09-06", "title": "T", "language": "vi", "uri": "u", "section": 3}
    path = make("a.jsonl", "\n".join([json.dumps(full), "", '{"text": "def", "title": null, "id": ""}']))

    assert [
        Document("abc", id="7", published="2022-09-06", title="T", language="vi", uri="u"),
        Document("def", id="a-3"),
    ] == found([path])


def test_defaults_hold_where_the_input_says_nothing(make: Make) -> None:
    """A given day of publication and language do not overrule the input's own."""
    path = make("a.jsonl", '{"text": "a", "published": "2020-01-01", "language": "vi"}\n{"text": "b", "published": ""}')

    own, other = found([path], defaults=Document("", published="2022-02-02", language="en"))

    assert isinstance(own, Document)
    assert isinstance(other, Document)
    assert ("2020-01-01", "vi", "2022-02-02", "en") == (str(own.published), own.language, str(other.published), other.language)


def test_standard_input() -> None:
    """``-`` is one text, or JSON lines if asked."""
    assert [Document("abc", id="stdin")] == found(["-"], stdin=io.BytesIO(b"abc"))
    assert [Document("abc", id="stdin-1")] == found(["-"], stdin=io.BytesIO(b'{"text": "abc"}'), form="jsonl")


def test_the_form_overrules_the_suffix(make: Make) -> None:
    """A file of any name is read as asked."""
    path = make("a.json", '{"text": "abc"}')

    assert [Document("abc", id="a-1")] == found([path], form="jsonl")
    assert [Document('{"text": "abc"}', id="a")] == found([path], form="text")


TEXTS = {
    "empty": (b"", "it is empty"),
    "blank": (" \n\t\u00a0\n".encode(), "it has only white space"),
    "mark alone": (b"\xef\xbb\xbf", "it is empty"),
    "latin": ("Hội nghị".encode("utf-16-le"), "it has a NUL byte at byte 1"),
    "cp1258": (b"ng\xe0y 5", "not UTF-8: byte 0xe0 at byte 2"),
    "cut": ("ngà".encode()[:-1], "not UTF-8: byte 0xc3 at byte 2"),
    "after a mark": (b"\xef\xbb\xbfab\xff", "not UTF-8: byte 0xff at byte 5"),
    "UTF-16": ("Hanoi".encode("utf-16"), "it is UTF-16, not UTF-8; save it as UTF-8"),
    "surrogate": (b"a\xed\xa0\x80b", "not UTF-8: byte 0xed at byte 1"),
    "NUL": (b"abc\0def", "it has a NUL byte at byte 3, so it is no text"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it has a NUL byte at byte 8"),
    "archive": (b"\x1f\x8b\x08\x08", "not UTF-8: byte 0x8b at byte 1"),
}


@pytest.mark.parametrize(("content", "reason"), TEXTS.values(), ids=TEXTS.keys())
def test_a_bad_text_is_named_and_the_others_are_read(make: Make, content: bytes, reason: str) -> None:
    """The error names the file and the reason; the files around it are read."""
    bad = make("bad.txt", content)

    first, error, last = found([make("a.txt", "abc"), bad, make("b.txt", "abc")])

    assert isinstance(error, InputError)
    assert f"{bad}: {reason}" in str(error)
    assert ["a", "b"] == [item.id for item in (first, last) if isinstance(item, Document)]


LINES = {
    "not JSON": (b'{"text": "abc"', "not JSON: Expecting ',' delimiter at character 14"),
    "no object": (b'["abc"]', 'expected an object such as {"text": "…"}, got list'),
    "no text": (b'{"body": "abc"}', "key 'text' is missing; keys: 'body'"),
    "null": (b'{"text": null}', "'text': expected a string, got NoneType"),
    "empty": (b'{"text": ""}', "'text' is empty"),
    "blank": (b'{"text": " \\n"}', "'text' has only white space"),
    "number": (b'{"text": "abc", "title": 7}', "'title': expected a string, got int"),
    "day": (b'{"text": "abc", "published": "soon"}', "'soon' is not a date; write it as YYYY-MM-DD"),
    "surrogate": (b'{"text": "ab\\ud800c"}', "'text' has a lone surrogate (U+D800) at character 2"),
    "surrogate in the id": (b'{"text": "abc", "id": "\\udc80"}', "'id' has a lone surrogate (U+DC80) at character 0"),
    "NUL": (b'{"text": "ab\\u0000c"}', "'text' has a NUL character at character 2"),
    "not UTF-8": (b'{"text": "ng\xe0y"}', "not UTF-8: byte 0xe0 at byte 12"),
    "deep": (b"[" * 100_000, "not JSON"),
    "long number": (b'{"text": ' + b"9" * 5000 + b"}", "Exceeds the limit"),
}


@pytest.mark.parametrize(("line", "reason"), LINES.values(), ids=LINES.keys())
def test_a_bad_line_is_named_and_the_others_are_read(make: Make, line: bytes, reason: str) -> None:
    """The error names the file, the line and the reason; the lines around it are read."""
    path = make("a.jsonl", b'{"text": "abc"}\n\n' + line + b'\n{"text": "def"}\n')

    first, error, last = found([path])

    assert isinstance(error, InputError)
    assert str(error).startswith(f"{path}: line 3: ")
    assert reason in str(error)
    assert ["a-1", "a-4"] == [item.id for item in (first, last) if isinstance(item, Document)]


def test_a_binary_named_jsonl_is_one_error(make: Make) -> None:
    """The lines of a binary are not complained of one by one."""
    (error,) = found([make("a.jsonl", b"\0\n" * 1000)])

    assert "line 1: it has a NUL byte" in str(error)


@pytest.mark.parametrize(("content", "reason"), [(b"", "it is empty"), (b"\n \n", "it has only white space")])
def test_json_lines_without_a_line(make: Make, content: bytes, reason: str) -> None:
    """A file of JSON lines without one is an error."""
    assert [reason] == [str(error).rpartition(": ")[2] for error in found([make("a.jsonl", content)])]


def test_a_missing_path() -> None:
    """A path that does not exist is named."""
    assert ["no/such.txt: no such file or folder"] == list(map(str, found(["no/such.txt"])))


def test_a_folder_without_a_file_to_read(make: Make, tmp_path: Path) -> None:
    """A folder in which nothing can be read is an error that says what eventx reads."""
    make("only.json", "{}")

    (error,) = found([tmp_path])

    assert f"{tmp_path}: the folder holds no file to read; eventx reads {', '.join('*' + s for s in SUFFIXES)}" == str(error)


def test_no_permission(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is named, and so is a folder."""
    path = make("folder/a.txt", "abc")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert [f"{path}: no permission to read it"] == list(map(str, found([path])))
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        assert [f"{path}: no permission to read it"] == list(map(str, found([path.parent])))


def test_a_json_file_given_by_name(make: Make) -> None:
    """JSON is not read as if it were an article."""
    (error,) = found([make("a.json", "{}")])

    assert "a .json file is no text" in str(error)


def test_reading_reads_no_further_than_asked(make: Make) -> None:
    """Documents come one at a time: a file that is missing later is no error yet."""
    later = make("b.txt", "abc")
    items = read([make("a.txt", "abc"), later])
    next(items)
    later.unlink()

    assert isinstance(next(items).found, InputError)


def test_sizes_add_up(make: Make, tmp_path: Path) -> None:
    """What the items say they took is what the files hold, so a progress bar ends at its end."""
    make("a.txt", "abc")
    make("b.txt", b"\xff")
    make("c.jsonl", '{"text": "abc"}\n\nnot JSON\n{"text": "def"}')

    assert size([tmp_path]) == sum(item.size for item in read([tmp_path]))


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_an_error(data: bytes) -> None:
    """Nothing that stands in a file makes reading raise; a document's text is the file's."""
    (item,) = found(["-"], stdin=io.BytesIO(data))

    assert isinstance(item, InputError) or data.removeprefix(b"\xef\xbb\xbf") == item.text.encode()


@given(st.binary(max_size=200) | st.text(max_size=99).map(lambda text: json.dumps({"text": text}).encode()))
def test_any_line_gives_documents_or_errors(data: bytes) -> None:
    """Nothing that stands in a line makes reading raise."""
    assert found(["-"], stdin=io.BytesIO(data), form="jsonl")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("a/1.txt", "b/1.txt", "b/2.txt"), ["a/1", "b/1", "2"]),
        (("1.txt", "b/1.txt"), ["x/1", "b/1"]),
        (("a/1.txt", "b/c/1.txt", "d/c/1.txt"), ["x/a/1", "b/c/1", "d/c/1"]),
        (("1.md", "1.txt"), ["1.md", "1.txt"]),
        (("a/1.md", "a/1.txt", "b/1.txt"), ["a/1.md", "a/1.txt", "b/1.txt"]),
        (("a/n.jsonl", "b/n.jsonl"), ["a/n-1", "b/n-1"]),
        (("n.jsonl", "n.txt"), ["n", "n-1"]),
    ],
)
def test_files_of_one_stem_have_ids_of_their_own(make: Make, tmp_path: Path, names: tuple[str, ...], expected: list[str]) -> None:
    """As many folders as tell the files apart stand before the stem, or their suffixes behind it; else it is the stem alone."""
    for name in names:
        make(f"x/{name}", '{"text": "abc"}')

    assert sorted(expected) == sorted(map(str, ids([tmp_path / "x"])))


def test_a_file_given_twice_is_one(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whatever name it is given, its documents have one id; so has another file of its stem, which has another."""
    path, other = make("a/1.txt", "abc"), make("b/1.txt", "abc")
    monkeypatch.chdir(tmp_path)

    assert ["1", "1", "1"] == ids([path, "a/1.txt", "b/../a/1.txt"])
    first, again, third = ids([path, other, "b/../a/1.txt"])
    assert (True, "b/1") == (first == third, again)
    assert ["1", "1"] == ids(["a", "a"])


def test_documents_have_the_path_as_uri(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's documents have its path as given, unless a line names another; what comes over standard input has none."""
    make("a/1.txt", "abc")
    make("n.jsonl", '{"text": "abc", "uri": "https://news.example"}\n{"text": "abc"}')
    monkeypatch.chdir(tmp_path)

    uris = [item.document.uri for item in read(["a", "n.jsonl", "-"], stdin=io.BytesIO(b"abc"))]
    assert ["a/1.txt", "https://news.example", "n.jsonl", None] == uris
    (error,) = read(["absent.txt"])
    with pytest.raises(InputError, match=r"absent\.txt"):
        _ = error.document
