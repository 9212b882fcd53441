"""Where what is proposed begins behind an act, and who is asked."""

from __future__ import annotations

import attrs

from eventx import Span, by_value, swift


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Complement:
    """What follows an act: where what is proposed begins, and where somebody is asked."""

    body: int
    addressee: Span | None = None


__all__ = ["Complement"]
