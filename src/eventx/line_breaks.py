"""How the lines of a text were broken: which line ends end a paragraph, and which only keep its lines to a width."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import attrs

from eventx.comparing import by_value
from eventx.records import swift

_HEAD = 20_000
"""How much of a text is looked at, in code points."""
_NARROW = 45
"""No text is broken to lines narrower than this, in code points: lists are."""
_COLUMN = 30
"""Nor to lines of one length that are narrower than this."""
_WIDEST = 100
"""Nor to longer ones than this."""
_FEW_LINES = 6
"""Of fewer lines than these nobody can tell how all of them were broken."""
_BROKEN = 4
"""Of so many lines that were broken off one goes on in small letters."""
_BLANK = 6
"""How far a blank line reaches, in code points."""
_WORD = 30
"""The longest word that is looked at."""
_ENDS = frozenset(".!?…")
"""What a sentence ends with."""
_STOPS = frozenset(("", ".", "!", "?", "…", ":", ";", '"', "”", ")", "\n"))
"""What a line that is broken off without a stop does not end with."""


Edit = tuple[int, int, str]
"""Where a stretch of a text starts and ends, and what is to stand there instead."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Breaks:
    """How the lines of a text were broken.

    Args:
        every: whether no line end, but those of blank lines, ends a paragraph.
        width: what the lines were broken to, in code points, where some were; 0 where none was.
        parted: whether blank lines part the paragraphs, as lines that were broken off go on right in the next.

    """

    every: bool = False
    width: int = 0
    parted: bool = False


_NONE = Breaks()


def breaks_of(text: str) -> Breaks:
    """Return how the lines of a text were broken."""
    head = text[:_HEAD]
    if _has_long_line(head):
        return _NONE
    lines = [line.strip() for line in head.split("\n")]
    told = [line for line in lines if line]
    longest = max(map(len, told[1:]), default=0)
    full = sum(len(line) > 0.75 * longest for line in told)
    # a line that goes on in small letters, or with a number, was broken off; behind a full stop it may begin so
    small = sum(map(_is_continued, ["", *told[:-1]], told))
    broken = small + sum(line[0].isdecimal() for line in told)
    every = (full > 0.7 * len(told) and longest >= _COLUMN) or (broken > 0.35 * len(told) and longest > _NARROW)
    parted = any(before and _is_continued(before, line) for before, line in itertools.pairwise(lines))
    return Breaks(every=every and len(told) >= _FEW_LINES, width=longest if small and longest > _NARROW else 0, parted=parted)


def _is_continued(before: str, line: str) -> bool:
    """Tell whether a line goes on, in small letters, with the sentence of the one before it."""
    return line[:1].islower() and before[-1:] not in _ENDS


def _has_long_line(text: str) -> bool:
    """Tell whether a line is longer than lines broken to a width are; what stands before the text may make the first so."""
    start = text.find("\n", len(text) - len(text.lstrip())) + 1
    while start:
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if len(line) > _WIDEST and line.strip():
            return True
        start = end + 1
    return False


def goes_on(text: str, stop: int, breaks: Breaks) -> bool:
    """Tell whether the paragraph goes on behind the line end at `stop`."""
    if breaks is _NONE and text[stop - 1 : stop] in _STOPS:
        return False
    gap = text[stop + 1 : stop + 1 + _BLANK]
    body = gap.lstrip()
    after = stop + 1 + len(gap) - len(body)
    blank = "\n" in gap[: len(gap) - len(body)]
    if not body or (blank and breaks.parted):
        return False
    if breaks.every and not blank:
        return True
    return (breaks.width > 0 and _is_full(text, stop, after, breaks)) or _is_broken_off(text, stop)


def broken_lines(text: str) -> Iterator[Edit]:
    """Yield the blanks around the ends of lines that go on, which become one space; behind a hyphen in a word, nothing."""
    breaks = breaks_of(text)
    stop = text.find("\n")
    while stop >= 0:
        behind = stop + 1
        while text[behind : behind + 1].isspace():
            behind += 1
        # the first look, of `goes_on` too, spares nearly all lines of nearly all texts the call
        if (breaks is not _NONE or text[stop - 1] not in _STOPS) and goes_on(text, stop, breaks):
            start = stop
            while text[start - 1].isspace():
                start -= 1
            hyphen = text[start - 1] == "-" and text[start - 2 : start - 1].isalpha() and text[behind].islower()
            yield start, behind, "" if hyphen else " "
        stop = text.find("\n", behind)


def _is_full(text: str, stop: int, after: int, breaks: Breaks) -> bool:
    """Tell whether the line that ends at `stop` has no room for the word behind it, at `after`.

    A line that ends with a stop must be in a text whose paragraphs blank lines part.
    """
    start = text.rfind("\n", max(stop - _WIDEST - 1, 0), stop)
    line = text[start + 1 : stop].strip()
    if (start < 0 and stop > _WIDEST) or len(line) <= _NARROW:
        return False
    if not breaks.parted and line.rstrip("\"'”’)]")[-1:] in ".!?…:;":
        return False
    return len(line) + 1 + len(text[after : after + _WORD].split(maxsplit=1)[0]) > breaks.width


def _is_broken_off(text: str, stop: int) -> bool:
    """Tell whether a long line without a stop is broken off at `stop`: soon a line goes on in small letters."""
    for _ in range(_BROKEN):
        # a blank line may stand between
        stop = max(stop - _BLANK, 0) + len(text[max(stop - _BLANK, 0) : stop].rstrip())
        line = text.rfind("\n", max(stop - _WIDEST, 0), stop)
        if line < 0 or stop - line <= _NARROW or not (text[stop - 1].isalnum() or text[stop - 1] == ","):
            return False
        gap = text[stop : stop + _BLANK]
        after = stop + len(gap) - len(gap.lstrip())
        if text[after : after + 1].islower():
            return True
        stop = text.find("\n", after, after + _WIDEST)
        if stop < 0:
            return False
    return False


__all__ = ["Breaks", "Edit", "breaks_of", "broken_lines", "goes_on"]
