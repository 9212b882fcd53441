"""Engagements in news: meetings, visits, conferences, ceremonies and signings (English and Vietnamese)."""

from __future__ import annotations

from collections.abc import Iterable

from eventx import Extractor, hookimpl


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the extractor of engagements."""
    # Imported here: an Engine that blocks this plugin must not pay for its rules.
    from eventx_engagements.extractor import ENGAGEMENTS  # noqa: PLC0415

    return (ENGAGEMENTS,)
