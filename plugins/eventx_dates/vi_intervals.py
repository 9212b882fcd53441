"""Vietnamese rules for intervals and lists of dates."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, interval, lasting_from, number_of
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Interval, Reading
from eventx_dates.vietnamese import counts_on, digits_are_a_date, following, in_set, is_lunar, is_yearly, near, previous

UNTIL = "(dash|to|which)"
_TOLD = "(paren wday close)?"  # the weekday of a date, in brackets
_DAY = "part? wday? dayword? lunarday?"
_ERA = "(era | paren era close)?"


def joined(m: Match) -> bool:
    """Tell whether the word between the ends is a dash, "đến" or "tới", and no "qua" or "này"."""
    return all(in_set(m.text_at(index), "up_to") for index in m.where("which"))


# từ ngày 5 đến 8/9 | 18-21/1/2013 | ngày 5-8/9 | từ 28/8 đến ngày 3/9/2022 | 24/6/1967 - 24/6/2022 | 5/9 tới 8/9
@rule(
    "dates.vi.days",
    f"(from|in|cue)? < {_DAY} (day|dm|dmy) (yearword year)? {_TOLD} {UNTIL} {_DAY} (dm|dmy) (yearword year)? {_ERA}",
)
def days(m: Match) -> Result:
    """Read an interval of days in digits."""
    if not joined(m) or m.after(1) in ("/", "%"):
        return None
    if is_yearly(m):
        return ()
    if not (m.has("dayword") or m.has("dmy")) and in_set(following(m), "counted"):
        return ()  # "từ 5 đến 10/12 tỉnh"
    if m.kind(m.first) == "dm" and not m.has("yearword") and in_set(following(m), "portions"):
        return ()  # "từ 1/3 đến 2/3 dân số"
    told = m.has("dayword") or m.has("dmy") or m.start < m.first or m.kind(m.first) in ("part", "weekday")
    both = m.has("to") and m.kind(m.first) == "dm" and not counts_on(m)
    if not (told or both or digits_are_a_date(m)):
        return None
    return _of_calendar(m, interval(m))


# từ ngày 5 đến 8-9 | từ 5 đến ngày 8-9-2022
@rule("dates.vi.days_dashed", f"(from|in) < {_DAY} day (to|which) {_DAY} day dash day (dash year)?")
def days_dashed(m: Match) -> Result:
    """Read an interval of days whose end is written with a dash."""
    first, last, month = m.all("day")
    if not joined(m) or month > 12 or m.after(1) in ("/", "%", "-") or in_set(following(m), "counted"):
        return None
    end = Reading(day=last, month=month, year=m.get("year"))
    return Interval(start=Reading(day=first), end=end) if fits(end) else None


# từ ngày 5 đến ngày 8 | từ ngày 5 đến 8
@rule("dates.vi.days_alone", "from < part? dayword day (to|which) part? dayword? day")
def days_alone(m: Match) -> Result:
    """Read an interval of days whose month the text tells elsewhere."""
    first, last = m.all("day")
    if not joined(m) or m.after(1) not in (",", ".", ";", ")", "") or m.after(2)[1:].isdigit():
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
    f"(from|in|cue)? < {_DAY} day dash day (dash year)? {UNTIL} {_DAY} day dash day (dash year)?",
)
def days_both_dashed(m: Match) -> Result:
    """Read an interval of days both of which are written with a dash."""
    joint = [index for index in m.where("dash", "to", "which") if m.kind(index) != "dash"]
    dashes = m.where("dash")
    if not joint and len(dashes) % 2 == 0:
        return None
    middle = joint[0] if joint else dashes[len(dashes) // 2]
    start, end = _dashed(m, m.first, middle), _dashed(m, middle + 1, m.last)
    if not joined(m) or start is None or end is None or m.after(1) in ("/", "%", "-"):
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
# từ 23 tháng Chạp đến mùng 5 tháng Giêng | mùng 8 đến mùng 10 tháng 3 âm lịch
@rule(
    "dates.vi.days_in_words",
    f"from? < {_DAY} day (mon (comma? yearword year)?)? {_TOLD} {UNTIL} {_DAY} day mon (comma? yearword? year)? {_ERA}",
)
def days_in_words(m: Match) -> Result:
    """Read an interval of days with the month in words."""
    if is_yearly(m):
        return ()
    return _of_calendar(m, interval(m)) if joined(m) else None


def _of_calendar(m: Match, found: Interval | None) -> Interval | None:
    """Return an interval, of the lunar calendar if the text says so or a month has its old name."""
    if (
        found is None
        or found.start is None
        or found.end is None
        or not (is_lunar(m) or any(in_set(m.text_at(i), "lunar_months") for i in m.where("month")))
    ):
        return found
    return Interval(start=evolve(found.start, lunar=True), end=evolve(found.end, lunar=True))


# từ thứ Bảy (31/8) đến hết thứ Ba (3/9) | thứ Hai (5/9/2022) - thứ Sáu (9/9/2022)
@rule(
    "dates.vi.days_told_twice",
    f"from? < part? weekday paren dayword? (dm|dmy) close {UNTIL} part? weekday paren dayword? (dm|dmy) close",
)
def days_told_twice(m: Match) -> Result:
    """Read an interval of days each told by its weekday and its digits."""
    return interval(m) if joined(m) else None


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


# từ hôm nay đến hết ngày 15/9 | từ ngày mai (9/9) đến thứ Sáu | từ chiều qua đến sáng nay | từ hôm qua đến 10 tháng 9
@rule(
    "dates.vi.from_today",
    "from < (part? dayword? deictic | part which) (paren dayword? (dm|dmy) close)? (to|which)"
    f" ({_DAY} (dm | dmy | day mon (yearword? year)?)"
    " | part? dayword? weekday (unit which)? | part? dayword? deictic | part which)",
)
def from_today(m: Match) -> Result:
    """Read an interval of days that begins with one named from the day of publication."""
    joint = next((i for i in m.where("to", "which") if m.kind(i) == "to" or in_set(m.text_at(i), "up_to")), None)
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


# từ ngày 20 đến ngày 25 tháng này | từ 20 đến 25 tháng sau | ngày 20-25 tháng trước
@rule("dates.vi.days_of_which_month", f"from? < {_DAY} day {UNTIL} {_DAY} day of? monthword (which | that)")
def days_of_which_month(m: Match) -> Result:
    """Read an interval of days of last, this or next month, or of the month last spoken of."""
    first, last = m.all("day")
    told = m.has("that")
    joints = m.where("which") if told else m.where("which")[:-1]
    if first >= last or not (m.has("dayword") or m.start < m.first) or not all(in_set(m.text_at(i), "up_to") for i in joints):
        return None
    end = Reading(shift=("month", 0 if told else m.all("which")[-1]), base="previous" if told else "publication", day=last)
    return Interval(start=Reading(day=first), end=end)


# từ thứ Hai đến thứ Sáu | thứ 2 - thứ 6 tuần này | từ thứ Hai tuần sau đến thứ Sáu
@rule("dates.vi.weekdays", f"from? < part? weekday (unit which)? {UNTIL} part? weekday (unit which)?")
def weekdays(m: Match) -> Result:
    """Read an interval between two weekdays."""
    first, last = m.where("weekday")
    if m.kind(first + 1) == "unit":
        if (
            m.get("unit") != "week"
            or len(m.where("unit")) > 1
            or not all(in_set(m.text_at(i), "up_to") for i in m.where("which")[1:])
        ):
            return None
        start = Reading(weekday=m.value(first), shift=("week", m.get("which")))
        return Interval(start=start, end=Reading(weekday=m.value(last)))
    if m.has("unit"):
        if m.get("unit") != "week" or (m.kind(first + 1) == "which" and not in_set(m.text_at(first + 1), "up_to")):
            return None
        week = Reading(shift=("week", m.all("which")[-1]))
        ends = [evolve(week, weekday=m.value(index)) for index in (first, last)]
        return Interval(start=ends[0], end=ends[1])
    return Interval(start=Reading(weekday=m.value(first)), end=Reading(weekday=m.value(last))) if joined(m) else None
