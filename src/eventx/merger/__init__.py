"""The merger: reconciles contributions into typed events, in four steps, each a module of pure functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from eventx.contribution import Contribution
from eventx.document import Document
from eventx.model import Event

Choose = Callable[[str, Sequence[Any], Document], Any]


def policy(field: str, candidates: Sequence[Any], document: Document) -> Any:
    """Return the winner among candidates by the core's policy."""
    return candidates[0]


def merge(document: Document, contributions: Sequence[Contribution], *, types: dict[str, type[Event]], choose: Choose = policy) -> tuple[Event, ...]:
    """Return the events."""
    return ()
