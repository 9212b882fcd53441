"""What an Engine does about failures: they become problems that observers are told of, or are raised for plugin developers."""

from __future__ import annotations

import pluggy

from eventx.plugin_info import PluginInfo
from eventx.problems import CONTAINED, Problem

CORE = PluginInfo(name="eventx", status="loaded", distribution="eventx")
"""Who is named where the core itself fails."""

RUN = PluginInfo(name="eventx", status="loaded")
"""Who is named where no plugin is known to be at fault, nor eventx: what it was given, or what befell its processes."""


class Failures:
    """What one Engine does about failures.

    Args:
        raised: whether they are raised, and none kept.

    """

    def __init__(self, *, raised: bool) -> None:
        self.raised = raised
        self.at_loading: list[Problem] = []
        """Those of loading and collecting, before any document."""
        self._observers: pluggy.PluginManager | None = None

    def fail_loading(self, problem: Problem, error: BaseException) -> None:
        """Keep a failure at loading, or raise it."""
        if self.raised:
            raise error
        self.at_loading.append(problem)

    def fail(self, problem: Problem, error: BaseException, problems: list[Problem]) -> None:
        """Add a failure at work to `problems` and tell the observers, or raise it."""
        if self.raised:
            raise error
        problems.append(problem)
        self.tell(problem)

    def observe(self, manager: pluggy.PluginManager) -> None:
        """Tell the observers among the plugins of what failed at loading, and of all that fails from now on."""
        self._observers = manager
        for problem in self.at_loading:
            self.tell(problem)

    def stop_observing(self) -> None:
        """Tell nobody any more."""
        self._observers = None

    def tell(self, problem: Problem) -> None:
        """Tell the observers of a failure; one that fails is left out of it."""
        if self._observers is None:
            return
        for implementation in self._observers.hook.eventx_problem.get_hookimpls():
            try:
                implementation.function(problem)
            except CONTAINED:
                continue
