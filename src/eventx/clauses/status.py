"""Whether words tell of something held, planned, cancelled or only thought of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from eventx.clauses.aims import is_aim_of_plan, is_listed_aim, is_purpose_of_plan
from eventx.clauses.cues import cue_status
from eventx.clauses.layout import Layout, bounds_in, layout_of
from eventx.clauses.plans import goes_on_with_plans, is_one_of_plans
from eventx.clauses.stretches import stretch_before
from eventx.clauses.windows import clause_after
from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit
from eventx.model import Span, Status

_ADJACENT = 16
_COMMA = 3
_TOPIC = 12
_GOVERNED = 120
_WISHED = 250
_FOLLOWING = 90
_CALLED_OFF = 220
"""How far behind a noun its clause may say that it was called off: names with their titles may stand between."""
_start = attrgetter("start")


def status_at(document: Document, span: Span, *, near: bool = False, setting: bool = False) -> Status:
    """Return whether the words at `span` tell of something held, planned, cancelled or only thought of.

    Args:
        document: the document.
        span: the words that tell of an event.
        near: whether only words right before them can govern them (a past tense is not governed by a "will" further off).
        setting: whether they only say where something else is done, wished or denied, so that what governs that does not govern
            them.

    Returns:
        The status that the nearest governing word gives; ``held`` if there is none.

    """
    layout = layout_of(document)
    told = _status_around(document, layout, _behind_cue(layout, span), near=near, setting=setting)
    return "planned" if told == "held" and _is_told_to_come(document, layout, span) else told


# his upcoming visit · the planned talks
def _is_told_to_come(document: Document, layout: Layout, span: Span) -> bool:
    """Tell whether a word among those that tell of an event says that it is to come."""
    low = bisect_left(layout.cue_starts, span.start)
    for cue in layout.cues[low : bisect_left(layout.cue_starts, span.end, low)]:
        if cue.end < span.end and "side" not in cue.entry.value and cue_status(document, cue) == "planned":
            return True
    return False


def _status_around(document: Document, layout: Layout, span: Span, *, near: bool, setting: bool) -> Status:
    """Return the status that the words around those at `span` give."""
    before = stretch_before(document, span.start)
    if before.opener is not None and before.opener.tag == "status" and not near:
        return cue_status(document, before.opener)
    set_off = _is_set_off(document, span.start)
    cue = _governing(document, layout, span, span.start if set_off else before.tail, near=near, setting=setting)
    if cue is not None:
        return _status_told(document, layout, cue, before.opener, setting=setting)
    told = _status_behind(document, layout, span, before.opener)
    if near and told == "planned" and _goes_on(document, span.end):
        return "held"
    if told != "held" or near:
        return told
    if not (setting or set_off) and (_is_wished(document, layout, span.start) or is_listed_aim(document, span.start)):
        return "hypothetical"
    to_come = _is_infinitive_to_come(document, layout, span.start) or is_purpose_of_plan(document, layout, before.opener)
    return "planned" if to_come else "held"


def _governing(document: Document, layout: Layout, span: Span, tail: int, *, near: bool, setting: bool) -> Hit | None:
    """Return the nearest cue from `tail` up to the words at `span` that governs them."""
    index = bisect_left(layout.cue_starts, span.start) - 1
    while index >= 0 and layout.cues[index].start >= tail:
        cue = layout.cues[index]
        index -= 1
        value, distance = cue.entry.value, span.start - cue.end
        # "is due to begin a visit": the cue reaches into the words that tell of the event
        if value.get("side") == "after" or (distance < 0 and value.get("side") != "both"):
            continue
        if value.get("over") and (setting or _is_after(document, span.start)):
            continue
        if value.get("close") and (setting or distance > _ADJACENT):
            continue  # "discussed the *upcoming* summit during a call"
        if distance > (_ADJACENT if near else _GOVERNED):
            return None
        if setting and "setting" not in value and not value.get("opens") and cue_status(document, cue) == "hypothetical":
            continue  # "did *not* raise it during his visit": there was one
        return cue
    return None


def _status_told(document: Document, layout: Layout, cue: Hit, opener: Hit | None, *, setting: bool) -> Status:
    """Return the status a governing cue gives, with what governs it."""
    status = cue_status(document, cue)
    if setting and status == "hypothetical":
        status = cue.entry.value.get("setting", status)
    if status == "held" and _is_denied(document, layout, cue.start):
        return "hypothetical"
    as_told = status != "planned" or setting or _is_told_of_somebody(document, opener, cue)
    return status if as_told else _governed(document, layout, cue) or status


# will host · plans to host, where "to host" tells of the event
def _behind_cue(layout: Layout, span: Span) -> Span:
    """Return the words that tell of an event without the cue with which they begin, or which reaches into them."""
    index = bisect_right(layout.cue_starts, span.start) - 1
    cue = layout.cues[index] if index >= 0 else None
    reaches = cue is not None and span.start < cue.end < span.end and "side" not in cue.entry.value
    return Span(cue.end, span.end) if cue is not None and reaches else span


def _is_set_off(document: Document, offset: int) -> bool:
    """Tell whether a comma parts the occasion at `offset` from what was said then: "thảo luận khả năng …, *nhân* chuyến thăm"."""
    occasions = CLAUSES.table(document.lang, "set_off")
    if not occasions or not document.match.startswith(tuple(occasions), offset):
        return False
    return document.text[max(offset - _COMMA, 0) : offset].rstrip()[-1:] == ","


def _status_behind(document: Document, layout: Layout, span: Span, opener: Hit | None) -> Status:
    """Return the status that words after `span` give, in another clause too: "Besides meeting X, Y *will* call on Z"."""
    told = _status_after(document, layout, span)
    if told == "held" and (goes_on_with_plans(document, layout, span.start) or is_one_of_plans(document, layout, opener)):
        return "planned"
    if told != "held" or opener is None or opener.entry.surface not in CLAUSES.table(document.lang, "adds"):
        return told
    end = document.sentence_at(span.start).end
    comma = document.text.find(",", span.end, end)
    index = bisect_left(layout.cue_starts, comma)
    if comma < 0 or index >= len(layout.cues) or layout.cues[index].start >= min(end, comma + _GOVERNED):
        return "held"
    cue = layout.cues[index]
    return "planned" if not cue.entry.value.get("side") and cue_status(document, cue) == "planned" else "held"


# met X on Monday, *and* new talks are planned in June
def _goes_on(document: Document, offset: int) -> bool:
    """Tell whether another clause is joined behind a comma, of which what is planned may be told."""
    comma = document.text.find(", ", offset, min(offset + _FOLLOWING, document.sentence_at(offset).end))
    behind = document.match[comma + 2 : comma + _ADJACENT].split(maxsplit=1) if comma >= 0 else []
    return bool(behind) and behind[0] in language_data(document.lang).conjunctions


def _is_told_of_somebody(document: Document, opener: Hit | None, cue: Hit) -> bool:
    """Tell whether a cue stands in a relative clause about somebody, which no wish before it governs: "X, *who* will visit"."""
    if opener is None or opener.start > cue.start:
        return False
    return opener.value == "relative" and opener.entry.surface in CLAUSES.table(document.lang, "of_people")


def _is_infinitive_to_come(document: Document, layout: Layout, offset: int) -> bool:
    """Tell whether an infinitive at `offset` tells of something to come: in a headline ("Minister to visit Japan"), as an aim."""
    infinitives = CLAUSES.table(document.lang, "infinitive")
    words = document.match[max(offset - 12, 0) : offset].split() if infinitives else []
    if not words or words[-1] not in infinitives:
        return False
    return document.text[document.sentence_at(offset).end - 1] not in ".!?" or is_aim_of_plan(document, layout, offset)


def _governed(document: Document, layout: Layout, cue: Hit) -> Status | None:
    """Return the status a wish or a pledge earlier in the sentence gives to what a cue says ("hopes that X will visit")."""
    told = _is_wished(document, layout, cue.start) or _is_conditional(document, layout, cue.start)
    return "hypothetical" if told else None


def _is_denied(document: Document, layout: Layout, offset: int) -> bool:
    """Tell whether a word of denial stands before `offset` in its sentence ("bác tin X *đã* gặp Y")."""
    start = max(bounds_in(document, layout, offset).start, offset - _WISHED)
    low, high = bisect_left(layout.cue_starts, start), bisect_left(layout.cue_starts, offset)
    return any(cue.entry.value.get("denies") for cue in layout.cues[low:high])


def _is_conditional(document: Document, layout: Layout, offset: int) -> bool:
    """Tell whether the sentence opens with a condition for what it says will be: "*If* X comes, the two will sign …"."""
    start = bounds_in(document, layout, offset).start
    index = bisect_left(layout.cue_starts, start)
    if index >= len(layout.cues) or layout.cue_starts[index] >= offset:
        return False
    cue = layout.cues[index]
    value = cue.entry.value
    return bool(value.get("opens")) and value["status"] == "hypothetical" and not document.text[start : cue.start].strip()


def _is_wished(document: Document, layout: Layout, offset: int) -> bool:
    """Tell whether a word that governs what comes after it, clauses and all, stands before `offset` in its sentence."""
    wish = _last_wish(layout, offset)
    if wish is None or _is_after(document, offset) or _is_told_beside(document, wish.start, offset):
        return False
    start = _behind_purpose(document, bounds_in(document, layout, offset).start, offset)
    opener = stretch_before(document, offset).opener
    if opener is not None and opener.entry.surface in CLAUSES.table(document.lang, "after"):
        start = max(start, opener.start)
    return wish.start >= start


def _is_told_beside(document: Document, wish: int, offset: int) -> bool:
    """Tell whether what stands at `offset` is told beside a wish: "spoke *about* promoting trade *and also about* the forum"."""
    topics = CLAUSES.table(document.lang, "topic")
    before = document.match[max(wish - _TOPIC, 0) : wish].split()[-1:] if topics else []
    if not before or before[0] not in topics:
        return False
    between = document.match[wish:offset].split()
    at = next((index for index in range(len(between) - 1, 0, -1) if between[index] == before[0]), 0)
    return at > 0 and not language_data(document.lang).conjunctions.isdisjoint(between[max(at - 2, 0) : at])


def _last_wish(layout: Layout, offset: int) -> Hit | None:
    """Return the last word before `offset`, and near it, that governs what comes after it, clauses and all."""
    index = bisect_left(layout.cue_starts, offset) - 1
    while index >= 0 and layout.cue_starts[index] >= offset - _WISHED:
        if layout.cues[index].entry.value.get("over"):
            return layout.cues[index]
        index -= 1
    return None


def _is_after(document: Document, offset: int) -> bool:
    """Tell whether what stands at `offset` was before what is wished: "agreed to promote trade *after* their talks"."""
    words = document.match[offset : offset + _ADJACENT].split(maxsplit=1)
    return bool(words) and words[0] in CLAUSES.table(document.lang, "after")


def _behind_purpose(document: Document, start: int, offset: int) -> int:
    """Return where the sentence goes on behind an aim that opens it ("*Nhằm thúc đẩy hợp tác*, X thăm Y")."""
    first = document.match[start : start + _ADJACENT].split(maxsplit=1)
    if not first or first[0] not in CLAUSES.table(document.lang, "aim"):
        return start
    comma = document.text.find(",", start, offset)
    return comma + 1 if comma >= 0 else start


# Ngày 5/6, X tiếp Y để bàn về *Hội nghị Z sắp tới*; not "cuộc gặp bên lề Hội nghị Z sắp tới"
def _is_of_noun(document: Document, span: Span, cue: Hit) -> bool:
    """Tell whether a word of what is to come stands behind the noun of another event than a verb at `span` tells of."""
    nouns = CLAUSES.table(document.lang, "event_noun").keys()
    own = document.match[span.start : span.end].split()
    return nouns.isdisjoint(own) and not nouns.isdisjoint(document.match[span.end : cue.start].split())


def _status_after(document: Document, layout: Layout, span: Span) -> Status:
    """Return the status that words after `span` in its clause give ("the summit scheduled for June")."""
    first = bisect_left(layout.behind, span.end, key=_start)
    if first == len(layout.behind) or layout.behind[first].start >= span.end + _CALLED_OFF:
        return "held"
    end = clause_after(document, span.end).end
    opener = bisect_left(layout.opener_starts, end)
    if opener < len(layout.openers) and layout.openers[opener].start == end and layout.openers[opener].value == "relative":
        end = bounds_in(document, layout, span.end).end
    near, end = min(end, span.end + _FOLLOWING), min(end, span.end + _CALLED_OFF)
    status: Status = "held"
    for cue in layout.behind[first : bisect_left(layout.behind, end, first, key=_start)]:
        told = cue_status(document, cue)
        if cue.end > end or (told != "cancelled" and cue.end > near):
            break
        if cue.entry.value.get("noun") and _is_of_noun(document, span, cue):
            continue
        # "the meeting scheduled for Friday was called off"
        status = told if status == "held" or told == "cancelled" else status
    return status
