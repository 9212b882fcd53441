"""Dates in news: absolute, partial, relative, intervals, and the day of publication (English and Vietnamese)."""

from __future__ import annotations

from collections.abc import Iterable

from eventx import Extractor, hookimpl


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the extractor of dates."""
    # Imported here: an Engine that blocks this plugin must not pay for its rules.
    from eventx_dates.extractor import DATES  # noqa: PLC0415

    return (DATES,)
