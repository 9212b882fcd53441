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
    extractors: dict[str, list[Data]] = {}
    for owned in found.extractors:
        extractors.setdefault(owned.plugin.name, []).append(_extractor(owned.value))
    return [attrs.asdict(info) | {"extractors": extractors.get(info.name, [])} for info in found.plugins], problems


def _extractor(extractor: Extractor) -> Data:
    """Return what an extractor declares."""
    return {
        "name": extractor.name,
        "provides": list(extractor.provides),
        "languages": list(extractor.languages),
        "options": {field.name: _default(field) for field in attrs.fields(extractor.options_type)},
    }


def _default(field: attrs.Attribute[Any]) -> str | None:
    """Return an option's default as text; None if it has none."""
    return None if field.default is attrs.NOTHING else repr(field.default)


def listed(plugins: Iterable[Data]) -> Iterator[str]:
    """Yield the lines of the list for people."""
    for plugin in plugins:
        source = f" ({plugin['distribution']} {plugin['version']})" if plugin["distribution"] else ""
        yield f"{plugin['name']}{source}: {plugin['status']}" + (f": {plugin['reason']}" if plugin["reason"] else "")
        if plugin["hooks"]:
            yield f"  hooks: {', '.join(plugin['hooks'])}"
        for extractor in plugin["extractors"]:
            languages = ", ".join(extractor["languages"]) or "any language"
            yield f"  extractor {extractor['name']}: {', '.join(extractor['provides'])} ({languages})"
            for name, default in extractor["options"].items():
                yield f"    option {name} = {default}"
