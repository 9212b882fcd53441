"""The words around a trigger, as the rules look at them; each sentence is cut into words once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import attrs

from eventx import Document, Lexicon, Span, clause_after, clause_before, language_data, swift

MARKS = ',;:.!?()"“”\n'
NO_MARKS = ""
_PARTING = ',.;:"()/|\n'
"""Marks that stand before, behind or between words and in none; in lower case all quotes are straight, and blanks plain."""
_MOST = 20
_FARTHEST = 1000


Word = tuple[str, int]
"""A word of the text: in lower case, and where it starts; a tuple and no more, as there are so many of them."""
LOW: Final = 0
START: Final = 1


def end_of(word: Word) -> int:
    """Return where a word ends."""
    low, start = word
    return start + len(low)


@swift
@attrs.frozen(eq=False)
class Phrases:
    """A table of words and phrases, ready to be looked for: how many words the longest entry with a given first word has."""

    table: Mapping[str, Any]
    longest: Mapping[str, int]
    heads: frozenset[str]
    """What the first words are up to a hyphen, as the form of a text is cut in which lexicons are matched."""

    def run(self, words: Sequence[Word], index: int) -> int:
        """Return how many words from `index` on are, together, an entry; the longest run, 0 if none."""
        longest = self.longest.get(words[index][LOW])
        if longest is None:
            return 0
        if longest == 1:
            return 1
        for size in range(min(longest, len(words) - index), 1, -1):
            if " ".join([word[LOW] for word in words[index : index + size]]) in self.table:
                return size
        return 1 if words[index][LOW] in self.table else 0

    def first(self, words: Sequence[Word]) -> int:
        """Return the index of the first word that begins an entry, or -1."""
        longest = self.longest
        for index, (low, _) in enumerate(words):
            if low in longest and self.run(words, index):
                return index
        return -1

    def may_stand(self, lower: str, start: int, end: int) -> bool:
        """Tell whether an entry may stand between two offsets of a text in lower case: whether its first word does."""
        start = max(start, 0)
        for first in self.longest:  # noqa: SIM110 - written out, as it is asked for very often
            if lower.find(first, start, end) >= 0:
                return True
        return False

    def value(self, words: Sequence[Word], index: int) -> Any:
        """Return the value of the longest entry that begins at `index`; ``None`` if none does."""
        size = self.run(words, index)
        if size == 1:
            return self.table[words[index][LOW]]
        return self.table[" ".join([word[LOW] for word in words[index : index + size]])] if size else None


class Grammar(dict[str, Phrases]):
    """The tables of one language, as phrases, by tag; and the names of months and weekdays."""

    __slots__ = ("behind", "calendar")

    def __init__(self, tables: Mapping[str, Phrases], calendar: frozenset[str], *, behind: bool) -> None:
        super().__init__(tables)
        self.calendar = calendar
        self.behind = behind


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
        tables[tag] = Phrases(table, longest, frozenset(first.split("-")[0] for first in longest))
    data = language_data(code)
    return Grammar(tables, frozenset({*data.months, *data.weekdays}), behind=bool(lexicon.table(code, "behind")))


@lru_cache(maxsize=1)
def _word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word, with its inner hyphens and apostrophes."""
    return re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _parted(lower: str) -> str:
    """Return a text in lower case with a blank for each of the marks that part most words from each other; same length."""
    for mark in _PARTING:
        lower = lower.replace(mark, " ")
    return lower


def _cut(text: str, span: Span, parted: str) -> tuple[list[Word], list[int]]:
    """Return the words of a sentence, and where they start; `parted` is the text in lower case as `_parted` makes it."""
    words: list[Word] = []
    starts: list[int] = []
    start = span.start
    for low in parted[start : span.end].split(" "):
        # most of what stands between blanks is one word, and needs no pattern
        if low.isalnum():
            words.append((low, start))
            starts.append(start)
        elif len(low) > 1:  # mostly a dash
            for word in _within(text, low, start):
                words.append(word)
                starts.append(word[START])
        start += len(low) + 1
    return words, starts


def _within(text: str, low: str, start: int) -> Iterator[Word]:
    """Yield the words in what stands between two blanks: with marks around or within, or none at all."""
    # in lower case all dashes and quotes are straight
    for match in _word_pattern().finditer(text, start, start + len(low)):
        yield low[match.start() - start : match.end() - start], match.start()


@lru_cache(maxsize=32)
def _any_of(marks: str) -> re.Pattern[str]:
    """Return the pattern of one of some marks."""
    # the stop in 100.000 ends nothing; what is looked for first is the mark, so that the text before it is passed over quickly
    # a line end between two numbers ends a name or a list, but no clause
    flags = re.DOTALL if marks == MARKS else re.NOFLAG
    return re.compile(rf"[{re.escape(marks)}](?:(?<!\d.)|(?!\d))", flags)


@attrs.define(eq=False)
class Look:
    """A document and the tables of its language, as the rules look at them."""

    document: Document
    grammar: Grammar
    kept: bool = attrs.field(default=False, init=False)
    """Whether a reception was told that was given for a day that is kept."""
    travelled: bool = attrs.field(default=False, init=False)
    """Whether a visit was told."""
    _after: dict[int, list[Word]] = attrs.field(factory=dict, init=False)
    _before: dict[tuple[int, int, str], list[Word]] = attrs.field(factory=dict, init=False)
    _cut: dict[int, tuple[list[Word], list[int]]] = attrs.field(factory=dict, init=False)
    _parted: str = attrs.field(default="", init=False)
    _at: Span = attrs.field(default=Span(0, 0), init=False)
    _words: list[Word] = attrs.field(factory=list, init=False)
    _starts: list[int] = attrs.field(factory=list, init=False)

    def _enter(self, offset: int) -> None:
        """Make the words of the sentence at `offset` those at hand; each sentence is cut once."""
        document = self.document
        span = document.sentence_at(offset)
        found = self._cut.get(span.start)
        if found is None:
            if not self._parted:
                self._parted = _parted(document.lower)
            found = self._cut[span.start] = _cut(document.text, span, self._parted)
        self._at, (self._words, self._starts) = span, found

    def words(self, start: int, end: int, limit: int, marks: str = MARKS) -> list[Word]:
        """Return the first words between two offsets of one sentence, up to the first of `marks`."""
        if start >= end:
            return []
        # most questions are about one sentence
        at = self._at
        if not at.start <= start < at.end:
            self._enter(start)
        starts = self._starts
        low = bisect_left(starts, start)
        high = min(bisect_left(starts, end, low), low + limit)
        if high <= low:
            return []
        if marks:
            # a mark behind the last word wanted changes nothing, and looking for it in a long sentence would cost much;
            # that word's first letter is looked at, too, as it may be a digit behind the stop in 100.000
            found = _any_of(marks).search(self.document.text, start, starts[high - 1] + 1)
            if found is not None:
                high = bisect_left(starts, found.start(), low, high)
        return self._words[low:high]

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
        """Return the words of the clause before `offset`, from `reach` code points back on; not to be altered."""
        found = self._before.get((offset, reach, marks))
        if found is None:
            window = clause_before(self.document, offset)
            found = self.words(max(window.start, window.end - reach), window.end, 100, marks)
            self._before[offset, reach, marks] = found
        return found

    def may_stand_before(self, offset: int, *phrases: Phrases) -> bool:
        """Tell whether a word that begins an entry stands in the sentence before `offset`; if none, its clause says nothing."""
        document = self.document
        words = document.match[document.sentence_at(offset).start : offset].split()
        for one in phrases:  # noqa: SIM110 - written out, as it is asked for very often
            if not one.heads.isdisjoint(words):
                return True
        return False

    def is_calendar(self, word: Word) -> bool:
        """Tell whether the word names a month or a weekday."""
        return word[LOW] in self.grammar.calendar

    def is_capital(self, word: Word) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.document.text[word[START]].isupper()

    def is_name(self, word: Word) -> bool:
        """Tell whether the word is capitalised and names no month or weekday."""
        return self.document.text[word[START]].isupper() and word[LOW] not in self.grammar.calendar

    def has_when(self, words: Sequence[Word]) -> bool:
        """Tell whether the words have a date: a number, a month, a weekday or a word such as "yesterday"."""
        calendar, when = self.grammar.calendar, self.grammar["when"]
        for index, (low, _) in enumerate(words):
            if low[0].isdigit() or low in calendar or (low in when.longest and when.run(words, index)):
                return True
        return False

    def has_name(self, words: Sequence[Word]) -> bool:
        """Tell whether one of the words is capitalised and names no month or weekday."""
        text, calendar = self.document.text, self.grammar.calendar
        for low, start in words:  # noqa: SIM110 - written out, as it is asked for very often
            if text[start].isupper() and low not in calendar:
                return True
        return False


def is_title_case(document: Document, offset: int) -> bool:
    """Tell whether the sentence at `offset` is a headline in which all words are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    if document.text[sentence.end - 1 : sentence.end] == ".":
        return False
    long = [word for word in document.text[sentence.start : sentence.end].split()[:20] if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


__all__ = ["LOW", "MARKS", "NO_MARKS", "START", "Grammar", "Look", "Phrases", "Word", "end_of", "grammar", "is_title_case"]
