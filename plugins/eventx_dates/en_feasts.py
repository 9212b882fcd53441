"""English rules for feasts, and for days counted from another day."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, number_of
from eventx_dates.en_relative import unit_of
from eventx_dates.english import in_set, is_a, name_before, phrases, weekday_is_meant, words_before
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Reading, Toward

_TOWARD: dict[int | None, Toward] = {-1: "past", 1: "future"}
_POSSESSIVE = frozenset("'’")
_ENDS = frozenset((".", ",", ";", ")", "", "\n"))
# a day that others are counted from
_DATED = "(month dot? nday (comma? year)? | nday of? month (comma? year)? | holiday (comma? of? year)?)"
_DAY = f"(deictic | weekday | (weekday dot? comma?)? month dot? nday (comma? year)? | {_DATED})"


# Easter Sunday, April 1, 1945 | Christmas Eve (24 December)
@rule(
    "dates.en.holiday_date",
    "holiday (comma (month dot? nday | nday of? month dot?) (comma? year)? | "
    "paren (month dot? nday | nday of? month dot?) (comma? year)? close)",
)
def holiday_date(m: Match) -> Result:
    """Read a day told by the name of its feast and by its date."""
    reading = compose(m, m.first + 1)
    return reading if reading and fits(reading) else None


# Christmas | New Year's Day 2022 | last Christmas | this Halloween | Thanksgiving | Easter Monday, 1916 | Christmas night 1944
@rule("dates.en.holiday", "which? holiday part? (comma? of? year)?")
def holiday(m: Match) -> Result:
    """Read a holiday that has its fixed day, or moves with Easter."""
    if m.after(2)[1:2].isupper() or (m.word("holiday")[0].islower() and m.after(1) not in (",", ".", ";", "")):
        return None
    if any(in_set(word, "no_feast") for word in m.after(12).split()[:1]):
        return None
    return _feast(m)


def _feast(m: Match) -> Reading:
    """Return what the name of a feast says."""
    value = m.get("holiday")
    reading = Reading(year=m.get("year"), toward=_TOWARD.get(m.get("which"), "near"), part=m.get("part"))
    if isinstance(value, int):
        return evolve(reading, easter=value)
    month, *rest = value
    if len(rest) == 1:
        return evolve(reading, month=month, day=rest[0])
    return evolve(reading, month=month, nth=rest[0], weekday=rest[1])


# the Labor Day weekend | Easter weekend
@rule("dates.en.holiday_weekend", "(the | which)? holiday unit")
def holiday_weekend(m: Match) -> Result:
    """Read the weekend of a holiday as that holiday."""
    return _feast(m) if m.get("unit") == "weekend" else None


# the day after Christmas | two days before September 5 | a week from Friday | three weeks after Labor Day
@rule("dates.en.counted_from", f"(num (unit|units) | the unit) (before|after|from) the? {_DAY}")
def counted_from(m: Match) -> Result:
    """Read a day counted from another one."""
    unit, amount = unit_of(m.get("unit", "units"), units_told(m))
    joint = m.find("before", "after", "from")
    if unit not in ("day", "week", "month", "year") or (m.kind(m.first) == "the" and unit != "day"):
        return None
    inner = _inner(m, joint + 1)
    ahead = m.kind(joint) != "before"
    if inner is None or (m.kind(joint) == "from" and not (m.has("deictic") or m.has("weekday"))):
        return None
    if inner.weekday and not inner.month:
        inner = evolve(inner, this=True)
        if m.kind(joint) != "from":
            return None  # "two days after Monday's vote" may as well tell how long
    return evolve(inner, offset=(unit, amount if ahead else -amount))


# a year ago today | two weeks ago Monday | a week ago on Friday | a year ago this week or month | ten years ago in May
@rule("dates.en.ago_day", "num (unit|units) ago (deictic | on? weekday | which unit | (in|which) month)")
def ago_day(m: Match) -> Result:
    """Read a day so many weeks or years, or a month so many years, before another one."""
    unit, amount = unit_of(m.get("unit", "units"), units_told(m))
    if m.has("month"):
        told = unit == "year" and m.get("which") in (None, 0)
        return Reading(shift=("year", -amount), month=m.get("month")) if told else None
    if m.has("which"):
        if unit == "year" and m.value(m.last - 1) == "month":
            return Reading(shift=("month", -12 * amount)) if m.get("which") == 0 else None
        return Reading(shift=(unit, -amount)) if m.get("which") == 0 else None
    inner = _inner(m, m.find("ago") + 1 + m.has("on"))
    if inner is None or unit not in ("day", "week", "month", "year") or (inner.weekday and unit != "week"):
        return None
    if inner.weekday:
        inner = evolve(inner, toward="past")
    return evolve(inner, offset=(unit, -amount))


# a week from today
@rule("dates.en.from_today", "num (unit|units) hence")
def from_today(m: Match) -> Result:
    """Read a day so many units after the day of publication."""
    unit, amount = unit_of(m.get("unit", "units"), units_told(m))
    if not is_a(m, "hence", "from_today") or unit not in ("day", "week", "month", "year"):
        return None
    return Reading(shift=("day", 0), offset=(unit, amount))


# Tuesday week | a week on Friday | two weeks on Monday
@rule("dates.en.weekday_week", "weekday part? unit | num (unit|units) on weekday part?")
def weekday_week(m: Match) -> Result:
    """Read the weekday one week or more behind the next one to come."""
    if m.get("unit", "units") != "week" or not weekday_is_meant(m, cued=True):
        return None
    if not (m.after(1) in _ENDS or any(in_set(word, "nth_behind") for word in m.after(12).split()[:1])):
        return None  # "a Tuesday week-long course"
    weeks = units_told(m) if m.has("on") else 1
    return Reading(weekday=m.get("weekday"), part=m.get("part"), this=True, toward="future", offset=("week", weeks))


# the Monday before Christmas | the Friday after Thanksgiving | the Sunday after May 5, 1945 | the weekend before Easter
@rule("dates.en.weekday_beside", f"the? (weekday part? | unit) (before|after) the? {_DATED}")
def weekday_beside(m: Match) -> Result:
    """Read the weekday or weekend right before or after a feast or a day."""
    joint = m.find("before", "after")
    inner = _inner(m, joint + 1)
    if inner is None or not (m.kind(m.first) == "the" or m.has("holiday")):
        return None  # "will meet Monday before May 5"
    step = 1 if m.kind(joint) == "after" else -1
    if m.kind(joint - 1) == "unit":
        return evolve(inner, offset=("weekend", step)) if m.get("unit") == "weekend" else None
    return evolve(inner, offset=("weekday", step * m.get("weekday")), part=m.get("part"))


# will meet in two weeks | in two weeks' time; but not "met twice in two weeks"
@rule("dates.en.in_units", "in < num (unit|units)")
def in_units(m: Match) -> Result:
    """Read so many units ahead, where the clause says future and nothing says what takes so long."""
    ahead = m.after(1) in _POSSESSIVE and any(in_set(word, "in_time") for word in m.after(8)[1:].split()[:2])
    going_on = m.after(1) == " " and any(in_set(word, "goes_on") for word in m.after(8).split()[:1])
    if not is_a(m, "in", "just_in") or not (ahead or going_on or m.after(1) in _ENDS):
        return None
    unit, amount = unit_of(m.get("unit", "units"), units_told(m))
    before = words_before(m, 60)
    if unit not in ("day", "week", "month", "year") or any(
        in_set(word, "rank") or word.endswith(phrases("superlatives")) for word in before
    ):
        return None  # "the worst storm in ten years"
    alone = not m.before(1) and not m.after(1)
    return Reading(shift=(unit, amount), if_future=not (ahead or alone))


# two Fridays ago | the Friday before last | the Tuesday after next
@rule("dates.en.weekdays_ago", "num plural ago | the? weekday (before|after) which")
def weekdays_ago(m: Match) -> Result:
    """Read a weekday counted back."""
    if m.has("plural"):
        number = units_told(m)
        if not isinstance(m.get("plural"), int) or not 1 <= number <= 9:
            return None
        return Reading(weekday=m.get("plural"), toward="past", offset=("week", 1 - number))
    if m.get("which") == 1 and m.has("after") and is_a(m, "which", "next_one"):
        return Reading(weekday=m.get("weekday"), toward="future", offset=("week", 1))
    if (
        m.get("which") != -1
        or not m.has("before")
        or not is_a(m, "which", "last_one")
        or not weekday_is_meant(m, cued=True)
        or name_before(m)
    ):
        return None
    return Reading(weekday=m.get("weekday"), toward="past", offset=("week", -1))


def units_told(m: Match) -> int:
    """Return how many units are told."""
    numeral = [index for index in m.where("day", "count", "numeral") if index <= m.find("unit", "units", "plural")]
    values = [m.value(index) for index in numeral]
    return number_of(values) or m.get("a") or 1


def _inner(m: Match, first: int) -> Reading | None:
    """Return the day that is counted from."""
    kind = m.kind(first)
    if kind == "the":
        return _inner(m, first + 1)
    if kind == "holiday":
        return _feast(m)
    if kind == "deictic":
        value = m.value(first)
        return Reading(shift=("day", value if isinstance(value, int) else value[0]))
    return compose(m, first)
