"""What ``eventx plugins`` prints: the installed plugins, what became of them, and what they hand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from eventx.extractors import Extractor
from eventx.plugins import collect
from eventx.problems import Problem

Data = dict[str, Any]


def listing(*, plugins: Sequence[str] | None = None, block: Iterable[str] = ()) -> tuple[list[Data], list[Problem]]:
    """Return the plugins as JSON values, in name order, and what failed.

    Args:
        plugins: names of installed plugins: only these are loaded.
        block: names of installed plugins not to load.

    Raises:
        PluginError: if a name is unknown or taken twice.

    """
    problems: list[Problem] = []
    found = collect(plugins=plugins, block=block, fail=lambda problem, _: problems.append(problem))
    extractors: dict[int, list[Data]] = {}
    for owned in found.extractors:
        extractors.setdefault(id(owned.plugin), []).append(_extractor(owned.value))
    types: dict[int, list[str]] = {}
    for kind in found.own_event_types:
        types.setdefault(id(kind.plugin), []).append(kind.value.type)
    return [
        attrs.asdict(info) | {"extractors": extractors.get(id(info), []), "event_types": types.get(id(info), [])}
        for info in found.plugins
    ], problems


def _extractor(extractor: Extractor) -> Data:
    """Return what an extractor declares."""
    return {
        "name": extractor.name,
        "provides": list(extractor.provides),
        "languages": list(extractor.languages),
        "options": {field.alias: _option(field) for field in attrs.fields(extractor.options_type) if field.init},
    }


def _option(field: attrs.Attribute[Any]) -> Data:
    """Return the type of an option, as it is written, and its default: the value, or what it looks like if JSON has no such."""
    kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", str(field.type))
    default = None if isinstance(field.default, attrs.Factory) else field.default  # type: ignore[arg-type] # a class, typed as a function
    plain = default is None or isinstance(default, (str, int, float, bool))
    return {"type": kind, "default": default if plain else repr(default)}


def listed(plugins: Iterable[Data]) -> Iterator[str]:
    """Yield the lines of the list for people."""
    for plugin in plugins:
        source = f" ({plugin['distribution']} {plugin['version']})" if plugin["distribution"] else ""
        yield f"{plugin['name']}{source}: {plugin['status']}" + (f": {plugin['reason']}" if plugin["reason"] else "")
        if plugin["hooks"]:
            yield f"  hooks: {', '.join(plugin['hooks'])}"
        if plugin["event_types"]:
            yield f"  event types: {', '.join(plugin['event_types'])}"
        for extractor in plugin["extractors"]:
            languages = ", ".join(extractor["languages"]) or "any language"
            yield f"  extractor {extractor['name']}: {', '.join(extractor['provides'])} ({languages})"
            for name, option in extractor["options"].items():
                yield f"    option {name}: {option['type']} = {option['default']!r}"
