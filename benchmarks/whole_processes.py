"""Two processes against one, by the clock, and how far the machine itself lets two go: run as a process of its own.

    python -m benchmarks.whole_processes FOLDER

A machine whose cores are shared with others never gives two processes all of twice the time. So the same documents are also
read by two processes that share nothing and send nothing; what `extract_many` loses is the difference between the two figures.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from eventx import Document, Engine

_ROUNDS = 5
_CHARACTERS = 4_000_000


def _read(engine: Engine, documents: Sequence[Document], processes: int = 1) -> None:
    """Read the documents and drop what they give."""
    for extraction in engine.extract_many(documents, processes=processes):
        del extraction


def _apart(engine: Engine, documents: Sequence[Document]) -> None:
    """Read each half of the documents in a process that sends nothing back."""
    children = []
    for half in range(2):
        child = os.fork()
        if not child:
            _read(engine, documents[half::2])
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def ratios(folder: Path) -> list[float]:
    """Return how much faster than one process two of `extract_many` are and, where there is ``fork``, two that send nothing.

    The ways take turns, and each counts by its best round, as other work on the machine only ever adds time.
    """
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    documents = [Document(text) for text in texts * (_CHARACTERS // sum(map(len, texts)) + 1)]
    engine = Engine()
    ways: list[Callable[[], None]] = [lambda: _read(engine, documents), lambda: _read(engine, documents, 2)]
    if hasattr(os, "fork"):
        ways.append(lambda: _apart(engine, documents))
    times: list[list[float]] = [[] for _ in ways]
    for _ in range(_ROUNDS):
        for way, found in zip(ways, times, strict=True):
            start = time.perf_counter()
            way()
            found.append(time.perf_counter() - start)
    one, *others = map(min, times)
    return [one / other for other in others]


if __name__ == "__main__":
    print(*ratios(Path(sys.argv[1])))
