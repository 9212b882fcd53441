"""Vietnamese complements: bodies, portfolios, units and places behind an office word; a name behind them stays out."""

from __future__ import annotations

from collections.abc import Iterable

from eventx_titles.brackets import over_acronym
from eventx_titles.lexis import Office
from eventx_titles.name_words import opens_name
from eventx_titles.names import parse_name
from eventx_titles.reach import Reach, make_reach
from eventx_titles.reader import Reader
from eventx_titles.shapes import is_syllable
from eventx_titles.vi_ends import SYLLABLES, open_ended
from eventx_titles.vi_joins import (
    SPACED_DASHES,
    is_concurrent,
    join,
    lists_portfolios,
    names_two,
    opens_compound,
    over_served,
    paired,
)

_COMMON = frozenset(("stop", "modifier"))
_BEFORE_VERBS = frozenset(("body", "unit", "subject"))
_BEFORE_DOING = frozenset(("office", "unit"))
_BEFORE_PORTFOLIOS, _ENVOYS_ONLY = ("office", "subject"), ("subject",)
"""Behind what a portfolio may stand in small letters; right behind an envoy it is a verb: đề nghị Đại sứ *ủng hộ* tỉnh."""
_JOINS = frozenset(("join", "at"))
_SENDERS = Office("delegation")
_FOREIGN = 2
"""How many words behind a word for a place may be its name or that of who governs it."""
_TWO_WORDS = 48
"""The most code points of two words of a name."""
_LONGEST = 32
"""The most words of a phrase behind an office word or a body's head."""


def reach_of(reader: Reader, behind: int, office: Office, kind: str) -> Reach:
    """Return how far the phrase behind an office word or a body's head goes; a name behind it stays out.

    Args:
        reader: the document's words.
        behind: the index behind the office word or head noun.
        office: the office.
        kind: what stands before: ``office`` or ``body``.

    """
    # longer than other functions: one pass over the words, in which each one's place hangs on all before it
    index = last = behind
    softs = reader.softs
    cut = start = -1
    places = strays = False
    pending: list[int] = []
    limit = min(behind + _LONGEST, reader.size)
    # right behind an office somebody is named, right behind the word for a firm the firm is
    titled = behind if kind == "office" else -1
    while index < limit:
        if not softs[index]:
            behind_brackets = _over_brackets(reader, index)
            if behind_brackets > index and pending and pending[0] == last and open_ended(reader, last):
                # Tập đoàn FedEx Express (Hoa Kỳ): the brackets end the name
                strays = True
                last, pending = index, []
            index = behind_brackets
        named = pending and _in_name(reader, pending, last, index)
        step = ("stray", index + 1) if named else _step(reader, index, kind, office)
        if step is None:
            break
        found, stop = step
        if found == "stray":
            pending.append(index)
        elif found in _JOINS:
            if pending and not open_ended(reader, last):
                break
            cut = index if found == "at" and cut < 0 else cut
            found = "join"
        else:
            if found == kind == "place" and reader.plain[index] and "country" not in reader.lookup[index][0]:
                # a city right behind a country is a first name: Tổng thống Paraguay Santiago Peña
                break
            if found == "body" and start < 0:
                start = index
            places = places or found == "place"
            strays = strays or bool(pending)
            last, pending = stop, []
        kind, index = found, stop
    last = over_served(reader, behind, _settle(reader, titled, last, pending) if pending else last, office)
    strays = strays or (last > behind and bool(pending) and last > pending[0])
    return make_reach(
        stop=last, cut=cut if 0 <= cut < last else last, body=(start, last) if 0 <= start < last else None,
        places=places, stray=strays,
    )  # fmt: skip


# Đoàn đại biểu Đảng *và Nhà nước Lào*, Đoàn đại biểu cấp cao Đảng, *Nhà nước và Quốc hội nước Cộng hòa Lào*
def over_senders(reader: Reader, stop: int) -> int:
    """Return the index behind the other bodies of state that send a delegation of the ruling party, and their country."""
    tables, index = reader.known.tables, stop
    if reader.words[stop - 1] not in tables["ruling_party"] or not reader.caps[stop - 1]:
        return stop
    while index + 2 < reader.size:
        joined = reader.softs[index] and reader.words[index] in reader.known.coordinators
        first = index + joined
        listed = joined or reader.gaps[first] == ", "
        if not listed or not reader.caps[first] or " ".join(reader.words[first : first + 2]) not in tables["state_body"]:
            break
        index = first + 2
    if index == stop or not reader.softs[index]:
        return index
    return reach_of(reader, index, _SENDERS, "body").stop


def _over_brackets(reader: Reader, index: int) -> int:
    """Return the index behind an acronym in brackets that stands inside a title: Bộ Giáo dục và Đào tạo (GDĐT) Việt Nam."""
    stop = over_acronym(reader, index)
    return stop if stop > index and reader.gaps[stop] == ") " else index


def _in_name(reader: Reader, pending: list[int], last: int, index: int) -> bool:
    """Tell whether a syllable goes on with a Vietnamese name, even if it is a country too: Trần Đức Lương, Nguyễn Hòa Bình."""
    if pending[0] != last or reader.words[last] not in reader.known.families:
        return False
    goes_on = reader.softs[index] and reader.caps[index] and not reader.hung[index] and len(pending) < SYLLABLES
    return goes_on and index not in reader.offices and is_syllable(reader, index)


def _settle(reader: Reader, behind: int, last: int, pending: list[int]) -> int:
    """Return the end of the phrase: unknown words behind a word that needs a name (tập đoàn, tỉnh) belong to it."""
    if pending[0] != last or last == behind or not open_ended(reader, last):
        return last
    if reader.words[pending[0]] in reader.known.tables["given_first"] and len(pending) > 1:
        return pending[0]  # Chủ tịch HĐND tỉnh Y Biêr Niê: an Ede name
    # the unit may go without its name: Chủ tịch UBND tỉnh Trần Văn Tám
    for place in range(0 if len(pending) < 5 else 1, len(pending)):
        name = parse_name(reader, pending[place])
        if name is not None and name.order == "family_first" and name.stop >= pending[-1] + 1:
            # two syllables behind a small unit are its name: phường Hoàng Mai
            small = place == 0 and len(pending) < 3 and reader.words[last - 1] in reader.known.tables["small_unit"]
            return pending[-1] + 1 if small else pending[place]
    if len(pending) >= 3 or _is_called(reader, pending):
        return pending[0] + (len(pending) >= 3)
    return pending[-1] + 1


# Thống đốc tỉnh *Sato Kenji*, where the text calls him "ông Sato Kenji", too
def _is_called(reader: Reader, pending: list[int]) -> bool:
    """Tell whether two words behind a word for a place are a name: a courtesy stands before them elsewhere in the text."""
    if len(pending) != _FOREIGN or pending[1] != pending[0] + 1:
        return False
    called = reader.document.cached("titles.called", lambda document: _called(document.lower, reader.known.tables["calls"]))
    return reader.surface(pending[0], pending[1] + 1).lower() in called


def _called(lower: str, courtesies: Iterable[str]) -> frozenset[str]:
    """Return the two words behind each courtesy of a text, gathered once, as a list may name thousands."""
    found = set()
    for courtesy in courtesies:
        at = lower.find(f"{courtesy} ")
        while at >= 0:
            at += len(courtesy) + 1
            found.add(" ".join(lower[at : at + _TWO_WORDS].split()[:_FOREIGN]).rstrip(",.;:)"))
            at = lower.find(f"{courtesy} ", at)
    return frozenset(found)


def _listed(reader: Reader, index: int, previous: str, office: Office) -> bool:
    """Tell whether a list of portfolios goes on behind the comma before `index`: Ủy ban Đối ngoại, *Quốc phòng và An ninh*."""
    if previous == "office":
        return lists_portfolios(reader, index, office)
    return previous == "subject" or (previous == "body" and names_two(reader, index))


def _step(reader: Reader, index: int, previous: str, office: Office) -> tuple[str, int] | None:
    """Return the kind of the words at `index` and the index behind them; nothing where the phrase ends."""
    dashed = listed = False
    joined = True
    if not reader.softs[index]:
        gap = reader.gaps[index]
        dashed = gap in SPACED_DASHES and previous in ("place", "subject")
        listed = gap == ", " and _listed(reader, index, previous, office)
        joined = dashed or listed or gap == ") "
    classes, stop = reader.lookup[index]
    # Hội *Nhà báo* Việt Nam
    courtesy = index in reader.honorifics and not (previous == "body" and reader.caps[index] and "subject" in classes)
    if not joined or courtesy or (index in reader.offices and not _inside(reader, index)):
        # Đại sứ Việt Nam tại Ấn Độ, kiêm nhiệm Nepal và Bhutan
        return ("post", stop) if office.accredited and is_concurrent(reader, index) else None
    cap = reader.caps[index]
    of_pair = cap and reader.words[index] in reader.known.paired and paired(reader, index, dashed=dashed)
    if (
        cap
        and not of_pair
        and stop == index + 1
        and reader.words[index] in reader.known.tables["heads"]
        and opens_name(reader, index)
    ):
        return "stray", stop
    if of_pair or (classes and reader.place(index)):
        return None if listed else ("place", stop)
    if listed and not classes and opens_compound(reader, index):
        # Bộ trưởng Ngoại giao, *Di trú* và Kiều dân Ai Cập
        return "subject", index + 2
    stops = (dashed or listed) and not ("subject" in classes and (cap or dashed))
    if stops or (previous in _BEFORE_DOING and _is_done(reader, index)):
        return None
    known = _known_step(reader, index, previous, office) if classes else None
    return known or _stray_step(reader, index, classes, previous, office)


def _inside(reader: Reader, index: int) -> bool:
    """Tell whether an office word at `index` is part of a body's name: Ban *Bí thư*; not Phó Thủ tướng *Bộ* trưởng Ngoại giao."""
    classes, stop = reader.lookup[index]
    return "subject" in classes or ("body" in classes and stop >= reader.offices[index][0])


def _known_step(reader: Reader, index: int, previous: str, office: Office) -> tuple[str, int] | None:
    """Return the kind of a known phrase at `index`, if it goes on with the title."""
    classes, stop = reader.lookup[index]
    cap = reader.caps[index]
    # Đại sứ đặc mệnh toàn quyền Lào · Đại sứ Việt Nam tại Kenya kiêm nhiệm Rwanda
    if "postmodifier" in classes and (previous in ("office", "post") or (office.accredited and is_concurrent(reader, index))):
        return "post", stop
    if "body" in classes and (cap or previous in ("join", "office")) and "unit" not in classes:
        return ("body", stop) if cap or stop - index > 1 else None
    if "unit" in classes and previous != "stray":
        return "unit", stop
    if (
        "subject" in classes
        and not (previous in _BEFORE_VERBS and _is_verb(reader, index))
        and (
            cap
            or previous in ("body", "join", "unit")
            or (
                previous in (_ENVOYS_ONLY if office.accredited else _BEFORE_PORTFOLIOS)
                and stop - index > 1
                and "stop" not in classes
                and not _ends_in_country(reader, index)
            )
        )
    ):
        return "subject", stop
    if "joiner" in classes and not cap:
        return join(reader, index, stop, previous, office)
    return None


def _is_verb(reader: Reader, index: int) -> bool:
    """Tell whether a verb that is a portfolio's word too follows the body whose doing it is: UBND tỉnh *tổ chức* lễ đón."""
    if reader.caps[index] or reader.words[index] not in reader.known.tables["verb_behind"]:
        return False
    return reader.words[index - 1] not in reader.known.tables["organising"]  # Ban tổ chức


# Thủ tướng *chỉ đạo* 5 mục tiêu · Chủ tịch tỉnh *kiểm tra* dự án; not Trưởng đoàn kiểm tra
def _is_done(reader: Reader, index: int) -> bool:
    """Tell whether what an office may be there for is what its holder does: no office of a head that is there for it."""
    if reader.caps[index] or reader.words[index] not in reader.known.tables["doing"]:
        return False
    return reader.words[index - 1] not in reader.known.tables["there_to"]


def _ends_in_country(reader: Reader, index: int) -> bool:
    """Tell whether a country stands right before a word: no portfolio follows it ("*Thủ tướng Đức* ủng hộ …")."""
    return reader.caps[index - 1] and "country" in reader.lookup[index - 1][0]


def _opens_family(reader: Reader, index: int) -> bool:
    """Tell whether a word in capitals behind a country is a family name, which a first name follows: Nhật Bản *UMEDA* Kunio."""
    if index + 1 >= reader.size or not reader.softs[index + 1] or not reader.caps[index + 1]:
        return False
    name = parse_name(reader, index)
    if name is None or name.order != "family_first":
        return False
    # a body's short name may stand before two names: JICA Sato Kenji
    return reader.plain[index + 1] and True not in reader.plain[index + 2 : name.stop]


def _stray_step(reader: Reader, index: int, classes: frozenset[str], previous: str, office: Office) -> tuple[str, int] | None:
    """Return an unknown capitalised word, or the two syllables of an unknown compound behind a body."""
    if reader.words[index].isdigit():
        # Vùng 4 Hải quân; but Công ty 5.0 is called so
        numbered = previous == "unit" and reader.words[index - 1] not in reader.known.tables["company_end"]
        return ("subject", index + 1) if numbered or previous in ("body", "subject") else None
    if not reader.caps[index] or (previous != "stray" and not classes.isdisjoint(_COMMON)):
        return None
    if previous != "stray" and reader.acronym(index):
        # Thiếu tướng DK Rao: a rank is held in no body whose short name stands right behind it
        rank = previous == "office" and office.key in reader.known.tables["rank_office"]
        return ("stray" if rank or (previous == "place" and not classes and _opens_family(reader, index)) else "body"), index + 1
    behind = index + 1
    if previous in ("body", "join", "unit") and behind < reader.size and reader.plain[behind] and not reader.caps[behind]:
        small = reader.words[behind] in reader.known.tables["middle_small"] and reader.words[index] in reader.known.families
        compound = not reader.lookup[behind][0] and is_syllable(reader, behind) and is_syllable(reader, index) and not small
        return ("subject", behind + 1) if compound else ("stray", behind)
    return "stray", behind
