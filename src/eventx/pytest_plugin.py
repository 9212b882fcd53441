"""Fixtures for tests of plugins; pytest finds them by the entry point group ``pytest11``, and loads nothing until one is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from eventx import Document, Engine


@pytest.fixture(scope="session")
def eventx_engine() -> Engine:
    """Return an Engine of everything installed that raises what goes wrong; the environment's choice of plugins counts not."""
    from eventx import Engine  # noqa: PLC0415 - pytest loads this module in every run, of whatever project

    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("EVENTX_PLUGINS", raising=False)
        return Engine(on_error="raise")


@pytest.fixture(scope="session")
def eventx_seed_documents() -> tuple[Document, ...]:
    """Return the articles that come with eventx, in English and Vietnamese."""
    from eventx.testing import seed_documents  # noqa: PLC0415 - as above

    return seed_documents()
