"""Whether a value is what its class says: the types of all it holds, and spans that lie in the text."""

from __future__ import annotations

import datetime as dt
import sys
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention, Trigger, Zone
from eventx.edtf import Date
from eventx.model import Span

_FIELDS: dict[str, Any] = {
    "date": Date,
    "undated": Date,
    "published": Date,
    "mention": Mention,
    "place": PlaceMention,
    "trigger": Trigger,
    "zone": Zone,
}
"""What the merger expects of the fields it knows; a plugin's own fields may hold anything frozen."""

MERGED = (*_FIELDS, "duration", "recurrence")
"""The fields that eventx knows."""

PLAIN = (str, int, float, bool, type(None), dt.date)

_SHOWN = 60

Check = Callable[[Any, int], str | None]


def unsound(contribution: Contribution, length: int) -> str | None:
    """Return what is wrong with a contribution to a text of so many characters; None if nothing is."""
    wrong = check_of(Contribution)(contribution, length)
    if wrong:
        return wrong
    inside = check_of(_FIELDS.get(contribution.field, object))(contribution.value, length)
    return inside and f"the value of {contribution.field!r}: {inside}"


def unfit(value: Any, name: str) -> str | None:
    """Return what is wrong with the type of one attribute of an attrs object; None if nothing is, or the type cannot be told."""
    kind: Any = type(value)
    check = checks_of(kind).get(name)
    return check(getattr(value, name), 0) if check is not None else None


@cache
def kinds_of(kind: Any) -> Mapping[str, Any]:
    """Return the types that the fields of an attrs class are declared as, by name, as far as they can be told."""
    found = {}
    for field in attrs.fields(kind):
        owner = next((base for base in kind.__mro__ if field.name in vars(base).get("__annotations__", ())), kind)
        told = types.SimpleNamespace(__annotations__={field.name: field.type})
        try:
            annotation = get_type_hints(told, vars(sys.modules[owner.__module__]))[field.name]
        except Exception:  # noqa: BLE001, S112 - what is written as text in a function's body may name what cannot be seen from here
            continue
        if field.type is not None:
            found[field.name] = annotation
    return found


@cache
def checks_of(kind: Any) -> Mapping[str, Check]:
    """Return the checks of the fields of an attrs class, by name, of those whose types can be told."""
    return {name: check_of(annotation) for name, annotation in kinds_of(kind).items()}


@cache
def check_of(kind: Any) -> Check:
    """Return the check of an annotation."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda value, _: None if value in arguments else f"{value!r:.60} is none of {', '.join(map(repr, arguments))}"
    if origin in (Union, types.UnionType):
        return _any_of(arguments)
    if origin is tuple:
        return _tuple(arguments)
    plain = origin or kind
    if plain in _CHECKS:
        return _CHECKS[plain]
    if not isinstance(plain, type) or getattr(plain, "_is_protocol", False):
        return lambda *_: None
    return _object(plain) if attrs.has(plain) else lambda value, _: _instance(value, plain)


def _instance(value: Any, kind: type) -> str | None:
    """Tell whether a value is of another type."""
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return None
    # a bool is a whole number to Python alone
    fits = isinstance(value, kind) and not (kind in (int, float) and isinstance(value, bool))
    return None if fits else f"expected {kind.__name__}, got {shown(value)}"


def shown(value: object) -> str:
    """Return a value as short text, whatever it is."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - somebody's own class
        text = f"what cannot be shown, of {type(value).__name__}"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _span(value: Any, length: int) -> str | None:
    """Tell what is wrong with a span."""
    if not isinstance(value, Span) or type(value.start) is not int or type(value.end) is not int:
        return f"expected Span of whole numbers, got {value!r:.60}"
    return f"gave {value} in a text of {length} code points" if value.end > length else None


def _any_of(kinds: tuple[Any, ...]) -> Check:
    """Return the check of a union."""
    checks = [check_of(kind) for kind in kinds if kind is not type(None)]
    optional = len(checks) < len(kinds)

    def check(value: Any, length: int) -> str | None:
        if value is None and optional:
            return None
        wrong = [one(value, length) for one in checks]
        return None if None in wrong else wrong[0]

    return check


def _tuple(kinds: tuple[Any, ...]) -> Check:
    """Return the check of a tuple."""
    if kinds[1:] != (Ellipsis,):
        checks = [check_of(kind) for kind in kinds]

        def fixed(value: Any, length: int) -> str | None:
            if not isinstance(value, tuple) or len(value) != len(checks):
                return f"expected a tuple of {len(checks)}, got {value!r:.60}"
            return next(filter(None, (check(item, length) for check, item in zip(checks, value, strict=True))), None)

        return fixed
    inner = check_of(kinds[0])

    def each(value: Any, length: int) -> str | None:
        if not isinstance(value, tuple):
            return f"expected a tuple, got {value!r:.60}"
        return next(filter(None, (inner(item, length) for item in value)), None)

    return each


def _object(kind: Any) -> Check:
    """Return the check of an attrs class."""
    checks = [(name, check) for name, check in checks_of(kind).items() if (kind, name) != (Contribution, "value")]

    def check(value: Any, length: int) -> str | None:
        if not isinstance(value, kind):
            return f"expected {kind.__name__}, got {value!r:.60}"
        for name, one in checks:
            wrong = one(getattr(value, name), length)
            if wrong:
                return f"{name}: {wrong}"
        return None

    return check


def _frozen(value: Any, length: int) -> str | None:
    """Tell what in a value of any type can be altered, or has no place in JSON."""
    if isinstance(value, PLAIN):
        return None
    if isinstance(value, Span):
        return _span(value, length)
    if isinstance(value, tuple):
        return next(filter(None, (_frozen(item, length) for item in value)), None)
    if attrs.has(type(value)) and type(value).__hash__ is not None:
        return next(filter(None, (_frozen(getattr(value, f.name), length) for f in attrs.fields(type(value)))), None)
    return f"{type(value).__name__} {value!r:.60} is neither frozen nor JSON"


_CHECKS: dict[Any, Check] = {object: _frozen, Any: _frozen, Span: _span}
