"""Sister cities: which cities twinned; the words files do the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

import attrs

from eventx import TRIGGER_KEYS, Contribution, Document, Event, Extractor, Lexicon, extractor, frame_triggers, hookimpl

LEXICON = Lexicon("sister_cities", "eventx_sister_cities", tags=("trigger",), tables=("frames",), keys={"trigger": TRIGGER_KEYS})


@attrs.frozen(kw_only=True)
class Twinning(Event):
    """Two cities become sister cities; the people named are those who sealed it."""

    type: ClassVar[str] = "twinning"
    form: str | None = None


@extractor(name="sister_cities", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def sister_cities(document: Document, _options: object) -> Iterator[Contribution]:
    """Yield a trigger wherever the words files know one."""
    return frame_triggers(document, LEXICON)


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the extractor of sister cities."""
    return [sister_cities]


@hookimpl
def eventx_event_types() -> Iterable[type[Event]]:
    """Return the type of twinnings."""
    return [Twinning]
