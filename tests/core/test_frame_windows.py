"""Each kind of window of a frame, what bounds it, and where a subject is looked for; case by case.

In the texts the trigger stands between asterisks.
"""

from __future__ import annotations

from typing import Any

import pytest

from eventx import TRIGGER_KEYS, Anchor, Document, Lexicon, Slot, Span, Trigger, frame_slots, frame_triggers, subject_windows
from eventx.anchor import comma_outside_date, is_initial
from eventx.clauses.layout import Before, Layout
from eventx.clauses.somebody import names_somebody
from eventx.slots import SlotSpec, Step

FRAMES = """
[trigger]
"chatted" = { type = "meeting", frame = "object" }
"was to chat" = { type = "meeting", form = "chat", frame = "object", status = "cancelled", anaphoric = true, background = true }

[frames]
subject = [{ role = "host", at = "subject" }]
doer = [{ role = "host", at = "doer" }]
object = [{ role = "guest", at = "object" }]
owner = [{ role = "host", at = "owner" }]
lead = [{ role = "host", at = "lead" }]
next = [{ role = "guest", at = "next: of, off" }]
after = [{ role = "guest", at = "after: with" }]
apart = [{ role = "guest", at = "after: with" }, { role = "host", at = "after: for, for the" }]
named = [{ role = "guest", at = "named: with" }]
around = [{ role = "host", at = "around: guest of" }]
list = [{ role = "guest", at = "list: with" }]
lists = [{ role = "guest", at = "list: with" }, { role = "host", at = "list: under" }]
mixed = [{ role = "guest", at = "list: with" }, { role = "host", at = "after: under" }]
beyond = [{ role = "guest", at = "beyond: with" }]
rest = [{ role = "guest", at = "rest" }]
sentence = [{ role = "guest", at = "sentence" }]
topics = [{ role = "guest", at = "topics" }]
several = [{ role = "guest", at = ["next: of", "after: with", "object"] }]
place = [{ role = "place", at = "object", take = "first" }]
people = [{ role = "guest", at = "object", kinds = ["person"], complete = 2, carry = true }]
bodies = [{ role = "guest", at = "object", kinds = ["organisation"] }]
light = [{ role = "guest", at = "object", light = true }]
only = [{ role = "guest", at = "object", light = "only" }]
taking = [{ role = "guest", at = "object", light = "participant" }]
"""


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    """Return a lexicon with a frame of each kind."""
    folder = tmp_path_factory.mktemp("frames")
    (folder / "en.toml").write_text(FRAMES, "utf-8")
    return Lexicon(name="made", package=folder, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS | {"noun"}})


def marked(text: str, **more: Any) -> tuple[Document, Anchor]:
    """Return a document and an anchor at the word between marks."""
    before, word, behind = text.split("*")
    values: dict[str, Any] = {"span": Span(len(before), len(before) + len(word)), "lead": len(before), **more}
    return Document(before + word + behind, language="en"), Anchor(**values)


def slots(lexicon: Lexicon, frame: str, text: str, **more: Any) -> tuple[Document, tuple[Slot, ...]]:
    """Return the slots of a frame in a text."""
    document, anchor = marked(text, **more)
    return document, frame_slots(document, lexicon, frame, anchor)


LATE = "x" * 40

WINDOWS = [
    # -- the object: to the end of the clause; behind a semicolon a list of names goes on --
    ("object", "Ana *met* Bo.", ["Bo."]),
    ("object", "Ana *met* Bo after tea.", ["Bo"]),
    ("object", "Ana *met* Bo; Cy; and Di.", ["Bo; Cy; and Di."]),
    ("object", "Ana *met* Bo; all left.", ["Bo"]),
    ("object", "Ana *met* Bo; Cy; all left.", ["Bo; Cy"]),
    ("object", "Ana *met* Bo; and of the Cy.", ["Bo; and of the Cy."]),
    ("object", "Ana *met* Bo; and of the a Cy.", ["Bo"]),
    ("object", "Ana *met* Bo; and then Cy.", ["Bo"]),
    ("object", "Ana *met* Bo: Cy.", ["Bo"]),
    ("object", "Ana *met* Bo;", ["Bo"]),
    ("object", "Ana *met* Bo, mayor.", ["Bo, mayor."]),
    ("object", "Ana *spoke* on March 5, said Bo.", ["on March 5"]),
    ("object", "Ana *spoke* of Bo, said Bo.", ["of Bo,"]),
    ("object", "Ana *met* " + "x" * 899 + "y.", ["x" * 899]),
    ("object", "Ana *met* " + "x" * 897 + "y.", ["x" * 897 + "y."]),
    ("object", "Ana *met*.", ["."]),
    # -- right behind it, or further off in the clause --
    ("next", "Ana *met* of Bo.", ["Bo."]),
    ("next", "Ana *met* off Bo.", ["Bo."]),
    ("next", "Ana *met* all of Bo.", []),
    ("next", "Ana *met* Bo.", []),
    ("after", "Ana *met* all with Bo.", ["Bo."]),
    ("after", "Ana *met* all without Bo.", []),
    ("after", "Ana *met* all with Bo with Cy.", ["Bo with Cy."]),
    ("after", "With Bo Ana *met* all.", []),
    ("after", "Ana *met* all after tea with Bo.", []),
    ("after", "Ana *met* " + "x" * 38 + ", with Bo.", ["Bo."]),
    ("after", "Ana *met* " + "x" * 37 + ", y with Bo.", ["Bo."]),
    ("after", "Ana *met* " + "x" * 38 + ", y with Bo.", []),
    ("after", "Ana *met* " + "x" * 50 + " with Bo.", ["Bo."]),
    ("after", "Ana *met* " + "x" * 50 + ", with Bo.", ["Bo."]),
    ("named", "Ana *met* all with Bo.", ["Bo."]),
    ("named", "Ana *met* all with him.", []),
    ("named", "Ana *met* with " + "x" * 38 + "B.", ["x" * 38 + "B."]),
    ("named", "Ana *met* with " + "x" * 39 + "B.", []),
    # -- up to the words of another slot of the same reach --
    ("apart", "Ana *met* with Bo for Cy.", ["Bo", "Cy."]),
    ("apart", "Ana *met* with Bo for the Cy.", ["Bo", "Cy."]),
    ("apart", "Ana *met* for Cy with Bo.", ["Bo.", "Cy"]),
    ("apart", "Ana *met* with Bo.", ["Bo."]),
    ("lists", "Ana *met* with Bo under Cy.", ["Bo", "Cy."]),
    ("lists", "Ana *met* under Cy with Bo.", ["Bo.", "Cy"]),
    ("mixed", "Ana *met* with Bo under Cy.", ["Bo under Cy.", "Cy."]),
    # -- anywhere in the sentence, up to a comma --
    ("around", "As a guest of Bo, Ana *met* all.", ["Bo"]),
    ("around", "Ana *met* all as a guest of Bo.", ["Bo."]),
    ("around", "Ana *met* all. A guest of Bo left.", []),
    ("around", "A guest of Bo. Ana *met* all.", []),
    # -- lists: close behind, to the end of the sentence --
    ("list", "Ana *met* all with Bo, after tea, Cy; Di.", ["Bo, after tea, Cy; Di."]),
    ("list", "Ana *met* " + "x" * 28 + " with Bo.", ["Bo."]),
    ("list", "Ana *met* " + "x" * 29 + " with Bo.", []),
    ("list", "With Bo Ana *met* all.", []),
    ("beyond", "Ana *met* " + "x" * 29 + " with Bo.", ["Bo."]),
    ("beyond", "Ana *met* all. With Bo.", []),
    # -- the rest up to a clause, the sentence, what leads in --
    ("rest", "Ana *met* Bo; Cy: Di, who left.", ["Bo; Cy: Di,"]),
    ("rest", "Ana *met* Bo; Cy.", ["Bo; Cy."]),
    ("rest", "Ana *met* Bo. Cy.", ["Bo."]),
    ("rest", "Ana *met* Bo (Cy; Di).", ["Bo (Cy; Di)."]),
    ("sentence", "All left. Ana *met* Bo. Cy.", ["Ana met Bo."]),
    ("topics", "Ana *met* Bo.", [""]),
    # -- the first that the text offers --
    ("several", "Ana *met* of Bo with Cy.", ["Bo"]),
    ("several", "Ana *met* all with Cy.", ["Cy."]),
    ("several", "Ana *met* all.", ["all."]),
    # -- a place needs a capital near --
    ("place", "Ana *met* in Oslo.", ["in Oslo."]),
    ("place", "Ana *met* in bed.", []),
    ("place", "Ana *met* " + "x" * 38 + "O.", ["x" * 38 + "O."]),
    ("place", "Ana *met* " + "x" * 39 + "O.", []),
    # -- who leads a group: for people only --
    ("people", "Ana *met* a team led by Bo.", ["a team led by Bo.", "Bo."]),
    ("object", "Ana *met* a team headed by Bo.", ["a team headed by Bo.", "Bo."]),
    ("bodies", "Ana *met* a team led by Bo.", ["a team led by Bo."]),
    ("place", "Ana *met* a Team led by Bo.", ["a Team led by Bo."]),
    # -- the doer is a subject that is named --
    ("doer", "Yes, Ana *met* Bo.", ["Yes, Ana"]),
    ("doer", "They *met* Bo.", [""]),
    ("doer", "Yes Bo said they *met* Cy.", [""]),
]


@pytest.mark.parametrize(("frame", "text", "expected"), WINDOWS)
def test_windows(lexicon: Lexicon, frame: str, text: str, expected: list[str]) -> None:
    """What stands in the first window of each slot."""
    document, found = slots(lexicon, frame, text)

    assert expected == [document.slice(slot.spans[0]).strip() if slot.spans else "" for slot in found]


ANCHORED = [
    # an opening phrase ends at its comma
    ("object", "At *talks* with Bo, Ana said so.", {"lead": 0, "phrase": True}, ["with Bo"]),
    ("object", "At *talks* with Bo Ana slept.", {"lead": 0, "phrase": True}, ["with Bo Ana slept."]),
    ("object", "Ana held *talks* with Bo, the mayor.", {}, ["with Bo, the mayor."]),
    # what a caller knows
    ("object", "Ana *met* Bo and Cy.", {"until": 10}, ["Bo"]),
    ("object", "Ana *met* Bo and Cy.", {"until": 3}, []),
    ("object", "Ana *met* Bo and Cy.", {"until": 99}, ["Bo and Cy."]),
    ("subject", "Ana and Bo *met* Cy.", {"subject": Span(8, 10)}, ["Bo"]),
    ("owner", "Ana's *visit* ended.", {"owner": Span(0, 3)}, ["Ana"]),
    ("owner", "A *visit* ended.", {}, []),
    # a pronoun in an opening phrase points ahead
    ("owner", "At his *visit*, Ana left.", {"owner": Span(3, 6), "lead": 0, "phrase": True}, []),
    ("owner", "At Bo's *visit*, Ana left.", {"owner": Span(3, 5), "lead": 0, "phrase": True}, ["Bo"]),
    ("owner", "Ana at his *visit*.", {"owner": Span(7, 10), "lead": 4, "phrase": True}, ["his"]),
    ("lead", "The Peru *visit* ended.", {"lead": 0}, ["The Peru visit"]),
    ("lead", "The Peru *visit* ended.", {"lead": 99}, ["visit"]),
]


@pytest.mark.parametrize(("frame", "text", "more", "expected"), ANCHORED)
def test_windows_of_anchors(lexicon: Lexicon, frame: str, text: str, more: dict[str, Any], expected: list[str]) -> None:
    """What is known of the anchor bounds its windows."""
    document, found = slots(lexicon, frame, text, **more)

    assert expected == [document.slice(slot.spans[0]).strip() for slot in found]


@pytest.mark.parametrize(("frame", "count"), [("doer", 0), ("subject", 0), ("object", 1)])
def test_where_no_comma_closes_an_opening_phrase(lexicon: Lexicon, frame: str, count: int) -> None:
    """Nobody is the subject there, nor the doer, but the one spoken of may be."""
    _, (found,) = slots(lexicon, frame, "At *talks* with Bo Ana slept.", lead=0, phrase=True)

    assert (count, frame != "object") == (len(found.spans), found.carry)


@pytest.mark.parametrize(
    ("frame", "take"),
    [
        ("object", "head"),
        ("next", "head"),
        ("after", "head"),
        ("named", "head"),
        ("around", "first"),
        ("list", "all"),
        ("beyond", "all"),
        ("rest", "all"),
        ("sentence", "all"),
        ("lead", "last"),
        ("topics", "topics"),
        ("place", "first"),
        ("owner", "last"),
    ],
)
def test_which_mention_is_taken(lexicon: Lexicon, frame: str, take: str) -> None:
    """Each kind of window has its own way to be read, unless the frame says how."""
    _, found = slots(lexicon, frame, "Ana *met* of Guests with Bo, a guest of Cy.", owner=Span(0, 3))

    assert take == found[0].take


@pytest.mark.parametrize(
    ("frame", "text", "carry"),
    [
        ("subject", "They *met* Bo.", True),
        ("subject", "Yes, Ana *met* Bo.", False),
        ("doer", "They *met* Bo.", True),
        ("object", "Ana *met* all.", False),
        ("people", "Ana *met* all.", True),
    ],
)
def test_who_is_carried_on(lexicon: Lexicon, frame: str, text: str, *, carry: bool) -> None:
    """Where nobody is named as the subject, the one spoken of may be; elsewhere only if the frame says so."""
    _, found = slots(lexicon, frame, text)

    assert carry is found[0].carry


def test_what_a_frame_says_itself(lexicon: Lexicon) -> None:
    """Kinds, how many are complete, and a place never open without a window."""
    _, (people,) = slots(lexicon, "people", "Ana *met* Bo.")
    assert (("person",), 2) == (people.kinds, people.complete)
    _, (everybody,) = slots(lexicon, "object", "Ana *met* Bo.")
    assert (("person", "organisation"), 0) == (everybody.kinds, everybody.complete)
    document, anchor = marked("Ana *met* in bed.")
    assert () == frame_slots(document, lexicon, "place", anchor, empty=True)
    assert ["guest"] == [slot.role for slot in frame_slots(document, lexicon, "after", anchor, empty=True)]
    assert () == frame_slots(document, lexicon, "after", anchor)


@pytest.mark.parametrize(
    ("frame", "role", "expected"),
    [
        ("light", None, ["guest"]),
        ("light", "host", ["host"]),
        ("light", "participant", ["participant"]),
        ("only", None, []),
        ("only", "host", ["host"]),
        ("taking", None, []),
        ("taking", "host", []),
        ("taking", "participant", ["participant"]),
        ("object", "host", ["guest"]),
    ],
)
def test_light_roles(lexicon: Lexicon, frame: str, role: str | None, expected: list[str]) -> None:
    """The role of a light verb replaces the slot's where the frame lets it."""
    _, found = slots(lexicon, frame, "Ana held *talks* with Bo.", role=role)

    assert expected == [slot.role for slot in found]


def test_triggers(lexicon: Lexicon) -> None:
    """An entry says what its trigger is; what it leaves open is read from the words around it."""
    document = Document("Ana chatted with Bo. Ana will have chatted. Ana was to chat with Bo.", language="en")
    first, second, third = (found.value for found in frame_triggers(document, lexicon))
    assert isinstance(first, Trigger) and isinstance(second, Trigger) and isinstance(third, Trigger)  # noqa: PT018 - for the types
    assert ("held", (), False, False) == (first.status, first.fields, first.anaphoric, first.background)
    assert "planned" == second.status
    assert ("cancelled", (("form", "chat"),), True, True) == (third.status, third.fields, third.anaphoric, third.background)


SUBJECTS = [
    # -- who is named before it does it; what opens the sentence is no second best --
    ("Ana Lima, mayor of Oslo, *greeted* Bo.", ["Ana Lima, mayor of Oslo,"], "head"),
    ("The men *greeted* Bo.", ["The men", "The men"], "head"),
    ("In May men *greeted* Bo.", ["In May men", "In May men"], "head"),
    ("On Monday, in Oslo, Ana *greeted* Bo.", ["Ana"], "head"),
    ("On Monday, in Oslo, at ten, today, Ana *greeted* Bo.", ["today, Ana"], "head"),
    ("Yesterday, Ana *greeted* Bo.", ["Ana"], "head"),
    ("Old men, Ana *greeted* Bo.", ["Old men, Ana"], "head"),
    # -- a dateline --
    ("OSLO – Ana *greeted* Bo.", ["Ana"], "head"),
    ("OSLO — Ana *greeted* Bo.", ["Ana"], "head"),
    ("OSLO - Ana *greeted* Bo.", ["Ana"], "head"),
    ("OSLO -- Ana *greeted* Bo.", ["Ana"], "head"),
    ("Oslo – Ana *greeted* Bo.", ["Oslo – Ana"], "head"),
    ("Oslo (NTB) – Ana *greeted* Bo.", ["Ana"], "head"),
    ("(NTB) Ana *greeted* Bo.", ["Ana"], "head"),
    ("Oslo – On Monday, Ana *greeted* Bo.", ["Ana"], "head"),
    ("Oslo - yesterday Ana *greeted* Bo.", ["yesterday Ana"], "head"),
    ("Oslo - morning Ana *greeted* Bo.", ["morning Ana"], "head"),
    ("Ana - old mayor - *greeted* Bo.", ["Ana - old mayor -", "Ana - old mayor -"], "head"),
    ("O" * 45 + " – Ana *greeted* Bo.", ["Ana"], "head"),
    ("O" * 46 + " – Ana *greeted* Bo.", ["O" * 46 + " – Ana"], "head"),
    # -- behind a time between commas --
    ("Continuing a trip, on 3 May, in Hue, Ana *greeted* Bo.", ["Ana"], "head"),
    ("Bo, on Monday, Ana *greeted* Bo.", ["Ana"], "head"),
    (", on 3 May, Ana *greeted* Bo.", ["Ana"], "head"),
    ("Bo, on 5 May, Ana, old, wise, rich, fair, *greeted* Bo.", ["Ana, old, wise, rich, fair,"], "head"),
    ("Bo, on Monday, and Ana *greeted* Bo.", ["Bo, on Monday, and Ana"], "head"),
    ("Bo, on Monday, with Ana *greeted* Bo.", ["Bo, on Monday, with Ana"], "head"),
    ("Bo, on Monday, he *greeted* Bo Ek.", ["Bo, on Monday, he", "Bo, on Monday, he"], "head"),
    ("Bo, at noon, Ana *greeted* Bo.", ["Bo, at noon, Ana"], "head"),
    # -- the noun right before "who"; the clause before others --
    ("Bo met Ana, who is on *tour*.", ["is on", "Bo met Ana", "Bo met Ana, who is on"], "last"),
    ("Bo, following Ana, who *greeted* Cy.", ["", "Ana", "Bo, following Ana, who"], "last"),
    ("Ana left Peru after *greeting* Bo.", ["", "Ana left Peru", "Ana left Peru after"], "head"),
    ("The men said Ana *greeted* Bo.", ["Ana", "The men", "The men said Ana"], "head"),
    ("He said when Ana *greeted* Bo.", ["Ana", "", "He said when Ana"], "head"),
    # -- behind the comma of what opens the sentence --
    ("After *greeting* Bo, Ana left Peru.", ["", "Ana left Peru."], "head"),
    ("When Ana *greeted* Bo, he left.", ["Ana", "he left."], "head"),
    ("After *greeting* Bo.", [""], "head"),
    # -- with those who come along --
    ("Ana, accompanied by Bo on *tour*, left.", ["Ana,", "Ana, accompanied by Bo on"], "head"),
]


@pytest.mark.parametrize(("text", "expected", "take"), SUBJECTS)
def test_subjects(text: str, expected: list[str], take: str) -> None:
    """Where the subject is looked for, best first."""
    document, anchor = marked(text)
    spans, taken = subject_windows(document, anchor)

    assert (expected, take) == ([document.slice(span).strip() for span in spans], taken)


def test_nothing_is_lost_behind_a_comma() -> None:
    """The window behind the comma of an opening phrase begins right behind it, and ends with the sentence."""
    document, anchor = marked("After *greeting* Bo, Ana left. Cy came.")

    assert Span(18, 28) == subject_windows(document, anchor)[0][-1]


@pytest.mark.parametrize(
    ("at", "steps"),
    [
        ("subject", (Step("subject"),)),
        (["subject", "object"], (Step("subject"), Step("object"))),
        (("subject", "after: with, for the"), (Step("subject"), Step("after", ("with", "for the")))),
        ((Step("subject"),), (Step("subject"),)),
        (["after:with,, for "], (Step("after", ("with", "for")),)),
        ((), ()),
    ],
)
def test_where_a_slot_looks(at: Any, steps: tuple[Step, ...]) -> None:
    """Steps are written as text, one or several, or given as they are."""
    assert steps == SlotSpec(role="host", at=at).at


@pytest.mark.parametrize("at", ["here", "after", "after:", "subject: with", ["subject", "here"]])
def test_where_no_slot_looks(at: Any) -> None:
    """A step that there is not, one without its words, and one with words that it has not."""
    with pytest.raises(ValueError, match="expected one of subject, doer"):
        SlotSpec(role="host", at=at)


@pytest.mark.parametrize("kind", [Layout, Before])
def test_layouts_are_told_apart_by_identity(kind: type) -> None:
    """What bounds the clauses of a document is its own."""
    assert (object.__eq__, object.__hash__) == (kind.__eq__, kind.__hash__)


@pytest.mark.parametrize(
    "text",
    [
        "At talks on Monday, 5 May 2025|, Ana left.",
        "At talks on 5 May, 2025|, Ana left.",
        "At talks on May 5, 2025|, Ana left.",
        "At talks on Monday, May 5|, Ana left.",
        "At talks on Monday, 5 May, 2025|, Ana left.",
        "At talks on 5,7 tons|, Ana left.",
        "At talks on Monday|, Ana left.",
        "At talks on Monday|, men left.",
        "At talks in port|, 5 men left.",
        "At talks in port|, May left.",
        "|, 5 men left.",
        "At talks|,",
    ],
)
def test_commas_of_dates(text: str) -> None:
    """The comma inside a date ends no phrase."""
    before, _, behind = text.partition("|")
    document = Document(before + behind, language="en")

    assert len(before) == comma_outside_date(document, 0, len(document.text))
    assert -1 == comma_outside_date(document, 0, len(before)) or "," in before
    assert -1 == comma_outside_date(document, len(before) + 1, len(document.text))


INITIAL = [
    ("At *talks* with Bo, Ana left.", {"phrase": True, "lead": 0}, True),
    ("On Monday, at *talks* with Bo, Ana left.", {"phrase": True, "lead": 11}, True),
    ("On Monday, in Oslo, at *talks* with Bo, Ana left.", {"phrase": True, "lead": 20}, True),
    ("Ana left at *talks* with Bo.", {"phrase": True, "lead": 9}, False),
    ("Meeting Bo at *talks*, Ana left.", {"phrase": True, "lead": 11}, True),
    ("Ana said that at *talks* with Bo Cy left.", {"phrase": True, "lead": 14}, True),
    ("Ana said that Bo at *talks* with Cy left.", {"phrase": True, "lead": 17}, False),
    ("Ana, who at *talks* with Cy left.", {"phrase": True, "lead": 9}, False),
    # a verb form that opens the sentence
    ("Hosting *talks*, Ana left.", {"role": "host", "lead": 0}, True),
    ("Hosting *talks*, Ana left.", {"lead": 0}, False),
    ("*Talks* of Ana left.", {"role": "host", "lead": 0}, False),
    ("Ana hosting *talks* left.", {"role": "host", "lead": 4}, False),
]


@pytest.mark.parametrize(("text", "more", "initial"), INITIAL)
def test_opening_phrases(text: str, more: dict[str, Any], *, initial: bool) -> None:
    """Whether what stands at the anchor opens its clause, before the subject."""
    document, anchor = marked(text, **more)

    assert initial is is_initial(document, anchor)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ana left", False),
        ("Then Ana left", True),
        ("On Monday in May", False),
        ("On monday Ana", True),
        ("all left", False),
        ("a1 B2", True),
        ("x 5 left", False),
        ("then Đinh", True),
        ("then đinh", False),
    ],
)
def test_somebody_is_named(text: str, *, named: bool) -> None:
    """A capital that does not begin the sentence and is no day or month names somebody."""
    assert named is names_somebody(Document(text, language="en"), Span(0, len(text)))
