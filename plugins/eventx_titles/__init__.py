"""The built-in extractor ``titles``: people and organisations, with titles, honorifics and words that point at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx import hookimpl

if TYPE_CHECKING:
    from eventx import Extractor


@hookimpl
def eventx_extractors() -> list[Extractor]:
    """Return the extractor ``titles``."""
    # Imported here: discovery must not pay for the rules.
    from eventx_titles.extractor import titles  # noqa: PLC0415

    return [titles]
