"""What a noun takes up that the text told before, and as what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import NounPhrase, evolve
from eventx_engagements.subjects import Told
from eventx_engagements.verbs import Reading
from eventx_engagements.words import Look

_WELCOMED = 16
"""Within how many words behind a verb of welcoming it may be told at what."""
_OWN = 6
"""Among how many words behind a meeting those are named whose it is."""
_ELSE = 20
"""How far before a noun the words may begin that say that it is something else, too."""
_CONFERENCE: Mapping[str, Any] = {"type": "conference", "frame": "conference_again"}


def takes_up_nothing(reading: Reading, told: set[str]) -> bool:
    """Tell whether a bare "the summit" stands where no summit was told: it may be a mountain's."""
    phrase = reading.phrase
    if not reading.anaphoric or phrase is None or reading.value["type"] in ("meeting", "visit", *told):
        return False
    return phrase.preposition is None and phrase.light is None


# là chuyến thăm thứ hai của X tới Peru và cũng là *chuyến thăm* đầu tiên tới châu Mỹ
def is_what_else(look: Look, phrase: NounPhrase, kind: str, before: Told | None) -> bool:
    """Tell whether a noun only says what else that is which the sentence told right before, in languages with verbs in a row."""
    also = look.grammar["is_also"]
    if not also.table or before is None or not (before.type == kind == "visit"):
        return False
    if before.span.start < look.document.sentence_at(phrase.start).start:
        return False
    words = look.before(phrase.start, _ELSE)
    return len(words) > 1 and also.run(words, len(words) - 2) == 2


# X hosted a welcome ceremony for Y on Monday. X and his spouse welcomed Y *at the ceremony* in Lima
def is_of_ceremony(look: Look, reading: Reading, told: set[str]) -> bool:
    """Tell whether who is welcomed is so at a ceremony told before: no meeting of its own."""
    at = look.grammar["at_ceremony"]
    if "ceremony" not in told or reading.value.get("form") != "reception" or reading.phrase is not None or not at.table:
        return False
    return at.first(look.after(reading.anchor.span, _WELCOMED)) > 0


def as_told(look: Look, reading: Reading, told: set[str]) -> Reading:
    """Return a reading as what it takes up, and keep its type among those told; of a conference also by what it is called."""
    if _is_the_one_told(look, reading, told):
        reading = evolve(reading, anaphoric=True, frame=reading.value.get("again", reading.frame))
    if reading.anaphoric:
        reading = _again(look, reading, told)
    elif reading.value["type"] == "conference":
        told.update(_called(look, reading))
    told.add(reading.value["type"])
    return reading


# A và B đã có cuộc hội đàm tại Lima. *Cuộc hội đàm* diễn ra sau khi hai ông trao đổi hôm 4/9
def _is_the_one_told(look: Look, reading: Reading, told: set[str]) -> bool:
    """Tell whether a bare noun opens its sentence and tells of nobody, where a meeting was told: without articles, that one."""
    phrase = reading.phrase
    if reading.value["type"] != "meeting" or "meeting" not in told or reading.anaphoric or phrase is None:
        return False
    if not look.grammar.behind or phrase.light is not None or phrase.preposition is not None or phrase.determiner is not None:
        return False
    span = reading.anchor.span
    return phrase.start == look.document.sentence_at(span.start).start and not look.has_name(look.after(span, _OWN))


def _called(look: Look, reading: Reading) -> list[str]:
    """Return the words of a noun, each with a blank before it: no type has one."""
    span = reading.anchor.span
    return [f" {word}" for word in look.document.lower[span.start : span.end].split()]


def _again(look: Look, reading: Reading, told: set[str]) -> Reading:
    """Return a reading that takes up something as what that was."""
    value, kind = reading.value, reading.value["type"]
    # X tiếp Đại sứ Y. Tại *buổi gặp mặt*, Đại sứ cảm ơn …: no gathering was told
    if "met" in value and "meeting" in told and kind not in told:
        return evolve(reading, value={**value, "type": "meeting"}, frame=value["met"], form=None)
    # X left for the 8th Regular *Meeting* of the Council. During *the two-day meeting*, …: nobody met anybody so far
    if "numbered" in value and "meeting" not in told and _called(look, reading)[-1] in told:
        return evolve(reading, value={**value, **_CONFERENCE}, frame=_CONFERENCE["frame"], form=None)
    return reading
