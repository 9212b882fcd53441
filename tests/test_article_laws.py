"""The laws over whole articles with all built-in plugins: what was written is found, and the seven laws of the merger."""

from __future__ import annotations

import random
import textwrap
from functools import lru_cache

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import eventx
from eventx import Document, Engine, Event, Participant, Span, dumps, loads
from eventx.merger import merge
from eventx.merger.names import tokens
from eventx.normal_form import normalise
from eventx.strategies import EventText, articles, event_texts, reports

LANGUAGES = ("en", "vi")
ANY = st.sampled_from(LANGUAGES).flatmap(lambda code: articles(language=code))


@lru_cache(maxsize=1)
def engine() -> Engine:
    """Return an Engine with the built-in plugins that raises what fails."""
    return Engine(on_error="raise")


def told(event: Event) -> tuple[object, ...]:
    """Return what an article tells of an event."""
    people = sorted((person.name, person.role, person.country) for person in event.participants)
    return (event.type, event.status, event.date.edtf if event.date else None, people, *own(event))


def own(event: Event) -> tuple[object, ...]:
    """Return the fields of the event's type that its words settle."""
    settled = {"meeting": ("form",), "ceremony": ("form",), "anniversary": ("years",)}
    return tuple(getattr(event, name) for name in settled.get(event.type, ()))


def facts(events: tuple[Event, ...]) -> list[object]:
    """Return events with their provenance, which is no part of their equality."""
    return [(event, event.provenance) for event in events]


@given(st.sampled_from(LANGUAGES).flatmap(lambda code: event_texts(language=code)))
def test_a_sentence_is_read_as_it_was_written(text: EventText) -> None:
    """Type, status, form, date, people, roles and countries of the one event come back."""
    assert [told(event) for event in text.events] == [told(event) for event in engine().extract(text.document).events]


@given(ANY)
def test_an_article_is_read_as_it_was_written(text: EventText) -> None:
    """Headline, captions, repeats and other sentences add no event and change none."""
    found = engine().extract(text.document).events

    assert sorted(map(repr, map(told, text.events))) == sorted(map(repr, map(told, found)))


@given(ANY, st.randoms(use_true_random=False))
def test_order_changes_nothing(text: EventText, rng: random.Random) -> None:
    """The order in which contributions arrive, and repeats, change no event and no reason."""
    extraction = engine().extract(text.document)
    found = extraction.contributions
    types = engine().event_types

    def merged(given_: tuple[eventx.Contribution, ...]) -> tuple[Event, ...]:
        return merge(extraction.document, given_, types=types)

    assert facts(merged(found)) == facts(merged(tuple(rng.sample(found, len(found)))))
    assert merged(found) == merged(found + found)
    assert extraction.events == tuple(event for event in merged(found) if event.status != "hypothetical")


@given(ANY, st.randoms(use_true_random=False))
def test_names_of_rules_change_nothing(text: EventText, rng: random.Random) -> None:
    """The merger knows no rule of the built-in plugins: under any other names they give the same events."""
    extraction = engine().extract(text.document)
    names = sorted({item.rule for item in extraction.contributions})
    other = dict(zip(names, rng.sample(range(len(names)), len(names)), strict=True))
    renamed = [attrs.evolve(item, rule=f"rule.{other[item.rule]}") for item in extraction.contributions]
    found = merge(extraction.document, renamed, types=engine().event_types)

    def nameless(event: Event) -> Event:
        return attrs.evolve(event, evidence=tuple(attrs.evolve(item, rule="") for item in event.evidence))

    assert [*map(nameless, extraction.events)] == [nameless(event) for event in found if event.status != "hypothetical"]


@given(ANY)
def test_extraction_is_repeatable(text: EventText) -> None:
    """The same document gives the same events and ids; each id is its event's alone."""
    once, again = (engine().extract(text.document) for _ in range(2))

    assert once == again
    assert len(once.events) == len({event.id for event in once.events})


@lru_cache(maxsize=1)
def disturbed() -> Engine:
    """Return an Engine with an extractor more that gives nothing, and one that raises."""

    @eventx.extractor(name="silent", provides=("date",))
    def silent(_: Document, __: object) -> tuple[eventx.Contribution, ...]:
        return ()

    @eventx.extractor(name="broken", provides=("date",))
    def broken(_: Document, __: object) -> tuple[eventx.Contribution, ...]:
        raise RuntimeError

    plugin = type("Disturbing", (), {"eventx_extractors": staticmethod(eventx.hookimpl(lambda: [silent, broken]))})()
    return Engine(plugins=[plugin, *(info.name for info in engine().plugins)])


@given(ANY)
def test_others_failures_change_nothing(text: EventText) -> None:
    """An extractor that gives nothing, or raises, changes no event."""
    alone, beside = engine().extract(text.document), disturbed().extract(text.document)

    assert facts(alone.events) == facts(beside.events)
    assert ["broken"] == [problem.extractor for problem in beside.problems]


@given(ANY)
def test_every_field_has_a_trace(text: EventText) -> None:
    """Each field's winner was contributed by a rule at a place, or the merger says how it settled it; implied is marked."""
    extraction = engine().extract(text.document)
    rules = {(item.span, item.rule) for item in extraction.contributions}
    stated = {(item.span, item.rule) for item in extraction.contributions if item.certainty == "stated"}
    for event in extraction.events:
        won = [record for record in event.provenance if record.won]
        values = {record.field: record for record in won}
        assert all(record.rule.startswith("merger.") or (record.span, record.rule) in rules for record in won)
        for field in ("date", "place"):
            value = getattr(event, field)
            assert (value is None) == (field not in values)
            if value is not None and value.certainty == "stated":
                assert (values[field].span, values[field].rule) in stated
        assert {person.name for person in event.participants} == {r.value for r in won if r.field == "participants"}
        countries = {f"{person.name}: {person.country}" for person in event.participants if person.country}
        assert countries == {record.value for record in won if record.field == "country"}
        for item in event.evidence:
            assert item.text == text.document.text[item.span.start : item.span.end]
            assert (item.span, item.rule) in rules


@given(ANY)
def test_nothing_is_invented(text: EventText) -> None:
    """Every name, title and place is in the text, and every mention lies where a name, title or pointer stands."""
    extraction = engine().extract(text.document)
    written = " ".join(tokens(text.document.text))
    mentioned = {item.span for item in extraction.contributions if item.field == "mention"}
    for event in extraction.events:
        for person in event.participants:
            assert person.name in text.document.text
            assert all(" ".join(tokens(title.text)) in written for title in person.titles)
            assert set(person.mentions) <= mentioned
        assert event.place is None or event.place.name in text.document.text


@given(ANY)
def test_what_is_dumped_is_loaded(text: EventText) -> None:
    """An extraction comes back from JSON as it was, provenance included; its lean form keeps the events."""
    extraction = engine().extract(text.document)
    back = loads(dumps(extraction, full=True))

    assert extraction == back
    assert facts(extraction.events) == facts(back.events)
    assert extraction.events == loads(dumps(extraction)).events


NOISE = {
    "en": "The room was full and the air was warm. Farmers hope for a better harvest.",
    "vi": "Căn phòng chật kín và không khí ấm áp. Thương mại tăng nhanh.",
}


@given(ANY, st.booleans())
def test_text_elsewhere_moves_offsets_only(text: EventText, before: bool) -> None:  # noqa: FBT001 - drawn
    """A paragraph without names or dates, before or after, changes no event but for its offsets."""
    document = text.document
    noise = NOISE[document.language or "en"]
    there = f"{noise}\n\n{document.text}" if before else f"{document.text}\n\n{noise}"
    offset = len(noise) + 2 if before else 0
    other = engine().extract(attrs.evolve(document, text=there))

    assert [moved(event, offset) for event in engine().extract(document).events] == list(other.events)


@given(ANY, st.integers(60, 90), st.sampled_from(["\n", "\r\n", " \n"]))
def test_lines_broken_to_a_width_change_nothing(text: EventText, width: int, end: str) -> None:
    """Where one can tell that lines were broken to a width, the events are those of the text before it was."""
    paragraphs = [line for line in text.document.text.split("\n") if line.strip()]
    broken = "\n\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in paragraphs).replace("\n", end)
    assume([line.strip() for line in normalise(broken)[0].split("\n") if line.strip()] == [line.strip() for line in paragraphs])
    before, after = (
        engine().extract(attrs.evolve(text.document, text=there)).events for there in ("\n\n".join(paragraphs), broken)
    )

    assert [(*told(event), event.place) for event in before] == [(*told(event), event.place) for event in after]
    for one in after:
        assert all(item.text == broken[item.span.start : item.span.end] for item in one.evidence)


def moved(event: Event, offset: int) -> Event:
    """Return an event as it is told further on."""

    def shifted(span: Span) -> Span:
        return Span(span.start + offset, span.end + offset)

    def person(one: Participant) -> Participant:
        return attrs.evolve(one, mentions=tuple(map(shifted, one.mentions)))

    evidence = tuple(attrs.evolve(item, span=shifted(item.span)) for item in event.evidence)
    return attrs.evolve(event, participants=tuple(map(person, event.participants)), evidence=evidence)


LIKE = (eventx.Meeting, eventx.Visit, eventx.Ceremony, eventx.Signing, eventx.Anniversary)
PAIRS = (
    reports(types=LIKE)
    | reports(types=LIKE, languages=("vi", "en", "vi"))
    | reports(languages=("en", "en"))
    | reports(languages=("vi", "vi"))
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_several_reports_tell_each_event_once(texts: tuple[EventText, ...], rng: random.Random) -> None:
    """What several articles, in one language or two, tell of an event is one event with all of them as its sources."""
    read = [engine().extract(attrs.evolve(text.document, id=f"d{number}")) for number, text in enumerate(texts)]
    found = eventx.reconcile(rng.sample(read, len(read)))

    names = [extraction.document.id for extraction in read]
    assert [names] * len(texts[0].events) == [[source.document for source in one.sources] for one in found]
