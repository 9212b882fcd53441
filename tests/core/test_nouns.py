"""What leads in to a noun, word by word, and which verb governs it from further off."""

from __future__ import annotations

import pytest

from eventx import Document, NounPhrase, Span, light_role_before, noun_phrase

REACH = 110
"""How far before a noun its lead-in may begin."""


def phrase_of(marked: str) -> tuple[Document, NounPhrase]:
    """Return a document and the phrase of the noun between marks in it."""
    before, noun, behind = marked.split("*")
    document = Document(before + noun + behind, language="en")
    return document, noun_phrase(document, Span(len(before), len(before) + len(noun)))


PHRASES = [
    # text, the words that lead in, and what is read in them
    ("He held a very fruitful *meeting*.", "held a very fruitful", ("indefinite", "held", "host", None, None)),
    ("He held the *meeting*.", "held the", ("definite", "held", "host", None, None)),
    ("He held *talks*.", "held", (None, "held", "host", None, None)),
    ("He co-hosted the *talks*.", "co-hosted the", ("definite", "co-hosted", "host", None, None)),
    ("He paid a *visit*.", "paid a", ("indefinite", "paid", "", None, None)),
    ("He was accorded a *welcome*.", "was accorded a", ("indefinite", "was accorded", "guest", None, None)),
    ("He took part in the *meeting*.", "took part in the", ("definite", "took part in", "participant", None, None)),
    ("Part in the *meeting*.", "in the", ("definite", None, "", "in", None)),
    ("On the sidelines of the *meeting*.", "On the sidelines of the", ("definite", None, "", "on the sidelines of", None)),
    ("He was at *meeting*.", "at", (None, None, "", "at", None)),
    ("After holding a *meeting* he left.", "holding a", ("indefinite", "holding", "host", None, None)),
    ("He does not hold any *talks*.", "hold any", ("generic", "hold", "host", None, None)),
    # only one determiner, and nothing before it but a verb or a preposition
    ("He paid this such *visit*.", "such", ("generic", None, "", None, None)),
    ("He held a a new *meeting*.", "a new", ("indefinite", None, "", None, None)),
    # nothing but blanks, hyphens and quotation marks between them
    ('He held the "*meeting*".', 'held the "', ("definite", "held", "host", None, None)),
    ("He held, the *meeting*.", "the", ("definite", None, "", None, None)),
    ("He held the, *meeting*.", "", (None, None, "", None, None)),
    ("He held (the *meeting*).", "the", ("definite", None, "", None, None)),
    ("He held-the *meeting*.", "", (None, None, "", None, None)),
    # whose it is
    ("The King's *visit* ended.", "King's", ("possessive", None, "", None, "The King")),
    ("The Kings' *visit* ended.", "Kings'", ("possessive", None, "", None, "The Kings")),
    ("At the King's first *visit*.", "King's first", ("possessive", None, "", None, "At the King")),
    ("His *visit* ended.", "His", ("possessive", None, "", None, "His")),
    ("As part of his *visit*.", "As part of his", ("possessive", None, "", "as part of", "his")),
    ("The King's a *visit*.", "a", ("indefinite", None, "", None, None)),
    # a day possesses nothing, and may stand between a verb and its noun
    ("Today's *visit* by Bo.", "Today's", ("definite", None, "", None, None)),
    ("On Monday's *visit* by Bo.", "On Monday's", ("definite", None, "", "on", None)),
    ("He concluded today a two-day *visit*.", "concluded today a two-day", ("indefinite", "concluded", "", None, None)),
    ("He left today a two-day *visit*.", "a two-day", ("indefinite", None, "", None, None)),
    ("He concluded there a two-day *visit*.", "a two-day", ("indefinite", None, "", None, None)),
    ("He concluded today *visits*.", "concluded today", (None, "concluded", "", None, None)),
    # which of a series it is leads in, from an article on, if it is so short
    ("The edition of the *forum*.", "The edition of the", ("definite", None, "", None, None)),
    ("He hosted the 21st edition of the *forum*.", "hosted the 21st edition of the", ("definite", "hosted", "host", None, None)),
    ("He hosted this instalment of *forum*.", "hosted this instalment of", (None, "hosted", "host", None, None)),
    (
        "He hosted the third old annual edition of the *forum*.",
        "hosted the third old annual edition of the",
        ("definite", "hosted", "host", None, None),
    ),
    ("He hosted the third old long annual edition of the *forum*.", "of the", ("definite", None, "", "of", None)),
    ("He hosted edition of the *forum*.", "of the", ("definite", None, "", "of", None)),
    ("Edition of the *forum*.", "of the", ("definite", None, "", "of", None)),
    ("He hosted the edition at the *forum*.", "at the", ("definite", None, "", "at", None)),
    ("He hosted the fair of the *forum*.", "of the", ("definite", None, "", "of", None)),
    ("An of the *forum*.", "of the", ("definite", None, "", "of", None)),
    # the short name of a series stands in brackets behind its name
    ("He opened the Old Sea (OS) *forum*.", "opened the Old Sea (OS)", ("definite", "opened", "host", None, None)),
    ("He opened the (OS) *forum*.", "opened the (OS)", ("definite", "opened", "host", None, None)),
    ("He opened the Old (OS) sea *forum*.", "opened the Old (OS) sea", ("definite", "opened", "host", None, None)),
    ("He opened the Old Sea (Os) *forum*.", "", (None, None, "", None, None)),
    ("He opened the Old Sea (in OS) *forum*.", "", (None, None, "", None, None)),
    ("He opened the Old Sea, (OS) *forum*.", "", (None, None, "", None, None)),
    ("He opened the Old Sea (OS), *forum*.", "", (None, None, "", None, None)),
    ("He opened the Old Sea OS) *forum*.", "", (None, None, "", None, None)),
    ("(OS) *forum*.", "", (None, None, "", None, None)),
    # what opens a clause leads in to nothing
    ("Bo who old *meeting*.", "", (None, None, "", None, None)),
    ("While he held old *meeting*.", "held old", (None, "held", "host", None, None)),
    ("All left. The *meeting*.", "The", ("definite", None, "", None, None)),
    ("All held. Old *meeting*.", "", (None, None, "", None, None)),
    ("*Meeting*.", "", (None, None, "", None, None)),
]


@pytest.mark.parametrize(("text", "words", "expected"), PHRASES)
def test_what_leads_in(text: str, words: str, expected: tuple[str | None, ...]) -> None:
    """Verb, role, preposition, determiner and owner."""
    document, phrase = phrase_of(text)
    owner = document.slice(phrase.owner) if phrase.owner else None

    assert words == document.text[phrase.start : text.index("*")].strip()
    assert expected == (phrase.determiner, phrase.light, phrase.role, phrase.preposition, owner)
    assert phrase.named is (owner is not None and owner.lower() not in ("his", "their"))


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("He held a b c d e f *meeting*.", ("b", "c", "d", "e", "f")),
        ("He held a b c d e f g *meeting*.", ()),
        ("He held old *meeting*.", ("old",)),
        ("A two-day state *visit*.", ("two-day", "state")),
        ("He left old *meeting*.", ()),
        ("The King's first *visit*.", ("first",)),
        ("At the *visit*.", ()),
    ],
)
def test_adjectives(text: str, modifiers: tuple[str, ...]) -> None:
    """At most five words between, if something leads in to them; the head begins with the first."""
    document, phrase = phrase_of(text)

    assert modifiers == phrase.modifiers
    assert " ".join(modifiers) == document.text[phrase.head : text.index("*")].strip()


@pytest.mark.parametrize(("gap", "light"), [(REACH - 6, "held"), (REACH - 5, None)])
def test_how_far_a_lead_in_reaches(gap: int, light: str | None) -> None:
    """A verb too far off leads in to nothing."""
    _, phrase = phrase_of(f"He held a{' ' * gap}*meeting*.")

    assert light == phrase.light


VERBS = [
    ("Ana will host| A.", "host"),
    ("Ana will host a fair, a ball and| A.", "host"),
    ("Ana paid| A.", None),
    ("Ana hosted and paid| A.", "host"),
    ("Ana attended and hosted| A.", "host"),
    ("Ana hosted and attended| A.", "participant"),
    ("Ana took part in| A.", "participant"),
    ("Ana left| A.", None),
    ("Ana hosted Bo. Cy met| A.", None),
    ("Ana hosted Bo; Cy met| A.", None),
    ("Ana hosted " + "x" * 72 + "| A.", "host"),
    ("Ana hosted " + "x" * 74 + "| A.", None),
    ("|A.", None),
]


@pytest.mark.parametrize(("text", "role"), VERBS)
def test_the_last_light_verb(text: str, role: str | None) -> None:
    """The role that the last of the verbs in the clause gives, so far back."""
    before, _, behind = text.partition("|")

    assert role == light_role_before(Document(before + behind, language="en"), len(before))


@pytest.mark.parametrize(
    ("text", "light"), [("Hội đồng) chủ trì hội nghị", "chủ trì"), ("và đồng chủ trì hội nghị", "đồng chủ trì")]
)
def test_a_light_verb_has_no_marks_within(text: str, light: str) -> None:
    """A phrase of several words is one only where nothing but blanks parts them."""
    start = text.index("hội nghị")
    assert light == noun_phrase(Document(text, language="vi"), Span(start, len(text))).light
