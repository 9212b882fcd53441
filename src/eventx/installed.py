"""The entry points of installed plugins, and whose they are."""

from __future__ import annotations

from importlib import metadata

import attrs

from eventx.comparing import by_value
from eventx.hookspecs import NAME


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Installed:
    """An entry point of the group ``eventx`` and the distribution that has it."""

    entry: metadata.EntryPoint
    distribution: str | None
    version: str | None

    @property
    def name(self) -> str:
        """The plugin's name."""
        return self.entry.name

    @property
    def rank(self) -> tuple[str, bool, str, str]:
        """Where it stands in the order of loading: by name; of two of one name, eventx's own goes first."""
        return self.name, self.distribution != NAME, self.distribution or "", self.entry.value


def installed() -> list[Installed]:
    """Return the entry points of all plugins there are, in the order in which they are loaded."""
    # Python reads the metadata anew each time it is asked for a name or version
    known: dict[metadata.Distribution, tuple[str, str]] = {}
    found = []
    for entry in metadata.entry_points(group=NAME):
        dist = entry.dist
        if dist is not None and dist not in known:
            known[dist] = dist.name, dist.version
        distribution, version = known[dist] if dist is not None else (None, None)
        found.append(Installed(entry=entry, distribution=distribution, version=version))
    return sorted(found, key=lambda one: one.rank)
