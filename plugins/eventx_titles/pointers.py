"""Words that point at people: pronouns, roles in the event at hand, groups, and nouns that describe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from eventx import Hit, swift
from eventx_titles.en_described import counterparts
from eventx_titles.en_plural import paired, places_listed
from eventx_titles.grammar import Found, Grammar, Stretch, make_found, make_mention
from eventx_titles.reader import Reader

_PAIR = 2
_GROUPS = frozenset(("group", "group_any", "group_after", "counted"))
_TWO, _NUMBER = 2, 4
"""How many words before an office its number may stand."""


@swift
@attrs.frozen(eq=False, repr=False)
class Pointers:
    """What a language says of its pointing words."""

    numbers: Mapping[str, int]
    covers: Mapping[str, Any]


def widen(covers: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the offices that an office word may mean when it stands alone: the minister may be a foreign minister."""
    for prefix in ("", "deputy_", "vice_", "former_", "assistant_"):
        if prefix and not key.startswith(prefix):
            continue
        general = covers.get(key.removeprefix(prefix))
        if general:
            return tuple(dict.fromkeys((key, *(prefix + office for office in general))))
    return (key,)


def pointed(grammar: Grammar) -> Iterator[Found]:
    """Yield the pronouns, roles, groups and descriptions of a document."""
    reader = grammar.reader
    for hit in reader.tagged["pointing"]:
        first, stop = reader.words_of(hit)
        found: Found | None = None
        if hit.entry.tag == "pronoun" and first not in reader.honorifics:
            found = _pronoun(grammar, first, stop, hit.value)
        elif hit.entry.tag == "role":
            role: Literal["host", "guest"] = hit.value
            found = make_found(first=first, stop=stop, mention=make_mention(reference="role", role=role), rule="titles.role")
        elif hit.entry.tag in _GROUPS:
            found = _group(grammar, hit, first, stop)
        elif hit.entry.tag == "describe" and reader.words[first] in reader.known.tables["counterparts"]:
            yield from counterparts(reader, first, stop)
        elif hit.entry.tag == "describe":
            found = grammar.described(first, stop, tuple(hit.value))
        if found is not None:
            yield found


def _group(grammar: Grammar, hit: Hit, first: int, stop: int) -> Found | None:
    """Return several people told before: the two sides, they, the four (are to meet), both (behind a verb)."""
    tag, reader = hit.entry.tag, grammar.reader
    if (tag == "group" and _names(grammar, stop)) or (tag == "counted" and not _goes_on(reader, stop)):
        return None
    if tag == "counted" and hit.value == _PAIR and not _opens_clause(reader, first):
        return None  # "held talks with X in Lima, where *the two* signed": those of the same sentence
    offices = tuple(hit.value) if tag == "group" else ()
    number = {"group_any": None, "counted": hit.value}.get(tag, 2)
    mention = make_mention(reference="group", offices=offices, number=number)
    return make_found(first=stop - 1 if tag == "group_after" else first, stop=stop, mention=mention, rule="titles.group")


# *The two* met in Oslo · after *the two* met in Oslo
def _opens_clause(reader: Reader, first: int) -> bool:
    """Tell whether a word opens its sentence, or a clause that tells of what was at another time."""
    start = reader.starts[first]
    opens = reader.document.sentence_at(start).start == start
    return opens or (reader.softs[first] and reader.words[first - 1] in reader.known.tables["counted_after"])


def _goes_on(reader: Reader, stop: int) -> bool:
    """Tell whether a verb follows a number that stands alone: "the four are to meet", not "the four ambassadors"."""
    return reader.softs[stop] and reader.words[stop] in reader.known.tables["counted_before"]


def _names(grammar: Grammar, stop: int) -> bool:
    """Tell whether names follow, so that no group told of before is meant: hai ông A và B."""
    reader = grammar.reader
    return reader.lang == "vi" and reader.softs[stop] and reader.caps[stop] and stop - 1 in reader.courtesies


def _pronoun(grammar: Grammar, first: int, stop: int, gender: Literal["m", "f"]) -> Found | None:
    """Return a pronoun that stands for a person: he, she, ông, bà (no name behind it)."""
    if not grammar.stands_alone(first, stop):
        return None
    return make_found(first=first, stop=stop, mention=make_mention(reference="pronoun", gender=gender), rule="titles.pronoun")


def offices_group(grammar: Grammar, pointers: Pointers) -> Iterator[Found]:
    """Yield groups told by a plural office: the two foreign ministers, both PMs, the ministers, the envoys of Peru and Fiji."""
    reader = grammar.reader
    of_countries = reader.lang == "en"
    for core in reader.office_starts:
        office = reader.offices[core][1]
        if not of_countries:
            found = _several_of_countries(grammar, core, pointers)
        elif office.plural:
            found = _of_countries(grammar, core, pointers) or _of_both(grammar, core, pointers)
        else:
            found = None
        # a number or an article stands before it
        if found is None and reader.softs[core] and (office.plural or grammar.counted):
            found = _counted_group(grammar, core, pointers)
        if found is not None:
            yield found


def _counted_group(grammar: Grammar, core: int, pointers: Pointers) -> Found | None:
    """Return the group told by an office with a number or article before it: the two foreign ministers, the ministers."""
    reader = grammar.reader
    stop, office = reader.offices[core]
    several = office.plural and reader.words[core - 1] in reader.known.tables["the"]
    if not several and pointers.numbers.keys().isdisjoint(reader.words[max(core - _NUMBER, 0) : core]):
        return None
    first = core
    while first > 0 and core - first < _NUMBER - 1 and reader.softs[first] and reader.words[first - 1] not in pointers.numbers:
        if not (reader.lookback[first][0] & {"modifier", "country"}):
            break
        first -= 1
    if first == 0 or not reader.softs[first]:
        return None
    before = reader.words[first - 1]
    definite = several and first == core
    if before not in pointers.numbers and not definite:
        return None
    atom = grammar.title_around(core)
    if atom is None or grammar.name_after(atom) is not None or (definite and atom.stop > stop):
        return None
    number = pointers.numbers.get(before) or None
    start = first - 1
    if definite and start > 0 and reader.softs[start] and reader.words[start - 1] in pointers.numbers:
        # both the Foreign Secretaries
        start, number = start - 1, pointers.numbers[reader.words[start - 1]] or None
    elif start > 0 and reader.words[start - 1] in reader.known.determiners and reader.softs[start]:
        start -= 1
    mention = make_mention(reference="group", offices=widen(pointers.covers, office.key), number=number)
    return make_found(first=start, stop=stop, mention=mention, rule="titles.offices_group")


# Foreign Ministers of the two countries · Presidents of both states; not "the Presidents of …", which the article tells
def _of_both(grammar: Grammar, core: int, pointers: Pointers) -> Found | None:
    """Return the group told by a plural office without an article, and that it is held in both countries."""
    reader = grammar.reader
    stop, office = reader.offices[core]
    if stop + _NUMBER > reader.size or reader.words[stop] not in reader.known.tables["of"] or not reader.softs[stop]:
        return None
    at = stop + 1 + (reader.words[stop + 1] in reader.known.tables["the"])
    atom = grammar.title_around(core) if pointers.numbers.get(reader.words[at]) == _TWO else None
    if atom is None or atom.first != core or grammar.name_after(atom) is not None:
        return None
    if core and reader.softs[core] and reader.words[core - 1] in reader.known.determiners:
        return None
    mention = make_mention(reference="group", offices=widen(pointers.covers, office.key), number=2)
    return make_found(first=core, stop=stop, mention=mention, rule="titles.offices_group")


def _of_countries(grammar: Grammar, core: int, pointers: Pointers) -> Found | None:
    """Return the group told by a plural office and its countries: the ambassadors of (from) Peru, Chile and Norway."""
    reader = grammar.reader
    stop = reader.offices[core][0]
    listed = stop < reader.size and reader.words[stop] in reader.known.tables["origin"] and reader.softs[stop]
    places = places_listed(reader, stop + 1) if listed else []
    atom = grammar.title_around(core) if len(places) > 1 else None
    if atom is None or paired(reader, atom):
        return None
    return _listed(grammar, core, places, pointers)


def _listed(grammar: Grammar, core: int, places: Sequence[Stretch], pointers: Pointers) -> Found:
    """Return the group of those who hold an office of each of some countries, up to the last of them."""
    mention = make_mention(
        reference="group",
        offices=widen(pointers.covers, grammar.reader.offices[core][1].key),
        number=len(places),
        country_within=tuple(grammar.reader.span(*place) for place in places),
    )
    return make_found(first=core, stop=places[-1][1], mention=mention, rule="titles.offices_group")


# tiếp *Đại sứ các nước Peru, Chile và Na Uy* · tiếp các *Đại sứ Peru và Chile*; not "các Đại sứ Peru A và Chile B"
def _several_of_countries(grammar: Grammar, core: int, pointers: Pointers) -> Found | None:
    """Return the group told by a Vietnamese office that a word of several makes one of many, and its countries."""
    reader, tables = grammar.reader, grammar.reader.known.tables
    start = reader.offices[core][0]
    if start >= reader.size or not reader.softs[start]:
        return None
    if reader.words[start] in tables["several_behind"]:
        start += 1 + (reader.words[start + 1 : start + 2] == ["nước"])
    elif not (core and reader.softs[core] and reader.words[core - 1] in tables["several"]):
        return None
    places = places_listed(reader, start)
    stop = places[-1][1] if len(places) > 1 else 0
    if not stop or (reader.softs[stop] and reader.caps[stop]):
        return None
    return _listed(grammar, core, places, pointers)
