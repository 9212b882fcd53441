"""English titles: modifiers, countries and bodies before the office word; of-, to-, for-phrases behind it."""

from __future__ import annotations

import attrs

from eventx import evolve
from eventx_titles.brackets import over_acronym, over_mark
from eventx_titles.en_after import in_brackets, name_after, named, over_gloss, owner_after
from eventx_titles.en_before import (
    body_before,
    grow_back,
    has_place,
    is_deputy,
    is_postnominal,
    joined,
    key_of,
    lead_of,
    modifies_office,
    over_letters,
    premodifier,
)
from eventx_titles.en_bodies import delegation, organisation
from eventx_titles.en_described import described
from eventx_titles.en_plural import paired
from eventx_titles.en_reach import complement
from eventx_titles.grammar import Atom, Found, Stretch, Titles, make_atom
from eventx_titles.lexis import PLACES
from eventx_titles.names import Name

_LONGEST = 14
"""The most words of a title before its office word."""


@attrs.frozen(eq=False, repr=False)
class English(Titles):
    """The rules for English titles, over one document."""

    code: str = "en"
    counted: bool = False

    def title_around(self, core: int) -> Atom | None:
        """Return the title whose office word stands at `core`, grown to both sides."""
        return self.build(core if is_postnominal(self.reader, core) else grow_back(self.reader, core), core)

    def title_at(self, first: int) -> Atom | None:
        """Return the title that starts at word `first`, after determiners."""
        reader = self.reader
        words = reader.words
        index = first
        while index < len(words) and words[index] in reader.known.determiners and index - first < 2:
            index += 1
        if index in reader.honorifics:
            while index in reader.honorifics:
                index = reader.honorifics[index]
            name = named(reader, index) if index not in reader.offices else None
            if name is not None and name.stop in reader.offices and name.stop - index > 1:
                return None  # "and H.E. A Ambassador of Peru": another person
        index = self._over_lately(index)
        owner, start = self._owner_at(index)
        index = start
        if reader.next_office(start) >= start + _LONGEST:
            return None
        while index < len(words) and index - start < _LONGEST and (index == start or joined(reader, index)):
            if index in reader.offices and not modifies_office(reader, index):
                principal = reader.offices[index][0]
                if reader.genitives[principal] and index > start - (owner is not None):
                    index = principal + 1  # the UN Secretary-General's Special Envoy
                    continue
                atom = self.build(start, index)
                return atom if owner is None else evolve(atom, owner=owner)
            behind = premodifier(reader, index, opening=index == start)
            if behind is None:
                return None
            index = behind if reader.softs[behind] else over_letters(reader, behind)
        return None

    def _over_lately(self, index: int) -> int:
        """Return the index behind words that tell since when an office is held: Prime Minister and *current* Forum Chair."""
        reader, tables = self.reader, self.reader.known.tables
        if index + 1 >= reader.size or reader.caps[index]:
            return index
        if reader.words[index] in tables["lately"]:
            return index + 1
        # A, newly appointed Consul of Y
        return reader.lookup[index][1] if reader.words[index] in tables["newly"] else index

    def _owner_at(self, index: int) -> tuple[Stretch | None, int]:
        """Return a possessor country at `index` and the index behind it."""
        reader = self.reader
        if index >= len(reader.words):
            return None, index
        classes, stop = reader.lookup[index]
        if reader.genitives[stop] and classes & PLACES:
            return (index, stop), stop + 1
        return None, index

    def _atom(self, first: int, core: int) -> Atom:
        """Return the title that `build` keeps."""
        reader = self.reader
        behind, office = reader.offices[core]
        reach = complement(reader, behind, office)
        owner, definite = lead_of(self.reader, first)
        body = body_before(self.reader, first, core) if reach.body is None else reach.body
        places = reach.places or has_place(self.reader, first, core)
        return make_atom(
            first=first, stop=reach.stop, core=core, office=office, key=key_of(reader, first, core, office),
            cut=reach.cut, body=body, owner=owner, definite=definite, places=places, stray=reach.stray,
        )  # fmt: skip

    # -- joints -----------------------------------------------------------------------------------------------------

    def coordinated(self, stop: int) -> int | None:
        """Return where a title coordinated with the one that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        if reader.plain[stop] and not reader.caps[stop] and words[stop] not in reader.known.coordinators:
            return None
        index = over_acronym(reader, stop)
        if index >= len(words):
            return None
        gap = reader.gaps[index].removeprefix(")")
        if words[index] in reader.known.coordinators and gap in (" ", ", ") and index + 1 < len(words):
            return index + 1
        if gap in (", ", " & ", " - ", " – ", "/"):
            return index
        # Deputy Minister Senior Lieutenant General A; Chief of Army Staff (COAS) General A; Minister of Trade HH Prince A
        follows = reader.softs[index] or (index > stop and gap == " ")
        index = reader.honorifics.get(index, index)
        parted = index in reader.offices and reader.caps[index] and not is_deputy(reader, stop)
        return index if follows and parted else None

    def apposed(self, stop: int) -> int | None:
        """Return where a title apposed to the name that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        if stop >= len(words) or (reader.plain[stop] and not reader.caps[stop]):
            told = stop < len(words) and words[stop] in reader.known.tables["relative"]
            opener = reader.opener(stop) if told else 0
            return stop + opener if opener else None
        index = over_mark(reader, stop)
        while index < len(words) and words[index] in reader.known.tables["postnominal"] and reader.caps[index]:
            index += 1
        if index >= len(words):
            return None
        if is_postnominal(reader, index) or self._stands_behind(index):
            return index
        gap = reader.gaps[index].strip(") ")
        if gap not in (",", "-", "–", "—", "("):
            return None
        opener = reader.opener(index)
        if not opener and words[index] in reader.known.tables["conjunction"]:
            return None
        return index + opener if index + opener < len(words) else None

    def _stands_behind(self, index: int) -> bool:
        """Tell whether a title with what it is of stands right behind a name, without a comma: Mr A *Minister of Trade* and B."""
        reader = self.reader
        if index not in reader.offices or not (reader.softs[index] and reader.caps[index]) or reader.headline(index):
            return False
        atom = self.build(index, index)
        if atom.office.plural or atom.stop == reader.offices[index][0] or index in reader.honorifics:
            return False
        return self.name_after(atom) is None

    def closes(self, atom: Atom) -> bool:
        """Tell whether an apposed title ends as appositions do: "A, the president said" tells of another."""
        reader = self.reader
        if atom.stop < reader.size and (reader.genitives[atom.stop] or self._names_office(atom)):
            return False
        if atom.definite not in reader.known.tables["the"] or atom.stop >= len(reader.words):
            return True
        if atom.first > 1 and reader.softs[atom.first - 1] and reader.words[atom.first - 2] in reader.known.told_by:
            return True  # "A, who is also the Chair of the Forum, held"
        return not reader.plain[atom.stop] or reader.words[atom.stop] in reader.known.tables["closing"]

    # A and B, PM Office Media Wing said; not A, Minister of State, Office of the President
    def _names_office(self, atom: Atom) -> bool:
        """Tell whether a short title behind a name begins the name of the holder's office: *Prime Minister* House."""
        reader, stop = self.reader, atom.stop
        if atom.definite or not (reader.softs[stop] and reader.caps[stop]):
            return False
        behind = reader.words[stop + 1] if stop + 1 < reader.size else ""
        return reader.words[stop] in reader.known.tables["own_seat"] and behind not in reader.known.tables["of"]

    def owner_before(self, first: int) -> Stretch | None:
        """Return the possessor before a name: Egypt's Abdel Fattah el-Sisi."""
        owner = lead_of(self.reader, first)[0]
        return owner if owner and has_place(self.reader, *owner) else None

    def names_place(self, first: int, stop: int) -> bool:  # noqa: ARG002 - the words of places stand inside English names
        """Tell whether the words around a candidate make it the name of a place: never."""
        return False

    def foreign(self, before: list[Atom], atom: Atom) -> bool:  # noqa: ARG002 - English names the other person
        """Tell whether a title behind a name is another person's: never, as English text then gives the name."""
        return False

    def paired(self, atom: Atom) -> list[tuple[Stretch, Name]]:
        """Return the countries told behind a plural office, each with the name of its holder; none if they do not go in pairs."""
        return paired(self.reader, atom)

    def postnominal(self, atom: Atom) -> bool:
        """Tell whether a title stands right behind a name, without a comma: A MP."""
        return atom.first == atom.core and is_postnominal(self.reader, atom.core)

    def name_after(self, atom: Atom) -> Name | None:
        """Return the name that a title belongs to and stands before."""
        if self.reader.plain[atom.stop] and self.reader.words[atom.stop] not in self.reader.known.tables["based"]:
            name = named(self.reader, atom.stop)  # "Members of the President A's delegation": nobody shares an office
            return None if name is not None and atom.office.plural and self.reader.genitives[name.stop] else name
        found = over_gloss(self.reader, atom) or in_brackets(self.reader, atom)
        return found or name_after(self.reader, atom, self.title_at)

    def owner_after(self, stop: int) -> Stretch | None:
        """Return the words behind a name that tell the country it acts for: of Kenya."""
        return owner_after(self.reader, stop)

    # -- descriptions, pronouns, organisations ----------------------------------------------------------------------

    def described(self, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
        """Return the person described by the noun at `first`: the Chinese diplomat, his Belarusian counterpart."""
        return described(self.reader, first, stop, offices)

    def stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether a pronoun stands for a person by itself; a courtesy does before a verb: "His Highness received"."""
        reader = self.reader
        if reader.words[first] in reader.known.tables["her"]:
            # "received her at his office", not "her office"
            return not reader.softs[stop] or reader.words[stop] in reader.known.tables["object_ends"]
        if first in reader.honorifics:
            return reader.softs[stop] and not reader.caps[stop] and reader.words[stop] not in reader.known.tables["no_verb"]
        return not self.reader.hung[stop] or self.reader.gaps[stop] != "-"

    def organisation(self, head: Stretch, kind: str, marks: bytearray) -> Stretch | None:
        """Return the words of the organisation whose head noun stands at `head`, reading back over no word marked."""
        return organisation(self.reader, head, kind, marks)

    def delegation(self, head: int, stop: int) -> tuple[Stretch, Stretch | None] | None:
        """Return the words of a delegation and of the body that sent it: a delegation from the Communist Party of X."""
        return delegation(self.reader, head, stop)

    def locality(self, head: int, stop: int) -> Stretch | None:
        """Return the words of the city or province that the noun at `head` names: Hưng Yên Province."""
        reader = self.reader
        if not reader.softs[head]:
            return None
        classes, first = reader.lookback[head]
        return (first, stop) if "city" in classes and reader.caps[first] else None
