"""What must stand around a verb for it to tell of an event: somebody, a place, a document, a gift."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from eventx import Span, clause_opener
from eventx_engagements.arrivals import held_on, is_dated, lists, members, met_at_airport
from eventx_engagements.company import discussed, meal, spoken, spoken_with, two
from eventx_engagements.feasts import greeted
from eventx_engagements.handed import gift, given_to, goods
from eventx_engagements.named_behind import inverted, members_of, there_were
from eventx_engagements.on_the_way import came_from, is_there, worked
from eventx_engagements.papers import document, paper, parties
from eventx_engagements.serial import arrives
from eventx_engagements.somebody import FAR, OBJECT, listed, named_person, names_anything, no_thing, objects, officials, person
from eventx_engagements.subjects import group_before
from eventx_engagements.words import LOW, NO_MARKS, Look, Word, end_of

_SITE = 10
"""How many words may name what is visited, and where it is."""
_NEAR = 90
_HEAD = 4
"""How many words at a sentence's head may tell of the group whose members it names."""
_LISTED = ";:.!?"


def fits(look: Look, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether what the trigger's entry needs stands around it."""
    if value.get("trip"):
        if _comes_home(look, span):
            return False
        sentence = look.document.sentence_at(span.start)
        start, end = max(sentence.start, span.start - FAR), min(sentence.end, span.end + FAR)
        told = look.grammar["trip"].first(look.words(start, end, 80, NO_MARKS)) >= 0 or _goes_on(look, span)
        if not told and not _is_official(look, span):
            return False
    need = value.get("needs")
    return need is None or _needs()[need](look, span)


# arrived in Lima on Monday, concluding their visit to Quito
def _comes_home(look: Look, span: Span) -> bool:
    """Tell whether somebody is said to arrive from a trip, which then ends: he comes home."""
    ends, end = look.grammar["homecoming"], look.document.sentence_at(span.start).end
    if not ends.may_stand(look.document.lower, span.end, end):
        return False  # nearly always
    words = look.words(span.end, end, 2 * _SITE, ";:.!?")
    at = ends.first(words)
    return at >= 0 and look.grammar["journey"].first(words[at + 1 : at + 1 + _SITE]) >= 0


# will visit Vienna on Monday. … After Vienna, he will travel to Prague
def _goes_on(look: Look, span: Span) -> bool:
    """Tell whether who travels is told by a pronoun alone, where a visit was told before."""
    pronouns = look.grammar["subject_pronoun"].table
    return look.travelled and any(word[LOW] in pronouns for word in look.before(span.start, FAR)[-_HEAD:])


def _is_official(look: Look, span: Span) -> bool:
    """Tell whether somebody in office travels: "*President* X has arrived in Lima" is a trip without more words."""
    words = look.before(span.start, FAR)
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    # "His Excellency President X": a pronoun is nobody's office
    index = next((at for at in range(len(words)) if not pronouns.run(words, at) and people.run(words, at)), -1)
    return index >= 0 and look.has_name(words[index : index + 4])


@lru_cache(maxsize=1)
def _needs() -> Mapping[str, Callable[[Look, Span], bool]]:
    """Return the test of each need."""
    return {
        "person": person,
        "named": named_person,
        "greeted": greeted,
        "signed_for": names_anything,
        "was_there": _was_there,
        "listed": listed,
        "opening": _opening,
        "closing": lambda look, span: not look.after(span, 1),
        "officials": officials,
        "each_other": _each_other,
        "no_thing": no_thing,
        "goal": _goal,
        "goal_or_site": _goal_or_site,
        "toured": lambda look, span: _goal_or_site(look, span) and _is_official(look, span),
        "document": document,
        "paper": paper,
        "parties": parties,
        "destination": _destination,
        "and_to": _and_to,
        "left": _left,
        "group": _group,
        "inverted": inverted,
        "members_of": members_of,
        "there_were": there_were,
        "meal": meal,
        "matters": lambda look, span: two(look, span) and look.grammar["matter"].first(look.after(span, OBJECT)) >= 0,
        "gift": gift,
        "given": gift,
        "copy": lambda look, span: gift_kind(look, span) == "credentials",
        "honour": gift,
        "given_to": given_to,
        "goods": goods,
        "by": _by,
        "met_by": _met_by,
        "two": two,
        "discussed": discussed,
        "spoken": spoken,
        "spoken_with": spoken_with,
        "on_phone": _on_phone,
        "called": _called,
        "envoy": _envoy,
        "arrival": arrives,
        "fronted": _fronted,
        "titled": titled_at_once,
        "airport": met_at_airport,
        "last": _last,
        "name": names_anything,
        "held_on": held_on,
        "is_there": is_there,
        "came_from": came_from,
        "worked": worked,
        "lists": lists,
        "lists_first": lambda look, span: _fronted(look, span) and lists(look, span),
        "led": _led,
        "heads_list": _heads_list,
        "members": members,
        "goal_on": lambda look, span: _goal(look, span) and is_dated(look, look.document.sentence_at(span.start)),
    }


def _each_other(look: Look, span: Span) -> bool:
    """Tell whether somebody follows, or several are said to meet one another: "*X and Y* met in Geneva"."""
    if person(look, span):
        return True
    words = look.before(span.start, FAR)
    plural, joins, when = look.grammar["plural"], look.grammar["join"], look.grammar["when"]
    if plural.first(words[-6:]) >= 0:
        following = look.after(span, 2)
        return when.first(following) >= 0 or look.grammar["where"].first(following) >= 0
    following = look.after(span, 1)
    grammar = look.grammar
    if following and following[0][LOW] in grammar["article"].table and following[0][LOW] not in grammar["destination"].table:
        return False  # "asked by the Ministry of Health and Sanitation to meet *the* urgent needs"
    return any(word[LOW] in joins.table for word in words) and sum(map(look.is_name, words)) >= 2


def _goal(look: Look, span: Span) -> bool:
    """Tell whether a place follows: a capital among the first words, no thing and no preposition before it."""
    if look.has_name(objects(look, span)[:7]):
        return True
    # "visited the northern province of X"
    words, place = look.after(span, OBJECT), look.grammar["place_of"]
    at = place.first(words)
    return at > 0 and look.has_name(words[at + place.run(words, at) :][:1])


def _goal_or_site(look: Look, span: Span) -> bool:
    """Tell whether a place follows, or somebody in office visits what is in a place: "visited *a training camp in Pabo*"."""
    if _goal(look, span):
        return True
    words = look.after(span, _SITE)
    if len(words) > 1 and words[0][LOW] in look.grammar["article"].table and words[1][LOW] in look.grammar["home"].table:
        return group_before(look, span.start) is not None  # "Nearly 60 delegations visited *the country*"
    at = look.grammar["where"].first(words)
    if at < 2 or at + 1 >= len(words) or words[0][LOW] not in look.grammar["article"].table:
        return False
    place = words[at + 1]
    return look.is_name(place) and not look.is_calendar(place) and _is_official(look, span)


def _destination(look: Look, span: Span) -> bool:
    """Tell whether it is said where to: "will be leaving on Nov. 26 *for Rome*"."""
    words = look.after(span, 2 * OBJECT)
    index = look.grammar["destination"].first(words)
    return index >= 0 and look.has_name(words[index + 1 : index + 4])


def _and_to(look: Look, span: Span) -> bool:
    """Tell whether what else is done there is done to a place: "visited and *presented gifts to Yen Chau district*"."""
    words = look.after(span, OBJECT)
    index = look.grammar["toward"].first(words)
    return index > 1 and look.has_name(words[index + 1 : index + 4])


def _left(look: Look, span: Span) -> bool:
    """Tell whether somebody leaves one place for another: "*left Hanoi* on Monday *for Rome*"; not "left office for good"."""
    words = look.after(span, 1)
    return (
        bool(words) and (look.is_name(words[0]) or words[0][LOW] in look.grammar["from_here"].table) and _destination(look, span)
    )


def _group(look: Look, span: Span) -> bool:
    """Tell whether a delegation or a group of guests is told by its members: "the *delegation* of X *included* Minister Y"."""
    if not named_person(look, span):
        return False
    group = look.grammar["group"]
    # "The delegation, led by the Minister of Trade and Tourism of X, Y, included Z": however much is told of who leads it
    start = look.document.sentence_at(span.start).start
    return group.first(look.before(span.start, _NEAR)) >= 0 or group.first(look.words(start, span.start, _HEAD, NO_MARKS)) >= 0


# President X was in Lima on Monday, where he met Y · last May Minister X was in Quito and talked with President Y
def _was_there(look: Look, span: Span) -> bool:
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


def _led(look: Look, span: Span) -> bool:
    """Tell whether somebody leads a delegation to a place: "will *lead* a high-level delegation to China"; no conference."""
    words, leads = look.before(span.start, FAR)[-OBJECT:], look.grammar["leads"]
    # not "the *head of* the delegation to X"
    ways = (leads.run(words, at) and words[at + 1 : at + 2] for at in range(len(words)))
    if not any(way and way[0][LOW] not in look.grammar["one_of"].table for way in ways) or not _goal(look, span):
        return False
    return look.grammar["trip"].first(objects(look, span)) < 0


def _heads_list(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence and a list follows behind a colon: "*Receiving the delegation*: Governor X"."""
    return _fronted(look, span) and look.document.text[span.end : span.end + 2].lstrip()[:1] == ":"


def gift_kind(look: Look, span: Span) -> Any:
    """Return what is given, by the value of its word: "donation", of which nobody is host or guest, or "credentials"."""
    gifts = look.grammar["gift"]
    words = look.after(span, 12, 2 * _NEAR, _LISTED)
    index = gifts.first(words)
    return gifts.value(words, index) if index >= 0 else None


# spoke to President X over the telephone; not "spoke to Reuters over the telephone"
def _on_phone(look: Look, span: Span) -> bool:
    """Tell whether somebody in office who is named is spoken to, and it is said to be by telephone."""
    words = look.after(span, 2 * OBJECT)
    told = look.grammar["on_phone"].first(words) >= 0 and look.grammar["people"].first(words[:_HEAD]) >= 0
    return told and named_person(look, span)


def _called(look: Look, span: Span) -> bool:
    """Tell whether a call is paid: somebody named follows, who is not asked "to" do something."""
    words = look.after(span, 14)
    asks, purposes = look.grammar["asked"].table, look.grammar["purpose"].table
    asked = any(
        word[LOW] in asks and (then is None or then[LOW] not in purposes) and not _is_of_office(look, before, then)
        for before, word, then in zip_longest(words[:1] + words[:-1], words, words[1:])
    )
    return not asked and look.has_name(words[:6]) and not _things(look, words[:6])


def _is_of_office(look: Look, before: Word, then: Word | None) -> bool:
    """Tell whether a preposition between two words is part of an office: called on the Minister *for* Trade X."""
    return then is not None and look.is_capital(then) and before[LOW] in look.grammar["people"].table


def _things(look: Look, words: list[Word]) -> bool:
    """Tell whether one of the words is of a thing or of several sides."""
    return look.grammar["thing"].first(words) >= 0 or look.grammar["plural"].first(words) >= 0


def _by(look: Look, span: Span) -> bool:
    """Tell whether it is said by whom, somebody named or a word of people: "was received at the airport *by X*"."""
    words = look.after(span, 20)
    if words and (look.is_calendar(words[-1]) or look.document.text.startswith(" (", end_of(words[-1]))):
        words = look.after(span, 20, marks=_LISTED)  # "was received on Monday, 5 May, by X"; "at the Airport (BIA) by X"
    index = next((i for i, word in enumerate(words) if word[LOW] in look.grammar["agent"].table), -1)
    behind = words[index + 1 : index + 1 + OBJECT] if index >= 0 else []
    return look.has_name(behind) or look.grammar["people"].first(behind) >= 0


def _met_by(look: Look, span: Span) -> bool:
    """Tell whether somebody in office and named is who met somebody: "was met at the airport *by Minister X*"; no demand."""
    if not _by(look, span):
        return False
    words = look.after(span, 24, marks=_LISTED)
    at = next(index for index, word in enumerate(words) if word[LOW] in look.grammar["agent"].table)
    people = look.grammar["people"].first(words[at + 1 : at + 1 + OBJECT])
    return people >= 0 and look.has_name(words[at + 1 + people :])


def titled_at_once(look: Look, span: Span) -> bool:
    """Tell whether somebody follows at once by office or courtesy: "thượng đỉnh giữa *Tổng thống* X và …"."""
    return look.grammar["people"].first(look.after(span, 4)) >= 0


def _fronted(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence: "*Tháp tùng* Thủ tướng có …"."""
    return not look.document.text[look.document.sentence_at(span.start).start : span.start].strip()


def _opening(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence and somebody who is named follows: "*Welcoming* Ambassador X to his office, Y …"."""
    # not "Welcoming the delegation was Chairman X"
    inverted = look.grammar["inverted"].first(look.after(span, OBJECT)) >= 0
    return _fronted(look, span) and not inverted and named_person(look, span)


def _last(look: Look, span: Span) -> bool:
    """Tell whether it ends its clause: "Đoàn Việt Nam do X *làm Trưởng đoàn*"."""
    return look.document.text[span.end : span.end + 1] in ("", ".", ";", "\n")


def _envoy(look: Look, span: Span) -> bool:
    """Tell whether it is an envoy who is summoned, not a witness: his word stands before or behind."""
    envoys = look.grammar["envoy"]
    return envoys.first(look.after(span, OBJECT)) >= 0 or envoys.first(look.before(span.start, FAR)) >= 0
