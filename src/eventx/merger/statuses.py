"""Step 5, build: whether an event was held, is planned or was cancelled, where its tellings say different things."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.merger.draft import Draft
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.model import Status

STATUSES: tuple[Status, ...] = ("cancelled", "held", "planned", "hypothetical")
"""What outweighs what where tellings, or reports, differ: what was cancelled stays so; what was held was planned before."""

_MENTIONED = frozenset({"meeting", "visit", "conference"})
"""Types of what is often mentioned before it takes place."""
_WORD = 12
"""How far before a trigger the word stands that tells that it comes besides, in code points."""
_ENDS = ".!?"
"""What a sentence ends in, and a headline does not."""


def status_of(index: Index, group: Group) -> Status:
    """Return the status that outweighs the others among the tellings."""
    if len(group.tellings) == 1:
        return group.tellings[0].draft.value.status
    first = group.first.draft
    left_out: list[Draft] = []
    if group.type == "visit" and first.value.status == "planned" and not first.value.anaphoric:
        # "X will visit Y. The visit is made at the invitation of Z": what only takes it up does not say that it was
        later = (t.draft for t in group.tellings if t.draft.value.anaphoric and t.draft.sentence > first.sentence)
        left_out = [draft for draft in later if draft.value.status == "held"]
    elif _is_announced(index, group):
        left_out = [telling.draft for telling in group.tellings if telling.draft.sentence == 0]
    if group.type in _MENTIONED:
        left_out += list(_mentioned(index, group))
    return min((t.draft.value.status for t in group.tellings if t.draft not in left_out), key=STATUSES.index)


# X will visit Y. It is hoped that X's visit helps · will hold talks with Y. Following their talks, they will dine
def _mentioned(index: Index, group: Group) -> Iterator[Draft]:
    """Yield the tellings that only mention what another one says, of as many people, is to come: it was not held for that."""
    told = [t for t in group.tellings if t.draft.value.status == "planned" and not t.draft.value.anaphoric]
    told = [telling for telling in told if not _comes_besides(index, telling.draft)]
    for telling in group.tellings if told else ():
        value = telling.draft.value
        alike = group.type == "conference" or any(telling.people <= other.people for other in told)
        if alike and value.status == "held" and "passing" in value.traits:
            yield telling.draft


# This visit is a milestone. X will *also* visit the port
def _comes_besides(index: Index, draft: Draft) -> bool:
    """Tell whether what is to come is told as something besides what was told."""
    start = draft.trigger.span.start
    before = index.match[max(start - _WORD, 0) : start].rsplit(maxsplit=1)[-1:]
    return bool(before) and before[0] in index.words("moreover")


# X thăm Lào ¶ Nhận lời mời của Y, X sẽ thăm Lào từ ngày 3-5/4 · X visits Laos ¶ X will visit Laos from April 3 to 5
def _is_announced(index: Index, group: Group) -> bool:
    """Tell whether only the headline, which tells in the present what is to come, does not say that something is planned."""
    line = index.sentences[0]
    if group.tellings[0].draft.sentence != 0 or index.text[line.end - 1 : line.end] in _ENDS:
        return False
    below = {telling.draft.value.status for telling in group.tellings if telling.draft.sentence}
    if below != {"planned"}:
        return False
    # lines that are no sentences may stand between: a byline, a day
    lead = next((n for n, span in enumerate(index.sentences) if n and index.text[span.end - 1 : span.end] in _ENDS), 1)
    return any(0 < telling.draft.sentence <= lead for telling in group.tellings)
