"""Whether words of courtesy and of offices are so here, by how they are written and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx import Hit

if TYPE_CHECKING:
    from eventx_titles.reader import Reader


def of_a_body(reader: Reader, index: int) -> bool:
    """Tell whether "of" and a name follow, so that the office word needs no capital: speaker of the Duma."""
    tables = reader.known.tables
    if index + 1 >= reader.size or reader.words[index] not in tables["of"]:
        return False
    index += 2 if reader.words[index + 1] in tables["the"] else 1
    return index < reader.size and reader.caps[index]


def part_of_name(reader: Reader, index: int, behind: int) -> bool:
    """Tell whether an office word that is a name too is one here: Sultan bin Saad, Hossein Amir Abdollahian.

    It is none right `behind` another office: the Custodian of the Two Holy Mosques King Salman.
    """
    tables = reader.known.tables
    if index + 1 < reader.size and reader.words[index + 1] in tables["father"]:
        return True
    ruler = reader.words[index] in tables["ruler_name"]
    if index == behind and not ruler:
        return False
    if not reader.softs[index] or not reader.caps[index - 1]:
        return False
    if index - 1 in reader.courtesies:
        # His Highness Amir A; Datuk Amir Hamzah
        royal = reader.words[index - 1] in tables["royal_courtesy"]
        return ruler and not royal and reader.caps[index + 1 : index + 2] == [True]
    # "the G20 Sherpa A": letters are no first name
    return not reader.lookback[index][0] and len(reader.words[index - 1]) > 1 and not reader.acronym(index - 1)


def courteous(reader: Reader, hit: Hit, first: int, stop: int) -> bool:
    """Tell whether a hit, of words `first` to `stop`, is an honorific written as one; HE, a pronoun by its letters, is.

    It is none where it is part of a place: Bà Rịa, DR Congo.
    """
    if hit.entry.tag == "pronoun":
        return reader.softs[stop]
    if reader.lang == "vi":
        return not (reader.text[hit.start].isupper() and reader.place(first))
    if in_another(reader, first, stop):
        return False
    if reader.text[hit.start].isupper() or (reader.words[first] in reader.known.tables["the"] and reader.plain[first + 1]):
        return True
    # his Excellency A, Prime Minister honorable A
    small = reader.words[stop - 1] in reader.known.tables["small_courtesy"]
    return (stop > first + 1 and reader.caps[stop - 1]) or (small and reader.caps[stop : stop + 1] == [True])


def in_another(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether the words of an honorific are part of something else.

    A place (DR Congo), a name (Mohamad bin Haji Hasan), or an abbreviation (U.N., not U Thant).
    """
    if reader.place(first) and reader.lookup[first][1] > stop:
        return True
    if reader.plain[first] and reader.words[first - 1] in reader.known.tables["father"]:
        return True
    single = stop == first + 1 and len(reader.words[first]) == 1
    return single and not (stop < reader.size and reader.plain[stop] and len(reader.words[stop]) > 1)
