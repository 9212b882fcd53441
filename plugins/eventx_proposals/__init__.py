"""Proposals: what one side asks the other to do."""

from collections.abc import Iterable

from eventx import Extractor, hookimpl


@hookimpl
def eventx_extractors() -> Iterable[Extractor]:
    """Return the proposals extractor."""
    from eventx_proposals.extractor import proposals  # noqa: PLC0415 - nothing is loaded before an Engine is built

    return [proposals]
