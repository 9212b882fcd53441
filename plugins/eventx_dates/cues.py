"""What stands right beside a date: the words before it that point, and the ends of sentences."""

from __future__ import annotations

import re

from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

_STOPS = re.compile(r"[.!?:;\n\"”]")


def cue(text: str, code: str, start: int) -> Toward | None:
    """Return what the word right before a date says: "by Friday" lies ahead, "since Friday" does not."""
    words = text[max(start - 16, 0) : start].lower().split()
    last = {words[-1], " ".join(words[-2:])} if words else set()
    if not last.isdisjoint(LEXICON.table(code, "deadline")):
        return "future"
    return None if last.isdisjoint(LEXICON.table(code, "told")) else "past"


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
    return text[end - 1] != "." or len(last) > 3 or (not short and last.islower())
