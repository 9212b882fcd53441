"""Hypothesis strategies for what eventx gives: events, and the values that they are made of."""

from __future__ import annotations

import datetime as dt
import types as types_module
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Literal, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from eventx.edtf import Date
from eventx.model import EVENT_TYPES, Event, Evidence, FieldSource, Participant, Place, Span, Title, own_fields

_COUNTRIES = ("VN", "KH", "CN", "LA", "FR", "US")
RULES = st.sampled_from(("test.rule", "test.en.rule", "test.vi.rule"))
# Words with what makes texts hard: marks, abbreviations, letters outside the BMP, combining marks, line ends.
_WORDS = (
    "met", "on", "Hanoi", "Hà Nội", "Đinh", "Mr.", "5", "September", "2022", "tiếp", "ngày", "Ha\u0300",
    "U.S.", "e\u0301", "😀", ".", "\n", "“", "",
)  # fmt: skip


def texts(*, max_size: int = 40) -> SearchStrategy[str]:
    """Return texts: words that look like news in both languages, and any characters at all.

    Args:
        max_size: the most words, or characters, of a text.

    """
    words = st.lists(st.sampled_from(_WORDS), max_size=max_size).map(" ".join)
    return words | st.text(max_size=max_size)


def short_texts() -> SearchStrategy[str]:
    """Return short texts that are not empty."""
    return st.sampled_from([word for word in _WORDS if word.strip()]) | st.text(min_size=1, max_size=12)


def spans(*, length: int = 1000) -> SearchStrategy[Span]:
    """Return spans inside a text of `length` code points."""
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def dates(draw: DrawFn, *, min_year: int = 1900, max_year: int = 2100, intervals: bool = True) -> Date:
    """Return dates: days, months, years, dates without a year, intervals; stated or implied.

    Args:
        draw: given by Hypothesis.
        min_year: the first year.
        max_year: the last year.
        intervals: whether intervals are among them.

    """
    day = draw(st.dates(dt.date(min_year, 1, 1), dt.date(max_year, 12, 28)))
    forms = [day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}", f"XXXX-{day:%m-%d}", f"{day:%Y-%m}~", f"{day:%Y}-21"]
    if intervals:
        forms.append(f"{day}/{day + dt.timedelta(days=draw(st.integers(0, 3)))}")
    return Date(
        draw(st.sampled_from(forms)),
        certainty=draw(st.sampled_from(("stated", "implied"))),
        settled=draw(st.sampled_from(((), (("year", "publication"),)))),
        part_of_day=draw(st.sampled_from((None, "morning", "afternoon"))),
    )


def titles() -> SearchStrategy[Title]:
    """Return titles, with and without the parts read out of them."""
    part = st.none() | short_texts()
    return st.builds(Title, text=short_texts(), office=part, organisation=part, country=countries())


def countries() -> SearchStrategy[str | None]:
    """Return codes of countries."""
    return st.none() | st.sampled_from(_COUNTRIES)


def tuples(items: SearchStrategy[Any], max_size: int = 3) -> SearchStrategy[tuple[Any, ...]]:
    """Return short tuples."""
    return st.lists(items, max_size=max_size).map(tuple)


def participants(*, roles: Sequence[str] = ("participant", "host", "guest")) -> SearchStrategy[Participant]:
    """Return participants.

    Args:
        roles: the roles they may have.

    """
    return st.builds(
        Participant,
        name=short_texts(),
        kind=st.sampled_from(("person", "organisation")),
        role=st.sampled_from(list(roles)),
        titles=tuples(titles()),
        country=countries(),
        mentions=tuples(spans()),
    )


def _own_values(kind: type[Event]) -> dict[str, SearchStrategy[Any]]:
    """Return strategies for a type's own fields, by their annotations."""
    with suppress(NameError):  # of a class made inside a function; its annotations then stay text, its fields at their defaults
        attrs.resolve_types(kind)
    forms = st.none() | st.sampled_from(("reception", "official"))
    optional: Any = str | None
    values = {}
    for field in own_fields(kind):
        drawn = forms if (field.name, field.type) == ("form", optional) else _of(field.type)
        values[field.name] = st.just(field.default) if drawn is None else drawn
    return values


def _of(kind: Any) -> SearchStrategy[Any] | None:
    """Return values of an annotation, whatever JSON can hold; None of one that is not known."""
    plain: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        type(None): st.none,
        str: short_texts,
        bool: st.booleans,
        int: lambda: st.integers(1, 200),
        float: lambda: st.floats(allow_nan=False, allow_infinity=False),
        dt.date: st.dates,
        Date: dates,
        Title: titles,
        Participant: participants,
        Place: places,
        Span: spans,
    }
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in plain:
        return plain[kind]()
    if origin is Literal:
        return st.sampled_from(arguments)
    many = origin is tuple and arguments[1:] == (Ellipsis,)
    inner = list(arguments[:1] if many else arguments)
    if origin is not tuple:
        inner.sort(key=lambda one: one is not type(None))  # None first, as the simplest of a union
    parts = [_of(one) for one in inner]
    known = [part for part in parts if part is not None]
    if not parts or len(known) < len(parts) or origin not in (tuple, Union, types_module.UnionType):
        return None
    if many:
        return tuples(known[0])
    return st.tuples(*known) if origin is tuple else st.one_of(known)


def places() -> SearchStrategy[Place]:
    """Return places."""
    return st.builds(Place, name=short_texts(), country=countries(), certainty=st.sampled_from(("stated", "implied")))


def events(*, types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[Event]:
    """Return events, meetings first.

    Args:
        types: the event types to draw from.

    """
    return st.one_of([_events_of(kind) for kind in types])


def _events_of(kind: type[Event]) -> SearchStrategy[Event]:
    """Return events of one type."""
    evidence = st.builds(Evidence, span=spans(), text=short_texts(), rule=RULES, extractor=st.sampled_from(("", "test")))
    sources = st.builds(
        FieldSource, field=st.sampled_from(("date", "place")), value=short_texts(), rule=RULES, span=st.none() | spans()
    )
    return st.builds(
        kind,
        id=st.text(alphabet="abcdef0123456789-", max_size=2) | st.text(alphabet="abcdef0123456789-", max_size=8),
        status=st.sampled_from(("held", "planned", "cancelled", "hypothetical")),
        date=st.none() | dates(),
        place=st.none() | places(),
        participants=tuples(participants(roles=kind.roles)),
        part_of=st.none() | st.text(alphabet="abcdef0123456789-", max_size=2),
        evidence=tuples(evidence),
        provenance=tuples(sources),
        **_own_values(kind),
    )
