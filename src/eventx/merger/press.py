"""What is known of the press: whose news agency a text is from, and which offices are told without their country at home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import attrs

from eventx import kept
from eventx.comparing import by_value
from eventx.contribution import PlaceMention
from eventx.document import Document
from eventx.merger.index import Index
from eventx.model import Span

_HEAD = 400
"""Within how many code points of its start a text names its agency."""
_STAMP, _LABEL = 24, 6
"""Within how many code points of its start a text may be headed by a country, and how many letters of a stamp may precede it."""
_TAIL = 120
"""Within how many code points of its end a text names its agency."""


@by_value
@attrs.frozen(eq=False, repr=False)
class Press:
    """The words of ``press.toml``."""

    agencies: Mapping[str, str]
    state: frozenset[str]
    bare: frozenset[str]
    sole: frozenset[str]
    lacking: Mapping[str, frozenset[str]]
    opening: re.Pattern[str]
    closing: re.Pattern[str]


@lru_cache(maxsize=1)
def press() -> Press:
    """Return the words of ``press.toml``, read once."""
    told = kept.toml(resources.files("eventx.merger") / "press.toml")
    names = "|".join(sorted(map(re.escape, told["agencies"]), key=len, reverse=True))
    sources = "|".join(map(re.escape, told["sources"]))
    state = told["state"]
    return Press(
        agencies=told["agencies"],
        state=frozenset(state["offices"]),
        bare=frozenset(state["bare"]),
        sole=frozenset(state["sole"]),
        lacking={country: frozenset(offices) for country, offices in told["lacking"].items()},
        # of a dateline, behind the place or the day, in brackets or before a dash
        opening=re.compile(rf"(?:\(|/|\b)(?P<agency>{names})(?:\)| - | – | — |/)"),
        # behind the last words: after a dash, in brackets, or told to be the source
        closing=re.compile(rf"(?:[-–—(/]\s?|(?i:{sources})\s?:\s?)(?P<agency>{names})\)?(?:</\w>)?[\s./]*\Z"),
    )


def agency_of(document: Document) -> tuple[str, Span] | None:
    """Return the country of the news agency that a text says it is from, and where it says so."""
    words, text = press(), document.text
    found = words.closing.search(text, max(0, len(text) - _TAIL)) or words.opening.search(text, 0, _HEAD)
    country = words.agencies[found.group("agency")] if found else None
    return (country, Span(*found.span("agency"))) if found and country else None


# Botswana: Ministers in Maputo \n \n Maputo — Minister X met …
def headed_country(index: Index) -> tuple[str, Span] | None:
    """Return the country before the colon that opens a headline: whose news it is, wherever it is written."""
    for place in index.places.starting_in(Span(0, _STAMP)):
        value, start, end = place.value, place.span.start, place.span.end
        if not isinstance(value, PlaceMention) or value.kind != "country" or index.text[end : end + 2] != ": ":
            continue
        # a stamp alone may stand before it
        if sum(map(str.isalpha, index.text[:start])) <= _LABEL and index.text[end + 2 : end + 3].isupper():
            return (value.country, place.span) if value.country else None
    return None
