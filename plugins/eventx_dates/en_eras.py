"""English rules for years before and after Christ, for centuries and their decades."""

from __future__ import annotations

from eventx import Span
from eventx_dates.compose import fits
from eventx_dates.english import edge_is_meant
from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Found, Interval, Reading

_LAST = 9999  # years before Christ that are told by their number
_CENTURIES = 30  # of which a number that is no name tells
_NUMBER = "(year|count|day)"
_EDGE = "(the? edge dash? (in|of)? the? | the)?"
_ORDINAL = "(numeral dash)? (ordinal|ord)"


def _year(number: int, name: str) -> str:
    """Return the EDTF year of a number before or after Christ: 1 BC is the year 0."""
    if name == "bc":
        return f"-{number - 1:04}" if number > 1 else "0000"
    return f"{number:04}"


def _whole(m: Match, reading: Reading | Interval) -> Found:
    """Return a reading with the stop that ends "B.C." in its span."""
    span, text = m.span(), m.run.text
    dotted = "." in m.text_at(m.last - 1) and text[span.end : span.end + 1] == "."
    return Found(reading=reading, span=Span(span.start, span.end + dotted))


# 264 BC | AD 70 | 480 B.C.E. | March 15, 44 BC | 15 March 44 BC | 24 August AD 79 | early 49 BC | the spring of 52 BC
@rule(
    "dates.en.era",
    "(about dot?)? < ((month nday comma? | (the? nday of?)? month comma? of? | holiday comma? | the? edge dash? (in|of)? the? | "
    f"(the? edge | the)? season of?)? ({_NUMBER} era | era dot? {_NUMBER}))",
)
def era(m: Match) -> Result:
    """Read a year before or after Christ, with its day, month or season."""
    place = m.where("year", "count", "day")[-1]
    number, name = int(m.value(place)), m.get("era")
    if not 0 < number <= _LAST or (name == "bc" and m.find("era") < place) or not m.word("era").isupper() or not edge_is_meant(m):
        return None
    day = next((m.value(index) for index in m.where("day", "ord") if index != place), None)
    month = m.get("month", "season")
    if m.has("holiday"):
        value = m.get("holiday")
        if not isinstance(value, list | tuple) or len(value) != 2:
            return None
        month, day = value
    year, edge = _year(number, name), m.get("edge")
    reading = Reading(year=year, month=month, day=day, modifier=edge, approximate=m.has("about"))
    return _whole(m, reading) if fits(reading) else None


# 264-146 BC | from 264 to 146 BC | 218 BC - 201 BC | AD 66-73 | from AD 66 to 70 | 66-73 CE | 31 BC - AD 14
@rule(
    "dates.en.years_era",
    f"(from|between)? < ({_NUMBER} era? joint {_NUMBER} era | era dot? {_NUMBER} joint (era dot?)? {_NUMBER} | "
    f"{_NUMBER} era joint era dot? {_NUMBER})",
)
def years_era(m: Match) -> Result:
    """Read an interval of years before or after Christ."""
    places, names = m.where("year", "count", "day"), m.all("era")
    first, last = (int(m.value(index)) for index in places)
    if (m.has("and") and not m.has("between")) or not (0 < first <= _LAST and 0 < last <= _LAST) or not m.word("era").isupper():
        return None
    if names == ["bc", "ad"]:
        return _whole(m, Interval(start=Reading(year=_year(first, "bc")), end=Reading(year=_year(last, "ad"))))
    if len(set(names)) > 1 or (first <= last) == (names[0] == "bc") or first == last:
        return None
    return _whole(m, Interval(start=Reading(year=_year(first, names[0])), end=Reading(year=_year(last, names[0]))))


# the 50s BC | the late 60s AD
@rule("dates.en.decade_era", f"{_EDGE} decade era")
def decade_era(m: Match) -> Result:
    """Read a decade before or after Christ."""
    number, name = int(m.get("decade")), m.get("era")
    if not m.word("era").isupper():
        return None
    if name == "ad":
        return _whole(m, Reading(year=f"{number // 10:03}X", modifier=m.get("edge")))
    return _whole(m, Interval(start=Reading(year=_year(number + 9, name)), end=Reading(year=_year(number or 1, name))))


# the 20th century | the early nineteenth century | mid-18th century | the 5th century BC
@rule("dates.en.century", f"{_EDGE} {_ORDINAL} dash? unit era?")
def century(m: Match) -> Result:
    """Read a century by its number."""
    number = m.get("ordinal", "ord") + (m.get("numeral") or 0) - 1
    named = m.word("unit")[0].isupper() and m.after(2)[1:2].isupper()  # "20th Century Fox"
    if m.get("unit") != "century" or named or not 0 <= number < _CENTURIES:
        return None
    return _whole(m, _century(number, m.get("era"), m.get("edge")))


def _century(number: int, name: str | None, edge: str | None) -> Reading | Interval:
    """Return a century by its first two digits; one before Christ is an interval."""
    if name == "bc":
        first, last = _year(number * 100 + 100, name), _year(number * 100 + 1, name)
        return Interval(start=Reading(year=first, modifier=edge), end=Reading(year=last))  # type: ignore[arg-type] # see below
    return Reading(year=f"{number:02}XX", modifier=edge)  # type: ignore[arg-type] # the words file holds modifiers


# the 17th and 18th centuries | the late 19th and early 20th centuries | the fifth and fourth centuries BC
@rule("dates.en.centuries", f"{_EDGE} {_ORDINAL} dash? (and|to|dash) {_EDGE} {_ORDINAL} dash? (unit|units) era?")
def centuries(m: Match) -> Result:
    """Read two centuries."""
    places = m.where("ordinal", "ord")
    if m.get("unit", "units") != "century" or not all(0 < m.value(index) < _CENTURIES for index in places):
        return None
    found, begin = [], m.first
    for place in places:
        words = range(begin, place)
        number = m.value(place) + sum(m.value(index) for index in words if m.kind(index) == "numeral") - 1
        edges = [index for index in words if m.kind(index) == "edge"]
        first = min((index for index in words if m.kind(index) in ("edge", "numeral")), default=place)
        edge = m.value(edges[0]) if edges else None
        found.append(m.found(_century(number, m.get("era"), edge), first, place))
        begin = place + 1
    return found


# the first decade of the 20th century | the last decade of the nineteenth century
@rule("dates.en.decade_of_century", f"the? (ordinal|ord|which|final) unit (of|in) the? {_ORDINAL} unit")
def decade_of_century(m: Match) -> Result:
    """Read a decade by its place in a century."""
    units, places = m.all("unit"), m.where("ordinal", "ord")
    count, hundreds = m.get("ordinal", "ord", "which", "final"), m.value(places[-1]) + (m.get("numeral") or 0) - 1
    if units != ["decade", "century"] or not (count == -1 or 1 <= count <= 10) or not 0 <= hundreds < _CENTURIES:
        return None
    return Reading(year=f"{hundreds:02}{count - 1 if count > 0 else 9}X")


# the 1980s and '90s | the 1960s and 70s
@rule("dates.en.decades", f"{_EDGE} decade (and|to|dash) the? (edge dash?)? possessive? decade")
def decades(m: Match) -> Result:
    """Read two decades of which the second is told by two digits."""
    first, last = m.where("decade")
    years, short = m.value(first), m.value(last)
    if len(years) != 4 or len(short) != 2 or not years[2:] < short or not "1000" <= years <= "2199":
        return None
    edges = m.where("edge")
    behind = next((index for index in range(first + 1, last) if m.kind(index) in ("edge", "possessive")), last)
    edge = [next((m.value(index) for index in edges if (index < first) is before), None) for before in (True, False)]
    return [
        m.found(Reading(year=years[:3] + "X", modifier=edge[0]), m.first, first),
        m.found(Reading(year=years[:2] + short[0] + "X", modifier=edge[1]), behind, last),
    ]
