"""Vietnamese rules for dates told from another date or by a larger whole."""

from __future__ import annotations

import attrs

from eventx_dates.compose import compose
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Interval, Reading, Unit
from eventx_dates.vietnamese import month_is_meant

_UNITS = ("dayword", "unit", "monthword", "yearword", "decadeword", "centuryword", "quarter")


# hôm nay | sáng hôm qua | ngày mai | chiều nay | tối qua | sáng mai
@rule("dates.vi.deictic", "part? dayword? deictic | part which")
def deictic(m: Match) -> Result:
    """Read a day named from the day of publication."""
    part = m.get("part")
    shift = m.get("deictic")
    if shift is None:
        word = m.word("which").lower()
        shift = {"nay": 0, "qua": -1, "mai": 1}.get(word)
        if shift is None:
            return None
    return Reading(shift=("day", shift), part=part)


# cùng ngày | chiều cùng ngày | hôm đó | cùng năm | tháng đó
@rule("dates.vi.same", "part? dayword? same")
def same(m: Match) -> Result:
    """Read the unit that holds the date last spoken of."""
    return Reading(shift=(m.get("same"), 0), base="text", part=m.get("part"))


# hôm sau | ngày hôm trước | sáng hôm sau
@rule("dates.vi.distance", "part? distance")
def distance(m: Match) -> Result:
    """Read the day before or after the one last spoken of."""
    return Reading(shift=("day", m.get("distance")), base="text", part=m.get("part"))


# tuần trước | năm ngoái | tháng tới | năm nay | cuối tuần này | cuối năm ngoái | quý này | thế kỷ này
@rule("dates.vi.which_unit", "edge? (unit|monthword|yearword|quarter|decadeword|centuryword) which")
def which_unit(m: Match) -> Result:
    """Read a week, month, quarter, year, decade or century before, at or after publication."""
    word = m.word("which").lower()
    unit, amount = m.get(*_UNITS), m.get("which")
    if (word in ("nay", "ngoái", "kia") and unit != "year") or (word == "mai"):
        return None
    return Reading(shift=(unit, amount), modifier=m.get("edge"))


# ngày sau đó | năm trước đó | tuần sau đó
@rule("dates.vi.unit_later", "(dayword|unit|monthword|yearword) (later|earlier)")
def unit_later(m: Match) -> Result:
    """Read the unit before or after the date last spoken of."""
    return Reading(shift=(m.get(*_UNITS), 1 if m.has("later") else -1), base="text")


# cách đây 3 năm | cách đây hai tuần
@rule("dates.vi.ago", "ago about? num (dayword|unit|monthword|yearword|decadeword|centuryword)")
def ago(m: Match) -> Result:
    """Read so many units before publication."""
    return _counted(m, -1, "publication")


# 3 năm trước | hai ngày trước | 3 năm trước đây | 2 tuần trước đó | một tuần sau đó | ba ngày sau | 5 ngày nữa
@rule(
    "dates.vi.counted",
    "num (dayword|unit|monthword|yearword|decadeword|centuryword) (which|ago|later|earlier|hence)",
)
def counted(m: Match) -> Result:
    """Read so many units before or after publication or the date last spoken of."""
    if m.has("later"):
        return _counted(m, 1, "text")
    if m.has("earlier"):
        return _counted(m, -1, "text")
    if m.has("hence"):
        return _counted(m, 1, "publication")
    if m.has("ago"):
        return _counted(m, -1, "publication")
    word = m.word("which").lower()
    if word == "trước":
        return _counted(m, -1, "publication")
    if word == "sau":
        return _counted(m, 1, "text")
    return ()  # "5 năm qua" is how long


def _counted(m: Match, sign: int, base: str) -> Reading | None:
    """Return the unit that lies so many units away."""
    number, unit = m.get("day", "count", "numeral"), m.get(*_UNITS)
    if not isinstance(number, int) or unit == "weekend":
        return None
    return Reading(shift=(unit, sign * number), base=base, approximate=m.has("about"))  # type: ignore[arg-type] # one of the bases


# những năm qua | mỗi năm | hàng tháng | nhiều ngày tới
@rule("dates.vi.plural", "plural (dayword|unit|monthword|yearword|quarter|decadeword|centuryword|weekday) which?")
def plural(_m: Match) -> Result:
    """Read several or repeated units, which are no date."""
    return ()


# tháng 12 năm ngoái | ngày 5/9 năm nay | mùa hè năm nay | 5 tháng 9 năm ngoái
@rule("dates.vi.of_which_year", "edge? (part? dayword? dm | dayword? day mon | mon | season) yearword which")
def of_which_year(m: Match) -> Result:
    """Read a day or month of last, this or next year."""
    reading = compose(m)
    if reading is None or not (m.has("season") or m.has("dm") or month_is_meant(m)):
        return None
    return attrs.evolve(reading, shift=("year", m.get("which")))


# ngày 5 tháng này | ngày 15 tháng trước
@rule("dates.vi.day_of_which_month", "dayword lunarday? day monthword which")
def day_of_which_month(m: Match) -> Result:
    """Read a day of last, this or next month."""
    return Reading(shift=("month", m.get("which")), day=m.get("day"))


# ngày 15
@rule("dates.vi.day_alone", "dayword lunarday? day")
def day_alone(m: Match) -> Result:
    """Read a day whose month the text tells elsewhere."""
    return Reading(day=m.get("day")) if m.after(2)[:1] in (",", ".", ";", ")", "") else None


# quý III/2022 | quý 3 năm 2022 | quý III | quý 3/2022 | quý I năm nay
@rule("dates.vi.quarter", "quarter (my | (roman|day|numeral) (slash|of|comma|dash)? (yearword? year | yearword which)?)")
def quarter(m: Match) -> Result:
    """Read a quarter of a year."""
    number, year = m.get("my") or (m.get("roman", "day", "numeral"), m.get("year"))
    if not isinstance(number, int) or not 1 <= number <= 4:
        return None
    if m.has("which"):
        return Reading(shift=("year", m.get("which")), month=32 + number)
    return Reading(year=year, month=32 + number)


# 6 tháng đầu năm 2023 | 9 tháng đầu năm | 6 tháng cuối năm nay
@rule("dates.vi.first_months", "num monthword edge yearword (year | which)?")
def first_months(m: Match) -> Result:
    """Read the first or last so many months of a year."""
    number, edge = m.get("day", "numeral"), m.get("edge")
    if not isinstance(number, int) or not 1 <= number <= 11 or edge == "mid":
        return None
    first, last = (1, number) if edge == "early" else (13 - number, 12)
    whole = Reading(year=m.get("year")) if m.has("year") else Reading(shift=("year", m.get("which") or 0))
    return Interval(start=attrs.evolve(whole, month=first), end=attrs.evolve(whole, month=last))


# cuối năm | đầu tháng | cuối thế kỷ
@rule("dates.vi.edge_unit", "edge (yearword|monthword)")
def edge_unit(m: Match) -> Result:
    """Read early, mid or late in the unit that holds the day of publication."""
    return Reading(shift=(m.get("yearword", "monthword"), 0), modifier=m.get("edge"))


# thập niên 90 | thập kỷ 1990 | những năm 90 | đầu những năm 1990
@rule("dates.vi.decade", "edge? (decadeword | plural yearword) (count|year)  (of? centuryword (roman|day|which))?")
def decade(m: Match) -> Result:
    """Read a decade."""
    value = m.get("count", "year")
    if isinstance(value, int):
        if value % 10 or not 0 <= value <= 90:
            return None
        century = m.get("roman", "day") or (20 if value >= 30 else 21)
        value = f"{century - 1:02}{value:02}"
    unit: Unit = "decade"
    del unit
    return Reading(year=value[:3] + "X", modifier=m.get("edge")) if value.endswith("0") else None


# thế kỷ XXI | thế kỷ 21 | đầu thế kỷ XX | thế kỷ thứ 19
@rule("dates.vi.century", "edge? centuryword (roman|day)")
def century(m: Match) -> Result:
    """Read a century by its number."""
    number = m.get("roman", "day") - 1
    return Reading(year=f"{number:02}XX", modifier=m.get("edge")) if 0 < number < 30 else None


# mùa hè 2021 | mùa thu năm 2021 | mùa hè này
@rule("dates.vi.season", "edge? season (yearword? year | which)")
def season(m: Match) -> Result:
    """Read a season of a year."""
    if m.has("which"):
        amount = m.get("which")
        return Reading(month=m.get("season"), toward={-1: "past", 1: "future"}.get(amount))  # type: ignore[arg-type] # past or future
    return compose(m)


# mùng 3 Tết | 30 Tết | rằm tháng Giêng | mùng 10 tháng 3 âm lịch | rằm tháng 7 | tháng Chạp | 23 tháng Chạp
@rule("dates.vi.lunar", "dayword? (lunarday? day | lunarday numeral? | numeral)? (tet | mon) era?")
def lunar(m: Match) -> Result:
    """Read a day of the lunar calendar, marked as such."""
    word = m.word("month").lower() if m.has("month") else ""
    moon = m.get("lunarday") == "rằm"
    tet = m.has("tet")
    named = word in ("tháng giêng", "tháng chạp")
    if not (moon or tet or named or (m.has("era") and m.get("era") != "solar")):
        return None
    numbers = m.all("day", "numeral")
    if m.has("monthword"):
        month = numbers.pop()
    else:
        month = m.get("month") or 1
    day = 15 if moon else (numbers[0] if numbers else None)
    if tet and day is None:
        return None
    if tet and day >= 23:
        month = 12
    return Reading(month=month, day=day, lunar=True) if month <= 12 and (day or 1) <= 30 else None
