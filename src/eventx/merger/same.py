"""Step 4a, fuse: when two tellings tell of one event, by its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from eventx.merger.agreement import is_at_other_hour
from eventx.merger.draft import OPENINGS, Filling, people, subset
from eventx.merger.names import tokens
from eventx.merger.same_conferences import same_conference
from eventx.merger.same_visits import same_visit
from eventx.merger.unnamed import are_other_states, calls_on_body, heads_with_body, heads_with_one, is_of_stranger

if TYPE_CHECKING:
    from eventx.contribution import PlaceMention
    from eventx.merger.fuse import Group
    from eventx.merger.tellings import Telling

_ALIKE, _HEADLINE = 0.8, 0.6
"""The share of their words that tellings of one proposal share; a headline's."""
_ONLINE = "online"
_COARSE = frozenset({"month", "season", "quarter", "half", "year"})
_OF_THREE = "trilateral"
"""The form of a meeting at which there is a third one."""
_NEXT = 2
"""How many sentences further on an opening is told of again."""
_MANY_YEARS = 150
"""More years than so many are seldom kept of two things in one text."""
_GIVING = {"award", "presentation"}
"""Forms of ceremonies that differ by what verb tells of what is given."""


def same_people(group: Group, telling: Telling) -> bool:
    """Tell whether the same people met, as far as each telling names them."""
    mine, theirs = telling.people, group.people
    if not mine or not theirs:
        alike = not mine and not theirs and subset(telling.everyone, group.everyone)
        return alike or (not theirs and heads_with_body(group, telling))
    if is_of_stranger(group, telling) or _is_in_other_country(group.place, telling.place) or is_at_other_hour(group, telling):
        return False
    if not subset(mine, theirs):
        return _receives_too(group, telling)
    if _is_other_meal(group, telling) or _is_still_to_come(group, telling) or _receives_others(group, telling):
        return False
    forms = {telling.draft.fields.get("form"), group.fields.get("form")}
    planned = {telling.draft.value.status, group.first.draft.value.status} == {"planned", "held"}
    # "will hold talks with Y. After the meeting, …": what is to come is told again
    again = group.first.draft.value.status == "planned" and not telling.dates and telling.draft.fields.get("form") == "meeting"
    planned = planned and not again and not _is_headline_to_come(group, telling)
    # "discussed … in their phone call" is one telling and the same; talks may be by phone
    calls = "phone" in forms and not (forms <= {"phone", "talks", None} and mine == theirs)
    # "after the talks, the two held a trilateral meeting with Z"
    third = _OF_THREE in forms and mine != theirs and min(len(mine), len(theirs)) > 1
    if len(forms - {None}) > 1 and (calls or planned or third or _is_in_person(group, telling)):
        return False
    # not where the other side is a body of its own
    alone = len(mine) == 1 and bool(telling.everyone - mine - group.everyone)
    return not alone or heads_with_one(group, telling) or calls_on_body(group, telling)


# X met Y in Lima, after the two met in Oslo on 3 May
def _is_in_other_country(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """Tell whether two places are cities of two countries: the same people met twice."""
    if one is None or other is None or one.country is None or other.country is None:
        return False
    return one.country != other.country and one.kind == other.kind == "city"


# They talked via video link in March. … The two then held a one-on-one meeting *at the Presidential Palace*
def _is_in_person(group: Group, telling: Telling) -> bool:
    """Tell whether people who met online, nowhere and on a day told with it, are told to have met somewhere."""
    online = group.fields.get("form") == _ONLINE and group.dated and group.place is None
    return online and telling.place is not None and not telling.draft.value.anaphoric and not telling.dates


def _is_other_meal(group: Group, telling: Telling) -> bool:
    """Tell whether one is a meal and the other none, in another sentence: "held talks with Y. He *hosted a dinner* for Y".

    Or both are meals that others host: "X gave a lunch for Y. Z gave a dinner for Y".
    """
    mine, theirs = hosts(telling.draft.fillings), hosts(group.first.draft.fillings)
    if group.meals == {True} and "meal" in telling.draft.value.traits and mine and theirs and mine.isdisjoint(theirs):
        return True
    if telling.draft.value.anaphoric or (len(group.tellings) == 1 and _heads_text(group) and group.place is None):
        return False  # "President meets envoy", and then: "X hosted a lunch for Y"
    last = group.tellings[-1].draft.sentence
    return group.meals == {"meal" not in telling.draft.value.traits} and telling.draft.sentence != last


# X held talks with Y and *received* the heads of several companies
def _receives_others(group: Group, telling: Telling) -> bool:
    """Tell whether somebody who met another in the same sentence is then told to receive those of whom nobody is named."""
    draft, last = telling.draft, group.tellings[-1].draft
    if draft.besides and group.people < telling.people:
        return True  # "met with officials. She also held talks with Z"
    if draft.sentence != last.sentence or draft.value.anaphoric or len(telling.everyone) > 1 or len(group.people) < _NEXT:
        return False
    return (
        draft.trigger.span.start > last.trigger.span.end and hosts(draft.fillings) == telling.people and not hosts(last.fillings)
    )


# X received Y on Monday. X will host Y again in May
def _is_still_to_come(group: Group, telling: Telling) -> bool:
    """Tell whether one is to come, as a verb says, while the other was held, as one said before; headlines say neither."""
    first, draft = group.first.draft, telling.draft
    if first.value.status != "held" or draft.value.status != "planned" or draft.value.anaphoric:
        return False
    told = "passing" not in first.value.traits or telling.people < group.people
    return told and not first.value.anaphoric and (first.sentence > 0 or group.dated)


def _heads_text(group: Group) -> bool:
    """Tell whether a group is told by the first sentence alone, as a mere meeting without a day: most likely a headline."""
    return group.first.draft.sentence == 0 and not group.dated and group.fields.get("form") == "meeting"


# President to meet envoy \n On Monday, President X received Ambassador Y
def _is_headline_to_come(group: Group, telling: Telling) -> bool:
    """Tell whether a headline says without a day that people are to meet who then are told to have met on one."""
    first = group.first.draft
    ahead = first.value.status == "planned" and not (first.undated or group.dated) and group.fields.get("form") == "meeting"
    told = ahead and first.sentence <= 1 and len(group.tellings) == 1 and bool(telling.dates)
    return told and telling.draft.sentence <= first.sentence + _NEXT


def _receives_too(group: Group, telling: Telling) -> bool:
    """Tell whether a list names more who receive the same guests: "X received Y. *Receiving* the delegation were Z"."""
    if "receivers" not in telling.draft.value.traits or group.first.draft.value.status != telling.draft.value.status:
        return False
    guests = people(telling.draft.fillings, "guest")
    return bool(guests) and guests == people(group.first.draft.fillings, "guest")


def _same_ceremony(group: Group, telling: Telling) -> bool:
    """Tell whether it is the same form of ceremony with the same people."""
    mine, theirs = telling.draft.fields.get("form"), group.fields.get("form")
    given = {mine, theirs} == _GIVING and (telling.people == group.people or _is_headline_of(group, telling))
    if mine and theirs and mine != theirs and not given and not _opens_too(group, telling, {mine, theirs}):
        return False
    a, b = telling.place, group.place
    if a and b and (_are_other_venues(a, b) or (a.country and b.country and a.country != b.country)):
        return False
    own = hosts(telling.draft.fillings)
    if mine and (not own.isdisjoint(group.hosts) or _held_through(telling, group)):
        return True  # one host receives many, sentence after sentence
    guests = people(telling.draft.fillings, "guest")
    if mine and guests and guests == group.cast.get("guest"):
        return True  # each telling names another of those who welcome somebody
    if mine and (bool(own) != bool(group.hosts) or (mine == theirs and _is_headline_of(group, telling))):
        return True  # one telling names the host, the other those who came
    return subset(telling.everyone, group.everyone) or not telling.everyone or not group.everyone


# Ministry awards medal to envoy \n On 5 May, Director X awarded Ambassador Y the medal
def _is_headline_of(group: Group, telling: Telling) -> bool:
    """Tell whether the first sentence alone told of it, without a day, by a body and those it was for, who are told with more."""
    head = group.first.draft.sentence == 0 and len(group.tellings) == 1 and not group.dated
    return head and telling.draft.sentence <= _NEXT and bool(group.people) and group.people <= telling.people


def _are_other_venues(a: PlaceMention, b: PlaceMention) -> bool:
    """Tell whether two places are venues of different names, neither of which is the other in short."""
    if not a.kind == b.kind == "venue":
        return False
    one, other = set(tokens(a.name)), set(tokens(b.name))
    return not (one <= other or other <= one)


# inaugurated the embassy. … The ministers cut the ribbon
def _opens_too(group: Group, telling: Telling, forms: set[object]) -> bool:
    """Tell whether the next sentences tell of the same opening by the same people in other words."""
    near = telling.draft.sentence - group.tellings[-1].draft.sentence <= _NEXT
    return near and forms <= OPENINGS and subset(telling.people, group.people)


def _held_through(telling: Telling, group: Group) -> bool:
    """Tell whether one telling has only bodies for hosts, another only people: "the ministry held …; the minister chaired"."""
    mine = {filling.entity.kind for filling in telling.draft.fillings if filling.role == "host"}
    theirs = set(group.hosts.values())
    return len(mine) == len(theirs) == 1 and mine != theirs


def hosts(fillings: Iterable[Filling]) -> set[int]:
    """Return the numbers of the hosts."""
    return {filling.entity.number for filling in fillings if filling.role == "host"}


def _same_signing(group: Group, telling: Telling) -> bool:
    """Tell whether the signatories are the same, or nobody is named."""
    mine, theirs = telling.everyone, group.everyone
    dates = {telling.date, group.date}
    if None in dates and any(date is not None and date.grain in _COARSE for date in dates) and not mine | theirs:
        return False  # "signed a memorandum. Y signed another in 2012": that is told as known
    if _is_other_paper(group, telling) or are_other_states(group, telling):
        return False
    if "signatory" not in group.cast or not people(telling.draft.fillings, "signatory"):
        return True  # bodies sign through people, and those who only look on may be told first
    return subset(mine, theirs) or not mine or not theirs


# The two ministers signed a cooperation agreement. They then witnessed the signing of a contract on ports
def _is_other_paper(group: Group, telling: Telling) -> bool:
    """Tell whether somebody looks on, in the next sentence, while a paper is signed that is called otherwise."""
    draft, last = telling.draft, group.tellings[-1].draft
    mine, theirs = draft.fields.get("documents"), last.fields.get("documents")
    if draft.sentence != last.sentence + 1 or "ceremonial" not in draft.value.traits or draft.value.anaphoric:
        return False
    if not isinstance(mine, tuple) or not isinstance(theirs, tuple) or not people(draft.fillings, "participant"):
        return False
    a, b = set(tokens(" ".join(mine))), set(tokens(" ".join(theirs)))
    return bool(a - b) and bool(b - a)


def _same_anniversary(group: Group, telling: Telling) -> bool:
    """Tell whether it is the same number of years of the same thing."""
    fields = telling.draft.fields
    if fields.get("years") != group.fields.get("years"):
        return False
    mine, theirs, years = fields.get("of"), group.fields.get("of"), fields.get("years")
    if not isinstance(mine, str) or not isinstance(theirs, str) or (isinstance(years, int) and years > _MANY_YEARS):
        return True  # "the 800th anniversary of Apia … the city's 800th anniversary"
    a, b = set(tokens(mine)), set(tokens(theirs))
    return len(a & b) * 2 >= min(len(a), len(b))


def _same_proposal(group: Group, telling: Telling) -> bool:
    """Tell whether the same proposer asks for the same things: a caption or a headline repeats a sentence.

    What he asks for in one sentence, act by act, is one proposal: "*urged* A to … and *hoped* that B …".
    """
    if is_same_breath(group, telling):
        return True
    if telling.people != group.people:
        return False
    mine, theirs = telling.asked, group.asked
    # a headline says it in fewer words
    enough = _HEADLINE if group.first.draft.sentence == 0 else _ALIKE
    return mine is not None and theirs is not None and len(mine & theirs) >= enough * min(len(mine), len(theirs))


def is_same_breath(group: Group, telling: Telling) -> bool:
    """Tell whether somebody goes on to ask, in the sentence in which he just did, for something else."""
    last = group.tellings[-1].draft
    mine = telling.draft
    if mine.sentence != last.sentence or mine.value.status != last.value.status:
        return False
    proposers = people(mine.fillings, "proposer")
    return bool(proposers) and proposers == people(last.fillings, "proposer")


SAME: Mapping[str, Callable[[Group, Telling], bool]] = {
    "visit": same_visit,
    "conference": same_conference,
    "ceremony": _same_ceremony,
    "signing": _same_signing,
    "anniversary": _same_anniversary,
    "proposal": _same_proposal,
}
"""What tells, for each type that has a rule of its own, whether a telling is of a group's event."""
