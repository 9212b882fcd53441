"""Anniversaries: how many years, of what, since when."""

from collections.abc import Iterable

from eventx import Extractor, hookimpl


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the anniversaries extractor."""
    from eventx_anniversaries.extractor import anniversaries  # noqa: PLC0415 - nothing is loaded before an Engine is built

    return [anniversaries]
