"""Vietnamese titles: modifiers before the office word; bodies, portfolios, places and accreditation behind it."""

from __future__ import annotations

from typing import Literal

import attrs

from eventx import evolve
from eventx_titles.brackets import over_acronym, over_mark
from eventx_titles.colleagues import over_host
from eventx_titles.grammar import BLOCKED, Atom, Found, Stretch, Titles, make_atom, make_found, make_mention
from eventx_titles.lexis import DASHES, PLACES, Office
from eventx_titles.names import Name
from eventx_titles.reach import make_reach
from eventx_titles.vi_after import CLOSING, JOINTS, name_after, named, opens_clause, owner_after, spouse_stop
from eventx_titles.vi_ends import ends_at_once
from eventx_titles.vi_reach import over_senders, reach_of

_KNOWN = 5
"""The least words of a known name of a body that needs no more."""
_ENVOY = 3
"""How many words the office of an envoy has without that of who sends him."""
_BEFORE = 4
"""The most words of a title before its office word."""
# what stands for the office where a body's name is read
_BODY, _MISSION, _DELEGATION = Office("organisation"), Office("organisation", accredited=True), Office("delegation")


@attrs.frozen(eq=False, repr=False)
class Vietnamese(Titles):
    """The rules for Vietnamese titles, over one document."""

    code: str = "vi"
    counted: bool = True

    # -- the whole title --------------------------------------------------------------------------------------------

    def title_around(self, core: int) -> Atom | None:
        """Return the title whose office word stands at `core`, grown to both sides."""
        reader = self.reader
        first = core
        while first > 0 and core - first < 4 and reader.softs[first]:
            classes, start = reader.lookback[first]
            if "modifier" not in classes:
                break
            first = start
        return self.build(first, core)

    def title_at(self, first: int) -> Atom | None:
        """Return the title that starts at word `first`."""
        reader = self.reader
        index = first
        if reader.next_office(first) >= first + _BEFORE:
            return None
        while index < len(reader.words) and index - first < _BEFORE:
            if index > first and not reader.softs[index]:
                return None
            if index in reader.offices:
                return self.build(first, index)
            classes, stop = reader.lookup[index]
            if "modifier" not in classes:
                return None
            index = stop
        return None

    def _atom(self, first: int, core: int) -> Atom:
        """Return the title that `build` keeps."""
        reader = self.reader
        behind, office = reader.offices[core]
        if ends_at_once(reader, behind):
            reach = make_reach(stop=behind, cut=behind)
        else:
            reach = reach_of(reader, behind, office, "office")
        tables = reader.known.tables
        if office.key in tables["others_office"] or (office.key in tables["others_of_office"] and behind > core + _ENVOY):
            reach = evolve(reach, stop=spouse_stop(reader, first, reach.stop))
        definite = ""
        if first > 0 and reader.softs[first]:
            classes, _ = reader.lookback[first]
            led = first - 1
            while led > 0 and led in reader.courtesies and reader.softs[led]:
                led -= 1  # các *ngài* Đại sứ
            if "blocker" in classes:
                definite = BLOCKED
            elif reader.words[led] in reader.known.determiners:
                definite = reader.words[led]
        places = reach.places or (behind > core + 1 and self._office_place(core, behind))
        return make_atom(
            first=first, stop=reach.stop, core=core, office=office, key=self._key(first, core, office), cut=reach.cut,
            body=reach.body, definite=definite, places=places, stray=reach.stray,
        )  # fmt: skip

    def _office_place(self, core: int, behind: int) -> bool:
        """Tell whether the office word itself ends in a country."""
        reader = self.reader
        if True not in reader.caps[core + 1 : behind]:
            return False
        return any(reader.caps[index] and reader.lookup[index][0] & PLACES for index in range(core + 1, behind))

    def _key(self, first: int, core: int, office: Office) -> str:
        """Return the office key with the prefixes of the modifiers before the office word."""
        if first == core:
            return office.key
        prefixes: list[str] = []
        index = first
        while index < core:
            stop = self.reader.lookup[index][1]
            prefix = self.reader.known.modifiers.get(" ".join(self.reader.words[index:stop]), "")
            if prefix:
                prefixes.append(prefix)
            index = max(stop, index + 1)
        return "_".join([*prefixes, office.key])

    # -- joints -----------------------------------------------------------------------------------------------------

    def coordinated(self, stop: int) -> int | None:
        """Return where a title coordinated with the one that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        if reader.plain[stop] and words[stop] not in reader.known.coordinating and words[stop] not in reader.known.coordinators:
            # nearly always: a word follows that joins nothing
            return stop if stop in reader.offices else None
        index = over_acronym(reader, stop)
        if index >= len(words):
            return None
        gap = reader.gaps[index].removeprefix(")")
        if words[index] in reader.known.coordinators and gap in (" ", ", ") and index + 1 < len(words):
            return index + 1
        if words[index] in reader.known.coordinating and gap in (" ", ", "):
            for size in reader.known.coordinating[words[index]]:
                if " ".join(words[index : index + size]) in reader.known.tables["coordinating"]:
                    return index + size
        if gap.strip() in JOINTS and "\n" not in gap:
            return index
        return index if reader.softs[index] and index in reader.offices else None

    def apposed(self, stop: int) -> int | None:
        """Return where a title apposed to the name that ends before `stop` would start."""
        reader, words = self.reader, self.reader.words
        if stop >= len(words):
            return None
        if reader.plain[stop]:
            return stop if reader.caps[stop] and self._closed_title(stop) else None
        index = over_mark(reader, stop)
        if index >= len(words):
            return None
        gap, opener = reader.gaps[index].strip(") "), reader.opener(index)
        if index > stop and opener and not gap:
            return index + opener  # Dân biểu A (CA-39) là Chủ tịch …
        return index + opener if gap in (",", "-", "–", "—", "(") else None

    def _closed_title(self, first: int) -> bool:
        """Tell whether a title at `first` ends where a mark closes it: đồng chí A *Phó Chủ tịch UBND thành phố*."""
        atom = self.title_at(first)
        if atom is None or self.reader.plain[atom.stop] or self.reader.gaps[atom.stop][:1] not in CLOSING:
            return False
        return atom.body is not None or atom.places

    def closes(self, atom: Atom) -> bool:
        """Tell whether an apposed title ends as appositions do: "Tại buổi gặp A, Chủ tịch tỉnh nhấn mạnh" tells of another."""
        return not opens_clause(self.reader, atom)

    def owner_before(self, first: int) -> Stretch | None:
        """Return the country right before a name, as in a list of envoys: Đại sứ Nga A, Trung Quốc B."""
        reader = self.reader
        classes, start = reader.lookback[first] if first > 0 and reader.softs[first] else (frozenset(), first)
        if "country" not in classes or not reader.caps[start]:
            return None
        # biên giới Việt Nam - *Lào* A: one of a pair
        paired = start > 0 and reader.gaps[start].strip() in DASHES and "country" in reader.lookback[start][0]
        return None if paired else (start, first)

    def names_place(self, first: int, stop: int) -> bool:
        """Tell whether the words around a candidate make it the name of a place: cầu Tứ Liên, Hồ Gươm (Hà Nội)."""
        reader = self.reader
        if first > 0 and reader.softs[first]:
            if "blocker" in reader.lookback[first][0]:
                return True
            if reader.words[first - 1] in reader.known.tables["office_end"] and self._is_of_site(first):
                return True
        return stop < len(reader.words) and reader.gaps[stop] == " (" and "city" in reader.lookup[stop][0]

    def _is_of_site(self, first: int) -> bool:
        """Tell whether an office before a name makes it part of a site's: Lăng *Chủ tịch* Hồ Chí Minh."""
        reader = self.reader
        for start in range(first - 1, max(first - 4, 0), -1):
            if start in reader.offices and reader.offices[start][0] == first:
                return reader.softs[start] and "blocker" in reader.lookback[start][0]
        return False

    def foreign(self, before: list[Atom], atom: Atom) -> bool:
        """Tell whether a title behind a name is another person's: Phó Thủ tướng A, Bộ trưởng Ngoại giao Thái Lan."""
        if not atom.places or atom.body is not None or any(other.places for other in before):
            return False
        # "Đại tướng A, Bộ trưởng Quốc phòng Lào" is one person
        return any(other.office.key not in self.reader.known.tables["rank_office"] for other in before)

    def paired(self, atom: Atom) -> list[tuple[Stretch, Name]]:  # noqa: ARG002 - Vietnamese has no plural offices
        """Return the countries told behind a plural office: none."""
        return []

    def postnominal(self, atom: Atom) -> bool:
        """Tell whether a title stands right behind a name, without a comma: A Phó Chủ tịch UBND thành phố."""
        reader = self.reader
        behind = atom.first > 1 and reader.plain[atom.first] and reader.caps[atom.first] and reader.caps[atom.first - 1]
        return behind and not reader.lookback[atom.first][0] and self._closed_title(atom.first)

    def name_after(self, atom: Atom) -> Name | None:
        """Return the name that a title belongs to and stands before."""
        return name_after(self.reader, atom)

    def owner_after(self, stop: int) -> Stretch | None:
        """Return the words behind a name that tell the country it acts for: (Pháp), của Pháp."""
        return owner_after(self.reader, stop)

    # -- descriptions, pronouns, organisations ----------------------------------------------------------------------

    def described(self, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
        """Return the person described by the noun at `first`: nhà ngoại giao Trung Quốc, người đồng cấp Ai Cập X."""
        reader = self.reader
        index = stop
        place: Stretch | None = None
        between = reader.known.tables["between"]
        if index < len(reader.words) and reader.softs[index]:
            skipped = index
            for size in (2, 1):
                # nhà ngoại giao hàng đầu của Trung Quốc, người đồng cấp phía Nga
                if " ".join(reader.words[skipped : skipped + size]) in between and reader.softs[skipped]:
                    skipped += size
            if skipped < len(reader.words):
                classes, behind = reader.lookup[skipped]
                if classes & PLACES and reader.caps[skipped]:
                    place, index = (skipped, behind), behind
                else:
                    index = over_host(reader, index)
        spans = (reader.span(*place),) if place else ()
        role: Literal["host"] | None = "host" if place is None and index > stop else None
        name = named(reader, index) if reader.softs[index] else None
        alone = name is None or place is None or name.stop < name.first + 2
        if alone and " ".join(reader.words[first:stop]) in reader.known.tables["named_only"]:
            return None
        if name is not None:
            mention = make_mention(name=name.text, name_order=name.order, call_name=name.call, country_within=spans, role=role)
            return make_found(first=first, stop=name.stop, mention=mention, rule="titles.described_name", name=name)
        if place is None or self._is_several(first):
            return None  # "các nhà lãnh đạo Việt Nam gồm A và B" is nobody whom the text spoke of
        same = "=" in offices  # whose office it is the text does not say
        mention = make_mention(reference="description", offices=() if same else offices, country_within=spans)
        return make_found(first=first, stop=index, mention=mention, rule="titles.description")

    def stands_alone(self, first: int, stop: int) -> bool:
        """Tell whether a pronoun stands for a person by itself: no name and no noun of kinship around it."""
        reader, tables = self.reader, self.reader.known.tables
        if stop < len(reader.words) and reader.softs[stop]:
            if reader.words[stop] in tables["that_one"]:
                return True
            if reader.caps[stop] or reader.words[stop] in tables["child"]:
                return False
        return not (first > 0 and reader.softs[first]) or reader.words[first - 1] not in tables["no_pronoun"]

    def organisation(self, head: Stretch, kind: str, marks: bytearray) -> Stretch | None:  # noqa: ARG002 - names run to the right
        """Return the words of the organisation whose head noun stands at `head`."""
        reader = self.reader
        if kind == "whole":
            return head
        if kind == "acronym":
            return head if reader.surface(*head).isupper() else None
        if not reader.caps[head[0]]:
            return None
        behind = max(head[1], reader.lookup[head[0]][1])
        stop = reach_of(reader, behind, _MISSION if kind == "mission" else _BODY, "body").stop
        # Liên hiệp các tổ chức hữu nghị: all of the name is known
        return (head[0], stop) if stop > behind or behind - head[0] >= _KNOWN else None

    def delegation(self, head: int, stop: int) -> tuple[Stretch, Stretch | None] | None:
        """Return the words of a delegation, which are its name where it is written with a capital: Đoàn công tác tỉnh X."""
        reader = self.reader
        behind = max(stop, reader.lookup[head][1])
        reached = reach_of(reader, behind, _DELEGATION, "body").stop
        if reached == behind and not reader.caps[head] and self._is_several(head):
            return None
        words = (head, over_senders(reader, max(reached, stop)))
        return words, words if reader.caps[head] and reached > behind else None

    def _is_several(self, head: int) -> bool:
        """Tell whether no one delegation is meant: các đoàn, nhiều đoàn."""
        before = self.reader.words[head - 1] if self.reader.softs[head] else ""
        return before in self.reader.known.tables["several"]

    def locality(self, head: int, stop: int) -> Stretch | None:
        """Return the words of the city or province that the noun at `head` names: tỉnh Hòa Bình."""
        reader = self.reader
        if stop >= len(reader.words) or not reader.softs[stop] or not reader.caps[stop]:
            return None
        if reader.place(stop):
            return head, reader.lookup[stop][1]
        end = stop
        while end < len(reader.words) and end - stop < 4 and reader.softs[end] and reader.caps[end] and not reader.lookup[end][0]:
            end += 1
        return (head, end) if end > stop else None
