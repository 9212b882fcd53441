"""How long and how often: what stands between the dates of a run. Given out only where it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from eventx import Duration, Recurrence, Span, by_value, evolve
from eventx_dates.compose import number_of
from eventx_dates.grammar import Grammar, Match, Run
from eventx_dates.reading import Found

# how units, and parts of the day, are written in TIMEX3
LETTERS = {"day": "D", "week": "W", "weekend": "WE", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q"}
PARTS = {"morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_LONGEST = 10_000  # more of a unit than this is no time that people count


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Time:
    """A duration or recurrence where it stands, and the rule that read it."""

    value: Duration | Recurrence
    span: Span
    rule: str = ""


def read(grammar: Grammar, run: Run, dates: Sequence[Found]) -> Iterable[Time]:
    """Yield the durations and recurrences of a run outside its dates."""
    taken = [(item.span.start, item.span.end) for item in dates]
    for match, one in grammar.matches(run):
        span = match.span()
        if any(start < span.end and span.start < end for start, end in taken):
            continue
        found = one.build(match)
        if found is None:
            continue
        time = Time(value=found, span=span, rule=one.id) if not isinstance(found, Time) else evolve(found, rule=one.id)
        taken.append((time.span.start, time.span.end))
        yield time


def amount(m: Match) -> int | None:
    """Return the number that stands before a unit, if people count time by it."""
    number = m.get("day", "count", "a") or number_of(m.all("numeral"))
    return number if isinstance(number, int) and 0 < number < _LONGEST else None
