"""What opens a sentence or clause before its subject: words of time, phrases."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data

_OPENING = 60
_HOSTS = 6
"""How many of those who invite somebody are told one after another, at most."""
_DAY = 10
"""The most characters of a day in numbers: 14/02/2023."""


def only_time(document: Document, start: int, end: int) -> bool:
    """Tell whether the stretch has no capitalised word but names of months and weekdays."""
    data = language_data(document.lang)
    words = document.text[start:end].split()
    return all(word[0] == word[0].lower() or word.strip(",.").lower() in {*data.months, *data.weekdays} for word in words)


def opens_with_phrase(document: Document, start: int, end: int) -> bool:
    """Tell whether the stretch is a phrase before its subject: "Meeting with Y", "In their review", without a comma."""
    words, phrases = document.match[start:end].split(maxsplit=2), CLAUSES.table(document.lang, "opening_phrase")
    opens = bool(words) and (words[0] in phrases or " ".join(words[:2]) in phrases)
    return opens and "," not in document.text[start:end] and document.sentence_at(start).start >= start - 1


@lru_cache(maxsize=16)
def _openings(code: str) -> tuple[frozenset[str], Mapping[str, Any], tuple[str, ...]]:
    """Return the words of time, the adverbs that may open a sentence, and those each with the blank behind it."""
    data, adverbs = language_data(code), CLAUSES.table(code, "adverb")
    return frozenset((*data.months, *data.weekdays, *data.parts_of_day)), adverbs, tuple(f"{adverb} " for adverb in adverbs)


def behind_date(document: Document, start: int, end: int) -> int | None:
    """Return where a name follows a date at the head of a stretch: "On February 8 *Artur X*"; ``None`` if none does.

    A weekday or month alone may be part of a name ("May Holm"): a number must stand with it, or a preposition before it.
    """
    times, adverbs, _ = _openings(document.lang)
    days = CLAUSES.table(document.lang, "time")
    text, offset, told, led = document.text, start, 0, False
    for word in text[start:end].split():
        offset = text.index(word, offset)
        bare = word.strip(",.()").lower()
        if bare in times or (bare[:1].isdigit() and len(bare) <= _DAY):
            told += 1
        elif told or bare not in adverbs:
            return offset if told > (not led) and word[0].isupper() else None
        else:
            led = True
            # "Yesterday X, President of Y, received": a day by itself
            told += bare in days
        offset += len(word)
    return None


def is_opening(document: Document, start: int, end: int) -> bool:
    """Tell whether the stretch holds at most words of time, so that what follows opens the sentence ("On April 21, during …").

    A place may be told with them, in a phrase of its own: "Sáng 3/4, *tại Hà Nội*, nhân chuyến thăm của X, Y tiếp Z".
    """
    if end - start > _OPENING:
        return False
    words = document.text[start:end].split()
    if not words:
        return True
    times, adverbs, phrases = _openings(document.lang)
    first, placed, where = True, False, CLAUSES.table(document.lang, "set_at")
    for word in words:
        placed = bool(where) and (word in where or placed)
        if not (word[0].isalnum() or any(map(str.isalnum, word))):
            continue
        bare = word.strip(",.()\"'“”").lower()
        is_time = bare in times or (not bare.isalpha() and any(map(str.isdigit, bare)))
        if first:
            if not (is_time or bare in adverbs or document.lower[start:end].lstrip().startswith(phrases)):
                return False
            first = False
        elif not is_time and word[0].isupper() and not placed:
            return False
        placed = placed and word[-1] != ","
    return True


# nhận lời mời của Tổng thống A, Tổng thống B và Tổng thống C*,* Thủ tướng D sẽ thăm
def list_comma(document: Document, first: int, end: int) -> int:
    """Return the comma that closes a list of somebody's hosts, behind the name that follows "and"; else the first comma."""
    joins, comma = language_data(document.lang).conjunctions, first
    finite = CLAUSES.table(document.lang, "auxiliary")
    for _ in range(_HOSTS):
        following = document.text.find(",", comma + 1, end)
        words = document.text[comma + 1 : max(following, 0)].split()
        if following < 0 or not words or not (words[0][0].isupper() or words[0] in joins):
            return first
        if any(word in finite for word in words):
            return first
        named = [index for index, word in enumerate(words[:-1]) if word in joins]
        if named:
            behind = document.text[following + 1 : following + 3].strip()
            return following if words[named[-1] + 1][0].isupper() and behind[:1].isupper() else first
        comma = following
    return first
