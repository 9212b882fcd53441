"""The Hypothesis strategies: what they draw is valid, and Hypothesis finds them by itself."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
import tomllib
from importlib import resources
from typing import Any, Literal

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import eventx
from eventx import (
    Contribution,
    Date,
    Document,
    Event,
    Extraction,
    Extractor,
    Meeting,
    Participant,
    Place,
    Problem,
    Proposal,
    Span,
    Title,
    strategies,
)
from eventx.testing import run_extractor

TYPES = (Span, Date, Title, Participant, Event, Meeting, Proposal, Contribution, Document, Problem, Extraction)


@pytest.mark.parametrize("kind", TYPES)
def test_hypothesis_finds_them_by_type(kind: type[Any]) -> None:
    """`st.from_type` draws valid values of every public type with an invariant."""

    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert isinstance(value, kind)

    check()


def test_hypothesis_registers_them_on_its_import() -> None:
    """A program that imports Hypothesis and eventx only can draw events, without warnings."""
    code = "from hypothesis import find, strategies as st; import eventx; print(find(st.from_type(eventx.Event), lambda _: True))"

    found = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code

    assert "Meeting(id='', status='held', date=None" in found.stdout


@given(st.data(), st.integers(0, 50))
def test_spans_lie_in_the_text(data: st.DataObject, length: int) -> None:
    """Spans end where the text does, at the latest."""
    assert length >= data.draw(strategies.spans(length=length)).end


@given(strategies.events(types=(Proposal,)), strategies.participants(roles=("addressee",)))
def test_arguments_say_what_is_drawn(event: Event, person: Participant) -> None:
    """Only the types and roles asked for are drawn."""
    assert (Proposal, "addressee") == (type(event), person.role)
    assert set(event.roles) >= {participant.role for participant in event.participants}


@attrs.frozen(kw_only=True)
class Flood(Event):
    """An event type with fields of all kinds that JSON can hold."""

    type = "flood"
    roles = ("host", "victim")
    metres: float | None = None
    level: Literal["low", "high"] = "low"
    since: dt.date | None = None
    at: Place | None = None
    seen: tuple[bool, ...] = ()
    rounds: tuple[tuple[str, int], ...] = ()
    pairs: tuple[tuple[str, bytes], ...] = ()
    other: bytes = b""


@given(strategies.events(types=(Flood,)))
def test_event_types_of_plugins_are_drawn_in_full(event: Event) -> None:
    """Fields of a plugin's type are drawn by their annotations; one of which nothing is known keeps its default."""
    assert isinstance(event, Flood)
    assert isinstance(event.metres, float | None)
    assert event.level in ("low", "high")
    assert (b"", ()) == (event.other, event.pairs)
    assert all(isinstance(name, str) and isinstance(number, int) for name, number in event.rounds)
    assert {"host", "victim"} >= {person.role for person in event.participants}


def test_each_field_of_a_plugins_type_varies() -> None:
    """No field stays at its default for good."""
    floods, once = strategies.events(types=(Flood,)), settings(phases=[Phase.generate])  # one will do, however long
    for name in ("metres", "since", "at", "seen", "rounds"):
        assert find(floods, lambda event, name=name: bool(getattr(event, name)), settings=once)  # type: ignore[misc] # bound at once
    assert find(floods, lambda event: event.level == "high", settings=once)  # type: ignore[attr-defined] # a Flood


def test_a_type_made_in_a_function() -> None:
    """What its annotations mean cannot be told; its fields stay at their defaults."""

    @attrs.frozen(kw_only=True)
    class Storm(Event):
        type = "storm"
        at: Nowhere | None = None  # type: ignore[name-defined] # noqa: F821 - as a name known to that function only

    assert isinstance(find(strategies.events(types=(Storm,)), lambda _: True), Storm)


@given(strategies.dates(min_year=2000, max_year=2001, intervals=False))
def test_dates_keep_to_their_years(date: Date) -> None:
    """Dates lie between the years given; no interval is drawn where none is wanted."""
    assert "/" not in date.edtf
    assert date.earliest is None or 2000 <= date.earliest.year <= 2001


@given(strategies.extractors(), strategies.documents())
def test_extractors_keep_the_contract(extractor: Extractor, document: Document) -> None:
    """Drawn extractors declare what they provide and stay inside the text."""
    found = run_extractor(extractor, document)

    assert {item.field for item in found} <= set(extractor.provides)
    assert all(item.span.end <= len(eventx.Document(document.text).text) for item in found)


def test_all_public_names_are_functions() -> None:
    """What the module lists is what it has."""
    assert all(callable(getattr(strategies, name)) and getattr(strategies, name).__doc__ for name in strategies.__all__)


@given(st.sampled_from(("en", "vi")).flatmap(lambda code: strategies.dated_texts(language=code)))
def test_dated_texts_stand_where_they_are_said_to(dated: strategies.DatedText) -> None:
    """Each date told stands in the text as whole words, in order; what nothing settles has no year."""
    text = dated.document.text
    assert dated.dates
    end = -1
    for span, date in dated.dates:
        assert end < span.start < span.end <= len(text)
        assert re.fullmatch(r"\w.*[\w.]", text[span.start : span.end])
        assert (date.certainty == "implied") <= (dated.document.published is not None)
        end = span.end


@pytest.mark.parametrize(
    ("kind", "text", "edtf"),
    [
        ("absolute", "The two mayors met on January 1, 2000.", "2000-01-01"),
        ("partial", "The two mayors met on January 1.", "XXXX-01-01"),
        ("relative", "The two mayors met yesterday.", "1999-12-31"),
        ("interval", "The two mayors met from January 1 to 2, 2000.", "2000-01-01/2000-01-02"),
    ],
)
def test_dated_texts_shrink_to_one_plain_sentence(kind: Any, text: str, edtf: str) -> None:
    """The simplest text of a kind is one sentence with one date."""
    dated = find(strategies.dated_texts(kinds=(kind,)), lambda _: True)

    assert (text, [edtf]) == (dated.document.text, [date.edtf for _, date in dated.dates])


def test_dated_texts_shrink_to_what_matters() -> None:
    """A text that fails for its year only keeps no second sentence, and nothing else that is odd."""
    dated = find(
        strategies.dated_texts(language="vi", kinds=("absolute",)),
        lambda dated: any(d.edtf[:4] == "2031" for _, d in dated.dates),
    )

    assert "Hai thị trưởng đã gặp nhau ngày 1 tháng 1 năm 2031." == dated.document.text


@pytest.mark.parametrize("arguments", [{"language": "fr"}, {"kinds": ("lunar",)}, {"kinds": ()}])
def test_dated_texts_of_what_there_is_not(arguments: Any) -> None:
    """A language or kind that is none is an error that lists what there is."""
    with pytest.raises(
        ValueError, match=r"languages are \('en', 'vi'\), kinds \('absolute', 'partial', 'relative', 'interval'\)"
    ):
        strategies.dated_texts(**arguments)


@pytest.mark.parametrize("code", ["en", "vi"])
def test_every_form_of_a_date_has_its_place_marked(code: str) -> None:
    """Each form says in brackets what a reader has to find, and every sentence has one place for it."""
    words = tomllib.loads((resources.files("eventx.telling") / f"{code}.toml").read_text("utf-8"))

    assert all(re.fullmatch(r"[^\[\]]*\[[^\[\]]+\]", form) for forms in words["forms"].values() for form in forms)
    assert all(frame.count("{date}") == 1 for frames in words["frames"].values() for frame in frames)


@pytest.mark.parametrize(
    ("strategy", "arguments"),
    [
        (strategies.articles, {"language": "fr"}),
        (strategies.event_texts, {"types": ()}),
        (strategies.event_texts, {"types": (Event,)}),
        (strategies.reports, {"languages": ()}),
    ],
)
def test_articles_of_what_there_is_not(strategy: Any, arguments: Any) -> None:
    """A language or type that cannot be written is an error that lists what there is."""
    with pytest.raises(ValueError, match=r"languages are \('en', 'vi'\), types Meeting, Visit, Conference"):
        strategy(**arguments)


@given(st.sampled_from(("en", "vi")).flatmap(lambda code: strategies.articles(language=code)))
def test_articles_name_those_they_tell_of(article: strategies.EventText) -> None:
    """Names and places of the events stand in the text, roles are those of the type, and each type is told once."""
    assert article.document.published is not None
    assert len(article.events) == len({event.type for event in article.events})
    for event in article.events:
        assert all(person.name in article.document.text for person in event.participants)
        assert {person.role for person in event.participants} <= set(event.roles)
        assert event.place is None or event.place.name in article.document.text


@given(strategies.reports(languages=("en", "vi", "en"), types=(Meeting, eventx.Visit)))
def test_reports_tell_the_same(texts: tuple[strategies.EventText, ...]) -> None:
    """Several reports tell events of one kind, form and date each, in their own language."""
    assert ["en", "vi", "en"] == [text.document.language for text in texts]
    told = [[(event.type, getattr(event, "form", None), str(event.date)) for event in text.events] for text in texts]
    assert told[0] == told[1] == told[2]


def test_event_texts_shrink_to_one_plain_sentence() -> None:
    """The simplest text tells that one received another."""
    text = find(strategies.event_texts(types=(Meeting,)), lambda _: True)

    assert (
        "Vietnamese Prime Minister Tran Van Anh received Cambodian Prime Minister Sok Dara in Hanoi on January 19, 2001."
        == text.document.text
    )
