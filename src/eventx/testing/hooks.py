"""The hygiene of a plugin: its hooks are known, marked and called as they will be, and what they hand in can be used."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs
import pluggy

from eventx import hookspecs
from eventx.extractors import Extractor
from eventx.hookspecs import NAME
from eventx.language import languages
from eventx.model import EVENT_TYPES, Event
from eventx.words_check import hidden_words, misgivings


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """Return the pattern of an extractor's name."""
    return re.compile(r"[a-z][a-z0-9_]*")


@lru_cache(maxsize=1)
def _language() -> re.Pattern[str]:
    """Return the pattern of the code of a language."""
    return re.compile(r"[a-z]{2,3}")


def check_plugin(plugin: object) -> None:
    """Return nothing if the plugin's hooks are sound; else raise with everything that is not, and what to do.

    Args:
        plugin: the module, the object, or the extractor by itself, that the entry point names.

    Raises:
        AssertionError: if something is wrong.

    """
    __tracebackhide__ = True
    wrong = list(_wrong(plugin))
    if wrong:
        name = plugin.name if isinstance(plugin, Extractor) else getattr(plugin, "__name__", type(plugin).__name__)
        message = f"plugin {name}:\n" + "\n".join(f"  - {line}" for line in wrong)
        raise AssertionError(message)


def _wrong(plugin: object) -> Iterator[str]:
    """Yield what is wrong with a plugin."""
    if isinstance(plugin, Extractor):
        yield from _extractors([plugin])
        yield from _misgivings([plugin], [])
        return
    manager = pluggy.PluginManager(NAME)
    manager.add_hookspecs(hookspecs)
    specs = {name: getattr(hookspecs, name) for name in dir(hookspecs) if name.startswith(f"{NAME}_")}
    marked = []
    for name in dir(plugin):
        function = getattr(plugin, name)
        options = manager.parse_hookimpl_opts(plugin, name)
        if options is None:
            if name.startswith(f"{NAME}_") and inspect.isroutine(function):
                yield f"{name} lacks @eventx.hookimpl, so it is never called; put the marker above it"
            continue
        if name not in specs:
            near = difflib.get_close_matches(name, specs, n=1)
            yield f"{name} is no hook; " + (f"did you mean {near[0]}?" if near else f"hooks are {', '.join(specs)}")
            continue
        marked.append(name)
        yield from _parameters(name, function, specs[name])
    if not marked:
        yield f"no hook is implemented; write at least one of {', '.join(specs)} and mark it with @eventx.hookimpl"
    given: dict[str, list[Any]] = {}
    handed = {"eventx_extractors": _extractors, "eventx_event_types": _event_types, "eventx_refiners": _refiners}
    for name in marked:
        if name in handed:
            try:
                values = list(getattr(plugin, name)())
            except Exception as error:  # noqa: BLE001 - whatever it raises is what is wrong
                yield f"{name}() raised {type(error).__name__}: {error}; return a list, and import in it only what is installed"
                continue
            given[name] = values
            yield from handed[name](values)
    yield from _misgivings(given.get("eventx_extractors", []), given.get("eventx_event_types", []))


def _misgivings(extractors: list[Any], kinds: list[Any]) -> Iterator[str]:
    """Yield what extractors declare, and their words say, that comes to nothing with eventx's types and the plugin's own.

    Hidden words are told here alone, to who can mend them: to those who use the plugin they take nothing.
    """
    own = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Event)]
    types = {kind.type: kind for kind in (*EVENT_TYPES, *own)}
    for value in extractors:
        if isinstance(value, Extractor) and not isinstance(value.provides, str) and not isinstance(value.languages, str):
            yield from misgivings(value, types)
            if value.lexicon is not None:
                yield from hidden_words(value.lexicon, value.languages or languages())


def _parameters(name: str, function: Any, spec: Any) -> Iterator[str]:
    """Yield what is wrong with the parameters of an implementation."""
    known = list(inspect.signature(spec).parameters)
    for parameter in inspect.signature(function).parameters.values():
        if parameter.default is not parameter.empty:
            yield f"{name}: the parameter {parameter.name} has a default, which would hide what the Engine passes; take it away"
        if parameter.name not in known:
            yield f"{name}: there is no parameter {parameter.name}; the hook has {', '.join(known) or 'none'}"


def _extractors(values: list[Any]) -> Iterator[str]:
    """Yield what is wrong with the extractors handed in."""
    names = [value.name for value in values if isinstance(value, Extractor)]
    for value in values:
        if not isinstance(value, Extractor):
            yield f"eventx_extractors handed in {value!r}, which is no extractor; put @eventx.extractor(…) above the function"
            continue
        if names.count(value.name) > 1:
            yield f"two extractors are named {value.name!r}; name one otherwise"
        if not _name().fullmatch(value.name):
            yield f"the extractor name {value.name!r} is no identifier in lower case; write it like 'sister_cities'"
        if isinstance(value.provides, str) or not value.provides:
            yield f'extractor {value.name!r}: provides is {value.provides!r}; give a tuple of fields: provides=("trigger",)'
        wrong = [code for code in value.languages if not _language().fullmatch(code)]
        if wrong or isinstance(value.languages, str):
            yield f'extractor {value.name!r}: languages is {value.languages!r}; give a tuple of ISO 639-1 codes: ("en", "vi")'
        if not attrs.has(value.options_type) or any(
            field.default is attrs.NOTHING for field in attrs.fields(value.options_type) if field.init
        ):
            yield f"extractor {value.name!r}: options_type must be an attrs class in which every field has a default"


def _event_types(values: list[Any]) -> Iterator[str]:
    """Yield what is wrong with the event types handed in."""
    kinds: tuple[type[Event], ...] = (Event, *EVENT_TYPES)
    taken = {kind.type for kind in kinds}
    for value in values:
        if not (isinstance(value, type) and issubclass(value, Event)):
            yield f"eventx_event_types handed in {value!r}; return attrs subclasses of eventx.Event"
            continue
        if value.type in taken:
            yield f"{value.__name__}: the type {value.type!r} is taken; set type = … to a name of its own"
        taken.add(value.type)
        if "__attrs_attrs__" not in vars(value):
            yield f"{value.__name__} lacks @attrs.frozen(kw_only=True); put it above the class"
            continue
        bare = [field.name for field in attrs.fields(value) if field.default is attrs.NOTHING]
        if bare:
            yield f"{value.__name__}: {', '.join(bare)} lack defaults; not every text tells them: give them one (None, ())"
            continue
        try:
            setattr(value(), "id", "")  # noqa: B010 - the type forbids it; whether the object does is the question
        except AttributeError:
            pass
        else:
            yield f"{value.__name__} can be altered; make it with @attrs.frozen(kw_only=True)"


def _refiners(values: list[Any]) -> Iterator[str]:
    """Yield what is wrong with the refiners handed in."""
    for value in values:
        if not callable(value):
            yield f"eventx_refiners handed in {value!r}; return functions (document, events) -> events"
