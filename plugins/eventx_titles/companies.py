"""Titles of those who head a company: its name and its seat, told behind them."""

from __future__ import annotations

from collections.abc import Container

from eventx import evolve
from eventx_titles.grammar import Atom, Grammar, Stretch
from eventx_titles.lexis import PLACES
from eventx_titles.reader import Reader


def of_company(grammar: Grammar, atom: Atom) -> Atom:
    """Return the title of a named person with the one word behind it that names the company: bà A, Phó Chủ tịch Intel."""
    if not _may_head_company(grammar, atom) or atom.body is not None:
        return atom
    name = grammar.name_after(atom)
    if name is None or name.first != atom.stop or name.stop != name.first + 1:
        return atom
    return evolve(atom, stop=name.stop, cut=max(atom.cut, name.stop), body=(name.first, name.stop), stray=True)


# ông A, Chủ tịch *Quỹ đầu tư Blue Park*; not "Chủ tịch Tập đoàn Sunny A", whom no name stands before
def of_named_company(grammar: Grammar, atom: Atom) -> Atom:
    """Return the title of somebody named before it with the words that go on with the name of the company, as a name would."""
    if not _may_head_company(grammar, atom):
        return atom
    reader, name = grammar.reader, grammar.name_after(atom)
    companies, start = reader.known.tables["company"], atom.core + 1
    at = next((i for i in range(start, atom.stop) if reader.caps[i] and _is_company(reader, i, companies)), None)
    if at is None or name is None or name.first != atom.stop:
        return atom
    return evolve(atom, stop=name.stop, cut=max(atom.cut, name.stop), body=(at, name.stop), stray=True)


# ông A, Chủ tịch Tập đoàn Blue Park, *Hàn Quốc*
def seat_of_company(grammar: Grammar, atom: Atom) -> Stretch | None:
    """Return the country told behind the title of somebody who heads a company, if nothing goes on with it."""
    reader, stop = grammar.reader, atom.stop
    if not _may_head_company(grammar, atom) or stop + 1 >= reader.size or reader.gaps[stop] != ", ":
        return None
    classes, behind = reader.lookup[stop]
    ends = reader.gaps[behind][:1] in (".", ";", "\n") and not PLACES.isdisjoint(classes) and reader.caps[stop]
    companies = reader.known.tables["company"]
    company = any(reader.caps[i] and _is_company(reader, i, companies) for i in range(atom.core, stop))
    return (stop, behind) if ends and company else None


def _may_head_company(grammar: Grammar, atom: Atom) -> bool:
    """Tell whether a title is that of somebody who may head a company, in a language in which its name may follow alone."""
    return grammar.code == "vi" and atom.key in grammar.reader.known.tables["company_office"]


def _is_company(reader: Reader, index: int, companies: Container[str]) -> bool:
    """Tell whether a common noun of companies begins at a word."""
    return any(" ".join(reader.words[index : index + size]) in companies for size in (1, 2, 3))
