"""Whose doing it is, where it is that of a group nobody of which is named, or of whom somebody congratulates on it."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import Span, clause_opener
from eventx_engagements.words import LISTED, LOW, NO_MARKS, START, Look, Word, end_of

_REACH = 250
_BACK = 80
_SHORT = 40
_GROUP = 7
_NEAR = 5
"""Among how many words before a verb, auxiliaries with them, its subject ends."""
_SUBJECT = 2
"""How many words behind "who" may be another subject: "whom President X received"."""
_WHO = (" ", ", ")
"""What may stand between a group and the relative clause of what it did."""


def group_before(look: Look, offset: int) -> Span | None:
    """Return the clause before a verb whose subject is a group nobody of which is named: "*the parties* are expected to sign".

    Whoever is named further off ("According to X, the parties …") does not do it.
    """
    plurals, crowds, groups, bodies = (look.grammar[tag] for tag in ("plural", "crowd", "group", "bodies"))
    if not look.may_stand_before(offset, plurals, crowds, groups, bodies):
        return None
    related = group_who(look, offset)
    if related is not None:
        return related
    inner = _said_of_several(look, offset)
    if inner is not None:
        return inner
    words = look.before(offset, _BACK)
    if _is_some_delegation(look, words):
        return Span(words[0][START], offset)
    comma = look.document.text.rfind(",", words[0][START], offset) if words else -1
    behind = [word for word in words if word[START] > comma] if comma >= 0 and look.grammar.behind else []
    if behind and plurals.run(behind, 0) and not look.has_name(behind):
        return Span(behind[0][START], offset)  # "X tiếp Y, *hai bên* ký thỏa thuận"
    return Span(words[0][START], offset) if words and (_are_bodies(look, words) or _are_people(look, words)) else None


# said that *the BRICS foreign ministers* would meet · announced that the ASEAN leaders will sign
def _said_of_several(look: Look, offset: int) -> Span | None:
    """Return the subject of what somebody says, if it ends in a word for several people: whoever says so is none of them."""
    opener = clause_opener(look.document, offset)
    if look.grammar.behind or opener is None or opener.value != "complement":
        return None
    words = look.words(opener.end, offset, _GROUP, LISTED)
    near = words[-_NEAR:]
    at = max(look.grammar[tag].first(near) for tag in ("plural", "crowd"))
    if at < 0 or look.has_name(near[at:]) or any(word[LOW] in look.grammar["join"].table for word in words):
        return None
    return Span(opener.end, offset)


# *Several leaders* visited · *Officials of both countries* · *Their officials* met: the word that opens the sentence is no name
def _are_people(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether the words before a verb end in a group of people, and name nobody: not "with officials, *he* attended"."""
    one = words[-1][LOW] in look.grammar["subject_pronoun"].table
    near, tags = words[-_GROUP:], ("many", "plural", "crowd", "met_owner")
    opens = any(words[0][LOW] in look.grammar[tag].table for tag in tags)
    # "The visiting officials" are told of nowhere; "the pair" are those at hand
    opens = opens or (len(words) > _SUBJECT and words[0][LOW] in look.grammar["article"].table)
    return any(look.grammar[tag].first(near) >= 0 for tag in ("plural", "crowd")) and not look.has_name(words[opens:]) and not one


# *Companies of the two countries* signed · *the Chambers of Commerce of Peru and Chile* will sign; not "X and companies signed"
def _are_bodies(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether a clause opens with several bodies: whoever was spoken of before does not do what they do."""
    at = look.grammar["bodies"].first(words[:_GROUP])
    led = words[0][LOW] in look.grammar["article"].table if words else False
    return at == 0 or (at > 0 and (led or not look.has_name(words[:at])))


# X chúc mừng *Lào* đăng cai tổ chức thành công Hội nghị · hoan nghênh *Việt Nam* đã tổ chức Lễ kỷ niệm
def is_of_congratulated(look: Look, offset: int) -> bool:
    """Tell whether what begins at an offset is held by whom somebody congratulates on it: a name follows the verb at once."""
    verbs = look.grammar["congratulates"]
    if not verbs.table or not look.may_stand_before(offset, verbs):
        return False
    words = look.before(offset, _REACH)
    at = next((at for at in range(len(words) - 1, -1, -1) if verbs.run(words, at)), -1)
    behind = words[at + verbs.run(words, at) :] if at >= 0 else []
    return (bool(behind) and look.is_capital(behind[0])) or _is_thanked_for(look, offset)


# cảm ơn lãnh đạo thành phố và các sở, ban ngành *đã tổ chức* buổi họp mặt; not "cảm ơn ông X và đã tổ chức"
def _is_thanked_for(look: Look, offset: int) -> bool:
    """Tell whether whom somebody thanks or congratulates has done it, whoever that is: what says so stands behind him."""
    done = look.grammar["has_been"].table
    if not look.grammar.behind:
        return False
    start = max(look.document.sentence_at(offset).start, offset - _REACH)
    words = look.words(start, offset + _NEAR, 2 * _REACH, NO_MARKS)
    last = next((at for at in range(len(words) - 1, max(len(words) - _NEAR, 0), -1) if words[at][LOW] in done), 0)
    verbs = look.grammar["congratulates"]
    at = next((at for at in range(last - 1, -1, -1) if verbs.run(words, at)), -1)
    if at < 0 or last - at - verbs.run(words, at) < 1 or words[last - 1][LOW] in look.grammar["join"].table:
        return False
    return not look.document.text[end_of(words[last - 1]) : words[last][START]].strip()


# said that *a Vietnamese business delegation* will visit; not "a delegation led by X will visit"
def _is_some_delegation(look: Look, words: Sequence[Word]) -> bool:
    """Tell whether a clause opens with a group told with the indefinite article, and nobody stands behind it."""
    if not words or words[0][LOW] not in look.grammar["some"].table:
        return False
    at = look.grammar["group"].first(words[:_GROUP])
    return at > 0 and not look.has_name(words[at + 1 :])


# received a number of leaders who are visiting Fiji · hosted a lunch for the guests, who arrived on Tuesday
def group_who(look: Look, offset: int) -> Span | None:
    """Return a group nobody of which is named and what a relative clause opens with, if that goes on right behind it."""
    opener = clause_opener(look.document, offset)
    if opener is None or opener.value != "relative" or look.has_name(look.words(opener.end, offset, _SUBJECT)):
        return None
    words = look.before(opener.start, _SHORT)[-1:]
    close = bool(words) and look.document.text[end_of(words[0]) : opener.start] in _WHO and not look.is_capital(words[0])
    named = close and any(words[0][LOW] in look.grammar[tag].table for tag in ("plural", "crowd", "group"))
    return Span(words[0][START], offset) if named else None


__all__ = ["group_before", "group_who", "is_of_congratulated"]
