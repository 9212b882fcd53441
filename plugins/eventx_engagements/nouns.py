"""Whether a noun tells of an event of its own, takes up one told before, or tells of none."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Literal

from eventx import NounPhrase, Span
from eventx_engagements.about_papers import is_no_signing, is_of_paper
from eventx_engagements.goes_on import is_what_others_will_do
from eventx_engagements.groups import group_before
from eventx_engagements.surroundings import Surroundings, has_number
from eventx_engagements.words import LOW, NO_MARKS, Look, end_of

Kind = Literal["own", "anaphoric"]

_PAPER = 60
_OFTEN = 20
"""How far behind a conference it may be told how often it was held, in words."""
_ALL = 100
"""The most words of a sentence that are looked at."""
_GIVEN = ("host_noun", "host_meal")
"""Frames of what somebody gives for another."""
_SOON = 12
"""Among how many words behind a conference the month may stand in which it is to be."""
_THERE = 60
"""How far before a visit somebody is said to be there, in code points."""
_OFFICE = 4
"""The most words of an office."""
_SIDES = 7
"""How many words behind visits those of both sides may stand."""


def noun_kind(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Kind | None:
    """Return whether the noun tells of an event of its own, takes up one told, or (``None``) tells of none."""
    known: Kind | None = "anaphoric" if value.get("anaphoric") else None
    others = value["type"] == "conference" and is_what_others_will_do(look, phrase)
    if known or others or ("several" in value and _is_habit(look, span, phrase)) or _tells_nothing(look, span, phrase, value):
        return known
    seen = Surroundings(look, span, phrase, value)
    within = phrase.preposition in look.grammar["takes_up"].table
    if value.get("strict") and phrase.determiner != "generic":
        return _strict(phrase, seen, within=within)
    if phrase.determiner in ("definite", "demonstrative") or seen.taken_up:
        kind = _definite(phrase, seen, value, within=within)
        # "the upcoming meeting" is none of those told
        if kind == "anaphoric" and seen.is_other:
            kind = "own" if _is_to_come(look, span, value) else None
        return None if kind == "own" and _is_nobodys(phrase, seen, value) else kind
    if phrase.determiner == "possessive":
        # "told Y in her first meeting"
        leads = phrase.light is not None or phrase.preposition in look.grammar["said_in"].table
        held = leads and has_number(look, phrase)
        told = seen.own or ((phrase.named or seen.close or held) and not value.get("weak"))
        # "attended President X's inauguration", "joined Minister Y's dinner"
        whose = phrase.named and phrase.role == "participant" and value["type"] in ("ceremony", "meeting")
        told = told or whose or (value["type"] == "visit" and _is_there(look, phrase))
        # "At his reception, Chairman X said"
        opens = value["frame"] in _GIVEN and phrase.start == look.document.sentence_at(span.start).start
        opens = opens and phrase.preposition in look.grammar["said_in"].table
        return "own" if told else None if value.get("weak") and not opens else "anaphoric"
    if phrase.determiner in ("indefinite", "generic"):
        return "own" if phrase.determiner == "indefinite" and _is_introduced(phrase, seen, value) else None
    return _invited(phrase, seen, value) or _bare(phrase, seen, value, within=within)


# Chuyến thăm diễn ra theo lời mời của X · Chuyến đi của X được thực hiện theo lời mời của Y
def _invited(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any]) -> Kind | None:
    """Return the kind of a visit of which a sentence says by whom the visitor was invited."""
    if value["type"] != "visit" or phrase.preposition is not None or phrase.light is not None or not seen.invited:
        return None
    return "own" if seen.own else "anaphoric"


def _is_told_of_all(look: Look, span: Span) -> bool:
    """Tell whether it is told how often a conference has taken place so far: "has been held *three times*"."""
    often, end = look.grammar["often"], look.document.sentence_at(span.start).end
    if not often.may_stand(look.document.lower, span.end, end):
        return False
    words = look.words(span.end, end, _OFTEN, NO_MARKS)
    return often.first(words) > 0 and look.grammar["happened"].first(words) >= 0


def _tells_nothing(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> bool:
    """Tell whether the noun is what a document is about, or one of several conferences ("các hội nghị liên quan")."""
    if is_of_paper(look, span, phrase, value["type"]) or (value["type"] == "signing" and is_no_signing(look, phrase)):
        return True
    if value["type"] == "meeting" and _is_own_session(look, span, phrase):
        return True
    if value["type"] == "visit" and _is_exchange(look, span, phrase):
        return True
    led = phrase.light is None if look.grammar.behind else phrase.preposition is not None
    behind = look.after(span, 1) if value["type"] == "conference" else []
    if behind and behind[0][LOW] in look.grammar["body_end"].table and look.is_capital(behind[0]):
        return True  # "at the Pacific Islands Forum *Secretariat*"
    if value["type"] == "conference" and (
        (led and _is_of_body(look, phrase)) or _is_told_of_all(look, span) or _is_last_one(look, span)
    ):
        return True
    return value["type"] == "conference" and phrase.determiner == "plural" and look.grammar.behind


# The last Peru-Chile Consultation was held in 2019; not "the last meeting with X", "following the previous Peru-Chile talks"
def _is_nobodys(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any]) -> bool:
    """Tell whether a meeting is another than the one at hand, and nobody is told to have been there."""
    return value["type"] == "meeting" and phrase.preposition is None and seen.is_other and not seen.own


# các thành quả của Hội nghị Bộ trưởng ASEAN *lần trước*; not "Hội nghị lần trước tháng 5/2019"
def _is_last_one(look: Look, span: Span) -> bool:
    """Tell whether a conference is the one before that of which the text tells, on no day."""
    last, end = look.grammar["last_one"], look.document.sentence_at(span.start).end
    if not last.table or not last.may_stand(look.document.lower, span.end, min(span.end + _PAPER, end)):
        return False
    words = look.after(span, _OFTEN)
    at = last.first(words)
    return at >= 0 and not look.has_when(words[at:])


# the cabinet praised the King at *its* weekly meeting on Tuesday; not "its meeting in Lima with the minister"
def _is_own_session(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a meeting is that of a body's own members: a pronoun of things owns it, and nobody is met."""
    own = look.grammar["body_owner"].table
    if not own or phrase.owner is None or phrase.named or phrase.light is not None:
        return False
    if look.document.lower[phrase.owner.start : phrase.owner.end] not in own:
        return False
    return look.grammar["company"].first(look.after(span, _SIDES)) < 0


# informed his host of the coming trade conference in Lima *in September*; not "discussed the upcoming forum with X on Monday"
def _is_to_come(look: Look, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether the month stands behind a conference in which it is to be."""
    if value["type"] != "conference" or look.grammar.behind:
        return False
    within = look.grammar["year"].table
    return any(before[LOW] in within and look.is_calendar(word) for before, word in pairwise(look.after(span, _SOON)))


# The premier *is now in Norway for* her first visit
def _is_there(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether somebody is said to be somewhere for a visit of his own."""
    if phrase.preposition not in look.grammar["on_visit"].table:
        return False
    words = look.before(phrase.start, _THERE)
    at = look.grammar["is_there"].first(words)
    return at >= 0 and look.is_name(words[-1])


# Officials of the two towns have paid visits to each other; not "they paid visits to A and B", "on May 3"
def _is_habit(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether visits are those of a group nobody of which is named, on no day: what is done again and again."""
    if phrase.light is None or (phrase.owner is not None and phrase.named):
        return False
    sentence = look.document.sentence_at(span.start)
    if look.has_when(look.words(sentence.start, sentence.end, _ALL, NO_MARKS)):
        return False
    words = look.before(phrase.start, _PAPER)
    if not words or any(word[LOW] in look.grammar["they"].table for word in words[-_OFFICE:]):
        return False
    led = words[0][LOW] in look.grammar["article"].table and not look.has_name(words[1:])
    several = led and any(look.grammar[tag].first(words) > 0 for tag in ("plural", "crowd"))
    return several or group_before(look, phrase.start) is not None


# closer ties *through* religious visits from Lima to Rome · trong các chuyến thăm của lãnh đạo *hai nước*
def _is_exchange(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether visits are only what ties are kept up by, or those of both sides, each to the other's country."""
    if phrase.determiner == "plural":
        return look.grammar["plural"].first(look.after(span, _SIDES)) >= 0
    return phrase.determiner is None and phrase.owner is None and phrase.preposition in look.grammar["means"].table


def _is_of_body(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether what looks like a conference is a body somebody is of: "the *Chair of* the Pacific Islands Forum".

    In languages without "of" the office stands right before it: "*Chủ tịch* Hội nghị".
    """
    if look.grammar.behind:
        people, words = look.grammar["people"], look.before(phrase.start, _PAPER)[-_OFFICE:]
        places = range(len(words))
        close = bool(words) and not look.document.text[end_of(words[-1]) : phrase.start].strip()
        return close and any(people.value(words, at) is True and people.run(words, at) == len(words) - at for at in places)
    if phrase.preposition not in look.grammar["led_in_body"].table:
        return False
    bodies = look.grammar["of_body"]
    words = look.before(phrase.start, _PAPER) if look.may_stand_before(phrase.start, bodies) else []
    return bool(words) and words[-1][LOW] in bodies.table


def _definite(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any], *, within: bool) -> Kind | None:
    """Return the kind of a noun with "the", "this" or "này": its own if it says whose or which, else one told before."""
    told = seen.own or (seen.named and phrase.determiner != "demonstrative")
    if not told and value.get("weak") and seen.close:
        if value["type"] == "visit":
            return "anaphoric"  # "With the trip on 5 May, the two have met three times"
        told = True
    # "The inauguration ceremony of the embassy was held on Friday": told nowhere else
    own = value["type"] == "signing" or (value["type"] == "ceremony" and bool(phrase.modifiers))
    own = own and phrase.preposition is None and phrase.light is None
    told = told or (own and seen.dated and seen.happens)
    # "During the visit from May 3 to 5, the delegation met X", where no visit was told before
    told = told or (value["type"] == "visit" and phrase.determiner == "definite" and seen.first_dated)
    # "co-chaired the sixth meeting of the group": one of a series
    told = told or (value["type"] == "conference" and phrase.light is not None and seen.numbered and seen.dated)
    if told and not seen.taken_up:
        return "own"
    return "anaphoric" if within or not value.get("weak") else None


def _is_introduced(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any]) -> bool:
    """Tell whether a noun with an indefinite article tells of an event: "held a meeting", "at a meeting on Monday"."""
    if value["type"] == "conference" and phrase.light is None and phrase.preposition is None and seen.apposed:
        return False  # "the G20, a forum of …" tells what it is
    if seen.own:
        return True
    kind = value["type"]
    if value.get("weak"):
        # "A get-together was hosted by X on Friday"
        held = kind == "ceremony" and seen.dated and seen.happens
        return held or (phrase.light is not None and (bool(phrase.role) or seen.several))
    if phrase.light is not None or (kind in ("visit", "meeting") and seen.received):
        return True
    led_in = phrase.preposition is not None and (kind == "visit" or seen.dated or (kind == "meeting" and seen.several))
    # "received the letter from Ambassador X during a meeting in Lima"
    led_in = led_in or (kind == "meeting" and phrase.preposition is not None and seen.handed)
    return led_in or (seen.dated and (kind in ("conference", "ceremony") or (kind == "meeting" and seen.happens)))


def _strict(phrase: NounPhrase, seen: Surroundings, *, within: bool) -> Kind | None:
    """Return the kind of a noun that mostly means something else (congress, session): an event only under a name, in use."""
    numbered = seen.numbered and (phrase.preposition is not None or phrase.determiner == "definite")
    if seen.named and (seen.close or phrase.light is not None or within or numbered):
        return "own"
    if phrase.determiner == "indefinite" and phrase.light is not None and phrase.role == "participant":
        return "own"  # "attended a business dialogue"
    if phrase.light is not None and seen.dated and (seen.convened or (phrase.determiner == "possessive" and seen.numbered)):
        return "own"  # "convened an emergency session of envoys on Monday", "opened its ninth session on Monday"
    if seen.sits or (phrase.determiner == "definite" and phrase.modifiers and seen.named and seen.dated and seen.happens):
        return "own"  # "The Strategic Dialogue between Peru and Chile was held in Lima on 13 May"
    if (phrase.role == "host" and seen.is_bare) or seen.presided:
        return "anaphoric"  # "X chủ trì Phiên họp.", "Kỳ họp do X chủ trì": the one just told
    return "anaphoric" if phrase.determiner in ("definite", "demonstrative") and (within or phrase.preposition is None) else None


def _bare(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any], *, within: bool) -> Kind | None:
    """Return the kind of a noun without an article: "held talks", "in talks with X", "tại buổi tiếp", "14th Forum"."""
    led_in = phrase.preposition is not None or phrase.light is not None
    if value.get("weak") and not (seen.own and (led_in or (value["type"] == "meeting" and seen.happens))):
        # "X và Y đã bắt đầu các cuộc đàm phán"
        return "own" if phrase.light is not None and value["type"] == "meeting" and seen.several else None
    if seen.own or (seen.named and (seen.dated or led_in or (value["type"] == "conference" and seen.takes_place))):
        return "own"
    if phrase.role == "host" and value["type"] == "meeting" and value.get("counted") and not seen.dated:
        return "anaphoric"  # "X chủ trì buổi làm việc": the one just told
    if phrase.light is not None and phrase.determiner != "plural":
        # who attends something is told of it before; who holds it, tells of it
        return "anaphoric" if phrase.role in ("participant", "speaker") else "own"
    takes_up = within and not phrase.modifiers and (value["type"] != "conference" or phrase.determiner != "plural")
    takes_place = value["type"] in ("conference", "ceremony") and seen.dated and seen.happens
    takes_up = takes_up or (value["type"] == "conference" and not takes_place and seen.presided)
    if takes_place or (seen.dated and value.get("counted") and not takes_up):
        return "own"
    return "anaphoric" if takes_up or (value.get("counted") and value["type"] in ("meeting", "signing")) else None
