"""Bare verbs behind a comma and "and" that go on with what will be done: "will visit Peru, *and hold* talks with X"."""

from __future__ import annotations

from eventx import NounPhrase, clause_opener
from eventx_engagements.words import LOW, NO_MARKS, START, Look

_ALL = 100
"""The most words of a sentence that are looked at."""
_VERB = 16
"""How long a bare verb is at most, in code points."""


# said Minister X will visit Peru, *and hold* talks with Y; not "X and Y hold talks", "will visit Peru, and held talks"
def goes_on_with(look: Look, start: int) -> int | None:
    """Return where the modal stands with which a bare light verb behind a comma and "and" goes; ``None`` if there is none."""
    bare, verb = look.grammar["bare_light"].table, look.document.lower[start : start + _VERB].split(maxsplit=1)
    if not verb or verb[0] not in bare:
        return None  # nearly always
    words = look.words(look.document.sentence_at(start).start, start, _ALL, NO_MARKS)
    if not words or words[-1][LOW] not in look.grammar["join"].table:
        return None
    if look.document.text[: words[-1][START]].rstrip()[-1:] != ",":
        return None
    modals = look.grammar["modal"].table
    return next((word[START] for word in reversed(words) if word[LOW] in modals), None)


# said that Peru will carry out the plan, *and hold* the 12th Congress; not "will visit Peru on May 3, and hold the congress"
def is_what_others_will_do(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a bare verb goes on with what somebody says that others will do, on no day."""
    modal = goes_on_with(look, phrase.start) if phrase.light is not None else None
    opener = clause_opener(look.document, modal) if modal is not None else None
    if opener is None or opener.value != "complement":
        return False
    return not look.has_when(look.words(opener.end, phrase.start, _ALL, NO_MARKS))
