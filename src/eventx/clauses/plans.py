"""What somebody is to do, told one after the other: what is planned of the first is planned of all."""

from __future__ import annotations

from bisect import bisect_left

from eventx.clauses.layout import Layout
from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit

_LIST_MARK = 6
"""How far before a verb the semicolon may stand that parts it from the one before, in code points."""
_ATTENDS = 16
"""How far before the words that tell of an event the comma may stand before the verb that attends it, in code points."""
_PLANS = 500
"""How far before it that may be told of which it is the next, in code points."""


# X sẽ hội đàm với A; chào xã giao B; và gặp C · will hold talks with A; meet B; and visit C
def goes_on_with_plans(document: Document, layout: Layout, offset: int) -> bool:
    """Tell whether a mark and no more but "and" parts a verb from what its subject is to do, too."""
    start = document.sentence_at(offset).start
    if ";" in document.text[max(offset - _LIST_MARK, 0) : offset]:
        mark = document.text.rfind(";", start, offset)
        words = document.match[mark + 1 : offset].split()
        listed = mark >= 0 and language_data(document.lang).conjunctions.issuperset(words)
        return listed and _is_planned(document, layout, start, mark)
    mark = _comma_before(document, start, offset)
    return mark >= 0 and _is_planned(document, layout, start, mark, own=True)


# sẽ hội đàm với Chủ tịch Hạ viện A, *hội kiến* với Tổng thống B, *dự* Diễn đàn C, *tiếp* D
def _comma_before(document: Document, start: int, offset: int) -> int:
    """Return where the comma before the verb of which the words at `offset` are a part stands, -1 if there is none."""
    mark = document.text.rfind(",", max(start, offset - _ATTENDS), offset)
    verbs = CLAUSES.table(document.lang, "one_by_one") if mark >= 0 else {}
    if not verbs:
        return -1  # nearly always
    words = document.match[mark + 1 : mark + _ATTENDS].split(maxsplit=1)
    between = document.match[mark + 1 : offset].split()
    attends = CLAUSES.table(document.lang, "phrase_verb")
    return mark if words and words[0] in verbs and (not between or between[0] in attends) else -1


# X will have a busy day in Lima, *including* talks with Y; not "including talks with Y yesterday"
def is_one_of_plans(document: Document, layout: Layout, opener: Hit | None) -> bool:
    """Tell whether a clause opens with a word of examples, of what somebody is to do."""
    if opener is None or opener.entry.surface not in CLAUSES.table(document.lang, "example"):
        return False
    sentence = document.sentence_at(opener.start)
    if not CLAUSES.table(document.lang, "past_time").keys().isdisjoint(document.match[opener.end : sentence.end].split()):
        return False
    return _is_planned(document, layout, sentence.start, opener.start, own=True)


def _is_planned(document: Document, layout: Layout, start: int, mark: int, *, own: bool = False) -> bool:
    """Tell whether what stands before `mark` is planned; of its `own` subject, not of somebody else's."""
    index = bisect_left(layout.cue_starts, mark) - 1
    while index >= 0 and layout.cue_starts[index] >= max(start, mark - _PLANS):
        cue = layout.cues[index]
        if not cue.entry.value.get("side") or cue.entry.value["side"] == "both":
            planned = bool(cue.entry.value["status"] == "planned")
            # not "A met B, *spoke of what C will host*, met D": the subject is named
            low = max(start, cue.start - _PLANS)
            comma = document.text.rfind(",", low, cue.start)
            subject = document.text[comma + 1 if comma >= 0 else low : cue.start].lstrip()
            return planned and (not own or subject[:1].isupper())
        index -= 1
    return False
