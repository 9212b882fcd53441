"""What stands behind an English title or name: the name of its holder, the country the holder acts for."""

from __future__ import annotations

from collections.abc import Callable

from eventx import language_data
from eventx_titles.brackets import over_acronym, over_mark
from eventx_titles.en_ahead import CLOSING_QUOTES, follows
from eventx_titles.en_opening import opens_with_offices, opens_with_two
from eventx_titles.en_phrases import noun_phrase
from eventx_titles.grammar import POSSESSED, Atom, Stretch
from eventx_titles.lexis import DASHES, PLACES
from eventx_titles.names import Name, parse_name
from eventx_titles.reader import Reader

_DAY = 6
"""The most words of "On Monday, 5 May 2023"."""
_AGAIN = 1500
"""How far behind a name of one word it is looked for again, in code points."""
_OPENING = 25
"""The most words of a phrase before its sentence's subject."""
# what ends a dateline: "HANOI (VNA): Prime Minister, X hosted", "/ENA/ Prime Minister, X hosted"
_DATELINES = frozenset(("/", "–", "—", "--", ") –", ") -", ") --", ")", "):", ":"))
_COMMAS = frozenset((", ", " , ", " - ", " – ", " — "))
# the same before a courtesy, with which a name certainly begins: "Governor- Mr A"
_LOOSE = _COMMAS | {"- ", " -", "– ", " –", ". "}
_GLOSS = 18
"""The most words in brackets that say what a body is."""


def name_after(reader: Reader, atom: Atom, title_at: Callable[[int], Atom | None]) -> Name | None:
    """Return the name that a title belongs to and stands before, where something else than a blank parts them."""
    tables = reader.known.tables
    index = over_acronym(reader, atom.stop)
    index = _over_residence(reader, _over_seat(reader, index, atom.stop))
    gap = reader.gaps[index].removeprefix(".").removeprefix(")") if index > atom.stop else reader.gaps[index]
    quoted = gap[:1] in CLOSING_QUOTES and atom.stop > reader.offices[atom.core][0]
    if index >= len(reader.words) or quoted or (index == atom.stop and reader.hung[index]):
        return _behind_quoted(reader, index, gap[1:]) if quoted else None
    retired = gap == ". " and reader.words[atom.stop] in tables["retired"]
    if reader.softs[index] or (index > atom.stop and (gap == " " or retired)):
        return named(reader, index)
    if index in reader.honorifics:
        name = named(reader, index) if gap in _LOOSE else None
        return closed(reader, name) if gap == ", " and _opened(reader, atom.first) else name
    # "with Speaker of the Senate of X, NAME,": a title with its body or country needs no article
    owned = atom.definite in tables["owned"]
    opens = reader.sentence_start(atom.first) or opens_with_offices(reader, atom.first) or _behind_dateline(reader, atom.first)
    told = _led(reader, atom) or owned or opens or _has_portfolio(reader, atom)
    if not told and gap == ", " and (atom.places or _joined(reader, atom)):
        name = named(reader, index)
        return closed(reader, name) or _of_bare_title(reader, atom, name)  # received the Omani Foreign Minister, A, who
    if not told or gap not in _COMMAS:
        return None
    name = named(reader, index)
    behind = reader.lookup[index][1]
    if name is not None and reader.place(index) and name.stop > behind + 1:
        # Mayor of Bonn City, Germany Karl Jung
        name = named(reader, behind)
    return closed(reader, name) or _goes_on(reader, atom, name, title_at) or _single(reader, atom, name) or _placed(reader, name)


def over_gloss(reader: Reader, atom: Atom) -> Name | None:
    """Return the name behind words in brackets that say what a body is: Chairman of the Seimas (the parliament) *Jan Berg*."""
    if atom.stop >= reader.size or reader.gaps[atom.stop] != " (":
        return None
    if atom.stop == reader.offices[atom.core][0] or atom.office.plural:
        return None
    for index in range(atom.stop + 1, min(atom.stop + _GLOSS, reader.size)):
        gap = reader.gaps[index]
        if gap in (") ", "), "):
            name = named(reader, index)
            if gap == "), ":
                return closed(reader, name)  # Speaker of the Seimas (the Lithuanian parliament), Jan Berg,
            return name if name is not None and name.stop - name.first > 1 else None
        if ")" in gap or "(" in gap or reader.sentence_start(index):
            return None
    return None


# the Czech foreign minister (Pavel Dvorak); not the chair of the party (New Wave)
def in_brackets(reader: Reader, atom: Atom) -> Name | None:
    """Return the full name in brackets behind a title; behind a body they may hold what that is called, too."""
    index = atom.stop
    if index >= reader.size or reader.gaps[index] != " (" or atom.office.plural or index in reader.offices:
        return None
    if index not in reader.honorifics and ((atom.body is not None and atom.body[1] == index) or reader.lookup[index][0]):
        return None
    name = named(reader, index)
    closed = name is not None and name.stop - name.first > 1 and reader.gaps[name.stop].startswith(")")
    return name if closed else None


def _behind_quoted(reader: Reader, index: int, gap: str) -> Name | None:
    """Return the name at `index`, behind that of a body in quotation marks: Director of the Institution "Blue Park" *A B*."""
    name = named(reader, index) if gap == " " or gap in _COMMAS else None
    full = name if name is not None and name.stop - name.first > 1 else None
    return full if gap == " " else closed(reader, full)


def _over_seat(reader: Reader, index: int, stop: int) -> int:
    """Return the index behind the place in which a body with its acronym sits: … of the Programme (UNDP) *in Ghana*, A."""
    if (
        index == stop
        or index + 1 >= reader.size
        or reader.words[index] not in reader.known.tables["inside"]
        or reader.gaps[index] != ") "
    ):
        return index
    classes, behind = reader.lookup[index + 1]
    return behind if classes & PLACES and reader.caps[index + 1] else index


def _over_residence(reader: Reader, index: int) -> int:
    """Return the index behind the place where the holder of an office lives: the Ambassador of Norway *based in Lima*, A."""
    if index + 2 >= reader.size or not follows(reader, index, "based") or not follows(reader, index + 1, "served_at"):
        return index
    classes, behind = reader.lookup[index + 2]
    return behind if classes & PLACES and reader.caps[index + 2] and not reader.softs[behind] else index


# met Minister of Foreign Affairs, A, and Minister of Trade, B; not "met Foreign Minister, A"
def _has_portfolio(reader: Reader, atom: Atom) -> bool:
    """Tell whether a title says what its holder is in charge of: behind the office, or behind "of" within it."""
    core, stop = atom.core, reader.offices[atom.core][0]
    return atom.stop > stop or not reader.known.tables["of"].isdisjoint(reader.words[core:stop])


# met by President A and Chief of Staff, B, who
def _joined(reader: Reader, atom: Atom) -> bool:
    """Tell whether a capitalised title is joined to somebody told before it."""
    before, joins = atom.first - 1, reader.known.tables["conjunction"]
    return before > 1 and reader.words[before] in joins and reader.caps[atom.first] and reader.caps[before - 1]


def _opened(reader: Reader, first: int) -> bool:
    """Tell whether the title at `first` ends a phrase before the subject: "During his talks with the President, Mr A said"."""
    index = first
    while index > 0 and first - index < _OPENING and not reader.sentence_start(index) and reader.gaps[index] != ", ":
        index -= 1
    return index < first and reader.words[index] in reader.known.tables["opening"]


def closed(reader: Reader, name: Name | None) -> Name | None:
    """Return a name between commas: the ambassador, Nguyen Ba Hung, said."""
    if name is None or name.stop - name.first < 2:
        return None
    letters = name.stop < reader.size and reader.words[name.stop] in reader.known.tables["postnominal"] and reader.caps[name.stop]
    stop = name.stop + letters
    return name if stop >= len(reader.words) or reader.gaps[stop][:1] in (",", ".", ";") else None


# a call from *Omani Foreign Minister, A B* on Monday
def _of_bare_title(reader: Reader, atom: Atom, name: Name | None) -> Name | None:
    """Return a full name behind a country's office told without an article, which could not stand without it."""
    if name is None or name.stop - name.first < 2 or atom.definite or not atom.places or reader.headlines[name.first]:
        return None
    # "met US President, Ana Souza and Bo Lind": a list, of which the office is no part that could be told
    lone = atom.core > atom.first and reader.place(atom.first) and name.stop < reader.size
    return name if lone and reader.plain[name.stop] and not reader.caps[name.stop] else None


# the President of the Security Council, A B of Japan, said
def _placed(reader: Reader, name: Name | None) -> Name | None:
    """Return a full name with its country between commas."""
    after = owner_after(reader, name.stop) if name is not None and name.stop - name.first > 1 else None
    return name if after is not None and reader.gaps[after[1]].removeprefix(")")[:1] in (",", ".", ";") else None


# The ambassador of Peru, Suryanto, …: Suryanto said
def _single(reader: Reader, atom: Atom, name: Name | None) -> Name | None:
    """Return a name of one word between commas, which the text tells again: some people have no other."""
    if name is None or name.stop != name.first + 1 or atom.office.plural or not (atom.places or atom.owner):
        return None
    index = name.first
    known = reader.lookup[index][0] or reader.place(index) or index in reader.offices or reader.headline(index)
    if known or reader.gaps[index] != ", " or reader.gaps[name.stop][:1] not in (",", "."):
        return None
    return name if reader.text.find(f" {name.text} ", reader.end(index), reader.end(index) + _AGAIN) >= 0 else None


def _goes_on(reader: Reader, atom: Atom, name: Name | None, title_at: Callable[[int], Atom | None]) -> Name | None:
    """Return a name behind a title and a comma that no comma closes.

    Accepts: "Prime Minister, X hosted …" at the head of a sentence; "the envoy of Libya, X on Monday"; "Minister of Mali, X
    and Minister Y".
    """
    if name is None or name.stop - name.first < 2 or name.stop >= reader.size or not reader.softs[name.stop]:
        return None
    if atom.office.plural or reader.caps[name.stop] or reader.headline(name.first):
        return None
    if reader.gaps[name.first].strip() in DASHES and atom.stop > reader.offices[atom.core][0]:
        return name  # "Chairman of the Provincial People's Committee - X received"
    tables = reader.known.tables
    alone = atom.first - (atom.definite in tables["the"])
    first = atom.owner[0] if atom.owner is not None and atom.definite == POSSESSED else alone
    opens = reader.sentence_start(first) or reader.gaps[first].strip() in _DATELINES or _behind_day(reader, first)
    if opens or opens_with_offices(reader, alone) or (atom.places and opens_with_two(reader, alone)):
        return name
    following = reader.words[name.stop]
    if following in tables["conjunction"]:
        return name if title_at(name.stop + 1) is not None else None
    listed = alone > 0 and reader.words[alone - 1] in tables["conjunction"] and atom.stop > reader.offices[atom.core][0]
    # "met President of the Union (NU), NAME during": the short name of the body closes the title
    short = reader.gaps[name.first].startswith(")")
    told = atom.places or _led(reader, atom) or listed or short or atom.definite in tables["owned"]
    return name if told and following in tables["when_where"] else None


def _behind_day(reader: Reader, first: int) -> bool:
    """Tell whether nothing but a day stands before a title in its sentence: On November 18, the new ambassador of X, A handed."""
    tables = reader.known.tables
    if first > 2 and reader.words[first - 2] in tables["newly"]:
        first -= 2
    first -= first > 0 and reader.words[first - 1] in tables["the"]
    if reader.gaps[first] != ", ":
        return False
    start = first
    while start > 0 and first - start < _DAY and not reader.sentence_start(start):
        start -= 1
    days = any(word[0].isdigit() or word in language_data(reader.lang).weekdays for word in reader.words[start:first])
    return days and reader.words[start] in tables["on_day"] and reader.sentence_start(start)


# LIMA – Prime Minister, X met · Thursday, May 2, 2024 – National Assembly Speaker, X on Thursday
def _behind_dateline(reader: Reader, first: int) -> bool:
    """Tell whether nothing but capitals and numbers stand in the sentence before a dash that parts them from a title."""
    if reader.gaps[first].strip() not in _DATELINES:
        return False
    start = first
    while start > 0 and first - start < _DAY and not reader.sentence_start(start):
        start -= 1
        if not (reader.caps[start] or reader.words[start][0].isdigit()):
            return False
    return reader.sentence_start(start)


def _led(reader: Reader, atom: Atom) -> bool:
    """Tell whether the word before a title lets it stand without an article: received by Speaker of the Senate of X, NAME."""
    return atom.first > 0 and reader.words[atom.first - 1] in reader.known.tables["led"]


def named(reader: Reader, index: int) -> Name | None:
    """Return the name at `index`, behind honorifics."""
    for _ in range(4):
        if index not in reader.honorifics:
            break
        index = reader.honorifics[index]
    return parse_name(reader, index)


def owner_after(reader: Reader, stop: int) -> Stretch | None:
    """Return the words behind a name that tell the country it acts for: of Kenya."""
    words = reader.words
    if stop >= len(words) or (reader.plain[stop] and words[stop] not in reader.known.tables["origin"]):
        return None
    if reader.gaps[stop] == " (":
        # Minister A (Kenya)
        classes, behind = reader.lookup[stop]
        return (stop, behind) if classes & PLACES and reader.gaps[behind].startswith(")") else None
    if reader.gaps[stop].strip() in ("-", "–") and reader.gaps[stop] != "-":
        # H.E. A - Algeria, H.E. B- Austria
        classes, behind = reader.lookup[stop]
        return (stop, behind) if classes & PLACES and _listed(reader, behind) else None
    index = over_mark(reader, stop)
    word = words[index] if index + 1 < reader.size else ""
    if word in reader.known.tables["sent_from"]:
        # H.E. A from Algeria, and H.E. B from Austria
        classes, behind = reader.lookup[index + 1]
        return (index + 1, behind) if classes & PLACES and _listed(reader, behind) else None
    if word not in reader.known.tables["of"] or reader.gaps[index].strip(") "):
        return None
    phrase = noun_phrase(reader, index + 1)
    if phrase is not None and "place" not in phrase.kinds and follows(reader, phrase.stop, "of"):
        phrase = noun_phrase(reader, phrase.stop + 1)
    return (index + 1, phrase.stop) if phrase and "place" in phrase.kinds else None


def _listed(reader: Reader, behind: int) -> bool:
    """Tell whether a member of a list ends before `behind`."""
    return reader.gaps[behind][:1] in (",", ";", ".") or follows(reader, behind, "conjunction")
