"""The sentences and paragraphs of a text; nothing here knows a word of any language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import lru_cache

import attrs

from eventx.comparing import by_value
from eventx.line_breaks import breaks_of, goes_on
from eventx.model import Span
from eventx.records import maker
from eventx.text import picture_numbers

_span = maker(Span)
_ENDS = ("\n", ".", "!", "?", "…", ")")
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


@by_value
@attrs.frozen(eq=False, repr=False)
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
    breaks = breaks_of(text)
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
            if goes_on(text, stop, breaks):
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

    Accepts: "…the two cities.The host said", "on January 15.He asked", "(Photo: VNA)Hanoi (VNA) –", "in nursing.PM Phuc said".
    Not "U.S.Army", "vnexpress.net", "f(x)Y".
    """
    if text[end] == "(" and text.find(")", end, end + _SHORT) >= 0:
        return False  # "Gen.(Rtd) A"
    after = text[end : end + 3].lstrip('"“‘(')
    before = text[max(stop - 2, 0) : stop]
    if after[:2].isupper() and len(before) == 2 and before.islower():
        # letters, and then a name
        letters, _, behind = text[end : end + _SHORT].partition(" ")
        return letters.isalpha() and letters.isupper() and behind[:1].isupper() and behind[1:2].islower()
    if len(after) < 2 or not (after[0].isupper() and after[1].islower()):
        return False
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
