"""Whether an engagement is told as where something was said, so that what governs that does not govern it."""

from __future__ import annotations

from eventx import NounPhrase, Span
from eventx_engagements.words import LOW, Look

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


__all__ = ["is_setting"]
