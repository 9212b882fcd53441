"""Events for other programs: schema.org/Event as JSON-LD, and iCalendar (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from eventx.edtf import Date
from eventx.extraction import Extraction
from eventx.model import Event, Participant
from eventx.serialise import as_text
from eventx.table import details

Data = dict[str, Any]

_KEPT_IN_URI = "/:?#[]@!$&'()*+,;=%~"


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Return the pattern of what both EDTF and ISO 8601 know: a year, a month, a day."""
    return re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


def name_of(event: Event) -> str:
    """Return a line that names an event: what it is and who takes part."""
    form = getattr(event, "form", None)
    kind = event.type if form in (None, event.type) else f"{event.type} ({form})"
    label = str(getattr(event, "name", None) or kind.capitalize().replace("_", " "))
    people = ", ".join(person.name for person in event.participants)
    return f"{label}: {people}" if people else label


def keywords(event: Event) -> list[str]:
    """Return an event's type and form."""
    return list(dict.fromkeys(filter(None, (event.type, getattr(event, "form", None)))))


def place_of(event: Event) -> str | None:
    """Return where an event takes place: the name, and the country's code."""
    return ", ".join(filter(None, (event.place.name, event.place.country))) if event.place else None


# -- JSON-LD -----------------------------------------------------------------------------------------------------------

JSONLD = ('{"@context": "https://schema.org", "@graph": [\n', ",\n", "\n]}\n")
"""What stands before, between and behind the events; likewise `ICAL`."""

_STATUS = {
    "held": "https://schema.org/EventScheduled",
    "planned": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}
_PARTS = {"host": "organizer", "speaker": "performer"}


def jsonld(extraction: Extraction) -> Iterator[str]:
    """Yield each event of a document as a schema.org/Event, one line each; what is unknown is left out."""
    document = extraction.document
    source = {
        "@type": "NewsArticle",
        "identifier": document.id,
        "url": _uri(document.uri),
        "headline": document.title,
        "inLanguage": document.language,
        "datePublished": document.published and document.published.isoformat(),
    }
    for event in extraction.events:
        start, end = _iso(event.date)
        data = {
            "@type": "Event",
            "@id": _id(extraction, event.id),
            "identifier": event.id,
            "name": name_of(event),
            "keywords": keywords(event),
            "eventStatus": _STATUS.get(event.status),
            "startDate": start,
            "endDate": end,
            "location": _location(event),
            "description": "; ".join(details(event)) or None,
            **_people(event.participants),
            "superEvent": {"@id": _id(extraction, event.part_of)} if event.part_of else None,
            "subjectOf": _known(source),
        }
        yield as_text(_known(data))


def _known(data: Data) -> Data:
    """Return an object without what is unknown."""
    return {key: value for key, value in data.items() if value not in (None, [])}


def _id(extraction: Extraction, event: str) -> str:
    """Return the IRI of an event: a part of where its document came from."""
    document = extraction.document
    return f"{_uri(document.uri)}#{quote(event)}" if document.uri else f"#{quote(document.id or 'text')}/{quote(event)}"


def _uri(text: str | None) -> str | None:
    """Return a URI, or a path, without characters that no URI has."""
    return quote(text, safe=_KEPT_IN_URI, errors="replace") if text else None


def _iso(date: Date | None) -> tuple[str | None, str | None]:
    """Return the start and end of a date so far as ISO 8601 knows them: no season, no open year, no lunar date."""
    if date is None or date.calendar != "gregorian":
        return None, None
    start, slash, end = date.edtf.partition("/")
    known = [part if _plain().fullmatch(part) else None for part in (start, end)]
    return known[0], known[1] if slash else None


def _location(event: Event) -> Data | None:
    """Return the place of an event."""
    if event.place is None:
        return None
    return _known({"@type": "Place", "name": event.place.name, "address": _address(event.place.country)})


def _address(country: str | None) -> Data | None:
    """Return an address of which only the country is known."""
    return {"@type": "PostalAddress", "addressCountry": country} if country else None


def _people(people: Iterable[Participant]) -> dict[str, list[Data]]:
    """Return those who take part: hosts, speakers and others, these with their roles."""
    found: dict[str, list[Data]] = {}
    for person in people:
        country = _address(person.country)
        data = _known({
            "@type": "Person" if person.kind == "person" else "Organization",
            "name": person.name,
            "jobTitle": [title.text for title in person.titles],
            # who acts for a country belongs to a body of it; no nationality is told
            "memberOf": {"@type": "Organization", "address": country} if country else None,
        })  # fmt: skip
        part = _PARTS.get(person.role, "attendee")
        if part == "attendee" and person.role != "participant":
            data = {"@type": "Role", "roleName": person.role, "attendee": data}
        found.setdefault(part, []).append(data)
    return found


# -- iCalendar ---------------------------------------------------------------------------------------------------------

ICAL = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//eventx//eventx//EN\r\nCALSCALE:GREGORIAN\r\n", "", "END:VCALENDAR\r\n")

_ICAL_STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED"}
_OCTETS = 75


def ical(extraction: Extraction) -> Iterator[str]:
    """Yield a VEVENT for each event whose day, or first and last day, is known; others have no place in a calendar."""
    document = extraction.document
    dated = [(event, days) for event in extraction.events if (days := days_of(event.date))]
    written = {event.id for event, _ in dated}
    for event, (first, last) in dated:
        # the same document gives the same calendar, so it is no time of writing
        stamp = document.published or first
        people = [f"{person.name} ({', '.join(filter(None, (person.role, person.country)))})" for person in event.participants]
        source = ", ".join(filter(None, (document.id, document.title)))
        lines = [
            "BEGIN:VEVENT",
            f"UID:{_escaped(_uid(extraction, event.id))}",
            f"DTSTAMP:{_day(stamp)}T000000Z",
            f"DTSTART;VALUE=DATE:{_day(first)}",
            f"DTEND;VALUE=DATE:{_day(last + dt.timedelta(days=1))}" if last < dt.date.max else "",
            f"SUMMARY:{_escaped(name_of(event))}",
            f"STATUS:{_ICAL_STATUS.get(event.status, 'TENTATIVE')}",
            f"CATEGORIES:{','.join(map(_escaped, keywords(event)))}",
            f"LOCATION:{_escaped(place_of(event) or '')}" if event.place else "",
            f"DESCRIPTION:{_escaped(chr(10).join(filter(None, (*people, *details(event), source))))}",
            f"URL:{_uri(document.uri)}" if document.uri and "://" in document.uri else "",
            f"RELATED-TO:{_escaped(_uid(extraction, event.part_of))}" if event.part_of and event.part_of in written else "",
            "END:VEVENT",
        ]
        yield "".join(_folded(line) for line in lines if line)


def days_of(date: Date | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date that names both, or names one."""
    if date is None or date.calendar != "gregorian" or not all(end and end.day and end.year for end in date.ends):
        return None
    first, last = date.earliest, date.latest
    return (first, last) if first and last else None


def _uid(extraction: Extraction, event: str) -> str:
    """Return an event's name in all the world: the same document gives the same."""
    return f"{event}.{quote(extraction.document.id or 'text', safe='')}@eventx"


def _day(day: dt.date) -> str:
    """Return a day as calendars write it."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    """Return a text in which what has a meaning in iCalendar is escaped, without control characters."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    text = re.sub(r"\r\n?|[\n\x85\u2028\u2029]", r"\\n", text)
    return re.sub("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", " ", text)


def _folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, none of them a part of a character."""
    pieces, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _OCTETS:
            pieces.append("")
            size = 1  # the blank before it
        pieces[-1] += char
        size += octets
    return "\r\n ".join(pieces) + "\r\n"
