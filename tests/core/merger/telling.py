"""A hand-made set of contributions for merger tests: what extractors would say of a text, written down by the test."""

from __future__ import annotations

from typing import Any

from eventx import Contribution, Date, Document, Event, Mention, PlaceMention, Slot, Span, Title, Trigger
from eventx.merger import merge
from eventx.model import EVENT_TYPES

TYPES = {kind.type: kind for kind in EVENT_TYPES}


class Telling:
    """A text and the contributions to it; each method finds its words in the text and adds one contribution."""

    def __init__(self, text: str) -> None:
        self.document = Document(text, language="en")
        self.contributions: list[Contribution] = []

    def span(self, words: str, nth: int = 0) -> Span:
        """Return the span of the `nth` occurrence of `words`."""
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Span(start, start + len(words))

    def add(self, field: str, value: Any, words: str, nth: int = 0, **more: Any) -> Telling:
        """Add a contribution over `words`."""
        contribution = Contribution(field=field, value=value, span=self.span(words, nth), rule=f"test.{field}", **more)
        self.contributions.append(contribution)
        return self

    def person(self, words: str, name: str | None = None, *, titles: tuple[str, ...] = (), nth: int = 0, **more: Any) -> Telling:
        """Add a person mention; a title is given as ``office=words`` or as words alone."""
        made = []
        for title in titles:
            office, _, text = title.rpartition("=")
            made.append(Title(text=text, office=office or None))
        certainty = more.pop("certainty", "stated")
        mention = Mention(name=name, titles=tuple(made), **more)
        return self.add("mention", mention, words, nth, certainty=certainty)

    def date(self, words: str, edtf: str, nth: int = 0) -> Telling:
        """Add a date."""
        return self.add("date", Date(edtf), words, nth)

    def place(self, words: str, country: str | None = None, nth: int = 0, **more: Any) -> Telling:
        """Add a place."""
        return self.add("place", PlaceMention(name=words, country=country, **more), words, nth)

    def trigger(self, words: str, kind: str, *slots: Slot, nth: int = 0, **more: Any) -> Telling:
        """Add a trigger."""
        return self.add("trigger", Trigger(type=kind, slots=slots, **more), words, nth)

    def before(self, words: str, nth: int = 0) -> Span:
        """Return the stretch of the sentence before `words`."""
        span = self.span(words, nth)
        return Span(self.document.sentence_at(span.start).start, span.start)

    def after(self, words: str, nth: int = 0) -> Span:
        """Return the stretch of the sentence after `words`."""
        span = self.span(words, nth)
        return Span(span.end, self.document.sentence_at(span.start).end)

    def received(self, words: str, nth: int = 0, **more: Any) -> Telling:
        """Add a trigger with a host before and a guest after it."""
        host = Slot(role="host", spans=(self.before(words, nth),), take="last", carry=True)
        guest = Slot(role="guest", spans=(self.after(words, nth),), take="head")
        return self.trigger(words, "meeting", host, guest, nth=nth, **more)

    def events(self) -> tuple[Event, ...]:
        """Return the merged events."""
        return merge(self.document, self.contributions, types=TYPES)
