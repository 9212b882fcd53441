"""Step 1b, resolve: which body a mention means, and who leads the delegation that is told of."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from eventx.clauses import CLAUSES
from eventx.contribution import Contribution, Mention
from eventx.language import language_data
from eventx.merger.entities import Entity, country_of
from eventx.merger.index import Index
from eventx.merger.lists import coordinated, is_person
from eventx.merger.names import tokens
from eventx.model import Span

MEMORY = 12
"""How many people back a description or title may reach when several fit."""
_REACH = 40
_OWNED = 8
"""How far before a delegation the pronoun stands that says whose it is, in code points."""
_LEADS = 16
"""How far before a delegation the word may begin that says that it is led, in code points."""
_LEADERS = 3
"""The most who lead a delegation."""


class Delegations:
    """Who leads the delegations that the text tells of, and those it has told of so far.

    Args:
        index: the contributions.
        named: whom each mention by name means, by the identity of its contribution.

    """

    def __init__(self, index: Index, named: Mapping[int, Entity]) -> None:
        self._index = index
        self._named = named
        self._leaders: dict[tuple[str, ...], Entity] = {}
        """Who leads a delegation told by some words."""
        self._sole: Entity | None = None
        """Who alone leads a delegation in the text, if it is told by that word alone: "*the delegation* led by X"."""
        self._by_country: dict[str, dict[int, Entity]] = defaultdict(dict)
        """Who leads delegations of each country, by number."""
        self._alone: Entity | None = None
        """Who leads the one delegation with a leader, of a country that his words do not tell."""
        self._told: deque[tuple[str | None, Entity]] = deque(maxlen=MEMORY)
        self._members: dict[int, tuple[Entity, ...]] = {}
        """Who else is of the delegation that somebody leads, by his number."""
        self._company: dict[int, tuple[Entity, ...]] = {}
        """Who travels with somebody, by his number."""
        led = list(_leaders(index, named))
        if led:
            self._lead(led)

    def _lead(self, led: Sequence[tuple[tuple[str, ...], Entity, str | None]]) -> None:
        """Remember who leads delegations: of each their words, who leads them, and their country."""
        for words, leader, country in led:
            self._leaders[words] = leader
            if country is not None:
                self._by_country[country][leader.number] = leader
        if len({leader.number for _, leader, _ in led}) == 1:
            self._sole = led[0][1] if any(len(words) == 1 for words, _, _ in led) else None
            self._alone = led[0][1] if led[0][2] is None else None

    def meant(self, contribution: Contribution, mention: Mention, recent: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return the organisation a mention means, the leader of a delegation before it.

        A delegation that is only described ("the Vietnamese delegation") is the last one told of that country.

        Args:
            contribution: the mention as contributed.
            mention: its value.
            recent: whom the text has spoken of, the last one last.

        """
        found = self._meant(contribution, mention, recent)
        start = contribution.span.start
        met = bool(self._index.triggers.covering(Span(max(start - 2, 0), max(start - 1, 0))))
        if recent and recent[-1].kind == "person" and not (met or mention.leader_within) and self.comes_with(contribution):
            # "X and *the delegation of Y* met Z": whoever is told before it leads it from here on
            country = country_of(contribution, self._index)[0]
            self._told.append((country or recent[-1].country, recent[-1]))
        return found

    def _meant(self, contribution: Contribution, mention: Mention, recent: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return what `meant` does."""
        named = one(self._named.get(id(contribution)))
        country = country_of(contribution, self._index)[0]
        for span in mention.leader_within:
            for inner in self._index.mentions.starting_in(span):
                leader = self._named.get(id(inner))
                if leader is not None and leader.kind == "person":
                    if leader.country is None and country is not None:
                        leader.country, leader.country_source = country, contribution
                    self._told.append((country or leader.country, leader))
                    return (leader, *self._with(inner, span), *named)
        if mention.reference != "name":
            if (head := self._headed_by(contribution, recent)) is not None:
                self._told.append((country or head.country, head))
                return (head,)
            for known, leader in reversed(self._told):
                if country in (None, known):
                    return (leader, *self._members.get(leader.number, ()))
            if country is not None and not self.comes_with(contribution):
                further_on = self._led_further_on(contribution, country) if mention.delegation else ()
                # nobody was said to lead it: the one last spoken of who acts for its country
                return further_on or one(next((e for e in reversed(recent) if e.kind == "person" and e.country == country), None))
        return (*self._led(named[0], mention, country), *named) if named else named

    # X left on Sunday to lead a Peruvian delegation for a visit to Y
    def _headed_by(self, contribution: Contribution, recent: Sequence[Entity]) -> Entity | None:
        """Return who was spoken of last, if he is said to lead the delegation: by the word right before it."""
        document = self._index.document
        before = document.match[max(contribution.span.start - _LEADS, 0) : contribution.span.start].split()
        if before and before[-1] in CLAUSES.table(document.lang, "determiner"):
            before.pop()
        if not before or before[-1] not in CLAUSES.table(document.lang, "leads"):
            return None
        return recent[-1] if recent and recent[-1].kind == "person" else None

    def _led_further_on(self, contribution: Contribution, country: str) -> tuple[Entity, ...]:
        """Return whom of a delegation of a country the text tells further on, the leader first: "The delegation led by Y"."""
        led = self._by_country.get(country, {})
        if len(led) == 1:
            (leader,) = led.values()
            return (leader, *self._members.get(leader.number, ()))
        if self._alone is None or self._alone.country is not None:
            return ()
        # "received the Peruvian delegation. … On behalf of the delegation, Mr X said"
        self._alone.country, self._alone.country_source = country, contribution
        return (self._alone,)

    def _with(self, first: Contribution, span: Span) -> Iterator[Entity]:
        """Yield who else leads a delegation: "led by Minister A, MP, *and Senator B*"."""
        document = self._index.document
        people = [m for m in self._index.mentions.starting_in(span) if m.span.start >= first.span.start and is_person(m)]
        told = coordinated(self._index, people)[:_LEADERS]
        if len(told) < 2:
            return
        gap = document.match[told[-2].span.end : told[-1].span.start]
        # "led by Minister A, and Senator B said": a comma that closes no title opens a clause
        apart = gap.startswith(",") and len(told) == 2 and _ends_in_name(first, document.text)
        if not apart and not language_data(document.lang).conjunctions.isdisjoint(gap.replace(",", " ").split()):
            for other in told[1:]:
                yield from one(self._named.get(id(other)))

    def compose(self, leader: Entity, members: tuple[Entity, ...]) -> None:
        """Remember who came with the leader of a delegation, each of whom it means from now on."""
        self._members[leader.number] = tuple(member for member in members if member is not leader)

    def company_of(self, contribution: Contribution, recent: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return who came with the one last spoken of, where a pronoun says that it is his: "X and *his delegation*"."""
        document, start = self._index.document, contribution.span.start
        before = document.match[max(start - _OWNED, 0) : start].split()
        owned = bool(before) and CLAUSES.table(document.lang, "determiner").get(before[-1]) == "possessive"
        return self._company.get(recent[-1].number, ()) if owned and recent else ()

    def accompany(self, leader: Entity, company: tuple[Entity, ...]) -> None:
        """Remember who travels with somebody."""
        self._company[leader.number] = company

    def comes_with(self, contribution: Contribution) -> bool:
        """Tell whether a delegation is named behind "and": with the one who comes with it."""
        document = self._index.document
        before = document.lower[max(contribution.span.start - _REACH, 0) : contribution.span.start].split()
        articles = CLAUSES.table(document.lang, "determiner")
        while before and articles.get(before[-1]) == "definite":
            before.pop()  # "A *and the* delegation", not "Earlier, the delegation"
        return bool(before) and before[-1] in language_data(document.lang).conjunctions

    def _led(self, body: Entity, mention: Mention, country: str | None) -> tuple[Entity, ...]:
        """Return who is said to lead the delegation that is told by its name alone, else that of its country."""
        if body.words in self._leaders:
            return (self._leaders[body.words],)
        leaders = [leader for known, leader in self._told if known == country] if mention.delegation and country else []
        if not leaders and mention.delegation and self._sole is not None and country in (None, self._sole.acts_for):
            return (self._sole,)  # "a delegation of the ministry visited …. The delegation led by X was received by Y"
        return tuple(leaders[-1:])


def _ends_in_name(contribution: Contribution, text: str) -> bool:
    """Tell whether what names somebody ends with his name, no title behind it."""
    mention = contribution.value
    return isinstance(mention, Mention) and bool(mention.name) and text.endswith(mention.name or "", 0, contribution.span.end)


def _leaders(index: Index, named: Mapping[int, Entity]) -> Iterator[tuple[tuple[str, ...], Entity, str | None]]:
    """Yield the words of each delegation, who is said anywhere to lead it, and of which country it is."""
    for contribution in index.mentions.items:
        if not isinstance(contribution.value, Mention) or not contribution.value.leader_within:
            continue
        for span in contribution.value.leader_within:
            people = (named.get(id(inner)) for inner in index.mentions.starting_in(span))
            leader = next((entity for entity in people if entity is not None and entity.kind == "person"), None)
            if leader is not None:
                country = country_of(contribution, index)[0] or leader.country
                yield tokens(index.document.slice(contribution.span)), leader, country


def one(entity: Entity | None) -> tuple[Entity, ...]:
    """Return a tuple of one or none."""
    return (entity,) if entity is not None else ()
