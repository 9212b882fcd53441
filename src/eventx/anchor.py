"""Anchors: where a trigger stands in its sentence, and where the subject of what stands there is looked for."""

from __future__ import annotations

from typing import Literal

import attrs

from eventx.clauses import (
    CLAUSES,
    behind_date,
    behind_dateline,
    clause_before,
    clause_opener,
    is_opening,
    opens_with_phrase,
    sentence_before,
)
from eventx.clauses.somebody import names_somebody
from eventx.clauses.stretches import stretch_before
from eventx.comparing import by_value
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit
from eventx.model import Role, Span
from eventx.records import maker, swift

Take = Literal["all", "first", "last", "head", "topics"]

_SETTINGS = 3
_span = maker(Span)
_DATE = 12
"""How far from a comma the words may reach that make it one inside a date."""
_COMMAS = 8
"""How many commas back a time between commas is looked for."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Anchor:
    """Where a trigger stands in its sentence.

    Args:
        span: the words that tell of the event.
        lead: where the phrase around them begins ("*at a cordial* meeting"); the start of the span for a verb.
        phrase: whether a preposition leads in, so that the words are not what the clause says of its subject.
        owner: what possesses the noun ("*the Chairman*'s visit"), if anything does.
        role: the role a light verb gives its subject, if any.
        subject: where the subject stands, for callers that know; the last one there is taken.
        until: where the words of something else begin, for callers that know; nothing is looked for from there on.

    """

    span: Span
    lead: int
    phrase: bool = False
    owner: Span | None = None
    role: Role | None = None
    subject: Span | None = None
    until: int | None = None


def is_initial(document: Document, anchor: Anchor) -> bool:
    """Tell whether the anchor stands in a phrase that opens its clause, before the subject ("At the talks with X, Y said")."""
    if not anchor.phrase and (anchor.role is None or anchor.lead >= anchor.span.start):
        return False
    before = sentence_before(document, anchor.lead)
    if not anchor.phrase:
        # "Speaking at the forum, X said": a verb form that opens the sentence has its subject behind it, too
        return not document.slice(before).strip()
    if is_opening(document, before.start, before.end):
        return True
    # behind a word there is always something left
    if (
        not document.text[before.start : before.end].rstrip()[-1:].isalnum()
        and not document.slice(_without_setting(document, before)).strip()
    ):
        return True
    if opens_with_phrase(document, before.start, before.end):
        return True
    opener = clause_opener(document, anchor.lead)
    return opener is not None and opener.value == "complement" and is_opening(document, opener.end, anchor.lead)


def subject_windows(document: Document, anchor: Anchor) -> tuple[tuple[Span, ...], Take]:
    """Return the windows in which the subject of what stands at the anchor is looked for, best first, and what to take there.

    Accepts: "*X*, Secretary of …, met"; "*X*, who is paying a visit"; "while visiting Y, *X* met"; "At talks with Y, *X* said".

    Args:
        document: the document.
        anchor: where the verb or noun stands whose subject is meant.

    """
    windows, take, _ = subject_at(document, anchor, initial=anchor.subject is None and is_initial(document, anchor))
    return windows, take


def subject_at(document: Document, anchor: Anchor, *, initial: bool) -> tuple[tuple[Span, ...], Take, bool | None]:
    """Return what `subject_windows` does and whether somebody is named in the first window, where that was found out.

    Args:
        document: the document.
        anchor: the anchor.
        initial: whether it stands in a phrase that opens its clause, before the subject.

    """
    if anchor.subject is not None:
        return (anchor.subject,), "last", None
    if initial:
        # "At talks with X, speaker of the house, Y said": both are named after the comma
        return _following(document, anchor), "head", None
    found = stretch_before(document, anchor.lead)
    stretch, opener = _without_setting(document, found.stretch), found.opener
    if opener is None and names_somebody(document, stretch):
        # who is named there does it, known or not; what stands before it (a phrase that opens the sentence) is no second best
        return (stretch,), "head", True
    before = _without_setting(document, sentence_before(document, anchor.lead))
    if opener is None:
        return (stretch, before), "head", False
    return *_opened(document, anchor, stretch, before, opener), None


def _opened(document: Document, anchor: Anchor, stretch: Span, before: Span, opener: Hit) -> tuple[tuple[Span, ...], Take]:
    """Return the windows of a subject before the anchor in a clause that a word opens: its own stretch, then that behind it."""
    stretch = _behind_occasion(document, stretch, opener)
    if opener.value != "relative" and is_opening(document, before.start, opener.start):
        return (stretch, *_following(document, anchor)), "head"
    if opener.entry.surface in CLAUSES.table(document.lang, "company"):
        # "X, accompanied by Y on a visit": what goes on is X's; not of a time and place alone ("Sáng 5/3, *thay mặt* Y, X")
        accompanied = _without_setting(document, clause_before(document, opener.start))
        if document.slice(accompanied).strip(" ,"):
            return (accompanied, before), "head"
    if opener.value == "relative":
        # the noun right before: "following X, *who* visited Y" is about X
        end = before.start + len(document.text[before.start : opener.start].rstrip(" ,"))
        nearest = clause_before(document, end)
        alone = _alone(document, nearest, opener)
        if opener.entry.surface in CLAUSES.table(document.lang, "of_place") and document.slice(stretch).strip():
            return (stretch, nearest, before), "head"  # "in Lima, *where he* met X and was received by Y"
        itself = opener.entry.surface in CLAUSES.table(document.lang, "itself")
        if itself and nearest.start < nearest.end and names_somebody(document, stretch):
            # "X, *who* met Y and was received by Z"
            return (*((alone,) if alone is not None else ()), nearest, before), "last"
        return (stretch, *((alone,) if alone is not None else ()), nearest, before), "last"
    aimed = clause_opener(document, opener.start)
    if aimed is not None and aimed.entry.surface in CLAUSES.table(document.lang, "aim"):
        # "X tới Y *để* gặp Z trước khi sang thăm W": what is aimed at has no subject of its own
        opener = aimed
    matrix = _without_setting(document, clause_before(document, opener.start))
    return (stretch, _behind_saying(document, matrix), before), "head"


# nhân dịp tham dự Hội nghị Tổ chức Hợp tác A (ABC), *Thủ tướng X* gặp
def _behind_occasion(document: Document, stretch: Span, opener: Hit) -> Span:
    """Return what follows the comma that ends the words of an occasion, if they tell what is done and somebody follows."""
    if opener.entry.surface not in CLAUSES.table(document.lang, "occasion"):
        return stretch
    verb = document.match[opener.end : opener.end + _DATE].split(maxsplit=1)[:1]
    if not verb or verb[0] not in CLAUSES.table(document.lang, "phrase_verb"):
        return stretch
    comma = comma_outside_date(document, opener.end, stretch.end)
    behind = _span(comma + 1, stretch.end)
    return behind if comma >= stretch.start and names_somebody(document, behind) else stretch


def _alone(document: Document, nearest: Span, opener: Hit) -> Span | None:
    """Return what follows the last "and" before a relative clause that tells of one alone: "X and *his colleague Y*, who is"."""
    following = document.match[opener.end : opener.end + _DATE].split(maxsplit=1)[:1]
    joins = CLAUSES.table(document.lang, "singular").get(following[0]) if following else None
    if joins is None:
        return None
    joined = max(document.match.rfind(join, nearest.start, nearest.end) for join in joins)
    return _span(joined + 1, nearest.end) if joined >= 0 else None


def _behind_saying(document: Document, stretch: Span) -> Span:
    """Return what follows a verb of saying that is put before its subject, if there is one: "…, *affirmed* X while hosting"."""
    reporting = CLAUSES.table(document.lang, "reporting")
    comma = document.text.rfind(",", stretch.start, stretch.end)
    if comma < 0 or not reporting:
        return stretch
    first = document.match[comma + 1 : stretch.end].split(maxsplit=1)[:1]
    if not first or first[0] not in reporting:
        return stretch
    told = _span(document.match.find(first[0], comma, stretch.end) + len(first[0]), stretch.end)
    return told if names_somebody(document, told) else stretch


def _following(document: Document, anchor: Anchor) -> tuple[Span, ...]:
    """Return the rest of the sentence behind the first comma after the anchor."""
    sentence = document.sentence_at(anchor.span.start)
    comma = comma_of_phrase(document, anchor.span.end, sentence.end)
    return (_span(comma + 1, sentence.end),) if comma >= 0 else ()


# During talks with Premier X, and Speaker Y, both sides agreed
def comma_of_phrase(document: Document, start: int, end: int) -> int:
    """Return the offset of the comma that ends a phrase opening its clause, or -1; behind one before "and" a list goes on."""
    comma = comma_outside_date(document, start, end)
    following = document.match[comma + 1 : comma + _DATE].split(maxsplit=1)[:1] if comma >= 0 else []
    if following and following[0] in CLAUSES.table(document.lang, "joins"):
        behind = comma_outside_date(document, comma + 1, end)
        return behind if behind >= 0 else comma
    return comma


def comma_outside_date(document: Document, start: int, end: int) -> int:
    """Return the offset of the first comma that stands inside no date ("on Monday, 5 May 2025, X …"), or -1."""
    comma = document.text.find(",", start, end)
    while comma >= 0 and _goes_on_with_date(document, comma + 1, end):
        comma = document.text.find(",", comma + 1, end)
    return comma


def _goes_on_with_date(document: Document, start: int, end: int) -> bool:
    """Tell whether a date goes on behind a comma: a number, or a month, behind a weekday, a month or a number."""
    data = language_data(document.lang)
    after = document.match[start : min(start + _DATE, end)].split(maxsplit=1)
    before = document.match[max(start - _DATE, 0) : start - 1].split()
    if not after or not before:
        return False
    dated = before[-1] in data.weekdays or before[-1] in data.months or before[-1].isdigit()
    return dated and (after[0].rstrip(",.").isdigit() or after[0].rstrip(",.") in data.months)


def _without_setting(document: Document, stretch: Span) -> Span:
    """Return the stretch without the phrases of time and place that open it ("On Monday, in Hanoi, X …")."""
    adverbs = CLAUSES.table(document.lang, "adverb")
    start = behind_dateline(document, stretch)
    for _ in range(_SETTINGS):
        comma = document.text.find(",", start, stretch.end)
        if comma < 0:
            return stretch if start == stretch.start else _span(start, stretch.end)
        first = document.match[start:comma].split(maxsplit=1)
        if not first or not (first[0] in adverbs or is_opening(document, start, comma)):
            break
        dated = behind_date(document, start, comma)
        if dated is not None:
            # "On February 8 *X*, President of Y, received": no comma ends the phrase of time
            return _span(dated, stretch.end)
        start = comma + 1
    start = _behind_time(document, start, stretch.end)
    return stretch if start == stretch.start else _span(start, stretch.end)


def _behind_time(document: Document, start: int, end: int) -> int:
    """Return where the subject begins behind a time put between commas: "Continuing his trip to X, *on 3 May*, in Y, Z met"."""
    text = document.text
    comma = text.rfind(",", start, end)
    for _ in range(_COMMAS):
        before = text.rfind(",", start, comma)
        if comma < 0 or before < 0:
            break
        if _is_time(document, before + 1, comma) and _opens_subject(document, _span(comma + 1, end)):
            return _without_setting(document, _span(comma + 1, end)).start
        comma = before
    return start


def _is_time(document: Document, start: int, end: int) -> bool:
    """Tell whether a stretch holds a date or time of day and nothing else: " chiều 3/12", " on Monday afternoon"."""
    if not is_opening(document, start, end):
        return False
    data = language_data(document.lang)
    for word in document.lower[start:end].split():
        if word in data.weekdays or (not word.isalpha() and any(map(str.isdigit, word))):
            return True
    return False


def _opens_subject(document: Document, stretch: Span) -> bool:
    """Tell whether a stretch names somebody and does not go on with a list: no "and X", no "together with X"."""
    words = document.match[stretch.start : stretch.end].split(maxsplit=1)
    data = language_data(document.lang)
    goes_on = bool(words) and (words[0] in data.conjunctions or words[0] in CLAUSES.table(document.lang, "with"))
    return not goes_on and names_somebody(document, stretch)


__all__ = ["Anchor", "Take", "is_initial", "subject_windows"]
