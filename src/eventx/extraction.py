"""What came of one document, and what is at hand while it is read."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from eventx.as_given import contribution_as_given, event_as_given
from eventx.comparing import by_value
from eventx.contribution import Contribution
from eventx.document import Document
from eventx.edtf import Date
from eventx.model import Event, Span
from eventx.normal_form import normalise
from eventx.problems import Problem


class _Packed:
    """Where what was sent waits to be unpacked."""

    __slots__ = ("_packed",)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return the contributions that another process has sent, unpacked when they are first asked for."""
            if name != "contributions":
                message = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self)
            contributions = _unpacked(self._packed)
            object.__setattr__(self, name, contributions)
            return contributions


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Extraction(_Packed):
    """What came of one document.

    Args:
        document: the document as given, with `published` and `language` filled in where the text told them.
        events: the events, in the order of the text.
        contributions: everything the extractors said, in the order of the text.
        problems: isolated failures of plugins on this document.

    """

    document: Document
    events: tuple[Event, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    problems: tuple[Problem, ...] = ()


class Sent:
    """An extraction as it is sent to another process, where it is an `Extraction`.

    Its contributions stay packed there until asked for: they are most of what is sent, and many runs want no more than events.

    Args:
        extraction: the extraction.

    """

    __slots__ = ("_extraction",)

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what makes the extraction on the other side."""
        it = self._extraction
        return _received, (it.document, it.events, it.problems, _pack(it.contributions))


_WIDTH = 7
"""How many values a contribution is packed as."""


def _pack(contributions: Sequence[Contribution]) -> bytes:
    """Return contributions as bytes: their values one after the other, which costs a third less than records with spans do."""
    values: list[Any] = []
    for it in contributions:
        span = it.span
        if it.__class__ is not Contribution or span.__class__ is not Span:
            # somebody's own class, which is to arrive as such
            return pickle.dumps(tuple(contributions), pickle.HIGHEST_PROTOCOL)
        values += (it.field, it.value, span.start, span.end, it.rule, it.certainty, it.extractor)
    return pickle.dumps(values, pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> tuple[Contribution, ...]:
    """Return the contributions that were packed."""
    values = pickle.loads(packed)  # noqa: S301 - from our own worker
    if isinstance(values, tuple):
        return values
    rows = [values[start : start + _WIDTH] for start in range(0, len(values), _WIDTH)]
    return tuple(
        Contribution(field=field, value=value, span=Span(start, end), rule=rule, certainty=certainty, extractor=extractor)
        for field, value, start, end, rule, certainty, extractor in rows
    )


def _received(document: Document, events: tuple[Event, ...], problems: tuple[Problem, ...], packed: bytes) -> Extraction:
    """Return an extraction of another process."""
    extraction: Extraction = object.__new__(Extraction)
    for name, value in (("document", document), ("events", events), ("problems", problems), ("_packed", packed)):
        object.__setattr__(extraction, name, value)
    return extraction


class Reading:
    """A document on its way through the steps: as given, in the form that is read, and what was found so far.

    Args:
        given: the document as given.

    """

    __slots__ = ("_back", "contributions", "document", "given", "problems")

    def __init__(self, given: Document) -> None:
        text, self._back = normalise(given.text)
        self.given = given
        self.document = given.renewed(text=text)
        self.contributions: list[Contribution] = []
        self.problems: list[Problem] = []

    def finished(self, merge: Callable[[Document, Reading], tuple[Event, ...]]) -> Extraction:
        """Return what came of it, once all contributions are there, in the order of the text.

        Args:
            merge: what makes events of the contributions, given the document with its day of publication and language.

        """
        read, contributions, back = self.document, self.contributions, self._back
        published = self.given.published or _published(contributions)
        events = merge(read.renewed(known=read, published=published, language=read.lang), self)
        if back is not None:
            events = tuple(event_as_given(event, back, self.given.text) for event in events)
            contributions = [contribution_as_given(contribution, back) for contribution in contributions]
        return Extraction(
            document=self.given.renewed(published=published, language=read.lang),
            events=events,
            contributions=tuple(contributions),
            problems=tuple(self.problems),
        )


def _published(contributions: Iterable[Contribution]) -> Any:
    """Return the day of publication that the text states first, if it states one to the day."""
    for contribution in contributions:
        value = contribution.value
        if contribution.field == "published" and isinstance(value, Date) and value.earliest and value.earliest == value.latest:
            return value.earliest
    return None
