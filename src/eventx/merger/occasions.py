"""Dates that are of what somebody comes for or speaks of, not of his coming: "nhân dịp Tết 2024", "nhiệm vụ tháng 5"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.clauses import openers_in
from eventx.edtf import Date
from eventx.merger.index import Index
from eventx.model import Span

_FEAST = 24
"""How far before the day of a feast its name may begin, in code points."""
_REACH = 60
"""How far behind the words the date of the occasion ends, in code points."""


def occasions(index: Index) -> Iterator[Span]:
    """Yield the spans of dates right behind "on the occasion of", with neither comma nor event between, and of days of feasts."""
    document = index.document
    yield from _of_work(index)
    yield from _of_papers(index)
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


# làm việc với X về công tác tháng 4 và *nhiệm vụ tháng 5/2025* · reviewed the *plan for May 2025*
def _of_work(index: Index) -> Iterator[Span]:
    """Yield the spans of months and years that tell for when the work is of which somebody speaks."""
    words = index.words("work_of")
    for date in index.dates.items if words else ():
        value, start = date.value, date.span.start
        if not isinstance(value, Date) or any(part is not None and part.grain == "day" for part in value.ends):
            continue
        before = index.match[max(start - _FEAST, 0) : start].split()
        if " ".join(before[-2:]) in words:
            yield date.span


# breaks the *agreement of November 10, 2020* · the declaration dated 5 May
def _of_papers(index: Index) -> Iterator[Span]:
    """Yield the spans of days that tell when a paper was made of which somebody speaks."""
    words = index.words("paper_of")
    for date in index.dates.items if words else ():
        if " ".join(index.match[max(date.span.start - _FEAST, 0) : date.span.start].split()[-2:]) in words:
            yield date.span
