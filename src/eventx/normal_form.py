"""The form of a text that rules read, and the way back from its offsets to those of the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

from eventx.line_breaks import Edit, broken_lines
from eventx.model import Span
from eventx.records import maker

_span = maker(Span)
_REPLACEMENT = "\ufffd"
_UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Characters that nobody sees: where a word may be broken, which way it is written, of what order the bytes are."""
_BLANKS = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces of other widths, and those that do not break."""
_PARTING = frozenset(("", "\n", "|", "•", "*", "#"))
"""What parts words by itself, however many blanks stand before it."""
_FEW = 3
"""More blanks than these part columns, not words."""


@lru_cache(maxsize=1)
def surrogates() -> re.Pattern[str]:
    """Return the pattern of halves of surrogate pairs."""
    return re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    """Return the pattern of what is no single space between words."""
    return re.compile(f"[ {_BLANKS}{_UNSEEN}]{{2,}}|[{_BLANKS}{_UNSEEN}]")


@attrs.frozen(eq=False, repr=False)
class OffsetMap:
    """The way back from offsets in a normalised text to offsets in the text as given.

    The normalised text is cut to stretches that stand so in the text before, and to what stands instead of others; as few do,
    the map of a long text is small.

    Args:
        at: where each stretch starts in the normalised text.
        starts: where each starts in the text before.
        ends: where each ends there that another stands for; -1 for one that stands so.
        before: the map from that text to the one as given, if they are not the same.

    """

    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: OffsetMap | None = None

    def span(self, span: Span) -> Span:
        """Return the span of the original text that `span` of the normalised text was read from."""
        at, starts, ends = self.at, self.starts, self.ends
        index = bisect_right(at, span.start) - 1
        if ends[index] < 0 and (index + 1 == len(at) or span.end <= at[index + 1]):
            # nearly always: within a stretch that stands so
            shift = starts[index] - at[index]
            there = _span(span.start + shift, span.end + shift) if shift else span
        else:
            start = self._place(span.start)[0]
            there = _span(start, self._place(span.end - 1)[1] if span.end > span.start else start)
        return there if self.before is None else self.before.span(there)

    def _place(self, offset: int) -> tuple[int, int]:
        """Return where the character at an offset was read from."""
        index = bisect_right(self.at, offset) - 1
        start, end = self.starts[index], self.ends[index]
        if end >= 0:
            return start, end
        start += offset - self.at[index]
        return start, start + 1


@lru_cache(maxsize=1)
def _entity() -> re.Pattern[str]:
    """Return the pattern of a character written as in HTML."""
    return re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2});")


def normalise(text: str) -> tuple[str, OffsetMap | None]:
    """Return `text` as rules read it, and the map back (``None`` if offsets are unchanged).

    In NFC, lone surrogates replaced; characters themselves where HTML writes them (``&eacute;``); between words one space, and
    nothing unseen; lines that were broken to a width in one.
    """
    flat, back = compose(text)
    if "&" in flat:
        flat, back = _edited(flat, back, _entities(flat))
    flat, back = _edited(flat, back, _odd_blanks(flat))
    return _edited(flat, back, broken_lines(flat))


def _edited(text: str, back: OffsetMap | None, edits: Iterable[Edit]) -> tuple[str, OffsetMap | None]:
    """Return a text with some stretches replaced, and the map back.

    Args:
        text: the text.
        back: the map from `text` to the text as given.
        edits: where each stretch starts and ends, and what stands there instead, in order.

    """
    pieces: list[str] = []
    at: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    done = size = 0
    for start, end, instead in edits:
        pieces += (text[done:start], instead)
        at += (size, size + start - done)
        starts += (done, start)
        ends += (-1, end)
        size += start - done + len(instead)
        done = end
    if not pieces:
        return text, back
    pieces.append(text[done:])
    map_back = OffsetMap((*at, size), (*starts, done), (*ends, -1), back)
    return "".join(pieces), map_back


def _entities(text: str) -> Iterator[Edit]:
    """Yield characters that are written as in HTML."""
    # imported here: few texts have any, and its tables take a millisecond to load
    from html import unescape  # noqa: PLC0415

    for found in _entity().finditer(text):
        char = unescape(found.group())
        if len(char) == 1:
            yield found.start(), found.end(), char


def _odd_blanks(text: str) -> Iterator[Edit]:
    """Yield what is to be one space or, where nobody sees it, nothing."""
    if not text.isascii() and any(char in text for char in _UNSEEN + _BLANKS):
        for found in _odd().finditer(text):
            run = found.group()
            seen = "".join(char for char in run if char not in _UNSEEN)
            instead = seen if len(seen) > _FEW else " " * bool(seen)
            if instead != run:
                yield found.start(), found.end(), instead
        return
    # nearly all texts: nothing but spaces, and to find two of them takes a hundredth of what a pattern takes
    start = text.find("  ")
    while start >= 0:
        end = start + 2
        while text.startswith(" ", end):
            end += 1
        if end - start <= _FEW and text[end : end + 1] not in _PARTING:
            yield start, end, " "
        start = text.find("  ", end)


def compose(text: str) -> tuple[str, OffsetMap | None]:
    """Return `text` in NFC, lone surrogates replaced, and the map back (``None`` if offsets are unchanged)."""
    if text.isascii():
        return text, None
    clean = text
    try:
        text.encode("utf-16-le")  # which takes less time than UTF-8
    except UnicodeEncodeError:
        clean = surrogates().sub(_REPLACEMENT, text)
    if unicodedata.is_normalized("NFC", clean):
        return clean, None
    return _edited(clean, None, _decomposed(clean))


def _decomposed(text: str) -> Iterator[Edit]:
    """Yield the runs of characters that are not composed."""
    start = 0
    for end in _cluster_ends(text):
        given = text[start:end]
        piece = unicodedata.normalize("NFC", given)
        if piece != given:
            # marks that compose with nothing, behind those that do, lead back to themselves
            same = next((n for n in range(len(piece)) if piece[-n - 1] != given[-n - 1]), 0)
            yield start, end - same, piece[: len(piece) - same]
        start = end


def _cluster_ends(text: str) -> list[int]:
    """Return where each run of characters that may compose with one another ends."""
    ends = [index for index in range(1, len(text)) if not _joins(text[index])]
    return [*ends, len(text)] if text else ends


def _joins(char: str) -> bool:
    """Tell whether a character may compose with those before it: a mark, or a vowel or final consonant of Hangul."""
    return char > "\u02ff" and ("\u1160" <= char <= "\u11ff" or unicodedata.category(char)[0] == "M")
