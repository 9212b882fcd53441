"""The sentences and paragraphs of a text; nothing here knows a word of any language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import lru_cache

import attrs

from eventx.model import Span
from eventx.records import maker
from eventx.text import picture_numbers

_span = maker(Span)
_ENDS = ("\n", ".", "!", "?", "…", ")")
_NARROW = 45
"""No text is broken to lines narrower than this, in code points: lists are."""
_WIDEST = 100
"""Nor to longer ones."""
_FEW_LINES = 6
"""Of fewer lines than these nobody can tell how they were broken."""
_BROKEN = 4
"""Of so many lines that were broken off one goes on in small letters."""
_BLANK = 6
"""How far a blank line reaches, in code points."""
_SHORT = 8
"""How far a bracket around an abbreviation reaches, in code points."""
_LOOK_BACK = 24
_LONGEST = 2000
"""What no sentence of news is longer than, in code points: three times the longest seen. Tables and text without a stop are cut
there, so that work done within a sentence stays in proportion to the text."""


@lru_cache(maxsize=1)
def _stop() -> re.Pattern[str]:
    """Return the pattern of what ends a sentence: marks, and what closes quotations and brackets behind them."""
    return re.compile(r"[.!?…]*(?:/\.)?[\"'”’)\]]*")


@lru_cache(maxsize=1)
def _last_word() -> re.Pattern[str]:
    """Return the pattern of the word before a full stop."""
    return re.compile(r"(?:[^\W_]\.)*[^\W_]+$")


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """Return the pattern of an agency in brackets behind a full stop."""
    return re.compile(r"\.\s?\([^\W\d_]{2,8}\)$")


@lru_cache(maxsize=1)
def _stamp() -> re.Pattern[str]:
    """Return the pattern of a day that stands before the text, as in pages kept from the web: no part of the first sentence."""
    return re.compile(r"\s{0,20}(?:date\s{1,3})?\d{4}-\d\d-\d\d(?=\s)")


def _wrapped(text: str) -> bool | None:
    """Tell whether the text's lines were broken to a width, so that a line end is no paragraph end; None if only some were."""
    head = text[:20_000]
    if _has_long_line(head):
        return False
    lines = [line for line in head.split("\n") if line.strip()]
    if len(lines) < _FEW_LINES:
        return False
    longest = max(map(len, lines[1:]))
    full = sum(len(line) > 0.75 * longest for line in lines)
    # a line that goes on in small letters, or with a number, was broken off
    broken = sum(line.lstrip()[0].islower() or line.lstrip()[0].isdecimal() for line in lines)
    if full > 0.7 * len(lines) or (broken > 0.35 * len(lines) and longest > _NARROW):
        return True
    return None if broken and longest > _NARROW and "\n\n" in head else False


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


@attrs.frozen
class Segmentation:
    """Sentences and paragraphs of a text, in order, each a span without surrounding blanks."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]

    def sentence_index(self, offset: int) -> int:
        """Return the index of the sentence at or before `offset`."""
        return max(bisect_right(self.sentence_starts, offset) - 1, 0)

    def paragraph_index(self, offset: int) -> int:
        """Return the index of the paragraph at or before `offset`."""
        return max(bisect_right(self.paragraph_starts, offset) - 1, 0)


def segment(text: str, abbreviations: Collection[str] = (), captions: Collection[str] = ()) -> Segmentation:
    """Return the sentences and paragraphs of `text`.

    Args:
        text: the text, NFC.
        abbreviations: words, in lower case, after which a full stop ends no sentence.
        captions: words, in lower case, before the number of a picture; a caption glued to that number is a sentence.

    Returns:
        The segmentation; paragraphs end at line ends, or at blank lines where lines are broken to a width.

    """
    wrapped = _wrapped(text)
    sentences: list[Span] = []
    paragraphs: list[Span] = []
    start = first = 0  # where the next sentence starts, and which is the first of its paragraph
    header = _stamp().match(text)
    if header is not None:
        start = header.end()
        _add(text, 0, start, sentences)
    end = start
    for stop in _candidates(text, start, captions):
        if stop < end:
            continue  # one of several marks
        end = stop + 1
        if text[stop] == "\n":
            if wrapped and text[end : end + 1] not in ("\n", ""):
                continue
            if stop > start and (_is_broken_off(text, stop) or (wrapped is None and _goes_on(text, stop))):
                continue
            if stop > start:
                _add_sentence(text, start, end, sentences)
            _add_paragraph(sentences, first, paragraphs)
            start, first = end, len(sentences)
            continue
        after = text[end : end + 1]
        if after and not after.isspace():
            end = _mark_end(text, stop)
            after = text[end : end + 1]
        if _ends_sentence(text, stop, end, abbreviations) if not after or after.isspace() else _is_glued(text, stop, end):
            _add_sentence(text, start, end, sentences)
            start = end
    _add_sentence(text, start, len(text), sentences)
    _add_paragraph(sentences, first, paragraphs)
    return Segmentation(
        tuple(sentences),
        tuple(paragraphs),
        tuple([span.start for span in sentences]),
        tuple([span.start for span in paragraphs]),
    )


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


def _goes_on(text: str, stop: int) -> bool:
    """Tell whether a long line without a stop goes on in the next: of a text whose paragraphs blank lines part."""
    line = text.rfind("\n", max(stop - _WIDEST - 1, 0), stop)
    long = line >= 0 and stop - line > _NARROW
    return long and (text[stop - 1].isalnum() or text[stop - 1] == ",") and text[stop + 1 : stop + 2].isalnum()


def _add_paragraph(sentences: list[Span], first: int, paragraphs: list[Span]) -> None:
    """Add the paragraph of the sentences from one on, if there are any."""
    if len(sentences) > first:
        start, end = sentences[first], sentences[-1]
        paragraphs.append(start if start is end else _span(start.start, end.end))


def _candidates(text: str, start: int, captions: Collection[str]) -> list[int]:
    """Return where a sentence may end: line ends, stops, brackets glued to a word, numbers of pictures glued to captions."""
    # each mark is looked for by itself, which takes a fifth of the time that a pattern for all of them takes
    found: list[int] = []
    for mark in _ENDS:
        at = text.find(mark, start)
        while at >= 0:
            if mark != ")" or _letter_at(text, at + 1):
                found.append(at)
            at = text.find(mark, at + 1)
    found += (number for number, _ in picture_numbers(text, captions) if number >= start)
    found.sort()
    return found


def _letter_at(text: str, offset: int) -> bool:
    """Tell whether a letter stands at an offset."""
    char = text[offset : offset + 1]
    return char.isalnum() and not char.isdecimal()


def _mark_end(text: str, stop: int) -> int:
    """Return where the mark at `stop`, no blank behind it, ends: with stops, quotes and brackets that close with it, a number."""
    end = stop + 1
    after = text[end]
    if after.isalpha():
        return end
    if text[stop] in ".!?…":
        tail = _stop().match(text, end)
        return tail.end() if tail else end
    return end + (text[stop].isdecimal() and after.isdecimal())


def _add_sentence(text: str, start: int, end: int, spans: list[Span]) -> None:
    """Add the sentence; what is longer than any sentence is cut at blanks."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = blank + 1 if blank >= 0 else start + _LONGEST
        _add(text, start, cut, spans)
        start = cut
    _add(text, start, end, spans)


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    """Add the span without surrounding blanks, unless nothing is left of it."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(_span(start, end))


def _is_glued(text: str, stop: int, end: int) -> bool:
    """Tell whether a capitalised word right behind a stop or bracket starts a sentence that a scraper glued on.

    Accepts: "…the two cities.The host said", "on January 15.He asked", "(Photo: VNA)Hanoi (VNA) –".
    Not "U.S.Army", "vnexpress.net", "f(x)Y".
    """
    if text[end] == "(" and text.find(")", end, end + _SHORT) >= 0:
        return False  # "Gen.(Rtd) A"
    after = text[end : end + 3].lstrip('"“‘(')
    if len(after) < 2 or not (after[0].isupper() and after[1].islower()):
        return False
    before = text[max(stop - 2, 0) : stop]
    if text[stop].isdigit():
        return True
    if text[stop] == ")":
        return before[-1:].isalnum()
    return len(before) == 2 and ((before.isalpha() and before.islower()) or before[1].isdigit())


def _ends_sentence(text: str, stop: int, end: int, abbreviations: Collection[str]) -> bool:
    """Tell whether the stop at `stop` ends a sentence: no abbreviation, no initial, no small letter behind it."""
    after = text[end + 1 : end + 2]
    if after.isspace():
        after = text[end : end + 8].lstrip()[:1]
    if after and (after.islower() or after in ",;"):
        return False
    if text[stop] != "." or end - stop > 1:
        # "Col. (Rtd.) A": an abbreviation in brackets ends nothing
        return not (text[stop:end] == ".)" and text[max(stop - _SHORT, 0) : stop].rpartition("(")[2].lower() in abbreviations)
    before = text[max(stop - _LOOK_BACK, 0) : stop]
    last = before.rsplit(None, 1)[-1] if before[-1:].isalnum() else ""
    if last.isalnum():
        # nearly always: a word alone, and then no look by pattern is needed
        return last.lower() not in abbreviations and (len(last) > 1 or not last.isupper())
    word = _last_word().search(text, max(stop - _LOOK_BACK, 0), stop)
    if word is None:
        # "Gen. (Rtd). A": a bracket right behind a stop that ends nothing
        return _bracket().search(text, max(stop - _LOOK_BACK, 0), stop) is None
    last = word.group()
    if last.lower() in abbreviations:
        return False
    initial = last.replace(".", "").isupper() and len(last.split(".")[-1]) == 1
    return not initial or text[word.start() - 1 : word.start()] == "&"  # "R&D." is no initial
