"""Whose doing it is, where it is not the clause's first name: guests who come, objects that go on, conferences one speaks at."""

from __future__ import annotations

from itertools import pairwise

import attrs

from eventx import Anchor, Document, Lexicon, NounPhrase, Slot, Span, clause_before, language_data
from eventx_engagements.words import Word, is_name, run_in, words_in

_REACH = 250
_BACK = 80


@attrs.frozen(kw_only=True)
class Told:
    """The trigger told before in the same text: where it stands, its type and its frame."""

    span: Span
    type: str
    frame: str


def subject_of(document: Document, lexicon: Lexicon, lead: int, before: Told | None, *, goes: bool) -> Span | None:
    """Return where the subject stands if it is the object of what was told before; ``None`` if it is the clause's own.

    Accepts: "received *X* on an official visit to Y" and "tiếp *X* đang thăm Y" (who is received is the visitor); in languages
    with verbs in a row also "đón *X* sang thăm Y".

    Args:
        document: the document.
        lexicon: the words.
        lead: where the words begin whose subject is asked for.
        before: what was told before.
        goes: whether the words say that somebody goes somewhere: a visit, taking part in a conference.

    """
    if not goes:
        return None
    sentence = document.sentence_at(lead)
    if before is not None and before.span.start >= sentence.start and before.span.end < lead:
        stretch = Span(before.span.end, lead)
        comes = before.frame in lexicon.table(document.lang, "comes")
        if comes and not _is_joined(document, lexicon, stretch) and _has_name(document, stretch):
            return stretch
    takers = lexicon.table(document.lang, "takers")
    if not takers:
        return None
    clause = clause_before(document, lead)
    words = list(words_in(document, Span(max(clause.start, lead - _REACH), lead), 80, marks=""))
    for index in range(len(words) - 1, -1, -1):
        if run_in(words, index, takers) and index + 1 < len(words):
            stretch = Span(words[index].end, lead)
            return stretch if not _is_joined(document, lexicon, stretch) and _has_name(document, stretch) else None
    return None


def _is_joined(document: Document, lexicon: Lexicon, stretch: Span) -> bool:
    """Tell whether the stretch ends in "and" or a comma, so that the clause's subject goes on ("received X and visited Y")."""
    auxiliaries = lexicon.table(document.lang, "auxiliary")
    words = list(words_in(document, Span(max(stretch.start, stretch.end - _REACH), stretch.end), 80, marks=""))
    while words and words[-1].low in auxiliaries and auxiliaries[words[-1].low]:
        words.pop()
    end = words[-1].end if words else stretch.start
    if words and words[-1].low in lexicon.table(document.lang, "join"):
        return True
    return any(char in ",;:" for char in document.text[end : stretch.end])


def _has_name(document: Document, stretch: Span) -> bool:
    """Tell whether somebody or something is named in the stretch."""
    return any(is_name(document, word) for word in words_in(document, stretch, 60, marks=""))


def role_of(document: Document, lexicon: Lexicon, phrase: NounPhrase, kind: str) -> str | None:
    """Return the role of the subject of a noun: that of its light verb, of a verb further off, or of who speaks at it."""
    if phrase.role:
        return phrase.role
    if phrase.light is not None or kind not in ("conference", "ceremony", "signing"):
        return None
    if phrase.preposition is not None:
        role = lexicon.table(document.lang, "role_at").get(phrase.preposition)
        return str(role) if role and kind != "signing" else None
    return _role_before(document, phrase.start)


def _role_before(document: Document, lead: int) -> str | None:
    """Return the role of the last light verb before in the clause ("will organise the Design Day and *a seminar*")."""
    from eventx.clauses import CLAUSES  # noqa: PLC0415

    light = CLAUSES.table(document.lang, "light")
    clause = clause_before(document, lead)
    words = list(words_in(document, Span(max(clause.start, lead - _BACK), lead), 30, marks=""))
    for index in range(len(words) - 1, -1, -1):
        size = run_in(words, index, light)
        role = light[" ".join(word.low for word in words[index : index + size])] if size else ""
        if role:
            return str(role)
    return None


def kept(slots: tuple[Slot, ...], anchor: Anchor, kind: str, *, anaphoric: bool) -> tuple[Slot, ...]:
    """Return the slots that make sense here.

    Who only attends a conference is no reason to take those named after it for its speakers; who speaks "during the visit" is not
    therefore the visitor.
    """
    found = slots
    if anaphoric or anchor.role == "participant":
        found = tuple(slot for slot in found if slot.take != "topics")
    if anaphoric and kind == "visit":
        found = tuple(slot for slot in found if not slot.carry)
    return found


def days_of(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase) -> int | None:
    """Return how many days a visit lasts: "a four-day visit", "chuyến thăm 3 ngày"."""
    units = lexicon.table(document.lang, "lasts")
    numerals = language_data(document.lang).numerals
    for modifier in phrase.modifiers:
        number, _, unit = modifier.partition("-")
        if unit in units:
            return _number(number, numerals.get(number), units[unit])
    if not lexicon.table(document.lang, "behind"):
        return None
    words: list[Word] = list(words_in(document, Span(span.end, min(span.end + _BACK, len(document.text))), 8))
    for word, following in pairwise(words):
        if following.low in units and (word.low.isdigit() or word.low in numerals):
            return _number(word.low, numerals.get(word.low), units[following.low])
    return None


def _number(text: str, numeral: int | None, unit: int) -> int | None:
    """Return a number of days, if it is one."""
    value = int(text) if text.isdigit() and len(text) < 3 else numeral
    return value * unit if value else None


__all__ = ["Told", "days_of", "kept", "role_of", "subject_of"]
