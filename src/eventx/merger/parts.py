"""Which events belong to another: a visit contains the meetings, ceremonies and signings of its visitors there in its days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from eventx.merger.draft import AFAR
from eventx.model import Event, FieldSource, Participant
from eventx.records import evolve

PARTS = ("meeting", "ceremony", "signing")
"""The types of event that a visit may contain."""
RULE = "merger.part_of"
_LONGEST = 31
"""How many days a visit's date may cover that still ties it to an event of another document."""

_ALIKE = 2
"""How many visits that nothing tells apart are kept: an event belongs to none of several."""
_NONE: Mapping[object, list[Event]] = {}

Same = Callable[[Participant, Participant], bool]


def with_parts(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events of one document, each that took place during a visit with that visit's id."""
    visits = [event for event in events if event.type == "visit"]
    if not visits:
        return tuple(events)
    # by who travels, so that in a long text an event is held against few; one document names each by one name
    going: dict[tuple[str, str], dict[object, list[Event]]] = defaultdict(dict)
    for trip in visits:
        for person in travellers(trip):
            alike = going[person.name, person.kind].setdefault((trip.date, trip.status, trip.place and trip.place.country), [])
            if len(alike) < _ALIKE:
                alike.append(trip)
    found = list(events)
    for place, event in enumerate(events):
        if event.type in PARTS:
            told = [alike for person in event.participants for alike in going.get((person.name, person.kind), _NONE).values()]
            near = {id(trip): trip for alike in told for trip in alike}
            visit = container(event, near.values(), one_text=True) if near else None
            if visit is not None:
                found[place] = evolve(event, part_of=visit.id, provenance=(*event.provenance, record(event, visit)))
    return tuple(found)


def record(event: Event, visit: Event) -> FieldSource:
    """Return why an event belongs to a visit."""
    names = ", ".join(person.name for person in travellers(visit))
    dated = "its date lies in that of the visit" if event.date and visit.date else "it is told as of that visit's days"
    reason = f"{names} took part, {dated}, and no place speaks against it"
    return FieldSource(field="part_of", value=visit.id, rule=RULE, reason=reason)


def container(event: Event, visits: Iterable[Event], *, same: Same | None = None, one_text: bool) -> Event | None:
    """Return the visit during which an event took place; of several the one with the finest date, and none if two are alike.

    Args:
        event: the event.
        visits: those it may belong to.
        same: tells whether two participants are one; not given where in each of the visits somebody travels who takes part.
        one_text: whether one document tells of all, so that a date that is not told need not be different.

    """
    if event.type not in PARTS or getattr(event, "form", None) in AFAR:
        return None
    countries = _countries(event)
    fitting = [
        (_length(visit), visit)
        for visit in visits
        if _holds(visit, event, countries, one_text=one_text) and (same is None or _takes_part(visit, event, same))
    ]
    if len(fitting) < 2:
        return fitting[0][1] if fitting else None
    shortest = min(length for length, _ in fitting)
    chosen = [visit for length, visit in fitting if length == shortest]
    return chosen[0] if len(chosen) == 1 else None


def travellers(visit: Event) -> tuple[Participant, ...]:
    """Return who travels: the people, or where none is named, the bodies."""
    found = tuple([person for person in visit.participants if person.role == "visitor"])
    return tuple([person for person in found if person.kind == "person"]) or found


def _holds(visit: Event, event: Event, countries: Collection[str], *, one_text: bool) -> bool:
    """Tell whether an event of a visitor may be part of a visit: in the visit's days, not in another country."""
    if (visit.status == "hypothetical") != (event.status == "hypothetical"):
        return False
    if visit.status == "cancelled" and event.status != "cancelled":
        return False
    there = visit.place.country if visit.place else None
    if there is not None and countries and there not in countries:
        return False
    return _dates_hold(visit, event, one_text=one_text)


def _takes_part(visit: Event, event: Event, same: Same) -> bool:
    """Tell whether somebody who travels takes part in an event."""
    return any(same(visitor, person) for visitor in travellers(visit) for person in event.participants)


def _dates_hold(visit: Event, event: Event, *, one_text: bool) -> bool:
    """Tell whether an event's date lies in the visit's; in one text, neither need be told."""
    if visit.date is None or event.date is None:
        # what is told without a day may be of another time, unless it was held as the visit was, or is planned as it is
        return one_text and visit.status == event.status
    if visit.date.calendar != event.date.calendar or not visit.date.contains(event.date):
        return False
    return one_text or _length(visit) <= _LONGEST


def _length(visit: Event) -> int:
    """Return how many days a visit's date covers; more than any date where none is told."""
    date = visit.date
    if date is None:
        return 10**9
    first, last = date.told
    if first is None or last is None:
        return 1 if date.grain == "day" else 10**8
    return (last - first).days + 1


def _countries(event: Event) -> Collection[str]:
    """Return where an event may have taken place: the country of its place; without one, where its hosts are at home."""
    if event.place is not None and event.place.country is not None:
        return (event.place.country,)
    return {person.country for person in event.participants if person.role == "host" and person.country}
