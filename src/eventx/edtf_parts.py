"""One end of an EDTF date taken apart, and the first and last day that it may mean."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal

import attrs

from eventx.comparing import by_value

Grain = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century", "interval"]

_SEASONS = range(21, 25)
_QUARTERS = range(33, 37)
_HALVES = range(40, 42)
_DAYS_IN_LEAP_YEAR = 2000


# 2022 | 2022-10 | 2022-10-05 | XXXX-09-25 | 199X | 19XX | 2022-21 | each with ~ ? % behind it
@lru_cache(maxsize=1)
def _simple() -> re.Pattern[str]:
    """Return the pattern of a date that is no interval."""
    return re.compile(r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[~?%]?)")


@by_value
@attrs.frozen(eq=False, repr=False)
class Parts:
    """One end of a date taken apart: digits as numbers, ``None`` where unsettled or absent."""

    year: int | None
    month: int | None
    day: int | None
    grain: Grain
    mark: str
    first_year: int | None
    last_year: int | None


def _years(text: str) -> tuple[int | None, int | None]:
    """Return the first and last year that four digits with X may stand for."""
    if text == "XXXX":
        return None, None
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _grain(year: str, month: str | None, day: str | None) -> Grain:
    """Return the finest grain that the digits settle."""
    if month is None:
        if year.endswith("XX") and year != "XXXX":
            return "century"
        return "decade" if year.endswith("X") and year != "XXXX" else "year"
    if month != "XX" and int(month) in _SEASONS:
        return "season"
    if month != "XX" and int(month) in _QUARTERS:
        return "quarter"
    if month != "XX" and int(month) in _HALVES:
        return "half"
    return "month" if day is None else "day"


@lru_cache(maxsize=4096)
def parse_simple(text: str) -> Parts:
    """Return the parts of one end of a date, or raise ValueError naming the value."""
    match = _simple().fullmatch(text)
    if match is None:
        message = f"Date.edtf: {text!r} is not an EDTF date; write e.g. 2022-09-05, 2022-10, XXXX-09-25"
        raise ValueError(message)
    year, month, day = match["year"], match["month"], match["day"]
    first, last = _years(year)
    grain = _grain(year, month, day)
    number = None if month in (None, "XX") else int(month)
    date = None if day in (None, "XX") else int(day)
    if number is not None and grain in ("month", "day") and not 1 <= number <= 12:
        message = f"Date.edtf: {text!r} has month {month}; months run from 01 to 12, seasons 21-24, quarters 33-36, halves 40-41"
        raise ValueError(message)
    if date is not None:
        settled = first if first == last and first and first > 0 else _DAYS_IN_LEAP_YEAR
        length = calendar.monthrange(settled, number or 1)[1]
        if not 1 <= date <= length:
            message = f"Date.edtf: {text!r} has day {day}; that month has {length} days"
            raise ValueError(message)
    return Parts(first if first == last else None, number, date, grain, match["mark"], first, last)


def _months(parts: Parts) -> tuple[int, int]:
    """Return the first and last month that a date with a settled year covers."""
    month = parts.month
    if month is None:
        return 1, 12
    if parts.grain == "season":
        # EDTF seasons name no months; the northern convention: spring is March to May, winter December to February.
        start = (month - 21) * 3 + 3
        return start, start + 2
    if parts.grain == "quarter":
        start = (month - 33) * 3 + 1
        return start, start + 2
    if parts.grain == "half":
        start = (month - 40) * 6 + 1
        return start, start + 5
    return month, month


def bounds(parts: Parts) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day a date may mean; ``None`` where no year is settled."""
    if parts.first_year is None or parts.last_year is None or parts.first_year < 1:
        return None, None
    start, end = _months(parts)
    end_year = parts.last_year
    if end > 12:
        end, end_year = end - 12, end_year + 1
    if parts.day is not None and parts.month is not None and parts.year is not None:
        day = dt.date(parts.year, start, parts.day)
        return day, day
    return dt.date(parts.first_year, start, 1), dt.date(end_year, end, calendar.monthrange(end_year, end)[1])
