"""Whether a title that follows another, or a name, is the next person's."""

from __future__ import annotations

from eventx_titles.grammar import Atom, Grammar
from eventx_titles.reader import Reader

_PHRASE = 24
"""The most words of a phrase that opens a clause."""
_CLAUSE = frozenset((",", ";"))
"""What parts two clauses."""
_OFFICE = 5
"""The most words of an office that is told without anything else."""


def another(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether a title behind others is the next person's: the Prime Minister, Minister Peters, and Minister Reti."""
    atom = atoms[-1]
    the = atom.definite in grammar.reader.known.tables["the"]
    if the and atom.office.key == "monarch" and "prince" in further.office.key:
        # the Amir and Prince Faisal
        return True
    alone = the and atom.first == atom.core and atom.body is None and not atom.places
    if alone and further.first < further.core and grammar.reader.place(further.first):
        # the President and Fiji Prime Minister X
        return True
    comma = grammar.reader.gaps[further.first].startswith(",")
    pair = (atom.key, further.key)
    if (atom.first == atom.core or atom.body or atom.places) and _never_both(grammar, pair):
        # the Secretary General and Prime Minister X; an acting president may be prime minister, too
        return True
    if comma and (_gives_authority(grammar, atom, further) or any(rule(grammar, atoms, further) for rule in _BEFORE_COMMA)):
        return True
    if comma and (_sent(grammar, *pair) or _sent(grammar, *pair[::-1])):
        # Receiving the Ambassador of Chile, President X; Tiếp Đại sứ Chile, Chủ tịch nước X; Thay mặt Chủ tịch nước, Đại sứ X
        return True
    bare = further.first == further.core and further.stop == further.core + 1 and further.office.key == "minister"
    return bare and the and comma


# In talks with the Polish minister, *Defence Minister X* thanked …; Tiếp Bộ trưởng Quốc phòng Lào, *Thủ tướng X* đánh giá cao …
def _answers(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether somebody of a country is met by his office alone, and behind the comma another goes on to speak or act."""
    reader, tables, atom = grammar.reader, grammar.reader.known.tables, atoms[0]
    if further.places or further.owner or not any(one.places or one.owner for one in atoms):
        return False  # "the visit of the General Secretary, President of China X has …"
    first = _office_before(reader, atom.owner[0] if atom.owner else atom.first) - (atom.definite in tables["determiner"])
    while first > 0 and reader.plain[first] and _describes(reader, first - 1):
        first -= 1
    first -= first > 0 and reader.words[first - 1] in tables["determiner"]
    if first < 1 or not reader.plain[first] or reader.words[first - 1] not in tables["met"]:
        return False
    name = grammar.name_after(further)
    if name is None or name.stop >= reader.size or not reader.plain[name.stop] or reader.caps[name.stop]:
        return False
    verb = reader.words[name.stop]
    return verb in tables["acts"] or verb.endswith(tuple(tables["past"]))


# theo lời mời của Thủ tướng Lào, *Thủ tướng X* thăm; at the invitation of the President of Fiji, *President X* will visit
def _is_invited(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether who invites is told by office and country alone, and behind the comma the one who goes on to do something."""
    reader, atom, tables = grammar.reader, atoms[0], grammar.reader.known.tables
    if not any(one.places or one.owner for one in atoms):
        return False
    first = _office_before(reader, atom.owner[0] if atom.owner else atom.first) - (atom.definite in tables["determiner"])
    if first < 2 or " ".join(reader.words[first - 2 : first]) not in tables["inviting"]:
        return False
    name = grammar.name_after(further)
    # "của Chủ tịch Đảng Nhân dân Campuchia, Thủ tướng A, Thủ tướng B thăm": A is both
    stop = _over_consort(reader, name.stop) if name is not None else reader.size
    return stop < reader.size and reader.plain[stop]


# Trong khuôn khổ chuyến thăm Việt Nam của Thủ tướng Lào, *Bộ trưởng X* đã trao; not "…, Chủ tịch nước Lào X đã"
def _is_of_occasion(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether a phrase that opens a clause ends in whose occasion it is, by office and country, before the subject."""
    reader, atom, tables = grammar.reader, atoms[0], grammar.reader.known.tables
    if further.places or further.owner or not atoms[-1].places or not reader.plain[atom.first]:
        return False
    if not tables["verb_behind"] or reader.words[atom.first - 1] not in tables["of"]:
        return False
    # "trong khuôn khổ chuyến thăm từ ngày 3-5/5 của": a stretch of days has marks of its own
    start = max(atom.first - _PHRASE, reader.at(reader.document.sentence_at(reader.starts[atom.first]).start))
    opens = next((at for at in range(atom.first - 1, start, -1) if reader.gaps[at][:1] in _CLAUSE), start)
    if reader.words[opens] not in tables["opening"]:
        return False
    name = grammar.name_after(further)
    verb = name.stop if name is not None else reader.size
    return verb < reader.size and reader.plain[verb] and reader.words[verb] in tables["verb_behind"]


# theo lời mời của Tổng Bí thư Đảng Nhân dân Lào, Chủ tịch nước Lào X *và Phu nhân*.
def _over_consort(reader: Reader, stop: int) -> int:
    """Return the index behind whoever is told to be with the one named before `stop` as wife or husband, by no name."""
    if stop + 2 >= reader.size or reader.words[stop] not in reader.known.tables["conjunction"]:
        return stop
    return stop + 3 if " ".join(reader.words[stop + 1 : stop + 3]) in reader.known.tables["consort"] else stop


def _describes(reader: Reader, index: int) -> bool:
    """Tell whether a word before an office describes its holder (visiting), or is a courtesy."""
    return reader.words[index] in reader.known.tables["describing"] or index in reader.courtesies


def _office_before(reader: Reader, first: int) -> int:
    """Return where an office told before a comma starts, which the same person holds: *Tổng Bí thư*, Chủ tịch nước Lào."""
    if reader.gaps[first] != ", ":
        return first
    starts = range(first - 1, max(first - _OFFICE, 0), -1)
    return next((start for start in starts if start in reader.offices and reader.offices[start][0] == first), first)


# thừa ủy quyền (của) Chủ tịch nước, *Bộ trưởng Ngoại giao X*; thay mặt Tổng Bí thư, Chủ tịch nước, *Phó Thủ tướng X*
def _gives_authority(grammar: Grammar, atom: Atom, further: Atom) -> bool:
    """Tell whether somebody is told by his office alone as the one for whom another acts."""
    reader = grammar.reader
    words, table = reader.words, reader.known.tables["authority"]
    first = _office_before(reader, atom.first)
    last = first - (words[first - 1] in reader.known.tables["of"])
    if last < 2 or not table or " ".join(words[last - 2 : last]) not in table:
        return False
    name = grammar.name_after(further)
    # "của Tổng Bí thư, Chủ tịch nước A, Phó Thủ tướng B": A is both
    return name is None or not reader.gaps[name.stop].startswith(",")


def is_of_another(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether a title behind a name, which has some before it, is another person's."""
    leads = _sent(grammar, atoms[-1].key, further.key)
    return grammar.foreign(atoms, further) or leads or _is_abroad(grammar, atoms, further)


def _never_both(grammar: Grammar, pair: tuple[str, str]) -> bool:
    """Tell whether nobody holds two offices at a time."""
    pairs = grammar.reader.known.tables["never_both"]
    return " ".join(pair) in pairs or " ".join(pair[::-1]) in pairs


# Receiving the Ambassador of Chile, *President X*; Tiếp Đại sứ A, *Tổng Bí thư X*
def _sent(grammar: Grammar, envoy: str, leader: str) -> bool:
    """Tell whether one office is an envoy's and the other that of the leader who receives him."""
    tables = grammar.reader.known.tables
    return envoy in tables["envoy_office"] and leader in tables["leader_office"]


# Peruvian Minister A, *Lao Premier* and Minister of Trade B
def _is_abroad(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether a title behind a name opens with another country than those before it."""
    reader = grammar.reader
    if not reader.place(further.first) or further.first == further.core:
        return False
    led = [atom.first for atom in atoms if atom.first < atom.core and reader.place(atom.first)]
    return bool(led) and all(reader.words[first] != reader.words[further.first] for first in led)


_BEFORE_COMMA = (_answers, _is_invited, _is_of_occasion)
"""What tells of titles before a comma that they are another person's than the one behind it."""
