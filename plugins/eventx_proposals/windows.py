"""Where the frame of an act looks for the one who proposes and the one who is asked."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import Document, Slot, Span, clause_before, clause_opener, sentence_before
from eventx_proposals.act import Act, Token, is_capital, tokens, word_lists

_LONG = 800
"""A longer stretch before an act has no opening phrase worth looking for."""


def slots(document: Document, act: Act, previous: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Return an act's slots.

    Args:
        document: the document.
        act: the act.
        previous: the slots of the act before it in the same sentence, if they share their subject.

    """
    spans = list(previous[0].spans) if previous else []
    for span in _windows(document, act):
        if span not in spans and span.end > span.start:
            spans.append(span)
    proposer = Slot(role="proposer", spans=tuple(spans), take="head", carry=True)
    if act.addressee is None or not _names(document, act.addressee):
        return (proposer,)
    return (proposer, Slot(role="addressee", spans=(act.addressee,), take="first", kinds=("person",)))


def _windows(document: Document, act: Act) -> list[Span]:
    """Return the windows for the one who proposes, the likeliest first."""
    if act.form == "should":
        return [span for span in (act.told_by, act.said_by) if span is not None]
    clause = clause_before(document, act.start)
    clause = _shrink(document, clause)
    whole = sentence_before(document, act.start)
    inner = [*_after_opening(document, clause), clause]
    outer = [*_after_opening(document, whole), whole]
    # "X praised the work that he had done and urged him": what goes on is the main clause
    opener = clause_opener(document, act.start) if act.shared else None
    windows = [*outer, *inner] if opener is not None and opener.value in ("relative", "complement") else [*inner, *outer]
    if act.told_by is not None:
        windows.insert(0, act.told_by)
    if act.said_by is None:
        return windows
    return [act.said_by, *windows] if act.quoted else [*windows, act.said_by]


def _shrink(document: Document, span: Span) -> Span:
    """Return the span without blanks around it."""
    text = document.text[span.start : span.end]
    left = len(text) - len(text.lstrip(" ,\n"))
    return Span(
        min(span.start + left, span.end), max(span.end - (len(text) - len(text.rstrip())), min(span.start + left, span.end))
    )


def _after_opening(document: Document, span: Span) -> list[Span]:
    """Return what remains of a stretch that begins with an opening phrase ("At the talks with X, Y"), shortest first."""
    if len(span) > _LONG:
        return []
    found = tokens(document.lower, span.start, span.end)
    if not found or not _opens(document, found[0]):
        return []
    commas = [token.end for token in found if token.word == ","]
    if not commas:
        return []
    last = _shrink(document, Span(commas[-1], span.end))
    rest = _shrink(document, Span(commas[0], span.end))
    return [window for window in (last, rest) if _has_subject(document, window)]


def _opens(document: Document, token: Token) -> bool:
    """Tell whether a sentence's first word opens a phrase before the subject."""
    if token.word.endswith("ing") and document.lang == "en":
        return True
    return token.word in word_lists(document.lang)["around"]["opening"]


def _has_subject(document: Document, span: Span) -> bool:
    """Tell whether a stretch holds a name, or enough words to hold somebody."""
    found: Sequence[Token] = [token for token in tokens(document.lower, span.start, span.end) if token.is_word]
    pronouns = word_lists(document.lang)["around"]["pronouns"]
    return (
        any(is_capital(document, token) for token in found) or len(found) >= 2 or any(token.word in pronouns for token in found)
    )


def _names(document: Document, span: Span) -> bool:
    """Tell whether a stretch holds a capitalised word, so that somebody may be named in it."""
    return any(char.isupper() for char in document.text[span.start : span.end])
