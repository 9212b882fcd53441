"""Events for other programs: JSON-LD of schema.org, and iCalendar."""

from __future__ import annotations

import datetime as dt
import json
import re

import attrs
import pytest
from hypothesis import given

from eventx import Ceremony, Conference, Date, Document, Event, Extraction, Meeting, Participant, Place, Proposal, Title, Visit
from eventx.exports import days_of, ical, jsonld, name_of
from eventx.strategies import extractions

HOST = Participant(name="Trần Văn Ánh", role="host", country="VN", titles=(Title(text="Chủ tịch; nước"),))
GUEST = Participant(name="Sok Dara", role="guest", country="KH")
BODY = Participant(name="The Club, Ltd", kind="organisation")
MEETING = Meeting(
    id="meeting-1", form="reception", date=Date("2022-09-05"), place=Place(name="Hà Nội", country="VN"),
    participants=(HOST, GUEST, BODY), part_of="visit-1",
)  # fmt: skip
VISIT = Visit(id="visit-1", status="planned", date=Date("2022-09-05/2022-09-07"), participants=(GUEST,))
DOCUMENT = Document("x", id="a b", published="2022-09-06", language="vi", title="Tin", uri="news/a b.txt")


def extraction(*events: Event) -> Extraction:
    """Return the events as those of the document."""
    return Extraction(document=DOCUMENT, events=events)


def entries(text: str) -> dict[str, str]:
    """Return the lines of a VEVENT, unfolded, by name."""
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return dict(line.split(":", 1) for line in lines)  # type: ignore[misc]


def plain(text: str) -> str:
    """Return a text of iCalendar without its escapes."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)


def test_jsonld() -> None:
    """Roles, place, dates, the visit and the document stand where schema.org has them; nothing unknown stands there."""
    meeting, visit = map(json.loads, jsonld(extraction(MEETING, VISIT)))

    assert ("Event", "news/a%20b.txt#meeting-1", "news/a%20b.txt#visit-1") == (
        meeting["@type"],
        meeting["@id"],
        meeting["superEvent"]["@id"],
    )
    assert ("2022-09-05", None) == (meeting["startDate"], meeting.get("endDate"))
    assert ("2022-09-05", "2022-09-07") == (visit["startDate"], visit["endDate"])
    (host,) = meeting["organizer"]
    assert (["Chủ tịch; nước"], "VN") == (host["jobTitle"], host["memberOf"]["address"]["addressCountry"])
    guest, body = meeting["attendee"]
    assert ("Role", "guest", "Sok Dara") == (guest["@type"], guest["roleName"], guest["attendee"]["name"])
    assert {"@type": "Organization", "name": "The Club, Ltd"} == body
    assert ("Place", "Hà Nội", "VN") == (
        meeting["location"]["@type"],
        meeting["location"]["name"],
        meeting["location"]["address"]["addressCountry"],
    )
    assert "location" not in visit
    assert {
        "@type": "NewsArticle",
        "identifier": "a b",
        "url": "news/a%20b.txt",
        "headline": "Tin",
        "inLanguage": "vi",
        "datePublished": "2022-09-06",
    } == meeting["subjectOf"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2022", "2022", None),
        ("2022-09", "2022-09", None),
        ("2022-09-05/..", "2022-09-05", None),
        ("2022-09/2022-10", "2022-09", "2022-10"),
        ("2022-21", None, None),
        ("XXXX-09-05", None, None),
        ("199X", None, None),
        ("2022~", None, None),
        ("-0043", None, None),
    ],
)
def test_dates_in_jsonld(date: str, start: str | None, end: str | None) -> None:
    """What ISO 8601 does not know is left out; so are lunar dates."""
    (data,) = map(json.loads, jsonld(extraction(attrs.evolve(VISIT, date=Date(date)))))
    (lunar,) = map(json.loads, jsonld(extraction(attrs.evolve(VISIT, date=Date(date, calendar="lunar")))))

    assert (start, end) == (data.get("startDate"), data.get("endDate"))
    assert not {"startDate", "endDate"} & set(lunar)


def test_calendar() -> None:
    """Whole days, the end being the day behind the last; the UID is of event and document; the visit is named."""
    meeting, visit = map(entries, ical(extraction(MEETING, VISIT)))

    assert ("20220905", "20220906", "20220906T000000Z") == (
        meeting["DTSTART;VALUE=DATE"],
        meeting["DTEND;VALUE=DATE"],
        meeting["DTSTAMP"],
    )
    assert ("20220905", "20220908", "TENTATIVE", "CONFIRMED") == (
        visit["DTSTART;VALUE=DATE"],
        visit["DTEND;VALUE=DATE"],
        visit["STATUS"],
        meeting["STATUS"],
    )
    assert ("meeting-1.a%20b@eventx", visit["UID"], "meeting,reception") == (
        meeting["UID"],
        meeting["RELATED-TO"],
        meeting["CATEGORIES"],
    )
    assert r"Meeting (reception): Trần Văn Ánh\, Sok Dara\, The Club\, Ltd" == meeting["SUMMARY"]
    assert "Trần Văn Ánh (host, VN)\nSok Dara (guest, KH)\nThe Club, Ltd (participant)\na b, Tin" == plain(meeting["DESCRIPTION"])
    assert ("Hà Nội, VN", False, False) == (plain(meeting["LOCATION"]), "LOCATION" in visit, "URL" in visit)


def test_what_has_no_days_is_in_no_calendar() -> None:
    """A month, an open end, no year, another calendar, no date at all; a part of a visit without days names none."""
    dates = [
        *map(Date, ("2022-09", "2022-09-05/..", "XXXX-09-05", "2022-09/2022-10")),
        Date("2022-01-15", calendar="lunar"),
        None,
    ]

    assert [] == list(ical(extraction(*(attrs.evolve(MEETING, date=date) for date in dates))))
    (alone,) = map(entries, ical(extraction(MEETING, attrs.evolve(VISIT, date=None))))
    assert "RELATED-TO" not in alone


def test_calendar_text_is_escaped() -> None:
    """Commas, semicolons, backslashes and line ends come back; control characters steer nothing."""
    told = "open; a, b\\c\nBEGIN:VEVENT\r\x1b[2J"
    (entry,) = map(entries, ical(extraction(Proposal(id="p", date=Date("2022-09-05"), items=(told,)))))

    assert "open; a, b\\c\nBEGIN:VEVENT\n [2J\na b, Tin" == plain(entry["DESCRIPTION"])


def test_names() -> None:
    """What it is, with its form, or its own name; and who takes part."""
    assert "Ceremony (wreath laying): Sok Dara" == name_of(Ceremony(form="wreath_laying", participants=(GUEST,)))
    assert "Conference" == name_of(Conference(form="conference"))
    assert "Vienna Forum: Sok Dara" == name_of(Conference(form="forum", name="Vienna Forum", participants=(GUEST,)))


@given(extractions())
def test_any_extraction_can_be_exported(found: Extraction) -> None:
    """JSON-LD is JSON, a line an event; calendars have each day they know, in lines of at most 75 octets that are UTF-8."""
    assert len(found.events) == len([json.loads(line) for line in jsonld(found)])
    calendar = list(ical(found))
    assert len([event for event in found.events if days_of(event.date)]) == len(calendar)
    for entry in calendar:
        assert all(len(line.encode()) <= 75 for line in entry.split("\r\n"))
        assert "\n" not in entry.replace("\r\n", "")
        known = entries(entry)
        assert dt.datetime.strptime(known["DTSTART;VALUE=DATE"], "%Y%m%d")  # noqa: DTZ007 - a day has no zone
