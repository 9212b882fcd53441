"""Step 4a, fuse: how the dates that tellings give agree."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.edtf import Date
from eventx.merger.choose import Candidate


def finer(a: Date | None, b: Date | None) -> Date | None:
    """Return the finer of two compatible dates."""
    if a is None or b is None:
        return a or b
    return b if a.contains(b) and a.edtf != b.edtf else a


def dates_agree(a: Date | None, b: Date | None) -> bool:
    """Tell whether two dates may be one day or stretch."""
    return a is None or b is None or a.contains(b) or b.contains(a)


def without_days(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the dates of a visit without days that lie in a stretch told of it: of its beginning, its end, its meetings."""
    stretches = [c.value for c in found if isinstance(c.value, Date) and c.value.grain == "interval"]
    return [
        c
        for c in found
        if not (isinstance(c.value, Date) and c.value.grain == "day" and any(stretch.contains(c.value) for stretch in stretches))
    ]
