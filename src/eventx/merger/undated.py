"""Step 3a, date: what is told of a day that the text does not settle has no other day.

Accepts: "X met Y *on Thursday*. The talks come after Z and Y met on July 1", in a text that tells no day of publication.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eventx.clauses import clause_opener, is_within_relative
from eventx.contribution import Contribution
from eventx.merger.choose import Candidate
from eventx.merger.draft import Draft
from eventx.merger.elsewhere import belongs_elsewhere
from eventx.merger.index import Index
from eventx.model import Span

Distance = Callable[[Index, Span, Span], int]
BETWEEN = 200
"""What another trigger in between adds to the distance: the date is more likely that one's."""
PROPOSAL_REACH = 24
"""How far behind a proposal's words a date may stand that is its own, in code points."""
_OPENS = 48
"""How far from the beginning of a text the day of its report may stand, in code points."""
_AHEAD = frozenset({"planned", "cancelled"})
_DECIDED = 16
"""How far before a day the word may begin that tells what was done on it, in code points."""
_PUT_OFF = 40
"""How far before a day the word may begin by which something is put off to it, in code points."""
_BESIDE = 12
"""How far from a date another may stand that tells it again, in code points: "Thursday (14 April)", "next week, from May 5"."""


def is_undated(index: Index, draft: Draft, told: Sequence[Candidate], distance: Distance) -> bool:
    """Tell whether the words nearest to a trigger tell a day that the text does not settle.

    Args:
        index: the document and its contributions.
        draft: the event.
        told: the dates of its sentence that may be its own.
        distance: how far a span is from a trigger.

    """
    if any(candidate.scope == "frame" for candidate in told):
        return False
    sentence, trigger = index.sentences[draft.sentence], draft.trigger.span
    end = min(sentence.end, trigger.end + PROPOSAL_REACH) if draft.value.type == "proposal" else max(sentence.end, trigger.end)
    nearest = min((candidate.distance for candidate in told), default=BETWEEN)
    for day in index.undated.between(sentence.start, end):
        if distance(index, day.span, trigger) < nearest and not _is_of_else(index, day, draft):
            return True
    return False


# ISLAMABAD, Jan. 28 (Xinhua) -- X on Monday met Y · Lima [Peru], July 21 (ANI): X on Thursday met Y
def tells_its_day(index: Index) -> bool:
    """Tell whether the text opens with a day, before it tells of anything, or its dateline has one: the day of the report."""
    first = index.dates.items[0].span.start
    if first < _OPENS and not index.triggers.starting_in(Span(0, first)):
        return True
    return any(zone.value == "dateline" and index.dates.starting_in(zone.span) for zone in index.zones.items)


def _is_of_else(index: Index, day: Contribution, draft: Draft) -> bool:
    """Tell whether a day is told again right beside it, or is that of something else."""
    span = day.span
    sentence = index.sentences[draft.sentence]
    beside = index.dates.between(max(span.start - BETWEEN, sentence.start), min(span.end + _BESIDE, sentence.end))
    if any(max(date.span.start - span.end, span.start - date.span.end) <= _BESIDE for date in beside):
        return True
    return is_put_in(index, span, draft.trigger.span) or belongs_elsewhere(index, day, draft)


# X, who arrived in Lima *on Sunday*, signed an accord
def is_put_in(index: Index, date: Span, trigger: Span) -> bool:
    """Tell whether a date ends a relative clause that is closed before a trigger: it tells when something else was."""
    if date.end >= trigger.start or index.text[date.end : date.end + 1] != ",":
        return False
    opener = clause_opener(index.document, date.start)
    return opener is not None and opener.value == "relative" and not is_within_relative(index.document, trigger.start)


# agreed on Wednesday to hold talks in July · decided Monday to sign the pact; not "is due on Monday to sign it"
# was due on May 20 and has been moved to June 3
def is_of_decision(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether a date is that of the day on which it was agreed to do what is planned, or from which that is put off."""
    if draft.value.status not in _AHEAD:
        return False
    sentence = index.sentences[draft.sentence]
    if not _is_put_to(index, date) and any(
        _is_put_to(index, other.span) for other in index.dates.between(sentence.start, sentence.end)
    ):
        return True
    decided = index.words("decided") if date.end < draft.trigger.span.start else {}
    before = index.match[max(date.start - _DECIDED, 0) : date.start].split()[-2:] if decided else []
    return any(word in decided for word in before) and index.match.startswith(" to ", date.end)


def _is_put_to(index: Index, date: Span) -> bool:
    """Tell whether a date is the one to which something is put off: no other date of its sentence is its own."""
    until, off = index.words("put_to"), index.words("put_off")
    before = index.match[max(date.start - _PUT_OFF, 0) : date.start].split() if off else []
    if not before or before[-1] not in until:
        return False
    # "rescheduled for June 3"; not "moved by the ministry, which planned it for June 3"
    return any(word in off for word in (before if until[before[-1]] is True else before[-2:]))
