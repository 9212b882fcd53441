"""Vietnamese rules for intervals of months, quarters and years, and those that last until now."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, interval, months_of, years_between
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Interval, Reading, Unit
from eventx_dates.vi_intervals import UNTIL, joined
from eventx_dates.vietnamese import counts_on, following, in_set, is_yearly, month_is_meant, previous

_FIVE = 5  # "năm" is five too
_LONGEST = 40  # years that are told in short: 1943 - 45


# từ tháng 5 đến tháng 7/2022 | tháng 5-7/2022 | tháng 6/2008 - tháng 6/2023 | từ tháng 5 đến tháng 7
# từ cuối tháng 6 đến đầu tháng 7
@rule(
    "dates.vi.months",
    f"from? < edge? (mon (yearword? year)? | monthword my) {UNTIL}"
    " edge? (mon (yearword? year)? | monthword? my | day (yearword year)?) (era | paren era close)?",
)
def months(m: Match) -> Result:
    """Read an interval of months; those of every year are none."""
    if is_yearly(m):
        return ()
    found = interval(m) if joined(m) else None
    if found is None or found.end is None or found.start is None or (not m.has("monthword") and not m.has("month")):
        return None
    if found.end.month is None and found.end.day:  # tháng 5-7 năm 2022, tháng 5-7
        if (
            found.end.day > 12
            or m.has("which")
            or (m.kind(m.last - 1) != "year" and (m.after(1) in ("/", "-", "%", ":") or counts_on(m)))
        ):
            return None
        return Interval(start=found.start, end=evolve(found.end, month=found.end.day, day=None))
    lunar = m.get("era") == "lunar"
    return Interval(start=evolve(found.start, modifier=None, lunar=lunar), end=evolve(found.end, lunar=lunar))


# từ 9/1945 đến 9/1969 | 9/1945 - 9/1969
@rule("dates.vi.months_in_digits", f"from? < my {UNTIL} my")
def months_in_digits(m: Match) -> Result:
    """Read an interval of months both of which are written in digits."""
    (first, start), (last, end) = m.all("my")
    if not joined(m) or (start, first) >= (end, last) or m.after(1) in ("/", "%", "-") or m.before(1) == "/":
        return None
    return Interval(start=Reading(year=start, month=first), end=Reading(year=end, month=last))


# từ tháng 11-2021 đến tháng 3-2022 | tháng 5-2021 đến 7-2021
@rule("dates.vi.months_dashed", f"from? < edge? monthword day dash year {UNTIL} edge? monthword? day dash year")
def months_dashed(m: Match) -> Result:
    """Read an interval of months both of which are written with a dash before their year."""
    (first, last), (start, end) = m.all("day"), m.all("year")
    if not joined(m) or max(first, last) > 12 or (start, first) >= (end, last) or m.after(1) in ("/", "%", "-"):
        return None
    return Interval(start=Reading(year=start, month=first), end=Reading(year=end, month=last))


# 2021-2025 | từ năm 2015 đến năm 2020 | năm 2015 đến 2020 | giai đoạn 2021 - 2025 | từ cuối năm 2015 đến đầu năm 2020
@rule("dates.vi.years", f"from? < edge? yearword? year {UNTIL} edge? yearword? year")
def years(m: Match) -> Result:
    """Read an interval of years."""
    first, last = m.all("year")
    if not joined(m) or not "1000" <= first < last <= "2199" or (not m.has("yearword") and in_set(following(m), "counted")):
        return None
    found = Interval(start=Reading(year=first), end=Reading(year=last))
    # "kế hoạch 5 năm 2021-2025"
    return m.found(found, m.first + 1, m.last - 1) if m.has("yearword") and previous(m).isdigit() else found


# 2022-23 | 2023-08 | 1943 - 45
@rule("dates.vi.year_dash_digits", "yearword? year dash (day | count)")
def year_dash_digits(m: Match) -> Result:
    """Read two years, the second short, or a year and a month."""
    if m.after(1) in ("/", "-", "–", "%") or (m.has("count") and m.get("count") - int(m.get("year")[2:]) > _LONGEST):
        return None
    return years_between(m) if not in_set(following(m), "counted") else None


# 2021/2022 | 2022/23
@rule("dates.vi.year_slash_year", "yearword? yspan")
def year_slash_year(m: Match) -> Result:
    """Read two years with a slash between them."""
    first, last = m.get("yspan")
    return Interval(start=Reading(year=first), end=Reading(year=last)) if m.after(1) != "/" else None


# từ năm 2015 đến nay | từ tháng 5/2020 đến nay | năm 2015 trở đi | từ 5/9/2022 đến nay | từ cuối năm 2015 đến nay
# từ đầu năm đến nay | từ tháng 5 tới nay | 2001 - nay | từ ngày 5/9 trở đi | từ năm ngoái đến nay | từ tháng 8 năm ngoái đến nay
@rule(
    "dates.vi.open",
    "from? < (edge? yearword? year | edge? monthword? my | edge? mon yearword? year | part? dayword? dmy"
    " | (part? dayword? (dm | day mon) | edge? mon) (yearword (year | which))? | edge? yearword which"
    " | edge (yearword|monthword)) (onward | dash which)",
)
def open_interval(m: Match) -> Result:
    """Read an interval with an open end."""
    if m.kind(m.last - 1) == "which" and m.surface.split()[-1] not in LEXICON.table("vi", "now"):
        return None
    start = compose(m)
    if start is None or not fits(start) or (m.has("monthword") and start.month and not month_is_meant(m)):
        return None
    which = m.all("which")[: -1 if m.has("dash") else None]
    till_now = in_set(m.text_at(m.last - 1).split()[-1], "now")
    if which or (start.year is None and start.month is None):
        unit: Unit = "month" if m.has("monthword") and start.month is None else "year"
        # "từ đầu năm đến nay": this year's, whatever year was told before
        start = evolve(start, shift=(unit, which[0] if which else 0), order=None, this=start.this or till_now)
    elif start.year is None and till_now:
        start = evolve(start, toward="past", this=True)
    return Interval(start=evolve(start, part=None), end=None)


# 6 tháng đầu năm 2023 | 9 tháng đầu năm | sáu tháng cuối năm nay | 9 tháng 2022
@rule("dates.vi.first_months", "day monthword year | (num|yearword) monthword edge (of? yearword) (year | which)?")
def first_months(m: Match) -> Result:
    """Read the first or last so many months of a year; "năm tháng đầu năm" are five."""
    number, edge = m.get("day", "numeral"), m.get("edge")
    if m.kind(m.first) == "yearword":
        number = None if previous(m)[-1:].isdigit() else _FIVE
    if not isinstance(number, int) or not 1 <= number <= 11 or edge == "mid" or (edge is None and not _is_account(m)):
        return None
    first, last = (1, number) if edge in ("early", None) else (13 - number, 12)
    if m.has("year"):
        return months_of(first, last, Reading(year=m.get("year")))
    return months_of(first, last, Reading(shift=("year", m.get("which") or 0)))


def _is_account(m: Match) -> bool:
    """Tell whether "9 tháng 2022" are the first months of that year, as accounts write, and 2022 is no number of its own."""
    return (
        "1990" <= m.get("year") <= "2059"
        and not counts_on(m)
        and m.after(1) not in ("/", "%", "-")
        and not in_set(previous(m), "span")
    )


# quý I-III | quý 1 đến quý 3 năm nay | từ quý II đến quý IV/2023 | quý 4/2022 đến quý 2/2023 | quý I/2020 đến quý II/2021
@rule(
    "dates.vi.quarters",
    f"from? < quarter (my | (roman|day) (slash? yearword? year)?) {UNTIL} quarter? (my | (roman|day) (slash? yearword? year)?)",
)
def quarters(m: Match) -> Result:
    """Read an interval of quarters."""
    joint = next(index for index in m.where("dash", "to", "which") if m.first < index < m.last - 1)
    start, end = _quarter(m, m.first, joint), _quarter(m, joint + 1, m.last)
    if not joined(m) or start is None or end is None or m.after(1) in ("/", "%"):
        return None
    return Interval(start=start, end=end)


def _quarter(m: Match, first: int, last: int) -> Reading | None:
    """Return the quarter between two positions of a match."""
    number, year = None, None
    for index in range(first, last):
        kind, value = m.kind(index), m.value(index)
        if kind == "my":
            number, year = value
        elif kind in ("roman", "day"):
            number = value
        elif kind == "year":
            year = value
    return Reading(month=32 + number, year=year) if number and 1 <= number <= 4 else None
