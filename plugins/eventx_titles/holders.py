"""Who holds the titles read: the mention of a name with them, and names that share a plural office."""

from __future__ import annotations

from typing import Literal

from eventx import Mention, Span, Title, evolve
from eventx_titles.grammar import Atom, Found, Grammar, Stretch, make_found, make_mention, placed, title_of
from eventx_titles.names import Name, parse_name, stop_with
from eventx_titles.reader import Reader

Gender = Literal["m", "f"] | None
"""The sex that a courtesy tells."""


_MOST = 12
"""The most names that share an office."""
_OWN = 3
"""How many words behind a possessor an office may begin that is somebody else's."""


def within(grammar: Grammar, atoms: list[Atom], after: Stretch | None = None) -> tuple[Span, ...]:
    """Return the spans in which a country may stand: possessors, each title up to its accreditation, what follows the name."""
    if not atoms and after is None:
        return ()
    reader = grammar.reader
    spans = []
    for atom in atoms:
        if atom.stop > atom.core + 1 and reader.lang == "vi" and reader.words[atom.stop - 1] in reader.known.tables["this_land"]:
            spans += _pointed_at(reader, atom)
        if atom.owner is not None:
            spans.append(reader.span(*atom.owner))
        if atom.cut > atom.first:
            if not reader.supranational(atom.first, atom.cut):
                spans.append(reader.span(atom.first, atom.cut))
            else:
                spans.extend(_own(reader, atom))
    if after is not None:
        spans.append(reader.span(*after))
    return tuple(dict.fromkeys(spans)) if len(spans) > 1 else tuple(spans)


_BACK = 40
"""How many words back the country may stand that a title points at."""


# Chính phủ Nhật Bản thông báo Thủ tướng *nước này* X sẽ …
def _pointed_at(reader: Reader, atom: Atom) -> list[Span]:
    """Return the words of the country told last before a title that points at it."""
    for index in range(atom.first - 1, max(atom.first - _BACK, -1), -1):
        if reader.caps[index] and "country" in reader.lookup[index][0]:
            return [reader.span(index, reader.lookup[index][1])]
    return []


# the *French* Minister for European Affairs, the Minister of Foreign and European Affairs of (the Republic of) *Croatia*
def _own(reader: Reader, atom: Atom) -> list[Span]:
    """Return the country of a title that tells a body of several: what it begins with, or what its last "of" tells."""
    if atom.first < atom.core and reader.place(atom.first) and not _opens_worldly(reader, atom.first):
        return [reader.span(atom.first, reader.lookup[atom.first][1])]
    of, words = reader.known.tables["of"], reader.words
    behind = [index for index in range(atom.core + 1, atom.cut - 1) if words[index] in of]
    held = next((index for index in behind[-2:] if "subject" in reader.lookback[index][0]), None)
    if held is None:
        return []
    first = behind[-1] + 1 + (words[behind[-1] + 1] in reader.known.determiners)
    ends = first < atom.cut and reader.place(first) and reader.lookup[first][1] == atom.cut
    return [reader.span(held + 1, atom.cut)] if ends and not reader.supranational(held, atom.cut) else []


def _opens_worldly(reader: Reader, first: int) -> bool:
    """Tell whether the name of a body of several countries starts at a word: the African Union Commissioner."""
    table = reader.known.tables["supranational"]
    return any(" ".join(reader.words[first : first + size]) in table for size in (1, 2))


def first_word(atom: Atom) -> int:
    """Return where a mention that begins with this title begins."""
    return atom.owner[0] if atom.owner else atom.first


def paired(grammar: Grammar, atoms: list[Atom], place: Stretch, name: Name) -> Found:
    """Return one of those whose countries and names are told behind a plural office."""
    reader = grammar.reader
    titles = tuple(
        title_of(reader, evolve(atom, body=None, first=atom.core, stop=reader.offices[atom.core][0])) for atom in atoms
    )
    if place[1] <= atoms[-1].core:
        # the Colombian and Ecuadorean presidents: each bears the title with his country
        titles = tuple(evolve(title, text=f"{reader.surface(*place)} {title.text}") for title in titles)
    countries: tuple[Span, ...] = (reader.span(*place),)
    if not reader.place(place[0]):
        # the Ministers of Finance A and Defence B: each bears the title with his portfolio
        link = next(iter(reader.known.tables["of"]))
        head, own = titles[0].text.partition(f" {link} ")[0], reader.surface(*place)
        titles = tuple(evolve(title, text=f"{head} {link} {own}") for title in titles)
        countries = ()
    told = make_mention(
        reference="name", name=name.text, name_order=name.order, call_name=name.call, titles=titles, country_within=countries
    )
    # "of X, A, and Y, B": what stands between two names is no more than their countries or portfolios
    first = place[0] if place[1] == name.first else name.first
    of = reader.known.tables["of"]
    first -= first == place[0] > 0 and reader.words[first - 1] in of
    if first == place[0] and first > 0 and reader.words[first - 1] in of and reader.gaps[first - 1].strip() in (",", ";"):
        first -= 1
    return make_found(first=first, stop=name.stop, mention=told, rule="titles.shared_office", name=name)


def shared(grammar: Grammar, atoms: list[Atom], name: Name) -> list[Found]:
    """Return the people who share a plural title: Presidents A and B, Foreign Ministers A of X and B of Y."""
    found: list[Found] = []
    current: Name | None = name
    first = first_word(atoms[0])
    reader = grammar.reader
    while current is not None and len(found) < _MOST:
        after = grammar.owner_after(current.stop)
        stop = stop_with(current, after)
        told = mention(grammar, atoms, current, after)
        found.append(make_found(first=first, stop=stop, mention=told, rule="titles.shared_office", name=current))
        start = grammar.coordinated(stop)
        if start is not None and start < len(reader.words) and reader.words[start] in reader.known.tables["conjunction"]:
            start += 1
        # "H.E. A, H.E. B": the courtesy belongs to the mention, so that nothing but a comma stands between the two
        first = start or 0
        while start is not None and start in reader.honorifics:
            start = reader.honorifics[start]
        current = parse_name(reader, start) if start is not None and start not in reader.offices else None
    return found


def mention(grammar: Grammar, atoms: list[Atom], name: Name, after: Stretch | None, gender: Gender = None) -> Mention:
    """Return the mention of a name with these titles."""
    titles = tuple([title_of(grammar.reader, atom) for atom in atoms]) if atoms else ()
    if titles and name.order == "family_last" and grammar.code == "vi":
        # an office that is mostly Vietnam's is another country's, if its holder's name is
        titles = tuple(evolve(title, country=None) if title.country == "VN" else title for title in titles)
    return make_mention(
        reference="name",
        name=name.text,
        name_order=name.order,
        call_name=name.call,
        gender=gender,
        titles=titles,
        country=_country(grammar, atoms, titles) if titles else None,
        country_within=within(grammar, atoms, after),
        leader_within=_led(grammar, atoms, titles, name),
    )


# the head of the delegation, A, said
def _led(grammar: Grammar, atoms: list[Atom], titles: tuple[Title, ...], name: Name) -> tuple[Span, ...]:
    """Return the words of a mention that tells by an office who leads a delegation: whoever meets that, meets him."""
    bodies = tuple(grammar.reader.known.tables["led_body"])
    if not [True for title in titles if title.organisation and title.organisation.lower().endswith(bodies)]:
        return ()
    return (grammar.reader.span(min(first_word(atoms[0]), name.first), name.stop),)


def _places(grammar: Grammar, atom: Atom) -> bool:
    """Tell whether the places in a title may tell the country its holder acts for."""
    words = " ".join(grammar.reader.words[atom.first : atom.stop])
    return not any(map(words.__contains__, grammar.reader.known.tables["bilateral"]))


def _country(grammar: Grammar, atoms: list[Atom], titles: tuple[Title, ...]) -> str | None:
    """Return the country that an office alone settles; none where a place in one of the titles tells more."""
    for atom in atoms:
        if (placed(grammar.reader, atom) or atom.stray) and _places(grammar, atom):
            return None
    for title in titles:
        if title.country:
            return title.country
    return None


def possesses_office(reader: Reader, index: int) -> bool:
    """Tell whether an office follows that is the one's who holds the title before `index`: the President's *special envoy*."""
    if not reader.genitives[index]:
        return False  # nearly always
    for place in range(index + 1, min(index + 1 + _OWN, reader.size)):
        if not reader.softs[place]:
            return False
        if place in reader.offices:
            return True
    return False


def sharing(grammar: Grammar, found: Found, other: Found) -> Found:
    """Return a person with the country told behind another joined with it: Minister A and Deputy Minister B of Trade of X."""
    reader = grammar.reader
    if found.name is None or other.name is None or found.stop != found.name.stop or other.stop == other.name.stop:
        return found
    joined = other.first == found.stop + 1 and reader.words[found.stop] in reader.known.tables["conjunction"]
    shared = other.mention.country_within[-1:]
    end = reader.end(other.name.stop - 1)
    if not joined or not shared or shared[0].start < end or "," in reader.text[end : shared[0].start]:
        return found  # "Secretary A and B, Ambassador of X": only the second is of X
    held = {title.office for title in found.mention.titles} & {title.office for title in other.mention.titles}
    if not held.isdisjoint(reader.known.tables["sole_office"]):
        return found  # "President A and President B of X"
    within_both = (*found.mention.country_within, *shared)
    return evolve(found, mention=evolve(found.mention, country_within=within_both))
