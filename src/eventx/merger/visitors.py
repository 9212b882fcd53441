"""Step 3c: nobody visits the country he acts for; the guest of the meeting told with the visit does.

Accepts: "A has received Minister B within his visit to A's country", "A hội đàm với B trong khuôn khổ chuyến thăm Việt Nam".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from eventx.contribution import Mention
from eventx.merger.abroad import is_bare
from eventx.merger.company import may_be_of
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity
from eventx.merger.grounds import BY_TRIP
from eventx.merger.press import press
from eventx.merger.tellings import Telling
from eventx.records import evolve

_ATTENDED = frozenset({"ceremony", "conference"})
"""Types of what somebody may come for."""
_PAIR = 2
_NAMED_ALIKE = frozenset({"CN", "KR", "KP", "TW"})
"""Countries whose people have names of the shape of those of another country."""


def settle_visitors(tellings: Iterable[Telling]) -> None:
    """Take those who act for the country that is visited out of a visit, and put in whom they met in the same sentence."""
    meetings: dict[int, list[Telling]] = defaultdict(list)
    attended: dict[int, list[Telling]] = defaultdict(list)
    visits = []
    for telling in tellings:
        kind = telling.draft.value.type
        if kind == "visit":
            visits.append(telling)
        elif kind == "meeting":
            meetings[telling.draft.sentence].append(telling)
        elif kind in _ATTENDED:
            attended[telling.draft.sentence].append(telling)
    for telling in visits:
        goal = telling.place
        _seat_hosts(telling)
        _let_guests_come(telling, meetings[telling.draft.sentence])
        if goal is None or goal.country is None:
            continue
        _let_hosts_be_at_home(telling, goal.country)
        _keep_own_hosts(telling, goal.country)
        _let_guests_be_strangers(telling, meetings[telling.draft.sentence], goal.country)
        _let_guests_travel(telling, meetings[telling.draft.sentence], goal.country)
        _without_those_at_home(telling, goal.country)
        if goal.kind != "country":
            continue
        _without_colleagues(telling, goal.country)
        visitors = [filling for filling in telling.draft.fillings if filling.role == "visitor"]
        if any(filling.entity.kind == "person" and filling.entity.acts_for != goal.country for filling in visitors):
            _without_who_received(telling, meetings[telling.draft.sentence], goal.country)
            continue
        if not visitors or any(filling.entity.acts_for != goal.country for filling in visitors):
            continue
        others = [filling for filling in telling.draft.fillings if filling.role != "visitor"]
        feasts = (told for told in attended[telling.draft.sentence] if told.draft.value.type == "ceremony")
        guests = _guests(meetings[telling.draft.sentence], goal.country) or _guests(feasts, goal.country)
        telling.draft.fillings = [*guests, *others]
        _let_guests_attend(telling, attended[telling.draft.sentence], visitors, guests)
    _settle_trips(visits)


# A received B, who is on a visit to A's country
def _without_who_received(visit: Telling, meetings: Iterable[Telling], country: str) -> None:
    """Take out of a visit whoever of the country visited met the visitor there, whatever stands between."""
    met = {filling.entity.number for other in meetings for filling in other.draft.fillings}
    own = [f for f in visit.draft.fillings if f.role == "visitor" and f.entity.acts_for == country and f.entity.number in met]
    visit.draft.fillings = [filling for filling in visit.draft.fillings if filling not in own]


def _seat_hosts(visit: Telling) -> None:
    """Let those who invite be hosts: "at the invitation of A, B and C, *X* visits …" is a visit of X's.

    Of several named before the verb, behind an invitation, only the last visits, with those of his country.
    """
    fillings = visit.draft.fillings
    invited = [f.source.span.start for f in fillings if f.role == "host" and f.source is not None]
    named = [f for f in fillings if f.role == "visitor" and f.source is not None]
    before = [f for f in named if f.source is not None and f.source.span.end <= visit.draft.trigger.span.start]
    if len(before) < len(named) or len(before) < 2 or not invited:
        return
    first = before[0].source
    if first is not None and min(invited) < first.span.start:
        # a delegation whose country nobody tells comes with who is named before it
        people = [f for f in before if f.entity.kind == "person"]
        own = (people or before)[-1].entity.acts_for
        hosts = [f for f in people if f.entity.acts_for != own]
        visit.draft.fillings = [evolve(f, role="host") if f in hosts else f for f in fillings]


# Thủ tướng A thăm Trung Quốc theo lời mời của Chủ tịch Lý Văn Sơn
def _let_hosts_be_at_home(visit: Telling, country: str) -> None:
    """Let nobody who invites to a country where names have the same shape be of another by the shape of his name alone."""
    for filling in visit.draft.fillings if country in _NAMED_ALIKE else ():
        entity = filling.entity
        if filling.role == "host" and entity.kind == "person" and entity.country is None and entity.acts_for is not None:
            entity.country = country


# Thủ tướng A tiếp ông Kim Lập Quân đang thăm Việt Nam
def _let_guests_be_strangers(visit: Telling, meetings: Iterable[Telling], country: str) -> None:
    """Let nobody be of the country that he visits by the shape of his name alone, where he is received on the visit."""
    received = {f.entity.number for meeting in meetings for f in meeting.draft.fillings if f.role == "guest"}
    for filling in visit.draft.fillings:
        entity = filling.entity
        if filling.role == "visitor" and entity.number in received and entity.country is None and entity.acts_for == country:
            entity.from_abroad = True


# Minister A received Minister B of Peru during his visit to Fiji
def _let_guests_travel(visit: Telling, meetings: Iterable[Telling], country: str) -> None:
    """Let the guest of the one who receives be the visitor, where nothing tells that the host is of another country."""
    visitors = [filling for filling in visit.draft.fillings if filling.role == "visitor"]
    if len(visitors) != 1 or visitors[0].entity.acts_for not in (None, country):
        return
    for meeting in meetings:
        told = meeting.draft.fillings
        hosts = {filling.entity.number for filling in told if filling.role == "host"}
        guests = [f for f in told if f.role == "guest" and _is_foreign(f.entity, country)]
        if guests and visitors[0].entity.number in hosts:
            others = [filling for filling in visit.draft.fillings if filling.role != "visitor"]
            visit.draft.fillings = [*(evolve(filling, role="visitor") for filling in guests), *others]
            return


# The Emir received Minister B of Peru during *his visit to the country*
def _let_guests_come(visit: Telling, meetings: Iterable[Telling]) -> None:
    """Let the guest be on a visit to no place by name that is told behind who receives him, and is nobody's by name."""
    visitors = [filling for filling in visit.draft.fillings if filling.role == "visitor"]
    if len(visitors) != 1 or visit.place is not None:
        return
    start = visit.draft.trigger.span.start
    for meeting in meetings:
        told = meeting.draft.fillings
        hosts = {f.entity.number for f in told if f.role == "host" and f.source is not None and f.source.span.start < start}
        guests = [f for f in told if f.role == "guest" and f.entity.kind == "person" and f.entity.acts_for is not None]
        strange = visitors[0].entity.acts_for not in {f.entity.acts_for for f in guests}
        if guests and strange and visitors[0].entity.number in hosts and meeting.draft.trigger.span.start < start:
            others = [filling for filling in visit.draft.fillings if filling.role != "visitor"]
            visit.draft.fillings = [*(evolve(filling, role="visitor") for filling in guests), *others]
            return


# X held talks with Y within his visit to Fiji and his attendance at the forum: Y came for it, too
def _let_guests_attend(visit: Telling, attended: Iterable[Telling], gone: Iterable[Filling], guests: Iterable[Filling]) -> None:
    """Let the guests take part in what is told behind their visit of those who were taken out of it."""
    start, wrong = visit.draft.trigger.span.start, {filling.entity.number for filling in gone}
    for telling in attended:
        draft = telling.draft
        own = [f for f in draft.fillings if f.role == "participant" and f.entity.number in wrong]
        if draft.trigger.span.start > start and own and all(f.source is not None and f.source.span.end <= start for f in own):
            others = [filling for filling in draft.fillings if filling not in own]
            draft.fillings = [*(evolve(filling, role="participant") for filling in guests), *others]


def _keep_own_hosts(telling: Telling, country: str) -> None:
    """Keep of several hosts those of the country visited: "at the invitation of X of A and Y of B" on visits to A and to B.

    Whose country nobody tells is of that, too.
    """
    hosts = [filling for filling in telling.draft.fillings if filling.role == "host"]
    if any(filling.entity.acts_for == country for filling in hosts):
        others = [filling for filling in hosts if filling.entity.acts_for not in (None, country)]
        telling.draft.fillings = [filling for filling in telling.draft.fillings if filling not in others]


# At the invitation of X of A, Y pays a visit to A and a visit to B. He is accompanied by Z
def _settle_trips(visits: Iterable[Telling]) -> None:
    """Give each of several visits that a sentence tells the hosts of its own country alone, and all who come along."""
    told: dict[int, list[Telling]] = defaultdict(list)
    for visit in visits:
        if visit.place is not None and visit.place.country is not None and not visit.draft.value.background:
            told[visit.draft.sentence].append(visit)
    for together in told.values():
        goals = {visit.place.country for visit in together if visit.place is not None}
        if len(goals) < 2:
            continue
        joined = [f for visit in together for f in visit.draft.fillings if f.role == "visitor" and f.listed]
        for visit in together:
            others = goals - {visit.place and visit.place.country}
            fillings = visit.draft.fillings
            going = {filling.entity.number for filling in fillings if filling.role == "visitor"}
            visit.draft.fillings = [f for f in fillings if f.role != "host" or f.entity.acts_for not in others]
            for filling in joined if going else ():
                visit.draft.add(filling.entity, "visitor", filling.source, listed=True)


# Mayor A received Minister B. *They* are in Hanoi on a trip
def _without_those_at_home(visit: Telling, country: str) -> None:
    """Take those who act for the country visited out of a group told by one word, if another in it comes from elsewhere."""
    fillings = visit.draft.fillings
    away = {id(f.source) for f in fillings if f.role == "visitor" and f.source is not None and _is_foreign(f.entity, country)}
    if away:
        visit.draft.fillings = [
            f for f in fillings if f.role != "visitor" or id(f.source) not in away or f.entity.acts_for != country
        ]


# Trong khuôn khổ chuyến thăm Peru, Thủ tướng A và Tổng thống B chứng kiến lễ ký: B is at home
def _without_colleagues(visit: Telling, country: str) -> None:
    """Take those out of a visit who stand behind a visitor and are of the country, or without one lead a state as he does."""
    end = visit.draft.trigger.span.end
    named = [f for f in visit.draft.fillings if f.role == "visitor" and f.source is not None and f.source.span.start >= end]
    people = [filling for filling in named if filling.entity.kind == "person" and not filling.listed]
    if len(people) < _PAIR or not _is_foreign(people[0].entity, country):
        return
    own, sole = people[0].entity.acts_for or "", press().sole
    for filling in people[1:]:
        other = filling.entity
        leads = not people[0].entity.offices.isdisjoint(sole) and not other.offices.isdisjoint(sole)
        unknown = leads and is_bare(other) and other.acts_for is None and not may_be_of(other, own)
        if unknown or (_is_host(filling) and other.country is None):
            other.settle(country, BY_TRIP, filling.span)
        if other.acts_for == country:
            visit.draft.fillings = [f for f in visit.draft.fillings if f is not filling]


# Trong chuyến thăm Peru, Thủ tướng A và *người đồng cấp nước chủ nhà*, Đại tướng B
def _is_host(filling: Filling) -> bool:
    """Tell whether the words that name somebody say that he is of the country visited."""
    told = filling.source.value if filling.source is not None else None
    return isinstance(told, Mention) and told.reference == "name" and told.role == "host"


def _guests(meetings: Iterable[Telling], country: str) -> list[Filling]:
    """Return those of the meetings who are known to act for another country, as visitors."""
    found: dict[int, Filling] = {}
    for meeting in meetings:
        strangers = [filling for filling in meeting.draft.fillings if _is_foreign(filling.entity, country)]
        # whose country nobody tells is at least not known for a host: the head of a body of many countries
        unknown = [f for f in meeting.draft.fillings if f.entity.kind == "person" and f.entity.acts_for is None]
        for filling in strangers or unknown:
            found.setdefault(filling.entity.number, evolve(filling, role="visitor"))
    return list(found.values())


def _is_foreign(entity: Entity, country: str) -> bool:
    """Tell whether a person is known to act for another country."""
    own = entity.acts_for
    return entity.kind == "person" and own is not None and own != country
