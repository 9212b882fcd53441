"""The few forms of dates that stand with an anniversary, in brackets or after a preposition."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from functools import lru_cache

import attrs

from eventx import Date, by_value, language_data, swift

_YEAR = r"(?:1[0-9]|20)\d{2}"


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Found:
    """A date with where it stands."""

    date: Date
    start: int
    end: int

    @property
    def year(self) -> int | None:
        """The date's year, if settled."""
        parts = self.date.ends[0]
        return parts.year if parts else None


@lru_cache(maxsize=8)
def _pattern(code: str) -> re.Pattern[str]:
    """Return the pattern of one date in lower-case text of a language."""
    names = "|".join(sorted((re.escape(name) for name in language_data(code).months), key=len, reverse=True)) or "(?!)"
    endings = f"(?:{'|'.join(language_data('en').ordinal_endings)})"
    return re.compile(
        # 24/6/1967 · 24-6-1967 · 24.6.1967
        rf"(?<![\w/])(?P<day>\d{{1,2}})\s?[/.-]\s?(?P<month>\d{{1,2}})\s?[/.-]\s?(?P<year>{_YEAR})(?!\w)"
        # 24 tháng 6 năm 1967 · tháng 6/1967 · tháng 6 năm 1967
        rf"|(?:(?<!\w)(?P<vday>\d{{1,2}})\s)?tháng\s(?P<vmonth>\d{{1,2}})(?:\s?/\s?|,?\snăm\s)(?P<vyear>{_YEAR})(?!\w)"
        # June 24, 1967 · June 2008
        rf"|(?<!\w)(?P<aname>{names})\.?\s(?:(?P<aday>\d{{1,2}}){endings}?,?\s)?(?P<ayear>{_YEAR})(?!\w)"
        # 24 June 1967
        rf"|(?<!\w)(?P<bday>\d{{1,2}}){endings}?\s(?P<bname>{names})\.?,?\s(?P<byear>{_YEAR})(?!\w)"
        # 6/1967
        rf"|(?<![\w/])(?P<mmonth>\d{{1,2}})\s?/\s?(?P<myear>{_YEAR})(?!\w)"
        # 1967
        rf"|(?<![\w/.,])(?P<only>{_YEAR})(?![\w%]|[.,]\d)"
        # 2/9 · September 2: day and month alone
        rf"|(?<![\w/])(?P<pday>\d{{1,2}})\s?/\s?(?P<pmonth>\d{{1,2}})(?![\w/])"
        rf"|(?<!\w)(?P<cname>{names})\.?\s(?P<cday>\d{{1,2}}){endings}?(?!\w)"
    )


_PARTS: Mapping[str, tuple[str, str, str]] = {
    "year": ("year", "month", "day"),
    "vyear": ("vyear", "vmonth", "vday"),
    "ayear": ("ayear", "aname", "aday"),
    "byear": ("byear", "bname", "bday"),
    "myear": ("myear", "mmonth", ""),
    "only": ("only", "", ""),
    "pmonth": ("", "pmonth", "pday"),
    "cday": ("", "cname", "cday"),
}
"""The groups of a form's year, month and day by its last group, which tells the form."""


def find_dates(lower: str, start: int, end: int, code: str) -> list[Found]:
    """Return the dates in ``lower[start:end]``, in order."""
    found = [_read(match, code) for match in _pattern(code).finditer(lower, start, end)]
    return [date for date in found if date is not None]


def date_at(lower: str, start: int, end: int, code: str) -> Found | None:
    """Return the date that ``lower[start:end]`` begins with."""
    match = _pattern(code).match(lower, start, end)
    return _read(match, code) if match else None


def _read(match: re.Match[str], code: str) -> Found | None:
    """Return the date that a match tells, if there is such a day."""
    names = _PARTS[match.lastgroup or ""]
    year, month, day = (names[0] and match[names[0]], names[1] and match[names[1]], names[2] and match[names[2]])
    number = (int(month) if month.isdecimal() else language_data(code).months[month]) if month else None
    date = make_date(int(year) if year else None, number, int(day) if day else None)
    return Found(date, *match.span()) if date is not None else None


def make_date(year: int | None, month: int | None, day: int | None, *, implied: bool = False) -> Date | None:
    """Return a date, or None if there is no such day; month and day change places where only that gives a day."""
    if month is not None and month > 12 and day is not None and 1 <= day <= 12:
        month, day = day, month
    if month is None:
        text = f"{year:04d}"
    elif not 1 <= month <= 12:
        return None
    elif day is None:
        text = f"{year:04d}-{month:02d}" if year is not None else ""
    elif 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        text = f"{year:04d}-{month:02d}-{day:02d}" if year is not None else f"XXXX-{month:02d}-{day:02d}"
    else:
        return None
    return Date(text, certainty="implied" if implied else "stated") if text else None


def later(date: Date, years: int) -> Date | None:
    """Return `date` so many years later, to the same precision, marked implied; None past the calendar's end."""
    parts = date.ends[0]
    if parts is None or parts.year is None or not 0 < parts.year + years <= 9999:
        return None
    moved = make_date(parts.year + years, parts.month, parts.day, implied=True)
    # the 29th of February has no anniversary in common years: the month is as much as can be said
    return moved or make_date(parts.year + years, parts.month, None, implied=True)
