"""The days of what lasts: two days told together, or a first or last day with how long it takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from eventx.edtf import Date
from eventx.merger.choose import Candidate
from eventx.merger.draft import Draft, subset
from eventx.records import evolve

if TYPE_CHECKING:
    from eventx.contribution import PlaceMention
    from eventx.merger.fuse import Group
    from eventx.merger.index import Index
    from eventx.merger.tellings import Telling

_AND = 5
"""The most code points of "and" between two days of a stretch."""
_STAY = 3
"""How many days before he is received a visitor may have come."""
_KEPT = 120
"""How many days before or after it an anniversary is told of at most."""
ANY_YEAR = "XXXX"
"""What stands for the year of a date that settles none."""
_YEARS = (2000, 2001)
"""A leap year and one that is none: what is told of a day without a year holds in both."""


class Told(Protocol):
    """A telling of a visit, as far as it matters here."""

    draft: Draft
    dates: list[Candidate]


def as_stretch(found: list[Candidate]) -> list[Candidate]:
    """Return the dates of what lasts with two days that follow each other as one stretch: "Ngày *26 và 27/7*, X thăm Y"."""
    for first, second in pairwise(found):
        a, b = first.value, second.value
        near = 0 < second.source.span.start - first.source.span.end <= _AND
        if not (near and isinstance(a, Date) and isinstance(b, Date) and a.grain == b.grain == "day"):
            continue
        if a.calendar == b.calendar == "gregorian" and a.edtf[:-2] == b.edtf[:-2] and int(b.edtf[-2:]) == int(a.edtf[-2:]) + 1:
            whole = Date(f"{a.edtf}/{b.edtf}", certainty=a.certainty, settled=a.settled)
            return [evolve(first, value=whole), *[candidate for candidate in found if candidate not in (first, second)]]
    return found


def lasting(day: Date, days: int, *, over: bool) -> Date:
    """Return the interval of what lasts `days` days from a day on ("a two-day visit beginning Sunday"), or up to it if `over`."""
    if day.grain != "day" or days < 2 or day.calendar != "gregorian":
        return day
    others = {_days_on(day, 1 - days if over else days - 1, year) for year in _YEARS}
    if len(others) > 1 or None in others:
        return day
    first, last = sorted((day.edtf, *map(str, others)))
    return Date(f"{first}/{last}", certainty="implied", settled=(*day.settled, ("start" if over else "end", "duration")))


def _days_on(day: Date, days: int, year: int) -> str | None:
    """Return the day so many days after another; of a day without a year, what it would be in the one given, if within it."""
    if day.earliest is not None:
        ordinal = day.earliest.toordinal() + days
        return dt.date.fromordinal(ordinal).isoformat() if 0 < ordinal <= dt.date.max.toordinal() else None
    month, number = day.edtf[-5:-3], day.edtf[-2:]
    if not (month + number).isdigit() or (month, number) == ("02", "29"):
        return None
    other = dt.date(year, int(month), int(number)) + dt.timedelta(days=days)
    return f"{ANY_YEAR}-{other:%m-%d}" if other.year == year else None


# the 75th anniversary of the service (August 28), in a text that tells when it appeared
def with_year(index: Index, draft: Draft, own: Date) -> Candidate | None:
    """Return the date of a draft whose own words tell day and month alone, in the year in which it is nearest to publication."""
    published = index.document.published
    if published is None or own.grain != "day":
        return None
    days = [day for year in range(-1, 2) if (day := _in_year(own, published.year + year)) is not None]
    day = min(days, key=lambda day: abs(day - published), default=None)
    if day is None or abs(day - published).days > _KEPT:
        return None
    value = Date(day.isoformat(), certainty="implied", settled=(("year", "publication"),))
    return Candidate(field="date", value=value, source=draft.trigger, scope="frame", certainty="implied")


def _in_year(date: Date, year: int) -> dt.date | None:
    """Return the day of a date without a year in one; none where the year has no such day."""
    try:
        return dt.date(year, int(date.edtf[5:7]), int(date.edtf[8:10]))
    except ValueError:
        return None


# X arrived in Lima on Monday. … She is on a three-day visit to Peru
def from_arrival(tellings: Sequence[Told], found: list[Candidate]) -> list[Candidate]:
    """Return the dates of a visit with its days, where one telling has the day of arrival and another how long it takes."""
    days = {candidate.value.edtf for candidate in found if isinstance(candidate.value, Date) and candidate.value.grain == "day"}
    took = [telling.draft for telling in tellings if isinstance(telling.draft.fields.get("days"), int)]
    if len(days) != 1 or not all(isinstance(c.value, Date) and c.value.edtf in days for c in found):
        return found
    long = took[0].fields.get("days") if took else None
    arrivals = [telling.draft for telling in tellings if telling.dates and "arrival" in telling.draft.value.traits]
    if not isinstance(long, int) or took[0].fields.get("over") or not any(a.sentence <= took[0].sentence for a in arrivals):
        return found
    return [evolve(c, value=lasting(c.value, long, over=False)) if isinstance(c.value, Date) else c for c in found]


# spoke today during her visit to Lima. She arrived last night
def without_later_days(tellings: Sequence[Told], found: list[Candidate]) -> list[Candidate]:
    """Return the dates of a visit without the days on which somebody was there who is told to have come one of those before."""
    came = [c for t in tellings if "arrival" in t.draft.value.traits for c in t.dates]
    if not came or len(came) == len(found):
        return found
    days = [c.value for c in came if isinstance(c.value, Date) and _day(c.value) is not None]
    first = min(days, key=lambda date: _day(date) or dt.date.max, default=None)
    later, arrived = range(1, _STAY + 1), {id(c) for c in came}  # by identity: comparing each with each would cost their product
    return [c for c in found if id(c) in arrived or not isinstance(c.value, Date) or _days_between(first, c.value) not in later]


def _day(date: Date) -> dt.date | None:
    """Return the first day of a date; of one without a year, in a year that is no leap year."""
    month, day = date.edtf[5:7], date.edtf[8:10]
    try:
        return date.earliest or (dt.date(_YEARS[1], int(month), int(day)) if date.edtf.startswith(ANY_YEAR) else None)
    except ValueError:
        return None


# received the visiting President X on Tuesday. X, who arrived in Lima on Monday · arrived on Monday. Today, during the visit, …
def had_arrived(group: Group, telling: Telling) -> bool:
    """Tell whether a verb of coming tells one of the days before that on which a visitor is said to be there, in either order."""
    same = not telling.people or subset(telling.people, group.people)
    if group.type != "visit" or not same or not _may_be_there(group.place, telling.place):
        return False
    comes, came = ("arrival" in draft.value.traits for draft in (telling.draft, group.first.draft))
    if comes and _days_between(telling.date, group.date) in range(1, _STAY + 1):
        return True
    held = telling.draft.value.status == group.first.draft.value.status
    return came and held and _days_between(group.date, telling.date) in range(1, _STAY + 1)


def _may_be_there(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """Tell whether two places a visitor is said to be in may be one: a country and a town of it, or of one name."""
    if one is None or other is None:
        return True
    return one.country == other.country and ("country" in (one.kind, other.kind) or one.name == other.name)


def _days_between(first: Date | None, second: Date | None) -> int | None:
    """Return how many days one day is before another; of days without a year, where they lie in one."""
    if first is None or second is None or second.grain != "day":
        return None
    one, other = _day(first), _day(second)
    known = (first.earliest is None) == (second.earliest is None)
    return (other - one).days if known and one is not None and other is not None else None
