"""Days that are kept: receptions given for them are ceremonies, and who is greeted for them is not met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eventx import NounPhrase, Span
from eventx_engagements.somebody import OBJECT, named_person
from eventx_engagements.words import LISTED, LOW, NO_MARKS, START, Look, Word

_REACH = 160
"""How far before or behind a reception it may be said what it is given for, in code points."""
_NAMED = 8
"""How many words may stand between "to mark" and the day: "to mark *the 48th* National Day"."""
_CLOSE = 2
"""How many words such a day has behind "for the": "for the *65th anniversary*"."""
_HEAD = 4
"""Among how many words behind "hosted" the one for a delegation stands."""
_TOLD = ("definite", "demonstrative")
_CELEBRATION = {"type": "ceremony", "form": "celebration", "frame": "feast", "noun": True, "counted": True}


# a reception (held) to mark the National Day of X · a dinner on the occasion of the 50th anniversary · the National Day reception
def given_for(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a reception is: a ceremony where it is given for a day that is kept, and for nobody who is named."""
    if "feast" not in value:
        return value
    if (look.kept and phrase.determiner in _TOLD) or _is_given_for(look, span, phrase):
        look.kept = True
        # a ceremony is one whatever it is given for; who goes on to speak does so at it
        return {**value, "frame": "feast_ceremony"} if value["type"] == "ceremony" else _CELEBRATION
    return value


def _is_given_for(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a reception is said to be given for a day that is kept, and for nobody who is named."""
    sentence, lower = look.document.sentence_at(span.start), look.document.lower
    start, end = max(sentence.start, phrase.start - _REACH), min(sentence.end, span.end + _REACH)
    if not look.grammar["feast"].may_stand(lower, start, end):
        return False
    before = look.words(start, span.start, 40, NO_MARKS)
    if _ends_in_feast(look, before):
        return True
    behind = look.words(span.end, end, 24, LISTED)
    kept = _kept(look, behind)
    if kept >= 0:
        return not _is_for_somebody(look, behind[:kept])
    before = look.words(start, phrase.start, 40, NO_MARKS)
    if _kept(look, before) < 0 or _is_for_somebody(look, behind):
        return False
    # "On the occasion of the Independence Day, X held a reception"
    return _kept(look, before) == 0 and not look.document.text[sentence.start : before[0][START]].strip()


def greeted(look: Look, span: Span) -> bool:
    """Tell whether somebody named is greeted who comes: not "greeted the ambassador *on the National Day*"."""
    if not named_person(look, span):
        return _is_delegation(look, span)
    end = min(look.document.sentence_at(span.end).end, span.end + _REACH)
    if not look.grammar["feast"].may_stand(look.document.lower, span.end, end):
        return True
    words = look.words(span.end, end, 24, LISTED)
    if words and words[0][LOW] in look.grammar["article"].table and look.grammar["feast"].first(words[:4]) >= 0:
        return False  # "hosted a National Day reception"
    return _kept(look, words, greeting=True) < 0


# hosted a delegation from the Ministry of Police of Samoa
def _is_delegation(look: Look, span: Span) -> bool:
    """Tell whether a delegation is greeted of which it is told by name whose it is."""
    words, group, people = look.after(span, 2 * OBJECT), look.grammar["group"], look.grammar["people"]
    at = group.first(words[:_HEAD])
    if at < 0 or not people.run(words, at):
        return False
    where = look.grammar["where"].first(words)
    return look.has_name(words[at + 1 : where if where > at else at + OBJECT])


def _kept(look: Look, words: Sequence[Word], *, greeting: bool = False) -> int:
    """Return the index of the words by which a day is kept that stands right behind them; -1 if none is."""
    keeps, feasts = look.grammar["keeps"], look.grammar["feast"]
    for index in range(len(words)):
        size = keeps.run(words, index)
        if not size or (keeps.value(words, index) == "greeted" and not greeting):
            continue
        # "a ceremony *for the* 65th anniversary"; not "for the guests on the National Day"
        far = _CLOSE if keeps.value(words, index) == "close" else _NAMED
        behind = words[index + size : index + size + far]
        at = feasts.first(behind)
        if at >= 0 and (greeting or feasts.value(behind, at) is True):
            return index
    return -1


def _ends_in_feast(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether a day that is kept stands right before a reception: "its *National Day* reception"."""
    feasts = look.grammar["feast"]
    return any(feasts.run(words, at) == len(words) - at for at in range(max(len(words) - 3, 0), len(words)))


def _is_for_somebody(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether it is said for whom a reception is given: "a reception *for Prime Minister X* to mark the anniversary"."""
    at = look.grammar["feasted"].first(words)
    return at >= 0 and look.has_name(words[at + 1 : at + _NAMED])


__all__ = ["given_for", "greeted"]
