"""The values of JSON, taken strictly: no ``"55"`` for 55, no text for a list of its characters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin

import cattrs

_NAMES: dict[type, str] = {str: "a string", int: "a whole number", bool: "true or false", dict: "an object", list: "a list"}


def use_strict_values(converter: cattrs.Converter) -> None:
    """Make a converter take strings, numbers, lists and days as they are, or say what stands there instead."""
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _take(kind))
    converter.register_structure_hook_factory(_is_tuple, _tuple_of)
    converter.register_structure_hook_func(_is_literal, _one_of)
    converter.register_structure_hook(dt.date, lambda value, _: _day(value))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)


def _is_literal(kind: Any) -> bool:
    """Tell whether a type is a Literal."""
    origin: Any = get_origin(kind)
    return origin is Literal


def _take(kind: type) -> Callable[[Any, Any], Any]:
    """Return a hook that takes values of exactly one type."""

    def take(value: Any, wanted: Any) -> Any:
        if type(value) is not kind:
            message = f"expected {_NAMES[kind]}, got {short(value)}"
            raise TypeError(message)
        # cattrs comes here for subclasses too, such as an enumeration of strings
        return value if wanted is kind else wanted(value)

    return take


def _one_of(value: Any, kind: Any) -> Any:
    """Return `value` if it is among the words of a Literal."""
    if value not in get_args(kind):
        message = f"expected one of {', '.join(get_args(kind))}; got {short(value)}"
        raise ValueError(message)
    return value


def short(value: object) -> str:
    """Return a JSON value as short text, for messages."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _is_tuple(kind: Any) -> bool:
    """Tell whether a type is ``tuple[X, ...]``."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (Ellipsis,)


def _tuple_of(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Return a hook that makes a tuple of a list, item by item."""
    inner = get_args(kind)[0]
    take = converter.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> Any:
        expect(value, list)
        done, errors = [], []
        for index, item in enumerate(value):
            try:
                done.append(take(item, inner))
            except Exception as error:  # noqa: BLE001 - gathered, so that all wrong items are told of at once
                error.add_note(cattrs.IterableValidationNote(f"at index {index}", index, inner))
                errors.append(error)
        if errors:
            message = "While structuring a list"
            raise cattrs.IterableValidationError(message, errors, kind)
        return tuple(done)

    return structure


def expect(value: Any, kind: type) -> Any:
    """Return `value` if it is of the type, or raise TypeError."""
    if not isinstance(value, kind):
        message = f"expected {_NAMES[kind]}, got {short(value)}"
        raise TypeError(message)
    return value


def _day(value: Any) -> dt.date:
    """Return a date from ``YYYY-MM-DD``."""
    return dt.date.fromisoformat(expect(value, str))
