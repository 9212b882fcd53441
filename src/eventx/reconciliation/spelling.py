"""Names that are one though their words differ: by transliteration, an initial, or the Sino-Vietnamese reading of Chinese names.

Such likeness is weak, so it counts only where both act for one country, and where kind of event and date agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import attrs

from eventx import kept
from eventx.model import Participant
from eventx.text import fold, lower

CHINESE = frozenset({"CN", "HK", "MO", "SG", "TW"})
"""Countries whose people have names in Chinese characters, which Vietnamese reads in its own way."""
_VIETNAM = "VN"
_LONGEST = 4
"""How many syllables a Chinese name has at most."""
_SHORTEST = 4
"""How many letters must be left of a name to be compared by its sound."""


def told_otherwise(a: Participant, b: Participant) -> bool:
    """Tell whether two names of people who act for one country are one in another spelling or reading."""
    country = a.country or b.country
    if country in (None, _VIETNAM) or a.kind != "person" or b.country not in (None, country):
        return False
    one, other = _heard(a.name), _heard(b.name)
    # what is cheap to compare first: most names share neither letters nor family
    if country in CHINESE and not one.families.isdisjoint(other.families) and _same_reading(a.name, b.name):
        return True
    if one.initials or other.initials:
        return _same_initials(a.name, b.name) or _same_initials(b.name, a.name)
    return one.letters == other.letters and _same_sound(a.name, b.name)


@attrs.frozen
class _Heard:
    """What a name is compared by first: the letters of its sound in order, if it has initials, what families it may be of."""

    letters: str
    initials: bool
    families: frozenset[str]


@lru_cache(maxsize=131072)
def _heard(name: str) -> _Heard:
    """Return what a name is compared by first."""
    return _Heard("".join(sorted(_sound(name))), _initials(name), frozenset(_families(name)))


def keys(person: Participant) -> Iterator[tuple[str, str]]:
    """Yield what a name may be looked up by, so that those of one sound or reading are compared."""
    country = person.country
    if person.kind != "person" or country in (None, _VIETNAM):
        return
    heard = _heard(person.name)
    yield ("sound", heard.letters)
    if country in CHINESE:
        yield from (("family", family) for family in sorted(heard.families))


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    """Return the letters that are not told apart."""
    return kept.toml(resources.files("eventx.reconciliation") / "spellings.toml")


# -- by sound ----------------------------------------------------------------------------------------------------------


def _same_sound(a: str, b: str) -> bool:
    """Tell whether two names sound alike, whatever their order and hyphens."""
    one = _sound(a)
    words = [_sound_of(word) for word in _words(b)]
    return len(one) >= _SHORTEST and len(words) > 1 and any(one == "".join(words[n:] + words[:n]) for n in range(len(words)))


def _words(name: str) -> list[str]:
    """Return the words of a name, initials apart from what they are written together with: "V.Pu-tin"."""
    return name.replace(".", ". ").split()


def _initials(name: str) -> bool:
    """Tell whether a name has an initial with its full stop."""
    return any(len(word) == 2 and word.endswith(".") for word in _words(name))


def _same_initials(short: str, full: str) -> bool:
    """Tell whether a name with initials is a full one: the last words sound alike, and the first ones begin so."""
    a, b = _words(short), _words(full)
    if len(a) < 2 or len(b) < 2 or len(a) > len(b) or a[-1].endswith("."):
        return False
    head = zip(a[:-1], b[: len(a) - 1], strict=True)
    last = _sound_of(a[-1])
    return len(last) >= 3 and last == _sound_of(b[-1]) and all(_begins(x, y) for x, y in head)


def _begins(word: str, other: str) -> bool:
    """Tell whether a word is another's initial, or sounds like it."""
    if word.endswith("."):
        return fold(word[0]) == fold(other[0])
    return _sound_of(word) == _sound_of(other)


def _sound(name: str) -> str:
    """Return the letters of a name that tell its sound."""
    return "".join(map(_sound_of, _words(name)))


@lru_cache(maxsize=65536)
def _sound_of(word: str) -> str:
    """Return the letters of a word that tell its sound."""
    data = _data()
    by_ear = "-" in word and not word.split("-")[1][:1].isupper()
    text = re.sub(r"[\W_]", "", fold(word))
    # Siphandone, Siphandon
    text = re.sub(r"(?<=[^aeiouy])e$", "", text)
    # nothing begins with "ks"
    text = re.sub("x" if by_ear else "^x", data["x_by_ear"], text).replace("x", data["x"])
    for written, sound in data["letters"]:
        text = text.replace(written, sound)
    for letters, sound in data["vowels"]:
        text = re.sub(f"[{letters}]+", sound, text)
    text = re.sub(r"(.)\1+", r"\1", text)
    ends = data["ends"]
    return text[:-1] + ends[0] if text[-1:] in ends else text


# -- by reading --------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _readings() -> Mapping[str, frozenset[str]]:
    """Return the readings of each syllable of pinyin, with and without accents."""
    table = kept.toml(resources.files("eventx.reconciliation") / "sino_vietnamese.toml")["readings"]
    return {
        syllable: frozenset(form for reading in map(_plain, readings.split()) for form in (reading, fold(reading)))
        for syllable, readings in table.items()
    }


@lru_cache(maxsize=1)
def _read_as() -> Mapping[str, tuple[str, ...]]:
    """Return the syllables of pinyin that have a reading."""
    found: dict[str, list[str]] = {}
    for syllable, readings in _readings().items():
        for reading in readings:
            found.setdefault(reading, []).append(syllable)
    return {reading: tuple(syllables) for reading, syllables in found.items()}


def _plain(syllable: str) -> str:
    """Return a syllable as it is compared: tones in one place, i and y not told apart."""
    return (
        lower(syllable)
        .replace("y", "i")
        .replace("ý", "í")
        .replace("ỳ", "ì")
        .replace("ỷ", "ỉ")
        .replace("ỹ", "ĩ")
        .replace("ỵ", "ị")
    )


def _same_reading(a: str, b: str) -> bool:
    """Tell whether one name is the other's Sino-Vietnamese reading, the family name first or last."""
    return _is_reading(a, b) or _is_reading(b, a)


def _is_reading(vietnamese: str, chinese: str) -> bool:
    """Tell whether each syllable of a Vietnamese name is a reading of one of the other's."""
    syllables = [_plain(syllable) for syllable in vietnamese.split()]
    words = list(dict.fromkeys(re.sub(r"['’-]", "", chinese.lower()).split()))
    if not 2 <= len(syllables) <= _LONGEST or len(words) < 2 or not chinese.isascii():
        return False
    orders = ("".join(words), "".join((words[-1], *words[:-1])))
    return any(_reads(syllables, letters) for letters in dict.fromkeys(orders))


def _reads(syllables: list[str], letters: str) -> bool:
    """Tell whether letters can be parted into syllables of pinyin that have these readings."""
    if not syllables:
        return not letters
    readings = _readings()
    return any(
        syllables[0] in readings.get(letters[:length], ()) and _reads(syllables[1:], letters[length:])
        for length in range(1, min(len(letters), 6) + 1)
    )


def _families(name: str) -> tuple[str, ...]:
    """Return the syllables of pinyin that a name's first or last word may be: its family name in either language."""
    words = [re.sub(r"[^\w]", "", word) for word in name.split()]
    ends = dict.fromkeys((words[0], words[-1])) if words else {}
    pinyin = [word.lower() for word in ends if word.lower() in _readings()]
    read = [syllable for word in words[:1] for syllable in _read_as().get(_plain(word), ())]
    return tuple(dict.fromkeys((*pinyin, *read)))
