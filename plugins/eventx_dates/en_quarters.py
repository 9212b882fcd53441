"""English rules for quarters and halves of a year, of the calendar or of a business."""

from __future__ import annotations

from eventx_dates.english import alone, in_set, is_a, is_business, phrases, short_year, words_before
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Found, Reading, Toward, Unit

_FIRST = {"quarter": 32, "half": 39}  # one before the EDTF code of the first
_COUNT = {"quarter": 4, "half": 2}


def _code(m: Match) -> int | None:
    """Return the EDTF code of the quarter or half that is named."""
    name = "quarter" if m.has("quarter") else "half"
    number = m.get("ordinal", "ord") or m.get(name)
    return _FIRST[name] + number if 1 <= number <= _COUNT[name] else None


# third quarter of 2022 | Q3 2022 | fourth-quarter | the second half of last year | first half of 2022 | the third quarter
# the fiscal first quarter | the third fiscal quarter of 1998 | 3Q 1998
@rule(
    "dates.en.quarter",
    "the? fiscal? ((ordinal|ord) dash?)? fiscal? (quarter|half) "
    "(comma? (of|in)? the? fiscal? unit? (year | which fiscal? unit | unit))?",
)
def quarter(m: Match) -> Result:
    """Read a quarter or half of a year."""
    code = _code(m)
    if code is None:
        return None
    if m.has("year"):
        return Reading(year=m.get("year"), month=code)
    if m.has("unit"):
        return Reading(shift=("year", m.get("which") or 0), month=code) if m.get("unit") == "year" else None
    if not (m.has("fiscal") or is_business(m) or alone(m)) or (m.has("half") and m.after(4).startswith(phrases("of", " "))):
        return None
    if m.after(4).startswith(phrases("of", " ", " ")) and any(in_set(word, "age") for word in m.after(40).split()[:5]):
        return None  # "the first quarter of the 19th century"
    return Reading(month=code, toward=_reported(m))


# the final quarter of 2018 | the last quarter of this year | the latter half of last year
@rule(
    "dates.en.last_quarter", "the? (which|final) fiscal? (quarter|half) of the? fiscal? unit? (year | which fiscal? unit | unit)"
)
def last_quarter(m: Match) -> Result:
    """Read the first or last quarter or half of a year, told by no number."""
    place, name = m.value(m.find("which", "final")), "quarter" if m.has("quarter") else "half"
    if m.get(name) or place == 0 or (m.kind(m.find("which", "final")) == "which" and not is_a(m, "which", "last_one")):
        return None
    code = _FIRST[name] + (_COUNT[name] if place < 0 else 1)
    if m.has("year"):
        return Reading(year=m.get("year"), month=code)
    which = m.value(m.last - 2) if m.kind(m.last - 2) == "which" else 0
    return Reading(shift=("year", which), month=code) if m.get("unit") == "year" else None


def _reported(m: Match) -> Toward | None:
    """Return that a quarter is past whose results are told, even if they will be: "will report fourth-quarter earnings"."""
    after = m.after(30).split()
    if not any(in_set(word, "results") for word in after[:2]):
        return None
    return "past" if any(in_set(word, "report") for word in words_before(m, 40)) else None


# 1Q13 | 2013Q1 | 1H23
@rule("dates.en.short_quarter", "ym")
def short_quarter(m: Match) -> Result:
    """Read a quarter or half with its year in one word."""
    year, code = m.get("ym")
    if (
        code <= 12
        or m.after(1) in ("-", "/", ":")
        or m.before(1) in ("-", "/")
        or in_set((words_before(m) or [""])[-1], "before_count")
    ):
        return None
    return Reading(year=year, month=code)


# Q3'22 | Q4-2021 | 3Q '22 | H1/2023
@rule("dates.en.quarter_short_year", "(quarter|half) (possessive (day|count) | (dash|slash) year)")
def quarter_short_year(m: Match) -> Result:
    """Read a quarter or half in short with its year behind it."""
    code, digits = _code(m), m.text_at(m.last - 1)
    if code is None or len(digits) not in (2, 4):
        return None
    return Reading(year=short_year(digits) if len(digits) == 2 else m.get("year"), month=code)


# 1997's third quarter | the 1997 third quarter | last year's fourth quarter | this year's first half
@rule(
    "dates.en.quarter_of",
    "year dash? quarter | "
    "(the? year (possessive s)? | (which|distance)? unit possessive s) fiscal? (ordinal|ord) dash? fiscal? (quarter|half)",
)
def quarter_of(m: Match) -> Result:
    """Read a quarter or half with its year before it."""
    code = _code(m)
    if code is None:
        return None
    if m.has("year"):
        return Reading(year=m.get("year"), month=code)
    if m.get("unit") != "year":
        return None
    return Reading(shift=("year", m.get("which", "distance") or 0), month=code)


# the first and second quarters | the second and third quarters of 1997
@rule(
    "dates.en.quarters",
    "the? fiscal? (ordinal|ord) (and|to|dash) the? (ordinal|ord) (quarter | fiscal? plural) "
    "((of|in)? the? (year | which? unit))?",
)
def quarters(m: Match) -> Result:
    """Read two quarters of one year."""
    places = m.where("ordinal", "ord")
    numbers = [m.value(index) for index in places]
    if m.get("plural") not in (None, "quarter") or not all(1 <= number <= 4 for number in numbers):
        return None
    if m.has("unit") and m.get("unit") != "year":
        return None
    if not m.has("year") and not m.has("unit") and not is_business(m):
        return None
    found = []
    for number, index in zip(numbers, places, strict=True):
        code = _FIRST["quarter"] + number
        shift: tuple[Unit, int] | None = ("year", m.get("which") or 0) if m.has("unit") else None
        reading = Reading(year=m.get("year"), month=code, shift=shift)
        found.append(Found(reading=reading, span=m.span(index, index)))
    return found


# last quarter | this quarter | next quarter | the previous quarter | the latest fiscal quarter
@rule("dates.en.which_quarter", "(which|distance) fiscal? quarter")
def which_quarter(m: Match) -> Result:
    """Read the quarter before, at or after publication."""
    named = not m.has("distance") and in_set(m.word("which"), "quarter_at_hand")
    if m.get("quarter") or not (named or is_business(m) or alone(m)):
        return None
    return Reading(shift=("quarter", m.get("which", "distance")), base="text" if m.has("distance") else "publication")


# the year-earlier quarter | the same quarter last year | the same quarter a year earlier | the comparable quarter of last year
@rule(
    "dates.en.same_quarter",
    "the? unit dash (earlier|ago) fiscal? ((ordinal|ord) dash?)? quarter | "
    "the same fiscal? quarter comma? of? the? (which unit | a unit (earlier|ago|before) | distance unit)",
)
def same_quarter(m: Match) -> Result:
    """Read the quarter of the year before the one that is reported."""
    if m.get("unit") != "year" or m.get("quarter") or m.get("which", "distance") not in (None, -1):
        return None
    return Reading(shift=("quarter", -4), base="reported")


# in the quarter | for the quarter, of which the text has told
@rule("dates.en.the_quarter", "(in|for) < the quarter")
def the_quarter(m: Match) -> Result:
    """Read the quarter last spoken of."""
    after = m.after(12).split()
    if m.get("quarter") or not is_business(m) or (after and in_set(after[0], "quarter_goes_on")) or m.after(1) == "-":
        return None
    return Reading(shift=("quarter", 0), base="previous")
