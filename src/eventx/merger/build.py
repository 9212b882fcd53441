"""Step 4b, build: a group of tellings becomes one typed event with its evidence and provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any

import attrs

from eventx.contribution import Contribution, PlaceMention
from eventx.edtf import Date
from eventx.merger.choose import Candidate, Choose, policy, rank
from eventx.merger.draft import Draft, Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.subjects import countries_of
from eventx.merger.titles import titles_of
from eventx.model import Event, Evidence, FieldSource, Participant, Place, Status
from eventx.records import evolve, maker

_STATUSES: tuple[Status, ...] = ("cancelled", "held", "planned", "hypothetical")
"""What outweighs what where tellings differ: what was cancelled stays so; what was held was planned before."""


_source, _taking_part, _located, _word = maker(FieldSource), maker(Participant), maker(Place), maker(Evidence)
_EXTENT, _RANK = attrgetter("start", "end"), itemgetter(0)
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
    sources = []
    used = []
    for telling in group.tellings:
        trigger = telling.draft.trigger
        sources.append(_record("type", group.type, trigger, "its trigger stands here"))
        used.append(trigger)
    values: dict[str, Any] = {"status": _status(group)}
    days = group.candidates("date") or extra_dates
    if days:
        date, records = _pick("date", days, index, choose)
        values["date"] = _date(date)
        used.append(date.source)
        sources += records
    sites = group.candidates("place") or extra_places
    if sites:
        place, records = _pick("place", sites, index, choose)
        values["place"] = _place(place)
        used.append(place.source)
        sources += records
    values["participants"], records, fillings = _participants(index, group, roles)
    sources += records
    used += [filling.source for filling in fillings if filling.source is not None]
    values["evidence"] = _evidence(index, used)
    values["provenance"] = tuple(sources)
    own = group.fields
    for name in names if own else ():
        if name in own:
            values[name] = own[name]
    if kind.type == "anniversary":
        values["parties"] = countries_of(index, group)
    return make(id=index.number(_identity(kind, values, telling_names)), **values)


def _status(group: Group) -> Status:
    """Return the status that outweighs the others among the tellings."""
    if len(group.tellings) == 1:
        return group.tellings[0].draft.value.status
    first = group.first.draft
    taken_up: list[Draft] = []
    if group.type == "visit" and first.value.status == "planned" and not first.value.anaphoric:
        # "X will visit Y. The visit is made at the invitation of Z": what only takes it up does not say that it was
        later = (t.draft for t in group.tellings if t.draft.value.anaphoric and t.draft.sentence > first.sentence)
        taken_up = [draft for draft in later if draft.value.status == "held"]
    return min((t.draft.value.status for t in group.tellings if t.draft not in taken_up), key=_STATUSES.index)


@lru_cache(maxsize=256)
def _shape(kind: type[Event]) -> tuple[Callable[..., Event], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Return what makes events of a type, the fields it has besides those of every event, those its ids tell, and its roles."""
    # a subclass's own attributes stand behind those of its base
    names = tuple(field.name for field in attrs.fields(kind)[len(attrs.fields(Event)) :])
    return maker(kind), names, tuple(name for name in _TELLING if name in names), frozenset(kind.roles)


def _pick(field: str, candidates: Sequence[Candidate], index: Index, choose: Choose) -> tuple[Candidate, Sequence[FieldSource]]:
    """Return the winning candidate, of one or more, and a record of all."""
    if len(candidates) > 1:
        ranked = sorted([(rank(candidate), candidate) for candidate in candidates], key=_RANK, reverse=True)
        distinct = {_told(pair[1]): pair for pair in ranked}
        candidates = [candidate for _, candidate in sorted(distinct.values(), key=_RANK)]
    if len(candidates) == 1:
        winner = candidates[0]
        return winner, (_record(field, _in_words(winner), winner.source, f"read from the {winner.scope}"),)
    # the best comes first, which is what the core's policy would look for
    winner = candidates[0] if choose is policy else choose(field, tuple(candidates), index.document)
    records = []
    for candidate in candidates:
        won = candidate is winner
        reason = f"read from the {candidate.scope}" if won else f"read from the {candidate.scope}; another candidate ranks higher"
        records.append(_record(field, _in_words(candidate), candidate.source, reason, won=won))
    return winner, records if records[0].won else sorted(records, key=lambda record: not record.won)


def _in_words(candidate: Candidate) -> str:
    """Return a candidate's value as short text."""
    value = candidate.value
    return value.name if isinstance(value, PlaceMention) else value.edtf


def _told(candidate: Candidate) -> tuple[object, ...]:
    """Return what makes two candidates one: what is told, where and by which rule."""
    value, span = candidate.value, candidate.source.span
    return (value.edtf if isinstance(value, Date) else value, span.start, span.end, candidate.source.rule)


def _record(field: str, value: str, source: Contribution, reason: str, *, won: bool = True) -> FieldSource:
    """Return the record of one candidate."""
    return _source(
        field=field, value=value, rule=source.rule, extractor=source.extractor, span=source.span, won=won, reason=reason
    )


def _date(candidate: Candidate) -> Date | None:
    """Return the event's date; implied where only the event at hand ties it."""
    if not isinstance(candidate.value, Date):
        return None
    return evolve(candidate.value, certainty="implied") if candidate.certainty == "implied" else candidate.value


def _place(candidate: Candidate) -> Place | None:
    """Return the event's place."""
    if not isinstance(candidate.value, PlaceMention):
        return None
    return _located(name=candidate.value.name, country=candidate.value.country, certainty=candidate.certainty)


def _participants(
    index: Index, group: Group, roles: frozenset[str]
) -> tuple[tuple[Participant, ...], list[FieldSource], list[Filling]]:
    """Return the participants, in the order in which tellings bring them, with a record of each."""
    if len(group.tellings) == 1 and len(group.everyone) == len(group.tellings[0].draft.fillings):
        # most events are told once, by a telling that names nobody twice
        used = group.tellings[0].draft.fillings
        told, records = [], []
        for filling in used:
            told.append(_participant(index, filling.entity, filling.role if filling.role in roles else "participant"))
            records.append(_who(filling))
        return tuple(told), records, used
    by_entity: dict[int, list[Filling]] = {}
    for telling in sorted(group.tellings, key=lambda t: t.draft.value.anaphoric):
        for filling in group.fillings_of(telling):
            by_entity.setdefault(filling.entity.number, []).append(filling)
    participants: list[Participant] = []
    records, used = [], []
    for fillings in by_entity.values():
        role = fillings[0].role
        if role == "participant" and len(fillings) > 1:
            role = next((f.role for f in fillings if f.role != "participant"), "participant")
        participants.append(_participant(index, fillings[0].entity, role if role in roles else "participant"))
        used += fillings
        found = [_who(filling, won=filling.role == role) for filling in fillings]
        records += found if len(found) == 1 else dict.fromkeys(found)
    return tuple(participants), records, used


def _who(filling: Filling, *, won: bool = True) -> FieldSource:
    """Return the record of one filling."""
    name, source = filling.entity.name, filling.source
    if source is None:
        reason = f"{filling.role}: the text goes on speaking of them"
        return _source(field="participants", value=name, rule="merger.topic", won=won, reason=reason)
    return _source(
        field="participants",
        value=name,
        rule=source.rule,
        extractor=source.extractor,
        span=source.span,
        won=won,
        reason=f"fills the slot {filling.role}" if won else f"fills the slot {filling.role}; another telling's role wins",
    )


def _participant(index: Index, entity: Entity, role: str) -> Participant:
    """Return an entity as a participant with a role, its titles and country united over all its mentions; made once."""
    made = index.participants.get((entity.number, role))
    if made is None:
        spans = [mention.span for mention in entity.mentions]
        if len(spans) > 1 and len(set(entity.starts)) < len(spans):
            spans.sort(key=_EXTENT)
        made = index.participants[entity.number, role] = _taking_part(
            name=entity.name,
            kind=entity.kind,
            role=role,
            titles=titles_of(entity),
            country=entity.country,
            mentions=tuple(spans),
        )
    return made


def _evidence(index: Index, used: Sequence[Contribution]) -> tuple[Evidence, ...]:
    """Return the words an event was read from: triggers first, then what filled its fields, each once."""
    found: dict[tuple[int, int, str], Evidence] = {}
    text = index.document.text
    for contribution in used:
        span, rule = contribution.span, contribution.rule
        start, end = span.start, span.end
        key = (start, end, rule)
        if key not in found:
            found[key] = _word(span=span, text=text[start:end], rule=rule, extractor=contribution.extractor)
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
