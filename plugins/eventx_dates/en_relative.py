"""English rules for days told from another day: yesterday, three days ago, the following day."""

from __future__ import annotations

from eventx import evolve, language_data
from eventx_dates.compose import number_of
from eventx_dates.english import edge_is_meant, in_set, is_a, name_before, phrases, words_before
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Base, Reading, Toward, Unit

_TOWARD: dict[int, Toward] = {-1: "past", 1: "future"}
_HALVES: dict[str, tuple[Unit, int]] = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}


def unit_of(name: str, amount: int) -> tuple[Unit, int]:
    """Return the unit and amount; a fortnight is two weeks."""
    return ("week", 2 * amount) if name == "fortnight" else (name, amount)  # type: ignore[return-value] # the words file holds units


# today | yesterday | tomorrow morning | yesterday's | tonight | the day before yesterday
@rule("dates.en.deictic", "the? deictic part?")
def deictic(m: Match) -> Result:
    """Read a day named from the day of publication."""
    value = m.get("deictic")
    if m.has("the") and not m.word("deictic").lower().startswith(phrases("day_phrase")):
        return None
    shift, part = (value, None) if isinstance(value, int) else value
    if m.surface[0].isupper() and name_before(m):
        return None  # "DA NANG Today"
    if (
        shift == 0
        and any(in_set(word, "gathering") for word in m.after(30)[2:].split()[:1])
        and m.after(2).lower() in language_data("en").possessives
    ):
        return Reading(shift=("day", 0), base="text")  # "today's talks" are on their own day
    return Reading(shift=("day", shift), part=m.get("part") or part)


# this morning | last night | this evening
@rule("dates.en.which_part", "which part")
def which_part(m: Match) -> Result:
    """Read a part of the day of publication or of the night before."""
    which, part = m.get("which"), m.get("part")
    if which == 0 or (which == -1 and part == "night"):
        return Reading(shift=("day", which), part=part)
    if which == 1 and m.surface[0].isupper():
        return Reading(shift=("day", 1), base="previous", part=part)  # "Next morning the guns opened"
    return None


# that night | that same evening | the same morning | the following morning | the previous night | the next morning
@rule("dates.en.that_part", "(that same? | the same | the distance | the which) part")
def that_part(m: Match) -> Result:
    """Read a part of the day last spoken of, or of the one beside it."""
    which = m.get("which")
    if which not in (None, 1):
        return None
    return Reading(shift=("day", m.get("distance", "which") or 0), base="previous", part=m.get("part"))


# In the afternoon, X received Y: where the sentence begins, behind a day that the text has told
@rule("dates.en.in_the_part", "in the part")
def in_the_part(m: Match) -> Result:
    """Read a part of the day last spoken of, at the head of a sentence."""
    if not m.surface[0].isupper() or m.after(1) != ",":
        return None
    return Reading(shift=("day", 0), base="told", part=m.get("part"))


# the next day | the following day | the previous year | the preceding month; but not "over the next year"
@rule("dates.en.distance", "the? (distance | which) fiscal? unit")
def distance(m: Match) -> Result:
    """Read the unit before or after the date last spoken of."""
    unit, amount = unit_of(m.get("unit"), m.get("distance", "which"))
    if m.has("which"):
        surface = m.surface
        next_one = surface.lower().startswith(phrases("next_phrase")) or (surface[0].isupper() and unit == "day")
        if amount != 1 or not next_one or unit in ("decade", "century"):
            return None  # "the last year" and "the next decade" tell how long
        before = words_before(m)
        if unit != "day" and before and in_set(before[-1], "how_long"):
            return None
    return Reading(shift=(unit, amount), base="publication" if m.has("fiscal") else "text")


# the same day | that year | later that month | earlier the same week | that same day
@rule("dates.en.same", "((earlier | later) (in|on)?)? < (the? same | that same?) unit")
def same(m: Match) -> Result:
    """Read the unit that holds the date last spoken of."""
    unit = m.get("unit")
    if unit in ("century", "fortnight", "weekend") or (unit != "day" and not m.has("that") and not m.has("the")):
        return None
    return Reading(shift=(unit, 0), base="previous")


# early in the following year | the end of the previous month | late that year | the end of that same month
@rule("dates.en.edge_of_told", "the? edge dash? (in|of)? (the (same|distance) | that same?) unit")
def edge_of_told(m: Match) -> Result:
    """Read early, mid or late in the unit that holds the date last spoken of, or in the one beside it."""
    if m.get("unit") not in ("day", "week", "month", "year") or not (edge_is_meant(m) or m.kind(m.find("edge") + 1) == "in"):
        return None
    return Reading(shift=(m.get("unit"), m.get("distance") or 0), base="text", modifier=m.get("edge"))


# on this day in 1945 | this very day in 1945
@rule("dates.en.this_day_in", "on? < which unit in year")
def this_day_in(m: Match) -> Result:
    """Read the day of publication in another year."""
    if m.get("unit") != "day" or not is_a(m, "which", "running_one"):
        return None
    return Reading(shift=("day", 0), year=m.get("year"))


# earlier in the day | later in the week | later in the year
@rule("dates.en.later_in", "(earlier | later) in < the unit")
def later_in(m: Match) -> Result:
    """Read the unit in which the text stands."""
    return Reading(shift=(m.get("unit"), 0), base="previous") if m.get("unit") in ("day", "week", "month", "year") else None


# On the day, X met Y; but not "on the day of the vote" or "decided on the day"
@rule("dates.en.on_the_day", "on < the unit")
def on_the_day(m: Match) -> Result:
    """Read the day that the text tells of, where a sentence goes on from it."""
    opens = m.get("unit") == "day" and m.after(1) == "," and m.before(4).rstrip(" \n")[-1:] in ("", ".", "!", "?", "”", '"')
    return Reading(shift=("day", 0), base="previous") if opens else None


# the day before | the day after | the year before, behind which nothing follows
@rule("dates.en.unit_before", "the (unit|part) (before|after)")
def unit_before(m: Match) -> Result:
    """Read the unit beside the date last spoken of, where no event follows that it is counted from."""
    ended = m.after(1) in (".", ",", ";", ")", "") or any(in_set(word, "ends_unit") for word in m.after(8).split()[:1])
    if not ended or m.get("unit") in ("weekend", "fortnight"):
        return None
    amount = 1 if m.has("after") else -1
    if m.has("part"):
        return Reading(shift=("day", amount), base="previous", part=m.get("part"))
    return Reading(shift=(m.get("unit"), amount), base="previous")


# the week before last | the year after next
@rule("dates.en.before_last", "the? unit (before|after) which")
def before_last(m: Match) -> Result:
    """Read the unit but one before or after publication."""
    which = m.get("which")
    if not which or (which < 0) != m.has("before") or m.get("unit") not in ("week", "weekend", "month", "year"):
        return None
    return Reading(shift=(m.get("unit"), 2 * which))


# three days ago | a week ago | two years ago | about a month ago | a couple of days ago | two and a half years ago
# a year and a half ago
@rule("dates.en.ago", "about? num (and a half)? (unit|units) (and a half)? ago")
def ago(m: Match) -> Result:
    """Read so many units before publication."""
    if is_a(m, "ago", "ago_back") and m.after(1) not in (".", ",", ";", ""):
        return None  # "three months back pay"
    reading = _counted(m, -1, "publication")
    return _and_a_half(reading) if reading and m.has("half") else reading


def _and_a_half(reading: Reading) -> Reading:
    """Return half a year, decade or century more than the whole ones that a reading tells; less is not told by halves."""
    unit, amount = reading.shift or ("year", 0)
    if unit not in _HALVES:
        return reading
    smaller, half = _HALVES[unit]
    return evolve(reading, shift=(smaller, 2 * half * amount - half))


# two days later | a year earlier | three weeks afterwards | a decade later | a day before, behind which nothing follows
@rule("dates.en.later", "num (unit|units) (later|earlier|before|after)")
def later(m: Match) -> Result:
    """Read so many units after or before the date last spoken of."""
    if (m.has("before") or m.has("after")) and m.after(1) not in (".", ",", ";", ")", ""):
        return None
    long = m.get("unit", "units") in ("decade", "century")
    return _counted(m, 1 if m.has("later") or m.has("after") else -1, "told" if long else "text")


# year-ago figures | the year-earlier period
@rule("dates.en.year_earlier", "unit dash (earlier|ago)")
def year_earlier(m: Match) -> Result:
    """Read the year before, as reports of business say it."""
    return Reading(shift=("year", -1)) if m.get("unit") == "year" else None


# two weeks from now | a month hence
@rule("dates.en.hence", "num (unit|units) hence")
def hence(m: Match) -> Result:
    """Read so many units after publication."""
    if is_a(m, "hence", "from_today") and m.get("unit", "units") in ("day", "week", "month", "year"):
        return None  # that is a day
    return _counted(m, 1, "publication")


# half a year ago | half a century later
@rule("dates.en.half_unit", "half num unit (ago|later|earlier|hence)")
def half_unit(m: Match) -> Result:
    """Read half a year, a decade or a century before or after publication, or the date last spoken of."""
    told = m.get("unit")
    if told not in _HALVES or not m.has("a"):
        return None
    unit, amount = _HALVES[told]
    ahead = m.has("later") or m.has("hence")
    return Reading(shift=(unit, amount if ahead else -amount), base="publication" if m.has("ago") or m.has("hence") else "text")


def _counted(m: Match, sign: int, base: Base) -> Reading | None:
    """Return the unit that lies so many units away."""
    number = m.get("day", "count") or number_of(m.all("numeral")) or m.value(m.find("a"))
    unit, amount = unit_of(m.get("unit", "units"), sign * number)
    if unit == "weekend":
        return None
    return Reading(shift=(unit, amount), base=base, approximate=m.has("about") or is_a(m, "a", "couple"))


# every Friday | each year | every May | every two years | every other day
@rule("dates.en.every", "every (numeral|ordinal|ord|day)? (weekday|month|unit|units|season|part|quarter|nday)")
def every(_m: Match) -> Result:
    """Read a set of dates, which is no date."""
    return ()
