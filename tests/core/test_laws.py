"""The kit: each law catches an extractor that breaks it and says what to do, and the built-in plugins keep all of them."""

from __future__ import annotations

import importlib
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator
from importlib import metadata
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import (
    Contribution,
    Date,
    Document,
    Event,
    Extractor,
    Lexicon,
    PlaceMention,
    Slot,
    Span,
    Trigger,
    extractor,
    hookimpl,
    strategies,
)
from eventx.testing import LAWS, check_extractor, check_plugin
from eventx.testing.bench import shown

Function = Callable[[Document, Any], Any]
COUNT = itertools.count()


def place(start: int, end: int, name: str = "Hanoi") -> Contribution:
    """Return a contribution of a place."""
    return Contribution(field="place", value=PlaceMention(name=name), span=Span(start, end), rule="bad.en.place")


def found(document: Document, word: str = "hanoi") -> Iterator[re.Match[str]]:
    """Yield where a word stands."""
    return re.finditer(word, document.lower)


def raises(document: Document, _: Any) -> list[Contribution]:
    """Ask for a word that need not be there."""
    return [place(document.lower.index("hanoi"), document.lower.index("hanoi") + 5)]


def gives_nothing(_: Document, __: Any) -> None:
    """Forget to return a list."""


def undeclared(document: Document, _: Any) -> Iterator[Contribution]:
    """Give a field that is not declared."""
    for match in found(document):
        yield Contribution(field="date", value=Date("2022"), span=Span(*match.span()), rule="bad.en.date")


def strange(document: Document, _: Any) -> list[Any]:
    """Give what is no contribution."""
    return [match.span() for match in found(document)]


def other_language(document: Document, _: Any) -> Iterator[Contribution]:
    """Name a rule of a language that is not declared."""
    for match in found(document):
        yield attrs.evolve(place(*match.span()), rule="bad.vi.place")


def outside(document: Document, _: Any) -> Iterator[Contribution]:
    """Look for participants behind the end of the text."""
    for match in found(document):
        slot = Slot(role="host", spans=(Span(match.end(), len(document.text) + 9),))
        yield Contribution(field="trigger", value=Trigger(type="visit", slots=(slot,)), span=Span(*match.span()), rule="bad.en.t")


def empty(document: Document, _: Any) -> list[Contribution]:
    """Read no character."""
    return [place(match.end(), match.end()) for match in found(document)]


def changing(document: Document, _: Any) -> list[Contribution]:
    """Read by a counter."""
    return [place(*match.span(), name=f"Hanoi {next(COUNT)}") for match in found(document)]


def alters_document(document: Document, _: Any) -> list[Contribution]:
    """Write on the document."""
    document.__dict__["seen"] = True
    return []


def decomposed(document: Document, _: Any) -> list[Contribution]:
    """Give a name in decomposed letters."""
    return [place(*match.span(), name=unicodedata.normalize("NFD", "Hà Nội")) for match in found(document)]


def numbered(document: Document, _: Any) -> list[Contribution]:
    """Count from the beginning of the text."""
    return [
        place(*match.span(), name=f"Hanoi in line {document.text.count(chr(10), 0, match.start())}") for match in found(document)
    ]


def defaulting(document: Document, _: Any) -> list[Contribution]:
    """Take the first character for a place where there is none."""
    return [place(*match.span()) for match in found(document)] or [place(0, 1)] * bool(document.text)


def altered_value(document: Document, _: Any) -> Iterator[Contribution]:
    """Give a list among the values."""
    for match in found(document):
        value = Trigger(type="visit", fields=(("items", ["a"]),))
        yield Contribution(field="trigger", value=value, span=Span(*match.span()), rule="bad.en.list")


def mistyped(document: Document, _: Any) -> Iterator[Contribution]:
    """Give a number for a name."""
    for match in found(document):
        value = PlaceMention(name=3)  # type: ignore[arg-type]
        yield Contribution(field="place", value=value, span=Span(*match.span()), rule="bad.en.number")


@attrs.define
class Open:
    """A value that can be altered."""

    name: str = "x"


def open_value(document: Document, _: Any) -> Iterator[Contribution]:
    """Give an object that can be altered."""
    for match in found(document):
        yield Contribution(field="place", value=Open(), span=Span(*match.span()), rule="bad.en.open")  # type: ignore[arg-type]


def catastrophic(document: Document, _: Any) -> list[Contribution]:
    """Nest quantifiers."""
    return [place(*match.span()) for match in re.finditer(r"(?:\w+\s?)+:$", document.text) if match.group() == "Hanoi:"]


def quadratic(document: Document, _: Any) -> list[Contribution]:
    """Look at all words from each word."""
    words = [match.start() for match in re.finditer(r"\w+", document.text)]
    return [place(*match.span()) for match in found(document) if sum(abs(one - two) for one in words for two in words) < 0]


def overlapping(document: Document, _: Any) -> list[Contribution]:
    """Let two repeats of a pattern share the blanks behind a day."""
    behind = re.compile(r"\s*,?\s*\d{1,2}:\d\d")
    days = re.finditer(r"\d/\d/\d{4}", document.text)
    return [place(*match.span()) for match in days if behind.match(document.text, match.end())]


def forgetful(document: Document, _: Any) -> list[Contribution]:
    """Read the first of several only."""
    return [place(*match.span(), name=document.slice(Span(*match.span()))) for match in found(document)][:1]


def triggers(**told: Any) -> Function:
    """Return a function that gives a trigger where the text says Hanoi."""

    def give(document: Document, _: Any) -> list[Contribution]:
        value = Trigger(**told)
        return [Contribution(field="trigger", value=value, span=Span(*m.span()), rule="bad.en.t") for m in found(document)]

    return give


TOLD = st.integers(1, 3).map(
    lambda times: (
        Document("Hanoi. " * times, language="en"),
        [(Span(start, start + 5), PlaceMention(name="Hanoi")) for start in range(0, 7 * times, 7)],
    )
)


BAD: list[tuple[str, Function, str]] = [
    ("never_raises", raises, "ValueError: substring not found"),
    ("never_raises", gives_nothing, "return a list of contributions, or yield them"),
    ("declared", undeclared, "add 'date' to provides="),
    ("declared", strange, "yield eventx.Contribution"),
    ("declared", other_language, "NAME.LANGUAGE.RULE"),
    ("valid_spans", outside, "give offsets into document.text"),
    ("valid_spans", empty, "end exclusive"),
    ("deterministic", changing, "keep nothing between two calls"),
    ("pure", alters_document, "document.cached(key, make)"),
    ("composed", decomposed, "document.slice(span)"),
    ("local", numbered, "Hanoi in line"),
    ("silent", defaulting, "let a rule ask for at least one word"),
    ("frozen_values", altered_value, "list ['a'] is neither frozen nor JSON"),
    ("frozen_values", open_value, "Open can be altered"),
    ("typed", mistyped, "the value of 'place': name: expected str, got 3"),
    ("typed", triggers(type="signing", fields=(("documents", 5),)), "gives the field 'documents': expected a tuple, got 5"),
    ("typed", triggers(type="meeting", fields=(("frm", "talks"),)), "(did you mean form?); it has form"),
    ("typed", triggers(type="meeting", slots=(Slot(role="hosst", spans=()),)), "(did you mean host?)"),
    ("typed", triggers(type="metting"), "there is no event type 'metting' (did you mean meeting?)"),
    ("finds_what_is_told", forgetful, "'Hanoi' tells PlaceMention(name='Hanoi', country=None, kind='city', locative=False, "),
    ("linear", catastrophic, "nest no quantifiers"),
    ("linear", quadratic, "use document.hits"),
    ("linear", overlapping, "possessively"),
]


@attrs.frozen(kw_only=True)
class Storm(Event):
    """Wind blows."""

    type = "storm"
    force: int | None = None


def test_event_types_of_ones_own() -> None:
    """Those that the author names are held against too; while he names none, one that is like none of eventx's may be his."""
    check_extractor(made(triggers(type="storm")), texts=["Hanoi."], laws=["typed"])
    check_extractor(made(triggers(type="storm", fields=(("force", 3),))), texts=["Hanoi."], laws=["typed"], types=[Storm])

    with pytest.raises(AssertionError, match="'force': expected int, got '3'"):
        check_extractor(made(triggers(type="storm", fields=(("force", "3"),))), texts=["Hanoi."], laws=["typed"], types=[Storm])
    with pytest.raises(AssertionError, match=r"no event type 'fire'; there are .*, storm; .*types=\[…\]"):
        check_extractor(made(triggers(type="fire")), texts=["Hanoi."], laws=["typed"], types=[Storm])


def made(function: Function, **changes: Any) -> Extractor:
    """Return an extractor of a function."""
    declared: dict[str, Any] = {"name": "bad", "provides": ("place", "trigger"), "languages": ("en",), **changes}
    return extractor(**declared)(function)


@pytest.mark.parametrize(("law", "function", "told"), BAD, ids=lambda value: getattr(value, "__name__", None))
def test_each_law_catches_what_breaks_it(law: str, function: Function, told: str) -> None:
    """An extractor that breaks a law is told which one, on which text, and what to do."""
    with pytest.raises(AssertionError) as caught:
        check_extractor(made(function), told=TOLD)

    message = str(caught.value)
    assert f"extractor 'bad' breaks the law {law!r}" in message
    assert told in message
    assert "  remedy: " in message
    assert re.search(r"  text:   .{0,125} \(en\)\n", message)


@given(st.text(st.characters(), max_size=400))
def test_a_text_is_shown_in_a_line_that_can_be_read(text: str) -> None:
    """However much of it has to be escaped, as much as fits is shown of its beginning and its end."""
    line = shown(text)
    assert len(line) <= 125
    assert line.isprintable()
    assert line in {repr(text), ascii(text)} or " … " in line or r" \u2026 " in line


def test_every_law_has_an_extractor_that_breaks_it() -> None:
    """No law goes untried."""
    assert set(LAWS) == {law for law, _, _ in BAD}


def test_words_are_asked_for_and_not_altered(tmp_path: Any) -> None:
    """A declared language has words, and what a words file says stays as it is."""
    (tmp_path / "en.toml").write_text('[trigger]\n"hanoi" = { type = "visit" }\n', encoding="utf-8")
    lexicon = Lexicon("bad", tmp_path, tags=("trigger",))

    def alters(document: Document, _: Any) -> list[Contribution]:
        for hit in document.hits(lexicon):
            hit.value["seen"] = True
        return []

    with pytest.raises(AssertionError, match=r"dict\(hit.value\)"):
        check_extractor(made(alters, lexicon=lexicon))
    with pytest.raises(AssertionError, match=r"write vi\.toml beside the code"):
        check_extractor(made(lambda *_: [], lexicon=lexicon, languages=("en", "vi")))


def test_own_texts_and_some_laws() -> None:
    """A law is tried on the author's texts too, alone if asked; an unknown law is named."""
    odd = made(lambda document, _: [1 / 0] if "Vientiane" in document.text else [])

    check_extractor(odd)
    check_extractor(odd, laws=["silent"], texts=["In Vientiane."])
    with pytest.raises(AssertionError, match="In Vientiane"):
        check_extractor(odd, texts=["In Vientiane."], languages=["en"])
    with pytest.raises(ValueError, match="no law is named sound"):
        check_extractor(odd, laws=["sound"])


BUILT_IN = sorted(entry.value for entry in metadata.entry_points(group="eventx") if entry.value.startswith("eventx_"))


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_plugins_keep_the_laws(name: str, law: str) -> None:
    """Every extractor of every built-in plugin keeps every law."""
    for one in importlib.import_module(name).eventx_extractors():
        check_extractor(one, laws=[law])


@pytest.mark.parametrize("code", ["en", "vi"])
def test_dates_are_found_as_told(code: str) -> None:
    """The extractor of dates keeps the law of its paired strategy."""

    def same(value: Any, told: Date) -> bool:
        return bool(value.edtf == told.edtf)

    (dates,) = importlib.import_module("eventx_dates").eventx_extractors()
    told = strategies.dated_texts(language=code).map(lambda dated: (dated.document, dated.dates))  # type: ignore[arg-type] # a code
    check_extractor(dates, laws=["finds_what_is_told"], told=told, same=same)


@pytest.mark.parametrize("name", BUILT_IN)
def test_built_in_plugins_are_sound(name: str) -> None:
    """The hooks of the built-in plugins are as they should be."""
    check_plugin(importlib.import_module(name))


@attrs.frozen(kw_only=True)
class Flood(Event):
    """A sound event type."""

    type = "flood"
    metres: float | None = None


@attrs.frozen(kw_only=True)
class Taken(Event):
    """A type whose name is taken."""

    type = "meeting"


class Bare(Event):
    """A type without the decorator."""

    type = "bare"


@attrs.frozen(kw_only=True)
class Demanding(Event):
    """A type with a field that must be given."""

    type = "demanding"
    metres: float


@attrs.frozen(kw_only=True)
class Demands:
    """Options that must be given."""

    year: int


def fine(_: Document, __: Any) -> list[Contribution]:
    """Read nothing."""
    return []


def plugin(**hooks: Any) -> Any:
    """Return a plugin of marked hooks."""
    return SimpleNamespace(__name__="tried", **{name: hookimpl(function) for name, function in hooks.items()})


def test_a_sound_plugin() -> None:
    """A plugin whose hooks are sound passes."""
    check_plugin(
        plugin(
            eventx_extractors=lambda: [made(fine)],
            eventx_event_types=lambda: [Flood],
            eventx_refiners=lambda: [lambda _, events: events],
            eventx_choose=lambda field, candidates: None,  # noqa: ARG005 - the names are the point
        )
    )


@pytest.mark.parametrize(
    ("hooks", "told"),
    [
        ({}, "no hook is implemented"),
        ({"eventx_extractor": lambda: [made(fine)]}, "did you mean eventx_extractors?"),
        ({"eventx_choose": lambda field="date": None}, "the parameter field has a default"),  # noqa: ARG005 - as above
        ({"eventx_problem": lambda trouble: None}, "there is no parameter trouble; the hook has problem"),  # noqa: ARG005 - as above
        ({"eventx_extractors": lambda: [fine]}, "which is no extractor; put @eventx.extractor"),
        ({"eventx_extractors": lambda: 1 / 0}, "eventx_extractors() raised ZeroDivisionError"),
        ({"eventx_extractors": lambda: [made(fine), made(fine)]}, "two extractors are named 'bad'"),
        ({"eventx_extractors": lambda: [made(fine, name="Bad one")]}, "write it like 'sister_cities'"),
        ({"eventx_extractors": lambda: [made(fine, provides=())]}, 'provides=("trigger",)'),
        ({"eventx_extractors": lambda: [made(fine, languages=("English",))]}, '("en", "vi")'),
        ({"eventx_extractors": lambda: [made(fine, options_type=Demands)]}, "every field has a default"),
        ({"eventx_event_types": lambda: [int]}, "return attrs subclasses of eventx.Event"),
        ({"eventx_event_types": lambda: [Taken]}, "the type 'meeting' is taken"),
        ({"eventx_event_types": lambda: [Bare]}, "lacks @attrs.frozen(kw_only=True)"),
        ({"eventx_event_types": lambda: [Demanding]}, "metres lack defaults"),
        ({"eventx_refiners": lambda: [3]}, "return functions (document, events) -> events"),
    ],
)
def test_what_is_wrong_with_a_plugin_is_told(hooks: dict[str, Any], told: str) -> None:
    """Each slip in a plugin is told with what to do."""
    with pytest.raises(AssertionError, match="plugin tried") as caught:
        check_plugin(plugin(**hooks))

    assert told in str(caught.value)


def test_a_hook_without_its_marker_is_told() -> None:
    """A function named like a hook is one only with the marker."""

    def unmarked() -> list[Extractor]:
        return []

    with pytest.raises(AssertionError, match=r"lacks @eventx\.hookimpl"):
        check_plugin(SimpleNamespace(__name__="tried", eventx_extractors=unmarked))
