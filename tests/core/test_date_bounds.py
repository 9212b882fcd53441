"""Dates at their edges: what is a date, what lies in it, how it is called; and that values are what they are said to be."""

from __future__ import annotations

import attrs
import pytest

from eventx import Contribution, Date, Document, Entry, Hit, Mention, PlaceMention, Slot, Span, Trigger
from eventx.contribution import ordered, stamped
from eventx.edtf import Parts

GOOD = [
    *(f"2022-{month:02}" for month in (*range(1, 13), *range(21, 25), *range(33, 37), 40, 41)),
    "2022-XX",
    "2022-XX-XX",
    "XXXX",
    "XXXX-XX-05",
    "XXXX-02-29",
    "199X-02-29",
    "2024-02-29",
    "2022-01-31",
    "2022-04-30",
    "-0001-02-29",
    "0000-02-29",
    "2022?",
    "2022%",
    "2022-05-03~",
    "../2022",
    "2022/",
    "2022-05/2022-05",
    "XXXX-05-03/XXXX-05-01",
    "2022-05-03/2022-05",
]

BAD = [
    *(f"2022-{month:02}" for month in (0, 13, 20, 25, 32, 37, 39, 42, 99)),
    "2022-01-32",
    "2022-04-31",
    "2023-02-29",
    "2022-01-00",
    "2022-XX-32",
    "1X9X",
    "X",
    "222",
    "22222",
    "2022-05-03-01",
    "2022~~",
    "2022-05-04/2022-05-03",
    "2023/2022",
    "/",
    "..",
    "2022/..x",
]


@pytest.mark.parametrize("value", GOOD)
def test_what_is_a_date(value: str) -> None:
    """These are, and are written as they were."""
    assert value == str(Date(value))


@pytest.mark.parametrize("value", BAD)
def test_what_is_none(value: str) -> None:
    """These are not."""
    with pytest.raises(ValueError, match=r"Date\.edtf"):
        Date(value)


GRAINS = [
    ("2022", "year"),
    ("XXXX", "year"),
    ("199X", "decade"),
    ("19XX", "century"),
    ("2022-05", "month"),
    ("2022-XX", "month"),
    ("2022-XX-05", "day"),
    ("2022-XX-XX", "day"),
    *((f"2022-{month}", "season") for month in range(21, 25)),
    *((f"2022-{month}", "quarter") for month in range(33, 37)),
    *((f"2022-{month}", "half") for month in (40, 41)),
    ("2022/2023", "interval"),
    ("2022/..", "interval"),
    ("/2022", "interval"),
]


@pytest.mark.parametrize(("value", "grain"), GRAINS)
def test_grain(value: str, grain: str) -> None:
    """How fine a date is."""
    assert grain == Date(value).grain


BOUNDS = [
    ("2022-21", "2022-03-01", "2022-05-31"),
    ("2022-22", "2022-06-01", "2022-08-31"),
    ("2022-23", "2022-09-01", "2022-11-30"),
    ("2022-24", "2022-12-01", "2023-02-28"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2022-33", "2022-01-01", "2022-03-31"),
    ("2022-34", "2022-04-01", "2022-06-30"),
    ("2022-35", "2022-07-01", "2022-09-30"),
    ("2022-36", "2022-10-01", "2022-12-31"),
    ("2022-40", "2022-01-01", "2022-06-30"),
    ("2022-41", "2022-07-01", "2022-12-31"),
    ("2022-XX", "2022-01-01", "2022-12-31"),
    ("199X-05", "1990-05-01", "1999-05-31"),
    ("199X-05-03", "1990-05-01", "1999-05-31"),
    ("2022-05-XX", "2022-05-01", "2022-05-31"),
    ("2022-XX-05", "2022-01-01", "2022-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("0000", None, None),
    ("000X", None, None),
    ("XXXX-05", None, None),
    ("2021/2022-05", "2021-01-01", "2022-05-31"),
    ("../2022", None, "2022-12-31"),
    ("2022/..", "2022-01-01", None),
    ("XXXX-05/2022", None, "2022-12-31"),
]


@pytest.mark.parametrize(("value", "first", "last"), BOUNDS)
def test_first_and_last_day(value: str, first: str | None, last: str | None) -> None:
    """The days between which a date lies."""
    date = Date(value)

    assert (first, last) == (date.earliest and date.earliest.isoformat(), date.latest and date.latest.isoformat())


INSIDE = [
    ("2022", "2022-01-01", True),
    ("2022", "2022-12-31", True),
    ("2022", "2023-01-01", False),
    ("2022", "2021-12-31", False),
    ("2022-05-01/2022-05-05", "2022-05-01", True),
    ("2022-05-01/2022-05-05", "2022-05-05", True),
    ("2022-05-01/2022-05-05", "2022-05-06", False),
    ("2022-05-01/2022-05-05", "2022-04-30/2022-05-02", False),
    ("2022-05-01/2022-05-05", "2022-05-04/2022-05-06", False),
    ("2022-05-03", "2022-05-03", True),
    ("../2022", "2022-05-03", False),
    ("2022/..", "2022-05-03", False),
    ("2022", "../2022-05-03", False),
    ("2022", "2022-05-03/..", False),
    ("2022-05-03", "2022-05-03~", True),
    # without a year
    ("XXXX-05", "2022-05", True),
    ("XXXX-05", "2022-05-01", True),
    ("XXXX-05", "2022-05-31", True),
    ("XXXX-05", "2022-06-01", False),
    ("XXXX-05", "2022-04-30", False),
    ("XXXX-05-03", "2022-05", False),
    ("XXXX-05-03", "XXXX-05-03", True),
    ("XXXX-05-03", "XXXX-05-04", False),
    ("XXXX-05-03/XXXX-05-09", "2022-05-03", True),
    ("XXXX-05-03/XXXX-05-09", "2022-05-09", True),
    ("XXXX-05-03/XXXX-05-09", "2022-05-10", False),
    ("XXXX-05-03/XXXX-05-09", "2022-05-02", False),
    ("XXXX-05-03/XXXX-05-09", "2022-05", False),
    ("XXXX-05-03/XXXX-06-09", "2022-06-09", True),
    ("XXXX-05-03/XXXX-06-09", "2022-06-10", False),
    ("XXXX-05-03/XXXX-06-09", "2022-05-04/2022-06-08", True),
    ("XXXX-05-03/XXXX-06-09", "2022-05-04/2022-06-10", False),
    ("XXXX-05/..", "2022-05-03", False),
    ("../XXXX-05", "2022-05-03", False),
    ("XXXX-05", "2022-05-03/..", False),
    ("XXXX-05", "../2022-05-03", False),
    ("XXXX-05", "2022", False),
    ("XXXX", "2022-05-03", False),
]


@pytest.mark.parametrize(("outer", "inner", "inside"), INSIDE)
def test_one_in_another(outer: str, inner: str, *, inside: bool) -> None:
    """Whether a date may lie in another, at either end of it."""
    assert inside is Date(outer).contains(Date(inner))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("-0001", "BC0002"),
        ("-0001-05", "BC0002-05"),
        ("0001", "0001"),
        ("2022%", "2022"),
        ("2022-05?", "2022-05"),
        ("2022-09-05/2022-09-10", "2022-09-05/2022-09-10"),
        ("2022-09-05/2022-09-12", "2022-09-05/2022-09-12"),
        ("2022-09-06/2022-09-12", "2022-09-06/2022-09-12"),
        ("2022-09-10/2022-09-12", "2022-09-10/2022-09-12"),
        ("2022-09-09/2022-09-10", "2022-09-09/2022-09-10"),
        ("2022-01-03/2022-01-09", "2022-W01"),
        ("2022-08/2022-08-07", "2022-08/2022-08-07"),
        ("2022-08-01/2022-08-07", "2022-W31"),
        ("2022-10/2022-10-02", "2022-10/2022-10-02"),
        ("2022-02/2022-22", "2022-02/2022-SU"),
        ("2021-02/2021-02", "2021-02/2021-02"),
        ("199X/..", "199/.."),
        ("/2022", "/2022"),
    ],
)
def test_names_of_dates(value: str, name: str) -> None:
    """What TIMEX3 calls them."""
    assert name == Date(value).to_timex3()


def test_a_part_of_an_interval() -> None:
    """The part of the day is told of a day only."""
    assert "2022-09-05/2022-09-06" == Date("2022-09-05/2022-09-06", part_of_day="morning").to_timex3()
    assert "2022-09-05" == Date("2022-09-05").to_timex3()


def test_the_ends_of_a_date() -> None:
    """Both ends are taken apart; a plain date is the same at both."""
    day = Parts(2022, 5, 3, "day", "~", 2022, 2022)
    decade = Parts(None, None, None, "decade", "", 1990, 1999)

    assert (day, day) == Date("2022-05-03~").ends
    assert (decade, None) == Date("199X/..").ends
    assert (None, day) == Date("/2022-05-03~").ends
    assert (None, None, "year") == (Date("XXXX").ends[0].first_year, Date("XXXX").ends[0].year, Date("XXXX").grain)  # type: ignore[union-attr]


def test_spans_side_by_side() -> None:
    """Spans that touch do not overlap; each holds itself; order is by start, then by end."""
    span = Span(3, 5)
    assert [False, True, True, True, False] == [span.overlaps(Span(*other)) for other in ((1, 3), (1, 4), (4, 4), (4, 9), (5, 9))]
    assert [True, True, False, False, True] == [span.contains(Span(*other)) for other in ((3, 5), (4, 5), (2, 5), (3, 6), (3, 3))]
    assert [True, True, False, False, False] == [span < Span(*other) for other in ((3, 6), (4, 4), (3, 5), (3, 4), (2, 9))]
    assert 0 == len(Span(0, 0))


ITEMS = [
    Contribution(field="a", value=Date("2022"), span=Span(0, 9), rule="r"),
    Contribution(field="a", value=Date("2022"), span=Span(0, 4), rule="r"),
    Contribution(field="b", value=Date("2022"), span=Span(0, 4), rule="r"),
    Contribution(field="b", value=Date("2022"), span=Span(0, 4), rule="r", extractor="x"),
    Contribution(field="b", value=Date("2022"), span=Span(0, 4), rule="s", extractor="x"),
    Contribution(field="b", value=Date("2023"), span=Span(0, 4), rule="s", extractor="x"),
    Contribution(field="a", value=Date("2022"), span=Span(1, 2), rule="r"),
]


def test_the_order_of_contributions() -> None:
    """By start, the longest first, then by field, extractor, rule and value."""
    assert ITEMS == ordered(ITEMS) == ordered(ITEMS[::-1]) == ordered([*ITEMS[3:], *ITEMS[:3]])
    assert [] == ordered([])


def test_the_stamp_of_an_extractor() -> None:
    """A contribution gets its extractor's name, and stays itself if it has it."""
    item = ITEMS[0]

    assert attrs.evolve(item, extractor="x") == stamped(item, "x")
    assert item is stamped(item, "")


def test_what_stands_where_nothing_is_said() -> None:
    """The defaults of what extractors say."""
    mention, place, slot = Mention(), PlaceMention(name="x"), Slot(role="host", spans=())
    assert ("person", "name", None, (), False) == (
        mention.kind,
        mention.reference,
        mention.name,
        mention.titles,
        mention.delegation,
    )
    assert ("city", None, False, False) == (place.kind, place.country, place.locative, place.goal)
    assert ("all", False, ("person", "organisation"), 0) == (slot.take, slot.carry, slot.kinds, slot.complete)
    assert ("held", False, False, False) == (
        *(getattr(Trigger(type="x"), n) for n in ("status", "anaphoric", "background", "apart")),
    )
    assert ("stated", "") == (ITEMS[0].certainty, ITEMS[0].extractor)
    hit = Hit(0, 1, Entry("met", "verb", 5))
    assert ("verb", 5) == (hit.tag, hit.value)


def test_a_document_is_asked_once() -> None:
    """What is made for a document is made once; another key is another thing."""
    document, made = Document("a"), []
    for key in ("x", "x", "y"):
        document.cached(key, lambda _, key=key: made.append(key))  # type: ignore[misc]

    assert ["x", "y"] == made
