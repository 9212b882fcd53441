"""Events in the words of a language: who, when and where as an article tells them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import attrs
from hypothesis.strategies import DrawFn

from eventx import kept
from eventx.edtf import Date
from eventx.language import language_data
from eventx.model import EVENT_TYPES, Event, Participant, Place, Status
from eventx.telling.date_kinds import pick

LANGUAGES = ("en", "vi")

Fields = dict[str, str]
Words = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Plan:
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
class Told:
    """An event in the words of a language, and what fills in the sentences that tell it."""

    event: Event
    form: str
    fields: Fields


@lru_cache(maxsize=len(LANGUAGES))
def words_of(language: str) -> Words:
    """Return the sentences and names of a language."""
    return kept.toml(resources.files("eventx.telling") / f"articles_{language}.toml")


def told_in(draw: DrawFn, language: str, plan: Plan, published: dt.date) -> Told:
    """Return an event as an article of a language tells it, and what fills in the sentences."""
    words = words_of(language)
    a, b = (words["country"][country] for country, _, _ in plan.people)
    on, span = _on(draw, language, plan), _span(draw, language, plan)
    item = {name: values[plan.number % len(values)] for name, values in words["words"].items()}
    of = item["of"].format(country=a["name"], other=b["name"])
    fields = {"on": on, "On": capital(on), "span": span, "Span": capital(span), "city": a["capital"], "there": b["name"]}
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
    return Told(event=_TYPES[plan.kind](**values), form=plan.form, fields=fields)


def _described(draw: DrawFn, words: Words, country: Words, name: str, office: int) -> str:
    """Return somebody with office and country."""
    form: str = pick(draw, words["mention"]["full"])
    title = words["mention"]["offices"][office]
    return form.format(name=name, office=title, country=country["name"], adjective=country["adjective"])


def _participants(plan: Plan, fields: Fields, a: Words, b: Words) -> tuple[Participant, ...]:
    """Return who takes part, in the roles of the event."""
    roles = _FORM_ROLES.get(plan.form) or _ROLES[plan.kind]
    told = zip(roles, (fields["name_a"], fields["name_b"]), (a, b), strict=False)
    return tuple(Participant(name=name, role=role, country=country["code"]) for role, name, country in told)


def _place(plan: Plan, a: Words, b: Words) -> Place | None:
    """Return where an event takes place: in the first one's capital, or where the visit goes."""
    if plan.kind == "visit":
        return Place(name=b["name"], country=b["code"])
    if plan.kind in ("anniversary", "proposal") or plan.form == "phone":
        return None
    return Place(name=a["capital"], country=a["code"])


def _date(plan: Plan, on: str, published: dt.date) -> Date:
    """Return when it takes place; implied if its words have no year. An anniversary is one of the year of publication."""
    if plan.kind == "anniversary":
        return Date(f"{published.year}", certainty="implied")
    if plan.kind == "visit":
        return Date(f"{plan.first}/{plan.last}")
    return Date(plan.first.isoformat(), certainty="stated" if str(plan.first.year) in on else "implied")


def _own(plan: Plan, fields: Fields) -> dict[str, Any]:
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


def _on(draw: DrawFn, language: str, plan: Plan) -> str:
    """Return words for the day, of what was held with or without its year."""
    when, day = words_of(language)["when"], plan.first
    form = pick(draw, [*when["day"], *(when["day_open"] if plan.status == "held" else ())])
    return str(form.format(d=day.day, m=day.month, y=day.year, month=_month(language, day)))


def _span(draw: DrawFn, language: str, plan: Plan) -> str:
    """Return words for the stretch of days."""
    first, last = plan.first, plan.last
    values = {"d": first.day, "m": first.month, "y": first.year, "month": _month(language, first)}
    values |= {"d2": last.day, "m2": last.month, "y2": last.year, "month2": _month(language, last)}
    return str(pick(draw, words_of(language)["when"]["days"]).format(**values))


def _month(language: str, day: dt.date) -> str:
    """Return a month's full name."""
    names = [name for name, number in language_data(language).months.items() if number == day.month]
    return max(names, key=len).title()


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
