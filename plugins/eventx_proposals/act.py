"""What the rules of both languages find: an act of proposing, with its complement and the windows of its frame."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, Self

import attrs

from eventx import Document, Hit, Lexicon, Span, maker, swift

Status = Literal["held", "planned", "cancelled", "hypothetical"]
Certainty = Literal["stated", "implied"]


class Words(frozenset[str]):
    """A list of words and phrases, a set for quick look-up.

    Attributes:
        listed: the words in order.
        padded: the same with blanks around.
        signs: the longest word of each phrase, with the padded phrases it stands for: where none of these words stands, none of
            the phrases does.

    """

    __slots__ = ("listed", "padded", "signs")

    listed: tuple[str, ...]
    padded: tuple[str, ...]
    signs: Mapping[str, Sequence[str]]

    def __new__(cls, words: Iterable[str]) -> Self:
        """Make a list of words."""
        listed = tuple(words)
        made = super().__new__(cls, listed)
        made.listed = listed
        made.padded = tuple([f" {word} " for word in listed])
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
                "for",
                "not_for",
                "wish",
                "greeting",
            }
        )
    },
)


@swift
@attrs.frozen(kw_only=True)
class Act:
    """One act of proposing.

    Args:
        start: where its words begin, adverbs included.
        end: where its words end.
        body: where what is proposed begins.
        form: how what is proposed follows.
        rule: the rule that read it.
        status: whether it was done, is to be done, or is only thought of.
        certainty: ``implied`` where no word of proposing is used.
        addressee: where the one who is asked is named.
        said_by: where, behind the words, it is told who said them.
        told_by: where, before the words, it is told who said them.
        shared: whether it shares its subject with the act before it in the sentence.
        quoted: whether its subject is "I" or "we", so that the speaker is told behind it.
        strong: whether its words need but one word of politics near them.

    """

    start: int
    end: int
    body: int
    form: str
    rule: str
    status: Status = "held"
    certainty: Certainty = "stated"
    addressee: Span | None = None
    said_by: Span | None = None
    told_by: Span | None = None
    shared: bool = False
    strong: bool = True
    quoted: bool = False


@swift
@attrs.frozen(eq=False)
class Politics:
    """Where the words of politics, and those of other matters, stand in a document."""

    context: tuple[int, ...]
    other: tuple[int, ...]

    def allows(self, span: Span, *, strong: bool) -> bool:
        """Tell whether an act in the sentence `span` is one of politics; `strong` acts need less."""
        near = _within(self.context, span)
        against = _within(self.other, span)
        if against > near or len(self.other) > len(self.context):
            return False
        if strong:
            return near >= 1 or len(self.context) >= 3
        return near >= 2 or len(self.context) >= 3


def _within(offsets: Sequence[int], span: Span) -> int:
    """Return how many offsets lie in a span."""
    return bisect_left(offsets, span.end) - bisect_left(offsets, span.start)


def politics(hits: Sequence[Hit]) -> Politics:
    """Return where words of politics stand."""
    return Politics(
        tuple([hit.start for hit in hits if hit.entry.tag == "context"]),
        tuple([hit.start for hit in hits if hit.entry.tag == "other"]),
    )


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
