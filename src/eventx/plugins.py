"""Discovery and collection: which plugins there are, which loaded, and what each handed in.

pluggy holds the plugins and checks their hooks; the calls are made here, one implementation at a time, so that a failing plugin
costs only its own results and every object is known to come from one plugin.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from types import ModuleType
from typing import Any, TypeVar

import attrs
import pluggy

from eventx import hookspecs
from eventx.comparing import by_value
from eventx.extractors import Extractor
from eventx.handed_in import check_handed_in
from eventx.hookspecs import NAME, Refiner
from eventx.installed import Installed, installed
from eventx.model import EVENT_TYPES, Event
from eventx.plugin_info import Fail, LoadStatus, Owned, PluginInfo
from eventx.problems import CONTAINED, PluginError, nearest
from eventx.reports import report_misgivings, report_unknown_blocked, report_unknown_hooks

VARIABLE = "EVENTX_PLUGINS"
"""Environment variable: names of the only plugins to load, separated by commas; empty for none."""

_MOST = 1000
"""How many objects a hook may hand in."""

T = TypeVar("T")


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Collected:
    """Everything the plugins of an Engine handed in, in name order."""

    manager: pluggy.PluginManager
    plugins: tuple[PluginInfo, ...]
    extractors: tuple[Owned[Extractor], ...]
    event_types: dict[str, type[Event]]
    own_event_types: tuple[Owned[type[Event]], ...]
    refiners: tuple[Owned[Refiner], ...]


def collect(
    *,
    plugins: Sequence[str | object] | None = None,
    block: Iterable[str] = (),
    autoload: bool = True,
    fail: Fail,
) -> Collected:
    """Return the plugins there are, loaded, and what they handed in.

    Args:
        plugins: names of entry points (then only these are loaded) and plugin objects to register besides.
        block: names of entry points not to load.
        autoload: load entry points of the group ``eventx``.
        fail: called with each isolated failure.

    Returns:
        The plugins in name order, with their extractors, event types and refiners.

    Raises:
        PluginError: if a name in `plugins`, or in the environment variable, is unknown.

    """
    manager = pluggy.PluginManager(NAME)
    manager.add_hookspecs(hookspecs)
    wanted = [plugin for plugin in plugins or () if isinstance(plugin, str)]
    infos = []
    if autoload:
        infos = list(_load_entry_points(manager, _choice(wanted, set(block)), fail=fail))
    for plugin in plugins or ():
        if not isinstance(plugin, str):
            infos.append(_register(manager, plugin, _plugin_name(plugin), None, fail))
    _check_known(wanted, {info.name for info in infos}, "plugins=")
    report_unknown_blocked(set(block) - {info.name for info in infos}, fail)
    infos.sort(key=lambda info: info.name)
    report_unknown_hooks(manager, infos, fail)
    loaded = [info for info in infos if info.status == "loaded"]
    own = tuple(_event_types(_call(manager, loaded, "eventx_event_types", fail), fail))
    types = {kind.type: kind for kind in (*EVENT_TYPES, *(owned.value for owned in own))}
    extractors = _unique(_call(manager, loaded, "eventx_extractors", fail), fail)
    report_misgivings(extractors, types, fail)
    return Collected(
        manager=manager,
        plugins=tuple(infos),
        extractors=tuple(extractors),
        event_types=types,
        own_event_types=own,
        refiners=tuple(_call(manager, loaded, "eventx_refiners", fail)),
    )


class _Alone:
    """The plugin that an extractor is by itself."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    @hookspecs.hookimpl
    def eventx_extractors(self) -> tuple[Extractor, ...]:
        """Return the extractor."""
        return (self._extractor,)


def _plugin_name(plugin: object) -> str:
    """Return the name under which an object given to the Engine is registered."""
    name = plugin.name if isinstance(plugin, Extractor) else getattr(plugin, "__name__", None)
    return str(name or type(plugin).__name__)


def _check_known(wanted: Iterable[str], seen: set[str], source: str) -> None:
    """Raise PluginError if a name is that of no plugin, with the nearest and all there are."""
    missing = sorted(set(wanted) - seen)
    if missing:
        known = sorted({found.name for found in installed()})
        hint = nearest(missing[0], known)
        message = f"{source}: no plugin named {', '.join(missing)}{hint}; installed: {', '.join(known) or 'none'}"
        raise PluginError(message)


def _choice(wanted: Sequence[str], block: set[str]) -> Callable[[str], str | None]:
    """Return a function that tells why a plugin is not loaded; None if it is."""
    variable = os.environ.get(VARIABLE)
    only, source = set(wanted), "plugins= names others"
    if not wanted and variable is not None:
        only, source = {name.strip() for name in variable.split(",") if name.strip()}, f"{VARIABLE} names others"
        _check_known(only, {found.name for found in installed()}, VARIABLE)
    every = not wanted and variable is None

    def reason(name: str) -> str | None:
        if name in block:
            return "block= names it"
        return None if every or name in only else source

    return reason


def _load_entry_points(
    manager: pluggy.PluginManager, blocked: Callable[[str], str | None], *, fail: Fail
) -> Iterator[PluginInfo]:
    """Yield what became of each entry point, in name order, each loaded in a try of its own."""
    owners: dict[str, str] = {}
    for found in installed():
        reason = blocked(found.name)
        if reason is not None:
            yield _info(found, "blocked", reason)
            continue
        distribution = f"{found.distribution} {found.version}" if found.distribution else "an unknown distribution"
        owner = owners.setdefault(found.name, distribution)
        try:
            if owner is not distribution:
                message = f"the name {found.name!r} is taken by a plugin of {owner}; uninstall {distribution}, or {owner}"
                raise PluginError(message)
            plugin = found.entry.load()
        except CONTAINED as error:
            info = _info(found, "failed", f"{type(error).__name__}: {error}")
            fail(info.problem("load", error), error)
            yield info
            continue
        yield _register(manager, plugin, found.name, found, fail)


def _info(found: Installed | None, status: LoadStatus, reason: str | None = None, name: str = "") -> PluginInfo:
    """Return the record of a plugin, installed or given."""
    return PluginInfo(
        name=found.name if found else name,
        status=status,
        reason=reason,
        distribution=found.distribution if found else None,
        version=found.version if found else None,
    )


def _register(manager: pluggy.PluginManager, plugin: object, name: str, found: Installed | None, fail: Fail) -> PluginInfo:
    """Return what became of a plugin that was loaded, once registered; what pluggy refuses is a failure of that plugin."""
    if isinstance(plugin, Extractor):
        plugin = _Alone(plugin)
    try:
        _check_name_free(manager, plugin, name)
        manager.register(plugin, name)
    except CONTAINED as error:
        info = _info(found, "failed", f"{type(error).__name__}: {error}", name)
        fail(info.problem("load", error), error)
        return info
    hooks = tuple(sorted(caller.name for caller in manager.get_hookcallers(plugin) or ()))
    return attrs.evolve(_info(found, "loaded", None, name), hooks=hooks)


def _check_name_free(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    """Raise PluginError if a plugin of this name, or this plugin under another name, is there already."""
    known = manager.get_name(plugin)
    if known is not None:
        message = (
            f"{_described(plugin)} is there already, as plugin {known!r}; give it once, or leave that out: block=[{known!r}]"
        )
        raise PluginError(message)
    other = manager.get_plugin(name)
    if other is not None:
        remedy = "give one another name (name= of an extractor, else __name__), or leave it out"
        message = f"two plugins are named {name!r}: {_described(other)} stays, {_described(plugin)} is left out; {remedy}"
        raise PluginError(message)


def _described(plugin: object) -> str:
    """Return what a plugin is, in words."""
    if isinstance(plugin, _Alone):
        return f"the extractor {plugin.eventx_extractors()[0].name!r}"
    if isinstance(plugin, ModuleType):
        return f"the module {plugin.__name__}"
    return f"an object of the class {type(plugin).__qualname__} of {type(plugin).__module__}"


def _call(manager: pluggy.PluginManager, infos: Sequence[PluginInfo], hook: str, fail: Fail) -> Iterator[Owned[Any]]:
    """Yield what the plugins hand in at one hook, in name order; a plugin that raises loses what it would have handed in."""
    implementations = {impl.plugin_name: impl for impl in getattr(manager.hook, hook).get_hookimpls()}
    for info in infos:
        implementation = implementations.get(info.name)
        if implementation is None:
            continue
        try:
            values = list(islice(implementation.function() or (), _MOST))
            for value in values:
                check_handed_in(hook, value)
        except CONTAINED as error:
            fail(info.problem("collect", error), error)
            continue
        yield from (Owned(plugin=info, value=value) for value in values)


def _unique(extractors: Iterable[Owned[Extractor]], fail: Fail) -> list[Owned[Extractor]]:
    """Return the extractors by name; of two that share one, eventx's own stays, else the first plugin's."""
    seen: dict[str, Owned[Extractor]] = {}
    for owned in sorted(extractors, key=lambda owned: owned.plugin.distribution != NAME):
        other = seen.setdefault(owned.value.name, owned)
        if other is not owned:
            one, two = (f"{o.plugin.name} ({o.plugin.distribution or 'registered here'})" for o in (other, owned))
            error = PluginError(f"the extractor name {owned.value.name!r} is taken by plugin {one}; {two} needs another name")
            fail(owned.plugin.problem("collect", error, extractor=owned.value.name), error)
    return sorted(seen.values(), key=lambda owned: owned.value.name)


def _event_types(handed_in: Iterable[Owned[type[Event]]], fail: Fail) -> Iterator[Owned[type[Event]]]:
    """Yield the event types whose names are free; one whose name is taken is a failure of its plugin that names the owner."""
    owners = {kind.type: "eventx itself" for kind in EVENT_TYPES}
    for owned in handed_in:
        name = owned.value.type
        if name in owners:
            error = PluginError(f"the event type {name!r} is taken by {owners[name]}; name it otherwise")
            fail(owned.plugin.problem("collect", error), error)
            continue
        owners[name] = f"plugin {owned.plugin.name} ({owned.plugin.distribution or 'registered here'})"
        yield owned
