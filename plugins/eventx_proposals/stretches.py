"""The words and marks of stretches of text, each sentence read once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventx import Document, Span, maker, swift


@swift
@attrs.frozen(eq=False)
class Stretch:
    """The words and marks of a stretch of text, in order, and where each starts; a word begins with a letter or digit."""

    words: list[str]
    starts: list[int]

    def end(self, index: int) -> int:
        """Return where a word or mark ends."""
        return self.starts[index] + len(self.words[index])

    def part(self, first: int, last: int | None = None) -> Stretch:
        """Return some of the words and marks, by their indices."""
        return _stretch(self.words[first:last], self.starts[first:last])


_stretch = maker(Stretch)


_BACK = 1000
_AHEAD = 1500
_span = maker(Span)


def sentence_around(document: Document, offset: int) -> Span:
    """Return the sentence that holds `offset`, cut where it runs on without end, so that the work stays linear."""
    sentence = document.sentence_at(offset)
    if sentence.start >= offset - _BACK and offset <= sentence.end <= offset + _AHEAD:
        return sentence
    return _span(max(sentence.start, offset - _BACK), max(min(sentence.end, offset + _AHEAD), offset))


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    """Return the pattern of a word or a mark."""
    return re.compile(r"[^\W_]+(?:['.-][^\W_]+)*|[^\w\s]")


@lru_cache(maxsize=1)
def _plain_token() -> re.Pattern[str]:
    """Return the pattern of a word or a mark in a text without underscores, which is looked for in less time."""
    return re.compile(r"\w+(?:['.-]\w+)*|\S")


def _matched(pattern: re.Pattern[str], lower: str, start: int, end: int) -> Stretch:
    """Return the words and marks that a pattern finds."""
    found = list(pattern.finditer(lower, start, end))
    return _stretch([match.group() for match in found], [match.start() for match in found])


def _read(lower: str, start: int, end: int) -> Stretch:
    """Return the words and marks of ``lower[start:end]``."""
    if lower.find("_", start, end) >= 0:
        return _matched(_token(), lower, start, end)
    words: list[str] = []
    starts: list[int] = []
    add, add_start = words.append, starts.append
    # nearly all that stands between blanks is a word alone, or with one mark behind it: no pattern is needed for those
    for piece in lower[start:end].split(" "):
        if piece.isalnum():
            add(piece)
            add_start(start)
        elif piece:
            word, mark, stop = piece[:-1], piece[-1], start + len(piece)
            if word.isalnum() and not mark.isspace():
                words += (word, mark)
                starts += (start, stop - 1)
            else:
                found = _matched(_plain_token(), lower, start, stop)
                words += found.words
                starts += found.starts
        start += len(piece) + 1
    return _stretch(words, starts)


def _no_sentences(_document: Document) -> dict[int, Stretch]:
    """Return a place to keep the sentences that are read, by their starts."""
    return {}


def tokens(document: Document, start: int, end: int, most: int | None = None) -> Stretch:
    """Return the words and marks of ``document.lower[start:end]``, the first `most` of them; each sentence is read once."""
    sentence = document.sentence_at(start)
    lower = document.lower
    if start < sentence.start or end > sentence.end:
        return _read(lower, start, end).part(0, most)
    kept = document.cached("proposals.tokens", _no_sentences)
    read = kept.get(sentence.start)
    if read is None:
        read = kept[sentence.start] = _read(lower, sentence.start, sentence.end)
    words, starts = read.words, read.starts
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    if first and read.end(first - 1) > start:
        # the stretch begins within a word
        return _read(lower, start, end).part(0, most)
    if most is not None and first + most < last:
        last = first + most
    elif last > first and read.end(last - 1) > end:
        # it ends within one
        cut = _read(lower, starts[last - 1], end)
        return _stretch(words[first : last - 1] + cut.words, starts[first : last - 1] + cut.starts).part(0, most)
    return _stretch(words[first:last], starts[first:last])


def tokens_before(document: Document, floor: int, end: int, size: int) -> Stretch:
    """Return the words and marks of at most `size` characters before `end`, not before `floor`, cut at a blank."""
    start = max(floor, end - size)
    if start > floor:
        blank = document.lower.find(" ", start, end)
        start = blank + 1 if blank >= 0 else end
    return tokens(document, start, end)


def joined(words: Sequence[str]) -> str:
    """Return words as one string with blanks around."""
    return f" {' '.join(words)} "


def words_alone(found: Stretch) -> Stretch:
    """Return the words of a stretch without its marks."""
    words = found.words
    places = [index for index, word in enumerate(words) if word[0].isalnum()]
    return _stretch([words[index] for index in places], [found.starts[index] for index in places])


def is_capital(document: Document, start: int) -> bool:
    """Tell whether the word that starts there is written with a capital."""
    return document.text[start].isupper()
