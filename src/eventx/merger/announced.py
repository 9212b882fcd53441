"""Step 1a, resolve: who is told by his office alone at first, and by his name alone where he goes on to speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eventx.contribution import Contribution, Mention
from eventx.merger.entities import Entity
from eventx.merger.index import Index

_LEAD = 3
"""How many of the first sentences may tell somebody by his office alone."""
_SOON = 5
"""How many sentences later his name is told at the latest."""
_NEXT = 24
"""How far behind or before somebody the word of reporting may stand, in code points."""


# The country's trade minister said on Monday that … "…", Juan Soto told reporters
def name_the_announced(index: Index, entities: Iterable[Entity], named: Mapping[int, Entity]) -> None:
    """Give whoever is named without a title, as who speaks, the office of whom the lead says that he said something."""
    sentences = index.sentences
    lead = sentences[min(_LEAD, len(sentences)) - 1].end if sentences else 0
    held = None
    for contribution in index.mentions.between(0, lead):
        mention = contribution.value
        if (
            not isinstance(mention, Mention)
            or mention.reference != "title"
            or not mention.offices
            or not _says(index, contribution)
        ):
            continue
        held = held if held is not None else {office for entity in entities for office in entity.offices}
        if held.isdisjoint(mention.offices):
            entity = _first_named(index, contribution, named)
            if entity is not None:
                entity.add(contribution, mention, index)
            return


def _first_named(index: Index, title: Contribution, named: Mapping[int, Entity]) -> Entity | None:
    """Return who is named first behind an office, if no title is told of him and he says something."""
    number = index.document.segmentation.sentence_index(title.span.start)
    end = index.sentences[min(number + _SOON, len(index.sentences) - 1)].end
    for contribution in index.mentions.between(title.span.end, end):
        entity = named.get(id(contribution))
        if entity is None or entity.kind != "person":
            continue
        new = not entity.titles and entity.first > title.span.start
        return entity if new and _says(index, contribution) else None
    return None


def _says(index: Index, contribution: Contribution) -> bool:
    """Tell whether a word of reporting stands right behind somebody."""
    end = contribution.span.end
    following = index.match[end : end + _NEXT].split(maxsplit=1)[:1]
    return bool(following) and following[0].rstrip(",:") in index.words("reporting")
