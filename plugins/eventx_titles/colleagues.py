"""Vietnamese nouns that tell by a country what somebody is who is named behind them: người đồng cấp Lào, Đại tướng X."""

from __future__ import annotations

from eventx import Mention, evolve
from eventx_titles.lexis import PLACES
from eventx_titles.reader import Reader

_GAPS = frozenset((" ", ", ", " - ", " – "))
_HOST = (3, 2)
"""How many words tell of the country one is in without its name: nước chủ nhà."""


# *người đồng cấp Lào*, Đại tướng X · *người đồng nhiệm nước chủ nhà* - bà X
def with_noun(reader: Reader, told: Mention, first: int) -> tuple[Mention, int]:
    """Return who is named at `first` with the noun before it that describes him by his country, and where that begins."""
    if first == 0 or reader.gaps[first] not in _GAPS:
        return told, first
    tables = reader.known.tables
    classes, start = reader.lookback[first]
    named = not classes.isdisjoint(PLACES) and reader.caps[start]
    if not named:
        start = first - next((size for size in _HOST if " ".join(reader.words[first - size : first]) in tables["of_host"]), 0)
    noun = start - 2
    if start == first or noun < 0 or " ".join(reader.words[noun:start]) not in tables["colleague"]:
        return told, first
    if not named:
        told = evolve(told, role="host")
    elif (country := reader.span(start, first)) not in told.country_within:
        told = evolve(told, country_within=(country, *told.country_within))
    return told, noun - (noun > 0 and reader.words[noun - 1] in tables["colleague_head"])


def over_host(reader: Reader, index: int) -> int:
    """Return the index behind the words that tell of the country one is in: người đồng cấp *nước chủ nhà* X."""
    tables = reader.known.tables["of_host"]
    return index + next((size for size in _HOST if " ".join(reader.words[index : index + size]) in tables), 0)


__all__ = ["over_host", "with_noun"]
