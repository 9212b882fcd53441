"""The words around a trigger, as the rules look at them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

import attrs

from eventx import Document, Span, language_data

_RUN = 4


@attrs.frozen
class Word:
    """A word of the text: as written, in lower case, and where it stands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=1)
def word_pattern() -> re.Pattern[str]:
    """Return the pattern of a word, with its inner hyphens and apostrophes."""
    return re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words_in(document: Document, span: Span, limit: int, marks: str = ',;:.!?()"“”\n') -> Iterator[Word]:
    """Yield the first words of a stretch, up to the first of `marks`."""
    end = span.start
    for number, match in enumerate(word_pattern().finditer(document.text, span.start, span.end)):
        if number >= limit or any(char in marks for char in document.text[end : match.start()]):
            return
        yield Word(match.group(), document.lower[match.start() : match.end()], match.start(), match.end())
        end = match.end()


def run_in(words: list[Word], index: int, table: Container[str], longest: int = _RUN) -> int:
    """Return how many words from `index` on are, together, in `table`; the longest run, 0 if none."""
    for size in range(min(longest, len(words) - index), 0, -1):
        if " ".join(word.low for word in words[index : index + size]) in table:
            return size
    return 0


def first_in(words: list[Word], table: Container[str]) -> int:
    """Return the index of the first word that begins a run in `table`, or -1."""
    return next((index for index in range(len(words)) if run_in(words, index, table)), -1)


def is_calendar(document: Document, word: Word) -> bool:
    """Tell whether the word names a month or a weekday."""
    data = language_data(document.lang)
    return word.low in data.months or word.low in data.weekdays


def is_name(document: Document, word: Word) -> bool:
    """Tell whether the word is capitalised and names no month or weekday."""
    return word.capital and not is_calendar(document, word)


def is_title_case(document: Document, offset: int) -> bool:
    """Tell whether the sentence at `offset` is a headline in which all words are capitalised, so that capitals say nothing."""
    sentence = document.sentence_at(offset)
    if document.text[sentence.end - 1 : sentence.end] == ".":
        return False
    long = [word for word in document.text[sentence.start : sentence.end].split()[:20] if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
