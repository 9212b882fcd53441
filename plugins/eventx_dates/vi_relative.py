"""Vietnamese rules for dates told from another day."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, number_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Base, Reading
from eventx_dates.vietnamese import following, in_set, month_is_meant, previous

_UNITS = ("dayword", "unit", "monthword", "yearword", "quarter", "decadeword", "centuryword")
_ANY = "(dayword|unit|monthword|yearword|quarter|decadeword|centuryword)"


# hôm nay | sáng hôm qua | ngày mai | chiều nay | tối qua | sáng mai | chiều ngày hôm qua
@rule("dates.vi.deictic", "part? dayword? deictic | part which")
def deictic(m: Match) -> Result:
    """Read a day named from the day of publication."""
    part, shift = m.get("part"), m.get("deictic")
    if shift == 0 and in_set(previous(m), "gathering"):  # "cuộc hội đàm hôm nay" is on its own day
        return Reading(shift=("day", 0), base="text", part=part)
    if shift is None:
        word = m.word("which")
        shift = {"nay": 0, "qua": -1, "mai": 1}.get(word)
        if (
            shift is None
            or (shift and in_set(previous(m), "shine"))
            or following(m).lower() in ("lại", "điện", "mạng", "khe", "đường")
        ):
            return None
    return Reading(shift=("day", shift), part=part)


# cùng ngày | chiều cùng ngày | hôm đó | cùng năm | tháng đó | năm ấy | ngày đó
@rule("dates.vi.same", "part? dayword? same | part? (dayword|unit|monthword|yearword) that")
def same(m: Match) -> Result:
    """Read the unit that holds the date last spoken of."""
    unit = m.get("same") or m.get(*_UNITS)
    return Reading(shift=(unit, 0), base="previous", part=m.get("part")) if unit != "weekend" else None


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
@rule("dates.vi.ago", f"ago about? (num|yearword) {_ANY}")
def ago(m: Match) -> Result:
    """Read so many units before publication."""
    return _counted(m, -1, "publication")


# 3 năm trước | hai ngày trước | 3 năm trước đây | 2 tuần trước đó | một tuần sau đó | ba ngày sau | 5 ngày nữa
@rule("dates.vi.counted", f"(num|plural) {_ANY} (which|ago|later|earlier|hence)")
def counted(m: Match) -> Result:
    """Read so many units before or after publication or the date last spoken of; "5 năm qua" tells how long."""
    word = m.text_at(m.last - 1).lower()
    behind = following(m).lower()
    if m.has("plural") or (m.has("which") and (word not in ("trước", "sau") or behind in ("khi", "ngày", "đại", "cách"))):
        return ()
    if m.has("later") or word == "sau":
        return _counted(m, 1, "text")
    if m.has("earlier"):
        return _counted(m, -1, "text")
    return _counted(m, 1 if m.has("hence") else -1, "publication")


# ba hôm trước | hai hôm sau | mấy hôm trước
@rule("dates.vi.counted_days", "(num|plural) distance")
def counted_days(m: Match) -> Result:
    """Read so many days before publication or after the day last spoken of."""
    if m.has("plural") or "ngày" in m.word("distance").lower():
        return ()
    number = m.get("day", "count") or number_of(m.all("numeral")) or 1
    amount = m.get("distance")
    return Reading(shift=("day", number * amount), base="text" if amount > 0 else "publication")


# trước đó một ngày | sau đó hai năm
@rule("dates.vi.later_counted", "(later|earlier) num (dayword|unit|monthword|yearword)")
def later_counted(m: Match) -> Result:
    """Read so many units after or before the date last spoken of."""
    return _counted(m, 1 if m.has("later") else -1, "text")


# sang năm
@rule("dates.vi.sang_nam", "cue yearword")
def sang_nam(m: Match) -> Result:
    """Read next year; "sang năm 2023" is just that year."""
    if m.get("cue") != "sang" or not (m.after(1) in (",", ".", ";", "") or in_set(following(m), "goes_on")):
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
@rule(
    "dates.vi.of_which_year",
    "edge? (part? dayword? lunarday? dm | part? dayword? lunarday? day mon | mon | season) (of? yearword (which | that) | same)",
)
def of_which_year(m: Match) -> Result:
    """Read a day or month of last, this or next year, or of the year last spoken of."""
    reading = compose(m)
    if reading is None or not fits(reading) or not (m.has("season") or m.has("dm") or month_is_meant(m)):
        return None
    if m.has("same") and m.get("same") != "year":
        return None
    if m.has("which"):
        return evolve(reading, shift=("year", m.get("which")), order=None)
    return evolve(reading, shift=("year", 0), base="previous", order=None)


# ngày 5 tháng này | ngày 15 tháng trước | ngày 5 tháng sau | ngày 20 cùng tháng
@rule("dates.vi.day_of_which_month", "part? dayword lunarday? day (of? monthword (which | that) | same)")
def day_of_which_month(m: Match) -> Result:
    """Read a day of last, this or next month, or of the month last spoken of."""
    if m.has("same") and m.get("same") != "month":
        return None
    base: Base = "publication" if m.has("which") else "previous"
    return Reading(shift=("month", m.get("which") or 0), base=base, day=m.get("day"), part=m.get("part"))


# ngày 15 | sáng ngày 15
@rule("dates.vi.day_alone", "part? wday? dayword lunarday? day")
def day_alone(m: Match) -> Result:
    """Read a day whose month the text tells elsewhere."""
    word = m.word("dayword").lower()
    if word != "ngày" or m.after(1) not in (",", ".", ";", ")", "") or in_set(previous(m), "plural") or previous(m).isdigit():
        return None
    return Reading(day=m.get("day"), part=m.get("part"), weekday=m.get("weekday"))
