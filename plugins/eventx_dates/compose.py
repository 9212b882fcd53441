"""Readings from matches: shared by the rules of all languages."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from eventx import evolve, maker
from eventx_dates.grammar import Match
from eventx_dates.patterns import LETTERS, NAMES
from eventx_dates.reading import Found, Interval, Reading

_reading = maker(Reading)

_WEEK = 7
_LONGEST = 1000  # days: what lasts longer is told in years
# the fields of a reading that the values of classes go into
_FIELDS = {
    **{name: name for name in ("month", "year", "weekday", "part", "day")},
    "ord": "day",
    "season": "month",
    "edge": "modifier",
}
_DIGITS = ("iso", "ym", "my", "dmy", "dm")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def _fields() -> dict[str, str]:
    """Return by class letter the field that a value goes into, or what else the class does; nothing for what says no part."""
    roles = {**_FIELDS, **dict.fromkeys(_DIGITS, "digits"), "monthword": "monthword", "numeral": "numeral"}
    return {LETTERS[name]: role for name, role in roles.items()}


@lru_cache(maxsize=1024)  # the same few class strings recur all the time
def _roles(kinds: str) -> tuple[tuple[int, str], ...]:
    """Return which words of a class string tell something, and what: a field, or several by their digits."""
    found, before = [], None
    for index, field in enumerate(map(_fields().get, kinds)):
        if before == "monthword" and field in ("day", "numeral"):
            found.append((index, "month"))
        elif field is not None and field not in ("monthword", "numeral"):
            found.append((index, field))
        before = field
    return tuple(found)


def length_of(year: int, month: int) -> int:
    """Return how many days a month has."""
    return 29 if month == 2 and calendar.isleap(year) else _LENGTHS[month - 1]


def compose(m: Match, first: int | None = None, last: int | None = None, **more: Any) -> Reading | None:
    """Return what the words from one position of a match to another say together; None if they make no date.

    Args:
        m: the match.
        first: the first position; of the phrase proper if not given.
        last: the position after the last one.
        more: further fields of the reading, which win over what the words say.

    """
    kinds, values = m.run.kinds, m.run.values
    parts: dict[str, Any] = {"approximate": True} if m.has("about") else {}
    start = m.first if first is None else first
    for index, field in _roles(kinds[start : m.last if last is None else last]):
        value = values[start + index]
        if field == "digits":
            digits = _digits(NAMES[kinds[start + index]], value)
            if digits is None:
                return None
            parts |= digits
        else:
            parts[field] = value
    month = parts.get("month", 1)
    if not 1 <= month <= 41 or 12 < month < 21:
        return None
    return _reading(**parts | more if more else parts)


def _digits(name: str, value: Any) -> dict[str, Any] | None:
    """Return what digits with separators say."""
    if name == "iso":
        year, month, day = value
        return {"year": year, "month": month, "day": day} if 1 <= month <= 12 and 1 <= day <= 31 else None
    if name in ("ym", "my"):
        year, month = value if name == "ym" else reversed(value)
        return {"year": year, "month": month}
    return day_and_month(value)


def day_and_month(value: Any) -> dict[str, Any] | None:
    """Return day, month and perhaps year of digits; the only order that makes a date is the right one."""
    one, two, mark = value[0], value[1], value[-1]
    if not (1 <= one <= 31 and 1 <= two <= 31) or min(one, two) > 12:
        return None
    day, month = (one, two) if two <= 12 else (two, one)
    order = "day" if one > 12 or mark == "." else "month" if two > 12 else "open"
    if day > length_of(2000, month):
        if order != "open":
            return None
        day, month, order = month, day, "month"
    parts = {"day": day, "month": month, "order": order}
    return parts | {"year": full_year(value[2])} if len(value) == 4 else parts


def full_year(digits: str) -> str:
    """Return a year of four digits; of two digits up to 49 belong to this century."""
    return digits if len(digits) == 4 else ("20" if int(digits) < 50 else "19") + digits


def is_version(m: Match) -> bool:
    """Tell whether digits with dots and a short year are rather a version: 6.5.10, with neither word before nor time behind."""
    *_, year, mark = m.get("dmy")
    return mark == "." and len(year) == 2 and m.end - m.start == 1 and not _clock().match(m.after(8))


@cache
def _clock() -> re.Pattern[str]:
    """Return the pattern of a clock time: 25.11.22 10:00, 25.11.22, 10:00."""
    return re.compile(r",?\s{1,2}[012]?[0-9]:[0-5][0-9]\b")


def swapped(reading: Reading) -> Reading:
    """Return a reading of digits with day and month the other way round, where both ways make a date."""
    return evolve(reading, day=reading.month, month=reading.day) if reading.order == "open" else reading


def number_of(values: Iterable[int]) -> int | None:
    """Return the number that number words make: twenty-five, two hundred, hai mươi lăm."""
    total = 0
    for value in values:
        if (value == 10 and 1 < total < 10) or value == 100:
            total = max(total, 1) * value
        else:
            total += value
    return total or None


def fits(reading: Reading) -> bool:
    """Tell whether the day exists in the month."""
    if not reading.day or not reading.month or reading.month > 12:
        return True
    year = int(reading.year) if reading.year and reading.year.isdigit() and reading.year > "0000" else 2000
    return reading.day <= length_of(year, reading.month)


def joint_of(m: Match) -> int | None:
    """Return the position of the word that joins the two ends of an interval."""
    joints = [index for index in m.where("dash", "to", "and", "which") if m.first < index < m.last - 1]
    return joints[len(joints) // 2] if joints else None


def interval(m: Match) -> Interval | None:
    """Return the interval between what stands before and behind the joint."""
    joint = joint_of(m)
    if joint is None:
        return None
    start, end = compose(m, None, joint), compose(m, joint + 1, None)
    if start is None or end is None or not fits(start) or not fits(end):
        return None
    if start.day and (start.day, start.month, start.year) == (end.day, end.month, end.year):
        return None  # "(TTXVN) 27/4 - Chiều 27/4": told twice, by a dateline and its report
    return Interval(start=start, end=end)


def years_between(m: Match) -> Interval | Reading | None:
    """Return the interval of 1986-1990 or 1986-90; 2022-09 is a month."""
    joint = joint_of(m)
    if joint is None:
        return None
    first, last = str(m.get("year")), m.text_at(m.last - 1)[-4:]  # FY2015
    if len(last) == 4:
        return Interval(start=Reading(year=first), end=Reading(year=last)) if "1000" <= first < last <= "2199" else None
    if len(last) == 1 and first < "2000" and m.first > m.start and m.kind(joint) == "dash":
        last = first[2] + last  # "in 1864-5"
    if len(last) != 2 or m.kind(joint) == "and":
        return None
    if 1 <= int(last) <= 12 and m.kind(joint) == "dash" and int(last) <= int(first[2:]):
        return Reading(year=first, month=int(last))
    full = first[:2] + last
    return Interval(start=Reading(year=first), end=Reading(year=full)) if full > first else None


def months_of(first: int, last: int, whole: Reading) -> Interval:
    """Return the months from one to another of a year."""
    return Interval(start=evolve(whole, month=first), end=evolve(whole, month=last))


def lasting_from(start: Reading, unit: str, number: int) -> Interval | None:
    """Return so many days or weeks of which the first day is told."""
    days = number * {"day": 1, "week": _WEEK}.get(unit, 0)
    return Interval(start=start, end=evolve(start, offset=("day", days - 1))) if 1 < days < _LONGEST and fits(start) else None


def listed(m: Match) -> Iterable[Found] | None:
    """Return one date an item of a list; what only one item states holds for all."""
    joints = [m.first - 1, *(i for i in m.where("comma", "and") if not _sets_off_year(m, i) and i >= m.first), m.last]
    pieces = [(a + 1, b) for a, b in pairwise(joints) if b > a + 1]
    whole = compose(m)
    if whole is None:
        return None
    found = []
    for first, last in pieces:
        reading = compose(m, first, last)
        if reading is None or not (reading.day or reading.month):
            return None
        if reading.month is None or reading.year is None:
            reading = evolve(reading, month=reading.month or whole.month, year=reading.year or whole.year)
        if not fits(reading):
            return None
        found.append(Found(reading=reading, span=m.span(first, last - 1)))
    return found


def _sets_off_year(m: Match, index: int) -> bool:
    """Tell whether a comma only sets off the year: September 5, 2022."""
    return index + 1 < m.last and m.kind(index + 1) == "year"
