"""Step 3a, place: where a text is written, as its dateline says."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.contribution import Contribution, PlaceMention
from eventx.merger.choose import Candidate
from eventx.merger.index import Index
from eventx.records import maker

_candidate = maker(Candidate)


# VIETNAM, May 6 - *HÀ NỘI* — The summit opened
def dateline_place(index: Index) -> Candidate | None:
    """Return the place of the first dateline, as a candidate of last resort: a town of it before the country it opens with."""
    told = [(c, c.value) for c in _datelined(index) if isinstance(c.value, PlaceMention) and c.value.kind != "demonym"]
    if not told:
        return None
    source, place = told[0]
    if place.kind == "country":
        towns = (pair for pair in told if pair[1].kind != "country" and pair[1].country == place.country)
        source, place = next(towns, (source, place))
    return Candidate(field="place", value=place, source=source, scope="dateline", certainty="implied")


def _datelined(index: Index) -> Iterator[Contribution]:
    """Yield the places of the first dateline that has any, and of one right behind it."""
    end = -1
    for zone in index.zones.items:
        if zone.value != "dateline":
            continue
        if end >= 0 and index.text[end : zone.span.start].strip():
            return  # so would be all further on
        for contribution in index.places.starting_in(zone.span):
            end = zone.span.end
            yield contribution
