"""Texts with marks that say what extractors would read there, so that a case of the merger is one line.

    "[Minister Berg: NO, minister=Minister, name=Anna Berg] *met* [Dara] in <Oslo: NO, locative> on {May 3: 2022-05-03}."

``[…]`` is a person (``body``: a body, ``worldly``: one of several countries): country, ``m`` or ``f``, the fields of `Mention`,
or a title as office=words@body:
``<…>`` a place: country, kind, ``locative``, ``goal``; ``{…}`` a date; ``*…*`` a trigger: the frame, if the word is none itself,
then status, ``anaphoric``, ``background``, ``apart``, traits and its own fields. The name is the words themselves if none is
given; what is led in by ``by``, ``of`` or ``titled`` is looked for in words that stand elsewhere in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

from telling import TYPES, Telling

from eventx import Date, Document, Event, Mention, PlaceMention, Slot, Span, Title, Trigger
from eventx.contribution import Contribution, Trait
from eventx.merger import merge

_MARK = re.compile(r"([\[<{*])([^\[\]<>{}*]+?)(?:: ([^\[\]<>{}*]*))?[\]>}*]")
_FLAGS = {"anaphoric", "background", "apart", "locative", "goal", "spans_countries"}
_TRAITS = frozenset(get_args(Trait))

FRAMES: dict[str, tuple[str, str, str]] = {
    # word: type, role before it, role behind it
    "met": ("meeting", "participant", "participant"),
    "received": ("meeting", "host", "guest"),
    "seen": ("meeting", "guest", "host"),
    "meeting": ("meeting", "", "participant"),
    "visited": ("visit", "visitor", "place"),
    "trip": ("visit", "visitor", "place"),
    "proposed": ("proposal", "proposer", "addressee"),
    "signed": ("signing", "signatory", ""),
    "rite": ("ceremony", "participant", "place"),
    "held": ("ceremony", "host", "place"),
    "forum": ("conference", "participant", "place"),
    "welcomed": ("ceremony", "host", "guest"),
    "hailed": ("ceremony", "host", "guest"),
    "spoke": ("ceremony", "speaker", ""),
    "toured": ("visit", "visitor", "host"),
    "stayed": ("visit", "visitor", "date"),
    "feasted": ("ceremony", "host", "date"),
    "years": ("anniversary", "host", "date"),
    "with": ("scene", "", "participant"),
    "joined": ("scene", "participant", ""),
    "along": ("scene", "", "visitor"),
}
_TAKES: dict[str, tuple[Any, Any]] = {
    "met": ("last", "head"),
    "received": ("last", "head"),
    "visited": ("last", "all"),
    "hailed": ("last", "head"),
}
_CARRIED = {"host", "visitor", "proposer"}


def script(marked: str, *, language: str = "en", dateline: str = "", **more: Any) -> Telling:
    """Return a telling of a text with marks; the words of `dateline` stand in it and are one."""
    found: list[tuple[str, Span, list[str]]] = []
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start, at = len(text), match.end()
        text += match[2]
        found.append((match[1], Span(start, len(text)), [part.strip() for part in (match[3] or "").split(",") if part]))
    telling = Telling(text + marked[at:])
    telling.document = Document(telling.document.text, language=language, **more)
    for mark, span, options in found:
        field, value, certainty = _READ[mark](telling, span, options)
        telling.contributions.append(Contribution(field=field, value=value, span=span, rule="test.rule", certainty=certainty))
    if dateline:
        telling.add("zone", "dateline", dateline)
    return telling


_READINGS: tuple[tuple[str, Callable[[Telling, re.Match[str]], dict[str, Any]]], ...] = (
    ("(m|f)", lambda _, found: {"gender": found[1]}),
    ("([A-Z]{2})", lambda _, found: {"country": found[1]}),
    ("body", lambda _telling, _found: {"kind": "organisation"}),
    ("worldly", lambda _telling, _found: {"country_within": ()}),
    ("delegation", lambda _telling, _found: {"delegation": True}),
    ("(title|description|pronoun|role|group)", lambda _, found: {"reference": found[1], "name": None}),
    ("(number|call_name)=(.+)", lambda _, found: {found[1]: int(found[2])}),
    ("(name|role|name_order)=(.+)", lambda _, found: {found[1]: found[2]}),
    ("offices=(.+)", lambda _, found: {"offices": tuple(found[1].split("+"))}),
    ("led=(.+)", lambda telling, found: {"leader_within": (telling.span(found[1]),)}),
    ("of=(.+)", lambda telling, found: {"country_within": (telling.span(found[1]),)}),
)
"""What may be said of a mention, and its fields that are meant; anything else is a title."""


def _mention(telling: Telling, span: Span, options: list[str]) -> tuple[str, Any, Any]:
    """Return a mention of a person or a body."""
    values: dict[str, Any] = {"name": telling.document.slice(span)}
    if "body" in options:
        values["country_within"] = (span,)
    titles = []
    for option in options:
        for pattern, reading in _READINGS:
            match = re.fullmatch(pattern, option)
            if match:
                values |= reading(telling, match)
                break
        else:
            if option != "implied":
                office, equals, words = option.partition("=")
                text, _, body = (words if equals else office).partition("@")
                titles.append(Title(text=text, office=office if equals else None, organisation=body or None))
    return "mention", Mention(titles=tuple(titles), **values), "implied" if "implied" in options else "stated"


def _place(telling: Telling, span: Span, options: list[str]) -> tuple[str, Any, Any]:
    """Return a place."""
    values: dict[str, Any] = {"name": telling.document.slice(span)}
    for option in options:
        if option in _FLAGS:
            values[option] = True
        else:
            values["country" if option.isupper() else "kind"] = option
    return "place", PlaceMention(**values), "stated"


def _date(telling: Telling, span: Span, options: list[str]) -> tuple[str, Any, Any]:
    """Return a date; its words may be the value themselves."""
    options = options or [telling.document.slice(span)]
    calendar: Any = "lunar" if "lunar" in options else "gregorian"
    return "date", Date(options[0], calendar=calendar), "stated"


def _trigger(telling: Telling, span: Span, options: list[str]) -> tuple[str, Any, Any]:
    """Return a trigger with the slots of its frame in its sentence."""
    word = telling.document.slice(span)
    frame = next((option for option in options if option in FRAMES), word)
    kind, before, behind = FRAMES[frame]
    first, second = _TAKES.get(frame, ("all", "all"))
    sentence = telling.document.sentence_at(span.start)
    slots: list[Slot] = []
    if before and "bare" not in options:
        slots.append(Slot(role=before, spans=(Span(sentence.start, span.start),), take=first, carry=before in _CARRIED))
    if behind and "bare" not in options:
        slots.append(Slot(role=behind, spans=(Span(span.end, sentence.end),), take=second))
    values: dict[str, Any] = {"fields": (), "traits": tuple(option for option in options if option in _TRAITS)}
    for option in options:
        key, equals, told = option.partition("=")
        if option in _FLAGS:
            values[option] = True
        elif equals:
            value: object = int(told) if told.isdigit() else Date(told) if key in ("date", "since") else told
            values["fields"] += ((key, (value,) if key in ("items", "documents") else value),)
        elif option not in FRAMES and option not in _TRAITS and option != "bare":
            values["status"] = option
    return "trigger", Trigger(type=kind, slots=tuple(slots), **values), "stated"


_READ = {"[": _mention, "<": _place, "{": _date, "*": _trigger}


def events(marked: str, **more: Any) -> tuple[Event, ...]:
    """Return the events of a text with marks."""
    telling = script(marked, **more)
    return merge(telling.document, telling.contributions, types=TYPES)


def told(marked: str | Telling, **more: Any) -> list[str]:
    """Return the events of a text with marks, each in a line: type, status if not held, date, place, people."""
    found = events(marked, **more) if isinstance(marked, str) else marked.events()
    return [line(event) for event in found]


def line(event: Event) -> str:
    """Return an event in one line, as ``meeting 2022-05-03 @Oslo: Anna Berg, Sok Dara``; what is implied in brackets."""
    parts = [event.type]
    if event.status != "held":
        parts.append(event.status)
    if event.date is not None:
        parts.append(event.date.edtf if event.date.certainty == "stated" else f"({event.date.edtf})")
    if event.place is not None:
        parts.append(f"@{event.place.name}" if event.place.certainty == "stated" else f"(@{event.place.name})")
    return f"{' '.join(parts)}: {', '.join(person.name for person in event.participants)}"


def countries(marked: str | Telling, **more: Any) -> dict[str, str | None]:
    """Return the countries of those who take part, by their names."""
    found = events(marked, **more) if isinstance(marked, str) else marked.events()
    return {person.name: person.country for event in found for person in event.participants}


def tellings(marked: str, **more: Any) -> list[str]:
    """Return the words of the triggers that each event of a text with marks was read from."""
    telling = script(marked, **more)
    return [
        " ".join(telling.document.slice(source.span) for source in event.provenance if source.field == "type" and source.span)
        for event in telling.events()
    ]
