"""Readings from matches: shared by the rules of all languages."""

from __future__ import annotations

import calendar
from collections.abc import Iterable

import attrs

from eventx_dates.grammar import Match, letters
from eventx_dates.reading import Found, Interval, Reading


def compose(m: Match, first: int | None = None, last: int | None = None, *, day_first: bool = True) -> Reading | None:
    """Return what the words from one position of a match to another say together; None if they make no date.

    Args:
        m: the match.
        first: the first position; of the phrase proper if not given.
        last: the position after the last one.
        day_first: how 5/9/2022 is read where both ways make a date.

    """
    names = {letter: name for name, letter in letters().items()}
    reading: dict[str, object] = {}
    after_month = False
    for index in range(m.first if first is None else first, m.last if last is None else last):
        name, value = names.get(m.run.kinds[index], ""), m.value(index)
        if name in ("day", "ord"):
            reading["month" if after_month else "day"] = value
        elif name == "edge":
            reading["modifier"] = value
        elif name in ("month", "year", "weekday", "season"):
            reading["month" if name == "season" else name] = value
        elif name == "part":
            reading["part"] = value
        elif name == "iso":
            reading |= {"year": value[0], "month": value[1], "day": value[2]}
        elif name in ("my", "ym"):
            year, month = value if name == "ym" else reversed(value)
            reading |= {"year": year, "month": month}
        elif name in ("dmy", "dm"):
            digits = _digits(value, day_first=day_first)
            if digits is None:
                return None
            reading |= digits
        after_month = name == "monthword"
    if reading.get("day") == 0 or not 1 <= int(str(reading.get("month", 1))) <= 41:
        return None
    return Reading(**reading)  # type: ignore[arg-type] # the keys are those of Reading


def _digits(value: tuple[int, int, str] | tuple[int, int, str, str], *, day_first: bool) -> dict[str, object] | None:
    """Return day, month and year of digits; the order that makes a date wins over the language's."""
    one, two, mark = value[0], value[1], value[-1]
    day, month = (one, two) if day_first or mark == "." else (two, one)
    if not 1 <= month <= 12 and 1 <= day <= 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]):
        return None
    found: dict[str, object] = {"day": day, "month": month}
    if len(value) == 4:
        found["year"] = full_year(value[2])
    return found


def full_year(digits: str) -> str:
    """Return a year of four digits; of two digits up to 49 belong to this century."""
    if len(digits) == 4:
        return digits
    return ("20" if int(digits) < 50 else "19") + digits.zfill(2)


def fits(m: Match) -> bool:
    """Tell whether the day exists in the month."""
    reading = compose(m)
    if reading is None or not reading.day or not reading.month or reading.month > 12:
        return reading is not None
    year = int(reading.year) if reading.year else 2000
    return reading.day <= calendar.monthrange(year, reading.month)[1]


def split_at(m: Match) -> int | None:
    """Return the position of the word that joins the two ends of an interval: the dash or "to" that has numbers on both sides."""
    joints = m.where("dash", "to", "and")
    joints = [index for index in joints if m.first < index < m.last - 1]
    return joints[len(joints) // 2] if joints else None


def interval(m: Match, *, day_first: bool = True) -> Interval | None:
    """Return the interval between what stands before and after the joint."""
    joint = split_at(m)
    if joint is None:
        return None
    start, end = compose(m, None, joint, day_first=day_first), compose(m, joint + 1, None, day_first=day_first)
    if start is None or end is None:
        return None
    if start.year and not start.month and end.day and not end.month:  # 1986-90
        return _short_years(start.year, end.day)
    if start.year and not start.month and end == Reading():
        return _short_years(start.year, m.value(joint + 1))
    return Interval(start=start, end=end)


def _short_years(year: str, digits: int) -> Interval | None:
    """Return the interval of 1986-90."""
    end = year[:2] + f"{digits:02}"
    return Interval(start=Reading(year=year), end=Reading(year=end)) if digits < 100 and end > year else None


def listed(m: Match) -> Iterable[Found] | None:
    """Return one date an item of a list; what only one item states holds for all."""
    joints = [m.first - 1, *(i for i in m.where("comma", "and") if not _before_year(m, i)), m.last]
    pieces = [(a + 1, b) for a, b in zip(joints, joints[1:], strict=False) if b > a + 1]
    readings = [(compose(m, a, b), a, b) for a, b in pieces]
    whole = compose(m)
    if whole is None or any(reading is None for reading, _, _ in readings):
        return None
    found = []
    for reading, a, b in readings:
        if reading is None:
            return None
        filled = attrs.evolve(reading, month=reading.month or whole.month, year=reading.year or whole.year)
        found.append(Found(reading=filled, span=m.span(a, b - 1), rule=""))
    return found


def _before_year(m: Match, index: int) -> bool:
    """Tell whether a comma only sets off the year: September 5, 2022."""
    return index + 1 < m.last and m.run.kinds[index + 1] == letters()["year"]
