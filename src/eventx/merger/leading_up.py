"""Step 3a: dates and places of what leads up to an event, follows it or is told beside it, that are none of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.language import language_data
from eventx.merger.agreement import COARSE
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.merger.lists import is_person
from eventx.merger.sequence import OPENING
from eventx.model import Span

_PHRASE = 6
"""The most words of a phrase that opens a sentence."""
_HOME = 24
"""How far before a place the words may begin that say that somebody comes home there, in code points."""
_KEPT = 40
"""How far before a feast the word may stand that says that it is kept, in code points."""
_SCENES = frozenset({"meeting", "visit", "conference", "ceremony", "signing"})
_AHEAD = frozenset({"planned", "hypothetical"})
_RIGHT_BEHIND = 12
"""How far behind the words of an event its day may begin, in code points."""
_BEFORE = 2
"""How many words before a conference the one may stand that says that it was before."""
_FEW = 4
"""How many words before a feast the word may stand that says that it is kept."""
_OPENS = 48
"""How far into a sentence the date may begin of the statement that opens it, in code points."""
_LASTING = frozenset({"visit", "conference"})
_LAID = frozenset({"funeral", "commemoration"})
"""Forms of ceremonies that one comes for from abroad."""


# *Trong khuôn khổ chuyến thăm* của X, trưa 29/3, Y dự Diễn đàn Z
def is_setting(index: Index, told: Contribution, date: Span) -> bool:
    """Tell whether an event is only what another was part of, told in a phrase that a comma closes before a date."""
    opener = clause_opener(index.document, told.span.start)
    close = opener is not None and opener.value == "adverbial" and opener.end >= told.span.start - _HOME
    return close and index.text.find(",", told.span.end, date.start) >= 0


# The visit follows that of Minister X to Lima on *29 November*
def is_of_what_it_follows(index: Index, date: Span, start: int) -> bool:
    """Tell whether a date is that of an event behind `start` of which it is said that what was told before it follows it."""
    told = index.triggers.between(start, date.start) if index.words("follows_on") else ()
    if not told:
        return False
    return not index.words("follows_on").keys().isdisjoint(index.match[start : told[-1].span.start].split())


def until_followed(index: Index, start: int, places: Iterable[Contribution]) -> Iterator[Contribution]:
    """Yield places up to those of an event behind `start` of which it is said that what was told before it follows it."""
    for place in places:
        if place.span.start > start and is_of_what_it_follows(index, place.span, start):
            break
        yield place


# At the meeting, X was invited to attend the inauguration on *10 December*
def is_of_what_is_to_come(index: Index, date: Span, start: int) -> bool:
    """Tell whether a date stands right behind the words of an event that is to come, the last one behind `start`."""
    told = [c for c in index.triggers.between(start, date.start) if isinstance(c.value, Trigger) and c.value.type in _SCENES]
    if not told or date.start - told[-1].span.end > _RIGHT_BEHIND:
        return False
    trigger = told[-1].value
    ahead = isinstance(trigger, Trigger) and trigger.status in _AHEAD
    return ahead and "," not in index.text[told[-1].span.end : date.start]


# *Sau lễ đón tại sân bay*, X đã tiếp Y
def is_of_what_was_before(index: Index, place: Span, draft: Draft) -> bool:
    """Tell whether a place or an event is of what was before, told in a phrase that a comma closes, and the other one is not."""
    before, after = sorted((place, draft.trigger.span), key=lambda span: span.start)
    if before.end > after.start or index.text.find(",", before.end, after.start) < 0:
        return False
    opener = clause_opener(index.document, before.start)
    if opener is None or opener.entry.surface not in index.words("after") or "," in index.text[opener.end : before.start]:
        return False
    # of what was before, the place behind the comma is none, either
    return before is not place or bool(index.triggers.between(opener.end, place.start))


# Prior to the forum in *Lima* on *May 22*, X will meet Y · met Y *on May 3*, prior to the forum
def is_of_what_comes_then(index: Index, told: Span, draft: Draft) -> bool:
    """Tell whether a date or place is that of what is still to come, told before the comma that closes its phrase.

    Or whether it is told before the phrase that tells only of what conference something came before.
    """
    trigger = draft.trigger.span
    if told.end <= trigger.start and index.text.find(",", told.end, trigger.start) >= 0 and is_of_what_was_ahead(index, told):
        return True
    if told.start >= trigger.end and is_of_what_was_ahead(index, told, trigger.end):
        return True
    lone = draft.value.type == "conference" and (told.end <= trigger.start or "," in index.text[trigger.end : told.start])
    return lone and comes_then(index, trigger, told)


# X met Y ahead of the Ocean Forum in *Lima* on *May 22*; not "met Y ahead of the forum on *Monday*"
def is_of_what_was_ahead(index: Index, told: Span, floor: int | None = None) -> bool:
    """Tell whether a date or place stands in a clause that words open which say that something else came before.

    Behind an offset, only words that say that it came on another day do.
    """
    words = index.words("before_that" if floor is None else "run_up")
    opener = clause_opener(index.document, told.start) if words else None
    if opener is None or opener.entry.surface not in words or opener.start < (floor or 0):
        return False
    if floor is None or index.match[told.start : told.end].split()[0] in language_data(index.lang).weekdays:
        return bool(index.triggers.between(opener.end, told.start))
    return told.start - opener.end > 1


# *ahead of* the Ocean Forum, X met Y; not "before the Ocean Forum was opened"
def comes_then(index: Index, trigger: Span, told: Span | None = None) -> bool:
    """Tell whether words lead in to a trigger, behind what is told, that say that something else came before."""
    words = index.words("run_up")
    opener = clause_opener(index.document, trigger.start) if words else None
    before = told is None or told.start > trigger.start or (opener is not None and opener.start >= told.end)
    return before and opener is not None and opener.entry.surface in words


# X, who is visiting Peru, will meet Y *on Thursday*
def is_still_ahead(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date to come stands behind the comma that ends a clause about who is somewhere already."""
    published, end = index.document.published, draft.trigger.span.end
    if published is None or not isinstance(date.value, Date) or draft.value.status != "held":
        return False
    if date.value.earliest is None or date.value.earliest <= published or index.text.find(",", end, date.span.start) < 0:
        return False
    opener = clause_opener(index.document, draft.trigger.span.start)
    return opener is not None and opener.value == "relative"


# X đã về đến *Hà Nội*, kết thúc chuyến thăm Y
def is_home(index: Index, place: Span, draft: Draft) -> bool:
    """Tell whether somebody is said to have come home to a place from a trip, or from what he attended there."""
    words = index.words("homeward")
    if not words or place.end > draft.trigger.span.start or draft.value.type not in ("visit", "conference"):
        return False
    before = f" {index.match[max(place.start - _HOME, 0) : place.start]}"
    return any(f" {word} " in before for word in words)


# Cuộc hội đàm diễn ra *sau khi Tổng thống X và Tổng thống Y trao đổi* ngày 4/9
def is_of_clause_after(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether a date behind an event is that of a clause of what was before, with a subject of its own."""
    words, end = index.words("after"), draft.trigger.span.end
    opener = clause_opener(index.document, date.start) if end <= date.start and "clause" in words.values() else None
    if opener is None or opener.start < end or words.get(opener.entry.surface) != "clause":
        return False
    # "tiếp X sau khi đến Hà Nội ngày 4/9": on the same day, as far as is told
    return any(map(is_person, index.mentions.starting_in(Span(opener.end, date.start))))


# As part of the visit they will plant a tree to mark Earth Day
def is_kept(index: Index, date: Contribution) -> bool:
    """Tell whether a date is that of a feast that is kept or marked by what people do, on whatever day."""
    words = index.words("kept")
    if not words:
        return False
    before = index.match[max(date.span.start - _KEPT, 0) : date.span.start].split()
    return not words.keys().isdisjoint(before[-_FEW:])


# In a post on *Dec. 24*, the embassy said that it welcomed the summit in Lima
def is_of_statement(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether a date that opens a sentence is that of a statement in which a trip or conference is but spoken of."""
    words, start = index.words("saying"), index.sentences[draft.sentence].start
    if not words or draft.value.type not in _LASTING or draft.value.status != "held":
        return False
    if date.start - start > _OPENS or date.end > draft.trigger.span.start or index.text[date.end : date.end + 1] != ",":
        return False
    return not words.keys().isdisjoint(index.match[start : date.start].split())


# On *May 6*, X came home, wrapping up his visits to P and Q and his attendance of the congress
def is_of_return(index: Index, date: Span, start: int) -> bool:
    """Tell whether a date is that on which a stay ended, the trips of which are told before what somebody went to at `start`."""
    trips = [c for c in index.triggers.between(date.end, start) if isinstance(c.value, Trigger) and c.value.type == "visit"]
    if not trips:
        return False
    between = f" {' '.join(index.match[date.end : trips[0].span.start].split())} "
    return any(f" {word} " in between for word in index.words("leaving"))


# X met Y *on Monday* to discuss preparations for the Ocean Summit · for the first time since the Ocean Summit
def is_of_the_held(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a day before a conference that is to come is that of a meeting held to speak of it, or the first one since."""
    if not isinstance(date.value, Date) or date.value.grain != "day":
        return False
    if draft.value.status != "planned" and not _is_since(index, draft):
        return False
    told = index.triggers.between(index.sentences[draft.sentence].start, draft.trigger.span.start)
    met = [c.value for c in told if is_meeting(c)]
    return any(isinstance(trigger, Trigger) and trigger.status == "held" for trigger in met)


def _is_since(index: Index, draft: Draft) -> bool:
    """Tell whether a conference is only what was held before all that is told: a word says so right before it."""
    start = draft.trigger.span.start
    return not index.words("since").keys().isdisjoint(index.match[max(start - _RIGHT_BEHIND, 0) : start].split()[-_BEFORE:])


# This is her first visit abroad *in 2024* · Đây là chuyến thăm đầu tiên *trong năm 2024*
def is_of_count(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a month or year is that among whose events one is counted, in a sentence that says which of them it is."""
    if not isinstance(date.value, Date) or date.value.grain not in COARSE or date.span.start < draft.trigger.span.start:
        return False
    words, start = index.words("which_one"), index.sentences[draft.sentence].start
    return bool(words) and _opens_with(words, index.match[start : start + OPENING])


# *Theo* thông cáo của Bộ Ngoại giao *ngày 28/8*, X thăm Peru · *According to* a statement *on Monday*, X visited Peru
def is_of_informant(index: Index, date: Span) -> bool:
    """Tell whether a date is that of what is reported by: it ends a phrase, which opens its sentence, with words that say so."""
    words, start = index.words("by_report"), index.document.sentence_at(date.start).start
    if not words or index.text[date.end : date.end + 1] != "," or index.text.find(",", start, date.start) >= 0:
        return False
    return _opens_with(words, index.match[start : date.start])


def _opens_with(phrases: Container[str], text: str) -> bool:
    """Tell whether a text opens with one of some phrases."""
    words = text.split(maxsplit=_PHRASE)[:_PHRASE]
    return any(" ".join(words[:size]) in phrases for size in range(1, len(words) + 1))


# a lunch for the guests, who arrived *on Tuesday*
def is_of_arrival(index: Index, date: Span, end: int) -> bool:
    """Tell whether a date behind what ends at `end` closes a relative clause that tells when somebody came or took office."""
    opener = clause_opener(index.document, date.start) if date.start >= end else None
    if opener is None or opener.value != "relative" or opener.start < end:
        return False
    return not index.words("came").keys().isdisjoint(index.match[opener.end : date.start].split())


# X tiếp Y *sang dự lễ tang* Z
def is_come_for(index: Index, start: int, draft: Draft) -> bool:
    """Tell whether a ceremony is what somebody met came for: place and day of the meeting, from `start` on, are not its own."""
    words = index.words("comes_over")
    if not words or draft.value.type != "ceremony" or draft.fields.get("form") not in _LAID:
        return False
    met = [c for c in index.triggers.between(start, draft.trigger.span.start) if is_meeting(c)]
    return bool(met) and not words.keys().isdisjoint(index.match[met[-1].span.end : draft.trigger.span.start].split())


def is_meeting(contribution: Contribution) -> bool:
    """Tell whether a trigger tells of a meeting."""
    return isinstance(contribution.value, Trigger) and contribution.value.type == "meeting"


# *The meeting* reviewed the outcomes of the meeting between the leaders of Peru and Chile on May 3
def is_of_another(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether another meeting, told on its own, stands between the words that take one up and a date."""
    if not draft.value.anaphoric or draft.value.type != "meeting":
        return False
    told = index.triggers.between(draft.trigger.span.end, date.start)
    return any(isinstance(c.value, Trigger) and c.value.type == "meeting" and not c.value.anaphoric for c in told)
