"""The words around a trigger, as the rules look at them; a text is cut into words only where they look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, Final

import attrs

from eventx import Document, Lexicon, Span, clause_after, clause_before, language_data, swift

MARKS = ',;:.!?()"“”\n'
NO_MARKS = ""
LISTED = ";:.!?"
"""Marks that end what may be a list: commas and brackets do not."""
_PARTING = ',.;:"()/|\n'
"""Marks that stand before, behind or between words and in none; in lower case all quotes are straight, and blanks plain."""
_MOST = 20
_FARTHEST = 1000
_OFTEN = 12
"""A sentence of which more stretches are asked for than these is cut whole."""


Word = tuple[str, int]
"""A word of the text: in lower case, and where it starts; a tuple and no more, as there are so many of them."""
LOW: Final = 0
START: Final = 1
_start = itemgetter(START)


def end_of(word: Word) -> int:
    """Return where a word ends."""
    low, start = word
    return start + len(low)


@swift
@attrs.frozen(eq=False, repr=False)
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


def _cut(text: str, parted: str, start: int, end: int, limit: int) -> list[Word]:
    """Return the first words of a stretch of whole words; `parted` is the text in lower case as `_parted` makes it."""
    words: list[Word] = []
    # some of what stands between blanks is no word; what is left behind so many pieces is cut only where words are wanting
    for low in parted[start:end].split(" ", 2 * limit):
        # most of it is one word, and needs no pattern
        if low.isalnum():
            words.append((low, start))
        elif len(low) > 1 and len(words) < limit:  # mostly a dash
            words += islice(_within(text, low, start), limit)
        start += len(low) + 1
    del words[limit:]
    return words


def _within(text: str, low: str, start: int) -> Iterator[Word]:
    """Yield the words in what stands between two blanks: with marks around or within, or none at all."""
    # in lower case all dashes and quotes are straight
    for match in _word_pattern().finditer(text, start, start + len(low)):
        yield low[match.start() - start : match.end() - start], match.start()


@lru_cache(maxsize=32)
def _any_of(marks: str) -> re.Pattern[str]:
    """Return the pattern of one of some marks."""
    # the stop in 100.000 ends nothing; what is looked for first is the mark, so that the text before it is passed over quickly
    # a line end between two numbers ends a name or a list, but no clause; nor does the stop of an initial: U.S. aid, W. Bush
    flags = re.DOTALL if marks == MARKS else re.NOFLAG
    return re.compile(rf"[{re.escape(marks)}](?:(?<!\d.)|(?!\d))(?<!\b[A-Z]\.)", flags)


# met on Monday (13) with X · on Tuesday (14/5) · today (October 22)
@lru_cache(maxsize=1)
def day_in_brackets() -> re.Pattern[str]:
    """Return the pattern of a day in brackets, which ends no clause."""
    return re.compile(r"\((?:\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{4})?)?|(?:\d{1,2} )?([A-Z][a-z]{2,8})(?: \d{1,2})?)\)")


@attrs.define(eq=False, repr=False)
class Look:
    """A document and the tables of its language, as the rules look at them."""

    document: Document
    grammar: Grammar
    kept: bool = attrs.field(default=False, init=False)
    """Whether a reception was told that was given for a day that is kept."""
    travelled: bool = attrs.field(default=False, init=False)
    """Whether a visit was told."""
    told: int = attrs.field(default=-1, init=False)
    """Where the last event was told."""
    met: str = attrs.field(default="", init=False)
    """The words of the last meeting that a noun told."""
    _after: dict[int, list[Word]] = attrs.field(factory=dict, init=False)
    _before: dict[tuple[int, int, str], list[Word]] = attrs.field(factory=dict, init=False)
    _parted: str = attrs.field(default="", init=False)
    _at: Span = attrs.field(default=Span(0, 0), init=False)
    _asked: int = attrs.field(default=0, init=False)
    _all: list[Word] = attrs.field(factory=list, init=False)

    def words(self, start: int, end: int, limit: int, marks: str = MARKS) -> list[Word]:
        """Return the first words that begin between two offsets of one sentence, up to the first of `marks`."""
        document, at = self.document, self._at
        # most questions are about one sentence
        if not at.start <= start < at.end:
            at = self._at = document.sentence_at(start)
            start, self._asked = max(start, at.start), 0
            if not self._parted:
                self._parted = _parted(document.lower)
        end = min(end, at.end)
        if start >= end:
            return []
        parted, text = self._parted, document.text
        found = _any_of(marks).search(text, start, end) if marks else None
        day = day_in_brackets().match(text, found.start(), end) if found is not None and found[0] == "(" else None
        if day is not None and (day[1] is None or day[1].lower() in self.grammar.calendar):
            found = _any_of(marks).search(text, day.end(), end)
        self._asked += 1
        if self._asked > _OFTEN:
            return self._words_of_all(start, end if found is None else found.start(), limit)
        # a word that begins before the end is taken whole
        stop = parted.find(" ", end, at.end) if found is None else found.start()
        if stop < 0:
            stop = at.end
        if start > at.start and parted[start] != " " != parted[start - 1]:
            return self._words_within(start, end, stop, limit)
        words = _cut(text, parted, start, stop, limit)
        while words and words[-1][START] >= end:
            words.pop()
        return words

    def _words_of_all(self, start: int, end: int, limit: int) -> list[Word]:
        """Return the first words that begin between two offsets of a sentence that is asked for so often that it is cut whole."""
        if self._asked == _OFTEN + 1:
            at = self._at
            self._all = _cut(self.document.text, self._parted, at.start, at.end, at.end - at.start)
        low = bisect_left(self._all, start, key=_start)
        high = bisect_left(self._all, end, low, min(low + limit, len(self._all)), key=_start)
        return self._all[low:high]

    def _words_within(self, start: int, end: int, stop: int, limit: int) -> list[Word]:
        """Return the words between two offsets of which the first stands within what is mostly a word, and so none."""
        first = max(self._parted.rfind(" ", 0, start) + 1, self._at.start)
        words = _cut(self.document.text, self._parted, first, stop, limit + start - first)
        return [word for word in words if start <= word[START] < end][:limit]

    def after(self, span: Span, limit: int, reach: int = _FARTHEST, marks: str = MARKS) -> list[Word]:
        """Return the first words after `span` in its clause; the usual stretch is cut once."""
        if marks is MARKS and reach >= _FARTHEST:
            found = self._after.get(span.end)
            if found is None:
                window = clause_after(self.document, span.end)
                found = self._after[span.end] = self.words(window.start, window.end, _MOST, marks)
            # fewer than were looked for are all there are
            if limit <= _MOST or len(found) < _MOST:
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

    def may_say_when(self, start: int, end: int) -> bool:
        """Tell whether what `has_when` looks for may stand between two offsets: if not, no words need be cut there."""
        words = self.document.match[start:end].split()
        opens = not self.grammar["when"].heads.isdisjoint(words) or not self.grammar.calendar.isdisjoint(words)
        return opens or not "".join(words).isalpha()

    def has_name(self, words: Sequence[Word]) -> bool:
        """Tell whether one of the words is capitalised and names no month or weekday."""
        text, calendar = self.document.text, self.grammar.calendar
        for low, start in words:  # noqa: SIM110 - written out, as it is asked for very often
            if text[start].isupper() and low not in calendar:
                return True
        return False


__all__ = ["LOW", "MARKS", "NO_MARKS", "START", "Grammar", "Look", "Phrases", "Word", "end_of", "grammar"]
