"""Drafts: events in the making."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from eventx.contribution import Contribution, Mention, Trigger
from eventx.merger.entities import Entity
from eventx.model import Role, Span

OPENINGS = frozenset({"opening", "inauguration", "unveiling"})
"""Forms of ceremony by which something is opened."""
AFAR = frozenset({"phone", "online"})
"""Forms of meetings at which nobody is anywhere."""


@attrs.define(eq=False)
class Filling:
    """An entity in a role of a draft, the mention that put it there, and whether a list names it ("also present were …")."""

    entity: Entity
    role: Role
    source: Contribution | None
    listed: bool = False
    beside: Entity | None = None
    """Whom it accompanies."""

    @property
    def span(self) -> Span | None:
        """Where the text names the entity in this role; none where it goes on speaking of it."""
        return self.source.span if self.source is not None else None

    # signed in the presence of X and Y. *Both sides* also signed a programme
    @property
    def grouped(self) -> bool:
        """Whether only a word for several people told before gives somebody the role."""
        mention = self.source.value if self.source is not None else None
        return isinstance(mention, Mention) and mention.reference == "group"


@attrs.define(eq=False)
class Draft:
    """An event in the making."""

    trigger: Contribution
    value: Trigger
    sentence: int
    fillings: list[Filling] = attrs.field(factory=list)
    scene: Draft | None = None
    """The event at which this one takes place: the meeting of a proposal."""
    attended: Contribution | None = None
    """The words that say who else was there, behind which its place may stand."""
    unnamed: tuple[str, ...] = ()
    """The offices of the one who is met, or meets somebody, told by that alone and not known."""
    undated: bool = False
    """Whether it is told of a day that the text does not settle ("on Monday")."""
    dated: Contribution | None = None
    """The day that its words tell for those met alone, where others were met on another one."""
    besides: bool = False
    """Whether a word says that it is told besides something else: "She *also* met X"."""
    states: list[Filling] = attrs.field(factory=list)
    """The states that act in it where nobody of theirs is named."""
    accompanied: Entity | None = None
    """Who is accompanied, where the words only name those who come along."""
    fields: Mapping[str, object] = attrs.field(init=False)
    """The type's own fields, as the trigger tells them."""

    def __attrs_post_init__(self) -> None:
        """Make the trigger's fields ready for look-up."""
        self.fields = dict(self.value.fields)

    def add(
        self, entity: Entity, role: Role, source: Contribution | None, *, listed: bool = False, beside: Entity | None = None
    ) -> None:
        """Put an entity in a role, unless it has one already."""
        for known in self.fillings:
            if known.entity is entity:
                if listed and not known.listed:
                    known.listed, known.source = True, known.source or source
                known.beside = known.beside or beside
                return
        self.fillings.append(Filling(entity, role, source, listed, beside))

    def people(self) -> set[int]:
        """Return the numbers of the people in the draft."""
        return people(self.fillings)


def who(fillings: Iterable[Filling]) -> tuple[set[int], set[int]]:
    """Return the numbers of the people among those who fill slots, and of all of them."""
    found, everyone = set(), set()
    for filling in fillings:
        entity = filling.entity
        everyone.add(entity.number)
        if entity.kind == "person":
            found.add(entity.number)
    return found, everyone


def people(fillings: Iterable[Filling], role: Role | None = None) -> set[int]:
    """Return the numbers of the people among those who fill slots, of those in one role if one is given."""
    found = set()
    for filling in fillings:
        entity = filling.entity
        if entity.kind == "person" and (role is None or filling.role == role):
            found.add(entity.number)
    return found


def subset(a: set[int], b: set[int]) -> bool:
    """Tell whether one set of people is within the other, and neither is empty."""
    return bool(a) and bool(b) and (a <= b or b <= a)
