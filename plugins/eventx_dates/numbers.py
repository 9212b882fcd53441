"""What a number with its separators may be in a date: a day, a year, 5/9/2022, 2022-09-05, 1990s."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from eventx import language_data
from eventx_dates.patterns import LETTERS, OTHER

_DAY_GROUP = 7
"""How many letters and digits stand behind the day of a date that is one word."""


@lru_cache(maxsize=1)
def ordinal_ending() -> str:
    """Return the pattern of what is written behind an ordinal in digits."""
    return f"(?:{'|'.join(language_data('en').ordinal_endings)})"


@lru_cache(maxsize=1)
def _iso() -> re.Pattern[str]:
    """Return the pattern of a date or time of ISO 8601."""
    return re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    """Return the pattern of numbers parted by strokes or dots."""
    return re.compile(r"(\d+)([/.])(\d+)(?:\2(\d+))?")


# 1Q13, 2013Q1, 1H23: the quarter or half of a year, in capitals
@lru_cache(maxsize=1)
def _quarter() -> re.Pattern[str]:
    """Return the pattern of the quarter or half of a year, in capitals."""
    return re.compile(r"[1-4]Q(?:19|20)?[0-9]{2}|[12]H(?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}(?:Q[1-4]|H[12])")


@lru_cache(maxsize=1)
def _time() -> re.Pattern[str]:
    """Return the pattern of a clock time."""
    return re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?")


@lru_cache(maxsize=4096)
def classify(number: str, suffix: str) -> tuple[str, Any]:
    """Return the class letter and value of a number as written; `OTHER` if it can be no part of a date.

    Args:
        number: digits, with their inner separators.
        suffix: letters that follow without a blank.

    """
    if suffix and suffix[0] in "QH" and _quarter().fullmatch(number + suffix):
        return LETTERS["ym"], _short_quarter(number, suffix)
    if len(suffix) == _DAY_GROUP and suffix[-1].isdigit() and (day := _day_group(number, suffix)):
        return LETTERS["iso"], day
    name, value = _named(number, suffix.lower())
    return (LETTERS[name], value) if name else (OTHER, None)


# 05SEP2022: as armies and ministries write in all languages
def _day_group(number: str, suffix: str) -> tuple[str, int, int] | None:
    """Return year, month and day of a date written as one word, in capitals."""
    month = language_data("en").months.get(suffix[:3].lower())
    told = month is not None and suffix[:3].isupper() and suffix[3:].isdigit() and number.isdigit() and len(number) <= 2
    return (suffix[3:], int(month), int(number)) if told and month is not None else None


def _named(number: str, suffix: str) -> tuple[str | None, Any]:
    """Return the class and value of a number."""
    if suffix:
        return _suffixed(number, suffix)
    if number.isdigit():
        return _plain(number)
    if match := _iso().fullmatch(number):
        return "iso", (match[1], int(match[2]), int(match[3]))
    if match := _parts().fullmatch(number):
        return _separated(match[1], match[2], match[3], match[4])
    return ("time", number) if _time().fullmatch(number) else (None, None)


def _short_quarter(number: str, suffix: str) -> tuple[str, int]:
    """Return the year and the EDTF code of a quarter or half-year in short."""
    year, place = (number, suffix[1:]) if len(number) == 4 else (suffix[1:], number)
    return (year if len(year) == 4 else ("20" if year < "50" else "19") + year), (32 if suffix[0] == "Q" else 39) + int(place)


def _suffixed(number: str, suffix: str) -> tuple[str | None, Any]:
    """Classify a number with letters behind it: 5th, 1990s, 9h30."""
    if not number.isdigit():
        return None, None
    if suffix in language_data("en").ordinal_endings:
        return "ord", int(number)
    if suffix == "d" and number[-1] in "23":  # 2d, 3d, 22d: the older way
        return "ord", int(number)
    if suffix == "q" and number in ("1", "2", "3", "4"):
        return "quarter", int(number)
    if suffix == "s" and number.endswith("0") and len(number) in (2, 4):
        return "decade", number
    return ("time", number) if suffix[0] == "h" else (None, None)


def _plain(number: str) -> tuple[str | None, Any]:
    """Classify bare digits."""
    value = int(number) if len(number) < 6 else 0
    if len(number) <= 2 and 1 <= value <= 31:
        return "day", value
    if len(number) == 4 and number[0] in "12":
        return "year", number
    return ("count", value) if value else (None, None)


def _separated(first: str, mark: str, second: str, third: str | None) -> tuple[str | None, Any]:
    """Classify two or three numbers with slashes or dots between them."""
    one, two = int(first[:5]), int(second[:5])
    if third is None:
        return _pair(first, mark, second)
    if len(first) == 4 and 1 <= two <= 12 and len(third) <= 2:
        return "iso", (first, two, int(third))
    if len(first) <= 2 and len(second) <= 2 and len(third) in (2, 4):
        return "dmy", (one, two, third, mark)
    return None, None


def _pair(first: str, mark: str, second: str) -> tuple[str | None, Any]:
    """Classify two numbers with a slash or dot between them."""
    one, two = int(first[:5]), int(second[:5])
    if len(first) == 4:
        return _year_pair(first, second) if mark == "/" else (None, None)
    if len(first) <= 2 and len(second) == 4 and 1 <= one <= 12:
        return "my", (one, second)
    if mark == "/" and len(second) == 4 and second[0] in "12" and 12 < one <= 31:
        return "dy", (one, second)
    if len(first) <= 2 and len(second) <= 2:
        return "dm", (one, two, mark)
    return None, None


def _year_pair(year: str, second: str) -> tuple[str | None, Any]:
    """Classify a year with a slash and a number behind it: 2011/12, 2022/2023, 2022/09."""
    number = int(second[:5])
    if len(second) == 2 and number == (int(year) + 1) % 100:
        return "yspan", (year, year[:2] + second if number else str(int(year) + 1))
    if len(second) == 4 and 1 <= number - int(year) <= 2:
        return "yspan", (year, second)
    return ("ym", (year, number)) if len(second) == 2 and 1 <= number <= 12 else (None, None)
