"""Back to the text as given: what was read from the composed text, with its offsets in the text that was handed in."""

from __future__ import annotations

from eventx.contribution import Contribution
from eventx.model import Event, Evidence, FieldSource, Participant
from eventx.normal_form import OffsetMap
from eventx.records import evolve


def contribution_as_given(contribution: Contribution, back: OffsetMap) -> Contribution:
    """Return the contribution with its span in the text as given."""
    span = back.span(contribution.span)
    return contribution if span is contribution.span else evolve(contribution, span=span)


def event_as_given(event: Event, back: OffsetMap, text: str) -> Event:
    """Return the event with all its spans and surfaces in the text as given."""

    def evidence(item: Evidence) -> Evidence:
        span = back.span(item.span)
        return item if span is item.span else evolve(item, span=span, text=text[span.start : span.end])

    def source(item: FieldSource) -> FieldSource:
        span = back.span(item.span) if item.span else None
        return item if span is item.span else evolve(item, span=span)

    def participant(item: Participant) -> Participant:
        return evolve(item, mentions=tuple(back.span(span) for span in item.mentions))

    return evolve(
        event,
        evidence=tuple(map(evidence, event.evidence)),
        provenance=tuple(map(source, event.provenance)),
        participants=tuple(map(participant, event.participants)),
    )
