"""Python's collector of cycles, put off where thousands of small values are made at once and none of them is in a cycle."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting(*, stays: bool = False) -> Iterator[None]:
    """Put off the collection of cycles until the block ends, however it ends.

    Extraction makes none; looking for them costs it a thirtieth, in long texts a quarter, and half of what it costs to send
    extractions from one process to another.

    Args:
        stays: whether what the block makes is there for good, as modules, their classes and tables of words are: it counts as
            old at once, and the next collection does not go through it.

    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if stays and not gc.get_freeze_count():
            # there and back is among the oldest; what somebody else froze stays frozen
            gc.freeze()
            gc.unfreeze()
        gc.enable()
