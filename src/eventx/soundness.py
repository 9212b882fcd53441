"""Whether a value is what its class says: the types of all it holds, and spans that lie in the text."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention, Trigger, Zone
from eventx.edtf import Date
from eventx.model import Span

_FIELDS: dict[str, Any] = {
    "date": Date,
    "published": Date,
    "mention": Mention,
    "place": PlaceMention,
    "trigger": Trigger,
    "zone": Zone,
}
"""What the merger expects of the fields it knows; a plugin's own fields may hold anything frozen."""

_PLAIN = (str, int, float, bool, type(None), dt.date)

Check = Callable[[Any, int], str | None]


def unsound(contribution: Contribution, length: int) -> str | None:
    """Return what is wrong with a contribution to a text of so many characters; None if nothing is."""
    wrong = _check(Contribution)(contribution, length)
    if wrong:
        return wrong
    inside = _check(_FIELDS.get(contribution.field, object))(contribution.value, length)
    return inside and f"the value of {contribution.field!r}: {inside}"


def unfit(value: Any, name: str) -> str | None:
    """Return what is wrong with the type of one attribute of an attrs object; None if nothing is, or the type cannot be told."""
    kind = type(value)
    try:
        attrs.resolve_types(kind)
    except NameError:
        # annotations written as text in a function's body name what cannot be seen from here
        return None
    field = getattr(attrs.fields(kind), name)
    return _check(field.type)(getattr(value, name), 0) if field.type is not None else None


@cache
def _check(kind: Any) -> Check:
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
    if not isinstance(plain, type):
        return lambda *_: None
    return _object(plain) if attrs.has(plain) else lambda value, _: _instance(value, plain)


def _instance(value: Any, kind: type) -> str | None:
    """Tell whether a value is of another type."""
    return None if isinstance(value, kind) else f"expected {kind.__name__}, got {value!r:.60}"


def _span(value: Any, length: int) -> str | None:
    """Tell what is wrong with a span."""
    if not isinstance(value, Span) or type(value.start) is not int or type(value.end) is not int:
        return f"expected Span of whole numbers, got {value!r:.60}"
    return f"gave {value} in a text of {length} code points" if value.end > length else None


def _any_of(kinds: tuple[Any, ...]) -> Check:
    """Return the check of a union."""
    checks = [_check(kind) for kind in kinds if kind is not type(None)]
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
        checks = [_check(kind) for kind in kinds]

        def fixed(value: Any, length: int) -> str | None:
            if not isinstance(value, tuple) or len(value) != len(checks):
                return f"expected a tuple of {len(checks)}, got {value!r:.60}"
            return next(filter(None, (check(item, length) for check, item in zip(checks, value, strict=True))), None)

        return fixed
    inner = _check(kinds[0])

    def each(value: Any, length: int) -> str | None:
        if not isinstance(value, tuple):
            return f"expected a tuple, got {value!r:.60}"
        return next(filter(None, (inner(item, length) for item in value)), None)

    return each


def _object(kind: Any) -> Check:
    """Return the check of an attrs class."""
    attrs.resolve_types(kind)
    checks = [(field.name, _check(field.type)) for field in attrs.fields(kind) if (kind, field.name) != (Contribution, "value")]

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
    if isinstance(value, _PLAIN):
        return None
    if isinstance(value, Span):
        return _span(value, length)
    if isinstance(value, tuple):
        return next(filter(None, (_frozen(item, length) for item in value)), None)
    if attrs.has(type(value)) and type(value).__hash__ is not None:
        return next(filter(None, (_frozen(getattr(value, f.name), length) for f in attrs.fields(type(value)))), None)
    return f"{type(value).__name__} {value!r:.60} is neither frozen nor JSON"


_CHECKS: dict[Any, Check] = {object: _frozen, Any: _frozen, Span: _span}
