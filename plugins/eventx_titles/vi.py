"""Vietnamese titles: modifiers before the office word; bodies, portfolios, places and accreditation behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from eventx import Mention
from eventx_titles.grammar import Atom, Found, Words, over_acronym, over_mark
from eventx_titles.names import Name, is_syllable, folded, parse_name
from eventx_titles.reader import Office, Reader

_PLACES = frozenset(("country", "city"))
# offices held for a matter, told with "về" and any words
_TOPICAL = frozenset(
    ("high_commissioner", "special_envoy", "special_representative", "high_representative", "adviser", "deputy_secretary_general")
)
_JOINTS = frozenset((",", "-", "–", "—"))
_DASHES = frozenset((" - ", " – ", " — ", "- ", " -"))


@attrs.frozen
class Reach:
    """How far a phrase goes and what stands in it."""

    stop: int
    cut: int
    body: Words | None
    places: bool
    stray: bool


@attrs.frozen(eq=False, slots=False)
class Vietnamese:
    """The rules for Vietnamese titles, over one document."""

    reader: Reader
    openers: frozenset[str]
    gender: Mapping[str, Any]
    alone: Mapping[str, Any]
    _atoms: dict[tuple[int, int], Atom] = attrs.field(factory=dict, init=False)
    code: str = "vi"

    # -- the whole title --------------------------------------------------------------------------------------------

    def title_around(self, core: int) -> Atom | None:
        """Return the title whose office word stands at `core`, grown to both sides."""
        reader = self.reader
        first = core
        while first > 0 and core - first < 4 and reader.soft(first):
            classes, start = reader.lookback(first)
            if "modifier" not in classes:
                break
            first = start
        return self._build(first, core)

    def title_at(self, first: int) -> Atom | None:
        """Return the title that starts at word `first`."""
        reader = self.reader
        index = first
        while index < len(reader.words) and index - first < 4:
            if index > first and not reader.soft(index):
                return None
            if index in reader.offices:
                return self._build(first, index)
            classes, stop = reader.lookup(index)
            if "modifier" not in classes:
                return None
            index = stop
        return None

    def _build(self, first: int, core: int) -> Atom:
        """Return the title from its first word and its office word on, with its complement, made once."""
        if (first, core) not in self._atoms:
            self._atoms[first, core] = self._atom(first, core)
        return self._atoms[first, core]

    def _atom(self, first: int, core: int) -> Atom:
        """Return what `_build` keeps."""
        reader = self.reader
        behind, office = reader.offices[core]
        reach = self._reach(behind, office, "office")
        definite = ""
        if first > 0 and reader.soft(first):
            classes, _ = reader.lookback(first)
            if classes & {"blocker"}:
                definite = "-"
            elif reader.words[first - 1] in reader.known.tables["determiner"]:
                definite = reader.words[first - 1]
        places = reach.places or self._office_place(core, behind)
        return Atom(
            first=first, stop=reach.stop, core=core, office=office, key=self._key(first, core, office), cut=reach.cut,
            body=reach.body, definite=definite, places=places, stray=reach.stray,
        )  # fmt: skip

    def _office_place(self, core: int, behind: int) -> bool:
        """Tell whether the office word itself ends in a country."""
        return any(self.reader.lookup(index)[0] & _PLACES and self.reader.cap(index) for index in range(core + 1, behind))

    def _key(self, first: int, core: int, office: Office) -> str:
        """Return the office key with the prefixes of the modifiers before the office word."""
        prefixes: list[str] = []
        index = first
        while index < core:
            stop = self.reader.lookup(index)[1]
            prefix = self.reader.known.modifiers.get(" ".join(self.reader.words[index:stop]), "")
            if prefix:
                prefixes.append(prefix)
            index = max(stop, index + 1)
        return "_".join([*prefixes, office.key])

    # -- behind the office word -------------------------------------------------------------------------------------

    def _reach(self, behind: int, office: Office, kind: str) -> Reach:
        """Return how far the phrase behind an office word or a body's head goes; a name behind it stays out."""
        reader = self.reader
        index = last = behind
        cut = -1
        body_start = -1
        previous, kinds = kind, set[str]()
        pending: list[int] = []
        while index < len(reader.words) and index - behind < 32:
            behind_acronym = over_acronym(reader, index)
            if behind_acronym > index and reader.gap(behind_acronym) == ") ":
                index = behind_acronym
            step = ("stray", index + 1) if self._in_name(pending, last, index) else self._step(index, previous, office)
            if step is None:
                break
            found, stop = step
            if found == "tại":
                cut = index if cut < 0 else cut
                found = "join"
            if found == "body" and body_start < 0:
                body_start = index
            if found == "stray":
                pending.append(index)
            elif found != "join":
                kinds.update((found, "stray") if pending else (found,))
                last, pending = stop, []
            previous, index = found, stop
        last = self._settle(behind, last, pending)
        if cut >= last or cut < 0:
            cut = last
        body = (body_start, last) if 0 <= body_start < last else None
        return Reach(last, cut, body, "place" in kinds, "stray" in kinds or last > behind and bool(pending) and last > pending[0])

    def _in_name(self, pending: list[int], last: int, index: int) -> bool:
        """Tell whether a syllable goes on with a Vietnamese name, even if it is a country too: Trần Đức Lương, Nguyễn Hòa Bình."""
        reader = self.reader
        if not pending or pending[0] != last or reader.words[last] not in reader.known.tables["family_vi"]:
            return False
        goes_on = reader.soft(index) and reader.cap(index) and not reader.hyphenated(index) and len(pending) < 4
        return goes_on and index not in reader.offices and is_syllable(folded(reader, index))

    def _settle(self, behind: int, last: int, pending: list[int]) -> int:
        """Return the end of the phrase: unknown words behind a word that needs a name (tập đoàn, tỉnh) belong to it."""
        if not pending or pending[0] != last or last == behind or not self._open(last):
            return last
        for place in range(1, len(pending)):
            name = parse_name(self.reader, pending[place])
            if name is not None and name.order == "family_first" and name.stop >= pending[-1] + 1:
                return pending[place]
        if len(pending) >= 3:
            return pending[0] + 1
        return pending[-1] + 1

    def _open(self, stop: int) -> bool:
        """Tell whether the word before `stop` needs a name behind it."""
        return "unit" in self.reader.lookback(stop)[0]

    def _step(self, index: int, previous: str, office: Office) -> tuple[str, int] | None:
        """Return the kind of the words at `index` and the index behind them; nothing where the phrase ends."""
        reader = self.reader
        gap = reader.gap(index)
        dashed = gap in _DASHES and previous in ("place", "subject")
        listed = gap == ", " and previous == "subject"
        if not (reader.soft(index) or dashed or listed or gap == ") "):
            return None
        if index in reader.honorifics or (index in reader.offices and not self._inside(index)):
            return None
        classes, stop = reader.lookup(index)
        cap = reader.cap(index)
        if reader.place(index):
            return None if listed else ("place", stop)
        if dashed and "subject" not in classes:
            return None
        if listed and not ("subject" in classes and cap):
            return None
        return self._known_step(index, stop, classes, previous, office) or self._stray_step(index, classes, previous)

    def _inside(self, index: int) -> bool:
        """Tell whether an office word at `index` is part of a body's name (Ban Bí thư)."""
        return bool(self.reader.lookup(index)[0] & {"body", "subject"})

    def _known_step(
        self, index: int, stop: int, classes: frozenset[str], previous: str, office: Office
    ) -> tuple[str, int] | None:
        """Return the kind of a known phrase at `index`, if it goes on with the title."""
        reader = self.reader
        cap = reader.cap(index)
        if "postmodifier" in classes and previous in ("office", "post"):
            return "post", stop
        if "body" in classes and (cap or previous in ("join", "office")) and "unit" not in classes:
            return ("body", stop) if cap or stop - index > 1 else None
        if "unit" in classes and previous != "stray":
            return "unit", stop
        if "subject" in classes and (
            cap
            or previous in ("body", "join", "unit")
            or (previous in ("office", "subject") and stop - index > 1 and "stop" not in classes)
        ):
            return "subject", stop
        if "joiner" in classes and not cap:
            return self._join(index, stop, previous, office)
        return None

    def _join(self, index: int, stop: int, previous: str, office: Office) -> tuple[str, int] | None:
        """Return a joining word, if something known follows it."""
        reader = self.reader
        word = reader.words[index]
        if stop >= len(reader.words) or not reader.soft(stop):
            return None
        classes, _ = reader.lookup(stop)
        if word == "phụ":
            return self._topic(stop, office)
        if word in ("tại", "ở"):
            goes = office.accredited and (reader.cap(stop) or "unit" in classes)
            return ("tại", stop) if goes else None
        if word == "và":
            return ("join", stop) if "subject" in classes and previous == "subject" and stop not in reader.offices else None
        if word == "về" and not reader.cap(stop):
            return self._topic(stop, office)
        follows = classes & {"body", "subject", "unit"} or reader.place(stop)
        return ("join", stop) if follows else None

    def _topic(self, start: int, office: Office) -> tuple[str, int] | None:
        """Return the words of the matter an office is held for, if a name or a comma ends them: về người tị nạn X."""
        reader = self.reader
        if office.key not in _TOPICAL and reader.words[start - 1] == "về":
            return None
        index = start
        while index - start < 8 and index < len(reader.words) and reader.soft(index) and not reader.cap(index):
            index += 1
        ends = index < len(reader.words) and (reader.cap(index) or reader.gap(index).startswith(","))
        return ("subject", index) if ends and index > start + 1 else None

    def _stray_step(self, index: int, classes: frozenset[str], previous: str) -> tuple[str, int] | None:
        """Return an unknown capitalised word, or the two syllables of an unknown compound behind a body."""
        reader = self.reader
        if reader.words[index].isdigit():
            return ("subject", index + 1) if previous in ("body", "subject") else None
        if not reader.cap(index) or (classes & {"stop", "modifier"} and previous != "stray"):
            return None
        if previous != "stray" and reader.acronym(index):
            return "body", index + 1
        behind = index + 1
        if previous in ("body", "join", "unit") and behind < len(reader.words) and reader.soft(behind) and not reader.cap(behind):
            compound = not reader.lookup(behind)[0] and is_syllable(folded(reader, behind)) and is_syllable(folded(reader, index))
            return ("subject", behind + 1) if compound else ("stray", behind)
        return "stray", behind

    # -- joints -----------------------------------------------------------------------------------------------------

    def coordinated(self, stop: int) -> int | None:
        """Return where a title coordinated with the one that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        index = over_acronym(reader, stop)
        if index >= len(words):
            return None
        gap = reader.gap(index).removeprefix(")")
        if words[index] in ("và", "kiêm") and gap in (" ", ", ") and index + 1 < len(words):
            return index + 1
        if words[index : index + 2] == ["đồng", "thời"] and gap in (" ", ", "):
            return index + 3 if words[index + 2 : index + 3] == ["là"] else index + 2
        if gap.strip() in _JOINTS and "\n" not in gap:
            return index
        return index if reader.soft(index) and index in reader.offices else None

    def apposed(self, stop: int) -> int | None:
        """Return where a title apposed to the name that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        index = over_mark(reader, stop) if stop < len(words) else stop
        if index >= len(words):
            return None
        gap = reader.gap(index).strip(") ")
        if gap not in (",", "-", "–", "—", "("):
            return None
        for size in range(3, 0, -1):
            if " ".join(words[index : index + size]) in self.openers:
                return index + size
        return index

    def foreign(self, before: list[Atom], atom: Atom) -> bool:
        """Tell whether a title behind a name is another person's: Phó Thủ tướng A, Bộ trưởng Ngoại giao Thái Lan."""
        return atom.places and atom.body is None and not any(other.places for other in before)

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
        if not reader.soft(index):
            gap = reader.gap(index)
            joined = gap.strip() in _JOINTS and "\n" not in gap
            return self._named(index) if joined and index in reader.honorifics else None
        return self._named(index)

    def _named(self, index: int) -> Name | None:
        """Return the name at `index`, behind honorifics."""
        reader = self.reader
        for _ in range(3):
            if index not in reader.honorifics:
                break
            index = reader.honorifics[index]
        return parse_name(reader, index)

    def owner_after(self, stop: int) -> Words | None:
        """Return the words behind a name that tell the country it acts for: (Pháp), của Pháp."""
        reader = self.reader
        if stop + 1 >= len(reader.words):
            return None
        index = stop + 1 if reader.words[stop] == "của" and reader.soft(stop) else stop
        bracketed = index == stop and reader.gap(stop) == " ("
        if index == stop and not bracketed:
            return None
        classes, behind = reader.lookup(index)
        if not (classes & _PLACES and reader.cap(index)) or (bracketed and not reader.gap(behind).startswith(")")):
            return None
        return index, behind

    # -- descriptions, pronouns, organisations ----------------------------------------------------------------------

    def described(self, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
        """Return the person described by the noun at `first`: nhà ngoại giao Trung Quốc, người đồng cấp Ai Cập X."""
        reader = self.reader
        index = stop
        place: Words | None = None
        if index < len(reader.words) and reader.soft(index):
            skipped = index + 1 if reader.words[index] in ("nước", "phía") else index
            if skipped < len(reader.words):
                classes, behind = reader.lookup(skipped)
                if classes & _PLACES and reader.cap(skipped):
                    place, index = (skipped, behind), behind
        spans = (reader.span(*place),) if place else ()
        name = self._named(index) if reader.soft(index) else None
        if name is not None:
            mention = Mention(name=name.text, name_order=name.order, call_name=name.call, country_within=spans)
            return Found(first=first, stop=name.stop, mention=mention, rule="described_name", name=name)
        if "=" in offices or place is None:
            return None
        mention = Mention(reference="description", offices=offices, country_within=spans)
        return Found(first=first, stop=index, mention=mention, rule="description")

    def stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether a pronoun stands for a person by itself: no name and no noun of kinship around it."""
        reader = self.reader
        if stop < len(reader.words) and reader.soft(stop) and (reader.cap(stop) or reader.words[stop] in ("ấy", "con")):
            return reader.words[stop] == "ấy"
        before = reader.words[first - 1] if first > 0 and reader.soft(first) else ""
        return before not in ("các", "những", "hai", "đàn", "một", "mấy", "vợ", "chồng")

    def organisation(self, head: int, stop: int, kind: str, low: int) -> Words | None:
        """Return the words of the organisation whose head noun stands at `head`."""
        reader = self.reader
        if kind == "whole":
            return head, stop
        if kind == "acronym":
            return (head, stop) if reader.surface(head, stop).isupper() else None
        if not reader.cap(head) and kind != "delegation":
            return None
        longer = reader.lookup(head)[1]
        reach = self._reach(max(stop, longer), Office("organisation", accredited=kind == "mission"), "body")
        return (head, reach.stop) if reach.stop > max(stop, longer) else None

    def locality(self, head: int, stop: int) -> Words | None:
        """Return the words of the city or province that the noun at `head` names: tỉnh Hòa Bình."""
        reader = self.reader
        if stop >= len(reader.words) or not reader.soft(stop) or not reader.cap(stop):
            return None
        if reader.place(stop):
            return head, reader.lookup(stop)[1]
        end = stop
        while end < len(reader.words) and end - stop < 4 and reader.soft(end) and reader.cap(end) and not reader.lookup(end)[0]:
            end += 1
        return (head, end) if end > stop else None

    def bodies(self) -> list[Words]:
        """Return the bodies in the titles read so far."""
        return [atom.body for atom in self._atoms.values() if atom.body]
