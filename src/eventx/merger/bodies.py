"""Step 3b, bodies: the country of a body of state that is told without it.

Accepts: "Bộ Tư pháp tổ chức Hội nghị. Thủ tướng A chủ trì", of whom A tells it; "the delegation led by A", "Đoàn do A dẫn đầu".
"""

from __future__ import annotations

from collections.abc import Iterable

from eventx.contribution import Mention
from eventx.merger.abroad import AWAY, is_envoy
from eventx.merger.company import fillings_of
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import ATTENDED, Group
from eventx.merger.grounds import BY_COMPANY
from eventx.merger.index import Index
from eventx.merger.lists import is_person


def settle_bodies(index: Index, groups: Iterable[Group]) -> None:
    """Give a body without a country that of who leads it, or a body of state that of those who come to what it holds."""
    for group in groups:
        bodies = [f for f in fillings_of(group) if f.entity.kind == "organisation" and f.entity.country is None]
        for filling in bodies:
            entity = filling.entity
            if entity.country is None and not _is_worldly(entity):
                told = _leader_of(index, group, filling) or (_guests_country(group) if _holds(index, group, filling) else None)
                if told is not None and told.entity.acts_for is not None:
                    entity.settle(told.entity.acts_for, BY_COMPANY, told.span)


def _is_worldly(entity: Entity) -> bool:
    """Tell whether a body is of several countries, in whose words none is looked for."""
    return not any(isinstance(c.value, Mention) and c.value.country_within for c in entity.mentions)


# Đoàn đại biểu Quốc hội tỉnh do đồng chí *A* làm trưởng đoàn
def _leader_of(index: Index, group: Group, filling: Filling) -> Filling | None:
    """Return who leads a delegation, where one who takes part with it does."""
    mention = filling.source.value if filling.source is not None else None
    if not isinstance(mention, Mention):
        return None
    for span in mention.leader_within:
        first = next((m for m in index.mentions.starting_in(span) if is_person(m)), None)
        for told in fillings_of(group) if first is not None else ():
            if first in told.entity.mentions:
                return told
    return None


# *Bộ* Tư pháp, *Sở* Ngoại vụ, *Ban* Đối ngoại Trung ương, *Ministry* of Justice
def _holds(index: Index, group: Group, filling: Filling) -> bool:
    """Tell whether a body of state holds something that people come to."""
    held = group.type in ATTENDED and filling.role in ("host", "participant")
    return held and bool(filling.entity.words) and filling.entity.words[0] in index.words("of_state")


def _guests_country(group: Group) -> Filling | None:
    """Return one of those who come to an event and are of one country, told without it as at home; none if of several."""
    told: dict[str, Filling] = {}
    for filling in fillings_of(group):
        entity = filling.entity
        at_home = entity.kind == "person" and entity.titles and filling.role not in AWAY and not is_envoy(entity)
        told_by_place = entity.country_source is not None and entity.country_source.field != "mention"
        if at_home and entity.acts_for is not None and not told_by_place:
            told.setdefault(entity.acts_for, filling)
    return next(iter(told.values())) if len(told) == 1 else None


__all__ = ["settle_bodies"]
