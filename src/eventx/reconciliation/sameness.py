"""Whether two events of different documents are one: what each type is compared by, and how close two of them are."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

import attrs

from eventx.edtf import Date
from eventx.merger.names import compatible, tokens
from eventx.model import Event, Participant
from eventx.reconciliation.spelling import told_otherwise
from eventx.text import lower

Words = frozenset[str]
Score = tuple[bool, bool, bool, int]

LONGEST = 31
"""How many days a date may cover that still ties two reports together: a month does, a year does not."""
_ALIKE = 0.8
"""The share of the words of the shorter of two lists of requests that must stand in the longer one."""
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
        return "9" if self.date is None else f"0{self.days[0].isoformat()}" if self.days else f"1{self.date.edtf}"


def facts(event: Event) -> Facts:
    """Return what an event is compared by."""
    date = event.date
    first, last = (date.earliest, date.latest) if date else (None, None)
    people = tuple(p for p in event.participants if p.kind == "person")
    bodies = tuple(p for p in event.participants if p.kind != "person")
    return Facts(event, event.type, date, (first, last) if first and last else None, people, bodies)


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
    return a.kind == b.kind and (same_words(a.name, b.name) or told_otherwise(a, b))


@lru_cache(maxsize=65536)
def same_words(a: str, b: str) -> bool:
    """Tell whether two names are one."""
    shorter, longer = sorted((tokens(a), tokens(b)), key=len)
    return a == b or (bool(shorter) and (sorted(shorter) == sorted(longer) or compatible(shorter, longer)))


def closeness(a: Facts, b: Facts) -> Score | None:
    """Return how close two events are, if they may be one: the same date, people and place, and how many they share."""
    x, y = a.event, b.event
    if a.type != b.type or (x.status == "hypothetical") != (y.status == "hypothetical"):
        return None
    if not _RULES.get(a.type, _same_meeting)(a, b) or (a.type != "anniversary" and not dates_agree(a, b)):
        return None
    shared = len(_common(x.participants, y.participants))
    everyone = shared == len(x.participants) == len(y.participants)
    place = x.place is not None and y.place is not None and tokens(x.place.name) == tokens(y.place.name)
    return (x.date is not None and y.date is not None and x.date.edtf == y.date.edtf, everyone, place, shared)


def dates_agree(a: Facts, b: Facts) -> bool:
    """Tell whether one date lies in the other, both fine enough; no date ties two reports to one day."""
    if a.date is None or b.date is None or a.date.calendar != b.date.calendar:
        return False
    return short(a) and short(b) and (a.date.contains(b.date) or b.date.contains(a.date))


def short(known: Facts) -> bool:
    """Tell whether an event's date covers a month at most; a date without a year must name its day."""
    if known.days is not None:
        return (known.days[1] - known.days[0]).days < LONGEST
    if known.date is None or known.date.grain != "day":
        return False
    start = known.date.ends[0]
    return start is not None and start.year is None and start.month is not None and start.day is not None


def _common(a: Iterable[Participant], b: Iterable[Participant]) -> list[Participant]:
    """Return those of `a` that stand in `b` too."""
    others = tuple(b)
    return [p for p in a if any(same_name(p, q) for q in others)]


def _within(a: tuple[Participant, ...], b: tuple[Participant, ...], least: int) -> bool:
    """Tell whether all of the smaller group, of `least` or more, stand in the other."""
    small, large = sorted((a, b), key=len)
    return len(small) >= least and len(_common(small, large)) == len(small)


def _same_meeting(a: Facts, b: Facts) -> bool:
    """Tell whether the same people met: all that one report names, or people of two countries whom both name."""
    forms = {getattr(a.event, "form", None), getattr(b.event, "form", None)} - {None}
    if len(forms) > 1 and "phone" in forms:
        return False
    if _within(a.people, b.people, 2):
        return True
    if min(len(a.people), len(b.people)) >= 2:
        sides = all(_share_role(a, b, role) for role in ("host", "guest"))
        return sides and len({p.country for p in _common(a.people, b.people) if p.country}) > 1
    everyone = _within(a.event.participants, b.event.participants, 2)
    alone = len(a.event.participants) == len(b.event.participants) == 1 and _within(a.event.participants, b.event.participants, 1)
    return everyone or (alone and len(forms) < 2)


def _share_role(a: Facts, b: Facts, role: str) -> bool:
    """Tell whether two events share somebody in a role, unless one names nobody in it."""
    x, y = ([p for p in known.people if p.role == role] for known in (a, b))
    return not x or not y or bool(_common(x, y))


def _same_visit(a: Facts, b: Facts) -> bool:
    """Tell whether the same people went to the same country."""
    return _place_agrees(a, b) and _within(_in_role(a, "visitor"), _in_role(b, "visitor"), 1)


def _in_role(known: Facts, role: str) -> tuple[Participant, ...]:
    """Return the people in a role, else everybody in it, else all the people."""
    found = tuple(p for p in known.event.participants if p.role == role)
    return tuple(p for p in found if p.kind == "person") or found or known.people


def _place_agrees(a: Facts, b: Facts) -> bool:
    """Tell whether two places may be one: one country, or where none is known, words in common; or one is not told."""
    x, y = a.event.place, b.event.place
    if x is None or y is None:
        return True
    if x.country and y.country:
        return x.country == y.country
    return bool(set(tokens(x.name)) & set(tokens(y.name)))


def _same_conference(a: Facts, b: Facts) -> bool:
    """Tell whether two conferences have one name and edition; without both names, whether one place and the same people."""
    editions = {getattr(a.event, "edition", None), getattr(b.event, "edition", None)} - {None}
    if len(editions) > 1 or not _place_agrees(a, b):
        return False
    x, y = (set(tokens(getattr(known.event, "name", None) or "")) for known in (a, b))
    if x and y:
        return x <= y or y <= x
    return a.event.place is not None and b.event.place is not None and _within(a.people, b.people, 1)


def _same_ceremony(a: Facts, b: Facts) -> bool:
    """Tell whether the same people were at a ceremony of one form; where the form is not told, two of them at least."""
    forms = [getattr(known.event, "form", None) for known in (a, b)]
    if None not in forms and forms[0] != forms[1]:
        return False
    least = 1 if None not in forms else 2
    return _place_agrees(a, b) and (_within(a.people, b.people, least) or _within(a.event.participants, b.event.participants, 2))


def _same_signing(a: Facts, b: Facts) -> bool:
    """Tell whether the same two signed, or the same one the same documents."""
    if not _place_agrees(a, b):
        return False
    if _within(a.people, b.people, 2):
        return True
    x, y = (words_of(getattr(known.event, "documents", ())) for known in (a, b))
    return _within(a.event.participants, b.event.participants, 1) and bool(x) and bool(y) and _mostly(x, y)


def _same_anniversary(a: Facts, b: Facts) -> bool:
    """Tell whether it is as many years of the same thing, by its words, or of one day told in two languages."""
    x, y = a.event, b.event
    years = getattr(x, "years", None)
    if years is None or years != getattr(y, "years", None) or _far_apart(a, b):
        return False
    since = [found for event in (x, y) if isinstance(found := getattr(event, "since", None), Date)]
    both = len(since) == 2
    if both and not (since[0].contains(since[1]) or since[1].contains(since[0])):
        return False
    mine, theirs = (getattr(event, "of", None) or "" for event in (x, y))
    if _same_kind_of_ties(x, y):
        return True
    if mine and theirs and mine.isascii() == theirs.isascii():
        return _same_thing(mine, theirs)
    # One phrase written with marks and one without are in two languages: only the day can tell.
    if both and since[0].grain == since[1].grain == "day":
        return True
    return a.date is not None and b.date is not None and a.date.grain == b.date.grain == "day" and dates_agree(a, b)


def _same_kind_of_ties(x: Event, y: Event) -> bool:
    """Tell whether two anniversaries are of one kind of thing between the same countries, in whatever language."""
    countries: set[tuple[str, ...]] = {getattr(event, "parties", ()) for event in (x, y)}
    kinds = {kinds_of(getattr(event, "of", None) or "") for event in (x, y)}
    return len(countries) == len(kinds) == 1 and () not in countries and frozenset() not in kinds


@lru_cache(maxsize=1)
def _things() -> Mapping[str, Sequence[str]]:
    """Return the words of each kind of thing that anniversaries are of."""
    text = (resources.files("eventx.reconciliation") / "things.toml").read_text("utf-8")
    found: Mapping[str, Sequence[str]] = tomllib.loads(text)["kinds"]
    return found


@lru_cache(maxsize=65536)
def kinds_of(phrase: str) -> Words:
    """Return the kinds of thing that a phrase names."""
    text = " ".join(lower(phrase).split())
    return frozenset(kind for kind, forms in _things().items() if any(form in text for form in forms))


def _far_apart(a: Facts, b: Facts) -> bool:
    """Tell whether two anniversaries are in different years."""
    if a.days is None or b.days is None:
        return False
    return a.days[0].year > b.days[1].year or b.days[0].year > a.days[1].year


def _same_thing(a: str, b: str) -> bool:
    """Tell whether two phrases name one thing: the names of the shorter stand in the longer, and half of its words.

    A phrase without a name is not one with names.
    """
    small, large = sorted((a, b), key=lambda text: (len(set(tokens(text))), text))
    words, others = set(tokens(small)), set(tokens(large))
    names = names_in(small)
    if not words or (not names and names_in(large)):
        return False
    return names <= others and len(words & others) * 2 >= len(words)


@lru_cache(maxsize=65536)
def names_in(phrase: str) -> Words:
    """Return the words of a phrase that are written with a capital."""
    return frozenset(word for part in phrase.split() if part[:1].isupper() for word in tokens(part))


def _same_proposal(a: Facts, b: Facts) -> bool:
    """Tell whether the same proposers ask mostly the same, in the same words."""
    x, y = (words_of(getattr(known.event, "items", ())) for known in (a, b))
    return bool(x) and bool(y) and _mostly(x, y) and _within(_in_role(a, "proposer"), _in_role(b, "proposer"), 1)


def words_of(texts: Iterable[str]) -> Words:
    """Return the words of several texts."""
    return frozenset(word for text in texts for word in tokens(text))


def _mostly(a: Words, b: Words) -> bool:
    """Tell whether most words of the smaller set stand in the larger."""
    return len(a & b) >= _ALIKE * min(len(a), len(b))


_RULES: dict[str, Callable[[Facts, Facts], bool]] = {
    "visit": _same_visit,
    "conference": _same_conference,
    "ceremony": _same_ceremony,
    "signing": _same_signing,
    "anniversary": _same_anniversary,
    "proposal": _same_proposal,
}
