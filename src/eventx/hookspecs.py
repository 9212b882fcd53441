"""The hooks: they collect typed objects once; the Engine calls those objects itself.

Entry point group, hook marker and name prefix are one word: ``eventx``. Write hook implementations without default
arguments. Every hook has a section in docs/hooks.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pluggy

from eventx.document import Document
from eventx.extractors import Extractor
from eventx.model import Event
from eventx.problems import Problem

NAME = "eventx"

hookspec = pluggy.HookspecMarker(NAME)
hookimpl = pluggy.HookimplMarker(NAME)

Refiner = Callable[[Document, tuple[Event, ...]], Iterable[Event]]


@hookspec
def eventx_extractors() -> Iterable[Extractor]:  # type: ignore[empty-body]
    """Return the plugin's extractors; called once, when an Engine is built."""


@hookspec
def eventx_event_types() -> Iterable[type[Event]]:  # type: ignore[empty-body]
    """Return the plugin's event types (attrs subclasses of `Event`); called once, when an Engine is built."""


@hookspec
def eventx_refiners() -> Iterable[Refiner]:  # type: ignore[empty-body]
    """Return functions ``(document, events) -> events`` to run after merging; called once, when an Engine is built."""


@hookspec(firstresult=True)
def eventx_choose(field: str, candidates: Sequence[Any], document: Document) -> Any:
    """Return the winner among candidates that disagree on `field`, or None to leave it to others.

    Stops at the first result that is not None; the core's policy comes last.
    """


@hookspec
def eventx_problem(problem: Problem) -> None:
    """Observe an isolated failure, right after it happened; the result is ignored."""
