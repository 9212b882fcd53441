"""Step 3d, date: the days of the stay on which something was done of which the text tells no day.

Accepts: "X was in Peru from 3 to 5 May. *He met Y*"; "X sẽ thăm Peru từ ngày 3-5/5. Dự kiến, X sẽ *hội đàm với* Y".
Where the text tells on which day of the stay something was, what it tells without one is left without.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from eventx.contribution import PlaceMention
from eventx.edtf import Date
from eventx.merger.choose import Candidate
from eventx.merger.draft import AFAR
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.lead import takes_lead_date
from eventx.merger.scenes import at_scene

_ON_A_DAY = frozenset({"meeting", "ceremony", "signing"})
"""Types of what is done on one day of a stay."""
_TYPES = _ON_A_DAY | {"conference"}
"""Types of what is done during a stay."""
_LONGEST = 15
"""How many days a stay lasts at most of which its days tell something."""
_BACK = 8
"""How many visits of somebody back the stay is looked for."""
_FAR = 12
"""How many sentences behind a stay that is over something may be told as still to come on it."""


@attrs.frozen(eq=False)
class _Stay:
    """A visit, with its days if it is told on which, where it goes, in which sentences it is told, and where in the text."""

    group: Group
    days: Sequence[Candidate]
    countries: frozenset[str]
    sentences: frozenset[int]
    starts: Sequence[int]

    def told_before(self, start: int) -> int:
        """Return where it is told last before an offset, or -1."""
        at = bisect_left(self.starts, start)
        return self.starts[at - 1] if at else -1

    @property
    def date(self) -> Date | None:
        """The stretch of its days."""
        value = self.days[0].value if self.days else None
        return value if isinstance(value, Date) else None


class _Trips:
    """The visits of somebody, in the order of the text."""

    def __init__(self) -> None:
        self.stays: list[_Stay] = []
        self.starts: list[int] = []
        self.first = -1  # the first one with its days
        self.countries: set[str] = set()  # where those with their days go

    def add(self, stay: _Stay) -> None:
        """Add the next visit."""
        if stay.days:
            self.first = self.first if self.first >= 0 else len(self.stays)
            self.countries |= stay.countries
        self.stays.append(stay)
        self.starts.append(_start(stay.group))


class During:
    """The stays of a text by those who make them, asked for the days on which something was done."""

    def __init__(self, index: Index, told: Iterable[Group]) -> None:
        self._index = index
        self._trips: dict[int, _Trips] = defaultdict(_Trips)
        self._daily: dict[int, dict[str, Date]] = defaultdict(dict)
        self._apart: dict[tuple[int, int], bool] = {}
        groups = list(told)
        stays = [_stay(group) for group in groups if group.type == "visit" and not group.first.draft.value.background]
        if not any(stay.days for stay in stays):
            return  # nearly always
        for stay in sorted(stays, key=lambda stay: _start(stay.group)):
            for number in _visitors(stay.group):
                self._trips[number].add(stay)
        for group in groups:
            if group.type in _ON_A_DAY and group.date is not None and group.date.grain == "day":
                for number in group.everyone & self._trips.keys():
                    self._daily[number][group.date.edtf] = group.date

    def days(self, group: Group) -> list[Candidate]:
        """Return the days of the stay on which something happened that is told without a day, by implication."""
        if not self._trips or group.type not in _TYPES or not self._may_be(group):
            return []
        for number in sorted(group.everyone):
            stay = self._stay_of(number, group) if number in self._trips else None
            if stay is not None and not self._is_told_daily(number, stay):
                return [at_scene(candidate) for candidate in stay.days]
        return []

    # X paid a visit to Peru *on March 19-20* and met with Y
    def is_outside(self, group: Group, day: Candidate) -> bool:
        """Tell whether a day is none of the stay that is told in the sentence of something done on it."""
        if not self._trips or group.type not in _ON_A_DAY or not isinstance(day.value, Date):
            return False
        sentence = group.first.draft.sentence
        for number in group.everyone & self._trips.keys():
            stay = self._stay_of(number, group)
            if stay is not None and sentence in stay.sentences and stay.date is not None and not stay.date.contains(day.value):
                return True
        return False

    def _is_told_daily(self, number: int, stay: _Stay) -> bool:
        """Tell whether the text tells on which day of a stay its visitor did something."""
        key = (number, id(stay))
        if key not in self._apart:
            date = stay.date
            self._apart[key] = date is not None and any(map(date.contains, self._daily.get(number, {}).values()))
        return self._apart[key]

    def _may_be(self, group: Group) -> bool:
        """Tell whether something may have been done by somebody on a stay: it is no thing of the past, nor a call."""
        if group.fields.get("form") in AFAR or group.first.draft.value.background:
            return False
        if group.first.draft.value.status == "planned" or group.type == "conference":
            return True
        return takes_lead_date(self._index, group)

    def _stay_of(self, number: int, group: Group) -> _Stay | None:
        """Return the stay told last before an event, else the first behind it; none where another trip is told between."""
        trips, country = self._trips[number], group.place.country if group.place is not None else None
        at = bisect_left(trips.starts, _start(group))
        before = 0 <= trips.first < at
        stays = trips.stays[max(at - _BACK, 0) : at][::-1] if before else trips.stays[max(trips.first, 0) :][:1]
        if len(stays) > 1:
            # "will visit Peru and Chile. He will be in Peru from 3 to 5 May. *There* he will meet Y"
            start = _start(group)
            stays.sort(key=lambda stay: stay.told_before(start), reverse=True)
        for stay in stays:
            if country is not None and stay.countries and country not in stay.countries:
                continue
            if stay.days:
                return stay if self._agrees(stay, group) else None
            if stay.countries and stay.countries.isdisjoint(trips.countries):
                return None
        return None

    def _agrees(self, stay: _Stay, group: Group) -> bool:
        """Tell whether an event and a stay are both over, or both still to come, or the stay goes on when the text appears."""
        visit, draft = stay.group.first.draft, group.first.draft
        if group.type == "conference" and not _takes_up(group, stay):
            return False
        # "will be in Lisbon on 3 and 4 May, on a programme that includes a meeting with X"
        same = visit.sentence == draft.sentence and "noun" in draft.value.traits
        if visit.value.status == draft.value.status or same:
            return True
        date, published = stay.date, self._index.document.published
        if date is None or date.earliest is None or date.latest is None or published is None:
            return draft.value.status == "planned" and 0 <= draft.sentence - visit.sentence <= _FAR
        if draft.value.status == "planned":
            return visit.value.status == "held" and published <= date.latest
        return visit.value.status == "planned" and date.earliest <= published


# *As part of the visit*, X will attend the Pacific Forum
def _takes_up(conference: Group, stay: _Stay) -> bool:
    """Tell whether a sentence that tells of a conference tells of a visit, too."""
    return any(telling.draft.sentence in stay.sentences for telling in conference.tellings)


def _visitors(visit: Group) -> set[int]:
    """Return the numbers of those who pay a visit."""
    return {
        filling.entity.number for telling in visit.tellings for filling in telling.draft.fillings if filling.role == "visitor"
    }


def _stay(visit: Group) -> _Stay:
    """Return a visit with the days that are told of it, if they are one stretch of a few."""
    found = visit.candidates("date") if visit.dated else []
    dates = {candidate.value for candidate in found}
    date = next(iter(dates)) if len(dates) == 1 else None
    places = (candidate.value for candidate in visit.candidates("place"))
    countries = frozenset(place.country for place in places if isinstance(place, PlaceMention) and place.country is not None)
    told = frozenset(telling.draft.sentence for telling in visit.tellings)
    starts = sorted(telling.draft.trigger.span.start for telling in visit.tellings)
    return _Stay(visit, found[:1] if isinstance(date, Date) and _is_stay(date) else (), countries, told, starts)


def _is_stay(date: Date) -> bool:
    """Tell whether a date is a stretch of a few days."""
    if date.grain != "interval" or not all(part is not None and part.grain == "day" for part in date.ends):
        return False
    if date.earliest is None or date.latest is None:
        return True  # of a year that is not told
    return 0 < (date.latest - date.earliest).days < _LONGEST


def _start(group: Group) -> int:
    """Return where the first telling of an event is."""
    return group.first.draft.trigger.span.start
