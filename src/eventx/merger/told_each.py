"""Step 2d: talks with several that the text goes on to tell of one by one.

Accepts: "X held talks with Y and Z. *At the meeting with Y*, X said … *During her meeting with Z*, …": two meetings.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventx.merger.draft import Draft, Filling
from eventx.records import evolve

_SEVERAL = 3
_MOST = 5
"""The most people of one telling who are looked for one by one."""
_FURTHER = 12
"""How many meetings further on they are looked for."""


def each_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those of talks with several of whom each is told to have been met alone as one for each of them."""
    found: list[Draft] = []
    meetings = [draft for draft in drafts if draft.value.type == "meeting"]
    behind = 0  # how many meetings there are up to the draft at hand
    for draft in drafts:
        behind += draft.value.type == "meeting"
        met = _met(draft)
        if not met or not _each_told(draft, met, meetings[behind : behind + _FURTHER]):
            found.append(draft)
            continue
        others = [filling for filling in draft.fillings if filling not in met]
        found += [evolve(draft, fillings=[*others, filling]) for filling in met]
    return found


def _met(draft: Draft) -> list[Filling]:
    """Return those whom one person is told to have met, several of them named behind the trigger; none if it is not told so."""
    if draft.value.type != "meeting" or not _SEVERAL <= len(draft.fillings) <= _MOST + 1 or draft.value.apart:
        return []
    if any(filling.entity.kind != "person" for filling in draft.fillings):
        return []
    end = draft.trigger.span.end
    met = [filling for filling in draft.fillings if filling.source is not None and filling.source.span.start >= end]
    return met if len(met) == len(draft.fillings) - 1 else []


def _each_told(draft: Draft, met: Sequence[Filling], next_meetings: Sequence[Draft]) -> bool:
    """Tell whether meetings told next name each of them, and none of the others."""
    numbers = {filling.entity.number for filling in met}
    alone: set[int] = set()
    for further in next_meetings:
        if further.sentence > draft.sentence:
            named = {f.entity.number for f in further.fillings if f.source is not None} & numbers
            alone |= named if len(named) == 1 else set()
    return alone == numbers
