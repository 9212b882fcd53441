"""Look-ups by span, the order in which candidates win, and that what the merger works on is told apart by identity."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from script import script

from eventx import Contribution, Date, Document, PlaceMention, Span
from eventx.merger.choose import Candidate, best, policy, rank, specificity
from eventx.merger.draft import Draft, Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.index import Index, Layer, make_index
from eventx.merger.resolve import Scene
from eventx.merger.tellings import Telling


def layer(*spans: tuple[int, int]) -> Layer:
    """Return a layer of contributions over some spans."""
    return Layer(tuple(Contribution(field="zone", value="quote", span=Span(*span), rule="r") for span in spans))


def spans(found: tuple[Contribution, ...]) -> list[tuple[int, int]]:
    """Return the spans of contributions."""
    return [(item.span.start, item.span.end) for item in found]


LAYER = layer((0, 9), (2, 4), (4, 6), (6, 8), (6, 12))


@pytest.mark.parametrize(
    ("span", "starting", "inside", "covering"),
    [
        ((2, 6), [(2, 4), (4, 6)], [(2, 4), (4, 6)], [(0, 9)]),
        ((2, 5), [(2, 4), (4, 6)], [(2, 4)], [(0, 9)]),
        ((3, 7), [(4, 6), (6, 8), (6, 12)], [(4, 6)], [(0, 9)]),
        ((6, 8), [(6, 8), (6, 12)], [(6, 8)], [(0, 9), (6, 8), (6, 12)]),
        ((8, 12), [], [], [(6, 12)]),
        ((8, 13), [], [], []),
        ((0, 0), [], [], [(0, 9)]),
        ((9, 9), [], [], [(0, 9), (6, 12)]),
        ((12, 12), [], [], [(6, 12)]),
    ],
)
def test_look_ups(span: tuple[int, int], starting: list[Any], inside: list[Any], covering: list[Any]) -> None:
    """What starts in a span, what lies in it, and what covers it."""
    place = Span(*span)

    assert (starting, inside, covering) == (
        spans(LAYER.starting_in(place)),
        spans(LAYER.inside(place)),
        spans(LAYER.covering(place)),
    )


def test_an_empty_layer() -> None:
    """Where nothing is nothing is found."""
    assert ((), (), ()) == (layer().starting_in(Span(0, 9)), layer().covering(Span(0, 0)), layer().cut_by(4, 6))
    assert [(0, 9)] == spans(LAYER.cut_by(4, 6))
    assert [(0, 9), (6, 12)] == spans(LAYER.cut_by(7, 9))


def test_places_in_the_text() -> None:
    """Sentences and paragraphs are numbered, zones told by their kind."""
    telling = script("Rain fell. Ana came.\n\nBo left.", dateline="Rain")
    index, layout = make_index(telling.document, telling.contributions), telling.document.segmentation

    assert [0, 1, 2] == [layout.sentence_index(offset) for offset in (0, 12, 24)]
    assert [0, 0, 1] == [layout.paragraph_index(offset) for offset in (0, 12, 24)]
    assert ["dateline", None, None] == [index.zone(Span(*place)) for place in ((0, 4), (0, 5), (5, 9))]


def test_repeats_and_order() -> None:
    """The order of arrival changes nothing, nor do repeats; what is already in order is taken as it is."""
    telling = script("[Ana] met [Bo] on {2022-05-03}.")
    first, second, third = telling.contributions
    index = make_index(telling.document, [third, first, second, first])
    assert ((first, second), (third,)) == (index.mentions.items, index.dates.items)
    again = make_index(telling.document, [third, first, first], in_order=True)
    assert ((first,), (third,)) == (again.mentions.items, again.dates.items)
    assert (first, second, first) == make_index(telling.document, [first, second, first], in_order=True).mentions.items


def test_values_of_other_types_are_of_no_use() -> None:
    """A field's contributions with values of another type are left out."""
    wrong = [Contribution(field=field, value=PlaceMention(name="x"), span=Span(0, 1), rule="r") for field in ("date", "trigger")]
    index = make_index(Document("Hue.", language="en"), wrong)

    assert ((), ()) == (index.dates.items, index.triggers.items)


def test_ids_are_numbered() -> None:
    """An id that was given before gets a number."""
    index = make_index(Document("Hue.", language="en"), [])

    assert ["a", "a-2", "b", "a-3"] == [index.number(name) for name in ("a", "a", "b", "a")]


def candidate(value: Any, scope: Any = "sentence", start: int = 0, **more: Any) -> Candidate:
    """Return a candidate for a date or place."""
    value = Date(value) if isinstance(value, str) else value
    source = Contribution(field="date", value=value, span=Span(start, start + 1), rule="r")
    return Candidate(field="date", value=value, source=source, scope=scope, **more)


DAY, HALL, CITY, LAND = "2022-05-03", *(PlaceMention(name="x", kind=kind) for kind in ("venue", "city", "country"))

BETTER = [
    # scope before all, in this order
    (candidate("2022", "frame", distance=9), candidate(DAY, "sentence")),
    (candidate("2022", "sentence", certainty="implied"), candidate(DAY, "scene")),
    (candidate("2022", "scene"), candidate(DAY, "lead")),
    (candidate("2022", "lead"), candidate(DAY, "dateline")),
    # of places the finer; then what is stated; then the nearer; then the finer date; then the earlier
    (candidate(HALL, distance=9, certainty="implied"), candidate(CITY)),
    (candidate(CITY, distance=9), candidate(PlaceMention(name="x", kind="region"))),
    (candidate(PlaceMention(name="x", kind="region"), distance=9), candidate(LAND)),
    (candidate(LAND, distance=9), candidate(PlaceMention(name="x", kind="demonym"))),
    (candidate("2022", distance=9), candidate(DAY, certainty="implied")),
    (candidate(CITY, distance=9), candidate(CITY, certainty="implied")),
    (candidate("2022", distance=8), candidate(DAY, distance=9)),
    (candidate(CITY, distance=8, start=9), candidate(CITY, distance=9)),
    (candidate(DAY, start=9), candidate("2022-05-03/2022-05-04")),
    (candidate("2022-05-03/2022-05-04", start=9), candidate("2022-05")),
    (candidate("2022-05", start=9), candidate("2022-21")),
    (candidate("2022-21", start=9), candidate("2022-33")),
    (candidate("2022-33", start=9), candidate("2022")),
    (candidate("2022", start=9), candidate("202X")),
    (candidate("202X", start=9), candidate("20XX")),
    (candidate("20XX", start=9), candidate("2022-40")),
    (candidate(DAY, start=8), candidate(DAY, start=9)),
]


@pytest.mark.parametrize(("winner", "loser"), BETTER)
def test_which_wins(winner: Candidate, loser: Candidate) -> None:
    """The better of two wins, in whatever order they come."""
    document = Document("x", language="en")

    assert rank(winner) < rank(loser)
    assert [winner] * 4 == [
        best([winner, loser]),
        best([loser, winner]),
        policy("date", [winner, loser], document),
        policy("date", [loser, winner], document),
    ]
    assert loser is best([loser])


def test_fineness() -> None:
    """The finest is 0; what has no fineness is as fine."""
    assert [0, 0, 1, 4, 0] == [
        specificity(value) for value in (Date(DAY), HALL, CITY, PlaceMention(name="x", kind="demonym"), "x")
    ]


@pytest.mark.parametrize("kind", [Draft, Entity, Filling, Group, Index, Layer, Scene, Telling])
def test_what_is_at_work_is_told_apart_by_identity(kind: type) -> None:
    """Two events in the making may look alike and are two; they can stand in sets and as keys."""
    assert (object.__eq__, object.__hash__) == (kind.__eq__, kind.__hash__)
    assert not [name for name in inspect.signature(kind).parameters if name in ("known", "looked")]


def test_who_is_in_a_draft() -> None:
    """Each is put in one role, and that he is listed is kept, with the words that say so."""
    telling = script("*met* [Ana] and [Port: body].")
    trigger, first, second = telling.contributions
    draft = Draft(trigger, trigger.value, 0)  # type: ignore[arg-type]
    ana, port = Entity(0, "person", "Ana", ("ana",)), Entity(1, "organisation", "Port", ("port",))
    draft.add(ana, "host", None)
    draft.add(port, "guest", second)
    draft.add(ana, "guest", first)
    assert [("host", None, False), ("guest", second, False)] == [(f.role, f.source, f.listed) for f in draft.fillings]
    draft.add(ana, "guest", first, listed=True)
    draft.add(port, "host", first, listed=True)
    assert [("host", first, True), ("guest", second, True)] == [(f.role, f.source, f.listed) for f in draft.fillings]
    assert {0} == draft.people()
