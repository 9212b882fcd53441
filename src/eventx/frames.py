"""Frames: from the words that tell of an event to the windows in which its participants and place are looked for.

A words file says, in its tag ``trigger``, which words tell of which event and by which frame, and in its table ``frames`` what
each frame expects, in its table ``traits`` what else a frame means for merging (`Trait`)::

    [trigger]
    "received" = { type = "meeting", form = "reception", frame = "host_verb" }

    [frames]
    host_verb = [{ role = "host", at = "subject" }, { role = "guest", at = "object" }]

    [traits]
    host_passive = ["passive"]

So a new trigger is one line. `frame_triggers` reads them off a document; `frame_slots` serves extractors that find triggers by
rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, get_args

import attrs

from eventx.anchor import Anchor, subject_windows
from eventx.around import Around
from eventx.clauses import status_at
from eventx.contribution import Contribution, Slot, Trait, Trigger
from eventx.document import Document
from eventx.lexicon import Lexicon
from eventx.model import Span, Status
from eventx.problems import LexiconError
from eventx.records import maker
from eventx.slots import SlotSpec, Step
from eventx.soundness import check_of, shown, unfit

TRIGGER_KEYS = frozenset({"type", "form", "frame", "near", "status", "anaphoric", "background", "apart"})
"""The keys of an entry under ``trigger`` that `frame_triggers` reads; see docs/frames.md."""

_IN_CLAUSE = ("after", "named")
_IN_SENTENCE = ("list", "beyond")
_slot, _span, _trigger, _contribution = maker(Slot), maker(Span), maker(Trigger), maker(Contribution)


_SHAPES: dict[str, Any] = {
    "type": str, "frame": str, "form": str, "status": Status, "near": bool, "anaphoric": bool, "background": bool, "apart": bool,
}  # fmt: skip
"""What may stand under the keys of an entry."""


@lru_cache(maxsize=256)
def trigger_entries(lexicon: Lexicon, code: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the entries under ``trigger`` by surface, checked.

    Raises:
        LexiconError: if one lacks its type or frame, or says of something what cannot be.

    """
    entries = lexicon.table(code, "trigger")
    for surface, value in entries.items():
        wrong = _wrong_entry(value)
        if wrong:
            message = f"{lexicon.name}: {code}.toml: [trigger] {lexicon.as_written(code, 'trigger', surface)}: {wrong}"
            raise LexiconError(message)
    return entries


def _wrong_entry(value: object) -> str | None:
    """Tell what is wrong with an entry under ``trigger``."""
    how = 'write { type = "meeting", frame = "…" }'
    if not isinstance(value, dict):
        return f"expected an inline table, got {shown(value)}; {how}"
    missing = [key for key in ("type", "frame") if key not in value]
    if missing:
        return f"{' and '.join(missing)} missing; {how}"
    told = ((key, check_of(_SHAPES[key])(item, 0)) for key, item in value.items() if key in _SHAPES)
    return next((f"{key}: {wrong}" for key, wrong in told if wrong), None)


@lru_cache(maxsize=256)
def frame_specs(lexicon: Lexicon, code: str, name: str) -> tuple[SlotSpec, ...]:
    """Return the slots of a frame, checked.

    Raises:
        LexiconError: if the frame is not there, or is none.

    """
    table = lexicon.table(code, "frames")
    where = f"{lexicon.name}: {code}.toml: [frames] {name!r}"
    if name not in table:
        message = f"{where} is named by a trigger but not there; it has {', '.join(sorted(table)) or 'none'}"
        raise LexiconError(message)
    try:
        return _bounded([_spec(given) for given in _slots_in(table[name])])
    except (TypeError, ValueError) as error:
        message = f"{where}: {error}; a slot has role, at, take, carry, kinds, light, complete"
        raise LexiconError(message) from error


def _slots_in(given: object) -> list[dict[str, Any]]:
    """Return the slots that stand in a frame, or raise if they are none."""
    if not isinstance(given, list) or not all(isinstance(slot, dict) for slot in given):
        message = f'expected a list of slots, got {shown(given)}; write [{{ role = "host", at = "subject" }}]'
        raise TypeError(message)
    return given


def _spec(given: Mapping[str, Any]) -> SlotSpec:
    """Return a slot as a words file gives it, or raise if what it says cannot be."""
    spec = SlotSpec(**given)
    for name in given:
        wrong = unfit(spec, name)
        if wrong:
            message = f"{name}: {wrong}"
            raise ValueError(message)
    return spec


def _bounded(specs: Sequence[SlotSpec]) -> tuple[SlotSpec, ...]:
    """Return the specs of a frame with each step bounded by the words of the others of its reach: clause or sentence."""

    def others(step: Step) -> tuple[str, ...]:
        reach = _IN_SENTENCE if step.kind in _IN_SENTENCE else _IN_CLAUSE
        words = {word for spec in specs for other in spec.at if other.kind in reach for word in other.words}
        return tuple(sorted(words - set(step.words)))

    return tuple(attrs.evolve(spec, at=tuple(attrs.evolve(step, others=others(step)) for step in spec.at)) for spec in specs)


@lru_cache(maxsize=256)
def _traits(lexicon: Lexicon, code: str) -> Mapping[str, tuple[Trait, ...]]:
    """Return the traits of the frames that have some, checked."""
    frames, known = lexicon.table(code, "frames"), get_args(Trait)
    found: dict[str, tuple[Trait, ...]] = {}
    for frame, traits in lexicon.table(code, "traits").items():
        where = f"{lexicon.name}: {code}.toml: [traits] {frame!r}"
        if frame not in frames:
            message = f"{where} is no frame; there are {', '.join(sorted(frames)) or 'none'}"
            raise LexiconError(message)
        if not isinstance(traits, list) or any(trait not in known for trait in traits):
            message = f"{where} has {traits!r}; a list of some of {', '.join(known)} is meant"
            raise LexiconError(message)
        found[frame] = tuple(traits)
    return found


def frame_traits(document: Document, lexicon: Lexicon, frame: str) -> tuple[Trait, ...]:
    """Return what a frame means for merging besides its slots.

    Args:
        document: the document.
        lexicon: the lexicon whose table ``traits``, if it has one, says so.
        frame: its name.

    Returns:
        What stands there, for `Trigger.traits`; nothing where the frame is not listed.

    """
    return _traits(lexicon, document.lang).get(frame, ())


def frame_triggers(document: Document, lexicon: Lexicon) -> Iterator[Contribution]:
    """Yield a trigger for each hit of the tag ``trigger`` of `lexicon`, with the slots and traits of its frame.

    Args:
        document: the document.
        lexicon: a lexicon with the tag ``trigger`` and the table ``frames``; `TRIGGER_KEYS` are the keys that are read.

    Yields:
        The triggers as contributions to the field ``trigger``; their rules are ``LEXICON.LANGUAGE.FRAME``.

    Raises:
        LexiconError: if an entry of the words file cannot be used; the message names file and key.

    """
    trigger_entries(lexicon, document.lang)
    for hit in document.hits(lexicon):
        if hit.entry.tag != "trigger":
            continue
        value: Mapping[str, Any] = hit.value
        anchor = Anchor(span=_span(hit.start, hit.end), lead=hit.start)
        form = value.get("form")
        trigger = _trigger(
            type=value["type"],
            slots=frame_slots(document, lexicon, value["frame"], anchor),
            status=value.get("status") or status_at(document, anchor.span, near=value.get("near", False)),
            fields=(("form", form),) if form else (),
            anaphoric=value.get("anaphoric", False),
            background=value.get("background", False),
            apart=value.get("apart", False),
            traits=frame_traits(document, lexicon, value["frame"]),
        )
        rule = f"{lexicon.name}.{document.lang}.{value['frame']}"
        yield _contribution(field="trigger", value=trigger, span=anchor.span, rule=rule)


def frame_slots(document: Document, lexicon: Lexicon, frame: str, anchor: Anchor, *, empty: bool = False) -> tuple[Slot, ...]:
    """Return the slots of a frame at an anchor: where in the document each role is to be looked for.

    Args:
        document: the document.
        lexicon: the lexicon whose table ``frames`` has the frame.
        frame: its name.
        anchor: where the trigger stands.
        empty: whether slots without a window are given, too: they say which roles are open ("at the reception").

    """
    look = Around(document, anchor)
    found: list[Slot] = []
    for spec in frame_specs(lexicon, document.lang, frame):
        light, role = spec.light, spec.role
        if light:
            given = anchor.role
            if (light == "only" and not given) or (light == "participant" and given != "participant"):
                continue
            role = given or role
        spans, step = look.first_windows(spec)
        carry = spec.carry
        if carry is None:
            carry = step.kind in ("subject", "doer") and not (spans and (look.names_somebody(spans[0]) or look.is_sent(spans[0])))
        if spans or carry or (spec.take or step.kind) == "topics" or (empty and role != "place"):
            take = spec.take or look.take_at(step)
            found.append(_slot(role=role, spans=spans, take=take, carry=carry, kinds=spec.kinds, complete=spec.complete))
            led = look.leaders(spans[0]) if spans and role != "place" and "person" in spec.kinds else ()
            found += [_slot(role=role, spans=(leader,), take="first", kinds=("person",)) for leader in led]
    return tuple(found)


__all__ = ["TRIGGER_KEYS", "Anchor", "SlotSpec", "Step", "frame_slots", "frame_traits", "frame_triggers", "subject_windows"]
