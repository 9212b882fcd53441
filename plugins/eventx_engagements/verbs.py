"""Verbs that tell of events: read where what stands around them fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from eventx import Anchor, Hit, NounPhrase, Span, by_value, evolve, maker, swift
from eventx_engagements.adjuncts import object_start
from eventx_engagements.arrivals import ENDS, meets_arrival, received_by
from eventx_engagements.company import company_end
from eventx_engagements.credentials import is_in_turn, meets_credentials, receives_credentials
from eventx_engagements.groups import group_before
from eventx_engagements.named_behind import inverted_end, is_received_list
from eventx_engagements.needs import fits, gift_kind, titled_at_once
from eventx_engagements.often import is_habit
from eventx_engagements.on_the_way import comes_for, comes_to_sign
from eventx_engagements.papers import fact_before, is_passive
from eventx_engagements.serial import agent_before
from eventx_engagements.series import is_told_back
from eventx_engagements.somebody import OBJECT
from eventx_engagements.subjects import Told, behind_as, shared_subject, subject_of
from eventx_engagements.taken import follows, is_to_follow
from eventx_engagements.visited import is_called_on, is_worked_with
from eventx_engagements.words import LOW, START, Look, end_of

_BEFORE = 60
_CLAUSE = 20
_DAY = 40
"""How far before a verb the day may begin that parts it from its auxiliary, in code points."""
_THANKED = 160
"""How far before a verb the words may stand by which somebody is thanked for it, in code points."""
_NAME = 80
"""The most code points of a name in quotation marks that a verb may open."""
_TURNS = frozenset({"calls", "landed", "passive_needs"})
"""Keys of verbs that tell something else by what stands around them."""
_COMING = ("call", "credentials")
"""Frames of those who come to somebody."""
_CREDENTIALS = ("credentials_received", "credentials_met", "credentials")
"""Frames of those to whom credentials are given."""
_RECEIVED_LIST: Mapping[str, Any] = {
    "type": "meeting",
    "form": "reception",
    "frame": "received_list",
    "near": True,
    "inverted": True,
    "anaphoric": True,
}
"""What a verb tells behind which those are listed who received the ones of whom the text speaks."""
_SPOKEN = ("discussed", "views")
"""Frames of those who may speak of something by telephone."""
_PHONED = 200
"""How far behind such a verb it is told that they did, in code points."""
_MEETING = ("host_verb", "meet")
"""Frames of those who may meet somebody to be given his credentials."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading:
    """A trigger as read: where it stands, by which frame, and what was found out about it."""

    anchor: Anchor
    frame: str
    value: Mapping[str, Any]
    form: str | None = None
    phrase: NounPhrase | None = None
    anaphoric: bool = False
    background: bool = False
    grouped: bool = False
    listed: bool = False
    """Whether its subject is a list of people, all of whom do it."""
    name: Span | None = None


_anchor, _reading, _span = maker(Anchor), maker(Reading), maker(Span)


def read_verb(look: Look, hit: Hit, frame: str, before: Told | None) -> Reading | None:
    """Return the reading of a verb, if what stands around it fits."""
    # longer than other functions: each step hangs on what those before it have settled
    value: Mapping[str, Any] = hit.value
    span = _span(hit.start, hit.start + value["cut"] if "cut" in value else hit.end)
    if value["frame"] in _MEETING:
        value = _of_credentials(look, span, value)
    if not _TURNS.isdisjoint(value) or value.get("needs") in ("gift", "copy", "signed_for"):
        value = _turned(look, span, value)
    frame = frame if value is hit.value else value["frame"]
    # most verbs do not fit: what only matters to some of them is asked of those alone
    fronted = _is_fronted(look, hit.start) if "listed" in value else None
    listing = _listing(look, span, value) if fronted else None
    if value["frame"] == "meet":
        # "met during her stay with X"
        span = Span(hit.start, company_end(look, span) or span.end)
    span = Span(hit.start, object_start(look, span, value["frame"]) or span.end)
    by = look.grammar["by_frames"].table
    agent = agent_before(look, span, value) if frame in by else None
    if listing is None and agent is None and (not fits(look, span, value) or is_habit(look, span)):
        return None
    if fronted is None:
        fronted = _is_fronted(look, hit.start)
    frame = _frame(look, span, value, frame)
    if value.get("needs") == "officials" and before is not None and before.frame in _CREDENTIALS:
        frame = "listed_guests"  # "received credentials from two envoys. They are X (Peru) and Y (Mali)"
    if "inverted" in value:
        span = Span(hit.start, inverted_end(look, span) or span.end)
    goes = value["type"] == "visit" or frame in _COMING or comes_for(look, hit) or comes_to_sign(look, hit, before)
    subject, grouped = _subject(look, hit.start, before, goes=goes, fronted=fronted)
    thanked = _thanked(look, hit.start) if agent is None and (frame in by or frame == "meet") else None
    anchor = _anchor(span=span, lead=hit.start, phrase=fronted or "fronts" in value, subject=thanked or subject)
    if agent is not None:
        frame = by[value["frame"]]
        anchor = Anchor(span=span, lead=agent.start, owner=agent)
    if listing is not None:
        frame, rest = value["listed"], Span(listing.end, look.document.sentence_at(hit.start).end)
        anchor = evolve(anchor, subject=rest, until=listing.start)
    return _reading(
        anchor=anchor,
        frame=frame,
        value=value,
        form=_form(look, span, value),
        anaphoric=value.get("anaphoric", False) or thanked is not None,
        background=is_told_back(look, hit, value["type"]),
        grouped=grouped,
    )


# spoke to President X over the telephone; spoke to President X in Lima; discussed the truce with President X by phone
def _form(look: Look, span: Span, value: Mapping[str, Any]) -> str | None:
    """Return the form of what a verb tells: who is spoken to may be so by telephone or face to face."""
    if value.get("needs") == "spoken_to" and look.grammar["on_phone"].first(look.after(span, 2 * OBJECT)) < 0:
        return "talks"
    if value["frame"] in _SPOKEN and value.get("form") == "talks":
        phoned = look.grammar["on_phone"].may_stand(look.document.lower, span.end, span.end + _PHONED)
        return "phone" if phoned and look.grammar["on_phone"].first(look.after(span, 30)) >= 0 else "talks"
    return value.get("form")


# sự kiện "Gặp gỡ Nhật Bản 2024" · the series “Meeting Africa”
def opens_name(look: Look, start: int) -> bool:
    """Tell whether a verb opens a name in quotation marks, which follows its noun at once; what somebody says seldom does."""
    if look.document.lower[start - 1 : start] != '"':
        return False
    text = look.document.text
    if not text[start].isupper() or not text[start - 3 : start - 1].rstrip(" ").isalnum():
        return False
    end = look.document.lower.find('"', start, start + _NAME)
    return end >= 0 and not any(mark in text[start:end] for mark in ".!?\n")


def _of_credentials(look: Look, span: Span, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a verb of meeting tells: a ceremony where credentials are received or given; who received those who came."""
    if value.get("needs") == "opening" and is_received_list(look, span):
        return _RECEIVED_LIST
    if value["frame"] == "host_verb" and receives_credentials(look, span):
        return {"type": "ceremony", "form": "credentials", "frame": "credentials_received"}
    if value["type"] == "meeting" and meets_credentials(look, span):
        return {**value, "type": "ceremony", "form": "credentials", "frame": "credentials_met"}
    return value


# Đại sứ X cảm ơn Chủ tịch Y đã đón tiếp đoàn · cám ơn lãnh đạo tỉnh đã dành thời gian tiếp đoàn
def _thanked(look: Look, offset: int) -> Span | None:
    """Return where somebody stands who is thanked for what a verb tells, which has been told then."""
    thanks = look.grammar["thanks"]
    if not thanks.table or not thanks.may_stand(look.document.lower, offset - _THANKED, offset):
        return None
    words = look.before(offset, _THANKED)
    at = thanks.first(words)
    return Span(end_of(words[at + thanks.run(words, at) - 1]), offset) if at >= 0 else None


def _turned(look: Look, span: Span, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a verb tells with what stands behind it: a call on somebody, a welcome at an airport, credentials given."""
    if "calls" in value and (is_called_on(look, span) or is_worked_with(look, span, value)):
        # "đến thăm, chúc mừng Đại sứ X": who is visited is somebody, no place
        return {"type": "meeting", "form": "courtesy_call", "frame": value["calls"], "needs": "person"}
    if "passive_needs" in value and ("passive" not in value or _is_passive_verb(look, span)):
        return received_by(look, span, value)
    if "landed" in value and look.grammar["landing"].first(look.after(span, _CLAUSE)) >= 0:
        # "được Thủ tướng X tiếp đón tại sân bay": a welcome
        return {**value, "type": "ceremony", "form": "welcome"}
    if value["frame"] == "signing_for":
        # "was signed for X by Y", "the agreement signed on behalf of X by Y"
        before = look.before(span.start, _BEFORE)
        passive = look.grammar["passive"].first(before[-3:]) >= 0 or look.grammar["document"].first(before[-1:]) >= 0
        return {"type": "signing", "frame": "signing", "near": True, "needs": "document"} if passive else value
    return _given(look, span, value) if value.get("needs") in ("gift", "copy") else value


# presented a copy of his credentials to · X was handed the medal by Y
def _given(look: Look, span: Span, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a verb of giving tells: that credentials are presented, or in the passive what somebody is given."""
    if gift_kind(look, span) == "credentials":
        return {**value, "form": "credentials", "frame": "credentials"}
    if value["needs"] == "gift" and "passive" in value and _is_passive_verb(look, span):
        return {**value, "frame": "gift_passive", "passive": "gift_passive", "needs": "given"}
    return value


def _is_passive_verb(look: Look, span: Span) -> bool:
    """Tell whether a form of "to be" stands before a verb, at most two words between: "*was* warmly received"."""
    passive = look.grammar["passive"]
    stands = look.may_stand_before(span.start, passive)
    return stands and passive.first(look.before(span.start, _BEFORE)[-3:]) >= 0


def _frame(look: Look, span: Span, value: Mapping[str, Any], frame: str) -> str:
    """Return the frame of a verb as it stands: in the passive, after a preposition, of an honour."""
    if value.get("needs") in ("document", "paper", "sealed") and is_passive(look, span):
        return "signed"
    if value.get("needs") == "gift" and gift_kind(look, span) in (None, "donation"):
        # "awarded Mayor X with a medal for what he did to help": him, and nobody behind "to"
        return "honour" if titled_at_once(look, span) else "donation"
    if "passive" in value and _is_passive_verb(look, span):
        return str(value["passive"])
    if frame == "credentials" and is_in_turn(look, span.start):
        return "credentials_in_turn"
    if "gerund" in value:
        verb = _before_day(look, span.start)
        if follows(look, verb, "gerund") and not _is_inside(look, span, verb):
            return str(value["gerund"])
    return frame


# is *on April 29-30* visiting Yerevan · was *on Monday* meeting X
def _before_day(look: Look, offset: int) -> int:
    """Return where the day begins that stands between an auxiliary and the verb at an offset; the offset if none does."""
    words = look.before(offset, _DAY)
    at = len(words)
    while at and (look.is_calendar(words[at - 1]) or words[at - 1][LOW][0].isdigit()):
        at -= 1
    led = at and at < len(words) and words[at - 1][LOW] in look.grammar["day_led"].table
    return words[at - 1][START] if led else offset


def _subject(look: Look, start: int, before: Told | None, *, goes: bool, fronted: bool) -> tuple[Span | None, bool]:
    """Return where a verb's subject stands, if it is not the clause's own, and whether it is a group without a name."""
    subject = subject_of(look, start, before, goes=goes)
    if subject is None and before is not None and (fronted or follows(look, start, "join") or is_to_follow(look, start)):
        subject = shared_subject(look, start, before)
    if subject is None:
        subject = behind_as(look, start)
    if subject is None and (fact := fact_before(look, start)) and look.grammar["people"].first(fact) >= 0:
        subject = Span(fact[0][START], start)  # "đánh giá cao việc *Bộ trưởng A* vừa thăm Y"
    group = group_before(look, start) if subject is None and not fronted else None
    return subject or group, group is not None


def _is_inside(look: Look, span: Span, start: int) -> bool:
    """Tell whether a word of people follows a preposition and the form in -ing: "in honour of visiting *President* X"."""
    before = look.document.match[max(start - 16, 0) : start].split()
    if not before or look.grammar["gerund"].table[before[-1]] != "noun":
        return False
    words = look.after(span, 5)
    breaks = look.grammar["break"].first(words)
    return look.grammar["people"].first(words[: breaks if breaks >= 0 else None]) >= 0


def _is_fronted(look: Look, offset: int) -> bool:
    """Tell whether a verb has no subject right before it, in languages with verbs in a row.

    It opens the sentence, stands behind a comma, or behind who goes where somebody arrives.
    """
    if not look.grammar.behind:
        return False
    start = look.document.sentence_at(offset).start
    before = look.document.text[max(start, offset - 3) : offset].rstrip()
    return not before or before.endswith(",") or meets_arrival(look, offset)


def _listing(look: Look, span: Span, value: Mapping[str, Any]) -> Span | None:
    """Return the word that opens a list of those whose doing a fronted verb is: "Tiếp đoàn *có* các đồng chí: X; Y"."""
    # "Đón Tổng Bí thư, Chủ tịch nước X tại sân bay có": where one arrives, titles may stand between
    arrival = look.grammar["landing"].first(look.after(span, 24, marks=ENDS)) >= 0 or meets_arrival(look, span.start)
    words = look.after(span, 45 if arrival else 20, marks=ENDS if arrival else ",")
    index = look.grammar["lists"].first(words)
    if index <= 0 or (value["needs"] == "airport" and not is_called_on(look, span)):
        return None  # "Đón năm mới, ở đây có …"
    return Span(words[index][START], end_of(words[index]))
