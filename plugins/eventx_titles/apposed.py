"""Titles apposed to a name: those told behind it, and the bare name before one."""

from __future__ import annotations

from functools import cache

from eventx import evolve, language_data
from eventx_titles.brackets import over_acronym
from eventx_titles.companies import of_company, of_named_company
from eventx_titles.grammar import Atom, Grammar, complete
from eventx_titles.lexis import DASHES, PLACES
from eventx_titles.names import Name, parse_name, reach_back
from eventx_titles.reader import Reader

_WORDS_BEFORE = 3
_WORDS = 8
"""The most words of a name that a title is apposed to."""
_LISTED = 12
"""How many people of a list are looked at to tell on which side of the names its titles stand."""
_BEHIND_NAMES = frozenset((",", "(", "-", "–", "—", "),"))


def appositions(grammar: Grammar, stop: int, *, listed: bool = False, titled: bool = False, led: bool = False) -> list[Atom]:
    """Return the titles apposed to a name that ends before `stop`; a title that a further name follows is that one's.

    Unless the name may be one of a list whose titles all stand behind: `listed`; that of a name right behind its own title
    (`titled`) is one where a courtesy opens the next: Ambassador A, Minister of Trade, H.E. B, Minister of Health. `led`: an
    office, not only a rank, stands before the name.
    """
    atoms: list[Atom] = []
    start = grammar.apposed(stop)
    while start is not None and len(atoms) < 8:
        atom = grammar.title_at(start)
        if atom is None or atom.office.plural or not (complete(grammar.reader, atom) or _is_rank(grammar, atoms, atom)):
            break
        if not grammar.closes(atom):
            break
        atom = _of_locality(grammar, atom) if listed and not atoms else of_company(grammar, atom)
        atom = of_named_company(grammar, atom) if listed else atom
        if atoms and atom.definite in grammar.reader.known.tables["the"] and not grammar.postnominal(atoms[-1]):
            # "A, Chairman of X, and the Governor" are two people
            break
        atoms.append(atom)
        start = grammar.coordinated(atom.stop)
    while atoms and _opens_another(grammar, atoms[-1], titled=not listed):
        if (listed or titled) and _goes_on_so(grammar, atoms[-1], listed=listed):
            break
        last = _first_of_two(grammar, atoms)
        # titles that stand side by side go together: "…, Under-Secretary Major General B"
        while atoms and (
            (atoms[-1].stop == last.first and grammar.reader.softs[last.first]) or _goes_with(grammar, atoms[-1], last, led=led)
        ):
            last = atoms.pop()
    return atoms


def _is_rank(grammar: Grammar, atoms: list[Atom], atom: Atom) -> bool:
    """Tell whether an office word stands between a title and the name of the next person: A, Minister of Defence *General* B."""
    return bool(atoms) and atoms[-1].stop == atom.first and grammar.name_after(atom) is not None


def _goes_with(grammar: Grammar, atom: Atom, further: Atom, *, led: bool) -> bool:
    """Tell whether a title goes with the one behind it, which is the next person's.

    Where the name before has its own title before it: Ngoại trưởng A, *Phó Thủ tướng, Bộ trưởng Ngoại giao* B; and where a dash
    or "kiêm" joins the two: ông A, Ủy viên Trung ương, *Phó Chủ tịch - Tổng Thư ký* B.
    """
    reader = grammar.reader
    if grammar.code != "vi":
        # Foreign Minister A, *Sports Minister and* President of the Friendship Association B
        return led and (_added(grammar, atom, further) or _before_rank(reader, atom, further))
    if reader.gaps[further.first].strip() in DASHES and further.first == atom.stop:
        return True
    return led or " ".join(reader.words[atom.stop : further.first]) in reader.known.tables["besides"]


def _first_of_two(grammar: Grammar, atoms: list[Atom]) -> Atom:
    """Take away the last of the titles, which is another's, with the one that only "and" joins to it, and itself to the others.

    A, president of the Red Cross (ICRC) and Deputy Prime Minister and Foreign Minister B.
    """
    last = atoms.pop()
    while len(atoms) > 1 and _added(grammar, atoms[-1], last) and _added(grammar, atoms[-2], atoms[-1]):
        last = atoms.pop()
    return last


def _added(grammar: Grammar, atom: Atom, further: Atom) -> bool:
    """Tell whether nothing but "and" joins a title to the one before it."""
    reader = grammar.reader
    joint = further.first - 1
    if reader.words[joint] not in reader.known.tables["conjunction"] or not reader.softs[further.first]:
        return False
    return over_acronym(reader, atom.stop) == joint and "," not in reader.gaps[joint]


# Prime Minister A, *Minister of Trade, Senator* B
def _before_rank(reader: Reader, atom: Atom, further: Atom) -> bool:
    """Tell whether nothing but a comma parts a title from the rank told right before the next name."""
    if further.first != atom.stop or reader.gaps[further.first].strip() != ",":
        return False
    tables = reader.known.tables
    return further.key in tables["rank_office"] or " ".join(reader.words[further.first : further.stop]) in tables["personal"]


def _of_locality(grammar: Grammar, atom: Atom) -> Atom:
    """Return the title of somebody named without one, with the place of a committee: đồng chí A, Bí thư Huyện ủy Mường Lát."""
    body, tables = atom.body, grammar.reader.known.tables
    if (
        body is None
        or body[1] != atom.stop
        or " ".join(grammar.reader.words[atom.stop - 2 : atom.stop]) not in tables["local_committee"]
    ):
        return of_company(grammar, atom)
    name = grammar.name_after(atom)
    if name is None or name.first != atom.stop:
        return atom
    return evolve(atom, stop=name.stop, cut=max(atom.cut, name.stop), body=(body[0], name.stop), stray=True)


def _goes_on_so(grammar: Grammar, atom: Atom, *, listed: bool) -> bool:
    """Tell whether the name behind an apposed title has its own title behind it: Mr A, Minister, Mr B, the Chief Whip.

    The acronym of a body may stand between: Mrs A, Ambassador of the European Union (EU), Mr B, the Chief Whip.
    """
    reader = grammar.reader
    behind = over_acronym(reader, atom.stop)
    gap = reader.gaps[behind].removeprefix(")")
    if (behind == atom.stop and reader.softs[behind]) or gap != ", " or not (listed or behind in reader.honorifics):
        return False
    following = _title_behind_next(grammar, atom)
    for _ in range(_LISTED if not listed else 0):
        if following is None:
            return False  # Minister A, *Minister of Trade, H.E. B, Minister of Health, H.E. C*, and others
        if grammar.name_after(following) is None:
            break
        following = _title_behind_next(grammar, following)
    return following is not None


def _title_behind_next(grammar: Grammar, atom: Atom) -> Atom | None:
    """Return the title behind the name that follows another title."""
    name = grammar.name_after(atom)
    start = grammar.apposed(name.stop) if name is not None else None
    return grammar.title_at(start) if start is not None else None


def _opens_another(grammar: Grammar, atom: Atom, *, titled: bool) -> bool:
    """Tell whether a title told behind a name, which may have one before it, belongs to the next name."""
    if atom.definite in grammar.reader.known.tables["the"]:
        # "X, the Prime Minister, Y": a comma closes the apposition, but for a list of titles before names
        # "X, the Director of the Institution "Blue Park" Y": nothing but the body's name stands between
        closed = "," in grammar.reader.gaps[atom.stop]
        return (titled or not closed) and grammar.name_after(atom) is not None
    return grammar.name_after(atom) is not None


def bare_before(grammar: Grammar, atom: Atom) -> Name | None:
    """Return the bare name to which a title is apposed, as in "Ana Souza, Finance Minister"."""
    reader = grammar.reader
    start = atom.owner[0] if atom.owner else _before_lately(reader, atom.first)
    if grammar.postnominal(atom):
        name = name_ending(reader, start)
        return name if name is None or grammar.code == "en" or name.order == "family_first" else None
    if start == 0 or (reader.plain[start] and reader.words[start - 1] not in reader.known.lead_ins):
        return None
    relative = _relative(reader, start) if reader.plain[start] else 0
    if relative:
        return name_ending(reader, relative) or _called(reader, relative)
    plain, gaps = reader.plain, reader.gaps
    for stop in range(start, max(start - 16, 0), -1):
        if plain[stop]:
            continue
        # a comma, dash or bracket, behind which a title may start
        if gaps[stop].strip() in _BEHIND_NAMES and stop < reader.size:
            name = name_ending(reader, stop)
            if name is not None:
                # "tại huyện Lập Thạch, Phó Thủ tướng …": a place is not who holds the office
                return None if grammar.names_place(name.first, name.stop) else name
            if reader.words[stop - 1] not in reader.known.tables["caption"]:
                return None
    return None


# A, the new Ambassador of X · A, newly appointed Consul of Y
def _before_lately(reader: Reader, first: int) -> int:
    """Return where a title begins with the words in small letters that tell since when it is held."""
    if first == 0 or not reader.plain[first] or reader.caps[first - 1]:
        return first
    tables = reader.known.tables
    if reader.words[first - 1] in tables["silent"]:
        return first - 1
    start = reader.lookback[first][1]
    return start if reader.words[start] in tables["newly"] else first


_OPENER = 8
"""The most words that open a title told in a clause: who also serves as the."""


def _relative(reader: Reader, start: int) -> int:
    """Return where the clause begins that tells a title at `start` of the name before it: A, *who is also the* Chair; else 0."""
    relatives, low = reader.known.tables["relative"], max(start - _OPENER, 0)
    if relatives.isdisjoint(reader.words[low:start]):
        return 0
    for index in range(start - 1, low, -1):
        if reader.words[index] in relatives:
            behind = index + reader.opener(index)
            behind += behind < start and reader.words[behind] in reader.known.determiners
            return index if behind == start else 0
        if not reader.plain[index]:
            return 0
    return 0


def _called(reader: Reader, stop: int) -> Name | None:
    """Return the one word before `stop` by which somebody is called: *Ruiz*, who is also Minister of Trade."""
    first = stop - 1
    if first in reader.offices or reader.lookup[first][0] or not reader.caps[first] or (first and reader.caps[first - 1]):
        return None
    return parse_name(reader, first, limit=1, titled=False) if len(reader.words[first]) > 2 else None


@cache
def _days(lang: str) -> frozenset[str]:
    """Return the names of weekdays, which stand before names with a capital."""
    return frozenset(language_data(lang).weekdays)


# Milan Petrov, Speaker of …; Said Noor, Minister of …; not "in Milan Karl Berg, Speaker of …"
def _behind_place(reader: Reader, first: int) -> Name | None:
    """Return the name at `first` whose first word is a place's name, or a word, too, where no preposition leads to it."""
    classes, stop = reader.lookup[first]
    tables, word = reader.known.tables, reader.words[first]
    given = "country" not in classes or word in tables["country_given"]
    given = (classes <= PLACES and given) or word in tables["midname"] or word in tables["given"]
    if reader.lang != "en" or not given or reader.headline(first):
        return None
    before = reader.words[first - 1] if first > 0 and reader.softs[first] else ""
    if before in tables["preposition"] or before in tables["setting"] or before in tables["to_known"]:
        return None
    goes_on = stop == first + 1 < reader.size and reader.plain[stop] and not reader.lookup[stop][0]
    goes_on = goes_on and (reader.caps[stop] or word in tables["given"])
    return parse_name(reader, first) if goes_on and stop not in reader.offices else None


# Danilo Lima, President of …; Theresa Hall, Minister of …; not "in Hyde Park, President X"
def _before_place(reader: Reader, first: int, stop: int) -> Name | None:
    """Return a name of two or three words whose last one is a place's name, or a word, too, where no preposition leads to it."""
    last = stop - 1
    classes, behind = reader.lookup[last]
    if reader.lang != "en" or not first < last < first + _WORDS_BEFORE or behind != stop or reader.headline(first):
        return None
    tables = reader.known.tables
    if reader.words[last] not in tables["surname"] and not (classes and classes <= PLACES):
        return None
    if any(reader.lookup[index][0] or index in reader.honorifics for index in range(first, last)):
        return None
    before = reader.words[first - 1] if first > 0 and reader.softs[first] else ""
    if before in tables["preposition"] or before in tables["setting"] or before in tables["to_known"] or before in tables["the"]:
        return None
    return parse_name(reader, first)


def name_ending(reader: Reader, stop: int) -> Name | None:
    """Return the bare name that ends before `stop`."""
    caps, softs = reader.caps, reader.softs
    for first in range(reach_back(reader, stop, max(stop - _WORDS, 0)), stop - 1):
        # "On Monday A, President of B": the weekday is no part of the name
        opens = first == 0 or not (softs[first] and caps[first - 1]) or reader.words[first - 1] in _days(reader.lang)
        # and no part of one is "Yesterday" at the head of a sentence
        opens = opens or (reader.words[first - 1] in reader.known.tables["when_where"] and reader.sentence_start(first - 1))
        # nor "Deputy", which is one of parliament
        opens = opens or "modifier" in reader.lookback[first][0]
        if caps[first] and opens:
            name = parse_name(reader, first, titled=False) or _behind_place(reader, first)
            if name is None or name.stop != stop:
                name = _before_place(reader, first, stop)
            if name is not None and name.stop == stop:
                marks = reader.known.tables["caption"]
                if not all(word in marks for word in reader.words[first:stop]):
                    return name
    return None
