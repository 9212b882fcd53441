"""The words that lead in to a noun, by language: determiners, light verbs, prepositions, as the walk to its left looks for them.

They stand in the tables of ``clauses/LANGUAGE.toml``.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

import attrs

from eventx.clauses import CLAUSES
from eventx.language import language_data

EDITION = 6
"""The most words that tell which of a series something is: the third annual edition of."""
Token = tuple[str, int, int]


@attrs.frozen(eq=False, repr=False)
class Table:
    """A table of words and phrases, ready to be looked for by its entries' last words."""

    entries: Mapping[str, str]
    longest: Mapping[str, int]

    def ending(self, tokens: Sequence[Token]) -> tuple[str, int] | None:
        """Return the longest entry that the last tokens are, and its number of words."""
        longest = self.longest.get(tokens[-1][0]) if tokens else None
        if longest is None:
            return None
        if longest == 1:
            return tokens[-1][0], 1
        for size in range(min(longest, len(tokens)), 0, -1):
            words = " ".join([token[0] for token in tokens[-size:]])
            # "Hội *đồng) chủ* trì": a phrase has no marks within
            if words in self.entries and all(b[1] - a[2] == 1 for a, b in pairwise(tokens[-size:])):
                return words, size
        return None


@attrs.frozen(eq=False, repr=False)
class Tables:
    """The tables of one language that say what leads in to a noun."""

    determiner: Table
    light: Table
    preposition: Table
    edition: Mapping[str, str]
    opener: Mapping[str, str]
    time: Mapping[str, str]
    where: Container[str]
    """The prepositions of a place that a light verb may tell first."""
    numerals: Container[str]
    ordinals: Container[str]
    months: Container[str]
    leading: Mapping[str, int]
    """The last words of all that leads in to a noun, and how many words a step of the walk that meets one may look at.

    Any other word is at most an adjective of it.
    """
    adjectives: int
    possessives: tuple[str, ...]
    """What is written behind a possessor, in lower case with straight quotes."""
    possessing: tuple[str, ...]
    """What possessors end in: those, and the ends of such in the plural."""


@lru_cache(maxsize=64)
def table_of(code: str, tag: str) -> Table:
    """Return one table of the clauses' words."""
    entries = CLAUSES.table(code, tag)
    longest: dict[str, int] = {}
    for entry in entries:
        parts = entry.split()
        longest[parts[-1]] = max(longest.get(parts[-1], 0), len(parts))
    return Table(entries, longest)


@lru_cache(maxsize=16)
def tables_of(code: str) -> Tables:
    """Return the tables of a language."""
    determiner, light, preposition = leads = [table_of(code, tag) for tag in ("determiner", "light", "preposition")]
    time, edition = CLAUSES.table(code, "time"), table_of(code, "edition").entries
    leading: dict[str, int] = {}
    for word, size in chain.from_iterable(table.longest.items() for table in leads):
        leading[word] = max(size, leading.get(word, EDITION if word in edition.values() else 0))
    # behind a word of time a light verb may stand
    leading.update(dict.fromkeys(time, max([EDITION, *leading.values()]) + 1))
    data = language_data(code)
    straight = tuple(ending for ending in data.possessives if ending.isascii())
    return Tables(
        determiner=determiner,
        light=light,
        preposition=preposition,
        edition=edition,
        opener=table_of(code, "opener").entries,
        time=time,
        where=CLAUSES.table(code, "where_held"),
        numerals=data.numerals,
        ordinals=data.ordinals,
        months=data.months,
        leading=leading,
        adjectives=CLAUSES.table(code, "noun").get("adjectives_before", 0),
        possessives=straight,
        possessing=(*straight, *data.plural_possessives),
    )
