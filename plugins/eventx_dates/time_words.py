"""The words that say of their clause whether it tells of the past or the future, and what each says."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from eventx_dates.cues import MARKS
from eventx_dates.lexer import LEXICON

# What a word says: past, future; weak: past if it is a finite verb and no participle; present: a verb in the present, with
# which a date lies ahead ("the summit opens on Monday"); near: what was agreed to be done, past or future, whichever is nearer;
# open: a verb without tense; stop: a sentence ends.
# told: a verb of speech in a language whose verbs have no tense: what is said has a time of its own; so has what stands behind
# a colon, which says nothing of a date before it.
# soon: of a thing that is to come, of which somebody may only speak ("discussed the upcoming summit on Monday").
Mark = Literal["past", "future", "weak", "present", "near", "open", "told", "colon", "stop", "soon"]


@lru_cache(maxsize=8)
def words_of_time(code: str) -> dict[str, str]:
    """Return what the words of a language say of time: past, future, said (never a participle), or ahead ("agreed" to meet)."""
    names = ("past", "future", "ahead", "said", "present", "weak", "force", "idle", "soon")
    return {word: name for name in names for word in LEXICON.table(code, name)}


@lru_cache(maxsize=8)
def last_words(code: str) -> frozenset[str]:
    """Return the words that may end a word or phrase which says something of time, and the marks."""
    return frozenset((*(phrase.rsplit(" ", maxsplit=1)[-1] for phrase in words_of_time(code)), *MARKS))


@lru_cache(maxsize=8)
def word_set(name: str) -> frozenset[str]:
    """Return one of the sets of English words that tell how a verb stands."""
    return frozenset(LEXICON.table("en", name))
