"""Step 3b: the countries that a text speaks of, and where: often, in its dateline, at all."""

from __future__ import annotations

from collections import defaultdict

import attrs

from eventx.clauses import CLAUSES
from eventx.contribution import Contribution, Mention, PlaceMention
from eventx.merger.index import Index
from eventx.model import Span

_OFTEN = 2
"""How often a text names a country that it speaks of."""
_OF_COUNTRIES = ("country", "demonym")
"""Places whose name is that of a country."""
_BEFORE = 20
"""Within how many code points before a country the word stands that makes it a place alone."""
_SHARE = 3
"""A country named less than a third as often as the one named most is told of in passing."""

Told = tuple[str, Span | None]
"""A country and the words that tell it."""


@attrs.frozen(eq=False)
class Spoken:
    """How a text speaks of a country."""

    more: bool
    """Whether as more than where something is."""
    span: Span
    """Where it first does."""


def spoken_of(index: Index) -> dict[str, Spoken]:
    """Return the countries a text speaks of, the one named most first.

    Those named in titles or in passing are left out.
    """
    told: dict[str, list[Contribution]] = defaultdict(list)
    last: tuple[int, str] = (0, "")
    for place in index.places.items:
        value = place.value
        if isinstance(value, PlaceMention) and value.country and value.kind != "region":
            # "Lima, Peru" tells of Peru once, but where the news is from: LIMA, Peru –
            within = last[1] == value.country and index.text[last[0] : place.span.start].strip() == ","
            within = within and not any(zone.value == "dateline" for zone in index.zones.covering(place.span))
            last = (place.span.end, value.country)
            if not within and not _in_title(index, place):
                told[value.country].append(place)
    most = max(map(len, told.values()), default=0)
    often = [country for country, places in told.items() if len(places) >= _OFTEN and len(places) * _SHARE > most]
    often.sort(key=lambda country: -len(told[country]))
    return {
        country: Spoken(any(_is_spoken_of(index, place) for place in told[country]), told[country][0].span) for country in often
    }


def _is_spoken_of(index: Index, place: Contribution) -> bool:
    """Tell whether a country is named, and more than as where something is: not "the war in *Iraq*", "the *Munich* Forum"."""
    value, start = place.value, place.span.start
    if not isinstance(value, PlaceMention) or value.kind not in _OF_COUNTRIES:
        return False
    before = index.match[max(0, start - _BEFORE) : start].split()
    if before and CLAUSES.table(index.lang, "determiner").get(before[-1]) == "definite":
        before.pop()
    return not before or before[-1] not in CLAUSES.table(index.lang, "whereabouts")


def _in_title(index: Index, place: Contribution) -> bool:
    """Tell whether a place stands in a title, where it says whom a person acts for."""
    for mention in index.mentions.covering(place.span):
        value = mention.value
        if (
            isinstance(value, Mention)
            and value.kind == "person"
            and any(span.contains(place.span) for span in value.country_within)
        ):
            return True
    return False


def dateline_of(index: Index) -> Told | None:
    """Return the country of the first dateline."""
    for zone in index.zones.items:
        if zone.value == "dateline":
            for place in index.places.starting_in(zone.span):
                if isinstance(place.value, PlaceMention) and place.value.country:
                    return place.value.country, place.span
    return None


def first_told(index: Index, country: str) -> Span | None:
    """Return where a text first tells a place of a country, if it does."""
    for place in index.places.items:
        if isinstance(place.value, PlaceMention) and place.value.country == country:
            return place.span
    return None
