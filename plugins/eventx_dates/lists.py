"""Dates told one after the other, of which only the last states the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventx import evolve
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Found, Reading

_GAP = 24  # characters that may stand between two dates of a list


@lru_cache(maxsize=8)
def _joint(code: str) -> re.Pattern[str]:
    """Return what stands between two dates of a list: "on 26 March, on 17 April and again on 31 October 1917"."""
    tables = (LEXICON.table(code, name) for name in ("list_and", "list_then", "list_on", "the"))
    return re.compile(r"\s?,?\s?" + r"\s?".join(f"(?:{'|'.join(table)})?" for table in tables) + r"\s?")


@lru_cache(maxsize=8)
def _named(code: str) -> re.Pattern[str]:
    """Return what stands between a month that names something and its year: "the February revolution of 1917"."""
    return re.compile(rf"\s[^\W\d]{{3,}}(?:\s[^\W\d]{{3,}})?\s(?:{'|'.join(LEXICON.table(code, 'list_of'))})\s")


def with_years(found: Sequence[Found], text: str, code: str) -> list[Found]:
    """Return dates with the year that the next one of their list states."""
    dates = list(found)
    for index in range(len(dates) - 2, -1, -1):
        one, following = dates[index], dates[index + 1]
        gap = following.span.start - one.span.end
        if not 0 < gap <= _GAP or not isinstance(following.reading, Reading) or not _lacks_year(one, following):
            continue
        joint = _joint(code) if following.reading.month else _named(code)
        if joint.fullmatch(text, one.span.end, following.span.start):
            dates[index] = evolve(one, reading=evolve(one.reading, year=following.reading.year))
    return dates


def _lacks_year(one: Found, following: Found) -> bool:
    """Tell whether a day or month lacks the year that a later one of the same kind states, or a year by itself."""
    first, last = one.reading, following.reading
    if not isinstance(first, Reading) or not isinstance(last, Reading) or first.shift or last.shift or first.lunar:
        return False
    if first.year or not last.year or not last.year.isdigit() or (first.easter is None and (first.month or 13) > 12):
        return False
    if last.month is None:
        return True
    return (
        bool(first.day) == bool(last.day)
        and ((first.month or 0), first.day or 0) < (last.month, last.day or 0)
        and last.month <= 12
    )
