"""Where those who arrive are met, who is listed, and on what day something is said to be held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import Span
from eventx_engagements.words import LOW, NO_MARKS, START, Look, end_of

ENDS = ";:.!?\n"
"""What ends a list of people, in which commas stand between titles."""
_NEAR = 90
_SIDE = 10
"""How many words may name whose people are listed."""
_SHOWN = 14
"""How many words may name what is shown."""

_WELCOME: Mapping[str, Any] = {"type": "ceremony", "form": "welcome", "frame": "act_guest", "near": True}
"""What is told of guests who are welcomed at a palace, by nobody that is told."""


def met_at_airport(look: Look, span: Span) -> bool:
    """Tell whether somebody who follows at once is met where he arrives: "*đón* Tổng thống X tại sân bay"."""
    words = look.after(span, 24, marks=ENDS)
    if not words or not look.grammar["people"].value(words, 0):
        return False
    return look.grammar["landing"].first(words) >= 0 or meets_arrival(look, span.start)


def meets_arrival(look: Look, offset: int) -> bool:
    """Tell whether a sentence opens with who goes where somebody arrives: "*Ra sân bay quốc tế X* đón …"."""
    meets, landing = look.grammar["meets"], look.grammar["landing"]
    start = look.document.sentence_at(offset).start
    if not meets.table or offset - start > _NEAR:
        return False
    opening = look.document.match[start:offset].split(maxsplit=1)
    if not opening or opening[0] not in meets.longest:
        return False
    words = look.words(start, offset, 14, ",;:.!?")
    return bool(words) and bool(meets.run(words, 0)) and landing.first(words) >= 0 and end_of(words[-1]) >= offset - 2


def received_by(look: Look, span: Span, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a passive verb of receiving tells: a welcome at a palace, a reception by one for another, by anybody."""
    if _is_welcomed_at(look, span):
        return _WELCOME
    if _is_received_for(look, span):
        return {**value, "frame": "host_for", "passive": "host_for", "needs": None}
    # "was warmly received at the airport by X"
    return {**value, "frame": value["passive"], "needs": value["passive_needs"]} if "passive" in value else value


# X was warmly welcomed at the Presidential Palace in Y
def _is_welcomed_at(look: Look, span: Span) -> bool:
    """Tell whether it is said where somebody is welcomed, and not by whom."""
    words = look.after(span, _SIDE)
    at = look.grammar["received_at"].first(words)
    if at <= 0 or words[0][LOW] not in look.grammar["where"].table or not look.has_name(words[1 : at + 1]):
        return False
    # what stands in brackets or between commas may part the two: "at Lima Airport (LIM) by Minister X"
    behind = look.words(span.end, look.document.sentence_at(span.start).end, 4 * _SIDE, NO_MARKS)
    return look.grammar["agent"].first(behind) < 0


# X was received on behalf of the Rector, Professor Y, by the Dean, Z
def _is_received_for(look: Look, span: Span) -> bool:
    """Tell whether somebody is received for another one by whom that is said to be."""
    words = look.words(span.end, look.document.sentence_at(span.start).end, 3 * _SIDE, NO_MARKS)
    if not words or not look.grammar["behalf"].run(words, 0):
        return False
    at = look.grammar["agent"].first(words)
    return at > 0 and look.has_name(words[at + 1 :])


def lists(look: Look, span: Span) -> bool:
    """Tell whether a list of people is opened before the next mark: "Về phía tỉnh X *có* ông A; bà B"."""
    words = look.after(span, _SIDE + 4, marks=ENDS)
    index = look.grammar["lists"].first(words)
    behind = words[index + 1 :]
    if index > 0 and _opens_colon(look, end_of(words[-1]), len(behind)):
        return True  # "Về phía tỉnh X, có các đồng chí: A; B"
    if index <= 0 or not look.has_name(behind):
        return False
    # "Về phía tỉnh X, nước Y có ông A", not "về phía Việt Nam, ông A cho rằng hai nước có nhiều …"
    listed = "," not in look.document.text[span.end : words[index][START]]
    return listed or (index < _SIDE // 2 + 3 and look.grammar["people"].run(behind, 0) > 0)


def _opens_colon(look: Look, offset: int, between: int) -> bool:
    """Tell whether a colon follows that opens a list of names; few words may stand between it and the one that says so."""
    text = look.document.text
    if between > _SIDE // 2 or text[offset : offset + 2].lstrip()[:1] != ":":
        return False
    end = look.document.sentence_at(offset).end
    return look.has_name(look.words(text.index(":", offset) + 1, end, _SIDE, ENDS))


def members(look: Look, span: Span) -> bool:
    """Tell whether those who travel are listed behind whom they go with: "Đoàn đi cùng Thủ tướng X và phu nhân *có:* A; B"."""
    words = look.after(span, _SIDE + 4, marks=ENDS)
    return bool(words) and look.grammar["lists"].first(words) > 0 and look.has_name(words)


def held_on(look: Look, span: Span) -> bool:
    """Tell whether it is said before it on what day it is held: "*Tối 23/3*, Đại sứ quán X tổ chức kỷ niệm …"."""
    return is_dated(look, Span(look.document.sentence_at(span.start).start, span.start))


def is_shown(look: Look, span: Span) -> bool:
    """Tell whether something that is shown opens, and it is said where and when: "An *exhibition* opened in Lima on Monday"."""
    before, words = look.before(span.start, 2 * _NEAR)[-_SHOWN:], look.after(span, _SHOWN)
    if look.grammar["shown"].first(before) < 0 or look.grammar["where"].first(words) != 0 or not look.has_name(words):
        return False
    if look.grammar["passive"].first(before[-1:]) >= 0:
        return False
    sentence = look.document.sentence_at(span.start)
    return look.has_when(look.words(sentence.start, sentence.end, 60, NO_MARKS))


def is_dated(look: Look, span: Span) -> bool:
    """Tell whether a stretch that names something says on what day it was."""
    words = look.words(span.start, span.end, 60, NO_MARKS)
    told = look.grammar["when"].first(words) >= 0 or look.grammar["day"].first(words) >= 0
    return (told or any(look.is_calendar(word) for word in words)) and look.has_name(words)
