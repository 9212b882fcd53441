"""The extractor of places and zones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from eventx import Contribution, Document, Hit, PlaceMention, Span, evolve, extractor, maker
from eventx_places.found import NO_RELATION, ORDER, Found, Kind, Relation
from eventx_places.lexicon import LEXICON, words
from eventx_places.zones import zones

_LONGEST_GAP = 9
_REGION = "places.region"
"""The rule that reads a region by its own name alone."""
_DOMAIN, _SITE = 2, 20
_contribution, _span = maker(Contribution), maker(Span)
Find = Callable[[Document, Sequence[Hit]], Iterable[Found]]
RelationOf = Callable[[Document, Found, Found | None], Relation]


@lru_cache(maxsize=8)
def _rules(code: str) -> tuple[Find, RelationOf]:
    """Return what finds the places of a language, and what tells how they are spoken of; those of English for others."""
    # imported here: a text in one language must not pay for the rules of another
    if code == "vi":
        from eventx_places import vi, vi_relations  # noqa: PLC0415

        return vi.find, vi_relations.relation
    from eventx_places import en, en_relations  # noqa: PLC0415

    return en.find, en_relations.relation


@extractor(name="places", languages=("en", "vi"), provides=("place", "zone"), lexicon=LEXICON)
def places(document: Document, options: object) -> Iterable[Contribution]:  # noqa: ARG001 - the contract of extractors
    """Return the places of a document, and the stretches of it that are no running text."""
    hits = document.hits(LEXICON)
    if not hits and not document.text[:200].strip():
        return ()
    find, relation_of = _rules(document.lang)
    # from left to right, the longer of two that start together first
    found = sorted(find(document, hits), key=attrgetter("end"), reverse=True)
    found.sort(key=attrgetter("start"))
    found = _addressed(document, [place for place in found if not _ends_address(document.text, place)])
    return [*_mentions(document, found, relation_of), *zones(document, hits, found)]


# HNN.VN - Chiều 5/9 …: the end of an address on the web, as newspapers are signed
def _ends_address(text: str, place: Found) -> bool:
    """Tell whether two capitals stand behind a dot that follows a word in capitals."""
    start, end = place.start, place.end
    if end - start > _DOMAIN or text[start - 1 : start] != "." or not text[start:end].isupper():
        return False
    before = text[max(start - _SITE, 0) : start - 1].split()
    return bool(before) and len(before[-1]) > 1 and before[-1].isalnum() and before[-1].isupper()


def _addressed(document: Document, found: list[Found]) -> list[Found]:
    """Give venues and unknown places the country of the place inside their name or behind it in the same address."""
    result = list(found)
    for index in range(len(found) - 2, -1, -1):
        if result[index].country is None and result[index].rule != _REGION:
            near = result[index + 1 : index + 4]
            if result[index].rule.endswith(".mission"):
                # the embassy of one country stands in another
                start = result[index].start
                near = [other for other in near if _is_seat(document, start, other.start)]
            country = next((other.country for other in near if _tells_country(document, result[index], other)), None)
            result[index] = evolve(result[index], country=country)
    return result


def _is_seat(document: Document, start: int, end: int) -> bool:
    """Tell whether the words between a mission and a place behind it say that it stands there: in, tại."""
    return not words(document.lang, "inside").isdisjoint(document.lower[start:end].split())


def _tells_country(document: Document, place: Found, other: Found) -> bool:
    """Tell whether a place stands in the other's address: sân bay Astana, Davos (Thụy Sĩ), trụ sở Quốc hội Lào."""
    if other.country is None or other.left - place.end > _LONGEST_GAP:
        return False
    if other.start < place.end:
        return True
    between = document.lower[place.end : other.left].strip()
    return between in words(document.lang, "chain") if between else other.kind == "country"


def _mentions(document: Document, found: Sequence[Found], relation_of: RelationOf) -> Iterator[Contribution]:
    """Yield a contribution for each place, with what the words before it or the address it stands in make of it."""
    text = document.text
    previous: Found | None = None
    inherited: Relation = NO_RELATION
    for place, following in zip(found, (*found[1:], None), strict=False):
        within = previous is not None and place.end <= previous.end
        relation = NO_RELATION if within else relation_of(document, place, following)
        if relation is NO_RELATION and inherited is not NO_RELATION and _chained(document, previous, place):
            relation = inherited
        if previous is None or place.start >= previous.end:
            previous, inherited = place, relation
        # a region that the words files give no country: "Southeast Asia"
        wide = place.country is None and place.kind == "region" and place.rule == _REGION
        mention = _mention(text[place.start : place.end], place.country, place.kind, relation, wide=wide)
        yield _contribution(field="place", value=mention, span=_span(place.start, place.end), rule=place.rule)


@lru_cache(maxsize=4096)
def _mention(name: str, country: str | None, kind: Kind, relation: Relation, *, wide: bool) -> PlaceMention:
    """Return a place as written; the same few are named again and again."""
    locative, goal = relation.locative, relation.goal
    return PlaceMention(name=name, country=country, kind=kind, locative=locative, goal=goal, spans_countries=wide)


def _chained(document: Document, previous: Found | None, place: Found) -> bool:
    """Tell whether a place stands in one address or list with the one before it: in Urugwiro Village, Kigali."""
    if previous is None or place.kind == "demonym" or not 0 < place.left - previous.end <= _LONGEST_GAP:
        return False
    between = document.lower[previous.end : place.left].strip()
    if between in words(document.lang, "chain") and ORDER.index(place.kind) > ORDER.index(previous.kind):
        return previous.country is None or place.country is None or place.country == previous.country
    return between in words(document.lang, "list") and place.kind == previous.kind
