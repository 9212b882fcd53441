"""Step 2, attach: which triggers set the scene for what is said after them, which only tell of something aside, or of a post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Mention, Trigger
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.model import Span

_NAMING = frozenset({"visit", "ceremony"})
"""Types whose words may be part of the name of an office or committee."""
_COMMEMORATED = 60
"""How far behind the beginning of what an anniversary is of another event may be told that is part of it, in code points."""
SCENES = frozenset({"meeting", "conference", "ceremony", "visit", "signing"})
"""Types that set the scene for what is said after them; a proposal or an anniversary does not."""


# Ivo Petrov, Director of the Visits Department · the Chairman of the Inauguration Committee, Ivo Petrov
def is_of_a_post(index: Index, trigger: Contribution) -> bool:
    """Tell whether the word of a visit or ceremony is only part of the name of the body that somebody is of."""
    span, text, value = trigger.span, index.text, trigger.value
    if not text[span.start].isupper() or text[span.end : span.end + 1] != " ":
        return False  # nearly always
    if not isinstance(value, Trigger) or value.type not in _NAMING:
        return False
    around = index.mentions.covering(Span(span.start, span.end + 1))
    return any(isinstance(c.value, Mention) and c.value.kind == "person" and c.span.start < span.start for c in around)


# the 47th anniversary of *the signing of the treaty* · kỷ niệm 47 năm *ký* Hiệp ước
def is_commemorated(trigger: Contribution, told: Sequence[Contribution]) -> bool:
    """Tell whether what a trigger tells of is only what an anniversary of the sentence is of."""
    if len(told) == 1:
        return False  # nearly always
    start, value = trigger.span.start, trigger.value
    if not isinstance(value, Trigger) or value.type not in SCENES:
        return False
    return any(span.start <= start < min(span.end, span.start + _COMMEMORATED) for span in _commemorated(told))


def _commemorated(told: Iterable[Contribution]) -> Iterator[Span]:
    """Yield where it stands what the anniversaries among some triggers are of."""
    for contribution in told:
        if isinstance(contribution.value, Trigger) and contribution.value.type == "anniversary":
            for slot in contribution.value.slots:
                if slot.role == "of":
                    yield from slot.spans


def opens_scene(contribution: Contribution) -> bool:
    """Tell whether a trigger tells of another event at which people may speak."""
    trigger = contribution.value
    if not isinstance(trigger, Trigger) or trigger.type not in SCENES:
        return False
    return not (trigger.anaphoric or trigger.background or trigger.status == "hypothetical")


def is_aside(index: Index, draft: Draft, scene: Draft | None) -> bool:
    """Tell whether a conference is only told of: "received experts *who* are taking part in the forum".

    Or of one that is to come what is said at the event at hand: "discussed the summit to be held in May".
    """
    if scene is not None and scene.value.status == "held" and draft.value.status == "planned" and not draft.people():
        return True
    if scene is None or scene.sentence != draft.sentence or scene.value.type != "meeting":
        return False
    opener = clause_opener(index.document, draft.trigger.span.start)
    return opener is not None and opener.value == "relative"
