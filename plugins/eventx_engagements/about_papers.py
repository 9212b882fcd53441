"""Nouns of events that only tell what a document is about, or what was signed before or is spoken of."""

from __future__ import annotations

from eventx import NounPhrase, Span
from eventx_engagements.inside import is_talked_of
from eventx_engagements.words import LOW, NO_MARKS, Look

_PAPER = 60
"""How far before a noun the paper may be named, in code points."""
_NAMED = 8
"""Among how many words before "the establishment of" something a paper on that is named."""
_OFFICE = 4
"""The most words of an office."""


# since the signing of the treaty · discussed the signing of a treaty
def is_no_signing(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a signing is only what was before, or what others speak of."""
    before = phrase.preposition in look.grammar["since"].table
    return before or (phrase.light is None and is_talked_of(look, phrase))


# a memorandum of understanding *on political consultations* · a plan *of* consultations; not "the minutes *of the* meeting"
def is_of_paper(look: Look, span: Span, phrase: NounPhrase, kind: str) -> bool:
    """Tell whether the noun is what a document is about."""
    of = phrase.determiner is None and phrase.preposition in look.grammar["one_of"].table
    signed = look.grammar["signed_for"].table
    if of or phrase.preposition in look.grammar["about"].table or phrase.preposition in signed.values():
        start = max(phrase.start - _PAPER, look.document.sentence_at(phrase.start).start)
        words = look.words(start, phrase.start, 20, NO_MARKS)
        last = words[-1][LOW] if words else ""
        if phrase.preposition in signed.values():
            return signed.get(last) == phrase.preposition
        # a memorandum on *the establishment of* consultations
        near = words[-_NAMED:] if last in look.grammar["sets_up"].table else words[-3:]
        if look.grammar["document"].first(near) >= 0:
            return True
    return kind == "meeting" and look.grammar.behind and _names_paper(look, span, phrase)


# ký Kế hoạch *tham vấn chính trị* giai đoạn 2024-2025
def _names_paper(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a bare noun right behind a paper says what the paper is, in languages that put no word between."""
    if phrase.light is not None or phrase.determiner is not None or phrase.start != span.start:
        return False
    papers = look.grammar["document"]
    before = look.before(span.start, _PAPER)[-_OFFICE:] if look.may_stand_before(span.start, papers) else []
    words = [*before, *look.words(span.start, span.end, _OFFICE)]
    return any(papers.run(words, at) >= len(before) - at for at in range(len(before)))
