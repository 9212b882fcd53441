"""Collection of cycles is put off, and what is there for good is not gone through again."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from eventx.collector import without_collecting


class Kept:
    """Something that the collector watches."""


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Leave the collector on and nothing frozen, whatever a test did."""
    yield
    gc.unfreeze()
    gc.enable()


def is_old(value: object) -> bool:
    """Say whether the next collections of the young pass a value over."""
    return any(value is one for one in gc.get_objects(generation=2))


@pytest.mark.parametrize("stays", [True, False])
def test_what_stays_is_old_at_once(stays: bool) -> None:  # noqa: FBT001 - a parameter
    """Only that: what was at hand while a text was read is young."""
    gc.collect()
    with without_collecting(stays=stays):
        kept = Kept()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert stays is is_old(kept)


def test_what_somebody_froze_stays_frozen() -> None:
    """A server that froze its heap before it forks does not lose that."""
    frozen = Kept()
    gc.freeze()
    count = gc.get_freeze_count()
    with without_collecting(stays=True):
        Kept()
    assert gc.isenabled()
    assert not is_old(frozen)
    assert gc.get_freeze_count() in range(count // 2, count + 1)


def test_a_collector_that_is_off_stays_off() -> None:
    """And nothing is said to be old."""
    gc.collect()
    gc.disable()
    with without_collecting(stays=True):
        kept = Kept()
    assert not gc.isenabled()
    assert not is_old(kept)
