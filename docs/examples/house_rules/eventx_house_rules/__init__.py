"""House rules: what an editorial desk wants of events, whatever they are read by."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from typing import Any

from eventx import Date, Document, Event, Problem, hookimpl

LOG = logging.getLogger("eventx_house_rules")


def with_somebody(_document: Document, events: tuple[Event, ...]) -> list[Event]:
    """Return the events in which somebody is named."""
    return [event for event in events if event.participants]


@hookimpl
def eventx_refiners() -> Iterable[Any]:
    """Return what is done to events after merging."""
    return [with_somebody]


@hookimpl
def eventx_choose(field: str, candidates: Sequence[Any], document: Document) -> Any:
    """Return the date nearest to the day of publication; leave other choices, and texts without such a day, to others."""
    dated = [candidate for candidate in candidates if isinstance(candidate.value, Date) and candidate.value.earliest]
    published = document.published
    if field != "date" or published is None or not dated:
        return None

    def distance(candidate: Any) -> dt.timedelta:
        day: dt.date = candidate.value.earliest
        return abs(day - published)

    return min(dated, key=distance)


@hookimpl
def eventx_problem(problem: Problem) -> None:
    """Write a failure to the log."""
    LOG.warning("%s", problem)
