"""Language data that several plugins need: calendar words, numerals, abbreviations, and language detection.

The words live in ``languages/CODE.toml``; those that bound clauses, tell an event's status or lead in to a noun stand in
``clauses/CODE.toml``. Adding a language is adding files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import attrs

from eventx import kept
from eventx.problems import LexiconError

_TABLES = ("months", "weekdays", "seasons", "numerals", "ordinals", "ordinal_endings", "parts_of_day")
_ENDINGS = ("possessives", "plural_possessives")
_SETS = ("common", "letters", "abbreviations", "captions", "conjunctions")
_KEYS = {"code", "name", "folded", *_SETS, *_ENDINGS, *_TABLES}
_SAMPLE = 1500
_OWN = 2
"""Of how many words more than one has a letter that only its language has, where frequent words do not tell."""


@attrs.frozen(eq=False, repr=False)
class Language:
    """What the core knows of one language.

    Args:
        code: ISO 639-1.
        name: its English name.
        folded: whether lexicons are matched without diacritics.
        common: very frequent words, for detection.
        letters: letters, in lower case, that no other language here has.
        abbreviations: words after which a full stop ends no sentence.
        captions: words before the number of a picture, to which its caption may be glued.
        conjunctions: words that stand between coordinated names, an article behind them included.
        months: month names and their numbers; likewise `weekdays` (Monday is 1), `seasons` (EDTF 21 to 24), `numerals`,
            `ordinals` and `parts_of_day` (morning, noon, afternoon, evening, night).
        possessives: what is written behind a possessor.
        plural_possessives: what one ends in that is told in the plural.
        ordinal_endings: what is written behind an ordinal in digits, and its last digit; 0 is any other.

    """

    code: str
    name: str
    folded: bool
    common: frozenset[str]
    letters: frozenset[str]
    abbreviations: frozenset[str]
    captions: frozenset[str]
    conjunctions: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numerals: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts_of_day: Mapping[str, str]
    possessives: tuple[str, ...]
    plural_possessives: tuple[str, ...]
    ordinal_endings: Mapping[str, int]


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the codes of the languages the core has data for, sorted."""
    folder = resources.files("eventx") / "languages"
    return tuple(sorted(path.name.removesuffix(".toml") for path in folder.iterdir() if path.name.endswith(".toml")))


@lru_cache(maxsize=16)
def language_data(code: str) -> Language:
    """Return the data of the language `code`; a language without data gets an empty set that folds diacritics."""
    data: dict[str, Any] = _read(code) if code in languages() else {"code": code, "name": code, "folded": True}
    made: dict[str, Any] = {key: frozenset(data.get(key, ())) for key in _SETS}
    made |= {key: tuple(data.get(key, ())) for key in _ENDINGS}
    made |= {key: MappingProxyType(data.get(key, {})) for key in _TABLES}
    return Language(code=data["code"], name=data["name"], folded=data["folded"], **made)


def _read(code: str) -> dict[str, Any]:
    """Return what stands in the file of a language."""
    source = resources.files("eventx") / "languages" / f"{code}.toml"
    data = kept.toml(source)
    unknown = sorted(set(data) - _KEYS)
    missing = sorted(_KEYS - set(data))
    if unknown or missing:
        message = f"languages/{code}.toml: unknown keys {unknown}, missing keys {missing}"
        raise LexiconError(message)
    return data


def detect_language(text: str, small: str | None = None) -> str:
    """Return the code of the language whose frequent words fill most of `text`; of a tie, the one told by its letters, else en.

    Args:
        text: the text.
        small: ``text.lower()``, if that is at hand.

    """
    # where a letter is two in lower case, the sample would end elsewhere
    sample = text[:_SAMPLE].lower() if small is None or len(small) != len(text) else small[:_SAMPLE]
    words = sample.split()
    scores = {code: len(list(filter(language_data(code).common.__contains__, words))) for code in languages()}
    best = max(scores, key=lambda code: scores[code])
    if sum(score == scores[best] for score in scores.values()) == 1:
        return best
    words = unicodedata.normalize("NFC", sample).split()
    written = {code: sum(not language_data(code).letters.isdisjoint(word) for word in words) for code in scores}
    told = max(written, key=lambda code: written[code])
    return told if written[told] * _OWN > len(words) else best
