"""Acronyms that a text puts in brackets behind the name of a body, and what they stand for in names and titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from eventx import evolve
from eventx_titles.brackets import over_acronym
from eventx_titles.grammar import Found, Grammar, Stretch
from eventx_titles.lexis import PLACES
from eventx_titles.organisations import found_body
from eventx_titles.reader import Reader

_LENGTHS = range(2, 11)
"""How many letters an acronym has."""


def acronyms(grammar: Grammar, found: Sequence[Found]) -> dict[str, tuple[str, Stretch]]:
    """Return the acronyms that the text puts in brackets behind the name of a body, with those names and their words."""
    reader = grammar.reader
    bodies = [(item.first, item.stop, item.mention.name) for item in found if item.mention.kind == "organisation"]
    stops = {stop: (name, (first, stop)) for first, stop, name in bodies}
    for first, stop, _ in bodies:
        # the Union of Farmers (UF) Central Committee
        for end in range(first + 1, stop):
            if not reader.plain[end]:
                stops.setdefault(end, (reader.surface(first, end), (first, end)))
    for body in grammar.bodies():
        if not reader.softs[body[1]]:
            stops.setdefault(body[1], (reader.surface(*body), body))
    named: dict[str, tuple[str, Stretch]] = {}
    for stop, (name, words) in stops.items():
        if name and over_acronym(reader, stop) > stop:
            short = reader.surface(stop, stop + 1)
            if short.isupper() and len(short) in _LENGTHS:
                named.setdefault(short, (name, words))
    return named


def short_names(grammar: Grammar, marks: bytearray, named: Mapping[str, tuple[str, Stretch]]) -> Iterator[Found]:
    """Yield the bodies that the text calls by an acronym it introduced."""
    for index in _told(grammar, named):
        if not marks[index]:
            name, words = named[grammar.reader.surface(index, index + 1)]
            if not grammar.reader.hung[index] and not grammar.reader.hung[index + 1]:
                marks[index] = 1
                found = found_body(grammar, (index, index + 1), "titles.acronym", name=name)
                yield _at_home(grammar, found, words, index)


# the Lao Front for Construction (LFC) … the President of the LFC Council A: he acts for Laos
def with_homes(grammar: Grammar, people: Sequence[Found], named: Mapping[str, tuple[str, Stretch]]) -> list[Found]:
    """Return people, those with an acronym in their titles with the words of the body, in which its country is told."""
    reader, kept = grammar.reader, list(people)
    starts = [found.first for found in kept]
    for index in _told(grammar, named):
        at = bisect_right(starts, index) - 1
        if at < 0 or kept[at].stop <= index or not kept[at].mention.titles or kept[at].mention.reference == "group":
            continue
        kept[at] = _at_home(grammar, kept[at], named[reader.surface(index, index + 1)][1], index)
    return kept


def _at_home(grammar: Grammar, found: Found, words: Stretch, index: int) -> Found:
    """Return a mention whose country may be told in the whole name of a body, too; a body of several countries tells none."""
    reader = grammar.reader
    if reader.supranational(*words) or not _tells_home(reader, index, words[0]):
        return found
    within = (*found.mention.country_within, grammar.reader.span(*words))
    return evolve(found, mention=evolve(found.mention, country_within=within))


# the Lao Front for Construction (LFC), whose acronym is its own; not the Cambodian National Assembly (NA): each country has one
def _tells_home(reader: Reader, index: int, first: int) -> bool:
    """Tell whether the acronym at `index` is that of the body with the country before it, whose name begins at word `first`."""
    country = reader.lang == "en" and not PLACES.isdisjoint(reader.lookup[first][0])
    return not country or reader.words[index][:1] == reader.words[first][:1]


def _told(grammar: Grammar, named: Mapping[str, tuple[str, Stretch]]) -> Iterator[int]:
    """Yield where the text has one of some acronyms, as it introduced it."""
    if named:
        reader = grammar.reader
        yield from (i for i in reader.indices({short.lower() for short in named}) if reader.surface(i, i + 1) in named)
