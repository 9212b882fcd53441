"""Step 3a, date: the candidates for when each draft takes place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventx.contribution import Contribution, Trigger
from eventx.edtf import Date
from eventx.merger.choose import Candidate, Scope
from eventx.merger.draft import Draft
from eventx.merger.elsewhere import LONG, belongs_elsewhere, events_among, is_by_other_clock, is_reported, is_said_when
from eventx.merger.index import Index
from eventx.merger.lasting import ANY_YEAR, as_stretch, lasting, with_year
from eventx.merger.matters import is_of_the_talks, is_of_what_is_discussed, is_of_what_is_said
from eventx.merger.occasions import occasions
from eventx.merger.sequence import is_meanwhile, told_among, told_at, told_during
from eventx.merger.since import is_of_taking_office, since_when
from eventx.merger.undated import BETWEEN, PROPOSAL_REACH, is_of_decision, is_put_in, is_undated, tells_its_day
from eventx.model import Span
from eventx.records import filler

_candidate = filler(Candidate)
_AGES = frozenset({"decade", "century"})
_COARSE = frozenset({"quarter", "half", "year", "decade", "century"})
_BACKGROUND_REACH = 120
"""How far behind a background trigger its own date may stand, in code points."""
_DAY_OF_VISIT = 100
"""What a plain day adds to its distance from a visit."""
_SCENES = frozenset({"meeting", "visit", "ceremony", "signing"})
_CLOSED = frozenset({"meeting", "visit"})
"""Types whose clause a year may end that is theirs."""
_OPENING = 6
"""How far into a sentence the year stands that opens it ("In 2019, …")."""
GOAL = 30
"""How far behind a visit's words, and its goal, a year or a further place may stand that is its own."""
_ENDS = ("", ".", "\n", ",", ";")
"""What may stand behind a year that ends its phrase."""
_THEN = 90
"""How far behind a date a clause may tell of what happened then, in code points."""
_OTHERS = 60
"""What another trigger before adds: of "a visit to A from *May 3*, and will travel to B on May 5" the first day is that one's."""


def claimed_dates(index: Index) -> frozenset[Span]:
    """Return the spans of dates that belong to one event alone.

    An anniversary's "(1967 - 2022)" dates nothing else, nor does the date right behind an event told as background or that of a
    feast somebody comes for.
    """
    if not index.dates.items:
        return frozenset()
    claimed: set[Span] = {*occasions(index), *since_when(index)}
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
    """Return the dates that may be a draft's own; none where the day it tells itself is not settled."""
    found = _candidates(index, draft, claimed)
    if index.undated.items and index.dates.items and draft.value.type != "anniversary" and not tells_its_day(index):
        draft.undated = is_undated(index, draft, found, distance)
    return [] if draft.undated else found


def _candidates(index: Index, draft: Draft, claimed: frozenset[Span]) -> list[Candidate]:
    """Return the dates that may be a draft's own: from its frame's windows, else from its sentence."""
    if draft.dated is not None:
        return [_date(draft.dated, draft, index, "frame")]
    own = draft.fields.get("date")
    if isinstance(own, Date):
        known = with_year(index, draft, own) if own.edtf.startswith(ANY_YEAR) else None
        return [known or Candidate(field="date", value=own, source=draft.trigger, scope="frame")]
    if not index.dates.items:
        return []
    trigger, sentence = draft.value, index.sentences[draft.sentence]
    windows = _windows(draft)
    near = index.dates.between(sentence.start, max(sentence.end, draft.trigger.span.end))
    if not (near or windows):
        return []  # nearly always
    found = _in_frame(index, draft, windows, claimed) or [_date(c, draft, index, "frame") for c in _told_then(index, draft, near)]
    if not found and trigger.background:
        found = [_date(c, draft, index, "frame") for c in _behind(index, draft.trigger.span)]
    if found or trigger.type == "anniversary" or (trigger.background and not is_meanwhile(index, draft)):
        return found
    end = sentence.end
    if trigger.type == "proposal":
        # A date further on is about what is proposed ("… asked the city to hold the seminar in June").
        end = min(end, draft.trigger.span.end + PROPOSAL_REACH)
    told = [
        _date(contribution, draft, index, "sentence")
        for contribution in near
        if contribution.span.start < end
        and not (claimed and contribution.span in claimed)
        and _dates(index, contribution, draft, sentence)
        and not belongs_elsewhere(index, contribution, draft)
        and not (is_of_taking_office(index, contribution.span) and trigger.type != "ceremony")
        and not ("spoken" in trigger.traits and is_of_the_talks(index, draft, contribution))
        and not (is_put_in(index, contribution.span, draft.trigger.span) or is_of_decision(index, contribution.span, draft))
        and not is_of_what_is_discussed(index, contribution.span, draft)
    ]
    return _fitting(_its_own(index, draft, told), draft) if len(told) > 1 else _fitting(told, draft)


def _its_own(index: Index, draft: Draft, told: list[Candidate]) -> list[Candidate]:
    """Return the dates of a sentence without those that are another's where one is told that may be an event's own."""
    told = [candidate for candidate in told if not is_by_other_clock(index, candidate.source.span)] or told
    # "is preparing a visit to Lima early in December, NHK reported *on Wednesday*"
    told = [c for c in told if not is_reported(index, c.source.span, index.words("reporting"))] or told
    if draft.value.type in LONG:
        told = [candidate for candidate in told if is_said_when(index, candidate.source.span, draft)] or told
    if index.zones.items:
        # "MIRI (May 25): … received X yesterday": the day of a dateline is that of the report
        told = [candidate for candidate in told if index.zone(candidate.source.span) != "dateline"] or told
    return told


# X last visited Lima in *June 2022*, when he received the Order of Merit · the last one was in *1946* when X met Y
def _told_then(index: Index, draft: Draft, near: Sequence[Contribution]) -> list[Contribution]:
    """Return the date right before a clause that tells what happened then, or that of the trip a sentence opens with."""
    words, start = index.words("then"), draft.trigger.span.start
    for date in near if words else ():
        end = date.span.end
        if 0 < start - end <= _THEN and index.text[end:start].rstrip() in index.possessives:
            return [date]  # "says *tomorrow's* visit will help"
        if not 0 < start - end <= _THEN or index.text[end : end + 1] not in (",", " "):
            continue
        opens = index.match[end + 1 : start].split(maxsplit=1)[:1]
        if opens and opens[0] in words and "," not in index.text[end + 1 : start] and not index.triggers.between(end, start):
            return [date]
    during = told_during(index, draft, near) or told_at(index, draft, near) or told_among(index, draft, near)
    return [during] if during is not None and not is_of_what_is_said(index, during, draft) else []


def _windows(draft: Draft) -> list[Span]:
    """Return the windows that a draft's frame has for dates; few have any."""
    windows: list[Span] = []
    for slot in draft.value.slots:
        if slot.role == "date":
            windows += slot.spans
    return windows


def _is_term(value: object, *, signed: bool = False) -> bool:
    """Tell whether a date is a stretch of years, "a plan for *2019-2020*": nothing takes so long; of what is signed, a year."""
    ends = value.ends if isinstance(value, Date) and (signed or value.grain == "interval") else ()
    return bool(ends) and all(part is not None and part.grain == "year" for part in ends)


def _in_frame(index: Index, draft: Draft, windows: Iterable[Span], claimed: frozenset[Span]) -> list[Candidate]:
    """Return the dates in the windows that a draft's frame has for them."""
    found: list[Candidate] = []
    for span in windows:
        told = index.dates.starting_in(span)
        if draft.value.type != "anniversary":
            told = tuple([c for c in told if c.span not in claimed and not _is_term(c.value)])
        found += [_date(contribution, draft, index, "frame") for contribution in told]
    if not found and draft.value.type in _SCENES:
        # "during the President's *August* visit"
        signed = draft.value.type == "signing"
        told = tuple([c for c in index.dates.inside(draft.trigger.span) if not _is_term(c.value, signed=signed)])
        return [_date(c, draft, index, "frame") for c in told]
    return found


def _closes(index: Index, date: Span, trigger: Span) -> bool:
    """Tell whether a date behind a trigger ends its clause: a preposition of time before it, a comma only before that."""
    text = index.text
    if text[date.end : date.end + 1] not in ("", ".", "\n"):
        return False
    words, comma, last = text[trigger.end : date.start].rpartition(",")
    if "," in words:
        return False
    between, table = last.lower().split(), index.words("in_year")
    if comma:
        # "chuyến thăm của X, năm 2017": a word of time may be the date's own; not "Ngày 3/5, … hội đàm lần thứ ba, năm 2017"
        if index.dates.between(index.document.sentence_at(date.start).start, date.start):
            return False
        return between[0] in table if len(between) == 1 else not between and not text[date.start].isdigit()
    return bool(between) and between[-1] in table


def _ends_phrase(index: Index, date: Span, trigger: Span) -> bool:
    """Tell whether a date behind a trigger ends its phrase: a preposition of time before it, neither comma nor event between."""
    behind, between = index.text[date.end : date.end + 1], index.match[trigger.end : date.start]
    if "," in between or index.triggers.between(trigger.end, date.start):
        return False
    if behind not in _ENDS:
        # "chuyến thăm của X đến Y trong năm 2021 *vừa qua* đã …"
        past = tuple(f" {word} " for word in index.words("just_past"))
        if not past or not index.match.startswith(past, date.end):
            return False
    return (between.split() or [""])[-1] in index.words("in_year")


def _dates(index: Index, contribution: Contribution, draft: Draft, sentence: Span) -> bool:
    """Tell whether a date of a sentence is fine enough to date the draft: a year dates a meeting only at the head of it."""
    value = contribution.value
    taken_up = draft.value.anaphoric and draft.value.type in ("meeting", "ceremony", "signing")
    # "Chuyến thăm nhằm tăng cường hợp tác trong thế kỷ 21"
    age = isinstance(value, Date) and value.grain in _AGES and contribution.span.start > draft.trigger.span.end + GOAL
    if not isinstance(value, Date) or age or _is_term(value) or (taken_up and value.grain == "month"):
        return False  # "At the ceremony, X recalled that … in March": what is taken up was on a day
    if draft.value.type in LONG:
        again = draft.value.type == "conference" and draft.value.anaphoric and value.grain == "year"
        return not again or _is_its_year(index, contribution.span, draft.trigger.span, sentence)
    if value.grain == "day" or any(p is not None and p.grain not in _COARSE for p in value.ends):
        return True
    behind = contribution.span.start - draft.trigger.span.end
    # "last visited Norway in 2014"; "recalled the visit of the Fijian Prime Minister to Tonga in 2023, a time of …"
    if draft.value.type == "visit" and (0 <= behind <= GOAL or _ends_phrase(index, contribution.span, draft.trigger.span)):
        return True
    if draft.value.type in _CLOSED and _closes(index, contribution.span, draft.trigger.span):
        return True  # "gặp X tại đảo Jeju vào năm 2004"
    return draft.value.type in _SCENES and contribution.span.start - sentence.start < _OPENING


# "The congress will be held in *2025*"; not "The meeting reviewed Vision 2030", "… the targets by 2025"
def _is_its_year(index: Index, year: Span, trigger: Span, sentence: Span) -> bool:
    """Tell whether a year opens the sentence that takes up a conference, or ends its phrase right behind the conference."""
    if year.start - sentence.start < _OPENING:
        return True
    between = index.text[trigger.end : year.start]
    ends = index.text[year.end : year.end + 1] in _ENDS and (between.split() or [""])[-1].islower()
    return ends and 0 <= year.start - trigger.end <= GOAL


def _date(contribution: Contribution, draft: Draft, index: Index, scope: Scope) -> Candidate:
    """Return a date as a candidate."""
    value = contribution.value
    assert isinstance(value, Date)  # noqa: S101 - callers have looked
    days = draft.fields.get("days")
    # A visit lasts: of two dates near it the stretch is its own, the day that of a meeting during it.
    day = draft.value.type == "visit" and value.grain == "day" and not isinstance(days, int)
    return _candidate(
        "date",
        lasting(value, days, over="over" in draft.fields) if isinstance(days, int) else value,
        contribution,
        scope,
        contribution.certainty,
        distance(index, contribution.span, draft.trigger.span) + (_DAY_OF_VISIT if day else 0),
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
    # "Ngày *26 và 27/7*, X hội kiến A, chào xã giao B": on one of them, or both
    found = as_stretch(found)[:1] if 1 < len(found) == len(as_stretch(found)) + 1 else found
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
        return span.start - trigger.end + (BETWEEN if between and events_among(between) else 0)
    gap = max(trigger.start - span.end, 0)
    start = index.document.sentence_at(span.start).start
    if span.start - start < 12:
        return gap
    between = index.triggers.between(span.end, trigger.start)
    if between and events_among(between):
        return gap + BETWEEN
    before = index.triggers.between(start, span.start)
    return gap + (_OTHERS if before and events_among(before) else 0)
