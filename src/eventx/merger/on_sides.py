"""Step 3b, country: those listed behind the words that tell whose side they are on.

Accepts: "*On the Peruvian side*, the attendees included A and B", "Tham dự buổi lễ, *về phía Na Uy* có A; về phía Việt Nam có B".
"""

from __future__ import annotations

from collections.abc import Mapping

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
_WORD = 10
"""How far around a country the words of its side may reach, in code points."""


def settle_sides(index: Index, named: Mapping[int, Entity]) -> None:
    """Give those listed on the side of a country that country, where no words of theirs tell another."""
    if not any(f" {word}" in index.match for word in index.words("on_side")):
        return  # nearly always
    for place in index.places.items:
        value = place.value
        if not isinstance(value, PlaceMention) or value.country is None:
            continue
        start = _behind_side(index, place.span)
        if start is None:
            continue
        for entity in _listed(index, start, named):
            if entity.country is None:
                entity.settle(value.country, BY_SIDE, place.span)


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
    end, limit = start, index.document.sentence_at(start).end
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
