"""The form of a text that rules read: what is no part of the words is gone, and all spans lead back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Document, Engine, Event, Span
from eventx.normal_form import normalise
from eventx.strategies import texts

UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
ODD = st.lists(st.sampled_from([*"aB1.,é ", "\n", "\u00a0", "\u202f", *UNSEEN, "&eacute;", "&nbsp;", "&amp;", "e\u0301"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the  mayor   of", "the mayor of"),
        ("the\u00a0mayor\u202fof", "the mayor of"),
        ("the \u00a0mayor\u200b \u200bof", "the mayor of"),
        ("\ufeffthe may\u00ador\u200b of", "the mayor of"),
        ("the mayor of Malm&ouml; &amp; Lund&nbsp;", "the mayor of Malmö & Lund "),
        ("Jos&#233; &#x41;na", "José Ana"),
        # columns stay apart
        ("the mayor    of", "the mayor    of"),
        ("the mayor\u00a0\u00a0\u00a0\u00a0of", "the mayor\u00a0\u00a0\u00a0\u00a0of"),
        # no character of HTML
        ("R&D; A&B &nosuchthing; &#9999999;", "R&D; A&B &nosuchthing; &#9999999;"),
        ("the mayor of\n\nthe town", "the mayor of\n\nthe town"),
    ],
)
def test_what_is_read(text: str, read: str) -> None:
    """One space between words, nothing unseen, characters themselves; everything else as it was."""
    assert read == normalise(text)[0]


@given(ODD | texts())
def test_every_letter_leads_back(text: str) -> None:
    """A letter of the form that is read was read where the same letter stands, or what HTML and Unicode write it with."""
    flat, back = normalise(text)
    assert flat == text or back is not None
    end = 0
    for at, char in enumerate(flat if back is not None else ""):
        span = back.span(Span(at, at + 1))
        assert end <= span.start <= span.end
        end = span.start
        there = text[span.start : span.end]
        if char.isalnum():
            assert unicodedata.normalize("NFC", there).strip(UNSEEN) == char or there in ("&eacute;", "&amp;")


@given(ODD | texts())
def test_nothing_is_left_to_do(text: str) -> None:
    """Nothing unseen, and the same again where it is read again."""
    flat = normalise(text.replace("&amp;", "and"))[0]

    assert not set(UNSEEN) & set(flat)
    assert normalise(flat) == (flat, None)


def told(event: Event) -> tuple[object, ...]:
    """Return what a text tells of an event, but for where."""
    people = [(person.name, person.role, person.country, person.titles) for person in event.participants]
    return (event.type, event.date, event.place, people)


def test_events_of_a_text_full_of_odd_characters() -> None:
    """The events are those of the plain text, and their spans those of the text as given."""
    plain = "On 5 May 2023, President Ana Souza of Brazil met Chilean Foreign Minister Luis Rojas in Lima."
    odd = plain.replace(" of ", " \u00a0of&nbsp;").replace("Rojas", "Ro\u00adjas").replace("Foreign ", "Foreign  \u200b")
    first, second = (Engine(on_error="raise").extract(Document(text, language="en")).events for text in (plain, odd))

    assert first
    assert list(map(told, first)) == list(map(told, second))
    for event in second:
        for person in event.participants:
            assert all(odd[span.start : span.end].strip() for span in person.mentions)
        assert all(item.text == odd[item.span.start : item.span.end] for item in event.evidence)
