"""What joins the parts of a Vietnamese title: words for whose and for what, lists of portfolios, bodies behind a comma."""

from __future__ import annotations

from eventx_titles.lexis import Office
from eventx_titles.names import parse_name
from eventx_titles.reader import Reader
from eventx_titles.shapes import is_syllable

SPACED_DASHES = frozenset((" - ", " – ", " — ", "- ", " -"))
_MARKS = frozenset(",.;)")
_MATTER = 16
"""The most words of what a body of two countries is for."""
_SERVED = 16
"""The most words of a body behind a comma in which somebody serves."""


def names_two(reader: Reader, index: int) -> bool:
    """Tell whether two known portfolios stand at `index`, joined by "and": Quốc phòng và An ninh."""
    classes, stop = reader.lookup[index]
    if "subject" not in classes or not reader.caps[index] or index in reader.offices or stop + 1 >= reader.size:
        return False
    last = stop + 1
    joined = reader.words[stop] in reader.known.tables["conjunction"] and reader.softs[stop] and reader.softs[last]
    return joined and reader.caps[last] and "subject" in reader.lookup[last][0] and last not in reader.offices


def lists_portfolios(reader: Reader, index: int, office: Office) -> bool:
    """Tell whether a minister's further portfolios follow a comma: Bộ trưởng Ngoại giao, *Ngoại thương và Tôn giáo*."""
    if not office.key.endswith("minister") or index in reader.offices or index in reader.honorifics:
        return False
    classes, stop = reader.lookup[index]
    if "subject" not in classes:
        stop = index + 2 if not classes and opens_compound(reader, index) else index
    return index < stop < reader.size and reader.softs[stop] and reader.words[stop] in reader.known.tables["conjunction"]


def is_concurrent(reader: Reader, index: int) -> bool:
    """Tell whether the words at `index` lead to the countries an envoy is accredited to besides: kiêm nhiệm Nepal."""
    stop = reader.lookup[index][1]
    if reader.gaps[index] != ", " and not reader.softs[index]:
        return False
    return " ".join(reader.words[index:stop]) in reader.known.tables["concurrent"] and stop < reader.size and reader.place(stop)


def join(reader: Reader, index: int, stop: int, previous: str, office: Office) -> tuple[str, int] | None:
    """Return a joining word, if something known follows it."""
    word, tables = reader.words[index], reader.known.tables
    if stop >= len(reader.words) or not reader.softs[stop] or (word in tables["several_behind"] and previous == "office"):
        return None
    classes, _ = reader.lookup[stop]
    if word in tables["in_charge"]:
        known = reader.place(stop) or ("subject" in classes and reader.caps[stop])
        return ("join", stop) if known else _topic(reader, stop, office)
    if word in tables["at"]:
        goes = office.accredited and (reader.caps[stop] or "unit" in classes or reader.place(stop))
        return ("at", stop) if goes or _sits(reader, stop, previous) else None
    if word in tables["conjunction"]:
        return ("join", stop) if adds(reader, stop, previous, office) else None
    if word in tables["about"] and not reader.caps[stop]:
        return _topic(reader, stop, office) or _matter(reader, stop, previous)
    follows = classes & {"body", "subject", "unit"} or reader.place(stop)
    return ("join", stop) if follows else None


# Giám đốc Văn phòng UNESCO *tại Hà Nội* X; not Giám đốc Văn phòng UNESCO tại Hà Nội,
def _sits(reader: Reader, start: int, previous: str) -> bool:
    """Tell whether the place at `start` is that of a body told before it, as the name of who holds its office follows."""
    if previous not in ("body", "place") or not reader.place(start):
        return False
    behind = reader.lookup[start][1]
    if behind >= reader.size or not (reader.plain[behind] and reader.caps[behind]) or behind in reader.offices:
        return False
    name = parse_name(reader, behind)
    return name is not None and name.stop - behind > 1


def adds(reader: Reader, stop: int, previous: str, office: Office) -> bool:
    """Tell whether what follows an "and" goes on with the title: a portfolio, or a region the office is held for, too."""
    if previous == "place":
        # phụ trách Đông Á và Thái Bình Dương; kiêm nhiệm Nepal và Bhutan
        before = reader.lookback[reader.lookback[stop - 1][1]][1]
        besides = " ".join(reader.words[before : reader.lookback[stop - 1][1]]) in reader.known.tables["concurrent"]
        return (besides or office.key in reader.known.tables["regional_office"]) and reader.place(stop)
    known = "subject" in reader.lookup[stop][0] or opens_compound(reader, stop)
    portfolio = previous == "subject" or (previous == "office" and office.key.endswith("_minister"))
    return known and portfolio and stop not in reader.offices


def opens_compound(reader: Reader, index: int) -> bool:
    """Tell whether two unknown syllables name a portfolio: Bộ trưởng Ngoại giao và *Kinh tế* đối ngoại."""
    behind = index + 1
    if not (reader.caps[index] and behind < len(reader.words) and reader.softs[behind]) or reader.caps[behind]:
        return False
    known = reader.lookup[index][0] or reader.lookup[behind][0]
    return not known and is_syllable(reader, index) and is_syllable(reader, behind)


def _topic(reader: Reader, start: int, office: Office) -> tuple[str, int] | None:
    """Return the words of the matter an office is held for, or a body is there for, if a name or a mark ends them.

    Accepts: Cao ủy *về người tị nạn* X; Trưởng Ban Chỉ đạo quốc gia *về biến đổi khí hậu*,.
    """
    tables = reader.known.tables
    if office.key not in tables["topical_office"] and reader.words[start - 1] in tables["about"]:
        last = max(start - 3, 0)
        if not {reader.words[start - 2], " ".join(reader.words[last : start - 1])} & tables["for_matter"]:
            return None
    index = start
    while index - start < 8 and index < len(reader.words) and reader.softs[index] and not reader.caps[index]:
        index += 1
    ends = index >= reader.size or reader.caps[index] or reader.gaps[index][:1] in _MARKS
    return ("subject", index) if ends and index > start + 1 else None


def _matter(reader: Reader, start: int, previous: str) -> tuple[str, int] | None:
    """Return the words of what a body of two countries is for: Ủy ban liên chính phủ A - B *về hợp tác kinh tế* X."""
    index = start
    while previous == "place" and index - start < _MATTER and index < reader.size and not reader.caps[index]:
        if not reader.softs[index] and reader.gaps[index] not in SPACED_DASHES:
            return None
        index += 1
    named = index < reader.size and reader.softs[index] and reader.caps[index] and parse_name(reader, index) is not None
    return ("subject", index) if named and index > start + 1 else None


def over_served(reader: Reader, behind: int, last: int, office: Office) -> int:
    """Return the index behind the body, behind a comma, that the one belongs to in which an office is held.

    Phó Vụ trưởng Vụ Châu Âu, *Bộ Ngoại giao*; Ủy viên Ủy ban Đối ngoại, *Thượng viện Quốc hội Cộng hòa Séc*.
    """
    if last == behind or reader.gaps[last] != ", " or office.key not in reader.known.tables["part_office"]:
        return last
    classes, stop = reader.lookup[last]
    limit = min(last + _SERVED, reader.size)
    if last in reader.offices or "body" not in classes or not reader.caps[last] or not _opens_served(reader, last):
        return last
    while stop < limit and reader.softs[stop]:
        kinds, behind = reader.lookup[stop]
        if not (kinds & {"body", "subject"} or reader.place(stop)) or stop in reader.offices or not reader.caps[stop]:
            break
        stop = behind
    return stop if not reader.softs[stop] or (reader.caps[stop] and parse_name(reader, stop) is not None) else last


def _opens_served(reader: Reader, index: int) -> bool:
    """Tell whether a ministry, a house of parliament or the like begins at `index`."""
    served = reader.known.tables["served"]
    return reader.words[index] in served or " ".join(reader.words[index : index + 2]) in served


def paired(reader: Reader, index: int, *, dashed: bool) -> bool:
    """Tell whether the short name of a country is that of one of two joined by a dash: Hội Hữu nghị *Việt* - *Nhật*."""
    pairs = reader.known.paired
    if reader.lookup[index][1] > index + 1:
        return False
    behind = index + 1
    joined = behind < reader.size and reader.gaps[behind].strip() in ("-", "–") and reader.caps[behind]
    return dashed or reader.hung[index] or (joined and (reader.words[behind] in pairs or reader.place(behind)))
