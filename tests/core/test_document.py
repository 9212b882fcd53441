"""The document: what it takes, and the views it shares."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from eventx import Document, Lexicon, Span
from eventx.language import detect_language, language_data, languages


@pytest.mark.parametrize(
    "value",
    [dt.date(2022, 9, 5), dt.datetime(2022, 9, 5, 12, tzinfo=dt.UTC), "2022-09-05", "2022-09-05T10:00:00", " 2022-09-05 "],
)
def test_published_is_a_day(value: object) -> None:
    """A date, a datetime or an ISO 8601 string gives the day."""
    assert dt.date(2022, 9, 5) == Document("a", published=value).published  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [None, ""])
def test_published_may_be_unknown(value: object) -> None:
    """None and an empty string mean that it is not known."""
    assert None is Document("a", published=value).published  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["notadate", "05/09/2022", "2022-13-01", 20220905, 3.5])
def test_what_is_no_day_is_refused_with_the_remedy(value: object) -> None:
    """The message names the value and how to write it."""
    with pytest.raises(ValueError, match=r"Document\.published: .* is not a date; write it as YYYY-MM-DD"):
        Document("a", published=value)  # type: ignore[arg-type]


def test_bytes_are_no_text() -> None:
    """The message says what to do."""
    with pytest.raises(TypeError, match="expected str, got bytes; decode bytes as UTF-8 first"):
        Document(b"abc")  # type: ignore[arg-type]


def test_views() -> None:
    """All views belong to the same text."""
    document = Document("Ông Đỗ đến. Bà về.", language="vi")

    assert ("ông đỗ đến. bà về.", "ong do den. ba ve.") == (document.lower, document.folded)
    assert "ông đỗ đến  bà về " == document.match
    assert ("Bà về.", 1, 2) == (document.slice(document.sentence_at(14)), len(document.paragraphs), len(document.sentences))


def test_hits_are_found_once(tmp_path: Path) -> None:
    """Hits that the Engine kept are handed out; else the lexicon makes a pass of its own, once."""
    (tmp_path / "en.toml").write_text('verb = ["met"]', encoding="utf-8")
    lexicon = Lexicon("test", tmp_path, tags=("verb",))
    document = Document("they met", language="en")

    assert document.hits(lexicon) is document.hits(lexicon)
    document.keep_hits(lexicon, ())
    assert () == document.hits(lexicon)


def test_documents_are_values() -> None:
    """Two documents of the same text are equal, whatever views were computed; the text cannot be replaced."""
    one, other = Document("abc"), Document("abc")
    assert one.lower

    assert one == other
    with pytest.raises(AttributeError):
        one.text = "d"  # type: ignore[misc]


def test_how_a_document_is_shown() -> None:
    """It is shown by what the caller gave, not by what was found in it."""
    document = Document("abc", id="i")
    document.cached("key", lambda _: "computed")

    assert "Document(text='abc', published=None, language=None, title=None, id='i', uri=None)" == repr(document)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is. Two are.", ["One is.", "One is.", "One is.", "Two are.", "Two are."]),
        ("\nOne is. Two are.", ["One is.", "One is.", "One is.", "One is.", "Two are."]),
        (" \n ", [" \n "] * 5),
        ("", [""] * 5),
    ],
)
def test_the_sentence_at_a_place(text: str, expected: list[str]) -> None:
    """The sentence that holds it, or the last before it, or the first; all of a blank text."""
    document = Document(text, language="en")

    assert expected == [document.slice(document.sentence_at(offset)) for offset in (0, 1, 7, 8, 99)]


def test_what_is_computed_once() -> None:
    """What is kept under a key is made once for a document, be it nothing at all."""
    document = Document("abc")
    made: list[Document] = []

    assert [None, None] == [document.cached("key", made.append) for _ in range(2)]
    assert [document] == made
    assert 5 == document.cached("other", lambda _: 5)


def test_what_is_let_go(tmp_path: Path) -> None:
    """Of an extractor that is done what stands under its name and the hits of its words are forgotten, and nothing else."""
    (tmp_path / "en.toml").write_text('verb = ["met"]', encoding="utf-8")
    lexicon = Lexicon("test", tmp_path, tags=("verb",))
    document = Document("they met", language="en")
    document.keep_hits(lexicon, ())
    for key in ("dates.tokens", "dates_more.tokens", "dates"):
        document.cached(key, lambda _: "before")

    document.let_go("dates")
    assert ["after", "before", "before"] == [
        document.cached(key, lambda _: "after") for key in ("dates.tokens", "dates_more.tokens", "dates")
    ]
    assert () == document.hits(lexicon)
    document.let_go("dates", lexicon)
    assert 1 == len(document.hits(lexicon))


def test_a_renewed_document() -> None:
    """Fields are changed; views stay only where they are known to be of the same text."""
    document = Document("Abc.", published="2022-09-05", language="en", title="T", id="i", uri="u")
    assert "abc." == document.lower
    document.cached("key", lambda _: 1)

    other = document.renewed(text="Xyz.", id="j")
    same = document.renewed(known=document, title="S")

    assert (Document("Xyz.", published="2022-09-05", language="en", title="T", id="j", uri="u"), "xyz.") == (other, other.lower)
    assert (Document("Abc.", published="2022-09-05", language="en", title="S", id="i", uri="u"), "abc.") == (same, same.lower)
    assert same.lower is document.lower
    assert 2 == same.cached("key", lambda _: 2)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two leaders met and spoke of the future of their countries.", "en"),
        ("Hai nhà lãnh đạo đã gặp nhau và trao đổi về tương lai của hai nước.", "vi"),
        ("Ông Nguyễn Văn Mẫu met the ambassador in Hanoi on Monday to talk about trade.", "en"),
        ("", "en"),
        ("12345", "en"),
        ("Tổng thống Pháp hoãn chuyến thăm Trung Quốc dự kiến vào tháng tới.", "vi"),
        (unicodedata.normalize("NFD", "Tổng thống Pháp hoãn chuyến thăm Trung Quốc vào tháng tới."), "vi"),
        ("Công an tỉnh Nghệ An đã tạm giữ ba nghi phạm với tang vật.", "vi"),
        ("Phạm Văn Mẫu visits Paris, Rome", "en"),
    ],
)
def test_the_language_is_detected(text: str, language: str) -> None:
    """Frequent words tell the language, then letters that no other one has; English where neither does."""
    assert language == detect_language(text) == Document(text).lang


@pytest.mark.parametrize(("before", "language"), [(1497, "vi"), (1498, "en")])
def test_how_much_tells_the_language(before: int, language: str) -> None:
    """The first fifteen hundred characters tell it."""
    assert language == detect_language("x" * before + " và")


def test_the_given_language_stands() -> None:
    """What the caller says is not overruled."""
    assert "vi" == Document("the end of the day", language="vi").lang


@pytest.mark.parametrize("code", languages())
def test_language_data(code: str) -> None:
    """Each language has the words of a calendar and of numbers."""
    data = language_data(code)

    assert code == data.code
    assert set(range(1, 13)) == set(data.months.values())
    assert set(range(1, 8)) == set(data.weekdays.values())
    assert set(range(1, 11)) <= set(data.numerals.values())


def test_a_language_without_data() -> None:
    """Texts in other languages can be read: without words, folded."""
    data = language_data("xx")

    assert (True, 0) == (data.folded, len(data.months))
    assert Span(0, 4) == Document("Élan", language="xx").sentences[0]


@pytest.mark.parametrize(
    ("given", "code"), [("EN", "en"), (" vi ", "vi"), ("en-GB", "en"), ("vi_VN", "vi"), ("", None), (None, None), ("xx", "xx")]
)
def test_language_codes(given: str | None, code: str | None) -> None:
    """Codes are those of ISO 639-1, however they are written; who reads the language is not the document's to know."""
    assert code == Document("text", language=given).language


def test_language_is_a_string() -> None:
    """Anything else is refused."""
    with pytest.raises(TypeError, match=r"Document\.language: expected a code such as 'en', got int"):
        Document("text", language=7)  # type: ignore[arg-type]
