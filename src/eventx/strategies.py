"""Hypothesis strategies for everything eventx takes and gives, for tests of plugins and of programs that use eventx.

Installing ``eventx[testing]`` is enough: Hypothesis finds the strategies by itself, so that ``st.from_type(eventx.Event)`` works
without an import of this module.
"""

from __future__ import annotations

import datetime as dt
import types as types_module
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Literal, Union, get_args, get_origin

import attrs

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:  # pragma: no cover - the extra is installed wherever tests run
    message = "eventx.strategies needs Hypothesis: pip install 'eventx[testing]'"
    raise ImportError(message) from error

from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trigger
from eventx.document import Document
from eventx.edtf import Date
from eventx.extraction import Extraction
from eventx.extractors import Extractor, FunctionExtractor
from eventx.model import EVENT_TYPES, Event, Evidence, FieldSource, Participant, Place, Span, Title, own_fields
from eventx.problems import Problem
from eventx.telling.articles import EventText, articles, event_texts, reports
from eventx.telling.dates import DatedText, dated_texts

__all__ = [
    "DatedText",
    "EventText",
    "articles",
    "contributions",
    "dated_texts",
    "dates",
    "documents",
    "event_texts",
    "events",
    "extractions",
    "extractors",
    "participants",
    "problems",
    "reports",
    "spans",
    "texts",
    "titles",
]

_COUNTRIES = ("VN", "KH", "CN", "LA", "FR", "US")
_RULES = st.sampled_from(("test.rule", "test.en.rule", "test.vi.rule"))
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


def _words() -> SearchStrategy[str]:
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
    part = st.none() | _words()
    return st.builds(Title, text=_words(), office=part, organisation=part, country=_countries())


def _countries() -> SearchStrategy[str | None]:
    """Return codes of countries."""
    return st.none() | st.sampled_from(_COUNTRIES)


def _tuples(items: SearchStrategy[Any], max_size: int = 3) -> SearchStrategy[tuple[Any, ...]]:
    """Return short tuples."""
    return st.lists(items, max_size=max_size).map(tuple)


def participants(*, roles: Sequence[str] = ("participant", "host", "guest")) -> SearchStrategy[Participant]:
    """Return participants.

    Args:
        roles: the roles they may have.

    """
    return st.builds(
        Participant,
        name=_words(),
        kind=st.sampled_from(("person", "organisation")),
        role=st.sampled_from(list(roles)),
        titles=_tuples(titles()),
        country=_countries(),
        mentions=_tuples(spans()),
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
        str: _words,
        bool: st.booleans,
        int: lambda: st.integers(1, 200),
        float: lambda: st.floats(allow_nan=False, allow_infinity=False),
        dt.date: st.dates,
        Date: dates,
        Title: titles,
        Participant: participants,
        Place: _places,
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
        return _tuples(known[0])
    return st.tuples(*known) if origin is tuple else st.one_of(known)


def _places() -> SearchStrategy[Place]:
    """Return places."""
    return st.builds(Place, name=_words(), country=_countries(), certainty=st.sampled_from(("stated", "implied")))


def events(*, types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[Event]:
    """Return events, meetings first.

    Args:
        types: the event types to draw from.

    """
    return st.one_of([_events_of(kind) for kind in types])


def _events_of(kind: type[Event]) -> SearchStrategy[Event]:
    """Return events of one type."""
    evidence = st.builds(Evidence, span=spans(), text=_words(), rule=_RULES, extractor=st.sampled_from(("", "test")))
    sources = st.builds(
        FieldSource, field=st.sampled_from(("date", "place")), value=_words(), rule=_RULES, span=st.none() | spans()
    )
    return st.builds(
        kind,
        id=st.text(alphabet="abcdef0123456789-", max_size=2) | st.text(alphabet="abcdef0123456789-", max_size=8),
        status=st.sampled_from(("held", "planned", "cancelled", "hypothetical")),
        date=st.none() | dates(),
        place=st.none() | _places(),
        participants=_tuples(participants(roles=kind.roles)),
        part_of=st.none() | st.text(alphabet="abcdef0123456789-", max_size=2),
        evidence=_tuples(evidence),
        provenance=_tuples(sources),
        **_own_values(kind),
    )


@st.composite
def contributions(
    draw: DrawFn, *, length: int = 1000, fields: Sequence[str] = ("date", "place", "mention", "trigger")
) -> Contribution:
    """Return contributions of the built-in fields.

    Args:
        draw: given by Hypothesis.
        length: the length of the text they were read from.
        fields: the fields they may be of.

    """
    field = draw(st.sampled_from(list(fields)))
    values: dict[str, Callable[[], SearchStrategy[Any]]] = {
        "date": dates,
        "published": lambda: dates(intervals=False),
        "place": lambda: st.builds(PlaceMention, name=_words(), country=_countries(), locative=st.booleans()),
        "mention": lambda: st.builds(Mention, name=st.none() | _words(), titles=_tuples(titles()), country=_countries()),
        "zone": lambda: st.sampled_from(("header", "headline", "dateline", "caption")),
        "trigger": lambda: _triggers(length),
    }
    return Contribution(
        field=field,
        value=draw(values[field]()),
        span=draw(spans(length=length)),
        rule=draw(_RULES),
        certainty=draw(st.sampled_from(("stated", "implied"))),
        extractor=draw(st.sampled_from(("test", "other"))),
    )


def _triggers(length: int) -> SearchStrategy[Trigger]:
    """Return triggers of the built-in event types."""
    slots = st.builds(
        Slot, role=st.sampled_from(("host", "guest", "participant")), spans=_tuples(spans(length=length)), carry=st.booleans()
    )
    values = st.sampled_from((("form", "talks"), ("years", 55), ("items", ("a", "b")), ("since", Date("1967-06-24"))))
    return st.builds(
        Trigger,
        type=st.sampled_from([kind.type for kind in EVENT_TYPES]),
        slots=_tuples(slots),
        status=st.sampled_from(("held", "planned", "cancelled", "hypothetical")),
        fields=_tuples(values, 1),
        anaphoric=st.booleans(),
    )


def documents(*, languages: Sequence[str] = ("en", "vi")) -> SearchStrategy[Document]:
    """Return documents.

    Args:
        languages: the languages they may say they are in.

    """
    return st.builds(
        Document,
        text=texts(),
        published=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
        language=st.none() | st.sampled_from(list(languages)),
        title=st.none() | _words(),
        id=st.none() | _words(),
        uri=st.none() | _words(),
    )


def problems() -> SearchStrategy[Problem]:
    """Return isolated failures of plugins."""
    text = st.none() | _words()
    stages = st.sampled_from(("load", "extract"))
    return st.builds(Problem, plugin=_words(), stage=stages, error=_words(), distribution=text, version=text, document=text)


def extractions(*, types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[Extraction]:
    """Return extractions; their parts are drawn on their own, so spans need not lie in the text.

    Args:
        types: the event types to draw from.

    """
    return st.builds(
        Extraction,
        document=documents(),
        events=_tuples(events(types=types)),
        contributions=_tuples(contributions()),
        problems=_tuples(problems(), 1),
    )


@st.composite
def extractors(draw: DrawFn, *, name: str = "drawn") -> Extractor:
    """Return extractors that contribute what was drawn, where the document is long enough for it.

    Args:
        draw: given by Hypothesis.
        name: their name.

    """
    drawn = draw(_tuples(contributions(length=40)))

    def extract(document: Document, _: Any) -> list[Contribution]:
        return [item for item in drawn if item.span.end <= len(document.text)]

    return FunctionExtractor(name=name, function=extract, provides=tuple(sorted({item.field for item in drawn})))
