"""English rules for intervals and lists of dates."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import (
    compose,
    fits,
    full_year,
    interval,
    joint_of,
    lasting_from,
    listed,
    years_between,
)
from eventx_dates.en_feasts import units_told
from eventx_dates.en_relative import unit_of
from eventx_dates.english import counted, counts, in_set, is_a, name_before, name_behind, phrases, words_before
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Found, Interval, Reading

# one date of an interval: September 5 | 5 September 2022 | September 2022
_DATE = "wday? (the? nday of?)? month dot? (the? nday)? (comma? year)?"


# the date of a weekday in brackets
_TOLD = "(paren (month dot? nday | nday month dot?) close)"


def _moved(m: Match) -> list[Found] | None:
    """Return both dates of what was put off from the one to the other: a vote moved from Friday to Sunday."""
    before, joint = words_before(m), joint_of(m)
    if joint is None or not m.has("from") or not m.has("to") or not before or not in_set(before[-1], "moved_from"):
        return None
    start, end = compose(m, None, joint), compose(m, joint + 1, None)
    if start is None or end is None:
        return None
    whole = evolve(start, month=start.month or end.month, year=start.year or end.year)
    other = evolve(end, month=end.month or start.month)
    return [m.found(whole, m.first, joint - 1), m.found(other, joint + 1, m.last - 1)] if fits(whole) and fits(other) else None


def _joined(m: Match) -> bool:
    """Tell whether "and" joins an interval here: only "between" makes it."""
    return not m.has("and") or m.has("between")


def _opens_text(m: Match) -> bool:
    """Tell whether a dash is a dateline's, behind which the text opens with what has a number: "May 13 – The 27th Meeting"."""
    if not m.has("dash") or not m.has("day") or m.kind(m.last - 1) != "ord":
        return False
    return any(m.text_at(index)[:1].isupper() for index in m.where("the")) or (name_behind(m) and not m.has("from"))


# May 15-24, 2023 | from June 24 to 26 | between June 24 and 26 | the night of May 3-4, 1945
@rule(
    "dates.en.month_days",
    "(from|between)? < (the? part of)? wday? month dot? nday joint (weekday comma?)? the? nday (comma? year)?",
)
def month_days(m: Match) -> Result:
    """Read a month with a range of days behind it; not "LIMA, May 13 – *The 27th Meeting*"."""
    return (_moved(m) or interval(m)) if _joined(m) and not _opens_text(m) else None


# 5-8 September | from 5 to 8 September 2022 | between the 5th and 8th of May | the night of 5-6 May 1945
@rule("dates.en.days_month", "(from|between)? < (the? part of)? the? nday joint the? nday of? month dot? (comma? year)?")
def days_month(m: Match) -> Result:
    """Read a range of days with the month behind it."""
    return (_moved(m) or interval(m)) if _joined(m) else None


# June 2008-June 2023 | 28 August to 3 September 2022 | May-July 2022 | June 24 - July 3 | between May and July
# the night of 30 April-1 May 1945 | from Monday, May 20, to Thursday, May 23
@rule("dates.en.date_to_date", f"(from|between)? < (the? part of)? {_DATE} comma? joint {_DATE}")
def date_to_date(m: Match) -> Result:
    """Read an interval between two dates, each with its month."""
    joint = joint_of(m) or m.first
    if (m.has("part") and m.has("and")) or (m.kind(joint - 1) == "comma" and not (m.has("from") and m.kind(joint) == "to")):
        return None  # "On May 5, and June 6"
    if _joined(m):
        return _moved(m) or interval(m)
    bare = not (m.has("year") or m.has("day") or m.has("ord"))
    return None if bare and name_before(m) and name_behind(m) else listed(m)  # Theresa May and April Lee


# from the 5th to the 8th | between the 5th and the 8th | the night of the 14th to the 15th
@rule("dates.en.the_days", "(from|between)? < (the? part of)? the? ord joint the? ord")
def the_days(m: Match) -> Result:
    """Read an interval of days whose month the text tells elsewhere."""
    told = m.has("from") or m.has("between") or (m.has("part") and not m.has("and"))
    return interval(m) if told and _joined(m) else None


# 1986-1990 | from 1986 to 1990 | between 1986 and 1990 | 1986-90
@rule("dates.en.years", "(from|between|in|paren)? < year joint (year|day|count)")
def years(m: Match) -> Result:
    """Read an interval of years; not "1500-2000 people", "pp. 1914-18"."""
    if any(in_set(word, "numbered") for word in words_before(m, 12)[-1:]):
        return None
    return years_between(m) if _joined(m) and not _counts(m) else None


def _counts(m: Match) -> bool:
    """Tell whether two numbers count what follows: 1500-2000 people; but "the 2009-10 seasons"."""
    round_ones = all(int(m.text_at(index)[-2:]) % 50 == 0 for index in m.where("year", "day", "count"))
    return round_ones and (counted(m) or counts(m))


# 14/15 August 1947 | the night of 9/10 March 1945 | June 5/6, 1944
@rule("dates.en.slashed_days", "(the part of)? (dm of? month dot? | month dot? dm) (comma? year)?")
def slashed_days(m: Match) -> Result:
    """Read two days on end with a slash between them."""
    first, last, mark = m.get("dm")
    reading = compose(m, m.find("month"), m.find("month") + 1, year=m.get("year"))
    if mark != "/" or last != first + 1 or reading is None:
        return None
    start, end = evolve(reading, day=first, part=m.get("part")), evolve(reading, day=last)
    return Interval(start=start, end=end) if fits(start) and fits(end) else None


# 2011/12 | FY2011/12
@rule("dates.en.year_slash_year", "yspan | year slash day")
def year_slash_year(m: Match) -> Result:
    """Read two years with a slash between them."""
    if m.has("year"):
        first, last = m.get("year"), full_year(m.text_at(m.last - 1).zfill(2))
        if m.text_at(m.first).isdigit() or int(last) != int(first) + 1:
            return None
        return Interval(start=Reading(year=first), end=Reading(year=last))
    first, last = m.get("yspan")
    return Interval(start=Reading(year=first), end=Reading(year=last))


# 05/09/2022 - 07/09/2022 | from 2022-09-05 to 2022-09-07 | 1Q22 to 3Q22 | 2022-09-05/2022-09-07
@rule("dates.en.numeric_to_numeric", "(from|between)? < ((dmy|iso) joint (dmy|iso) | ym joint ym | iso slash iso)")
def numeric_to_numeric(m: Match) -> Result:
    """Read an interval between two dates in digits."""
    if m.has("slash"):
        start, end = compose(m, m.first, m.first + 1), compose(m, m.last - 1)
        return Interval(start=start, end=end) if start and end else None
    return interval(m) if _joined(m) else None


# from 2015 onwards | 2015-present | from May 2020 to date | from 5 May 2020 onwards
@rule("dates.en.open", "from? < (nday of?)? (month dot?)? (nday comma?)? year (dash|to)? (the? onward)")
def open_interval(m: Match) -> Result:
    """Read an interval with an open end."""
    start = compose(m)
    plain = m.run.kinds[m.last - 2 : m.last - 1]
    if start is None or (m.surface.lower().endswith(phrases("till_now")) and not plain):
        return None
    if m.surface.lower().endswith(phrases("to_now")) and not m.has("to"):
        return None
    return Interval(start=start, end=None)


# July 4-6 and 10, 1863 | 4-6 and 10 July 1863 | May 2, 5-7 and 9
@rule(
    "dates.en.day_spans",
    "month dot? nday (dash nday)? (comma? and? the? nday (dash nday)?)+ (comma? year)? | "
    "nday (dash nday)? (comma? and? the? nday (dash nday)?)+ of? month dot? (comma? year)?",
)
def day_spans(m: Match) -> Result:
    """Read days and spans of days of one month, told together."""
    dashes, joints = m.where("dash"), m.where("comma", "and")
    days = m.where("day", "ord")
    if not dashes or not joints or len(days) < 3:
        return None
    whole = compose(m, m.find("month"), m.find("month") + 1, year=m.get("year"))
    if whole is None or not all(fits(evolve(whole, day=m.value(index))) for index in days):
        return None
    found = []
    opening = m.first
    while days:
        first, *days = days
        start = evolve(whole, day=m.value(first))
        if first + 1 in dashes and days:
            last, *days = days
            found.append(m.found(Interval(start=start, end=evolve(whole, day=m.value(last))), min(first, opening), last))
        else:
            found.append(m.found(start, min(first, opening), first))
        opening = m.last
    return found


# September 5 and 7 | September 5, 6 and 7, 2022
@rule("dates.en.month_day_list", "month dot? nday (comma nday)* comma? and the? nday (comma? year)?")
def month_day_list(m: Match) -> Result:
    """Read several days of one month."""
    return listed(m)


# 5 and 7 September | 5, 6 and 7 September 2022
@rule("dates.en.day_list_month", "the? nday (comma nday)* comma? and the? nday of? month dot? (comma? year)?")
def day_list_month(m: Match) -> Result:
    """Read several days with their one month behind them."""
    return listed(m)


# May and June 2022 | May, June and July 2022
@rule("dates.en.month_list", "month dot? (comma month dot?)* comma? and month dot? comma? of? year")
def month_list(m: Match) -> Result:
    """Read several months of one year."""
    return listed(m)


# May/June 2022 | in August/September
@rule("dates.en.slashed_months", "month slash month dot? (comma? of? year)?")
def slashed_months(m: Match) -> Result:
    """Read two months on end with a slash between them."""
    first, last = m.where("month")
    if (m.value(last) - m.value(first)) % 12 != 1 or m.before(1) == "/" or m.after(1) == "/":
        return None
    year = m.get("year")
    before = f"{int(year) - 1:04}" if year and m.value(last) == 1 else year
    start, end = Reading(year=before, month=m.value(first)), Reading(year=year, month=m.value(last))
    return [m.found(start, first, first), m.found(end, last, m.last - 1)]


# Tuesday to Thursday | from Monday through Wednesday | from Tuesday (May 7) to Thursday
@rule("dates.en.weekdays", f"(from|between)? < weekday {_TOLD}? joint weekday {_TOLD}?")
def weekdays(m: Match) -> Result:
    """Read an interval between two weekdays."""
    return (_moved(m) or interval(m)) if _joined(m) else None


# Monday to Wednesday next week | from Tuesday through Friday of last week
@rule("dates.en.weekdays_of_week", "(from|between)? < weekday joint weekday of? which unit")
def weekdays_of_week(m: Match) -> Result:
    """Read an interval between two weekdays of a week told behind them."""
    if m.get("unit") != "week" or not _joined(m):
        return None
    start, end = (Reading(shift=("week", m.get("which")), weekday=weekday) for weekday in m.all("weekday"))
    return Interval(start=start, end=end)


# Monday and Tuesday, May 8-9 | Saturday and Sunday, 13-14 May 2023 | Thursday to Saturday, May 11-13
@rule(
    "dates.en.weekdays_days",
    "weekday joint weekday comma? (month dot? nday joint nday | nday joint nday of? month dot?) (comma? year)?",
)
def weekdays_days(m: Match) -> Result:
    """Read days on end that are told by their weekdays and then by their numbers."""
    (first, last), (weekday, to) = m.all("day", "ord"), m.all("weekday")
    if (last - first - to + weekday) % 7:
        return None
    end = Reading(day=last, month=m.get("month"), year=m.get("year"), weekday=to)
    start = evolve(end, day=first, weekday=weekday)
    return Interval(start=start, end=end) if first < last and fits(start) and fits(end) else None


# from today until Saturday | from tomorrow to 5 May
@rule("dates.en.from_today", "(from < deictic | hence) to (weekday | month dot? nday | the? nday of? month dot?)")
def from_today(m: Match) -> Result:
    """Read an interval that begins today, or on the day before or after."""
    day = 0 if m.has("hence") else m.get("deictic")
    end = compose(m, m.find("to") + 1) if not is_a(m, "hence", "hence_alone") else None
    return Interval(start=Reading(shift=("day", day)), end=end) if isinstance(day, int) and end and fits(end) else None


# for three days from 5 May | for two weeks from May 5, 2023
@rule("dates.en.lasting", "for < num (unit|units) comma? from (month dot? nday | the? nday of? month dot?) (comma? year)?")
def lasting(m: Match) -> Result:
    """Read an interval told by its first day and how long it lasts."""
    unit, number = unit_of(m.get("unit", "units"), units_told(m))
    start = compose(m, m.find("from") + 1)
    return lasting_from(start, unit, number) if start else None
