"""The words of the anniversaries plugin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from eventx import Lexicon

LEXICON = Lexicon(
    name="anniversaries",
    package="eventx_anniversaries",
    tags=("anniversary", "day", "mark", "birthday", "jubilee", "told", "bare", "marked", "founded"),
    tables=("period", "closed", "year_words"),
)


@lru_cache(maxsize=128)
def closed(code: str, name: str) -> Sequence[str]:
    """Return one of the closed sets of words that the rules of a language look into; none if there is not that set."""
    return tuple(LEXICON.table(code, "closed").get(name, ()))
