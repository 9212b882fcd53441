"""The words found in a document that may tell of an engagement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx import Document, Hit
from eventx_engagements.lexicon import LEXICON
from eventx_engagements.words import START, Look

_NAME = 5
"""The most words behind the noun of talks up to the number of theirs."""


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


# Đối thoại Quốc phòng *Seoul lần thứ 14*; not "Đối thoại Quốc phòng Việt Nam - Nga lần thứ 8", which two sides hold
def is_of_a_series(look: Look, hit: Hit) -> bool:
    """Tell whether the noun of talks is part of the name of what many come to: a name with a number stands behind it."""
    numbers, text = look.grammar["numbering"], look.document.text
    if not numbers.table or hit.entry.tag != "trigger" or not hit.value.get("counted") or hit.value["type"] != "meeting":
        return False
    if not text[hit.start].isupper():
        return False
    words = look.words(hit.end, look.document.sentence_at(hit.start).end, _NAME)
    at = numbers.first(words)
    if at < 1 or not all(map(look.is_name, words[:at])):
        return False
    return text[hit.end : words[at][START]].replace(" ", "").isalpha()


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the leftmost longest of hits that overlap."""
    end = 0
    for hit in hits:
        if hit.start >= end:
            end = hit.end
            yield hit
