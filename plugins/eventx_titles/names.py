"""Personal names: where one ends, and what its form tells of the order of its parts."""

from __future__ import annotations

from typing import Literal

import attrs

from eventx import swift
from eventx_titles.reader import Reader
from eventx_titles.shapes import Order, folded, is_syllable, shape

_PLACES = frozenset(("country", "city"))

Nature = Literal["syllables", "loose", "eastern"] | None
"""What the first word tells of a name: Vietnamese syllables follow, may follow, or a Chinese or Korean given name."""


@swift
@attrs.frozen
class Name:
    """A name: words `first` to `stop`, exclusive."""

    first: int
    stop: int
    text: str
    order: Order | None
    call: int


def parse_name(reader: Reader, first: int, *, limit: int = 7, titled: bool = True) -> Name | None:
    """Return the name that starts at word `first`, if one does.

    Args:
        reader: the document's words.
        first: the index of the name's first word.
        limit: the most words taken.
        titled: whether a title or honorific stands before it, so that one word is name enough and known places may be names.

    """
    if first >= len(reader.words):
        return None
    key = (first, limit, titled)
    if key not in reader.names:
        reader.names[key] = _parse(reader, first, limit, titled=titled)
    name: Name | None = reader.names[key]
    return name


def _parse(reader: Reader, first: int, limit: int, *, titled: bool) -> Name | None:
    """Return what `parse_name` keeps."""
    stop = _name_stop(reader, first, limit, titled=titled)
    if stop is None or stop == first:
        return None
    if stop == first + 1 and (reader.acronym(first) or _lone_syllable(reader, first) or _headline_verb(reader, first)):
        return None
    return make_name(reader, first, stop)


def _lone_syllable(reader: Reader, first: int) -> bool:
    """Tell whether one Vietnamese syllable that opens a compound stands in a Vietnamese text: Phiên họp, Quốc vụ viện."""
    if reader.document.lang != "vi" or not is_syllable(folded(reader, first)):
        return False
    behind = first + 1
    return behind < len(reader.words) and reader.soft(behind) and first - 1 not in reader.courtesies


def _headline_verb(reader: Reader, first: int) -> bool:
    """Tell whether one word behind a title in a headline looks like a verb and is told nowhere else: PM Resigns."""
    word = reader.words[first]
    return word.endswith("s") and reader.headline(first) and reader.words.count(word) == 1


def make_name(reader: Reader, first: int, stop: int) -> Name:
    """Return words `first` to `stop` as a name."""
    order, call = shape(reader, first, stop)
    end = reader.end(stop - 1)
    text = reader.text[reader.starts[first] : end]
    if reader.words[stop - 1] in ("jr", "sr") and reader.text[end : end + 1] == ".":
        text += "."
    return Name(first, stop, text, order, call)


def _name_stop(reader: Reader, first: int, limit: int, *, titled: bool) -> int | None:
    """Return the index behind the name that starts at word `first`."""
    head = _over_lead(reader, first)
    if head is None or not _fits_head(reader, head, titled=titled):
        return None
    index = head + 1
    nature = _nature(reader, first)
    while index < len(reader.words) and index - first < limit and reader.soft(index) and not reader.possessive(index):
        if reader.hyphenated(index):
            if _hangs(reader, index):
                return None if index == first + 1 and not titled else index
            index += 1
        elif reader.cap(index):
            if not _fits(reader, index, nature=nature, titled=titled):
                break
            index += 1
        else:
            following = _over_particles(reader, index)
            if following is None:
                break
            index = following
    return index


def _over_lead(reader: Reader, first: int) -> int | None:
    """Return the first capitalised word of a name, behind small particles (de la Rúa)."""
    particles = reader.known.tables["particle"]
    for index in range(first, min(first + 4, len(reader.words))):
        if index > first and not reader.soft(index):
            return None
        if reader.cap(index):
            return index
        if reader.words[index] not in particles:
            return None
    return None


def _nature(reader: Reader, first: int) -> Nature:
    """Return what the first words of a name tell of the words that may follow."""
    tables = reader.known.tables
    if _starts_vietnamese(reader, first):
        return "syllables" if reader.words[first] in tables["family_vi"] else "loose"
    return "eastern" if folded(reader, first) in tables["eastern"] else None


def _hangs(reader: Reader, index: int) -> bool:
    """Tell whether a word behind a hyphen or apostrophe is no part of a name: Hanoi-based, top-seeded, Xi's."""
    word = reader.words[index]
    return (
        word in reader.known.tables["hanger"] or (len(word) > 4 and word.endswith(("ed", "ing"))) or word in ("s", "d", "t", "m")
    )


def _over_particles(reader: Reader, index: int) -> int | None:
    """Return the index behind the capitalised word that particles from `index` on lead to."""
    particles = reader.known.tables["particle"]
    for _ in range(3):
        if index >= len(reader.words) or not reader.soft(index):
            return None
        if reader.cap(index):
            return index + 1 if _fits(reader, index, nature=None, titled=True) else None
        if reader.words[index] not in particles:
            return None
        index += 1
    return None


def _starts_vietnamese(reader: Reader, first: int) -> bool:
    """Tell whether Vietnamese syllables start at `first`: a family name, or any syllable in a Vietnamese text."""
    named = reader.words[first] in reader.known.tables["family_vi"]
    if not named and (reader.document.lang != "vi" or not is_syllable(folded(reader, first))):
        return False
    return _goes_on(reader, first + 1) and is_syllable(folded(reader, first + 1))


def _fits_head(reader: Reader, index: int, *, titled: bool) -> bool:
    """Tell whether word `index` may be the first of a name."""
    if index in reader.offices or index in reader.honorifics:
        return False
    classes, stop = reader.lookup(index)
    if not classes or (stop == index + 1 and opens_name(reader, index, titled=titled)):
        return True
    # behind a title a place may be a first name: Foreign Minister Israel Katz, Tổng thống Paraguay Santiago Peña
    if not titled or not classes <= _PLACES:
        return False
    return reader.document.lang == "en" or ("country" not in classes and stop == index + 1 and _goes_on(reader, stop))


def _fits(reader: Reader, index: int, *, nature: Nature, titled: bool) -> bool:
    """Tell whether the capitalised word `index` may go on with a name."""
    if index in reader.offices:
        return _office_in_name(reader, index, nature)
    classes, stop = reader.lookup(index)
    if nature == "syllables" or (nature == "loose" and is_syllable(folded(reader, index))):
        return _syllable_fits(reader, index)
    if not classes:
        return True
    if classes & {"stop", "body", "subject"}:
        surname = titled and reader.words[index] in reader.known.tables["surname"] and not _goes_on(reader, stop)
        return surname and not (stop < len(reader.words) and reader.words[stop].isdigit())
    if not classes & _PLACES:
        return True
    given = nature == "eastern" or reader.words[index - 1] in reader.known.tables["particle"]
    return given or (titled and reader.document.lang == "en" and "country" not in classes)


def _syllable_fits(reader: Reader, index: int) -> bool:
    """Tell whether a word may go on with a Vietnamese name."""
    classes, stop = reader.lookup(index)
    if "stop" in classes and reader.surface(index, index + 1).isupper():
        return False
    # a phrase of several words is no part of a name, unless a family name stands right before it (Nguyễn Hòa Bình)
    phrase = stop > index + 1 and reader.words[index - 1] not in reader.known.tables["family_vi"]
    return is_syllable(folded(reader, index)) and not (phrase and reader.document.lang == "vi")


def _office_in_name(reader: Reader, index: int, nature: Nature) -> bool:
    """Tell whether an office word inside a name is part of it: Hun Sen, Tiong King Sing."""
    behind, office = reader.offices[index]
    if behind > index + 1 or reader.acronym(index):
        return False
    goes_on = _goes_on(reader, behind)
    return (office.name and goes_on) or (office.weak and (nature == "syllables" or not goes_on))


def opens_name(reader: Reader, index: int, *, titled: bool = False) -> bool:
    """Tell whether a family name that is a common word too (Do, Đoàn; Park) is a name.

    Two more syllables, or names, follow; a Korean one is also told by a hyphen (Park Jin-ho), and behind a title by one name.
    """
    tables = reader.known.tables
    if reader.words[index] in tables["family_ko"] and _goes_on(reader, index + 1) and not reader.lookup(index + 1)[0]:
        behind = index + 2
        if titled or (behind < len(reader.words) and reader.hyphenated(behind)):
            return True
        return _goes_on(reader, behind) and not reader.lookup(behind)[0]
    if titled and reader.words[index] in tables["given"]:
        # months that are first names: Minister Jan Novak; without a title it may be "in April Novak said"
        return _goes_on(reader, index + 1) and not reader.lookup(index + 1)[0]
    if reader.words[index] not in tables["family_vi"]:
        return False
    if titled and _goes_on(reader, index + 1) and is_syllable(folded(reader, index + 1)) and not reader.headline(index):
        return True  # General Secretary To Lam
    return all(_goes_on(reader, place) and is_syllable(folded(reader, place)) for place in (index + 1, index + 2))


def _goes_on(reader: Reader, index: int) -> bool:
    """Tell whether a capitalised word follows in the same phrase."""
    return index < len(reader.words) and reader.soft(index) and reader.cap(index)
