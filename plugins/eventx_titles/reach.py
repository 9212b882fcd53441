"""How far a title or the name of a body reaches behind its office word or head noun."""

from __future__ import annotations

import attrs

from eventx import by_value, maker, swift
from eventx_titles.grammar import Stretch


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reach:
    """The end of a phrase and what stands in it.

    Args:
        stop: the index behind its last word.
        cut: where the words begin that tell where an office is served; `stop` if nowhere.
        body: the words of the body in it.
        places: whether a country or city stands in it.
        stray: whether capitalised words of unknown kind stand in it.

    """

    stop: int
    cut: int
    body: Stretch | None = None
    places: bool = False
    stray: bool = False


make_reach = maker(Reach)
