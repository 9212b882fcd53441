"""What the rules of both languages find: an act of proposing; and whether a text is one of politics."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

import attrs

from eventx import Hit, Span, by_value, swift

Status = Literal["held", "planned", "cancelled", "hypothetical"]
Certainty = Literal["stated", "implied"]


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Act:
    """One act of proposing.

    Args:
        start: where its words begin, adverbs included.
        end: where its words end.
        body: where what is proposed begins.
        form: how what is proposed follows.
        rule: the rule that read it.
        status: whether it was done, is to be done, or is only thought of.
        certainty: ``implied`` where no word of proposing is used.
        addressee: where the one who is asked is named.
        said_by: where, behind the words, it is told who said them.
        told_by: where, before the words, it is told who said them.
        shared: whether it shares its subject with the act before it in the sentence.
        quoted: whether its subject is "I" or "we", so that the speaker is told behind it.
        agent: where the one who does it is named, of an act in the passive.
        thing: where what is proposed is told, of an act whose subject that is.
        strong: whether its words need but one word of politics near them.

    """

    start: int
    end: int
    body: int
    form: str
    rule: str
    status: Status = "held"
    certainty: Certainty = "stated"
    addressee: Span | None = None
    said_by: Span | None = None
    told_by: Span | None = None
    shared: bool = False
    strong: bool = True
    quoted: bool = False
    agent: Span | None = None
    thing: Span | None = None


@swift
@attrs.frozen(eq=False, repr=False)
class Politics:
    """Where the words of politics, and those of other matters, stand in a document."""

    context: tuple[int, ...]
    other: tuple[int, ...]

    def allows(self, span: Span, *, strong: bool) -> bool:
        """Tell whether an act in the sentence `span` is one of politics; `strong` acts need less."""
        near = _within(self.context, span)
        against = _within(self.other, span)
        if against > near or len(self.other) > len(self.context):
            return False
        if strong:
            return near >= 1 or len(self.context) >= 3
        return near >= 2 or len(self.context) >= 3


def _within(offsets: Sequence[int], span: Span) -> int:
    """Return how many offsets lie in a span."""
    return bisect_left(offsets, span.end) - bisect_left(offsets, span.start)


def told_apart(hits: Sequence[Hit]) -> tuple[list[Hit], Politics]:
    """Return the words of acts among the hits, and where words of politics and of other matters stand."""
    acts: list[Hit] = []
    context: list[int] = []
    other: list[int] = []
    for hit in hits:
        tag = hit.entry.tag
        if tag == "context":
            context.append(hit.start)
        elif tag == "act":
            acts.append(hit)
        else:
            other.append(hit.start)
    return acts, Politics(tuple(context), tuple(other))
