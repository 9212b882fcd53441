"""Step 1a, resolve: the named people and organisations of a document, one entity each, whatever the spellings."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from eventx.contribution import Contribution, Mention, PlaceMention
from eventx.merger.index import Index
from eventx.merger.names import GIVEN_NAME_LAST, callable_by, compatible, is_initialled, sounded, tokens, without_article
from eventx.model import Kind, Span, Title

_DATELINE = 50
"""How far into a sentence an agency may stand in brackets."""
_SOUNDED = "~"
"""Stands before the words of a name as it sounds, where entities are looked up by their names."""
_ARABIC = "~ al"
"""Stands before the words of an Arabic name without its articles, as above."""
_FAMILY = "~ family"
"""Stands before the family name of one who is called by another part of his name, as above."""
_MIDDLE = 2
"""More words than so many has a name with a middle one."""
_ALIAS, _SHORTEST = 16, 4
"""How many letters another name told in brackets has, at most and at least."""
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
    gender: str | None = None
    _offices: frozenset[str] | None = None
    _called_last: bool = False
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
        return GIVEN_NAME_LAST if self.country is None and self.kind == "person" and self._called_last else self.country

    @property
    def first(self) -> int:
        """Where the text first speaks of the entity."""
        return self.starts[0]

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
        if not self._called_last and mention.name and mention.name_order == "family_first":
            self._called_last = _is_called_last(mention, mention.name)
        for place, title in enumerate(mention.titles):
            words = tokens(title.text)
            if words not in self._titled:
                self._titled.add(words)
                if mention.reference != "name":
                    self.alone.add(words)
                self.titles.append((start, place, title, words))
                self._offices = None
        if self.country is None:
            self.country, self.country_source = country_of(contribution, index)
        elif mention.titles and self.country_source is not None and self.country_source.field == "mention":
            # what an office is mostly of (Chủ tịch HĐND) yields to a place told with it elsewhere
            country, source = country_of(contribution, index)
            if country not in (None, self.country) and source is not contribution:
                self.country, self.country_source = country, source


def _is_called_last(mention: Mention, name: str) -> bool:
    """Tell whether a name that puts the family first is called by its last part, as Vietnamese ones are.

    Khmer names do so too, but have two words; Vietnamese ones have three or are written with their marks.
    """
    return mention.call_name == -1 and (len(tokens(name)) > _KHMER or not name.isascii())


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


def named_entities(index: Index) -> tuple[list[Entity], dict[int, Entity]]:
    """Return the entities that the document names, and which entity each naming mention belongs to.

    Full names come first, longest first, so that a headline's short form finds the full name of the body.
    """
    named: list[tuple[int, bool, int, Contribution, Mention, tuple[str, ...]]] = []
    for contribution in index.mentions.items:
        mention = contribution.value
        if isinstance(mention, Mention) and mention.reference == "name" and mention.name:
            words = tokens(mention.name)
            # what is known by its form alone names nobody where a place stands
            implied = contribution.certainty != "stated"
            if words and not (implied and mention.kind == "person" and _is_no_name(contribution, mention.name, index)):
                # stated before implied, then by position, which is the order they are in
                named.append((-len(words), implied, len(named), contribution, mention, words))
    named.sort()
    builder = _Builder(index)
    for _, _, _, contribution, mention, words in named:
        builder.place(contribution, mention, words)
    entities = sorted(builder.entities, key=lambda entity: entity.first)
    for number, entity in enumerate(entities):
        entity.number = number
    return entities, builder.named


def _is_no_name(contribution: Contribution, name: str, index: Index) -> bool:
    """Tell whether what has the form of a person's name is none: a place stands there, or it is an agency."""
    # "Penny Hill of Australia": the country behind the name says whose she is
    text, begin, end = index.document.text, contribution.span.start, contribution.span.end
    span = Span(begin, begin + len(name)) if text.startswith(name, begin) else contribution.span
    bracketed = text[begin - 1 : begin] == "(" and text[end : end + 1] == ")"
    if index.zone(contribution.span) == "dateline" or (bracketed and begin - index.document.sentence_at(begin).start < _DATELINE):
        return True  # "HAVANA, Feb 24 (Prensa Nueva) -": an agency
    return bool(index.places.starting_in(span) or index.places.covering(span))


class _Builder:
    """Entities as they grow, with a look-up by every form a name may take."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.entities: list[Entity] = []
        self.named: dict[int, Entity] = {}
        self._by_form: dict[Kind, dict[tuple[str, ...], list[Entity]]] = defaultdict(lambda: defaultdict(list))

    def place(self, contribution: Contribution, mention: Mention, words: tuple[str, ...]) -> None:
        """Add a naming mention to the entity it names, or to a new one."""
        known = self._by_form[mention.kind]
        # the words in either order
        sorted_words = tuple(sorted(words)) if len(words) > 1 else words
        entity = self._find(mention, words, sorted_words, contribution, known)
        if entity is None:
            entity = Entity(len(self.entities), mention.kind, mention.name or "", words)
            self.entities.append(entity)
            if mention.kind == "person":
                for form in callable_by(mention):
                    known[form].append(entity)
            else:
                known[words].append(entity)
            if len(words) > 1:
                known[sorted_words].append(entity)
                if mention.kind == "person" and mention.name_order == "family_last":
                    _enter(known, entity, words)
                elif mention.kind == "person" and mention.name_order == "family_first":
                    known[_FAMILY, words[0]].append(entity)
            alias = _alias(contribution, self.index) if mention.kind == "person" else None
            if alias is not None:
                known[tokens(alias)].append(entity)
        entity.add(contribution, mention, self.index)
        if mention.name_order == "family_first" and entity.country not in (None, GIVEN_NAME_LAST):
            # a name of another world in the syllables of this one, whose country may be told at a later mention: "ông Vương" is
            # Vương Nghị
            called = known[words[:1]]
            if entity not in called:
                called.append(entity)
        self.named[id(contribution)] = entity

    def _find(
        self,
        mention: Mention,
        words: tuple[str, ...],
        sorted_words: tuple[str, ...],
        contribution: Contribution,
        known: Mapping[tuple[str, ...], list[Entity]],
    ) -> Entity | None:
        """Return the entity a name means: the one fitting best, then the nearest before, then the nearest after."""
        found = known.get(words, [])
        if len(words) > 1:
            alike = known.get(sorted_words)
            if alike and alike != found:
                found = [*found, *[e for e in alike if compatible(words, e.words)]]
            if not found and mention.name_order == "family_last":
                found = known.get((_SOUNDED, *sounded(words)), [])
            if not found:
                found = _of_initials(words, known)
        elif not found:
            found = _of_family(mention, known.get((_FAMILY, words[0]), ()))
        if not found:
            return None
        if len(found) == 1:
            return found[0] if self._fits(contribution, mention, len(words), found[0]) else None
        # an entity stands under several of its forms
        unique = {entity.number: entity for entity in found}.values()
        candidates = [entity for entity in unique if self._fits(contribution, mention, len(words), entity)]
        if not candidates:
            return None
        if len(candidates) == 1:
            return candidates[0]
        start = contribution.span.start
        return min(candidates, key=lambda entity: (_title_distance(mention, entity), *entity.distance(start), entity.number))

    def _fits(self, contribution: Contribution, mention: Mention, length: int, entity: Entity) -> bool:
        """Tell whether a name of `length` words may mean an entity: not of another gender, nor a short one of another country."""
        if mention.gender and entity.gender and mention.gender != entity.gender:
            return False
        if not entity.country or length >= len(entity.words):
            return True
        return country_of(contribution, self.index)[0] in (None, "", entity.country)


def _enter(known: Mapping[tuple[str, ...], list[Entity]], entity: Entity, words: tuple[str, ...]) -> None:
    """Let an entity be found by its name as it sounds, and, of an Arabic one, without its articles."""
    known[(_SOUNDED, *sounded(words))].append(entity)
    for form in without_article(words):
        known[(_ARABIC, *form)].append(entity)


def _of_initials(words: tuple[str, ...], known: Mapping[tuple[str, ...], list[Entity]]) -> list[Entity]:
    """Return who is told by a name with initials, or with other articles: E. Mammadov, Michael R. Brown, Nasser Al-Mohammad."""
    if len(words[0]) == 1:
        return [e for e in known.get(words[1:], ()) if e.words[0].startswith(words[0]) and len(e.words) > 1]
    if len(words) > _MIDDLE and any(len(word) == 1 for word in words[1:-1]):
        return [e for e in known.get((words[0], words[-1]), ()) if is_initialled(words, e.words)]
    bare = without_article(words)
    return list(known.get((_ARABIC, *bare[0]), ())) if bare else []


def _alias(contribution: Contribution, index: Index) -> str | None:
    """Return by what else somebody is called, told in brackets behind the name: "Joko Widodo (*Jokowi*)"; no country."""
    text, start = index.document.text, contribution.span.end + 2
    if text[start - 2 : start] != " (":
        return None
    end = text.find(")", start, start + _ALIAS)
    alias = text[start:end] if end > 0 else ""
    if len(alias) < _SHORTEST or not (alias.isalpha() and alias.istitle()) or index.places.starting_in(Span(start, end)):
        return None
    return alias


def _of_family(mention: Mention, kin: Sequence[Entity]) -> list[Entity]:
    """Return the one of a family who is told by the family name, with an office of his or alone: "PM Pham", "Pham"."""
    offices = {title.office for title in mention.titles if title.office}
    holders = [entity for entity in kin if not mention.titles or offices & entity.offices]
    return holders if len(kin) == 1 else []


def _title_distance(mention: Mention, entity: Entity) -> int:
    """Return 0 if the mention's offices are the entity's or it has none, else 1."""
    offices = {title.office for title in mention.titles if title.office}
    return 0 if not offices or offices & entity.offices else 1


def is_called(mention: Mention, entity: Entity) -> bool:
    """Tell whether the last words of one of the entity's titles are a title alone: "the President" is the Kenyan President.

    The President of the Senate is called so only where nobody else is.
    """
    alone = [tokens(title.text) for title in mention.titles]
    return any(own[-len(words) :] == words for words in alone for _, _, _, own in entity.titles)


def shared_words(words: set[str], entity: Entity) -> int:
    """Return how many words of a title alone stand in the titles of an entity."""
    return len(words & {word for *_, own in entity.titles for word in own})
