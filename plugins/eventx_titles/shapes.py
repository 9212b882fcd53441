"""What the form of a name tells: Vietnamese, Chinese or Korean syllables, and the order of its parts."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from eventx_titles.reader import Reader

Order = Literal["family_first", "family_last"]

_HIGHLANDS = 2
_LEAST = 3
"""The least letters of a family name in capitals: fewer may be initials."""


def is_syllable(reader: Reader, index: int) -> bool:
    """Tell whether word `index`, without diacritics, can be a Vietnamese syllable."""
    return reader.syllables[reader.words[index]]


def shape(reader: Reader, first: int, stop: int) -> tuple[Order | None, int]:
    """Return the order of a name's parts and the position of the part its bearer is called by."""
    tables = reader.known.tables
    size = stop - first
    if size == 1:
        return None, -1
    parts = reader.folded(first, stop)
    # Y Thanh Hà Niê Kđăm: a name of the highlands
    highlands = reader.words[first] in tables["given_first"] and size > _HIGHLANDS and reader.lang == "vi"
    if highlands or (reader.words[first] in tables["family_vi"] and _vietnamese(reader, first, parts)):
        return "family_first", -1
    head, rest = parts[0], parts[1:]
    if _family_in_capitals(reader, first, stop):
        return "family_first", 0
    given_korean = head in tables["family_ko"]
    if (given_korean and size == 3) or (head in tables["family_zh"] and size <= 3 and all(map(is_pinyin, rest))):
        return "family_first", 0
    if given_korean and size == 2 and head not in tables["ambiguous"] and is_korean_given(rest[0]):
        return "family_first", 0
    return ("family_first" if head in tables["family_km"] else "family_last"), -1


def _family_in_capitals(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether the first word alone is in capitals, as family names are written to be told apart: YAMADA Taro."""
    if len(reader.words[first]) < _LEAST or reader.text[reader.starts[first] + 1].islower() or not reader.caps[first + 1]:
        return False
    if not reader.surface(first, first + 1).isupper():
        return False
    return not any(map(str.isupper, reader.surface(first + 1, stop).split()))


def _vietnamese(reader: Reader, first: int, parts: list[str]) -> bool:
    """Tell whether the parts of a name behind a Vietnamese family name make it Vietnamese.

    A family name shared with Chinese tells nothing without accents.
    """
    stop = first + len(parts)
    if len(parts) > 5 or True in reader.hung[first + 1 : stop]:
        return False
    if not all(map(reader.syllables.__getitem__, reader.words[first + 1 : stop])):
        return False
    accented = reader.lang == "en" or reader.words[first:stop] != parts
    return accented or parts[0] not in reader.known.tables["family_zh"]


@cache
def _pinyin_pattern() -> re.Pattern[str]:
    """Return the pattern of one or two Chinese syllables in pinyin."""
    syllable = (
        r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
        r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|[aeiouv])"
    )
    return re.compile(rf"{syllable}(?:{syllable})?")


def is_pinyin(part: str) -> bool:
    """Tell whether a word can be one or two Chinese syllables."""
    return len(part) <= 11 and _is_pinyin(part)


@lru_cache(maxsize=8192)
def _is_pinyin(part: str) -> bool:
    """Tell whether a short word can be one or two Chinese syllables."""
    return _pinyin_pattern().fullmatch(part) is not None


@cache
def _korean_pattern() -> re.Pattern[str]:
    """Return the pattern of a Korean given name written as one word."""
    syllable = (
        r"(?:[bcdghjklmnprstwy]|ch|ky|hy|my|by|gy|kw|hw|jj|kk|ss)?"
        r"(?:yeo|yae|ae|eo|eu|ee|oo|oh|ui|wi|wa|we|wo|ya|yo|yu|ye|[aeiou])(?:ng|[nmlkpth])?"
    )
    return re.compile(rf"{syllable}(?:{syllable})?")


def is_korean_given(part: str) -> bool:
    """Tell whether a word can be a Korean given name of one or two syllables."""
    return len(part) <= 12 and _korean_pattern().fullmatch(part) is not None
