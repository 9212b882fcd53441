"""Finer points of the core: what is given by name, what stands at its default, and how text is cut."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import attrs
import pytest

import eventx
from eventx import (
    TRIGGER_KEYS,
    Contribution,
    Date,
    Document,
    Hit,
    Lexicon,
    LexiconError,
    Problem,
    Span,
    Trigger,
    extractor,
    frame_triggers,
    status_at,
)
from eventx.clauses.layout import Before, Layout
from eventx.contribution import ordered
from eventx.language import Language, language_data
from eventx.lexicon import Automaton
from eventx.merger import Candidate
from eventx.merger.names import compatible
from eventx.normal_form import OffsetMap
from eventx.plugins import PluginInfo
from eventx.segmentation import segment

POSITIONAL = {
    "Date": ("edtf",),
    "Document": ("text",),
    "Duration": ("number", "unit"),
    "Entry": ("surface", "tag", "value"),
    "Hit": ("start", "end", "entry"),
    "Lexicon": ("name", "package", "tags", "tables", "keys", "files", "overlapping"),
    "Recurrence": ("value",),
    "Span": ("start", "end"),
}
"""What may be given by position; everything else is given by name."""
SKIPPED = {"Language"}
"""Made by eventx only."""


def test_what_is_given_by_position() -> None:
    """Fields of public classes are given by name, but for the few that read well without."""
    public = {name: getattr(eventx, name) for name in eventx.__all__ if name not in SKIPPED}
    classes = {name: kind for name, kind in public.items() if isinstance(kind, type) and attrs.has(kind)}
    classes |= {"Candidate": Candidate, "PluginInfo": PluginInfo}
    found = {name: tuple(f.name for f in attrs.fields(kind) if f.init and not f.kw_only) for name, kind in classes.items()}

    assert POSITIONAL == {name: fields for name, fields in found.items() if fields}


def test_a_trigger_by_default() -> None:
    """A trigger of a type alone is held, told at its place, and of one event."""
    plain = Trigger(type="visit", slots=(), status="held", fields=(), anaphoric=False, background=False, apart=False)

    assert plain == Trigger(type="visit")


def test_what_stands_at_one_place_has_one_order() -> None:
    """Contributions that differ in their value only are ordered by it, the last ones too."""
    items = [Contribution(field="date", value=Date(year), span=Span(0, 4), rule="r") for year in ("1999", "2000", "2001")]

    assert items == ordered(items) == ordered(reversed(items))


@pytest.mark.parametrize(
    ("edtf", "value"),
    [("2022-21", "SP"), ("2022-22", "SU"), ("2022-23", "FA"), ("2022-24", "WI")]
    + [(f"2022-{32 + number}", f"Q{number}") for number in range(1, 5)]
    + [("2022-40", "H1"), ("2022-41", "H2")],
)
def test_timex3_of_parts_of_a_year(edtf: str, value: str) -> None:
    """Seasons, quarters and half-years have names of their own."""
    assert f"2022-{value}" == Date(edtf).to_timex3()


def test_time_left_is_never_nothing() -> None:
    """When the time is over a little is left, as a pattern takes no limit of nothing; without a limit there is none."""
    document = Document("a")

    assert document.time_left is None
    assert 0.001 == document.copy_for_one(-5).time_left
    assert 4 < (document.copy_for_one(5).time_left or 0) <= 5


def test_a_copy_for_one_is_its_own() -> None:
    """A copy knows what was computed, and what is written on it stays on it."""
    document = Document("Hà Nội.", published="2022-09-06", language="vi", title="T", id="i", uri="u")
    lower = document.lower
    document.cached("key", lambda _: [1])

    copy = document.copy_for_one()
    copy.cached("other", lambda _: [2])

    assert (document, True) == (copy, copy.lower is lower)
    assert [1] == copy.cached("key", lambda _: [3])
    assert [4] == document.cached("other", lambda _: [4])


def test_a_language_file_that_lacks_something(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keys that are unknown and keys that are missing are each an error that names them."""
    (tmp_path / "languages").mkdir()
    monkeypatch.setattr("eventx.language.resources.files", lambda _: tmp_path)
    monkeypatch.setattr("eventx.language.languages", lambda: ("xx",))
    (tmp_path / "languages" / "xx.toml").write_text('code = "xx"\n', encoding="utf-8")

    with pytest.raises(LexiconError, match=r"languages/xx\.toml: unknown keys \[\], missing keys \['abbreviations'"):
        language_data.__wrapped__("xx")


def test_a_lexicon_is_itself_only(tmp_path: Path) -> None:
    """Two lexicons of the same files are two: the Engine keeps the hits of each apart."""
    one, two = (Lexicon("a", tmp_path, tags=("word",)) for _ in range(2))

    assert one != two
    assert 2 == len({one, two})


@pytest.mark.parametrize("kind", [Automaton, Hit, Language, Lexicon, OffsetMap, Layout, Before])
def test_what_is_told_apart_by_identity(kind: type) -> None:
    """What is found in a text, and what is known of a language, is itself only, and can be a key."""
    assert (object.__eq__, object.__hash__) == (kind.__eq__, kind.__hash__)


def test_the_engine_looks_for_all_words_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine_of: Any) -> None:
    """An extractor finds its hits on the document; no lexicon makes a pass of its own."""
    (tmp_path / "en.toml").write_text('word = ["met"]\n', encoding="utf-8")
    lexicon = Lexicon("a", tmp_path, tags=("word",))

    @extractor(name="a", provides=("date",), lexicon=lexicon)
    def hits_of(document: Document) -> list[Contribution]:
        hits = document.hits(lexicon)
        return [Contribution(field="date", value=Date("2022"), span=Span(h.start, h.end), rule="a.met") for h in hits]

    monkeypatch.setattr(Lexicon, "scan", lambda *_: pytest.fail("a pass of its own"))

    assert [Span(5, 8)] == [item.span for item in engine_of(hits_of).extract(Document("They met.", language="en")).contributions]


def dated(name: str, *languages: str) -> Any:
    """Return an extractor that reads a date at the beginning of every text."""

    @extractor(name=name, provides=("date",), languages=languages)
    def found(_: Document) -> list[Contribution]:
        return [Contribution(field="date", value=Date("2022"), span=Span(0, 2), rule=f"{name}.one")]

    return found


def test_an_extractor_of_another_language_is_passed_over(engine_of: Any) -> None:
    """Those behind one of another language read the text all the same."""
    found = engine_of(dated("a", "vi"), dated("b"), dated("c", "en")).extract(Document("They met.", language="en"))

    assert ["b", "c"] == [item.extractor for item in found.contributions]


def test_where_fields_come_from_is_told_in_the_text_as_given(engine_of: Any) -> None:
    """Each source of an event's fields lies where its words are in a decomposed text."""
    text = unicodedata.normalize("NFD", "Ngày 5/9 tại Hà Nội hai bên đã ký kết.")

    @extractor(name="all", provides=("date", "trigger"))
    def everything(document: Document) -> list[Contribution]:
        def at(words: str) -> Span:
            start = document.text.index(words)
            return Span(start, start + len(words))

        return [
            Contribution(field="date", value=Date("2022-09-05"), span=at("5/9"), rule="all.date"),
            Contribution(field="trigger", value=Trigger(type="signing"), span=at("ký kết"), rule="all.sign"),
        ]

    (event,) = engine_of(everything).extract(Document(text, language="vi")).events
    told = {source.field: text[source.span.start : source.span.end] for source in event.provenance if source.span}

    signed = unicodedata.normalize("NFD", "ký kết")
    assert {"date": "5/9", "type": signed, "status": signed} == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("If Berg comes, they will sign a treaty.", "hypothetical"),
        ("They said, if Berg comes, they will sign a treaty.", "planned"),
        ("They will sign a treaty.", "planned"),
        ("They hope that both will sign a treaty after the planned visit.", "hypothetical"),
    ],
)
def test_conditions_that_open_a_sentence(text: str, status: str) -> None:
    """A condition at the head of a sentence holds for what it says will be."""
    start = text.index("sign")

    assert status == status_at(Document(text, language="en"), Span(start, start + 4))


@pytest.mark.parametrize(
    ("spec", "text", "carry"),
    [
        ("", "Later greeted Dara.", True),
        ("", "Later Anna Berg greeted Dara.", False),
        (", carry = false", "Later greeted Dara.", False),
        (", carry = true", "Later Anna Berg greeted Dara.", True),
    ],
)
def test_whom_the_text_speaks_of_may_be_the_subject(tmp_path: Path, spec: str, text: str, carry: bool) -> None:  # noqa: FBT001 - a parameter
    """A subject carries on where nobody is named there, unless the frame says otherwise."""
    (tmp_path / "en.toml").write_text(
        '[trigger]\n"greeted" = { type = "meeting", frame = "verb" }\n[frames]\n'
        f'verb = [{{ role = "host", at = "subject"{spec} }}]\n',
        encoding="utf-8",
    )
    lexicon = Lexicon("made", tmp_path, tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})

    (found,) = frame_triggers(Document(text, language="en"), lexicon)

    assert isinstance(found.value, Trigger)
    assert carry is found.value.slots[0].carry


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("an binh", "binh an", True), ("an binh", "an cuong", False), ("an binh", "an binh cuong", True), ("an", "an binh", False)],
)
def test_names_that_are_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a parameter
    """Two full names are one if the words are the same in either order, or two of them are in common."""
    assert same is compatible(tuple(one.split()), tuple(other.split()))


def test_a_problem_as_text() -> None:
    """A problem names plugin, distribution and version, extractor and document, as far as there are any."""
    bare = Problem(plugin="floods", stage="load", error="E")
    full = attrs.evolve(bare, distribution="eventx-floods", version="0.1", extractor="flood", document="d", stage="extract")
    remedy = "or leave the plugin out: --no-plugin floods, block=['floods']"

    assert f"plugin floods failed at load: E; report it to its author, {remedy}" == str(bare)
    assert (
        "plugin floods (eventx-floods 0.1), extractor flood failed at extract on document d: E; "
        f"report it to the author of eventx-floods, {remedy}"
    ) == str(full)
    assert "(eventx-floods ?)" in str(attrs.evolve(full, version=None))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[span.start : span.end] for span in segment(text, frozenset({"mr", "u.s"})).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left the city.The host stayed.", ["He left the city.", "The host stayed."]),
        ("He left.“The end.", ["He left.", "“The end."]),
        ("It is vnexpress.net now.", ["It is vnexpress.net now."]),
        ("It is run by Foo.BAR today.", ["It is run by Foo.BAR today."]),
        ("They came (again). Then, all left.", ["They came (again).", "Then, all left."]),
        ("He asked why... and left.", ["He asked why... and left."]),
        ("He said no., and left.", ["He said no., and left."]),
        ("They met on May 5. 7 came.", ["They met on May 5.", "7 came."]),
        ("John F. Kennedy met Mr. Vu.", ["John F. Kennedy met Mr. Vu."]),
        ("It joined NATO. It left.", ["It joined NATO.", "It left."]),
        ("He left.““‘The end.", ["He left.““‘The end."]),
        ("He got a vitamin. It helped.", ["He got a vitamin.", "It helped."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    """Stops end sentences, glued ones too; not in names, initials and abbreviations, nor before what goes on."""
    assert expected == sentences(text)


def test_what_is_longer_than_any_sentence() -> None:
    """A text without stops is cut at blanks, in its later half, and nothing is lost."""
    text = " ".join(["word"] * 2000)

    cut = sentences(text)

    assert text == " ".join(cut)
    assert len(cut) > 1
    assert all(len(piece) > max(map(len, cut)) // 2 for piece in cut[:-1])
