"""Whether an engagement is told as where something was said, so that what governs that does not govern it."""

from __future__ import annotations

from eventx import NounPhrase, Span
from eventx_engagements.lexicon import ends
from eventx_engagements.words import LOW, NO_MARKS, Look

_WORD = 8
"""How far before a verb its preposition may begin, in code points."""
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


__all__ = ["is_in_passing", "is_setting"]
