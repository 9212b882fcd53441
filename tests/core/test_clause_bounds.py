"""Where a clause begins and ends around a word, and how far off a word may tell what becomes of an event; case by case.

In the texts ``|`` marks the place asked about.
"""

from __future__ import annotations

import pytest

from eventx import Document, Span, clause_after, clause_before, clause_opener, status_at
from eventx.clauses import is_opening
from eventx.clauses.openings import opens_with_phrase
from eventx.clauses.stretches import stretch_before

OUR = "Our friends in the port are many and dear"
X28, X29 = "X" * 28, "X" * 29

BEFORE = [
    # -- semicolons and colons bound, a time of day does not --
    ("Bo left; Ana |met Cy.", "Ana", None),
    ("Bo left: Ana |met Cy.", "Ana", None),
    ("At 10:30 Ana |met Cy.", "At 10:30 Ana", None),
    # -- what stands in a bracket stays in it --
    ("Ana (Bo |met Cy) left.", "Bo", None),
    ("Ana (Bo)| met Cy.", "Ana (Bo)", None),
    ("Ana (Bo|) met Cy.", "Bo", None),
    ("Ana (|Bo) met Cy.", "", None),
    ("Ana |(Bo) met Cy.", "Ana", None),
    ("Ana (Bo; Cy |met Di) left.", "Bo; Cy", None),
    ("Ana; (" + "x" * 200 + "; Bo |met Di) left.", "Bo", None),
    ("Ana (" + "x" * 192 + "; Bo |met) left.", "x" * 192 + "; Bo", None),
    ("Ana (" + "x" * 193 + "; Bo |met) left.", "Bo", None),
    ("Ana, mayor, (Hue) |met Bo.", "Ana, mayor, (Hue)", None),
    # -- as does what stands in quotation marks, if it is long --
    (f'"{X29}" Ana |met Cy.', "Ana", None),
    (f'"{X28}" Ana |met Cy.', f'"{X28}" Ana', None),
    (f"“{X29}” Ana |met Cy.", "Ana", None),
    (f'Bo: "{OUR}" Ana |met Cy.', "Ana", None),
    (f'Ana said "{OUR} and Bo |met Cy".', f"{OUR} and Bo", None),
    ('Ana said "our Bo |met Cy".', '"our Bo', "said"),
    ('"' + "x" * 400 + '" Ana |met Cy.', "Ana", None),
    ('"' + "x" * 401 + '" Ana |met Cy.', '"' + "x" * 401 + '" Ana', None),
    # -- a month and a name are no words that open a clause --
    ("In May 2023 Ana |met Cy.", "In May 2023 Ana", None),
    ("Minister Said Bo |met Cy.", "Minister Said Bo", None),
    ("Minister said Bo |met Cy.", "Bo", "said"),
    ("Ana met Bo as part| of a deal.", "", "as part of"),
    ("Ana met Bo |as part of a deal.", "Ana met Bo", None),
    ("Ana met Bo as part of| a deal.", "", "as part of"),
    # -- a clause put in between is left out where a comma closes it and nothing behind it can be a subject --
    ("Ana, who arrived, on Monday |met Bo.", "Ana,", None),
    ("Ana, who arrived, |met Bo.", "Ana,", None),
    ("Ana, who arrived, Bo |met Cy.", "arrived, Bo", "who"),
    ("Ana, who arrived on Monday |met Bo.", "arrived on Monday", "who"),
    ("Ana, who came on Monday, 5 May, 2022, |met Bo.", "Ana,", None),
    ("Ana, who arrived, has Bo |met.", "Ana,", None),
    ("Ana, who arrived, and has Bo |met.", "arrived, and has Bo", "who"),
    ("Ana, who came, saw, won, left, ate, has Bo |met.", "Ana,", None),
    ("Ana, who came, saw, won, left, ate, rose, has Bo |met.", "Ana,", None),
    ("Ana, who came, saw, won, left, ate, rose, fell, has Bo |met.", "came, saw, won, left, ate, rose, fell, has Bo", "who"),
    ("Ana, accompanied by Bo, Cy, |met Di.", "Ana,", None),
    # only a comma behind what was put in
    ("Ana, has rest, who arrived, Bo |met Cy.", "arrived, Bo", "who"),
    # the auxiliary stands within so many characters of the comma
    ("Ana, who arrived," + " " * 12 + "has Bo |met.", "Ana,", None),
    ("Ana, who arrived," + " " * 13 + "has Bo |met.", "arrived," + " " * 13 + "has Bo", "who"),
    # -- a phrase that opens a sentence ends at its first comma; of those who accompany, at the last --
    ("After talks with Bo, Ana |met Di.", "Ana", None),
    ("After talks with Bo, mayor, Ana |met Di.", "mayor, Ana", None),
    ("After talks with Bo Ana |met Di.", "talks with Bo Ana", "after"),
    ("On Monday, after talks with Bo, Ana |met Di.", "Ana", None),
    ("Old Di, after talks with Bo, Ana |met Di.", "talks with Bo, Ana", "after"),
    ("Accompanied by Bo, Cy, Ana |met Di.", "Ana", None),
    ("Accompanied by Bo, Cy, |met Di.", "Cy,", None),
    ("Meeting with Cy after the party, Ana |met Di.", "Ana", None),
    ("Dinner after the party, Ana |met Di.", "the party, Ana", "after"),
    ("Bo said that after the party, Ana |met Di.", "Ana", None),
    ("Bo said after the party, Ana |met Di.", "Ana", None),
    ("Bo left after the party, Ana |met Di.", "the party, Ana", "after"),
    ("Bo left; after the party, Ana |met Di.", "Ana", None),
    # what follows it at once, behind a comma, is another
    ("According to all, at the invitation of Bo, Ana |met Di.", "Ana", None),
    ("According to all, at the invitation of Bo, men |met Di.", "men", None),
    ("Bo, according to all, at the invitation of Cy, men |met Di.", "Bo,", None),
    ("According to all, at the invitation of Bo, mayor, men |met Di.", "mayor, men", None),
    ("According to all, and us, at the invitation of Bo, Ana |met Di.", "Ana", None),
    ("Bo, according to all, at the invitation of Cy, Ana |met Di.", "Cy, Ana", "at the invitation of"),
    ("Bo left after tea. According to all, at the invitation of Bo, Ana |met Cy.", "Ana", None),
    # a clause in it is left out with it
    ("During a reception for Bo, who is on a visit, Ana |met Di.", "Ana", None),
    ("During a reception for Bo, who is in Oslo, where Cy lives, Ana |met Di.", "Ana", None),
    ("During a reception for Bo, who is on a visit,Ana |met Di.", "Ana", None),
    ("The reception for Bo, who is on a visit, Ana |met Di.", "is on a visit, Ana", "who"),
    # -- a name right behind a conjunction is the subject, and its comma opens what is said of him --
    ("Bo left when Madam Ana, the envoy, |met Di.", "Madam Ana, the envoy,", "when"),
    ("When Madam Ana, the envoy, |met Di.", "Madam Ana, the envoy,", "when"),
    ("When Ana, the envoy, |met Di.", "the envoy,", None),
    ("When Madam Ana Berg Lund Moe Falk, the envoy, |met Di.", "Madam Ana Berg Lund Moe Falk, the envoy,", "when"),
    ("When Madam Ana Berg Lund Moe Falk Dahl, the envoy, |met Di.", "the envoy,", None),
    ("When madam Ana, the envoy, |met Di.", "the envoy,", None),
    ("After Madam Ana, the envoy, |met Di.", "the envoy,", None),
    # -- an adverb opens no phrase where somebody stands behind it --
    ("Meanwhile the envoy of Peru, Ana, |met Di.", "the envoy of Peru, Ana,", "meanwhile"),
    ("Meanwhile Ana, the envoy, |met Di.", "Ana, the envoy,", "meanwhile"),
    ("Meanwhile, Ana, the envoy, |met Di.", "Ana, the envoy,", None),
    ("Meanwhile envoys, Ana, |met Di.", "Ana,", None),
    # -- a sentence is a sentence --
    ("Ana. |Bo met Cy.", "", None),
    ("Ana came after tea. Bo |met Cy.", "Bo", None),
]


def at_mark(marked: str) -> tuple[Document, int]:
    """Return a document and the place that is marked in it."""
    before, _, behind = marked.partition("|")
    return Document(before + behind, language="en"), len(before)


@pytest.mark.parametrize(("text", "stretch", "opener"), BEFORE)
def test_before(text: str, stretch: str, opener: str | None) -> None:
    """What stands before a place in its clause, and what opens that."""
    document, offset = at_mark(text)
    found = clause_opener(document, offset)

    span = clause_before(document, offset)

    assert (stretch, opener) == (document.slice(span).strip(), found and found.entry.surface)
    # nothing is lost: it begins with its sentence, or right behind what bounds it
    assert span.start in (offset, document.sentence_at(offset).start) or document.text[span.start - 1] != " "


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Sau khi rời Huế, ông A |gặp ông C.", "ông A"),
        ("Sau khi rời Huế, thăm Hà Nội, ông A |gặp ông C.", "ông A"),
        ("Sau khi rời Huế, dự họp, thăm Hà Nội, ông A |gặp ông C.", "ông A"),
        # no verb of the phrase, a name, and no comma behind it
        ("Sau khi rời Huế, đến thăm Hà Nội, ông A |gặp ông C.", "đến thăm Hà Nội, ông A"),
        ("Sau khi rời Huế, Thăm Hà Nội, ông A |gặp ông C.", "Thăm Hà Nội, ông A"),
        ("Sau khi rời Huế, thăm Hà Nội |gặp ông C.", "thăm Hà Nội"),
        ("Sau khi rời Huế, |gặp ông C, ông D.", ""),
    ],
)
def test_phrases_that_go_on_behind_a_comma(text: str, stretch: str) -> None:
    """A phrase that opens a sentence goes on with its verbs, up to the comma that no verb of it follows."""
    before, _, behind = text.partition("|")
    document = Document(before + behind, language="vi")

    assert stretch == document.slice(clause_before(document, len(before))).strip()


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("Ana, who arrived, on Monday |met Bo.", "on Monday"),
        ("Ana, who arrived, has |met Bo.", "has"),
        ("After talks, Ana, who arrived, has |met Bo.", "has"),
        ("Ana, who arrived, Bo |met.", "arrived, Bo"),
        ("After talks, Ana |met Bo.", "Ana"),
        ("Ana |met Bo.", "Ana"),
        ("Ana met Bo as part| of a deal.", ""),
    ],
)
def test_where_its_own_words_go_on(text: str, tail: str) -> None:
    """Behind what was put in between the clause's own words go on: there its verb is governed."""
    document, offset = at_mark(text)

    assert tail == document.text[stretch_before(document, offset).tail : offset].strip()


AFTER = [
    ("Ana |met Bo; Cy left.", "met Bo"),
    ("Ana |met Bo: Cy left.", "met Bo"),
    ("Ana |met Bo at 10:30.", "met Bo at 10:30."),
    ("Ana |met Bo (Cy) there.", "met Bo (Cy) there."),
    ("Ana (Cy |met Bo) there.", "met Bo"),
    ("Ana (Cy |met Bo; Di left) there.", "met Bo; Di left"),
    ("Ana |met Bo, who left.", "met Bo,"),
    ("Ana |met Bo. He left.", "met Bo."),
    ("Ana met Bo, |who left.", ""),
    (f'Ana |met Bo "{OUR}" there.', "met Bo"),
    (f"Ana |met Bo “{OUR}” there.", "met Bo"),
    ('Ana |met Bo "our friend" there.', 'met Bo "our friend" there.'),
    (f'Ana |met "{OUR}".', "met"),
    (f'Ana met |"{OUR}".', ""),
    (f'Ana "{OUR}" |met "{OUR}".', "met"),
    (f'Ana |met Bo. Cy said "{OUR}".', "met Bo."),
    ("Ana |met Bo after tea.", "met Bo"),
]


@pytest.mark.parametrize(("text", "stretch"), AFTER)
def test_after(text: str, stretch: str) -> None:
    """What stands behind a place in its clause."""
    document, offset = at_mark(text)
    for _ in range(2):
        assert stretch == document.slice(clause_after(document, offset)).strip()


OPENINGS = [
    ("On April 21|", True),
    ("Earlier on 5 May 2022 in the morning|", True),
    ("Monday|", True),
    ("5 May|", True),
    ("morning|", True),
    ("– , on Monday|", True),
    ("the same day|", True),
    ("|", True),
    ("The Monday|", False),
    ("Ana|", False),
    ("On Monday Ana|", False),
    ("On a Monday in may|", True),
    ("Onward|", False),
    ("On (Monday)|", True),
    ("On " + "x" * 57 + "|", True),
    ("On " + "x" * 58 + "|", False),
]


@pytest.mark.parametrize(("text", "opens"), OPENINGS)
def test_words_of_time(text: str, *, opens: bool) -> None:
    """Nothing but words of time, from the first one on."""
    document, offset = at_mark(text + ", then.")

    assert opens is is_opening(document, 0, offset)


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("At a dinner with Bo |after", True),
        ("At a dinner, with Bo |after", False),
        ("Dinner with Bo |after", False),
        ("|after", False),
    ],
)
def test_phrases_that_open(text: str, *, opens: bool) -> None:
    """A phrase before its sentence's subject, without a comma."""
    document, offset = at_mark(text)

    assert opens is opens_with_phrase(document, 0, offset)


def test_a_phrase_opens_its_sentence_only() -> None:
    """In the midst of a sentence the same words open nothing; right behind its start they do."""
    document = Document("Bo at a dinner left. At a dinner left.", language="en")

    assert not opens_with_phrase(document, 3, 14)
    assert opens_with_phrase(document, 21, 32)
    assert opens_with_phrase(Document('"At a dinner', language="en"), 1, 12)
    assert not opens_with_phrase(Document('("At a dinner', language="en"), 2, 13)


def status(marked: str, **more: bool) -> str:
    """Return the status of the word between marks."""
    before, word, behind = marked.split("*")
    return status_at(Document(before + word + behind, language="en"), Span(len(before), len(before) + len(word)), **more)


STATUSES = [
    # -- the nearest word before it that governs it, within its clause and so far --
    ("Ana will *meet* Bo.", "planned"),
    # the first word of a name governs nothing: it and the next one have capitals, and a blank between
    ("Men of Can Tho *met* Bo.", "held"),
    ("Men of Can tho *meet* Bo.", "hypothetical"),
    ("Men of can Tho *meet* Bo.", "hypothetical"),
    ("Men of Can-Tho *meet* Bo.", "hypothetical"),
    ("Men of Can *meet* Bo.", "hypothetical"),
    ("Men of Will Tho *meet* Bo.", "planned"),
    ("Ana will" + "x" * 110 + " *meet* Bo.", "held"),
    ("Ana will " + "x" * 118 + " *meet* Bo.", "planned"),
    ("Ana will " + "x" * 119 + " *meet* Bo.", "held"),
    ("Ana will not *meet* Bo.", "hypothetical"),
    ("Ana may have cancelled, but *met* Bo.", "held"),
    ("Ana, who will leave, *met* Bo.", "held"),
    ("Ana will leave; she *met* Bo.", "held"),
    ("Preparations for the *talks* began.", "planned"),
    ("Preparations in the port for *talks* began.", "held"),
    ("Preparations " + "x" * 14 + " *talks* began.", "planned"),
    ("Preparations " + "x" * 15 + " *talks* began.", "held"),
    # a word that is said of what stands before it only
    ("Set for June, the *talks* began.", "held"),
    ("The *talks* set for June.", "planned"),
    ("The *talks* will begin.", "planned"),
    ("The *talks* will.", "held"),
    # -- behind it, so far; that it was called off further --
    ("The *talks* " + "x" * 81 + " set for.", "planned"),
    ("The *talks* " + "x" * 82 + " set for.", "held"),
    ("The *talks* " + "x" * 208 + " called off.", "cancelled"),
    ("The *talks* " + "x" * 209 + " called off.", "held"),
    ("The *talks* set for June were called off.", "cancelled"),
    ("The *talks* called off are not planned.", "cancelled"),
    ("The *talks* set for June; all was called off.", "planned"),
    ("The *talks*, which were called off, are over.", "cancelled"),
    ("The *talks*, which are over, were called off.", "cancelled"),
    ("The *talks* after which all was called off.", "held"),
    ("The *talks* said to be called off.", "held"),
    # -- a wish governs all that comes behind it, clauses and all; so far --
    ("Ana hopes that Bo will *visit* Cy.", "hypothetical"),
    ("Ana hopes that Bo *visits* Cy.", "hypothetical"),
    ("Bo *visits* Cy, Ana hopes.", "held"),
    ("Ana hopes, as was said, that Bo *visits* Cy.", "hypothetical"),
    ("Ana left; she hopes, as was said, that Bo *visits* Cy.", "hypothetical"),
    ("Ana hopes. Bo will *visit* Cy.", "planned"),
    ("Ana hopes " + "x" * 238 + " that *visit*.", "hypothetical"),
    ("Ana hopes " + "x" * 239 + " that *visit*.", "held"),
    # what was before what is wished was held
    ("Ana hoped for trade after the *talks*.", "held"),
    ("Ana promoted and hoped for trade before *talks*.", "hypothetical"),
    # -- a condition that opens the sentence --
    ("If Ana comes, Bo will *meet* her.", "hypothetical"),
    ("Bo left; if Ana comes, Bo will *meet* her.", "hypothetical"),
    ("Unless, as said, Bo will *meet* her.", "hypothetical"),
    ("Now Bo will *meet* her if she comes.", "planned"),
    ("Planned long ago, Bo will *meet* her.", "planned"),
    # -- said to be --
    ("Ana would *visit* Cy.", "hypothetical"),
    ("Ana would *visit* Cy, Bo said.", "planned"),
    ("Ana would *visit* Cy, Bo felt.", "hypothetical"),
    ("Ana would *visit* Cy. Bo said.", "hypothetical"),
    # -- an infinitive in a headline, right before it --
    ("Minister to *visit* Peru", "planned"),
    ("Minister to *visit* Peru.", "held"),
    ("Minister to *visit* Peru!", "held"),
    ("Minister to *visit* Peru?", "held"),
    ("Minister at *visit* Peru", "held"),
    ("*visit* Peru", "held"),
    ("Minister to" + " " * 10 + "*visit* Peru", "planned"),
    ("Minister to" + " " * 12 + "*visit* Peru", "held"),
]


@pytest.mark.parametrize(("text", "expected"), STATUSES)
def test_what_becomes_of_it(text: str, expected: str) -> None:
    """Held, planned, cancelled, or only thought of."""
    assert expected == status(text)


@pytest.mark.parametrize(
    ("text", "near", "setting"),
    [
        # right before it, or further off
        ("Ana will *meet* Bo.", "planned", "planned"),
        ("Ana will " + "x" * 14 + " *meet* Bo.", "planned", "planned"),
        ("Ana will " + "x" * 15 + " *meet* Bo.", "held", "planned"),
        ("If Bo *meets* Ana, all is well.", "held", "hypothetical"),
        ("If all of the people there *meet* Ana, all is well.", "held", "hypothetical"),
        # a wish does not govern where it is wished
        ("Ana hoped at the *talks*.", "hypothetical", "held"),
        ("Ana hoped at all the old people's *talks*.", "held", "held"),
        ("Minister to *visit* Peru", "held", "planned"),
    ],
)
def test_near_and_setting(text: str, near: str, setting: str) -> None:
    """A past tense is governed from close by only, a setting by no wish."""
    assert (near, setting) == (status(text, near=True), status(text, setting=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông A bác tin ông B đã *gặp* ông C.", "hypothetical"),
        ("Ông A đưa tin ông B đã *gặp* ông C.", "held"),
        # an aim that opens a sentence is no wish for what is told behind it
        ("Nhằm thúc đẩy hợp tác, ông A *gặp* ông C.", "held"),
        ("Ông A thúc đẩy hợp tác, *gặp* ông C.", "hypothetical"),
        ("Nhằm thúc đẩy việc ông A *gặp* ông C.", "hypothetical"),
        ("Nhằm hợp tác, ông A thúc đẩy việc *gặp* ông C.", "hypothetical"),
        ("Ông A bác tin. Ông B đã *gặp* ông C.", "held"),
        ("Ông A bác tin " + "x" * 230 + " ông B đã *gặp* ông C.", "hypothetical"),
        ("Ông A bác tin " + "x" * 240 + " ông B đã *gặp* ông C.", "held"),
    ],
)
def test_what_is_denied(text: str, expected: str) -> None:
    """What was said to have happened and is denied did not."""
    before, word, behind = text.split("*")
    document = Document(before + word + behind, language="vi")

    assert expected == status_at(document, Span(len(before), len(before) + len(word)))
