"""Whether triggers and events fit the event types they name: their fields, what stands in them, and roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, get_args

import attrs

from eventx.contribution import Trigger
from eventx.edtf import Date
from eventx.model import ROLES, Event, own_fields
from eventx.problems import nearest
from eventx.soundness import PLAIN, check_of, checks_of, kinds_of, shown

_SETTINGS = ("place", "date", "of")
"""The roles of slots in which nobody is looked for."""

_SCENE = "scene"

_BESIDE: dict[str, Any] = {"date": Date, "days": int, "offset": object, "over": object}
"""What triggers may tell the merger besides the type's own fields: when, and for how long."""


def unsound_trigger(trigger: Trigger, types: Mapping[str, type[Event]], length: int) -> str | None:
    """Return what is wrong with a trigger's fields and roles, seen from the event type it names; None if nothing is.

    Fields of other types are passed over. A trigger of a type that there is not has nothing wrong by itself: `unknown_type` tells
    of that.
    """
    if trigger.type not in types:
        return None
    kind: Any = types[trigger.type]
    checks, own = checks_of(kind), own_names(kind)
    of = f"a trigger of the event type {trigger.type!r}"
    for name, value in trigger.fields:
        if name not in own and name not in _BESIDE:
            others: Iterable[Any] = types.values()
            if any(name in own_names(other) for other in others):
                continue  # of a rule that reads several types, which not all have it: it is passed over
            has = ", ".join(own) or "no fields of its own"
            return (
                f"{of} gives the field {name!r} = {shown(value)}, which the type does not have{nearest(name, own)}; it has {has}"
            )
        check = checks.get(name) if name in own else check_of(_BESIDE[name])
        wrong = None if value is None or check is None else check(value, length)
        if wrong:
            declared = kind_name(kinds_of(kind).get(name, object))
            return (
                f"{of} gives the field {name!r}: {wrong}; the type declares it as {declared}: give such a value, or leave it out"
            )
    roles = roles_of(kind)
    for slot in trigger.slots:
        if slot.role not in roles:
            return f"{of} has a slot of the role {slot.role!r}, {unknown_role(slot.role, kind)}"
    return None


def is_type(name: object, types: Mapping[str, type[Event]]) -> bool:
    """Tell whether triggers may name an event type; those of a scene add to the event at hand and make none of their own."""
    return name in types or name == _SCENE


def unknown_type(name: object, types: Mapping[str, type[Event]]) -> str:
    """Return a message that tells of an event type that there is not."""
    there = f"there are {', '.join(types)}"
    return f"there is no event type {name!r}{nearest(name, types)}; {there}; one of your own is handed in by eventx_event_types"


def unsound_event(event: Event, types: Mapping[str, type[Event]], length: int) -> str | None:
    """Return what is wrong with an event that somebody made or altered; None if nothing is."""
    kind: Any = type(event)
    known: Any = types.get(event.type)
    if known is not kind:
        return f"{kind.__name__} is no event type of this Engine; hand it in with eventx_event_types, under a type of its own"
    for name, check in checks_of(kind).items():
        value = getattr(event, name)
        wrong = check(value, length) or (_unwritable(value) and f"expected what JSON can hold, got {shown(value)}")
        if wrong:
            declared = kind_name(kinds_of(kind)[name])
            of = f"an event of the type {event.type!r}"
            return f"{of} with {name} = {shown(value)}: {wrong}; give eventx.evolve(event, {name}=…) a value of {declared}"
    return None


@cache
def own_names(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields that an event type adds to those of every event."""
    return tuple(field.name for field in own_fields(kind))


@cache
def roles_of(kind: Any) -> frozenset[str]:
    """Return the roles that slots of a trigger of an event type may have; one of another built-in type makes a participant."""
    return frozenset((*ROLES, *kind.roles, *_SETTINGS))


def unknown_role(role: object, kind: Any) -> str:
    """Return the rest of a message that tells of a role which an event type does not have."""
    known = (*kind.roles, *(name for name in ("participant", *_SETTINGS) if name not in kind.roles))
    return f"which is none{nearest(role, {*ROLES, *known})}; the type has {', '.join(known)}"


def kind_name(kind: Any) -> str:
    """Return the type of a field as it is written."""
    if isinstance(kind, type) and not get_args(kind):
        return kind.__name__
    # without the modules that classes come from
    return re.sub(r"\b(?:[a-z_]\w*\.)+(?=[A-Z])", "", str(kind))


def _unwritable(value: Any) -> bool:
    """Tell whether a value that is declared as anything at all has no form in JSON."""
    if isinstance(value, tuple | list):
        return any(map(_unwritable, value))
    if isinstance(value, dict):
        return any(map(_unwritable, value.values())) or not all(isinstance(key, str) for key in value)
    return not (isinstance(value, PLAIN) or attrs.has(type(value)))
