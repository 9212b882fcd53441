"""Where somebody goes: whether a place, and what is told of it, stands around a verb of going."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import Span, clause_opener
from eventx_engagements.groups import group_before
from eventx_engagements.somebody import FAR, OBJECT, is_official, objects
from eventx_engagements.words import LISTED, LOW, NO_MARKS, START, Look, Word

_SITE = 10
"""How many words may name what is visited, and where it is."""

_LED = 12
"""How far before a verb the word stands that leads in to it, in code points."""
_PAYER = 14
"""How many words may tell who paid a visit."""
_NOUN = 40
"""How far before a relative the visit may stand."""


# arrived in Lima on Monday, concluding their visit to Quito
def comes_home(look: Look, span: Span) -> bool:
    """Tell whether somebody is said to arrive from a trip, which then ends: he comes home."""
    ends, end = look.grammar["homecoming"], look.document.sentence_at(span.start).end
    if not ends.may_stand(look.document.lower, span.end, end):
        return False  # nearly always
    words = look.words(span.end, end, 2 * _SITE, ";:.!?")
    at = ends.first(words)
    return at >= 0 and look.grammar["journey"].first(words[at + 1 : at + 1 + _SITE]) >= 0


def goal(look: Look, span: Span) -> bool:
    """Tell whether a place follows: a capital among the first words, no thing and no preposition before it."""
    if look.has_name(objects(look, span)[:7]):
        return True
    # "đến thăm và làm việc tại *tỉnh ta*"
    own = look.after(span, 3)
    if own and (look.grammar["own_land"].run(own, 0) or _is_here(look, own)):
        return True
    # "visited the northern province of X"
    words, place = look.after(span, OBJECT), look.grammar["place_of"]
    at = place.first(words)
    return at > 0 and look.has_name(words[at + place.run(words, at) :][:1])


# tiếp bà X đến thăm và làm việc tại *tỉnh*; not "thăm tỉnh Hà Nam", "thăm thành phố cổ"
def _is_here(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether the province or city of which the text speaks is where somebody goes: nothing goes on with its noun."""
    here = look.grammar["here"].table
    if not here:
        return False
    size = look.grammar["here"].run(words, 0)
    return size > 0 and (len(words) == size or words[size][LOW] in look.grammar["break"].table)


# arrived last night in Lima · landed on Monday, 5 May, at Lima's airport; not "arrived on Monday with X in Lima"
def came_when(look: Look, span: Span) -> bool:
    """Tell whether nothing but when somebody came stands between a verb of coming and the place."""
    return _behind_when(look, span, "where")


# arrived at the airport in Lima; not "received them as they arrived at the palace"
def arrived_at(look: Look, span: Span) -> bool:
    """Tell whether a place follows a verb of arrival that is no more than when somebody told of before was met."""
    words = look.before(span.start, _LED)[-2:]
    return goal(look, span) and not (len(words) > 1 and look.grammar["as_they"].run(words, 0))


# departs tomorrow for Lima · left on Monday for Lima
def leaves_when(look: Look, span: Span) -> bool:
    """Tell whether a place follows a verb of leaving, or nothing but when somebody leaves and what he leaves for."""
    return goal(look, span) or _behind_when(look, span, "destination")


def _behind_when(look: Look, span: Span, leads: str) -> bool:
    """Tell whether nothing but a time stands between a verb and the word that leads to a place."""
    words = look.words(span.end, look.document.sentence_at(span.start).end, _SITE, ";:.!?()")
    where, when = look.grammar[leads].table, look.grammar["came_when"]
    for index, word in enumerate(words):
        if not (look.has_when([word]) or when.run(words, index)):
            return index > 0 and word[LOW] in where and look.has_name(words[index + 1 : index + 2])
    return False


def goal_or_site(look: Look, span: Span) -> bool:
    """Tell whether a place follows, or somebody in office visits what is in a place: "visited *a training camp in Pabo*"."""
    if goal(look, span):
        return True
    words = look.after(span, _SITE)
    if len(words) > 1 and words[0][LOW] in look.grammar["article"].table and words[1][LOW] in look.grammar["home"].table:
        return group_before(look, span.start) is not None  # "Nearly 60 delegations visited *the country*"
    at = look.grammar["where"].first(words)
    if at < 2 or at + 1 >= len(words) or words[0][LOW] not in look.grammar["article"].table:
        return False
    place = words[at + 1]
    return look.is_name(place) and not look.is_calendar(place) and is_official(look, span)


def destination(look: Look, span: Span) -> bool:
    """Tell whether it is said where to: "will be leaving on Nov. 26 *for Rome*"."""
    words = look.after(span, 2 * OBJECT)
    index = look.grammar["destination"].first(words)
    if index < 0 and words and look.is_calendar(words[-1]):
        # "left Lima on Sunday, 5 May 2022, for Rome"
        words = look.after(span, 2 * OBJECT, marks=LISTED)
        index = look.grammar["destination"].first(words)
        if any(not (look.is_capital(word) or word[LOW][0].isdigit() or look.is_calendar(word)) for word in words[2:index]):
            return False
    return index >= 0 and look.has_name(words[index + 1 : index + 4])


def and_to(look: Look, span: Span) -> bool:
    """Tell whether what else is done there is done to a place: "visited and *presented gifts to Yen Chau district*"."""
    words = look.after(span, OBJECT)
    index = look.grammar["toward"].first(words)
    return index > 1 and look.has_name(words[index + 1 : index + 4])


def left(look: Look, span: Span) -> bool:
    """Tell whether somebody leaves one place for another: "*left Hanoi* on Monday *for Rome*"; not "left office for good"."""
    words = look.after(span, 2)
    if not words or not destination(look, span):
        return False
    if _behind_when(look, span, "destination"):
        return True
    # "left *the country* for Rome"
    land = len(words) > 1 and words[0][LOW] in look.grammar["article"].table and words[1][LOW] in look.grammar["home"].table
    return land or look.is_name(words[0]) or words[0][LOW] in look.grammar["from_here"].table


# the state visit which President X paid to Peru in May · the trip X made to Lima
def paid(look: Look, span: Span) -> bool:
    """Tell whether it is a visit that somebody is said to pay to a place: nothing but a relative and a name stands between."""
    journey, words = look.grammar["journey"], look.before(span.start, FAR)
    if not any(look.is_name(word) for word in words[-_PAYER:]):
        return False  # "the contribution made to Peru"
    opener = clause_opener(look.document, span.start)
    if opener is not None and opener.end <= (words[0][START] if words else span.start):
        start = look.document.sentence_at(span.start).start
        words = [*look.words(max(start, opener.start - _NOUN), opener.start, OBJECT, NO_MARKS), *words]
    at = max((index for index in range(len(words)) if journey.run(words, index)), default=-1)
    return at >= 0 and len(words) - at - 1 <= _PAYER and goal(look, span)


# President X was in Lima on Monday, where he met Y · last May Minister X was in Quito and talked with President Y
def was_there(look: Look, span: Span) -> bool:
    """Tell whether somebody was in a place on a day that is told, and somebody in office is spoken of."""
    words, people = look.after(span, 2), look.grammar["people"]
    if not words or not look.is_name(words[0]) or people.run(words, 0) or look.grammar["indoors"].run(words, 0):
        return False
    before = look.before(span.start, FAR)
    opener = clause_opener(look.document, span.start) if not before else None
    named = look.is_name(before[-1]) if before else opener is not None and opener.value == "relative"  # "X, *who* was in Lima"
    if not named or look.grammar["destination"].first(look.after(span, 2 * OBJECT)) >= 0:
        return False  # "was in Lima *for* talks with Y": the talks are told
    sentence = look.document.sentence_at(span.start)
    start = max(sentence.start, span.start - FAR)
    told = look.words(start, min(sentence.end, span.end + FAR), 80, NO_MARKS)
    return people.first(told) >= 0 and look.has_when([word for word in told if word is not words[0]])


# will meet X in Lima before *travelling to* Quito · after flying to Lima
def goes_then(look: Look, span: Span) -> bool:
    """Tell whether a word of time leads in to a form in -ing, and somebody in office is told before it in the sentence."""
    led = look.document.match[max(span.start - _LED, 0) : span.start].split()
    if not led or look.grammar["gerund"].table.get(led[-1]) != "when":
        return False  # nearly always
    start = look.document.sentence_at(span.start).start
    words = look.words(max(start, span.start - FAR), span.start, 60, NO_MARKS)
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    index = next((at for at in range(len(words)) if not pronouns.run(words, at) and people.run(words, at)), -1)
    return index >= 0 and look.has_name(words[index : index + _SITE])


def led(look: Look, span: Span) -> bool:
    """Tell whether somebody leads a delegation to a place: "will *lead* a high-level delegation to China"; no conference."""
    words, leads = look.before(span.start, FAR)[-OBJECT:], look.grammar["leads"]
    # not "the *head of* the delegation to X"
    ways = (leads.run(words, at) and words[at + 1 : at + 2] for at in range(len(words)))
    if not any(way and way[0][LOW] not in look.grammar["one_of"].table for way in ways) or not goal(look, span):
        return False
    return look.grammar["trip"].first(objects(look, span)) < 0


__all__ = [
    "and_to",
    "came_when",
    "comes_home",
    "destination",
    "goal",
    "goal_or_site",
    "goes_then",
    "led",
    "left",
    "paid",
    "was_there",
]
