"""Step 4a, fuse: drafts that tell of one event come together, wherever in the text they stand."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

import attrs

from eventx.contribution import PlaceMention
from eventx.edtf import Date
from eventx.merger.agreement import agree, date_of_both, dates_agree, told_together, without_days
from eventx.merger.choose import Candidate
from eventx.merger.draft import AFAR, Filling, who
from eventx.merger.goals import goals
from eventx.merger.lasting import from_arrival, without_later_days
from eventx.merger.same import SAME, is_same_breath, same_people
from eventx.merger.tellings import Telling, words
from eventx.merger.undated import BETWEEN
from eventx.model import Kind, Role

ATTENDED = frozenset({"ceremony", "conference"})
"""Types of what people attend."""
_MET = ATTENDED | {"meeting"}
"""Types that bodies hold and people attend."""
_CAST = frozenset({"visit", "ceremony", "signing"})
"""Types of which it counts who has which role."""
_MEMORY = 6
"""How many earlier events of one type and person a draft is compared with, so that fusing stays linear."""


@attrs.define(eq=False)
class Group:
    """All tellings of one event."""

    type: str
    first: Telling
    """The first telling that is not anaphoric, else the first."""
    tellings: list[Telling] = attrs.field(init=False)
    people: set[int] = attrs.field(init=False)
    everyone: set[int] = attrs.field(init=False)
    named: set[int] = attrs.field(init=False)
    hosts: dict[int, Kind] = attrs.field(init=False)
    """The hosts of a ceremony, and whether each is a person or a body."""
    cast: dict[Role, set[int]] = attrs.field(init=False)
    """The people in each role, of the types of event that are told apart by them."""
    fields: dict[str, object] = attrs.field(init=False)
    """The first value that a telling gives each of the type's own fields."""
    meals: set[bool] = attrs.field(init=False)
    """Whether the tellings which take up no other tell of meals."""
    dated: bool = attrs.field(init=False)
    """Whether a telling has a date of its own."""
    undated: bool = attrs.field(init=False)
    """Whether a telling tells a day that the text does not settle."""
    states: list[Filling] = attrs.field(init=False)
    """The states that act in it where nobody of theirs is named."""
    date: Date | None = attrs.field(init=False)
    place: PlaceMention | None = attrs.field(init=False)
    _asked: set[str] | None = attrs.field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        """Know what the first telling knows."""
        telling = self.first
        draft = telling.draft
        self.tellings, self.states = [telling], draft.states
        self.people, self.everyone = telling.people, telling.everyone
        if draft.value.anaphoric:
            self.named, self.meals = set(), set()
        else:
            self.named, self.meals = self._who_is_named(telling), {"meal" in draft.value.traits}
        self.hosts, self.cast, self.fields = {}, {}, {}
        if self.type in _CAST:
            self._cast(draft.fillings)
        if draft.fields:
            self._complete(draft.fields)
        self.dated, self.undated, self.date, self.place = bool(telling.dates), draft.undated, telling.date, telling.place

    @property
    def asked(self) -> set[str] | None:
        """The words of the things asked for, of a proposal."""
        if self._asked is None:
            self._asked = words(self.fields.get("items"))
        return self._asked

    def add(self, telling: Telling) -> None:
        """Add a further telling; what it knows completes what is known."""
        draft = telling.draft
        anaphoric = draft.value.anaphoric
        if self.first.draft.value.anaphoric and not anaphoric:
            self.first = telling
        elif self.type == "proposal":
            self._ask(draft.fields.get("items"), further=is_same_breath(self, telling))
        if len(self.tellings) == 1:
            # most groups have one telling, whose own sets are theirs until here
            self.people, self.everyone, self.named = set(self.people), set(self.everyone), set(self.named)
        self.tellings.append(telling)
        if not anaphoric:
            self.named |= self._who_is_named(telling)
            self.meals.add("meal" in draft.value.traits)
        brought = self.fillings_of(telling) if anaphoric else draft.fillings
        came, all_who_came = (telling.people, telling.everyone) if brought is draft.fillings else who(brought)
        self.people |= came
        self.everyone |= all_who_came
        if self.type in _CAST:
            self._cast(draft.fillings)
        self._complete(draft.fields)
        self.undated = self.undated or draft.undated
        if draft.states:
            self.states = [*self.states, *draft.states]
        if telling.dates:
            self.dated = True
            # "is on a visit here today, having arrived last night": what else was on the day of arrival is of this visit, too
            landed = self.type == "visit" and "arrival" in draft.value.traits and not dates_agree(self.date, telling.date)
            self.date = telling.date if landed else date_of_both(self.type, self.date, telling.date)
        if self.place is None:
            self.place = telling.place

    def _who_is_named(self, telling: Telling) -> set[int]:
        """Return whom a telling names: a body that holds a ceremony, or is met, does not tell who is there."""
        return telling.people if self.type in _MET else telling.everyone

    def _complete(self, fields: Mapping[str, object]) -> None:
        """Add the values of fields that are not known yet."""
        for name, value in fields.items():
            if value is not None and value != () and (name not in self.fields or (name == "form" and value in AFAR)):
                # "discussed the row with Y … in a phone call": what says how outweighs that they talked
                self.fields[name] = value

    def _ask(self, items: object, *, further: bool) -> None:
        """Add what is asked for further to what was before; what is told again is kept as it is told most fully."""
        known = self.fields.get("items", ())
        if not isinstance(known, tuple) or not isinstance(items, tuple):
            return
        if further:
            self.fields["items"] = tuple(dict.fromkeys((*known, *items)))
        elif len(words(items) or ()) > len(self.asked or ()):
            self.fields["items"] = items
        self._asked = None

    def _cast(self, fillings: Iterable[Filling]) -> None:
        """Keep who has which role, so that nobody asks all tellings for it again and again."""
        for filling in fillings:
            entity = filling.entity
            if filling.role == "host":
                self.hosts[entity.number] = entity.kind
            elif entity.kind == "person":
                self.cast.setdefault(filling.role, set()).add(entity.number)

    def fillings_of(self, telling: Telling) -> list[Filling]:
        """Return the participants a telling brings; one that takes up an event of two or more brings only those it lists."""
        fillings = telling.draft.fillings
        if not telling.draft.value.anaphoric or telling is self.tellings[0] or len(self.named) < 2:
            return fillings
        # who speaks at a ceremony or conference was there
        spoke = self.type in ATTENDED
        # "A and B attended the signing": none of those who signed
        watched = self.type == "signing"
        # "X presided over the session"
        presides = self.type == "conference"
        # who speaks at a meeting may be one of those who met
        met = self.type == "meeting"
        return [
            filling
            for filling in fillings
            if (filling.listed and not (met and filling.entity.number in self.named))
            or ((spoke or watched) and filling.role == "speaker")
            # "X and Y attended the ceremony": they did, whoever was told of before
            or ((watched or (spoke and filling.source is not None)) and filling.role == "participant")
            or (presides and filling.role == "host" and filling.entity.kind == "person" and filling.source is not None)
            # "The visit is at the invitation of X"
            or (self.type == "visit" and filling.role == "host" and filling.source is not None)
        ]

    def candidates(self, field: str) -> list[Candidate]:
        """Return the candidates for ``date`` or ``place``: of tellings that only take up the event where no other has any."""
        if len(self.tellings) == 1:
            found = self.first.dates if field == "date" else self.first.places
        else:
            found = []
            taken_up: list[Candidate] = []
            for telling in self.tellings:
                given = telling.dates if field == "date" else telling.places
                if given:
                    (taken_up if telling.draft.value.anaphoric else found).extend(given)
            found = told_together(self.type, found, taken_up) if field == "date" else found or taken_up
        if field == "date" and self.undated:
            # "held talks on Thursday. The talks come after X met Y on July 1": another day; not "on July 1 toured X and met Y"
            before = {id(date) for t in self.tellings for date in t.dates if date.source.span.end <= t.draft.trigger.span.start}
            found = [c for c in found if c.scope == "frame" or c.distance < BETWEEN or id(c) in before]
        if not found or self.type != "visit":
            return found
        if field == "place":
            return goals(self.tellings, found)
        found = without_later_days(self.tellings, without_days(found))
        return from_arrival(self.tellings, found) if "days" in self.fields and len(self.tellings) > 1 else found


def fuse(tellings: Iterable[Telling]) -> list[Group]:
    """Return the groups of tellings that tell of one event, in the order of the text.

    A draft is compared with the latest events of its type that share a person with it, and with the latest event of its type.
    """
    groups: list[Group] = []
    by_person: dict[str, dict[int, list[Group]]] = defaultdict(dict)
    forgotten: set[str] = set()
    """The types of which some event is known by its people alone."""
    latest: dict[str, deque[Group]] = defaultdict(lambda: deque(maxlen=_MEMORY))
    for telling in tellings:
        telling.settle()
        value = telling.draft.value
        kind = value.type
        recent, of_kind = latest[kind], by_person[kind]
        if not value.anaphoric:
            group = _nearest(telling, of_kind if kind in forgotten else {}, recent)
        else:
            group = None if _is_another(telling, recent) else _taken_up(telling, recent)
            if group is None and kind == "ceremony":
                # "at the ceremony", where a signing ceremony is all that was told
                group = next((g for g in reversed(latest["signing"]) if "ceremonial" in g.first.draft.value.traits), None)
        own = recent
        if group is None:
            group = Group(kind, telling)
            groups.append(group)
        else:
            group.add(telling)
            # a ceremony may have been found among the signings
            own = latest[group.type]
            if group in own:
                own.remove(group)
        _remember(of_kind, group, telling)
        if own is not recent:
            forgotten.add(kind)
        if len(own) == _MEMORY:
            forgotten.add(group.type)
        own.append(group)
    return groups


def _remember(by_person: dict[int, list[Group]], group: Group, telling: Telling) -> None:
    """Let an event be found by those whom a telling brings."""
    # those told of before have the event already: going over them at each telling would cost their product
    for number in telling.everyone:
        if number not in group.everyone:
            continue
        known = by_person.get(number)
        if known is None:
            by_person[number] = [group]
        elif known[-1] is not group and group not in known[-_MEMORY:]:
            known.append(group)


def _taken_up(telling: Telling, latest: deque[Group]) -> Group | None:
    """Return the event an anaphoric telling takes up: the last one with everybody it names, else the last one."""
    mine = telling.people
    nearest = list(reversed(latest))
    thought_of = telling.draft.value.type == "meeting" and telling.draft.value.status in ("planned", "hypothetical")
    if thought_of and (telling.place is not None or not mine):
        # "agreed to go on with it at *the meeting to be held in Paris*": not the call of today
        nearest = [group for group in nearest if not (group.dated and group.first.draft.value.status == "held")]
    agreeing = [group for group in nearest if dates_agree(group.date, telling.date)]
    fitting = [group for group in agreeing if mine <= group.people]
    return next(iter(fitting or agreeing or nearest), None)


def _is_another(telling: Telling, latest: deque[Group]) -> bool:
    """Tell whether a telling that seems to take up a meeting names two who met at none told ("at the meeting with Y, X said")."""
    if telling.draft.value.type != "meeting" or len(telling.people) < 2:
        return False
    own = {f.entity.number for f in telling.draft.fillings if f.entity.kind == "person" and not f.listed and f.source is not None}
    if len(own) < 2:
        return False
    return all(group.people and not (own <= group.people or group.people <= own) for group in latest)


def _nearest(telling: Telling, by_person: Mapping[int, list[Group]], latest: deque[Group]) -> Group | None:
    """Return the nearest event that a telling tells of: among the latest of its type, then among those of its people."""
    rule = SAME.get(telling.draft.value.type, same_people)
    first: Group | None = None
    for group in reversed(latest):
        if agree(group, telling) and rule(group, telling):
            if group.type != "meeting" or group.people == telling.people or not group.first.draft.value.apart:
                return group
            # "X had meetings … Meeting with Y, X said", under a picture of X and Y: those two met there
            first = first or group
    if first is not None:
        return first
    for number in sorted(telling.everyone) if by_person else ():
        for group in by_person.get(number, [])[: -_MEMORY - 1 : -1]:
            if group not in latest and agree(group, telling) and rule(group, telling):
                return group
    return None
