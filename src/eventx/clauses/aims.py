"""Whether what is told as an aim is that of what is still to come."""

from __future__ import annotations

from bisect import bisect_left

from eventx.clauses.layout import Layout
from eventx.document import Document

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
