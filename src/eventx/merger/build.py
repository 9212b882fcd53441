"""Step 4b, build: a group of tellings becomes one typed event with its evidence and provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any

import attrs

from eventx.contribution import Contribution, PlaceMention
from eventx.edtf import Date
from eventx.merger.choose import Candidate, Choose, policy, rank
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.states import standing_in
from eventx.merger.statuses import status_of
from eventx.merger.subjects import countries_of
from eventx.merger.titles import titles_of
from eventx.model import Event, Evidence, FieldSource, Participant, Place
from eventx.records import evolve, filler, maker

_source, _taking_part, _located, _word = filler(FieldSource), filler(Participant), filler(Place), filler(Evidence)
_EXTENT, _RANK = attrgetter("start", "end"), itemgetter(0)
_TIMELESS = frozenset({"anniversary", "proposal"})
"""Types whose date is not that on which somebody does what is told."""
_TELLING = ("documents", "items", "name", "years")
"""The types' own fields that tell events apart."""


def build(
    index: Index,
    group: Group,
    kind: type[Event],
    *,
    extra_dates: Sequence[Candidate],
    extra_places: Sequence[Candidate],
    choose: Choose,
) -> Event:
    """Return the event a group tells of.

    Args:
        index: the document and its contributions.
        group: the tellings.
        kind: the event type to build.
        extra_dates: dates of last resort, e.g. that of the meeting at which a proposal was made.
        extra_places: places of last resort, e.g. a dateline's.
        choose: picks one of several candidates for a field.

    """
    key: Any = kind  # typed as not hashable, as a type with fields of its own might be
    make, names, telling_names, roles = _shape(key)
    used = [telling.draft.trigger for telling in group.tellings]
    sources = [_record("type", group.type, trigger, "its trigger stands here", won=True) for trigger in used]
    values: dict[str, Any] = {"status": status_of(index, group)}
    days = group.candidates("date") or extra_dates
    if days:
        date = _pick("date", days, index, choose, sources)
        values["date"] = _date(date)
        used.append(date.source)
        if values["status"] == "held" and kind.type not in _TIMELESS and _is_to_come(index, values["date"]):
            values["status"] = "planned"
    sites = group.candidates("place") or extra_places
    if sites:
        place = _pick("place", sites, index, choose, sources)
        values["place"] = _place(place)
        used.append(place.source)
    told = _participants(index, group, roles, sources, used)
    values["participants"] = told if not group.states else (*told, *_states(index, group, sources, used))
    values["evidence"] = _evidence(index, used)
    own = group.fields
    for name in names if own else ():
        if name in own:
            values[name] = own[name]
            sources += _field_sources(group, name, own[name])
    sources.append(_status_source(group, values))
    values["provenance"] = tuple(sources)
    if kind.type == "anniversary":
        values["parties"] = countries_of(index, group)
    values["id"] = index.number(_identity(kind, values, telling_names))
    return make(**values)


def _status_source(group: Group, values: Mapping[str, Any]) -> FieldSource:
    """Return the record of an event's status: of the telling that has it, or of the date that lies ahead."""
    status = values["status"]
    for telling in group.tellings:
        if telling.draft.value.status == status:
            return _record("status", status, telling.draft.trigger, "as the words around its trigger tell", won=True)
    won, reason = True, "its date lies behind the day of publication"
    return _source("status", status, "merger.to_come", "", None, won, reason)


def _field_sources(group: Group, name: str, value: object) -> Iterator[FieldSource]:
    """Yield the record of a field of the type's own: of the first telling that has its value, or of each that has a part."""
    for telling in group.tellings:
        told = telling.draft.fields.get(name)
        whole = told == value
        if whole or (isinstance(told, tuple) and isinstance(value, tuple) and told and set(told) <= set(value)):
            yield _record(name, _short(told), telling.draft.trigger, "told with its trigger", won=True)
        if whole:
            return


def _short(value: object) -> str:
    """Return a field's value as short text."""
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


# President X visits Y next week · could sign it during her visit to Y next week
def _is_to_come(index: Index, date: Date) -> bool:
    """Tell whether a date begins behind the day after publication: that one may be the day itself, where it is later."""
    published = index.document.published
    if published is None or date.edtf < published.isoformat():
        return False  # nearly always, and known without a sum of days
    return date.earliest is not None and (date.earliest - published).days > 1


@lru_cache(maxsize=256)
def _shape(kind: type[Event]) -> tuple[Callable[..., Event], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Return what makes events of a type, the fields it has besides those of every event, those its ids tell, and its roles."""
    # a subclass's own attributes stand behind those of its base
    names = tuple(field.name for field in attrs.fields(kind)[len(attrs.fields(Event)) :])
    return maker(kind), names, tuple(name for name in _TELLING if name in names), frozenset(kind.roles)


def _pick(field: str, candidates: Sequence[Candidate], index: Index, choose: Choose, sources: list[FieldSource]) -> Candidate:
    """Return the winning candidate, of one or more, and add a record of each to the sources, the winner's first."""
    if len(candidates) > 1:
        ranked = sorted([(rank(candidate), candidate) for candidate in candidates], key=_RANK, reverse=True)
        distinct = {_told(pair[1]): pair for pair in ranked}
        candidates = [candidate for _, candidate in sorted(distinct.values(), key=_RANK)]
    if len(candidates) == 1:
        winner = candidates[0]
        sources.append(_record(field, _in_words(winner), winner.source, f"read from the {winner.scope}", won=True))
        return winner
    # the best comes first, which is what the core's policy would look for
    winner = candidates[0] if choose is policy else choose(field, tuple(candidates), index.document)
    records = []
    for candidate in candidates:
        won = candidate is winner
        reason = f"read from the {candidate.scope}" if won else f"read from the {candidate.scope}; another candidate ranks higher"
        records.append(_record(field, _in_words(candidate), candidate.source, reason, won=won))
    sources += records if records[0].won else sorted(records, key=lambda record: not record.won)
    return winner


def _in_words(candidate: Candidate) -> str:
    """Return a candidate's value as short text."""
    value = candidate.value
    return value.name if isinstance(value, PlaceMention) else value.edtf


def _told(candidate: Candidate) -> tuple[object, ...]:
    """Return what makes two candidates one: what is told, where and by which rule."""
    value, span = candidate.value, candidate.source.span
    return (value.edtf if isinstance(value, Date) else value, span.start, span.end, candidate.source.rule)


def _record(field: str, value: str, source: Contribution, reason: str, *, won: bool) -> FieldSource:
    """Return the record of one candidate."""
    return _source(field, value, source.rule, source.extractor, source.span, won, reason)


def _date(candidate: Candidate) -> Date | None:
    """Return the event's date; implied where only the event at hand ties it."""
    value = candidate.value
    if not isinstance(value, Date):
        return None
    settled = candidate.certainty != "implied" or value.certainty == "implied"
    return value if settled else evolve(value, certainty="implied")


def _place(candidate: Candidate) -> Place | None:
    """Return the event's place."""
    place = candidate.value
    return _located(place.name, place.country, candidate.certainty) if isinstance(place, PlaceMention) else None


def _participants(
    index: Index, group: Group, roles: frozenset[str], sources: list[FieldSource], used: list[Contribution]
) -> tuple[Participant, ...]:
    """Return the participants, in the order in which tellings bring them; a record of each, and what told of them, is added."""
    participants: list[Participant] = []
    own = group.first.draft.fillings
    if len(group.tellings) == 1 and len(group.everyone) == len(own):
        # most events are told once, by a telling that names nobody twice
        for filling in own:
            role, source = filling.role, filling.source
            participants.append(_participant(index, filling.entity, role if role in roles else "participant"))
            sources.append(_who(filling, won=True))
            sources += filling.entity.country_record()
            if source is not None:
                used.append(source)
        return tuple(participants)
    by_entity: dict[int, list[Filling]] = {}
    for telling in sorted(group.tellings, key=lambda t: t.draft.value.anaphoric):
        for filling in group.fillings_of(telling):
            by_entity.setdefault(filling.entity.number, []).append(filling)
    for fillings in by_entity.values():
        role = fillings[0].role
        if role == "participant" and len(fillings) > 1:
            role = next((f.role for f in fillings if f.role != "participant" and not f.grouped), "participant")
        elif fillings[0].source is None:
            # who presides, as another telling says, is not known best as the one of whom the text goes on to speak
            role = next((f.role for f in fillings if f.source is not None and f.role != "participant"), role)
        participants.append(_participant(index, fillings[0].entity, role if role in roles else "participant"))
        used += [filling.source for filling in fillings if filling.source is not None]
        found = [_who(filling, won=filling.role == role) for filling in fillings]
        sources += found if len(found) == 1 else dict.fromkeys(found)
        sources += fillings[0].entity.country_record()
    return tuple(participants)


def _states(index: Index, group: Group, sources: list[FieldSource], used: list[Contribution]) -> tuple[Participant, ...]:
    """Return the states for which nobody among the participants acts; a record of each, and what told of them, is added."""
    told = [filling for telling in group.tellings for filling in telling.draft.fillings]
    states = standing_in(group.states, told)
    by_number = {filling.entity.number: filling for filling in reversed(states)}
    kept = [by_number[number] for number in dict.fromkeys(filling.entity.number for filling in states)]
    for filling in kept:
        sources += (_who(filling, won=True), *filling.entity.country_record())
    used += [filling.source for filling in kept if filling.source is not None]
    return tuple([_participant(index, filling.entity, filling.role) for filling in kept])


def _who(filling: Filling, *, won: bool) -> FieldSource:
    """Return the record of one filling."""
    name, source = filling.entity.name, filling.source
    if source is None:
        reason = f"{filling.role}: the text goes on speaking of them"
        return _source("participants", name, "merger.topic", "", None, won, reason)
    reason = f"fills the slot {filling.role}" if won else f"fills the slot {filling.role}; another telling's role wins"
    return _record("participants", name, source, reason, won=won)


def _participant(index: Index, entity: Entity, role: str) -> Participant:
    """Return an entity as a participant with a role, its titles and country united over all its mentions; made once."""
    made = index.participants.get((entity.number, role))
    if made is None:
        spans = [mention.span for mention in entity.mentions]
        if len(spans) > 1 and len(set(entity.starts)) < len(spans):
            # told twice, as stated and as implied say, is named once
            spans = sorted(set(spans), key=_EXTENT)
        made = index.participants[entity.number, role] = _taking_part(
            entity.name, entity.kind, role, titles_of(entity), entity.country, tuple(spans)
        )
    return made


def _evidence(index: Index, used: Sequence[Contribution]) -> tuple[Evidence, ...]:
    """Return the words an event was read from: triggers first, then what filled its fields, each once."""
    found: dict[tuple[int, int, str], Evidence] = {}
    text = index.text
    for contribution in used:
        span, rule = contribution.span, contribution.rule
        start, end = span.start, span.end
        key = (start, end, rule)
        if key not in found:
            found[key] = _word(span, text[start:end], rule, contribution.extractor)
    return tuple(found.values())


def _identity(kind: type[Event], values: Mapping[str, Any], own: Iterable[str]) -> str:
    """Return an event's id by what it tells, not by where: the same text moved has the same ids; `own` fields tell it too."""
    names = [person.name for person in values["participants"]]
    names.sort()
    date, place = values.get("date"), values.get("place")
    told = [kind.type, "" if date is None else date.edtf, "" if place is None else place.name, *names]
    for name in own:
        if name in values:
            told.append(repr(values[name]))  # noqa: PERF401 - most types have none of them
    return f"{kind.type}-{_hash()('|'.join(told).encode('utf-8', 'replace')).hexdigest()[:10]}"


@lru_cache(maxsize=1)
def _hash() -> Any:
    """Return the hash that ids are made by; `import eventx` must not pay for it."""
    import hashlib  # noqa: PLC0415

    return hashlib.sha256
