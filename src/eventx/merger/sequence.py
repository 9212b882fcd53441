"""Step 3a, date: events told as what was before, during or behind something else, or lately, and not on the day of the news."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.merger.agreement import COARSE
from eventx.merger.draft import Draft
from eventx.merger.index import Index

OPENING = 24
"""How far into a sentence a word of time that opens it may reach, in code points."""
_AT_IT = frozenset({"meeting", "ceremony", "signing"})
"""Types of what takes place during a visit or conference."""
_LASTING = frozenset({"visit", "conference"})
FAR = 240
"""How far behind a visit and its first day it may be told what is done on it, in code points."""
_SHORT = 30
"""How far before the words of a visit those stand that lead in to it, in code points."""
_LEAD = 4
"""The most words that lead in to a conference at which somebody was met."""
_LATELY = 60
"""How far before a verb the word may stand that says that it was done lately, in code points."""
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


# During the visit to Fiji by President X *in 2022*, the two sides signed
def told_during(index: Index, draft: Draft, near: Sequence[Contribution]) -> Contribution | None:
    """Return the month or year of the visit or conference that a sentence opens with, during which a draft took place."""
    words, start, stop = index.words("meanwhile"), index.sentences[draft.sentence].start, draft.trigger.span.start
    recalled = index.words("looking_back")
    told_before = [date for date in near if date.span.end < stop]  # not "signed a deal for 2031-2036"
    if draft.value.type not in _AT_IT or len(told_before) != 1:
        return None
    opening = index.match[start : start + OPENING].split(maxsplit=1)[:1]
    if not words or not opening or (opening[0] not in words and opening[0] not in recalled):
        return None
    date, told = told_before[0], index.triggers.between(start, stop)
    closed = index.text[date.span.end : date.span.end + 1] == ","
    if not closed or not isinstance(date.value, Date) or date.value.grain not in COARSE or len(told) != 1:
        return None
    trip = told[0]
    lasts = isinstance(trip.value, Trigger) and trip.value.type in _LASTING
    return date if lasts and trip.span.end <= date.span.start else None


# will start a two-day visit to Serbia on *Tuesday*, during which he will meet X
def begins_stay(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is the first of several days of a visit during which a draft took place."""
    start, sentence = draft.trigger.span.start, index.sentences[draft.sentence]
    words = index.words("during_which") if date.span.end < start < date.span.end + FAR else ()
    between = f" {index.match[date.span.end : start]}" if words else ""
    if draft.value.type not in _AT_IT or not any(f" {word} " in between for word in words):
        return False
    begin = max(sentence.start, date.span.start - FAR)
    trips = (c.value for c in index.triggers.between(begin, start) if isinstance(c.value, Trigger))
    return any(trip.type == "visit" and dict(trip.fields).get("days", 1) != 1 for trip in trips)


# recalled the talks with X on the margins of the summit in *November 2023*
def told_at(index: Index, draft: Draft, near: Sequence[Contribution]) -> Contribution | None:
    """Return the month or year of the conference that a sentence ends with, at which a meeting took place."""
    end, words = draft.trigger.span.end, index.words("place_of")
    if draft.value.type != "meeting" or len(near) != 1 or near[0].span.start < end or not words:
        return None
    date, told = near[0], index.triggers.between(end, near[0].span.start)
    if len(told) != 1 or not isinstance(told[0].value, Trigger) or told[0].value.type != "conference":
        return None
    between, behind = index.match[end : told[0].span.start], index.match[told[0].span.end : date.span.start]
    if not isinstance(date.value, Date) or date.value.grain not in COARSE or "," in between or "," in behind:
        return None
    if date.value.grain == "year" and behind.split()[-1:] != [] and behind.split()[-1] not in index.words("in_year"):
        return None  # the Forum 2023
    last = between.split()[-_LEAD:]
    return date if any(" ".join(last[at:]) in words for at in range(len(last))) else None


# said that he *recently* visited Chile and signed a treaty
def was_lately(index: Index, draft: Draft) -> bool:
    """Tell whether a word before a verb says that it was done lately: on no day that is told of something else."""
    words = index.words("recently")
    if not words or draft.value.type == "proposal":
        return False
    start = draft.trigger.span.start
    before = index.match[max(start - _LATELY, index.sentences[draft.sentence].start) : start].rpartition(",")[2]
    return not words.keys().isdisjoint(before.split())


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
    before = next((word for word in index.words("told_before") if opening.startswith((f"{word} ", f"{word},"))), None)
    if before is not None and not opening.startswith(tuple(f"{before} {word} " for word in index.words("same_day"))):
        return True
    done = index.words("done")
    trigger = draft.trigger.span
    if not done or draft.value.type == "proposal":
        return False
    words = index.match[max(trigger.start - _SHORT, start) : trigger.end].split()
    ahead = [number for number, word in enumerate(words) if word in index.words("pluperfect")]
    return bool(ahead) and any(word in done for word in words[ahead[-1] + 1 : ahead[-1] + 3])


# highlighted what had been achieved this year, *including* a visit by X · nhắc lại các hoạt động, *trong đó có* chuyến thăm của X
def is_example(index: Index, draft: Draft) -> int | None:
    """Return where the words stand by which an event is but one of those of which somebody speaks; ``None`` if it is none.

    Not "held several meetings, including talks with X".
    """
    words, start = index.words("among_them"), index.sentences[draft.sentence].start
    text = index.match[start : draft.trigger.span.start] if words else ""
    at = min((found for word in words if (found := text.find(f" {word} ")) >= 0), default=-1)
    if at < 0 or not index.words("light").keys().isdisjoint(text[:at].split()):
        return None
    clause = max(index.text.rfind(",", start, start + at - 1), start)
    told = (c.value for c in index.triggers.between(clause, start + at))
    return None if any(isinstance(value, Trigger) and value.type in (*_AT_IT, *_LASTING) for value in told) else start + at


# highlighted what had been achieved *in 2019*, including a visit by X
def told_among(index: Index, draft: Draft, near: Sequence[Contribution]) -> Contribution | None:
    """Return the month or year in which was what somebody speaks of, of which an event is an example."""
    if len(near) != 1 or "noun" not in draft.value.traits:
        return None
    value = near[0].value
    if not isinstance(value, Date) or value.grain not in COARSE:
        return None
    at = is_example(index, draft)
    return near[0] if at is not None and near[0].span.end <= at else None
