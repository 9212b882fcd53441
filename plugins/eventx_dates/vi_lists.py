"""Vietnamese rules for lists of dates."""

from __future__ import annotations

from itertools import pairwise

from eventx import evolve
from eventx_dates.compose import compose, fits, listed
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Found, Interval, Reading, Unit
from eventx_dates.vietnamese import counts_on, digits_are_a_date, following, in_set, of_a_place, previous

_MONTHS = 12


# ngày 5 và 6-9 | các ngày 5, 6 và 7-9
@rule("dates.vi.day_list_dashed", "dayword paren? < day (comma day)* (and|comma) dayword? day dash day (dash year)?")
def day_list_dashed(m: Match) -> Result:
    """Read several days of one month, the last one written with a dash."""
    *days, month = m.where("day")
    whole = Reading(month=m.value(month), year=m.get("year"))
    readings = [evolve(whole, day=m.value(index)) for index in days]
    if m.value(month) > 12 or not all(map(fits, readings)):
        return None
    ends = [*days[:-1], m.last - 1]
    return [m.found(one, first, last) for one, first, last in zip(readings, days, ends, strict=True)]


# ngày 5 và 7/9 | các ngày 5, 6 và 7/9/2022 | ngày 5, 7 tháng 9 | sáng 5 và 6/9 | ba ngày (5, 6 và 7/9)
@rule(
    "dates.vi.day_list",
    "(part|dayword) paren? < dayword? day (comma dayword? day)* (and|comma) dayword?"
    " (dm | dmy | day mon) (comma? yearword year)?",
)
def day_list(m: Match) -> Result:
    """Read several days of one month."""
    return listed(m)


# trong hai ngày 5 và 6/9 | 2 ngày 5 và 6 tháng 9 năm 2022 | hai ngày (5 và 6/9)
@rule("dates.vi.two_days", "(day|numeral) dayword paren? < day and (dm | dmy | day mon) (comma? yearword year)?")
def two_days(m: Match) -> Result:
    """Read two days that follow each other, counted before, as the stretch they are."""
    end = compose(m, m.find("and") + 1)
    start = m.value(m.first)
    if m.value(m.start) != 2 or end is None or not fits(end) or end.day != start + 1 or m.after(1) in ("/", "%", "-"):
        return None
    return Interval(start=Reading(day=start), end=end)


# tháng 5 và tháng 6/2022 | tháng 5, 6 và 7/2022 | tháng 5, tháng 6 năm 2022 | cuối tháng 11, đầu tháng 12/2020
@rule("dates.vi.month_list", "edge? mon (comma edge? mon)* (and|comma) edge? (monthword? my | mon yearword? year)")
def month_list(m: Match) -> Result:
    """Read several months of one year."""
    return listed(m)


# 30/4, 1/5 và 19/5 | nghỉ lễ 30.4 và 1.5 | các ngày 5/9, 7/9 và 9/9
@rule("dates.vi.digit_list", "(cue < | part? dayword?) dm (comma dayword? dm)* (comma | and) dayword? dm")
def digit_list(m: Match) -> Result:
    """Read several days in digits, of which the words before the first tell that they are dates."""
    places = m.where("dm")
    if m.kind(m.first) == "dm" and (in_set(previous(m), "street") or of_a_place(m)):
        return ()  # nhịp 3/4, 2/4, 6/8
    readings = [compose(m, first, last + 1) for first, last in _items(m, places)]
    if not digits_are_a_date(m) or any(reading is None or not fits(reading) for reading in readings):
        return None
    if not m.has("cue") and not m.has("dayword") and any(m.text_at(index).find(".") >= 0 for index in places):
        return None
    return [m.found(one, *item) for one, item in zip(readings, _items(m, places), strict=True) if one]


def _items(m: Match, lasts: list[int]) -> list[tuple[int, int]]:
    """Return where the items of a list start and end; a comma or "và" stands between them."""
    return [(first, last) for first, last in zip([m.first, *(index + 2 for index in lasts)], lasts, strict=False)]


# nghỉ lễ 30-4 và 1-5 | các ngày 5-9, 7-9 và 9-9-2022
@rule(
    "dates.vi.dashed_list",
    "(cue < | part? dayword) day dash day (comma dayword? day dash day)* (comma | and) dayword? day dash day (dash year)?",
)
def dashed_list(m: Match) -> Result:
    """Read several days written with a dash, of which the words before the first tell that they are dates."""
    numbers = m.where("day")
    year, part = m.get("year"), m.get("part")
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    readings = [Reading(day=m.value(day), month=m.value(month), year=year) for day, month in pairs]
    if any(m.value(month) > 12 for _, month in pairs) or not all(map(fits, readings)) or m.after(1) in ("/", "%", "-"):
        return None
    readings[0] = evolve(readings[0], part=part)
    ends = [*(month for _, month in pairs[:-1]), m.last - 1]
    return [m.found(one, *item) for one, item in zip(readings, _items(m, ends), strict=True)]


# tối 2, sáng 3/2 | đêm 28 rạng ngày 29-4 | đêm 8, rạng sáng 9/9 | sáng 5 và chiều 6 tháng 9 | đêm 31 rạng sáng 1/6
@rule(
    "dates.vi.part_list",
    "part dayword? lunarday? day ((comma|and)? part dayword? lunarday? day)* (comma|and)? (part dayword? | dayword) lunarday?"
    " (dm | dmy | day dash day (dash year)? | day mon (comma? yearword? year)?)",
)
def part_list(m: Match) -> Result:
    """Read parts of days that follow each other, of which only the last tells its month."""
    starts = [index for index in range(m.first, m.last) if m.kind(index) == "part"]
    if m.kind(starts[-1] + 1) in ("day", "lunarday") and "dayword" in (m.kind(index) for index in range(starts[-1] + 2, m.last)):
        starts.append(max(m.where("dayword")))
    whole = _last(m, starts[-1])
    if whole is None or whole.month is None or whole.day is None or not fits(whole) or m.after(1) in ("/", "%", "-"):
        return None
    found = [m.found(whole, starts[-1], m.last - 1)]
    for first, last in reversed(list(pairwise(starts))):
        reading = compose(m, first, last)
        if reading is None or reading.day is None:
            return None
        found.insert(0, m.found(_before(reading, whole), first, max(i for i in range(first, last) if m.kind(i) == "day")))
    return found


def _last(m: Match, first: int) -> Reading | None:
    """Return the last date of a list, which may have a dash between day and month."""
    days = [index for index in m.where("day") if index >= first]
    if len(days) < 2 or not m.has("dash"):
        return compose(m, first, None)
    month = m.value(days[1])
    part = m.value(first) if m.kind(first) == "part" else None
    return Reading(day=m.value(days[0]), month=month, year=m.get("year"), part=part) if month <= 12 else None


def _before(reading: Reading, whole: Reading) -> Reading:
    """Return a day with the month and year of the one told behind it; the 31st before the 1st is of the month before."""
    month, year = whole.month or 1, whole.year
    if (reading.day or 0) > (whole.day or 0):
        month, year = (month - 1, year) if month > 1 else (12, f"{int(year) - 1:04}" if year and year.isdigit() else year)
    return evolve(reading, month=month, year=year)


# các năm 2019, 2020 và 2021 | năm 2024 và 2025
@rule("dates.vi.year_list", "yearword year (comma yearword? year)* (comma|and) yearword? year")
def year_list(m: Match) -> Result:
    """Read several years."""
    years = m.where("year")
    if not all("1000" <= m.value(index) <= "2199" for index in years) or m.after(1) in ("/", "%", "-"):
        return None
    starts = [index - 1 if m.kind(index - 1) == "yearword" else index for index in years]
    return [m.found(Reading(year=m.value(index)), first, index) for first, index in zip(starts, years, strict=True)]


# thứ 2 và thứ 4 tuần sau | sáng thứ Ba, thứ Năm tuần này
@rule("dates.vi.weekday_list", "part? weekday (comma part? weekday)* and part? weekday of? unit which")
def weekday_list(m: Match) -> Result:
    """Read several weekdays of one week."""
    if m.get("unit") != "week":
        return None
    shift = m.get("which")
    places = m.where("weekday")
    lasts = [*places[:-1], m.last - 1]
    return [
        m.found(Reading(weekday=m.value(index), shift=("week", shift)), index, last)
        for index, last in zip(places, lasts, strict=True)
    ]


# tháng 6 và 7 | tháng 4, 5 và 6 tới | các tháng 5, 6, 7 | tháng 9, 10, 11/2022
@rule(
    "dates.vi.short_month_list",
    "plural < monthword day (comma day)+ (yearword year)? | monthword day (comma day)* and day (which | yearword year)?"
    " | monthword day (comma day)+ (and|comma) my",
)
def short_month_list(m: Match) -> Result:
    """Read several months told by their numbers alone."""
    places = m.where("day", "my")
    numbers = [m.value(index)[0] if m.kind(index) == "my" else m.value(index) for index in places]
    after = m.after(2)
    counted = counts_on(m) or in_set(following(m), "month_word") or (after[:1] == "." and after[1:].isdigit())
    if max(numbers) > _MONTHS or counted or m.has("which") or after[:1] in ("/", "-", "%"):
        return None
    year = m.get("my")[1] if m.has("my") else m.get("year")
    firsts = [m.first, *places[1:]]
    found: list[Found] = []
    for first, index, number in zip(firsts, places, numbers, strict=True):
        found.append(m.found(Reading(month=number, year=year), first, index))
    return found


# quý I và quý II/2022 | quý 1, 2 và 3 năm 2022 | quý III và IV năm nay
@rule(
    "dates.vi.quarter_list",
    "quarter (roman|day) (comma quarter? (roman|day))* (and|comma) quarter?"
    " (my | (roman|day) (slash? yearword? year | yearword which))",
)
def quarter_list(m: Match) -> Result:
    """Read several quarters of one year."""
    places = m.where("roman", "day", "my")
    numbers = [m.value(index)[0] if m.kind(index) == "my" else m.value(index) for index in places]
    if not all(1 <= number <= 4 for number in numbers) or m.after(1) in ("/", "%", "-"):
        return None
    year = m.get("my")[1] if m.has("my") else m.get("year")
    shift: tuple[Unit, int] | None = ("year", m.get("which")) if m.has("which") else None
    ends = [*places[:-1], m.last - 1]
    return [
        m.found(Reading(year=year, month=32 + number, shift=shift), *item)
        for number, item in zip(numbers, _items(m, ends), strict=True)
    ]
