"""The first and last days of a month, and its halves: what both languages read alike."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import length_of
from eventx_dates.reading import ANY_DAY, Interval, Reading

_NO_LEAP = 2001  # a year that stands for one not told
_SHORT = 28  # the days of its February
_MONTH = 28  # days that every month has


def half_of(month: Reading, *, last: bool) -> Interval:
    """Return the first or second half of a month."""
    length = _length(month)
    middle = 14 if length == _SHORT else 15
    if not last:
        return Interval(start=evolve(month, day=1), end=evolve(month, day=middle))
    return Interval(start=evolve(month, day=middle + 1), end=_last_day(month, length))


def days_of(month: Reading, number: int, *, last: bool) -> Interval | None:
    """Return the first or last so many days of a month; None if nobody counts so many."""
    if not 1 < number < _MONTH:
        return None
    if not last:
        return Interval(start=evolve(month, day=1), end=evolve(month, day=number))
    length = _length(month)
    end = _last_day(month, length)
    start = evolve(month, day=length - number + 1) if length else evolve(end, offset=("day", 1 - number))
    return Interval(start=start, end=end)


def _length(month: Reading) -> int:
    """Return how many days a month has; 0 where it is told from another one."""
    return length_of(int(month.year or _NO_LEAP), month.month) if month.month else 0


def _last_day(month: Reading, length: int) -> Reading:
    """Return the last day of a month of so many days."""
    return evolve(month, day=length) if length else evolve(month, nth=-1, weekday=ANY_DAY)
