"""Articles with the events they tell: events are drawn, and headline, sentences, captions and repeats are written from them."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from eventx.document import Document
from eventx.edtf import Date
from eventx.language import language_data
from eventx.model import (
    EVENT_TYPES,
    Anniversary,
    Ceremony,
    Conference,
    Event,
    Meeting,
    Participant,
    Place,
    Proposal,
    Signing,
    Status,
    Visit,
)

LANGUAGES = ("en", "vi")

Fields = dict[str, str]
Words = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class EventText:
    """A document and the events its text tells, each once, however often the text returns to it.

    Args:
        document: language and day of publication included.
        events: with type, form, status, date, place and participants as told; without ids, titles and evidence.

    """

    document: Document
    events: tuple[Event, ...]


@attrs.frozen(kw_only=True)
class _Person:
    """Somebody an article tells of."""

    name: str
    call: str
    office: str
    described: str
    country: Words

    def in_role(self, role: str) -> Participant:
        """Return the participant."""
        return Participant(name=self.name, role=role, country=self.country["code"])


@attrs.frozen(kw_only=True)
class _Told:
    """An event to write, the sentences that may tell it, and what fills them in."""

    event: Event
    form: str
    fields: Fields


def event_texts(*, language: str = "en", types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[EventText]:
    """Return texts of one sentence that tells one event.

    Args:
        language: ``en`` or ``vi``.
        types: the event types to draw from.

    Raises:
        ValueError: if the language is neither, or a type is not a built-in one.

    """
    _check(language, types)
    return _texts(language, [kind.type for kind in EVENT_TYPES if kind in types], whole=False)


def articles(*, language: str = "en", types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[EventText]:
    """Return articles that tell up to three events of different types and people.

    Around the sentences that tell them stand a headline, captions, sentences that come back to an event in other words, and
    sentences that tell of none.

    Args:
        language: ``en`` or ``vi``.
        types: the event types to draw from.

    Raises:
        ValueError: if the language is neither, or a type is not a built-in one.

    """
    _check(language, types)
    return _texts(language, [kind.type for kind in EVENT_TYPES if kind in types], whole=True)


def _check(language: str, types: Sequence[type[Event]]) -> None:
    """Refuse what cannot be written."""
    if language not in LANGUAGES or not types or any(kind not in EVENT_TYPES for kind in types):
        names = ", ".join(kind.__name__ for kind in EVENT_TYPES)
        message = f"language={language!r}, types={types!r}: languages are {LANGUAGES}, types {names}"
        raise ValueError(message)


@st.composite
def _texts(draw: DrawFn, language: str, types: Sequence[str], *, whole: bool) -> EventText:
    """Draw who there is, what they do, and the text."""
    words = _words(language)
    published = draw(st.dates(dt.date(2001, 1, 20), dt.date(2040, 12, 31)))
    # each country twice at most, so that nobody is taken for another
    cast = [_person(draw, words, country) for country in draw(st.permutations(words["country"]))]
    kinds = draw(st.lists(st.sampled_from(types), min_size=1, max_size=3 if whole else 1, unique=True))
    # what is asked would be asked at the event before it, and whoever asks would speak at it
    kinds.sort(key=lambda kind: kind != "proposal")
    told = [_WRITERS[kind](draw, language, cast[number * 2 % 4 :], published) for number, kind in enumerate(kinds)]
    parts = _article(draw, words, told) if whole else [_sentence(draw, words, told[0])]
    document = Document("\n".join(parts), published=published, language=language)
    return EventText(document=document, events=tuple(one.event for one in told))


@lru_cache(maxsize=len(LANGUAGES))
def _words(language: str) -> Words:
    """Return the sentences and names of a language."""
    return tomllib.loads((resources.files("eventx.telling") / f"articles_{language}.toml").read_text("utf-8"))


def _pick(draw: DrawFn, items: Sequence[Any]) -> Any:
    """Draw one, at the same cost from few as from many: examples shrink to the first, not to where there is no choice."""
    return items[draw(st.integers(0, 59)) % len(items)]


def _person(draw: DrawFn, words: Words, country: Words) -> _Person:
    """Draw somebody of a country."""
    name = _pick(draw, country["people"])
    office = _pick(draw, words["mention"]["offices"])
    described = _pick(draw, words["mention"]["full"]).format(
        name=name, office=office, country=country["name"], adjective=country["adjective"]
    )
    return _Person(name=name, call=name.split()[country["call"]], office=office, described=described, country=country)


# -- the text ----------------------------------------------------------------------------------------------------------


def _sentence(draw: DrawFn, words: Words, told: _Told) -> str:
    """Return a sentence that tells an event."""
    sentence: str = _pick(draw, words["form"][told.event.type][told.form][told.event.status]).format(**told.fields)
    return sentence[:1].upper() + sentence[1:]


def _article(draw: DrawFn, words: Words, told: Sequence[_Told]) -> list[str]:
    """Return the paragraphs of an article."""
    parts = _around(draw, words, "headlines", told[0], 1) if draw(st.booleans()) else []
    for one in told:
        parts += _noise(draw, words)
        paragraph = [_sentence(draw, words, one)]
        if one.event.status == "held":
            paragraph += _around(draw, words, "again", one, 2)
            parts.append(" ".join(paragraph))
            parts += _around(draw, words, "captions", one, 1)
        else:
            parts.append(" ".join(paragraph))
    return parts + _noise(draw, words)


def _around(draw: DrawFn, words: Words, where: str, told: _Told, most: int) -> list[str]:
    """Return up to `most` texts that tell an event again."""
    forms = words["around"][where].get(told.event.type if told.form == "any" else told.form, [])
    if not forms or told.event.status != "held":
        return []
    chosen = draw(st.lists(st.sampled_from(forms), max_size=most, unique=True))
    return [form.format(**told.fields) for form in chosen]


def _noise(draw: DrawFn, words: Words) -> list[str]:
    """Return a paragraph or none that tells of no event."""
    if not draw(st.booleans()):
        return []
    noise = words["noise"]
    sentences = draw(st.lists(st.sampled_from(noise["sentences"]), min_size=1, max_size=2, unique=True))
    if draw(st.booleans()):
        sentences.append(_pick(draw, noise["dated"]).format(year=draw(st.integers(1950, 1999))))
    return [" ".join(sentences)]


# -- when --------------------------------------------------------------------------------------------------------------


def _day(draw: DrawFn, published: dt.date, status: Status) -> dt.date:
    """Draw a day shortly before publication, or of what is planned shortly after."""
    distance = draw(st.integers(1, 12))
    return published + dt.timedelta(days=distance if status == "planned" else -distance)


def _on(draw: DrawFn, language: str, day: dt.date) -> str:
    """Return words for a day, with or without its year."""
    forms = {
        "en": ("on {month} {d}, {y}", "on {d} {month} {y}", "on {month} {d}"),
        "vi": ("ngày {d}/{m}/{y}", "ngày {d} tháng {m} năm {y}", "ngày {d}/{m}"),
    }
    form = _pick(draw, forms[language])
    return str(form.format(d=day.day, m=day.month, y=day.year, month=_month(language, day)))


def _span(draw: DrawFn, language: str, first: dt.date, last: dt.date) -> str:
    """Return words for a stretch of days."""
    forms = {
        "en": ("from {month} {d}, {y} to {month2} {d2}, {y2}", "from {d} {month} {y} to {d2} {month2} {y2}"),
        "vi": ("từ ngày {d}/{m}/{y} đến ngày {d2}/{m2}/{y2}", "từ {d}/{m}/{y} đến {d2}/{m2}/{y2}"),
    }
    values = {"d": first.day, "m": first.month, "y": first.year, "month": _month(language, first)}
    values |= {"d2": last.day, "m2": last.month, "y2": last.year, "month2": _month(language, last)}
    return str(_pick(draw, forms[language]).format(**values))


def _month(language: str, day: dt.date) -> str:
    """Return a month's full name."""
    names = [name for name, number in language_data(language).months.items() if number == day.month]
    return max(names, key=len).title()


def _date(day: dt.date, words: str) -> Date:
    """Return a day as a date, implied if its words have no year."""
    return Date(day.isoformat(), certainty="stated" if str(day.year) in words else "implied")


# -- what happens ------------------------------------------------------------------------------------------------------


def _two(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date, status: Status) -> tuple[Date, Place, Fields]:
    """Return when and where the first two of the cast do something in the first one's capital, and what tells it."""
    a, b = cast[:2]
    day = _day(draw, published, status)
    on = _on(draw, language, day)
    city = a.country["capital"]
    fields = {"a": a.described, "b": b.described, "ca": a.call, "cb": b.call, "name_a": a.name, "name_b": b.name}
    fields |= {"on": on, "On": on[:1].upper() + on[1:], "city": city}
    return _date(day, on), Place(name=city, country=a.country["code"]), fields


def _status(draw: DrawFn, language: str, kind: str, form: str) -> Status:
    """Draw one of the statuses in which a form can be told."""
    status: Status = _pick(draw, list(_words(language)["form"][kind][form]))
    return status


def _meeting(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw a meeting of two."""
    form = _pick(draw, list(_words(language)["form"]["meeting"]))
    status = _status(draw, language, "meeting", form)
    date, place, fields = _two(draw, language, cast, published, status)
    roles = ("host", "guest") if form in ("reception", "courtesy_call") else ("participant", "participant")
    people = tuple(person.in_role(role) for person, role in zip(cast, roles, strict=False))
    event = Meeting(form=form, status=status, date=date, place=None if form == "phone" else place, participants=people)
    return _Told(event=event, form=form, fields=fields)


def _visit(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw a visit of the first to the country of the second."""
    status = _status(draw, language, "visit", "any")
    _, _, fields = _two(draw, language, cast, published, status)
    first = _day(draw, published, status)
    last = first + dt.timedelta(days=draw(st.integers(1, 4)))
    span = _span(draw, language, first, last)
    there = cast[1].country
    fields |= {"there": there["name"], "span": span, "Span": span[:1].upper() + span[1:]}
    place = Place(name=there["name"], country=there["code"])
    event = Visit(status=status, date=Date(f"{first}/{last}"), place=place, participants=(cast[0].in_role("visitor"),))
    return _Told(event=event, form="any", fields=fields)


def _conference(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw a conference that somebody attends."""
    date, place, fields = _two(draw, language, cast, published, "held")
    name = _pick(draw, _words(language)["words"]["conferences"])
    event = Conference(name=name, date=date, place=place, participants=(cast[0].in_role("participant"),))
    return _Told(event=event, form="any", fields=fields | {"name": name})


def _ceremony(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw a wreath-laying."""
    date, place, fields = _two(draw, language, cast, published, "held")
    event = Ceremony(form="wreath_laying", date=date, place=place, participants=(cast[0].in_role("participant"),))
    return _Told(event=event, form="wreath_laying", fields=fields)


def _signing(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw a signing by two."""
    status = _status(draw, language, "signing", "any")
    date, place, fields = _two(draw, language, cast, published, status)
    paper = _pick(draw, _words(language)["words"]["papers"])
    people = tuple(person.in_role("signatory") for person in cast[:2])
    event = Signing(status=status, date=date, place=place, participants=people, documents=(paper,))
    return _Told(event=event, form="any", fields=fields | {"paper": paper})


def _anniversary(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw an anniversary of the ties of two countries, in the year of publication."""
    years = draw(st.integers(1, 14)) * 5
    names = [person.country["name"] for person in cast[:2]]
    of = _pick(draw, _words(language)["words"]["of"]).format(country=names[0], other=names[1])
    event = Anniversary(years=years, of=of, date=Date(f"{published.year}", certainty="implied"))
    return _Told(event=event, form="any", fields={"years": str(years), "of": of})


def _proposal(draw: DrawFn, language: str, cast: Sequence[_Person], published: dt.date) -> _Told:
    """Draw what one asks of another."""
    date, _, fields = _two(draw, language, cast, published, "held")
    item = _pick(draw, _words(language)["words"]["items"])
    people = (cast[0].in_role("proposer"), cast[1].in_role("addressee"))
    return _Told(event=Proposal(date=date, participants=people, items=(item,)), form="any", fields=fields | {"item": item})


_WRITERS: Mapping[str, Any] = {
    "meeting": _meeting,
    "visit": _visit,
    "conference": _conference,
    "ceremony": _ceremony,
    "signing": _signing,
    "anniversary": _anniversary,
    "proposal": _proposal,
}
