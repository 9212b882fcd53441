"""Datelines: where a sentence begins behind the name of its place or agency."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.model import Span


def behind_dateline(document: Document, stretch: Span, *, before: int = -1) -> int:
    """Return where the stretch begins behind a dateline: "HANOI (VNA) - …", "QĐND Online – Chiều 29-10 …".

    Args:
        document: the document.
        stretch: the stretch.
        before: where a word stands that opens a clause, so that nothing before it is a subject.

    """
    head = document.text[stretch.start : stretch.end]
    # most stretches have neither a dash nor a bracket
    marked = "-" in head or "–" in head or "—" in head or "(" in head or "/" in head
    match = _dateline().match(document.text, stretch.start, stretch.end) if marked else None
    if match is None:
        return stretch.start
    adverbs = CLAUSES.table(document.lang, "adverb")
    parts = language_data(document.lang).parts_of_day
    following = document.match[match.end() : match.end() + 40].split()[:1]
    place = match["place"] or match["none"] or match["agency"] or match["slashed"]
    told = (
        match.end() == before
        or "(" in place
        or place == place.upper()
        or (following and (following[0] in adverbs or following[0] in parts))
    )
    return match.end() if told else stretch.start


@lru_cache(maxsize=1)
def _dateline() -> re.Pattern[str]:
    """Return the pattern of a dateline with its dash, or of an agency in brackets; blanks are passed over but once."""
    return re.compile(
        r"\s*+(?P<place>[^-–—\s][^-–—\n]{0,44}?)\s++(?:--?|–|—)\s+|\s\s++(?P<none>--?|–|—)\s+|\s*+(?P<agency>\([^()\n]{1,25}\))\s+"
        r"|\s*+[^/\n]{0,45}/(?P<slashed>[^/\n]{2,25})/\.?\s*"
    )
