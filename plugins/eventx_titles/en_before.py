"""English words before an office word: modifiers, countries, bodies and portfolios; possessors and determiners."""

from __future__ import annotations

from eventx_titles.brackets import over_acronym
from eventx_titles.grammar import POSSESSED, Stretch
from eventx_titles.lexis import PLACES, Office
from eventx_titles.reader import Reader

_BEFORE = frozenset(("modifier", "body", "subject"))
_LETTERED = frozenset(("body", "country"))
"""Classes of names whose letters may stand in brackets behind them, as a title goes on: European Union (EU)."""
_LISTED = frozenset((" ", ", "))
_VENUE = 3
"""The most words of a building's name before its noun."""
_DEPUTY = "deputy"


def grow_back(reader: Reader, core: int) -> int:
    """Return the index of the title's first word, reading back from the office word."""
    first, strays = core, 0
    while first > 0 and core - first < 14:
        if reader.softs[first]:
            classes, start = reader.lookback[first]
            if classes and _premodifies(reader, classes, (start, first), core):
                first = start
                continue
            if _stray(reader, classes, first - 1) and strays < 3:
                strays += 1
                first -= 1
                continue
        bracketed = _over_brackets(reader, first, core)
        if bracketed is not None:
            first = bracketed
            continue
        member = _listed(reader, first, core)
        if member is None:
            member = _over_of(reader, first, core)
        if member is None:
            break
        first = member
    return _strip_silent(reader, _strip_where(reader, first, core), core)


# In *Lima* Prime Minister A met B; not "in Lima Mayor A"
def _strip_where(reader: Reader, first: int, core: int) -> int:
    """Return the title's first word without the town in which the holder of an office of state does something."""
    tables = reader.known.tables
    classes, behind = reader.lookup[first]
    office = reader.offices.get(core)
    if first == 0 or "city" not in classes or "country" in classes or behind > core or not reader.softs[first] or office is None:
        return first
    key = office[1].key
    state = key in tables["sole_office"] or key.endswith("minister")
    return behind if state and reader.words[first - 1] in tables["setting"] else first


def _over_brackets(reader: Reader, first: int, core: int) -> int | None:
    """Return where a body with its acronym before `first` starts: European Union (EU), Department of Trade (DT) Secretary."""
    if first < 2 or reader.gaps[first] != ") " or reader.gaps[first - 1] != " (" or not reader.acronym(first - 1):
        return None
    classes, start = reader.lookback[first - 1]
    lettered = not classes.isdisjoint(_LETTERED)
    if lettered or "subject" not in classes or first != core:
        return start if lettered else None
    return _over_of(reader, _listed(reader, start, core) or start, core)


def _premodifies(reader: Reader, classes: frozenset[str], phrase: Stretch, core: int) -> bool:
    """Tell whether a known phrase may stand before the office word."""
    start, stop = phrase
    if "modifier" in classes:
        return True
    if not classes.isdisjoint(PLACES):
        return reader.caps[start] and not (reader.hung[start] and _prefixed(reader, start))
    if "body" in classes:
        # municipal Party Committee Secretary
        named = reader.caps[start] or reader.caps[stop - 1]
        return (named and not _at_venue(reader, start)) or not (named or reader.caps[core])
    if "subject" in classes:
        return reader.caps[start] or reader.words[core].endswith(tuple(reader.known.tables["portfolio_ends"]))
    return False


def _prefixed(reader: Reader, index: int) -> bool:
    """Tell whether a small word hangs before a place: the pro-Paris leader is none of Paris."""
    return index > 0 and not reader.caps[index - 1]


def _at_venue(reader: Reader, index: int) -> bool:
    """Tell whether a building where somebody is received ends with the word at `index`: at Seif *Palace* the Deputy Minister."""
    if reader.words[index] not in reader.known.tables["venue"]:
        return False
    first = index
    while first > 0 and reader.softs[first] and reader.caps[first - 1] and index - first < _VENUE:
        first -= 1
    first -= first > 0 and reader.words[first - 1] in reader.known.tables["the"]
    return first > 0 and reader.words[first - 1] in reader.known.tables["at"]


def _stray(reader: Reader, classes: frozenset[str], index: int) -> bool:
    """Tell whether an unknown capitalised word may belong to a title: Matola Mayor."""
    if classes or not reader.caps[index] or index in reader.offices or index in reader.courtesies:
        return False
    if reader.genitives[index]:
        return False
    word = reader.words[index]
    if word in reader.known.tables["site"]:
        return False  # "received at Seif Palace First Deputy Prime Minister X"
    if reader.headline(index) and not reader.surface(index, index + 1).isupper():
        return False
    return not (reader.sentence_start(index) and word.endswith(tuple(reader.known.tables["opening_ends"]))) and len(word) > 1


def _listed(reader: Reader, first: int, core: int) -> int | None:
    """Return where the member before `first` of a list of portfolios starts: Tourism, Arts and Culture Minister."""
    if first < 2 or first == core or "subject" not in reader.lookup[first][0]:
        return None
    stop = first
    if reader.words[first - 1] in reader.known.tables["conjunction"] and reader.softs[first]:
        stop = first - 1
        if reader.gaps[stop] not in _LISTED:
            return None
    elif reader.gaps[first] != ", ":
        return None
    classes, start = reader.lookback[stop]
    if "subject" not in classes or (reader.caps[start] != reader.caps[first]):
        return None
    return start


# Bank of Japan Governor · Department of Trade Secretary · Republic of Korea Ambassador; not President of the Bank of …
def _over_of(reader: Reader, first: int, core: int) -> int | None:
    """Return where a body starts of whose name a place or portfolio before the office word is the end."""
    tables = reader.known.tables
    of = first - 1 - (first > 1 and reader.words[first - 1] in tables["the"])
    if of < 1 or first == core or reader.words[of] not in tables["of"] or not (reader.plain[of] and reader.plain[of + 1]):
        return None
    # "the Office of the US President" is the President's
    kinds = ("subject",) if of < first - 1 else ("subject", *PLACES)
    if reader.lookup[first][0].isdisjoint(kinds) or not (reader.caps[first] and reader.caps[core]):
        return None
    classes, start = reader.lookback[of]
    if "body" not in classes or not reader.caps[start] or reader.headline(start):
        return None
    before = start - 1 - (start > 1 and reader.words[start - 1] in tables["the"])
    return None if before >= 0 and reader.words[before] in tables["preposition"] and reader.plain[start] else start


def _strip_silent(reader: Reader, first: int, core: int) -> int:
    """Return the title's first word without small modifiers that are no part of it (new, then)."""
    while first < core and reader.words[first] in reader.known.tables["silent"] and not reader.caps[first] and core - first == 1:
        first += 1
    counted = first < core - 1 and reader.words[first] in reader.known.tables["foremost"] and not reader.caps[first]
    if counted and not reader.lookup[first + 1][0].isdisjoint(PLACES):
        first += 1
    while first < core and reader.words[first] in reader.known.tables["newly"]:
        # how the holder came to the office is no part of it
        first = reader.lookup[first][1]
    return first


def lead_of(reader: Reader, first: int) -> tuple[Stretch | None, str]:
    """Return the possessor and the determiner before a title."""
    if first > 2 and reader.words[first - 2] in reader.known.tables["newly"] and reader.softs[first]:
        first -= 2
    if (
        first > 1
        and not reader.caps[first - 1]
        and reader.softs[first]
        and reader.words[first - 1] in reader.known.tables["silent"]
    ):
        first -= 1  # "Peru's *outgoing* prime minister"
    if first > 2 and reader.gaps[first] == ") " and reader.gaps[first - 1] == " (" and reader.acronym(first - 1):
        first -= 1  # "the African Union's *(AU)* envoy"
    if first == 0:
        return None, ""
    if reader.genitives[first - 1]:
        return _owner(reader, first - 1), POSSESSED
    if reader.gaps[first] in ("’ ", "' "):
        # a plural possessor: the Cook Islands' Secretary
        return _owner(reader, first), POSSESSED
    before = reader.words[first - 1]
    if before in reader.known.determiners and reader.gaps[first].isspace():
        return None, before
    return None, ""


def _owner(reader: Reader, stop: int) -> Stretch | None:
    """Return the possessor that ends before `stop`: a known place, or capitalised words that may be one."""
    classes, start = reader.lookback[stop]
    if classes & PLACES and reader.caps[start]:
        return start, stop
    for core in range(stop - 1, max(stop - 4, -1), -1):
        if core in reader.offices and reader.offices[core][0] == stop:
            # the Russian president's aide
            return grow_back(reader, core), stop
    first = stop
    while first > 0 and stop - first < 3 and reader.caps[first - 1] and (first == stop or reader.softs[first]):
        first -= 1
    return (first, stop) if first < stop else None


def body_before(reader: Reader, first: int, core: int) -> Stretch | None:
    """Return the words of the body before the office word: Da Nang People's Committee Chairman."""
    while first < core and "modifier" in reader.lookback[core][0] and "body" not in reader.lookback[core][0]:
        core = reader.lookback[core][1]
    if first >= core or "body" not in reader.lookback[core][0]:
        return None
    index = first
    while index < core and "modifier" in reader.lookup[index][0]:
        index = reader.lookup[index][1]
    return (index, core) if index < core else None


def has_place(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether a country or city stands among the words."""
    index = first
    while index < stop:
        classes, behind = reader.lookup[index]
        if reader.caps[index] and not classes.isdisjoint(PLACES):
            return True
        index = behind
    return False


def key_of(reader: Reader, first: int, core: int, office: Office) -> str:
    """Return the office key with the prefixes of the modifiers before the office word."""
    prefixes: list[str] = []
    index = first
    while index < core:
        classes, stop = reader.lookup[index]
        if "modifier" in classes:
            prefix = reader.known.modifiers.get(" ".join(reader.words[index:stop]), "")
            if prefix and prefix not in prefixes:
                prefixes.append(prefix)
        index = stop
    if first > 0 and not prefixes and reader.words[first - 1] in reader.known.tables["silent"] and reader.softs[first]:
        prefix = reader.known.modifiers.get(reader.words[first - 1], "")
        prefixes = [prefix] if prefix else []
    return "_".join([*prefixes, office.key]) if prefixes else office.key


def joined(reader: Reader, index: int) -> bool:
    """Tell whether word `index` goes on with a title: in the same phrase, or in a list of portfolios."""
    if reader.softs[index]:
        return True
    if reader.gaps[index] == ") ":
        return not reader.lookback[index - 1][0].isdisjoint(_LETTERED)
    return reader.gaps[index] == ", " and "subject" in reader.lookup[index][0] and "subject" in reader.lookback[index][0]


def modifies_office(reader: Reader, index: int) -> bool:
    """Tell whether a word that may be an office is a modifier of the one behind it: the *Chief* Director."""
    classes, stop = reader.lookup[index]
    return "modifier" in classes and stop in reader.offices and reader.softs[stop]


def over_letters(reader: Reader, index: int) -> int:
    """Return the index behind the acronym of a body in brackets, as the title goes on: People's Party *(PP)* Chairman."""
    behind = over_acronym(reader, index)
    return (
        behind
        if behind > index and reader.gaps[behind] == ") " and not reader.lookback[index][0].isdisjoint(_LETTERED)
        else index
    )


def premodifier(reader: Reader, index: int, *, opening: bool) -> int | None:
    """Return the index behind the words at `index` that may stand before an office word."""
    classes, stop = reader.lookup[index]
    if classes and (not classes.isdisjoint(_BEFORE) or (reader.caps[index] and not classes.isdisjoint(PLACES))):
        return stop
    if opening:
        return index + 1 if not classes and reader.caps[index] else None
    if reader.words[index] in reader.known.tables["conjunction"]:
        listed = index + 1 < len(reader.words) and "subject" in reader.lookup[index + 1][0]
        return index + 1 if listed and not reader.lookback[index][0].isdisjoint(_BEFORE) else None
    unknown = not classes and reader.caps[index] and reader.gaps[index] != ", "
    return index + 1 if unknown or reader.genitives[index] else None


def is_postnominal(reader: Reader, index: int) -> bool:
    """Tell whether an acronym of an office stands right behind a name: A MP."""
    office = reader.offices.get(index)
    if office is None or not reader.softs[index] or office[1].key != "member_of_parliament" or not reader.acronym(index):
        return False
    if index + 1 < len(reader.words) and reader.softs[index + 1] and reader.caps[index + 1]:
        # a party's MP and his name
        return False
    named = reader.caps[index - 1] and not reader.lookup[index - 1][0] and index - 1 not in reader.courtesies
    return named and index > 1 and reader.softs[index - 1] and reader.caps[index - 2]


def is_deputy(reader: Reader, stop: int) -> bool:
    """Tell whether a deputy is told before `stop`, without whose: *First Deputy* Speaker is one title."""
    first = reader.lookback[stop][1]
    return first in reader.offices and reader.offices[first][1].key == _DEPUTY
