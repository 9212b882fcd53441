"""Where eventx's time goes, function by function, as Python's own profiler counts it."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Iterator, Sequence
from pathlib import Path

from eventx import Document, Engine

_ROUNDS = 20
_MOST = 25
_SHORTENED = ("src", "plugins", "site-packages")


def functions(engine: Engine, documents: Sequence[Document], most: int = _MOST) -> Iterator[tuple[str, float, float, float]]:
    """Yield the functions that take most time themselves: name, calls an article, share of the time alone and with all they call.

    What Python's own functions take counts as their callers'. The profiler makes each call dearer, so that functions called often
    look worse than they are: what counts is the order.
    """
    texts = [(document.text, document.language) for document in documents]

    def read() -> None:
        for text, language in texts:
            engine.extract(Document(text, language=language))

    read()
    profile = cProfile.Profile(builtins=False)
    profile.enable()
    for _ in range(_ROUNDS):
        read()
    profile.disable()
    stats = pstats.Stats(profile)
    told: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = stats.stats  # type: ignore[attr-defined]  # as pstats documents
    whole = sum(own for _, _, own, _, _ in told.values())
    longest = sorted(told.items(), key=lambda item: -item[1][2])[:most]
    for (file, _, name), (_, calls, own, inclusive, _) in longest:
        yield _named(file, name), calls / _ROUNDS / len(texts), own / whole, inclusive / whole


def _named(file: str, name: str) -> str:
    """Return a function's name with its module's, without the folders above."""
    parts = Path(file).with_suffix("").parts
    start = max((place + 1 for place, part in enumerate(parts) if part in _SHORTENED), default=len(parts) - 1)
    return ".".join((*parts[start:], name))
