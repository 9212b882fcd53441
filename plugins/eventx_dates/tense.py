"""Whether the words of a clause put a date in the past or the future."""

from __future__ import annotations

import re
from functools import lru_cache

from eventx import Span
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

_LEFT, _RIGHT = 160, 120
_WORD = re.compile(r"[^\W\d_]+|[,;:.!?\n“”\"]")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "also", "not"))
_REACH = 5  # how many words a modal may stand before its participle: "will also be officially opened"


@lru_cache(maxsize=8)
def _words(code: str) -> dict[str, str]:
    """Return what the words of a language say of time: past, future, or that a following "to" says future."""
    names = ("past", "future", "ahead")
    return {word: name for name in names for word in LEXICON.table(code, name)}


def direction(text: str, code: str, span: Span) -> Toward | None:
    """Return whether the clause around a date tells of the past or the future, if it tells.

    The nearest word before the date that tells decides ("said on Friday that he will visit in May"), else the nearest behind it, as
    far as the sentence reaches. A participle ("themed", "headed by") tells only where no finite verb does.
    """
    left = _marks(text, code, max(span.start - _LEFT, 0), span.start)
    if "stop" in left:
        left = left[len(left) - left[::-1].index("stop") :]
    right = _marks(text, code, span.end, min(span.end + _RIGHT, len(text)))
    if "stop" in right:
        right = right[: right.index("stop")]
    for marks in (left[::-1], right):
        strong = next((mark for mark in marks if mark != "weak"), None)
        if strong or marks:
            return strong or "past"  # type: ignore[return-value] # past or future
    return None


def _marks(text: str, code: str, start: int, end: int) -> list[str]:
    """Return what the words of a window say, in order: past, weak (a participle), future, or stop at the end of a sentence."""
    known = _words(code)
    found: list[str] = []
    ahead = promise = -99
    before = ""
    for index, match in enumerate(_WORD.finditer(text, start, end)):
        word = match.group().lower()
        kind = known.get(word)
        if kind == "future" or (word == "to" and code == "en" and index - promise <= 4) or (word == "be" and before == "to"):
            ahead = index
            found.append("future")
        elif word in ".!?\n;":
            if _ends(text, match.end()):
                found.append("stop")
                ahead = promise = -99
        elif kind == "past" or (kind is None and code == "en" and len(word) > 3 and word.endswith("ed")):
            if index - ahead > _REACH:
                found.append("past" if kind == "past" else "weak")
        if kind == "ahead":
            promise = index
            if word.endswith("ed") and before not in _BE:
                found.append("past")
        before = word
    return found


def _ends(text: str, end: int) -> bool:
    """Tell whether a stop ends a sentence: a blank and no small letter behind it, no short word before it."""
    if text[end - 1] in ";\n":
        return True
    after = text[end : end + 2]
    if after and not (after[0].isspace() and not after[1:].islower()):
        return False
    return text[end - 1] != "." or len(text[max(end - 12, 0) : end - 1].rsplit(" ", maxsplit=1)[-1]) > 3
