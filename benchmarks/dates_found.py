"""What a date extractor found, and ways to say it in EDTF; imports nothing of any peer, so that none pays for another."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_NAMED = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|AU|WI|Q[1-4]|H[12])")
_PLAIN = re.compile(r"((?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")
_NUMBERS = {
    "SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41,
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """One finding: its span, its value in EDTF ("" if there is none), and whether it is a lunar date.

    A finding that its finder calls a duration, a set, a time of day or "now" is `neutral`: right if it is the date looked
    for, but never held against the finder, as it claims no date.
    """

    start: int
    end: int
    value: str
    neutral: bool = False
    lunar: bool = False


def of_grain(day: dt.date, grain: str) -> str:
    """Return EDTF for a day that stands for the year, month, week or other period that holds it."""
    if grain == "year":
        return f"{day:%Y}"
    if grain == "quarter":
        return f"{day:%Y}-{33 + (day.month - 1) // 3}"
    if grain == "month":
        return f"{day:%Y-%m}"
    if grain == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return interval(monday, monday + dt.timedelta(days=6))
    return f"{day:%Y-%m-%d}"


def interval(start: dt.date | None, end: dt.date | None) -> str:
    """Return EDTF for an interval of days, open where there is none."""
    return "/".join(f"{day:%Y-%m-%d}" if day else ".." for day in (start, end))


def of_timex(value: str) -> str:
    """Return EDTF for a TIMEX3 value, "" for those that settle no date (``PRESENT_REF``, ``UNDEF-…``)."""
    week = _WEEK.fullmatch(value)
    if week:
        monday = dt.date.fromisocalendar(int(week[1]), 1, 1) + dt.timedelta(weeks=int(week[2]) - 1)
        return interval(monday + dt.timedelta(days=5 if week[3] else 0), monday + dt.timedelta(days=6))
    named = _NAMED.fullmatch(value)
    if named:
        return f"{named[1]}-{_NUMBERS[named[2]]}"
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    before_christ = re.fullmatch(r"BC(\d{4})", value)
    if before_christ:
        return f"-{int(before_christ[1]) - 1:04}"
    plain = _PLAIN.fullmatch(value)
    return plain[1] if plain else ""


def sentences(text: str) -> list[tuple[int, str]]:
    """Return the sentences of a text with their offsets, for peers that read one expression at a time."""
    starts = [0, *(match.end() for match in re.finditer(r"(?<=[\w)][.!?])\s+(?=[A-ZĐ])|\n\s*", text)), len(text)]
    return [(one, text[one:two]) for one, two in pairwise(starts) if text[one:two].strip()]
