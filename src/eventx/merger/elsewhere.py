"""Step 3a, date: dates near an event that are those of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from eventx.clauses import CLAUSES, clause_opener
from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.model import Span
from eventx.slots import words_pattern

_MONTHS = frozenset({"month", "season", "quarter", "year", "decade", "century"})
"""Grains of dates that belong to the event right before them and to no other of the sentence."""
_LONG = frozenset({"conference"})
"""Types whose date may be as coarse as a year even where only the sentence ties it to them."""
_TELLING = 24
"""How far before a date a word of reporting may end that makes it the day of the report."""
_OF_A_DAY = frozenset({"meeting", "ceremony", "signing", "proposal"})
"""Types that take place on a day."""
_LASTING = frozenset({"visit", "conference"})
"""Types that last."""
_OF_PEOPLE = frozenset({"visit", "meeting", "signing"})
"""Types of what people do on whatever day, feast or not."""
_KEPT = 40
"""How far before a feast the word may stand that says that it is kept, in code points."""
_NEAR_STAY = 120
"""How far behind the words of a visit or conference the stretch may stand that is its own, in code points."""
_SINCE, _FEW = 40, 4
"""How far before a date "since" may stand, in code points and in words."""
_HELD = 120
"""How far behind a conference's name the date may stand of which its words of time tell, in code points."""
_OPENING = 24
"""How far into a sentence a word of time that opens it may reach, in code points."""
_FAR = 150
"""How far behind a meeting a month or year of its own may stand, in code points."""
_SHORT = 30
"""How far before the words of a visit those stand that lead in to it, in code points."""
_BEHIND_VISIT = 90
"""How far behind the words of a visit those may end that say it was lately, in code points."""
_CLOCK = 24
"""How far behind a day the words may reach that tell by whose clock it is."""
_ANNOUNCED = 160
"""How far behind a day, and its comma, the word of reporting may stand that makes it the day of an announcement."""
_RIGHT_BEHIND = 10
"""How far behind a date a conference may begin that is held then, in code points."""


@lru_cache(maxsize=16)
def _since(code: str) -> re.Pattern[str] | None:
    """Return the pattern of words before the dates of what was before, or of what is but spoken of; none without such words."""
    words = tuple(CLAUSES.table(code, "since"))
    return words_pattern(words) if words else None


def belongs_elsewhere(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date of a draft's sentence is that of something else."""
    return (
        _is_others(index, date, draft)
        or _is_of_stay(index, date, draft)
        or _is_to_come(index, date, draft)
        or _is_far(date, draft)
        or _is_of_journey(index, date, draft)
        or _is_of_telling(index, date, draft)
        or _is_of_past(index, date, draft)
        or _is_of_main(index, date, draft)
        or _is_before_it(index, date, draft)
        or (draft.value.type in _OF_PEOPLE and is_kept(index, date))
    )


def since_when(index: Index) -> Iterator[Span]:
    """Yield the spans of dates of what was before all that is told: "the first talks *since* taking office on 4 May"."""
    words, pattern = CLAUSES.table(index.document.lang, "since"), _since(index.document.lang)
    for date in index.dates.items:
        start = max(date.span.start - _SINCE, 0)
        if pattern is None or pattern.search(index.document.match, start, date.span.start) is None:
            continue  # nearly always
        before = index.document.match[start : date.span.start]
        nearest = before.rpartition(",")[2].rpartition(".")[2]
        if not words.keys().isdisjoint(nearest.split()[-_FEW:]):
            yield date.span


def is_said_when(index: Index, date: Span, draft: Draft) -> bool:
    """Tell whether words say of a date behind a conference that it is its own: "met X at the summit *to be held in* May"."""
    end = draft.trigger.span.end
    if not 0 <= date.start - end <= _HELD or events_among(index.triggers.between(end, date.start)):
        return False
    between = f" {' '.join(index.document.match[end : date.start].split())} "
    return any(f" {word} " in between for word in CLAUSES.table(index.document.lang, "taking_place"))


def is_meanwhile(index: Index, draft: Draft) -> bool:
    """Tell whether a visit is told as when something else took place: "was opened on 3 May *during* the visit of X"."""
    if draft.value.type != "visit":
        return False
    before = index.document.match[max(draft.trigger.span.start - _SHORT, 0) : draft.trigger.span.start].split()[-3:]
    return any(word in CLAUSES.table(index.document.lang, "meanwhile") for word in before)


def events_among(triggers: tuple[Contribution, ...]) -> bool:
    """Tell whether some trigger takes a date of its own."""
    return any(isinstance(c.value, Trigger) and c.value.type not in ("proposal", "anniversary") for c in triggers)


def _is_of_stay(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a stretch is that of the visit or conference right before it: "*during the visit* from 3 to 5 May, X met Y".

    What happens on one day is not dated by it.
    """
    if draft.value.type not in _OF_A_DAY or draft.value.status != "held":
        return False  # of what is to come, no more may be known
    if not isinstance(date.value, Date) or date.value.grain != "interval":
        return False
    start = index.sentences[draft.sentence].start
    before = [c for c in index.triggers.between(start, date.span.start) if events_among((c,))]
    if not before or before[-1].span == draft.trigger.span or not isinstance(before[-1].value, Trigger):
        return False
    return before[-1].value.type in _LASTING and date.span.start - before[-1].span.end <= _NEAR_STAY


def _is_to_come(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date lies behind the day of publication of a text that tells of a draft as held."""
    published, value = index.document.published, date.value
    if published is None or draft.value.status != "held" or not isinstance(value, Date) or draft.value.type in _LASTING:
        return False
    if value.edtf < published.isoformat():
        return False  # nearly always, and known without a sum of days
    return value.earliest is not None and value.earliest > published


def _is_of_telling(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is when it was said that something is to come ("an official said last week that X will meet Y").

    The word of reporting stands right before it or behind it: "Báo X *ngày 5/6 đưa tin*, Y sẽ thăm Z".
    """
    if draft.value.status != "planned" and not (draft.value.type == "visit" and draft.value.anaphoric):
        return False
    match, span = index.document.match, date.span
    reporting = CLAUSES.table(index.document.lang, "reporting")
    if _opens_announcement(index, span, draft, reporting):
        return True
    if draft.value.status != "planned":
        return False
    before = match[max(span.start - _TELLING, 0) : span.start].split()[-2:]
    # "will visit X from Tuesday to Friday, said Y": a comma ends what the date belongs to
    after = "" if index.document.text[span.end : span.end + 1] == "," else match[span.end : span.end + _TELLING]
    behind = after.split()[:2]
    if any(word in reporting for word in before) or (behind and behind[0] in reporting):
        return True
    return any(" ".join(words).rstrip(",:") in reporting for words in (before, behind))


# Ngày 5/6, Bộ Ngoại giao Hungary thông báo Ngoại trưởng X sẽ thăm Y · On Monday, the palace announced that X will visit Y
def _opens_announcement(index: Index, date: Span, draft: Draft, reporting: Mapping[str, object]) -> bool:
    """Tell whether a day opens the sentence in which somebody then reports what a draft tells."""
    start, stop = index.sentences[draft.sentence].start, draft.trigger.span.start
    if date.start - start > _OPENING or date.end >= stop or index.document.text[date.end : date.end + 1] != ",":
        return False
    words = index.document.match[date.end : min(stop, date.end + _ANNOUNCED)].split()
    at = next((at for at in range(2, len(words)) if words[at] in reporting or " ".join(words[at - 1 : at + 1]) in reporting), 0)
    if not at:
        return False
    # "On May 5, according to the statement, X will visit Y"
    opener = clause_opener(index.document, date.end + 2)
    return not (opener is not None and opener.start > date.end) and words[0] not in CLAUSES.table(index.document.lang, "since")


def _is_others(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a month, season or year is that of another event, the one told last before it ("a forum this fall")."""
    value = date.value
    if (
        not isinstance(value, Date)
        or value.grain == "day"
        or all(part is None or part.grain not in _MONTHS for part in value.ends)
    ):
        return False
    if draft.value.type in _LONG and 0 <= draft.trigger.span.start - date.span.end <= _RIGHT_BEHIND:
        return False  # "visited Fiji in 1990 for a forum"
    told = index.triggers.between(index.sentences[draft.sentence].start, date.span.start)
    # "At the ceremony, X recalled that in March, during the visit of Y, …": what is only taken up has no month
    before = [c for c in told if events_among((c,)) and not _takes_up(c)]
    return bool(before) and before[-1] is not draft.trigger and before[-1].span != draft.trigger.span


def _takes_up(contribution: Contribution) -> bool:
    """Tell whether a trigger only takes up a meeting or ceremony told before."""
    return isinstance(contribution.value, Trigger) and contribution.value.anaphoric and contribution.value.type in _OF_A_DAY


def _is_far(date: Contribution, draft: Draft) -> bool:
    """Tell whether a month or year stands too far behind a meeting to be its own: "talked about …, …, as agreed in August"."""
    if draft.value.type != "meeting" or not isinstance(date.value, Date) or date.value.grain not in _MONTHS:
        return False
    return date.span.start - draft.trigger.span.end > _FAR


def _is_of_past(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date behind an event is when something before it happened ("their first meeting *since* March 2020")."""
    end = draft.trigger.span.end
    if date.span.start < end:
        return False
    if isinstance(date.value, Date) and date.value.grain in _MONTHS and draft.value.type == "meeting":
        # "met with X, *who* was appointed in October 2019"
        opener = clause_opener(index.document, date.span.start)
        if opener is not None and opener.value == "relative" and opener.start >= end:
            return True
    if isinstance(date.value, Date) and draft.value.type == "visit":
        # "became the first to visit X *after* the emergency was lifted last month", "*after* Y took office on 3 May"
        opener = clause_opener(index.document, date.span.start)
        if opener is not None and opener.value == "adverbial" and opener.start >= end:
            after = opener.entry.surface in CLAUSES.table(index.document.lang, "after")
            if after or date.value.grain in _MONTHS:
                return True
    pattern = _since(index.document.lang)
    return pattern is not None and pattern.search(index.document.match, end, date.span.start) is not None


def is_of_paper(index: Index, date: Span) -> bool:
    """Tell whether a date is that of a paper its sentence speaks of: "is based on the *agreement signed* in Lima on May 9"."""
    before = f" {' '.join(index.document.match[index.document.sentence_at(date.start).start : date.start].split())} "
    words = CLAUSES.table(index.document.lang, "since")
    return any(" " in word and f" {word} " in before for word in words)


def _is_of_journey(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is when somebody sets out for a conference: "*will leave* on Sunday to attend the summit"."""
    if draft.value.type != "conference" or date.span.start > draft.trigger.span.start:
        return False
    if isinstance(date.value, Date) and date.value.grain == "year":
        return False
    before = index.triggers.between(index.sentences[draft.sentence].start, date.span.start)
    return any(isinstance(c.value, Trigger) and c.value.type == "visit" and not c.value.anaphoric for c in before)


def _is_of_main(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is that of what came after: "Sau cuộc gặp với X, Y sẽ gặp Z *ngày 27/10*"."""
    sentence, trigger = index.sentences[draft.sentence], draft.trigger.span
    if draft.value.type != "meeting" or index.document.text.find(",", trigger.end, max(date.span.start, trigger.end)) < 0:
        return False
    before = index.document.match[sentence.start : trigger.start].split()
    return " ".join(before) in CLAUSES.table(index.document.lang, "after")


def _is_before_it(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is that of what is done before a trip: "arrived in Lima *on Monday* before heading for Quito"."""
    return date.span.end <= draft.trigger.span.start and comes_after(index, draft, date.span.end)


# As part of the visit they will plant a tree to mark Earth Day
def is_kept(index: Index, date: Contribution) -> bool:
    """Tell whether a date is that of a feast that is kept or marked by what people do, on whatever day."""
    words = CLAUSES.table(index.document.lang, "kept")
    before = index.document.match[max(date.span.start - _KEPT, 0) : date.span.start].split()
    return bool(words) and not words.keys().isdisjoint(before[-_FEW:])


def comes_after(index: Index, draft: Draft, floor: int = 0) -> bool:
    """Tell whether a trip is told as what comes after what its sentence tells, behind a word that stands behind an offset."""
    opener = clause_opener(index.document, draft.trigger.span.start) if draft.value.type == "visit" else None
    if opener is None or opener.start < floor:
        return False
    return opener.entry.surface in CLAUSES.table(index.document.lang, "before_that")


# Chiều 21/9 (rạng sáng 22/9 *theo giờ Việt Nam*)
def is_by_other_clock(index: Index, date: Span) -> bool:
    """Tell whether a day is told, beside the one where something was, by the clock of those who read of it."""
    words = CLAUSES.table(index.document.lang, "home_time")
    return bool(words) and index.document.match[date.end : date.end + _CLOCK].lstrip().startswith(tuple(words))


# chuyến thăm Việt Nam vừa qua của X
def is_just_past(index: Index, draft: Draft) -> bool:
    """Tell whether a visit is told as one that was lately: its day is not that of the news."""
    words = CLAUSES.table(index.document.lang, "just_past")
    if not words or draft.value.type != "visit":
        return False
    end = draft.trigger.span.end
    stop = min(index.sentences[draft.sentence].end, end + _BEHIND_VISIT)
    behind = f" {' '.join(index.document.match[end:stop].split())} "
    return any(f" {word} " in behind for word in words)


def is_told_of_before(index: Index, draft: Draft) -> bool:
    """Tell whether a draft is told as what was before what was told: "*Earlier*, X received Y", "he *had also held* talks"."""
    document, start = index.document, index.sentences[draft.sentence].start
    opening = f"{' '.join(document.match[start : start + _OPENING].split())} "
    if any(opening.startswith((f"{word} ", f"{word},")) for word in CLAUSES.table(document.lang, "told_before")):
        return True
    done = CLAUSES.table(document.lang, "done")
    trigger = draft.trigger.span
    if not done or draft.value.type == "proposal":
        return False
    words = document.match[max(trigger.start - _SHORT, start) : trigger.end].split()
    ahead = [number for number, word in enumerate(words) if word in CLAUSES.table(document.lang, "pluperfect")]
    return bool(ahead) and any(word in done for word in words[ahead[-1] + 1 : ahead[-1] + 3])
