"""Those who are somewhere, come back from there, or worked with somebody there: verbs that mostly tell of something else."""

from __future__ import annotations

from eventx import Hit, Span
from eventx_engagements.arrivals import is_dated
from eventx_engagements.goals import goal
from eventx_engagements.somebody import FAR, OBJECT, is_official
from eventx_engagements.subjects import Told, ends_led
from eventx_engagements.words import LOW, NO_MARKS, Look, Word

_PERSON = 6
"""How many words may lead to the office of somebody worked with: "with *two* ACFTU *vice* presidents"."""
_FROM = 14
_BEFORE = 60
_COMES = 8
"""How many words before a ceremony's verb the verb of motion may stand."""


# The Chief of Police, X, is in Malawi at the invitation of Y
def is_there(look: Look, span: Span) -> bool:
    """Tell whether somebody named is said to be in a place by invitation; what else is done there is told by its own words."""
    words = look.words(span.end, look.document.sentence_at(span.start).end, 3 * OBJECT, ";:.!?")
    if (
        not words
        or not _is_place(look, words[0])
        or look.grammar["people"].run(words, 0)
        or look.grammar["indoors"].run(words, 0)
    ):
        return False
    before = look.before(span.start, FAR)
    told = _is_named_before(look, span) or (bool(before) and look.grammar["people"].run(before, len(before) - 1) > 0)
    return told and look.grammar["stay"].first(words) > 0


# President X returned on Tuesday to Accra from Togo, where …
def came_from(look: Look, span: Span) -> bool:
    """Tell whether somebody in office is said to come home from a place; not "returned to power", "from exile"."""
    words = look.words(span.end, look.document.sentence_at(span.start).end, _FROM, ".;:")
    at = look.grammar["came_from"].first(words)
    if at < 0 or at + 1 >= len(words) or not _is_place(look, words[at + 1]) or look.grammar["people"].run(words, at + 1):
        return False
    home = look.grammar["way_home"]
    # "to Luanda on Wednesday", and nothing else: not "to power with help from Paris"
    straight = all(look.is_capital(word) or look.has_when([word]) or word[LOW] in home.table for word in words[:at])
    return straight and _is_named_before(look, span) and _is_official(look, span)


# The same day, vice president X worked with two vice presidents, Y and Z · On Monday, Minister X worked with Governor Y
def worked(look: Look, span: Span) -> bool:
    """Tell whether somebody in office worked with another on a day that is told: a meeting, as some write of it."""
    words = look.after(span, OBJECT)
    people = look.grammar["people"]
    if people.first(words[:_PERSON]) < 0 or not look.has_name(look.after(span, 2 * OBJECT, marks=";:.!?")):
        return False
    before = look.before(span.start, FAR)
    nobody = people.first(before) < 0 and look.grammar["subject_pronoun"].first(before) < 0
    if nobody or look.grammar["thing"].first(words) >= 0:
        return False
    sentence = look.document.sentence_at(span.start)
    told = look.grammar["worked_when"].first(look.words(sentence.start, sentence.end, 80, NO_MARKS)) >= 0
    return told or is_dated(look, sentence)


# Sáng 3/5, Phó Thủ tướng X làm việc tại Hà Nam · dự Hội nghị Y và làm việc tại Pháp; not "gặp công nhân Lào làm việc tại Hà Nam"
def worked_in(look: Look, span: Span) -> bool:
    """Tell whether somebody in office, whose clause has no other verb, works in a place on a day; or does so besides a trip."""
    sentence = look.document.sentence_at(span.start)
    if not goal(look, span) or not is_dated(look, sentence) or look.grammar["indoors"].first(look.after(span, 3)) == 0:
        return False
    words, people = look.before(span.start, FAR), look.grammar["people"]
    joined = bool(words) and words[-1][LOW] in look.grammar["join"].table
    if not words or joined:
        told = look.words(max(span.start - FAR, sentence.start), span.start, 60, NO_MARKS)[: -1 if joined else None]
        ended = bool(told) and (look.is_name(told[-1]) or told[-1][LOW].isdigit())
        return ended and people.first(told) >= 0 and look.grammar["trip"].first(told) >= 0
    came = look.document.match[span.start : span.end].split(maxsplit=1)[0] in look.grammar["comes_there"].table
    while words and look.grammar["auxiliary"].table.get(words[-1][LOW]) is True:
        if came and is_official(look, span):
            return True  # "X và đoàn công tác *đã đến* làm việc tại Y"
        words = words[:-1]
    if ends_led(look, words):
        return look.has_name(words)
    first = next((at for at in range(len(words)) if people.run(words, at)), -1)
    rest = words[first + people.run(words, first) :] if first >= 0 else []
    return (
        bool(rest)
        and look.is_name(rest[-1])
        and all(look.is_capital(word) or look.grammar["here"].run([word], 0) for word in rest)
    )


def _is_place(look: Look, word: Word) -> bool:
    """Tell whether a name stands there that may be a place's."""
    return look.is_name(word) and not look.is_calendar(word)


def _is_named_before(look: Look, span: Span) -> bool:
    """Tell whether a name ends right before a verb, with no more than a mark or an aside between."""
    words, perfect = look.before(span.start, FAR), look.grammar["perfect"]
    if words and look.is_name(words[-2:][0] if perfect.run(words, len(words) - 1) else words[-1]):
        return True  # "X *has* returned from Lima", too
    # "X, who is in Malawi", "X, Minister of Trade, is in Malawi": the name stands before the clause
    sentence = look.document.sentence_at(span.start)
    before = look.words(max(sentence.start, span.start - FAR), span.start, 60, NO_MARKS)
    if before and look.grammar["who"].run(before, len(before) - 1):
        before = before[:-1]
    return bool(before) and look.is_name(before[-1])


def _is_official(look: Look, span: Span) -> bool:
    """Tell whether somebody in office stands before a verb."""
    sentence = look.document.sentence_at(span.start)
    words = look.words(max(sentence.start, span.start - FAR), span.start, 60, NO_MARKS)
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    return any(people.run(words, at) and not pronouns.run(words, at) for at in range(len(words)))


def comes_for(look: Look, hit: Hit) -> bool:
    """Tell whether somebody comes for a ceremony, shortly before its verb: "dẫn đầu đoàn *sang* Việt Nam viếng"."""
    moves = look.grammar["moves_to"].table
    if hit.value["type"] != "ceremony" or not moves:
        return False
    return any(word[LOW] in moves for word in look.before(hit.start, _BEFORE)[-_COMES:])


# tiếp Bộ trưởng X nhân dịp sang dự Hội nghị Y và *ký* Kế hoạch Z
def comes_to_sign(look: Look, hit: Hit, before: Told | None) -> bool:
    """Tell whether a signing is told next to a trip or conference for which somebody came who was received: his doing, too."""
    if hit.value["type"] != "signing" or before is None or before.comer is None or before.received is None:
        return False
    return before.received.start >= look.document.sentence_at(hit.start).start


__all__ = ["came_from", "comes_for", "comes_to_sign", "is_there", "worked", "worked_in"]
