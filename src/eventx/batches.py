"""Many items, a few at a time, so that a step's code and words stay at hand for all of them, and memory stays bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

FULL = 100_000
"""From which size on a batch is full, as `weigh` tells."""


def batches(items: Iterable[T], weigh: Callable[[T], int], *, most: int) -> Iterator[list[T]]:
    """Yield the items in lists, in order; the first ones are short, so that first results are there soon.

    What the source raises is raised behind what it gave before.

    Args:
        items: read no further than the list that is asked for.
        weigh: about how large an item is.
        most: how many items a list has at most.

    """
    batch: list[T] = []
    weight, wanted = 0, 1
    source = iter(items)
    while True:
        try:
            item = next(source)
            weight += weigh(item)
        except StopIteration:
            break
        except Exception:
            if batch:
                yield batch
            raise
        batch.append(item)
        if len(batch) >= wanted or weight >= FULL:
            yield batch
            batch, weight, wanted = [], 0, min(wanted * 2, most)
    if batch:
        yield batch
