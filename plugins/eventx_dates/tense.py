"""Whether the words of a clause put a date in the past or the future."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from eventx import Span
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

# What a word says: past, future; weak: past if it is a finite verb and no participle; open: a verb without tense; stop: a sentence ends.
Mark = Literal["past", "future", "weak", "open", "stop"]

_LEFT, _RIGHT = 160, 120
_WORD = re.compile(r"[^\W\d_]+|[,;:.!?\n]")
_REACH = 5  # how many words a modal may stand before its participle: "will also be officially opened"
_PROMISE = 4  # how many words may stand between "agreed" and its "to"
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "also", "not"))
_NO_VERB = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "him", "them", "it"))


@lru_cache(maxsize=8)
def _words(code: str) -> dict[str, str]:
    """Return what the words of a language say of time: past, future, said (never a participle), or ahead ("agreed" to meet)."""
    names = ("past", "future", "ahead", "said")
    return {word: name for name in names for word in LEXICON.table(code, name)}


def direction(text: str, code: str, span: Span) -> Toward | None:
    """Return whether the clause around a date tells of the past or the future, if it tells.

    The nearest word before the date that tells decides ("said on Friday that he will visit in May"), else the first one behind it, as
    far as the sentence reaches. A participle ("themed", "headed") tells only where no finite verb does.
    """
    left = _marks(text, code, max(span.start - _LEFT, 0), span.start)
    if "stop" in left:
        left = left[len(left) - left[::-1].index("stop") :]
    if left:
        strong = next((mark for mark in reversed(left) if mark != "weak"), "past")
        if strong != "open":
            return "future" if strong == "future" else "past"
    told = _cue(text, code, span.start)
    if told or left:
        return told
    for mark in _marks(text, code, span.end, min(span.end + _RIGHT, len(text))):
        if mark != "open":
            return None if mark == "stop" else "future" if mark == "future" else "past"
    return None


def _cue(text: str, code: str, start: int) -> Toward | None:
    """Return what the word right before a date says: "by Friday" lies ahead, "since Friday" does not."""
    words = text[max(start - 12, 0) : start].lower().split()
    if not words:
        return None
    if words[-1] in LEXICON.table(code, "deadline"):
        return "future"
    return "past" if words[-1] in LEXICON.table(code, "since") else None


def _marks(text: str, code: str, start: int, end: int) -> list[Mark]:
    """Return what the words of a window say, in order."""
    known, english = _words(code), code == "en"
    found: list[Mark] = []
    ahead = promise = -99
    before = ""
    for index, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group().lower()
        kind = known.get(word)
        if english and word == "to":
            if index - promise <= _PROMISE:
                kind, promise = "future", -99
        elif english and before == "to" and word not in _NO_VERB and kind != "future" and (not found or found[-1] != "future"):
            found.append("future" if word == "be" else "open")
            ahead = index if word == "be" else ahead
            before = word
            continue
        if kind == "future":
            ahead = index
            found.append("future")
        elif kind == "said":
            found.append("past")
        elif word == ",":
            ahead = -99
        elif word in ".!?\n;":
            if _ends(text, match.end()):
                found.append("stop")
                ahead = promise = -99
        elif kind == "ahead":
            promise = index
            if english and word.endswith("ed") and before not in _BE:
                found.append("past")
        elif index - ahead > _REACH and (kind == "past" or (english and _participle(text, word, match.end()))):
            found.append("past" if kind == "past" or match.end() >= end - 4 else "weak")
        before = word
    return found


def _participle(text: str, word: str, end: int) -> bool:
    """Tell whether a word may be a past form: it ends in -ed and no "by" follows it."""
    return len(word) > 3 and word.endswith("ed") and not text.startswith(" by ", end) and word not in ("need", "united", "indeed")


def _ends(text: str, end: int) -> bool:
    """Tell whether a stop ends a sentence: a blank and no small letter behind it, no short word before it."""
    if text[end - 1] in ";\n":
        return True
    after = text[end : end + 2]
    if after and not (after[0].isspace() and not after[1:].islower()):
        return False
    return text[end - 1] != "." or len(text[max(end - 12, 0) : end - 1].rsplit(" ", maxsplit=1)[-1]) > 3
