"""Contributions sorted and ready for look-up by span; every look-up is a bisection, so a merge stays linear in the text."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from eventx.clauses import CLAUSES
from eventx.contribution import Contribution, Mention, PlaceMention, Trigger, ordered
from eventx.document import Document
from eventx.edtf import Date
from eventx.language import language_data
from eventx.model import Participant, Span

if TYPE_CHECKING:
    from eventx.merger.entities import Entity

_KINDS: Mapping[str, type] = {
    "mention": Mention, "place": PlaceMention, "date": Date, "undated": Date, "zone": str, "trigger": Trigger, "published": Date,
}  # fmt: skip
"""The fields the merger reads, in the order of the layers of an `Index`, and the types of their values."""
_TWO = 2
_NONE: Mapping[str, Any] = MappingProxyType({})


class Layer:
    """The contributions of one field, by offset."""

    __slots__ = ("_longest", "items", "starts")

    def __init__(self, items: Iterable[Contribution] = ()) -> None:
        self.items = found = tuple(items)
        self.starts = [item.span.start for item in found] if found else []
        """Where each contribution starts."""
        self._longest = -1

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

    def portions(self, spans: Iterable[Span]) -> list[tuple[Contribution, ...]]:
        """Return what `starting_in` returns for each of some spans that follow one another."""
        starts, items = [*self.starts, sys.maxsize], self.items
        found: list[tuple[Contribution, ...]] = []
        low = 0
        for span in spans:
            end = span.end
            if starts[low] >= end:
                found.append(())
                continue
            high = low + 1
            while starts[high] < end:
                high += 1
            if starts[low] < span.start:
                low = bisect_left(starts, span.start, low, high)
            found.append(items[low:high])
            low = high
        return found

    def inside(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that lie wholly inside `span`, in order."""
        found = self.starting_in(span)
        return tuple([item for item in found if item.span.end <= span.end]) if found else ()

    def covering(self, span: Span) -> tuple[Contribution, ...]:
        """Return the contributions that cover `span` wholly."""
        starts = self.starts
        if not starts:
            return ()
        return self._reaching(bisect_right(starts, span.start), span.start, span.end)

    def cut_by(self, start: int, end: int) -> tuple[Contribution, ...]:
        """Return the contributions that start before `start` and reach as far as `end`."""
        return self._reaching(bisect_left(self.starts, start), start, end)

    def _reaching(self, high: int, start: int, end: int) -> tuple[Contribution, ...]:
        """Return those of the contributions before the one at `high` that may reach over `start` which reach as far as `end`."""
        if not high:
            return ()
        if self._longest < 0:
            self._longest = max([item.span.end - item.span.start for item in self.items])
        low = bisect_left(self.starts, start - self._longest, 0, high)
        return tuple([item for item in self.items[low:high] if item.span.end >= end]) if low < high else ()


@attrs.define(eq=False, repr=False)
class Index:
    """A document with its contributions by field."""

    document: Document
    mentions: Layer
    """People and organisations."""
    places: Layer
    """Places."""
    dates: Layer
    """Dates."""
    undated: Layer
    """Days that the text tells and does not settle."""
    zones: Layer
    """Stretches that are no running text."""
    triggers: Layer
    """Words that tell of events."""
    published: Layer
    """What the text says of when it appeared, if only of the month."""
    sentences: tuple[Span, ...] = attrs.field(init=False)
    """The document's sentences."""
    text: str = attrs.field(init=False)
    """The document's text."""
    match: str = attrs.field(init=False)
    """The text in the form in which words are looked for."""
    lang: str = attrs.field(init=False)
    """The document's language."""
    possessives: tuple[str, ...] = attrs.field(init=False)
    """What is written behind a possessor in that language."""
    _tables: Mapping[str, Mapping[str, Any]] = attrs.field(init=False)
    """The words of clauses in that language."""
    participants: dict[tuple[int, str], Participant] = attrs.field(factory=dict, init=False)
    """The participants made so far, by entity and role."""
    states: dict[tuple[str, ...], Entity] = attrs.field(factory=dict, init=False)
    """The states that act themselves, by their words."""
    ids: dict[str, int] = attrs.field(factory=dict, init=False)
    """How often each event id was given."""

    def __attrs_post_init__(self) -> None:
        """Have at hand what all ask of the document."""
        document = self.document
        self.sentences, self.text, self.match, self.lang = document.sentences, document.text, document.match, document.lang
        self.possessives = language_data(self.lang).possessives
        self._tables = CLAUSES.all_tables(self.lang)

    def words(self, table: str) -> Mapping[str, Any]:
        """Return a table of the words of clauses, as `CLAUSES` has it for the document's language."""
        return self._tables.get(table, _NONE)

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
    found: dict[str, tuple[type, list[Contribution]]] = {field: (kind, []) for field, kind in _KINDS.items()}
    for contribution in contributions if in_order else ordered(contributions):
        known = found.get(contribution.field)
        # values of another type than the field's are of no use to the merger
        if known is not None and isinstance(contribution.value, known[0]):
            known[1].append(contribution)
    links = [contribution.span for contribution in found["zone"][1] if contribution.value == "boilerplate"]
    if links:
        # what only leads to other articles tells nothing of this one
        starts = [link.start for link in links]
        for field, (_, items) in found.items():
            if field != "zone":
                items[:] = [item for item in items if not _lies_in(item.span, links, starts)]
    return Index(document, *[_layer(items) for _, items in found.values()])


def _lies_in(span: Span, stretches: Sequence[Span], starts: Sequence[int]) -> bool:
    """Tell whether a span lies in one of some stretches, which are in order, as are their starts."""
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and stretches[at].contains(span)


def _layer(found: Sequence[Contribution]) -> Layer:
    """Return the contributions of one field, each once."""
    layer = Layer(found)
    if len(found) < _TWO or len(set(layer.starts)) == len(found):
        return layer
    # equal ones stand at one place, one after the other
    pairs = zip((None, *found), found, strict=False)
    return Layer([item for last, item in pairs if last is None or item.span.start != last.span.start or item != last])
