"""Vietnamese rules for decades and centuries."""

from __future__ import annotations

from itertools import pairwise

from eventx_dates.grammar import Match, Result, rule
from eventx_dates.reading import Interval, Reading
from eventx_dates.vietnamese import counts_on, following, goes_on, in_set

_LAST_CENTURY = 22


# thập niên 90 | thập kỷ 1990 | những năm 90 | đầu những năm 1990 | những năm 80 của thế kỷ XX
@rule(
    "dates.vi.decade",
    "edge? (decadeword | plural yearword (edge of?)? decadeword?) (count|year|day) (of? centuryword (roman|day|which))?",
)
def decade(m: Match) -> Result:
    """Read a decade."""
    value = m.get("count", "year") or m.get("day")
    if goes_on(m) or in_set(following(m), "units_behind"):
        return None  # "những năm 1960-1970", "những năm 20 tuổi"
    if isinstance(value, int):
        if value % 10 or not 10 <= value <= 90:
            return None
        number = m.get("roman") or (
            m.all("day")[-1] if m.has("centuryword") and m.has("day") and value not in m.all("day")[-1:] else None
        )
        century = number or (20 if value >= 30 or m.has("which") else 21)
        value = f"{century - 1:02}{value:02}"
    return Reading(year=value[:3] + "X", modifier=m.get("edge")) if value.endswith("0") else None


# những năm 60 và 70 | những năm 60, 70 của thế kỷ XX | đầu những năm 1960 và 1970 | thập niên 80, 90 | những năm 60-70
@rule(
    "dates.vi.decade_list",
    "edge? (decadeword | plural yearword) (count|year|day) (comma (count|year|day))* (and|comma|dash) (count|year|day)"
    " (of? centuryword (roman|day|which))?",
)
def decade_list(m: Match) -> Result:
    """Read several decades of one century."""
    last = m.find("centuryword") if m.has("centuryword") else m.last
    places = [index for index in m.where("count", "year", "day") if index < last]
    number = m.get("roman") or (m.all("day")[-1] if m.has("centuryword") and not m.has("which") else 20)
    years = [str(m.value(index)) if m.kind(index) == "year" else f"{number - 1:02}{m.value(index):02}" for index in places]
    if counts_on(m):
        return ()  # "những năm 60 và 70 tuổi"
    if any(len(year) != 4 or not year.endswith("0") for year in years) or m.after(1) in ("/", "%"):
        return None
    if m.has("dash") and m.has("year"):
        return None  # "những năm 1960-1970" are the years from one to the other
    found = [m.found(Reading(year=year[:3] + "X"), index, index) for year, index in zip(years, places, strict=True)]
    start = Reading(year=years[0][:3] + "X", modifier=m.get("edge"))
    if m.has("dash"):
        return Interval(start=start, end=Reading(year=years[-1][:3] + "X"))
    return [m.found(start, m.first, places[0]), *found[1:-1], m.found(found[-1].reading, places[-1], m.last - 1)]


# thế kỷ XXI | thế kỷ 21 | đầu thế kỷ XX | thế kỷ thứ 19
@rule("dates.vi.century", "edge? centuryword the? (roman|day|weekday) era?")
def century(m: Match) -> Result:
    """Read a century by its number; "thế kỷ thứ hai" has the words of Monday."""
    number = (m.get("roman", "day") or m.get("weekday") + 1) - 1
    return Reading(year=f"{number:02}XX", modifier=m.get("edge")) if 0 < number < 30 and m.get("era") != "bc" else None


# thế kỷ XIX và XX | thế kỷ 19 - 20 | từ thế kỷ X đến XV | thế kỷ 16, 17 và 18
@rule("dates.vi.century_list", "edge? centuryword the? (roman|day) (comma (roman|day))* (and|dash|comma|to) (roman|day)")
def century_list(m: Match) -> Result:
    """Read several centuries."""
    places = m.where("roman", "day")
    numbers = [m.value(index) for index in places]
    rising = all(one < other for one, other in pairwise(numbers))
    if not rising or numbers[0] < 1 or numbers[-1] > _LAST_CENTURY or counts_on(m) or m.after(1) in ("/", "%", "-"):
        return None
    first = m.found(Reading(year=f"{numbers[0] - 1:02}XX", modifier=m.get("edge")), m.first, places[0])
    rest = zip(numbers[1:], places[1:], strict=True)
    return [first, *(m.found(Reading(year=f"{number - 1:02}XX"), index, index) for number, index in rest)]
