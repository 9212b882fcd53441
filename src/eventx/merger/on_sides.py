"""Step 3b, country: those listed behind the words that tell whose side they are on.

Accepts: "*On the Peruvian side*, the attendees included A and B", "Tham dự buổi lễ, *về phía Na Uy* có A; về phía Việt Nam có B".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventx.contribution import Contribution, PlaceMention
from eventx.language import language_data
from eventx.merger.entities import Entity
from eventx.merger.grounds import BY_SIDE
from eventx.merger.index import Index
from eventx.model import Span

_LEAD = 48
"""How far behind the words of a side the first who is listed may stand, in code points."""
_GAP = 40
"""The most code points between two who are listed."""
_REACH = 1200
"""How far behind the words of a side its list may go, in code points."""
_COUNTRY = 40
"""The most code points of a country's name."""
_WORD = 10
"""How far around a country the words of its side may reach, in code points."""


def settle_on_sides(index: Index, named: Mapping[int, Entity]) -> None:
    """Give those listed on the side of a country that country, where no words of theirs tell another."""
    for word, where in index.words("on_side").items():
        at = index.match.find(f" {word}")
        while at >= 0:
            for country, span in _countries(index, Span(at, at + 1 + len(word)), before=where == "before"):
                _settle(index, country, span, named)
            at = index.match.find(f" {word}", at + 1)


def _settle(index: Index, country: str, span: Span, named: Mapping[int, Entity]) -> None:
    """Give those listed behind a country it, if the words around it tell of its side."""
    start = _behind_side(index, span)
    for entity in _listed(index, start, named) if start is not None else ():
        if entity.country is None:
            entity.settle(country, BY_SIDE, span)


def _countries(index: Index, word: Span, *, before: bool) -> Iterator[tuple[str, Span]]:
    """Yield the country, and where it stands, right behind the word for a side, or right before it."""
    start, end = (word.end, word.end + 2) if before else (max(word.start - _COUNTRY, 0), word.start)
    for place in index.places.between(start, end):
        beside = before or place.span.end == word.start
        if beside and isinstance(place.value, PlaceMention) and place.value.country is not None:
            yield place.value.country, place.span


def _behind_side(index: Index, country: Span) -> int | None:
    """Return where the words end that tell of the side of a country and open a list; None if none do."""
    words, start, end = index.words("on_side"), country.start, country.end
    before = index.match[max(start - _WORD, 0) : start].split()
    after = index.match[end : end + _WORD].split(maxsplit=1)
    if before and words.get(before[-1]) == "before":  # phía Na Uy có
        return end if index.text[end : end + 1] == "," or (after and after[0] in index.words("side_has")) else None
    if not after or words.get(after[0].rstrip(",")) != "behind":
        return None
    stop = end + 1 + len(after[0].rstrip(","))
    led = [word for word in before if word not in index.words("determiner")][-1:]
    return stop if index.text[stop : stop + 1] == "," and led and led[0] in index.words("side_has") else None


def _listed(index: Index, start: int, named: Mapping[int, Entity]) -> list[Entity]:
    """Return the people who are listed from an offset on: nothing but what joins a list stands between them."""
    end, limit = start, min(start + _REACH, index.document.sentence_at(start).end)
    found: list[Entity] = []
    for mention in index.mentions.between(start, limit):
        gap = index.match[end : mention.span.start]
        if len(gap) > (_GAP if found else _LEAD) or (found and not _joins(index, gap)):
            break
        if _is_next_side(index, end, mention):
            break
        entity = named.get(id(mention))
        if entity is not None and entity.kind == "person":
            found.append(entity)
        end = mention.span.end
    return found


def _joins(index: Index, gap: str) -> bool:
    """Tell whether nothing stands between two who are listed but marks, "and" and articles."""
    known = language_data(index.lang).conjunctions
    return all(word in known or word in index.words("determiner") for word in gap.translate(_MARKS).split())


def _is_next_side(index: Index, start: int, mention: Contribution) -> bool:
    """Tell whether the words of another side stand before somebody."""
    words = index.match[start : mention.span.start].translate(_MARKS).split()
    return not index.words("on_side").keys().isdisjoint(words)


_MARKS = str.maketrans(",;:.", "    ")
