"""Vietnamese rules for the first and last days of a month, and for its halves; they are asked before those for whole months."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose
from eventx_dates.edges import days_of, half_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Reading
from eventx_dates.vietnamese import value_of

_FIRST_HALF = 40


# nửa đầu tháng 5 | nửa cuối tháng 5/2023 | nửa cuối tháng này
@rule("dates.vi.half_of_month", "edge (mon ((of|comma)? yearword? year)? | monthword (my | which))")
def half_of_month(m: Match) -> Result:
    """Read the first or second half of a month."""
    code = value_of(m.word("edge"), "halves")
    month = _month_told(m) if code else None
    return half_of(month, last=code != _FIRST_HALF) if month else None


# 10 ngày đầu tháng 3 | ba ngày cuối tháng 5/2023 | 5 ngày đầu tháng này
@rule("dates.vi.first_days", "num dayword edge (mon ((of|comma)? yearword? year)? | monthword (my | which))")
def first_days(m: Match) -> Result:
    """Read the first or last so many days of a month."""
    number, end = m.value(m.first), value_of(m.word("edge"), "first_last")
    month = _month_told(m) if end and isinstance(number, int) else None
    return days_of(month, number, last=end == -1) if month else None


def _month_told(m: Match) -> Reading | None:
    """Return the month whose first or last days are told."""
    month = compose(m, m.find("monthword") if m.has("monthword") else m.find("month"), None)
    return evolve(month, shift=("month", m.get("which"))) if month and m.has("which") else month
