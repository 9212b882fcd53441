"""Times that are no dates: how long ("55 years") and how often ("every Friday")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import attrs

from eventx.comparing import by_value

Unit = Literal["day", "weekend", "week", "month", "quarter", "year", "decade", "century"]

# how each unit stands in ISO 8601, and in TIMEX3 where that has a letter of its own
_ISO: dict[str, tuple[int, str]] = {
    "day": (1, "D"),
    "weekend": (2, "D"),
    "week": (1, "W"),
    "month": (1, "M"),
    "quarter": (3, "M"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
_TIMEX3 = {"weekend": "WE", "quarter": "Q", "decade": "DE", "century": "CE"}


@lru_cache(maxsize=1)
def _recurrence() -> re.Pattern[str]:
    """Return the pattern of a set of times."""
    return re.compile(
        r"P[1-9]\d{0,3}(?:D|WE|W|M|Q|Y|DE|CE)|XXXX-(?:\d\d(?:-\d\d)?|WXX-[1-7](?:T[A-Z]{2})?|SP|SU|FA|WI|XX-XXT[A-Z]{2})"
    )


@by_value
@attrs.frozen(eq=False, repr=False)
class Duration:
    """How long something takes: a number of units, as the text counts them.

    Args:
        number: how many; None if the text leaves it open ("several years").
        unit: what is counted; a fortnight is two weeks.
        approximate: whether the words say "about".

    """

    number: int | None = attrs.field(validator=attrs.validators.optional(attrs.validators.ge(1)))
    unit: Unit = attrs.field(validator=attrs.validators.in_(tuple(_ISO)))
    approximate: bool = attrs.field(default=False, kw_only=True)

    def __str__(self) -> str:
        """Return the ISO 8601 value; ``X`` stands for a number that is left open: ``P55Y``, ``P10Y`` for a decade, ``PXM``."""
        times, letter = _ISO[self.unit]
        return f"P{'X' if self.number is None else self.number * times}{letter}"

    def to_timex3(self) -> str:
        """Return the ``value`` of a TIMEX3 tag of type DURATION: ``P55Y``, ``P1DE`` for a decade, ``PXM``."""
        letter = _TIMEX3.get(self.unit)
        return f"P{self.number or 'X'}{letter}" if letter else str(self)


def _is_recurrence(_instance: object, _attribute: object, value: str) -> None:
    """Reject what tells of no set of times."""
    if not _recurrence().fullmatch(value):
        message = f"Recurrence.value: {value!r} tells of no set of times; write e.g. P1Y, P2W, XXXX-WXX-5, XXXX-05"
        raise ValueError(message)


@by_value
@attrs.frozen(eq=False, repr=False)
class Recurrence:
    """How often something happens.

    Args:
        value: as TIMEX3 writes it: a distance (``P1Y`` every year, ``P2W`` every two weeks), or what the times have in common:
            ``XXXX-WXX-5`` Fridays, ``XXXX-05`` Mays, ``XXXX-SU`` summers, ``XXXX-XX-XXTMO`` mornings.

    """

    value: str = attrs.field(validator=_is_recurrence)

    def __str__(self) -> str:
        """Return the value."""
        return self.value

    def to_timex3(self) -> str:
        """Return the ``value`` of a TIMEX3 tag of type SET."""
        return self.value
