"""Step 3a, place: whether a place of a sentence is that of another event the sentence tells, too."""

from __future__ import annotations

from collections.abc import Iterable

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, PlaceMention, Trigger
from eventx.language import language_data
from eventx.merger.draft import Draft
from eventx.merger.foreground import is_recalled
from eventx.merger.index import Index
from eventx.merger.leading_up import is_come_for, is_home, is_meeting, is_of_what_comes_then, is_of_what_was_before
from eventx.merger.matters import is_of_what_is_discussed
from eventx.model import Span

_TIMELESS = frozenset({"anniversary", "proposal", "scene"})
"""Types of triggers that have no place of their own."""
_COUNTRIES = frozenset({"country", "region"})
"""Kinds of places that are talked about rather than met in."""
_TOPIC = 3
"""How many words follow "discuss" at least before a place that is only where what they name is: "… *the process in*"."""
_ARRIVAL = 16
"""The most code points between where somebody goes and what he does there."""
_GOING = 20
"""How far before a place the trigger may stand of the visit to it, in code points."""
_MET = frozenset({"meeting", "visit"})
_LIST = 60
"""How far before a country the words may begin that tell whose it is, in code points."""
_AHEAD = frozenset({"visit", "conference", "meeting"})
"""Types of what a meeting leads up to, or is the first one since."""
_LEAD = 28
"""How far before a trip the words may begin that say that a meeting leads up to it, in code points."""
_OCCASIONS = frozenset({"ceremony", "conference"})
"""Types of what somebody comes for."""


def is_anothers(index: Index, draft: Draft, place: Contribution) -> bool:
    """Tell whether a place of a draft's sentence is that of something else told there."""
    if (
        is_home(index, place.span, draft)
        or is_of_what_was_before(index, place.span, draft)
        or is_of_what_comes_then(index, place.span, draft)
        or is_come_for(index, place.span.end, draft)
    ):
        return True
    return (
        _is_of_reception(index, draft, place.span)
        or _is_of_the_next(index, draft, place)
        or _is_discussed(index, draft, place)
        or _is_of_before(index, draft, place.span)
        or _is_of_what_is_told(index, draft, place)
        or _is_of_what_was_said(index, draft, place.span)
        or _is_of_what_is_recalled(index, draft, place.span)
        or _is_of_further_visit(index, draft, place.span)
        or _is_of_what_is_ahead(index, draft, place.span)
        or is_of_what_is_discussed(index, place.span, draft)
    )


# X tiếp Y, chuẩn bị cho chuyến công tác tại *Peru* của đoàn tỉnh · X met Y to prepare for the summit in *Lima*
# X met Y for the first time since the summit in *Lima*
def _is_of_what_is_ahead(index: Index, draft: Draft, place: Span) -> bool:
    """Tell whether a place behind a meeting is that of what the meeting only leads up to, is about, or is the first one since."""
    start = draft.trigger.span.end
    if draft.value.type != "meeting" or place.start < start:
        return False
    told = [c for c in index.triggers.between(start, place.start) if isinstance(c.value, Trigger) and c.value.type in _AHEAD]
    if not told or place.start - told[-1].span.end > _GOING:
        return False
    lead = max(start, told[-1].span.start - _LEAD), told[-1].span.start
    return _stands(index, index.words("ahead_of"), *lead) or _stands(index, index.words("since"), *lead)


# X's visit is a gesture that follows Y's visit to *Peru*
def _is_of_further_visit(index: Index, draft: Draft, place: Span) -> bool:
    """Tell whether a place behind a visit is where somebody went on another one, which a noun between them tells."""
    end = draft.trigger.span.end
    if draft.value.type != "visit" or place.start < end:
        return False
    told = (c.value for c in index.triggers.between(end, place.start) if _is_visit(c))
    visits = [value for value in told if isinstance(value, Trigger) and "noun" in value.traits]
    goals = [span for visit in visits for slot in visit.slots if slot.role == "place" for span in slot.spans]
    return any(span.start <= place.start < span.end for span in goals)


# Tại buổi tiếp, X giới thiệu các chương trình đào tạo của tỉnh tại *Úc*
def _is_of_what_was_said(index: Index, draft: Draft, place: Span) -> bool:
    """Tell whether a sentence only opens with a meeting told before, and a place stands in what somebody said there."""
    span = draft.trigger.span
    if not draft.value.anaphoric or draft.value.type != "meeting" or place.start < span.end:
        return False
    before = index.match[index.sentences[draft.sentence].start : span.start].split()
    comma = index.text.find(",", span.end, place.start)
    return len(before) == 1 and before[0] in index.words("at") and comma >= 0


# Receiving X, President Y recalled his talks with Z at the summit in *Suva*
def _is_of_what_is_recalled(index: Index, draft: Draft, place: Span) -> bool:
    """Tell whether a place behind a meeting or visit is that of another event of which somebody thinks back."""
    end = draft.trigger.span.end
    return draft.value.type in _MET and place.start > end and is_recalled(index, end, place.start)


# X and Y discussed the political process in *Libya*; not "discussed trade in *Tripoli*", "discussed trade at talks in *Libya*"
def _is_discussed(index: Index, draft: Draft, place: Contribution) -> bool:
    """Tell whether a country is only where something is that people talk about: behind "discuss", and no other event."""
    value, end = place.value, place.span.start
    if draft.value.type != "meeting" or not isinstance(value, PlaceMention) or value.kind not in _COUNTRIES:
        return False
    words = index.words("discussing")
    start = draft.trigger.span.start
    if not words or end <= start:
        return False
    said = index.match[start:end].split()
    about = max((at for at, word in enumerate(said) if word in words), default=-1)
    # a place right behind it is that of the talks: "discussed in Libya", "discussed it in Libya"
    return len(said) - about > _TOPIC and about >= 0 and not _told(index, draft.trigger.span.end, end)


# arrived at *the airport* and was met by X, before being taken to a hotel ahead of the talks with Y
def _is_of_before(index: Index, draft: Draft, place: Span) -> bool:
    """Tell whether a place is that of what was done before the talks that a draft tells: a word that says so opens its clause."""
    if draft.value.type != "meeting" or place.end > draft.trigger.span.start:
        return False
    opener = clause_opener(index.document, draft.trigger.span.start)
    return opener is not None and opener.start >= place.end and opener.entry.surface in index.words("before_that")


# At the State House, X received Y, who is visiting Kenya to attend the forum
def _is_of_reception(index: Index, draft: Draft, place: Span) -> bool:
    """Tell whether a place is that of a meeting with somebody whose visit, told next, is for a conference."""
    if draft.value.type != "conference":
        return False
    types = _told(index, place.end, draft.trigger.span.start)
    return "meeting" in types and "visit" in types[types.index("meeting") :]


# tại Phủ Chủ tịch, X tiếp Y nhân dịp dự Hội nghị Z · Trong khuôn khổ thăm A và dự Hội nghị Z, tại Trụ sở Quốc hội, X hội kiến Y
# received X at the Palace on the occasion of his attendance at the summit
def _is_of_what_is_told(index: Index, draft: Draft, place: Contribution) -> bool:
    """Tell whether a building is that of a meeting, and what a draft tells only the occasion on which somebody came there."""
    if draft.value.type not in _OCCASIONS or not isinstance(place.value, PlaceMention) or place.value.kind != "venue":
        return False
    sentence, trigger, words = index.sentences[draft.sentence], draft.trigger.span, index.words("came_for")
    if place.span.start < trigger.start:
        met = [c for c in index.triggers.between(sentence.start, trigger.start) if is_meeting(c)]
        return bool(met) and _stands(index, words, met[-1].span.end, trigger.start)
    # a comma closes the occasion
    closed = index.text.find(",", trigger.end, place.span.start) >= 0
    if not closed or not any(map(is_meeting, index.triggers.between(place.span.end, sentence.end))):
        return False
    return _stands(index, words, sentence.start, trigger.start)


def _stands(index: Index, words: Iterable[str], start: int, end: int) -> bool:
    """Tell whether one of some words or phrases stands in a stretch."""
    told = f" {' '.join(index.match[start:end].split())} "
    return any(f" {word} " in told for word in words)


# held talks with X; called on Y; and laid a wreath at *the monument* · met X and attended a ceremony at *the National Stadium*
def _is_of_the_next(index: Index, draft: Draft, place: Contribution) -> bool:
    """Tell whether a place is only that of what is told next, right before it: behind a semicolon, or of a ceremony."""
    end, start = draft.trigger.span.end, place.span.start
    types = [kind for kind in _told(index, end, start) if kind not in _TIMELESS] if start > end else []
    if not types:
        return False
    if ";" in index.text[end:start]:
        return True
    site = isinstance(place.value, PlaceMention) and place.value.kind == "venue"
    return site and types[-1] == "ceremony" != draft.value.type


def _told(index: Index, start: int, end: int) -> list[str]:
    """Return the types of what is told between two offsets."""
    return [c.value.type for c in index.triggers.between(start, end) if isinstance(c.value, Trigger)]


# sẽ sang Paris dự Hội nghị X và đến *London* để gặp Y
def is_on_arrival(index: Index, place: PlaceMention, span: Span, draft: Draft) -> bool:
    """Tell whether what somebody goes to a place for follows it at once, where the trip is told by no other trigger.

    People meet in a town of the country they go to.
    """
    gap = index.text[span.end : draft.trigger.span.start]
    if not (place.goal and draft.fillings and 0 < len(gap) <= _ARRIVAL and gap.replace(" ", "x").isalpha()):
        return False
    words = gap.split()
    if place.kind == "country" and (draft.value.type == "meeting" or not words):
        return False
    if gap != gap.lower() or not language_data(index.lang).conjunctions.isdisjoint(words):
        return False
    return not any(_is_visit(told) for told in index.triggers.between(span.start - _GOING, span.start))


def _is_visit(contribution: Contribution) -> bool:
    """Tell whether a trigger tells of a visit."""
    return isinstance(contribution.value, Trigger) and contribution.value.type == "visit"


# visited the Consulate General of *Fiji* · staff of the embassies of *Fiji* and *Peru*; not "the embassy of Fiji in *Lima*"
def is_of_mission(index: Index, start: int, place: Contribution) -> bool:
    """Tell whether a country is only whose mission is visited, alone or in a list of such, in a window from `start` on."""
    words = index.words("mission")
    if not words or not isinstance(place.value, PlaceMention) or place.value.kind != "country":
        return False
    told = index.match[max(start, place.span.start - _LIST) : place.span.start].split()
    realm, there = index.words("realm"), index.words("stands_in")
    at = max((number for number, word in enumerate(told) if word in realm), default=0)
    if not at or any(word in there for word in told[at:]):
        return False
    return told[at - 1] in words or " ".join(told[max(at - 2, 0) : at]) in words
