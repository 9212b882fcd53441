"""Step 3a, place and date: what somebody did in the place that he comes from ("returned from Oslo, *where she met X*")."""

from __future__ import annotations

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, PlaceMention
from eventx.merger.draft import Draft
from eventx.merger.index import Index

_CLOSE = 40
"""How far before the clause that tells what was done there the place may begin, in code points."""


def place_left(index: Index, draft: Draft) -> tuple[Contribution, PlaceMention] | None:
    """Return the place that somebody comes from, if an event is told in the clause right behind it as what was done there."""
    start = draft.trigger.span.start
    sentence = index.sentences[draft.sentence].start
    lower = index.document.lower
    for word in index.words("origin"):
        if lower.find(f" {word} ", sentence, start) >= 0:
            break
    else:
        return None  # nearly always
    opener = clause_opener(index.document, start)
    if opener is None or opener.entry.surface not in index.words("of_place"):
        return None
    told = index.places.between(max(opener.start - _CLOSE, sentence), opener.start)[-1:]
    place = told[0].value if told else None
    if not isinstance(place, PlaceMention) or place.kind == "demonym":
        return None
    before = index.match[sentence : told[0].span.start].split()
    closes = index.text[told[0].span.end : opener.start].strip() in ("", ",")
    return (told[0], place) if closes and before and before[-1] in index.words("origin") else None


def is_of_return(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date before an event is that of coming from where it took place."""
    left = place_left(index, draft) if date.span.end <= draft.trigger.span.start else None
    return left is not None and date.span.end <= left[0].span.start
