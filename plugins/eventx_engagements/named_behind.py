"""Lists behind the verb of a sentence: "Accompanying the Minister *were* X and Y", "Members of the delegation *include* X"."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.somebody import OBJECT
from eventx_engagements.words import LOW, NO_MARKS, Look, end_of

_HEAD = 6
"""How many words behind the verb are looked at for names."""


def _opens(look: Look, span: Span) -> bool:
    """Tell whether words open their sentence, maybe behind the mark of a list."""
    return not look.document.slice(Span(look.document.sentence_at(span.start).start, span.start)).strip(" *•-–")


def inverted(look: Look, span: Span) -> bool:
    """Tell whether those who come with somebody follow a verb: "Accompanying the Minister *were* X and Y"."""
    return _opens(look, span) and inverted_end(look, span) is not None


# Members of the delegation include: Mr X, Head of …; Mr Y · The other members of his delegation were Minister X and Ambassador Y
def members_of(look: Look, span: Span) -> bool:
    """Tell whether a sentence opens with whose members are named behind a verb: those of a delegation, a group of guests."""
    end = inverted_end(look, span)
    if end is None or not _opens(look, span):
        return False
    told = look.words(span.start, end, 2 * OBJECT, NO_MARKS)
    return look.grammar["group"].first(told) >= 0 and _names_at(look, end)


# On the side of the university there were Professor X - Principal; Mr Y · On the part of the city, there was Mayor X
def there_were(look: Look, span: Span) -> bool:
    """Tell whether a sentence opens with whose side it is of which people are named behind a verb."""
    end = inverted_end(look, span)
    return end is not None and _opens(look, span) and _names_at(look, end)


def _names_at(look: Look, end: int) -> bool:
    """Tell whether people are named at once: with words that have capitals, no place."""
    words = look.words(end, look.document.sentence_at(end).end, _HEAD, NO_MARKS)
    opens = bool(words) and (look.is_capital(words[0]) or words[0][LOW] in look.grammar["article"].table)
    return opens and sum(map(look.is_capital, words)) > 1


def inverted_end(look: Look, span: Span) -> int | None:
    """Return where the verb ends behind which those follow who accompany somebody."""
    words = look.after(span, 2 * OBJECT)
    index = look.grammar["inverted"].first(words)
    if index >= 0 or not look.grammar["there"].table:
        return end_of(words[index]) if index >= 0 else None
    # "On the side of the university, *there were* X and Y"
    words = look.words(span.end, look.document.sentence_at(span.start).end, 2 * OBJECT, ";:.!?")
    index = look.grammar["there"].first(words)
    return end_of(words[index + 1]) if index >= 0 else None


# Welcoming the delegations were Chairman X and Mr Y · Greeting the guests at the gate was Director X
def is_received_list(look: Look, span: Span) -> bool:
    """Tell whether a verb opens its sentence, and behind whom they received those are named who did."""
    end = inverted_end(look, span)
    if end is None or not _opens(look, span) or not _names_at(look, end):
        return False
    return look.grammar["people"].first(look.words(span.end, end, OBJECT)) >= 0


__all__ = ["inverted", "inverted_end", "is_received_list", "members_of", "there_were"]
