"""Which countries an anniversary is of: those named in its words or in what it is of, else those that its sentence names."""

from __future__ import annotations

from collections.abc import Iterable

from eventx.contribution import Contribution, PlaceMention
from eventx.merger.fuse import Group
from eventx.merger.index import Index


def countries_of(index: Index, group: Group) -> tuple[str, ...]:
    """Return the ISO 3166-1 codes of the countries that the words of an event are of, sorted."""
    tellings = [telling.draft for telling in group.tellings]
    named = (_countries(index.places.starting_in(draft.trigger.span)) for draft in tellings)
    # not that of the embassy that keeps it: "60 năm quan hệ Việt Nam - Lào", told of Bắc Kinh
    own = (span for draft in tellings for slot in draft.value.slots if slot.role == "of" for span in slot.spans)
    pairs = (found for span in own if len(found := _countries(index.places.starting_in(span))) > 1)
    around = (_countries(index.places.starting_in(index.document.sentence_at(draft.trigger.span.start))) for draft in tellings)
    return next((found for source in (named, pairs, around) for found in source if found), ())


def _countries(places: Iterable[Contribution]) -> tuple[str, ...]:
    """Return the countries that places name themselves."""
    found = (item.value for item in places)
    named = (value for value in found if isinstance(value, PlaceMention) and value.kind in ("country", "demonym"))
    return tuple(sorted({value.country for value in named if value.country is not None}))
