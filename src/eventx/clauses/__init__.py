"""Clauses: the stretch of text around a word that speaks of the same thing, and whether it speaks of a fact.

The words are in ``clauses/LANGUAGE.toml``; the code knows none. Boundaries are sentence ends, ``;`` and ``:``, brackets and long
quotations, and words that open a clause ("who", "after", "khi"). A comma alone bounds nothing, so appositions stay inside.
"""

from eventx.clauses.dateline import behind_dateline
from eventx.clauses.layout import openers_in, share_layout
from eventx.clauses.openings import behind_date, is_opening, opens_with_phrase
from eventx.clauses.status import status_at
from eventx.clauses.windows import clause_after, clause_before, clause_opener, is_within_relative, sentence_after, sentence_before
from eventx.clauses.words import CLAUSES

__all__ = [
    "CLAUSES",
    "behind_date",
    "behind_dateline",
    "clause_after",
    "clause_before",
    "clause_opener",
    "is_opening",
    "is_within_relative",
    "openers_in",
    "opens_with_phrase",
    "sentence_after",
    "sentence_before",
    "share_layout",
    "status_at",
]
