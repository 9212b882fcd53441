"""Vietnamese rules for years."""

from __future__ import annotations

from eventx_dates.compose import compose, number_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Reading
from eventx_dates.vietnamese import counts_on, following, in_set, is_a, last_century, previous, year_is_meant


# năm 2022 | đầu năm 2022 | (2022) | từ 1975 | APEC 2017 | năm 938 | khoảng năm 1500
@rule("dates.vi.year", "(from|to|between|about|in)? < edge? yearword? year")
def year(m: Match) -> Result:
    """Read a year."""
    if m.has("edge") and is_a(m, "edge", "halves"):
        return None  # half a year
    if m.has("about") and not m.has("yearword"):
        return None  # "khoảng 2000 người"
    return compose(m) if year_is_meant(m) else None


# năm một nghìn chín trăm bốn mươi lăm | năm hai nghìn không trăm mười ba
@rule(
    "dates.vi.year_in_words",
    "yearword numeral numeral numeral (numeral|yearword) (numeral|yearword)? (numeral|yearword)? (numeral|yearword)?",
)
def year_in_words(m: Match) -> Result:
    """Read a year written as number words: so many thousands, hundreds, tens and ones."""
    numbers = [5 if m.kind(index) == "yearword" else m.value(index) for index in range(m.first + 1, m.last)]
    if numbers[1] != 1000:
        return None
    year = numbers[0] * 1000
    rest = numbers[2:]
    if len(rest) > 1 and rest[1] == 100:
        year, rest = year + rest[0] * 100, rest[2:]
    year += number_of(rest) or 0
    return Reading(year=f"{year:04}") if 1000 <= year <= 2199 else None


# hồi năm 75 | trước năm 45
@rule("dates.vi.short_year", "(from|to|in)? < yearword count")
def short_year(m: Match) -> Result:
    """Read the last two digits of a year of the last century, behind a word that leads to a time."""
    year = last_century(m.get("count"))
    led = m.start < m.first or in_set(previous(m), "leads")
    return Reading(year=year) if year and led and not counts_on(m) and m.after(1) not in ("%", "/", "-") else None


# năm Canh Thìn (1400) | Xuân Mậu Thân 1968 | Kỷ Dậu (1789) | Tết Mậu Thân - 1968
@rule("dates.vi.year_of_cycle", "yearword? canchi (paren yearword? (year|count) close | (dash|comma)? yearword? (year|count))")
def year_of_cycle(m: Match) -> Result:
    """Read a year told twice: by its place in the cycle of sixty and by its number."""
    number = int(m.get("year", "count"))
    return Reading(year=f"{number:04}") if number > 99 and (number - 4) % 60 == m.get("canchi") else None


# năm 938 | năm 111 trước Công nguyên | năm 40 sau Công nguyên | 208 TCN
@rule("dates.vi.old_year", "yearword (count|day|year) era? | (count|year) era")
def old_year(m: Match) -> Result:
    """Read a year of three digits, or one before or after Christ."""
    number, era = int(m.get("count", "day", "year")), m.get("era")
    if era in ("bc", "ad"):
        return Reading(year=f"-{number - 1:04}" if era == "bc" and number > 1 else f"{0 if era == 'bc' else number:04}")
    if m.get("count") is None or not 100 <= number <= 999 or following(m):
        return None
    return Reading(year=f"{number:04}")
