"""Vietnamese rules for durations and recurrences."""

from __future__ import annotations

from eventx import Duration, Recurrence
from eventx_dates.durations import LETTERS, PARTS, amount
from eventx_dates.grammar import Match, rule
from eventx_dates.vi_relative import ANY_UNIT
from eventx_dates.vietnamese import following, in_set, previous


# 55 năm | ba ngày | hai mươi lăm năm | khoảng 2 tuần | 6 tháng
@rule("dates.vi.duration", f"about? < num {ANY_UNIT}")
def duration(m: Match) -> Duration | None:
    """Read so many units of time."""
    number, unit = amount(m), m.value(m.last - 1)
    if number is None or in_set(m.text_at(m.last - 1), "never_lasting") or in_set(previous(m), "counts_off"):
        return None
    if following(m)[:1].isdigit():
        return None  # "3 tháng 5": a day of a month that is none
    return Duration(number, unit, approximate=m.has("about"))


# năm ngày | năm tuần: "năm" is five here
@rule("dates.vi.five", "yearword (dayword|unit)")
def five(m: Match) -> Duration | None:
    """Read five days or weeks."""
    unit = m.value(m.last - 1)
    if unit not in ("day", "week") or not in_set(previous(m), "lasts"):
        return None
    return Duration(5, unit)


# nhiều năm | vài ngày | những tháng qua | mấy tuần
@rule("dates.vi.some_time", f"plural {ANY_UNIT}")
def some_time(m: Match) -> Duration | Recurrence | None:
    """Read units whose number is left open, and repeated ones: hằng năm, mỗi tháng, hàng ngày."""
    word, unit = m.text_at(m.first).lower(), m.value(m.last - 1)
    if in_set(m.text_at(m.last - 1), "told"):
        return None
    if in_set(word, "each"):
        return Recurrence(f"P1{LETTERS[unit]}")
    return Duration(None, unit) if in_set(word, "vague") else None


# hội nghị thường niên
@rule("dates.vi.often", "often")
def often(m: Match) -> Recurrence:
    """Read a word that tells how often."""
    return Recurrence(m.get("often"))


# mỗi thứ Hai | mỗi sáng
@rule("dates.vi.recurrence", "plural (weekday|part)")
def recurrence(m: Match) -> Recurrence | None:
    """Read a set of days or parts of the day."""
    if not in_set(m.text_at(m.first), "each"):
        return None
    return Recurrence(f"XXXX-WXX-{m.get('weekday')}") if m.has("weekday") else Recurrence(f"XXXX-XX-XX{PARTS[m.get('part')]}")
