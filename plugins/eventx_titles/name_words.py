"""Which words a personal name may be made of, by what they are elsewhere: places, offices, common words."""

from __future__ import annotations

from typing import Literal

from eventx_titles.lexis import PLACES
from eventx_titles.reader import Reader
from eventx_titles.shapes import is_korean_given, is_pinyin, is_syllable

_MODIFIER = frozenset(("modifier",))
_COMMON = frozenset(("stop", "blocker"))
_FUNCTION = 2
"""Without a title, only words so short, which nothing but a sentence's start makes capitals, are read as family names."""

Nature = Literal["syllables", "loose", "eastern"] | None
"""What the first word tells of a name: Vietnamese syllables follow, may follow, or a Chinese or Korean given name."""
VOWELS = frozenset("aeiouy")
_PROGRAMME = 3
"""The least words of what is told with its initials."""
_KOREAN = 3
"""How many letters a syllable of a Korean given name has that is a common word, at most."""


def fits_head(reader: Reader, index: int, *, titled: bool) -> bool:
    """Tell whether word `index` may be the first of a name."""
    if index in reader.offices or index in reader.honorifics:
        return False
    return not reader.lookup[index][0] or _known_head(reader, index, titled=titled)


def _known_head(reader: Reader, index: int, *, titled: bool) -> bool:
    """Tell whether the known word at `index`, no office and no honorific, may be the first of a name."""
    classes, stop = reader.lookup[index]
    if opens_title(reader, index):
        return False
    alone = stop == index + 1 and (titled or may_open(reader, index))
    if (alone and _is_name(reader, index, titled=titled)) or _initial_head(reader, index):
        return True
    if titled and index - 1 in reader.courtesies and goes_on(reader, index + 1) and _may_be_name(reader, classes):
        # a common word behind a word of courtesy: U Than Swe, ông Đường Lập
        return not reader.headline(index) and not reader.lookup[index + 1][0] and index + 1 not in reader.offices
    if titled and classes == _MODIFIER and reader.lang == "vi" and index + 1 not in reader.offices:
        # Tổng Giám đốc Tân Bảo An: "new" is a family name before two more syllables
        return all(goes_on(reader, place) and is_syllable(reader, place) for place in (index + 1, index + 2))
    # behind a title a place may be a first name: Foreign Minister Israel Katz, Tổng thống Paraguay Santiago Peña
    if not titled or not classes <= PLACES:
        return False
    # "Minister for the Middle East, South Asia": nobody is called so and no more
    behind, alone = goes_on(reader, stop), stop == index + 1
    return alone or behind or "country" not in classes if reader.lang == "en" else alone and behind and "country" not in classes


def _may_be_name(reader: Reader, classes: frozenset[str]) -> bool:
    """Tell whether a word of these classes may be a family name behind a word of courtesy."""
    return reader.lang == "en" or classes <= _COMMON


def opens_title(reader: Reader, index: int) -> bool:
    """Tell whether a word that may be a family name is part of a title: đồng chí *Phó* Bí thư Tỉnh ủy."""
    classes, stop = reader.lookup[index]
    return "modifier" in classes and reader.lang == "vi" and stop in reader.offices and reader.softs[stop]


def may_open(reader: Reader, index: int) -> bool:
    """Tell whether a common word may be the first of a name without a title: a family name, or Jan."""
    heads = reader.known.tables["heads"]
    return reader.words[index] in heads or reader.folds[reader.words[index]] in heads


def _initial_head(reader: Reader, index: int) -> bool:
    """Tell whether an article's letter is an initial with its stop, within a sentence: courtesy calls to A. Bat."""
    if reader.words[index] not in reader.known.tables["article_letter"] or index + 1 >= reader.size:
        return False
    if not reader.softs[index]:
        # at the head of a sentence a second initial tells it: A. K. Rahman, Minister of …
        return len(reader.words[index + 1]) == 1 and reader.gaps[index + 1] in (". ", ".") and goes_on(reader, index + 2)
    named = (
        reader.gaps[index + 1] in (". ", ".")
        and reader.caps[index]
        and reader.caps[index + 1]
        and not reader.lookup[index + 1][0]
    )
    return named and not reader.caps[index - 1]


def _is_name(reader: Reader, index: int, *, titled: bool) -> bool:
    """Tell whether a common word at the head of a name is part of it: a family name, or an initial (Minister A K Antony)."""
    if opens_name(reader, index, titled=titled) or _family_word(reader, index, titled=titled):
        return True
    if titled and reader.lang == "vi" and reader.softs[index] and _is_family(reader, index):
        return True
    if titled and reader.words[index] in reader.known.tables["midname"] and goes_on(reader, index + 1):
        # Foreign Minister Said Amrani, not in headlines
        return not reader.headline(index) and not reader.lookup[index + 1][0] and index + 1 not in reader.offices
    return titled and len(reader.words[index]) == 1 and goes_on(reader, index + 1) and not reader.headline(index)


# Bộ trưởng *Cho* đã cảm ơn · Đại sứ Trung Quốc *Đường* Gia Triền
def _is_family(reader: Reader, index: int) -> bool:
    """Tell whether a common word with a capital behind a Vietnamese title is a family name: alone, or before a given name."""
    word, tables, behind = reader.words[index], reader.known.tables, index + 1
    if word in tables["family_titled"]:
        return goes_on(reader, behind) and not reader.lookup[behind][0] and is_syllable(reader, behind)
    return word in tables["family_ko"] and reader.plain[behind] and reader.words[behind] in tables["verb_behind"]


def fits(reader: Reader, index: int, *, nature: Nature, titled: bool) -> bool:
    """Tell whether the capitalised word `index` may go on with a name."""
    if index in reader.offices:
        return _office_in_name(reader, index, nature)
    classes, stop = reader.lookup[index]
    if nature == "syllables" or (nature == "loose" and is_syllable(reader, index)):
        return _syllable_fits(reader, index) or _ends_name(reader, index)
    if not classes or (nature == "eastern" and _ends_name(reader, index)) or _behind_article(reader, index):
        return True
    if len(reader.words[index]) == 1 and _initials(reader, index):
        return True
    if classes & {"stop", "body", "subject"}:
        surname = titled and reader.words[index] in reader.known.tables["surname"] and not goes_on(reader, stop)
        return (surname and not (stop < len(reader.words) and reader.words[stop].isdigit())) or _inside(reader, index)
    return not classes & PLACES or _ends_as_place(reader, index, nature=nature, titled=titled)


def _inside(reader: Reader, index: int) -> bool:
    """Tell whether a common word with a capital stands inside a name: Nawaf Said Ahmad, Hwang In Guk; not in headlines."""
    tables, word, behind = reader.known.tables, reader.words[index], index + 1
    korean = index > 0 and len(word) <= _KOREAN and reader.words[index - 1] in tables["family_ko"] and reader.caps[index - 1]
    if korean and behind < reader.size and reader.gaps[behind] == "-" and not reader.caps[behind]:
        return True  # Lee Do-yun
    if not (korean or word in tables["midname"]) or not goes_on(reader, behind):
        return False
    return not reader.headline(index) and not reader.lookup[index + 1][0]


def _behind_article(reader: Reader, index: int) -> bool:
    """Tell whether the article of Arabic names stands before a word: Haitham bin Tariq Al Said."""
    if index == 0 or reader.lang != "en" or not reader.caps[index - 1]:
        return False
    return reader.words[index - 1] in reader.known.tables["article"]


def _ends_name(reader: Reader, index: int) -> bool:
    """Tell whether a common word with a capital within a sentence ends a name of another world: Ms Dong Bi You."""
    word = reader.words[index]
    if reader.lang != "en" or len(word) == 1 or reader.lookup[index][0] != {"stop"} or not is_pinyin(word):
        return False
    if reader.headline(index):
        return False
    return not goes_on(reader, index + 1) and not reader.surface(index, index + 1).isupper()


def _initials(reader: Reader, index: int) -> bool:
    """Tell whether a letter inside a name is an initial without its stop: N A K Browne, Talal A S Badawi, John A Reed."""
    if not goes_on(reader, index + 1):
        return False
    if len(reader.words[index - 1]) == 1:
        return True
    if reader.words[index] in reader.known.tables["no_initial"] or reader.lang != "en" or reader.headline(index):
        return False
    return len(reader.words[index + 1]) == 1 or not reader.lookup[index + 1][0]


def _ends_as_place(reader: Reader, index: int, *, nature: Nature, titled: bool) -> bool:
    """Tell whether a place inside a name is part of it."""
    classes, stop = reader.lookup[index]
    given = nature == "eastern" or reader.words[index - 1] in reader.known.particles
    if given or not titled or reader.lang != "en":
        return given
    # a country may be a family name, at the end of a name: Patricia Scotland
    return "country" not in classes or (stop == index + 1 and not goes_on(reader, stop) and not reader.headline(index))


def _syllable_fits(reader: Reader, index: int) -> bool:
    """Tell whether a word may go on with a Vietnamese name."""
    classes, stop = reader.lookup[index]
    if ("stop" in classes and reader.surface(index, index + 1).isupper()) or opens_title(reader, index):
        return False
    # a phrase of several words is no part of a name, unless a family name stands right before it (Nguyễn Hòa Bình)
    known = stop > index + 1 and (reader.caps[stop - 1] or not classes <= PLACES)
    phrase = known and reader.words[index - 1] not in reader.known.families
    return is_syllable(reader, index) and not (phrase and reader.lang == "vi")


def _office_in_name(reader: Reader, index: int, nature: Nature) -> bool:
    """Tell whether an office word inside a name is part of it: Hun Sen, Tiong King Sing."""
    behind, office = reader.offices[index]
    if behind > index + 1 or reader.acronym(index):
        return False
    further = goes_on(reader, behind)
    return (office.name and further) or (office.weak and (nature == "syllables" or not further))


def opens_name(reader: Reader, index: int, *, titled: bool = False) -> bool:
    """Tell whether a family name that is a common word too (Do, Đoàn; Park) is a name.

    Two more syllables, or names, follow; a Korean one is also told by a hyphen (Park Jin-ho), and behind a title by one name.
    """
    tables = reader.known.tables
    if reader.words[index] in tables["family_ko"] and goes_on(reader, index + 1) and not reader.lookup[index + 1][0]:
        behind = index + 2
        if titled or (behind < len(reader.words) and reader.hung[behind]):
            return True
        return goes_on(reader, behind) and not reader.lookup[behind][0]
    if reader.words[index] in tables["given" if titled else "month_name"]:
        # months that are first names: Minister Jan Novak; without a title it may be "in April Novak said"
        # Jan van der Berg
        index += 1
        while titled and index < reader.size and reader.plain[index] and reader.words[index] in reader.known.particles:
            index += 1
        return goes_on(reader, index) and not reader.lookup[index][0]
    if reader.words[index] not in tables["family_vi"]:
        return False
    if titled and goes_on(reader, index + 1) and is_syllable(reader, index + 1) and not reader.headline(index):
        return True  # General Secretary To Lam
    return all(goes_on(reader, place) and is_syllable(reader, place) for place in (index + 1, index + 2))


def _family_word(reader: Reader, index: int, *, titled: bool) -> bool:
    """Tell whether a family name that is a common word is one here: a given name stands behind it.

    Foreign Minister Park Jin, met He Lifeng, General Secretary To Lam. Not at the head of a sentence, nor in a headline.
    """
    tables, word, behind = reader.known.tables, reader.folds[reader.words[index]], index + 1
    if reader.lang != "en" or not goes_on(reader, behind) or reader.lookup[behind][0] or behind in reader.offices:
        return False
    if not titled and (len(word) > _FUNCTION or not reader.softs[index] or reader.caps[index - 1]):
        return False
    if reader.headline(index) or reader.sentence_start(index):
        return False
    given = reader.folds[reader.words[behind]]
    if word in tables["family_vi"] and is_syllable(reader, behind):
        return True
    return word in tables["eastern"] and (is_pinyin(given) or is_korean_given(given))


def goes_on(reader: Reader, index: int) -> bool:
    """Tell whether a capitalised word follows in the same phrase."""
    return index < reader.size and reader.caps[index] and reader.softs[index]


def is_consonants(reader: Reader, index: int) -> bool:
    """Tell whether a word is an acronym without a vowel: *MSG* Chair."""
    return not VOWELS & set(reader.folds[reader.words[index]]) and reader.surface(index, index + 1).isupper()


# the Skilled Migrant Employer (SME) workers; not Karl Olsen (KO)
def is_abbreviated(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether the initials of three words or more follow in brackets: what is abbreviated so is a body or programme."""
    if stop - first < _PROGRAMME or stop >= reader.size or reader.plain[stop] or reader.gaps[stop] != " (":
        return False
    initials = "".join(word[0] for word in reader.words[first:stop])
    following = stop + 1
    goes_on = following < reader.size and reader.gaps[following] == ") " and not reader.caps[following]
    return goes_on and reader.words[stop] == initials and reader.surface(stop, stop + 1).isupper()
