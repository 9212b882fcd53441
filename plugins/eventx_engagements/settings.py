"""Whether an engagement is told as where something was said, in passing, or as what something will be said or done at."""

from __future__ import annotations

from eventx import NounPhrase, Span, clause_opener
from eventx_engagements.lexicon import ends
from eventx_engagements.words import LOW, NO_MARKS, Look

_WORD = 8
"""How far before a verb its preposition may begin, in code points."""
_SUBJECT = 30
"""The most words of a meeting and of those who meet before the verb."""
_ASIDE = 60
"""How far before a noun the words may stand that make it only the frame of something else."""
_SHORT = 40
"""How far before an engagement the words may stand that lead in to it, in code points."""


def is_setting(look: Look, lead: int, phrase: NounPhrase | None, span: Span, kind: str) -> bool:
    """Tell whether an engagement is told as where something was said: "asked for help *at* talks with X", "*while* meeting X".

    What is to "be discussed at talks" is not; "the talks" may be any told before, but for "the talks *with X*".
    """
    setting = look.grammar["setting"].table
    if not setting or (phrase is not None and phrase.preposition and not setting.get(phrase.preposition)):
        return False
    words = look.document.match[max(lead - _SHORT, 0) : lead].split()
    leads = phrase.preposition if phrase is not None and phrase.preposition else words.pop() if words else ""
    if setting.get(leads) not in (True, kind) or any(setting.get(word) is False for word in words[-2:]):
        return False
    if (phrase is not None and phrase.determiner == "definite") or look.grammar.behind:
        behind = look.after(span, 6)
        if not behind or behind[0][LOW] not in look.grammar["company"].table or not look.has_name(behind[1:]):
            return False
    return True


# The talks between X and Y will focus on trade · Cuộc hội đàm giữa X và Y sẽ tập trung vào; not "The talks between X and Y"
def will_be(look: Look, phrase: NounPhrase | None, span: Span) -> bool:
    """Tell whether a meeting opens its sentence as the subject of what will be: nothing but its people stands between."""
    if phrase is None or phrase.preposition is not None or phrase.light is not None:
        return False
    start, to_come = look.document.sentence_at(phrase.start).start, look.grammar["to_come"]
    if not to_come.may_stand(look.document.lower, span.end, look.document.sentence_at(span.start).end):
        return False  # nearly always
    if look.document.text[start : phrase.start].rstrip()[-1:] not in ("", ","):
        return False
    words = look.words(span.end, look.document.sentence_at(span.start).end, _SUBJECT, ";:.!?()")
    goes_on, people, join = (look.grammar[name] for name in ("goes_on", "people", "join"))
    at = 0
    while at < len(words) and not to_come.run(words, at):
        told = look.is_capital(words[at]) or words[at][LOW] in join.table or goes_on.value(words, at) is True
        size = people.run(words, at) or told
        if not size:
            return False
        at += size
    return at < len(words)


# X's visit will help · following the talks with Y · is here for holding talks; not "held talks", "the talks were held"
def is_in_passing(look: Look, phrase: NounPhrase | None, end: int) -> bool:
    """Tell whether a noun that ends at `end` only mentions an event: no verb says that it takes place."""
    if phrase is None or (phrase.light is not None and not _is_led_in(look, phrase.start, phrase.light)):
        return False
    happens, until = look.grammar["happens"], look.document.sentence_at(end - 1).end
    return not happens.may_stand(look.document.lower, end, until) or happens.first(look.words(end, until, 40, NO_MARKS)) < 0


def _is_led_in(look: Look, start: int, light: str) -> bool:
    """Tell whether a preposition leads in to a light verb in -ing."""
    going = ends(look.document.lang, "going")
    before = look.document.match[max(start - _WORD, 0) : start].split()[-1:] if going and light.endswith(going) else []
    return bool(before) and before[0] in look.grammar["break"].table


def is_aside(look: Look, phrase: NounPhrase | None) -> bool:
    """Tell whether a noun only says what something else was part of: "trong khuôn khổ Diễn đàn", "bên lề hội nghị"."""
    if phrase is None or phrase.light is not None:
        return False
    if phrase.preposition is not None and look.document.lower.endswith(
        tuple(f" {words}" for words in look.grammar["aside"].table),
        max(phrase.start - _ASIDE, 0),
        phrase.start + len(phrase.preposition),
    ):
        return True  # "held *within the framework of* the 3rd session"
    opener = clause_opener(look.document, phrase.start) if phrase.preposition is None else None
    return phrase.preposition in look.grammar["aside"].table or (
        opener is not None and opener.end >= phrase.start - _ASIDE and opener.entry.surface in look.grammar["aside"].table
    )


# The award ceremony was held in Lima
def is_own_subject(look: Look, phrase: NounPhrase | None) -> bool:
    """Tell whether a noun is its sentence's own subject, so that none of those told of before is."""
    if phrase is None or phrase.light is not None or phrase.preposition is not None:
        return False
    return look.document.sentence_at(phrase.start).start == phrase.start


__all__ = ["is_aside", "is_in_passing", "is_own_subject", "is_setting", "will_be"]
