"""The words of the plugin, and sets of them that the rules look things up in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eventx import Lexicon, language_data

NAMES = frozenset({"country", "demonym", "city", "region", "venue"})
"""The tags whose surfaces are names of places."""

LEXICON = Lexicon(
    name="places",
    package="eventx_places",
    tags=(
        "country",
        "demonym",
        "city",
        "region",
        "venue",
        "other",
        "prefix",
        "classifier",
        "head",
        "credit",
        "position",
        "header",
        "related",
        "pair",
    ),
    tables=(
        "accreditation",
        "accredited",
        "accredited_to",
        "adjectives",
        "agency",
        "arriving",
        "apposed",
        "article",
        "at",
        "behind",
        "attached",
        "called_on",
        "capitals",
        "chain",
        "cue",
        "cue_before",
        "date_word",
        "day_word",
        "division",
        "elided",
        "extended",
        "family",
        "function",
        "governing",
        "header_start",
        "holder",
        "honorific",
        "in_town",
        "behind_town",
        "no_town",
        "inside",
        "institution",
        "hosting",
        "before_subject",
        "kind",
        "leaving_for",
        "list",
        "manner",
        "missions",
        "whose",
        "of_state",
        "behind_dateline",
        "namelike",
        "no_goal",
        "nouns_of_place",
        "of",
        "on_day",
        "office",
        "particle",
        "plural",
        "posted",
        "unsent",
        "does",
        "royal",
        "skip",
        "slated",
        "small",
        "small_only",
        "syllable",
        "taking_place",
        "the",
        "toward",
        "travel",
        "trips",
        "visit",
        "visiting",
    ),
    keys={"classifier": frozenset({"kind", "named", "unknown"})},
    files={
        "en": ("countries_en.toml", "demonyms_en.toml", "world.toml", "vietnam.toml"),
        "vi": ("countries_vi.toml", "world.toml", "world_vi.toml", "vietnam.toml"),
    },
)


@cache
def words(code: str, table: str) -> frozenset[str]:
    """Return the surfaces of one table of a language."""
    return frozenset(LEXICON.table(code, table))


@cache
def endings_of(code: str, table: str) -> tuple[str, ...]:
    """Return what words may end in."""
    return tuple(words(code, table))


@cache
def between_words(code: str, table: str) -> frozenset[str]:
    """Return the surfaces of one table with the blanks on both sides of them."""
    return frozenset(f" {word} " for word in words(code, table))


@cache
def possessives() -> tuple[str, ...]:
    """Return what is written behind an English possessor."""
    return language_data("en").possessives


def without_possessive(word: str) -> str:
    """Return an English word without what is written behind a possessor."""
    if not word.endswith(possessives()):
        return word
    return next(word.removesuffix(ending) for ending in possessives() if word.endswith(ending))


@cache
def phrases(code: str, table: str) -> tuple[frozenset[str], int]:
    """Return the surfaces of one table and the number of words in the longest, to look for phrases word by word."""
    surfaces = words(code, table)
    return surfaces, max((surface.count(" ") + 1 for surface in surfaces), default=0)


@cache
def calendar(code: str) -> frozenset[str]:
    """Return the names of months and weekdays of a language."""
    data = language_data(code)
    return frozenset({*data.months, *data.weekdays})


@cache
def date_words(code: str) -> frozenset[str]:
    """Return every single word that may stand in a date beside digits: thứ, năm, tháng, march, pm."""
    return frozenset(word for name in {*calendar(code), *words(code, "date_word")} for word in name.split())


@cache
def country_words(code: str) -> frozenset[str]:
    """Return every single word of the names of countries and peoples: korea, arab, chinese."""
    surfaces = {*words(code, "country"), *words(code, "demonym")}
    return frozenset(word for surface in surfaces for word in surface.split())


@cache
def endings(code: str, table: str) -> dict[str, tuple[int, ...]]:
    """Return, by last word, how many words the surfaces of a table have, the most first."""
    sizes: dict[str, set[int]] = {}
    for surface in words(code, table):
        parts = surface.split(" ")
        sizes.setdefault(parts[-1], set()).add(len(parts))
    return {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}


def ends_with(code: str, before: Sequence[str], table: str) -> int:
    """Return how many of the last words make one of the phrases of a table; 0 if none do."""
    sizes = endings(code, table).get(before[-1]) if before else None
    if sizes is not None:
        surfaces, count = words(code, table), len(before)
        for length in sizes:
            if length <= count and (before[-1] if length == 1 else " ".join(before[-length:])) in surfaces:
                return length
    return 0
