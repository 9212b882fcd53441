"""What becomes of events that are one: per field the winner, by a stated policy, and a record of who said what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from eventx.edtf import Date
from eventx.merger.names import tokens
from eventx.merger.statuses import STATUSES
from eventx.model import Event, FieldSource, Participant, Title, own_fields
from eventx.reconciliation.facts import fineness, same_name

_NAMED = 3
"""How many documents a reason names; of more it gives the number."""
_RULE = "reconcile.policy"


@attrs.frozen(kw_only=True)
class Source:
    """An event as one document tells it.

    Args:
        document: the document's id.
        uri: its address, if it has one.
        event: the event with its evidence in that document.

    """

    document: str | None = None
    uri: str | None = None
    event: Event

    @property
    def key(self) -> tuple[object, ...]:
        """The place among sources: by document, then by event; by all that is not the same where events tell the same."""
        event = self.event
        words = tuple((item.span.start, item.span.end, item.text, item.rule, item.extractor) for item in event.evidence)
        mentions = tuple((span.start, span.end) for person in event.participants for span in person.mentions)
        return (self.document or "", self.uri or "", event.id, words, mentions, event.part_of is not None, event.part_of or "")

    @property
    def name(self) -> str:
        """What the document is called."""
        return self.document or self.uri or "a document without an id"


def combined(events: Sequence[Event]) -> Event:
    """Return what events of one type tell together, without id, spans and provenance."""
    kind = type(events[0])
    values = {name: _winner(name, kind.type, found) for name, found in _told(kind, events).items()}
    return kind(status=min((event.status for event in events), key=STATUSES.index), participants=_participants(events), **values)


def _told(kind: type[Event], events: Iterable[Event]) -> dict[str, list[Any]]:
    """Return the values that events give to each field with one winner."""
    names = ("date", "place", *(field.name for field in own_fields(kind)))
    told = {name: [value for event in events if (value := getattr(event, name)) not in (None, ())] for name in names}
    return {name: values for name, values in told.items() if values}


def _winner(name: str, kind: str, values: list[Any]) -> Any:
    """Return the value that wins: of dates the finest, of lists and names the longest, else the one most reports tell."""
    if all(value == values[0] for value in values):
        return values[0]
    told = Counter(_said(value) for value in values)
    ranks: dict[str, Callable[[Any], Any]] = {
        "date": lambda date: (fineness(kind, date), date.certainty == "implied", -told[_said(date)]),
        "place": lambda place: (place.certainty == "implied", -told[_said(place)], place.country is None),
    }
    rank = ranks.get(name)
    if rank is None and isinstance(values[0], Date):
        rank = ranks["date"]
    if rank is None:
        long = name == "name"

        def rank(value: Any) -> Any:
            return (-len(value) if long or isinstance(value, tuple) else 0, -told[_said(value)])

    return min(values, key=lambda value: (rank(value), repr(value)))


def _said(value: Any) -> str:
    """Return a value as short text, the same for the same thing said."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(getattr(value, "name", value))


# -- participants ------------------------------------------------------------------------------------------------------


def _participants(events: Iterable[Event]) -> tuple[Participant, ...]:
    """Return everybody once, in a stable order: those in a role of their own first, each with all titles and the fullest name."""
    everyone = [p for event in events for p in event.participants]
    found = _united(everyone)
    # who is known by name and country may be one with a third who was known by less
    while len(found) < len(everyone):
        everyone, found = found, _united(found)
    return tuple(sorted(found, key=lambda p: (p.role == "participant", p.role, p.kind != "person", tokens(p.name), p.name)))


def _united(people: Iterable[Participant]) -> list[Participant]:
    """Return people with those of one name as one."""
    groups: list[list[Participant]] = []
    for participant in sorted(people, key=lambda p: (-_fullness(p.name), repr(p))):
        group = next((g for g in groups if same_name(g[0], participant)), None)
        if group is None:
            groups.append([participant])
        else:
            group.append(participant)
    return [_participant(group) for group in groups]


def _fullness(name: str) -> int:
    """Return how many different words a name has; one that a slip of the pen has twice counts once."""
    return len(set(tokens(name)))


def _participant(group: Sequence[Participant]) -> Participant:
    """Return several reports' participant as one: the fullest name, written with its marks if any report does."""
    words = _fullness(group[0].name)
    spellings = Counter(p.name for p in group if _fullness(p.name) == words)
    name = min(spellings, key=lambda text: (-sum(not char.isascii() for char in text), -spellings[text], text))
    roles = Counter(p.role for p in group if p.role != "participant")
    countries = Counter(p.country for p in group if p.country is not None)
    return Participant(
        name=name,
        kind=group[0].kind,
        role=_most(roles) or "participant",
        titles=_titles(group),
        country=_most(countries),
    )


def _most(told: Counter[str]) -> str | None:
    """Return what is told most often; of several the first in the alphabet."""
    return min(told, key=lambda value: (-told[value], value)) if told else None


def _titles(group: Iterable[Participant]) -> tuple[Title, ...]:
    """Return all titles, one of each wording, in the order in which the fullest report gives them."""
    found: dict[tuple[str, ...], Title] = {}
    for participant in sorted(group, key=lambda p: (-len(p.titles), repr(p.titles))):
        for title in participant.titles:
            found.setdefault(tokens(title.text) or (title.text,), title)
    return tuple(found.values())


# -- ids and provenance ------------------------------------------------------------------------------------------------


def identified(event: Event, sources: Sequence[Source]) -> str:
    """Return an event's id: that of its sources if they have one, else one made of what it tells."""
    known = {source.event.id for source in sources}
    if len(known) == 1 and (name := known.pop()):
        return name
    # Imported here: `import eventx` must not pay for it.
    import hashlib  # noqa: PLC0415

    return f"{event.type}-{hashlib.sha256(repr(event).encode('utf-8', 'replace')).hexdigest()[:10]}"


def recorded(event: Event, sources: Sequence[Source]) -> tuple[FieldSource, ...]:
    """Return who said what about each field: the winners first; what contradicts them is kept as lost."""
    records: list[FieldSource] = []
    events = [source.event for source in sources]
    for name in ("status", *_told(type(event), events)):
        records += _records(name, event, sources)
    for person in event.participants:
        by = [s for s in sources if any(same_name(person, p) for p in s.event.participants)]
        records.append(_record("participants", person.name, by, "is named by"))
        roles: dict[str, list[Source]] = {}
        for source in by:
            for told in source.event.participants:
                if same_name(person, told) and told.role not in ("participant", person.role):
                    roles.setdefault(told.role, []).append(source)
        records += [
            _record("participants", f"{person.name}: {role}", said, f"{person.role} wins as the role; this is told by", won=False)
            for role, said in sorted(roles.items())
        ]
    return tuple(records)


def _records(name: str, event: Event, sources: Iterable[Source]) -> Iterator[FieldSource]:
    """Yield a record for each value told of a field, the winner first."""
    winner = getattr(event, name)
    told: dict[str, list[Source]] = {}
    values: dict[str, Any] = {}
    for source in sources:
        value = getattr(source.event, name)
        if value not in (None, ()):
            told.setdefault(_said(value), []).append(source)
            values[_said(value)] = value
    for text in sorted(told, key=lambda text: (text != _said(winner), text)):
        won = text == _said(winner)
        yield _record(name, text, told[text], "told by" if won else _why(winner, values[text]), won=won)


def _why(winner: Any, loser: Any) -> str:
    """Return why a value lost, up to who told it."""
    if isinstance(winner, Date) and isinstance(loser, Date):
        agrees = winner.contains(loser) or loser.contains(winner)
        return "agrees with the date that wins, which says more; told by" if agrees else "contradicts the date that wins; told by"
    return "differs from what wins; told by"


def _record(field: str, value: str, sources: Sequence[Source], reason: str, *, won: bool = True) -> FieldSource:
    """Return one record; its reason names the documents."""
    names = sorted({source.name for source in sources})
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return FieldSource(field=field, value=value, rule=_RULE, won=won, reason=f"{reason} {', '.join(names[:_NAMED])}{more}")
