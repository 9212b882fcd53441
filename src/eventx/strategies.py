"""Hypothesis strategies for everything eventx takes and gives, for tests of plugins and of programs that use eventx.

Installing ``eventx[testing]`` is enough: Hypothesis finds the strategies by itself, so that ``st.from_type(eventx.Event)`` works
without an import of this module.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, get_args

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:  # pragma: no cover - the extra is installed wherever tests run
    message = "eventx.strategies needs Hypothesis: pip install 'eventx[testing]'"
    raise ImportError(message) from error

from eventx.contribution import Contribution, Mention, PlaceMention, Slot, Trait, Trigger
from eventx.document import Document
from eventx.drawn_values import RULES, countries, dates, events, participants, short_texts, spans, texts, titles, tuples
from eventx.edtf import Date
from eventx.extraction import Extraction
from eventx.extractors import Extractor, FunctionExtractor
from eventx.model import EVENT_TYPES, Event
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
        "place": lambda: st.builds(
            PlaceMention, name=short_texts(), country=countries(), locative=st.booleans(), spans_countries=st.booleans()
        ),
        "mention": lambda: st.builds(Mention, name=st.none() | short_texts(), titles=tuples(titles()), country=countries()),
        "zone": lambda: st.sampled_from(("header", "headline", "dateline", "caption")),
        "trigger": lambda: _triggers(length),
    }
    return Contribution(
        field=field,
        value=draw(values[field]()),
        span=draw(spans(length=length)),
        rule=draw(RULES),
        certainty=draw(st.sampled_from(("stated", "implied"))),
        extractor=draw(st.sampled_from(("test", "other"))),
    )


def _triggers(length: int) -> SearchStrategy[Trigger]:
    """Return triggers of the built-in event types."""
    slots = st.builds(
        Slot, role=st.sampled_from(("host", "guest", "participant")), spans=tuples(spans(length=length)), carry=st.booleans()
    )
    values = st.sampled_from((("form", "talks"), ("years", 55), ("items", ("a", "b")), ("since", Date("1967-06-24"))))
    return st.builds(
        Trigger,
        type=st.sampled_from([kind.type for kind in EVENT_TYPES]),
        slots=tuples(slots),
        status=st.sampled_from(("held", "planned", "cancelled", "hypothetical")),
        fields=tuples(values, 1),
        anaphoric=st.booleans(),
        traits=tuples(st.sampled_from(get_args(Trait))),
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
        title=st.none() | short_texts(),
        id=st.none() | short_texts(),
        uri=st.none() | short_texts(),
    )


def problems() -> SearchStrategy[Problem]:
    """Return isolated failures of plugins."""
    text = st.none() | short_texts()
    stages = st.sampled_from(("load", "extract"))
    return st.builds(
        Problem, plugin=short_texts(), stage=stages, error=short_texts(), distribution=text, version=text, document=text
    )


def extractions(*, types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[Extraction]:
    """Return extractions; their parts are drawn on their own, so spans need not lie in the text.

    Args:
        types: the event types to draw from.

    """
    return st.builds(
        Extraction,
        document=documents(),
        events=tuples(events(types=types)),
        contributions=tuples(contributions()),
        problems=tuples(problems(), 1),
    )


@st.composite
def extractors(draw: DrawFn, *, name: str = "drawn") -> Extractor:
    """Return extractors that contribute what was drawn, where the document is long enough for it.

    Args:
        draw: given by Hypothesis.
        name: their name.

    """
    drawn = draw(tuples(contributions(length=40)))

    def extract(document: Document, _: Any) -> list[Contribution]:
        return [item for item in drawn if item.span.end <= len(document.text)]

    return FunctionExtractor(name=name, function=extract, provides=tuple(sorted({item.field for item in drawn})))
