"""Vietnamese rules for weeks, quarters, seasons, decades and centuries."""

from __future__ import annotations

import re
from functools import cache

from eventx import evolve, language_data
from eventx_dates.compose import compose, months_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.patterns import compiled
from eventx_dates.reading import ANY_DAY, Base, Reading, Toward, Unit
from eventx_dates.vietnamese import begins_with, following, goes_on, in_set, is_a, previous, value_of

_UNITS = ("unit", "monthword", "yearword", "quarter", "decadeword", "centuryword")
_QUARTERS = 3  # of a year of which "hai quý đầu năm" are the first
_WEEKS = 5  # of a month, at most
_WINTER = 24
_TOWARD: dict[int, Toward] = {-2: "past", -1: "past", 1: "future"}


# tuần trước | năm ngoái | tháng tới | năm nay | cuối tuần này | cuối năm ngoái | quý này | thế kỷ này | đầu tuần tới
@rule("dates.vi.which_unit", "edge? (unit|monthword|yearword|quarter|decadeword|centuryword) which")
def which_unit(m: Match) -> Result:
    """Read a week, month, quarter, year, decade or century before, at or after publication."""
    word, amount = m.word("which").lower(), m.get("which")
    unit = m.get(*_UNITS)
    if unit == "year" and m.has("edge") and is_a(m, "edge", "halves"):
        return None  # half a year
    if (unit == "month" and in_set(previous(m), "years_and")) or in_set(previous(m), "half_of"):
        return None  # "năm tháng qua", "nửa năm trước"
    if (
        (in_set(word, "of_years") and unit != "year")
        or in_set(word, "of_days")
        or (in_set(word, "now") and m.word("which") != word)
    ):
        return None
    if (
        (in_set(word, "this_one") and in_set(following(m), "to_another"))
        or in_set(following(m), "from_when")
        or (unit in ("decade", "century") and in_set(word, "lasting"))
    ):
        return None  # "từ năm này qua năm khác"; "tuần sau khi" counts from an event, "thế kỷ qua" tells how long
    base: Base = "story" if unit == "year" and in_set(word, "next_one") else "publication"
    if (unit == "year" and in_set(word, "this_one")) or in_set(word, "next_in_line"):
        base = "text"
    return Reading(shift=(unit, amount), base=base, modifier=m.get("edge"), this=unit == "weekend" and amount == 0)


@cache
def _early_in() -> re.Pattern[str]:
    """Return the classes of what may stand behind "những ngày đầu" that is a date of its own."""
    return compiled("mon | monthword (my | which) | yearword (year | which) | decadeword | centuryword")


# những năm qua | mỗi năm | hàng tháng | nhiều ngày tới | các tháng cuối năm
@rule("dates.vi.plural", "plural (dayword|unit|monthword|yearword|quarter|decadeword|centuryword|weekday|part) (which | edge)?")
def plural(m: Match) -> Result:
    """Read several or repeated units, which are no date; "những ngày đầu tháng 3" tells of early March."""
    if m.kind(m.last - 1) == "edge" and _early_in().match(m.run.kinds, m.last):
        return None
    return () if m.last - m.first == 3 or in_set(m.get("plural"), "repeating") else None


# ngày 10/3 hằng năm | thứ Hai hàng tuần | tháng 9 mỗi năm | hằng năm, vào ngày 10/3
@rule(
    "dates.vi.each",
    "(part? dayword? lunarday? (dm | day mon | day dash day | day) | edge? mon | part? weekday) era? plural"
    " (yearword|monthword|unit|dayword) | plural yearword comma? in part? dayword? lunarday? (dm | day mon | mon)",
)
def each(m: Match) -> Result:
    """Read a day or month of every year or week, which is no date."""
    told = {m.kind(index) for index in range(m.first, m.find("plural"))}
    if told & {"monthword", "month", "dm", "dash"} and m.kind(m.last - 1) != "yearword":
        return None  # "từ tháng 10 mỗi tháng tăng 2%"
    return () if in_set(m.get("plural"), "each") else None


# cuối năm | đầu tháng | cuối thế kỷ | đầu tuần | cuối quý
@rule("dates.vi.edge_unit", "edge (yearword|monthword|unit|centuryword|quarter)")
def edge_unit(m: Match) -> Result:
    """Read early, mid or late in the unit that holds the day of publication."""
    unit = m.get("yearword", "monthword", "unit", "centuryword", "quarter")
    if unit == "weekend" or in_set(previous(m), "within") or following(m)[:1].isdigit() or in_set(following(m), "other_year"):
        return None
    half = value_of(m.word("edge"), "halves")
    if unit == "year" and half is not None:
        return Reading(shift=("year", 0), month=half)
    return Reading(shift=(unit, 0), modifier=m.get("edge"))


# đến hết năm | tới hết tuần
@rule("dates.vi.until_end", "to (yearword|monthword|unit|quarter)")
def until_end(m: Match) -> Result:
    """Read the running year, month, week or quarter as far as something lasts."""
    unit = m.value(m.last - 1)
    if not in_set(m.text_at(m.first), "to_the_end") or unit == "weekend":
        return None
    return Reading(shift=(unit, 0)) if m.after(1) in (",", ".", ";", "") else None


# cuối tuần | Cuối tuần, …
@rule("dates.vi.weekend", "unit")
def weekend(m: Match) -> Result:
    """Read the weekend nearest to publication."""
    begins = m.surface[0].isupper() and (not m.before(2).strip() or m.before(2).strip() in (".", "!", "?"))
    alone = (not m.before(3).strip() and not m.after(3).strip()) or (begins and m.after(1) == ",")
    if m.get("unit") != "weekend" or not (alone or in_set(previous(m), "weekend_lead")):
        return None
    return Reading(shift=("weekend", 0), this=True)


# thứ Hai đầu tiên của tháng 3 | ngày cuối cùng của tháng 10 năm 2014 | tuần đầu tiên của tháng tới
@rule(
    "dates.vi.nth_of_month",
    "(weekday|unit|dayword) ordinal (of? mon (comma? yearword? year)? | of? monthword my | of? monthword which)",
)
def nth_of_month(m: Match) -> Result:
    """Read the first or last weekday, week or day of a month."""
    nth = m.get("ordinal")
    if abs(nth) != 1 or not in_set(m.text_at(m.find("ordinal")), "first_or_last") or m.get("unit") == "weekend":
        return None
    month = compose(m, m.find("ordinal") + 1, None)
    if month is None:
        return None
    weekday = ANY_DAY if m.has("dayword") else m.get("weekday")
    shift: tuple[Unit, int] | None = ("month", m.get("which")) if m.has("which") else None
    return evolve(month, nth=nth, weekday=weekday, shift=shift)


# Chủ nhật thứ hai của tháng 5 | thứ Năm tuần thứ tư của tháng 11 | thứ Bảy tuần cuối cùng của tháng 3/2024
@rule(
    "dates.vi.nth_weekday",
    "weekday unit? (weekday | ordinal) of? (mon (comma? yearword? year)? | monthword (my | which))",
)
def nth_weekday(m: Match) -> Result:
    """Read a weekday by its number in a month."""
    weekday, *numbers = m.all("weekday")
    nth = numbers[0] + 1 if numbers else m.get("ordinal")
    month = compose(m, m.find("month", "monthword"))
    if month is None or not -1 <= nth <= _WEEKS or (m.has("unit") and m.get("unit") != "week"):
        return None
    if not m.has("unit") and not numbers:
        return None  # "Chủ nhật đầu tiên của tháng 3" is read elsewhere
    shift: tuple[Unit, int] | None = ("month", m.get("which")) if m.has("which") else None
    return evolve(month, nth=nth, weekday=weekday, shift=shift)


# tuần thứ 2 của tháng 6 | tuần đầu tháng 6 | tuần cuối tháng 5/2024 | tuần cuối cùng của tháng
@rule(
    "dates.vi.week_of_month",
    "unit (weekday | edge | ordinal) of? (mon ((of|comma)? yearword? year)? | monthword my | monthword which?)",
)
def week_of_month(m: Match) -> Result:
    """Read a week by its number in a month."""
    nth = m.get("weekday")
    if nth is not None:
        nth = nth + 1 if begins_with(m.word("weekday"), "the") else 9
    elif m.has("edge"):
        nth = value_of(m.word("edge"), "first_last") or 9
    else:
        nth = m.get("ordinal")
    counted = previous(m).isdigit() or previous(m) in language_data("vi").numerals
    if m.get("unit") != "week" or not -1 <= nth <= _WEEKS or (m.has("edge") and counted):
        return None  # "hai tuần đầu tháng 5" are no one week
    month = compose(m, (m.find("monthword") if m.has("monthword") else m.find("month")), None)
    if month is None:
        return None
    shift: tuple[Unit, int] | None = None if month.month else ("month", m.get("which") or 0)
    return evolve(month, nth=nth, shift=shift)


# ngày đầu tháng sau | ngày cuối tháng này
@rule("dates.vi.day_of_edge", "dayword edge monthword which")
def day_of_edge(m: Match) -> Result:
    """Read the first or last day of this or another month."""
    nth = value_of(m.word("edge"), "first_last")
    if nth is None or not is_a(m, "dayword", "day_word") or in_set(previous(m), "plural"):
        return None
    return Reading(shift=("month", m.get("which")), nth=nth, weekday=ANY_DAY)


# quý cuối năm | quý đầu năm 2023 | quý cuối năm nay | hai quý đầu năm
@rule("dates.vi.quarter_of_edge", "(day | numeral)? quarter edge of? yearword (year | which)?")
def quarter_of_edge(m: Match) -> Result:
    """Read the first or last quarter of a year, or several."""
    place, count = value_of(m.word("edge"), "first_last"), m.get("day", "numeral") or 1
    if place is None or not 1 <= count <= _QUARTERS:
        return None
    whole = Reading(year=m.get("year")) if m.has("year") else Reading(shift=("year", m.get("which") or 0))
    first, last = (33, 32 + count) if place > 0 else (37 - count, 36)
    return evolve(whole, month=first) if count == 1 else months_of(first, last, whole)


# Giáng sinh | Noel 2022 | Tết Dương lịch năm nay
@rule("dates.vi.holiday", "holiday (yearword? year | yearword which)?")
def holiday(m: Match) -> Result:
    """Read a holiday that has its fixed day."""
    month, day = m.get("holiday")
    begins = not m.before(2).strip()
    told = m.last - m.first == 1 and m.after(3).strip(" (")[:1].isdigit()  # Ngày Nhà giáo Việt Nam 20-11
    if told or not (begins or in_set(previous(m), "feast_lead")) or (following(m)[:1].isupper() and m.after(1) == " "):
        return None  # an association, the feast of another country
    if m.has("which"):
        return Reading(month=month, day=day, shift=("year", m.get("which")))
    return Reading(year=m.get("year"), month=month, day=day)


# quý III/2022 | quý 3 năm 2022 | quý III | quý 3/2022 | quý I năm nay | quý hai
@rule(
    "dates.vi.quarter", "edge? quarter (my | (roman|day|numeral) ((slash|of|comma|dash|dot)? yearword? year | yearword? which)?)"
)
def quarter(m: Match) -> Result:
    """Read a quarter of a year."""
    number, year = m.get("my") or (m.get("roman", "day", "numeral"), m.get("year"))
    if not isinstance(number, int) or not 1 <= number <= 4:
        return None
    if m.has("which"):
        if not m.has("yearword"):
            return m.found(Reading(month=32 + number), m.first, m.last - 2)
        return Reading(shift=("year", m.get("which")), month=32 + number, modifier=m.get("edge"))
    return Reading(year=year, month=32 + number, modifier=m.get("edge"))


# 2Q22 | 1Q2023 | quý 2Q22
@rule("dates.vi.short_quarter", "quarter? ym")
def short_quarter(m: Match) -> Result:
    """Read a quarter with its year in one word; 1H30 is a clock time."""
    year, code = m.get("ym")
    return Reading(year=year, month=code) if 33 <= code <= 36 and m.after(1) not in ("-", "/", ":") else None


# nửa đầu năm 2022 | nửa cuối năm ngoái | nửa đầu 2024
@rule("dates.vi.half", "edge (yearword (year | which) | year)")
def half(m: Match) -> Result:
    """Read half a year."""
    code = value_of(m.word("edge"), "halves")
    if code is None:
        return None
    return Reading(year=m.get("year"), month=code) if m.has("year") else Reading(shift=("year", m.get("which")), month=code)


# mùa đông năm 2007-2008 | mùa đông 2007/08
@rule("dates.vi.winter", "season (of? yearword)? (year dash (year | day) | yspan)")
def winter(m: Match) -> Result:
    """Read a winter told by both its years."""
    first, last = m.get("yspan") or (m.get("year"), m.text_at(m.last - 1))
    if m.get("season") != _WINTER or int(last) % 100 != (int(first) + 1) % 100:
        return None
    return Reading(year=first, month=_WINTER)


# mùa hè 2021 | mùa thu năm 2021 | mùa hè này | mùa xuân tới
@rule("dates.vi.season", "edge? season ((of? yearword)? year | which)")
def season(m: Match) -> Result:
    """Read a season of a year."""
    which = m.get("which")
    if in_set(previous(m), "crop_seasons") or (m.has("year") and goes_on(m)):
        return None  # "vụ Đông Xuân 2012-2013" is a season of the fields, "mùa hè 2010-2015" are years
    if which is None:
        return compose(m)
    reading = Reading(month=m.get("season"), modifier=m.get("edge"))
    if which == 0:
        return evolve(reading, shift=("year", 0)) if m.get("season") != _WINTER else reading
    return evolve(reading, toward=_TOWARD[which]) if which in _TOWARD else None
