"""Step 4b, build: a group of tellings becomes one typed event with its evidence and provenance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention
from eventx.edtf import Date
from eventx.merger.choose import Candidate, Choose, rank
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity
from eventx.merger.fuse import Group
from eventx.merger.index import Index
from eventx.merger.names import tokens
from eventx.merger.subjects import countries_of
from eventx.model import Event, Evidence, FieldSource, Participant, Place, Status, Title
from eventx.records import evolve, maker

_STATUSES: tuple[Status, ...] = ("cancelled", "held", "planned", "hypothetical")
"""What outweighs what where tellings differ: what was cancelled stays so; what was held was planned before."""


_source, _taking_part, _located, _word = maker(FieldSource), maker(Participant), maker(Place), maker(Evidence)
_EXTENT = attrgetter("start", "end")
_LETTERS = 4
"""The most letters of an acronym for an office: PM, DPM."""
_BARE = 2
"""How many words a title without an organisation may have to count as a bare office."""


def worth_telling(group: Group) -> bool:
    """Tell whether a group holds enough to be an event: two sides for a meeting, a traveller, years, a proposer."""
    if group.type == "meeting":
        return (len(group.everyone) > 1 and not _one_side(group)) or _met_unnamed(group)
    if group.type == "ceremony":
        # one that has its own day and place is told even if nobody is named
        own = not group.first.draft.value.anaphoric and group.date is not None and group.place is not None
        return bool(group.everyone) or own
    if group.type == "visit":
        return bool(group.everyone)
    if group.type == "proposal":
        fillings = _fillings(group)
        # what a body asks of nobody in particular is no matter between states
        return any(map(_is_person_proposing if len(fillings) == 1 else _is_proposing, fillings))
    if group.type == "anniversary":
        return group.field("years") is not None
    return group.type != "conference" or bool(group.everyone or group.date or group.place)


def _is_proposing(filling: Filling) -> bool:
    """Tell whether somebody proposes."""
    return filling.role == "proposer"


def _is_person_proposing(filling: Filling) -> bool:
    """Tell whether a person proposes."""
    return filling.role == "proposer" and filling.entity.kind == "person"


def _fillings(group: Group) -> list[Filling]:
    """Return the participants that the tellings of an event bring."""
    if len(group.tellings) == 1:
        return group.tellings[0].draft.fillings
    return [filling for telling in group.tellings for filling in group.fillings_of(telling)]


def _one_side(group: Group) -> bool:
    """Tell whether all there is of a meeting is a delegation and who leads it, named by the same words."""
    fillings = _fillings(group)
    named = {filling.source.span for filling in fillings if filling.source is not None}
    spoke = any(f.source is None and f.entity.kind == "person" for f in fillings) and any(map(_is_delegation, fillings))
    return len(named) == 1 and not spoke and any(filling.entity.kind == "organisation" for filling in fillings)


def _is_delegation(filling: Filling) -> bool:
    """Tell whether a delegation takes part, whose members and hosts speak for it: "a delegation from the Consulate"."""
    mention = filling.source.value if filling.source is not None else None
    return isinstance(mention, Mention) and mention.delegation and filling.role == "participant"


def _met_unnamed(group: Group) -> bool:
    """Tell whether somebody met people who are not named ("met with members of the community")."""
    draft = group.first.draft
    people = [f for f in draft.fillings if f.entity.kind == "person" and f.source is not None]
    end = draft.trigger.span.end
    others = any(s.start >= end for slot in draft.value.slots if slot.role not in ("place", "date") for s in slot.spans)
    return bool(people) and others and not draft.value.anaphoric


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
    sources = []
    used = []
    for telling in group.tellings:
        trigger = telling.draft.trigger
        sources.append(_record("type", group.type, trigger, "its trigger stands here"))
        used.append(trigger)
    date, sources_of_date = _pick("date", group.candidates("date") or extra_dates, index, choose)
    place, sources_of_place = _pick("place", group.candidates("place") or extra_places, index, choose)
    participants, sources_of_people, fillings = _participants(index, group, kind)
    sources += sources_of_date
    sources += sources_of_place
    sources += sources_of_people
    if date is not None:
        used.append(date.source)
    if place is not None:
        used.append(place.source)
    used += [filling.source for filling in fillings if filling.source is not None]
    values: dict[str, Any] = {
        "status": _status(group),
        "date": _date(date),
        "place": _place(place),
        "participants": participants,
        "evidence": _evidence(index, used),
        "provenance": tuple(sources),
        **_own_fields(group, kind),
    }
    if kind.type == "anniversary":
        values["parties"] = countries_of(index, group)
    return kind(id=index.number(_identity(kind, values)), **values)


def _status(group: Group) -> Status:
    """Return the status that outweighs the others among the tellings."""
    if len(group.tellings) == 1:
        return group.tellings[0].draft.value.status
    return min((t.draft.value.status for t in group.tellings), key=_STATUSES.index)


def _own_fields(group: Group, kind: type[Event]) -> dict[str, Any]:
    """Return the values of the type's own fields that a telling gives; fields the type lacks are left out."""
    key: Any = kind  # typed as not hashable, as a type with fields of its own might be
    values = {}
    for name in _own_names(key):
        value = group.field(name)
        if value is not None:
            values[name] = value
    return values


@lru_cache(maxsize=256)
def _own_names(kind: type[Event]) -> tuple[str, ...]:
    """Return the names of the fields that a type has besides those of every event."""
    # a subclass's own attributes stand behind those of its base
    return tuple(field.name for field in attrs.fields(kind)[len(attrs.fields(Event)) :])


def _pick(
    field: str, candidates: Sequence[Candidate], index: Index, choose: Choose
) -> tuple[Candidate | None, Sequence[FieldSource]]:
    """Return the winning candidate and a record of all."""
    if not candidates:
        return None, ()
    if len(candidates) > 1:
        distinct = {_told(c): c for c in sorted(candidates, key=rank, reverse=True)}
        candidates = sorted(distinct.values(), key=rank)
    if len(candidates) == 1:
        winner = candidates[0]
        return winner, (_record(field, _in_words(winner), winner.source, f"read from the {winner.scope}"),)
    winner = choose(field, tuple(candidates), index.document)
    records = []
    for candidate in candidates:
        won = candidate is winner
        reason = f"read from the {candidate.scope}" if won else f"read from the {candidate.scope}; another candidate ranks higher"
        records.append(_record(field, _in_words(candidate), candidate.source, reason, won=won))
    return winner, records if records[0].won else sorted(records, key=lambda record: not record.won)


def _in_words(candidate: Candidate) -> str:
    """Return a candidate's value as short text."""
    value = candidate.value
    return value.name if isinstance(value, PlaceMention) else str(value)


def _told(candidate: Candidate) -> tuple[object, ...]:
    """Return what makes two candidates one: what is told, where and by which rule."""
    value, span = candidate.value, candidate.source.span
    return (value.edtf if isinstance(value, Date) else value, span.start, span.end, candidate.source.rule)


def _record(field: str, value: str, source: Contribution, reason: str, *, won: bool = True) -> FieldSource:
    """Return the record of one candidate."""
    return _source(
        field=field, value=value, rule=source.rule, extractor=source.extractor, span=source.span, won=won, reason=reason
    )


def _date(candidate: Candidate | None) -> Date | None:
    """Return the event's date; implied where only the event at hand ties it."""
    if candidate is None or not isinstance(candidate.value, Date):
        return None
    return evolve(candidate.value, certainty="implied") if candidate.certainty == "implied" else candidate.value


def _place(candidate: Candidate | None) -> Place | None:
    """Return the event's place."""
    if candidate is None or not isinstance(candidate.value, PlaceMention):
        return None
    return _located(name=candidate.value.name, country=candidate.value.country, certainty=candidate.certainty)


def _participants(
    index: Index, group: Group, kind: type[Event]
) -> tuple[tuple[Participant, ...], list[FieldSource], list[Filling]]:
    """Return the participants, in the order in which tellings bring them, with a record of each."""
    if len(group.tellings) == 1 and len(group.everyone) == len(group.tellings[0].draft.fillings):
        # most events are told once, by a telling that names nobody twice
        used = group.tellings[0].draft.fillings
        told = [_participant(index, f.entity, f.role if f.role in kind.roles else "participant") for f in used]
        return tuple(told), [_who(filling) for filling in used], used
    by_entity: dict[int, list[Filling]] = {}
    for telling in sorted(group.tellings, key=lambda t: t.draft.value.anaphoric):
        for filling in group.fillings_of(telling):
            by_entity.setdefault(filling.entity.number, []).append(filling)
    participants: list[Participant] = []
    records: list[FieldSource] = []
    used = []
    for fillings in by_entity.values():
        role = fillings[0].role
        if role == "participant" and len(fillings) > 1:
            role = next((f.role for f in fillings if f.role != "participant"), "participant")
        participants.append(_participant(index, fillings[0].entity, role if role in kind.roles else "participant"))
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
    reason = f"fills the slot {filling.role}" if won else f"fills the slot {filling.role}; another telling's role wins"
    return _record("participants", name, source, reason, won=won)


def _participant(index: Index, entity: Entity, role: str) -> Participant:
    """Return an entity as a participant with a role, its titles and country united over all its mentions; made once."""
    made = index.participants.get((entity.number, role))
    if made is None:
        spans = [mention.span for mention in entity.mentions]
        if len(spans) > 1:
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


def titles_of(entity: Entity) -> tuple[Title, ...]:
    """Return an entity's titles in the order of the text; a bare or abbreviated one is left out where a longer one tells it."""
    if len(entity.titles) < 2:
        return tuple([title for title, _ in entity.titles])
    ordered = [
        title
        for title, _ in sorted(entity.titles, key=lambda pair: (pair[1].span.start, pair[1].value.titles.index(pair[0])))  # type: ignore[union-attr]
    ]
    words = [frozenset(tokens(title.text)) for title in ordered]
    return tuple(
        [
            title
            for title, own in zip(ordered, words, strict=True)
            if not (_is_abbreviated(title, ordered) or _is_bare(title, own, ordered, words))
        ]
    )


def _is_bare(title: Title, own: frozenset[str], titles: Sequence[Title], words: Sequence[frozenset[str]]) -> bool:
    """Tell whether a title is a bare office that a longer one tells, by its words or as the same office."""
    if title.organisation is not None or len(own) > _BARE:
        return False
    for other, theirs in zip(titles, words, strict=True):
        if other is title:
            continue
        alike = other.office == title.office
        if (own < theirs and (alike or len(own) == 1)) or (alike and len(theirs) > len(own) + 2):
            return True
    return False


def _is_abbreviated(title: Title, titles: Iterable[Title]) -> bool:
    """Tell whether a title is another of the same office in letters: PM, Estonian PM beside Prime Minister, NA Vice Chairman."""
    if title.office is None or not any(map(_in_letters, title.text.split())):
        return False
    longer = [o for o in titles if o.office == title.office and len(tokens(o.text)) > len(tokens(title.text))]
    return any(not any(map(_in_letters, other.text.split())) for other in longer)


def _in_letters(word: str) -> bool:
    """Tell whether a word of a title is an acronym."""
    return word.isupper() and 1 < len(word) <= _LETTERS


def _evidence(index: Index, used: Sequence[Contribution]) -> tuple[Evidence, ...]:
    """Return the words an event was read from: triggers first, then what filled its fields, each once."""
    seen = set()
    evidence = []
    known, text = index.evidence, index.document.text
    for contribution in used:
        made = known.get(id(contribution))
        if made is None:
            span = contribution.span
            made = known[id(contribution)] = _word(
                span=span, text=text[span.start : span.end], rule=contribution.rule, extractor=contribution.extractor
            )
        key = (made.span.start, made.span.end, made.rule)
        if key not in seen:
            seen.add(key)
            evidence.append(made)
    return tuple(evidence)


def _identity(kind: type[Event], values: Mapping[str, Any]) -> str:
    """Return an event's id by what it tells, not by where: the same text moved has the same ids."""
    names = [person.name for person in values["participants"]]
    names.sort()
    date, place = values["date"], values["place"]
    told = [kind.type, "" if date is None else str(date), "" if place is None else place.name, *names]
    for name in ("documents", "items", "name", "years"):
        if name in values:
            told.append(repr(values[name]))  # noqa: PERF401 - most types have none of them
    return f"{kind.type}-{_hash()('|'.join(told).encode('utf-8', 'replace')).hexdigest()[:10]}"


@lru_cache(maxsize=1)
def _hash() -> Any:
    """Return the hash that ids are made by; `import eventx` must not pay for it."""
    import hashlib  # noqa: PLC0415

    return hashlib.sha256
