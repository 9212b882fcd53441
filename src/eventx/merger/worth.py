"""Step 4b, build: whether the tellings of one event hold enough to be told, and tell more than another does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from eventx.contribution import Mention
from eventx.merger.draft import Filling
from eventx.merger.fuse import Group
from eventx.merger.states import standing_in


def worth_telling(group: Group) -> bool:
    """Tell whether a group holds enough to be an event: two sides for a meeting, a traveller, years, a proposer."""
    if group.type == "meeting":
        return (
            (len(group.everyone) > 1 and not _one_side(group))
            or _met_unnamed(group)
            or bool(group.states and _is_of_states(group))
        )
    if group.type == "ceremony":
        # one that has its own day and place, or a province that holds it, is told even if nobody is named
        own = not group.first.draft.value.anaphoric and group.date is not None and bool(group.place or group.states)
        return bool(group.everyone) or own
    if group.type == "visit":
        return bool(group.everyone)
    if group.type == "proposal":
        fillings = _fillings(group)
        # what a body of one country asks of nobody in particular is no matter between states
        return any(map(_is_proposing_alone if len(fillings) == 1 else _is_proposing, fillings))
    if group.type == "anniversary":
        return group.fields.get("years") is not None
    return group.type != "conference" or bool(group.everyone or group.date or group.place)


def told_otherwise(groups: Sequence[Group]) -> list[Group]:
    """Return the groups that are only how something is told which another tells: signings, credentials, talks, trips."""
    again = _told_again(groups)
    return again + _other([group for group in groups if group not in again]) if again else _other(groups)


# X's visit begins on Monday … nobody was invited to talks during X's visit
def _told_again(groups: Sequence[Group]) -> list[Group]:
    """Return the visits of which only that is told of whom they are, where another visit of his is told."""
    bare = [group for group in groups if group.type == "visit" and _is_bare(group)]
    if not bare:
        return []
    going = [group.cast.get("visitor", set()) for group in groups if group.type == "visit" and group not in bare]
    return [group for group in bare if any(group.everyone <= visitors for visitors in going)]


def _is_bare(group: Group) -> bool:
    """Tell whether a visit is told as the time of something else alone, without when and where."""
    return group.place is None and not group.dated and all(telling.draft.value.background for telling in group.tellings)


def _other(groups: Sequence[Group]) -> list[Group]:
    """Return the groups that are only how a signing is told, or credentials, or talks of states."""
    between = [group for group in groups if group.states and group.type == "meeting" and _is_of_states(group)]
    if between:
        met = [_countries(group) for group in groups if group.type == "meeting" and group.people]
        aside = [group for group in between if any(_states(group) <= countries for countries in met)]
        return aside + _told_otherwise([group for group in groups if group not in aside])
    return _told_otherwise(groups)


def _told_otherwise(groups: Sequence[Group]) -> list[Group]:
    """Return the groups that are only how a signing is told, or credentials received."""
    signed = {telling.draft.sentence for group in groups if group.type == "signing" for telling in group.tellings}
    received = [g for g in groups if g.type == "ceremony" and g.fields.get("form") == "credentials" and g.hosts]
    if not signed and not received:
        return []
    return [g for g in groups if (signed and _is_of_signing(g, signed)) or (received and _is_of_credentials(g, received))]


# Russia and Iran held talks; talks between France and the European Union
def _is_of_states(group: Group) -> bool:
    """Tell whether talks are told of two states or more, where nobody of theirs is named."""
    if group.people:
        return False
    bodies = [filling for telling in group.tellings for filling in telling.draft.fillings]
    states = standing_in(group.states, bodies)
    return len({filling.entity.number for filling in states} | group.everyone) > 1 and bool(states)


def _states(group: Group) -> set[str | None]:
    """Return the countries of the states that talk."""
    return {filling.entity.country for filling in group.states}


def _countries(group: Group) -> set[str | None]:
    """Return the countries for which those act who meet."""
    return {filling.entity.country for filling in _fillings(group)}


# The accord was signed at a ceremony held in the ministry
def _is_of_signing(group: Group, signed: AbstractSet[int]) -> bool:
    """Tell whether a ceremony of nobody and no kind is only that at which its sentence tells of a signing."""
    if group.type != "ceremony" or group.everyone or group.fields.get("form"):
        return False
    return all(telling.draft.sentence in signed for telling in group.tellings)


# President receives new ambassadors. … X received the letters of credence of Ambassadors Y and Z
def _is_of_credentials(group: Group, received: Iterable[Group]) -> bool:
    """Tell whether a meeting of a host with nobody named, told as a headline, is that at which he was given credentials."""
    if group.type != "meeting" or len(group.everyone) != 1 or group.first.draft.sentence or group.dated:
        return False
    return any(group.everyone <= ceremony.hosts.keys() for ceremony in received)


def _is_proposing(filling: Filling) -> bool:
    """Tell whether somebody proposes."""
    return filling.role == "proposer"


def _is_proposing_alone(filling: Filling) -> bool:
    """Tell whether a person proposes, or a body of several countries: the African Union."""
    if not _is_proposing(filling):
        return False
    mention = filling.source.value if filling.source is not None else None
    worldly = isinstance(mention, Mention) and mention.reference == "name" and not mention.country_within
    return filling.entity.kind == "person" or (worldly and filling.entity.country is None)


def _fillings(group: Group) -> list[Filling]:
    """Return the participants that the tellings of an event bring."""
    if len(group.tellings) == 1:
        return group.tellings[0].draft.fillings
    return [filling for telling in group.tellings for filling in group.fillings_of(telling)]


def _one_side(group: Group) -> bool:
    """Tell whether all there is of a meeting is a delegation and who leads it, named by the same words."""
    fillings = _fillings(group)
    named = {(f.source.span.start, f.source.span.end) for f in fillings if f.source is not None}
    if len(named) != 1:
        return False
    spoke = [filling for filling in fillings if filling.source is None and filling.entity.kind == "person"]
    end = group.first.draft.trigger.span.end
    if spoke and any(f.role == "participant" and f.source is not None and f.source.span.start >= end for f in fillings):
        return False  # "The delegation met with the Trade Committee. … X said": who met it is not named
    if len({f.entity.number for f in spoke}) > 1 or (spoke and any(map(_is_delegation, fillings))):
        return False
    return any(filling.entity.kind == "organisation" for filling in fillings)


def _is_delegation(filling: Filling) -> bool:
    """Tell whether a delegation takes part, whose members and hosts speak for it: "a delegation from the Consulate"."""
    mention = filling.source.value if filling.source is not None else None
    return isinstance(mention, Mention) and mention.delegation and filling.role == "participant"


def _met_unnamed(group: Group) -> bool:
    """Tell whether somebody met people who are not named ("met with members of the community")."""
    draft = group.first.draft
    people = [f for f in draft.fillings if f.entity.kind == "person" and f.source is not None]
    end = draft.trigger.span.end
    others = any(s.start >= end for slot in draft.value.slots if slot.role not in ("place", "date") for s in slot.spans)
    return bool(people) and others and not draft.value.anaphoric
