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
from eventx.model import EVENT_TYPES, Event, Participant, Place, Status

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
class _Plan:
    """An event before it is put into a language: people are numbers of a country, of a name there and of an office."""

    kind: str
    form: str
    status: Status
    first: dt.date
    last: dt.date
    people: tuple[tuple[int, int, int], tuple[int, int, int]]
    number: int
    """Which paper, request, conference or phrase; times five, how many years."""


@attrs.frozen(kw_only=True)
class _Told:
    """An event in the words of a language, and what fills in the sentences that tell it."""

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
    return _texts((language,), _kinds((language,), types), whole=False).map(lambda texts: texts[0])


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
    return _texts((language,), _kinds((language,), types), whole=True).map(lambda texts: texts[0])


def reports(
    *, languages: Sequence[str] = ("en", "vi"), types: Sequence[type[Event]] = EVENT_TYPES
) -> SearchStrategy[tuple[EventText, ...]]:
    """Return articles that tell the same events, each in words of its own.

    Args:
        languages: the language of each article.
        types: the event types to draw from.

    Raises:
        ValueError: if there is no language or another one than ``en`` and ``vi``, or a type is not a built-in one.

    """
    return _texts(tuple(languages), _kinds(languages, types), whole=True)


def _kinds(languages: Sequence[str], types: Sequence[type[Event]]) -> list[str]:
    """Return the names of event types, or raise if they cannot be written."""
    if not languages or set(languages) - set(LANGUAGES) or not types or set(types) - set(EVENT_TYPES):
        names = ", ".join(kind.__name__ for kind in EVENT_TYPES)
        message = f"languages {tuple(languages)!r}, types {types!r}: languages are {LANGUAGES}, types {names}"
        raise ValueError(message)
    return [kind.type for kind in EVENT_TYPES if kind in types]


@st.composite
def _texts(draw: DrawFn, languages: tuple[str, ...], types: Sequence[str], *, whole: bool) -> tuple[EventText, ...]:
    """Draw who does what, then the texts."""
    published = draw(st.dates(dt.date(2001, 1, 20), dt.date(2040, 12, 31)))
    kinds = draw(st.lists(st.sampled_from(types), min_size=1, max_size=3 if whole else 1, unique=True))
    # what is asked would be asked at the event before it, and whoever asks would speak at it
    kinds.sort(key=lambda kind: kind != "proposal")
    # two of different countries each time, and nobody twice
    countries = draw(st.permutations(range(len(_words("en")["country"]))))
    plans = [_plan(draw, languages, kind, countries[number * 2 % 4 :], published) for number, kind in enumerate(kinds)]
    return tuple(_text(draw, language, plans, published, whole=whole) for language in languages)


def _plan(draw: DrawFn, languages: Sequence[str], kind: str, countries: Sequence[int], published: dt.date) -> _Plan:
    """Draw an event that can be told in all the languages."""
    tables = [_words(language)["form"][kind] for language in languages]
    form = _pick(draw, [name for name in tables[0] if all(name in table for table in tables)])
    status = _pick(draw, [name for name in tables[0][form] if all(name in table[form] for table in tables)])
    distance = draw(st.integers(1, 12))
    first = published + dt.timedelta(days=distance if status == "planned" else -distance)
    last = first + dt.timedelta(days=draw(st.integers(1, 4))) if kind == "visit" else first
    a, b = ((country, draw(st.integers(0, 1)), draw(st.integers(0, 2))) for country in countries[:2])
    return _Plan(kind=kind, form=form, status=status, first=first, last=last, people=(a, b), number=draw(st.integers(1, 14)))


def _text(draw: DrawFn, language: str, plans: Sequence[_Plan], published: dt.date, *, whole: bool) -> EventText:
    """Write events in a language."""
    words = _words(language)
    told = [_told(draw, language, plan, published) for plan in plans]
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


# -- an event in a language --------------------------------------------------------------------------------------------


def _told(draw: DrawFn, language: str, plan: _Plan, published: dt.date) -> _Told:
    """Return an event as an article of a language tells it, and what fills in the sentences."""
    words = _words(language)
    a, b = (words["country"][country] for country, _, _ in plan.people)
    on, span = _on(draw, language, plan), _span(draw, language, plan)
    item = {name: values[plan.number % len(values)] for name, values in words["words"].items()}
    of = item["of"].format(country=a["name"], other=b["name"])
    fields = {"on": on, "On": _capital(on), "span": span, "Span": _capital(span), "city": a["capital"], "there": b["name"]}
    fields |= {
        "paper": item["papers"],
        "item": item["items"],
        "name": item["conferences"],
        "of": of,
        "years": str(plan.number * 5),
    }
    for key, (country, number, office), at in zip("ab", plan.people, (a, b), strict=True):
        name = words["country"][country]["people"][number]
        fields |= {key: _described(draw, words, at, name, office), f"c{key}": name.split()[at["call"]], f"name_{key}": name}
    values: dict[str, Any] = {
        "status": plan.status,
        "date": _date(plan, on, published),
        "place": _place(plan, a, b),
        "participants": _participants(plan, fields, a, b),
        **_own(plan, fields),
    }
    return _Told(event=_TYPES[plan.kind](**values), form=plan.form, fields=fields)


def _described(draw: DrawFn, words: Words, country: Words, name: str, office: int) -> str:
    """Return somebody with office and country."""
    form: str = _pick(draw, words["mention"]["full"])
    title = words["mention"]["offices"][office]
    return form.format(name=name, office=title, country=country["name"], adjective=country["adjective"])


def _participants(plan: _Plan, fields: Fields, a: Words, b: Words) -> tuple[Participant, ...]:
    """Return who takes part, in the roles of the event."""
    roles = _FORM_ROLES.get(plan.form) or _ROLES[plan.kind]
    told = zip(roles, (fields["name_a"], fields["name_b"]), (a, b), strict=False)
    return tuple(Participant(name=name, role=role, country=country["code"]) for role, name, country in told)


def _place(plan: _Plan, a: Words, b: Words) -> Place | None:
    """Return where an event takes place: in the first one's capital, or where the visit goes."""
    if plan.kind == "visit":
        return Place(name=b["name"], country=b["code"])
    if plan.kind in ("anniversary", "proposal") or plan.form == "phone":
        return None
    return Place(name=a["capital"], country=a["code"])


def _date(plan: _Plan, on: str, published: dt.date) -> Date:
    """Return when it takes place; implied if its words have no year. An anniversary is one of the year of publication."""
    if plan.kind == "anniversary":
        return Date(f"{published.year}", certainty="implied")
    if plan.kind == "visit":
        return Date(f"{plan.first}/{plan.last}")
    return Date(plan.first.isoformat(), certainty="stated" if str(plan.first.year) in on else "implied")


def _own(plan: _Plan, fields: Fields) -> dict[str, Any]:
    """Return the type's own fields."""
    if plan.kind == "anniversary":
        return {"years": int(fields["years"]), "of": fields["of"]}
    values: dict[str, dict[str, Any]] = {
        "conference": {"name": fields["name"]},
        "signing": {"documents": (fields["paper"],)},
        "proposal": {"items": (fields["item"],)},
    }
    return values.get(plan.kind, {} if plan.form == "any" else {"form": plan.form})


_TYPES: Mapping[str, type[Event]] = {kind.type: kind for kind in EVENT_TYPES}
_ROLES: Mapping[str, tuple[str, ...]] = {
    "meeting": ("participant", "participant"),
    "visit": ("visitor",),
    "conference": ("participant",),
    "ceremony": ("participant",),
    "signing": ("signatory", "signatory"),
    "anniversary": (),
    "proposal": ("proposer", "addressee"),
}
_FORM_ROLES = {"reception": ("host", "guest"), "courtesy_call": ("host", "guest")}


def _on(draw: DrawFn, language: str, plan: _Plan) -> str:
    """Return words for the day, of what was held with or without its year."""
    forms = {
        "en": ("on {month} {d}, {y}", "on {d} {month} {y}", "on {month} {d}"),
        "vi": ("ngày {d}/{m}/{y}", "ngày {d} tháng {m} năm {y}", "ngày {d}/{m}"),
    }
    day = plan.first
    form = _pick(draw, forms[language][: None if plan.status == "held" else -1])
    return str(form.format(d=day.day, m=day.month, y=day.year, month=_month(language, day)))


def _span(draw: DrawFn, language: str, plan: _Plan) -> str:
    """Return words for the stretch of days."""
    forms = {
        "en": ("from {month} {d}, {y} to {month2} {d2}, {y2}", "from {d} {month} {y} to {d2} {month2} {y2}"),
        "vi": ("từ ngày {d}/{m}/{y} đến ngày {d2}/{m2}/{y2}", "từ {d}/{m}/{y} đến {d2}/{m2}/{y2}"),
    }
    first, last = plan.first, plan.last
    values = {"d": first.day, "m": first.month, "y": first.year, "month": _month(language, first)}
    values |= {"d2": last.day, "m2": last.month, "y2": last.year, "month2": _month(language, last)}
    return str(_pick(draw, forms[language]).format(**values))


def _month(language: str, day: dt.date) -> str:
    """Return a month's full name."""
    names = [name for name, number in language_data(language).months.items() if number == day.month]
    return max(names, key=len).title()


def _capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


# -- the text ----------------------------------------------------------------------------------------------------------


def _sentence(draw: DrawFn, words: Words, told: _Told) -> str:
    """Return a sentence that tells an event."""
    sentence: str = _pick(draw, words["form"][told.event.type][told.form][told.event.status]).format(**told.fields)
    return _capital(sentence)


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
