"""Personal names: where one ends, and what its form tells of the order of its parts."""

from __future__ import annotations

from typing import Literal

import attrs

from eventx import by_value, maker, swift
from eventx_titles.name_words import Nature, fits, fits_head, goes_on, opens_title
from eventx_titles.nobody import before_verb, headline_verb, names_nobody, names_site, possesses_body
from eventx_titles.reader import Reader
from eventx_titles.shapes import Order, is_syllable, shape

_QUOTES_OPEN = frozenset((' "', " “", " '", " ‘", " ”"))
_QUOTES_CLOSE = frozenset(('" ', "” ", "' ", "’ "))
_QUOTES = _QUOTES_OPEN | _QUOTES_CLOSE

_PAIR = 2
_FULL = 5
"""A name of more words has those of fathers."""
_LONGEST = 12
"""The most words of a name, with those joined by hyphens."""
_FATHER = 2
"""How many words more a name may have for each word that joins a father's, as in "Haji Ahmad bin Haji Zulkifli"."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Name:
    """A name: words `first` to `stop`, exclusive."""

    first: int
    stop: int
    text: str
    order: Order | None
    call: int


_name = maker(Name)


def parse_name(reader: Reader, first: int, *, limit: int = 7, titled: bool = True) -> Name | None:
    """Return the name that starts at word `first`, if one does.

    Args:
        reader: the document's words.
        first: the index of the name's first word.
        limit: the most words taken.
        titled: whether a title or honorific stands before it, so that one word is name enough and known places may be names.

    """
    if first >= reader.size or not (reader.caps[first] or reader.words[first] in reader.known.particles):
        return None
    key = first << 4 | limit << 1 | titled
    name: Name | Literal[False] | None = reader.names.get(key, False)
    if name is False:
        name = reader.names[key] = _parse(reader, first, limit, titled=titled)
    return name


def _parse(reader: Reader, first: int, limit: int, *, titled: bool) -> Name | None:
    """Return what `parse_name` keeps."""
    stop = _name_stop(reader, first, limit, titled=titled)
    if stop is None or stop == first or (first - 1 in reader.offices and reader.offices[first - 1][0] >= stop):
        return None  # "Advisor of the Foreign *Minister*": the word is an office's
    stop = _without_letters(reader, first, stop)
    if reader.headlines[first] and stop - first > 1:
        stop = before_verb(reader, first, stop)
    site = titled and reader.lang == "en" and names_site(reader, first, stop)
    if site or (titled and not reader.plain[stop] and possesses_body(reader, stop)):
        return None
    if stop <= first + 2 and names_nobody(reader, first, stop):
        return None
    if titled and reader.headlines[first] and headline_verb(reader, first, stop):
        return None
    return make_name(reader, first, stop)


# Conor Hale *TD*, General Asif Malik *NI* (M)
def _without_letters(reader: Reader, first: int, stop: int) -> int:
    """Return the index behind a name without the letters in capitals behind it that tell of a decoration or a seat."""
    letters, last = reader.known.tables["postnominal"], stop - 1
    told = last > first + 1 and reader.words[last] in letters and reader.surface(last, stop).isupper()
    return last if told and not reader.surface(last - 1, last).isupper() else stop


def stop_with(name: Name, after: tuple[int, int] | None) -> int:
    """Return the index behind a name and the country told right behind it; a country in brackets stays outside."""
    return after[1] if after and after[0] > name.stop else name.stop


def size_of(reader: Reader, name: Name, initials: int) -> int:
    """Return how many words a name has; those of fathers behind "bin" do not count where they make it long.

    Initials glued to a name, V.Putin, are words of it where that has more letters than `initials`.
    """
    size = name.text.count(" ") + 1
    if size == 1 and "." in name.text and len(reader.words[name.stop - 1]) > initials:
        return name.stop - name.first
    fathers = reader.known.tables["father"] if size > _FULL else ()
    return size - _FATHER * sum(word in fathers for word in reader.words[name.first : name.stop])


def make_name(reader: Reader, first: int, stop: int) -> Name:
    """Return words `first` to `stop` as a name."""
    order, call = shape(reader, first, stop)
    end = reader.end(stop - 1)
    text = reader.text[reader.starts[first] : end]
    if stop > first + 1 and False in reader.plain[first + 1 : stop]:
        text = " ".join(text.split())
    last, tables = reader.words[stop - 1], reader.known.tables
    if last in tables["suffix"] and last in tables["abbreviated"] and reader.text[end : end + 1] == ".":
        text += "."
    return _name(first, stop, text, order, call)


def _name_stop(reader: Reader, first: int, limit: int, *, titled: bool) -> int | None:
    """Return the index behind the name that starts at word `first`."""
    head = first if reader.caps[first] else _over_lead(reader, first)
    if head is None or not fits_head(reader, head, titled=titled):
        return None
    index = head + 1
    if reader.plain[index] and not reader.caps[index] and reader.words[index] not in reader.known.inner:
        # nearly always: a small word follows
        return index
    nature = _nature(reader, first)
    while index < reader.size and index - first < limit and not reader.genitives[index]:
        if not reader.plain[index] and reader.hung[index]:
            if _hangs(reader, index):
                return None if index == first + 1 and not titled else index
            index += 1
            # what a hyphen joins counts as one word
            limit = min(limit + 1, _LONGEST)
        else:
            following = _over_part(reader, index, nature, titled=titled)
            if following is None:
                break
            if following > index + 1 or reader.words[index] in reader.known.particles:
                # the father's name behind "bin" is as long as the son's
                limit = min(limit + _FATHER, _LONGEST)
            index = following
    return index


def may_go_on(reader: Reader, index: int) -> bool:
    """Tell whether a name may go on with word `index`, as what joins it to the one before and its first letter tell."""
    if not reader.softs[index]:
        return reader.gaps[index] in _QUOTES_OPEN
    if reader.caps[index] or reader.hung[index]:
        return True
    return reader.words[index] in reader.known.inner


def reach_back(reader: Reader, stop: int, least: int) -> int:
    """Return the first word, no less than `least`, from which on a name may reach up to `stop`; the last word if none does."""
    first = stop - 1
    softs, caps, words, inner = reader.softs, reader.caps, reader.words, reader.known.inner
    # as `may_go_on` tells, or behind a nickname
    while first > least and (
        caps[first] or reader.hung[first] or words[first] in inner if softs[first] else reader.gaps[first] in _QUOTES
    ):
        first -= 1
    return first


def _over_part(reader: Reader, index: int, nature: Nature, *, titled: bool) -> int | None:
    """Return the index behind the part of a name at `index`: a nickname, an initial, a capitalised word with its particles."""
    if not reader.plain[index] and not reader.softs[index]:
        return _over_nickname(reader, index)
    if len(reader.words[index]) == 1 and _initial(reader, index):
        return index + 1
    if not reader.caps[index]:
        return _over_particles(reader, index) if reader.words[index] in reader.known.inner else None
    if not reader.lookup[index][0] and index not in reader.offices:
        # nearly always: a word that is nothing else, which fits but among Vietnamese syllables
        return index + 1 if nature != "syllables" or is_syllable(reader, index) else None
    classes, stop = reader.lookup[index]
    if "stop" in classes and stop > index + 1 and nature == "syllables" and not reader.caps[index + 1]:
        return None  # trao tặng ông Lê Văn A *Huân chương* Hữu nghị
    return index + 1 if fits(reader, index, nature=nature, titled=titled) else None


def _over_nickname(reader: Reader, index: int) -> int | None:
    """Return the index behind the word after a nickname in quotes, letters in brackets, "Jr.": "Bongbong" Marcos, (CK) Raut."""
    if reader.gaps[index] == " (" and _are_initials(reader, index):
        return index + 2
    if reader.gaps[index] == ", " and _is_younger(reader, index):
        return index + 1
    if reader.gaps[index] not in _QUOTES_OPEN or not reader.caps[index] or index + 1 >= len(reader.words):
        return None
    if (
        reader.gaps[index + 1] not in _QUOTES_CLOSE
        or not reader.caps[index + 1]
        or reader.lookup[index + 1][0] & {"stop", "body"}
    ):
        return None
    return index + 2


# Pedro L. Cruz, *Jr.*
def _is_younger(reader: Reader, index: int) -> bool:
    """Tell whether a word behind the comma of a name tells the younger of two of that name, or the elder."""
    tables, word = reader.known.tables, reader.words[index]
    return word in tables["suffix"] and word in tables["abbreviated"] and reader.surface(index, index + 1).istitle()


def _are_initials(reader: Reader, index: int) -> bool:
    """Tell whether two letters in brackets stand before one more word of a name: Dhan Kaji *(DK)* Thapa."""
    behind = index + 1
    if behind >= reader.size or reader.gaps[behind] != ") " or len(reader.words[index]) != _PAIR or not reader.acronym(index):
        return False
    classes = reader.lookup[index][0] | reader.lookup[behind][0]
    return not classes and reader.caps[behind] and behind not in reader.offices and behind not in reader.honorifics


def _initial(reader: Reader, index: int) -> bool:
    """Tell whether an initial with its stop stands at `index` and a name follows: Enrique A. Manalo."""
    return (
        reader.caps[index]
        and index + 1 < len(reader.words)
        and reader.gaps[index + 1] == ". "
        and reader.caps[index + 1]
        and not reader.lookup[index + 1][0] & {"stop", "body"}
    )


def _over_lead(reader: Reader, first: int) -> int | None:
    """Return the first capitalised word of a name, behind small particles (de la Rúa)."""
    particles = reader.known.particles
    for index in range(first, min(first + 4, len(reader.words))):
        if index > first and not reader.softs[index]:
            return None
        if reader.caps[index]:
            return index
        if reader.words[index] not in particles:
            return None
    return None


def _nature(reader: Reader, first: int) -> Nature:
    """Return what the first words of a name tell of the words that may follow.

    Vietnamese syllables start with a family name, or with any syllable in a Vietnamese text.
    """
    tables = reader.known.tables
    if reader.words[first] in tables["given_first"]:
        return None  # Y Thanh Hà Niê Kđăm
    if goes_on(reader, first + 1) and is_syllable(reader, first + 1):
        if reader.words[first] in tables["family_vi"]:
            # Kim Su Gil is no Vietnamese
            third = first + 2
            korean = reader.words[first] in tables["family_ko"] and goes_on(reader, third) and not is_syllable(reader, third)
            return "eastern" if korean else "syllables"
        if reader.lang == "vi" and is_syllable(reader, first):
            return "loose"
    return "eastern" if reader.folds[reader.words[first]] in tables["eastern"] else None


def _hangs(reader: Reader, index: int) -> bool:
    """Tell whether a word behind a hyphen or apostrophe is no part of a name: Hanoi-based, top-seeded, Xi's."""
    word = reader.words[index]
    if reader.lang == "vi" and reader.caps[index] and (index in reader.offices or opens_title(reader, index)):
        return True  # đồng chí Trần Văn An-Phó Chủ tịch
    tables = reader.known.tables
    participle = len(word) > 4 and not reader.caps[index] and word.endswith(tuple(tables["participle_ends"]))
    return participle or word in tables["hanger"] or word in tables["clitic"]


def _over_particles(reader: Reader, index: int) -> int | None:
    """Return the index behind the capitalised word that particles from `index` on lead to."""
    particles = reader.known.particles
    if reader.words[index] in reader.known.tables["middle_small"]:
        # Nguyễn *văn* An
        named = reader.words[index - 1] in reader.known.families and goes_on(reader, index + 1) and is_syllable(reader, index + 1)
        return index + 2 if named and reader.softs[index] else None
    if reader.words[index] in reader.known.tables["son_of"] and not goes_on(reader, index + 1):
        return index + 1
    for _ in range(3):
        if index >= len(reader.words) or not reader.softs[index]:
            return None
        if reader.caps[index]:
            fathers = reader.words[index - 1] in reader.known.tables["father"]  # Hamad bin Said
            return index + 1 if fathers or fits(reader, index, nature=None, titled=True) else None
        if reader.words[index] not in particles:
            return None
        index += 1
    return None
