"""Contributions sorted and ready for look-up by span; every look-up is a bisection, so a merge stays linear in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention, Trigger, ordered
from eventx.document import Document
from eventx.edtf import Date
from eventx.model import Participant, Span

_KINDS: Mapping[str, type] = {"mention": Mention, "place": PlaceMention, "date": Date, "zone": str, "trigger": Trigger}
"""The fields the merger reads, in the order of the layers of an `Index`, and the types of their values."""


class Layer:
    """The contributions of one field, by offset."""

    __slots__ = ("_longest", "items", "starts")

    def __init__(self, items: Iterable[Contribution] = ()) -> None:
        self.items = tuple(items)
        self.starts = [item.span.start for item in self.items] if self.items else []
        """Where each contribution starts."""
        self._longest = -1

    @property
    def longest(self) -> int:
        """The length of the longest contribution."""
        if self._longest < 0:
            self._longest = max([item.span.end - item.span.start for item in self.items], default=0)
        return self._longest

    def starting_in(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that start inside `span`, in order."""
        starts = self.starts
        low = bisect_left(starts, span.start)
        return self.items[low : bisect_left(starts, span.end, low)]

    def between(self, start: int, end: int) -> tuple[Contribution, ...]:
        """Return the contributions that start from `start` on and before `end`, in order."""
        starts = self.starts
        low = bisect_left(starts, start)
        return self.items[low : bisect_left(starts, end, low)]

    def portions(self, spans: Iterable[Span]) -> Iterator[tuple[Contribution, ...]]:
        """Yield what `starting_in` returns for each of some spans that follow one another."""
        starts, items = self.starts, self.items
        most, low = len(starts), 0
        for span in spans:
            end = span.end
            if low == most or starts[low] >= end:
                yield ()
                continue
            high = low + 1
            while high < most and starts[high] < end:
                high += 1
            if starts[low] < span.start:
                low = bisect_left(starts, span.start, low, high)
            yield items[low:high]
            low = high

    def inside(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that lie wholly inside `span`, in order."""
        found = self.starting_in(span)
        return tuple([item for item in found if item.span.end <= span.end]) if found else ()

    def covering(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that cover `span` wholly."""
        starts = self.starts
        if not starts:
            return ()
        low = bisect_left(starts, span.start - self.longest)
        high = bisect_right(starts, span.start, low)
        return tuple([item for item in self.items[low:high] if item.span.end >= span.end]) if low < high else ()


@attrs.define(eq=False)
class Index:
    """A document with its contributions by field."""

    document: Document
    mentions: Layer
    """People and organisations."""
    places: Layer
    """Places."""
    dates: Layer
    """Dates."""
    zones: Layer
    """Stretches that are no running text."""
    triggers: Layer
    """Words that tell of events."""
    sentences: tuple[Span, ...] = attrs.field(init=False)
    """The document's sentences."""
    participants: dict[tuple[int, str], Participant] = attrs.field(factory=dict)
    """The participants made so far, by entity and role."""
    ids: dict[str, int] = attrs.field(factory=dict)
    """How often each event id was given."""

    def __attrs_post_init__(self) -> None:
        """Have the sentences at hand, for all ask for them."""
        self.sentences = self.document.sentences

    def number(self, identity: str) -> str:
        """Return an event id, with a number behind it where another event tells the same."""
        count = self.ids[identity] = self.ids.get(identity, 0) + 1
        return identity if count == 1 else f"{identity}-{count}"

    def zone(self, span: Span) -> str | None:
        """Return what kind of stretch `span` lies in, if not running text."""
        covering = self.zones.covering(span)
        return str(covering[0].value) if covering else None


def make_index(document: Document, contributions: Iterable[Contribution], *, in_order: bool = False) -> Index:
    """Return the index of a document's contributions; their order of arrival changes nothing, nor do repeats.

    Args:
        document: the document.
        contributions: what was said of it.
        in_order: whether they are in the merger's order already, as the Engine's are.

    """
    fields: dict[str, list[Contribution]] = {field: [] for field in _KINDS}
    of_no_use: list[Contribution] = []
    for contribution in contributions if in_order else ordered(contributions):
        fields.get(contribution.field, of_no_use).append(contribution)
    mentions, places, dates, zones, triggers = [_layer(found, _KINDS[field]) for field, found in fields.items()]
    return Index(document, mentions, places, dates, zones, triggers)


def _layer(found: Iterable[Contribution], kind: type) -> Layer:
    """Return the contributions of one field, each once; values of another type than the field's are of no use to the merger."""
    layer = Layer([contribution for contribution in found if isinstance(contribution.value, kind)])
    if len(set(layer.starts)) == len(layer.starts):
        return layer
    # equal ones stand at one place, one after the other
    pairs = zip((None, *layer.items), layer.items, strict=False)
    return Layer([item for last, item in pairs if last is None or item.span.start != last.span.start or item != last])
