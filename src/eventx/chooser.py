"""The choice between candidates for a field: what plugins choose, each in isolation, and the core's policy behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from eventx.document import Document
from eventx.merger import Choose, policy
from eventx.plugins import Collected
from eventx.problems import CONTAINED, Problem


def chooser(collected: Collected, fail: Callable[[Problem, BaseException], None]) -> Choose:
    """Return the choice between candidates: the plugins' ``eventx_choose`` first, in name order, the core's policy last.

    Args:
        collected: the plugins of an Engine.
        fail: is told of a plugin that fails or chooses what is no candidate; the others are asked then.

    """
    hook = getattr(collected.manager.hook, "eventx_choose")  # noqa: B009 - pluggy makes its hook callers at run time
    implementations = sorted(hook.get_hookimpls(), key=lambda implementation: str(implementation.plugin_name))
    if not implementations:
        return policy
    plugins = {info.name: info for info in collected.plugins}

    def choose(field: str, candidates: Sequence[Any], document: Document) -> Any:
        given = {"field": field, "candidates": tuple(candidates), "document": document}
        for implementation in implementations:
            try:
                chosen = _one_of(candidates, implementation.function(*(given[name] for name in implementation.argnames)))
            except CONTAINED as error:
                fail(plugins[implementation.plugin_name].problem("merge", error, document=document.id), error)
                continue
            if chosen is not None:
                return chosen
        return policy(field, candidates, document)

    return choose


def _one_of(candidates: Sequence[Any], chosen: Any) -> Any:
    """Return what a plugin chose, or raise if it is neither a candidate nor None."""
    if chosen is not None and not any(chosen is candidate for candidate in candidates):
        message = f"eventx_choose returned {chosen!r}; return one of the candidates, or None to leave the choice to others"
        raise ValueError(message)
    return chosen
