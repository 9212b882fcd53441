"""Whose doing it is, where it is not the clause's first name: guests who come, objects that go on, conferences one speaks at."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventx import Anchor, NounPhrase, Slot, Span, by_value, clause_opener, light_role_before, swift
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

_REACH = 250
_BACK = 80
_NEXT = 12
_GROUP = 10
_LED = 3
"""The most words of those behind who leads a group."""
_SHARED = ("visit", "meeting", "conference")
"""Types of what somebody does one after the other, told with their common subject once."""


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Told:
    """The trigger told before in the same text: where it stands, its type and its frame."""

    span: Span
    type: str
    frame: str
    received: Span | None = None
    """The last trigger up to this one whose object is who comes."""
    comer: Span | None = None
    """Where that object stands, if this is the trip it is on, or a conference it came for."""
    subject: Span | None = None
    """Where its subject stands, if that is not the clause's own."""


def subject_of(look: Look, lead: int, before: Told | None, *, goes: bool) -> Span | None:
    """Return where the subject stands if it is the object of what was told before; ``None`` if it is the clause's own.

    Accepts: "received *X* on an official visit to Y" and "tiếp *X* đang thăm Y" (who is received is the visitor); in languages
    with verbs in a row also "đón *X* sang thăm Y".

    Args:
        look: the document.
        lead: where the words begin whose subject is asked for.
        before: what was told before.
        goes: whether the words say that somebody goes somewhere: a visit, taking part in a conference.

    """
    if not goes:
        return None
    if before is not None:
        told = _of_received(look, lead, before)
        if told is None and before.span.start >= look.document.sentence_at(lead).start:
            told = _comer_of(look, lead, before)
        if told is not None:
            return told
    takers = look.grammar["takers"]
    if not takers.table or not look.may_stand_before(lead, takers):
        return None
    words = look.before(lead, _REACH)
    for index in range(len(words) - 1, -1, -1):
        if words[index][LOW] in takers.longest and takers.run(words, index) and index + 1 < len(words):
            stretch = Span(end_of(words[index]), lead)
            named = _has_people(look, words[index + 1 :])
            return stretch if named and not _is_joined(look, stretch) else None
    return None


def _of_received(look: Look, lead: int, before: Told) -> Span | None:
    """Return where somebody stands who was received in the same sentence and does something else, too."""
    received = before.received
    if received is None or received.start < look.document.sentence_at(lead).start or received.end >= lead:
        return None
    stretch = Span(received.end, lead)
    words = look.words(stretch.start, stretch.end, 60, NO_MARKS)
    if not _is_joined(look, stretch) or _is_on_visit(look, words, lead) or _comes_there(look, stretch):
        return stretch if _has_people(look, words) else None
    moved = _moved(look, words)
    return Span(received.end, moved) if moved is not None else None


def _is_on_visit(look: Look, words: Sequence[Word], lead: int) -> bool:
    """Tell whether a comma only ends who was received: "received X, Minister of Y, *on a* working visit to Z"."""
    following = look.words(lead, lead + _NEXT, 2)
    joined = bool(words) and words[-1][LOW] in look.grammar["join"].table
    on = look.grammar["about"].table
    return len(following) > 1 and not joined and following[0][LOW] in on and following[1][LOW] in look.grammar["article"].table


# tiếp bà X, Tổng Lãnh sự Y tại Z*, đến* thăm tỉnh; not "tiếp bà X, đến thăm Z"
def _comes_there(look: Look, stretch: Span) -> bool:
    """Tell whether a comma closes the title of who is received, and a verb of coming tells what brought him."""
    following = look.words(stretch.end, stretch.end + _NEXT, 1)
    if not following or following[0][LOW] not in look.grammar["comes_there"].table:
        return False
    text = look.document.slice(stretch).rstrip()
    return text.endswith(",") and "," in text[:-1]


def _moved(look: Look, words: Sequence[Word]) -> int | None:
    """Return where it begins what somebody received came for, if "and" goes on with it: "tiếp X *sang* chia buồn và dự Z"."""
    moves = look.grammar["moves_to"].table
    if not moves or not words or words[-1][LOW] not in look.grammar["join"].table:
        return None
    at = next((index for index in range(len(words) - 1, 0, -1) if words[index][LOW] in moves), 0)
    if not at or ";" in look.document.text[words[at][START] : words[-1][START]]:
        return None
    return words[at][START] if _has_people(look, words[:at]) else None


def behind_as(look: Look, offset: int) -> Span | None:
    """Return the clause that "as" opens right before a verb or light verb: "said so *as the envoy* paid a call", "as he met X".

    Not what somebody is or serves as: a word of the table ``serves`` stands before that.
    """
    opens, serves = look.grammar["as"].table, look.grammar["serves"].table
    if not opens or not look.may_stand_before(offset, look.grammar["as"]):
        return None
    words = look.before(offset, _BACK)[-_GROUP:]
    index = len(words) - 2
    while index > 0 and words[index][LOW] not in opens:
        index -= 1
    if index <= 0 or words[index - 1][LOW] in serves:
        return None
    following = words[index + 1 :]
    people, pronouns = look.grammar["people"], look.grammar["subject_pronoun"].table
    told = look.has_name(following) or people.first(following) >= 0 or following[0][LOW] in pronouns
    told = told or following[-1][LOW] in look.grammar["two_sides"].table  # "as *the two sides* signed three deals"
    return Span(end_of(words[index]), offset) if told else None


def _comer_of(look: Look, lead: int, before: Told) -> Span | None:
    """Return where the one stands who came and does something else, too: "tiếp *X* đang thăm Y và dự Z".

    So does who was met on his coming: "hội kiến *X* nhân dịp sang dự Z".
    """
    words = look.words(before.span.end, lead, 40, NO_MARKS)
    if before.comer is not None:
        joins = look.grammar["join"].table
        people = look.grammar["people"].first(words) >= 0
        goes_on = (bool(words) and words[-1][LOW] in joins) or _within(look, lead, before)
        return before.comer if goes_on and not people else None
    coming = look.grammar["coming"]
    following = look.words(lead, lead + _NEXT, 1)
    now = bool(following) and look.grammar["auxiliary"].table.get(following[0][LOW]) == "now"
    if before.type != "meeting" or not coming.table or not (now or coming.first(words) >= 0):
        return None
    stretch = Span(before.span.end, lead)
    return stretch if _has_people(look, words) else None


def _within(look: Look, lead: int, before: Told) -> bool:
    """Tell whether a comma goes on with what somebody came for: "tiếp X *nhân dịp* sang thăm Y, dự Z"."""
    if before.comer is None:
        return False
    opener = clause_opener(look.document, before.span.start)
    told = opener is not None and opener.start >= before.comer.start
    # "tiếp X *nhân dịp sang* thăm, dự Hội nghị Y, ký Z": a comma stands before the conference, too
    told = told or look.grammar["coming"].first(look.words(before.comer.start, before.comer.end, 40, NO_MARKS)) >= 0
    return told and look.document.text[before.span.end : lead].rstrip()[-1:] == ","


def shared_subject(look: Look, offset: int, before: Told) -> Span | None:
    """Return the stretch before a verb told before that a fronted verb shares its subject with.

    Accepts: behind a semicolon "…; gặp X, tiếp Y"; in what somebody said "cho biết A sẽ thăm X, hội đàm với Y".
    """
    text = look.document.text
    told = _said(look, offset, before)
    if told is not None:
        return told if before.type in _SHARED and look.has_name(look.words(told.start, told.end, 30)) else None
    mark = text.rfind(";", look.document.sentence_at(offset).start, before.span.start)
    stretch = Span(mark + 1, before.span.start)
    return stretch if mark >= 0 and not any(map(str.isupper, look.document.slice(stretch))) else None


# cho biết *A sẽ* thăm X, hội đàm với Y và dự Z
def _said(look: Look, offset: int, before: Told) -> Span | None:
    """Return where who does what was told before stands in what somebody said; ``None`` if nobody said it in this sentence."""
    shared = before.subject
    opener = clause_opener(look.document, before.span.start if shared is None else shared.end)
    if opener is None or opener.value != "complement" or opener.start < look.document.sentence_at(offset).start:
        return None
    if shared is not None:
        return shared if opener.end <= shared.start else None
    start = opener.end + (2 if look.document.text.startswith(", ", opener.end) else 0)
    return Span(start, max(before.span.start, start))


def _has_people(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether somebody is among the words: by name, or by a word of people ("đón đoàn đến thăm")."""
    return look.has_name(words) or look.grammar["people"].first(words) >= 0


def _is_joined(look: Look, stretch: Span) -> bool:
    """Tell whether the stretch ends in "and" or a comma, so that the clause's subject goes on ("received X and visited Y")."""
    auxiliaries = look.grammar["auxiliary"].table
    words = look.words(max(stretch.start, stretch.end - _REACH), stretch.end, 80, NO_MARKS)
    following = look.words(stretch.end, stretch.end + _NEXT, 1)
    if following and auxiliaries.get(following[0][LOW]) == "now":
        return False
    while words and auxiliaries.get(words[-1][LOW]):
        if auxiliaries[words.pop()[LOW]] == "now":
            # "tiếp X, đang thăm Y": what goes on is told of the object
            return False
    if ends_led(look, words):
        # "tiếp Đoàn do X dẫn đầu, đến thăm": the comma ends only who leads those who come
        return False
    end = end_of(words[-1]) if words else stretch.start
    if words and words[-1][LOW] in look.grammar["join"].table:
        return True
    return any(char in ",;:" for char in look.document.text[end : stretch.end])


def ends_led(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether the words end in those behind who leads a group: "do ông X *dẫn đầu*", "do bà Y *làm trưởng đoàn*"."""
    led = look.grammar["led"]
    return any(led.run(words, len(words) - size) == size for size in range(1, min(len(words), _LED) + 1))


def role_of(look: Look, phrase: NounPhrase, kind: str) -> str | None:
    """Return the role of the subject of a noun: that of its light verb, of a verb further off, or of who speaks at it."""
    if phrase.role:
        return phrase.role
    if phrase.light is not None and kind == "signing":
        return "signatory"  # "có buổi ký kết"
    if phrase.light is not None or kind not in ("conference", "ceremony", "signing"):
        return None
    if phrase.preposition is not None:
        before = look.before(phrase.start, _BACK) if kind != "signing" else []
        if look.grammar["sent"].first(before) >= 0 or _came_for(look, phrase, before):
            return "participant"
        role = look.grammar["role_at"].table.get(phrase.preposition)
        return str(role) if role and kind != "signing" else None
    return light_role_before(look.document, phrase.start)


# visited Lima *for* the Pacific Summit · after a trip to Lima for the session; not "visited Lima and spoke for the summit"
def _came_for(look: Look, phrase: NounPhrase, before: Sequence[Word]) -> bool:
    """Tell whether a conference is what somebody paid a visit for."""
    if phrase.preposition not in look.grammar["destination"].table:
        return False
    at, joins = look.grammar["sent_for"].first(before), look.grammar["join"].table
    return at >= 0 and not any(word[LOW] in joins for word in before[at:])


def kept(slots: tuple[Slot, ...], anchor: Anchor, *, aside: bool = False) -> tuple[Slot, ...]:
    """Return the slots that make sense: who only attends is no reason to take those named next for the speakers.

    Nor is what happens on the sidelines of it (`aside`).
    """
    if anchor.role != "participant" and not aside:
        return slots
    # "talks on the sidelines of the forum *with X*": that is whom somebody met there
    return tuple(slot for slot in slots if slot.take != "topics" and not (aside and slot.kinds == ("person",)))


__all__ = ["Told", "behind_as", "ends_led", "kept", "role_of", "shared_subject", "subject_of"]
