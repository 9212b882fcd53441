"""What an event is compared by, taken apart once: its date, its people, its bodies; and whether two dates or names are one."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import attrs

from eventx.edtf import Date
from eventx.merger.names import compatible, tokens
from eventx.model import Event, Participant
from eventx.reconciliation.spelling import told_otherwise

_LONGEST = 31
"""How many days a date may cover that still ties two reports together: a month does, a year does not."""
_PARTS_OF_MONTH = {"early": (0, 14), "mid": (7, 22), "late": (15, 30)}
"""Days behind the first of a month between which its parts lie, taken widely."""
_GRAINS = ("day", "interval", "month", "season", "quarter", "half", "year", "decade", "century")


@attrs.frozen(eq=False)
class Facts:
    """What an event is compared by, taken apart once."""

    event: Event
    type: str
    date: Date | None
    days: tuple[dt.date, dt.date] | None
    people: tuple[Participant, ...]
    bodies: tuple[Participant, ...]

    @property
    def order(self) -> tuple[int, int]:
        """The place among the events of a round: fine dates first, then those with many participants."""
        return fineness(self.event.type, self.date), -len(self.event.participants)

    @property
    def time(self) -> str:
        """The place in the order of time; what has no date is last."""
        if self.date is None or self.days is None:
            return "9" if self.date is None else f"1{self.date.edtf}"
        first = self.days[0] if self.date.calendar == "gregorian" else self.date.earliest
        return f"0{(first or self.days[0]).isoformat()}"


def facts(event: Event) -> Facts:
    """Return what an event is compared by."""
    date = event.date
    first, last = _days(date) if date else (None, None)
    people = tuple(p for p in event.participants if p.kind == "person")
    bodies = tuple(p for p in event.participants if p.kind != "person")
    return Facts(event, event.type, date, (first, last) if first and last else None, people, bodies)


def _days(date: Date) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a date in its calendar; of the early, middle or late part of a month only those days."""
    first, last = date.told
    if first is None or last is None or date.grain != "month" or date.modifier is None:
        return first, last
    start, end = _PARTS_OF_MONTH[date.modifier]
    return first + dt.timedelta(days=start), min(first + dt.timedelta(days=end), last)


def fineness(kind: str, date: Date | None) -> int:
    """Return how fine a date is for an event type, 0 for the finest: a visit lasts, so its stretch says more than a day of it."""
    if date is None:
        return len(_GRAINS) + 1
    if date.earliest is None and date.grain != "interval":
        return len(_GRAINS)  # no year
    if kind == "visit" and date.grain in ("day", "interval"):
        return 0 if date.grain == "interval" else 1
    return _GRAINS.index(date.grain)


def same_name(a: Participant, b: Participant) -> bool:
    """Tell whether two names are one: accents, case and order aside; of one that is longer, two words must be common.

    Those who act for one country may be written differently, too.
    """
    return a.kind == b.kind and (_same_words(a.name, b.name) or told_otherwise(a, b))


def _same_words(a: str, b: str) -> bool:
    """Tell whether two names are one."""
    if a == b:
        return True
    one, other = _taken_apart(a), _taken_apart(b)
    # most names share no word
    if one[1].isdisjoint(other[1]):
        return False
    shorter, longer = sorted((one[0], other[0]), key=len)
    return sorted(shorter) == sorted(longer) or compatible(shorter, longer)


@lru_cache(maxsize=131072)
def _taken_apart(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return a name's words, and the set of them."""
    words = tokens(name)
    return words, frozenset(words)


def dates_agree(a: Facts, b: Facts) -> bool:
    """Tell whether one date lies in the other, both fine enough; no date ties two reports to one day."""
    if a.date is None or b.date is None or a.date.calendar != b.date.calendar:
        return False
    return short(a) and short(b) and (_contains(a, b) or _contains(b, a))


def _contains(a: Facts, b: Facts) -> bool:
    """Tell whether one date lies in the other."""
    if a.days is not None and b.days is not None:
        return a.days[0] <= b.days[0] and b.days[1] <= a.days[1]
    return a.date is not None and b.date is not None and a.date.contains(b.date)


def short(known: Facts) -> bool:
    """Tell whether an event's date covers a month at most; a date without a year must name its day."""
    if known.days is not None:
        return (known.days[1] - known.days[0]).days < _LONGEST
    if known.date is None or known.date.grain != "day":
        return False
    start = known.date.ends[0]
    return start is not None and start.year is None and start.month is not None and start.day is not None
