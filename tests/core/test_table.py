"""Tables: readable, safe for a terminal, and complete in CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from rich.console import Console

from eventx import Anniversary, Date, Document, Evidence, Extraction, Meeting, Participant, Place, Proposal, Span, Title
from eventx.model import EVENT_TYPES
from eventx.strategies import extractions
from eventx.table import CsvWriter, columns, heading, plain, show

WORDS = tuple(Evidence(span=Span(i, i + 1), text=f"word {i}", rule="r") for i in range(6))
EVENTS = (
    Meeting(
        form="courtesy_call",
        status="planned",
        date=Date("2023-05-15/2023-05-24", certainty="implied"),
        place=Place(name="Phnom Penh", country="KH"),
        participants=(
            Participant(name="A Person With a Rather Long Name", role="host", country="KH"),
            Participant(name="[red]B[/red]", role="guest", titles=(Title(text="Head"), Title(text="Chair"))),
        ),
        evidence=WORDS,
    ),
    Proposal(items=("open a bridge", "lend a hand")),
    Anniversary(years=55, of="ties", since=Date("1967-06-24")),
)
EXTRACTION = Extraction(document=Document("x", id="one", language="en", title="A title"), events=EVENTS)
TYPES = {kind.type: kind for kind in EVENT_TYPES}


def printed(extraction: Extraction, width: int) -> str:
    """Return the table of a document."""
    stream = io.StringIO()
    show(Console(file=stream, width=width, highlight=False), extraction)
    return stream.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_and_tells_everything(width: int) -> None:
    """Dates, types, statuses, people, places, words and details stand there, within the width."""
    table = printed(EXTRACTION, width)

    assert width >= max(map(len, table.splitlines()))
    for words in (
        "2023-05-15/",
        "implied",
        "meeting",
        "planned",
        "anniversary",
        "Phnom",
        "[red]B[/red]",
        "guest",
        "word 0",
    ):
        assert words in table
    assert "one · en · no date of publication · 3 events" in table


def test_headings() -> None:
    """The heading counts the events."""
    assert "text · vi · published 2022-09-06 · no events" == heading(
        Extraction(document=Document("x", language="vi", published="2022-09-06"))
    )
    assert heading(Extraction(document=Document("x"), events=EVENTS[:1])).endswith("· 1 event")


def test_nothing_steers_the_terminal() -> None:
    """Control characters of the input do not reach the terminal."""
    assert "a [31m b c" == plain("a\x1b[31m\nb\u202e\x07c")
    evil = Meeting(participants=(Participant(name="\x1b]0;title\x07Anna"),))
    assert "\x1b" not in printed(Extraction(document=Document("x", id="\x1b[2J"), events=(evil,)), 80)


@given(extractions())
def test_any_extraction_can_be_printed(extraction: Extraction) -> None:
    """Whatever is in it, a table is printed."""
    assert printed(extraction, 80)


@given(extractions())
def test_csv_has_a_row_an_event(extraction: Extraction) -> None:
    """A reader of CSV finds as many rows as there are events, each with all columns."""
    stream = io.StringIO(newline="")
    CsvWriter(stream, TYPES).write(extraction)

    rows = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))

    assert [event.id for event in extraction.events] == [row["id"] for row in rows]
    assert all(columns(TYPES) == list(row) for row in rows)


def test_csv_cells() -> None:
    """People stand in one order in all their columns; lists are joined."""
    stream = io.StringIO()
    CsvWriter(stream, TYPES).write(EXTRACTION)

    meeting, proposal, anniversary = csv.DictReader(io.StringIO(stream.getvalue()))

    assert ("A Person With a Rather Long Name; [red]B[/red]", "host; guest", "KH; ", "; Head | Chair") == tuple(
        meeting[key] for key in ("participants", "roles", "countries", "titles")
    )
    assert ("2023-05-15", "2023-05-24", "implied") == tuple(meeting[key] for key in ("date_start", "date_end", "date_certainty"))
    assert "open a bridge; lend a hand" == proposal["items"]
    assert ("55", "ties", "1967-06-24", "") == tuple(anniversary[key] for key in ("years", "of", "since", "date"))


def test_lunar_dates_are_marked() -> None:
    """A lunar date is no solar one in any table: it is marked, and its first and last day are solar days that it may be."""
    lunar = Date("2022-01-15", calendar="lunar")
    stream = io.StringIO()
    extraction = Extraction(
        document=Document("x"), events=(Meeting(date=lunar), Anniversary(since=lunar), Meeting(date=Date("2022")))
    )
    CsvWriter(stream, TYPES).write(extraction)

    meeting, anniversary, solar = csv.DictReader(io.StringIO(stream.getvalue()))

    assert ("2022-01-15", "lunar", "2022-02-03", "2022-03-11") == tuple(
        meeting[key] for key in ("date", "date_calendar", "date_start", "date_end")
    )
    assert ("2022-01-15 (lunar)", "", "gregorian") == (anniversary["since"], anniversary["date_calendar"], solar["date_calendar"])
    assert 2 == printed(extraction, 80).count("lunar")
