"""The solar days that a date of the lunar calendar may be: about a month of them, since no calendar is computed here."""

from __future__ import annotations

import datetime as dt

_LAST = 9997
"""The last lunar year whose solar days Python's dates can tell."""
_SIGNS = (20, 21, 20, 21, 21, 23, 23, 23, 23, 22, 22, 20)
"""About the day on which the sun enters the middle of a sign, from February on, for the first lunar month."""


def solar_days(
    years: tuple[int | None, int | None], month: int | None = None, day: int | None = None
) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last solar day that a lunar date may be; ``None`` where no year is settled.

    The day on which the sun enters the middle of a sign lies in the lunar month of its number; a leap month follows its namesake
    and begins at most three days behind that day. So each lunar day lies within some five weeks, with a day or two for time zones
    and the calendars of earlier centuries.

    Args:
        years: the first and last lunar year that may be meant.
        month: the lunar month; any of the year if not given.
        day: the day of the month; any of the month if not given.

    """
    first_year, last_year = years
    if first_year is None or last_year is None or first_year < 1 or last_year > _LAST:
        return None, None
    first = _sign(first_year, month or 1) + dt.timedelta(days=(day or 1) - 32)
    return first, _sign(last_year, month or 12) + dt.timedelta(days=(day or 30) + 4)


def _sign(year: int, month: int) -> dt.date:
    """Return about the day in a lunar month on which the sun enters the middle of a sign."""
    return dt.date(year, month + 1, _SIGNS[month - 1]) if month < 12 else dt.date(year + 1, 1, _SIGNS[month - 1])
