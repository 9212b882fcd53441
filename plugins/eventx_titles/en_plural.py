"""English plural offices whose countries and holders are told in two lists, or one by one."""

from __future__ import annotations

from eventx_titles.en_ahead import follows
from eventx_titles.en_portfolio import portfolio
from eventx_titles.grammar import Atom, Stretch, first_of
from eventx_titles.lexis import PLACES
from eventx_titles.names import Name, parse_name
from eventx_titles.reader import Reader

Paired = list[tuple[Stretch, Name]]
"""Countries, each with the name of who holds the office there."""

_MOST = 8
_PHRASE = 8
_OPENING = frozenset((", ", " – ", " — ", " - ", " (", ": "))
"""What may stand between countries and their list of names."""
_DASHES = frozenset(("-", "–", "—", ":"))


def paired(reader: Reader, atom: Atom) -> Paired:
    """Return the countries behind a plural office and the names told of them; none if they do not go in pairs.

    Accepts: "the Presidents of X and Y, A and B"; "the Foreign Ministers of X, A, of Y, B, and Z, C"; "… of X (A) and Y (B)";
    "the Ministers of Finance A, Trade and Industry B, and Defence C", whose portfolios stand for countries; "the Ambassadors of
    X A, Y B and Z C"; "… of a number of states - X A, Y B and Z C".
    """
    behind = reader.offices[atom.core][0]
    owners = owners_before(reader, atom.core)
    if len(owners) > 1:
        return _named(reader, owners, behind)
    inside = first_of(reader, atom.core, behind)
    if inside < behind:
        # "Ministers of Foreign Affairs" is an office word
        found = _by_portfolio(reader, inside + 1)
        if found:
            return found
    if not follows(reader, behind, "of"):
        return []
    start = behind + 1
    return (
        _lists(reader, start) or _one_by_one(reader, start) or _by_portfolio(reader, start)
        or _side_by_side(reader, start) or _side_by_side(reader, _behind_dash(reader, start))
    )  # fmt: skip


def places_listed(reader: Reader, index: int) -> list[Stretch]:
    """Return the countries of the list at `index`: of *Peru, Chile and Norway*."""
    places: list[Stretch] = []
    while len(places) < _MOST:
        place = _place(reader, index)
        if place is None:
            break
        places.append(place)
        following = _separated(reader, place[1])
        if following is None or _place(reader, following) is None:
            break
        index = following
    return places


def _lists(reader: Reader, index: int) -> Paired:
    """Return the pairs of a list of countries and, behind a comma, a list of as many names."""
    places = places_listed(reader, index)
    return _named(reader, places, places[-1][1]) if len(places) > 1 else []


def owners_before(reader: Reader, core: int) -> list[Stretch]:
    """Return the countries before a plural office: the Colombian and Ecuadorean presidents."""
    places: list[Stretch] = []
    stop = core
    while stop > 0 and len(places) < _MOST:
        classes, first = reader.lookback[stop]
        if not (classes & PLACES and reader.caps[first]):
            break
        places.insert(0, (first, stop))
        stop = first
        if stop > 1 and reader.words[stop - 1] in reader.known.tables["conjunction"]:
            stop -= 1
        elif reader.gaps[stop] != ", ":
            break
    return places


def _named(reader: Reader, places: list[Stretch], index: int) -> Paired:
    """Return the countries, each with its name of the list at `index`; none if there are not as many."""
    names = counted_names(reader, index, len(places))
    return list(zip(places, names, strict=True)) if len(names) == len(places) else []


def counted_names(reader: Reader, index: int, number: int) -> list[Name]:
    """Return the names of the list at `index`, as many as are looked for; of one country, all of them."""
    if index >= len(reader.words) or not (reader.softs[index] or reader.gaps[index] in _OPENING):
        return []
    names: list[Name] = []
    start: int | None = index
    most = number if number > 1 else _MOST
    while start is not None and len(names) < most:
        while start in reader.honorifics:
            start = reader.honorifics[start]
        name = parse_name(reader, start) if start < len(reader.words) and start not in reader.offices else None
        if name is None:
            break
        names.append(name)
        start = _separated(reader, name.stop)
    return names


def each_with_name(reader: Reader, index: int) -> Paired:
    """Return the countries of a list told one by one, each with its holder behind it: X, A, and Y, B; X A and Y B."""
    return _one_by_one(reader, index) or _side_by_side(reader, index)


def _one_by_one(reader: Reader, index: int) -> Paired:
    """Return the pairs told one by one: of X, A, of Y, B; of X, A, and Y, B."""
    found: Paired = []
    while len(found) < _MOST:
        place = _place(reader, index)
        if place is None or place[1] >= len(reader.words) or reader.gaps[place[1]] not in (", ", " ("):
            break
        name = parse_name(reader, place[1])
        if name is None or _place(reader, name.first) == (name.first, name.stop):
            break  # "of Peru, Chile, …": no names
        found.append((place, name))
        following = _separated(reader, name.stop)
        if following is None:
            break
        index = following + (reader.words[following] in reader.known.tables["of"])
    return found if len(found) > 1 else []


def _side_by_side(reader: Reader, index: int) -> Paired:
    """Return the pairs of a list in which each country stands right before its holder: of Japan A, Cuba B and Mongolia C."""
    found: Paired = []
    while len(found) < _MOST:
        place = _place(reader, index)
        name = parse_name(reader, place[1]) if place is not None and place[1] < reader.size and reader.softs[place[1]] else None
        if place is None or name is None:
            break
        found.append((place, name))
        following = _separated(reader, name.stop)
        if following is None:
            break
        index = following + (reader.words[following] in reader.known.tables["of"])
    return found if len(found) > 1 else []


def _behind_dash(reader: Reader, index: int) -> int:
    """Return the index behind the dash or colon that opens a list in the same phrase; no word's if there is none."""
    for place in range(index, min(index + _PHRASE, reader.size)):
        if reader.gaps[place].strip() in _DASHES:
            return place
        if not reader.softs[place]:
            break
    return reader.size


def _by_portfolio(reader: Reader, index: int) -> Paired:
    """Return the pairs of a portfolio and its holder, told one by one: of Finance A, Trade and Industry B, and Defence C."""
    found: Paired = []
    while len(found) < _MOST and index < len(reader.words):
        stop = _portfolio_end(reader, index)
        name = parse_name(reader, stop) if stop is not None else None
        if stop is None or name is None or reader.gaps[stop] not in (" ", ", "):
            break
        found.append(((index, stop), name))
        following = _separated(reader, name.stop)
        if following is None:
            break
        index = following
    return found if len(found) > 1 else []


def _portfolio_end(reader: Reader, index: int) -> int | None:
    """Return the index behind the known portfolios at `index`: Trade and Industries, Agricultural Development."""
    end: int | None = None
    place = index
    while place < len(reader.words) and (place == index or reader.softs[place]):
        classes, stop = reader.lookup[place]
        if "subject" in classes:
            place = end = stop
        elif end is None and reader.caps[place] and ("modifier" in classes or (not classes and portfolio(reader, place + 1))):
            place = stop  # "Agricultural Development"
        elif end is not None and reader.words[place] in reader.known.tables["conjunction"] and portfolio(reader, place + 1):
            place += 1
        else:
            break
    return end


def _place(reader: Reader, index: int) -> Stretch | None:
    """Return the words of the country at `index`, behind an article."""
    if follows(reader, index, "the"):
        index += 1
    if index >= len(reader.words):
        return None
    classes, stop = reader.lookup[index]
    return (index, stop) if classes & PLACES and reader.caps[index] else None


def _separated(reader: Reader, index: int) -> int | None:
    """Return where the next member of a list starts: behind a comma, "and" or both."""
    if index + 1 >= len(reader.words):
        return None
    gap = reader.gaps[index].removeprefix(")")
    if reader.words[index] in reader.known.tables["conjunction"] and gap in (" ", ", ", "; "):
        return index + 1
    return index if gap in (", ", "; ") else None
