"""Step 4a, fuse: where a visit goes that is told of more than once, with its country and the towns seen in it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Protocol

from eventx.contribution import PlaceMention
from eventx.edtf import Date
from eventx.merger.agreement import COARSE
from eventx.merger.choose import Candidate
from eventx.merger.draft import Draft

_SEVERAL = 2


class Told(Protocol):
    """A telling of a visit, as far as it matters here."""

    draft: Draft
    date: Date | None
    place: PlaceMention | None
    places: list[Candidate]


def goals(tellings: Iterable[Told], found: list[Candidate]) -> list[Candidate]:
    """Return where a visit goes, without the towns seen in a country where the sentence that first tells it names the country.

    Accepts: "arrived in Oslo to begin a visit to *Norway*", "the visit to *Norway*. … She visited Bergen".
    """
    # one goes to a country or city; the palace is where one is received there
    found = [c for c in found if isinstance(c.value, PlaceMention) and c.value.kind != "venue"] or found
    told = sorted((t for t in tellings if t.place is not None), key=_position)
    if len(told) < _SEVERAL:
        return found
    first = [t for t in told if t.draft.sentence == told[0].draft.sentence]
    aims = {t.place.country for t in first if t.place is not None and t.place.kind == "country"}
    if not aims:
        return found
    # who was in a town in a month or year of its own was there at another time
    alike = (t for t in told if t in first or t.date is None or t.date.grain not in COARSE)
    seen = {id(c) for t in alike for c in t.places if _is_seen(c, aims)}
    return [c for c in found if id(c) not in seen] or found


def _is_seen(candidate: Candidate, aims: AbstractSet[str | None]) -> bool:
    """Tell whether a place is a town or region in one of the countries that somebody goes to."""
    place = candidate.value
    return isinstance(place, PlaceMention) and place.kind != "country" and place.country in aims


def _position(telling: Told) -> int:
    """Return where a telling stands."""
    return telling.draft.trigger.span.start
