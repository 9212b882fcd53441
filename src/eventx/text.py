"""Views of a text for matching; nothing here knows a word of any language.

All views made by `lower`, `fold` and `match_form` have the same length as the text they come from, so that an offset in
one is an offset in all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import lru_cache

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


@lru_cache(maxsize=1)
def _picture() -> re.Pattern[str]:
    """Return the pattern of a number glued to the letters behind it."""
    return re.compile(r"\d{1,2}(?=[^\W\d_])")


class _Table(dict[int, str]):
    """A translation table that fills itself one character at a time."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        """Return the image of one code point, and keep it."""
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


@lru_cache(maxsize=1)
def _misplaced() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of tones to be moved, one for each first vowel.

    Each begins with one letter and so skips from one to the next, which takes a fifth of the time that looking for any of the
    pairs by itself does. Only where the syllable ends; "quý" keeps its place: there the u belongs to the consonant.
    """
    seconds: dict[str, str] = {}
    for pair in _TONE_PLACES:
        seconds[pair[0]] = seconds.get(pair[0], "") + pair[1]
    return tuple(re.compile(rf"{first}[{second}](?<!q..)(?!\w)") for first, second in seconds.items())


def _place_tones(text: str) -> str:
    """Return `text`, in lower case, with Vietnamese tones in one place; same length."""
    for pattern in _misplaced():
        text = pattern.sub(lambda found: _TONE_PLACES[found[0]], text)
    return text


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    """Return the pattern of what is no ASCII."""
    return re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=1)
def _no_word() -> re.Pattern[str]:
    """Return the pattern of what is neither a letter, a digit nor a space."""
    return re.compile(r"[^\w ]|_")


# The two below go over the whole text in a few passes where looking at each character would cost five times as much.


def _straightened(text: str, small: str | None = None) -> str:
    """Return `text`, of which ``text.lower()`` may be at hand, as `_lower_char` makes each of its characters."""
    low = text.lower() if small is None else small
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


def lower(text: str, small: str | None = None) -> str:
    """Return `text` in lower case (`small`, if at hand), quotes and dashes straight, tones in one place; same length."""
    lowered = _straightened(text, small)
    return lowered if lowered.isascii() else _place_tones(lowered)


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics; same length."""
    return fold_lower(lower(text))


def fold_lower(low: str) -> str:
    """Return what `lower` made of a text without diacritics."""
    # where a tone stands makes no difference without tones
    return low if low.isascii() else low.translate(_table(_fold_char))


def picture_numbers(text: str, captions: Collection[str]) -> list[tuple[int, int]]:
    """Return where the numbers of pictures stand to which captions are glued: "ảnh 1Đại sứ".

    Args:
        text: the text.
        captions: words, in lower case, behind which such a number stands.

    Returns:
        Pairs of offsets, half-open.

    """
    found: list[tuple[int, int]] = []
    for word in captions:
        before = f" {word} "
        at = text.find(before)
        while at >= 0:
            at += len(before)
            if number := _picture().match(text, at):
                found.append(number.span())
            at = text.find(before, at - 1)
    return found


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with blanks in some places."""
    pieces: list[str] = []
    last = 0
    for start, end in sorted(spans):
        pieces += (text[last:start], " " * (end - start))
        last = end
    return "".join((*pieces, text[last:]))


def match_form(text: str, *, folded: bool, low: str | None = None, captions: Collection[str] = ()) -> str:
    """Return the form in which lexicons are matched: words in lower case, one space for any other character.

    Args:
        text: NFC text.
        folded: drop diacritics too (for languages in which they do not tell words apart).
        low: what `lower` made of the text, if that is known.
        captions: words behind which the number of a picture is no part of a caption glued to it (see `picture_numbers`).

    Returns:
        A string of the same length.

    """
    if low is None:
        low = lower(text)
    numbers = picture_numbers(text, captions)
    if folded:
        if numbers:
            low = _blanked(low, numbers)
        if not low.isascii():
            # texts in such languages have few letters beyond ASCII
            table = _table(_fold_char)
            low = _foreign().sub(lambda found: found.group().translate(table), low)
        return _words_alone(low)
    if "_" not in text and not numbers:
        return _words_alone(low)
    # a tone before a low line or a number stands where it would before a blank
    return _place_tones(_words_alone(_straightened(_blanked(text, numbers))))
