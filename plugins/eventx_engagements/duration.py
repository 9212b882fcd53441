"""How long a visit lasts, and whether it is over."""

from __future__ import annotations

from itertools import pairwise

from eventx import NounPhrase, Span, language_data
from eventx_engagements.words import LOW, NO_MARKS, Look

_BACK = 80
_NOW = 3
"""The most words from "now" on before a visit under way."""
_FEW = 21
"""The most words between a visit and what tells that it is over."""


def days_of(look: Look, span: Span, phrase: NounPhrase) -> int | None:
    """Return how many days a visit lasts: "a four-day visit", "chuyến thăm 3 ngày"."""
    units = look.grammar["lasts"].table
    numerals = language_data(look.document.lang).numerals
    for modifier in phrase.modifiers:
        number, _, unit = modifier.partition("-")
        if unit in units:
            return _number(number, numerals.get(number), units[unit])
    for number, unit in pairwise(phrase.modifiers):  # "a two day visit", without its hyphen
        if unit in units and (number.isdigit() or number in numerals):
            return _number(number, numerals.get(number), units[unit])
    if not look.grammar.behind:
        # "a week-long visit", but not "a day visit"
        return next((int(units[modifier]) for modifier in phrase.modifiers if units.get(modifier, 1) > 1), None)
    if _is_under_way(look, phrase):
        return None
    words = look.words(span.end, min(span.end + _BACK, len(look.document.text)), 8)
    for word, following in pairwise(words):
        if following[LOW] in units and (word[LOW].isdigit() or word[LOW] in numerals):
            return _number(word[LOW], numerals.get(word[LOW]), units[following[LOW]])
    return None


# X *đang* có chuyến thăm 3 ngày tới Y và dự kiến gặp Z trong tối nay
def _is_under_way(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether somebody is said to be on a visit: the day told with it need not be the first."""
    auxiliaries = look.grammar["auxiliary"].table
    return any(auxiliaries.get(word[LOW]) == "now" for word in look.before(phrase.head, _BACK)[-_NOW:])


def is_over(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a visit is told as over: "*ended* a three-day visit", "left *after* a two-day visit"."""
    over = look.grammar["over"]
    return over.first(look.before(phrase.head, _BACK)[-4:]) >= 0 or _comes_from(look, phrase) or _ended(look, phrase)


# returned home on Monday *from* a three-day visit · *after* a three-day visit
def _comes_from(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether somebody is said to come back from a visit, or what he did after one."""
    home, start = look.grammar["comes_back"], look.document.sentence_at(phrase.start).start
    if not home.table:
        return False
    words = look.words(max(start, phrase.start - _BACK), phrase.start, _FEW, NO_MARKS)
    led = phrase.preposition or (words[-1][LOW] if words else "")
    return look.grammar["over"].table.get(led) is True or (led in look.grammar["came_from"].table and home.first(words) >= 0)


# a three-day visit to Peru, which *ended on* Saturday · her visit to Peru *concluded today*
def _ended(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether it is said behind a visit on what day it ended."""
    ends, last = look.grammar["ended"], look.document.sentence_at(phrase.head).end
    if not ends.may_stand(look.document.lower, phrase.head, min(last, phrase.head + _BACK)):
        return False
    words = look.words(phrase.head, last, _FEW, ";:.!?()")
    at = ends.first(words)
    behind = words[at + ends.run(words, at) :] if at > 0 else []
    told = at > 0 and bool(behind) and (behind[0][LOW] in look.grammar["on_day"].table or look.has_when(behind[:1]))
    return told and not look.has_when(words[:at]) and not any(word[LOW] in look.grammar["join"].table for word in words[:at])


def _number(text: str, numeral: int | None, unit: int) -> int | None:
    """Return a number of days, if it is one."""
    value = int(text) if text.isdigit() and len(text) < 3 else numeral
    return value * unit if value else None


__all__ = ["days_of", "is_over"]
