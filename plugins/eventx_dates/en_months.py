"""English rules for days and months told from another month or year, as the 5th of last month, and for the first of many."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits, months_of
from eventx_dates.edges import days_of
from eventx_dates.english import alone, counted, edge_is_meant, in_set, is_a, nth_is_meant, ordinal_day, words_before
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Reading, Toward, Unit

_LAST_DAY = 31
_BESIDE = (-1, 0, 1)
"""How many days from that of publication a day is that is told by its number, too."""
_TOWARD: dict[int, Toward] = {-1: "past", 1: "future"}


# the 5th of this month | on the 5th of last month | the twelfth of next month | the 15th of the month
@rule("dates.en.day_of_month", "the? (ord | (numeral dash?)? ordinal) of (which|the) unit")
def day_of_month(m: Match) -> Result:
    """Read a day of last, this or next month."""
    day = m.get("ord") or ordinal_day(m)
    return Reading(shift=("month", m.get("which") or 0), day=day) if m.get("unit") == "month" and day <= _LAST_DAY else None


# Tuesday (March 23) | yesterday (5 May) | Friday afternoon (Sept. 9, 2022)
@rule(
    "dates.en.day_and_date",
    "(weekday | deictic) part? paren (month dot? nday | nday of? month dot?) (comma? year)? close",
)
def day_and_date(m: Match) -> Result:
    """Read a day told twice: by a word and, in brackets, by its date."""
    reading = compose(m)
    if reading is None or not fits(reading):
        return None
    return reading if m.has("weekday") else evolve(reading, toward="near")


# today, on May 14 | this morning, 14 May | yesterday, Monday, May 13 | today (14) | this morning (14th May)
@rule(
    "dates.en.today_and_date",
    "(deictic part? | which part) comma? on? (weekday comma?)? (month dot? nday | nday of? month dot?) (comma? year)? | "
    "which part paren (month dot? nday | nday of? month dot?) (comma? year)? close | "
    "(deictic part? | which part) paren nday close",
)
def today_and_date(m: Match) -> Result:
    """Read a day told twice: as that of publication or the one beside it, and by its number, alone in brackets or not."""
    value = m.get("which", "deictic")
    shift = value if isinstance(value, int) else value[0]
    reading = compose(m)
    if reading is None or shift not in _BESIDE or (m.has("which") and shift > 0):
        return None
    if not m.has("month"):
        reading = Reading(day=reading.day, toward="future" if shift > 0 else "past")
        return reading if reading.day and reading.day <= _LAST_DAY else None
    reading = Reading(year=reading.year, month=reading.month, day=reading.day, toward="near")
    return reading if fits(reading) else None


# the 5th of that month | the 12th of the same month
@rule("dates.en.day_of_that_month", "the? ord of (that same? | the same | the distance) unit")
def day_of_that_month(m: Match) -> Result:
    """Read a day of the month last spoken of, or of the one beside it."""
    amount = m.get("distance") or 0
    return Reading(shift=("month", amount), base="previous", day=m.get("ord")) if m.get("unit") == "month" else None


# on the 15th | by the 15th | on the night of the 12th | on Tuesday the 15th | on the 12th instant (inst., ult., prox.)
@rule("dates.en.the_nth", "(on|by|from|since|to|before|after)? < wday? the ord | (the? part of) the ord")
def the_nth(m: Match) -> Result:
    """Read a day whose month the text tells elsewhere."""
    behind = m.after(10)
    word = next(iter(behind.split(None, 1)), "") if behind[:1] == " " else ""
    shift = LEXICON.table("en", "nth_month").get(word.strip(".,;)").lower())
    if shift is not None and m.get("ord") <= _LAST_DAY:
        return Reading(shift=("month", shift), day=m.get("ord"), part=m.get("part"), weekday=m.get("weekday"))
    if m.first == m.start and not m.has("part") and not alone(m):
        return None
    return Reading(day=m.get("ord"), part=m.get("part")) if nth_is_meant(m) and m.get("ord") <= 31 else None


# on the 26th and 27th | on the 5th, 6th and 7th | the victories of the 8th and 9th
@rule("dates.en.the_nths", "(on|of) < the ord (comma ord)* comma? and the? ord")
def the_nths(m: Match) -> Result:
    """Read several days whose month the text tells elsewhere."""
    if not nth_is_meant(m) or any(day > 31 for day in m.all("ord")):
        return None
    if m.has("of") and m.after(1) not in (".", ",", ";", ")", ""):
        return None  # "the pupils of the 8th and 9th grades"
    return [m.found(Reading(day=m.value(index)), index, index) for index in m.where("ord")]


# that October | that same May
@rule("dates.en.that_month", "(that same? | the same) month")
def that_month(m: Match) -> Result:
    """Read a month of the year last spoken of; not "said that October sales rose"."""
    before, behind = words_before(m)[-1:], m.after(8).split()[:1]
    opens = m.surface[0].isupper() and bool(behind) and in_set(behind[0], "nth_behind")  # "That October he left"
    if (
        not m.has("same")
        and not opens
        and m.after(1) not in (".", ",", ";", "", ")")
        and not (before and in_set(before[0], "before_that"))
    ):
        return None
    return Reading(shift=("year", 0), base="previous", month=m.get("month")) if m.word("month")[0].isupper() else None


# the following May | the previous October
@rule("dates.en.distance_month", "the distance month")
def distance_month(m: Match) -> Result:
    """Read the month next to the date last spoken of."""
    return Reading(month=m.get("month"), base="previous", toward=_TOWARD[m.get("distance")])


# last December | next May | this September | the September of last year
@rule("dates.en.which_month", "which which? month")
def which_month(m: Match) -> Result:
    """Read a month told as last, this or next; "next month of April" too."""
    which = m.all("which")[-1]
    if m.after(4).lstrip(". ")[:1].isdigit():
        return None  # "in this April 3, 2018, file photo"
    if which == 0:
        return Reading(shift=("year", 0), month=m.get("month"))
    return Reading(month=m.get("month"), toward=_TOWARD[which])


# last Oct. 13 | next June 30
@rule("dates.en.which_month_day", "which month dot? nday")
def which_month_day(m: Match) -> Result:
    """Read a day told as last or next."""
    reading = compose(m)
    if m.get("which") not in _TOWARD or not is_a(m, "which", "which_day") or reading is None or counted(m):
        return None
    return evolve(reading, toward=_TOWARD[m.get("which")]) if fits(reading) else None


# December last year | in October of this year | late October last year | September 5 last year | 5 May this year
@rule("dates.en.month_of_year", "(the? edge dash? (in|of)?)? wday? (nday of?)? month dot? nday? comma? of? which unit")
def month_of_year(m: Match) -> Result:
    """Read a month or day of last, this or next year."""
    reading = compose(m)
    if m.get("unit") != "year" or reading is None or not edge_is_meant(m):
        return None
    return evolve(reading, weekday=None, shift=("year", m.get("which")))


# in May of that year | September 5 of the same year | in May the following year | May of the previous year | May the next year
@rule(
    "dates.en.month_of_that_year",
    "(the? edge dash? (in|of)?)? (nday of?)? month nday? comma? (of|in)? (that same? | the same | the (distance|which)) unit",
)
def month_of_that_year(m: Match) -> Result:
    """Read a month or day of the year last spoken of, or of the one beside it."""
    reading = compose(m)
    which = m.get("distance", "which") or 0
    if m.get("unit") != "year" or reading is None or not edge_is_meant(m) or (m.has("which") and which != 1):
        return None
    return evolve(reading, shift=("year", which), base="previous")


# the first six months of 2023 | the last three months of the year | the final two months of last year
@rule("dates.en.first_months", "the? (which|ordinal|final) num units of the? (year | which? unit)")
def first_months(m: Match) -> Result:
    """Read the first or last so many months of a year."""
    number, end = m.get("day", "count", "numeral"), m.get("which", "ordinal", "final")
    if m.get("units") != "month" or number is None or not 1 <= number <= 11 or end not in (1, -1):
        return None
    if m.get("unit") not in (None, "year"):
        return None
    first, last = (1, number) if end == 1 else (13 - number, 12)
    if m.has("year"):
        return months_of(first, last, Reading(year=m.get("year")))
    which = m.value(m.last - 2) if m.kind(m.last - 2) == "which" else 0
    return months_of(first, last, Reading(shift=("year", which)))


# the first ten days of March | the last three days of May 2023 | the first five days of this month
@rule("dates.en.first_days", "the (which|ordinal|final) num units of (month dot? (comma? of? year)? | which unit)")
def first_days(m: Match) -> Result:
    """Read the first or last so many days of a month."""
    number, end = m.get("day", "count", "numeral"), m.get("which", "ordinal", "final")
    if m.get("units") != "day" or m.get("unit") not in (None, "month") or number is None or end not in (1, -1):
        return None
    shift: tuple[Unit, int] | None = ("month", m.value(m.last - 2)) if m.has("unit") else None
    return days_of(Reading(month=m.get("month"), year=m.get("year"), shift=shift), number, last=end == -1)
