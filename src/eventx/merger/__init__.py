"""The merger: reconciles contributions into typed events, in four steps, each a module of pure functions.

1. `entities` and `resolve`: who is who. 2. `attach`: who fills a trigger's slots. 3. `situate`, `where`, `others`: when, where.
4. `fuse` and `build`: tellings of one event become one event. It sees contributions only, never plugin code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eventx.contribution import Contribution
from eventx.document import Document
from eventx.merger.abroad import settle_colleagues
from eventx.merger.announced import name_the_announced
from eventx.merger.attach import attach
from eventx.merger.bodies import settle_bodies
from eventx.merger.build import build
from eventx.merger.choose import Candidate, Choose, policy
from eventx.merger.company import part_colleagues
from eventx.merger.fuse import fuse
from eventx.merger.home import settle_home_countries
from eventx.merger.index import make_index
from eventx.merger.naming import named_entities
from eventx.merger.on_sides import settle_on_sides
from eventx.merger.others import Others
from eventx.merger.parts import with_parts
from eventx.merger.resolve import Discourse
from eventx.merger.situate import claimed_dates, date_candidates
from eventx.merger.tellings import Telling
from eventx.merger.told_each import each_apart
from eventx.merger.visitors import settle_visitors
from eventx.merger.where import place_candidates
from eventx.merger.worth import told_otherwise, worth_telling
from eventx.model import Event

__all__ = ["Candidate", "Choose", "merge", "policy"]


def merge(
    document: Document,
    contributions: Iterable[Contribution],
    *,
    types: Mapping[str, type[Event]],
    choose: Choose = policy,
    in_order: bool = False,
) -> tuple[Event, ...]:
    """Return the events that contributions tell of, in the order of the text.

    Args:
        document: the document the contributions were read from.
        contributions: in any order; order and repeats change nothing.
        types: the event types that may be built, by name; triggers of other types are left out.
        choose: picks one of several candidates for a field.
        in_order: whether the contributions are in the merger's order already, as the Engine's are.

    """
    index = make_index(document, contributions, in_order=in_order)
    if not index.triggers.items:
        return ()  # a text of dates alone tells of no event, and is spared what follows
    entities, named = named_entities(index)
    name_the_announced(index, entities, named)
    settle_on_sides(index, named)
    drafts = each_apart([draft for draft in attach(index, Discourse(index, entities, named)) if draft.value.type in types])
    claimed = claimed_dates(index)
    tellings = [Telling(d, date_candidates(index, d, claimed), place_candidates(index, d)) for d in drafts]
    settle_visitors(tellings)
    told = fuse(tellings)
    aside = told_otherwise(told)
    groups = [group for group in told if worth_telling(group) and group not in aside]
    settle_home_countries(index, entities, groups)
    settle_colleagues(index, groups)
    part_colleagues(groups)
    settle_bodies(index, groups)
    others = Others(index, told, claimed)
    events = [
        build(index, group, types[group.type], extra_dates=others.dates(group), extra_places=others.places(group), choose=choose)
        for group in groups
    ]
    return with_parts(events)
