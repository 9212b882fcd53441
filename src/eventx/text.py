"""Views of a text for matching, and its sentences; nothing here knows a word of any language.

All views made by `lower`, `fold` and `match_form` have the same length as the text they come from, so that an offset in
one is an offset in all.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection
from functools import lru_cache

import attrs

from eventx.model import Span
from eventx.records import maker

_span = maker(Span)
_SURROGATES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_STRAIGHT = {
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
    # the Icelandic eth stands for the Vietnamese d with stroke in texts from old keyboards
    "\u00f0": "\u0111", "\u00d0": "\u0111",
}  # fmt: skip
_FREQUENT = "\n.,:;!?()\"'-/%&|+*#$=@[]…"
"""What stands between words in most texts, once quotes and dashes are straight."""
_UNDECOMPOSED = {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "s", "æ": "a", "œ": "o"}


class _Table(dict[int, str]):
    """A translation table that fills itself one character at a time."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        """Compute and keep the image of one code point."""
        value = self[code] = self._rule(chr(code))
        return value


def _lower_char(char: str) -> str:
    """Return one character in lower case, quotes and dashes straight, blanks as spaces."""
    char = _STRAIGHT.get(char, char)
    low = char.lower()
    return low if len(low) == 1 else char


def _fold_char(char: str) -> str:
    """Return one character in lower case without its diacritics."""
    low = _lower_char(char)
    if low.isascii():
        return low
    return _UNDECOMPOSED.get(low) or unicodedata.normalize("NFD", low)[0].lower()


def _word_char(char: str) -> str:
    """Return a letter or digit, anything else as a space."""
    return char if char.isalnum() else " "


@lru_cache(maxsize=4)
def _table(rule: Callable[[str], str]) -> _Table:
    """Return the one table of a rule."""
    return _Table(rule)


# Vietnamese writes the tone of an open oa, oe, uy on either vowel: hoà = hòa. Both become the second form.
_TONE_PLACES = {
    old: new
    for olds, news in (("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"),)
    for old, new in zip(olds.split(), news.split(), strict=True)
}


def _place_tones(text: str) -> str:
    """Return `text`, in lower case, with Vietnamese tones in one place; same length."""
    # Most texts have none, and looking for each pair by itself is a tenth of looking for all of them by a pattern.
    spots: list[int] = []
    for pair in _TONE_PLACES:
        at = text.find(pair)
        while at >= 0:
            # only where the syllable ends so; "quý" keeps its place: there the u belongs to the consonant
            after = text[at + 2 : at + 3]
            if text[at - 1 : at] != "q" and not (after.isalnum() or after == "_"):
                spots.append(at)
            at = text.find(pair, at + 2)
    if not spots:
        return text
    pieces: list[str] = []
    done = 0
    for at in sorted(spots):
        pieces += text[done:at], _TONE_PLACES[text[at : at + 2]]
        done = at + 2
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    """Return the pattern of what is no ASCII."""
    return re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=1)
def _no_word() -> re.Pattern[str]:
    """Return the pattern of what is neither a letter, a digit nor a space."""
    return re.compile(r"[^\w ]|_")


# The two below go over the whole text in a few passes where looking at each character would cost five times as much.


def _straightened(text: str) -> str:
    """Return `text` as `_lower_char` makes each of its characters."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text) or "Σ" in text:
        # a letter that is two in lower case, or one whose lower case depends on where it stands
        return text.translate(_table(_lower_char))
    for mark, plain in _STRAIGHT.items():
        low = low.replace(mark, plain)
    return low


def _words_alone(low: str) -> str:
    """Return text in lower case with a space for any character that is no letter or digit."""
    if low.isascii():
        return low.translate(_table(_word_char))
    for mark in _FREQUENT:
        low = low.replace(mark, " ")
    return low if low.replace(" ", "").isalnum() else _no_word().sub(" ", low)


def lower(text: str) -> str:
    """Return `text` in lower case, quotes and dashes straight, tones in one place; same length."""
    lowered = _straightened(text)
    return lowered if lowered.isascii() else _place_tones(lowered)


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics; same length."""
    return fold_lower(lower(text))


def fold_lower(low: str) -> str:
    """Return what `lower` made of a text without diacritics."""
    # where a tone stands makes no difference without tones
    return low if low.isascii() else low.translate(_table(_fold_char))


_PICTURE = re.compile(r"(?<= ảnh )\d{1,2}(?=[^\W\d_])")


def match_form(text: str, *, folded: bool, low: str | None = None) -> str:
    """Return the form in which lexicons are matched: words in lower case, one space for any other character.

    Args:
        text: NFC text.
        folded: drop diacritics too (for languages in which they do not tell words apart).
        low: what `lower` made of the text, if that is known.

    Returns:
        A string of the same length.

    """
    if low is None:
        low = lower(text)
    if folded:
        if not low.isascii():
            # texts in such languages have few letters beyond ASCII
            table = _table(_fold_char)
            low = _foreign().sub(lambda found: found.group().translate(table), low)
        return _words_alone(low)
    if "_" not in text and " ảnh " not in text:
        return _words_alone(low)
    # the number of a picture is no part of the caption's first word: " ảnh 1Đại sứ"; nor is what a low line joins one word
    text = _PICTURE.sub(lambda found: " " * len(found.group()), text)
    return _place_tones(_words_alone(_straightened(text)))


@attrs.frozen(eq=False)
class OffsetMap:
    """The way back from offsets in a normalised text to offsets in the text as given."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, span: Span) -> Span:
        """Return the span of the original text that `span` of the normalised text was read from."""
        if not self.starts:
            return Span(0, 0)
        start = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1]
        end = self.ends[span.end - 1] if span.end > span.start else start
        return Span(start, end)


def normalise(text: str) -> tuple[str, OffsetMap | None]:
    """Return `text` in NFC, lone surrogates replaced, and the map back (``None`` if offsets are unchanged)."""
    if text.isascii():
        return text, None
    clean = text
    try:
        text.encode()
    except UnicodeEncodeError:
        clean = _SURROGATES.sub(_REPLACEMENT, text)
    if unicodedata.is_normalized("NFC", clean):
        return clean, None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    start = 0
    for end in _cluster_ends(clean):
        piece = unicodedata.normalize("NFC", clean[start:end])
        pieces.append(piece)
        if len(piece) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
        start = end
    return "".join(pieces), OffsetMap(tuple(starts), tuple(ends))


def _cluster_ends(text: str) -> list[int]:
    """Return where each run of characters that may compose with one another ends."""
    ends = [index for index in range(1, len(text)) if not _joins(text[index])]
    return [*ends, len(text)] if text else ends


def _joins(char: str) -> bool:
    """Tell whether a character may compose with those before it: a mark, or a vowel or final consonant of Hangul."""
    return char > "\u02ff" and ("\u1160" <= char <= "\u11ff" or unicodedata.category(char)[0] == "M")


# -- sentences ---------------------------------------------------------------------------------------------------------

_ENDS = ("\n", ".", "!", "?", "…", ")")
_STOP = re.compile(r"[.!?…]*(?:/\.)?[\"'”’)\]]*")
_CAPTION = re.compile(r"(?<= ảnh )[0-9]\d?(?=[^\W\d_])")
_LAST_WORD = re.compile(r"(?:[^\W_]\.)*[^\W_]+$")
_NARROW = 45
"""No text is broken to lines narrower than this, in code points: lists are."""
_FEW_LINES = 6
"""Of fewer lines than these nobody can tell how they were broken."""
_BRACKET = re.compile(r"\.\s?\([^\W\d_]{2,8}\)$")
_LOOK_BACK = 24
_LONGEST = 2000
"""What no sentence of news is longer than, in code points: three times the longest seen. Tables and text without a stop are cut
there, so that work done within a sentence stays in proportion to the text."""


_STAMP = re.compile(r"\s{0,20}(?:date\s{1,3})?\d{4}-\d\d-\d\d(?=\s)")
"""A day that stands before the text, as in pages kept from the web: it is no part of the first sentence."""


def _wrapped(text: str) -> bool:
    """Tell whether the text's lines were broken to a width, so that a line end is no paragraph end."""
    head = text[:20_000]
    if head.count("\n") < _FEW_LINES - 1:
        return False
    lines = [line for line in head.split("\n") if line.strip()]
    if len(lines) < _FEW_LINES:
        return False
    # what stands before the text (a stamp, an agency) may make the first line longer
    longest = max(map(len, lines[1:]))
    if longest > 100:
        return False
    full = sum(len(line) > 0.75 * longest for line in lines)
    # a line that goes on in small letters was broken off
    broken = sum(line.lstrip()[0].islower() for line in lines)
    return full > 0.7 * len(lines) or (broken > 0.4 * len(lines) and longest > _NARROW)


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


def segment(text: str, abbreviations: Collection[str] = ()) -> Segmentation:
    """Return the sentences and paragraphs of `text`.

    Args:
        text: the text, NFC.
        abbreviations: words, in lower case, after which a full stop ends no sentence.

    Returns:
        The segmentation; paragraphs end at line ends, or at blank lines where lines are broken to a width.

    """
    wrapped = _wrapped(text)
    sentences: list[Span] = []
    paragraphs: list[Span] = []
    start = paragraph = 0
    header = _STAMP.match(text)
    if header is not None:
        _add(text, 0, header.end(), sentences)
        start = header.end()
    end = start
    for stop in _candidates(text, start):
        if stop < end:
            continue  # one of several marks
        mark, end = text[stop], stop + 1
        if mark == "\n":
            if wrapped and text[end : end + 1] not in ("\n", ""):
                continue
            _add_sentence(text, start, end, sentences)
            _add(text, paragraph, end, paragraphs)
            start = paragraph = end
            continue
        after = text[end : end + 1]
        if mark == ")":
            if not after.isalnum() or after.isdecimal():
                continue
        elif mark.isdecimal():
            end += after.isdecimal()
        elif not (after.isalnum() or after.isspace()) and (tail := _STOP.match(text, end)):
            end = tail.end()
        if (
            _ends_sentence(text, stop, end, abbreviations)
            if end == len(text) or text[end].isspace()
            else _is_glued(text, stop, end)
        ):
            _add_sentence(text, start, end, sentences)
            start = end
    _add_sentence(text, start, len(text), sentences)
    _add(text, paragraph, len(text), paragraphs)
    return Segmentation(
        tuple(sentences),
        tuple(paragraphs),
        tuple(span.start for span in sentences),
        tuple(span.start for span in paragraphs),
    )


def _candidates(text: str, start: int) -> list[int]:
    """Return where a sentence may end from an offset on: line ends, stops, closing brackets, numbers of pictures glued to captions."""
    # each mark is looked for by itself, which takes a fifth of the time that a pattern for all of them takes
    found: list[int] = []
    for mark in _ENDS:
        at = text.find(mark, start)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    if " ảnh " in text:
        # " ảnh 1Đại sứ"
        found += (match.start() for match in _CAPTION.finditer(text, start))
    found.sort()
    return found


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
    piece = text[start:end].lstrip()
    if piece:
        start = end - len(piece)
        spans.append(_span(start, start + len(piece.rstrip())))


def _is_glued(text: str, stop: int, end: int) -> bool:
    """Tell whether a capitalised word right behind a stop or bracket starts a sentence that a scraper glued on.

    Accepts: "…the two cities.The host said", "on January 15.He asked", "(Photo: VNA)Hanoi (VNA) –".
    Not "U.S.Army", "vnexpress.net", "f(x)Y".
    """
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
    after = text[end : end + 8].lstrip()
    if after and (after[0].islower() or after[0] in ",;"):
        return False
    if text[stop] != "." or end - stop > 1:
        return True
    before = text[max(stop - _LOOK_BACK, 0) : stop]
    last = before.split()[-1] if before[-1:].isalnum() else ""
    if last.isalnum():
        # nearly always: a word alone, and then no look by pattern is needed
        return last.lower() not in abbreviations and (len(last) > 1 or not last.isupper())
    word = _LAST_WORD.search(text, max(stop - _LOOK_BACK, 0), stop)
    if word is None:
        # "Gen. (Rtd). A": a bracket right behind a stop that ends nothing
        return _BRACKET.search(text, max(stop - _LOOK_BACK, 0), stop) is None
    last = word.group()
    if last.lower() in abbreviations:
        return False
    initial = last.replace(".", "").isupper() and len(last.split(".")[-1]) == 1
    return not initial or text[word.start() - 1 : word.start()] == "&"  # "R&D." is no initial
