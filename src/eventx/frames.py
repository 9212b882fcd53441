"""Frames: from the words that tell of an event to the windows in which its participants and place are looked for.

A words file says, in its tag ``trigger``, which words tell of which event and by which frame, and in its table ``frames`` what each
frame expects::

    [trigger]
    "received" = { type = "meeting", form = "reception", frame = "host_verb" }

    [frames]
    host_verb = [{ role = "host", at = "subject" }, { role = "guest", at = "object" }]

So a new trigger is one line. `frame_triggers` reads them off a document; `frame_slots` serves extractors that find triggers by rules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import attrs

from eventx.clauses import CLAUSES, clause_after, clause_before, clause_opener, sentence_before, status_at
from eventx.contribution import Contribution, Slot, Trigger
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Lexicon
from eventx.model import Kind, Role, Span
from eventx.problems import LexiconError

TRIGGER_KEYS = frozenset({"type", "form", "frame", "near", "status", "anaphoric", "background"})
"""The keys of an entry under ``trigger`` that `frame_triggers` reads; see docs/frames.md."""

At = Literal["subject", "object", "owner", "lead", "after", "around"]
Take = Literal["all", "first", "last", "head", "topics"]

_REACH = 400


@attrs.frozen(kw_only=True)
class SlotSpec:
    """What a frame says of one slot.

    Args:
        role: the role of who or what is found there; see `Slot`.
        at: ``subject`` and ``object`` of the clause; ``owner`` (before a possessive); ``lead`` (between what introduces a noun and
            the noun: "the *China* visit"); ``after`` the first of `words` in the clause; ``around``: after the first of `words` anywhere
            in the sentence.
        words: for ``after`` and ``around``.
        take: see `Slot`; a default that suits `at` if not given.
        carry: see `Slot`; only a subject or owner carries on by default.
        kinds: which kinds of participant may fill it.
        light: whether a light verb's role ("hosted", "attended") replaces `role`.

    """

    role: Role
    at: At
    words: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    take: Take | None = None
    carry: bool | None = None
    kinds: tuple[Kind, ...] = attrs.field(default=("person", "organisation"), converter=tuple)
    light: bool = False


@attrs.frozen(kw_only=True)
class Anchor:
    """Where a trigger stands in its sentence.

    Args:
        span: the words that tell of the event.
        lead: where the phrase around them begins ("*at a cordial* meeting"); the start of the span for a verb.
        phrase: whether a preposition leads in, so that the words are not what the clause says of its subject.
        owner: what possesses the noun ("*the Chairman*'s visit"), if anything does.
        role: the role a light verb gives its subject, if any.

    """

    span: Span
    lead: int
    phrase: bool = False
    owner: Span | None = None
    role: Role | None = None


@lru_cache(maxsize=256)
def _frame(lexicon: Lexicon, code: str, name: str) -> tuple[SlotSpec, ...]:
    """Return the slots of a frame, checked."""
    table = lexicon.table(code, "frames")
    where = f"{lexicon.name}: {code}.toml: [frames] {name!r}"
    if name not in table:
        message = f"{where} is named by a trigger but not there; it has {', '.join(sorted(table)) or 'none'}"
        raise LexiconError(message)
    try:
        return tuple(SlotSpec(**spec) for spec in table[name])
    except TypeError as error:
        message = f"{where}: {error}; a slot has role, at, words, take, carry, kinds, light"
        raise LexiconError(message) from error


@lru_cache(maxsize=1024)
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of some words, the longest first."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})(?!\w)")


def frame_triggers(document: Document, lexicon: Lexicon) -> Iterator[Contribution]:
    """Yield a trigger for each hit of the tag ``trigger`` of `lexicon`, with the slots of its frame."""
    for hit in document.hits(lexicon):
        if hit.tag != "trigger":
            continue
        value: Mapping[str, Any] = hit.value
        anchor = Anchor(span=Span(hit.start, hit.end), lead=hit.start)
        form = value.get("form")
        yield Contribution(
            field="trigger",
            value=Trigger(
                type=value["type"],
                slots=frame_slots(document, lexicon, value["frame"], anchor),
                status=value.get("status") or status_at(document, anchor.span, near=value.get("near", False)),
                fields=(("form", form),) if form else (),
                anaphoric=value.get("anaphoric", False),
                background=value.get("background", False),
            ),
            span=anchor.span,
            rule=f"{lexicon.name}.{document.lang}.{value['frame']}",
        )


def frame_slots(document: Document, lexicon: Lexicon, frame: str, anchor: Anchor) -> tuple[Slot, ...]:
    """Return the slots of a frame at an anchor: where in the document each role is to be looked for."""
    specs = _frame(lexicon, document.lang, frame)
    found: list[Slot] = []
    for spec in specs:
        found.extend(_slots(document, anchor, spec, specs))
    return tuple(found)


def _slots(document: Document, anchor: Anchor, spec: SlotSpec, specs: Sequence[SlotSpec]) -> list[Slot]:
    """Return the slots one spec gives: the one it names and, where a group is led by somebody, the leader's."""
    take: Take
    if spec.at == "subject":
        spans, take = subject_windows(document, anchor)
    elif spec.at == "object":
        spans, take = (_object(document, anchor),), "head"
    elif spec.at == "owner":
        spans, take = (anchor.owner,) if anchor.owner else (), "last"
    elif spec.at == "lead":
        spans, take = (Span(anchor.lead, anchor.span.start),), "last"
    elif spec.at == "after":
        spans, take = _after(document, anchor, spec, specs), "head"
    else:
        spans, take = _around(document, anchor, spec), "first"
    spans = tuple(span for span in spans if span.start < span.end)
    carry = spec.carry if spec.carry is not None else spec.at == "subject"
    if not spans and not carry:
        return []
    role = anchor.role if spec.light and anchor.role else spec.role
    slot = Slot(role=role, spans=spans, take=spec.take or take, carry=carry, kinds=spec.kinds)
    leaders = _leaders(document, spans, role, spec) if "person" in spec.kinds else []
    return [slot, *leaders]


def _object(document: Document, anchor: Anchor) -> Span:
    """Return the window of the object; an opening phrase ends at its comma ("At the talks with X, Y said")."""
    window = clause_after(document, anchor.span.end)
    end = min(window.end, anchor.span.end + _REACH)
    if is_initial(document, anchor):
        comma = document.text.find(",", window.start, end)
        end = comma if comma >= 0 else end
    return Span(window.start, end)


def _after(document: Document, anchor: Anchor, spec: SlotSpec, specs: Sequence[SlotSpec]) -> tuple[Span, ...]:
    """Return the window after the first of the spec's words, up to the words of another slot."""
    window = _object(document, anchor)
    match = _words(spec.words).search(document.lower, window.start, window.end)
    if match is None:
        return ()
    others = tuple(word for other in specs if other.at == "after" and other.words != spec.words for word in other.words)
    stop = _words(others).search(document.lower, match.end(), window.end) if others else None
    return (Span(match.end(), stop.start() if stop else window.end),)


def _around(document: Document, anchor: Anchor, spec: SlotSpec) -> tuple[Span, ...]:
    """Return the window after the first of the spec's words in the sentence, up to a comma."""
    sentence = document.sentence_at(anchor.span.start)
    match = _words(spec.words).search(document.lower, sentence.start, sentence.end)
    if match is None:
        return ()
    comma = document.text.find(",", match.end(), sentence.end)
    return (Span(match.end(), comma if comma >= 0 else sentence.end),)


def _leaders(document: Document, spans: Sequence[Span], role: Role, spec: SlotSpec) -> list[Slot]:
    """Return the slot of who leads the group in the first window ("a delegation led by X")."""
    words = tuple(CLAUSES.table(document.lang, "leader"))
    if not words or not spans or spec.at not in ("subject", "object", "after"):
        return []
    match = _words(words).search(document.lower, spans[0].start, spans[0].end)
    if match is None:
        return []
    return [Slot(role=role, spans=(Span(match.end(), spans[0].end),), take="first", kinds=("person",))]


def is_initial(document: Document, anchor: Anchor) -> bool:
    """Tell whether the anchor stands in a phrase that opens its sentence, before the subject ("At the talks with X, Y said")."""
    if not anchor.phrase:
        return False
    data = language_data(document.lang)
    words = document.slice(sentence_before(document, anchor.lead)).split()
    calendar = {*data.months, *data.weekdays}
    return not any(word[0].isupper() and word.strip(",.").lower() not in calendar for word in words[1:]) and (
        not words or not words[0][0].isupper() or len(words[0]) <= 7
    )


def subject_windows(document: Document, anchor: Anchor) -> tuple[tuple[Span, ...], Take]:
    """Return the windows in which the subject of what stands at the anchor is looked for, best first, and which mention to take.

    Accepts: "*X*, Secretary of …, met"; "*X*, who is paying a visit"; "while visiting Y, *X* met"; "At the talks with Y, *X* said".
    """
    if is_initial(document, anchor):
        sentence = document.sentence_at(anchor.span.start)
        comma = document.text.find(",", anchor.span.end, sentence.end)
        return ((Span(comma + 1, sentence.end),) if comma >= 0 else ()), "first"
    stretch = clause_before(document, anchor.lead)
    opener = clause_opener(document, anchor.lead)
    before = sentence_before(document, anchor.lead)
    if opener is None:
        return (stretch, before), "head"
    matrix = clause_before(document, opener.start)
    if opener.value == "relative":
        return (stretch, matrix, before), "last"
    comma = document.text.find(",", anchor.span.end, document.sentence_at(anchor.span.start).end)
    follows = (Span(comma + 1, document.sentence_at(anchor.span.start).end),) if comma >= 0 and not len(matrix) else ()
    return (stretch, matrix, *follows, before), "head"


__all__ = ["TRIGGER_KEYS", "Anchor", "SlotSpec", "frame_slots", "frame_triggers", "is_initial", "subject_windows"]
