"""English rules for dates told from another date or by a larger whole: weekdays, yesterday, last week, the 1990s, third quarter."""

from __future__ import annotations

import attrs

from eventx_dates.compose import compose
from eventx_dates.english import a_business_quarter, capital, name_before, season_is_meant, weekday_is_meant
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Interval, Reading, Unit

_TOWARD = {-1: "past", 1: "future"}


# today | yesterday | tomorrow morning | yesterday's
@rule("dates.en.deictic", "deictic part?")
def deictic(m: Match) -> Result:
    """Read a day named from the day of publication."""
    shift, part = m.get("deictic")
    if m.surface[0].isupper() and name_before(m):
        return None  # "DA NANG Today"
    return Reading(shift=("day", shift), part=m.get("part") or part or None)


# this morning | last night | this evening
@rule("dates.en.which_part", "which part")
def which_part(m: Match) -> Result:
    """Read a part of the day of publication or of the night before."""
    which, part = m.get("which"), m.get("part")
    if which == 0 or (which == -1 and part == "night"):
        return Reading(shift=("day", which), part=part)
    return None


# on Tuesday | Tuesday morning | on the morning of Tuesday
@rule("dates.en.weekday", "(on|by|since|from|at)? < (the? part of)? weekday part?")
def weekday(m: Match) -> Result:
    """Read a bare weekday."""
    return compose(m) if weekday_is_meant(m, cued=m.first > m.start) else None


# last Friday | next Monday | this Tuesday morning
@rule("dates.en.which_weekday", "which weekday part?")
def which_weekday(m: Match) -> Result:
    """Read a weekday told as last, this or next."""
    which, word = m.get("which"), m.surface.lower()
    if not weekday_is_meant(m, cued=True):
        return None
    reading = Reading(weekday=m.get("weekday"), part=m.get("part"))
    if which == 0 and not word.startswith("this"):
        return None
    return attrs.evolve(reading, toward=_TOWARD.get(which), this=which == 0)


# Tuesday last week | Friday of next week | Monday this week
@rule("dates.en.weekday_of_week", "weekday part? of? which unit")
def weekday_of_week(m: Match) -> Result:
    """Read a weekday of last, this or next week."""
    if m.get("unit") != "week" or not weekday_is_meant(m, cued=True):
        return None
    return Reading(shift=("week", m.get("which")), weekday=m.get("weekday"), part=m.get("part"))


# last week | next month | this year | early last year | late this month | this past weekend
@rule("dates.en.which_unit", "(the? edge dash? (in|of)? the? | earlier | later)? (which | distance)? which unit")
def which_unit(m: Match) -> Result:
    """Read a week, month, year, decade or century before, at or after publication."""
    which = m.all("which")[-1]
    words = m.surface.lower().split()
    unit, shift = _unit(m.get("unit"), which)
    if ("past" in words and "this" not in words) or unit == "day":
        return None  # "the past week" is how long, "this day" no day of the calendar
    if m.has("distance"):
        return None
    if m.before(4).lower() == "the " and which and not m.has("edge"):
        return _after_the(unit, which)
    return Reading(shift=(unit, shift), modifier=m.get("edge"))


def _unit(name: str, amount: int) -> tuple[Unit, int]:
    """Return the unit and amount; a fortnight is two weeks."""
    return ("week", 2 * amount) if name == "fortnight" else (name, amount)  # type: ignore[return-value] # the words file holds units


def _after_the(unit: Unit, which: int) -> Reading | None:
    """Return "the next day"; "the last year" is how long, and gives nothing."""
    return Reading(shift=(unit, which), base="text") if which > 0 and unit != "year" else None


# the next day
@rule("dates.en.next_day", "the < which unit")
def next_day(m: Match) -> Result:
    """Read the day after the one last spoken of."""
    if m.get("unit") != "day" or m.get("which") != 1 or m.surface.lower() != "next day":
        return None
    return Reading(shift=("day", 1), base="text")


# the following day | the previous year | the preceding month
@rule("dates.en.distance", "the? < distance unit")
def distance(m: Match) -> Result:
    """Read the unit before or after the date last spoken of."""
    unit, amount = _unit(m.get("unit"), m.get("distance"))
    return Reading(shift=(unit, amount), base="text")


# the same day | that year | later that month | earlier the same week
@rule("dates.en.same", "((earlier | later) (in|on)?)? < (the? same | that same?) unit")
def same(m: Match) -> Result:
    """Read the unit that holds the date last spoken of."""
    if m.get("unit") in ("century", "fortnight"):
        return None
    return Reading(shift=(m.get("unit"), 0), base="text")


# three days ago | a week ago | two years ago
@rule("dates.en.ago", "about? num (unit|units) ago")
def ago(m: Match) -> Result:
    """Read so many units before publication."""
    return _counted(m, -1, "publication")


# two days later | a year earlier | three weeks afterwards
@rule("dates.en.later", "num (unit|units) (later|earlier)")
def later(m: Match) -> Result:
    """Read so many units after or before the date last spoken of."""
    return _counted(m, 1 if m.has("later") else -1, "text")


# two weeks from now | a month hence
@rule("dates.en.hence", "num (unit|units) hence")
def hence(m: Match) -> Result:
    """Read so many units after publication."""
    return _counted(m, 1, "publication")


def _counted(m: Match, sign: int, base: str) -> Reading | None:
    """Return the unit that lies so many units away."""
    number = m.get("day", "count", "numeral", "a")
    unit, amount = _unit(m.get("unit", "units"), sign * number)
    if unit == "weekend":
        return None
    return Reading(shift=(unit, amount), base=base, approximate=m.has("about"))  # type: ignore[arg-type] # one of the bases


# last December | next May | this September
@rule("dates.en.which_month", "which month")
def which_month(m: Match) -> Result:
    """Read a month told as last, this or next."""
    which = m.get("which")
    if not capital(m):
        return None
    if which == 0:
        return Reading(shift=("year", 0), month=m.get("month"))
    return Reading(month=m.get("month"), toward=_TOWARD[which])  # type: ignore[arg-type] # past or future


# December last year | in October of this year | late October last year | September 5 last year
@rule("dates.en.month_of_year", "(the? edge dash? (in|of)?)? (nday of?)? month nday? comma? of? which unit")
def month_of_year(m: Match) -> Result:
    """Read a month or day of last, this or next year."""
    reading = compose(m)
    if m.get("unit") != "year" or reading is None or not capital(m):
        return None
    return attrs.evolve(reading, shift=("year", m.get("which")))


# the 5th of this month | on the 5th of last month
@rule("dates.en.day_of_month", "the? ord of which unit")
def day_of_month(m: Match) -> Result:
    """Read a day of last, this or next month."""
    if m.get("unit") != "month":
        return None
    return Reading(shift=("month", m.get("which")), day=m.get("ord"))


# on the 15th
@rule("dates.en.the_nth", "(on|by|from|since) < the ord")
def the_nth(m: Match) -> Result:
    """Read a day whose month the text tells elsewhere."""
    after = m.after(2)
    if after[:1] not in (".", ",", ";", ")", "") and not after.startswith("\n"):
        return None
    return Reading(day=m.get("ord"))


# the first Monday of September | the last Friday in May 2022 | the first week of October
@rule("dates.en.nth_of_month", "the? (ordinal|ord|which) (weekday|unit) (of|in) (month dot? (comma? of? year)? | which unit)")
def nth_of_month(m: Match) -> Result:
    """Read the how-manieth weekday or week of a month."""
    nth = m.get("ordinal", "ord", "which")
    units = m.all("unit")
    of_unit = not m.has("month")
    if not 1 <= abs(nth) <= 5 or (not m.has("weekday") and units[0] not in ("week", "weekend")):
        return None
    if of_unit and units[-1] != "month":
        return None
    reading = Reading(nth=nth, weekday=m.get("weekday"), month=m.get("month"), year=m.get("year"))
    return attrs.evolve(reading, shift=("month", m.all("which")[-1])) if of_unit else reading


# the 1990s | the early 1990s | mid-1990s | the '90s
@rule("dates.en.decade", "the? < (edge dash? (in|of)? the?)? possessive? decade")
def decade(m: Match) -> Result:
    """Read a decade by its years."""
    digits = m.get("decade")
    before = m.before(8).split()
    if len(digits) == 2 and (m.first == m.start or (before and before[-1].lower() in LEXICON.table("en", "owner"))):
        return None  # "in his 50s"
    year = digits if len(digits) == 4 else ("20" if int(digits) < 30 else "19") + digits
    return Reading(year=year[:3] + "X", modifier=m.get("edge")) if "1000" <= year <= "2199" else None


# the 20th century | the early nineteenth century
@rule("dates.en.century", "the? < (edge dash? (in|of)? the?)? (ordinal|ord) dash? unit")
def century(m: Match) -> Result:
    """Read a century by its number."""
    if m.get("unit") != "century":
        return None
    number = m.get("ordinal", "ord") - 1
    return Reading(year=f"{number:02}XX", modifier=m.get("edge")) if 0 < number < 30 else None


# third quarter of 2022 | Q3 2022 | fourth-quarter | the second half of last year | first half of 2022
@rule(
    "dates.en.quarter",
    "the? < ((ordinal|ord) dash?)? (quarter|half) (comma? (of|in)? the? (year | which unit | unit))?",
)
def quarter(m: Match) -> Result:
    """Read a quarter or half of a year."""
    name = "quarter" if m.has("quarter") else "half"
    number = m.get("ordinal", "ord") or m.get(name)
    code = {"quarter": 32, "half": 39}[name] + number
    if not 1 <= number <= (4 if name == "quarter" else 2):
        return None
    if m.has("year"):
        return Reading(year=m.get("year"), month=code)
    if m.has("unit"):
        return Reading(shift=("year", m.get("which") or 0), month=code) if m.get("unit") == "year" else None
    return Reading(month=code) if a_business_quarter(m, name) else None


# last quarter | this quarter | next quarter | the previous quarter
@rule("dates.en.which_quarter", "(which|distance) (quarter|half)")
def which_quarter(m: Match) -> Result:
    """Read the quarter before, at or after publication."""
    name: Unit = "quarter" if m.has("quarter") else "half"
    if m.get(name) or not a_business_quarter(m, name):
        return None
    return Reading(shift=(name, m.get("which", "distance")), base="text" if m.has("distance") else "publication")


# summer 2021 | the summer of 2021 | in late spring 2022
@rule("dates.en.season_year", "the? < (edge dash? (in|of)? the?)? season (of|comma)? year")
def season_year(m: Match) -> Result:
    """Read a season of a year."""
    return compose(m)


# last summer | this winter | next spring | in the summer | in autumn
@rule("dates.en.season", "(which | in the? edge? | edge) season")
def season(m: Match) -> Result:
    """Read a season whose year the text leaves open."""
    which = m.get("which")
    if not season_is_meant(m):
        return None
    reading = Reading(month=m.get("season"), modifier=m.get("edge"))
    return attrs.evolve(reading, toward=_TOWARD.get(which)) if which else reading


# the first six months of 2023 | the last three months of the year
@rule("dates.en.first_months", "the? which? ordinal? (which|ordinal) num units of the? (year | which? unit)")
def first_months(m: Match) -> Result:
    """Read the first or last so many months of a year."""
    number, which = m.get("day", "count", "numeral"), m.get("which", "ordinal")
    if m.get("units") != "month" or number is None or not 1 <= number <= 11 or which not in (1, -1):
        return None
    first, last = (1, number) if which == 1 else (13 - number, 12)
    if m.has("year"):
        return Interval(start=Reading(year=m.get("year"), month=first), end=Reading(year=m.get("year"), month=last))
    if m.get("unit") != "year":
        return None
    shift: tuple[Unit, int] = ("year", m.all("which")[-1] if m.run.kinds[m.last - 2] == m.run.kinds[m.where("which")[-1]] else 0)
    return Interval(start=Reading(shift=shift, month=first), end=Reading(shift=shift, month=last))


# the end of the year | later this month is which_unit | by the middle of the century
@rule("dates.en.edge_unit", "edge of the < unit")
def edge_unit(m: Match) -> Result:
    """Read early, mid or late in the unit that holds the day of publication."""
    if m.get("unit") not in ("year", "month", "week", "decade", "century"):
        return None
    return Reading(shift=(m.get("unit"), 0), modifier=m.get("edge"))


# on the morning of September 5 | the evening of 5 May 2022
@rule("dates.en.part_of_date", "the? part of (weekday comma?)? the? (month dot? nday | nday of? month dot?) (comma? year)?")
def part_of_date(m: Match) -> Result:
    """Read a date with the part of the day before it."""
    return compose(m) if capital(m) else None


# every Friday | each year | every May
@rule("dates.en.every", "every (numeral|ordinal|day)? (weekday|month|unit|units|season|part|quarter)")
def every(_m: Match) -> Result:
    """Read a set of dates, which is no date."""
    return ()
