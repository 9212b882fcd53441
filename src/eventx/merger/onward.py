"""Step 3d, date: what is told as done next was done on the day of what was told right before it; so is what is planned besides.

Accepts: "On Wednesday, X will address a forum. *Then* X will meet Y, and *later on* Z"; "Sáng 5/5, X thăm Y. *Sau đó*, X gặp Z".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from eventx.edtf import Date
from eventx.merger.choose import Candidate
from eventx.merger.draft import Draft
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.scenes import at_scene

_TYPES = frozenset({"meeting", "ceremony", "signing", "conference", "visit"})
_REACH = 40
"""How far before the words of an event those may begin that say it was next, in code points."""
_SENTENCES = 2
"""How many sentences back what was told before may be."""
_LEADS = 3
"""Among how many words at a sentence's head those may stand that say so."""


class Onward:
    """The events of a text in their order, asked for the one that another was next after."""

    def __init__(self, index: Index, told: Iterable[Group]) -> None:
        self._index = index
        self._told = [group for group in told if group.type in _TYPES]
        self._told.sort(key=_start)
        self._starts = [_start(group) for group in self._told]
        self._known: dict[int, list[Candidate]] = {}  # by event, the day found for it: one that comes next may go by it

    def day_before(self, group: Group) -> list[Candidate]:
        """Return the day of the event that a group's was next after, by implication; none if no word says it was next.

        Args:
            group: an event without a date of its own; those told before it are asked for before it.

        """
        if group.type not in _TYPES or not is_next(self._index, group.first.draft):
            return []
        before = self._before(group)
        if before is None:
            return []
        found = before.candidates("date") or self._known.get(id(before), [])
        days = {one.value.edtf for one in found if isinstance(one.value, Date)}
        if len(days) != 1 or any(not isinstance(one.value, Date) or one.value.grain != "day" for one in found):
            return []
        self._known[id(group)] = [at_scene(found[0])]
        return self._known[id(group)]

    def _before(self, group: Group) -> Group | None:
        """Return the event told right before one, if they share a person, or it has none, and no day is told between."""
        draft = group.first.draft
        at = bisect_left(self._starts, _start(group))
        before = self._told[at - 1] if at else None
        if before is None or before is group or before.first.draft.value.background:
            return None
        first = before.first.draft
        if first.value.status != draft.value.status or draft.sentence - first.sentence > _SENTENCES:
            return None
        if before.people and before.people.isdisjoint(group.people):
            return None
        later = self._index.dates.between(self._index.sentences[first.sentence].end, draft.trigger.span.start)
        return None if later else before


def is_next(index: Index, draft: Draft) -> bool:
    """Tell whether an event is told as what was next: by a word at the head of its sentence or shortly before it.

    "She will *also* meet Z" goes on with a programme; "she *also* met Z" may tell of another day.
    """
    start, trigger = index.sentences[draft.sentence].start, draft.trigger.span.start
    nexts: set[str] = {*index.words("next")}
    if draft.value.status == "planned":
        nexts |= index.words("moreover").keys()
    head = index.match[start : start + _REACH].split()[:_LEADS]
    reach = max(start, trigger - _REACH)
    near = index.match[reach:trigger].split()[reach > start :]  # the first may be half a word
    return any(_tells(index, words, nexts) for words in (head, near))


def _tells(index: Index, words: Sequence[str], nexts: Iterable[str]) -> bool:
    """Tell whether one of the phrases stands among words: not "since then", "the then President"."""
    text = f" {' '.join(words)} ".replace(", ", " ")
    return any(f" {phrase} " in text and not _is_of_another(index, text.partition(f" {phrase} ")[0]) for phrase in nexts)


def _is_of_another(index: Index, before: str) -> bool:
    """Tell whether the words before a phrase make it one of another time."""
    last = before.split()[-1:]
    return bool(last) and (last[0] in index.words("since") or last[0] in index.words("determiner"))


def _start(group: Group) -> int:
    """Return where the first telling of an event is."""
    return group.first.draft.trigger.span.start
