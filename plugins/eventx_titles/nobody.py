"""What is capitalised like a name and is nobody's: sites, bodies, countries, acronyms, verbs of headlines."""

from __future__ import annotations

from eventx_titles.name_words import VOWELS, goes_on
from eventx_titles.reader import Reader
from eventx_titles.shapes import is_syllable

_HEADLINE = 120
"""A longer line of capitals is a list, not a headline, in code points."""
_PAIR = 2
_COMPANIES = 9
"""How many words before a list of names it is said that they are companies'."""
_TEXT = 5
"""With more names than so many in running text, a document is more than headlines."""


def names_site(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether a place or building is called so: King Abdullah City, Queen Elizabeth Hall, Sheikh Zayed Grand Mosque."""
    sites, royal = reader.known.tables["site"], reader.known.tables["royal"]
    if goes_on(reader, stop) and reader.words[stop] in sites and not reader.headline(first):
        return True
    return stop - first > 1 and reader.words[stop - 1] in sites and first > 0 and reader.words[first - 1] in royal


def _ends_in_s(reader: Reader, index: int) -> bool:
    """Tell whether a word ends as plurals and the verbs of headlines do."""
    return reader.words[index].endswith(tuple(reader.known.tables["plural_ends"]))


def possesses_body(reader: Reader, stop: int) -> bool:
    """Tell whether what ends before `stop` is several whose body follows: Chairman of the Friendship Parliamentarians' Group."""
    if stop >= reader.size or reader.gaps[stop] not in ("’ ", "' ") or not _ends_in_s(reader, stop - 1):
        return False
    return reader.caps[stop] and "body" in reader.lookup[stop][0]


def _lone_syllable(reader: Reader, first: int) -> bool:
    """Tell whether one Vietnamese syllable that opens a compound stands in a Vietnamese text: Phiên họp, Quốc vụ viện."""
    if reader.lang != "vi" or not is_syllable(reader, first):
        return False
    behind = first + 1
    if behind == len(reader.words) or not reader.softs[behind] or first - 1 in reader.courtesies:
        return False
    # "Giáo hoàng Leo tiếp": a verb follows
    return reader.words[behind] not in reader.known.tables["verb_behind"] or reader.caps[behind]


def names_nobody(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether one word is a country or acronym, or opens a compound, or two with a hyphen are a body's: Quân chủng PK-KQ."""
    if stop == first + 1:
        return _is_land(reader, first) or reader.acronym(first) or _lone_syllable(reader, first)
    joined = reader.hung[first + 1] and VOWELS.isdisjoint(reader.folds[reader.words[first + 1]])
    return joined and reader.surface(first, stop).isupper()


# Foreign Minister Poland; not Mr Jordan, Governor de Jersey
def _is_land(reader: Reader, index: int) -> bool:
    """Tell whether a word is a country, and neither a name as well nor part of one."""
    if reader.lang != "en" or "country" not in reader.lookup[index][0] or index - 1 in reader.courtesies:
        return False
    return (
        reader.words[index] not in reader.known.tables["country_given"] and reader.words[index - 1] not in reader.known.particles
    )


def headline_verb(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether the words behind a title in a headline are told as a name nowhere else: PM Resigns, Judge Orders Halt.

    Where there is text below the headline, it tells of the people of its headlines again; where there is none, one word looks
    like a verb by its ending.
    """
    if len(reader.document.sentence_at(reader.starts[first])) > _HEADLINE:
        return False
    words = reader.words[first:stop]
    verb = _ends_in_s(reader, first) or any(word in reader.known.tables["common"] for word in words)
    if len(reader.told()) > _TEXT:
        return verb and first - 1 not in reader.courtesies and not any(word in reader.told() for word in words)
    return stop == first + 1 and _ends_in_s(reader, first) and reader.words.count(words[0]) == 1


# President Karl Berg Returns Home
def before_verb(reader: Reader, first: int, stop: int) -> int:
    """Return the index behind a name in a headline, whose last word looks like a verb and is told nowhere, as the others are."""
    verb = reader.words[stop - 1]
    if not _ends_in_s(reader, stop - 1) or reader.lang != "en":
        return stop
    if len(reader.document.sentence_at(reader.starts[first])) > _HEADLINE:
        return stop
    told = reader.told()
    told_so = len(told) > _TEXT and verb not in told and reader.words[stop - 2] in told
    return stop - 1 if told_so else stop


def names_unit(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether the letter of a district or commune opens what looks like a Vietnamese name: H.Hướng Hóa, X. Tân Long."""
    if reader.lang != "vi" or reader.words[first] not in reader.known.tables["unit_letter"] or stop - first < _PAIR:
        return False
    return reader.gaps[first + 1].startswith(".") and all(is_syllable(reader, index) for index in range(first + 1, stop))


def is_credited(reader: Reader, first: int) -> bool:
    """Tell whether a name is only that of who took the picture: (Ảnh: Hải Minh), Photo: Jane Doe."""
    return first > 0 and reader.gaps[first].strip() == ":" and reader.words[first - 1] in reader.known.tables["credit"]


def is_ship(reader: Reader, first: int) -> bool:
    """Tell whether a name is a ship's: USS Robert Hale, tàu KN. Pulau Lihaga."""
    before = first - 1
    joined = before >= 0 and (reader.softs[first] or reader.gaps[first] == ". ")
    return joined and reader.words[before] in reader.known.tables["ship"] and reader.surface(before, first).isupper()


def is_where(reader: Reader, first: int) -> bool:
    """Tell whether an article and a word of place lead to a name: nobody lives "in the Gran Chaco" who is called so."""
    tables = reader.known.tables
    led = first > 1 and bool(reader.softs[first]) and reader.words[first - 1] in tables["the"]
    return led and reader.words[first - 2] in tables["setting"]


# tiếp lãnh đạo *tập đoàn* Blue Park; các *công ty* Mỹ như Intel, Blue Park và Sun Hill
def is_company(reader: Reader, first: int) -> bool:
    """Tell whether a Vietnamese common noun of companies leads to a name, or to the list that it stands in."""
    if reader.lang != "vi" or first == 0:
        return False
    if _leads_to_company(reader, first):
        return True
    start = _list_start(reader, first)
    if reader.words[start - 1] in reader.known.tables["for_example"]:
        return any(_leads_to_company(reader, index) for index in range(start - 1, max(start - _COMPANIES, 0), -1))
    if start == first or not _leads_to_company(reader, start):
        return False
    noun = reader.lookback[start][1]
    return reader.words[noun - 1] in reader.known.tables["several"]


def _leads_to_company(reader: Reader, index: int) -> bool:
    """Tell whether a common noun of companies ends before a word."""
    if not reader.softs[index] or reader.words[index - 1] not in reader.known.tables["company_end"]:
        return False
    return any(" ".join(reader.words[index - size : index]) in reader.known.tables["company"] for size in (1, 2, 3))


def _list_start(reader: Reader, first: int) -> int:
    """Return where the list of names begins that a name stands in; where it stands in none, the name."""
    while first > 1:
        stop = first - (reader.words[first - 1] in reader.known.tables["conjunction"])
        if stop == first and reader.gaps[first] != ", ":
            return first
        start = stop
        while start > 0 and reader.caps[start - 1] and (start == stop or reader.softs[start]):
            start -= 1
        if start == stop:
            return first
        first = start
    return first
