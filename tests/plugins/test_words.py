"""The words files of the built-in extractors: every table that rules may ask for is there, and every word may be found."""

from __future__ import annotations

import pytest

from eventx import Lexicon
from eventx.clauses.words import CLAUSES
from eventx.words_check import hidden_words
from eventx_anniversaries.extractor import LEXICON as ANNIVERSARIES
from eventx_dates.lexer import LEXICON as DATES
from eventx_engagements.lexicon import LEXICON as ENGAGEMENTS
from eventx_places.lexicon import LEXICON as PLACES
from eventx_proposals.lists import LEXICON as PROPOSALS
from eventx_titles.extractor import LEXICON as TITLES

LEXICONS = (ANNIVERSARIES, DATES, ENGAGEMENTS, PLACES, PROPOSALS, TITLES)
# classes of words of dates that single lines of other tables give, and that may be tables in further languages
CLASSES = ("monthword", "yearword", "era", "often")
TABLES = [(lexicon, table) for lexicon in LEXICONS for table in (*lexicon.tags, *lexicon.tables) if table not in CLASSES]


@pytest.mark.parametrize(("lexicon", "table"), TABLES, ids=[f"{lexicon.name}-{table}" for lexicon, table in TABLES])
def test_every_table_has_words_in_a_language(lexicon: Lexicon, table: str) -> None:
    """Each table has words in some language: one misspelt, in the rules or in the files, would be empty and go unnoticed."""
    assert any(lexicon.table(code, table) for code in ("en", "vi"))


@pytest.mark.parametrize("lexicon", [*LEXICONS, CLAUSES], ids=lambda lexicon: lexicon.name)
def test_no_word_is_hidden_by_another(lexicon: Lexicon) -> None:
    """No line is dead because another one, which matches the same words, always wins."""
    assert list(hidden_words(lexicon, ("en", "vi"))) == []
