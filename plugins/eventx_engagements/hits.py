"""The words found in a document that may tell of an engagement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx import Document, Hit
from eventx_engagements.lexicon import LEXICON


# not "Quốc hội/Nghị viện"
def whole_hits(document: Document) -> list[Hit]:
    """Return the hits, but those with a slash between their words, which parts two words of the same."""
    hits: tuple[Hit, ...] = document.hits(LEXICON)
    if "/" not in document.text:
        return [*hits]
    return [hit for hit in hits if document.text.find("/", hit.start, hit.end) < 0]


# Hội nghị thượng đỉnh giữa Đảng X với các chính đảng, where no talks of two are told
def is_conference(hit: Hit) -> bool:
    """Tell whether a hit is the noun of a conference."""
    return hit.entry.tag == "trigger" and bool(hit.value.get("noun")) and hit.value["type"] == "conference"


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the leftmost longest of hits that overlap."""
    end = 0
    for hit in hits:
        if hit.start >= end:
            end = hit.end
            yield hit
