"""Whether a title that follows another, or a name, is the next person's."""

from __future__ import annotations

from eventx_titles.grammar import Atom, Grammar

_ENVOYS = frozenset(("ambassador", "high_commissioner", "consul_general", "charge_daffaires"))
_LEADERS = frozenset(
    (
        "president", "prime_minister", "monarch", "speaker", "general_secretary", "vice_president", "deputy_prime_minister",
        "chairman", "vice_chairman", "governor", "vice_governor", "mayor",
    )
)  # fmt: skip
"""Offices that nobody holds together with an envoy's."""


def another(grammar: Grammar, atom: Atom, further: Atom) -> bool:
    """Tell whether a title behind a comma is the next person's: the Prime Minister, Minister Peters, and Minister Reti."""
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
    if comma and _gives_authority(grammar, atom, further):
        return True
    if comma and any(one in _ENVOYS and other in _LEADERS for one, other in (pair, pair[::-1])):
        # Receiving the Ambassador of Chile, President X; Tiếp Đại sứ Chile, Chủ tịch nước X; Thay mặt Chủ tịch nước, Đại sứ X
        return True
    bare = further.first == further.core and further.stop == further.core + 1 and further.office.key == "minister"
    return bare and the and comma


# thừa ủy quyền (của) Chủ tịch nước, *Bộ trưởng Ngoại giao X*; thay mặt Thủ tướng, *Đại sứ X*
def _gives_authority(grammar: Grammar, atom: Atom, further: Atom) -> bool:
    """Tell whether somebody is told by his office alone as the one for whom another acts."""
    reader = grammar.reader
    words, table = reader.words, reader.known.tables["authority"]
    last = atom.first - (words[atom.first - 1] in reader.known.tables["of"])
    if last < 2 or not table or " ".join(words[last - 2 : last]) not in table:
        return False
    name = grammar.name_after(further)
    # "của Tổng Bí thư, Chủ tịch nước A, Phó Thủ tướng B": A is both
    return name is None or not reader.gaps[name.stop].startswith(",")


def is_of_another(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether a title behind a name, which has some before it, is another person's."""
    return grammar.foreign(atoms, further) or _leads(atoms[-1], further) or _is_abroad(grammar, atoms, further)


def _leads(atom: Atom, further: Atom) -> bool:
    """Tell whether a title behind an envoy's name is that of the leader who receives him: Tiếp Đại sứ A, Tổng Bí thư X."""
    return atom.key in _ENVOYS and further.key in _LEADERS


# Peruvian Minister A, *Lao Premier* and Minister of Trade B
def _is_abroad(grammar: Grammar, atoms: list[Atom], further: Atom) -> bool:
    """Tell whether a title behind a name opens with another country than those before it."""
    reader = grammar.reader
    if not reader.place(further.first) or further.first == further.core:
        return False
    led = [atom.first for atom in atoms if atom.first < atom.core and reader.place(atom.first)]
    return bool(led) and all(reader.words[first] != reader.words[further.first] for first in led)
