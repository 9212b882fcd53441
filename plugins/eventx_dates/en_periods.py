"""English rules for weeks, quarters, seasons, decades and centuries."""

from __future__ import annotations

from eventx import evolve, language_data
from eventx_dates.compose import compose
from eventx_dates.edges import half_of
from eventx_dates.en_relative import unit_of
from eventx_dates.en_weekdays import nearest_ahead
from eventx_dates.english import alone, edge_is_meant, in_set, is_a, is_habit, phrases, season_is_meant, words_before
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import ANY_DAY, WEEK_OF, Base, Reading, Toward, Unit

_TOWARD: dict[int, Toward] = {-1: "past", 1: "future"}
_SATURDAY = 6
_HUNDREDS = frozenset(("1000", "1100", "1200", "1300", "1400", "1500", "1600", "1700", "1800"))  # "the 1800s" are a century


# last week | next month | this year | early last year | late this month | this past weekend | later this week | this fiscal year
@rule("dates.en.which_unit", "(the? edge dash? (in|of)? the? | earlier | later)? which which? fiscal? unit")
def which_unit(m: Match) -> Result:
    """Read a week, month, year, decade or century before, at or after publication."""
    which = m.all("which")
    words = m.surface.lower().split()
    if not edge_is_meant(m):
        return None
    if m.get("unit") == "century" and which == [1]:
        return Reading(shift=("century", 1))
    long = (
        any(word in phrases("any_article") for word in words_before(m, 6)[-1:])
        and which[0]
        and not in_set(words[0], "latest_one")
        and not m.has("fiscal")
    )
    if m.get("unit") == "day" or (long and not m.has("edge")):
        return None  # "the last year" tells how long, "this day" is no day of the calendar
    if any(word in phrases("past_one") for word in words) and not in_set(words[0], "running_one"):
        return None
    unit, shift = unit_of(m.get("unit"), which[-1])
    if unit in ("decade", "century") and shift:
        return None
    shift = 0 if unit == "weekend" and nearest_ahead(m) else shift
    told: Base = "text" if m.kind(m.find("which") - 1) == "the" and is_a(m, "which", "next_one") else "publication"
    return Reading(shift=(unit, shift), base=told, modifier=m.get("edge"), this=which[0] == 0)


# the upcoming weekend | the past weekend
@rule("dates.en.coming_weekend", "the < which unit")
def coming_weekend(m: Match) -> Result:
    """Read the weekend before or after publication."""
    if m.get("unit") != "weekend" or not (nearest_ahead(m) or is_a(m, "which", "past_one")):
        return None
    return Reading(shift=("weekend", -1 if m.get("which") < 0 else 0))


# over the weekend | at the weekend | on the weekend | since the weekend | before the weekend
@rule("dates.en.the_weekend", "(on|at|in|by|since|before|after|to) < the unit")
def the_weekend(m: Match) -> Result:
    """Read the weekend nearest to publication."""
    return Reading(shift=("weekend", 0), this=True) if m.get("unit") == "weekend" else None


# the week of October 6 | the week of 6 October 2014 | the weekend of May 4
@rule("dates.en.week_of", "the? unit of wday? (month dot? nday | the? nday of? month dot?) (comma? year)?")
def week_of(m: Match) -> Result:
    """Read the week or weekend that holds a day."""
    if m.get("unit") == "weekend":
        return compose(m, offset=("weekend", 0), weekday=None)
    return compose(m, nth=WEEK_OF, weekday=None) if m.get("unit") == "week" else None


# the end of the year | at the beginning of the month | by the middle of the century | year-end | year end | mid-month
# the year's end
@rule(
    "dates.en.edge_unit",
    "the? edge of the? fiscal? unit | edge in the unit | unit dash? edge | edge dash unit | the? unit possessive s edge",
)
def edge_unit(m: Match) -> Result:
    """Read early, mid or late in the unit that holds the day of publication."""
    unit, edge = m.get("unit"), m.word("edge").lower()
    if unit not in ("year", "month", "week", "decade", "century") or m.after(2) in language_data("en").possessives:
        return None
    if m.has("in") and not in_set(edge, "edges_in"):
        return None
    if m.kind(m.last - 1) == "edge" and (not in_set(edge, "edges_end") or unit not in ("year", "month")):
        return None  # "the year early voters …"
    if m.kind(m.first) == "edge" and m.kind(m.first + 1) == "dash" and not in_set(edge, "edges_joined"):
        return None
    return Reading(shift=(unit, 0), modifier=m.get("edge"))


# year-end 1997 | midyear 1998 | mid-year 1998
@rule("dates.en.edge_unit_year", "(unit dash? edge | midway | edge dash unit) (of|in|comma)? the? year")
def edge_unit_year(m: Match) -> Result:
    """Read the end or middle of a year that is told."""
    if m.get("unit", "midway") != "year":
        return None
    return Reading(year=m.get("year"), modifier=m.get("edge") or "mid")


# midyear | by midweek
@rule("dates.en.midway", "midway")
def midway(m: Match) -> Result:
    """Read the middle of the unit that holds the day of publication."""
    if m.after(1) not in (".", ",", ";", "", ")") and m.before(4).strip() not in phrases("by_then"):
        return None  # "midweek fares"
    return Reading(shift=(m.get("midway"), 0), modifier="mid")


# the first Monday of September | the last Friday in May 2022 | the first week of October | the last day of next month
# the last weekend in June
# the final Thursday in November of that year | the last Friday of the month
@rule(
    "dates.en.nth_of_month",
    "the? (ordinal|ord|which|final) (weekday|unit) (of|in) the? "
    "(month dot? (comma? of? (year | that same? unit | the (same|distance) unit))? | (which|distance)? unit)",
)
def nth_of_month(m: Match) -> Result:
    """Read one of the weekdays, weeks, weekends or days of a month."""
    nth, units, relative = m.get("ordinal", "ord", "which", "final"), m.all("unit"), not m.has("month")
    if not 1 <= abs(nth) <= 5 or (not m.has("weekday") and units[0] not in ("week", "weekend", "day")):
        return None
    weekday = m.get("weekday") if m.has("weekday") else {"day": ANY_DAY, "weekend": _SATURDAY}.get(units[0])
    reading = Reading(nth=nth, weekday=weekday, month=m.get("month"), year=m.get("year"))
    if not m.has("weekday") and units[0] == "weekend":
        reading = evolve(reading, offset=("weekend", 0))
    if not relative and (m.has("that") or m.has("same") or m.has("distance")):
        amount = m.get("distance") or 0
        return evolve(reading, shift=("year", amount), base="previous") if units[-1] == "year" else None
    if not relative:
        return reading
    if units[-1] != "month":
        return None
    if m.kind(m.last - 2) in ("which", "distance"):
        return evolve(reading, shift=("month", m.value(m.last - 2)))
    told = m.kind(m.last - 2) == "the" and not is_habit(m)
    return evolve(reading, shift=("month", 0), base="previous") if told else ()  # "paid on the last Friday of the month"


# the first day of 2022 | the last day of the year | the last week of 2018
@rule("dates.en.nth_of_year", "the? (ordinal|ord|which|final) unit (of|in) ((the unit)? year | the? which? unit)")
def nth_of_year(m: Match) -> Result:
    """Read the first or last day or week of a year."""
    place, units = m.get("ordinal", "ord", "which", "final"), m.all("unit")
    if place not in (1, -1) or units[0] not in ("day", "week") or units[1:] not in ([], ["year"]):
        return None
    weekday = ANY_DAY if units[0] == "day" else None
    reading = Reading(nth=place, weekday=weekday, month=1 if place == 1 else 12, year=m.get("year"))
    if m.has("year"):
        return reading
    which = m.value(m.last - 2) if m.kind(m.last - 2) == "which" else 0
    return evolve(reading, shift=("year", which), base="publication" if m.kind(m.last - 2) == "which" else "previous")


# the first half of May | the second half of May 2020 | the latter half of last month | the first half of the month
@rule("dates.en.half_of_month", "the? (ordinal|ord|final) half of the? (month dot? (comma? of? year)? | which? unit)")
def half_of_month(m: Match) -> Result:
    """Read the first or second half of a month."""
    place, month, year = m.get("ordinal", "ord", "final"), m.get("month"), m.get("year")
    if m.get("half") or place not in (1, 2, -1) or m.get("unit") not in (None, "month"):
        return None
    base: Base = "publication" if m.has("which") or month else "previous"
    shift: tuple[Unit, int] | None = None if month else ("month", m.get("which") or 0)
    return half_of(Reading(year=year, month=month, shift=shift, base=base), last=place != 1)


# the 1990s | the early 1990s | mid-1990s | the '90s | the late '60s
@rule("dates.en.decade", "(the? edge dash? (in|of)? the? | the)? possessive? decade")
def decade(m: Match) -> Result:
    """Read a decade by its years."""
    digits = m.get("decade")
    if len(digits) == 2:
        before = words_before(m, 8)
        if not (m.has("the") or m.has("edge") or m.has("possessive")) or (before and in_set(before[-1], "owner")):
            return None  # "in his 50s"
        digits = ("20" if int(digits) < 30 else "19") + digits
    if digits in _HUNDREDS:
        return Reading(year=digits[:2] + "XX", modifier=m.get("edge"))
    return Reading(year=digits[:3] + "X", modifier=m.get("edge")) if "1000" <= digits <= "2199" else None


# the 1960's | the early 1990's
@rule("dates.en.decade_possessive", "(the? edge dash? (in|of)? the? | the)? year possessive s")
def decade_possessive(m: Match) -> Result:
    """Read a decade with an apostrophe before its s."""
    year = m.get("year")
    if not year.endswith("0") or (m.first + 3 == m.last and not alone(m)):
        return None  # "1990's best film"
    return Reading(year=year[:2] + "XX" if year in _HUNDREDS else year[:3] + "X", modifier=m.get("edge"))


# the sixties | the late nineties
@rule("dates.en.decade_word", "the edge? decadeword | edge dash? decadeword")
def decade_word(m: Match) -> Result:
    """Read a decade by its word."""
    return Reading(year=f"19{m.get('decadeword') // 10}X", modifier=m.get("edge"))


# the winter of 1941-42 | winter 1941/42
@rule(
    "dates.en.season_years",
    "(the? edge dash? (in|of)? the? | the)? season (of|in|comma)? the? (year dash (year|day|count) | yspan)",
)
def season_years(m: Match) -> Result:
    """Read a season that two years share: it begins in the first."""
    if not edge_is_meant(m):
        return None
    first = m.get("year") or m.get("yspan")[0]
    last = m.text_at(m.last - 1).rsplit("/", maxsplit=1)[-1]
    if len(last) not in (1, 2, 4) or (int(last) - int(first) - 1) % (10 if len(last) == 1 else 100):
        return None
    return Reading(year=first, month=m.get("season"), modifier=m.get("edge"))


# summer 2021 | the summer of 2021 | in late spring 2022 | the summer of last year | the spring of the following year
@rule(
    "dates.en.season_year",
    "(the? edge dash? (in|of)? the? | the)? season (of|comma)? "
    "(year | which unit | the (same|distance|which) unit | that same? unit)",
)
def season_year(m: Match) -> Result:
    """Read a season of a year."""
    reading = compose(m) if edge_is_meant(m) else None
    if reading is None or m.has("year"):
        return reading
    if m.get("unit") != "year":
        return None
    told = not m.has("which") or m.kind(m.last - 3) == "the"  # "the spring of the next year"
    base: Base = "previous" if told else "publication"
    return evolve(reading, shift=("year", m.get("which", "distance") or 0), base=base)


# in 2018 spring | the 1968 summer
@rule("dates.en.year_season", "(in|since|by|from|to|the|of) < year season")
def year_season(m: Match) -> Result:
    """Read a season behind its year; not "the 2012 Summer Games", "in 1989 fall of the wall"."""
    plain = m.word("season").islower() and "1600" <= m.get("year") <= "2059" and season_is_meant(m)
    return Reading(year=m.get("year"), month=m.get("season")) if plain else None


# the spring and summer of 1944 | autumn and winter 1944 | from the spring to the autumn of 1944 | spring/summer 1944
@rule("dates.en.seasons_year", "(in|the|since|from|between)? the? < season (and|to|dash|slash) the? season (of|comma)? year")
def seasons_year(m: Match) -> Result:
    """Read two seasons of one year."""
    return [m.found(Reading(year=m.get("year"), month=m.value(index)), index, index) for index in m.where("season")]


# last summer | this winter | next spring | in the summer | by autumn | in late spring | that summer | over the winter
@rule(
    "dates.en.season",
    "(which which? | (in|by|since|to|on) the? < edge? | edge | that same? | the (distance|same)) season",
)
def season(m: Match) -> Result:
    """Read a season whose year the text leaves open."""
    if not season_is_meant(m) or not edge_is_meant(m) or (not m.has("which") and is_habit(m)):
        return None
    if (m.has("on") and not is_a(m, "on", "over_one")) or (m.has("to") and is_a(m, "to", "to_one")):
        return None  # "wants to spring", "is to fall"
    which = (m.all("which") or [None])[-1]
    reading = Reading(month=m.get("season"), modifier=m.get("edge"))
    if m.has("distance"):
        return evolve(reading, toward=_TOWARD[m.get("distance")], base="previous")
    if m.has("that") or m.has("same"):
        return evolve(reading, shift=("year", 0), base="previous")
    if which == 0 and reading.month != 24:
        return evolve(reading, shift=("year", 0))
    return evolve(reading, toward=_TOWARD.get(which or 0))
