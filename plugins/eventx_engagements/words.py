"""The words around a trigger, as the rules look at them; each sentence is cut into words once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple

import attrs

from eventx import Document, Lexicon, Span, clause_after, clause_before, language_data, swift

MARKS = ',;:.!?()"“”\n'
NO_MARKS = ""
_MOST = 20
_FARTHEST = 1000


class Word(NamedTuple):
    """A word of the text: as written, in lower case, and where it stands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@swift
@attrs.frozen(eq=False)
class Phrases:
    """A table of words and phrases, ready to be looked for: how many words the longest entry with a given first word has."""

    table: Mapping[str, Any]
    longest: Mapping[str, int]

    def run(self, words: Sequence[Word], index: int) -> int:
        """Return how many words from `index` on are, together, an entry; the longest run, 0 if none."""
        longest = self.longest.get(words[index].low)
        if longest is None:
            return 0
        for size in range(min(longest, len(words) - index), 0, -1):
            if " ".join([word.low for word in words[index : index + size]]) in self.table:
                return size
        return 0

    def first(self, words: Sequence[Word]) -> int:
        """Return the index of the first word that begins an entry, or -1."""
        longest = self.longest
        for index, word in enumerate(words):
            if word.low in longest and self.run(words, index):
                return index
        return -1

    def value(self, words: Sequence[Word], index: int) -> Any:
        """Return the value of the longest entry that begins at `index`; ``None`` if none does."""
        size = self.run(words, index)
        return self.table[" ".join([word.low for word in words[index : index + size]])] if size else None


@swift
@attrs.frozen(eq=False)
class Grammar:
    """The tables of one language: as phrases, by tag; and the names of months and weekdays."""

    tables: Mapping[str, Phrases]
    calendar: frozenset[str]
    behind: bool

    def __getitem__(self, tag: str) -> Phrases:
        """Return one table."""
        return self.tables[tag]


@lru_cache(maxsize=16)
def grammar(lexicon: Lexicon, code: str) -> Grammar:
    """Return the tables of a language."""
    tables = {}
    for tag in lexicon.tables:
        table = lexicon.table(code, tag)
        longest: dict[str, int] = {}
        for surface in table:
            parts = surface.split()
            longest[parts[0] if parts else ""] = max(longest.get(parts[0] if parts else "", 0), len(parts))
        tables[tag] = Phrases(table, longest)
    data = language_data(code)
    return Grammar(tables, frozenset({*data.months, *data.weekdays}), behind=bool(lexicon.table(code, "behind")))


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word, with its inner hyphens and apostrophes."""
    return re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class _Sentences:
    """The words of a document's sentences, cut when first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._cut: dict[int, tuple[list[Word], list[int]]] = {}

    def at(self, offset: int) -> tuple[list[Word], list[int]]:
        """Return the words of the sentence at `offset`, and where they start."""
        document = self._document
        span = document.sentence_at(offset)
        found = self._cut.get(span.start)
        if found is None:
            found = self._cut[span.start] = _cut(document, span)
        return found


def _cut(document: Document, span: Span) -> tuple[list[Word], list[int]]:
    """Return the words of a sentence, and where they start."""
    spans = list(map(re.Match.span, _word_pattern().finditer(document.text, span.start, span.end)))
    if not spans:
        return [], []
    starts, ends = zip(*spans, strict=True)
    slices = list(map(slice, starts, ends))
    texts, lows = map(document.text.__getitem__, slices), map(document.lower.__getitem__, slices)
    # as passes over all words at once; tuple.__new__ makes a named tuple at a third of the cost of its own constructor
    return list(map(tuple.__new__, repeat(Word), zip(texts, lows, starts, ends, strict=True))), list(starts)


@lru_cache(maxsize=32)
def _any_of(marks: str) -> re.Pattern[str]:
    """Return the pattern of one of some marks."""
    # the stop in 100.000 ends nothing
    return re.compile(rf"(?:(?<!\d)|(?!.\d))[{re.escape(marks)}]")


@attrs.define(eq=False)
class Look:
    """A document and the tables of its language, as the rules look at them."""

    document: Document
    grammar: Grammar
    _after: dict[int, list[Word]] = attrs.field(factory=dict, init=False)
    _sentences: _Sentences = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Prepare the cutting of sentences."""
        self._sentences = _Sentences(self.document)

    def words(self, start: int, end: int, limit: int, marks: str = MARKS) -> list[Word]:
        """Return the first words between two offsets of one sentence, up to the first of `marks`."""
        document = self.document
        if start >= end:
            return []
        words, starts = self._sentences.at(start)
        low = bisect_left(starts, start)
        high = min(bisect_left(starts, end, low), low + limit)
        # a mark behind the last word wanted changes nothing, and looking for it in a long sentence would cost much
        mark = _any_of(marks).search(document.text, start, starts[high - 1]) if marks and high > low else None
        return words[low : bisect_left(starts, mark.start(), low, high) if mark else high]

    def after(self, span: Span, limit: int, reach: int = _FARTHEST, marks: str = MARKS) -> list[Word]:
        """Return the first words after `span` in its clause; the usual stretch is cut once."""
        if marks is MARKS and limit <= _MOST and reach >= _FARTHEST:
            found = self._after.get(span.end)
            if found is None:
                window = clause_after(self.document, span.end)
                found = self._after[span.end] = self.words(window.start, window.end, _MOST, marks)
            return found[:limit]
        window = clause_after(self.document, span.end)
        return self.words(window.start, min(window.end, window.start + reach), limit, marks)

    def before(self, offset: int, reach: int, marks: str = NO_MARKS) -> list[Word]:
        """Return the words of the clause before `offset`, from `reach` code points back on."""
        window = clause_before(self.document, offset)
        return self.words(max(window.start, window.end - reach), window.end, 100, marks)

    def is_calendar(self, word: Word) -> bool:
        """Tell whether the word names a month or a weekday."""
        return word.low in self.grammar.calendar

    def is_name(self, word: Word) -> bool:
        """Tell whether the word is capitalised and names no month or weekday."""
        return word.capital and word.low not in self.grammar.calendar

    def has_name(self, words: Sequence[Word]) -> bool:
        """Tell whether one of the words is capitalised and names no month or weekday."""
        return any(word.capital and word.low not in self.grammar.calendar for word in words)


def is_title_case(document: Document, offset: int) -> bool:
    """Tell whether the sentence at `offset` is a headline in which all words are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    if document.text[sentence.end - 1 : sentence.end] == ".":
        return False
    long = [word for word in document.text[sentence.start : sentence.end].split()[:20] if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


__all__ = ["MARKS", "NO_MARKS", "Grammar", "Look", "Phrases", "Word", "grammar", "is_title_case"]
