"""The status that one word or phrase gives: near a word of reporting, or with the day to which something is put off."""

from __future__ import annotations

from functools import lru_cache

from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data
from eventx.lexicon import Hit
from eventx.model import Status

_PUT_TO = 60
"""How far behind words by which something is put off the day may stand to which it is, in code points."""


def cue_status(document: Document, cue: Hit) -> Status:
    """Return the status a cue gives; near a word of reporting some give another one."""
    value = cue.entry.value
    status: Status = value["status"]
    reported: Status | None = value.get("reported")
    if reported is not None and _is_reported(document, cue.start):
        return reported
    return "planned" if status == "cancelled" and _tells_new_day(document, cue.end) else status


# postponed to June 3 · put off from 20 May until 3 June · postponed his visit to Lima to July; not "postponed to a later date"
def _tells_new_day(document: Document, offset: int) -> bool:
    """Tell whether the words behind `offset` say to what day something is put off: it is to take place then."""
    until = CLAUSES.table(document.lang, "put_to")
    words = document.match[offset : offset + _PUT_TO].split() if until else []
    months = language_data(document.lang).months
    for at, word in enumerate(words[:-1]):
        following = words[at + 2 : at + 3] if words[at + 1].isdigit() else words[at + 1 : at + 2]
        if until.get(word) is True and following and following[0].rstrip(".,;") in months:
            return True
    return False


def _is_reported(document: Document, offset: int) -> bool:
    """Tell whether the sentence at `offset` has a word of reporting."""
    sentence = document.sentence_at(offset)
    words = document.match[sentence.start : sentence.end].split()
    single, phrases = _reporting(document.lang)
    if not single.isdisjoint(words):
        return True
    if not phrases:
        return False
    told = f" {' '.join(words)} "
    return any(phrase in told for phrase in phrases)


@lru_cache(maxsize=16)
def _reporting(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of reporting, and those of several words with blanks around."""
    table = CLAUSES.table(code, "reporting")
    return frozenset(table), tuple([f" {surface} " for surface in table if " " in surface])
