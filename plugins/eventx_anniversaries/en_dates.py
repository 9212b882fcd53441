"""Dates around an English anniversary: in brackets behind it, right behind it, and after prepositions."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx_anniversaries.dates import Found, date_at, find_dates
from eventx_anniversaries.numbers import any_of

DATE = 24
"""The most code points of a date."""


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """Return the pattern of a bracket that may hold dates."""
    return re.compile(r"[\s,]{0,3}[(\[]([^()\[\]]{4,70})[)\]]")


@lru_cache(maxsize=1)
def preposition() -> re.Pattern[str]:
    """Return the pattern of a preposition that a date follows."""
    return re.compile(r"(?<!\w)(?:in|on|since|from|of)\s+(?:early\s|late\s|the\s)?(?=[a-z]{3,9}\.?\s\d|\d)")


def bracket_after(lower: str, end: int, stop: int) -> tuple[Found, ...]:
    """Return the dates of the bracket that follows directly."""
    match = _bracket().match(lower, end, stop)
    return tuple(find_dates(lower, match.start(1), match.end(1), "en")[:2]) if match else ()


def dates_near(lower: str, floor: int, start: int, end: int, stop: int) -> tuple[Found, ...]:
    """Return the dates that prepositions bring: after the phrase first, then before the anniversary in its sentence."""
    found: list[Found] = []
    for low, high in ((end, min(stop, end + 60)), (max(floor, start - 150), start)):
        for match in preposition().finditer(lower, low, high):
            date = date_at(lower, match.end(), min(match.end() + 24, stop), "en")
            if date is not None:
                found.append(date)
    return tuple(found)


@lru_cache(maxsize=1)
def _year_that(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a year at the head of a sentence that a verb such as "marks" follows: "(The year) 2023 marks"."""
    return re.compile(rf"\W{{0,4}}(?:the\s+year\s+)?(?=(?:1[5-9]|20)\d\d\s+(?:[a-z]+\s+)?(?:{any_of(verbs)})\s)")


def year_that_marks(lower: str, floor: int, start: int, verbs: tuple[str, ...]) -> tuple[Found, ...]:
    """Return the year of which a sentence says at its head that it is one of an anniversary: "*2023* marks the 50th …"."""
    match = _year_that(verbs).match(lower, floor, start)
    date = date_at(lower, match.end(), match.end() + 4, "en") if match else None
    return (date,) if date is not None else ()


def day_behind(lower: str, end: int, stop: int) -> tuple[Found, ...]:
    """Return the day without a year that stands right behind what is commemorated: "the National Day *September 2*"."""
    date = date_at(lower, end + 1, min(end + 1 + DATE, stop), "en") if lower[end : end + 1] == " " else None
    return (date,) if date is not None and date.year is None else ()
