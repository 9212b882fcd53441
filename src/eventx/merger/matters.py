"""Step 3a: dates of what an event is about, or of what somebody says there, that are none of its own."""

from __future__ import annotations

from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.merger.agreement import COARSE
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.merger.lists import is_person
from eventx.merger.sequence import OPENING
from eventx.model import Span

_SCENES = frozenset({"meeting", "visit", "conference", "ceremony", "signing"})


# Sáng 5/6, X làm việc với Y về công tác *tháng 5/2025* · On Monday, X met Y to discuss plans for *June*
def is_of_matter(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a month behind what takes place on a day is that of its matter.

    A day opens the sentence, and nothing is reported.
    """
    value, start = date.value, index.sentences[draft.sentence].start
    if (
        draft.value.status != "held"
        or not isinstance(value, Date)
        or value.grain not in COARSE
        or date.span.start < draft.trigger.span.end
    ):
        return False
    for first in index.dates.between(start, draft.trigger.span.start)[:1]:
        if first.span.start - start > OPENING or not isinstance(first.value, Date) or first.value.grain != "day":
            return False
        between = f" {' '.join(index.match[first.span.end : date.span.start].split())} "
        return not any(f" {word} " in between for word in index.words("reporting"))
    return False


# Để hoàn thành nhiệm vụ *6 tháng cuối năm*, X đề nghị …
def is_of_aim(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether a date stands in what opens a sentence with an aim, before the comma behind which the event is told."""
    start, stop = index.sentences[draft.sentence].start, draft.trigger.span.start
    first = index.match[start:stop].split(maxsplit=1)[:1]
    return bool(first) and first[0] in index.words("aim") and index.text.find(",", date.end, stop) >= 0


# Tại cuộc gặp với X, Y *mong muốn* hai bên ký Hiệp định vào *năm 2025* · Tại Hội nghị, Y nói sẽ hoàn thành vào *tháng 6*
def is_of_what_is_said(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a month or year is that of what somebody says at an event told in a phrase that a comma closes."""
    words, end = index.words("speaking"), draft.trigger.span.end
    if not words or not isinstance(date.value, Date) or draft.value.type not in _SCENES or draft.value.status != "held":
        return False
    if any(part is not None and part.grain not in COARSE for part in date.value.ends) or date.span.start < end:
        return False
    comma = index.text.find(", ", end, date.span.start)
    start = index.sentences[draft.sentence].start
    opens = index.match[start : draft.trigger.span.start].split(maxsplit=1)[:1]
    if comma < 0 or not opens or opens[0] not in index.words("spoken_at") or "," in index.text[start : draft.trigger.span.start]:
        return False
    said = f" {' '.join(index.match[comma + 1 : date.span.start].split())} "
    return any(f" {word} " in said for word in words)


# discussed preparations for the summit at a meeting *on Monday*; not "preparations for the summit in Lima in June"
def is_of_the_talks(index: Index, draft: Draft, date: Contribution) -> bool:
    """Tell whether a day is not that of what is but spoken of: it is told before that, or somebody or something else between."""
    end, start = draft.trigger.span.end, date.span.start
    if start < end:
        return isinstance(date.value, Date) and date.value.grain == "day"
    # "praised the talks with X on *5 July*": whom a meeting was with stands before its day
    if draft.value.type == "meeting":
        return False
    return bool(index.triggers.between(end, start)) or any(map(is_person, index.mentions.between(end, start)))


# X and Y discussed the results of the summit *in Lima on May 3*; not "discussed the summit with Y on Monday", nor "on Monday"
def is_of_what_is_discussed(index: Index, span: Span, draft: Draft) -> bool:
    """Tell whether a place, or a day behind one, is that of a conference of which those who met only spoke."""
    end = draft.trigger.span.end
    if draft.value.type != "meeting" or span.start < end:
        return False
    last = next(reversed(index.triggers.between(end, span.start)), None)
    if (
        last is None
        or not isinstance(last.value, Trigger)
        or last.value.type != "conference"
        or "spoken" not in last.value.traits
    ):
        return False
    start = last.span.end
    if any(map(is_person, index.mentions.between(start, span.start))):
        return False
    return bool(index.places.between(start, span.end))
