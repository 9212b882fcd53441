"""Frames: a trigger in one line of TOML, and where its participants are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import (
    TRIGGER_KEYS,
    Anchor,
    Document,
    Lexicon,
    LexiconError,
    Slot,
    Span,
    Trigger,
    extractor,
    frame_slots,
    frame_triggers,
    light_role_before,
    noun_phrase,
    subject_windows,
)
from eventx.testing import run_extractor

WORDS = """
[trigger]
"greeted" = { type = "meeting", form = "greeting", frame = "host_verb", near = true }
"chatted" = { type = "meeting", frame = "talk" }
"stay in" = { type = "visit", frame = "stay" }
"party" = { type = "ceremony", frame = "party" }
"at the picnic" = { type = "meeting", frame = "picnic", anaphoric = true }

[frames]
host_verb = [{ role = "host", at = "subject" }, { role = "guest", at = "object" }]
talk = [
  { role = "participant", at = ["after: between, among", "subject"], complete = 2 },
  { role = "participant", at = "after: with" },
]
stay = [
  { role = "visitor", at = ["next: of", "owner", "subject"] },
  { role = "host", at = "around: guest of", kinds = ["person"] },
  { role = "place", at = "object", take = "first" },
]
party = [{ role = "participant", at = "list: with" }, { role = "participant", at = "subject", light = "only" }]
picnic = [{ role = "speaker", at = "topics" }, { role = "participant", at = "sentence" }, { role = "place", at = "lead" }]
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    """Return a lexicon of a few words with frames."""
    (tmp_path / "en.toml").write_text(WORDS, "utf-8")
    return Lexicon(
        name="made", package=tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS | {"noun"}}
    )


def anchored(text: str, word: str, **more: object) -> tuple[Document, Anchor]:
    """Return a document and an anchor at a word of it."""
    start = text.index(word)
    values: dict[str, object] = {"span": Span(start, start + len(word)), "lead": start, **more}
    return Document(text, language="en"), Anchor(**values)  # type: ignore[arg-type]


def windows(document: Document, slots: tuple[Slot, ...]) -> dict[str, list[str]]:
    """Return what the windows hold, by role, the first of each slot."""
    found: dict[str, list[str]] = {}
    for slot in slots:
        found.setdefault(slot.role, []).extend(document.slice(span).strip() for span in slot.spans[:1])
    return found


def test_a_plugin_without_a_rule(lexicon: Lexicon) -> None:
    """A words file of triggers and frames is an extractor."""
    made = extractor(name="made", provides=("trigger",), lexicon=lexicon)(lambda document, _: frame_triggers(document, lexicon))
    document = Document("Mayor Ana Lima greeted Consul Bo Ek. They will chatted.", language="en")
    first, second = run_extractor(made, document)
    trigger = first.value
    assert isinstance(trigger, Trigger)
    assert (trigger.type, trigger.status, trigger.fields) == ("meeting", "held", (("form", "greeting"),))
    assert windows(document, trigger.slots) == {"host": ["Mayor Ana Lima"], "guest": ["Consul Bo Ek."]}
    assert first.rule == "made.en.host_verb"
    assert isinstance(second.value, Trigger)
    assert second.value.status == "planned"


def test_the_first_place_that_the_text_offers_is_used(lexicon: Lexicon) -> None:
    """The steps of a slot are tried in order; a subject is the last resort."""
    document, anchor = anchored("Ana said they chatted between Bo and Cy with Di.", "chatted")
    slots = frame_slots(document, lexicon, "talk", anchor)
    assert windows(document, slots) == {"participant": ["Bo and Cy", "Di."]}
    assert slots[0].complete == 2
    document, anchor = anchored("Ana chatted with Di.", "chatted")
    assert windows(document, frame_slots(document, lexicon, "talk", anchor)) == {"participant": ["Ana", "Di."]}


def test_next_owner_and_around(lexicon: Lexicon) -> None:
    """Words right behind the trigger, a possessor, and words anywhere in the sentence are found."""
    document, anchor = anchored("As a guest of King Ed, Ana enjoyed a stay in of Bo.", "stay in")
    assert windows(document, frame_slots(document, lexicon, "stay", anchor)) == {
        "visitor": ["Bo."],
        "host": ["King Ed"],
        "place": ["of Bo."],
    }
    document, anchor = anchored("Ana's stay in Oslo ended.", "stay in", owner=Span(0, 3))
    assert windows(document, frame_slots(document, lexicon, "stay", anchor)) == {"visitor": ["Ana"], "place": ["Oslo ended."]}


def test_a_place_needs_a_name(lexicon: Lexicon) -> None:
    """A window without a capital is none for a place."""
    document, anchor = anchored("Ana had a stay in bed.", "stay in")
    assert windows(document, frame_slots(document, lexicon, "stay", anchor)) == {"visitor": ["Ana had a"]}


def test_lists_and_light_verbs(lexicon: Lexicon) -> None:
    """A list runs to the end of the sentence; a slot for light verbs only is none without one."""
    document, anchor = anchored("They came to the party with: Ana; Bo; and Cy.", "party")
    slots = frame_slots(document, lexicon, "party", anchor)
    assert windows(document, slots) == {"participant": [": Ana; Bo; and Cy."]}
    document, anchor = anchored("Ana hosted a party.", "party", role="host", lead=4)
    assert windows(document, frame_slots(document, lexicon, "party", anchor)) == {"host": ["Ana"]}


def test_windows_without_a_place_of_their_own(lexicon: Lexicon) -> None:
    """Topics have no window, a sentence is its own, and empty slots are given out on request."""
    document, anchor = anchored("Ana spoke at the Oslo picnic.", "picnic", lead=10)
    slots = frame_slots(document, lexicon, "picnic", anchor)
    assert [(slot.role, slot.take) for slot in slots] == [("speaker", "topics"), ("participant", "all"), ("place", "last")]
    document, anchor = anchored("They came to the party.", "party")
    assert frame_slots(document, lexicon, "party", anchor) == ()
    assert [slot.role for slot in frame_slots(document, lexicon, "party", anchor, empty=True)] == ["participant"]


def test_until_bounds_what_is_behind(lexicon: Lexicon) -> None:
    """Nothing is looked for from the words of something else on."""
    text = "Ana greeted Bo and thanked Cy."
    document, anchor = anchored(text, "greeted", until=text.index("and"))
    assert windows(document, frame_slots(document, lexicon, "host_verb", anchor))["guest"] == ["Bo"]


def test_a_group_and_its_leader(lexicon: Lexicon) -> None:
    """Who leads a delegation gets a slot besides it."""
    document, anchor = anchored("Ana greeted a delegation led by Bo Ek.", "greeted")
    slots = frame_slots(document, lexicon, "host_verb", anchor)
    assert windows(document, slots)["guest"] == ["a delegation led by Bo Ek.", "Bo Ek."]
    document = Document("Đoàn đại biểu do ông Bo làm trưởng đoàn greeted Ana do mưa.", language="vi")
    start = document.text.index("greeted")
    (tmp := Path(str(lexicon.package))).joinpath("vi.toml").write_text(WORDS, "utf-8")
    vietnamese = Lexicon(name="made", package=tmp, tags=("trigger",), tables=("frames",))
    slots = frame_slots(document, vietnamese, "host_verb", Anchor(span=Span(start, start + 7), lead=start))
    assert windows(document, slots) == {
        "host": ["Đoàn đại biểu do ông Bo làm trưởng đoàn", "ông Bo"],
        "guest": ["Ana do mưa."],
    }


@pytest.mark.parametrize(
    ("text", "word", "phrase", "expected", "take"),
    [
        ("Ana Lima, mayor of Oslo, greeted Bo.", "greeted", False, "Ana Lima, mayor of Oslo,", "head"),
        ("On Monday, in Oslo, Ana greeted Bo.", "greeted", False, "Ana", "head"),
        ("Bo met Ana, who is on tour.", "tour", False, "is on", "last"),
        ("At the party with Bo, Ana said no.", "party", True, "Ana said no.", "head"),
        ("Ana left Peru after greeting Bo.", "greeting", False, "Ana left Peru", "head"),
    ],
)
def test_subjects(text: str, word: str, phrase: bool, expected: str, take: str) -> None:  # noqa: FBT001 - a parameter
    """The subject is looked for where the sentence has it."""
    document, anchor = anchored(text, word, phrase=phrase)
    if phrase:
        document, anchor = anchored(text, word, phrase=True, lead=0)
    spans, taken = subject_windows(document, anchor)
    assert taken == take
    assert expected in [document.slice(span).strip() for span in spans]


def test_a_subject_that_is_known() -> None:
    """A caller that knows where the subject stands is believed."""
    document, anchor = anchored("Ana received Bo on tour.", "tour", subject=Span(13, 15))
    assert subject_windows(document, anchor) == ((Span(13, 15),), "last")


TRAITS = (
    ('talk = ["noun", "meal"]', "", ("noun", "meal")),
    ('other = ["noun"]', "", ()),
    ('tlak = ["noun"]', "[traits] 'tlak' is no frame; there are other, talk", None),
    ('talk = ["loud"]', "[traits] 'talk' has ['loud']; a list of some of arrival, attendance,", None),
    ('talk = "noun"', "[traits] 'talk' has 'noun'; a list of", None),
)


def test_those_met_one_by_one(tmp_path: Path) -> None:
    """What a words file says of a trigger stands in what is contributed: here that each was met by himself."""
    value = 'type = "meeting", frame = "talk"'
    words = f'[trigger]\n"saw" = {{ {value} }}\n"saw in turn" = {{ {value}, apart = true }}'
    (tmp_path / "en.toml").write_text(f"{words}\n[frames]\ntalk = []\n", "utf-8")
    made = Lexicon(name="made", package=tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})
    found = frame_triggers(Document("He saw Ana. He saw in turn Bo and Cy.", language="en"), made)

    assert [False, True] == [item.value.apart for item in found if isinstance(item.value, Trigger)]


@pytest.mark.parametrize(("traits", "message", "expected"), TRAITS)
def test_traits(tmp_path: Path, traits: str, message: str, expected: tuple[str, ...] | None) -> None:
    """A frame's traits are its triggers'; an unknown frame or trait is an error that names file and key."""
    content = (
        f'[trigger]\n"chatted" = {{ type = "meeting", frame = "talk" }}\n[frames]\ntalk = []\nother = []\n[traits]\n{traits}\n'
    )
    (tmp_path / "en.toml").write_text(content, "utf-8")
    words = Lexicon(name="made", package=tmp_path, tags=("trigger",), tables=("frames", "traits"))
    document = Document("They chatted.", language="en")
    if expected is None:
        with pytest.raises(LexiconError) as error:
            list(frame_triggers(document, words))
        assert f"made: en.toml: {message}" in str(error.value)
    else:
        assert [expected] == [item.value.traits for item in frame_triggers(document, words) if isinstance(item.value, Trigger)]


@pytest.mark.parametrize(
    ("frames", "message"),
    [
        ('talk = [{ role = "guest", at = "somewhere" }]', "expected one of subject, doer, object"),
        ('talk = [{ role = "guest", at = "after" }]', "with words"),
        ('talk = [{ role = "guest", at = "subject", colour = "red" }]', "colour"),
        ("other = []", "is named by a trigger but not there; it has other"),
        ('talk = { role = "guest" }', "expected a list of slots, got {'role': 'guest'}; write"),
        ('talk = ["guest"]', "expected a list of slots"),
        ('talk = [{ role = "guest", at = 5 }]', "at = 5: expected a step, or a list of steps"),
        ('talk = [{ role = "guest", at = [5] }]', "expected a step, or a list of steps"),
        ('talk = [{ role = 5, at = "subject" }]', "role: expected str, got 5"),
        ('talk = [{ role = "guest", at = "subject", kinds = "person" }]', r"'person' is one string; give a list: kinds = \["),
        ('talk = [{ role = "guest", at = "subject", kinds = ["dog"] }]', "kinds: 'dog' is none of 'person', 'organisation'"),
        ('talk = [{ role = "guest", at = "subject", take = "al" }]', "take: 'al' is none of"),
        ('talk = [{ role = "guest", at = "subject", carry = "yes" }]', "carry: expected bool, got 'yes'"),
    ],
)
def test_a_frame_that_is_wrong_names_file_and_key(tmp_path: Path, frames: str, message: str) -> None:
    """An error in the words file says where it is and what is allowed."""
    content = f'[trigger]\n"chatted" = {{ type = "meeting", frame = "talk" }}\n[frames]\n{frames}\n'
    (tmp_path / "en.toml").write_text(content, "utf-8")
    wrong = Lexicon(name="wrong", package=tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})
    with pytest.raises(LexiconError, match=message) as error:
        list(frame_triggers(Document("They chatted.", language="en"), wrong))
    assert "wrong: en.toml: [frames] 'talk'" in str(error.value)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('"chatted" = "meeting"', "'chatted': expected an inline table, got 'meeting'; write { type ="),
        ('"chatted" = { type = "meeting" }', "'chatted': frame missing; write"),
        ('"chatted" = { form = "x" }', "'chatted': type and frame missing; write"),
        ('"{chat|chatted} on" = { frame = "talk" }', "'chat on' (written '{chat|chatted} on'): type missing"),
        ('"chatted" = { type = 5, frame = "talk" }', "'chatted': type: expected str, got 5"),
        ('"chatted" = { type = "meeting", frame = "talk", form = 5 }', "'chatted': form: expected str, got 5"),
        ('"chatted" = { type = "meeting", frame = "talk", near = "yes" }', "'chatted': near: expected bool, got 'yes'"),
        ('"chatted" = { type = "meeting", frame = "talk", status = "maybe" }', "'chatted': status: 'maybe' is none of 'held'"),
    ],
)
def test_an_entry_that_is_wrong_names_file_and_key(tmp_path: Path, entry: str, message: str) -> None:
    """An entry under trigger without its type or frame, or with what cannot stand there, is told as it is written."""
    (tmp_path / "en.toml").write_text(f'[trigger]\n{entry}\n[frames]\ntalk = [{{ role = "guest", at = "subject" }}]\n', "utf-8")
    wrong = Lexicon(name="wrong", package=tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})
    with pytest.raises(LexiconError) as error:
        list(frame_triggers(Document("They left.", language="en"), wrong))
    assert str(error.value).startswith(f"wrong: en.toml: [trigger] {message}")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "He held a very fruitful bilateral meeting.",
            "meeting",
            ("held", "indefinite", None, ("very", "fruitful", "bilateral")),
        ),
        ("He wept at the meeting.", "meeting", (None, "definite", "at", ())),
        ("He is on a visit.", "visit", ("is on", "indefinite", None, ())),
        ("The King's visit ended.", "visit", (None, "possessive", None, ())),
        ("His visit ended.", "visit", (None, "possessive", None, ())),
        ("Workers say talks failed.", "talks", (None, None, None, ())),
        ("All future talks matter.", "talks", (None, "generic", None, ())),
        ("After attending the party he left.", "party", ("attending", "definite", None, ())),
    ],
)
def test_noun_phrases(text: str, word: str, expected: tuple[object, ...]) -> None:
    """A noun's lead-in tells its verb, article, preposition and adjectives."""
    start = text.index(word)
    phrase = noun_phrase(Document(text, language="en"), Span(start, start + len(word)))
    assert (phrase.light, phrase.determiner, phrase.preposition, phrase.modifiers) == expected


def test_the_possessor_of_a_noun() -> None:
    """A possessor is told with where it stands; a pronoun is no name."""
    text = "They praised King Ed's state visit and his talks."
    document = Document(text, language="en")
    named = noun_phrase(document, Span(text.index("visit"), text.index("visit") + 5))
    assert named.named
    assert named.owner is not None
    assert document.slice(named.owner).endswith("King Ed")
    pronoun = noun_phrase(document, Span(text.index("talks"), text.index("talks") + 5))
    assert not pronoun.named
    assert pronoun.owner is not None
    assert document.slice(pronoun.owner) == "his"


def test_vietnamese_lead_ins() -> None:
    """In Vietnamese nothing but a verb, a plural or a preposition leads in."""
    text = "Ông A chủ trì lễ đón và dự hội nghị."
    document = Document(text, language="vi")
    phrase = noun_phrase(document, Span(text.index("lễ"), text.index("lễ") + 6))
    assert (phrase.light, phrase.role, phrase.modifiers) == ("chủ trì", "host", ())


def test_a_light_verb_further_off() -> None:
    """The role of a verb that governs several nouns is found from the last of them."""
    text = "The embassy will organise a fair, a concert and a seminar."
    document = Document(text, language="en")
    assert light_role_before(document, text.index("a seminar")) == "host"
    assert light_role_before(document, 4) is None


@given(st.text(max_size=120), st.data())
def test_windows_lie_inside_any_text(text: str, data: st.DataObject) -> None:
    """Whatever the text, windows are spans of it."""
    document = Document(text, language="en")
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    phrase = noun_phrase(document, span)
    assert 0 <= phrase.start <= phrase.head <= span.start
    spans, _ = subject_windows(document, Anchor(span=span, lead=phrase.start, phrase=data.draw(st.booleans())))
    assert all(0 <= window.start <= window.end <= len(text) for window in spans)
