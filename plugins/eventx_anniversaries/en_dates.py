"""Dates around an English anniversary: in brackets behind it, right behind it, and after prepositions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from eventx import Document, language_data
from eventx_anniversaries.dates import Found, date_at, find_dates, make_date
from eventx_anniversaries.lexicon import closed
from eventx_anniversaries.numbers import any_of, some_of

DATE = 24
"""The most code points of a date."""
_AND_THE = 2
"""The most words of "and the"."""
_BEFORE = 80
"""How far before an anniversary the day or year may stand of which it is said that it marks it, in code points."""
_WEEK = 7


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """Return the pattern of a bracket that may hold dates."""
    return re.compile(r"[\s,]{0,3}[(\[]([^()\[\]]{4,70})[)\]]")


@lru_cache(maxsize=1)
def preposition() -> re.Pattern[str]:
    """Return the pattern of a preposition that a date follows."""
    return re.compile(rf"(?<!\w){some_of('en', 'prepositions')}\s+(?:{some_of('en', 'date_leads')}\s)?(?=[a-z]{{3,9}}\.?\s\d|\d)")


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
            if date is not None and not _is_of_another(lower, date.end, start):
                found.append(date)
    return tuple(found)


# National Day, kept since 1992, and the 40th anniversary of ties
def _is_of_another(lower: str, end: int, start: int) -> bool:
    """Tell whether nothing but "and the" stands between a date and an anniversary: it is that of what was told before it."""
    words = lower[end:start].replace(",", " ").split() if end < start else []
    return 0 < len(words) <= _AND_THE and words[0] in language_data("en").conjunctions


@lru_cache(maxsize=1)
def _year_that(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a year at the head of a sentence that a verb such as "marks" follows: "(The year) 2023 marks"."""
    return re.compile(
        rf"\W{{0,4}}(?:{some_of('en', 'year_leads')}\s+)?(?=(?:1[5-9]|20)\d\d\s+(?:[a-z]+\s+)?(?:{any_of(verbs)})\s)"
    )


@lru_cache(maxsize=1)
def _year_right_before(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a year that such a verb follows right before an anniversary: "that *2023* marks the"."""
    return re.compile(rf"(?<![\w.,/])(?=(?:1[5-9]|20)\d\d\s+(?:[a-z]+\s+)?(?:(?:{any_of(verbs)})\s+(?:[a-z]+\s+){{0,5}})?$)")


def year_that_marks(lower: str, floor: int, start: int, verbs: tuple[str, ...]) -> tuple[Found, ...]:
    """Return the year of which a clause says that it is one of an anniversary: "*2023* marks the", "with *2025* marking the"."""
    match = _year_that(verbs).match(lower, floor, start)
    match = match or _year_right_before(verbs).search(lower, max(floor, start - _BEFORE), start)
    date = date_at(lower, match.end(), match.end() + 4, "en") if match else None
    return (date,) if date is not None else ()


@lru_cache(maxsize=1)
def _day_that(verbs: tuple[str, ...], today: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a day that such a verb follows right before an anniversary: "Today marks the", "Monday is the"."""
    data = language_data("en")
    months = any_of(data.months)
    date = rf"(?:{months})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{months})"
    day = rf"(?P<today>{any_of(today)})|(?P<weekday>{any_of(data.weekdays)})|(?P<date>{date})"
    verb = rf"(?:(?!to\s)[a-z]+\s+)?(?P<verb>{any_of(verb for verb in verbs if not verb.endswith('ing'))})"
    return re.compile(rf"(?<!\w)(?:{day})\s+{verb}\s+(?:{some_of('en', 'day_fill')}\s+){{0,2}}$")


# Today marks the 100th anniversary · Monday was the 10th anniversary · September 11 marked the 50th anniversary; not "held a
# ceremony on May 3 to mark the 50th anniversary"
def day_that_marks(document: Document, floor: int, start: int, words: Mapping[str, Any]) -> Found | None:
    """Return the day of which a clause says right before an anniversary that it is its day."""
    low = max(floor, start - _BEFORE)
    match = _day_that(tuple(words["year_verbs"]), tuple(words["today"])).search(document.lower, low, start)
    if match is None:
        return None
    if match["date"]:
        return next(iter(find_dates(document.lower, match.start("date"), match.end("date"), "en")), None)
    day = document.published
    if day is None:
        return None
    if match["weekday"]:
        ahead = (language_data("en").weekdays[match["weekday"]] - day.isoweekday()) % _WEEK
        day += dt.timedelta(ahead - _WEEK if ahead and match["verb"] in words["past"] else ahead)
    date = make_date(day.year, day.month, day.day, implied=True)
    return Found(date, match.start(), match.start()) if date is not None else None


@lru_cache(maxsize=1)
def _falls() -> re.Pattern[str]:
    """Return the pattern of what tells on which day an anniversary falls: ", which falls on", "fell on"."""
    return re.compile(rf",?\s+(?:which\s+)?(?:will\s+)?{some_of('en', 'falling')}\s+(?:this\s+year\s+)?on\s+")


# the second anniversary of the invasion falls on February 24
def day_it_falls_on(lower: str, end: int, stop: int) -> Found | None:
    """Return the day on which it is said right behind an anniversary that it falls."""
    match = _falls().match(lower, end, stop)
    return date_at(lower, match.end(), min(match.end() + DATE, stop), "en") if match else None


def day_behind(lower: str, end: int, stop: int) -> tuple[Found, ...]:
    """Return the day without a year right behind the phrase: "the National Day *September 2*", "the attack of *May 5*"."""
    end += next((len(link) + 1 for link in closed("en", "day_links") if lower.startswith(f" {link} ", end)), 0)
    date = date_at(lower, end + 1, min(end + 1 + DATE, stop), "en") if lower[end : end + 1] == " " else None
    return (date,) if date is not None and date.year is None else ()
