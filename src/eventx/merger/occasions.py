"""Dates that are of what somebody comes for or speaks of, not of his coming: "nhân dịp Tết 2024", "nhiệm vụ tháng 5"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.clauses import openers_in
from eventx.edtf import Date
from eventx.merger.index import Index
from eventx.model import Span

_FEAST = 24
"""How far before the day of a feast its name may begin, in code points."""
_CLAUSE = 400
"""How far before a day the clause may begin that tells of a paper signed on it, in code points."""
_SIGNED = 4
"""The least words of a paper, which has two, and of "signed", which has two at most."""
_REACH = 60
"""How far behind the words the date of the occasion ends, in code points."""


def occasions(index: Index) -> Iterator[Span]:
    """Yield the spans of dates right behind "on the occasion of", with neither comma nor event between, and of days of feasts."""
    document = index.document
    yield from _of_work(index)
    yield from _of_papers(index)
    yield from _of_signed(index)
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


# về việc sửa đổi *Hiệp định* về đào tạo công dân của hai nước *ký ngày 9/7/2002*
def _of_signed(index: Index) -> Iterator[Span]:
    """Yield the spans of days right behind "signed", where the clause tells of the paper before it, with nobody who signs."""
    signed = index.words("signed_on")
    for date in index.dates.items if signed else ():
        start = date.span.start
        last = index.match[max(start - _FEAST, 0) : start].split()[-2:]
        if not last or (last[-1] not in signed and " ".join(last) not in signed):
            continue  # nearly always
        begin = max(start - _CLAUSE, index.document.sentence_at(start).start)
        words = index.match[begin:start].rpartition(",")[2].split()
        size = 2 if " ".join(words[-2:]) in signed else 1
        if len(words) < _SIGNED or " ".join(words[-size:]) not in signed or words[-size - 1] in index.words("signing_verb"):
            continue
        papers = index.words("signed_paper")
        at = max((i for i in range(len(words) - _SIGNED + 1) if " ".join(words[i : i + 2]) in papers), default=-1)
        # "Hiệp định *do A và B* ký ngày 9/7" tells who did it: it may be the news
        if at >= 0 and index.words("signer").keys().isdisjoint(words[at:]):
            yield date.span


# breaks the *agreement of November 10, 2020* · the declaration dated 5 May
def _of_papers(index: Index) -> Iterator[Span]:
    """Yield the spans of days that tell when a paper was made of which somebody speaks."""
    words = index.words("paper_of")
    for date in index.dates.items if words else ():
        if " ".join(index.match[max(date.span.start - _FEAST, 0) : date.span.start].split()[-2:]) in words:
            yield date.span
