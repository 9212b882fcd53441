"""Step 2c: what one trigger tells of several events: meetings with each of some, visits to each of some countries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from eventx.contribution import Contribution, Mention, PlaceMention, Slot
from eventx.language import language_data
from eventx.merger.draft import Draft, Filling, people
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.lists import coordinated
from eventx.merger.names import tokens
from eventx.merger.sites import is_of_mission
from eventx.model import Span
from eventx.records import evolve

_HEADS = frozenset(
    {"president", "monarch", "crown_prince", "prime_minister", "speaker", "foreign_minister", "general_secretary"}
    | {"governor_general", "governor", "opposition_leader", "party_leader"}
    | {"patriarch", "archbishop", "mufti", "high_representative"}
)
"""Offices whose holders receive by themselves, besides ministers."""
_OF_STATE = frozenset({"president", "monarch", "crown_prince", "prime_minister", "speaker"})
"""Offices of which two do not receive somebody together."""
_LEADING = _OF_STATE | {"general_secretary"}
"""Those with the head of the party that leads a state."""
_DEPUTIES = frozenset({"deputy_president", "deputy_prime_minister", "deputy_speaker"})
"""Offices whose holders receive by themselves where two heads do."""
_PRESIDES = {"speaker"}
_OF_A_BODY = frozenset({"minister", "leader"})
"""Offices whose titles must tell of what body their holders are the heads."""
_NEAR = 12
"""How many events back those of the same sentence are looked for."""
_TWO = 2
_SEVERAL = 3
"""So many of different countries are met one by one; two may be met together."""
_COLLEAGUE = 24
"""How far before a name the word may stand that makes it a colleague's, in code points."""
_ARTICLE = 10
"""How far before a trigger its article may begin, in code points."""
_JOIN = 4
"""The most words that join a group met apart, with the preposition: "as well as with"."""
_STAY = 30
"""How far behind a country the days may begin that somebody is there, in code points."""
_GAP = 14
"""The most code points of what joins a stay to the one before."""
_JOINS = " ,;)"
_SECOND = ("deputy_", "vice_", "assistant_", "former_")


def parts(index: Index, draft: Draft) -> list[Draft]:
    """Return a draft for each of those behind a trigger that says they met apart, all with those before it; else the draft.

    Or one for each of those before it, where they met apart the only one behind it. A visit to several countries is one to each.
    """
    if draft.value.type == "visit":
        return _by_country(index, draft)
    if len(draft.fillings) <= _TWO:
        return [draft]
    after = [f for f in draft.fillings if f.source is not None and f.source.span.start >= draft.trigger.span.end]
    if not after and draft.value.apart and "passive" in draft.value.traits:
        # "X lần lượt được A, B và C tiếp": who receives stands before the verb
        after = [f for f in draft.fillings if f.role == "host"]
    before = [f for f in draft.fillings if f not in after]
    persons = all(filling.entity.kind == "person" for filling in draft.fillings)
    if len(after) == 1 and draft.value.apart and draft.value.type == "meeting" and persons:
        # "President X and Premier Y separately received Z"
        return [evolve(draft, fillings=[filling, evolve(after[0])]) for filling in before]
    if len(after) < _TWO or not before:
        return [draft]
    if (
        draft.value.apart
        or _are_called_on(index, draft, before, after)
        or _are_of_countries(index, draft, after)
        or _are_envoys(draft, after)
    ):
        return [evolve(draft, fillings=[*before, filling]) for filling in after]
    groups = _told_apart(index, draft, after)
    return [evolve(draft, fillings=[*before, *group]) for group in groups] if len(groups) > 1 else [draft]


# lần lượt tiếp Đại sứ A và Đại sứ B *đến chào xã giao*
def came_for_that(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a call is that of those whom its sentence has just told to be received one by one, and of nobody else."""
    guests = people(draft.fillings, "guest")
    if draft.value.type != "meeting" or len(guests) < _TWO or len(guests) < len(draft.fillings):
        return False
    told = [near for near in drafts[-_NEAR:] if near.sentence == draft.sentence and near.value.type == "meeting"]
    apart = len({id(near.trigger) for near in told}) == 1 and len(told) > 1
    return apart and guests <= set().union(*(people(near.fillings, "guest") for near in told))


def _are_envoys(draft: Draft, after: list[Filling]) -> bool:
    """Tell whether those received are told as the envoys of several countries: "received *the ambassadors of Peru and Fiji*"."""
    sources = [filling.source.value for filling in after if filling.source is not None]
    group = all(isinstance(mention, Mention) and mention.reference == "group" and mention.country_within for mention in sources)
    return group and draft.value.type == "meeting" and all("ambassador" in filling.entity.offices for filling in after)


# will meet with X and with Y · met on Friday with X, as well as with Y and Z
def _told_apart(index: Index, draft: Draft, after: list[Filling]) -> list[list[Filling]]:
    """Return those met in groups: a preposition leads to the first of each ("will meet *with* X and *with* Y")."""
    groups = [after[:1]]
    if draft.value.type != "meeting" or any(filling.entity.kind != "person" or filling.source is None for filling in after):
        return groups
    for last, filling in pairwise(after):
        if (
            last.source is not None
            and filling.source is not None
            and _is_led_to(index, last.source.span.end, filling.source.span.start)
        ):
            groups.append([])
        groups[-1].append(filling)
    return groups


def _is_led_to(index: Index, start: int, end: int) -> bool:
    """Tell whether a preposition leads to whoever is named next: "and *with*", not "along with": who comes along is met, too."""
    company, joins = index.words("with"), language_data(index.lang).conjunctions
    words = index.match[start:end].replace(",", " ").split()
    while len(words) > 1 and index.words("determiner").get(words[-1]) == "definite":
        words.pop()
    if not words or words[-1] not in company:
        return False
    return len(words) == 1 or any(" ".join(words[at:-1]) in joins for at in range(max(len(words) - _JOIN, 0), len(words) - 1))


def _are_of_countries(index: Index, draft: Draft, after: list[Filling]) -> bool:
    """Tell whether those named are of several countries: at least three, or told with semicolons ("A of Peru; B of Fiji")."""
    if draft.value.type != "meeting" or any(f.role != "participant" or f.entity.kind != "person" for f in after):
        return False
    spans = [filling.source.span for filling in after if filling.source is not None]
    # the envoys in one capital may be met together
    together = len(after) < _SEVERAL or any("ambassador" in filling.entity.offices for filling in after)
    if together and any(";" not in index.text[a.end : b.start] for a, b in pairwise(spans)):
        return False
    countries = [filling.entity.acts_for for filling in after]
    return None not in countries and len(set(countries)) == len(countries)


def _are_called_on(index: Index, draft: Draft, before: list[Filling], after: list[Filling]) -> bool:
    """Tell whether one who is no host met the heads of different bodies: "will meet President X, Minister Y and Speaker Z"."""
    if index.words("noun").get("tells_apart") and not _are_of_state(after):
        return False  # "các cuộc gặp với", "lần lượt gặp": the language says so
    if draft.value.type != "meeting" or len(before) != 1 or before[0].role == "host" or _are_hosts(draft, after):
        return False
    if _is_one(index, draft, after):
        return False
    # a counterpart told without an office is met apart from the heads of states and houses, not from further ministers
    told = [filling for filling in after if filling.entity.titles or not is_counterpart(index, filling)]
    heads = [(filling.entity, _heads(filling)) for filling in told]
    if len(told) < len(after) and any(offices.isdisjoint(_HEADS) for _, offices in heads):
        return False
    if sum(not offices.isdisjoint(_LEADING) for _, offices in heads) >= _TWO:
        # "met President A, Prime Minister B, Minister C and Army Chief D": each in his office
        heads = [(entity, offices) for entity, offices in heads if offices]
    apart = all(a.isdisjoint(b) or _are_of_houses(one, other) for (one, a), (other, b) in combinations(heads, 2))
    return bool(heads) and apart and all(offices for _, offices in heads)


# met Speaker of the Senate A and Speaker of the House B
def _are_of_houses(one: Entity, other: Entity) -> bool:
    """Tell whether two people preside the houses of one parliament."""
    if one.offices | other.offices != _PRESIDES or len({one.acts_for, other.acts_for} - {None}) > 1:
        return False
    first, second = (frozenset(word for *_, title, _ in entity.titles for word in tokens(title.text)) for entity in (one, other))
    return not (first <= second or second <= first)


# a bilateral meeting with President X and Prime Minister Y · met jointly with X and Y
def _is_one(index: Index, draft: Draft, after: list[Filling]) -> bool:
    """Tell whether the words say that it was one meeting: an indefinite article, or a word for "together" behind the verb."""
    span = draft.trigger.span
    before = index.match[max(span.start - _ARTICLE, 0) : span.start].split()
    told = "noun" in draft.value.traits and before  # which no call in turn is
    if told and index.words("determiner").get(before[-1]) == "indefinite":
        return True
    sources = [filling.source for filling in after if filling.source is not None]
    if any(isinstance(source.value, Mention) and source.value.reference == "group" for source in sources):
        return True  # "At talks with X and Y, *the two sides* agreed"
    first = min((source.span.start for source in sources), default=span.end)
    joint = index.words("jointly")
    return any(word in joint for word in index.match[span.end : first].split())


def _are_of_state(met: list[Filling]) -> bool:
    """Tell whether all are heads of state, government, house or party, or beside two of those the deputy of such a head.

    Each receives in his own office.
    """
    heads = [filling for filling in met if not filling.entity.offices.isdisjoint(_LEADING)]
    deputies = [filling for filling in met if not filling.entity.offices.isdisjoint(_DEPUTIES)]
    return len(heads) == len(met) or (len(heads) >= _TWO and len(heads) + len(deputies) == len(met))


def is_counterpart(index: Index, filling: Filling) -> bool:
    """Tell whether somebody is told as the colleague of another country: "met with *his Peruvian counterpart* X"."""
    if filling.source is None:
        return False
    span = filling.source.span
    words = index.match[max(span.start - _COLLEAGUE, 0) : span.end].split()
    return not index.words("colleague").keys().isdisjoint(words)


def _are_hosts(draft: Draft, after: list[Filling]) -> bool:
    """Tell whether those named behind the trigger received the one before it together: "was received by X, Y and Z"."""
    return "passive" in draft.value.traits and all(filling.role == "host" for filling in after)


def _heads(filling: Filling) -> frozenset[str]:
    """Return of what body somebody is the head, by his offices: of state, of government, of a house, of which ministry."""
    found = set()
    for _, _, title, _ in filling.entity.titles:
        office = title.office or ""
        own = office in _HEADS or office.endswith("_minister") or office.startswith("minister_")
        if office in _OF_A_BODY or (office == "president" and title.organisation):
            found.add(title.text)  # the President of the Congress is none of a state
        elif own and not office.startswith(_SECOND):
            found.add(office)
    return frozenset(found)


def _by_country(index: Index, draft: Draft) -> list[Draft]:
    """Return a draft for each of the coordinated countries a visit goes to ("will visit Japan, China and South Korea")."""
    slot = next((slot for slot in draft.value.slots if slot.role == "place" and slot.spans), None)
    places = index.places.starting_in(slot.spans[0]) if slot is not None else ()
    if slot is not None and len(places) > 1 and index.dates.items:
        stays = _stays(index, [place for place in places if _is_country(place)])
        if stays and not _is_far(index, slot, stays[0][0]):
            return [_at(draft, slot, place, evolve(slot, role="date", take="first", spans=(when,))) for place, when in stays]
    joined = coordinated(index, [place for place in places if _is_country(place)]) if len(places) > 1 else []
    joined = joined or _cities(index, places)
    # "Paris, France" is one place, "Lào, Na Uy, Peru" are three
    listed = len(joined) >= _SEVERAL or (len(joined) > 1 and (_ends_in_and(index, joined) or not _is_country(joined[0])))
    mission = listed and slot is not None and is_of_mission(index, slot.spans[0].start, joined[0])
    if not listed or mission or _is_far(index, slot, joined[0]) or _is_behind(index, places[0], joined):
        return [draft]
    return [_at(draft, slot, place) for place in joined if slot is not None]


# will travel to Rome, Cairo and Amman; not "to Hanoi and Ho Chi Minh City"
def _cities(index: Index, places: Sequence[Contribution]) -> list[Contribution]:
    """Return the first of each country's cities that are coordinated; none if all are of one country."""
    cities = [p for p in places if isinstance(p.value, PlaceMention) and p.value.kind == "city" and p.value.country]
    joined = coordinated(index, cities) if len(cities) > 1 else []
    if len(joined) < _TWO or not _ends_in_and(index, joined):
        return []
    firsts = {place.value.country: place for place in reversed(joined) if isinstance(place.value, PlaceMention)}
    return sorted(firsts.values(), key=lambda place: place.span.start) if len(firsts) > 1 else []


def _at(draft: Draft, slot: Slot, place: Contribution, *further: Slot) -> Draft:
    """Return a visit that goes to one place alone, where it has more slots."""
    others = [other for other in draft.value.slots if other is not slot]
    value = evolve(draft.value, slots=(*others, evolve(slot, spans=(place.span,)), *further))
    return evolve(draft, value=value, fillings=[evolve(filling) for filling in draft.fillings])


# will visit Fiji from 3 to 5 May, Tonga from 5 to 7 May and Samoa on 8 May · thăm Lào (3-5/4), Na Uy (5-7/4) và Peru (8/4)
def _stays(index: Index, countries: list[Contribution]) -> list[tuple[Contribution, Span]]:
    """Return each of several countries with where its own day is told, right behind it; none if one has no day of its own."""
    stays: list[tuple[Contribution, Span]] = []
    for place in countries:
        days = index.dates.between(place.span.end, place.span.end + _STAY)[:1]
        if not days or (stays and len(index.text[stays[-1][1].end : place.span.start].strip(_JOINS)) > _GAP):
            return []
        stays.append((place, days[0].span))
    several = {place.value.country for place in countries if isinstance(place.value, PlaceMention)}
    apart = all(a[1].end <= b[0].span.start for a, b in pairwise(stays))
    return stays if len(stays) > 1 and apart and len(several) == len(stays) else []


def _is_far(index: Index, slot: Slot | None, place: Contribution) -> bool:
    """Tell whether a comma stands before a place, so that one does not go there: "thăm thành phố, nói về *X* và Y"."""
    return slot is not None and "," in index.text[slot.spans[0].start : place.span.start]


# visited *Lima* to mark the ties between *Peru* and *Chile*
def _is_behind(index: Index, first: Contribution, joined: Sequence[Contribution]) -> bool:
    """Tell whether words part the first place told from those coordinated behind it: one goes to that alone."""
    between = index.match[first.span.end : joined[0].span.start].replace(",", " ").split()
    return first.span.end < joined[0].span.start and len(between) > 1


def _is_country(contribution: Contribution) -> bool:
    """Tell whether a place is a country, named as such."""
    return isinstance(contribution.value, PlaceMention) and contribution.value.kind == "country"


def _ends_in_and(index: Index, mentions: list[Contribution]) -> bool:
    """Tell whether a word for "and" stands before the last of them: "Paris, France" is one place."""
    between = index.document.lower[mentions[-2].span.end : mentions[-1].span.start].replace(",", " ").split()
    return bool(between) and between[0] in language_data(index.lang).conjunctions
