"""Whether somebody who can be met stands around a verb: named, in office, in a list."""

from __future__ import annotations

from itertools import takewhile

from eventx import Span
from eventx_engagements.headlines import is_title_case
from eventx_engagements.lexicon import possessing
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

OBJECT = 8
"""How many words an object is looked for in."""
FAR = 200
"""How many code points around a verb may belong to it."""
_LETTERS = 12
"""How far behind a possessor the bracket closes that holds its acronym, in code points."""
_SHORT_NAME = 40
_OFFICE = 5
"""Among how many words of an object somebody's office stands."""


def objects(look: Look, span: Span) -> list[Word]:
    """Return the words of the object up to its first preposition; none if one of them is a thing."""
    things, breaks = look.grammar["thing"], look.grammar["break"]
    words = _without_day(look, look.after(span, OBJECT + 3))[:OBJECT]
    # "welcomed the minister's visit": what somebody has is no person, unless a name follows
    ends = possessing(look.document.lang)
    owned = next((index for index, word in enumerate(words) if word[LOW].endswith(ends)), -1)
    if things.first(words[: owned + 1]) >= 0:
        return []  # "received a phone call from Peru's President"
    opened = breaks.first(words[:owned]) if owned > 0 else -1
    if opened <= 0 or not (look.grammar["people"].first(words[:opened]) >= 0 or look.has_name(words[:opened])):
        # but "met the commander of Peru's fleet": the possessor is the fleet's; "visited Peru at the premier's invitation"
        words = words[owned + 1 :] or _behind_letters(look, words)
    for index, (low, _) in enumerate(words):
        if low in things.longest and things.run(words, index) and not _is_of_office(look, words, index):
            # "thăm Lào và gặp *nhiều* lãnh đạo": where adjectives follow, what is named before it is the object
            return words[:index] if look.grammar.behind and look.has_name(words[:index]) else []
        if low in breaks.longest and breaks.run(words, index):
            return [] if _is_gathering(look, words[index + 1 :]) else words[:index]
    return words


# met the European Union's *(EU)* High Representative X
def _behind_letters(look: Look, words: list[Word]) -> list[Word]:
    """Return the words behind the acronym in brackets that follows a possessor at once."""
    end, text = end_of(words[-1]) if words else 0, look.document.text
    close = text.find(")", end, end + _LETTERS) if text.startswith(" (", end) else -1
    behind = close > 0 and text[end + 2 : close].isupper()
    return look.words(close + 1, look.document.sentence_at(end).end, OBJECT) if behind else []


# to host the Heads of *Government Meeting*; not "hosted the Minister of Trade at a meeting"
def _is_gathering(look: Look, words: list[Word]) -> bool:
    """Tell whether words behind a preposition go on a name in capitals that is a conference's."""
    names = takewhile(look.is_capital, words)
    return any(word[LOW] in look.grammar["gathering"].table for word in names)


def _is_of_office(look: Look, words: list[Word], index: int) -> bool:
    """Tell whether a thing is part of somebody's title: "met Islands *Forum* Chair X"; not "Receives *Call* from Chair X"."""
    people, breaks = look.grammar["people"], look.grammar["break"].table
    behind = look.words(end_of(words[index]), end_of(words[index]) + _SHORT_NAME, 5, NO_MARKS)  # behind "(PIF)", too
    behind = list(takewhile(lambda word: word[LOW] not in breaks, behind))
    named = (look.is_capital(word) and people.run(behind, at) for at, word in enumerate(behind))
    return look.is_capital(words[index]) and any(named)


def _without_day(look: Look, words: list[Word]) -> list[Word]:
    """Return the words without the day that stands before the object ("received *on December 28* Ambassador X")."""
    if len(words) < 2 or words[0][LOW] not in look.grammar["break"].table or not look.is_calendar(words[1]):
        return words
    at = next((i for i, word in enumerate(words[2:], 2) if not (look.is_calendar(word) or word[LOW][0].isdigit())), len(words))
    return words[at:]


def person(look: Look, span: Span) -> bool:
    """Tell whether somebody who can be met follows: "received *Ambassador X*", "met *his counterpart*"."""
    words = objects(look, span)
    if _is_shouted_plural(look, words):
        return False
    if look.has_name(words) or (look.grammar["people"].first(words) >= 0 and names_anything(look, span)):
        return True
    if _behind_adjuncts(look, span) or _behind_date(look, span) or _crowd(look, span) or _led_group(look, span):
        return True
    # "met on Sunday with X", "will meet today in Geneva with X"
    words = look.after(span, 2 * OBJECT)
    at = look.grammar["company"].first(words[:OBJECT])
    if at <= 0 or look.grammar["thing"].first(words[: at + 3]) >= 0:
        return False
    breaks = look.grammar["break"].table
    behind = list(takewhile(lambda word: word[LOW] not in breaks, words[at + 1 :]))
    return look.has_name(behind) or look.grammar["people"].first(behind) >= 0


# PRESIDENT RECEIVES NEW AMBASSADORS
def _is_shouted_plural(look: Look, words: list[Word]) -> bool:
    """Tell whether several follow that are told by their office in a headline of capitals, where nobody's name shows."""
    at = look.grammar["plural"].first(words)
    return at >= 0 and at == len(words) - 1 and look.document.text[words[at][START] : end_of(words[at])].isupper()


# met with more than 100 volunteers · met nearly 200 lecturers and students
def _crowd(look: Look, span: Span) -> bool:
    """Tell whether a number of people follows."""
    words = look.after(span, OBJECT)
    at = next((index for index, word in enumerate(words[:4]) if word[LOW][0].isdigit()), -1)
    people = look.grammar["crowd"].first(words[at:]) if at >= 0 else -1
    between = [word[LOW] for word in words[at : at + people]] if people > 0 else []
    return bool(between) and not any(low in look.grammar[tag].table for low in between for tag in ("one_of", "agent"))


# met with a group of lawmakers led by Senator X; not "met with a group of lawmakers"
def _led_group(look: Look, span: Span) -> bool:
    """Tell whether a group follows of which it is told by name who leads it."""
    words = look.after(span, 4)
    if not any(word[LOW] in look.grammar["led_group"].table for word in words):
        return False
    words = look.words(span.end, look.document.sentence_at(span.start).end, 3 * OBJECT, ";:!?()")
    leads = look.grammar["leader_of"]
    at = leads.first(words)
    behind = words[at + 2 :] if at > 0 else []
    return look.grammar["people"].first(behind[:OBJECT]) >= 0 and look.has_name(behind[:OBJECT])


def _behind_adjuncts(look: Look, span: Span) -> bool:
    """Tell whether somebody follows behind where and when: "received *in his office* the Ambassador", "*this morning* X"."""
    opens = look.grammar["adjunct"]
    words = look.after(span, 3 * OBJECT) if opens.table else []
    if not words or not (opens.run(words, 0) or look.is_calendar(words[0])):
        return False
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    # "in his office": a pronoun there is nobody met
    at = next((at for at in range(2, len(words)) if people.run(words, at) and not pronouns.run(words, at)), 0)
    if not at:
        return _is_named_behind_seat(look, words)
    # "received today *from* Ambassador X a copy": "from" as well as "by"
    if at < 2 or any(look.grammar[tag].first(words[:at]) >= 0 for tag in ("agent", "sender", "thing")):
        return False
    article = look.grammar["article"].table
    told = any(word[LOW] in article for word in words[max(at - 4, 1) : at]) or look.has_name(words[at + 1 : at + 2])
    told = told or look.is_capital(words[at])  # "received yesterday State Minister and Senator X"
    return told and names_anything(look, span)


# received in his office Dr X, Minister of Y · at the palace on Monday Ana Solis; not "in his office Ana Solis's letter"
# received in Rome on May 14 Karl Berg, Minister of Z
def _is_named_behind_seat(look: Look, words: list[Word]) -> bool:
    """Tell whether a name of two words stands behind the word for where somebody receives, and perhaps when.

    Behind the day alone, what tells who that is follows a comma.
    """
    seat = look.grammar["seat"].first(words)
    if seat <= 0:
        day = next((at for at, word in enumerate(words) if look.is_calendar(word)), len(words))
        at = next((at for at in range(day, len(words)) if not _is_of_date(look, words, at)), len(words))
        closed = bool(words) and look.document.text.startswith(", ", end_of(words[-1]))
        return 1 < len(words) - at < _OFFICE and closed and all(map(look.is_capital, words[at:]))
    at = seat + 1
    while 0 < at < len(words) and _is_of_date(look, words, at):
        at += 1
    named = words[at : at + 2] if seat > 0 else []
    owned = possessing(look.document.lang)
    return len(named) > 1 and all(look.is_capital(word) and not word[LOW].endswith(owned) for word in named)


# received on Thursday, May 28, the Ambassador of X · met on Monday, 3 June 2024, with President X
def _behind_date(look: Look, span: Span) -> bool:
    """Tell whether somebody in office follows behind a date with commas within; "met on Monday, the minister said" has one."""
    opens, company = look.grammar["adjunct"], look.grammar["company"]
    words, commas = look.after(span, OBJECT), 0
    while words and (opens.run(words, 0) or commas) and all(_is_of_date(look, words, at) for at in range(len(words))):
        end = end_of(words[-1])
        if look.document.text.startswith(")", end):
            commas, end = commas + 1, end + 1  # "today (October 22), the Ambassador of X"
        if look.document.text[end : end + 1] != ",":
            return False
        commas += 1
        words = look.words(end + 1, look.document.sentence_at(span.start).end, OBJECT)
    led = company.run(words, 0) if words else 0
    return commas > 1 - bool(led) and look.grammar["people"].first(words[led:]) in range(_OFFICE)


def _is_of_date(look: Look, words: list[Word], at: int) -> bool:
    """Tell whether a word tells when something was, or leads in to that."""
    low = words[at][LOW]
    when = look.is_calendar(words[at]) or low[0].isdigit() or low in look.grammar["when"].table
    return when or look.grammar["adjunct"].run(words, at) > 0


def named_person(look: Look, span: Span) -> bool:
    """Tell whether somebody follows who is named: "hosted *Prime Minister X*", not "welcomed *the move*"."""
    words = objects(look, span)
    # "hosted his Ugandan counterpart X", not "hosted his friends in Paris"
    told = not words or not look.grammar["pronoun"].run(words, 0) or look.grammar["people"].first(words[1:]) >= 0
    # "welcomed the new Ambassadors": several told by their office alone are not named
    plural = look.grammar["plural"].table
    named = look.has_name([word for word in words if word[LOW] not in plural]) and not _is_office_alone(look, span, words)
    if told and (named or (any(word[LOW] in plural for word in words) and _apposed(look, span))):
        return True
    # "hosted at his office the Ambassador of X"
    return not words and _behind_adjuncts(look, span)


def named_guest(look: Look, span: Span) -> bool:
    """Tell whether somebody follows who is named, and no crowd of a people: not "Lima welcomes *Japanese investors*"."""
    words = objects(look, span)
    crowd = look.grammar["crowd"].first(words) == len(words) - 1 >= 0 and look.grammar["people"].first(words) < 0
    return not crowd and named_person(look, span)


def _is_office_alone(look: Look, span: Span, words: list[Word]) -> bool:
    """Tell whether the object is an office without a name: "welcomed the new *Ambassador* to the country and extended"."""
    articles, people = look.grammar["article"].table, look.grammar["people"].table
    if not words or words[0][LOW] not in articles or look.has_name([word for word in words if word[LOW] not in people]):
        return False
    behind = look.after(span, 2 * OBJECT)[len(words) : len(words) + 1]
    return bool(behind) and behind[0][LOW] in look.grammar["office_ends"].table and not _apposed(look, span)


# spoke to President X · huddled with his counterpart Y; not "spoke to CNN", "huddled with his aides"
def in_office(look: Look, span: Span) -> bool:
    """Tell whether somebody who is named follows, told by his office at once."""
    return look.grammar["people"].first(look.after(span, _OFFICE)) >= 0 and named_person(look, span)


# called in the Russian ambassador; not "the ambassador called in at the ministry"
def envoy_met(look: Look, span: Span) -> bool:
    """Tell whether it is an envoy to whom something is done."""
    return look.grammar["envoy"].first(objects(look, span)) >= 0


# after meeting Minister X; not "in meeting Peru's response", "of meeting Europe's demand"
def no_thing(look: Look, span: Span) -> bool:
    """Tell whether no possessor follows whose thing is met, rather than somebody of his."""
    words = look.after(span, OBJECT)
    ends = possessing(look.document.lang)
    owned = next((index for index, word in enumerate(words) if word[LOW].endswith(ends)), -1)
    if owned < 0 or look.grammar["break"].first(words[:owned]) >= 0:
        return True
    rest = words[owned + 1 : owned + 4]
    return not rest or look.has_name(rest) or look.grammar["people"].first(rest) >= 0


def is_official(look: Look, span: Span) -> bool:
    """Tell whether somebody in office travels: "*President* X has arrived in Lima" is a trip without more words."""
    words = look.before(span.start, FAR)
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    # "His Excellency President X": a pronoun is nobody's office
    index = next((at for at in range(len(words)) if not pronouns.run(words, at) and people.run(words, at)), -1)
    return index >= 0 and look.has_name(words[index : index + 4])


def listed(look: Look, span: Span) -> bool:
    """Tell whether a name of two words follows at once: "The envoys are *Sakaria Toure*, …", not "are European"."""
    words = look.after(span, 2, marks=NO_MARKS)
    return len(words) > 1 and all(look.is_capital(word) for word in words)


def officials(look: Look, span: Span) -> bool:
    """Tell whether people in office with their names follow at once: "They are *the Ambassador of X, A*, …".

    Or by courtesy: "They are *H.E. Ms A of X and* …". Or by name, with the country in brackets: "They are: *Ana Ruiz (Peru)*".
    """
    words = look.after(span, OBJECT, marks=NO_MARKS)
    named = list(takewhile(look.is_capital, words[:_OFFICE]))
    if any(look.document.text.startswith(" (", end_of(word)) for word in named[1:]):
        return True
    courteous = look.grammar["courtesy"].run(words, 0) if words else 0
    if courteous and len(words) > courteous and look.is_capital(words[courteous]):
        return True
    at = look.grammar["people"].first(words[:4])
    return at >= 0 and look.is_capital(words[at]) and _apposed(look, span)


def _apposed(look: Look, span: Span) -> bool:
    """Tell whether names follow behind a comma: "hosted the Ministers of X and Y, *A* and *B*"."""
    text = look.document.text
    return any(text[start - 2 : start] == ", " and text[start].isupper() for _, start in look.after(span, 3 * OBJECT, marks=";"))


def names_anything(look: Look, span: Span) -> bool:
    """Tell whether the clause names anything, or people act in it: of what nobody does in no place nothing is told."""
    if is_title_case(look.document, span.start):
        return True
    start = look.document.sentence_at(span.start).start
    if look.grammar["plural"].first(look.before(span.start, FAR)) >= 0:
        return True
    # "said X while receiving the ministers": the subject stands before the clause
    before = look.before(span.start, FAR) or look.words(max(start, span.start - FAR), span.start, 40, NO_MARKS)
    words = [*before, *look.after(span, 30, FAR, NO_MARKS)]
    return look.has_name([word for word in words if word[START] != start])
