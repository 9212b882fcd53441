"""Step 4a, fuse: how the dates that tellings give agree."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING, TypeGuard

from eventx.edtf import Date
from eventx.merger.choose import Candidate
from eventx.merger.lasting import ANY_YEAR, had_arrived

if TYPE_CHECKING:
    from eventx.merger.fuse import Group
    from eventx.merger.tellings import Telling

COARSE = frozenset({"month", "season", "quarter", "half", "year", "decade", "century"})
"""Grains of dates that no day is told by."""
_DAY, _MONTH, _STRETCH = frozenset({"day"}), frozenset({"month"}), frozenset({"interval"})
_TWO = 2
_LATEST = 8
"""How many tellings of an event are asked for the part of the day."""
_WEEK = 6
"""The least days between the first and the last day of a week."""


def finer(a: Date | None, b: Date | None) -> Date | None:
    """Return the finer of two compatible dates."""
    if a is None or b is None:
        return a or b
    return b if a.contains(b) and a.edtf != b.edtf else a


# a three-day visit on Tuesday … arrived on Tuesday: what is done on Wednesday is done on it, too
def date_of_both(kind: str, a: Date | None, b: Date | None) -> Date | None:
    """Return the finer of two compatible dates of an event of a type; of a visit the stretch of which the other is a day."""
    if kind == "visit" and a is not None and b is not None and {a.grain, b.grain} == {"day", "interval"}:
        return a if a.grain == "interval" else b
    return finer(a, b)


def dates_agree(a: Date | None, b: Date | None) -> bool:
    """Tell whether two dates may be one day or stretch."""
    return a is None or b is None or a.contains(b) or b.contains(a)


def told_together(kind: str, found: Sequence[Candidate], again: Sequence[Candidate]) -> list[Candidate]:
    """Return the dates of all tellings of an event of a type: those told first, else those of tellings that take it up."""
    if kind == "conference":
        found = without_days_of_conference(found, again)
    stretches = finer_stretches(found, again) if found and kind == "visit" else []
    told = without_coarse([*found, *stretches] or again)
    return _with_years(without_weeks(told) if kind == "meeting" and len(told) > 1 else told)


# from 3 to 6 August … from 3 to 6 August 2013
def _with_years(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the dates without those of which another telling tells the year, too."""
    told = [c.value.edtf for c in found if isinstance(c.value, Date)]
    without = {edtf for edtf in told if edtf.startswith(ANY_YEAR)}
    if not without or len(without) == len(told):
        return list(found)
    dated = {"/".join([ANY_YEAR + day[len(ANY_YEAR) :] for day in edtf.split("/")]) for edtf in told if edtf not in without}
    return [c for c in found if not (isinstance(c.value, Date) and c.value.edtf in without and c.value.edtf in dated)]


def _told(found: Sequence[Candidate], grains: Container[str]) -> list[Date]:
    """Return the dates of some grains, each once: a text may tell the same day a thousand times."""
    dates = (c.value for c in found if isinstance(c.value, Date) and c.value.grain in grains)
    return list({(date.calendar, date.edtf): date for date in dates}.values())


def finer_stretches(found: Sequence[Candidate], again: Sequence[Candidate]) -> list[Candidate]:
    """Return the stretches told later within those told first: "next week … during the visit, from December 2 to 4"."""
    stretches = _told(found, _STRETCH)
    told = [(c, c.value) for c in again if isinstance(c.value, Date) and c.value.grain == "interval"]
    if not stretches and told:
        # "concluded on 5 May a visit … during the trip, from 3 to 5 May"
        days = _told(found, _DAY)
        return [c for c, value in told if days and all(value.contains(day) for day in days)]
    return [c for c, value in told if any(stretch.contains(value) for stretch in stretches)]


def without_days(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the dates of a visit without days that lie in a stretch told of it: of its beginning, its end, its meetings."""
    stretches = _told(found, _STRETCH)
    kept = [
        c
        for c in found
        if not (isinstance(c.value, Date) and c.value.grain == "day" and any(stretch.contains(c.value) for stretch in stretches))
    ]
    # "next week … from December 2 to 4": the days say it better
    coarser = {s.edtf for s in stretches if any(s.contains(other) and s.edtf != other.edtf for other in stretches)}
    if not coarser:
        return kept
    return [c for c in kept if not (isinstance(c.value, Date) and c.value.grain == "interval" and c.value.edtf in coarser)]


def without_coarse(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the dates without the months and years in which a finer one lies that is told, too: "this year … on Wednesday"."""
    if len(found) < _TWO or all(isinstance(c.value, Date) and c.value.grain == "day" for c in found):
        return list(found)
    days = [*_told(found, _DAY), *_told(found, _MONTH)]
    return [
        c
        for c in found
        if not (isinstance(c.value, Date) and c.value.grain in COARSE and any(c.value.contains(d) and c.value != d for d in days))
    ]


# will meet on 28 September … will hold talks early next week
def without_weeks(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the dates of a meeting without the weeks, or longer stretches, in which a day lies that is told, too."""
    days = _told(found, _DAY)
    return [c for c in found if not (_is_week(c.value) and any(c.value.contains(day) for day in days))] if days else list(found)


def _is_week(value: object) -> TypeGuard[Date]:
    """Tell whether a date is a stretch of a week or more."""
    if not isinstance(value, Date) or value.grain != "interval" or value.earliest is None or value.latest is None:
        return False
    return (value.latest - value.earliest).days >= _WEEK


# Sáng 5/9, X tiếp Y. … *Tối* 5/9, X gặp Y
def is_at_other_hour(group: Group, telling: Telling) -> bool:
    """Tell whether a telling says another part of the day than all tellings of a group, which say one."""
    date = telling.date
    if date is None or date.part_of_day is None or date.grain != "day" or telling.draft.value.anaphoric or not group.dated:
        return False
    parts = {value.part_of_day for told in group.tellings[-_LATEST:] if (value := told.date) is not None and value.grain == "day"}
    return bool(parts) and None not in parts and date.part_of_day not in parts


def without_days_of_conference(found: Sequence[Candidate], again: Sequence[Candidate]) -> list[Candidate]:
    """Return the stretches told of a conference where its other dates are days of theirs: "met on Tuesday at the forum"."""
    told = [(c, c.value) for c in (*found, *again) if isinstance(c.value, Date) and c.value.grain == "interval"]
    days = _told(found, _DAY)
    if not told or not days:
        return list(found)
    lasting = [c for c, value in told if all(value.contains(day) for day in days)]
    return lasting or list(found)


def agree(group: Group, telling: Telling) -> bool:
    """Tell whether neither status nor date keeps a telling from being of the group's event."""
    own, other = telling.draft.value.status, group.first.draft.value.status
    if own != other and "hypothetical" in (own, other):
        return False
    undated = telling.draft.undated if group.dated else group.undated and telling.date is not None
    if own != other and undated and group.type == "meeting":
        return False  # "will meet X next week … met X on 26 April"
    return telling.date is None or dates_agree(group.date, telling.date) or had_arrived(group, telling)
