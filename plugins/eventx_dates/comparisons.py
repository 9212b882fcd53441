"""Dates that news only compares with, from which no other date counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from eventx import Date, Document, Span
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Found, Interval, Reading, Toward
from eventx_dates.resolve import Context

_BEFORE = 45  # characters before a month or year in which a comparison opens
_GOAL = 90  # the same before a year that is a goal
_SINCE = 8  # characters that hold "since" and the blanks beside it
_BACK = 28  # characters from the head of a sentence to its date, with the blanks before it


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    """Return the pattern of the end of a sentence or line."""
    return re.compile(r"[.!?;]\s|\n")


def compares(document: Document, item: Found, date: Date) -> bool:
    """Tell whether news only compares with a date: the lowest since July 1994, up from a year earlier, after a fall in May."""
    text, span = document.text, item.span
    shift = item.reading.shift if isinstance(item.reading, Reading) else None
    if shift is not None and shift[0] in ("year", "quarter") and shift[1] < 0:
        words = text[span.start : span.end].lower().replace("-", " ").split()
        if not LEXICON.table(document.lang, "compared").keys().isdisjoint(words):
            return True
    since = LEXICON.table(document.lang, "since")
    if date.grain in ("day", "interval"):  # as nearly all are
        words = text[max(span.start - _SINCE, 0) : span.start].split() if since else []
        return bool(words) and words[-1].lower() in since
    if text[max(span.start - 1, 0) : span.start] in ("", "\n"):
        return False
    before = _stop().split(text[max(span.start - _BEFORE, 0) : span.start])[-1].lower().split()
    if before and before[-1] in since:
        return True
    return not LEXICON.table(document.lang, "comparing").keys().isdisjoint(before)


# set out cooperation until 2018 · hướng hợp tác tới năm 2018
def leads_ahead(document: Document, item: Found, date: Date, context: Context) -> bool:
    """Tell whether a later year is only one that is to come, or that something lasts until: the tale stays where it is."""
    anchor = context.anchor
    year = date.ends[0].year if date.grain == "year" and date.ends[0] else None
    if anchor is None or anchor.year is None or anchor.month is None or year is None or year <= anchor.year:
        return False
    before = document.lower[max(item.span.start - _SINCE, 0) : item.span.start].split()
    if before and before[-1] in LEXICON.table(document.lang, "leads_to"):
        return True
    return context.direction(item.span) == "future"


# Trước đó, *tháng 11/2015*, X cũng đã tới Việt Nam · Earlier, *in November 2015*, X visited Peru
def looks_back(document: Document, item: Found) -> bool:
    """Tell whether the sentence that a date stands in opens with a word for what was before: the tale stays where it is."""
    start = max(item.span.start - _BACK, 0)
    pieces = _stop().split(document.lower[start : item.span.start])
    if start and len(pieces) < 2:
        return False
    opening = pieces[-1].lstrip()
    return any(opening.startswith((f"{word},", f"{word} ")) for word in LEXICON.table(document.lang, "looking_back"))


# the first meeting since 2011: what follows is of no such year
def is_since_year(document: Document, item: Found) -> bool:
    """Tell whether a bare year is only that since which something is so, or was not."""
    reading, start = item.reading, item.span.start
    if not isinstance(reading, Reading) or reading.year is None or reading.month or reading.day or reading.shift:
        return False
    before = document.lower[max(start - _SINCE, 0) : start].split()
    return bool(before) and before[-1] in LEXICON.table(document.lang, "since")


# phấn đấu đến năm 2030 · giai đoạn 2026-2030 · tầm nhìn 2045 · nhiệm vụ năm 2025 · sẽ là nước phát triển vào năm 2045
# aims for $20 billion by 2030 · a vision to 2045 · the plan for 2026-2030 · is to be rich by 2045; not "By 1945 he had gone"
def is_goal(document: Document, item: Found, direction: Callable[[Span], Toward | None]) -> bool:
    """Tell whether a bare year, or years told together, is one to aim at or to report on: no tale stands there."""
    reading, span = item.reading, item.span
    ends = (reading.start, reading.end) if isinstance(reading, Interval) else (reading,)
    if not any(one and one.year for one in ends) or any(one and (one.month or one.day or one.shift) for one in ends):
        return False
    before = _stop().split(document.lower[max(span.start - _GOAL, 0) : span.start])[-1].replace(",", " ").replace(":", " ")
    words = f" {' '.join(before.split())} "
    if any(f" {goal} " in words for goal in LEXICON.table(document.lang, "goals")):
        return True
    leads = {*words.split()[-1:], *document.lower[span.start : span.end].split()[:1]}
    return not leads.isdisjoint(LEXICON.table(document.lang, "goal_leads")) and direction(span) == "future"
