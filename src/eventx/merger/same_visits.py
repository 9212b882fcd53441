"""Step 4a, fuse: when two tellings tell of one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.merger.draft import people, subset
from eventx.merger.lasting import had_arrived
from eventx.merger.names import tokens

if TYPE_CHECKING:
    from eventx.merger.fuse import Group
    from eventx.merger.tellings import Telling

_COARSE = frozenset({"month", "season", "quarter", "half", "year"})
_NOBODY: frozenset[int] = frozenset()


def same_visit(group: Group, telling: Telling) -> bool:
    """Tell whether the same person went to the same place; a visit without a named visitor is the last one to that place."""
    apart = telling.draft.value.background != group.first.draft.value.background and telling.date != group.date
    if apart and not had_arrived(group, telling):
        return False
    if _was_before(telling, group) or _is_next(group, telling):
        return False
    if _is_elsewhere(group, telling) or _is_trip_within(group, telling):
        return False
    mine = telling.people
    if _shows_around(group, telling):
        return False
    going = people(telling.draft.fillings, "visitor")
    known = group.cast.get("visitor", _NOBODY)
    if going and going <= known:
        return True  # at whose invitation, only one telling says
    # a headline may tell of the delegation only
    return (
        subset(mine, group.people)
        or (bool(known) and known <= going)
        or (bool(known & going) and _is_of_those_days(group, telling))
        or not mine
        or (not group.people and telling.place is not None)
    )


# X and his wife came to Lima on a visit from 3 to 5 May · Accompanying X on the visit to Peru are A and B
def _is_of_those_days(group: Group, telling: Telling) -> bool:
    """Tell whether a telling names the place of a visit told with its days, and no others: nobody is twice there."""
    dates = [date for date in (group.date, telling.date) if date is not None]
    placed = group.place is not None and telling.place is not None
    same = placed and telling.draft.value.status == group.first.draft.value.status and not telling.draft.value.background
    return same and bool(dates) and all(date.grain not in _COARSE for date in dates)


# Sau khi kết thúc chuyến thăm Đức, X bắt đầu *chuyến công tác* tham dự Diễn đàn tại Davos
def _is_next(group: Group, telling: Telling) -> bool:
    """Tell whether a sentence tells of one trip that it is over, and then of another."""
    last, draft = group.tellings[-1].draft, telling.draft
    if "over" not in last.fields or "over" in draft.fields or draft.value.anaphoric or "noun" not in draft.value.traits:
        return False
    another = telling.date is not None and telling.date != group.date
    return another and last.sentence == draft.sentence and last.trigger.span.end < draft.trigger.span.start


# ended with a joint visit of X and Y to the port, Y of the country that X visits
def _shows_around(group: Group, telling: Telling) -> bool:
    """Tell whether one of those said to go somewhere is of the country that the other went to: he only shows him around."""
    goal = group.place.country if group.place is not None else None
    visitors = [f.entity for f in telling.draft.fillings if f.role == "visitor" and f.entity.kind == "person"]
    return goal is not None and len(visitors) > 1 and any(entity.country == goal for entity in visitors)


def _is_elsewhere(group: Group, telling: Telling) -> bool:
    """Tell whether two visits went to different places."""
    a, b = telling.place, group.place
    # the airport one lands at may be anywhere in the country visited
    if a and b and "venue" not in (a.kind, b.kind) and tokens(a.name) != tokens(b.name) and a.country != b.country:
        return True
    # "on a visit to Chile, X also visited the province of Y"
    last = group.tellings[-1].draft
    return bool(a and b and {a.kind, b.kind} == {"country", "region"} and telling.draft.sentence == last.sentence)


def _is_trip_within(group: Group, telling: Telling) -> bool:
    """Tell whether one goes on from where one came to: "began an official visit to Chile. X *made a working trip to Temuco*"."""
    a, b = telling.place, group.place
    if a is None or b is None or telling.draft.value.anaphoric or a.kind not in ("city", "region"):
        return False
    forms = {telling.draft.fields.get("form"), group.fields.get("form")} - {None}
    later = telling.draft.sentence > group.tellings[-1].draft.sentence
    # "tại Quảng Tây … tại tỉnh Quảng Tây" is one place
    longer, shorter = sorted((tokens(a.name), tokens(b.name)), key=len, reverse=True)
    return len(forms) > 1 and later and longer[-len(shorter) :] != shorter


def _was_before(telling: Telling, group: Group) -> bool:
    """Tell whether one is still to come and the other was in a month or year that is told: "visited in 2019", "will visit"."""
    statuses = (telling.draft.value.status, group.first.draft.value.status)
    held = telling.date if statuses[0] == "held" else group.date
    return set(statuses) == {"planned", "held"} and held is not None and held.grain in _COARSE
