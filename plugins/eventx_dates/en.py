"""English rules for dates that the text writes out: days, months, years, and their intervals and lists."""

from __future__ import annotations

from eventx_dates.compose import compose, fits, interval, listed
from eventx_dates.english import capital, counted, month_is_meant, year_is_meant
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Interval, Reading


# September 5 | Sept. 5, 2022 | Tuesday, September 5th, 2022 | September the 5th
@rule("dates.en.month_day", "(weekday dot? comma?)? month dot? the? nday (comma? year)?")
def month_day(m: Match) -> Result:
    """Read a month with the day behind it."""
    return compose(m) if month_is_meant(m) and not counted(m) and fits(m) else None


# 5 September 2022 | the 5th of September | Monday, 5 Sept. 2022
@rule("dates.en.day_month", "(weekday dot? comma?)? the? nday of? month dot? (comma? year)?")
def day_month(m: Match) -> Result:
    """Read a day with the month behind it."""
    return compose(m) if capital(m) and fits(m) else None


# October 2022 | October of 2022 | Oct., 2022
@rule("dates.en.month_year", "month dot? comma? of? year")
def month_year(m: Match) -> Result:
    """Read a month and year."""
    return compose(m) if month_is_meant(m) else None


# in October | last until May | October
@rule("dates.en.month", "(in|since|by|from|to|of|between|and|dash)? < month")
def month(m: Match) -> Result:
    """Read a month alone."""
    return compose(m) if month_is_meant(m, alone=m.first == m.start) else None


# late October | the end of October 2022 | mid-October | early in May
@rule("dates.en.edge_month", "edge dash? (of|in)? the? month dot? (comma? of? year)?")
def edge_month(m: Match) -> Result:
    """Read early, mid or late in a month."""
    return compose(m) if capital(m) else None


# 2022-09-05 | 05/09/2022 | Monday 5.9.2022
@rule("dates.en.numeric", "(weekday dot? comma?)? (dmy|iso) > dot?")
def numeric(m: Match) -> Result:
    """Read a date in digits."""
    return compose(m, day_first=False)


# 2022/09
@rule("dates.en.year_slash_month", "ym")
def year_month(m: Match) -> Result:
    """Read a year and month in digits."""
    return compose(m)


# 9/11
@rule("dates.en.nine_eleven", "dm")
def nine_eleven(m: Match) -> Result:
    """Read the one day that is called by its digits; other pairs of digits are fractions, scores and rates."""
    return Reading(year="2001", month=9, day=11, named=True) if m.get("dm") == (9, 11, "/") else None


# in 2022 | since 1975 | (2022) | the 1996 election
@rule("dates.en.year", "(in|since|by|from|to|of|and|dash|paren|edge|between)? < year")
def year(m: Match) -> Result:
    """Read a bare year."""
    return compose(m) if year_is_meant(m, cued=m.first > m.start) else None


# early 2023 | the end of 2023 | mid-2023 | early in 2023
@rule("dates.en.edge_year", "edge dash? (of|in)? year")
def edge_year(m: Match) -> Result:
    """Read early, mid or late in a year."""
    return compose(m)


# May 15-24, 2023 | from June 24 to 26 | between June 24 and 26
@rule(
    "dates.en.month_days",
    "(from|between)? < (weekday comma?)? month dot? nday (dash|to|and) (weekday comma?)? the? nday (comma? year)?",
)
def month_days(m: Match) -> Result:
    """Read a month with a range of days behind it."""
    return interval(m) if month_is_meant(m) and not (m.has("and") and not m.has("between")) else None


# 5-8 September | from 5 to 8 September 2022 | between the 5th and 8th of May
@rule("dates.en.days_month", "(from|between)? < the? nday (dash|to|and) the? nday of? month dot? (comma? year)?")
def days_month(m: Match) -> Result:
    """Read a range of days with the month behind it."""
    return interval(m) if capital(m) and not (m.has("and") and not m.has("between")) else None


# June 2008-June 2023 | 28 August to 3 September 2022 | May-July 2022 | June 24 - July 3
@rule(
    "dates.en.date_to_date",
    "(from|between)? < (weekday comma?)? (the? nday of?)? month dot? nday? (comma? year)? (dash|to|and)"
    " (weekday comma?)? (the? nday of?)? month dot? nday? (comma? year)?",
)
def date_to_date(m: Match) -> Result:
    """Read an interval between two dates, each with its month."""
    if not capital(m):
        return None
    if m.has("and") and not m.has("between"):
        return listed(m)
    return interval(m)


# 1986-1990 | from 1986 to 1990 | between 1986 and 1990 | 1986-90 | 2011/12
@rule("dates.en.years", "(from|between|in|paren)? < year (dash|to|and) (year|day|count)")
def years(m: Match) -> Result:
    """Read an interval of years."""
    if m.has("and") and not m.has("between"):
        return None
    return interval(m)


# 2011/12
@rule("dates.en.year_slash_year", "yspan")
def year_span(m: Match) -> Result:
    """Read two years with a slash between them."""
    first, last = m.get("yspan")
    return Interval(start=Reading(year=first), end=Reading(year=last))


# 05/09/2022 - 07/09/2022 | from 2022-09-05 to 2022-09-07
@rule("dates.en.numeric_to_numeric", "(from|between)? < (dmy|iso) (dash|to|and) (dmy|iso)")
def numeric_range(m: Match) -> Result:
    """Read an interval between two dates in digits."""
    return interval(m, day_first=False)


# from 2015 onwards | 2015-present | from May 2020 to date
@rule("dates.en.open", "from? < (month dot?)? (nday comma?)? year (dash|to)? onward")
def open_interval(m: Match) -> Result:
    """Read an interval with an open end."""
    start = compose(m)
    return Interval(start=start, end=None) if isinstance(start, Reading) else None


# September 5 and 7 | September 5, 6 and 7, 2022
@rule("dates.en.month_day_list", "month dot? nday (comma nday)* comma? and nday (comma? year)?")
def month_day_list(m: Match) -> Result:
    """Read several days of one month."""
    return listed(m) if month_is_meant(m) else None


# 5 and 7 September | 5, 6 and 7 September 2022
@rule("dates.en.day_list_month", "the? nday (comma nday)* comma? and the? nday of? month dot? (comma? year)?")
def day_list_month(m: Match) -> Result:
    """Read several days with their one month behind them."""
    return listed(m) if capital(m) else None


# May and June 2022
@rule("dates.en.month_list", "month dot? (comma month dot?)* and month dot? (comma? year)")
def month_list(m: Match) -> Result:
    """Read several months of one year."""
    return listed(m) if capital(m) else None


# Tuesday to Thursday | from Monday through Wednesday
@rule("dates.en.weekdays", "(from|between)? < weekday (dash|to|and) weekday")
def weekdays(m: Match) -> Result:
    """Read an interval between two weekdays."""
    return interval(m) if not (m.has("and") and not m.has("between")) else None
