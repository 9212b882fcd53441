"""Vietnamese rules for dates that the text writes out: days, months, years, and their intervals and lists."""

from __future__ import annotations

import attrs

from eventx_dates.compose import compose, fits, interval, listed
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Interval, Reading
from eventx_dates.vietnamese import (
    digits_are_a_date,
    month_is_meant,
    toward,
    weekday_is_meant,
    year_is_meant,
)


# ngày 5 tháng 9 năm 2022 | 5 tháng 9 | thứ Hai, ngày 5 tháng Chín | sáng ngày 5-9-2022 | ngày mùng 5 tháng 9
@rule(
    "dates.vi.day_month",
    "part? (weekday comma?)? dayword? lunarday? day (comma? mon) (comma? yearword? year)?",
)
def day_month(m: Match) -> Result:
    """Read a day and month in words."""
    return compose(m) if fits(m) else None


# ngày 5-9-2022 | ngày 5-9 | ngày 5.9
@rule("dates.vi.day_dash_month", "part? (weekday comma?)? dayword lunarday? day dash day (dash year)?")
def day_dash_month(m: Match) -> Result:
    """Read a day and month with a dash between them, which "ngày" before them tells from a range."""
    days = m.all("day")
    if days[1] > 12 or m.before(4).lower().strip() == "từ" or m.after(1) == "/":
        return None
    return Reading(day=days[0], month=days[1], year=m.get("year"), part=m.get("part"), weekday=m.get("weekday"))


# 05/09/2022 | ngày 5/9/2022 | sáng thứ Hai 5.9.2022 | 2022-09-05
@rule("dates.vi.numeric", "part? (weekday comma?)? (dayword lunarday?)? (dmy|iso)")
def numeric(m: Match) -> Result:
    """Read a date in digits with its year."""
    return compose(m)


# ngày 5/9 | chiều 27/4 | thứ Hai (5/9) | (5/9) | Ngày 5/9 tới
@rule("dates.vi.day_slash_month", "part? (weekday (comma|paren)? | deictic paren)? part? (dayword lunarday?)? dm close? which?")
def day_slash_month(m: Match) -> Result:
    """Read a day and month in digits."""
    reading = compose(m)
    if reading is None or not digits_are_a_date(m):
        return None
    return attrs.evolve(reading, toward=toward(m.get("which")))


# tháng 9/2022 | 9/2022 | tháng 9 năm 2022 | tháng 9-2022 | tháng Chín năm 2022
@rule("dates.vi.month_year", "edge? (monthword? my | mon (comma|of|dash)? yearword? year)")
def month_year(m: Match) -> Result:
    """Read a month and year."""
    if m.has("my") and not m.has("monthword") and not digits_are_a_date(m):
        return None
    return compose(m) if month_is_meant(m) else None


# tháng 9 | đầu tháng Chín | tháng 9 tới
@rule("dates.vi.month", "edge? mon which?")
def month(m: Match) -> Result:
    """Read a month alone."""
    reading = compose(m)
    if reading is None or not month_is_meant(m):
        return None
    return attrs.evolve(reading, toward=toward(m.get("which")))


# năm 2022 | đầu năm 2022 | (2022) | giai đoạn 2021
@rule("dates.vi.year", "edge? yearword? year")
def year(m: Match) -> Result:
    """Read a year."""
    return compose(m) if year_is_meant(m) else None


# từ ngày 5 đến 8/9 | 18-21/1/2013 | ngày 5-8/9 | từ 28/8 đến ngày 3/9/2022 | 24/6/1967 - 24/6/2022
@rule(
    "dates.vi.days",
    "(from|on)? < dayword? lunarday? (day|dm|dmy) (yearword year)? (dash|to) dayword? lunarday? (dm|dmy) (yearword year)?",
)
def days(m: Match) -> Result:
    """Read an interval of days in digits."""
    return interval(m)


# từ ngày 5 đến ngày 8 tháng 9 | 28 tháng 8 đến 3 tháng 9 năm 2022 | ngày 5-8 tháng 9
@rule(
    "dates.vi.days_in_words",
    "from? < dayword? lunarday? day (mon (comma? yearword year)?)? (dash|to) dayword? lunarday? day mon (comma? yearword? year)?",
)
def days_in_words(m: Match) -> Result:
    """Read an interval of days with the month in words."""
    return interval(m)


# từ tháng 5 đến tháng 7/2022 | tháng 5-7/2022 | tháng 6/2008 - tháng 6/2023
@rule(
    "dates.vi.months",
    "from? < (mon (yearword? year)? | monthword my) (dash|to) (mon (yearword? year)? | monthword? my)",
)
def months(m: Match) -> Result:
    """Read an interval of months."""
    return interval(m)


# 2021-2025 | từ năm 2015 đến năm 2020 | năm 2015 đến 2020
@rule("dates.vi.years", "from? < yearword? year (dash|to) yearword? year")
def years(m: Match) -> Result:
    """Read an interval of years."""
    return interval(m)


# 2021/2022
@rule("dates.vi.year_slash_year", "yearword? yspan")
def year_span(m: Match) -> Result:
    """Read two years with a slash between them."""
    first, last = m.get("yspan")
    return Interval(start=Reading(year=first), end=Reading(year=last))


# từ năm 2015 đến nay | từ tháng 5/2020 đến nay | năm 2015 trở đi
@rule("dates.vi.open", "from? < (yearword? year | monthword my | mon yearword? year) onward")
def open_interval(m: Match) -> Result:
    """Read an interval with an open end."""
    start = compose(m)
    return Interval(start=start, end=None) if start else None


# ngày 5 và 7/9 | các ngày 5, 6 và 7/9/2022 | ngày 5, 7 tháng 9
@rule("dates.vi.day_list", "dayword? < day (comma day)* (and|comma) dayword? (dm | dmy | day mon) (comma? yearword year)?")
def day_list(m: Match) -> Result:
    """Read several days of one month."""
    if (m.has("dm") and not m.has("dayword")) or (m.first == m.start and m.value(m.first) is None):
        return None
    return listed(m)


# thứ Hai | sáng thứ Ba | thứ Sáu tuần trước | Chủ nhật tới | chiều thứ Năm này
@rule("dates.vi.weekday", "part? (dayword|on)? < weekday (unit? which)?")
def weekday(m: Match) -> Result:
    """Read a weekday, or one of last, this or next week."""
    if not weekday_is_meant(m):
        return None
    which, part = m.get("which"), m.get("part")
    reading = Reading(weekday=m.get("weekday"), part=part)
    if m.has("unit"):
        return attrs.evolve(reading, shift=("week", which))
    return attrs.evolve(reading, toward=toward(which), this=which == 0)
