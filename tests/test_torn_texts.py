"""Torn texts: articles and sentences cut off anywhere, with words lost, moved and glued to marks, as crawlers leave them."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from eventx import Document, Engine

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
CASES = sorted((Path(__file__).parent / "cases/events").glob("*.toml"))
MARKS = (",", ".", ";", ":", "–", "-", "(", ")", "“", "”", "…", "\n", "\n\n", "'s")


@lru_cache(maxsize=1)
def engine() -> Engine:
    """Return an Engine with the built-in plugins that raises what fails."""
    return Engine(on_error="raise")


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Return the words of all articles and of the sentences of the events' cases, in order."""
    told = [case["text"] for path in CASES for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    return tuple(word for text in (*SEEDS, *told) for word in text.split(" "))


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Draw a stretch of an article with some words lost, some of other articles and some marks put in."""
    start = draw(st.integers(0, len(words()) - 1))
    kept = list(words()[start : start + draw(st.integers(1, 60))])
    for at, what in draw(st.lists(st.tuples(st.integers(0, 60), st.sampled_from((*MARKS, "", *words()))), max_size=8)):
        place = at % (len(kept) + 1)
        kept[place : place + (not what)] = [what] if what else []
    return " ".join(kept)


@given(torn(), st.sampled_from((None, "en", "vi")))
@example("The ambassador proposed that both sides boost trade, build the rail link, and", "en")
@example("The ministers agreed on trips of leaders and on how to put signed", "en")
@example("The president’s historic visit to Kazakh", "en")
@example("Kenya … held talks with Peru on Monday", "en")
def test_torn_texts_are_read(text: str, language: str | None) -> None:
    """No rule fails on them, in whichever language they are taken to be."""
    extraction = engine().extract(Document(text, language=language))

    assert () == extraction.problems
