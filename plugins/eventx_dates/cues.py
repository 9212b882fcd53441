"""What stands right beside a date: the words before it that point, and the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

_BEFORE = 60  # characters before a date in which words that point stand
_STOPS = re.compile(r"[.!?:;\n\"”]")


def words_before(text: str, start: int) -> list[str]:
    """Return the words right before a date, in small letters."""
    return text[max(start - _BEFORE, 0) : start].lower().split()


@lru_cache(maxsize=8)
def _pointers(code: str) -> dict[str, Toward]:
    """Return the words that point where they stand right before a date, and what they say."""
    said: tuple[tuple[str, Toward], ...] = (("told", "past"), ("deadline", "future"), ("record", "near"), ("starting", "near"))
    return {word: toward for name, toward in said for word in LEXICON.table(code, name)}


def cue(words: Sequence[str], code: str) -> Toward | None:
    """Return what the words right before a date say.

    "by Friday" lies ahead, "since Friday" does not; a strike beginning on Monday starts on the nearest one, and shareholders of
    record as of Oct. 10 are only known by that day.
    """
    if not words:
        return None
    known, last = _pointers(code), words[-1]
    if len(words) == 1:
        return known.get(last)
    if words[-2] in LEXICON.table(code, "starting"):
        return "near"
    return known.get(f"{words[-2]} {last}") or known.get(last)


def is_moved_to(words: Sequence[str], code: str) -> bool:
    """Tell whether something was put off to a date: the vote was postponed until March 16."""
    if len(words) < 2 or words[-1] not in LEXICON.table("en", "until"):
        return False
    return not LEXICON.table(code, "moved").keys().isdisjoint(words[-8:-1])


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether at most one word stands between the start of the sentence and a date."""
    pieces = _STOPS.split(text[max(start - 24, 0) : start])
    return len(pieces[-1].split()) <= 1 and (len(pieces) > 1 or start <= 24)


def ends_sentence(text: str, end: int, *, short: bool) -> bool:
    """Tell whether a stop ends a sentence: a blank and no small letter behind it, no short word before it.

    Args:
        text: the text.
        end: where the stop ends.
        short: whether a short word in small letters may be an abbreviation.

    """
    if text[end - 1] in ";\n":
        return True
    after = text[end : end + 2]
    if after and not (after[0].isspace() and not after[1:].islower()):
        return False
    last = text[max(end - 12, 0) : end - 1].rsplit(" ", maxsplit=1)[-1]
    return text[end - 1] != "." or len(last) > 3 or last[-1:].isdigit() or (not short and last.islower())
