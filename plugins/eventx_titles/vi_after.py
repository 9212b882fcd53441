"""What stands behind a Vietnamese title or name: the name of its holder, the country the holder acts for."""

from __future__ import annotations

from eventx_titles.brackets import over_acronym
from eventx_titles.grammar import Atom, Stretch
from eventx_titles.lexis import PLACES
from eventx_titles.names import Name, parse_name
from eventx_titles.reader import Reader

JOINTS = frozenset((",", "-", "–", "—"))
CLOSING = frozenset((",", ";", ".", ")"))
"""What closes a title told behind a name."""
_ENDING = frozenset((";", "."))
"""What ends a sentence, or a member of a list, behind a name."""
_STAY = 16
"""The most words that tell what somebody does where he is met."""
_OPENING = 25
"""The most words of a phrase before its sentence's subject."""
_NAMED = 8
"""The most words of a name with its courtesy."""
_FULL = 3
"""A Vietnamese name of so many syllables is one for certain."""


def name_after(reader: Reader, atom: Atom) -> Name | None:
    """Return the name that a title belongs to and stands before."""
    if reader.plain[atom.stop]:
        stays = not atom.definite and reader.words[atom.stop] in reader.known.tables["stays"]
        return _behind_stay(reader, atom.stop) if stays else named(reader, atom.stop)
    index = over_acronym(reader, atom.stop)
    if index >= len(reader.words):
        return None
    if index > atom.stop and reader.gaps[index] == ") ":
        return named(reader, index)
    if reader.hung[index]:
        return None
    if not reader.softs[index]:
        return _behind_mark(reader, atom, index)
    return named(reader, index)


# tiếp Chủ tịch Hội Hữu nghị Peru - Việt Nam đang thăm Việt Nam, *ông X*. Not "…, ông X nói": he is the next clause's subject
def _behind_stay(reader: Reader, index: int) -> Name | None:
    """Return the name, with its courtesy, that closes a sentence behind a title and what somebody is doing there."""
    stop = next((at for at in range(index + 1, min(index + _STAY, reader.size)) if not reader.softs[at]), None)
    if stop is None or reader.gaps[stop] != ", " or stop not in reader.honorifics:
        return None
    # nobody else may be named on the way
    if any(at in reader.offices for at in range(index + 1, stop)):
        return None
    name = named(reader, stop)
    return name if name is not None and (name.stop >= reader.size or reader.gaps[name.stop][:1] in (*_ENDING, "\n")) else None


def _behind_mark(reader: Reader, atom: Atom, index: int) -> Name | None:
    """Return the name that a comma or dash parts from its title.

    Accepts: "Đại sứ, ông A"; "Ngoại trưởng Cộng hòa Chad, A B đã …"; "Bí thư Tỉnh ủy Quảng Bình - Vũ Đại Thành nhấn mạnh".
    """
    gap = reader.gaps[index]
    if gap == ": " and atom.definite in reader.known.tables["several_behind"]:
        # các Đại sứ: A (Nga), B (Lào)
        name = named(reader, index)
        return name if name is not None and name.stop - name.first > 1 else None
    if gap.strip() not in JOINTS or "\n" in gap:
        return None
    if index in reader.honorifics:
        definite = not atom.definite or atom.definite in reader.known.tables["definite"]
        return named(reader, index) if definite else None
    if atom.definite or not atom.places or atom.stray or not reader.caps[index] or reader.place(index):
        return None
    name = parse_name(reader, index)
    if name is None or name.stop - name.first < 2 or (name.stop < name.first + _FULL and name.order == "family_first"):
        return None
    dashed = gap.strip() != "," and not reader.softs[name.stop]
    return name if dashed or _goes_on(reader, name) else None


def _goes_on(reader: Reader, name: Name) -> bool:
    """Tell whether the sentence goes on behind a name as behind its subject: a verb, or a comma that closes an apposition.

    Or ends there, or goes on with somebody else: "gặp Chánh án Lào, A *và Viện trưởng* Lào, B".
    """
    if not reader.softs[name.stop]:
        gap = reader.gaps[name.stop]
        return gap[:1] in _ENDING or (gap == ", " and not reader.caps[name.stop])
    if reader.words[name.stop] in reader.known.tables["conjunction"] and name.stop + 1 in reader.offices:
        return True
    return not reader.caps[name.stop] and reader.words[name.stop] in reader.known.tables["verb_behind"]


def named(reader: Reader, index: int) -> Name | None:
    """Return the name at `index`, behind honorifics."""
    for _ in range(3):
        if index not in reader.honorifics:
            break
        index = reader.honorifics[index]
    name = parse_name(reader, index)
    alone = name is not None and name.stop == name.first + 1
    return None if alone and reader.words[index] in reader.companies() else name


def opens_clause(reader: Reader, atom: Atom) -> bool:
    """Tell whether a title is the subject behind a phrase that ends in a name: Tại buổi gặp A, *Chủ tịch tỉnh* nói."""
    if not reader.softs[atom.stop] or reader.caps[atom.stop] or reader.gaps[atom.first] != ", ":
        return False
    if reader.words[atom.stop] not in reader.known.tables["verb_behind"]:
        return False
    first = reader.at(reader.document.sentence_at(reader.starts[atom.first]).start)
    if reader.words[first] not in reader.known.tables["opening"] or reader.caps[first + 1]:
        return False
    return atom.first - first < _OPENING and all(reader.softs[first + 1 : atom.first])


def owner_after(reader: Reader, stop: int) -> Stretch | None:
    """Return the words behind a name that tell the country it acts for: (Pháp), của Pháp."""
    if stop >= reader.size:
        return None
    of = reader.words[stop] in reader.known.tables["of"] and stop + 1 < reader.size
    if reader.plain[stop] and not of:
        return None
    index = stop + 1 if of and reader.softs[stop] else stop
    bracketed = index == stop and reader.gaps[stop] == " ("
    if index == stop and not bracketed:
        return None
    classes, behind = reader.lookup[index]
    if bracketed and "unit" in classes and reader.caps[index] and not classes & PLACES and reader.softs[behind]:
        classes, behind = reader.lookup[behind]  # (Liên bang Mexico)
    if not (classes & PLACES and reader.caps[index]) or (bracketed and not reader.gaps[behind].startswith(")")):
        return None
    return index, behind


# *Phu nhân Thủ tướng X*, bà Y; bà Y, *Phu nhân Thủ tướng X*; not Phu nhân Thủ tướng Y
def spouse_stop(reader: Reader, first: int, stop: int) -> int:
    """Return the index behind the name of whose spouse a title tells; `stop` where the name is that of the holder."""
    name = named(reader, stop) if stop < reader.size and reader.softs[stop] else None
    if name is None:
        return stop
    behind = name.stop
    if behind < reader.size and behind in reader.honorifics and reader.gaps[behind].strip() in JOINTS:
        return behind if named(reader, behind) is not None else stop
    if reader.gaps[first].strip() not in JOINTS:
        return stop
    for index in range(first - 1, max(first - _NAMED, -1), -1):
        if index in reader.honorifics:
            before = parse_name(reader, reader.honorifics[index])
            return behind if before is not None and before.stop == first else stop
    return stop
