"""What stands behind a noun of an event: whose it is, between whom, and whether it was told before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from eventx import Span
from eventx_engagements.words import LOW, START, Look, Word, end_of

OWN = 7
"""How many words behind a noun may tell whose it is."""
CLOSE = 4
"""How many of them stand close to it."""
FAR = 14
"""How many of them are looked at, at most."""
_NAMES = 9
"""Among how many words two names stand."""
_COUNTRIES = 60
"""How far behind an office the comma stands that ends whose it is, in code points."""
_MARKS = ",;:.!?()"


def is_taken_up(look: Look, behind: list[Word]) -> bool:
    """Tell whether a word behind the noun says that it was told before: right behind it, some also further off."""
    demonstratives = look.grammar["demonstrative"]
    for index, (low, _) in enumerate(behind):
        if low in demonstratives.longest:
            far = demonstratives.value(behind, index)
            if far is not None and (far or index < 3):
                return True
    return False


def has_own(look: Look, behind: list[Word], value: Mapping[str, Any]) -> bool:
    """Tell whether a word of the table ``own`` and then a name or a word of people follow within a few words."""
    if value.get("needs") == "document":
        return look.grammar["document"].first(behind) >= 0
    if _is_closed(look, behind) or _is_of_others(look, behind, value):
        return False
    table = look.grammar["own"].table
    own = table.get(value["frame"], table.get(value["type"], ()))
    people = look.grammar["people"].table
    # "his working trip to the city": where the text is at home
    goals = look.grammar["home"].table if value["type"] == "visit" else {}
    seen = direct = "" in own
    # "cùng sự tham gia của lãnh đạo": who else is there is none of the two who meet
    nobody, company = table.get("none", ()), look.grammar["company"].table
    for word, following in zip_longest(behind, behind[1:]):
        if following is not None and following[LOW] in nobody and word[LOW] in company:
            return False
        if word[LOW] in own:
            seen = True
        elif seen and (look.is_name(word) or word[LOW] in people or word[LOW] in goals or _are_of_named(look, word)):
            return True
        elif direct and not seen:
            return False
    return False


# talks between the *ministries* of foreign affairs of Peru and Chile
def _are_of_named(look: Look, word: Word) -> bool:
    """Tell whether a word is one for several bodies, and those they are of are named behind it."""
    return word[LOW] in look.grammar["bodies"].table and look.has_name(look.after(Span(word[START], end_of(word)), OWN))


def _is_closed(look: Look, behind: list[Word]) -> bool:
    """Tell whether a verb follows the noun, so that what comes after is the sentence's object ("The meeting *discussed* …")."""
    goes_on, after = look.grammar["goes_on"], look.grammar["goes_on_after"]
    if not behind or look.is_capital(behind[0]) or behind[0][LOW][0].isdigit() or not goes_on.table:
        return False
    if not goes_on.run(behind, 0):
        return True
    if goes_on.value(behind, 0) != "auxiliary":
        return False
    return len(behind) > 1 and (not after.run(behind, 1) or after.value(behind, 1) == "closed")


# His first meeting was with Minister X; not "The first audience was with Ambassador X", who was the guest
def _is_of_others(look: Look, behind: list[Word], value: Mapping[str, Any]) -> bool:
    """Tell whether what follows an auxiliary tells of participants only where a noun has another frame."""
    frame = look.grammar["goes_on_after"].table.get(behind[1][LOW]) if len(behind) > 1 else None
    auxiliary = isinstance(frame, str) and look.grammar["goes_on"].value(behind, 0) == "auxiliary"
    return auxiliary and frame != value["frame"]


# cuộc điện đàm diễn ra một ngày trước đó giữa A và B · cuộc gặp diễn ra tại Hà Nội giữa A và B
def is_told_between(look: Look, behind: list[Word]) -> bool:
    """Tell whether those who met are told behind the verb that says that a meeting took place."""
    between = look.grammar["between"].table
    if not between or not behind or not look.grammar["happens"].run(behind, 0):
        return False
    at = next((index for index, word in enumerate(behind) if word[LOW] in between), -1)
    return at >= 0 and look.has_name(behind[at + 1 :])


# the talks of President X and Chancellor Y; not "the meeting of the ministers of Peru and Chile"
def is_of_two(look: Look, behind: list[Word]) -> bool:
    """Tell whether two in office who are named are those whose meeting it is."""
    if not behind or behind[0][LOW] not in look.grammar["one_of"].table:
        return False
    if _are_two_named(look, behind):
        return True
    people, at = look.grammar["people"], look.grammar["join"].first(behind)
    both = at > 0 and people.first(behind[1:at]) >= 0 and people.first(behind[at + 1 : at + 1 + CLOSE]) >= 0
    # "the meeting of the Minister and provincial ministers"
    several = both and look.grammar["plural"].first(behind[1 : at + 1 + CLOSE]) >= 0
    return both and not several and look.has_name(behind[at + 1 : at + 1 + OWN])


# the meeting of *Foreign Ministers X and Y* · of the *Foreign Ministers of Peru and Fiji, X and Y*, has kicked off
def _are_two_named(look: Look, behind: list[Word]) -> bool:
    """Tell whether a word for several in office stands behind "of", and two names with "and" between follow it, or its comma."""
    plural, joins = look.grammar["plural"], look.grammar["join"].table
    at = plural.first(behind)
    if not 0 < at < CLOSE + 2:
        return False
    end = end_of(behind[at])
    close = look.words(end, look.document.sentence_at(end).end, _NAMES, _MARKS)
    comma = look.document.text.find(",", end, end + _COUNTRIES)
    far = look.words(comma + 1, look.document.sentence_at(end).end, _NAMES, _MARKS) if comma >= 0 else []
    return any(_begins_with_two(look, words, joins) for words in (close, far))


def _begins_with_two(look: Look, words: list[Word], joins: Mapping[str, Any]) -> bool:
    """Tell whether words begin with two names of two words or more, joined."""
    at = next((index for index, word in enumerate(words) if word[LOW] in joins), 0)
    names = words[:at], words[at + 1 : at + 3]
    return all(len(name) > 1 and all(map(look.is_capital, name)) for name in names)


def is_subject(look: Look, span: Span) -> bool:
    """Tell whether the noun at `span` is the subject of a verb right behind it."""
    return _is_closed(look, look.after(span, 5)) and not is_told_between(look, look.after(span, FAR))
