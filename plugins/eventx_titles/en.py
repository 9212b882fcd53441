"""English titles: modifiers, countries and bodies before the office word; of-, to-, for-phrases behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from eventx import Mention
from eventx_titles.en_reach import complement, noun_phrase
from eventx_titles.grammar import Atom, Found, Words, over_acronym, over_mark
from eventx_titles.names import Name, parse_name
from eventx_titles.reader import Office, Reader

_PLACES = frozenset(("country", "city"))
_LISTED = frozenset((" ", ", "))
# offices whose portfolio stands before them in small letters: plantation and commodities minister
_PORTFOLIOS = ("minister", "secretary", "ministers")


@attrs.frozen(eq=False, slots=False)
class English:
    """The rules for English titles, over one document."""

    reader: Reader
    openers: frozenset[str]
    silent: frozenset[str]
    gender: Mapping[str, Any]
    alone: Mapping[str, Any] = attrs.field(factory=dict)
    _atoms: dict[tuple[int, int], Atom] = attrs.field(factory=dict, init=False)
    code: str = "en"

    # -- before the office word -------------------------------------------------------------------------------------

    def title_around(self, core: int) -> Atom | None:
        """Return the title whose office word stands at `core`, grown to both sides."""
        return self._build(self._grow_back(core), core)

    def _grow_back(self, core: int) -> int:
        """Return the index of the title's first word, reading back from the office word."""
        reader = self.reader
        first, strays = core, 0
        while first > 0 and core - first < 14:
            if reader.soft(first):
                classes, start = reader.lookback(first)
                if self._premodifies(classes, start, core):
                    first = start
                    continue
                if self._stray(classes, first - 1) and strays < 3:
                    strays += 1
                    first -= 1
                    continue
            start = self._listed_before(first, core)
            if start is None:
                break
            first = start
        return self._strip_silent(first, core)

    def _premodifies(self, classes: frozenset[str], start: int, core: int) -> bool:
        """Tell whether a known phrase at `start` may stand before the office word."""
        reader = self.reader
        if "modifier" in classes:
            return True
        if classes & _PLACES:
            return reader.cap(start)
        if "body" in classes:
            return reader.cap(start) or not reader.cap(core)
        if "subject" in classes:
            return reader.cap(start) or reader.words[core].endswith(_PORTFOLIOS)
        return False

    def _stray(self, classes: frozenset[str], index: int) -> bool:
        """Tell whether an unknown capitalised word may belong to a title: Matola Mayor."""
        reader = self.reader
        if classes or not reader.cap(index) or index in reader.offices or index in reader.courtesies:
            return False
        if reader.possessive(index):
            return False
        word = reader.words[index]
        if reader.headline(index) and not reader.surface(index, index + 1).isupper():
            return False
        return not (reader.sentence_start(index) and word.endswith(("ing", "ed", "ly"))) and len(word) > 1

    def _listed_before(self, first: int, core: int) -> int | None:
        """Return where the member before `first` of a list of portfolios starts: Tourism, Arts and Culture Minister."""
        reader = self.reader
        if first < 2 or first == core or "subject" not in reader.lookup(first)[0]:
            return None
        stop = first
        if reader.words[first - 1] == "and" and reader.soft(first):
            stop = first - 1
            if reader.gap(stop) not in _LISTED:
                return None
        elif reader.gap(first) != ", ":
            return None
        classes, start = reader.lookback(stop)
        if "subject" not in classes or (reader.cap(start) != reader.cap(first)):
            return None
        return start

    def _strip_silent(self, first: int, core: int) -> int:
        """Return the title's first word without small modifiers that are no part of it (new, then)."""
        reader = self.reader
        while first < core and reader.words[first] in self.silent and not reader.cap(first) and core - first == 1:
            first += 1
        return first

    # -- the whole title --------------------------------------------------------------------------------------------

    def title_at(self, first: int) -> Atom | None:
        """Return the title that starts at word `first`, after determiners."""
        reader = self.reader
        words = reader.words
        index = first
        while index < len(words) and words[index] in reader.known.tables["determiner"] and index - first < 2:
            index += 1
        owner, index = self._owner_at(index)
        start = index
        while index < len(words) and index - start < 14:
            if index > start and not (reader.soft(index) or (reader.gap(index) == ", " and "subject" in reader.lookup(index)[0])):
                return None
            if index in reader.offices:
                atom = self._build(start, index)
                return atom if atom is None or owner is None else attrs.evolve(atom, owner=owner)
            classes, stop = reader.lookup(index)
            if "modifier" in classes or (classes & _PLACES and reader.cap(index)) or "body" in classes or "subject" in classes:
                index = stop
            elif (
                words[index] == "and"
                and index > start
                and "subject" in reader.lookup(index + 1 if index + 1 < len(words) else index)[0]
            ):
                index += 1
            elif not classes and reader.cap(index) and reader.gap(index) != ", " and not reader.possessive(index):
                index += 1
            elif reader.possessive(index) and index > start:
                index += 1
            else:
                return None
        return None

    def _owner_at(self, index: int) -> tuple[Words | None, int]:
        """Return a possessor country at `index` and the index behind it."""
        reader = self.reader
        if index >= len(reader.words):
            return None, index
        classes, stop = reader.lookup(index)
        if classes & _PLACES and reader.possessive(stop):
            return (index, stop), stop + 1
        return None, index

    def _build(self, first: int, core: int) -> Atom:
        """Return the title from its first word and its office word on, with its complement, made once."""
        if (first, core) not in self._atoms:
            self._atoms[first, core] = self._atom(first, core)
        return self._atoms[first, core]

    def _atom(self, first: int, core: int) -> Atom:
        """Return what `_build` keeps."""
        reader = self.reader
        behind, office = reader.offices[core]
        reach = complement(reader, behind, office)
        owner, definite = self._before(first)
        body = self._body_before(first, core) if reach.body is None else reach.body
        places = reach.places or self._has_place(first, core)
        return Atom(
            first=first, stop=reach.stop, core=core, office=office, key=self._key(first, core, office), cut=reach.cut, body=body,
            owner=owner, definite=definite, places=places, stray=reach.stray,
        )  # fmt: skip

    def _before(self, first: int) -> tuple[Words | None, str]:
        """Return the possessor and the determiner before a title."""
        reader = self.reader
        if first == 0:
            return None, ""
        if reader.possessive(first - 1):
            classes, start = reader.lookback(first - 1)
            if classes & _PLACES and reader.cap(start):
                return (start, first - 1), "s"
            return None, "s"
        before = reader.words[first - 1]
        if before in reader.known.tables["determiner"] and reader.gap(first).isspace():
            return None, before
        return None, ""

    def _body_before(self, first: int, core: int) -> Words | None:
        """Return the words of the body before the office word: Da Nang People's Committee Chairman."""
        reader = self.reader
        while first < core and "modifier" in reader.lookback(core)[0] and "body" not in reader.lookback(core)[0]:
            core = reader.lookback(core)[1]
        if first >= core or "body" not in reader.lookback(core)[0]:
            return None
        index = first
        while index < core and "modifier" in self.reader.lookup(index)[0]:
            index = self.reader.lookup(index)[1]
        return (index, core) if index < core else None

    def _has_place(self, first: int, stop: int) -> bool:
        """Tell whether a country or city stands among the words."""
        index = first
        while index < stop:
            classes, behind = self.reader.lookup(index)
            if classes & _PLACES and self.reader.cap(index):
                return True
            index = behind
        return False

    def _key(self, first: int, core: int, office: Office) -> str:
        """Return the office key with the prefixes of the modifiers before the office word."""
        prefixes: list[str] = []
        index = first
        while index < core:
            classes, stop = self.reader.lookup(index)
            if "modifier" in classes:
                prefix = self.reader.known.modifiers.get(" ".join(self.reader.words[index:stop]), "")
                if prefix and prefix not in prefixes:
                    prefixes.append(prefix)
            index = stop
        if first > 0 and not prefixes and self.reader.words[first - 1] in self.silent and self.reader.soft(first):
            prefix = self.reader.known.modifiers.get(self.reader.words[first - 1], "")
            prefixes = [prefix] if prefix else []
        return "_".join([*prefixes, office.key])

    # -- joints -----------------------------------------------------------------------------------------------------

    def coordinated(self, stop: int) -> int | None:
        """Return where a title coordinated with the one that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        index = over_acronym(reader, stop)
        if index >= len(words):
            return None
        gap = reader.gap(index).removeprefix(")")
        if words[index] in ("and", "cum", "concurrently") and gap in (" ", ", ") and index + 1 < len(words):
            return index + 1
        if gap in (", ", " & ", " - ", " – ", "/"):
            return index
        return index if reader.soft(index) and index in reader.offices and reader.cap(index) else None

    def apposed(self, stop: int) -> int | None:
        """Return where a title apposed to the name that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        index = stop
        if index >= len(words):
            return None
        index = over_mark(reader, index)
        if index >= len(words):
            return None
        gap = reader.gap(index).strip(") ")
        if gap not in (",", "-", "–", "—", "("):
            return None
        for size in range(6, 0, -1):
            if " ".join(words[index : index + size]) in self.openers:
                index += size
                break
        else:
            if words[index] == "and":
                return None
        return index if index < len(words) else None

    def foreign(self, before: list[Atom], atom: Atom) -> bool:  # noqa: ARG002 - English names the other person
        """Tell whether a title behind a name is another person's; English text then gives the name."""
        return False

    def name_after(self, atom: Atom) -> Name | None:
        """Return the name that a title belongs to and stands before."""
        reader = self.reader
        index = over_acronym(reader, atom.stop)
        if index >= len(reader.words):
            return None
        if index > atom.stop and reader.gap(index) == ") ":
            return self._named(index)
        if reader.hyphenated(index):
            return None
        gap = reader.gap(index)
        courteous = index in reader.honorifics
        if not reader.soft(index):
            if gap not in (", ", " - ", " – ", " — ", ". ") or not (courteous or (atom.definite in ("the", "s") and gap != ". ")):
                return None
            name = self._named(index)
            return name if courteous else self._closed(name)
        return self._named(index)

    def _closed(self, name: Name | None) -> Name | None:
        """Return a name between commas: the ambassador, Nguyen Ba Hung, …"""
        if name is None or name.stop - name.first < 2:
            return None
        return name if name.stop >= len(self.reader.words) or self.reader.gap(name.stop)[:1] in (",", ".", ";") else None

    def _named(self, index: int) -> Name | None:
        """Return the name at `index`, behind honorifics."""
        reader = self.reader
        for _ in range(4):
            if index not in reader.honorifics:
                break
            index = reader.honorifics[index]
        return parse_name(reader, index)

    def owner_after(self, stop: int) -> Words | None:
        """Return the words behind a name that tell the country it acts for: of Kenya."""
        reader, words = self.reader, self.reader.words
        if stop >= len(words):
            return None
        index = over_mark(reader, stop)
        if words[index : index + 1] != ["of"] or reader.gap(index).strip(") ") or index + 1 >= len(words):
            return None
        phrase = noun_phrase(reader, index + 1, "of")
        if phrase is not None and "place" not in phrase.kinds and words[phrase.stop : phrase.stop + 1] == ["of"]:
            phrase = noun_phrase(reader, phrase.stop + 1, "of")
        return (index + 1, phrase.stop) if phrase and "place" in phrase.kinds else None

    # -- descriptions, pronouns, organisations ----------------------------------------------------------------------

    def described(self, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
        """Return the person described by the noun at `first`: the Chinese diplomat, his Belarusian counterpart."""
        reader, words = self.reader, self.reader.words
        start = first
        place: Words | None = None
        while start > 0 and first - start < 6 and reader.soft(start):
            classes, before = reader.lookback(start)
            if classes & _PLACES and reader.cap(before):
                place = (before, start)
            elif not classes & {"modifier", "body"} and words[before] not in ("visiting", "top", "senior"):
                break
            start = before
        owner, definite = self._before(start)
        if definite in ("", "a", "an", "any", "every", "each", "no", "some") and not (place and words[first] == "counterpart"):
            return None
        spans = tuple(reader.span(*words) for words in (place, owner) if words)
        name = self._named(stop) if reader.soft(stop) else None
        if name is None and stop < len(words) and reader.gap(stop) == ", ":
            name = self._closed(self._named(stop))
        if name is not None:
            mention = Mention(name=name.text, name_order=name.order, call_name=name.call, country_within=spans)
            return Found(first=start, stop=name.stop, mention=mention, rule="described_name", name=name)
        if words[first] in ("counterpart", "colleague") or "-" in offices:
            return None
        mention = Mention(reference="description", offices=offices, country_within=spans)
        return Found(first=start, stop=stop, mention=mention, rule="description")

    def stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether a pronoun stands for a person by itself."""
        return not self.reader.hyphenated(stop) or self.reader.gap(stop) != "-"

    def organisation(self, head: int, stop: int, kind: str, low: int) -> Words | None:
        """Return the words of the organisation whose head noun stands at `head`, reading back no further than `low`."""
        reader = self.reader
        if kind == "whole":
            return head, stop
        if kind == "acronym":
            return (head, stop) if reader.surface(head, stop).isupper() else None
        if not reader.cap(head):
            return None
        first = max(self._grow_back(head), low)
        while first < head and "modifier" in reader.lookup(first)[0] and "body" not in reader.lookup(first)[0]:
            first = reader.lookup(first)[1]
        office = Office("organisation", accredited=kind == "mission")
        end = complement(reader, stop, office).stop
        return (first, end) if end - first > stop - head else None

    def locality(self, head: int, stop: int) -> Words | None:
        """Return the words of the city or province that the noun at `head` names: Hưng Yên Province."""
        reader = self.reader
        if not reader.soft(head):
            return None
        classes, first = reader.lookback(head)
        return (first, stop) if "city" in classes and reader.cap(first) else None

    def bodies(self) -> list[Words]:
        """Return the bodies in the titles read so far."""
        return [atom.body for atom in self._atoms.values() if atom.body]
