"""Whether two anniversaries are one: as many years of one thing, by its words, by what kind of ties it is, or by its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources

from eventx import kept
from eventx.edtf import Date
from eventx.merger.names import tokens
from eventx.model import Event
from eventx.reconciliation.facts import Facts, dates_agree
from eventx.text import lower

Words = frozenset[str]


def same_anniversary(a: Facts, b: Facts) -> bool:
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
    kinds = {_kinds_of(getattr(event, "of", None) or "") for event in (x, y)}
    return len(countries) == len(kinds) == 1 and () not in countries and frozenset() not in kinds


@lru_cache(maxsize=1)
def _things() -> Mapping[str, Sequence[str]]:
    """Return the words of each kind of thing that anniversaries are of."""
    found: Mapping[str, Sequence[str]] = kept.toml(resources.files("eventx.reconciliation") / "things.toml")["kinds"]
    return found


@lru_cache(maxsize=65536)
def _kinds_of(phrase: str) -> Words:
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
