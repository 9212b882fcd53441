"""Step 4a, fuse: tellings in which a side is no person whom they name: a body, a state, somebody told by an office alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.merger.names import tokens

if TYPE_CHECKING:
    from eventx.merger.fuse import Group
    from eventx.merger.tellings import Telling

_ANY_FORM = "meeting"
"""The form of a meeting of which no more is told."""
_LEAD = 2
"""How many sentences in the lead is, at most: a line with the day may stand before it."""
_LATEST = 24
"""How many tellings of an event are asked for somebody told by an office alone, the latest ones."""


# Quang Ninh People's Committee works with Hyogo delegation. … Vice Chairman X had a working session with the delegation of Hyogo
def heads_with_body(group: Group, telling: Telling) -> bool:
    """Tell whether a headline tells by bodies alone of a meeting of which a sentence names the people and one of the bodies."""
    first = group.first.draft
    headed = first.sentence == 0 and len(group.tellings) == 1 and not group.dated and not telling.draft.value.anaphoric
    return headed and bool(telling.people) and (bool(group.everyone & telling.everyone) or _speak_for_bodies(group, telling))


# Department of Trade works with Lao consulate. On May 5, X, Director of the Department, had a working session with Consul Y
def _speak_for_bodies(group: Group, telling: Telling) -> bool:
    """Tell whether the lead, with its day, names people alone: of a body that the headline tells of, or of each one's country."""
    lead = telling.draft
    forms = {group.first.draft.fields.get("form"), lead.fields.get("form")}
    if lead.sentence > _LEAD or not telling.dates or (len(forms) > 1 and _ANY_FORM not in forms):
        return False
    if len(telling.people) < len(telling.everyone) or len(telling.people) < 2:
        return False  # "the delegation of Nara" is not that of Hyogo
    bodies = [filling.entity for filling in group.first.draft.fillings]
    people = [filling.entity for filling in lead.fillings if filling.entity.kind == "person"]
    held = {tokens(title.organisation) for one in people for _, _, title, _ in one.titles if title.organisation}
    if any(len(words) > 1 and words == body.words[: len(words)] for words in held for body in bodies):
        return True
    countries = {body.country for body in bodies}
    return None not in countries and len(countries) > 1 and countries <= {one.acts_for for one in people}


# Minister X receives experts. … On May 5, Minister X received experts of the Y Society
def heads_with_one(group: Group, telling: Telling) -> bool:
    """Tell whether a headline names but one of those who met, and the lead, with its day, the body that the others are of."""
    first, lead = group.first.draft, telling.draft
    headed = lead.sentence == 1 and not group.dated and all(told.draft.sentence == 0 for told in group.tellings)
    forms = {first.fields.get("form"), lead.fields.get("form")}
    if not headed or not telling.dates or lead.value.anaphoric or (len(forms) > 1 and _ANY_FORM not in forms):
        return False
    return group.people == group.everyone and group.people == telling.people


# Phó Chủ tịch UBND tỉnh X tiếp Tổng lãnh sự Y *đến chào xã giao lãnh đạo UBND tỉnh*
def calls_on_body(group: Group, telling: Telling) -> bool:
    """Tell whether who is received in a sentence is then told to have come to call on a body: the one of who received him."""
    draft = telling.draft
    if {filling.entity.number for filling in draft.fillings if filling.role == "guest"} != telling.people:
        return False
    # "tiếp và làm việc với": two tellings
    for last in (told.draft for told in group.tellings[-2:]):
        if last.sentence != draft.sentence or draft.trigger.span.start < last.trigger.span.end:
            continue
        received = {filling.entity.number for filling in last.fillings if filling.role == "guest"}
        hosts = [filling.entity.kind for filling in last.fillings if filling.role == "host"]
        if last.value.status == draft.value.status and "person" in hosts and received == telling.people:
            return True
    return False


# The Secretary-General met President X. … X later met with Y
def is_of_stranger(group: Group, telling: Telling) -> bool:
    """Tell whether one meets somebody who is told by an office alone, which nobody whom the other telling names holds."""
    if group.tellings[-1].draft.sentence == telling.draft.sentence:
        return False
    latest = group.tellings[-_LATEST:]
    if len(telling.people) > 1 >= len(group.people):
        met, named = latest, [telling]
    elif len(group.people) > 1 >= len(telling.people):
        met, named = [telling], latest
    else:
        return False
    # a headline names nobody
    offices = {office for told in met if told.draft.sentence or told.dates for office in told.draft.unnamed}
    return bool(offices) and not any(filling.entity.offices & offices for told in named for filling in told.draft.fillings)


# France and Kenya signed a treaty. France and Uganda signed another
def are_other_states(group: Group, telling: Telling) -> bool:
    """Tell whether states sign of which one is not among those of the other telling."""
    if not group.states or not telling.draft.states:
        return False
    mine = {filling.entity.country for filling in telling.draft.states}
    theirs = {filling.entity.country for filling in group.first.draft.states}
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine)
