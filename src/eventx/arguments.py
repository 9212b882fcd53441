"""What an Engine is given, looked at before it is used: what cannot be meant is an error that says what to give."""

from __future__ import annotations

import math
import numbers
from collections.abc import Iterable, Mapping
from typing import Any

from eventx.document import Document
from eventx.problems import nearest

ON_ERROR = ("collect", "raise")


def check_arguments(*, plugins: Any, block: Any, options: Any, on_error: Any, time_limit: Any) -> None:
    """Return nothing if an Engine can be built of these arguments, whatever plugins there are.

    Raises:
        TypeError: if one is of another type than is meant.
        ValueError: if `on_error` is no such word, or `time_limit` no time.

    """
    for name, given in (("plugins", plugins), ("block", block)):
        if isinstance(given, str | bytes):
            message = f"{name}={given!r} is one string; give a list: {name}=[{given!r}]"
            raise TypeError(message)
        if given is not None and not isinstance(given, Iterable):
            message = f"{name}={given!r:.200}: give a list: {name}=[…]"
            raise TypeError(message)
    for name in block or ():
        if not isinstance(name, str):
            message = f"block= holds {name!r:.200}; give names of installed plugins"
            raise TypeError(message)
    for plugin in plugins or ():
        if plugin is None or isinstance(plugin, numbers.Number | bytes | list | tuple | dict | set):
            message = (
                f"plugins= holds {plugin!r:.200}; give names of installed plugins, modules or objects with hooks, or extractors"
            )
            raise TypeError(message)
    if options is not None and not isinstance(options, Mapping):
        message = f'options={options!r:.200}: give options by extractor name: {{"dates": {{"day_first": True}}}}'
        raise TypeError(message)
    if on_error not in ON_ERROR:
        message = f"on_error={on_error!r}{nearest(on_error, ON_ERROR)}: give 'collect' or 'raise'"
        raise ValueError(message)
    _check_time_limit(time_limit)


def _check_time_limit(given: Any) -> None:
    """Reject a time limit that is no time."""
    if given is None:
        return
    message = f"time_limit={given!r}: give seconds, more than 0, or None for no limit"
    if not isinstance(given, numbers.Real) or isinstance(given, bool):
        raise TypeError(message)
    if not 0 < float(given) < math.inf:
        raise ValueError(message)


def check_counts(**counts: int) -> None:
    """Return nothing if all are numbers from one on.

    Raises:
        TypeError: if one is no whole number.
        ValueError: if one is less than one.

    """
    for name, number in counts.items():
        if not isinstance(number, int):
            message = f"{name}={number!r:.60}: give a whole number"
            raise TypeError(message)
        if number < 1:
            message = f"{name}: {number} is less than 1"
            raise ValueError(message)


def weight(document: object) -> int:
    """Return about how large a document is; what is none weighs nothing."""
    return len(document.text) if isinstance(document, Document) else len(document) if isinstance(document, str) else 0


def as_document(given: Any) -> Document:
    """Return a document for a document or a bare text.

    Raises:
        TypeError: if it is neither.

    """
    if isinstance(given, Document):
        return given
    if isinstance(given, str):
        return Document(given)
    remedy = "decode it first: given.decode('utf-8')" if isinstance(given, bytes) else "read it first, or make a Document of it"
    message = f"expected a Document or a text, got {type(given).__name__} {given!r:.60}; {remedy}"
    raise TypeError(message)
