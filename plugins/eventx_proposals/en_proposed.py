"""What follows "proposed" and "suggested": the thing, that and a clause, somebody to whom, an aside."""

from __future__ import annotations

from eventx import Span, maker
from eventx_proposals.complement import Complement
from eventx_proposals.en_before import Place

_ASIDE = 20
"""The most words of an aside between commas, and of somebody to whom one proposes."""
_complement, _span = maker(Complement), maker(Span)


def proposed(spot: Place) -> Complement | None:
    """Return what follows "propose": the thing, that and a clause, a clause, to and a verb."""
    after = spot.after
    if after.words and after.words[0] == ",":
        return _behind_aside(spot)
    if not after.words or not (after.words[0][0].isalnum() or after.words[0] in ":\"'("):
        return None
    first = after.words[0]
    if first in spot.words["not_proposed"]:
        that = next((index for index, word in enumerate(after.words[:14]) if word in spot.words["that"]), None)
        return _complement(after.end(that)) if that is not None and first in spot.words["circumstances"] else None
    if first in spot.words["to"]:
        return _proposed_to(spot)
    if first in spot.words["for"] and spot.hit.value.get("not_for"):
        return None
    return _complement(after.end(0) if first == ":" or first in spot.words["that"] else after.starts[0])


def _behind_aside(spot: Place) -> Complement | None:
    """Return what follows an aside between commas: "proposed, *among other things*, to raise", "suggested, *in talks*, that"."""
    after = spot.after
    words = after.words
    close = next((index for index, word in enumerate(words[:_ASIDE]) if index and not word[0].isalnum() and word not in "'-"), 0)
    if not close or words[close] != "," or words[1] not in spot.words["asides"] or close + 2 >= len(words):
        return None
    told = words[close + 1] in spot.words["that"] or (
        words[close + 1] in spot.words["to"] and words[close + 2] in spot.tables["items"]["verbs"]
    )
    return _complement(after.end(close + 1)) if told else None


def _proposed_to(spot: Place) -> Complement | None:
    """Return what follows "proposed to", a verb, or somebody and then "that" and a clause."""
    after = spot.after
    if len(after.words) < 2:
        return None
    if after.words[1] in spot.words["private"]:
        # "proposed to his girlfriend"; but "proposed to his counterpart that", "to his Peruvian counterpart to open"
        that = next((index for index, word in enumerate(after.words[:22]) if word in spot.words["that"]), None)
        that = _behind_counterpart(spot) if that is None else that
        return _complement(after.end(that), _span(after.starts[1], after.starts[that])) if that is not None else None
    if after.words[1] in spot.tables["items"]["verbs"]:
        return _complement(after.end(0))
    leads = spot.words["that"] | spot.words["to"]
    that = next((index for index, word in enumerate(after.words[:22]) if index and word in leads), None)
    return _complement(after.end(that), _span(after.starts[1], after.starts[that])) if that is not None else None


# proposed to his Peruvian *counterpart to open* a consulate
def _behind_counterpart(spot: Place) -> int | None:
    """Return the index of the "to" of a verb right behind somebody to whom one proposes by his office."""
    words, verbs = spot.after.words, spot.tables["items"]["verbs"]
    to = next((index for index, word in enumerate(words[:_ASIDE]) if index and word in spot.words["to"]), 0)
    told = to and words[to - 1] in spot.words["counterparts"] and not verbs.isdisjoint(words[to + 1 : to + 2])
    return to if told else None


__all__ = ["proposed"]
