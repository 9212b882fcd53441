"""Whether what is told as an aim is that of what is still to come."""

from __future__ import annotations

from bisect import bisect_left

from eventx.clauses.layout import Layout
from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.lexicon import Hit

_PLAN = 160
"""How far before the aim it may be told what is to be done, in code points."""


# X will visit Peru next week for the first time since taking office, to hold talks with Y
def is_aim_of_plan(document: Document, layout: Layout, offset: int) -> bool:
    """Tell whether what an infinitive at `offset` tells is what somebody will do something for; a comma sets it off.

    No comma stands between it and that, but in a date.
    """
    start = max(document.sentence_at(offset).start, offset - _PLAN)
    comma = document.text.rfind(",", start, offset)
    if comma < 0 or len(document.text[comma + 1 : offset].split()) > 1:
        return False
    index = bisect_left(layout.cue_starts, comma) - 1
    while index >= 0 and layout.cue_starts[index] >= start:
        cue = layout.cues[index]
        index -= 1
        if cue.entry.value.get("side") in (None, "both"):
            put_in = document.text[cue.end : comma].split(",")[1:]
            return cue.entry.value["status"] == "planned" and all(any(map(str.isdigit, part)) for part in put_in)
    return False


# X sẽ thăm Peru trong hai ngày 6-7/4 *để* hội đàm với Y; not "đã tới Peru để hội đàm với Y"
def is_purpose_of_plan(document: Document, layout: Layout, opener: Hit | None) -> bool:
    """Tell whether a clause opens with a word of purpose, of what is told as to come in the clause right before it."""
    if opener is None or opener.entry.surface not in CLAUSES.table(document.lang, "purpose"):
        return False
    index = bisect_left(layout.cue_starts, opener.start) - 1
    if index < 0 or layout.cue_starts[index] < max(document.sentence_at(opener.start).start, opener.start - _PLAN):
        return False
    cue = layout.cues[index]
    following = bisect_left(layout.opener_starts, cue.start)
    own = layout.opener_starts[following] == opener.start
    return own and cue.entry.value.get("side") in (None, "both") and cue.entry.value["status"] == "planned"


# Chuyến thăm nhằm thúc đẩy các dự án; *ký kết* các văn kiện; not "X gặp Y nhằm thúc đẩy hợp tác; ký kết Z"
def is_listed_aim(document: Document, offset: int) -> bool:
    """Tell whether it is one of the aims that a sentence lists with semicolons, right behind the trip or talks that have them."""
    opening = CLAUSES.table(document.lang, "aimed")
    start = document.sentence_at(offset).start
    mark = document.text.rfind(";", start, offset) if opening else -1
    if mark < 0 or any(map(str.isupper, document.text[mark:offset])):
        return False
    words = document.match[start : document.text.find(";", start)].split()
    purpose = CLAUSES.table(document.lang, "aims_at")
    at = next((at for at in range(1, len(words)) if words[at] in purpose), 0)
    return at > 0 and any(" ".join(words[:size]) in opening for size in (1, 2))
