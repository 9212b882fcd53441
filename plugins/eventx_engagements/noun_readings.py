"""Nouns that tell of events: read with what leads in to them, or as the verbs they are by their form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import Anchor, Hit, NounPhrase, Span, maker, noun_phrase
from eventx_engagements.again import is_what_else
from eventx_engagements.company import is_of_two, is_one_owner, is_told_of_two, led_by_two
from eventx_engagements.doers import GOES, doers, is_of_idea, is_on_trip, is_strangers, noun_subject, owner_of
from eventx_engagements.examples import is_mechanism
from eventx_engagements.feasts import given_for
from eventx_engagements.fields import form_of
from eventx_engagements.inside import spoken_before
from eventx_engagements.lexicon import ends
from eventx_engagements.names import conference_name
from eventx_engagements.nouns import noun_kind
from eventx_engagements.present import present
from eventx_engagements.serial import attended
from eventx_engagements.series import is_background, is_numbered, is_of_body
from eventx_engagements.somebody import in_office
from eventx_engagements.subjects import Told, role_of
from eventx_engagements.surroundings import has_number
from eventx_engagements.taken import follows, is_received, is_taken
from eventx_engagements.verbs import Reading, read_verb
from eventx_engagements.visited import is_called_on, is_visited
from eventx_engagements.words import LOW, NO_MARKS, Look, end_of

_LEAD_IN = 40
"""How far behind the start of its sentence a visit may stand of which words without a name tell."""
_SESSION: Mapping[str, Any] = {"type": "meeting", "form": "talks", "frame": "meeting", "anaphoric": True}
"""What "the session" is behind "a session of political talks"."""
_CALL: Mapping[str, Any] = {"type": "meeting", "form": "courtesy_call", "frame": "call"}

_anchor, _reading, _span = maker(Anchor), maker(Reading), maker(Span)


def read_noun(look: Look, hit: Hit, before: Told | None) -> Reading | None:
    """Return the reading of a noun, if its lead-in and what follows make it an event of its own or take up one."""
    value: Mapping[str, Any] = hit.value
    span = _span(hit.start, hit.end)
    phrase = noun_phrase(look.document, span)
    if "verb" in value and is_verb(look, hit, phrase):
        return read_verb(look, hit, value["verb"], before)
    if "direct" in value and phrase.light is not None and not phrase.role and is_called_on(look, span):
        # "có cuộc hội kiến Tổng thống X": who is met follows as after a verb
        return read_verb(look, hit, value["direct"], before)
    value = _as_told(look, span, phrase, value)
    if "cut" in value:
        # "videoconference *of the* European Council": a conference
        span = _span(hit.start, hit.start + value["cut"])
    there = present(look, span, phrase, value["type"])
    if there is not None:
        return there
    part = is_mechanism(look, span) or _is_part(look, span, phrase, value, before)
    part = part or is_what_else(look, phrase, value["type"], before)
    kind = None if part else noun_kind(look, span, phrase, value)
    kind = "anaphoric" if kind == "own" and _is_accompanied(look, phrase, value, before) else kind
    # "Cùng tham dự lễ khởi công có X", where a ceremony was just told
    again = before is not None and before.type == value["type"] == "ceremony"
    told = kind == "own" and value["type"] in ("ceremony", "visit") and not again
    listing = None if told else attended(look, span, phrase, close=kind == "own" and value["type"] == "conference")
    if listing is not None:
        joined = {"type": "scene", "frame": "joined"}
        # "Cùng dự *cuộc gặp* có X": no trip that was told is meant
        form = "meeting" if value["type"] == "meeting" else None
        return Reading(anchor=Anchor(span=listing, lead=listing.start), frame="joined", value=joined, form=form)
    if kind is None:
        return None
    return _noun_reading(look, span, phrase, value, kind, before)


# Cùng đi với X *trong chuyến thăm* Peru của Nguyên thủ có A và B
def _is_accompanied(look: Look, phrase: NounPhrase, value: Mapping[str, Any], before: Told | None) -> bool:
    """Tell whether a visit is that of somebody whose company the sentence tells: the one told before."""
    if before is None or before.frame != "comes_along" or value["type"] != "visit" or phrase.preposition is None:
        return False
    return before.span.start >= look.document.sentence_at(phrase.start).start


# A reception was held at the Palm Hotel on Monday to mark the National Day
def read_feast(look: Look, hit: Hit, before: Told | None) -> Reading | None:
    """Return the reading of a reception said to be held somewhere, if none was told before and a day is kept at it."""
    span = _span(hit.start, hit.start + len(hit.entry.surface.split(maxsplit=1)[0]))
    phrase = noun_phrase(look.document, span)
    value = given_for(look, span, phrase, hit.value) if phrase.determiner == "indefinite" else hit.value
    return None if value is hit.value else _noun_reading(look, span, phrase, value, "own", before)


def _as_told(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a noun stands for here, by what it is told with."""
    value = given_for(look, span, phrase, _of_series(look, span, phrase, _of_call(look, span, phrase, value)))
    value = _of_equals(look, span, phrase, value)
    known = value["type"] == "conference" and phrase.determiner == "definite"
    if known and look.document.match[span.start : span.end] in look.met:
        return _SESSION
    if value.get("form") == "summit" and is_of_two(look, span, phrase):
        return {"type": "meeting", "form": "talks", "frame": "views"}
    if "goal" in value and _goes_to_place(look, span):
        return {"type": "visit", "frame": "visit", "again": "visit_again"}
    if value["type"] == "visit" and is_received(look, span, phrase):
        return {"type": "meeting", "form": "reception", "frame": "call_received"}
    return value


def _of_equals(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a meal or a call stands for, which may be told as a meeting of people of whom none receives another."""
    if value["frame"] == "host_meal" and _is_shared(look, span, phrase):
        return {**value, "frame": "shared_meal"}
    if value["frame"] == "call" and _is_said_at(look, span, phrase):
        return {**value, "frame": "meeting"}
    return value


# had lunch with X · discussed trade during a working lunch; not "hosted a lunch with X", "at a dinner for X", "at a dinner by X"
def _is_shared(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a meal is told as one that people have together: with a verb of having, or as where something was said."""
    words = look.after(span, 2)
    together = bool(words) and words[0][LOW] in look.grammar["company"].table
    if phrase.light is not None:
        return not phrase.role and together
    said = phrase.determiner == "indefinite" and phrase.preposition in look.grammar["said_in"].table
    return said and not (words and look.grammar["meal_for"].run(words, 0))


# X thanked Ambassador Y during a courtesy call held on Monday; not "during a courtesy call by Y", "on Y"
def _is_said_at(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a call is only told as where something was said, and not who paid it to whom: all of its clause were there."""
    if phrase.light is not None or phrase.determiner != "indefinite" or phrase.preposition not in look.grammar["said_in"].table:
        return False
    words = look.after(span, 2)
    return not words or words[0][LOW] not in look.grammar["paid_by"].table or look.has_when(words[1:])


def _noun_reading(  # noqa: PLR0917 - what the noun is read by
    look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any], kind: str, before: Told | None
) -> Reading:
    """Return the reading of a noun of which it is settled that it tells of an event, its own or one at hand."""
    # "is undertaking the visit": known, but said of whose it is
    undertaken = value["type"] == "visit" and phrase.light is not None
    role = "participant" if is_of_idea(look, phrase) else role_of(look, phrase, value["type"])
    goes = value["type"] == "visit" or (phrase.light is not None and role in GOES[: 1 + is_on_trip(before)])
    subject = noun_subject(look, phrase, before, goes=goes)
    subject, grouped, praised = doers(look, phrase, value, role, subject, own=kind == "own", end=span.end)
    opens = _leads_in(look, span, phrase, value)
    anchor = _anchor(
        span=_span(phrase.head, span.end),
        lead=look.document.sentence_at(span.start).start if opens else phrase.start,
        phrase=opens or (phrase.preposition is not None and phrase.light is None),
        owner=owner_of(look, phrase) if phrase.named and not is_strangers(look, phrase) else None,
        role=role,
        subject=subject,
    )
    return _reading(
        anchor=anchor,
        frame=_frame_of(look, phrase, value, again=kind == "anaphoric" and not undertaken),
        value=value,
        form=form_of(look, span, phrase, value["type"]) or value.get("form"),
        phrase=phrase,
        anaphoric=kind == "anaphoric",
        grouped=grouped or praised,
        background=praised or (value["type"] == "visit" and is_background(look, span, phrase)),
        name=conference_name(look, span, phrase) if value["type"] == "conference" else None,
    )


# Tiếp tục chương trình *chuyến thăm*, chiều 10/5, X dự lễ
def _leads_in(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> bool:
    """Tell whether a comma ends words without a name that open the sentence with a visit: who is told behind it makes that."""
    if value["type"] != "visit" or not look.grammar.behind or not look.document.text.startswith(",", span.end):
        return False
    start = look.document.sentence_at(span.start).start
    if span.start - start > _LEAD_IN or any(map(str.isupper, look.document.text[start + 1 : phrase.start])):
        return False
    # somebody by office and name: not "Kết thúc chuyến thăm, Đoàn đã chào xã giao Đại sứ X"
    words, people = look.words(span.end, look.document.sentence_at(span.start).end, 16, NO_MARKS), look.grammar["people"]
    at = people.first(words)
    behind = words[at + people.run(words, at) :][:1] if at >= 0 else []
    return bool(behind) and look.is_capital(behind[0])


def _frame_of(look: Look, phrase: NounPhrase, value: Mapping[str, Any], *, again: bool) -> str:
    """Return the frame of a noun: where it takes up what was told, where its light verb says that it was received."""
    if again and "again" in value:
        return str(value["again"])
    return str(value["received"] if "received" in value and is_taken(look, phrase) else value["frame"])


def _of_series(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a meeting is that is one of a body's series: a conference."""
    of_series = "numbered" in value and (is_numbered(look, span, phrase) or is_of_body(look, span, phrase))
    if not of_series or is_one_owner(look, phrase):
        return value
    return {"type": "conference", "form": value["numbered"], "frame": "conference", "again": "conference_again", "of": True}


# paid a visit to President X · tại cuộc gặp Thủ tướng X
def _of_call(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a visit is that is paid to somebody, a call; or a meeting behind which stands who was met."""
    if "direct" in value and is_called_on(look, span):
        return {**value, "frame": "meeting_whom"}
    words = look.after(span, 1) if value["type"] == "visit" and phrase.light is not None else []
    if not words:
        return value
    somebody, grammar = _span(span.start, end_of(words[0])), look.grammar
    return _CALL if words[0][LOW] in grammar["toward"].table and is_visited(look, somebody) else value


# starting its courtesy visit to Newport; not "a courtesy visit to the Minister", "to the Ministry"
def _goes_to_place(look: Look, span: Span) -> bool:
    """Tell whether what may be a call on somebody is a visit: it leads to a place."""
    words = look.after(span, 8)
    if len(words) < 2 or words[0][LOW] not in look.grammar["toward"].table or look.grammar["people"].first(words) >= 0:
        return False
    return look.has_name(words[1:7]) and look.grammar["seat"].first(words) < 0


# President X received a visit from Prime Minister Y · received an official visit by a delegation of Z
def _is_part(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any], before: Told | None) -> bool:
    """Tell whether a noun only says where or how something else was done, or is no event without a light verb.

    Accepts: "ready for negotiations with X"; "on the sidelines of the UN General Assembly"; "signed a deal *in a ceremony*".
    """
    # "During negotiations with Minister X, Y said"
    told = phrase.light is not None or phrase.preposition in look.grammar["said_in"].table
    alone = value.get("needs") == "light_with" and not (told and in_office(look, span))
    # "cho ý kiến về việc *chuẩn bị* Kỳ họp thứ 8"
    if alone or (value.get("strict") and look.grammar.behind and spoken_before(look, span.start) == "ahead"):
        return True
    if "edition" in value and (phrase.preposition in look.grammar["aside"].table or not has_number(look, phrase)):
        return True
    if before is None or phrase.light is not None:
        return False
    if value["frame"] == "host_meal":
        # "was hosted *to a dinner* by X"
        return before.frame == "host_passive" and phrase.start <= before.span.end + 1
    within = phrase.determiner == "indefinite" and phrase.preposition in look.grammar["own_ceremony"].table
    if before.type != "signing" or value["type"] != "ceremony" or not within or phrase.modifiers:
        return False
    between = look.document.text[before.span.end : phrase.start]
    return before.span.start >= look.document.sentence_at(phrase.start).start and "," not in between


def _ends_two(look: Look, offset: int) -> bool:
    """Tell whether the second of two people who are named, joined, stands right before `offset`."""
    words = look.before(offset, 60)
    joined = bool(words) and look.is_capital(words[-1]) and not look.document.text[end_of(words[-1]) : offset].strip()
    if not joined or not is_told_of_two(look, offset):
        return False
    joins = look.grammar["join"].table
    # "Nga và Iran hội đàm": nothing but names
    return look.grammar["people"].first(words) >= 0 or all(look.is_capital(word) or word[LOW] in joins for word in words)


def _meets_somebody(look: Look, hit: Hit) -> bool:
    """Tell whether a form in -ing behind a word such as "while" has people for its object, told with an article."""
    start = look.document.sentence_at(hit.start).start
    before = look.document.match[max(hit.start - 16, start) : hit.start].split()
    # "*On* meeting the Governor, X said": at the head of a sentence; not "talks on meeting the targets"
    opens = len(before) == 1 and start + len(before[0]) + 1 == hit.start and before[0] in look.grammar["on_day"].table
    if not before or (look.grammar["gerund"].table.get(before[-1]) != "when" and not opens):
        return False
    words = look.after(Span(hit.start, hit.end), 6)
    return bool(words) and words[0][LOW] in look.grammar["article"].table and look.grammar["people"].first(words[1:]) >= 0


def is_verb(look: Look, hit: Hit, phrase: NounPhrase) -> bool:
    """Tell whether the word is a verb: "to visit", "will visit", "X visits China", "after meeting President Y"."""
    document = look.document
    going = document.lower.endswith(ends(document.lang, "going"), hit.start, hit.end)
    if going and _meets_somebody(look, hit):
        return True  # "while meeting the delegation, X said"
    if follows(look, hit.start, "verbal"):
        before = document.match[max(hit.start - 16, 0) : hit.start].split()[-1]
        return look.grammar["verbal"].table[before] != "ing" or going
    opens = going and hit.start == document.sentence_at(hit.start).start
    if opens and look.grammar["where"].first(look.after(Span(hit.start, hit.end), 1)) == 0:
        return True  # "Meeting in Geneva, X and Y said"
    bare = look.grammar.behind and not (phrase.light or phrase.preposition or phrase.determiner)
    if bare and (_ends_two(look, hit.start) or led_by_two(look, hit.start) is not None):
        return True  # "A và B hội đàm"
    # "Italy's minister visits Libya": the possessor is the subject's, not the noun's
    possessed = phrase.named and document.lower.endswith(ends(document.lang, "present"), hit.start, hit.end)
    if phrase.light is not None or (phrase.determiner is not None and not possessed):
        return False
    return look.has_name(look.after(Span(hit.start, hit.end), 1))
