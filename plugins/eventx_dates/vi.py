"""Vietnamese rules for dates that the text writes out: days, months and years, and weekdays."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, is_version, months_of, number_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Reading
from eventx_dates.vietnamese import (
    digits_are_a_date,
    following,
    month_is_meant,
    previous,
    toward,
    weekday_is_meant,
    year_is_meant,
)


# ngày 5 tháng 9 năm 2022 | 5 tháng 9 | thứ Hai, ngày 5 tháng Chín | sáng mùng 5 tháng 9 | ngày 5 tháng 9, 2022
@rule("dates.vi.day_month", "part? wday? dayword? lunarday? day (comma|of)? mon (comma? yearword? year)? era?")
def day_month(m: Match) -> Result:
    """Read a day and month in words."""
    reading = compose(m)
    if reading is None or not fits(reading) or (m.get("era") == "bc" or following(m).lower() in ("ngày", "tuần", "tuổi")):
        return None
    if (
        not m.has("dayword")
        and not m.has("lunarday")
        and not m.has("year")
        and previous(m) in ("năm", "suốt", "trong", "khoảng", "hơn")
    ):
        return None  # "2 năm 3 tháng" tells how long
    if m.word_is("month", "tháng năm") and m.has("year") and not m.has("yearword") and not m.has("dayword"):
        return months_of(1, reading.day or 1, Reading(year=reading.year))  # "8 tháng năm 2022" are the first eight months
    return evolve(reading, lunar=m.get("era") == "lunar" or m.word_is("month", "tháng giêng", "tháng chạp"))


# ngày mười lăm tháng chín | ngày mùng một tháng mười | ngày hai mươi lăm tháng 12 năm 2022
@rule("dates.vi.day_in_words", "dayword? lunarday? numeral numeral? numeral? mon (comma? yearword? year)? era?")
def day_in_words(m: Match) -> Result:
    """Read a day written as number words."""
    if not m.has("dayword") and not m.has("lunarday"):
        return None
    words = m.where("numeral")
    if m.has("monthword") and not m.has("day"):
        words = words[:-1]
    day = number_of([m.value(index) for index in words])
    reading = compose(m)
    if reading is None or day is None:
        return None
    reading = evolve(reading, day=day, lunar=m.get("era") == "lunar" or m.word_is("month", "tháng giêng", "tháng chạp"))
    return reading if fits(reading) else None


# ngày 5-9-2022 | ngày 5-9 | sáng 5-9 | hôm nay (5-9) | 2-9-1945 | ngày 5 / 9
@rule(
    "dates.vi.day_dash_month",
    "(part? wday? dayword? lunarday? | (deictic | part which) (comma|paren) | cue) day (dash|slash|dot) day"
    " ((dash|slash|dot) year)?",
)
def day_dash_month(m: Match) -> Result:
    """Read a day and month with a dash between them, which a word before them tells from a range."""
    first, second = m.all("day")
    named = any(m.has(name) for name in ("part", "weekday", "dayword", "deictic", "cue"))
    if second > 12 or m.after(1) in ("/", "-", "%") or (not named and not m.has("year")):
        return None
    if not m.has("year") and (previous(m) in ("từ", "trong", "mỗi") or (m.text_at(m.first).lower() == "hôm")):
        return None  # "từ ngày 5-9" may be a range
    reading = Reading(day=first, month=second, year=m.get("year"), part=m.get("part"), weekday=m.get("weekday"))
    return reading if fits(reading) else None


# 05/09/2022 | ngày 5/9/2022 | sáng thứ Hai 5.9.2022 | 2022-09-05 | thứ Hai (5/9/2022) | hôm nay (5/9/2022)
@rule("dates.vi.numeric", "part? (wday paren? | (deictic | which) (comma|paren))? part? (dayword lunarday?)? (dmy|iso) era?")
def numeric(m: Match) -> Result:
    """Read a date in digits with its year."""
    if m.after(1) == "/" or m.before(1) == "/" or m.get("era") == "bc" or (m.has("dmy") and is_version(m)):
        return None
    return compose(m, lunar=m.get("era") == "lunar")


# ngày 5/9 | chiều 27/4 | thứ Hai, 5/9 | Ngày 5/9 tới | lễ 30/4 | 10/3 âm lịch
@rule("dates.vi.day_slash_month", "(cue < | (part? wday? (dayword lunarday?)?) part?) dm (which | era | paren era close)?")
def day_slash_month(m: Match) -> Result:
    """Read a day and month in digits."""
    if not digits_are_a_date(m) or m.get("era") == "bc":
        return None
    if m.kind(m.last - 1) != "which":
        return compose(m, lunar=m.get("era") == "lunar")
    belongs, direction = toward(m)
    reading = compose(m, toward=direction)
    return reading if belongs or reading is None else m.found(reading, m.first, m.last - 2)


# hôm nay (5/9) | chiều nay, 5/9 | sáng nay 5/9 | thứ Hai (5/9) | sáng hôm qua (5-9) | thứ Ba tuần này (6/9/2022)
@rule(
    "dates.vi.day_and_digits",
    "part? (weekday (unit which)? | dayword? deictic | which)"
    " (paren dayword? (dm | dmy | day dash day) close | comma? dayword? dm)",
)
def day_and_digits(m: Match) -> Result:
    """Read a day told twice: by a word and by its digits."""
    digits = m.where("dm", "dmy", "day")[0]
    if m.has("which") and not m.has("unit") and m.get("which") not in (0, -1):
        return None
    if m.kind(digits) == "day":
        day, month = m.all("day")
        reading = Reading(day=day, month=month, part=m.get("part")) if month <= 12 else None
    else:
        reading = compose(m)
    return reading if reading and fits(reading) and m.after(1) not in ("/", "%") else None


# tháng 9/2022 | 9/2022 | tháng 9 năm 2022 | tháng 9-2022 | tháng Chín năm 2022 | đầu tháng 9/2022
@rule("dates.vi.month_year", "edge? (monthword? my | mon (comma|of|dash|slash)? yearword? year) era?")
def month_year(m: Match) -> Result:
    """Read a month and year."""
    if m.has("my") and not m.has("monthword") and not digits_are_a_date(m):
        return None
    reading = compose(m)
    if reading is None or not month_is_meant(m) or m.after(1) == "/":
        return None
    return evolve(reading, lunar=m.get("era") == "lunar" or m.word_is("month", "tháng giêng", "tháng chạp"))


# tháng 9 | đầu tháng Chín | tháng 9 tới | tháng Giêng | tháng 8 âm lịch
@rule("dates.vi.month", "edge? mon (which | era)?")
def month(m: Match) -> Result:
    """Read a month alone."""
    reading = compose(m)
    if reading is None or not month_is_meant(m) or m.get("era") == "bc":
        return None
    if m.has("which"):
        belongs, direction = toward(m, whole=True)
        if not belongs:
            return m.found(reading, m.first, m.last - 2)
        if m.get("which") == 0:
            return evolve(reading, shift=("year", 0))
        return evolve(reading, toward=direction)
    return evolve(reading, lunar=m.get("era") == "lunar" or m.word_is("month", "tháng giêng", "tháng chạp"))


# năm 2022 | đầu năm 2022 | (2022) | từ 1975 | APEC 2017 | năm 938
@rule("dates.vi.year", "(from|to|between)? < edge? yearword? year")
def year(m: Match) -> Result:
    """Read a year."""
    if m.has("edge") and m.word("edge").lower().startswith("nửa"):
        return None  # half a year
    return compose(m) if year_is_meant(m) else None


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


# thứ Hai | sáng thứ Ba | thứ Sáu tuần trước | Chủ nhật tới | chiều thứ Năm này | thứ Hai của tuần tới
@rule("dates.vi.weekday", "(dayword|in)? < part? dayword? weekday ((of? unit)? which)?")
def weekday(m: Match) -> Result:
    """Read a weekday, or one of last, this or next week."""
    if not weekday_is_meant(m) or m.get("unit") == "weekend":
        return None
    reading = Reading(weekday=m.get("weekday"), part=m.get("part"))
    which = m.get("which")
    if m.has("unit"):
        return evolve(reading, shift=("week", which))
    if which is None:
        return reading
    belongs, direction = toward(m, whole=True)
    if not belongs:
        return m.found(reading, m.first, m.last - 2)
    return evolve(reading, toward=direction, this=which == 0)


# rằm tháng Giêng | mùng 3 Tết | 30 Tết | đêm 30 Tết | mùng một Tết | rằm tháng 7 | mùng 10 tháng 3 âm lịch
@rule("dates.vi.lunar", "part? dayword? (lunarday numeral? day? | day | numeral) (tet | mon) (yearword? year)? era?")
def lunar(m: Match) -> Result:
    """Read a day of the lunar calendar, marked as such."""
    moon, tet = m.get("lunarday") == "rằm", m.has("tet")
    if not (moon or tet or m.get("era") == "lunar"):
        return None
    numbers = m.all("day", "numeral")
    month = numbers.pop() if m.has("monthword") else (m.get("month") or 1)
    day = 15 if moon else (numbers[0] if numbers else None)
    if day is None or month > 12 or day > 30:
        return None
    return Reading(year=m.get("year"), month=12 if tet and day >= 23 else month, day=day, part=m.get("part"), lunar=True)
