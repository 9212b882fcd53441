"""What must stand around a verb for it to tell of an event: somebody, a place, a document, a gift."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import takewhile, zip_longest
from typing import Any

from eventx import Span
from eventx_engagements.arrivals import held_on, is_dated, lists, met_at_airport
from eventx_engagements.company import discussed, is_told_of_two, spoken, spoken_with, two
from eventx_engagements.serial import arrives
from eventx_engagements.words import NO_MARKS, Look, Word, is_title_case

_OBJECT = 8
_SITE = 10
"""How many words may name what is visited, and where it is."""
_PAPER = 3
_QUOTE = 12
_SHORT_NAME = 40
_NEAR = 90
_FAR = 200
_LISTED = ";:.!?"


def fits(look: Look, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether what the trigger's entry needs stands around it."""
    if value.get("trip"):
        sentence = look.document.sentence_at(span.start)
        start, end = max(sentence.start, span.start - _FAR), min(sentence.end, span.end + _FAR)
        if look.grammar["trip"].first(look.words(start, end, 80, NO_MARKS)) < 0 and not _is_official(look, span):
            return False
    need = value.get("needs")
    return need is None or _needs()[need](look, span)


def _is_official(look: Look, span: Span) -> bool:
    """Tell whether somebody in office travels: "*President* X has arrived in Lima" is a trip without more words."""
    words = look.before(span.start, _FAR)
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    # "His Excellency President X": a pronoun is nobody's office
    index = next((at for at in range(len(words)) if not pronouns.run(words, at) and people.run(words, at)), -1)
    return index >= 0 and look.has_name(words[index : index + 4])


@lru_cache(maxsize=1)
def _needs() -> Mapping[str, Callable[[Look, Span], bool]]:
    """Return the test of each need."""
    return {
        "person": _person,
        "named": _named_person,
        "listed": _listed,
        "opening": _opening,
        "officials": _officials,
        "each_other": _each_other,
        "goal": _goal,
        "goal_or_site": _goal_or_site,
        "document": _document,
        "paper": _paper,
        "destination": _destination,
        "left": _left,
        "group": _group,
        "inverted": _inverted,
        "gift": _gift,
        "given": _gift,
        "honour": _gift,
        "by": _by,
        "two": two,
        "discussed": discussed,
        "spoken": spoken,
        "spoken_with": spoken_with,
        "called": _called,
        "envoy": _envoy,
        "arrival": arrives,
        "fronted": _fronted,
        "titled": _titled,
        "airport": met_at_airport,
        "last": _last,
        "name": _name,
        "held_on": held_on,
        "lists": lists,
        "lists_first": lambda look, span: _fronted(look, span) and lists(look, span),
        "goal_on": lambda look, span: _goal(look, span) and is_dated(look, look.document.sentence_at(span.start)),
    }


def _objects(look: Look, span: Span) -> list[Word]:
    """Return the words of the object up to its first preposition; none if one of them is a thing."""
    things, breaks = look.grammar["thing"], look.grammar["break"]
    words = _without_day(look, look.after(span, _OBJECT + 3))[:_OBJECT]
    # "welcomed the minister's visit": what somebody has is no person, unless a name follows
    owned = next((index for index, word in enumerate(words) if word.low.endswith(("'s", "s'"))), -1)
    words = words[owned + 1 :]
    for index, word in enumerate(words):
        if word.low in things.longest and things.run(words, index) and not _is_of_office(look, words, index):
            return []
        if word.low in breaks.longest and breaks.run(words, index):
            return words[:index]
    return words


def _is_of_office(look: Look, words: list[Word], index: int) -> bool:
    """Tell whether a thing is part of somebody's title: "met Pacific Islands *Forum* Chair X"."""
    people = look.grammar["people"]
    behind = look.words(words[index].end, words[index].end + _SHORT_NAME, 5, NO_MARKS)  # behind "(PIF)", too
    return words[index].capital and any(word.capital and people.run(behind, at) for at, word in enumerate(behind))


def _without_day(look: Look, words: list[Word]) -> list[Word]:
    """Return the words without the day that stands before the object ("received *on December 28* Ambassador X")."""
    if len(words) < 2 or words[0].low not in look.grammar["break"].table or not look.is_calendar(words[1]):
        return words
    at = next((i for i, word in enumerate(words[2:], 2) if not (look.is_calendar(word) or word.text[0].isdigit())), len(words))
    return words[at:]


def _person(look: Look, span: Span) -> bool:
    """Tell whether somebody who can be met follows: "received *Ambassador X*", "met *his counterpart*"."""
    words = _objects(look, span)
    if look.has_name(words) or (look.grammar["people"].first(words) >= 0 and _name(look, span)):
        return True
    if _behind_adjuncts(look, span):
        return True
    # "met on Sunday with X", "will meet today in Geneva with X"
    words = look.after(span, 2 * _OBJECT)
    at = look.grammar["company"].first(words[:_OBJECT])
    if at <= 0 or look.grammar["thing"].first(words[: at + 3]) >= 0:
        return False
    breaks = look.grammar["break"].table
    behind = list(takewhile(lambda word: word.low not in breaks, words[at + 1 :]))
    return look.has_name(behind) or look.grammar["people"].first(behind) >= 0


def _behind_adjuncts(look: Look, span: Span) -> bool:
    """Tell whether somebody follows behind where and when: "received *in his office* the Ambassador", "*this morning* X"."""
    words = look.after(span, 3 * _OBJECT)
    opens = look.grammar["adjunct"]
    if not words or not opens.run(words, 0):
        return False
    at = look.grammar["people"].first(words[2:]) + 2
    if at < 2 or look.grammar["agent"].first(words[:at]) >= 0 or look.grammar["thing"].first(words[:at]) >= 0:
        return False
    article = look.grammar["article"].table
    told = any(word.low in article for word in words[max(at - 4, 1) : at]) or look.has_name(words[at + 1 : at + 2])
    told = told or words[at].capital  # "received yesterday State Minister and Senator X"
    return told and _name(look, span)


def _named_person(look: Look, span: Span) -> bool:
    """Tell whether somebody follows who is named: "hosted *Prime Minister X*", not "welcomed *the move*"."""
    words = _objects(look, span)
    # "hosted his Ugandan counterpart X", not "hosted his friends in Paris"
    told = not words or not look.grammar["pronoun"].run(words, 0) or look.grammar["people"].first(words[1:]) >= 0
    # "welcomed the new Ambassadors": several told by their office alone are not named
    plural = look.grammar["plural"].table
    named = look.has_name([word for word in words if word.low not in plural])
    return told and (named or (any(word.low in plural for word in words) and _apposed(look, span)))


def _listed(look: Look, span: Span) -> bool:
    """Tell whether a name of two words follows at once: "The envoys are *Sakaria Toure*, …", not "are European"."""
    words = look.after(span, 2, marks=NO_MARKS)
    return len(words) > 1 and all(word.capital for word in words)


def _officials(look: Look, span: Span) -> bool:
    """Tell whether people in office with their names follow at once: "They are *the Ambassador of X, A*, …"."""
    words = look.after(span, _OBJECT, marks=NO_MARKS)
    at = look.grammar["people"].first(words[:4])
    return at >= 0 and words[at].capital and _apposed(look, span)


def _apposed(look: Look, span: Span) -> bool:
    """Tell whether names follow behind a comma: "hosted the Ministers of X and Y, *A* and *B*"."""
    text = look.document.text
    return any(word.capital and text[word.start - 2 : word.start] == ", " for word in look.after(span, 3 * _OBJECT, marks=";"))


def _each_other(look: Look, span: Span) -> bool:
    """Tell whether somebody follows, or several are said to meet one another: "*X and Y* met in Geneva"."""
    if _person(look, span):
        return True
    words = look.before(span.start, _FAR)
    plural, joins, when = look.grammar["plural"], look.grammar["join"], look.grammar["when"]
    if plural.first(words[-6:]) >= 0:
        following = look.after(span, 2)
        return when.first(following) >= 0 or look.grammar["where"].first(following) >= 0
    return any(word.low in joins.table for word in words) and sum(map(look.is_name, words)) >= 2


def _goal(look: Look, span: Span) -> bool:
    """Tell whether a place follows: a capital among the first words, no thing and no preposition before it."""
    return look.has_name(_objects(look, span)[:7])


def _goal_or_site(look: Look, span: Span) -> bool:
    """Tell whether a place follows, or somebody in office visits what is in a place: "visited *a training camp in Pabo*"."""
    if _goal(look, span):
        return True
    words = look.after(span, _SITE)
    at = look.grammar["where"].first(words)
    if at < 2 or at + 1 >= len(words) or words[0].low not in look.grammar["article"].table:
        return False
    place = words[at + 1]
    return look.is_name(place) and not look.is_calendar(place) and _is_official(look, span)


def _destination(look: Look, span: Span) -> bool:
    """Tell whether it is said where to: "will be leaving on Nov. 26 *for Rome*"."""
    words = look.after(span, 2 * _OBJECT)
    index = look.grammar["destination"].first(words)
    return index >= 0 and look.has_name(words[index + 1 : index + 4])


def _left(look: Look, span: Span) -> bool:
    """Tell whether somebody leaves one place for another: "*left Hanoi* on Monday *for Rome*"; not "left office for good"."""
    words = look.after(span, 1)
    return bool(words) and (look.is_name(words[0]) or words[0].low == "here") and _destination(look, span)


def _group(look: Look, span: Span) -> bool:
    """Tell whether a delegation or a group of guests is told by its members: "the *delegation* of X *included* Minister Y"."""
    return _named_person(look, span) and look.grammar["group"].first(look.before(span.start, _NEAR)) >= 0


def is_passive(look: Look, span: Span) -> bool:
    """Tell whether the document that is signed stands before the verb ("agreements were signed")."""
    papers = look.grammar["document"]
    return papers.first(look.after(span, 14, _NEAR, _LISTED)) < 0 and papers.first(_quoted(look, span)) < 0


def _is_long_ago(look: Look, words: list[Word]) -> bool:
    """Tell whether the words name a year without a day or month: "ký năm 2013"."""
    years = look.grammar["year"]
    for index in range(len(words) - 1):
        if years.run(words, index) == 1 and words[index + 1].low.isdigit() and len(words[index + 1].low) == 4:
            yearly = look.grammar["yearly"].first(words[:index]) >= 0
            return not yearly and (index == 0 or not words[index - 1].low[-1].isdigit())
    return False


def _document(look: Look, span: Span) -> bool:
    """Tell whether a document is signed: named after the verb, or before it in the passive; no law, no player."""
    papers, others = look.grammar["document"], look.grammar["unsigned"]
    words = look.after(span, 14, _NEAR, _LISTED)
    if _is_long_ago(look, words) or look.grammar["ago"].first(words) >= 0:
        return False
    if papers.first(words) < 0:
        words = _quoted(look, span) or words
    paper, other = papers.first(words), others.first(words)
    if paper >= 0:
        # "nghị định" is a decree, "nghị định thư" a protocol
        longer = paper == other and papers.run(words, paper) > others.run(words, other)
        return (other < 0 or paper < other or longer) and not _is_private(look, span, words[paper:])
    before = look.before(span.start, _NEAR)
    # "no agreement was signed"
    if other >= 0 or papers.first(before) < 0 or look.grammar["denied"].first(before) >= 0:
        return False
    if words and words[0].low in look.grammar["agent"].table and look.has_name(words):
        return True  # "The agreement, signed by X and Y, …"
    # "were signed", or a headline; "the agreements signed in 2015" are told as known
    headline = papers.first(before[-1:]) >= 0 and look.document.text[look.document.sentence_at(span.start).end - 1] not in ".!?"
    return headline or look.grammar["passive"].first(before[-4:]) >= 0


def _quoted(look: Look, span: Span) -> list[Word]:
    """Return the words of a name in quotation marks that follows at once: signed a “Memorandum of Understanding on Trade”."""
    opening = look.document.text[span.end : span.end + _QUOTE]
    at = next((index for index, char in enumerate(opening) if char in '“"'), -1)
    return look.words(span.end + at + 1, min(span.end + _NEAR, len(look.document.text)), 8) if at >= 0 else []


def _is_private(look: Look, span: Span, words: list[Word]) -> bool:
    """Tell whether a contract is somebody's own: neither another party with a name behind it, nor two before it."""
    if not look.grammar["contract"].table or not look.grammar["contract"].run(words, 0):
        return False
    company = look.grammar["company"].table
    at = next((index for index, word in enumerate(words) if word.low in company), -1)
    return not (at >= 0 and look.has_name(words[at + 1 : at + 5])) and not is_told_of_two(look, span.start)


def _paper(look: Look, span: Span) -> bool:
    """Tell whether a document is what is exchanged: right behind ("exchanged *notes*"), or before it in the passive."""
    before = look.before(span.start, _NEAR)
    if look.grammar["passive"].first(before[-3:]) >= 0:
        # "views were exchanged on the agreement": what is exchanged stands before
        return look.grammar["document"].first(before) >= 0 and _document(look, span)
    return look.grammar["document"].first(look.after(span, _PAPER)) >= 0 and _document(look, span)


def _inverted(look: Look, span: Span) -> bool:
    """Tell whether those who come with somebody follow a verb: "Accompanying the Minister *were* X and Y"."""
    opens = not look.document.slice(Span(look.document.sentence_at(span.start).start, span.start)).strip()
    return opens and inverted_end(look, span) is not None


def inverted_end(look: Look, span: Span) -> int | None:
    """Return where the verb ends behind which those follow who accompany somebody."""
    words = look.after(span, 2 * _OBJECT)
    index = look.grammar["inverted"].first(words)
    return words[index].end if index >= 0 else None


def is_donation(look: Look, span: Span) -> bool:
    """Tell whether what is given is an honour or a donation, of which nobody is host or guest."""
    gifts = look.grammar["gift"]
    words = look.after(span, 12, 2 * _NEAR, _LISTED)
    index = gifts.first(words)
    return index < 0 or gifts.value(words, index) == "donation"


def _called(look: Look, span: Span) -> bool:
    """Tell whether a call is paid: somebody named follows, who is not asked "to" do something."""
    words = look.after(span, 14)
    asks, purposes = look.grammar["asked"].table, look.grammar["purpose"].table
    following = zip_longest(words, words[1:])
    asked = any(word.low in asks and (then is None or then.low not in purposes) for word, then in following)
    return not asked and look.has_name(words[:6]) and not _things(look, words[:6])


def _things(look: Look, words: list[Word]) -> bool:
    """Tell whether one of the words is of a thing or of several sides."""
    return look.grammar["thing"].first(words) >= 0 or look.grammar["plural"].first(words) >= 0


def _by(look: Look, span: Span) -> bool:
    """Tell whether it is said by whom, somebody named or a word of people: "was received at the airport *by X*"."""
    words = look.after(span, 20)
    if words and look.is_calendar(words[-1]):
        words = look.after(span, 20, marks=_LISTED)  # "was received on Monday, 5 May, by X"
    index = next((i for i, word in enumerate(words) if word.low in look.grammar["agent"].table), -1)
    behind = words[index + 1 : index + 1 + _OBJECT] if index >= 0 else []
    return look.has_name(behind) or look.grammar["people"].first(behind) >= 0


def _gift(look: Look, span: Span) -> bool:
    """Tell whether a gift or an honour is given: its word follows, or a number of things "to" somebody."""
    words = look.after(span, 24, 2 * _NEAR, _LISTED)
    if look.grammar["gift"].first(words[:12]) >= 0:
        return True
    return bool(words) and words[0].text[0].isdigit() and look.grammar["receiver"].first(words) >= 0


def _titled(look: Look, span: Span) -> bool:
    """Tell whether somebody follows at once by office or courtesy: "thượng đỉnh giữa *Tổng thống* X và …"."""
    return look.grammar["people"].first(look.after(span, 4)) >= 0


def _fronted(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence: "*Tháp tùng* Thủ tướng có …"."""
    return not look.document.text[look.document.sentence_at(span.start).start : span.start].strip()


def _opening(look: Look, span: Span) -> bool:
    """Tell whether it opens its sentence and somebody who is named follows: "*Welcoming* Ambassador X to his office, Y …"."""
    # not "Welcoming the delegation was Chairman X"
    inverted = look.grammar["inverted"].first(look.after(span, _OBJECT)) >= 0
    return _fronted(look, span) and not inverted and _named_person(look, span)


def _last(look: Look, span: Span) -> bool:
    """Tell whether it ends its clause: "Đoàn Việt Nam do X *làm Trưởng đoàn*"."""
    return look.document.text[span.end : span.end + 1] in ("", ".", ";", "\n")


def _envoy(look: Look, span: Span) -> bool:
    """Tell whether it is an envoy who is summoned, not a witness: his word stands before or behind."""
    envoys = look.grammar["envoy"]
    return envoys.first(look.after(span, _OBJECT)) >= 0 or envoys.first(look.before(span.start, _FAR)) >= 0


def _name(look: Look, span: Span) -> bool:
    """Tell whether the clause names anything, or people act in it: of what nobody does in no place nothing is told."""
    if is_title_case(look.document, span.start):
        return True
    start = look.document.sentence_at(span.start).start
    if look.grammar["plural"].first(look.before(span.start, _FAR)) >= 0:
        return True
    words = [*look.before(span.start, _FAR), *look.after(span, 30, _FAR, NO_MARKS)]
    return look.has_name([word for word in words if word.start != start])
