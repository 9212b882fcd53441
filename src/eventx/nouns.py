"""What leads in to a noun that tells of an event: determiner, light verb, preposition, possessor, adjectives.

The words are in the tables of ``clauses/LANGUAGE.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import attrs

from eventx.clauses import CLAUSES
from eventx.document import Document
from eventx.model import Span

_REACH = 110
_LONGEST = 4
_Token = tuple[str, int, int]


@attrs.frozen(kw_only=True)
class NounPhrase:
    """A noun with what leads in to it.

    Args:
        start: where the lead-in begins ("*held* a cordial meeting"); the noun's start if there is none.
        determiner: ``indefinite``, ``definite``, ``demonstrative``, ``possessive``, ``plural``, ``generic`` or ``None``.
        light: the light verb ("held", "paid", "chủ trì"), if any.
        role: the role that verb gives its subject; empty if none.
        preposition: the preposition ("at", "tại"), if any.
        owner: the possessor before "'s", or the possessive pronoun.
        named: whether the possessor is no pronoun.
        modifiers: the adjectives between, in lower case, as they stand; none if nothing leads in to them.
        head: where those adjectives begin; the noun's start if there are none.

    """

    start: int
    head: int
    determiner: str | None = None
    light: str | None = None
    role: str = ""
    preposition: str | None = None
    owner: Span | None = None
    named: bool = False
    modifiers: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    """Return the pattern of a word, with its inner hyphens and apostrophes."""
    return re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?")


def noun_phrase(document: Document, span: Span) -> NounPhrase:
    """Return the noun at `span` with its lead-in, within the sentence."""
    tables = {tag: CLAUSES.table(document.lang, tag) for tag in ("determiner", "light", "preposition", "noun", "opener")}
    floor = max(document.sentence_at(span.start).start if document.sentences else 0, span.start - _REACH)
    tokens = [(m.group(), m.start(), m.end()) for m in _tokens().finditer(document.lower, floor, span.start)]
    adjectives = tables["noun"].get("adjectives_before", 0)
    phrase = NounPhrase(start=span.start, head=span.start)
    modifiers: list[tuple[str, int]] = []
    edge = span.start
    while tokens and not _gap(document, tokens[-1][2], edge):
        word, start, end = tokens[-1]
        size = 1
        if phrase.determiner is None and (found := _longest(tokens, tables["determiner"])) is not None:
            kind, size = tables["determiner"][found[0]], found[1]
            start = tokens[-size][1]
            owner = Span(start, end) if kind == "possessive" else None
            phrase = attrs.evolve(phrase, start=start, determiner=kind, owner=owner)
        elif phrase.determiner is None and word.endswith(("'s", "s'")):
            owner = Span(floor, end - (2 if word.endswith("'s") else 1))
            phrase = attrs.evolve(phrase, start=start, determiner="possessive", owner=owner, named=True)
            break
        elif (light := _longest(tokens, tables["light"])) is not None:
            phrase = _with_light(phrase, tokens, light, tables["light"])
            break
        elif (found := _longest(tokens, tables["preposition"])) is not None:
            phrase = attrs.evolve(phrase, start=tokens[-found[1]][1], preposition=found[0])
            tokens = tokens[: -found[1]]
            light = _longest(tokens, tables["light"])
            if light is not None and not _gap(document, tokens[-1][2], phrase.start):
                phrase = _with_light(phrase, tokens, light, tables["light"])
            break
        elif phrase.determiner is not None or len(modifiers) >= adjectives or word in tables["opener"]:
            break
        else:
            modifiers.append((word, start))
        edge = start
        tokens = tokens[:-size]
    return _with_modifiers(phrase, modifiers, span.start)


def _with_light(phrase: NounPhrase, tokens: list[_Token], light: tuple[str, int], table: Mapping[str, str]) -> NounPhrase:
    """Return the phrase with a light verb before it."""
    return attrs.evolve(phrase, start=tokens[-light[1]][1], light=light[0], role=table[light[0]])


def _with_modifiers(phrase: NounPhrase, modifiers: list[tuple[str, int]], noun: int) -> NounPhrase:
    """Return the phrase with its adjectives, which count only if something leads in to them."""
    if not modifiers or phrase.start == noun:
        return phrase
    return attrs.evolve(phrase, modifiers=tuple(word for word, _ in reversed(modifiers)), head=modifiers[-1][1])


def _gap(document: Document, start: int, end: int) -> bool:
    """Tell whether more than blanks, hyphens and quotation marks stands between two words."""
    return any(char not in " -\"'" for char in document.lower[start:end])


def _longest(tokens: list[_Token], table: Mapping[str, object]) -> tuple[str, int] | None:
    """Return the longest run of last words that is in `table`, and its number of words."""
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        words = " ".join(token[0] for token in tokens[-size:])
        if words in table:
            return words, size
    return None


__all__ = ["NounPhrase", "noun_phrase"]
