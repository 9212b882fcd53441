"""What is reported of plugins that load, and yet come to nothing somewhere: unknown hooks, names, fields and words."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

import pluggy

from eventx import hookspecs
from eventx.extractors import Extractor
from eventx.hookspecs import NAME
from eventx.installed import installed
from eventx.model import Event
from eventx.plugin_info import Fail, Owned, PluginInfo
from eventx.problems import PluginError, Problem, nearest
from eventx.words_check import misgivings

_MISSPELT = 0.7
"""How like a plugin's the name of one must be that is taken for it misspelt."""


def report_unknown_blocked(names: set[str], fail: Fail) -> None:
    """Report names to be blocked that are nearly those of plugins; another one may be of a plugin that is not installed."""
    known = sorted({found.name for found in installed()})
    for name in sorted(names - set(known)):
        near = nearest(name, known, likeness=_MISSPELT)
        if near:
            error = PluginError(f"block= names {name}, and no plugin is named so{near}; installed: {', '.join(known)}")
            fail(Problem(plugin=NAME, stage="load", error=f"PluginError: {error}"), error)


def report_unknown_hooks(manager: pluggy.PluginManager, infos: list[PluginInfo], fail: Fail) -> None:
    """Report hooks that do not exist, and functions named like hooks that lack the marker."""
    specs = [name for name in dir(hookspecs) if name.startswith(f"{NAME}_")]
    for info in infos:
        plugin = manager.get_plugin(info.name)
        if plugin is None:
            continue
        named = [
            name for name in dir(plugin) if name.startswith(f"{NAME}_") and not isinstance(getattr(plugin, name), ModuleType)
        ]
        if not named:
            remedy = f"give functions marked with @eventx.hookimpl ({', '.join(specs)}), or an extractor by itself"
            error = PluginError(f"it has no hook, so nothing comes of it; {remedy}")
            fail(info.problem("collect", error), error)
        for name in named:
            marked = manager.parse_hookimpl_opts(plugin, name) is not None
            if name in specs and marked:
                continue
            import difflib  # noqa: PLC0415 - few plugins err here

            near = difflib.get_close_matches(name, specs, n=1)
            hint = f"did you mean {near[0]}?" if near else f"a newer eventx may have it; this one has {', '.join(specs)}"
            what = f"unknown hook {name}; {hint}" if name not in specs else f"{name} lacks @hookimpl, so it is never called"
            error = PluginError(what)
            fail(info.problem("collect", error), error)


def report_misgivings(extractors: Iterable[Owned[Extractor]], types: dict[str, type[Event]], fail: Fail) -> None:
    """Report what strangers' extractors declare, and their words say, that can come to nothing."""
    for owned in extractors:
        for wrong in dict.fromkeys(misgivings(owned.value, types)) if owned.plugin.distribution != NAME else ():
            error = PluginError(wrong)
            fail(owned.plugin.problem("collect", error, extractor=owned.value.name), error)
