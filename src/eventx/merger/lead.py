"""Step 3c: the day of the news, for events told without any date.

News tells in its lead when what it reports happened, and goes on without a date. So, where the lead tells one day and the text
no other near it, events told as held and without a date of their own happened on that day, by implication.
"""

from __future__ import annotations

import sys
from itertools import pairwise

import attrs

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.merger.choose import Candidate
from eventx.merger.draft import Draft
from eventx.merger.foreground import is_of_archive
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.leading_up import (
    is_kept,
    is_of_arrival,
    is_of_informant,
    is_of_what_is_to_come,
    is_of_what_it_follows,
    is_of_what_was_ahead,
)
from eventx.merger.left import place_left
from eventx.merger.sequence import comes_after, is_example, is_just_past, is_told_of_before
from eventx.merger.since import is_of_agreement, is_of_taking_office
from eventx.model import Span

_SENTENCES = 3
"""How many sentences of running text the lead has."""
_MOST = 6
"""How many sentences the lead has at most, with those that no full stop ends."""
_STOPS = ".!?…\"”'"
"""What ends a sentence of running text."""
_SHORTEST = 40
"""What is shorter is a header or a caption, in code points."""
_NEAR = 14
"""Other days within so many days of the lead's make it uncertain which of them is meant."""
_REACH = 60
"""How far from a day the word may stand by which a stay ended on it, in code points."""
_SENTENCE = 300
"""How far behind a day that opens its sentence the words of the stay that ended on it may begin, in code points."""
_NEWS = 180
"""How many days before its publication a text's news is at most."""
_TRIPS = frozenset({"visit", "scene", "conference"})
"""Types of what a sentence tells of that is about a trip alone, and what somebody went to."""
_TYPES = frozenset({"meeting", "ceremony", "signing", "visit"})
_ON_A_DAY = frozenset({"meeting", "ceremony", "signing", "conference"})
"""Types of what takes place on the day that is told of it."""


@attrs.frozen(eq=False)
class Lead:
    """The day of the news, and where what is told without a date is no longer told of it."""

    day: Candidate
    until: int

    def of(self, group: Group) -> list[Candidate]:
        """Return the day for an event that is told before another day is."""
        return [self.day] if group.first.draft.trigger.span.start < self.until else []


def lead_date(index: Index, claimed: frozenset[Span]) -> Lead | None:
    """Return the one day the lead tells, up to where the text tells another near it; `claimed` dates belong to other events."""
    days = [c for c in index.dates.items if _is_day(c) and c.span not in claimed]
    if not days:
        return None
    lead = _lead(index)
    told = [c for c in days if any(span.contains(c.span) and not _is_to_come(index, span) for span in lead)]
    told = told or [c for c in days if _is_that_of_all(index, c.span)][:1]
    told = [c for c in told if not is_of_arrival(index, c.span, index.document.sentence_at(c.span.start).start)]
    told = [c for c in told if not (is_of_taking_office(index, c.span) or is_of_what_was_ahead(index, c.span))]
    told = [c for c in told if lead[0].contains(c.span) or not _is_of_what_is_praised(index, c.span)]
    if (
        not told
        or _ends_stay(index, told[0].span)
        or is_of_agreement(index, told[0].span)
        or is_kept(index, told[0])
        or _is_of_the_last(index, told[0].span)
        or is_of_informant(index, told[0].span)
    ):
        return None
    other = next((other for other in days if _conflict(told[0], other) and not _is_ahead(index, told[0], other)), None)
    if other is not None and not _is_day_of_events(index, told[0], other):
        return None
    value = told[0].value
    if not isinstance(value, Date) or _is_long_past(index, value):
        return None
    until = index.document.sentence_at(other.span.start).start if other is not None else sys.maxsize
    return Lead(Candidate(field="date", value=value, source=told[0], scope="lead", certainty="implied"), until)


def _lead(index: Index) -> list[Span]:
    """Return the first sentences of running text; a headline, a summary or a caption, which no full stop ends, is one besides."""
    lead: list[Span] = []
    full = 0
    for span in index.sentences:
        if not is_running_text(index, span):
            continue
        whole = index.text[span.end - 1] in _STOPS
        if whole or len(lead) < _SENTENCES:
            lead.append(span)
        full += whole
        if full == _SENTENCES or len(lead) == _MOST:
            break
    return lead


def is_running_text(index: Index, sentence: Span) -> bool:
    """Tell whether a sentence is none of a header or a caption, nor too short to tell of news."""
    return sentence.end - sentence.start >= _SHORTEST and index.zone(sentence) is None and not is_of_archive(index, sentence)


# On Monday, X met Y. Later they signed a treaty. *On Tuesday*, X left
def _is_day_of_events(index: Index, day: Contribution, other: Contribution) -> bool:
    """Tell whether a sentence tells of a day what happened on it, other than a trip, and another day is told only behind it."""
    sentence = index.document.sentence_at(day.span.start)
    told = (c.value for c in index.triggers.starting_in(sentence))
    return sentence.end <= other.span.start and any(
        isinstance(trigger, Trigger) and trigger.type in _ON_A_DAY and trigger.status == "held" and not trigger.background
        for trigger in told
    )


# X met Y on Monday. … *On Tuesday*, he will leave for Lima
def _is_ahead(index: Index, day: Contribution, other: Contribution) -> bool:
    """Tell whether another day is told behind the lead's, in a sentence that tells only of what is still to come."""
    return other.span.start > day.span.end and _is_to_come(index, index.document.sentence_at(other.span.start))


# X received Y. … *Also on* May 9, X met Z · *Cũng trong* sáng 9/5, X gặp Z
def _is_that_of_all(index: Index, day: Span) -> bool:
    """Tell whether words that open a sentence say that what was told before was on the same day, too."""
    return " ".join(index.match[index.document.sentence_at(day.start).start : day.start].split()) in index.words("also_on")


# The first consultations took place in Lima. … The protocol on relations was signed on *March 3, 1998*
def _is_long_past(index: Index, day: Date) -> bool:
    """Tell whether a day was long before the text was published: what is news was not then."""
    published, last = index.document.published, day.latest
    return published is not None and last is not None and (published - last).days > _NEWS


def takes_lead_date(index: Index, group: Group) -> bool:
    """Tell whether an event without a date is one that the lead's day may date: held, no background, and not before or after."""
    draft = group.first.draft
    if group.type not in _TYPES or draft.value.status != "held" or draft.value.background:
        return False
    if comes_after(index, draft) or is_told_of_before(index, draft) or is_just_past(index, draft):
        return False
    if place_left(index, draft) is not None:
        return False
    if group.type == "visit" and _is_before_that(index, draft):
        return False
    described = group.type == "meeting" and "spoken" in draft.value.traits
    return not (described or _is_spoken_of(index, draft))


# *Sau chuyến thăm Lào*, ngày 6/4, X tới Campuchia · *After his visit to Peru*, X flew to Chile
def _is_before_that(index: Index, draft: Draft) -> bool:
    """Tell whether a trip is told in what opens a sentence, as what was before that."""
    span = draft.trigger.span
    sentence = index.document.sentence_at(span.start)
    opener = clause_opener(index.document, span.start)
    told = opener is not None and opener.start == sentence.start and opener.entry.surface in index.words("after")
    return told and index.text.find(",", span.end, sentence.end) >= 0


# X spoke highly of the talks between Y and Z · congratulating Y and Z on their successful talks · is preparing for a visit by Y
def _is_spoken_of(index: Index, draft: Draft) -> bool:
    """Tell whether somebody only speaks of what was, or will be, on another day: he praises it, or prepares for it."""
    trigger = draft.trigger
    if "noun" not in draft.value.traits:
        # "the recent phone talks between X and Y"
        return not index.words("spoken_of").keys().isdisjoint(index.match[trigger.span.start : trigger.span.end].split())
    start = max(trigger.span.start - _SHORTEST, index.sentences[draft.sentence].start)
    told = index.match[start : trigger.span.end]
    spoken, light = (index.words(table).keys() for table in ("spoken_of", "light"))
    # not "held a successful meeting"; "ties have grown, not least by the recent talks" holds none, nor do "his hosts"
    last = told.rpartition(",")[2].split()
    verbs = {word for before, word in pairwise(["", *last]) if index.words("determiner").get(before) != "possessive"}
    return (not spoken.isdisjoint(told.split()) and light.isdisjoint(verbs)) or is_example(index, draft) is not None


# They praised the reforms begun on *April 21* · reviewed the results of the plan of May 3; not "hailed it at talks on May 3"
def _is_of_what_is_praised(index: Index, day: Span) -> bool:
    """Tell whether a day is told only of what somebody, in what the news goes on with, speaks highly of or thinks back to."""
    start = index.document.sentence_at(day.start).start
    before = index.match[start : day.start].split()
    if all(index.words(table).keys().isdisjoint(before) for table in ("spoken_of", "recalling")):
        return False
    return not any(isinstance(c.value, Trigger) and c.value.type in _TYPES for c in index.triggers.between(start, day.start))


def _is_to_come(index: Index, sentence: Span) -> bool:
    """Tell whether a sentence tells of what is planned only: its day is not that of the news."""
    told = [c.value for c in index.triggers.starting_in(sentence) if isinstance(c.value, Trigger)]
    return bool(told) and all(trigger.status == "planned" for trigger in told)


def _ends_stay(index: Index, date: Span) -> bool:
    """Tell whether a day is that on which a stay ended; what was done on it came before.

    Accepts: "*concluded* on Monday a visit to X"; "On Monday, X and his delegation came home, *concluding* their visits to Y";
    "on Monday *concluded* his visit to X, where he co-chaired the meeting".
    """
    sentence = index.document.sentence_at(date.start)
    told = [c.value.type for c in index.triggers.starting_in(sentence) if isinstance(c.value, Trigger)]
    if "visit" not in told or not (_TRIPS.issuperset(told) or told[0] == "visit"):
        return False
    trip = next((c.span.start for c in index.triggers.between(date.end, sentence.end) if _is_trip(c)), date.end)
    end = max(date.end + _REACH, min(trip, date.end + _SENTENCE))
    around = f" {' '.join(index.match[max(date.start - _REACH, sentence.start) : end].split())} "
    return any(f" {word} " in around for word in index.words("leaving"))


def _is_trip(contribution: Contribution) -> bool:
    """Tell whether a trigger tells of a visit."""
    return isinstance(contribution.value, Trigger) and contribution.value.type == "visit"


def _is_of_the_last(index: Index, date: Span) -> bool:
    """Tell whether a day is that of an event to come, or of one which what its sentence tells before it is said to follow."""
    start = index.document.sentence_at(date.start).start
    first = index.triggers.between(start, date.start)[:1]
    if not first:
        return False
    return is_of_what_is_to_come(index, date, start) or is_of_what_it_follows(index, date, first[0].span.end)


def _is_day(contribution: Contribution) -> bool:
    """Tell whether a contribution is a day of our calendar."""
    value = contribution.value
    return isinstance(value, Date) and value.grain == "day" and value.calendar == "gregorian"


def _conflict(told: Contribution, other: Contribution) -> bool:
    """Tell whether another day is so near that either may be meant."""
    a, b = told.value, other.value
    if not isinstance(a, Date) or not isinstance(b, Date) or a.edtf == b.edtf:
        return False
    if a.earliest is None or b.earliest is None:
        return True
    return abs((a.earliest - b.earliest).days) <= _NEAR
