"""What the rules for titles of both languages share: the parts of a title, and what a grammar must answer."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Protocol

import attrs

from eventx import Mention, Title, by_value, maker, swift
from eventx_titles.lexis import Office
from eventx_titles.names import Name
from eventx_titles.reader import Reader

_title = maker(Title)
make_mention = maker(Mention)

Stretch = tuple[int, int]
"""A stretch of words: the first index and the one behind the last."""

POSSESSED = "s"
"""What stands for the determiner of a title behind a possessor: Kenya's President."""
BLOCKED = "-"
"""What stands for it behind a word that makes a title part of something else."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Atom:
    """One title in a text.

    Args:
        first: the index of its first word.
        stop: the index behind its last word.
        core: the index of the office word.
        office: the office word's entry.
        key: the office key, with what its modifiers make of it.
        cut: where the words begin that tell where the holder serves, not for whom; `stop` if nowhere.
        body: the words of the body it is held in.
        owner: the words of a possessor before it (Cambodia's).
        definite: the determiner before it, if any, lower case; or `POSSESSED`, `BLOCKED`.
        places: whether a country or city stands in it.
        stray: whether a capitalised word of unknown kind stands in its complement.

    """

    first: int
    stop: int
    core: int
    office: Office
    key: str
    cut: int
    body: Stretch | None = None
    owner: Stretch | None = None
    definite: str = ""
    places: bool = False
    stray: bool = False


make_atom = maker(Atom)


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Found:
    """A mention of a person, over the words `first` to `stop`."""

    first: int
    stop: int
    mention: Mention
    rule: str
    name: Name | None = None
    implied: bool = False


make_found = maker(Found)


def first_of(reader: Reader, first: int, stop: int) -> int:
    """Return where it is told, from `first` on, what an office is for (Ministers *of* …); `stop` if nowhere."""
    of, words = reader.known.tables["of"], reader.words
    return next((index for index in range(first, stop) if words[index] in of), stop)


def _singular(reader: Reader, atom: Atom) -> str:
    """Return a plural title as each of its holders bears it: Foreign Minister, of "Foreign Ministers"."""
    behind = reader.offices[atom.core][0]
    for index in range(first_of(reader, atom.core, behind) - 1, atom.core - 1, -1):
        plural = next((end for end in reader.known.singular if reader.words[index].endswith(end)), None)
        if plural is not None:
            end, one = reader.end(index), reader.known.singular[plural]
            return reader.text[reader.starts[atom.first] : end - len(plural)] + one + reader.text[end : reader.end(atom.stop - 1)]
    return reader.surface(atom.first, atom.stop)


def national(reader: Reader, first: int, end: int) -> str | None:
    """Return the country that alone has a body such as the one named from a word on."""
    index, words, heads = first, reader.words, reader.known.heads
    while index < end and not heads.isdisjoint(words[first:end]):
        stop = reader.lookup[index][1]
        country = reader.known.national.get(" ".join(words[index:stop])) if words[index] in heads else None
        if country:
            return country
        index = stop
    return None


# Trưởng đại diện JICA *tại* Việt Nam
def placed(reader: Reader, atom: Atom) -> bool:
    """Tell whether a place in a title may tell for whom it is held, not only where a body of another country is."""
    if not atom.places or atom.cut == atom.stop or reader.lang == "en":
        return atom.places
    told = any(reader.place(index) for index in range(atom.first, atom.cut))
    return told or national(reader, atom.first, atom.stop) is None


def _owned(reader: Reader, atom: Atom) -> int:
    """Return where the text of a title starts: with whose it is said to be (Kenya's President, the PM's Secretary)."""
    owner = atom.owner
    if owner is None or atom.definite not in (POSSESSED, "") or atom.first - owner[1] > 1:
        return atom.first
    if not reader.place(owner[0]):
        first = owner[0] + (reader.words[owner[0]] in reader.known.determiners)
        return first if _holds_office(reader, owner) else atom.first
    behind = reader.lookup[owner[0]][1]
    return owner[0] if behind == owner[1] or _holds_office(reader, owner) else atom.first


def _holds_office(reader: Reader, owner: Stretch) -> bool:
    """Tell whether a possessor is an office or a body, by its name or in letters: the UNDP's Representative."""
    told = any(index in reader.offices or "body" in reader.lookup[index][0] for index in range(*owner))
    return told or reader.acronym(owner[1] - 1)


def complete(reader: Reader, atom: Atom) -> bool:
    """Tell whether the words of a title make it one without a name: "member" alone does not."""
    if not atom.office.weak or atom.body or atom.places or atom.stop > reader.offices[atom.core][0]:
        return True
    if atom.first == atom.core:
        return False
    if not reader.caps[atom.core]:
        # the UN aid chief; Peru's trade adviser
        owned = atom.owner is not None and "subject" in reader.lookback[atom.core][0] and reader.place(atom.owner[0])
        return owned or ("body" in reader.lookup[atom.first][0] and reader.acronym(atom.first))
    # USAID Administrator, Cultural Attaché; not in headlines
    told = "subject" in reader.lookback[atom.core][0] or (reader.caps[atom.core - 1] and reader.acronym(atom.core - 1))
    return told and not reader.headline(atom.core)


@attrs.frozen(eq=False, repr=False)
class Titles(ABC):
    """The titles of a document, each made once, as the rules of its language say.

    Args:
        reader: the document's words.
        gender: honorifics that tell the sex.
        alone: honorifics that stand for a person by themselves, and the sex they tell.

    """

    reader: Reader
    gender: Mapping[str, Any]
    alone: Mapping[str, Any]
    _atoms: dict[tuple[int, int], Atom] = attrs.field(factory=dict, init=False)

    def build(self, first: int, core: int) -> Atom:
        """Return the title from its first word and its office word on, with its complement."""
        atom = self._atoms.get((first, core))
        if atom is None:
            atom = self._atoms[first, core] = self._atom(first, core)
        return atom

    @abstractmethod
    def _atom(self, first: int, core: int) -> Atom:
        """Return the title that `build` keeps."""

    def bodies(self) -> list[Stretch]:
        """Return the bodies in the titles read so far."""
        return [atom.body for atom in self._atoms.values() if atom.body]


class Grammar(Protocol):
    """What the rules of a language answer about a document's titles."""

    @property
    def code(self) -> str:
        """The language code."""

    @property
    def reader(self) -> Reader:
        """The document's words."""

    @property
    def counted(self) -> bool:
        """Whether number words stand before office words in the singular (hai Thủ tướng)."""

    @property
    def gender(self) -> Mapping[str, Any]:
        """Honorifics that tell the sex."""

    @property
    def alone(self) -> Mapping[str, Any]:
        """Honorifics that stand for a person by themselves, and the sex they tell."""

    def title_around(self, core: int) -> Atom | None:
        """Return the title whose office word stands at `core`, grown to both sides."""

    def title_at(self, first: int) -> Atom | None:
        """Return the title that starts at word `first`."""

    def coordinated(self, stop: int) -> int | None:
        """Return where a title coordinated with the one that ends before `stop` would start."""

    def apposed(self, stop: int) -> int | None:
        """Return where a title apposed to the name that ends before `stop` would start."""

    def closes(self, atom: Atom) -> bool:
        """Tell whether a title apposed to a name ends as appositions do."""

    def owner_before(self, first: int) -> Stretch | None:
        """Return the words of a possessor before a name that tell the country it acts for (Egypt's)."""

    def names_place(self, first: int, stop: int) -> bool:
        """Tell whether the words around a candidate make it the name of a place, not of a person."""

    def foreign(self, before: list[Atom], atom: Atom) -> bool:
        """Tell whether a title behind a name is another country's than the titles before it, so that it is another person's."""

    def paired(self, atom: Atom) -> list[tuple[Stretch, Name]]:
        """Return the countries told behind a plural office, each with the name of its holder; none if they do not go in pairs."""

    def postnominal(self, atom: Atom) -> bool:
        """Tell whether a title stands right behind a name, without a comma: A MP."""

    def name_after(self, atom: Atom) -> Name | None:
        """Return the name that a title belongs to and stands before."""

    def described(self, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
        """Return the person described by the noun at `first`: the Chinese diplomat, his Belarusian counterpart."""

    def stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether a pronoun stands for a person by itself."""

    def organisation(self, head: Stretch, kind: str, marks: bytearray) -> Stretch | None:
        """Return the words of the organisation whose head noun stands at `head`, reading back over no word marked."""

    def delegation(self, head: int, stop: int) -> tuple[Stretch, Stretch | None] | None:
        """Return the words of the delegation whose noun stands at `head`, and of the name it has or the body that sent it."""

    def locality(self, head: int, stop: int) -> Stretch | None:
        """Return the words of the city or province that the noun at `head` names: Hưng Yên Province, tỉnh Hòa Bình."""

    def bodies(self) -> list[Stretch]:
        """Return the bodies in the titles read so far."""

    def owner_after(self, stop: int) -> Stretch | None:
        """Return the words behind a name that tell the country it acts for (of Kenya)."""


def title_of(reader: Reader, atom: Atom) -> Title:
    """Return a title as the model knows it."""
    text = _singular(reader, atom) if atom.office.plural else reader.title(_owned(reader, atom), atom.stop)
    country = None if placed(reader, atom) or atom.stray else atom.office.country or national(reader, atom.first, atom.stop)
    return _title(
        text=text,
        office=atom.key,
        organisation=reader.surface(*atom.body) if atom.body else None,
        country=country,
    )
