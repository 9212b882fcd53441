"""Step 1a, resolve: a person or organisation of a document, with the mentions, titles and country that tell of it."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention
from eventx.merger.grounds import BY_NAME, Ground
from eventx.merger.index import Index
from eventx.merger.names import GIVEN_NAME_LAST, tokens
from eventx.model import FieldSource, Kind, Span, Title
from eventx.records import filler

_source = filler(FieldSource)
_TOLD = "told in words that name it"
_KHMER = 2
"""How many words a Khmer name has."""


@attrs.define(eq=False)
class Entity:
    """One person or organisation while the merger works on it."""

    number: int
    kind: Kind
    name: str
    words: tuple[str, ...]
    mentions: list[Contribution] = attrs.field(factory=list, init=False)
    """Where the text speaks of the entity, in order."""
    starts: list[int] = attrs.field(factory=list)
    """Where each of the mentions starts."""
    titles: list[tuple[int, int, Title, tuple[str, ...]]] = attrs.field(factory=list, init=False)
    """The titles, each with the start of the mention that first tells it, its place in that mention, and its words."""
    country: str | None = None
    country_source: Contribution | None = None
    """What tells the country, where words of the entity's own do."""
    ground: Ground | None = None
    """Why it has the country, where none do."""
    gender: str | None = None
    _offices: frozenset[str] | None = None
    _called_last: bool = False
    _record: FieldSource | None = None
    from_abroad: bool = False
    """Whether he is received on a visit to the country that the shape of his name would give him."""
    alone: set[tuple[str, ...]] = attrs.field(factory=set, init=False)
    """The words of the titles that no mention tells together with the name."""
    _titled: set[tuple[str, ...]] = attrs.field(factory=set, init=False)
    """The words of the titles."""

    @property
    def offices(self) -> frozenset[str]:
        """The office keys of the entity's titles."""
        if self._offices is None:
            self._offices = frozenset([title.office for _, _, title, _ in self.titles if title.office])
        return self._offices

    @property
    def acts_for(self) -> str | None:
        """The country the entity acts for: told, or that of the one world in which names have the shape of this one."""
        shaped = self.country is None and self.kind == "person" and self._called_last and not self.from_abroad
        return GIVEN_NAME_LAST if shaped else self.country

    @property
    def first(self) -> int:
        """Where the text first speaks of the entity."""
        return self.starts[0]

    def settle(self, country: str, rule: str, span: Span | None) -> None:
        """Give the entity a country that no words of its own tell, by a rule of `grounds` that goes by the words of `span`."""
        self.country, self.ground = country, Ground(rule, span)

    def settle_by_name(self) -> None:
        """Give the entity the country that the shape of its name tells, if it tells one."""
        country = self.acts_for
        if self.country is None and country is not None:
            named = (c.span for c in self.mentions if isinstance(c.value, Mention) and _is_called_last(c.value))
            self.settle(country, BY_NAME, next(named, None))

    def country_record(self) -> tuple[FieldSource, ...]:
        """Return the record of the country: of the words that tell it, else of the rule that gave it; none if there is none."""
        if self._record is None and self.country is not None:
            value, told, ground, won = f"{self.name}: {self.country}", self.country_source, self.ground, True
            if ground is not None:
                self._record = _source("country", value, ground.rule, "", ground.span, won, ground.reason)
            elif told is not None:
                self._record = _source("country", value, told.rule, told.extractor, told.span, won, _TOLD)
        return () if self._record is None else (self._record,)

    def distance(self, offset: int) -> tuple[int, int]:
        """Return how far the nearest mention is: (0, distance) to one before `offset`, else (1, distance) to one after."""
        at = bisect_right(self.starts, offset)
        return (0, offset - self.starts[at - 1]) if at else (1, self.starts[0] - offset)

    def add(self, contribution: Contribution, mention: Mention, index: Index) -> None:
        """Add a mention: its titles, country and gender complete what is known."""
        start = contribution.span.start
        at = bisect_right(self.starts, start)
        self.starts.insert(at, start)
        self.mentions.insert(at, contribution)
        if self.gender is None:
            self.gender = mention.gender
        if mention.name_order == "family_first" and not self._called_last:
            self._called_last = _is_called_last(mention)
        if mention.titles:
            self._entitle(start, mention)
        if self.country is None:
            self.country, self.country_source = country_of(contribution, index)
        elif mention.titles and self.country_source is not None and self.country_source.field == "mention":
            # what an office is mostly of (Chủ tịch HĐND) yields to a place told with it elsewhere
            country, source = country_of(contribution, index)
            if country not in (None, self.country) and source is not contribution:
                self.country, self.country_source = country, source

    def _entitle(self, start: int, mention: Mention) -> None:
        """Add the titles of a mention that are not known yet."""
        for place, title in enumerate(mention.titles):
            words = tokens(title.text)
            if words not in self._titled:
                self._titled.add(words)
                if mention.reference != "name":
                    self.alone.add(words)
                self.titles.append((start, place, title, words))
                self._offices = None


def _is_called_last(mention: Mention) -> bool:
    """Tell whether a mention's name, which puts the family first, is called by its last part, as Vietnamese ones are.

    Khmer names do so too, but have two words; Vietnamese ones have three or are written with their marks.
    """
    name = mention.name
    if not name or mention.name_order != "family_first" or mention.call_name != -1:
        return False
    return len(tokens(name)) > _KHMER or not name.isascii()


def country_of(contribution: Contribution, index: Index) -> tuple[str | None, Contribution | None]:
    """Return the country a mention's own words tell, and what told it: the mention itself or a place in its windows."""
    mention = contribution.value
    if not isinstance(mention, Mention):
        return None, None
    if mention.country:
        return mention.country, contribution
    for span in mention.country_within:
        for place in index.places.starting_in(span):
            value = place.value
            if isinstance(value, PlaceMention) and value.country and place.span.end <= span.end:
                return value.country, place
    for title in mention.titles:
        if title.country:
            return title.country, contribution
    return None, None


def is_called(mention: Mention, entity: Entity) -> bool:
    """Tell whether the last words of one of the entity's titles are a title alone: "the President" is the Kenyan President.

    The President of the Senate is called so only where nobody else is, and the Deputy Prime Minister is no "Minister". What was
    only taken to mean somebody does not count: whom "the Ambassador" meant before need not be whom it means now. A description
    means before all who holds the first of its offices: "the diplomat" is the Ambassador, not the Foreign Minister he called on.
    """
    if mention.reference == "description":
        return not entity.offices.isdisjoint(mention.offices[:1])
    alone = [(tokens(title.text), title.office) for title in mention.titles]
    return any(
        own[-len(words) :] == words and own not in entity.alone and office in (None, told.office)
        for words, office in alone
        for _, _, told, own in entity.titles
    )


def shared_words(words: set[str], entity: Entity) -> int:
    """Return how many words of a title alone stand in the titles of an entity."""
    return len(words & {word for *_, own in entity.titles for word in own})
