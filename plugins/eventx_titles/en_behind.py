"""English plural offices told behind the names of their holders: A and B, the foreign ministers of X and Y."""

from __future__ import annotations

from eventx import evolve
from eventx_titles.apposed import name_ending
from eventx_titles.en_ahead import follows
from eventx_titles.en_plural import owners_before, places_listed
from eventx_titles.grammar import Atom, Found, Grammar, Stretch
from eventx_titles.holders import paired
from eventx_titles.names import Name
from eventx_titles.reader import Reader

_LEAST = 3
"""How many words two names joined by "and" have at least."""
_MOST = 6
"""The most names told before their office."""


# A and B, the foreign ministers of X and Y (respectively), · A, B and C, the Xish, Yish and Zish envoys, · A and B, envoys of X,
def named_before(grammar: Grammar, atom: Atom) -> list[Found]:
    """Return the people named before a plural office with their countries, or the one of all; none if there are not as many."""
    reader = grammar.reader
    places, stop = _countries(reader, atom) if atom.office.plural else ([], 0)
    start = _start(reader, atom, places)
    if not places or start < _LEAST or reader.gaps[start] != ", ":
        return []
    closed = stop >= reader.size or not reader.plain[stop] or follows(reader, stop, "respective")
    names = _names(reader, start, len(places)) if closed else []
    if len(places) == 1 < len(names):
        places = places * len(names)
    if len(places) != len(names):
        return []
    found = [paired(grammar, [atom], place, name) for place, name in zip(places, names, strict=True)]
    found = [evolve(person, first=name.first) for person, name in zip(found, names, strict=True)]
    return [*found[:-1], evolve(found[-1], stop=stop + follows(reader, stop, "respective"))]


def _start(reader: Reader, atom: Atom, places: list[Stretch]) -> int:
    """Return where a plural office begins, with its countries and its article."""
    start = min(atom.first, places[0][0]) if places else 0
    return start - (start > 0 and reader.plain[start] and reader.words[start - 1] in reader.known.tables["the"])


def _countries(reader: Reader, atom: Atom) -> tuple[list[Stretch], int]:
    """Return the countries before or behind a plural office, and the index behind its words."""
    behind = reader.offices[atom.core][0]
    places = [atom.owner] if atom.owner is not None else owners_before(reader, atom.core)
    if not places and follows(reader, behind, "of"):
        places = places_listed(reader, behind + 1)
        behind = places[-1][1] if places else behind
    return places, behind


def _names(reader: Reader, stop: int, number: int) -> list[Name]:
    """Return the names of the list that ends before `stop`, as many as are looked for; of one country, all of them."""
    names: list[Name] = []
    most = number if number > 1 else _MOST
    while len(names) < most:
        name = name_ending(reader, stop)
        if name is None:
            break
        names.insert(0, name)
        first = name.first
        joined = first > 1 and reader.plain[first] and reader.words[first - 1] in reader.known.tables["conjunction"]
        if not joined and (first < 1 or reader.gaps[first] != ", "):
            break
        stop = first - 1 if joined else first
    return names
