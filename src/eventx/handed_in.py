"""What hooks hand in, looked at before it is used: an object that cannot work costs its own plugin only."""

from __future__ import annotations

from typing import Any

import attrs

from eventx.extractors import Extractor
from eventx.lexicon import Lexicon
from eventx.model import Event


def check_handed_in(hook: str, value: object) -> None:
    """Raise TypeError, saying what to do, if the hook must not hand in this object."""
    if hook == "eventx_extractors":
        _check_extractor(value)
    if hook == "eventx_event_types":
        if not (isinstance(value, type) and issubclass(value, Event) and isinstance(value.type, str)):
            message = f"{hook} returned {value!r}; return attrs subclasses of eventx.Event with a type of their own"
            raise TypeError(message)
        if isinstance(value.roles, str) or not all(isinstance(role, str) for role in value.roles):
            message = f"{hook}: {value.__name__}: roles is {value.roles!r}; give a tuple of strings: roles = ('host', 'guest')"
            raise TypeError(message)
        # one whose fields lack defaults cannot be built of what a text happens to tell
        value()
    if hook == "eventx_refiners" and not callable(value):
        message = f"{hook} returned {value!r}, which cannot be called; return functions (document, events) -> events"
        raise TypeError(message)


def _check_extractor(value: object) -> None:
    """Reject an object that is no extractor, or declares of itself what cannot be."""
    if not isinstance(value, Extractor):
        message = f"eventx_extractors returned {value!r}, which is no extractor; put @eventx.extractor(…) above the function"
        raise TypeError(message)
    names: tuple[tuple[str, Any], ...] = (("provides", value.provides), ("languages", value.languages))
    for name, words in (("name", (value.name,)), *names):
        if isinstance(words, str) or not all(isinstance(word, str) for word in words):
            message = f"extractor {value.name!r}: {name} is {words!r}; it has to be made of strings"
            raise TypeError(message)
    if value.lexicon is not None and not isinstance(value.lexicon, Lexicon):
        message = f"extractor {value.name!r}: lexicon is {value.lexicon!r}; give an eventx.Lexicon or None"
        raise TypeError(message)
    if not attrs.has(value.options_type):
        message = f"extractor {value.name!r}: options_type is {value.options_type!r}; give an attrs class with defaults"
        raise TypeError(message)
    value.options_type()
