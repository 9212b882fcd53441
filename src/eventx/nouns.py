"""What leads in to a noun that tells of an event: determiner, light verb, preposition, possessor, adjectives.

`lead_ins` has the words.
"""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from eventx.clauses import clause_before
from eventx.comparing import by_value
from eventx.document import Document
from eventx.lead_ins import EDITION, Token, table_of, tables_of
from eventx.model import Span
from eventx.records import maker, swift

_REACH = 110
_BACK = 80
_PLACE = 60
"""How far before a noun a light verb stands that tells first where."""
_MARKS = ",;:.()"
_WHEN = 6
"""How many words before a noun a light verb is looked for that tells first when."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
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


_phrase = maker(NounPhrase)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """Return the pattern of a word, with its inner hyphens and apostrophes."""
    return re.compile(r"[^\W_]+(?:(?:['-]|\+(?=\d))[^\W_]+)*'?")


def _tokens(document: Document, start: int, end: int) -> list[Token]:
    """Return the words of a stretch, in lower case, and where they stand."""
    return [(match.group(), *match.span()) for match in _words().finditer(document.lower, start, end)]


class _Walk:
    """The walk from a noun to the left, over its adjectives to what leads in to them."""

    def __init__(self, document: Document, span: Span) -> None:
        self.document = document
        self.tables = tables_of(document.lang)
        self.floor = max(document.sentence_at(span.start).start, span.start - _REACH)
        self.start = self.head = self.noun = self.cut = span.start
        self.tokens: list[Token] = []
        self.determiner: str | None = None
        self.owner: Span | None = None
        self.named = False
        self.light: str | None = None
        self.role = ""
        self.preposition: str | None = None
        self.modifiers: list[tuple[str, int]] = []

    def phrase(self) -> NounPhrase:
        """Return the noun phrase that was walked over."""
        self._light_before_place()
        tables, edge = self.tables, self.start
        while self.light is None and self._adjoins(edge):
            word, edge, _ = self.tokens[-1]
            leads = tables.leading.get(word, 0) or word.endswith(tables.possessing)
            if leads > len(self.tokens):
                self._look_back(leads)
            if not (leads and (self._determiner() or self._possessor() or self._light() or self._preposition())):
                if self.determiner or len(self.modifiers) >= tables.adjectives or word in tables.opener:
                    break
                self.modifiers.append((word, edge))
                self.tokens.pop()
            elif self.named or self.light or self.preposition:
                break
            else:
                edge = self.start
        # adjectives count only if something leads in to them
        modifiers = self.modifiers if self.start < self.noun else []
        return _phrase(
            start=self.start,
            head=modifiers[-1][1] if modifiers else self.noun,
            determiner=self.determiner,
            light=self.light,
            role=self.role,
            preposition=self.preposition,
            owner=self.owner,
            named=self.named,
            modifiers=tuple([word for word, _ in reversed(modifiers)]),
        )

    def _look_back(self, count: int) -> None:
        """Have so many words at hand, if there are as many: most walks are short."""
        lower, floor, cut, tokens = self.document.lower, self.floor, self.cut, self.tokens
        while len(tokens) < count and cut > floor:
            # no word has a blank within
            start = lower.rfind(" ", floor, cut) + 1 or floor
            part = lower[start:cut]
            if part.isalnum():
                tokens.insert(0, (part, start, cut))
            elif part:
                tokens[:0] = _tokens(self.document, start, cut)
            cut = start - 1
        self.cut = cut

    def _adjoins(self, edge: int) -> bool:
        """Tell whether nothing but blanks, hyphens, quotation marks or a short name's brackets stands up to `edge`."""
        if not self.tokens:
            self._look_back(1)
            if not self.tokens:
                return False
        word, start, end = self.tokens[-1]
        gap = self.document.lower[end:edge]
        if gap == " " or (gap == ". " and word in self.tables.months):  # at a Jan. 29 meeting
            return True
        text = self.document.text
        if gap == ") ":
            # the short name of a series: "Africa Down Under (ADU) conference"
            return text[start - 1] == "(" and text[start:end].isupper()
        return gap == " (" if text[edge - 1] == "(" and self.modifiers else not gap.strip(" -\"'")

    def _take(self, size: int) -> None:
        """Move the start of the phrase over the last tokens."""
        self.start = self.tokens[-size][1]
        del self.tokens[-size:]

    def _determiner(self) -> bool:
        """Take a determiner, if it is next and the first, and tell whether it is."""
        found = None if self.determiner else self.tables.determiner.ending(self.tokens)
        if found is None or self._counts_behind_article(found[0]):
            return False
        self.determiner = self.tables.determiner.entries[found[0]]
        if self.determiner == "possessive":
            self.owner = Span(self.tokens[-1][1], self.tokens[-1][2])
        self._take(found[1])
        return True

    def _counts_behind_article(self, word: str) -> bool:
        """Tell whether a word that may stand for an article is a number behind one: "a *one* day visit", "the 18th *regular*"."""
        if self.tables.determiner.entries[word] == "generic":
            self._look_back(2)
            before = self.tokens[-2][0] if len(self.tokens) > 1 else ""
            return (before[:1].isdigit() and not before.isdigit()) or before in self.tables.ordinals
        if word not in self.tables.numerals:
            return False
        self._look_back(2)
        return len(self.tokens) > 1 and self.tokens[-2][0] in self.tables.determiner.entries

    def _possessor(self) -> bool:
        """Take a possessor ("the Chairman's"), if it is next, and tell whether it is."""
        word, _, end = self.tokens[-1]
        if self.determiner or not word.endswith(self.tables.possessing):
            return False
        if word[:-2] in self.tables.time:
            # "today's visit by X": the day, not who possesses it
            self.determiner = "definite"
            self._take(1)
            return True
        self.determiner, self.named = "possessive", True
        stop = end - (2 if word.endswith(self.tables.possessives) else 1)
        self._take(1)
        self.owner = Span(self._attended_before(stop) or self.floor, stop)
        return True

    # *attended* President X's inauguration · *joined* the Prime Minister of Peru's dinner
    def _attended_before(self, end: int) -> int:
        """Take the verb by which somebody goes to what a possessor in capitals has, and return where it ends; 0 if none does."""
        text, articles, links = self.document.text, self.tables.determiner.entries, self.tables.preposition.entries
        if not text[self.start].isupper():
            return 0
        tokens = _tokens(self.document, max(self.floor, end - _BACK), end)
        while tokens and (text[tokens[-1][1]].isupper() or tokens[-1][0] in articles or tokens[-1][0] in links):
            del tokens[-1]
        found = self.tables.light.ending(tokens)
        attends = found is not None and self.tables.light.entries[found[0]] == "participant"
        if found is None or not attends or any(mark in text[tokens[-1][2] : end] for mark in _MARKS):
            return 0
        self.light, self.role, self.start = found[0], "participant", tokens[-found[1]][1]
        return tokens[-1][2]

    def _light(self) -> bool:
        """Take a light verb ("held", "chủ trì"), if it is next, and tell whether it is."""
        light = self.tables.light
        found = light.ending(self.tokens)
        if found is None and self.determiner and self.tokens[-1][0] in self.tables.time:
            # "concluded *today* a two-day visit", "concluded *on Thursday* their visit"
            self._look_back(_WHEN)
            size = 1 + (len(self.tokens) > 1 and self.tokens[-2][0] in self.tables.preposition.entries)
            found = light.ending(self.tokens[:-size])
            if found is not None:
                self._take(size)
        if found is None:
            return False
        self.light, self.role = found[0], light.entries[found[0]]
        self._take(found[1])
        return True

    def _light_before_place(self) -> None:
        """Take a light verb that tells first where: *tổ chức tại Hà Nội* Hội thảo, will *host in Lima* a summit."""
        text, start = self.document.text, self.start
        last = self.document.lower.rfind(" ", self.floor, max(start - 1, self.floor)) + 1
        if not last or text[start - 1] != " " or not text[last].isupper():
            return  # nearly always
        tokens = _tokens(self.document, max(self.floor, start - _PLACE), start)
        while tokens and text[tokens[-1][1]].isupper():
            del tokens[-1]
        if not tokens or tokens[-1][0] not in self.tables.where:
            return
        found = self.tables.light.ending(tokens[:-1])
        if found is not None and not any(mark in text[tokens[-2][1] : start] for mark in _MARKS):
            self.light, self.role = found[0], self.tables.light.entries[found[0]]
            self.start = tokens[-1 - found[1]][1]

    def _edition(self) -> bool:
        """Take "the 21st edition of", which only tells which of a series it is, if it is next, and tell whether it is."""
        editions = self.tables.edition
        if len(self.tokens) < 3 or self.tokens[-2][0] not in editions or editions[self.tokens[-2][0]] != self.tokens[-1][0]:
            return False
        size = 2
        articles = self.tables.determiner.entries
        while size < min(len(self.tokens), EDITION) and self.tokens[-size][0] not in articles:
            size += 1
        if self.tokens[-size][0] not in articles:
            return False
        self._take(size)
        return True

    def _preposition(self) -> bool:
        """Take a preposition ("at", "tại"), if it is next, and tell whether it is."""
        found = self.tables.preposition.ending(self.tokens)
        if found is None:
            return False
        if found[1] == 1 and self._edition():
            return True
        self.preposition = found[0]
        self._take(found[1])
        return True


def noun_phrase(document: Document, span: Span) -> NounPhrase:
    """Return the noun at `span` with its lead-in, within the sentence.

    Args:
        document: the document.
        span: the noun, without its article and adjectives.

    """
    return _Walk(document, span).phrase()


def light_role_before(document: Document, offset: int) -> str | None:
    """Return the role that the last light verb before `offset` in its clause gives its subject ("will *host* A and B").

    Args:
        document: the document.
        offset: where the noun begins that the verb governs.

    Returns:
        The role; None if no such verb stands there.

    """
    table = table_of(document.lang, "light")
    start = max(clause_before(document, offset).start, offset - _BACK)
    tokens = _tokens(document, start, offset)
    while tokens:
        found = table.ending(tokens)
        if found is not None and table.entries[found[0]]:
            return table.entries[found[0]]
        tokens.pop()
    return None
