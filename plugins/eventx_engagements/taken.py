"""What stands right before a verb or noun: a word of a table, who takes the visit or call it tells of, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import NounPhrase, Span
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Phrases, Word

_SIDE = 50
"""The most characters of the words that tell whose side is told of."""
_BEFORE = 40
_LAST = 4
"""The most words of time and plan before a verb behind a comma."""


def follows(look: Look, offset: int, tag: str) -> bool:
    """Tell whether the word before `offset` is in a table."""
    before = look.document.match[max(offset - 16, 0) : offset].split()
    return bool(before) and before[-1] in look.grammar[tag].table


# received a visit from X · welcomed a working visit by X; not "welcomed the visit by X as a sign of friendship"
def is_received(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a visit or call is somebody's, told behind "from" or "by", who comes to who is told before it."""
    words = look.after(span, 8) if is_taken(look, phrase) else []
    if not words or words[0][LOW] not in look.grammar["sender"].table:
        return False
    return look.grammar["people"].first(words[1:]) >= 0 or look.has_name(words[1:4])


def is_taken(look: Look, phrase: NounPhrase) -> bool:
    """Tell whether a visit or call is said to be received, or welcomed where it is told first."""
    if phrase.light is None:
        return phrase.determiner == "indefinite" and follows(look, phrase.start, "welcomes")
    return phrase.light in look.grammar["receives"].table


def fronted(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence: "*Tháp tùng* Thủ tướng có …"."""
    return not look.document.text[look.document.sentence_at(span.start).start : span.start].strip()


# Về phía Peru, *cùng tham dự với* Tổng thống X có Y
def fronted_on_side(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence, or stands behind nothing but whose side is told of, and a comma."""
    start, side = look.document.sentence_at(span.start).start, look.grammar["side"]
    if span.start - start > 2 * _SIDE:
        return False
    text = look.document.text[start : span.start].rstrip()
    if not text:
        return True
    if not text.endswith(",") or len(text) > _SIDE or not side.table:
        return False
    words = look.words(start, span.start, _SIDE)
    return bool(words) and side.run(words, 0) > 0 and "," not in text[:-1]


# X met Y on Monday. *It was held in* Lima; not "They discussed the fair. It was held in Lima"
def just_told(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence, and the sentence before tells of an event."""
    start = look.document.sentence_at(span.start).start
    told = look.document.sentence_at(look.told).end if look.told >= 0 else start
    return fronted(look, span) and told <= start and not look.document.text[told:start].strip()


# cho biết A sẽ thăm X, *dự kiến* hội đàm với Y · thông báo A thăm X, theo đó *sẽ* gặp Y
def is_to_follow(look: Look, offset: int) -> bool:
    """Tell whether nothing but words of time and plan stands between a comma and a verb, in languages with verbs in a row."""
    if not look.grammar.behind or look.document.text.find(",", max(offset - _BEFORE, 0), offset) < 0:
        return False
    # the words themselves: a verb behind a comma may be a clause of its own, whose subject stands far before
    start = max(look.document.sentence_at(offset).start, offset - _BEFORE)
    words, auxiliary = look.words(start, offset, _BEFORE, NO_MARKS)[-_LAST:], look.grammar["auxiliary"]
    at = next((index for index in range(len(words)) if _all_of(auxiliary, words[index:])), len(words))
    text = look.document.text
    return at < len(words) and text[max(words[at][START] - 3, 0) : words[at][START]].rstrip().endswith(",")


def _all_of(phrases: Phrases, words: Sequence[Word]) -> bool:
    """Tell whether words are entries of a table, one after the other."""
    at = 0
    while at < len(words) and (size := phrases.run(words, at)):
        at += size
    return at == len(words)
