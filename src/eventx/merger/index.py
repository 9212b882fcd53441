"""Contributions sorted and ready for look-up by span; every look-up is a bisection, so a merge stays linear in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention, Trigger, ordered
from eventx.document import Document
from eventx.edtf import Date
from eventx.model import Participant, Span
from eventx.records import lazy


@attrs.frozen(eq=False, slots=False)
class Layer:
    """The contributions of one field, by offset."""

    items: tuple[Contribution, ...]

    @lazy
    def starts(self) -> list[int]:
        """Where each contribution starts."""
        return [item.span.start for item in self.items]

    @lazy
    def longest(self) -> int:
        """The length of the longest contribution."""
        return max((item.span.end - item.span.start for item in self.items), default=0)

    def starting_in(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that start inside `span`, in order."""
        starts = self.starts
        return self.items[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def inside(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that lie wholly inside `span`, in order."""
        return tuple(item for item in self.starting_in(span) if item.span.end <= span.end)

    def covering(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that cover `span` wholly."""
        low = bisect_left(self.starts, span.start - self.longest)
        high = bisect_right(self.starts, span.start)
        return tuple(item for item in self.items[low:high] if item.span.end >= span.end)


@attrs.frozen(eq=False, slots=False)
class Index:
    """A document with its contributions by field."""

    document: Document
    contributions: tuple[Contribution, ...]
    participants: dict[tuple[int, str], Participant] = attrs.field(factory=dict)
    """The participants made so far, by entity and role."""
    countries: dict[int, tuple[str | None, Contribution | None]] = attrs.field(factory=dict)
    """The countries that mentions tell, by the identity of their contributions."""
    ids: dict[str, int] = attrs.field(factory=dict)
    """How often each event id was given."""

    def number(self, identity: str) -> str:
        """Return an event id, with a number behind it where another event tells the same."""
        count = self.ids[identity] = self.ids.get(identity, 0) + 1
        return identity if count == 1 else f"{identity}-{count}"

    @lazy
    def _by_field(self) -> dict[str, list[Contribution]]:
        """The contributions by field, in order."""
        fields: dict[str, list[Contribution]] = {}
        for contribution in self.contributions:
            fields.setdefault(contribution.field, []).append(contribution)
        return fields

    def _layer(self, field: str, kind: type | tuple[type, ...]) -> Layer:
        """Return the contributions of a field whose values are of the field's type; others are of no use to the merger."""
        return Layer(tuple(c for c in self._by_field.get(field, ()) if isinstance(c.value, kind)))

    @lazy
    def mentions(self) -> Layer:
        """People and organisations."""
        return self._layer("mention", Mention)

    @lazy
    def places(self) -> Layer:
        """Places."""
        return self._layer("place", PlaceMention)

    @lazy
    def dates(self) -> Layer:
        """Dates."""
        return self._layer("date", Date)

    @lazy
    def zones(self) -> Layer:
        """Stretches that are no running text."""
        return self._layer("zone", str)

    @lazy
    def triggers(self) -> Layer:
        """Words that tell of events."""
        return self._layer("trigger", Trigger)

    def zone(self, span: Span) -> str | None:
        """Return what kind of stretch `span` lies in, if not running text."""
        covering = self.zones.covering(span)
        return str(covering[0].value) if covering else None

    def sentence(self, offset: int) -> int:
        """Return the index of the sentence at `offset`."""
        return self.document.segmentation.sentence_index(offset)

    def paragraph(self, offset: int) -> int:
        """Return the index of the paragraph at `offset`."""
        return self.document.segmentation.paragraph_index(offset)


def make_index(document: Document, contributions: Iterable[Contribution], *, in_order: bool = False) -> Index:
    """Return the index of a document's contributions; their order of arrival changes nothing, nor do repeats.

    Args:
        document: the document.
        contributions: what was said of it.
        in_order: whether they are in the merger's order already, as the Engine's are.

    """
    return Index(document, tuple(_unique(list(contributions) if in_order else ordered(contributions))))


def _unique(contributions: Sequence[Contribution]) -> list[Contribution]:
    """Return sorted contributions without exact repeats."""
    kept: list[Contribution] = []
    for contribution in contributions:
        # equal ones stand at one place: most pairs need no look at their values
        if not kept or kept[-1].span.start != contribution.span.start or kept[-1] != contribution:
            kept.append(contribution)
    return kept
