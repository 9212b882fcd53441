"""Dates that are those of what somebody comes for, not of his coming: "nhân dịp Tết Nguyên đán 2024"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.clauses import openers_in
from eventx.merger.index import Index
from eventx.model import Span

_FEAST = 24
"""How far before the day of a feast its name may begin, in code points."""
_REACH = 60
"""How far behind the words the date of the occasion ends, in code points."""


def occasions(index: Index) -> Iterator[Span]:
    """Yield the spans of dates right behind "on the occasion of", with neither comma nor event between, and of days of feasts."""
    document = index.document
    feasts = index.words("feast_day")
    for date in index.dates.items if feasts else ():
        # "kỷ niệm 80 năm Quốc khánh *2/9*": on which day the feast is
        if " ".join(document.match[max(date.span.start - _FEAST, 0) : date.span.start].split()[-2:]) in feasts:
            yield date.span
    words = index.words("occasion")
    if not words:
        return
    for opener in openers_in(document):
        if opener.entry.surface not in words:
            continue
        end = min(document.sentence_at(opener.start).end, opener.end + _REACH)
        comma = index.text.find(",", opener.end, end)
        window = Span(opener.end, comma if comma >= 0 else end)
        for date in index.dates.starting_in(window)[:1]:
            if not index.triggers.starting_in(Span(opener.end, max(date.span.start, opener.end))):
                yield date.span
