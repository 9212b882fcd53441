"""The extractor of places and zones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from eventx import Contribution, Document, PlaceMention, Span, extractor
from eventx_places import en, vi
from eventx_places.found import NO_RELATION, ORDER, Found, Relation
from eventx_places.lexicon import LEXICON
from eventx_places.zones import zones

_LANGUAGES = {"en": en, "vi": vi}
# what stands between the parts of one address, and between the members of a list
_CHAIN = frozenset({",", "(", "in", "ở", "tại", "- "})
_LIST = frozenset({",", "and", "&", "và", ", and", ";", "/"})


@extractor(name="places", languages=("en", "vi"), provides=("place", "zone"), lexicon=LEXICON)
def places(document: Document, options: object) -> Iterable[Contribution]:  # noqa: ARG001 - the contract of extractors
    """Return the places of a document, and the stretches of it that are no running text."""
    hits = document.hits(LEXICON)
    if not hits and not document.text[:200].strip():
        return ()
    rules = _LANGUAGES[document.lang if document.lang in _LANGUAGES else "en"]
    found = sorted(rules.find(document, hits), key=lambda place: (place.start, -place.end))
    found = _addressed(document.text, found)
    return [*_mentions(document, found, rules.relation), *zones(document, hits, found)]


def _addressed(text: str, found: list[Found]) -> list[Found]:
    """Give venues and unknown places the country of the place that follows in the same address."""
    result = list(found)
    for index in range(len(found) - 2, -1, -1):
        place = result[index]
        if place.country is None:
            behind = next((other for other in result[index + 1 : index + 4] if other.start >= place.end), None)
            if behind is not None and behind.left - place.end <= 8 and text[place.end : behind.left].strip() in _CHAIN:
                result[index] = attrs.evolve(place, country=behind.country)
    return result


def _mentions(document: Document, found: Sequence[Found], relation_of: en.RelationOf) -> Iterator[Contribution]:
    """Yield a contribution for each place, with what the words before it or the address it stands in make of it."""
    text = document.text
    previous: Found | None = None
    inherited: Relation = NO_RELATION
    for index, place in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        relation = relation_of(document, place, following)
        if relation is NO_RELATION and previous is not None and inherited is not NO_RELATION and _chained(text, previous, place):
            relation = inherited
        if previous is None or place.start >= previous.end:
            previous, inherited = place, relation
        mention = PlaceMention(
            name=text[place.start : place.end],
            country=place.country,
            kind=place.kind,
            locative=relation.locative,
            goal=relation.goal,
        )
        yield Contribution(field="place", value=mention, span=Span(place.start, place.end), rule=place.rule)


def _chained(text: str, previous: Found, place: Found) -> bool:
    """Tell whether a place stands in one address or list with the one before it: in Urugwiro Village, Kigali."""
    if place.kind == "demonym" or not 0 < place.left - previous.end <= 6:
        return False
    between = text[previous.end : place.left].strip()
    if between in _CHAIN and ORDER.index(place.kind) > ORDER.index(previous.kind):
        return previous.country is None or place.country is None or place.country == previous.country
    return between in _LIST and place.kind == previous.kind
