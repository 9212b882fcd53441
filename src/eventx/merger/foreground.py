"""Step 2, attach: which triggers set the scene for what is said after them, which only tell of something aside, or of a post."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Mention, Trigger
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.model import Span

_NAMING = frozenset({"visit", "ceremony"})
"""Types whose words may be part of the name of an office or committee."""
_COMMEMORATED = 60
"""How far behind the beginning of what an anniversary is of another event may be told that is part of it, in code points."""
_VERB, _FEW = 40, 4
"""How far behind a conference, in code points and in words, the verb of its own may stand ("the forum *opened* in Lima")."""
_CAPTION = 16
"""How far into a caption the dash or colon stands behind the word of an old picture."""
SCENES = frozenset({"meeting", "conference", "ceremony", "visit", "signing"})
"""Types that set the scene for what is said after them; a proposal or an anniversary does not."""


# Ivo Petrov, Director of the Visits Department · the Chairman of the Inauguration Committee, Ivo Petrov
def is_of_a_post(index: Index, trigger: Contribution) -> bool:
    """Tell whether the word of a visit or ceremony is only part of the name of the body that somebody is of."""
    span, text, value = trigger.span, index.text, trigger.value
    if not text[span.start].isupper() or text[span.end : span.end + 1] != " ":
        return False  # nearly always
    if not isinstance(value, Trigger) or value.type not in _NAMING:
        return False
    around = index.mentions.covering(Span(span.start, span.end + 1))
    return any(isinstance(c.value, Mention) and c.value.kind == "person" and c.span.start < span.start for c in around)


# the 47th anniversary of *the signing of the treaty* · kỷ niệm 47 năm *ký* Hiệp ước
def is_commemorated(trigger: Contribution, commemorated: Sequence[Span]) -> bool:
    """Tell whether what a trigger tells of is only what an anniversary of the sentence is of."""
    if not commemorated:
        return False  # nearly always
    start, value = trigger.span.start, trigger.value
    if not isinstance(value, Trigger) or value.type not in SCENES:
        return False
    return any(span.start <= start < min(span.end, span.start + _COMMEMORATED) for span in commemorated)


def commemorated_in(told: Sequence[Contribution]) -> list[Span]:
    """Return where it stands what the anniversaries among the triggers of a sentence are of."""
    if len(told) == 1:
        return []  # nearly always
    return [
        span
        for contribution in told
        if isinstance(contribution.value, Trigger) and contribution.value.type == "anniversary"
        for slot in contribution.value.slots
        if slot.role == "of"
        for span in slot.spans
    ]


def opens_scene(contribution: Contribution) -> bool:
    """Tell whether a trigger tells of another event at which people may speak."""
    trigger = contribution.value
    if not isinstance(trigger, Trigger) or trigger.type not in SCENES:
        return False
    return not (trigger.anaphoric or trigger.background or trigger.status == "hypothetical")


# X will open on Monday · Phó Thủ tướng A *tham dự Hội nghị*
def may_not_speak(contribution: Contribution) -> bool:
    """Tell whether a trigger tells of another event, or that somebody took part in the conference at hand, not that he spoke."""
    if opens_scene(contribution):
        return True
    trigger, start = contribution.value, contribution.span.start
    if not isinstance(trigger, Trigger) or trigger.type != "conference" or not trigger.anaphoric:
        return False
    took_part = (slot for slot in trigger.slots if slot.role == "participant")
    return any(span.end <= start for slot in took_part for span in slot.spans)


def is_aside(index: Index, draft: Draft, scene: Draft | None) -> bool:
    """Tell whether a conference is only told of: "received experts *who* are taking part in the forum", "recalled the forum".

    Or of one that is to come what is said at the event at hand: "discussed the summit to be held in May".
    """
    if scene is not None and scene.value.status == "held" and draft.value.status == "planned" and not draft.people():
        return True
    if scene is None or _is_spoken_of(index, draft):
        return scene is not None
    if scene.sentence != draft.sentence or scene.value.type != "meeting":
        return False
    opener = clause_opener(index.document, draft.trigger.span.start)
    return opener is not None and opener.value == "relative"


# The embassy said that it welcomed the Special Summit in Lima. · X praised the outcomes of the third forum
def _is_spoken_of(index: Index, draft: Draft) -> bool:
    """Tell whether somebody only speaks of a conference, of which nothing else is told: behind "said", "recalled", "praised"."""
    if draft.value.status != "held" or draft.value.anaphoric or draft.people():
        return False
    sentence, trigger = index.sentences[draft.sentence], draft.trigger.span
    before = index.match[sentence.start : trigger.start].split()
    speaks = (index.words(table) for table in ("reporting", "recalling", "spoken_of"))
    said = max((at for words in speaks for at, word in enumerate(before) if word in words), default=-1)
    # not "said that Peru held the forum", "said that the forum opened"
    behind = index.match[trigger.end : min(trigger.end + _VERB, sentence.end)].split()[:_FEW]
    if said < 0 or (said + 1 < len(before) and before[said + 1] in index.words("realm")):
        return False  # "also told of the forum"
    return index.words("light").keys().isdisjoint([*before[said + 1 :], *behind])


# X recalled his talks with Y at the Ocean Summit in Suva
def is_recalled(index: Index, start: int, end: int) -> bool:
    """Tell whether somebody is said in a stretch to think back of something."""
    words = index.words("recalling")
    return bool(words) and not words.keys().isdisjoint(index.match[start:end].split())


def without_recalling(index: Index, draft: Draft) -> None:
    """Leave out of a conference whoever only thinks back of it, and is not said to have spoken there."""
    told = draft.fillings if draft.value.type == "conference" else ()
    if told and is_recalled(index, index.sentences[draft.sentence].start, draft.trigger.span.start):
        draft.fillings = [filling for filling in told if filling.role != "speaker"]


# FILE - Minister X attends the forum in Lima, Aug. 4 · FILE PHOTO: X meets Y
def is_of_archive(index: Index, sentence: Span) -> bool:
    """Tell whether a sentence is the caption of a picture of before: nothing of the news was said at what that shows."""
    words, start = index.words("archive"), sentence.start
    if not words or not index.text[start : start + 2].isupper():
        return False  # nearly always
    head, mark, _ = index.text[start : start + _CAPTION].replace(":", " -").partition(" -")
    return bool(mark) and head.isupper() and head.lower() in words


# Tới dự có X, Y · (Photo by X)
def is_list(index: Index, sentence: Span, triggers: Sequence[Contribution]) -> bool:
    """Tell whether a sentence only tells who took part, or in a caption, in brackets, whose picture it is: nobody speaks."""
    if triggers and all(isinstance(c.value, Trigger) and c.value.type == "scene" for c in triggers):
        return True
    return index.text.startswith("(", sentence.start) and bool(index.zones.covering(sentence))
