"""Where sentences, lines and glued words part, to the character; characters and their views."""

from __future__ import annotations

import pytest

from eventx import Span
from eventx.normal_form import OffsetMap, normalise
from eventx.segmentation import segment
from eventx.text import fold, lower, match_form

ABBREVIATIONS = ("gen", "p.m", "mr")
CAPTIONS = ("ảnh",)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[span.start : span.end] for span in segment(text, ABBREVIATIONS, CAPTIONS).sentences]


ONE, TWO = 1, 2

STOPS = [
    # -- a stop, with what closes behind it --
    ("It was. He left.", TWO),
    ("It was! He left.", TWO),
    ("It was? He left.", TWO),
    ("It was… He left.", TWO),
    ("It was?! He left.", TWO),
    ("It was./. He left.", TWO),
    ("It was.) He left.", TWO),
    ("It was.” He left.", TWO),
    ("It was.’ He left.", TWO),
    ('It was."] He left.', TWO),
    ("It was. 7 left.", TWO),
    ("It was, He left.", ONE),
    # -- not before small letters and marks that go on --
    ("It was. he left.", ONE),
    ("It was! he left.", ONE),
    ("It was. , he left.", ONE),
    ("It was. ; he left.", ONE),
    ("It was. : he left.", TWO),
    ("It was.         he left.", TWO),
    ("It was.       he left.", ONE),
    # -- not behind abbreviations and initials --
    ("Mr. Berg left.", ONE),
    ("Mister. Berg left.", TWO),
    ("At 5 p.m. Berg left.", ONE),
    ("At 5 p.n. Berg left.", TWO),
    ("John F. Berg left.", ONE),
    ("John FF. Berg left.", TWO),
    ("The U.S. Army left.", ONE),
    ("The U.SA. Army left.", TWO),
    ("The U.s. Army left.", TWO),
    ("The f. Army left.", TWO),
    ("In R&D. Berg left.", TWO),
    ("In R D. Berg left.", ONE),
    ("Mr.! Berg left.", TWO),
    ("Mr! Berg left.", TWO),
    ("Mr? Berg left.", TWO),
    ("Mr… Berg left.", TWO),
    ("John F! Berg left.", TWO),
    ("John F.) Berg left.", TWO),
    ("x" * 25 + "mr. Berg left.", TWO),
    # -- nor where a text begins with them, or with a stop --
    ("p.m. Berg left.", ONE),
    ("F. Berg left.", ONE),
    (". Berg left.", TWO),
    ("\n. Berg left.", TWO),
    # -- a bracket behind a stop that ends nothing --
    ("Gen. (Rtd). Berg left.", ONE),
    ("He said (so). Berg left.", TWO),
    ("Gen. (R). Berg left.", TWO),
    ("Gen. (Retired). Berg left.", ONE),
    ("Gen. (Retiredxx). Berg left.", TWO),
    # -- glued on by a scraper --
    ("In the two cities.The host left.", TWO),
    ("On January 15.He left.", TWO),
    ("On work in nursing.PM Lind left.", TWO),
    ("In the two cities.THE HOST left.", ONE),
    ("In the two cities.the host left.", ONE),
    ("In the two cities.“The host left.", TWO),
    ("In the two cities.(The host) left.", TWO),
    ("In the two cities.A host left.", ONE),
    ("At site X.The host left.", ONE),
    ("At site xX.The host left.", ONE),
    ("At site 5.The host left.", TWO),
    ("At 5X.The host left.", ONE),
    ("5.The host left.", ONE),
    ("See (Photo: VNA)Hanoi left.", TWO),
    ("See (Photo: so.)Hanoi left.", TWO),
    ("See (Photo: so!)Hanoi left.", TWO),
    ("See (Photo: SO.)Hanoi left.", ONE),
    ("See (Photo: VNA-)Hanoi left.", ONE),
    ("See f(x)Y left.", ONE),
    ("See (Photo)hanoi left.", ONE),
    ("Hai nước ảnh 1Đại sứ đến.", TWO),
    ("Hai nước ảnh 12Đại sứ đến.", TWO),
    ("Hai nước ảnh 1đại sứ đến.", ONE),
    ("Hai nước số 1Đại sứ đến.", ONE),
    # -- lines --
    ("A headline\nA text.", TWO),
    ("A headline\n\n\nA text.", TWO),
    ("\n\nA text.", ONE),
    ("date 2024-05-06 A text.", TWO),
    ("2024-05-06 A text.", TWO),
    ("2024-05-06A text.", ONE),
    ("On 2024-05-06 A text.", ONE),
    ("   date   2024-05-06 A text.", TWO),
    ("date    2024-05-06 A text.", ONE),
    (" " * 20 + "2024-05-06 A text.", TWO),
    (" " * 21 + "2024-05-06 A text.", ONE),
]


@pytest.mark.parametrize(("text", "count"), STOPS)
def test_how_many_sentences(text: str, count: int) -> None:
    """Sentences end where a reader ends them, and hold the whole text between them."""
    found = sentences(text)

    assert count == len(found)
    assert "".join(text.split()) == "".join("".join(found).split())


def wrapped(lines: list[str]) -> bool:
    """Tell whether the lines of a text are taken to be broken to a width."""
    return 1 == len(segment("\n".join(lines)).paragraphs)


W50, W30 = "X" * 50, "X" * 30


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        ([W50] * 6, True),
        ([W50] * 5, False),
        (["X" * 100] * 6, True),
        (["X" * 101] * 6, False),
        # what stands before the text may be longer
        (["X" * 150, *["X" * 90] * 6], True),
        # seven in ten are full, that is three quarters of the longest
        ([W50, W50, *["X" * 38] * 3, "X"], True),
        ([W50, W50, *["X" * 37] * 3, "X"], False),
        ([*["X" * 40] * 7, *["X"] * 3], False),
        ([*["X" * 40] * 8, *["X"] * 3], True),
        # or more than a third go on in small letters or with a number, if lines are no shorter than lists have them
        (["X" * 20, W50, *["X" * 20] * 4, *["x" * 20] * 4], True),
        (["X" * 20, W50, *["X" * 20] * 4, *["7" * 20] * 4], True),
        (["X" * 20, W50, *["X" * 20] * 5, *["x" * 20] * 3], False),
        (["X" * 20, "X" * 46, *["X" * 20] * 4, *["x" * 20] * 5], True),
        (["X" * 20, "X" * 45, *["X" * 20] * 4, *["x" * 20] * 5], False),
    ],
)
def test_lines_broken_to_a_width(lines: list[str], *, broken: bool) -> None:
    """Lines nearly all of one length, or that go on in small letters, are no paragraphs."""
    assert broken is wrapped(lines)


def test_where_wrapped_lines_part() -> None:
    """Where lines are broken to a width, blank lines part paragraphs, line ends do not part sentences."""
    text = "\n".join([*[W50] * 6, "", *[W50] * 6]) + "\n"

    assert [Span(0, 305), Span(307, 612)] == list(segment(text).paragraphs) == list(segment(text).sentences)


@pytest.mark.parametrize(
    ("length", "cuts"),
    [(2000, [2000]), (2001, [2000, 1]), (4001, [2000, 2000, 1])],
)
def test_what_is_longer_than_a_sentence(length: int, cuts: list[int]) -> None:
    """Two thousand characters are a sentence; more are cut there, at a blank in the later half if there is one."""
    assert cuts == [len(span) for span in segment("x" * length).sentences]


@pytest.mark.parametrize(
    ("blank", "first"),
    [(999, 2000), (1000, 1000), (1500, 1500), (1999, 1999), (2000, 2000)],
)
def test_where_a_long_text_is_cut(blank: int, first: int) -> None:
    """The last blank in the later half is where it is cut."""
    found = segment("x" * blank + " " + "x" * (3000 - blank)).sentences

    assert first == len(found[0])


def test_look_ups() -> None:
    """The sentence and paragraph at a place, the first before all of them."""
    found = segment("  One is. Two are.\nThree.")

    assert [0, 0, 0, 1, 1, 2] == [found.sentence_index(offset) for offset in (0, 2, 9, 10, 18, 19)]
    assert [0, 0, 0, 1] == [found.paragraph_index(offset) for offset in (0, 2, 18, 19)]
    assert 0 == segment("").sentence_index(5)


@pytest.mark.parametrize(
    ("char", "low", "folded", "word"),
    [
        ("A", "a", "a", "a"),
        ("Đ", "đ", "d", "đ"),
        ("Ð", "đ", "d", "đ"),
        ("ð", "đ", "d", "đ"),
        ("Ø", "ø", "o", "ø"),
        ("Ł", "ł", "l", "ł"),
        ("ı", "ı", "i", "ı"),
        ("ß", "ß", "s", "ß"),
        ("Æ", "æ", "a", "æ"),
        ("Œ", "œ", "o", "œ"),
        ("É", "é", "e", "é"),
        ("ấ", "ấ", "a", "ấ"),
        ("‘", "'", "'", " "),
        ("’", "'", "'", " "),
        ("“", '"', '"', " "),
        ("»", '"', '"', " "),
        ("–", "-", "-", " "),
        ("—", "-", "-", " "),
        ("−", "-", "-", " "),
        ("\u00a0", " ", " ", " "),
        ("_", "_", "_", " "),
        ("5", "5", "5", "5"),
        (".", ".", ".", " "),
        ("\n", "\n", "\n", " "),
        ("İ", "İ", "i", "İ"),
        ("日", "日", "日", "日"),
    ],
)
def test_views_of_a_character(char: str, low: str, folded: str, word: str) -> None:
    """Each view keeps one character for one."""
    assert (low, folded, word) == (lower(char), fold(char), match_form(char, folded=False))
    assert match_form(char, folded=True) == (folded if folded.isalnum() else " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoà", "hòa"),
        ("hoàn", "hoàn"),
        ("thuý", "thúy"),
        ("quý", "quý"),
        ("khoẻ", "khỏe"),
        ("Hoà Thuý", "hòa thúy"),
        ("hoà, ", "hòa, "),
        ("ảnh hoà", "ảnh hòa"),
        ("hoàhoà", "hoàhòa"),
    ],
)
def test_where_tones_stand(text: str, expected: str) -> None:
    """The tone of an open syllable has one place, but for the one whose u is a consonant's."""
    assert expected == lower(text)
    assert expected.replace(",", " ") == match_form(text, folded=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" ảnh 1Đại", " ảnh  đại"),
        (" ảnh 12Đại", " ảnh   đại"),
        (" ảnh 123Đại", " ảnh 123đại"),
        (" ảnh 1 đại", " ảnh 1 đại"),
        ("1Đại", "1đại"),
    ],
)
def test_the_number_of_a_picture(text: str, expected: str) -> None:
    """The number of a picture is no part of the caption's first word."""
    assert expected == match_form(text, folded=False, captions=CAPTIONS)


WORDS_ALONE = [
    # what frequently stands between words, and what rarely does
    ("é.b", "é b"),
    ("é…b", "é b"),
    ("é§b", "é b"),
    ("é b", "é b"),
    ("a§b", "a b"),
    ("a.b", "a b"),
    # a low line joins nothing, and a tone before it has its place
    ("a_b", "a b"),
    ("é_b", "é b"),
    ("hoà_b", "hòa b"),
    ("hoà_b§", "hòa b "),
    # in a text with pictures too
    (" ảnh 1Hoà_b", " ảnh  hòa b"),
    (" ảnh hoà§", " ảnh hòa "),
    (" Ảnh hoà", " ảnh hòa"),
    # a letter that is two in lower case, or whose lower case depends on where it stands
    ("İ hoà.", "İ hòa "),
    ("ΟΔΟΣ.", "οδοσ "),
    ("ΟΔΟΣ hoà…", "οδοσ hòa "),
]


@pytest.mark.parametrize(("text", "words"), WORDS_ALONE)
def test_words_alone(text: str, words: str) -> None:
    """Whatever stands between words is one space for each character, whether its lower case is known already or not."""
    assert words == match_form(text, folded=False, captions=CAPTIONS)
    assert words == match_form(text, folded=False, low=lower(text), captions=CAPTIONS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Élan_b§c…", "elan b c "),
        ("ðinh. ", "dinh  "),
        (" ảnh 1Hoà", " anh  hoa"),
        ("ảnh 1Hoà", "anh 1hoa"),
        ("A-b_c", "a b c"),
        ("İx", "ix"),
    ],
)
def test_words_alone_without_marks(text: str, words: str) -> None:
    """In languages that are folded likewise, and the letters lose their marks; no word begins with the number of a picture."""
    assert words == match_form(text, folded=True, captions=CAPTIONS)
    assert words == match_form(text, folded=True, low=lower(text), captions=CAPTIONS)


def test_the_lower_case_that_is_known_is_used() -> None:
    """What `lower` made of a text is not made again."""
    assert "bé " == match_form("Be.", folded=False, low="bé.")
    assert "be " == match_form("Bo.", folded=True, low="bé.")


@pytest.mark.parametrize(("length", "count"), [(24, ONE), (25, TWO)])
def test_how_far_back_an_abbreviation_may_begin(length: int, count: int) -> None:
    """An abbreviation has at most twenty-four characters, with stops in it or without."""
    for word in ("x" * length, "a." * (length // 2 - 1) + "b" * (2 + length % 2)):
        assert count == len(segment(f"{word}. Berg left.", (word,)).sentences)


@pytest.mark.parametrize(("start", "broken"), [(19_898, False), (19_899, False), (19_900, True), (19_901, True)])
def test_how_much_of_a_text_tells_whether_lines_are_broken(start: int, *, broken: bool) -> None:
    """The first twenty thousand characters tell it: of a line that goes on behind them no more is seen."""
    lines = ["X" * 99] * 198 + ["X" * (start - 19_801)]

    assert start == sum(len(line) + 1 for line in lines)
    assert broken is wrapped([*lines, "X" * 300])


def test_the_way_back() -> None:
    """A span of the composed text is that of the letters it was composed of; behind the last it is empty."""
    text = "a\u0301b e\u0323\u0302c"
    composed, back = normalise(text)

    assert ("áb ệc", OffsetMap) == (composed, type(back))
    assert back is not None
    spans = [back.span(Span(*span)) for span in ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5), (1, 1), (3, 3), (5, 5))]
    assert [(0, 2), (2, 3), (3, 4), (4, 7), (7, 8), (0, 8), (2, 2), (4, 4), (8, 8)] == [(s.start, s.end) for s in spans]


@pytest.mark.parametrize("before", ["", "x", "xy", "xyz", "xyza"])
def test_the_way_back_to_marks_that_stay(before: str) -> None:
    """A mark that composes with nothing keeps its own place, wherever it stands."""
    composed, back = normalise(f"{before}q\u0323 a\u0301")
    place = len(before)

    assert (f"{before}q\u0323 á") == composed
    assert back is not None
    spans = [back.span(Span(at, at + 1)) for at in range(len(composed))]
    assert [*((at, at + 1) for at in range(place + 3)), (place + 3, place + 5)] == [(s.start, s.end) for s in spans]


def test_what_needs_no_way_back() -> None:
    """Composed text stays as it is; a lone surrogate is replaced in its place."""
    assert ("áb", None) == normalise("áb")
    assert ("a\ufffdb", None) == normalise("a\ud800b")
    assert ("", None) == normalise("")


LONG = "The guests of the evening included the President of the Republic of Peru"


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([LONG, "and the Governor of Lima."], 1),
        ([LONG, "", "and the Governor of Lima."], 1),
        ([LONG, "", "Juan Soto, the Minister of Trade and the Governor of Lima,", "", "and others."], 1),
        ([LONG, "", "Juan Soto and others."], 2),
        (["The guests", "", "and the Governor of Lima."], 2),
        ([LONG + ".", "", "and the Governor of Lima."], 2),
    ],
)
def test_where_a_line_is_broken_off(lines: list[str], count: int) -> None:
    """A long line without a stop goes on where one of the next begins in small letters."""
    assert len(segment("\n".join(["A line.", *lines])).sentences) == count + 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lễ trao quà ở Huế - ảnh 1Đại sứ tặng sách cho trường.", 2),
        ("Lễ trao quà ở Huế - ảnh 12Đại sứ tặng sách cho trường.", 2),
        ("Lễ trao quà ở Huế - ảnh 1 của đại sứ.", 1),
        ("Lễ trao quà ở Huế có 1Đại sứ.", 1),
        ("Họ xem ảnh 123Đại sứ.", 1),
    ],
)
def test_a_caption_glued_to_its_number_is_a_sentence(text: str, count: int) -> None:
    """Behind a word for pictures the language names; a number of three digits is none of a picture."""
    assert count == len(segment(text, captions=CAPTIONS).sentences)
    assert 1 == len(segment(text).sentences)
