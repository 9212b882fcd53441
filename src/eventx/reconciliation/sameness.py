"""Whether two events of different documents are one: what each type is compared by, and how close two of them are."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eventx.merger.names import tokens
from eventx.model import Participant
from eventx.reconciliation.anniversaries import same_anniversary
from eventx.reconciliation.facts import Facts, dates_agree, same_name

Words = frozenset[str]
Score = tuple[bool, bool, bool, bool, int]

_ALIKE = 0.8
"""The share of the words of the shorter of two lists of requests that must stand in the longer one."""


def closeness(a: Facts, b: Facts) -> Score | None:
    """Return how close two events are, if they may be one: the same date, people and place, and how many they share."""
    x, y = a.event, b.event
    if a.type != b.type or (x.status == "hypothetical") != (y.status == "hypothetical"):
        return None
    if not _RULES.get(a.type, _same_meeting)(a, b) or (a.type != "anniversary" and not dates_agree(a, b)):
        return None
    shared = len(_common(x.participants, y.participants))
    everyone = shared == len(x.participants) == len(y.participants)
    place = x.place is not None and y.place is not None and _spelt(x.place.name) == _spelt(y.place.name)
    form = getattr(x, "form", None)
    same_form = form is not None and form == getattr(y, "form", None)
    return (x.date is not None and y.date is not None and x.date.edtf == y.date.edtf, everyone, same_form, place, shared)


def _spelt(name: str) -> str:
    """Return a place's letters: "Hà Nội" and "Hanoi" have the same."""
    return "".join(tokens(name))


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
    if a.days != b.days and _countries_differ(a, b):
        # only the day itself weighs more than the place
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
    return bool(set(tokens(x.name)) & set(tokens(y.name))) or _spelt(x.name) == _spelt(y.name)


def _countries_differ(a: Facts, b: Facts) -> bool:
    """Tell whether two places are in different countries."""
    x, y = a.event.place, b.event.place
    return x is not None and y is not None and None not in (x.country, y.country) and x.country != y.country


def _place_may_be_another_name(a: Facts, b: Facts) -> bool:
    """Tell whether two places that share no word may be one all the same: the country of one is not known.

    Then two people must be the same at both; or the names must be in two languages, one with marks and one without.
    """
    x, y = a.event.place, b.event.place
    if x is None or y is None or (x.country and y.country):
        return False
    return len(_common(a.people, b.people)) > 1 or x.name.isascii() != y.name.isascii()


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
    if not (_place_agrees(a, b) or _place_may_be_another_name(a, b)):
        return False
    return _within(a.people, b.people, least) or _within(a.event.participants, b.event.participants, 2)


def _same_signing(a: Facts, b: Facts) -> bool:
    """Tell whether the same two signed, or the same one the same documents."""
    if not _place_agrees(a, b):
        return False
    if _within(a.people, b.people, 2):
        return True
    x, y = (words_of(getattr(known.event, "documents", ())) for known in (a, b))
    return _within(a.event.participants, b.event.participants, 1) and bool(x) and bool(y) and _mostly(x, y)


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
    "anniversary": same_anniversary,
    "proposal": _same_proposal,
}
