"""What must stand around a verb for it to tell of an event: somebody, a place, a document, a gift."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from eventx import Span
from eventx_engagements.arrivals import held_on, is_dated, is_shown, lists, members, met_at_airport
from eventx_engagements.company import discussed, meal, rung, spoken, spoken_with, to_talk, two, two_or_pair
from eventx_engagements.credentials import gives_credentials
from eventx_engagements.deeds import goes_for, honours, its_side, mourned, opened, sealed
from eventx_engagements.feasts import greeted
from eventx_engagements.gathered import crowd, gathered
from eventx_engagements.goals import (
    and_to,
    arrived_at,
    came_when,
    comes_home,
    destination,
    goal,
    goal_or_site,
    goes_then,
    leaves_when,
    led,
    left,
    paid,
    was_there,
)
from eventx_engagements.handed import gift, given_to, goods
from eventx_engagements.lexicon import ends
from eventx_engagements.named_behind import inverted, members_of, there_were
from eventx_engagements.on_the_way import came_from, is_there, worked, worked_in
from eventx_engagements.papers import document, paper, parties
from eventx_engagements.serial import arrives
from eventx_engagements.somebody import (
    FAR,
    OBJECT,
    envoy_met,
    in_office,
    is_official,
    listed,
    named_guest,
    named_person,
    names_anything,
    no_thing,
    officials,
    person,
)
from eventx_engagements.taken import fronted, fronted_on_side, just_told
from eventx_engagements.visited import called
from eventx_engagements.words import LISTED, LOW, NO_MARKS, Look, end_of

_NEAR = 90
_DOES = 7
"""Among how many words behind "visiting" an office and what its holder did are told."""
_HEAD = 4
"""How many words at a sentence's head may tell of the group whose members it names."""
"""What a call ends at; a full stop may be that of "U.S."."""


def fits(look: Look, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether what the trigger's entry needs stands around it."""
    if value.get("trip"):
        if comes_home(look, span):
            return False
        sentence = look.document.sentence_at(span.start)
        start, end = max(sentence.start, span.start - FAR), min(sentence.end, span.end + FAR)
        told = look.grammar["trip"].first(look.words(start, end, 80, NO_MARKS)) >= 0 or _goes_on(look, span)
        if not told and not is_official(look, span) and not goes_then(look, span):
            return False
    need = value.get("needs")
    return need is None or (_needs()[need](look, span) and not (value.get("inside") and _is_somebody_unnamed(look, span)))


# The *visiting* envoy thanked President X; not "the visiting envoy X", "visiting ministers led by X"
def _is_somebody_unnamed(look: Look, span: Span) -> bool:
    """Tell whether the visitor is told by an office alone, and what he did follows at once: whoever is named next is another."""
    words, past = look.after(span, _DOES), ends(look.document.lang, "past")
    if not past:
        return False
    at = next((at for at, word in enumerate(words) if look.is_capital(word) or (at and word[LOW].endswith(past))), len(words))
    if at + 1 >= len(words) or look.is_capital(words[at]) or words[at - 1][LOW].endswith(ends(look.document.lang, "adverb")):
        return False  # "the visiting newly appointed minister X"
    return words[at + 1][LOW] not in look.grammar["agent"].table


# will visit Vienna on Monday. … After Vienna, he will travel to Prague
def _goes_on(look: Look, span: Span) -> bool:
    """Tell whether who travels is told by a pronoun alone, where a visit was told before."""
    pronouns = look.grammar["subject_pronoun"].table
    return look.travelled and any(word[LOW] in pronouns for word in look.before(span.start, FAR)[-_HEAD:])


@lru_cache(maxsize=1)
def _needs() -> Mapping[str, Callable[[Look, Span], bool]]:
    """Return the test of each need."""
    # longer than other functions, for it is a table: a line for each need that a words file may name
    return {
        "person": person,
        "named": named_person,
        "named_guest": named_guest,
        "greeted": greeted,
        "signed_for": names_anything,
        "was_there": was_there,
        "listed": listed,
        "opening": _opening,
        "closing": lambda look, span: not look.after(span, 1),
        "officials": officials,
        "each_other": _each_other,
        "no_thing": no_thing,
        "goal": goal,
        "goal_or_site": goal_or_site,
        "goes_then": lambda look, span: goes_then(look, span) and goal(look, span),
        "toured": lambda look, span: goal_or_site(look, span) and is_official(look, span),
        "document": document,
        "sealed": sealed,
        "premises": lambda look, span: opened(look, span) or is_shown(look, span),
        "goal_trip": goes_for,
        "official": lambda look, span: names_anything(look, span) and is_official(look, span),
        "paper": paper,
        "parties": parties,
        "destination": destination,
        "arrived_at": arrived_at,
        "came_when": came_when,
        "leaves_when": leaves_when,
        "and_to": and_to,
        "left": left,
        "paid": paid,
        "group": _group,
        "its_side": its_side,
        "inverted": inverted,
        "members_of": members_of,
        "there_were": there_were,
        "meal": meal,
        "matters": lambda look, span: two(look, span) and look.grammar["matter"].first(look.after(span, OBJECT)) >= 0,
        "gift": gift,
        "given": gift,
        "envoy_gives": gives_credentials,
        "copy": lambda look, span: gift_kind(look, span) == "credentials",
        "honour": gift,
        "honours": honours,
        "honoured_by": _honoured_by,
        "stone": lambda look, span: _by(look, span) and look.grammar["stone"].first(look.before(span.start, FAR)) >= 0,
        "given_to": given_to,
        "goods": goods,
        "by": _by,
        "hosted": lambda look, span: _by(look, span) and look.grammar["occasion"].first(look.before(span.start, FAR)[-2:]) < 0,
        "met_by": _met_by,
        "two": two,
        "two_or_pair": two_or_pair,
        "discussed": discussed,
        "to_talk": to_talk,
        "rung": rung,
        "spoken": spoken,
        "spoken_with": spoken_with,
        "spoken_to": in_office,
        "called": called,
        "envoy": _envoy,
        "envoy_met": envoy_met,
        "calling": lambda look, span: (fronted(look, span) or _is_done_when(look, span)) and called(look, span),
        "arrival": arrives,
        "fronted": fronted,
        "fronted_on_side": fronted_on_side,
        "just_told": just_told,
        "heads": _heads,
        "opens_alone": lambda look, span: fronted(look, span) and not look.after(span, 1),
        "titled": titled_at_once,
        "welcomed": lambda look, span: titled_at_once(look, span) and not fronted(look, span),
        "titled_name": in_office,
        "gathered": gathered,
        "crowd": crowd,
        "airport": met_at_airport,
        "last": _last,
        "name": names_anything,
        "mourned": mourned,
        "held_on": held_on,
        "is_there": is_there,
        "came_from": came_from,
        "worked": worked,
        "lists": lists,
        "lists_first": lambda look, span: fronted(look, span) and lists(look, span),
        "led": led,
        "heads_list": _heads_list,
        "members": members,
        "worked_in": worked_in,
        "goal_on": lambda look, span: goal(look, span) and is_dated(look, look.document.sentence_at(span.start)),
    }


def _each_other(look: Look, span: Span) -> bool:
    """Tell whether somebody follows, or several are said to meet one another: "*X and Y* met in Geneva"."""
    if person(look, span):
        return True
    words = look.before(span.start, FAR)
    plural, joins, when = look.grammar["plural"], look.grammar["join"], look.grammar["when"]
    grammar, following = look.grammar, look.after(span, 2)
    named = any(word[LOW] in joins.table for word in words) and sum(map(look.is_name, words)) >= 2
    if plural.first(words[-6:]) >= 0:
        # "Foreign Ministers X and Y met *on* the sidelines of the forum", "… met."
        alone = named and words[-1][LOW] not in grammar["passive"].table
        alone = alone and (not following or following[0][LOW] in grammar["break"].table)
        return alone or when.first(following) >= 0 or grammar["where"].first(following) >= 0
    if following and following[0][LOW] in grammar["article"].table and following[0][LOW] not in grammar["destination"].table:
        return False  # "asked by the Ministry of Health and Sanitation to meet *the* urgent needs"
    if following and following[0][LOW] in grammar["met_things"].table:
        return False
    return named


def _group(look: Look, span: Span) -> bool:
    """Tell whether a delegation or a group of guests is told by its members: "the *delegation* of X *included* Minister Y"."""
    if not named_person(look, span):
        return False
    group = look.grammar["group"]
    # "The delegation, led by the Minister of Trade and Tourism of X, Y, included Z": however much is told of who leads it
    start = look.document.sentence_at(span.start).start
    return group.first(look.before(span.start, _NEAR)) >= 0 or group.first(look.words(start, span.start, _HEAD, NO_MARKS)) >= 0


def _heads_list(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence and a list follows behind a colon: "*Receiving the delegation*: Governor X"."""
    return fronted(look, span) and look.document.text[span.end : span.end + 2].lstrip()[:1] == ":"


def gift_kind(look: Look, span: Span) -> Any:
    """Return what is given, by the value of its word: "donation", of which nobody is host or guest, or "credentials"."""
    gifts = look.grammar["gift"]
    words = look.after(span, 12, 2 * _NEAR, LISTED)
    index = gifts.first(words)
    return gifts.value(words, index) if index >= 0 else None


# received from President X the Order of Merit; not "received from President X a letter"
def _honoured_by(look: Look, span: Span) -> bool:
    """Tell whether somebody in office follows, and the honour that is received from him."""
    return look.grammar["people"].first(look.after(span, OBJECT)[:_HEAD]) >= 0 and gift_kind(look, span) == "donation"


def _by(look: Look, span: Span) -> bool:
    """Tell whether it is said by whom, somebody named or a word of people: "was received at the airport *by X*"."""
    words = look.after(span, 20)
    if words and (look.is_calendar(words[-1]) or look.document.text.startswith(" (", end_of(words[-1]))):
        words = look.after(span, 20, marks=LISTED)  # "was received on Monday, 5 May, by X"; "at the Airport (BIA) by X"
    index = next((i for i, word in enumerate(words) if word[LOW] in look.grammar["agent"].table), -1)
    behind = words[index + 1 : index + 1 + OBJECT] if index >= 0 else []
    return look.has_name(behind) or look.grammar["people"].first(behind) >= 0


def _met_by(look: Look, span: Span) -> bool:
    """Tell whether somebody in office and named is who met somebody: "was met at the airport *by Minister X*"; no demand."""
    if not _by(look, span):
        return False
    words = look.after(span, 24, marks=LISTED)
    at = next(index for index, word in enumerate(words) if word[LOW] in look.grammar["agent"].table)
    people = look.grammar["people"].first(words[at + 1 : at + 1 + OBJECT])
    return people >= 0 and look.has_name(words[at + 1 + people :])


def titled_at_once(look: Look, span: Span) -> bool:
    """Tell whether somebody follows at once by office or courtesy: "thượng đỉnh giữa *Tổng thống* X và …"."""
    return look.grammar["people"].first(look.after(span, 4)) >= 0


# Trưởng đoàn Việt Nam là X; *trưởng đoàn* Lào là Y
def _heads(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence, or one more part of it that opens with the same words."""
    document, start = look.document, look.document.sentence_at(span.start).start
    before = document.text[start : span.start].rstrip()
    if not before:
        return True
    joins = look.grammar["join"].table
    again = document.match.startswith(document.match[span.start : span.end], start)
    return again and (before[-1] in ";," or before.lower().split()[-1] in joins)


def _opening(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence and somebody who is named follows: "*Welcoming* Ambassador X to his office, Y …"."""
    # not "Welcoming the delegation was Chairman X"
    inverted = look.grammar["inverted"].first(look.after(span, OBJECT)) >= 0
    if _is_done_when(look, span):
        return in_office(look, span)  # "praised the ties while welcoming President X"
    return fronted(look, span) and not inverted and named_person(look, span)


def _is_done_when(look: Look, span: Span) -> bool:
    """Tell whether a word of time stands right before a form in -ing: "*while* welcoming", "*after* calling on"."""
    before = look.document.match[max(span.start - 16, 0) : span.start].split()
    return bool(before) and look.grammar["gerund"].table.get(before[-1]) == "when"


def _last(look: Look, span: Span) -> bool:
    """Tell whether it ends its clause: "Đoàn Việt Nam do X *làm Trưởng đoàn*"."""
    return look.document.text[span.end : span.end + 1] in ("", ".", ";", "\n")


def _envoy(look: Look, span: Span) -> bool:
    """Tell whether it is an envoy who is summoned, not a witness: his word stands before or behind."""
    envoys = look.grammar["envoy"]
    return envoys.first(look.after(span, OBJECT)) >= 0 or envoys.first(look.before(span.start, FAR)) >= 0
