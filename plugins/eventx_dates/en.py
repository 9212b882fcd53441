"""English rules for dates that the text writes out: days, months and years."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, day_and_month, fits, full_year, is_version
from eventx_dates.english import (
    alone,
    counted,
    edge_is_meant,
    in_set,
    is_attack,
    is_attributive,
    is_habit,
    is_march,
    is_short_year,
    month_is_meant,
    ordinal_day,
    phrases,
    short_year,
    words_before,
    year_is_meant,
)
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Reading

_SHORTEST = 1000  # the first year of four digits


# September 5 | Sept. 5, 2022 | Tuesday, September 5th, 2022 | September the 5th | around May 5
@rule("dates.en.month_day", "about? < wday? month dot? the? nday (comma? year)?")
def month_day(m: Match) -> Result:
    """Read a month with the day behind it."""
    reading = compose(m)
    if reading is None or not fits(reading) or (not m.has("year") and (counted(m) or is_march(m))):
        return None
    if reading.year is None and (reading.month, reading.day) == (9, 11) and is_attack(m):
        return Reading(year="2001", month=9, day=11, named=True)
    return evolve(reading, toward="near") if reading.year is None and is_attributive(m) else reading


# September 22/2022 | Friday, May 9/2022
@rule("dates.en.month_day_slash", "wday? month dot? (my|dy)")
def month_day_slash(m: Match) -> Result:
    """Read a month with the day behind it and a slash before the year."""
    day, year = m.get("my", "dy")
    reading = compose(m, m.start, m.end - 1, day=day, year=year)
    behind = m.after(2)
    # February 17/2023/ENA/
    return reading if reading and fits(reading) and (behind[:1] not in ("/", "-", "–") or behind[1:].isalpha()) else None


# 5 September 2022 | the 5th of September | Monday, 5 Sept. 2022 | Friday the 13th of May
@rule("dates.en.day_month", "about? < wday? the? nday of? month dot? (comma? year)?")
def day_month(m: Match) -> Result:
    """Read a day with the month behind it."""
    reading = compose(m)
    if reading is None or not fits(reading):
        return None
    if reading.year is None and (reading.month, reading.day) == (9, 11) and is_attack(m):
        return Reading(year="2001", month=9, day=11, named=True)
    return evolve(reading, toward="near") if reading.year is None and m.has("day") and is_attributive(m) else reading


# the afternoon of 31st, March | 5th, May 2021 | 5, May 2021
@rule("dates.en.day_comma_month", "wday? the? nday comma month dot? (comma? year)?")
def day_comma_month(m: Match) -> Result:
    """Read a day and its month with a comma between."""
    told = m.has("year") or m.has("ord")
    reading = compose(m) if told else None
    return reading if reading and fits(reading) else None


# the fourth of July | the First of May, 2022 | the twenty-first of June
@rule("dates.en.ordinal_month", "about? < wday? the? (numeral dash?)? ordinal of month dot? (comma? year)?")
def ordinal_month(m: Match) -> Result:
    """Read a day written as a word with the month behind it."""
    day = ordinal_day(m)
    if not m.has("the") and not m.has("numeral") and m.word("ordinal")[0].islower() and not m.has("year"):
        return None
    reading = compose(m, day=day)
    return reading if reading and day <= 31 and fits(reading) else None


# 2022 September 5 | Sep-05-2022
@rule("dates.en.year_month_day", "year month dot? nday | month dash nday dash year")
def year_month_day(m: Match) -> Result:
    """Read a day behind its year, or with dashes behind its month."""
    reading = compose(m)
    if reading is None or not fits(reading) or counted(m) or m.before(1) in ("-", "/") or m.after(1) in ("-", "/"):
        return None
    return reading


# June twenty-third, 1997 | February the ninth | July Fourth
@rule("dates.en.month_ordinal", "about? < wday? month the? (numeral dash?)? ordinal (comma? year)?")
def month_ordinal(m: Match) -> Result:
    """Read a month with the day behind it as a word."""
    day = ordinal_day(m)
    if m.has("the") and not m.has("year") and any(word in phrases("just_in") for word in words_before(m)[-1:]):
        return None  # "In May the third army left"
    sure = m.has("the") or m.has("numeral") or m.has("year") or m.word("ordinal")[0].isupper() or m.after(1) in (".", ",", "")
    reading = compose(m, day=day) if sure else None
    return reading if reading and day <= 31 and fits(reading) else None


# 5 May '97 | June '96 | Jan 5, '95 | the summer of '69
@rule(
    "dates.en.apostrophe_year",
    "about? < (wday? (month dot? (the? nday)? | the? nday of? month dot?) | (the? edge dash? (in|of)? the? | the)? season) "
    "comma? of? possessive (day|count)",
)
def apostrophe_year(m: Match) -> Result:
    """Read a date whose year has two digits behind an apostrophe."""
    last = m.last - 1
    reading = compose(m, None, last - 1)
    if reading is None or not is_short_year(m, last):
        return None
    reading = evolve(reading, year=short_year(m.text_at(last)))
    return reading if fits(reading) and edge_is_meant(m) else None


# Jun 96 | March 97, where nothing follows that the number may count
@rule("dates.en.month_short_year", "month dot? count")
def month_short_year(m: Match) -> Result:
    """Read a month with two digits behind it that can be no day."""
    digits, behind = m.text_at(m.last - 1), m.after(5)
    if (
        len(digits) != 2
        or digits < "50"
        or not (behind[:1] in ("", ".", ",", ")", ";") or behind.startswith(phrases("year_goes_on", " ", " ")))
    ):
        return None
    return Reading(year=full_year(digits), month=m.get("month"))


# October 2022 | October of 2022 | Oct., 2022 | around May 2020 | October of the year 2022
@rule("dates.en.month_year", "about? < month dot? (comma|dash)? of? (the? unit)? year")
def month_year(m: Match) -> Result:
    """Read a month and year."""
    return compose(m)


# in October | until May | last through September | the October summit
@rule("dates.en.month", "(prep | in the | for)? < month")
def month(m: Match) -> Result:
    """Read a month alone."""
    if any(in_set(word, "delivery") for word in m.after(18).split()[:1]):
        return compose(m, this=True)
    if not month_is_meant(m) or is_habit(m):
        return None
    told_of = m.first == m.start and any(in_set(word, "outlook") for word in m.after(18).split()[:1])
    if m.first > m.start and m.kind(m.start) == "to" and any(in_set(word, "stretch") for word in words_before(m)[-1:]):
        told_of = True  # "in the three months through March"
    return compose(m, toward="near") if told_of else compose(m)


# late October | the end of October 2022 | mid-October | early in May
@rule("dates.en.edge_month", "(the? edge) dash? (of|in)? the? month dot? (comma? of? year)?")
def edge_month(m: Match) -> Result:
    """Read early, mid or late in a month; not "the start of January 1"."""
    if not edge_is_meant(m) or (not m.has("year") and (is_habit(m) or m.after(2)[1:].isdigit())):
        return None
    return compose(m)


# 14. 10. 2021 | Monday, 14. 10. 2021, as Central Europe writes; not "It took 14. 10. 2021 was"
@rule("dates.en.spaced_dots", "wday? day dot day dot year")
def spaced_dots(m: Match) -> Result:
    """Read day, month and year with stops and blanks between them."""
    day, month = m.all("day")
    last = [m.text_at(index) for index in m.where("day")]
    told = month <= 12 and m.surface.endswith(f"{last[0]}. {last[1]}. {m.get('year')}")
    return Reading(day=day, month=month, year=m.get("year")) if told else None


# 2022-09-05 | 05/09/2022 | Monday 5.9.2022 | on 9/5 | Mon, 9/5 | Thursday (12/1/2023) | Monday (15/5) | 12/1/2023 (Thursday)
@rule(
    "dates.en.numeric",
    "(dmy|iso) paren weekday close | weekday part? paren (dmy|iso|dm) close | wday? (dmy|iso) | (on < | weekday dot? comma?)? dm",
)
def numeric(m: Match) -> Result:
    """Read a date in digits; without a year it needs "on" or a weekday before it, or nothing at all."""
    if m.kind(m.start) == "dm" and not alone(m):
        return None
    if m.after(1) in ("/", "%") or m.before(1) in ("/", "$") or (m.has("dmy") and is_version(m)):
        return None
    return compose(m)


# 13-May-1997 | 13-May-97 | 13/May/1997 | 13.May.1997 | 13.May 1997 | Tuesday, 13. May 1997: as a line begins over news
@rule(
    "dates.en.day_dash_month",
    "(wday comma?)? day (dash month dash (year|day|count) | slash month slash year | dot month dot? comma? year)",
)
def day_dash_month(m: Match) -> Result:
    """Read day, month and year with dashes, slashes or full stops between them."""
    digits = m.text_at(m.last - 1)
    if len(digits) not in (2, 4) or m.before(1) in ("-", "/", ".") or m.after(1) in ("-", "/"):
        return None
    if m.has("dot") and m.run.ends[m.find("dot")] < m.run.starts[m.find("month")] and words_before(m):
        return None  # "on page 19. May 2017 was …": elsewhere than at a line's head the dot ends a sentence
    reading = Reading(year=full_year(digits), month=m.get("month"), day=m.get("day"), weekday=m.get("weekday"))
    return reading if fits(reading) else None


# 02-05-1998 | on 2-5-98
@rule("dates.en.dashed_digits", "on? < day dash day dash (year|day|count)")
def dashed_digits(m: Match) -> Result:
    """Read digits with dashes between them; a year of two digits needs "on" before it, or nothing at all."""
    one, two = m.all("day")[:2]
    digits = m.text_at(m.last - 1)
    alone = m.first > m.start or not m.before(1)
    if len(digits) not in (2, 4) or (len(digits) == 2 and not alone) or m.before(1) in ("-", ".") or m.after(1) == "-":
        return None
    parts = day_and_month((one, two, digits, "-"))
    return Reading(**parts) if parts else None


# 2022-9-5
@rule("dates.en.dashed", "year dash day dash day")
def dashed(m: Match) -> Result:
    """Read a year, month and day with dashes, without leading zeros."""
    month, day = m.all("day")
    reading = Reading(year=m.get("year"), month=month, day=day)
    return reading if month <= 12 and fits(reading) and m.after(1) not in ("-", "/") and m.before(1) not in ("-", "/") else None


# 2022/09 | 09/2022
@rule("dates.en.year_slash_month", "(in|from|to|since|dash|of)? < (ym | my)")
def year_month(m: Match) -> Result:
    """Read a year and month in digits; 09/2022 needs a word before it."""
    if m.has("ym") and m.get("ym")[1] > 12:
        return None  # a quarter
    sure = m.has("ym") or m.first > m.start or alone(m)
    return compose(m) if sure and m.after(1) not in ("/", "-", "%") else None


# 9/11
@rule("dates.en.nine_eleven", "dm")
def nine_eleven(m: Match) -> Result:
    """Read the one day that is called by its digits; other pairs of digits are fractions, scores and rates."""
    if m.get("dm") != (9, 11, "/") or m.after(1) == "/":
        return None
    return Reading(year="2001", month=9, day=11, named=True)


# in 2022 | since 1975 | (2022) | the 1996 election | the year 2000 | circa 1900
@rule("dates.en.year", "(prep | about dot | paren | in the? edge | edge | unit | season | fiscal)? < year")
def year(m: Match) -> Result:
    """Read a bare year."""
    if (m.has("unit") and m.get("unit") != "year") or not year_is_meant(m):
        return None
    return compose(m)


# the year 987 | in the year 79
@rule("dates.en.the_year", "the unit < count")
def the_year(m: Match) -> Result:
    """Read a year of fewer than four digits behind "the year"."""
    number = m.get("count")
    return Reading(year=f"{number:04}") if m.get("unit") == "year" and number < _SHORTEST and not counted(m) else None


# in '98 | the class of '05
@rule("dates.en.short_year", "(in|of|since|by|from|season) < possessive (day|count)")
def apostrophe(m: Match) -> Result:
    """Read a year of two digits behind an apostrophe."""
    return Reading(year=short_year(m.text_at(m.last - 1))) if is_short_year(m, m.last - 1) else None


# early 2023 | the end of 2023 | mid-2023 | early in 2023
@rule("dates.en.edge_year", "the? edge dash? (of|in)? the? unit? year")
def edge_year(m: Match) -> Result:
    """Read early, mid or late in a year."""
    return compose(m) if m.get("unit") in (None, "year") and edge_is_meant(m) else None


# on the morning of September 5 | the evening of 5 May 2022 | September 5 in the evening
@rule(
    "dates.en.part_of_date",
    "the? part of wday? the? (month dot? nday | nday of? month dot?) (comma? year)? | "
    "wday? (month dot? nday | the? nday of? month dot?) (comma? year)? in the part",
)
def part_of_date(m: Match) -> Result:
    """Read a date with the part of the day before or behind it."""
    reading = compose(m)
    return reading if reading and fits(reading) else None
