"""The laws of the merger over drawn contributions: order, repeats, traces, nothing invented, round trip, locality."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import attrs
from hypothesis import given
from hypothesis import strategies as st

from eventx import (
    Contribution,
    Date,
    Document,
    Event,
    Extraction,
    Mention,
    PlaceMention,
    Slot,
    Span,
    Title,
    Trigger,
    dumps,
    loads,
)
from eventx.contribution import Trait
from eventx.merger import merge
from eventx.model import EVENT_TYPES
from eventx.strategies import contributions

TYPES = {kind.type: kind for kind in EVENT_TYPES}
NAMES = ("Anna Berg", "Sok Dara", "Trần Văn Ánh", "Ola Vik", "Berg", "Dara")
TITLE = Title(text="Minister of Fish", office="Minister", country="NO")
Told = tuple[Document, tuple[Contribution, ...]]
FIELDS: dict[str, Any] = {
    "meeting": st.just((("form", "talks"),)) | st.just(()),
    "anniversary": st.just((("years", 55), ("of", "ties of Laos"))),
    "proposal": st.just((("items", ("open a road",)),)),
    "signing": st.just((("documents", ("a memorandum",)),)) | st.just(()),
}


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, list[Contribution]]:
    """Return a sentence that may name two, tell of something, say where and when, or point back; with what was read in it."""
    text = ""
    found: list[Contribution] = []

    def put(words: str, field: str, value: Any, rule: str) -> None:
        nonlocal text
        start = len(text)
        text += words
        found.append(Contribution(field=field, value=value, span=Span(start, len(text)), rule=rule, extractor="test"))
        text += " "

    put_mention(draw, put)
    at = len(text)
    if draw(st.booleans()):
        text += "met "
        put_mention(draw, put)
    if draw(st.booleans()):
        name, country = draw(st.sampled_from((("Oslo", "NO"), ("Hà Nội", "VN"))))
        put(name, "place", PlaceMention(name=name, country=country, locative=draw(st.booleans())), "test.place")
    if draw(st.booleans()):
        day = draw(st.sampled_from(("2022-09-05", "2022-09-06", "2022-09", "XXXX-09-05", "2022-09-04/2022-09-08")))
        put(day, "date", Date(day, certainty=draw(st.sampled_from(("stated", "implied")))), "test.date")
    text = text.rstrip() + "."
    found += [trigger(draw, at, len(text)) for _ in range(draw(st.integers(0, 2)))]
    return text, found


def put_mention(draw: st.DrawFn, put: Any) -> None:
    """Write a name with or without a title, or words that point to somebody."""
    if draw(st.integers(0, 4)):
        name = draw(st.sampled_from(NAMES))
        titles = draw(st.sampled_from(((), (TITLE,))))
        put(name, "mention", Mention(name=name, titles=titles, country=draw(st.sampled_from((None, "NO", "KH")))), "test.name")
    else:
        role = draw(st.sampled_from(("host", "guest")))
        put(f"the {role}", "mention", Mention(reference="role", role=role), "test.role")


def trigger(draw: st.DrawFn, at: int, end: int) -> Contribution:
    """Return a trigger between the two halves of a sentence."""
    kind = draw(st.sampled_from(list(TYPES)))
    roles = draw(st.lists(st.sampled_from(TYPES[kind].roles), min_size=2, max_size=2))
    slots = (
        Slot(role=roles[0], spans=(Span(0, at),), carry=draw(st.booleans())),
        Slot(role=roles[1], spans=(Span(at, end),), take=draw(st.sampled_from(("all", "first", "head", "topics")))),
        Slot(role="place", spans=(Span(at, end),)),
        Slot(role="date", spans=(Span(0, end),)),
    )
    value = Trigger(
        type=kind,
        slots=slots[: draw(st.integers(1, 4))],
        status=draw(st.sampled_from(("held", "held", "planned", "cancelled"))),
        fields=draw(FIELDS.get(kind, st.just(()))),
        anaphoric=draw(st.integers(0, 3)) == 3,
        background=draw(st.integers(0, 3)) == 3,
        traits=draw(st.just(()) | st.lists(st.sampled_from(get_args(Trait)), max_size=2, unique=True).map(tuple)),
    )
    return Contribution(field="trigger", value=value, span=Span(at, min(at + 3, end)), rule=f"test.{kind}", extractor="test")


@st.composite
def told(draw: st.DrawFn, *, wild: bool = True) -> Told:
    """Return a document of drawn sentences with what was read in them; `wild`: and anything anywhere."""
    text = ""
    found: list[Contribution] = []
    for sentence, read in draw(st.lists(sentences(), min_size=1, max_size=4)):
        found += [moved(item, len(text)) for item in read]
        text += sentence + draw(st.sampled_from((" ", "\n", "\n\n")))
    if wild:
        found += draw(st.lists(contributions(length=len(text)), max_size=3))
    return Document(text, published=draw(st.sampled_from((None, "2022-09-07"))), language="en"), tuple(found)


def moved(item: Contribution, offset: int) -> Contribution:
    """Return a contribution further on in the text, the windows of its slots as well."""
    value = item.value
    if isinstance(value, Trigger):
        slots = tuple(attrs.evolve(slot, spans=tuple(shifted(span, offset) for span in slot.spans)) for slot in value.slots)
        value = attrs.evolve(value, slots=slots)
    return attrs.evolve(item, span=shifted(item.span, offset), value=value)


def shifted(span: Span, offset: int) -> Span:
    """Return a span further on."""
    return Span(span.start + offset, span.end + offset)


def merged(document: Document, found: Iterable[Contribution]) -> tuple[Event, ...]:
    """Return the events of contributions."""
    return merge(document, found, types=TYPES)


def facts(events: Sequence[Event]) -> list[tuple[Event, Any]]:
    """Return events with their provenance, which is no part of their equality."""
    return [(event, event.provenance) for event in events]


@given(told(), st.randoms(use_true_random=False))
def test_order_changes_nothing(case: Told, rng: random.Random) -> None:
    """Contributions in any order give the same events, ids and reasons included."""
    document, found = case

    assert facts(merged(document, found)) == facts(merged(document, rng.sample(found, len(found))))


@given(told())
def test_names_of_rules_change_nothing(case: Told) -> None:
    """Rules under other names give the same events: what words mean for merging stands in what is contributed.

    The order of the names settles only which of two readings of the very same words comes first, so it is kept here.
    """
    document, found = case
    names = sorted({item.rule for item in found})
    renamed = [attrs.evolve(item, rule=f"rule.{names.index(item.rule):02}") for item in found]

    assert [*map(without_rules, merged(document, found))] == [*map(without_rules, merged(document, renamed))]


def without_rules(event: Event) -> tuple[Event, Any]:
    """Return an event and where its fields were read, without the rules that read it."""
    evidence = tuple(attrs.evolve(item, rule="") for item in event.evidence)
    return attrs.evolve(event, evidence=evidence), [attrs.evolve(record, rule="") for record in event.provenance]


@given(told())
def test_repeats_change_nothing(case: Told) -> None:
    """What is contributed twice is told once: merging is idempotent."""
    document, found = case
    once = merged(document, found)

    assert [attrs.evolve(event, provenance=()) for event in once] == [
        attrs.evolve(event, provenance=()) for event in merged(document, (*found, *found))
    ]


@given(told())
def test_every_field_has_a_trace(case: Told) -> None:
    """What an event says was contributed, and its provenance says where, or names the step of the merger that settled it."""
    document, found = case
    rules = {(item.span, item.rule) for item in found}
    for event in merged(document, found):
        won = [record for record in event.provenance if record.won]
        values = {record.field: record.value for record in won}
        assert all(record.rule.startswith("merger.") or (record.span, record.rule) in rules for record in won)
        assert event.type == values["type"]
        assert (str(event.date) if event.date else None) == values.get("date")
        assert (event.place.name if event.place else None) == values.get("place")
        assert event.part_of == values.get("part_of")
        assert {person.name for person in event.participants} == {r.value for r in won if r.field == "participants"}
        assert all((item.span, item.rule) in rules for item in event.evidence)


@given(told())
def test_nothing_is_invented(case: Told) -> None:
    """Every name, title, country, date and place was contributed."""
    document, found = case
    values = [item.value for item in found]
    mentions = [value for value in values if isinstance(value, Mention)]
    places = [value for value in values if isinstance(value, PlaceMention)]
    dates = {value.edtf for value in values if isinstance(value, Date)}
    countries = {mention.country for mention in mentions} | {place.country for place in places}
    titles = {title for mention in mentions for title in mention.titles}
    countries |= {title.country for title in titles} | {None}
    if document.published is not None:
        dates.add(f"{document.published.year:04}")  # of an anniversary
    years = dates if document.published is not None else {*dates, *(date[:4] for date in dates)}
    for event in merged(document, found):
        assert event.date is None or event.date.edtf in (years if event.type == "anniversary" else dates)
        assert event.place is None or event.place.name in {place.name for place in places}
        for person in event.participants:
            # states act themselves, under the names of places
            acting = places if person.kind == "organisation" else []
            assert person.name in {*(mention.name for mention in mentions), *(place.name for place in acting)}
            assert set(person.titles) <= titles
            assert person.country in countries


@given(told())
def test_what_is_dumped_is_loaded(case: Told) -> None:
    """A merged extraction comes back from JSON as it was."""
    document, found = case
    events = merged(document, found)
    extraction = Extraction(document=document, events=events, contributions=found)
    back = loads(dumps(extraction, full=True))

    assert extraction == back
    assert [event.provenance for event in events] == [event.provenance for event in back.events]


@given(told(wild=False), st.booleans())
def test_text_elsewhere_moves_offsets_only(case: Told, before: bool) -> None:  # noqa: FBT001 - drawn
    """A paragraph without names or dates, before or after, changes no event but for its offsets."""
    document, found = case
    noise = "The room was full and the air was warm."
    there = f"{noise}\n\n{document.text}" if before else f"{document.text}\n\n{noise}"
    offset = len(noise) + 2 if before else 0
    other = attrs.evolve(document, text=there)

    expected = [moved_event(event, offset) for event in merged(document, found)]
    assert expected == list(merged(other, [moved(item, offset) for item in found]))


def moved_event(event: Event, offset: int) -> Event:
    """Return an event as it is told further on."""
    people = tuple(attrs.evolve(p, mentions=tuple(shifted(span, offset) for span in p.mentions)) for p in event.participants)
    evidence = tuple(attrs.evolve(item, span=shifted(item.span, offset)) for item in event.evidence)
    return attrs.evolve(event, participants=people, evidence=evidence)


# -- what the laws have found ------------------------------------------------------------------------------------------


def test_two_readings_of_the_same_words() -> None:
    """Mentions that overlap are no list of people, and no error."""
    document = Document("the host met Anna Berg.", language="en")
    slot = Slot(role="guest", spans=(Span(9, 23),), take="head")
    found = (
        Contribution(field="trigger", value=Trigger(type="ceremony", slots=(slot,)), span=Span(9, 12), rule="test.met"),
        Contribution(field="mention", value=Mention(name="t A"), span=Span(11, 14), rule="test.wild"),
        Contribution(field="mention", value=Mention(name="Anna Berg"), span=Span(13, 22), rule="test.name"),
    )

    assert ["Anna Berg"] == [person.name for event in merged(document, found) for person in event.participants]
