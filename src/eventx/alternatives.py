"""Surfaces written with alternatives: one line of a words file for all the ways to say a thing."""

from __future__ import annotations

import re
from itertools import product
from math import prod

from eventx.problems import LexiconError

_MOST = 500
"""More ways than these nobody has read through."""


def expanded(where: str, written: str) -> tuple[str, ...]:
    """Return the surfaces that a key or item of a words file stands for, in the order written.

    ``"{met|meets} {|briefly} with"`` stands for four; an alternative may be empty. Braces do not nest.

    Args:
        where: file and table, for messages.
        written: what the file says.

    Raises:
        LexiconError: if a brace has no partner, alternatives are written once only, or stand for too much.

    """
    if "{" not in written and "}" not in written:
        return (written,)
    pieces = re.split(r"\{([^{}]*)\}", written)
    ways = [piece.split("|") if place % 2 else [piece] for place, piece in enumerate(pieces)]
    if any("{" in piece or "}" in piece for piece in pieces[::2]):
        message = f"{where} {written!r} has a brace without its partner; write alternatives as {{a|b}}, none within another"
        raise LexiconError(message)
    if any(len(piece) != len(set(piece)) or len(piece) == 1 for piece in ways[1::2]):
        message = f"{where} {written!r} has braces around one way only, or one way twice; write alternatives as {{a|b}}"
        raise LexiconError(message)
    if (count := prod(map(len, ways))) > _MOST:
        message = f"{where} {written!r} stands for {count} surfaces; write several lines of at most {_MOST}"
        raise LexiconError(message)
    return tuple(" ".join("".join(way).split()) for way in product(*ways))
