"""English rules for weekdays: bare, told as last, this or next, of a week, beside their date and beside each other."""

from __future__ import annotations

from eventx import evolve
from eventx_dates.compose import compose, fits
from eventx_dates.english import counted, in_set, nth_is_meant, phrases, weekday_is_meant
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Base, Interval, Reading, Toward, Unit

_TOWARD: dict[int, Toward] = {-1: "past", 1: "future"}


# on Tuesday | Tuesday morning | on the morning of Tuesday
@rule("dates.en.weekday", "prep? on? < (the? part of)? weekday (part | at part)?")
def weekday(m: Match) -> Result:
    """Read a bare weekday."""
    return compose(m) if weekday_is_meant(m, cued=m.has("on")) else None


# last Friday | next Monday | this Tuesday morning | this past Sunday | this coming Sunday
@rule("dates.en.which_weekday", "which which? weekday part?")
def which_weekday(m: Match) -> Result:
    """Read a weekday told as last, this or next."""
    which = m.all("which")
    if (
        not weekday_is_meant(m, cued=True)
        or (len(which) == 2 and which[0])
        or m.surface.lower().startswith(phrases("current_one"))
    ):
        return None
    reading = Reading(weekday=m.get("weekday"), part=m.get("part"))
    return evolve(reading, toward=_TOWARD.get(which[-1]), this=which[-1] == 0 or nearest_ahead(m))


# this Friday, May 3, 2019 | next Wednesday, 22 May | last Monday, May 13
@rule("dates.en.which_weekday_date", "which wday (month dot? nday | nday of? month dot?) (comma? year)?")
def which_weekday_date(m: Match) -> Result:
    """Read a day told by its date beside a weekday that is told as last, this or next."""
    reading = compose(m)
    return reading if reading and fits(reading) and not (m.get("year") is None and counted(m)) else None


# next Tuesday and Wednesday | this Thursday or Friday | next Monday to Wednesday
@rule("dates.en.which_weekdays", "which which? weekday part? (and|to|dash) weekday part?")
def which_weekdays(m: Match) -> Result:
    """Read two weekdays of which the first is told as last, this or next."""
    last = m.where("weekday")[-1]
    joint = m.find("and", "to", "dash")
    which = m.all("which")
    if (
        not weekday_is_meant(m, cued=True)
        or (len(which) == 2 and which[0])
        or m.surface.lower().startswith(phrases("current_one"))
    ):
        return None
    start = compose(m, None, joint, toward=_TOWARD.get(which[-1]), this=which[-1] == 0 or nearest_ahead(m))
    if start is None or not in_set(m.text_at(last), "full_weekdays"):
        return None
    part = m.value(m.last - 1) if m.kind(m.last - 1) == "part" else None
    end = evolve(start, offset=("weekday", m.value(last)), part=part)
    if m.kind(joint) != "and":
        return Interval(start=start, end=Reading(weekday=m.value(last)))
    return [m.found(start, m.first, joint - 1), m.found(end, last, m.last - 1)]


def nearest_ahead(m: Match) -> bool:
    """Tell whether the next one to come is told, of this week too: this coming Friday, the upcoming weekend."""
    return any(in_set(word, "nearest_ahead") for word in m.surface.lower().split()[:2])


# Tuesday last week | Friday of next week | Monday this week | last week's Tuesday | last week on Tuesday
# Friday of that week | Monday of the following week
@rule(
    "dates.en.weekday_of_week",
    "weekday part? of? which unit | which unit (possessive s | on) weekday part? | "
    "weekday part? of? (that same? | the (same|distance)) unit",
)
def weekday_of_week(m: Match) -> Result:
    """Read a weekday of last, this or next week, or of the week last spoken of or the one beside it."""
    if m.get("unit") != "week" or not weekday_is_meant(m, cued=True):
        return None
    base: Base = "publication" if m.has("which") else "previous"
    shift: tuple[Unit, int] = ("week", m.get("which", "distance") or 0)
    return Reading(shift=shift, base=base, weekday=m.get("weekday"), part=m.get("part"))


# Friday the 13th | Monday 13th
@rule("dates.en.weekday_the_nth", "weekday (comma? the)? ord")
def weekday_the_nth(m: Match) -> Result:
    """Read a day of the month that is a given weekday; not "the Friday 5th-grade class"."""
    return compose(m) if m.has("the") or (m.get("ord") <= 31 and nth_is_meant(m)) else None


# the following Monday | the next Tuesday | the previous Friday | the coming Sunday
@rule("dates.en.distance_weekday", "the (distance|which) weekday part?")
def distance_weekday(m: Match) -> Result:
    """Read the weekday next to the day last spoken of."""
    amount = m.get("distance", "which")
    if not amount or (m.has("which") and amount != 1) or not weekday_is_meant(m, cued=True):
        return None
    reading = Reading(weekday=m.get("weekday"), part=m.get("part"), toward=_TOWARD[amount])
    return evolve(reading, this=True) if nearest_ahead(m) else evolve(reading, base="text")


# the first Monday, of which no month is told
@rule("dates.en.nth_weekday", "(ordinal|ord) weekday")
def nth_weekday(_m: Match) -> Result:
    """Read one of several weekdays, which is no date by itself."""
    return ()
