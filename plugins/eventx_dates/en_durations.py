"""English rules for durations and recurrences."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx import Duration, Recurrence, Span
from eventx_dates.durations import LETTERS, PARTS, Time, amount
from eventx_dates.english import in_set
from eventx_dates.grammar import Match, rule
from eventx_dates.lexer import LEXICON

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


@lru_cache(maxsize=1)
def _vague() -> re.Pattern[str]:
    """Return the pattern of a number left open, right before a unit."""
    leads, open_numbers = ("|".join(LEXICON.table("en", name)) for name in ("vague_lead", "vague"))
    return re.compile(rf"(?<!\w)(?:(?:a|{leads})\s)?(?:{open_numbers})\s$", re.IGNORECASE)


def _duration(number: int | None, unit: str, *, about: bool = False) -> Duration:
    """Return a duration; a fortnight is two weeks."""
    if unit == "fortnight":
        number, unit = number and 2 * number, "week"
    return Duration(number, unit, approximate=about)  # type: ignore[arg-type] # the words file holds units


# 55 years | three days | twenty-five years | about two weeks | a three-day visit | for a week
@rule("dates.en.duration", "about? < num dash? (unit|units)")
def duration(m: Match) -> Duration | None:
    """Read so many units of time."""
    number, units = amount(m), m.has("units")
    if number is None or (
        m.kind(m.first) == "a"
        and m.value(m.first) == 1
        and m.before(12).split()[-1:]
        and not in_set(m.before(12).split()[-1], "how_long_a")
    ):
        return None
    if not units and number > 1 and not m.has("dash"):
        return None  # "Article 5 day"
    return _duration(number, m.get("unit", "units"), about=m.has("about"))


# several years | a few days | many months
@rule("dates.en.some_time", "units")
def some_time(m: Match) -> Time | None:
    """Read units whose number is left open."""
    span = m.span()
    match = _vague().search(m.run.text[max(span.start - 20, 0) : span.start])
    if match is None:
        return None
    words = match.group().lower().split()
    cut = len(words[0]) + 1 if in_set(words[0], "vague_lead") else 0
    start = span.start - len(match.group()) + cut
    return Time(value=_duration(None, m.get("units")), span=Span(start, span.end))


# weekly talks | the annual summit | meet monthly
@rule("dates.en.often", "often")
def often(m: Match) -> Recurrence | None:
    """Read an adjective or adverb that tells how often; not the name of a paper ("the Daily Star")."""
    capital = m.surface[0].isupper()
    return None if capital and m.before(2).strip(" \n") not in ("", ".") else Recurrence(m.get("often"))


# every year | each month | every two weeks | every other day | every Friday | every May | every summer | every morning
@rule("dates.en.recurrence", "every (numeral|ordinal|ord|day)? (weekday|month|unit|units|season|part|quarter)")
def recurrence(m: Match) -> Recurrence | None:
    """Read a set of times."""
    if m.has("weekday"):
        return Recurrence(f"XXXX-WXX-{m.get('weekday')}")
    if m.has("month"):
        return Recurrence(f"XXXX-{m.get('month'):02}")
    if m.has("season"):
        return Recurrence(f"XXXX-{_SEASONS[m.get('season')]}")
    if m.has("part"):
        return Recurrence(f"XXXX-XX-XX{PARTS[m.get('part')]}")
    number = m.get("numeral", "ordinal", "ord", "day") or m.get("every")
    unit = "quarter" if m.has("quarter") else m.get("unit", "units")
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    return Recurrence(f"P{number}{LETTERS[unit]}") if 0 < number < 1000 else None
