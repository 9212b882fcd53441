"""Which events are worth comparing: those of one type that share a day or month and two words of a name; so cost stays linear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from eventx.merger.names import tokens
from eventx.reconciliation import spelling
from eventx.reconciliation.anniversaries import names_in
from eventx.reconciliation.facts import Facts, short

Key = tuple[object, ...]


_NAMES = 8
"""How many names of what an anniversary is of are looked at."""


def homes(known: Facts) -> Iterator[int]:
    """Yield the keys under which an event is found: its day, or the months it touches."""
    return _keys(known, _homes, home=True)


def lookups(known: Facts, years: Sequence[int]) -> Iterator[int]:
    """Yield the keys under which those events stand that this one may be; a day without a year is looked for in `years`."""
    return _keys(known, lambda one: _lookups(one, years), home=False)


def _keys(known: Facts, times: Callable[[Facts], Iterable[str]], *, home: bool) -> Iterator[int]:
    """Yield keys as numbers, which take less memory; where two keys share a number, events are compared in vain."""
    if known.type == "anniversary":
        yield from map(hash, _anniversary(known, home=home))
    elif short(known):
        found = tuple(dict.fromkeys(times(known)))
        for name in _names(known):
            for time in found:
                yield hash((known.type, time, name))


def _homes(known: Facts) -> Iterator[str]:
    """Yield the day of an event, or each month that its stretch touches."""
    if known.days is None or known.days[0] == known.days[1]:
        yield str(known.days[0]) if known.days else _yearless(known)
    else:
        yield from (f"{day:%Y-%m}" for day in known.days)


def _lookups(known: Facts, years: Sequence[int]) -> Iterator[str]:
    """Yield the days an event may be on and the months they are in; of a day without a year, that of each year."""
    if known.days is None:
        day = _yearless(known)
        yield day
        for year in years:
            yield f"{year:04}{day[4:]}"
            yield f"{year:04}{day[4:7]}"
        return
    first, last = known.days
    yield from (str(first + dt.timedelta(days=n)) for n in range((last - first).days + 1))
    yield from (f"{day:%Y-%m}" for day in known.days)


def _yearless(known: Facts) -> str:
    """Return a day without its year, as EDTF."""
    return known.date.edtf[:10] if known.date else ""


def _names(known: Facts) -> dict[Key, None]:
    """Return two words of each name, in all pairs, or its only word; of a conference its name's words too."""
    found: dict[Key, None] = {}
    for participant in known.event.participants:
        for pair in _pairs(participant.name):
            found[(participant.kind, *pair)] = None
        found.update(dict.fromkeys(spelling.keys(participant)))
    if known.type == "conference":
        found.update(dict.fromkeys(("name", word) for word in tokens(getattr(known.event, "name", None) or "")))
    return found


@lru_cache(maxsize=65536)
def _pairs(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the pairs of words of a name; a name of one word has that word."""
    words = sorted(set(tokens(name)))
    return tuple(combinations(words, 2)) if len(words) > 1 else tuple((word,) for word in words) or (("", name),)


def _anniversary(known: Facts, *, home: bool) -> Iterator[Key]:
    """Yield an anniversary's years with its day, and with two names of what it is of; with all its words if it has no names.

    A phrase with one name is found by one with more, and finds it: hence the names alone beside the pairs.
    """
    years, phrase = getattr(known.event, "years", None), getattr(known.event, "of", None) or ""
    names = sorted(names_in(phrase))[:_NAMES]
    if len(names) > 1:
        yield from ((years, *pair) for pair in combinations(names, 2))
        yield from ((years, "one of" if home else "only", name) for name in names)
    elif names:
        yield (years, "only", names[0])
        yield (years, "only" if home else "one of", names[0])
    else:
        yield from ((years, "word", word) for word in sorted(set(tokens(phrase))))
    if countries := getattr(known.event, "parties", ()):
        yield (years, "countries", *countries)
    for date in (getattr(known.event, "since", None), known.date):
        if date is not None and date.grain == "day":
            yield (years, date.edtf[5:10])
