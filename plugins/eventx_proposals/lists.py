"""The words that the rules read, from the words files: triggers to look for, and lists ready for quick questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Self

from eventx import Document, Lexicon


class Words(frozenset[str]):
    """A list of words and phrases, a set for quick look-up.

    Attributes:
        listed: the words in order.
        padded: the same with blanks around.
        padded_behind: the same with a blank behind.
        signs: the longest word of each phrase, with the padded phrases it stands for: where none of these words stands, none of
            the phrases does.

    """

    __slots__ = ("listed", "padded", "padded_behind", "signs")

    listed: tuple[str, ...]
    padded: tuple[str, ...]
    padded_behind: tuple[str, ...]
    signs: Mapping[str, Sequence[str]]

    def __new__(cls, words: Iterable[str]) -> Self:
        """Make a list of words."""
        listed = tuple(words)
        made = super().__new__(cls, listed)
        made.listed = listed
        made.padded = tuple([f" {word} " for word in listed])
        made.padded_behind = tuple([f"{word} " for word in listed])
        signs: dict[str, list[str]] = {}
        for word, padded in zip(listed, made.padded, strict=True):
            signs.setdefault(max(word.split(), key=len), []).append(padded)
        made.signs = signs
        return made


Tables = Mapping[str, Mapping[str, Words]]

LEXICON = Lexicon(
    name="proposals",
    package="eventx_proposals",
    tags=("act", "context", "other"),
    tables=("light", "around", "after", "items"),
    keys={
        "act": frozenset(
            {
                "form",
                "np",
                "base",
                "claim",
                "that",
                "noun",
                "act",
                "strong",
                "thing",
                "call",
                "comes",
                "to",
                "for",
                "not_for",
                "wish",
                "greeting",
                "clause",
            }
        )
    },
)


def alternation(words: Words) -> str:
    """Return an alternation of words, the longest first, blanks matching any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_TOGETHER = {"telling": ("reports", "closers"), "endings": ("tails", "comma_tails", "settings")}
"""Lists of the items that are looked for at once."""


@lru_cache(maxsize=4)
def word_lists(code: str) -> Tables:
    """Return the lists of words that the rules of a language read."""
    lists = {name: {key: Words(words) for key, words in LEXICON.table(code, name).items()} for name in LEXICON.tables}
    items = lists["items"]
    for name, parts in _TOGETHER.items():
        items[name] = Words(word for part in parts if part in items for word in items[part].listed)
    lists["context"] = {"words": Words(LEXICON.table(code, "context"))}
    return lists


def may_hold(document: Document, start: int, end: int, words: Words) -> bool:
    """Tell whether a stretch may hold one of the phrases of a list; cheaper to ask than their pattern."""
    present = document.match[start:end].split()
    if words.signs.keys().isdisjoint(present):
        return False
    # "with a view to" is not held by all that has a "with"
    whole = f" {' '.join(present)} "
    return any(phrase in whole for sign in words.signs.keys() & present for phrase in words.signs[sign])
