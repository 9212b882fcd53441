"""Lines that were broken to a width, and those that were not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Span
from eventx.line_breaks import breaks_of, broken_lines, goes_on
from eventx.normal_form import normalise

STORY = (
    "The harbour towns of the north asked for a new line of ferries this spring.",
    (
        "Their mayors said on Tuesday that the old boats, which were built in the seventies, would not be mended any more: "
        "the yard has closed, and nobody else makes the parts. They asked the ministry for an answer before the summer."
    ),
    'The minister, who was in the capital, called it "a fair wish of the coast" and promised nothing.',
)
BLANK, BARE = "\n\n", "\n"


def wrapped(width: int, parting: str = BLANK) -> str:
    """Return the story with its lines broken to a width."""
    return parting.join(textwrap.fill(paragraph, width) for paragraph in STORY)


@pytest.mark.parametrize("width", range(50, 100))
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "\n  "])
def test_broken_lines_are_read_as_one(width: int, end: str) -> None:
    """Paragraphs come out as they were before their lines were broken, whatever blanks stand around the line ends."""
    text = wrapped(width).replace("\n", end)

    assert list(STORY) == [line.strip() for line in normalise(text)[0].split("\n") if line.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(STORY),
        # headlines, one below the other, of whatever length
        "Mayors Of The North Ask The Ministry For New Ferries\nOld Boats Will Not Be Mended, Says The Closed Yard",
        # a list
        "Who was there:\nthe mayors of the north\nthe minister\nthe owner of the yard\ntwo captains\npilots",
        # a headline with room for the word behind it, and a dateline
        "Mayors of the harbour towns ask for ferries in May\n\nTHE PORT (NA) – The towns of the north asked for ferries.",
        "",
        "\n\n\n",
    ],
)
def test_other_line_ends_stay(text: str) -> None:
    """Paragraphs of one line, headlines and lists are as they were."""
    assert not list(broken_lines(text))
    assert (text, None) == normalise(text)


def test_a_line_in_small_letters_behind_a_full_stop() -> None:
    """It goes on with no sentence, whatever paragraphs stand before: their lines do not tell that these were broken."""
    lines = "the envoy of the island met the mayor on Monday.\nthe mayor thanked him."
    for text in (lines, f"The room was full and the air was warm.\n\n{lines}"):
        assert breaks_of(text).width == 0
        assert not goes_on(text, text.index(".\nthe") + 1, breaks_of(text))


@pytest.mark.parametrize(
    ("before", "behind", "joined"),
    [
        ("the north-", "eastern bay", "the north-eastern bay"),
        ("the North-", "Eastern Bay", "the North- Eastern Bay"),
        ("the north -", "eight men", "the north - eight men"),
        ("the north", "Eastern Bay", "the north Eastern Bay"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(before: str, behind: str, joined: str) -> None:
    """A word that was broken at its hyphen is one again; a dash keeps its blanks."""
    first = f"The mayors of all the harbour towns and fishing ports of {before}"
    text = f"{first}\n{behind} asked for a new line of ferries and for a yard,\nas told."

    assert joined in normalise(text)[0]


def test_what_blank_lines_part() -> None:
    """Blank lines part paragraphs where broken lines follow one another without them; else what has no stop goes on."""
    text = wrapped(70)
    spread = text.replace(BLANK, BARE).replace(BARE, BLANK)

    assert not goes_on(text, text.index(BLANK), breaks_of(text))
    assert (True, False) == (breaks_of(text).parted, breaks_of(spread).parted)
    assert goes_on(spread, spread.index(BLANK), breaks_of(spread))
    assert not goes_on(spread, spread.index(".\n") + 1, breaks_of(spread))


@given(st.integers(46, 99), st.sampled_from([BLANK, BARE]), st.sampled_from(["\n", "\r\n", " \n\t"]))
def test_spans_lead_back(width: int, parting: str, end: str) -> None:
    """Each word of the joined text leads back to the same word of the text as given."""
    text = wrapped(width, parting).replace("\n", end)
    flat, back = normalise(text)
    start = 0
    for word in flat.split():
        start = flat.index(word, start)
        span = Span(start, start + len(word))
        there = back.span(span) if back is not None else span
        assert text[there.start : there.end] == word
        start = span.end


def test_many_line_ends() -> None:
    """Text that is nothing but line ends, or lines of one letter, is no work."""
    assert not list(broken_lines("\n" * 1_000_000))
    assert not list(broken_lines("a\n" * 300_000))
