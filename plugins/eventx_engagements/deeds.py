"""What must be done to what for a verb to tell of an event: premises opened, a pact concluded, a place one goes to for talks."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.handed import gift
from eventx_engagements.papers import document
from eventx_engagements.somebody import FAR, OBJECT, in_office, is_official, names_anything, objects
from eventx_engagements.words import LISTED, LOW, Look

_NEAR = 90
_HEAD = 4
"""Among how many words behind who leads one side its word stands."""
_SUBJECT = 6
"""How many words before a verb in the passive its subject may end."""
_ADJECTIVE = 2
"""Before a form in -ed that belongs to a noun its article stands at most so many words off."""
_FOR = 9
"""Within how many words behind a place it is told what for somebody goes there."""


# opened the new embassy in Lima · The consulate general was opened by Minister X; not "opened talks", "opened fire"
def opened(look: Look, span: Span) -> bool:
    """Tell whether it is premises that are opened: an embassy, an exhibition."""
    premises, words = look.grammar["premises"], look.after(span, OBJECT)
    at = premises.first(words)
    if at < 0 or look.grammar["break"].first(words[:at]) >= 0:
        before = look.before(span.start, _NEAR)
        passive = (
            look.grammar["passive"].first(before[-3:]) >= 0 and look.grammar["agent"].first(look.after(span, 2 * OBJECT)) >= 0
        )
        if not passive or premises.first(before) < 0:
            return False
        return names_anything(look, span)
    # "met the Foreign Minister. *The ministers* opened an exhibition"
    several = look.told >= 0 and look.grammar["plural"].first(look.before(span.start, _NEAR)[-_SUBJECT:]) >= 0
    return several or is_official(look, span)


# sealed a deal with X · The agreement was concluded by X and Y; not "concluded a visit", "concluded that the agreement"
def sealed(look: Look, span: Span) -> bool:
    """Tell whether it is a pact between sides that is concluded, sealed or entered into."""
    pacts, words = look.grammar["pact"], look.after(span, OBJECT)
    at = pacts.first(words)
    if at < 0 or look.grammar["break"].first(words[:at]) >= 0:
        before = look.before(span.start, _NEAR)[-_SUBJECT:]
        if look.grammar["passive"].first(before[-3:]) < 0 or pacts.first(before) < 0:
            return False
    elif not is_official(look, span):
        return False  # what countries or firms conclude is signed by nobody who is told
    elif look.grammar["article"].first(look.before(span.start, _NEAR)[-_ADJECTIVE:]) >= 0:
        return False  # "the recently concluded agreement"
    return document(look, span)


# honoured President X with the Order of …
def honours(look: Look, span: Span) -> bool:
    """Tell whether somebody in office is given an honour, not "honoured the heroes in order to"."""
    return in_office(look, span) and gift(look, span)


# came to Lima for talks · will go to Rome to attend the conference; not "came to power", "went to President X"
def goes_for(look: Look, span: Span) -> bool:
    """Tell whether it is told, behind a place that is named, what for somebody goes there."""
    place = objects(look, span)
    if not look.has_name(place[:2]) or look.grammar["people"].first(place) >= 0:
        return False
    return look.grammar["trip"].first(look.after(span, _FOR)[1:]) > 0


__all__ = ["goes_for", "honours", "opened", "sealed"]


# paid tribute to the fallen soldiers · to X at his memorial; not "to the diplomat's service"
def mourned(look: Look, span: Span) -> bool:
    """Tell whether tribute is paid to the dead, or at a site of theirs."""
    words, tables = look.after(span, 3 * OBJECT, 2 * FAR, LISTED), look.grammar
    return names_anything(look, span) and (tables["mourned"].first(words) >= 0 or tables["site"].first(words) >= 0)


# General X headed the Cambodian delegation. · led the Lao side at the talks; not "led the delegation to Hanoi"
def its_side(look: Look, span: Span) -> bool:
    """Tell whether it is one side of talks that somebody leads: a group by its country, with which the clause ends."""
    words = look.after(span, OBJECT)
    at = look.grammar["group"].first(words[:_HEAD])
    behind = words[at + 1 : at + 2]
    return at > 0 and look.has_name(words[:at]) and (not behind or behind[0][LOW] in look.grammar["said_in"].table)
