"""Step 3a, date: events told as what was before, during or behind something else, or lately, and not on the day of the news."""

from __future__ import annotations

from eventx.clauses import clause_opener
from eventx.merger.draft import Draft
from eventx.merger.index import Index

OPENING = 24
"""How far into a sentence a word of time that opens it may reach, in code points."""
_SHORT = 30
"""How far before the words of a visit those stand that lead in to it, in code points."""
_BEHIND_VISIT = 90
"""How far behind the words of a visit those may end that say it was lately, in code points."""


def is_meanwhile(index: Index, draft: Draft) -> bool:
    """Tell whether a visit is told as when something else took place: "was opened on 3 May *during* the visit of X"."""
    if draft.value.type != "visit":
        return False
    before = index.match[max(draft.trigger.span.start - _SHORT, 0) : draft.trigger.span.start].split()[-3:]
    return any(word in index.words("meanwhile") for word in before)


def comes_after(index: Index, draft: Draft, floor: int = 0) -> bool:
    """Tell whether a trip is told as what comes after what its sentence tells, behind a word that stands behind an offset."""
    opener = clause_opener(index.document, draft.trigger.span.start) if draft.value.type == "visit" else None
    if opener is None or opener.start < floor:
        return False
    return opener.entry.surface in index.words("before_that")


# chuyến thăm Việt Nam vừa qua của X
def is_just_past(index: Index, draft: Draft) -> bool:
    """Tell whether a visit is told as one that was lately: its day is not that of the news."""
    words = index.words("just_past")
    if not words or draft.value.type != "visit":
        return False
    end = draft.trigger.span.end
    stop = min(index.sentences[draft.sentence].end, end + _BEHIND_VISIT)
    behind = f" {' '.join(index.match[end:stop].split())} "
    return any(f" {word} " in behind for word in words)


def is_told_of_before(index: Index, draft: Draft) -> bool:
    """Tell whether a draft is told as what was before what was told: "*Earlier*, X received Y", "he *had also held* talks"."""
    start = index.sentences[draft.sentence].start
    opening = f"{' '.join(index.match[start : start + OPENING].split())} "
    if any(opening.startswith((f"{word} ", f"{word},")) for word in index.words("told_before")):
        return True
    done = index.words("done")
    trigger = draft.trigger.span
    if not done or draft.value.type == "proposal":
        return False
    words = index.match[max(trigger.start - _SHORT, start) : trigger.end].split()
    ahead = [number for number, word in enumerate(words) if word in index.words("pluperfect")]
    return bool(ahead) and any(word in done for word in words[ahead[-1] + 1 : ahead[-1] + 3])
