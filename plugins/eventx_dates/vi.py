"""Vietnamese rules for dates that the text writes out: days, months and years, and weekdays."""

from __future__ import annotations

from eventx import evolve, language_data
from eventx_dates.compose import compose, fits, full_year, is_version, months_of, number_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Found, Reading
from eventx_dates.vi_series import behind_nth
from eventx_dates.vietnamese import (
    begins_with,
    counts_on,
    digits_are_a_date,
    following,
    in_set,
    is_a,
    is_lunar,
    is_range,
    is_rate,
    last_century,
    month_is_meant,
    of_a_feast,
    previous,
    toward,
    weekday_is_meant,
)

_FIVE = 5  # "năm" is five too
# năm 2022 | , 2022 | năm Mậu Thân 1968 | năm Kỷ Dậu (1789) | năm Giáp Tuất
_YEAR = "(comma? yearword? (canchi paren year close | canchi? year) | comma? yearword canchi)"


# ngày 5 tháng 9 năm 2022 | 5 tháng 9 | thứ Hai, ngày 5 tháng Chín | sáng mùng 5 tháng 9 | ngày 5 tháng 9, 2022
# mùng 10 tháng 3 (âm lịch)
@rule("dates.vi.day_month", f"part? wday? dayword? lunarday? day (comma|of)? mon {_YEAR}? (era | paren era close | which)?")
def day_month(m: Match) -> Result:
    """Read a day and month in words."""
    reading = compose(m)
    if reading is None or not fits(reading) or m.get("era") == "bc" or in_set(following(m), "units_behind"):
        return None
    bare = not (m.has("dayword") or m.has("lunarday") or m.has("part") or m.has("weekday"))
    if bare and ((not m.has("year") and in_set(previous(m), "span")) or in_set(previous(m), "roads") or is_rate(m)):
        return None  # "2 năm 3 tháng" tells how long; đường 30 tháng 4; kỳ hạn 6 tháng 5,5%
    if bare and in_set(previous(m), "numbered"):
        return None  # "kỳ 2 tháng 4"
    if is_a(m, "month", "month_or_year") and m.has("year") and not m.has("yearword") and not m.has("dayword"):
        return months_of(1, reading.day or 1, Reading(year=reading.year))  # "8 tháng năm 2022" are the first eight months
    reading = evolve(reading, lunar=is_lunar(m))
    first = behind_nth(m)
    if not first:
        return _directed(m, reading)
    # hội nghị lần thứ 8 |tháng 5 vừa qua|; lần thứ hai |ngày 8 tháng 5|
    told = _directed(m, evolve(reading, weekday=None) if m.has("weekday") else evolve(reading, day=None))
    return m.found(told, first, m.last - 1) if isinstance(told, Reading) else m.found(told.reading, first, m.last - 2)


def _directed(m: Match, reading: Reading) -> Reading | Found:
    """Return a day, with the direction that a word behind it gives, if that word belongs to it and does not stand for itself."""
    if m.kind(m.last - 1) != "which":
        past = is_a(m, "dayword", "told") and not reading.year and not reading.lunar
        return evolve(reading, toward="past", this=True) if past else reading
    belongs, direction = toward(m)
    if belongs and not reading.year:
        return evolve(reading, toward=direction)
    return m.found(reading, m.first, m.last - 2)


# ngày mười lăm tháng chín | ngày mùng một tháng mười | ngày hai mươi lăm tháng 12 năm 2022
@rule("dates.vi.day_in_words", f"dayword? lunarday? (numeral numeral? (numeral | which)? | yearword) mon {_YEAR}? era?")
def day_in_words(m: Match) -> Result:
    """Read a day written as number words."""
    if not m.has("dayword") and not m.has("lunarday"):
        return None
    words = m.where("numeral")
    if m.has("monthword") and not m.has("day"):
        words = words[:-1]
    numerals = language_data("vi").numerals
    ones = [
        number for index in m.where("which") if (number := numerals.get(m.text_at(index).lower()))
    ]  # "hai mươi mốt", not "ngày mốt"
    if m.has("which") and not ones:
        return None
    day = number_of([*(m.value(index) for index in words), *ones]) or (
        _FIVE if m.where("yearword")[:1] < m.where("month", "monthword") else None
    )
    reading = compose(m)
    if reading is None or day is None:
        return None
    reading = evolve(reading, day=day, lunar=is_lunar(m))
    return reading if fits(reading) else None


# ngày 5-9-2022 | ngày 5-9 | sáng 5-9 | hôm nay (5-9) | 2-9-1945 | ngày 5 / 9 | ngày 10-3 âm lịch
@rule(
    "dates.vi.day_dash_month",
    "(part? wday? dayword? lunarday? | (deictic | part which) (comma|paren)? | (cue|holiday|from|to) <) day (dash|slash|dot) day"
    " ((dash|slash|dot) (year|count|day))? (which | era | paren era close)?",
)
def day_dash_month(m: Match) -> Result:
    """Read a day and month with a dash between them, which a word before them tells from a range."""
    first, second, *short = m.all("day")
    year = m.get("year") or (full_year(f"{short[0]:02}") if short and m.has("dayword") else last_century(m.get("count")))
    if (year is None and (short or m.has("count"))) or m.get("era") == "bc":
        return None
    alone = not m.before(2).strip() and not m.after(3).strip()
    named = alone or any(m.has(name) for name in ("part", "weekday", "dayword", "deictic", "cue", "holiday")) or of_a_feast(m)
    if second > 12 or m.after(1) in ("/", "-", "%") or not (named or year or not is_range(m, first, second)):
        return None
    if not year and not m.has("dayword") and in_set(previous(m), "ranging") and (counts_on(m) or first < second):
        return None  # "trong sáng 5-9" may be a range
    lunar = m.get("era") == "lunar"
    reading = Reading(day=first, month=second, year=year, part=m.get("part"), weekday=m.get("weekday"), lunar=lunar)
    return _directed(m, reading) if fits(reading) else None


# 05/09/2022 | ngày 5/9/2022 | sáng thứ Hai 5.9.2022 | 2022-09-05 | thứ Hai (5/9/2022) | hôm nay (5/9/2022)
@rule("dates.vi.numeric", "part? (wday paren? | (deictic | which) (comma|paren))? part? (dayword lunarday?)? (dmy|iso) era?")
def numeric(m: Match) -> Result:
    """Read a date in digits with its year."""
    if m.after(1) == "/" or m.before(1) == "/" or m.get("era") == "bc" or (m.has("dmy") and is_version(m)):
        return None
    if m.has("which") and m.word("which") not in LEXICON.table("vi", "near"):
        return None  # "hội nghị này, sáng 5/9/2022"
    return compose(m, lunar=m.get("era") == "lunar")


# sáng 18/4 (tức *ngày 10/3 năm Giáp Thìn*)
def _restates(m: Match) -> bool:
    """Tell whether a day of the old calendar only tells the one before it again."""
    return any(in_set(word.strip("("), "restating") for word in m.before(14).lower().split()[-2:])


# Đối thoại lần thứ 6 \n *Ngày 8/5*, tại Hà Nội
# ngày 5/9 | chiều 27/4 | thứ Hai, 5/9 | Ngày 5/9 tới | lễ 30/4 | 10/3 âm lịch | ngày 5/9 năm 2022 | ngày 10/3 năm Giáp Thìn
# Quốc tế Thiếu nhi 1/6
@rule(
    "dates.vi.day_slash_month",
    "((cue|holiday) < | (part? wday? dayword? lunarday?) part?) dm (yearword (year|canchi))? (which | era | paren era close)?",
)
def day_slash_month(m: Match) -> Result:
    """Read a day and month in digits."""
    if not digits_are_a_date(m) or m.get("era") == "bc" or (m.has("canchi") and _restates(m)):
        return None  # "sáng 18/4 (tức ngày 10/3 năm Giáp Thìn)" is the day before it
    reading = compose(m, lunar=m.get("era") == "lunar" or m.has("canchi"))
    if reading and m.has("weekday") and (opens := behind_nth(m)):
        # a headline's "lần thứ 6" before "Ngày 8/5"
        reading = evolve(reading, weekday=None)
        return m.found(reading, opens, m.last - 1) if fits(reading) else None
    return _directed(m, reading) if reading and fits(reading) else None


# hôm nay (5/9) | chiều nay, 5/9 | thứ Tư - 15/5 | sáng nay 5/9 | thứ Hai (5/9) | sáng hôm qua (5-9) | thứ Ba tuần này (6/9/2022)
@rule(
    "dates.vi.day_and_digits",
    "part? (dayword? weekday (unit which)? | dayword? deictic | which)"
    " (paren dayword? (dm | dmy | day dash day (dash year)?) close | (comma|dash)? dayword? dm)",
)
def day_and_digits(m: Match) -> Result:
    """Read a day told twice: by a word and by its digits."""
    digits = m.where("dm", "dmy", "day")[0]
    counted = m.has("weekday") and begins_with(m.word("weekday"), "the") and m.word("weekday").islower()
    if counted and in_set(previous(m), "nth_of"):
        return None  # "ngày làm việc thứ hai (16/5)"
    if m.kind(digits) == "dm" and m.has("dash") and counts_on(m):
        return None  # "thứ Năm - 2/3 số người nghỉ"
    if m.has("which") and not m.has("unit") and m.word("which") not in LEXICON.table("vi", "near"):
        return None
    if m.kind(digits) == "day":
        day, month = m.all("day")
        reading = Reading(day=day, month=month, year=m.get("year"), part=m.get("part")) if month <= 12 else None
    else:
        reading = compose(m)
    if reading and counted and m.has("dayword"):
        reading = evolve(reading, weekday=None)  # "ngày thứ hai (16/5)" may be the second
    return reading if reading and fits(reading) and m.after(1) not in ("/", "%") else None


# tháng 9/2022 | 9/2022 | tháng 9 năm 2022 | tháng 9-2022 | tháng Chín năm 2022 | đầu tháng 9/2022
@rule("dates.vi.month_year", f"edge? (monthword? my | mon ((of|dash|slash)? yearword? year | {_YEAR})) era?")
def month_year(m: Match) -> Result:
    """Read a month and year."""
    if m.has("my") and not m.has("monthword") and not digits_are_a_date(m):
        return None
    reading = compose(m)
    if reading is None or not month_is_meant(m) or m.after(1) == "/":
        return None
    return evolve(reading, lunar=is_lunar(m))


# tháng 5/24 | tháng 12/19
@rule("dates.vi.month_short_year", "edge? monthword dm")
def month_short_year(m: Match) -> Result:
    """Read a month and the last two digits of its year."""
    month, year, mark = m.get("dm")
    if mark != "/" or not 1 <= month <= 12 or year < 13 or m.after(1) in ("/", "-"):
        return None
    return Reading(year=f"{2000 + year if year < 50 else 1900 + year}", month=month, modifier=m.get("edge"))


# T5/2024 | T12/2024 | Q1/2024 | H1 2024
@rule("dates.vi.short_month", "(weekday slash year | half slash? yearword? year)")
def short_month(m: Match) -> Result:
    """Read a month, quarter or half-year written with a letter and digits, and its year."""
    if m.has("half"):
        return Reading(year=m.get("year"), month=m.get("half"))
    month = m.get("weekday") + 1
    return Reading(year=m.get("year"), month=month) if m.word("weekday")[1:] == f"{month}" else None


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
        return evolve(reading, toward=direction, this=in_set(m.word("which"), "just_past"))
    return evolve(reading, lunar=is_lunar(m))


# ngày 30 tháng 4 năm 75
@rule("dates.vi.day_month_short_year", "part? wday? dayword lunarday? day mon yearword (count|day)")
def day_month_short_year(m: Match) -> Result:
    """Read a day and month with the last two digits of the year."""
    reading, number = compose(m, None, m.last - 2), m.value(m.last - 1)
    if reading is None or not fits(reading) or number > 99 or counts_on(m):
        return None
    return evolve(reading, year=full_year(f"{number:02}"))


# vụ khủng bố 11/9 | sự kiện 11-9
@rule("dates.vi.attacks", "(dm | day dash day)")
def attacks(m: Match) -> Result:
    """Read the day of the attacks of 2001, which is a name."""
    words = m.before(24).lower().split()
    if m.surface not in ("11/9", "11-9") or not any(in_set(word, "terror") for word in (*words[-1:], " ".join(words[-2:]))):
        return None
    return Reading(year="2001", month=9, day=11, named=True) if words[-1] != "sau" else None


# thứ Hai | sáng thứ Ba | thứ Sáu tuần trước | Chủ nhật tới | chiều thứ Năm này | thứ Hai của tuần tới
@rule("dates.vi.weekday", "in? dayword? < part? dayword? weekday ((of? edge? unit)? which)?")
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
    return evolve(reading, toward=direction, this=which >= 0)


# rằm tháng Giêng | mùng 3 Tết | 30 Tết | đêm 30 Tết | mùng 5 Tết Kỷ Dậu (1789) | rằm tháng 7 | mùng 10 tháng 3 âm lịch
@rule(
    "dates.vi.lunar",
    f"part? dayword? (lunarday numeral? day? | day | numeral) (tet canchi? (paren year close)? | mon) {_YEAR}? era?",
)
def lunar(m: Match) -> Result:
    """Read a day of the lunar calendar, marked as such."""
    moon, tet = m.get("lunarday") == "full_moon", m.has("tet")
    if not (moon or tet or m.get("era") == "lunar"):
        return None
    numbers = m.all("day", "numeral")
    month = numbers.pop() if m.has("monthword") else (m.get("month") or 1)
    day = 15 if moon else (numbers[0] if numbers else None)
    if day is None or month > 12 or day > 30:
        return None
    return Reading(year=m.get("year"), month=12 if tet and day >= 23 else month, day=day, part=m.get("part"), lunar=True)
