"""Step 3a, date: the candidates for when each draft takes place."""

from __future__ import annotations

from eventx.clauses import CLAUSES, clause_opener
from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.merger.choose import Candidate, Scope
from eventx.merger.draft import Draft
from eventx.merger.index import Index
from eventx.merger.lasting import as_stretch, lasting
from eventx.merger.occasions import occasions
from eventx.model import Span
from eventx.records import maker

_candidate = maker(Candidate)
_COARSE = frozenset({"year", "decade", "century"})
_MONTHS = frozenset({"month", "season", "quarter", "year", "decade", "century"})
"""Grains of dates that belong to the event right before them and to no other of the sentence."""
_LONG = frozenset({"conference"})
"""Types whose date may be as coarse as a year even where only the sentence ties it to them."""
_BACKGROUND_REACH = 120
"""How far behind a background trigger its own date may stand, in code points."""
_PROPOSAL_REACH = 24
"""How far behind a proposal's words a date may stand that is its own, in code points."""
_DAY_OF_VISIT = 100
"""What a plain day adds to its distance from a visit."""
_TELLING = 24
"""How far before a date a word of reporting may end that makes it the day of the report."""
_SCENES = frozenset({"meeting", "visit", "ceremony", "signing"})
_CLOSED = frozenset({"meeting", "visit"})
"""Types whose clause a year may end that is theirs."""
_OPENING = 6
"""How far into a sentence the year stands that opens it ("In 2019, …")."""
GOAL = 30
"""How far behind a visit's words, and its goal, a year or a further place may stand that is its own."""
_RIGHT_BEHIND = 10
"""How far behind a date a conference may begin that is held then, in code points."""
_BETWEEN = 200
"""What another trigger in between adds to the distance: the date is more likely that one's."""
_OTHERS = 60
"""What another trigger before adds: of "a visit to A from *May 3*, and will travel to B on May 5" the first day is that one's."""


def claimed_dates(index: Index) -> frozenset[Span]:
    """Return the spans of dates that belong to one event alone.

    An anniversary's "(1967 - 2022)" dates nothing else, nor does the date right behind an event told as background or that of a
    feast somebody comes for.
    """
    if not index.dates.items:
        return frozenset()
    claimed: set[Span] = set(occasions(index))
    for contribution in index.triggers.items:
        trigger = contribution.value
        if isinstance(trigger, Trigger) and trigger.type == "anniversary":
            windows = [span for slot in trigger.slots if slot.role == "date" for span in slot.spans]
            for window in (contribution.span, *windows):
                claimed.update(date.span for date in index.dates.inside(window))
            since = dict(trigger.fields).get("since")
            if isinstance(since, Date):
                sentence = index.document.sentence_at(contribution.span.start)
                claimed.update(d.span for d in index.dates.starting_in(sentence) if str(d.value).partition("/")[0] == since.edtf)
        elif isinstance(trigger, Trigger) and trigger.background:
            claimed.update(date.span for date in _behind(index, contribution.span))
    return frozenset(claimed)


def _behind(index: Index, trigger: Span) -> tuple[Contribution, ...]:
    """Return the first date in the stretch right behind a background trigger, up to the next trigger ("visit by X in 2019")."""
    end = min(index.document.sentence_at(trigger.start).end, trigger.end + _BACKGROUND_REACH)
    following = index.triggers.between(trigger.end, end)
    stop = following[0].span.start if following else end
    return index.dates.between(trigger.end, stop)[:1]


def date_candidates(index: Index, draft: Draft, claimed: frozenset[Span]) -> list[Candidate]:
    """Return the dates that may be a draft's own: from its frame's windows, else from its sentence."""
    own = draft.fields.get("date")
    if isinstance(own, Date):
        return [Candidate(field="date", value=own, source=draft.trigger, scope="frame")]
    if not index.dates.items:
        return []
    trigger = draft.value
    found = _in_frame(index, draft, claimed)
    if found or trigger.type == "anniversary":
        return found
    if trigger.background:
        return [_date(c, draft, index, "frame") for c in _behind(index, draft.trigger.span)]
    sentence = index.sentences[draft.sentence]
    end = sentence.end
    if trigger.type == "proposal":
        # A date further on is about what is proposed ("… asked the city to hold the seminar in June").
        end = min(end, draft.trigger.span.end + _PROPOSAL_REACH)
    near = index.dates.between(sentence.start, end)
    if not near:
        return []
    told = [
        _date(contribution, draft, index, "sentence")
        for contribution in near
        if not (claimed and contribution.span in claimed)
        and _dates(index, contribution, draft, sentence)
        and not _is_others(index, contribution, draft)
        and not _is_of_journey(index, contribution, draft)
        and not _is_of_telling(index, contribution, draft)
        and not _is_of_past(index, contribution, draft)
        and not _is_of_main(index, contribution, draft)
    ]
    return _fitting(told, draft)


def _in_frame(index: Index, draft: Draft, claimed: frozenset[Span]) -> list[Candidate]:
    """Return the dates in the windows that a draft's frame has for them."""
    found: list[Candidate] = []
    for slot in draft.value.slots:
        for span in slot.spans if slot.role == "date" else ():
            told = index.dates.starting_in(span)
            if claimed and draft.value.type != "anniversary":
                told = tuple([contribution for contribution in told if contribution.span not in claimed])
            found += [_date(contribution, draft, index, "frame") for contribution in told]
    return found


def _is_of_telling(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is when it was said that something is to come ("an official said last week that X will meet Y").

    The word of reporting stands right before it or behind it: "Báo X *ngày 5/6 đưa tin*, Y sẽ thăm Z".
    """
    if draft.value.status != "planned":
        return False
    match, span = index.document.match, date.span
    reporting = CLAUSES.table(index.document.lang, "reporting")
    before = match[max(span.start - _TELLING, 0) : span.start].split()[-2:]
    behind = match[span.end : span.end + _TELLING].split()[:2]
    if any(word in reporting for word in before) or (behind and behind[0] in reporting):
        return True
    return any(" ".join(words).rstrip(",:") in reporting for words in (before, behind))


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
    before = [c for c in told if _events((c,))]
    return bool(before) and before[-1] is not draft.trigger and before[-1].span != draft.trigger.span


def _is_of_past(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date behind an event is when something before it happened ("their first meeting *since* March 2020")."""
    end = draft.trigger.span.end
    if date.span.start < end:
        return False
    words = index.document.match[end : date.span.start].split()
    if not words:
        return False
    if isinstance(date.value, Date) and date.value.grain in _MONTHS and draft.value.type == "meeting":
        # "met with X, *who* was appointed in October 2019"
        opener = clause_opener(index.document, date.span.start)
        if opener is not None and opener.value == "relative" and opener.start >= end:
            return True
    if isinstance(date.value, Date) and date.value.grain in _MONTHS and draft.value.type == "visit":
        # "became the first to visit X *after* the emergency was lifted last month"
        opener = clause_opener(index.document, date.span.start)
        if opener is not None and opener.value == "adverbial" and opener.start >= end:
            return True
    between = f" {' '.join(words)} "
    return any(f" {word} " in between for word in CLAUSES.table(index.document.lang, "since"))


def _is_of_journey(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is when somebody sets out for a conference: "*will leave* on Sunday to attend the summit"."""
    if draft.value.type != "conference" or date.span.start > draft.trigger.span.start:
        return False
    if isinstance(date.value, Date) and date.value.grain == "year":
        return False
    before = index.triggers.between(index.sentences[draft.sentence].start, date.span.start)
    return any(isinstance(c.value, Trigger) and c.value.type == "visit" and not c.value.anaphoric for c in before)


def _closes(index: Index, date: Span, trigger: Span) -> bool:
    """Tell whether a date behind a trigger ends its clause: a preposition of time before it, a comma only before that."""
    text = index.document.text
    if text[date.end : date.end + 1] not in ("", ".", "\n"):
        return False
    words, comma, last = text[trigger.end : date.start].rpartition(",")
    if "," in words:
        return False
    between, table = last.lower().split(), CLAUSES.table(index.document.lang, "in_year")
    if comma:
        # "chuyến thăm của X, năm 2017": a word of time may be the date's own; not "Ngày 3/5, … hội đàm lần thứ ba, năm 2017"
        if index.dates.between(index.document.sentence_at(date.start).start, date.start):
            return False
        return between[0] in table if len(between) == 1 else not between and not text[date.start].isdigit()
    return bool(between) and between[-1] in table


def _is_of_main(index: Index, date: Contribution, draft: Draft) -> bool:
    """Tell whether a date is that of what came after: "Sau cuộc gặp với X, Y sẽ gặp Z *ngày 27/10*"."""
    sentence, trigger = index.sentences[draft.sentence], draft.trigger.span
    if draft.value.type != "meeting" or index.document.text.find(",", trigger.end, max(date.span.start, trigger.end)) < 0:
        return False
    before = index.document.match[sentence.start : trigger.start].split()
    return " ".join(before) in CLAUSES.table(index.document.lang, "after")


def _dates(index: Index, contribution: Contribution, draft: Draft, sentence: Span) -> bool:
    """Tell whether a date of a sentence is fine enough to date the draft: a year dates a meeting only at the head of it."""
    value = contribution.value
    if not isinstance(value, Date):
        return False
    if draft.value.type in _LONG or value.grain == "day" or any(p is not None and p.grain not in _COARSE for p in value.ends):
        return True
    if draft.value.type == "visit" and 0 <= contribution.span.start - draft.trigger.span.end <= GOAL:
        return True  # "last visited Norway in 2014"
    if draft.value.type in _CLOSED and _closes(index, contribution.span, draft.trigger.span):
        return True  # "gặp X tại đảo Jeju vào năm 2004"
    return draft.value.type in _SCENES and contribution.span.start - sentence.start < _OPENING


def _date(contribution: Contribution, draft: Draft, index: Index, scope: Scope) -> Candidate:
    """Return a date as a candidate."""
    value = contribution.value
    assert isinstance(value, Date)  # noqa: S101 - callers have looked
    days = draft.fields.get("days")
    # A visit lasts: of two dates near it the stretch is its own, the day that of a meeting during it.
    day = draft.value.type == "visit" and value.grain == "day" and not isinstance(days, int)
    return _candidate(
        field="date",
        value=lasting(value, days, over="over" in draft.fields) if isinstance(days, int) else value,
        source=contribution,
        scope=scope,
        certainty=contribution.certainty,
        distance=distance(index, contribution.span, draft.trigger.span) + (_DAY_OF_VISIT if day else 0),
    )


def _fitting(found: list[Candidate], draft: Draft) -> list[Candidate]:
    """Return the dates of a sentence that fit best: a stretch of days is the visit's, a day that of a meeting during it."""
    if draft.value.type in ("visit", "conference") and len(found) > 1:
        found = as_stretch(found)
    if draft.value.type == "conference":
        # "Sáng 5/6, … Hội nghị Gặp gỡ Nhật Bản 2024": the year is of its name
        return [candidate for candidate in found if isinstance(candidate.value, Date) and _is_fine(candidate.value)] or found
    if draft.value.type not in ("meeting", "ceremony", "signing"):
        return found
    days = [candidate for candidate in found if isinstance(candidate.value, Date) and candidate.value.grain != "interval"]
    return days or found


def _is_fine(date: Date) -> bool:
    """Tell whether a date is a day, or a stretch from day to day."""
    return all(part is not None and part.grain == "day" for part in date.ends)


def distance(index: Index, span: Span, trigger: Span) -> int:
    """Return the code points between a value and a trigger; another trigger in between makes it far.

    A value at the head of a sentence ("On Tuesday, …", "Chiều 27/4, …") is about the whole sentence, so nothing is in between.
    """
    if span.start >= trigger.end:
        between = index.triggers.between(trigger.end, span.start)
        return span.start - trigger.end + (_BETWEEN if between and _events(between) else 0)
    gap = max(trigger.start - span.end, 0)
    start = index.document.sentence_at(span.start).start
    if span.start - start < 12:
        return gap
    between = index.triggers.between(span.end, trigger.start)
    if between and _events(between):
        return gap + _BETWEEN
    before = index.triggers.between(start, span.start)
    return gap + (_OTHERS if before and _events(before) else 0)


def _events(triggers: tuple[Contribution, ...]) -> bool:
    """Tell whether some trigger takes a date of its own."""
    return any(isinstance(c.value, Trigger) and c.value.type not in ("proposal", "anniversary") for c in triggers)
