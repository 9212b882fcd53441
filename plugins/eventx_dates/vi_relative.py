"""Vietnamese rules for dates told from another day."""

from __future__ import annotations

import re
from functools import cache

from eventx import evolve
from eventx_dates.compose import compose, fits, number_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Base, Reading, Unit
from eventx_dates.vietnamese import (
    begins_with,
    counts_on,
    following,
    in_set,
    is_a,
    is_lunar,
    month_is_meant,
    previous,
    tells_from,
    value_of,
)

_MARKS = (",", ";", ":", "“", '"')  # before a small "mai" that is told by the way: "hôm nay nghỉ, mai đi"
_MONTHS = 12
_FIRST_DAYS = 10  # the days of a month that are called "mùng"
_LIST = 48  # characters of a list of days, at most
_UNITS = ("dayword", "unit", "monthword", "yearword", "quarter", "decadeword", "centuryword")
ANY_UNIT = "(dayword|unit|monthword|yearword|quarter|decadeword|centuryword)"


# hôm nay | sáng hôm qua | ngày mai | chiều nay | tối qua | sáng mai | chiều ngày hôm qua | SÁNG NAY
@rule("dates.vi.deictic", "part? dayword? deictic | part which")
def deictic(m: Match) -> Result:
    """Read a day named from the day of publication."""
    part, shift = m.get("part"), m.get("deictic")
    if shift == 0 and in_set(previous(m), "gathering"):  # "cuộc hội đàm hôm nay" is on its own day
        return Reading(shift=("day", 0), base="text", part=part)
    if shift is None:
        shift = m.get("which")
        if (
            not in_set(m.word("which"), "near")
            or not (m.word("which").islower() or m.surface.isupper())
            or (shift and in_set(previous(m), "shine"))
            or in_set(following(m), "crossing")
        ):
            return None
    elif begins_with(m.word("deictic"), "early_day"):
        part = "morning"
    return Reading(shift=("day", shift), part=part)


# mấy hôm nay | hai bữa nay, but not "bão số 3 hôm nay" | một ngày kia | một ngày mai tươi sáng
@rule("dates.vi.days_now", "(plural | numeral) deictic")
def days_now(m: Match) -> Result:
    """Read how long something has lasted, or some day that is to come, which are no dates."""
    some_day = m.get("numeral") == 1 and begins_with(m.word("deictic"), "day_word")
    return () if m.get("deictic") == 0 or some_day else None


# hồi hôm, but not "hồi hôm thứ Hai", "hồi hôm qua", "hồi hôm 5/9"
@rule("dates.vi.last_night", "in dayword")
def last_night(m: Match) -> Result:
    """Read what the South calls last night."""
    behind = following(m)
    if not in_set(m.surface, "last_night") or behind[:1].isdigit() or behind[:1].isupper() or in_set(behind, "goes_with_hom"):
        return None
    return Reading(shift=("day", -1))


# ngày tiếp theo | ngày kế tiếp
@rule("dates.vi.next_day", "part? dayword which")
def next_day(m: Match) -> Result:
    """Read the day after the one last spoken of."""
    if not in_set(m.word("which"), "next_in_line") or not is_a(m, "dayword", "day_word"):
        return None
    return Reading(shift=("day", 1), base="told", part=m.get("part"))


# mai | mai đi Huế | mốt họp lúc 9h
@rule("dates.vi.tomorrow", "which")
def tomorrow(m: Match) -> Result:
    """Read a bare word for tomorrow or the day after, as people write in messages: at the start, before what will be done."""
    word, behind = m.surface, following(m)
    days = value_of(word, "days_ahead")
    if days is None or (word[0].isupper() and m.first):
        return None
    aside = word.islower() and m.before(2).strip() in _MARKS
    begins = not m.before(2).strip(' \n"“(') or aside or in_set(previous(m), "before_days_ahead")
    if not begins or not (m.after(3).strip(" .?!") == "" or in_set(behind, "chat") or behind[:1].isdigit()):
        return None
    return Reading(shift=("day", days))


# cùng ngày | chiều cùng ngày | hôm đó | cùng năm | tháng đó | năm ấy | ngày đó
@rule("dates.vi.same", "part? dayword? same that? | (part|edge)? (dayword|unit|monthword|yearword) that | part that")
def same(m: Match) -> Result:
    """Read the unit that holds the date last spoken of."""
    unit: Unit = m.get("same") or m.get(*_UNITS) or "day"
    if unit == "weekend" or (unit == "month" and in_set(previous(m), "years_and")):
        return None  # "những năm tháng ấy"
    told = m.has("that") or in_set(m.word("same").split()[-1], "that")  # "hôm đó" is nobody's day where none was told
    base: Base = "told" if told else "previous"
    month = value_of(m.word("edge"), "halves") if m.has("edge") and unit == "year" else None
    modifier = None if month else m.get("edge")
    return Reading(shift=(unit, 0), base=base, month=month, part=m.get("part"), modifier=modifier)


# ngày này năm 1945 | ngày này năm ngoái | cùng ngày năm ngoái | tháng này năm ngoái
@rule("dates.vi.day_of_other_year", "(dayword which | monthword which | same) yearword (year | which | earlier)")
def day_of_other_year(m: Match) -> Result:
    """Read the day or month of publication, or of the date last spoken of, in another year."""
    unit: Unit = m.get("same") or ("day" if m.has("dayword") else "month")
    here = m.has("same") or is_a(m, "which", "this_one")
    if not here or unit not in ("day", "month"):
        return None
    base: Base = "text" if m.has("same") else "publication"
    if m.has("year"):
        return Reading(shift=(unit, 0), base=base, year=m.get("year"))
    years = -1 if m.has("earlier") else m.value(m.last - 1)
    return Reading(shift=(unit, 0), base=base, offset=("year", years)) if years else None


# hôm sau | ngày hôm trước | sáng hôm sau
@rule("dates.vi.distance", "part? distance")
def distance(m: Match) -> Result:
    """Read the day before or after the one last spoken of."""
    return Reading(shift=("day", m.get("distance")), base="text", part=m.get("part"))


# ngày sau đó | năm trước đó | tuần sau đó
@rule("dates.vi.unit_later", "(dayword|unit|monthword|yearword) (later|earlier)")
def unit_later(m: Match) -> Result:
    """Read the unit before or after the date last spoken of."""
    if m.get("unit") == "weekend":
        return None
    return Reading(shift=(m.get(*_UNITS), 1 if m.has("later") else -1), base="text")


# cách đây 3 năm | cách đây hai tuần | cách đây khoảng 5 tháng
@rule("dates.vi.ago", f"ago about? (num|yearword) {ANY_UNIT}")
def ago(m: Match) -> Result:
    """Read so many units before publication."""
    return _counted(m, -1, "publication")


# 3 năm trước | hai ngày trước | 3 năm trước đây | 2 tuần trước đó | một tuần sau đó | ba ngày sau | 5 ngày nữa
@rule("dates.vi.counted", f"(num|plural|yearword) {ANY_UNIT} (which|ago|later|earlier|hence)")
def counted(m: Match) -> Result:
    """Read so many units before or after publication or the date last spoken of; "5 năm qua" tells how long."""
    word = m.text_at(m.last - 1).lower()
    begins = m.before(2).strip() in ("", ".", "!", "?")
    if m.kind(m.first) == "yearword" and (previous(m).isdigit() or (m.surface[0].isupper() and not begins)):
        return None  # "năm" is five only where it does not end "mười năm"
    if m.has("plural") or (m.has("which") and (not in_set(word, "beside_now") or tells_from(m))):
        return ()
    if m.has("later") or in_set(word, "next_one"):
        return _counted(m, 1, "text")
    if m.has("earlier"):
        return _counted(m, -1, "text")
    return _counted(m, 1 if m.has("hence") else -1, "publication")


# ba hôm trước | hai hôm sau | mấy hôm trước
@rule("dates.vi.counted_days", "(num|plural) distance")
def counted_days(m: Match) -> Result:
    """Read so many days before publication or after the day last spoken of."""
    if m.has("plural") or begins_with(m.word("distance"), "day_word"):
        return ()
    number = m.get("day", "count") or number_of(m.all("numeral")) or 1
    amount = m.get("distance")
    return Reading(shift=("day", number * amount), base="text" if amount > 0 else "publication")


# trước đó một ngày | sau đó hai năm
@rule("dates.vi.later_counted", "(later|earlier) num (dayword|unit|monthword|yearword)")
def later_counted(m: Match) -> Result:
    """Read so many units after or before the date last spoken of."""
    return _counted(m, 1 if m.has("later") else -1, "text")


# sang năm | Sang năm anh ấy sẽ về | dự kiến sang năm hoàn thành
@rule("dates.vi.sang_nam", "cue yearword")
def sang_nam(m: Match) -> Result:
    """Read next year; "sang năm 2023" is just that year, and "sang năm nước" is where somebody goes."""
    behind = following(m)
    if not is_a(m, "cue", "cue") or m.after(1) not in (",", ".", ";", "", " "):
        return None
    if m.after(1) == " " and (not behind[:1].isalpha() or behind[:1].isupper() or in_set(behind, "after_five")):
        return None
    return Reading(shift=("year", 1))


def _counted(m: Match, sign: int, base: Base) -> Reading | None:
    """Return the unit that lies so many units away."""
    number = m.get("day", "count") or number_of(m.all("numeral"))
    units = m.where(*_UNITS)
    unit = m.value(units[-1])
    if number is None and len(units) == 2:
        number = 5  # "năm" is five here: cách đây năm ngày
    if not isinstance(number, int) or unit == "weekend":
        return None
    return Reading(shift=(unit, sign * number), base=base, approximate=m.has("about"))


# tháng 12 năm ngoái | ngày 5/9 năm nay | mùa hè năm nay | 5 tháng 9 năm ngoái | cuối tháng 9 năm trước | tháng 5 cùng năm
# ngày 5-8 năm sau
@rule(
    "dates.vi.of_which_year",
    "edge? (part? dayword? lunarday? dm | part? dayword? lunarday? day mon | part? dayword day dash day | mon | season)"
    " (of? yearword (which | that) | same | cue yearword)",
)
def of_which_year(m: Match) -> Result:
    """Read a day or month of last, this or next year, or of the year last spoken of."""
    reading = compose(m)
    if reading is not None and m.has("dash"):
        day, month = m.all("day")
        reading = evolve(reading, day=day, month=month) if month <= _MONTHS else None
    if reading is None or not fits(reading) or not (m.has("season") or m.has("dm") or m.has("dash") or month_is_meant(m)):
        return None
    if m.has("same") and m.get("same") != "year":
        return None
    reading = evolve(reading, lunar=is_lunar(m))
    if m.has("cue"):
        return evolve(reading, shift=("year", 1), order=None) if is_a(m, "cue", "cue") else None
    if m.has("which"):
        base: Base = "story" if is_a(m, "which", "next_one") else "publication"
        return evolve(reading, shift=("year", m.get("which")), base=base, order=None)
    return evolve(reading, shift=("year", 0), base="previous", order=None)


# ngày 5 tháng này | ngày 15 tháng trước | ngày 5 tháng sau | ngày 20 cùng tháng | ngày 20 này
@rule("dates.vi.day_of_which_month", "part? (dayword lunarday? | lunarday) day (of? monthword (which | that) | same | which)")
def day_of_which_month(m: Match) -> Result:
    """Read a day of last, this or next month, or of the month last spoken of."""
    if m.has("same") and m.get("same") != "month":
        return None
    if m.has("which") and not m.has("monthword") and not is_a(m, "which", "this_one"):
        return None
    base: Base = "publication" if m.has("which") else "previous"
    return Reading(shift=("month", m.get("which") or 0), base=base, day=m.get("day"), part=m.get("part"))


# ngày 15 | ngày mùng 5 | sáng ngày 15 | Chiều 26 pháo bắn | ngày 19 ở Huế | ngày 13 vừa qua | ngày 20 tới; not "tới Hà Nội"
@rule("dates.vi.day_alone", "part? wday? dayword? lunarday? day which?")
def day_alone(m: Match) -> Result:
    """Read a day whose month the text tells elsewhere."""
    after, behind = m.after(1), following(m)
    told = m.has("dayword") and _is_of_sun(m) if m.has("lunarday") else m.has("dayword") or m.has("part")
    if not told or is_a(m, "dayword", "told"):
        return None
    if in_set(previous(m), "plural") or previous(m).isdigit() or m.after(2).strip(", ")[:1].isdigit():
        return None
    if _listed().match(m.after(_LIST)):
        return None
    begins = m.surface[0].isupper()
    if not m.has("dayword") and not (begins and (after == "," or after.isspace())):
        return None
    closed = after in (",", ".", ";", ")", "")
    reading = Reading(day=m.get("day"), part=m.get("part"), weekday=m.get("weekday"))
    if m.has("which"):
        told = m.get("which") and m.has("dayword") and (closed or " " in m.word("which"))
        return evolve(reading, toward="past" if m.get("which") < 0 else "future") if told else None
    return reading if closed or in_set(behind, "where_when") or (begins and after == " " and _tells(m, behind)) else None


def _is_of_sun(m: Match) -> bool:
    """Tell whether "ngày mùng 5" is of the calendar of the sun: no day of Tết, and none of a text of the moon's days."""
    text = m.run.text
    of_moon = LEXICON.table("vi", "of_moon")
    return m.get("lunarday") != "rằm" and int(m.get("day")) <= _FIRST_DAYS and not any(word in text for word in of_moon)


@cache
def _listed() -> re.Pattern[str]:
    """Return what goes on to tell days of a month behind a day: ", 6, 7/9", ", 6 và 7-9", ", 6 tháng 9"."""
    return re.compile(r"(?:, ?[0-9]{1,2}){0,9}(?:, ?| và )(?:ngày )?[0-9]{1,2}(?:[/-][0-9]| tháng [0-9]| tháng \w+ năm)")


def _tells(m: Match, behind: str) -> bool:
    """Tell whether the word behind a day goes on to tell what was done, and does not say what was counted."""
    return behind[:1].islower() and not counts_on(m) and not in_set(behind, "hours")
