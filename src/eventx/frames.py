"""Frames: from the words that tell of an event to the windows in which its participants and place are looked for.

A words file says, in its tag ``trigger``, which words tell of which event and by which frame, and in its table ``frames`` what
each frame expects::

    [trigger]
    "received" = { type = "meeting", form = "reception", frame = "host_verb" }

    [frames]
    host_verb = [{ role = "host", at = "subject" }, { role = "guest", at = "object" }]

So a new trigger is one line. `frame_triggers` reads them off a document; `frame_slots` serves extractors that find triggers by
rules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import attrs

from eventx.anchor import Anchor, Take, is_initial, names_somebody, subject_windows
from eventx.clauses import CLAUSES, clause_after, is_opening, status_at
from eventx.contribution import Contribution, Slot, Trigger
from eventx.document import Document
from eventx.lexicon import Lexicon
from eventx.model import Kind, Role, Span
from eventx.problems import LexiconError

TRIGGER_KEYS = frozenset({"type", "form", "frame", "near", "status", "anaphoric", "background", "apart"})
"""The keys of an entry under ``trigger`` that `frame_triggers` reads; see docs/frames.md."""

_KINDS = ("subject", "object", "owner", "lead", "next", "after", "around", "list", "rest", "sentence", "topics")
_WORDED = ("next", "after", "around", "list")
_REACH = 400
_PLACE = 40
_LIST = 30
_COMMA = 40


@attrs.frozen
class Step:
    """One place to look in: ``subject``, ``object``, … or ``after: with, together with``."""

    kind: str
    words: tuple[str, ...] = ()


def _steps(at: object) -> tuple[Step, ...]:
    """Return the steps a frame's ``at`` names, in order."""
    steps = []
    for text in [at] if isinstance(at, str) else list(at):  # type: ignore[call-overload]
        kind, _, words = text.partition(":")
        if kind not in _KINDS or (kind in _WORDED) != bool(words.strip()):
            message = f"at = {text!r}: expected one of {', '.join(_KINDS)}; {', '.join(_WORDED)} with words: 'after: with, for'"
            raise ValueError(message)
        steps.append(Step(kind, tuple(word.strip() for word in words.split(",") if word.strip())))
    return tuple(steps)


@attrs.frozen(kw_only=True)
class SlotSpec:
    """What a frame says of one slot.

    Args:
        role: the role of who or what is found there; see `Slot`.
        at: where to look, best first; the first that the text offers is used. ``subject`` and ``object`` of the clause; ``owner``
            before a possessive; ``lead``, between what introduces a noun and the noun ("the *China* visit"); ``next: WORDS``,
            after one of the words if it follows at once; ``after: WORDS``, after the first of the words in the clause;
            ``around: WORDS``, after the first of the words anywhere in the sentence; ``list: WORDS``, everybody after the
            words in the sentence; ``rest``, what follows in the sentence; ``sentence``, all of it; ``topics``, whom the
            following sentences speak of.
        take: see `Slot`; a default that suits `at` if not given.
        carry: see `Slot`; only a subject carries on by default.
        kinds: which kinds of participant may fill it.
        light: whether a light verb's role ("hosted", "attended") replaces `role`; ``only``: and there is no slot without one.
        complete: see `Slot`.

    """

    role: Role
    at: tuple[Step, ...] = attrs.field(converter=_steps)
    take: Take | None = None
    carry: bool | None = None
    kinds: tuple[Kind, ...] = attrs.field(default=("person", "organisation"), converter=tuple)
    light: bool | Literal["only"] = False
    complete: int = 0


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
    except (TypeError, ValueError) as error:
        message = f"{where}: {error}; a slot has role, at, take, carry, kinds, light, complete"
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
        trigger = Trigger(
            type=value["type"],
            slots=frame_slots(document, lexicon, value["frame"], anchor),
            status=value.get("status") or status_at(document, anchor.span, near=value.get("near", False)),
            fields=(("form", form),) if form else (),
            anaphoric=value.get("anaphoric", False),
            background=value.get("background", False),
        )
        rule = f"{lexicon.name}.{document.lang}.{value['frame']}"
        yield Contribution(field="trigger", value=trigger, span=anchor.span, rule=rule)


def frame_slots(document: Document, lexicon: Lexicon, frame: str, anchor: Anchor, *, empty: bool = False) -> tuple[Slot, ...]:
    """Return the slots of a frame at an anchor: where in the document each role is to be looked for.

    Args:
        document: the document.
        lexicon: the lexicon whose table ``frames`` has the frame.
        frame: its name.
        anchor: where the trigger stands.
        empty: whether slots without a window are given, too: they say which roles are open ("at the reception").

    """
    specs = _frame(lexicon, document.lang, frame)
    found: list[Slot] = []
    for spec in specs:
        found.extend(_slots(document, anchor, spec, specs))
    return tuple(slot for slot in found if slot.spans or slot.carry or slot.take == "topics" or (empty and slot.role != "place"))


def _slots(document: Document, anchor: Anchor, spec: SlotSpec, specs: Sequence[SlotSpec]) -> list[Slot]:
    """Return the slots one spec gives: the one it names and, where a group is led by somebody, the leader's."""
    if spec.light == "only" and not anchor.role:
        return []
    spans: tuple[Span, ...] = ()
    take: Take = "head"
    kind = ""
    for step in spec.at:
        spans, take = _windows(document, anchor, step, specs)
        spans = tuple(span for span in spans if span.start < span.end)
        if spec.role == "place":
            spans = tuple(span for span in spans if any(map(str.isupper, document.text[span.start : span.start + _PLACE])))
        kind = step.kind
        if spans:
            break
    carry = spec.carry if spec.carry is not None else kind == "subject" and not (spans and names_somebody(document, spans[0]))
    role = anchor.role if spec.light and anchor.role else spec.role
    slot = Slot(role=role, spans=spans, take=spec.take or take, carry=carry, kinds=spec.kinds, complete=spec.complete)
    return [slot, *(_leaders(document, spans, role) if "person" in spec.kinds and role != "place" else ())]


def _windows(document: Document, anchor: Anchor, step: Step, specs: Sequence[SlotSpec]) -> tuple[tuple[Span, ...], Take]:
    """Return the windows of one step and which mention to take there."""
    if step.kind == "subject":
        return subject_windows(document, anchor)
    if step.kind == "object":
        return (_object(document, anchor),), "head"
    if step.kind in ("next", "after"):
        return _after(document, anchor, step, specs), "head"
    if step.kind in ("around", "list"):
        return _around(document, anchor, step), "all" if step.kind == "list" else "first"
    owner = anchor.owner
    if owner is not None and is_initial(document, anchor) and not any(map(str.isupper, document.slice(owner))):
        owner = None  # "At *his* reception for Y, X said": the pronoun points ahead to the subject
    places: dict[str, tuple[tuple[Span, ...], Take]] = {
        "owner": ((owner,) if owner else (), "last"),
        "lead": ((Span(min(anchor.lead, anchor.span.start), anchor.span.end),), "last"),
        "sentence": ((document.sentence_at(anchor.span.start),), "all"),
        "rest": ((Span(anchor.span.end, max(document.sentence_at(anchor.span.start).end, anchor.span.end)),), "all"),
        "topics": ((), "topics"),
    }
    return places[step.kind]


def _object(document: Document, anchor: Anchor) -> Span:
    """Return the window of the object; an opening phrase ends at its comma ("At the talks with X, Y said")."""
    window = clause_after(document, anchor.span.end)
    end = min(window.end, anchor.span.end + _REACH)
    if anchor.until is not None:
        end = max(window.start, min(end, anchor.until))
    comma = document.text.find(",", window.start, end)
    # "The two spoke on March 5, the ministry said": a phrase of time ends what there is of an object
    if comma >= 0 and (is_initial(document, anchor) or is_opening(document, window.start, comma)):
        end = comma
    return Span(window.start, end)


def _after(document: Document, anchor: Anchor, step: Step, specs: Sequence[SlotSpec]) -> tuple[Span, ...]:
    """Return the window after the first of the step's words, up to the words of another step."""
    window = _object(document, anchor)
    match = _words(step.words).search(document.lower, window.start, window.end)
    between = document.text[window.start : match.start()].strip() if match is not None else ""
    if match is None or (step.kind == "next" and between) or (len(between) > _COMMA and "," in between.rstrip(",")):
        return ()
    others = {word for spec in specs for other in spec.at if other.kind in ("next", "after") for word in other.words} - set(
        step.words
    )
    stop = _words(tuple(sorted(others))).search(document.lower, match.end(), window.end) if others else None
    return (Span(match.end(), stop.start() if stop else window.end),)


def _around(document: Document, anchor: Anchor, step: Step) -> tuple[Span, ...]:
    """Return the window after the first of the step's words in the sentence, up to a comma; for a list, up to its end."""
    sentence = document.sentence_at(anchor.span.start)
    start = anchor.span.end if step.kind == "list" else sentence.start
    match = _words(step.words).search(document.lower, start, sentence.end)
    if match is None:
        return ()
    if step.kind == "list":
        near = match.start() - start <= _LIST
        return (Span(match.end(), sentence.end),) if near else ()
    comma = document.text.find(",", match.end(), sentence.end)
    return (Span(match.end(), comma if comma >= 0 else sentence.end),)


def _leaders(document: Document, spans: Sequence[Span], role: Role) -> Iterator[Slot]:
    """Yield the slot of who leads the group in the first window ("a delegation led by X", "đoàn do X làm trưởng đoàn")."""
    table = CLAUSES.table(document.lang, "leader")
    if not table or not spans:
        return
    window = spans[0]
    for match in _words(tuple(table)).finditer(document.lower, window.start, window.end):
        closing = tuple(table[match.group()])
        stop = _words(closing).search(document.lower, match.end(), window.end) if closing else None
        if not closing or stop is not None:
            end = stop.start() if stop is not None else window.end
            yield Slot(role=role, spans=(Span(match.end(), end),), take="first", kinds=("person",))
            return


__all__ = ["TRIGGER_KEYS", "Anchor", "SlotSpec", "Step", "frame_slots", "frame_triggers", "subject_windows"]
