"""The words of the plugin, and sets of them that the rules look things up in."""

from __future__ import annotations

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
    ),
    tables=(
        "accreditation",
        "accredited",
        "agency",
        "arriving",
        "attached",
        "capitals",
        "cue",
        "family",
        "function",
        "header_start",
        "honorific",
        "inside",
        "institution",
        "leaving_for",
        "manner",
        "missions",
        "namelike",
        "no_goal",
        "nouns_of_place",
        "office",
        "paired",
        "skip",
        "small",
        "syllable",
        "toward",
        "trips",
        "visiting",
    ),
    keys={"classifier": frozenset({"kind", "named"})},
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
def country_words(code: str) -> frozenset[str]:
    """Return every single word of the names of countries and peoples: korea, arab, chinese."""
    surfaces = {*words(code, "country"), *words(code, "demonym")}
    return frozenset(word for surface in surfaces for word in surface.split())
