"""Personal names: where one ends, and what its form tells of the order of its parts."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import attrs

from eventx_titles.reader import Reader

Order = Literal["family_first", "family_last"]

# lower-case words that a hyphen hangs on a place or name without being part of a name: Hanoi-based
_HANGERS = frozenset(
    (
        "based",
        "born",
        "led",
        "style",
        "backed",
        "era",
        "made",
        "wide",
        "headed",
        "chaired",
        "bound",
        "hosted",
        "run",
        "trained",
        "educated",
    )
)


@attrs.frozen
class Name:
    """A name: words `first` to `stop`, exclusive."""

    first: int
    stop: int
    text: str
    order: Order | None
    call: int


@cache
def _syllable() -> re.Pattern[str]:
    """Return the pattern of a Vietnamese syllable without diacritics."""
    return re.compile(
        r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
        r"(?:oai|oay|uay|uoi|uya|uye|uou|ieu|yeu|oeo|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ya|ye|[aeiouy])"
        r"(?:ch|ng|nh|[cmnpt])?"
    )


def is_syllable(folded: str) -> bool:
    """Tell whether a word without diacritics can be a Vietnamese syllable."""
    return len(folded) <= 7 and _syllable().fullmatch(folded) is not None


def folded(reader: Reader, index: int) -> str:
    """Return word `index` without diacritics."""
    start = reader.starts[index]
    return reader.document.folded[start : start + len(reader.words[index])]


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
    stop = _name_stop(reader, first, limit, titled=titled)
    if stop is None or stop == first:
        return None
    if stop == first + 1 and (reader.acronym(first) or _lone_syllable(reader, first)):
        return None
    return make_name(reader, first, stop)


def _lone_syllable(reader: Reader, first: int) -> bool:
    """Tell whether one Vietnamese syllable that opens a compound stands in a Vietnamese text: Phiên họp, Quốc vụ viện."""
    if reader.document.lang != "vi" or not is_syllable(folded(reader, first)):
        return False
    behind = first + 1
    return behind < len(reader.words) and reader.soft(behind) and first - 1 not in reader.courtesies


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
    words, particles = reader.words, reader.known.tables["particle"]
    index = first
    lead = 0
    while (
        index < len(words)
        and lead < 3
        and words[index] in particles
        and not reader.cap(index)
        and (lead == 0 or reader.soft(index))
    ):
        index += 1
        lead += 1
    if index >= len(words) or not _fits(reader, index, titled=titled, head=True) or (lead and not reader.soft(index)):
        return None
    index += 1
    vietnamese = _starts_vietnamese(reader, first)
    eastern = folded(reader, first) in reader.known.tables["family_zh"] | reader.known.tables["family_ko"]
    while index < len(words) and index - first < limit and reader.soft(index):
        if reader.possessive(index):
            break
        if reader.hyphenated(index):
            if _hangs(words[index]):
                return None if index == first + 1 and not titled else index
            index += 1
            continue
        if reader.cap(index):
            given = eastern or words[index - 1] in particles
            if not _fits(reader, index, titled=titled, head=False, vietnamese=vietnamese, eastern=given):
                break
            index += 1
            continue
        following = _over_particles(reader, index)
        if following is None:
            break
        index = following
    return index


def _hangs(word: str) -> bool:
    """Tell whether a word behind a hyphen or apostrophe is no part of a name: Hanoi-based, top-seeded, Xi's."""
    return word in _HANGERS or (len(word) == 1 and word in "sdtm") or (len(word) > 4 and word.endswith(("ed", "ing")))


def _over_particles(reader: Reader, index: int) -> int | None:
    """Return the index behind the capitalised word that particles from `index` on lead to."""
    particles = reader.known.tables["particle"]
    for _ in range(3):
        if index >= len(reader.words) or not reader.soft(index):
            return None
        if reader.cap(index):
            return index + 1 if _fits(reader, index, titled=True, head=False) else None
        if reader.words[index] not in particles:
            return None
        index += 1
    return None


def _starts_vietnamese(reader: Reader, first: int) -> bool:
    """Tell whether a Vietnamese family name stands at `first` and another syllable behind it."""
    tables = reader.known.tables
    syllables = reader.document.lang == "vi" and is_syllable(folded(reader, first))
    if (
        not (syllables or reader.words[first] in tables["family_vi"])
        or first + 1 >= len(reader.words)
        or not reader.soft(first + 1)
    ):
        return False
    return reader.cap(first + 1) and is_syllable(folded(reader, first + 1))


def _fits(reader: Reader, index: int, *, titled: bool, head: bool, vietnamese: bool = False, eastern: bool = False) -> bool:
    """Tell whether word `index` may be part of a name."""
    if not reader.cap(index):
        return False
    if index in reader.offices:
        behind, office = reader.offices[index]
        if head or behind > index + 1:
            return False
        return (office.weak and (vietnamese or not _goes_on(reader, behind))) or (office.name and _goes_on(reader, behind))
    if index in reader.honorifics and head and not eastern:
        return False
    if vietnamese:
        # a phrase of several words is no part of a name: Nguyễn Văn A Bộ Ngoại giao
        known = reader.lookup(index)[1] > index + 1 and reader.words[index - 1] not in reader.known.tables["family_vi"]
        return is_syllable(folded(reader, index)) and not (known and reader.document.lang == "vi")
    classes, stop = reader.lookup(index)
    if not classes:
        return True
    if head and stop == index + 1 and _homonym(reader, index):
        return True
    if "stop" in classes or "body" in classes:
        return False
    if "country" in classes or "city" in classes:
        return eastern or (titled and reader.document.lang == "en" and (head or "country" not in classes))
    return not head and "subject" not in classes


def _homonym(reader: Reader, index: int) -> bool:
    """Tell whether a Vietnamese family name that is a common word too (Do, Đoàn) is a name: two more syllables follow."""
    if reader.words[index] not in reader.known.tables["family_vi"]:
        return False
    return all(_goes_on(reader, place) and is_syllable(folded(reader, place)) for place in (index + 1, index + 2))


def _goes_on(reader: Reader, index: int) -> bool:
    """Tell whether a capitalised word follows in the same phrase."""
    return index < len(reader.words) and reader.soft(index) and reader.cap(index)


def shape(reader: Reader, first: int, stop: int) -> tuple[Order | None, int]:
    """Return the order of a name's parts and the position of the part its bearer is called by."""
    tables = reader.known.tables
    parts = [folded(reader, index) for index in range(first, stop)]
    hyphens = any(reader.hyphenated(index) for index in range(first + 1, stop))
    size = stop - first
    if size == 1:
        return None, -1
    head, rest = parts[0], parts[1:]
    if reader.words[first] in tables["family_vi"] and size <= 5 and not hyphens and all(map(is_syllable, rest)):
        accents = reader.words[first:stop] != parts or reader.document.lang == "en"
        if accents or head not in tables["family_zh"]:
            return "family_first", -1
    if head in tables["family_ko"] and size == 3 and (hyphens or all(len(part) <= 6 for part in rest)):
        return "family_first", 0
    if head in tables["family_zh"] and size <= 3 and all(_pinyin(part) for part in rest):
        return "family_first", 0
    if head in tables["family_ko"] and size == 2 and head not in ("lee", "park", "min", "song"):
        return ("family_first", 0) if _korean_given(rest[0]) else ("family_last", -1)
    if head in tables["family_km"]:
        return "family_first", -1
    return "family_last", -1


@cache
def _pinyin_pattern() -> re.Pattern[str]:
    """Return the pattern of one or two Chinese syllables in pinyin."""
    syllable = (
        r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
        r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|[aeiouv])"
    )
    return re.compile(rf"{syllable}(?:{syllable})?")


def _pinyin(part: str) -> bool:
    """Tell whether a word can be one or two Chinese syllables."""
    return len(part) <= 11 and _pinyin_pattern().fullmatch(part) is not None


@cache
def _korean_pattern() -> re.Pattern[str]:
    """Return the pattern of a Korean given name written as one word."""
    syllable = r"(?:[bcdghjklmnprstwy]|ch|ky|hy|my|by|gy|kw|hw|jj|kk|ss)?(?:yeo|yae|ae|eo|eu|ee|oo|oh|ui|wi|wa|we|wo|ya|yo|yu|ye|[aeiou])(?:ng|[nmlkpth])?"
    return re.compile(rf"{syllable}(?:{syllable})?")


def _korean_given(part: str) -> bool:
    """Tell whether a word can be a Korean given name of one or two syllables."""
    return len(part) <= 12 and _korean_pattern().fullmatch(part) is not None
