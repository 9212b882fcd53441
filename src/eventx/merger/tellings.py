"""Step 4a, fuse: the tellings of which events are made, each a draft with its own candidates for date and place."""

from __future__ import annotations

import attrs

from eventx.contribution import PlaceMention
from eventx.edtf import Date
from eventx.merger.choose import Candidate, best
from eventx.merger.draft import Draft, who
from eventx.merger.names import tokens
from eventx.records import lazy


@attrs.define(eq=False, slots=False)
class Telling:
    """A draft with its own candidates for date and place."""

    draft: Draft
    dates: list[Candidate]
    places: list[Candidate]
    date: Date | None = attrs.field(default=None, init=False)
    """The draft's own best date."""
    place: PlaceMention | None = attrs.field(default=None, init=False)
    """The draft's own best place."""
    people: set[int] = attrs.field(init=False)
    """The numbers of the people in the draft, once it is settled who they are; not to be changed."""
    everyone: set[int] = attrs.field(init=False)
    """The numbers of all entities in the draft, as above."""

    def __attrs_post_init__(self) -> None:
        """Choose the best of the candidates."""
        if self.dates:
            date = best(self.dates).value
            self.date = date if isinstance(date, Date) else None
        if self.places:
            place = best(self.places).value
            self.place = place if isinstance(place, PlaceMention) else None

    def settle(self) -> None:
        """Tell who is in the draft, now that it is settled."""
        self.people, self.everyone = who(self.draft.fillings)

    @lazy
    def asked(self) -> set[str] | None:
        """The words of the things asked for, of a proposal."""
        return words(self.draft.fields.get("items"))


def words(items: object) -> set[str] | None:
    """Return the words of the things that somebody asks for."""
    return set(tokens(" ".join(map(str, items)))) if isinstance(items, tuple) and items else None
