"""Vietnamese rules for intervals and lists of dates."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, interval, lasting_from, months_of, number_of, years_between
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Interval, Reading, Unit
from eventx_dates.vietnamese import counts_on, digits_are_a_date, following, in_set, is_yearly, month_is_meant, near, previous

_FIVE = 5  # "năm" is five too
_UNTIL = "(dash|to|which)"
_TOLD = "(paren wday close)?"  # the weekday of a date, in brackets
_DAY = "part? wday? dayword? lunarday?"


def _joined(m: Match) -> bool:
    """Tell whether the word between the ends is a dash, "đến" or "tới", and no "qua" or "này"."""
    return all(m.text_at(index).lower() == "tới" for index in m.where("which"))


# từ ngày 5 đến 8/9 | 18-21/1/2013 | ngày 5-8/9 | từ 28/8 đến ngày 3/9/2022 | 24/6/1967 - 24/6/2022 | 5/9 tới 8/9
@rule("dates.vi.days", f"(from|in|cue)? < {_DAY} (day|dm|dmy) (yearword year)? {_TOLD} {_UNTIL} {_DAY} (dm|dmy) (yearword year)?")
def days(m: Match) -> Result:
    """Read an interval of days in digits."""
    if not _joined(m) or m.after(1) in ("/", "%"):
        return None
    if is_yearly(m):
        return ()
    if not (m.has("dayword") or m.has("dmy")) and in_set(following(m), "counted"):
        return ()  # "từ 5 đến 10/12 tỉnh"
    if not (
        m.has("dayword") or m.has("dmy") or m.start < m.first or m.kind(m.first) in ("part", "weekday")
    ) and not digits_are_a_date(m):
        return None
    return interval(m)


# từ ngày 5 đến 8-9 | từ 5 đến ngày 8-9-2022
@rule("dates.vi.days_dashed", f"(from|in) < {_DAY} day (to|which) {_DAY} day dash day (dash year)?")
def days_dashed(m: Match) -> Result:
    """Read an interval of days whose end is written with a dash."""
    first, last, month = m.all("day")
    if not _joined(m) or month > 12 or m.after(1) in ("/", "%", "-") or in_set(following(m), "counted"):
        return None
    end = Reading(day=last, month=month, year=m.get("year"))
    return Interval(start=Reading(day=first), end=end) if fits(end) else None


# từ ngày 5 đến ngày 8 | từ ngày 5 đến 8
@rule("dates.vi.days_alone", "from < part? dayword day (to|which) part? dayword? day")
def days_alone(m: Match) -> Result:
    """Read an interval of days whose month the text tells elsewhere."""
    first, last = m.all("day")
    if not _joined(m) or m.after(1) not in (",", ".", ";", ")", "") or m.after(2)[1:].isdigit():
        return None
    return Interval(start=Reading(day=first), end=Reading(day=last))


# trong 3 ngày từ 5/5 | kéo dài hai tuần, kể từ ngày 5/5/2023 | 3 ngày, từ ngày 5 tháng 5
@rule(
    "dates.vi.lasting",
    "in? < (day | numeral numeral?) (dayword|unit) comma? from dayword? (dm | dmy | day mon (comma? yearword? year)?)",
)
def lasting(m: Match) -> Result:
    """Read an interval told by its first day and how long it lasts."""
    joint = m.find("from")
    number = number_of([m.value(index) for index in m.where("day", "numeral") if index < joint])
    unit = m.value(m.find("dayword", "unit"))
    start = compose(m, joint + 1)
    if m.after(1) in ("/", "%", "-") or in_set(following(m), "up_to") or in_set(previous(m), "ordinal_of"):
        return None
    return lasting_from(start, unit, number) if start and number else None


# từ 28-8 đến 3-9 | ngày 5-9 đến ngày 8-9-2022 | 5-9-2022 - 8-9-2022
@rule(
    "dates.vi.days_both_dashed",
    f"(from|in|cue)? < {_DAY} day dash day (dash year)? {_UNTIL} {_DAY} day dash day (dash year)?",
)
def days_both_dashed(m: Match) -> Result:
    """Read an interval of days both of which are written with a dash."""
    joint = [index for index in m.where("dash", "to", "which") if m.kind(index) != "dash"]
    dashes = m.where("dash")
    if not joint and len(dashes) % 2 == 0:
        return None
    middle = joint[0] if joint else dashes[len(dashes) // 2]
    start, end = _dashed(m, m.first, middle), _dashed(m, middle + 1, m.last)
    if not _joined(m) or start is None or end is None or m.after(1) in ("/", "%", "-"):
        return None
    return Interval(start=start, end=end)


def _dashed(m: Match, first: int, last: int) -> Reading | None:
    """Return a day, month and perhaps year with dashes between them."""
    days = [m.value(index) for index in m.where("day") if first <= index < last]
    years = [m.value(index) for index in m.where("year") if first <= index < last]
    if len(days) != 2 or days[1] > 12:
        return None
    reading = Reading(day=days[0], month=days[1], year=years[0] if years else None)
    return reading if fits(reading) else None


# từ ngày 5 tháng 9 (thứ hai) đến ngày 8 tháng 9 | 28 tháng 8 đến 3 tháng 9 năm 2022 | ngày 5-8 tháng 9
@rule(
    "dates.vi.days_in_words",
    f"from? < {_DAY} day (mon (comma? yearword year)?)? {_TOLD} {_UNTIL} {_DAY} day mon (comma? yearword? year)?",
)
def days_in_words(m: Match) -> Result:
    """Read an interval of days with the month in words."""
    if is_yearly(m):
        return ()
    return interval(m) if _joined(m) else None


# từ tháng 5 đến tháng 7/2022 | tháng 5-7/2022 | tháng 6/2008 - tháng 6/2023 | từ tháng 5 đến tháng 7
# từ cuối tháng 6 đến đầu tháng 7
@rule(
    "dates.vi.months",
    f"from? < edge? (mon (yearword? year)? | monthword my) {_UNTIL}"
    " edge? (mon (yearword? year)? | monthword? my | day (yearword year)?)",
)
def months(m: Match) -> Result:
    """Read an interval of months; those of every year are none."""
    if is_yearly(m):
        return ()
    found = interval(m) if _joined(m) else None
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
    return Interval(start=evolve(found.start, modifier=None), end=found.end)


# từ tháng 11-2021 đến tháng 3-2022 | tháng 5-2021 đến 7-2021
@rule("dates.vi.months_dashed", f"from? < edge? monthword day dash year {_UNTIL} edge? monthword? day dash year")
def months_dashed(m: Match) -> Result:
    """Read an interval of months both of which are written with a dash before their year."""
    (first, last), (start, end) = m.all("day"), m.all("year")
    if not _joined(m) or max(first, last) > 12 or (start, first) >= (end, last) or m.after(1) in ("/", "%", "-"):
        return None
    return Interval(start=Reading(year=start, month=first), end=Reading(year=end, month=last))


# thứ 2-6 tuần sau | từ thứ 2 - 6 tuần này
@rule("dates.vi.weekday_digits", "from? < part? weekday (dash|to) day of? unit which")
def weekday_digits(m: Match) -> Result:
    """Read an interval of weekdays told by their numbers."""
    first, last = m.get("weekday"), m.get("day") - 1
    if not m.word("weekday")[-1].isdigit() or not first < last <= 6 or m.get("unit") != "week":
        return None
    return Interval(
        start=Reading(weekday=first, shift=("week", m.get("which"))), end=Reading(weekday=last, shift=("week", m.get("which")))
    )


# 2021-2025 | từ năm 2015 đến năm 2020 | năm 2015 đến 2020 | giai đoạn 2021 - 2025 | từ cuối năm 2015 đến đầu năm 2020
@rule("dates.vi.years", f"from? < (edge yearword | yearword)? year {_UNTIL} (edge yearword | yearword)? year")
def years(m: Match) -> Result:
    """Read an interval of years."""
    first, last = m.all("year")
    if not _joined(m) or not "1000" <= first < last <= "2199" or (not m.has("yearword") and in_set(following(m), "counted")):
        return None
    return Interval(start=Reading(year=first), end=Reading(year=last))


# 2022-23 | 2023-08
@rule("dates.vi.year_dash_digits", "yearword? year dash day")
def year_dash_digits(m: Match) -> Result:
    """Read two years, the second short, or a year and a month."""
    return years_between(m) if m.after(1) not in ("/", "-", "–", "%") else None


# 2021/2022 | 2022/23
@rule("dates.vi.year_slash_year", "yearword? yspan")
def year_slash_year(m: Match) -> Result:
    """Read two years with a slash between them."""
    first, last = m.get("yspan")
    return Interval(start=Reading(year=first), end=Reading(year=last)) if m.after(1) != "/" else None


# từ năm 2015 đến nay | từ tháng 5/2020 đến nay | năm 2015 trở đi | từ 5/9/2022 đến nay | từ cuối năm 2015 đến nay
# từ đầu năm đến nay | từ tháng 5 tới nay | từ ngày 5/9 trở đi | từ năm ngoái đến nay | từ tháng 8 năm ngoái đến nay
@rule(
    "dates.vi.open",
    "from? < (edge? yearword? year | edge? monthword my | edge? mon yearword? year | part? dayword? dmy"
    " | (part? dayword? (dm | day mon) | edge? mon) (yearword (year | which))? | edge? yearword which"
    " | edge (yearword|monthword)) onward",
)
def open_interval(m: Match) -> Result:
    """Read an interval with an open end."""
    start = compose(m)
    if start is None or not fits(start) or (m.has("monthword") and start.month and not month_is_meant(m)):
        return None
    if m.has("which") or (start.year is None and start.month is None):
        unit: Unit = "month" if m.has("monthword") and start.month is None else "year"
        start = evolve(start, shift=(unit, m.get("which") or 0), order=None)
    elif start.year is None and m.text_at(m.last - 1).lower().endswith("nay"):
        start = evolve(start, toward="past", this=True)
    return Interval(start=evolve(start, part=None), end=None)


# từ hôm nay đến hết ngày 15/9 | từ ngày mai (9/9) đến thứ Sáu | từ chiều qua đến sáng nay | từ hôm qua đến 10 tháng 9
@rule(
    "dates.vi.from_today",
    "from < (part? dayword? deictic | part which) (paren dayword? (dm|dmy) close)? (to|which)"
    f" ({_DAY} (dm | dmy | day mon (yearword? year)?)"
    " | part? dayword? weekday (unit which)? | part? dayword? deictic | part which)",
)
def from_today(m: Match) -> Result:
    """Read an interval of days that begins with one named from the day of publication."""
    joint = next((i for i in m.where("to", "which") if m.kind(i) == "to" or m.text_at(i).lower() == "tới"), None)
    if joint is None or m.after(1) in ("/", "%") or any(not near(m, i) for i in m.where("which") if m.kind(i - 1) == "part"):
        return None
    places = m.where("deictic", "which")
    end = compose(m, joint + 1)
    if end is None or not fits(end) or in_set(following(m), "counted"):
        return None
    if m.has("unit"):
        end = evolve(end, shift=("week", m.value(m.last - 1)))
    elif places[-1] > joint:
        end = Reading(shift=("day", m.value(places[-1])))
    return Interval(start=Reading(shift=("day", m.value(places[0]))), end=evolve(end, part=None))


# từ thứ Hai đến thứ Sáu | thứ 2 - thứ 6 tuần này
@rule("dates.vi.weekdays", f"from? < part? weekday {_UNTIL} part? weekday (unit which)?")
def weekdays(m: Match) -> Result:
    """Read an interval between two weekdays."""
    first, last = m.where("weekday")
    if m.has("unit"):
        if m.get("unit") != "week" or (m.kind(first + 1) == "which" and m.text_at(first + 1).lower() != "tới"):
            return None
        week = Reading(shift=("week", m.all("which")[-1]))
        ends = [evolve(week, weekday=m.value(index)) for index in (first, last)]
        return Interval(start=ends[0], end=ends[1])
    return Interval(start=Reading(weekday=m.value(first)), end=Reading(weekday=m.value(last))) if _joined(m) else None


# 6 tháng đầu năm 2023 | 9 tháng đầu năm | sáu tháng cuối năm nay
@rule("dates.vi.first_months", "(num|yearword) monthword edge (of? yearword) (year | which)?")
def first_months(m: Match) -> Result:
    """Read the first or last so many months of a year; "năm tháng đầu năm" are five."""
    number, edge = m.get("day", "numeral"), m.get("edge")
    if m.kind(m.first) == "yearword":
        number = None if previous(m)[-1:].isdigit() else _FIVE
    if not isinstance(number, int) or not 1 <= number <= 11 or edge == "mid":
        return None
    first, last = (1, number) if edge == "early" else (13 - number, 12)
    if m.has("year"):
        return months_of(first, last, Reading(year=m.get("year")))
    return months_of(first, last, Reading(shift=("year", m.get("which") or 0)))


# quý I-III | quý 1 đến quý 3 năm nay | từ quý II đến quý IV/2023 | quý 4/2022 đến quý 2/2023
@rule(
    "dates.vi.quarters",
    f"from? < quarter (my | (roman|day)) {_UNTIL} quarter? (my | (roman|day) (slash? yearword? year)?)",
)
def quarters(m: Match) -> Result:
    """Read an interval of quarters."""
    joint = next(index for index in m.where("dash", "to", "which") if m.first < index < m.last - 1)
    start, end = _quarter(m, m.first, joint), _quarter(m, joint + 1, m.last)
    if not _joined(m) or start is None or end is None or m.after(1) in ("/", "%"):
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
