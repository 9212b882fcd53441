"""What comes of a document in the end: its contributions merged into events, and the events refined by plugins."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventx import isolation
from eventx.chooser import chooser
from eventx.clauses import share_layout
from eventx.comparing import by_value
from eventx.contribution import Contribution
from eventx.document import Document
from eventx.extraction import Reading
from eventx.extractors import unreadable
from eventx.failures import CORE, Failures
from eventx.hookspecs import NAME
from eventx.merger import Choose, merge
from eventx.model import Event
from eventx.plugins import Collected
from eventx.problems import CONTAINED, InputError, Problem
from eventx.records import evolve


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcome:
    """The last steps of an Engine.

    Args:
        collected: its plugins.
        failures: what it does about failures.
        hypothetical: whether events told as hypothetical are given out too.
        time_limit: seconds that a refiner may take for one document; no limit if None.

    """

    collected: Collected
    failures: Failures
    hypothetical: bool
    time_limit: float | None

    def events(self, told: Document, reading: Reading) -> tuple[Event, ...]:
        """Return the events of what was read: merged, without hypothetical ones unless wanted, and refined.

        Args:
            told: the document with its day of publication and language.
            reading: its contributions, in order; failures are added to its problems.

        """
        problems = reading.problems
        wrong = unreadable(reading.given.language, (owned.value for owned in self.collected.extractors))
        if wrong:
            error = InputError(wrong)
            self.failures.fail(attrs.evolve(CORE.problem("read", error, document=told.id), error=wrong), error, problems)
        share_layout(reading.document, told)
        events = self._merged(told, reading.contributions, problems)
        if not self.hypothetical:
            events = tuple(event for event in events if event.status != "hypothetical")
        types, seconds = self.collected.event_types, self.time_limit
        for owned in self.collected.refiners:
            try:
                events = isolation.refined(owned.value, told, events, name=owned.plugin.name, types=types, seconds=seconds)
            except CONTAINED as error:
                self.failures.fail(owned.plugin.problem("refine", error, document=told.id), error, problems)
        return _whole(events) if self.collected.refiners else events

    def _merged(self, told: Document, contributions: list[Contribution], problems: list[Problem]) -> tuple[Event, ...]:
        """Return the merged events; where that fails, those without the plugin at fault, so that one value ends no long run."""

        def work(found: list[Contribution]) -> tuple[Event, ...]:
            return merge(told, found, types=self.collected.event_types, choose=self._choose(problems), in_order=True)

        try:
            return work(contributions)
        except Exception as error:  # noqa: BLE001 - whatever it is, a plugin's value caused it
            plugins = {owned.plugin.name: owned.plugin for owned in self.collected.extractors}
            strangers: dict[str, list[str]] = {}
            ours: dict[str, list[str]] = {}
            for owned in self.collected.extractors:
                side = ours if owned.plugin.distribution == NAME else strangers
                side.setdefault(owned.plugin.name, []).append(owned.value.name)
            rest = None
            if not self.failures.raised:
                rest = isolation.without_culprits(work, contributions, strangers=strangers, ours=ours)
            events, culprits = rest or ((), ())
            for plugin in [plugins[name] for name in culprits] or [CORE]:
                self.failures.fail(plugin.problem("merge", error, document=told.id), error, problems)
            return events

    def _choose(self, problems: list[Problem]) -> Choose:
        """Return the choice between candidates: the plugins' hook first, in name order, the core's policy last."""
        return chooser(self.collected, lambda problem, error: self.failures.fail(problem, error, problems))


def _whole(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return events, none of which belongs to one that a refiner has left out."""
    known = {event.id for event in events}
    return tuple(evolve(e, part_of=None) if e.part_of is not None and e.part_of not in known else e for e in events)
