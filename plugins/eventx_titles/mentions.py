"""Mentions of people by name, by office and by description, put together from titles and names."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import Contribution, Mention, evolve, maker
from eventx_titles.apposed import appositions, bare_before
from eventx_titles.brackets import over_acronym
from eventx_titles.colleagues import with_noun
from eventx_titles.companies import seat_of_company
from eventx_titles.en_before import modifies_office
from eventx_titles.en_behind import named_before
from eventx_titles.grammar import BLOCKED, POSSESSED, Atom, Found, Grammar, complete, make_found, make_mention, title_of
from eventx_titles.holders import Gender, first_word, mention, paired, possesses_office, shared, sharing, within
from eventx_titles.lexis import PLACES
from eventx_titles.names import Name, parse_name, stop_with
from eventx_titles.other_holders import another, is_of_another
from eventx_titles.reader import Reader

_contribution = maker(Contribution)


def contribute(reader: Reader, found: Found) -> Contribution:
    """Return a found mention as the contribution it makes."""
    return _contribution(
        field="mention",
        value=found.mention,
        span=reader.span(found.first, found.stop),
        rule=found.rule,
        certainty="implied" if found.implied else "stated",
    )


def titled(grammar: Grammar, atom: Atom) -> list[Found]:
    """Return the people named behind the title and those coordinated with it; none if no name follows."""
    if atom.definite == BLOCKED:
        return []
    atoms = [atom]
    told = atom.definite == POSSESSED or atom.definite in grammar.reader.known.tables["the"]
    several = atom.office.plural or (grammar.counted and _is_counted(grammar, atom))
    while len(atoms) < 8 and not several and (told or complete(grammar.reader, atoms[-1])):
        start = grammar.coordinated(atoms[-1].stop)
        further = grammar.title_at(start) if start is not None else None
        if further is None or (further.definite and further.definite != POSSESSED) or further.office.plural:
            break
        if another(grammar, atoms, further):
            break
        atoms.append(further if further.definite or not atom.definite else evolve(further, definite=atom.definite))
    if atoms[-1].office.plural:
        pairs = grammar.paired(atoms[-1])
        if pairs:
            return [paired(grammar, atoms, *pair) for pair in pairs]
    last = atoms[-1]
    while atoms:
        name = grammar.name_after(atoms[-1])
        if name is not None:
            break
        atoms.pop()
    else:
        return []
    if atoms[-1].office.plural or (
        last.definite in grammar.reader.known.tables["several_behind"] and not appositions(grammar, name.stop)
    ):
        return shared(grammar, atoms, name)
    return [_named(grammar, atoms, name, first=first_word(atoms[0]), rule="titles.office_name")]


# trước sự chứng kiến của *hai bộ trưởng*, Thứ trưởng X ký
def _is_counted(grammar: Grammar, atom: Atom) -> bool:
    """Tell whether a number stands before a title that a comma ends: those are several, and not whose title follows."""
    reader, first = grammar.reader, atom.first
    if first == 0 or atom.stop >= len(reader.words) or not reader.gaps[atom.stop].startswith(",") or not reader.softs[first]:
        return False
    return reader.words[first - 1] in reader.known.tables["numbers"]


def _named(grammar: Grammar, atoms: list[Atom], name: Name, *, first: int, rule: str, gender: Gender = None) -> Found:
    """Return the person of a name with the titles before and behind it, and the sex that a courtesy tells."""
    after = grammar.owner_after(name.stop)
    stop = stop_with(name, after)
    titled = bool(atoms) and grammar.reader.softs[atoms[-1].stop]
    ranks = grammar.reader.known.tables["rank_office"]
    led = any(atom.key not in ranks for atom in atoms)
    behind = appositions(grammar, stop, listed=not atoms, titled=titled, led=led)
    if atoms and behind and is_of_another(grammar, atoms, behind[0]):
        behind = []
    if behind:
        stop = behind[-1].stop
        if not grammar.reader.softs[stop]:
            stop = over_letters(grammar.reader, stop)
    after = after or (seat_of_company(grammar, behind[-1]) if behind else None)
    told = mention(grammar, [*atoms, *behind], name, after, gender)
    if atoms and not atoms[0].places and atoms[0].owner is None:
        told = _described(grammar.reader, told, first)
    if grammar.code == "vi":
        told, first = with_noun(grammar.reader, told, first)
    return make_found(first=first, stop=stop, mention=told, rule=rule, name=name)


# met his *Lao counterpart*, Prime Minister X; gặp *người đồng cấp Lào*, (là) Thủ tướng X
def _described(reader: Reader, told: Mention, first: int) -> Mention:
    """Return a mention with the country of the noun right before its title that describes its bearer."""
    if first < _DESCRIBED or reader.gaps[first] not in (" ", ", "):
        return told
    if reader.lang == "en":
        stop = first - 1
        start = reader.lookback[stop][1]
        noun = reader.plain[stop] and reader.words[stop] in reader.known.tables["colleague"]
    else:
        stop = first - (reader.words[first - 1] in reader.known.tables["that_is"])
        start = reader.lookback[stop][1]
        noun = " ".join(reader.words[start - 2 : start]) in reader.known.tables["colleague"]
    if not noun or reader.lookback[stop][0].isdisjoint(PLACES) or not reader.caps[start]:
        return told
    return evolve(told, country_within=(reader.span(start, stop), *told.country_within))


def over_letters(reader: Reader, stop: int) -> int:
    """Return the index behind the acronym of a body that ends a title: A, head of the Red Cross *(ICRC)* and B; (ICRC), Mr B."""
    behind = over_acronym(reader, stop)
    if behind == stop:
        return stop
    joined = reader.gaps[behind] == ") " and reader.words[behind] in reader.known.tables["conjunction"]
    return behind if joined or (reader.gaps[behind] == "), " and behind in reader.honorifics) else stop


_DESCRIBED = 3
"""The least words before a title that a noun stands among that describes its bearer."""
_HONORIFICS = 6
"""The most words of honorifics before a name ("kính thưa đồng chí ông"); a longer run names nobody."""


def courteous(grammar: Grammar, first: int) -> Found | None:
    """Return the person named behind an honorific."""
    reader = grammar.reader
    index = first
    gender: Gender = None
    while index in reader.honorifics and index - first < _HONORIFICS:
        words = " ".join(reader.words[index : reader.honorifics[index]])
        gender = gender or grammar.gender.get(words)
        index = reader.honorifics[index]
        if not reader.softs[index] and reader.gaps[index] not in (". ", "."):
            return None
    name = parse_name(reader, index)
    if name is None:
        return None
    found = _named(grammar, [], name, first=first, rule="titles.honorific_name", gender=gender)
    owner = grammar.owner_before(first) if grammar.code == "en" else None
    if owner is None:
        return found
    # Fiji's Ratu A, Bangladesh's Sheikh B
    within_owner = (reader.span(*owner), *found.mention.country_within)
    return evolve(found, mention=evolve(found.mention, country_within=within_owner))


def told_of(grammar: Grammar, atom: Atom, name: Name) -> Found:
    """Return the person of a bare name to which the title is apposed."""
    found = _named(grammar, [], name, first=name.first, rule="titles.apposition")
    return found if found.stop >= atom.stop else evolve(found, stop=atom.stop)


def _is_of_several(grammar: Grammar, atom: Atom) -> bool:
    """Tell whether a word of several stands before the courtesy of an office: các đồng chí Thường trực Thành ủy."""
    reader = grammar.reader
    for start in range(max(atom.first - 2, 1), atom.first):
        if reader.honorifics.get(start) == atom.first:
            return reader.words[start - 1] in reader.known.tables["several"]
    return False


# X, *thay mặt lãnh đạo Đảng Lao động Peru*, tiếp Y
def _is_acted_for(reader: Reader, first: int) -> bool:
    """Tell whether a title in small letters tells of whom another acts for: it is nobody's whom the text named."""
    last = first - (reader.words[first - 1] in reader.known.tables["of"])
    told = last > 1 and not reader.caps[first] and reader.softs[first]
    return told and " ".join(reader.words[last - 2 : last]) in reader.known.tables["authority"]


def office_alone(grammar: Grammar, atom: Atom) -> Found | None:
    """Return the person spoken of by an office alone: the ambassador, the Phnom Penh Governor, Vice President."""
    reader = grammar.reader
    tables = reader.known.tables
    several = reader.softs[atom.stop] and reader.words[atom.stop] in tables["several_behind"]  # "đại sứ các nước"
    if (
        several
        or _is_of_several(grammar, atom)
        or possesses_office(reader, atom.stop)
        or atom.office.plural
        or (atom.definite and atom.definite not in tables["definite"])
    ):
        return None
    described = atom.office.describes is not None and atom.stop - atom.core <= 2
    if not described and not complete(reader, atom):
        return None
    if described and not (atom.places or atom.owner or atom.definite):
        return None
    # "ngài đại sứ mong muốn"
    courteous = grammar.code == "vi" and reader.softs[atom.first] and atom.first - 1 in reader.courtesies
    first = first_word(atom)
    told = atom.definite or reader.caps[atom.core] or atom.places or courteous
    if not told or _is_acted_for(reader, first):
        return None
    title = title_of(reader, atom)
    spans = within(grammar, [atom])
    if described:
        offices = atom.office.describes or ()
        mention = make_mention(reference="description", offices=offices, country_within=spans)
        return make_found(first=first, stop=atom.stop, mention=mention, rule="titles.description")
    # "the head of Russia": of the state
    of_state = atom.key == "head" and bool(atom.places) and title.organisation is None
    offices = ("president",) if of_state else (atom.key,)
    mention = make_mention(reference="title", titles=(title,), offices=offices, country=title.country, country_within=spans)
    return make_found(first=first, stop=atom.stop, mention=mention, rule="titles.office_alone")


def _pronoun(grammar: Grammar, first: int) -> Found | None:
    """Return an honorific that stands for a person by itself: ông, bà; what is said of either sex, before a verb: đồng chí đã."""
    reader = grammar.reader
    stop = reader.honorifics[first]
    gender = grammar.alone.get(" ".join(reader.words[first:stop]))
    if gender is None or not grammar.stands_alone(first, stop):
        return None
    if not gender and not (
        stop < reader.size and reader.plain[stop] and reader.words[stop] in reader.known.tables["verb_behind"]
    ):
        return None
    mention = make_mention(reference="pronoun", gender=gender or None)
    return make_found(first=first, stop=stop, mention=mention, rule="titles.pronoun")


def people(grammar: Grammar) -> Iterator[Found]:
    """Yield the people named or spoken of by office or courtesy, in the order of the text, none twice."""
    reader = grammar.reader
    done = 0
    waiting: Found | None = None
    for index in sorted({*reader.offices, *reader.honorifics}):
        if index < done:
            continue
        for found in _at(grammar, index, done):
            if waiting is not None:
                yield sharing(grammar, waiting, found)
            waiting = found
            done = max(done, found.stop)
    if waiting is not None:
        yield waiting


def _is_described(grammar: Grammar, name: Name) -> bool:
    """Tell whether a word such as "counterpart" already tells what the holder of a name is."""
    reader = grammar.reader
    return name.first > 0 and reader.words[name.first - 1] in reader.known.tables["colleague"]


def _behind_courtesy(grammar: Grammar, index: int, done: int) -> list[Found]:
    """Return the people of an office told behind a courtesy, which is theirs, too: *H.E. Ambassador A*; or who is meant by it."""
    stop = grammar.reader.honorifics[index]
    if grammar.code != "vi" and stop in grammar.reader.offices and stop not in grammar.reader.honorifics:
        found = _at(grammar, stop, done)
        if found and found[0].first == stop and found[0].name is not None:
            return [evolve(found[0], first=index), *found[1:]]
        if found:
            return found
    pronoun = _pronoun(grammar, index)
    return [pronoun] if pronoun else []


def _at(grammar: Grammar, index: int, done: int) -> list[Found]:
    """Return the people found at an office word or honorific."""
    if index in grammar.reader.honorifics:
        found = courteous(grammar, index)
        if found is not None:
            return [found]
        if index not in grammar.reader.offices:
            return _behind_courtesy(grammar, index, done)
    if grammar.code == "en" and modifies_office(grammar.reader, index):
        return []  # the Czech *First Deputy* Prime Minister
    atom = grammar.title_around(index)
    return _of_title(grammar, atom, done) if atom is not None and atom.first >= done else []


def _of_title(grammar: Grammar, atom: Atom, done: int) -> list[Found]:
    """Return the people to whom a title belongs: named before it, behind it, or nowhere."""
    name = bare_before(grammar, atom) if not atom.office.plural else None
    if name is not None and _is_described(grammar, name) and grammar.name_after(atom) is not None:
        name = None  # "his counterpart, A, the Minister for Defence, B and …"
    if name is not None and name.first >= done:
        person = told_of(grammar, atom, name)
        if person.mention.titles:
            return [person]
    several = titled(grammar, atom)
    if not several and atom.office.plural and grammar.code == "en":
        several = named_before(grammar, atom)
        several = several if several and several[0].first >= done else []
    alone = office_alone(grammar, atom) if not several else None
    return [alone] if alone else several
