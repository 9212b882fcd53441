"""Whether it is somebody who is visited, no place."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from eventx import Span
from eventx_engagements.lexicon import possessing
from eventx_engagements.somebody import in_office
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

_OBJECT = 8
"""How many words behind "visited" may tell whom."""
_CALL_ENDS = ',;:!?()"\n'
_LIST = 20
"""The most words of a list of those who are asked."""


def is_called_on(look: Look, span: Span) -> bool:
    """Tell whether somebody follows at once: a word of the table ``people`` that is true."""
    if not look.grammar.behind:
        return is_visited(look, span)
    words = look.after(span, 4)
    return bool(words) and bool(look.grammar["people"].value(words, 0))


# visited President X at his residence · visited X, President of Y; not "visited President X's tomb"
def is_visited(look: Look, span: Span) -> bool:
    """Tell whether it is somebody in office who is visited, told by office and name or by name and office."""
    words, people = look.after(span, _OBJECT), look.grammar["people"]
    first = next((at for at, word in enumerate(words) if not look.is_capital(word)), len(words))
    names = words[:first]
    if not names or look.grammar["site"].first(look.words(span.end, words[-1][START] + 1, _OBJECT + 1, NO_MARKS)) >= 0:
        return False
    if any(word[LOW].endswith(possessing(look.document.lang)) for word in names):
        return False
    office = people.first(names)
    if office >= 0:
        return office + people.run(names, office) < len(names)
    # a name, and an office behind a comma
    behind = look.words(end_of(names[-1]), look.document.sentence_at(span.start).end, 4, NO_MARKS)
    apposed = look.document.text.startswith(",", end_of(names[-1]))
    size = people.run(behind, 0) if behind else 0
    of = look.grammar["one_of"].table
    return apposed and len(names) > 1 and 0 < size < len(behind) and look.is_capital(behind[0]) and behind[size][LOW] in of


# visited and worked with the Ambassador to Peru X; not "visited and worked at the port"
def is_worked_with(look: Look, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether a verb of more than visiting leads to somebody in office who is named."""
    return not look.grammar.behind and value.get("needs") == "name" and in_office(look, span)


def called(look: Look, span: Span) -> bool:
    """Tell whether a call is paid: somebody named follows, who is not asked "to" do something."""
    words = look.after(span, 14, marks=_CALL_ENDS)
    if words and look.is_calendar(words[0]):
        return False  # "had a good call on Monday with X"
    if words and look.document.text.startswith(" (", end_of(words[-1])):
        words = look.after(span, 14, marks=_CALL_ENDS.replace("()", ""))  # "calls on the Peace Council (PC) to act"
    words = words[: max(look.grammar["meanwhile"].first(words), 0) or len(words)]  # called on X as he arrived for a visit
    asks, purposes = look.grammar["asked"].table, look.grammar["purpose"].table
    asked = any(
        word[LOW] in asks and (then is None or then[LOW] not in purposes) and not _is_of_office(look, before, then)
        for before, word, then in zip_longest(words[:1] + words[:-1], words, words[1:])
    )
    at = look.grammar["where"].first(words[:6])
    asked = asked or _are_asked(look, span, words)
    # "called on X *at Temple House*": that is where, and no thing
    return not asked and look.has_name(words[:6]) and not _things(look, words[: at if at > 1 else 6])


# called on Peru, Chile and Fiji to help · on parliament, the press, and the public to act; not "on Bo Lind, in Lima, to talk"
def _are_asked(look: Look, span: Span, words: list[Word]) -> bool:
    """Tell whether several without an office, of whom only the first stands before a comma, are asked to do something."""
    end = end_of(words[-1]) if words else span.end
    if not look.document.text.startswith(",", end):
        return False
    behind, asks = (
        look.words(end + 1, look.document.sentence_at(span.start).end, _LIST, _CALL_ENDS.replace(",", "")),
        look.grammar["asked"],
    )
    at = asks.first(behind)
    if at < 1 or at + 1 == len(behind) or behind[at + 1][LOW] in look.grammar["purpose"].table:
        return False
    listed = look.is_capital(behind[0]) or behind[0][LOW] in look.grammar["article"].table
    joined = look.grammar["join"].first(behind[:at]) >= 0 or look.grammar["join"].first(words) >= 0
    return listed and joined and look.grammar["people"].first([*words, *behind[:at]]) < 0


def _is_of_office(look: Look, before: Word, then: Word | None) -> bool:
    """Tell whether a preposition between two words is part of an office: called on the Minister *for* Trade X."""
    return then is not None and look.is_capital(then) and before[LOW] in look.grammar["people"].table


def _things(look: Look, words: list[Word]) -> bool:
    """Tell whether one of the words is of a thing or of several sides."""
    return look.grammar["thing"].first(words) >= 0 or look.grammar["plural"].first(words) >= 0
