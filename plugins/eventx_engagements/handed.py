"""Gifts, honours and goods that are handed over: what is given, and to whom."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.lexicon import ends
from eventx_engagements.words import LOW, Look, Word

_NEAR = 90
_LISTED = ";:.!?"
_FIRST = 12
"""The most words that lead to what is given."""
_NAMED = 7
"""Within how many words behind "to" a name must stand."""


def gift(look: Look, span: Span) -> bool:
    """Tell whether a gift or an honour is given: its word follows, or a number of things "to" somebody."""
    words = look.after(span, 24, 2 * _NEAR, _LISTED)
    if look.grammar["gift"].first(words[:_FIRST]) >= 0:
        return True
    if bool(words) and words[0][LOW][0].isdigit() and look.grammar["receiver"].first(words) >= 0:
        return True
    return goods(look, span)


# handed over two ambulances to the Ministry of Health · Presenting the masks on behalf of the UN, X said
def goods(look: Look, span: Span) -> bool:
    """Tell whether goods follow that are given to somebody named, or that open a sentence as what is being handed over."""
    things = look.grammar["goods"]
    if not things.table:
        return False
    words = look.after(span, 24, 2 * _NEAR, _LISTED)
    at = things.first(words[:_FIRST])
    if at < 0:
        return False
    start = look.document.sentence_at(span.start).start
    verb = look.document.lower[span.start : span.end].split()[0]
    if verb.endswith(ends(look.document.lang, "going")) and not look.document.text[start : span.start].strip():
        return True
    return _reaches_somebody(look, words[at:])


# The consignment was today presented to the Ministry of Health (by X)
def given_to(look: Look, span: Span) -> bool:
    """Tell whether goods are said to have been given to somebody named, in the passive."""
    words = look.before(span.start, 2 * _NEAR)
    gifts = look.grammar["gift"]
    told = look.grammar["goods"].first(words) >= 0
    told = told or any(
        gifts.value(words, index) == "donation" for index in range(len(words)) if words[index][LOW] in gifts.longest
    )
    behind, receiver = look.after(span, 3 * _NAMED, 2 * _NEAR), look.grammar["receiver"].table
    if not told or not behind:
        return False
    if behind[0][LOW] in look.grammar["agent"].table:
        return _reaches_somebody(look, behind)  # "was handed over by Ambassador X *to* Minister Y"
    return behind[0][LOW] in receiver and look.has_name(behind[:_NAMED])


def _reaches_somebody(look: Look, words: list[Word]) -> bool:
    """Tell whether it is said to whom goods are given, by a name: "to the *Ministry* of Health"."""
    at = look.grammar["receiver"].first(words)
    return at >= 0 and look.has_name(words[at + 1 : at + 1 + _NAMED])


__all__ = ["gift", "given_to", "goods"]
