"""Views of a text, the way back to its offsets, and its sentences."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Span
from eventx.normal_form import compose, normalise
from eventx.segmentation import segment
from eventx.strategies import texts
from eventx.text import fold, lower, match_form

ANY = texts() | st.text()


@given(ANY)
def test_views_have_the_length_of_the_text(text: str) -> None:
    """An offset in one view is an offset in all."""
    composed = normalise(text)[0]

    assert {len(composed)} == {len(view(composed)) for view in (lower, fold)}
    assert {len(composed)} == {len(match_form(composed, folded=folded)) for folded in (True, False)}


@pytest.mark.parametrize(
    ("text", "lowered", "folded"),
    [
        ("Đinh Tiến", "đinh tiến", "dinh tien"),
        ("“Mr’s”\u00a0–", '"mr\'s" -', '"mr\'s" -'),
        ("hoà quý", "hòa quý", "hoa quy"),
        ("ðinh", "đinh", "dinh"),
        ("İ", "İ", "i"),
        ("Straße", "straße", "strase"),
    ],
)
def test_views(text: str, lowered: str, folded: str) -> None:
    """Lower case with straight quotes and tones in one place; folded without marks."""
    assert (lowered, folded) == (lower(text), fold(text))


@given(ANY)
def test_normalising_is_composing(text: str) -> None:
    """The text comes out in NFC, and unchanged if it was so."""
    clean = text.encode("utf-8", "replace").decode() if any("\ud800" <= c <= "\udfff" for c in text) else text
    composed, back = compose(clean)

    assert unicodedata.normalize("NFC", clean) == composed
    assert (back is None) == unicodedata.is_normalized("NFC", clean)


@pytest.mark.parametrize(
    "text",
    [
        "0\u1100\u1161\u11a8 0",
        "\u09c7\u09be0",
        "\u1025\u102e",
        "\u1100\u1100\u1161",
        "a\u0323\u0302b",
        "00U\u0300\ufe0f",
        "e\u0301\u0301x",
    ],
)
def test_scripts_compose_in_their_own_ways(text: str) -> None:
    """Syllables and vowels of Hangul, Bengali and Burmese are composed, and lead back to their own letters."""
    composed, back = normalise(text)

    assert unicodedata.normalize("NFC", text) == composed
    assert back is not None
    spans = [back.span(Span(index, index + 1)) for index in range(len(composed))]
    assert text == "".join(text[span.start : span.end] for span in spans)


@given(texts().map(lambda text: unicodedata.normalize("NFD", text)), st.data())
def test_the_way_back_covers_what_was_read(text: str, data: st.DataObject) -> None:
    """A span of the composed text maps to a span of the given text that composes to the same words."""
    composed, back = compose(text)
    start, end = sorted((data.draw(st.integers(0, len(composed))), data.draw(st.integers(0, len(composed)))))
    span = Span(start, end) if back is None else back.span(Span(start, end))

    assert unicodedata.normalize("NFC", text[span.start : span.end]) == composed[start:end]


def sentences(text: str, *abbreviations: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[span.start : span.end] for span in segment(text, abbreviations).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("He met Mr. Lee. They spoke.", ["He met Mr. Lee.", "They spoke."]),
        ("The U.S. president spoke.", ["The U.S. president spoke."]),
        ("At 5 p.m. they met.", ["At 5 p.m. they met."]),
        ("J. K. Example spoke. He left.", ["J. K. Example spoke.", "He left."]),
        ("A caption (Photo: X)The text goes on.", ["A caption (Photo: X)", "The text goes on."]),
        ("The end of one.The start of another.", ["The end of one.", "The start of another."]),
        ('"It is done." He left.', ['"It is done."', "He left."]),
        ("It rose 3.5 percent. Good.", ["It rose 3.5 percent.", "Good."]),
        ("Headline\nText goes on.", ["Headline", "Text goes on."]),
        (" date 2024-05-06 The minister met envoys.", ["date 2024-05-06", "The minister met envoys."]),
        ("Hội đàm kết thúc./. Ông về nước.", ["Hội đàm kết thúc./.", "Ông về nước."]),
        ("  \n\n ", []),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Sentences end where a reader ends them."""
    assert expected == sentences(text, "mr", "p.m")


def test_lines_broken_to_a_width_are_no_paragraphs() -> None:
    """Where lines are broken to a width, a blank line ends a paragraph, and a line end does not."""
    line = "the two sides agreed to widen their trade in many a field of"
    text = "\n".join([line] * 6) + " work.\n\n" + "\n".join([line] * 6)

    assert 2 == len(segment(text).paragraphs)


@given(ANY)
def test_segments_cover_the_text_in_order(text: str) -> None:
    """Sentences and paragraphs are in order, do not overlap, and leave out nothing but blanks."""
    segmentation = segment(text)

    for spans in (segmentation.sentences, segmentation.paragraphs):
        assert list(spans) == sorted(spans)
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        assert "".join(text.split()) == "".join("".join(text[span.start : span.end].split()) for span in spans)


@given(ANY, st.integers(0, 60))
def test_looking_up_the_sentence_of_an_offset(text: str, offset: int) -> None:
    """The sentence found holds the offset, or is the last one before it."""
    segmentation = segment(text)
    if segmentation.sentences:
        found = segmentation.sentence_index(offset)
        assert found == max((i for i, span in enumerate(segmentation.sentences) if span.start <= offset), default=0)


@pytest.mark.parametrize("unit", ["a ", "word, ", "a", "ếch "])
def test_text_without_a_stop_is_cut(unit: str) -> None:
    """A long text without a sentence end is cut, at blanks if there are any, and at once."""
    text = unit * 100_000
    segmentation = segment(text)

    assert 1 == len(segmentation.paragraphs)
    assert 2000 >= max(map(len, segmentation.sentences))
    assert all(" " not in unit or text[span.start - 1 : span.start] in ("", " ") for span in segmentation.sentences)


def test_a_glued_caption_is_a_sentence() -> None:
    """A caption that the number of a picture is glued to begins a sentence, and its first word is whole."""
    text = "Hai nước hợp tác ảnh 1Thủ tướng Lê Nam phát biểu."

    assert ["Hai nước hợp tác ảnh 1", "Thủ tướng Lê Nam phát biểu."] == [
        text[span.start : span.end] for span in segment(text, captions=("ảnh",)).sentences
    ]
    assert "thủ" in match_form(text, folded=False, captions=("ảnh",)).split()
