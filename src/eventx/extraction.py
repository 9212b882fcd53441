"""What came of one document, and what is at hand while it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from eventx import text as views
from eventx.as_given import contribution_as_given, event_as_given
from eventx.contribution import Contribution
from eventx.document import Document
from eventx.edtf import Date
from eventx.model import Event
from eventx.problems import Problem


@attrs.frozen(kw_only=True)
class Extraction:
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


class Reading:
    """A document on its way through the steps: as given, in the form that is read, and what was found so far.

    Args:
        given: the document as given.

    """

    __slots__ = ("_back", "contributions", "document", "given", "problems")

    def __init__(self, given: Document) -> None:
        text, self._back = views.normalise(given.text)
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
