"""Whether words of courtesy and of offices are so here, by how they are written and what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx import Hit

if TYPE_CHECKING:
    from eventx_titles.reader import Reader

_PORTFOLIO = 7
"""The most words of what an office is of."""


def of_a_body(reader: Reader, index: int) -> bool:
    """Tell whether "of" and a name follow, so that the office word needs no capital: speaker of the Duma."""
    tables = reader.known.tables
    if index + 1 >= reader.size or reader.words[index] not in tables["of"]:
        return False
    index += 2 if reader.words[index + 1] in tables["the"] else 1
    return index < reader.size and reader.caps[index]


def part_of_name(reader: Reader, index: int, behind: int, key: str) -> bool:
    """Tell whether an office word that is a name too is one here: Sultan bin Saad, Hossein Amir Abdollahian.

    It is none right `behind` another office, whose key is `key`: the Custodian of the Two Holy Mosques King Salman.
    """
    tables = reader.known.tables
    if index + 1 < reader.size and reader.words[index + 1] in tables["father"]:
        return True
    ruler = reader.words[index] in tables["ruler_name"]
    # King Sultan Ibrahim
    if index == behind and (not ruler or reader.words[index - 1] in tables["royal"]):
        return False
    if not reader.softs[index] or not reader.caps[index - 1]:
        return ruler and key not in tables["reign_office"] and _told_behind(reader, index, behind)
    if (
        ruler
        and "subject" in reader.lookback[index][0]
        and not tables["ruler_article"].isdisjoint(reader.words[index + 1 : index + 2])
    ):
        return True  # Minister of Industry Sultan Al Nasser
    if index - 1 in reader.courtesies:
        # His Highness Amir A; Datuk Amir Hamzah
        royal = reader.words[index - 1] in tables["royal_courtesy"]
        return ruler and not royal and reader.caps[index + 1 : index + 2] == [True]
    # "the G20 Sherpa A": letters are no first name
    return not reader.lookback[index][0] and len(reader.words[index - 1]) > 1 and not reader.acronym(index - 1)


# the Minister of Industry, *Sultan* Al Nasser; the acting foreign minister, *Amir* Karim Nuri; foreign minister *Amir* Nuri
def _told_behind(reader: Reader, index: int, behind: int) -> bool:
    """Tell whether nothing but what an office is of stands between it and a comma, and two words of a name behind that.

    One is enough behind what nobody's office is without more; no comma need part it from an office in small letters.
    """
    given = reader.words[index] in reader.known.tables["ruler_given"]
    if index < 1 or (given and index == behind and reader.gaps[index] == " "):
        return index > 0 and reader.caps[index + 1 : index + 2] == [True] and reader.plain[index + 1]
    if reader.gaps[index] != ", " or not 0 < behind <= index < behind + _PORTFOLIO:
        return False
    if index + 1 in reader.courtesies:
        return False  # the Sultan of Brunei, Sultan Haji A
    joined = all(reader.softs[place] for place in range(behind, index))
    named = [True, True] if not given or (index + 2 < reader.size and reader.softs[index + 2]) else [True]
    return joined and reader.caps[index + 1 : index + 1 + len(named)] == named and reader.plain[index + 1]


# Defence Minister *Gen* Tanaka; not Defence Minister Gen Tran Van An, Army chief Gen Rao
def given_name(reader: Reader, index: int, behind: int, key: str) -> bool:
    """Tell whether a short rank without its stop is a first name: a minister's, right `behind` whose office it stands."""
    table = reader.known.tables["rank_name"]
    if index != behind or reader.words[index] not in table or not key.endswith("minister"):
        return False
    named = reader.caps[index + 1 : index + 2] == [True] and reader.gaps[index + 1] == " "
    return named and not (index + 2 < reader.size and reader.plain[index + 2] and reader.caps[index + 2])


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

    A place (DR Congo), a name (Mohamad bin Haji Hasan, Ing Kunthea), or an abbreviation (U.N., not U Thant).
    """
    if reader.place(first) and reader.lookup[first][1] > stop:
        return True
    if reader.plain[first] and reader.words[first - 1] in reader.known.tables["father"]:
        return True
    if reader.words[first] in reader.known.tables["stopped"] and reader.gaps[first + 1 : first + 2] not in ([". "], ["."]):
        return True
    single = stop == first + 1 and len(reader.words[first]) == 1
    return single and not (stop < reader.size and reader.plain[stop] and len(reader.words[stop]) > 1)
