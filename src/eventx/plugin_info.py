"""What is known of a plugin, and of an object that came from one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Literal, TypeVar

import attrs

from eventx.comparing import by_value
from eventx.problems import Problem, Stage

T = TypeVar("T")
LoadStatus = Literal["loaded", "blocked", "failed"]
Fail = Callable[[Problem, BaseException], None]


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class PluginInfo:
    """A plugin and what became of it."""

    name: str
    status: LoadStatus
    distribution: str | None = None
    version: str | None = None
    reason: str | None = None
    hooks: tuple[str, ...] = ()

    def problem(
        self, stage: Stage, error: BaseException, *, extractor: str | None = None, document: str | None = None
    ) -> Problem:
        """Return a problem with this plugin's address."""
        return Problem(
            plugin=self.name,
            distribution=self.distribution,
            version=self.version,
            extractor=extractor,
            stage=stage,
            document=document,
            error=f"{type(error).__name__}: {error}",
        )


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Owned(Generic[T]):
    """An object and the plugin it came from."""

    plugin: PluginInfo
    value: T
