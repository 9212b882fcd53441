"""Step 1a, resolve: which of the names of a document belong to one person or organisation, whatever the spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from eventx.contribution import Contribution, Mention
from eventx.merger.entities import Entity, country_of
from eventx.merger.index import Index
from eventx.merger.names import (
    GIVEN_NAME_LAST,
    callable_by,
    compatible,
    is_initialled,
    is_misprinted,
    is_shortened,
    leading_initials,
    sounded,
    tokens,
    without_article,
    without_letters,
)
from eventx.model import Kind, Span

_DATELINE = 50
"""How far into a sentence an agency may stand in brackets."""
_SOUNDED = "~"
"""Stands before the words of a name as it sounds, where entities are looked up by their names."""
_ARABIC = "~ al"
"""Stands before the words of an Arabic name without its articles, as above."""
_FAMILY = "~ family"
"""Stands before the family name of one who is called by another part of his name, as above."""
_JOINED = "~ joined"
"""Stands before the words of a name run together, as above."""
_SPOUSE = "first_lady"
_RULERS = frozenset({"monarch", "pope"})
_KIN = 32
"""With how many of one name a name is compared that may be theirs but for a letter."""
_MIDDLE = 2
"""More words than so many has a name with a middle one."""
_QUOTES = frozenset("\"'“”‘’")
_ALIAS, _SHORTEST = 16, 4
"""How many letters another name told in brackets has, at most and at least."""


def named_entities(index: Index) -> tuple[list[Entity], dict[int, Entity]]:
    """Return the entities that the document names, and which entity each naming mention belongs to.

    Full names come first, longest first, so that a headline's short form finds the full name of the body.
    """
    named: list[tuple[int, bool, bool, int, Contribution, Mention, tuple[str, ...]]] = []
    belonging = index.words("belonging")
    for contribution in index.mentions.items:
        mention = contribution.value
        if isinstance(mention, Mention) and mention.reference == "name" and mention.name:
            words = tokens(mention.name if mention.kind == "person" else without_letters(mention.name))
            if mention.kind == "organisation" and belonging:
                words = tuple([word for word in words if word not in belonging]) or words
            # what is known by its form alone names nobody where a place stands
            implied = contribution.certainty != "stated"
            if words and not (implied and mention.kind == "person" and _is_no_name(contribution, mention.name, index)):
                # a headline in capitals last, then stated before implied, then by position, which is the order they are in
                # initials count for little: whom "V. I. Ivanova" means is told by "Vera Ivanova", wherever that stands
                whole = 2 * len(words) if len(words[0]) > 1 else 2 * (len(words) - leading_initials(words)) + 1
                named.append((-whole, mention.name.isupper(), implied, len(named), contribution, mention, words))
    named.sort()
    builder = _Builder(index)
    for *_, contribution, mention, words in named:
        builder.place(contribution, mention, words)
    entities = sorted(builder.entities, key=lambda entity: entity.first)
    for number, entity in enumerate(entities):
        entity.number = number
    return entities, builder.named


def _is_no_name(contribution: Contribution, name: str, index: Index) -> bool:
    """Tell whether what has the form of a person's name is none: a place stands there, or it is an agency."""
    # "Penny Hill of Australia": the country behind the name says whose she is
    text, begin, end = index.text, contribution.span.start, contribution.span.end
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
                known[_JOINED, "".join(words)].append(entity)
                if mention.kind == "person" and mention.name_order == "family_last":
                    _enter(known, entity, words)
                elif mention.kind == "person" and mention.name_order == "family_first":
                    known[_FAMILY, words[0]].append(entity)
            alias = _nickname(words, mention) or _alias(contribution, self.index) if mention.kind == "person" else None
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
        found = self._forms(mention, words, sorted_words, known)
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
        start, bare = contribution.span.start, len(words) == 1 and not mention.titles

        def rank(entity: Entity) -> tuple[int | bool, ...]:
            # "President X Y and his wife, Z Y", "and First Lady Z Y": by the family's name alone who is in office is told
            company = bare and mention.gender != "f" and (not entity.titles or _SPOUSE in entity.offices)
            return (_title_distance(mention, entity), company, *entity.distance(start), entity.number)

        return min(candidates, key=rank)

    @staticmethod
    def _forms(
        mention: Mention, words: tuple[str, ...], sorted_words: tuple[str, ...], known: Mapping[tuple[str, ...], list[Entity]]
    ) -> list[Entity]:
        """Return the entities that may be told by a name: as written, in another order, as it sounds, run together."""
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
        # words run together: "OrbanViktor" is Orban Viktor
        found = found or known.get((_JOINED, "".join(words)), [])
        return found if found or len(words) == 1 or mention.kind != "person" else _misprinted(mention, words, known)

    def _fits(self, contribution: Contribution, mention: Mention, length: int, entity: Entity) -> bool:
        """Tell whether a name of `length` words may mean an entity: not of another gender, nor a short one of another country."""
        if mention.gender and entity.gender and mention.gender != entity.gender:
            return False
        if length >= len(entity.words):
            return True
        if _is_spouse(mention, entity) or _is_ruler(mention, entity):
            return False
        if not entity.country:
            return True
        return country_of(contribution, self.index)[0] in (None, "", entity.country)


def _enter(known: Mapping[tuple[str, ...], list[Entity]], entity: Entity, words: tuple[str, ...]) -> None:
    """Let an entity be found by its name as it sounds, and, of an Arabic one, without its articles."""
    known[(_SOUNDED, *sounded(words))].append(entity)
    for form in without_article(words):
        known[(_ARABIC, *form)].append(entity)


def _of_initials(words: tuple[str, ...], known: Mapping[tuple[str, ...], list[Entity]]) -> list[Entity]:
    """Return who is told by a name with initials, or with other articles: V.I. Ivanova, Michael R. Brown, Nasser Al-Mohammad."""
    if len(words[0]) == 1:
        first = leading_initials(words)
        return [e for e in known.get(words[first:], ()) if len(e.words) > 1 and is_shortened(words[:first], e.words)]
    if len(words) > _MIDDLE and any(len(word) == 1 for word in words[1:-1]):
        return [e for e in known.get((words[0], words[-1]), ()) if is_initialled(words, e.words)]
    bare = without_article(words)
    return list(known.get((_ARABIC, *bare[0]), ())) if bare else []


def _misprinted(mention: Mention, words: tuple[str, ...], known: Mapping[tuple[str, ...], list[Entity]]) -> list[Entity]:
    """Return who is told by a name with one letter of it another, in an office of his or none."""
    first, last = known.get(words[:1]), known.get(words[-1:])
    if not first and not last:
        return []  # nearly always
    # a list of thousands may have as many of one family
    alike = (*(first or [])[-_KIN:], *(last or [])[-_KIN:])
    offices = {title.office for title in mention.titles if title.office}
    return [e for e in alike if is_misprinted(words, e.words) and (not offices or offices & e.offices)]


def _nickname(words: tuple[str, ...], mention: Mention) -> str | None:
    """Return by what else somebody is called, told in quotes inside the name: William "*Bill*" Ruto."""
    if len(words) <= _MIDDLE or mention.name is None:
        return None
    quoted = (word for word in mention.name.split()[1:-1] if word[0] in _QUOTES and word[-1] in _QUOTES)
    return next((word[1:-1] for word in quoted if word[1:-1].isalpha()), None)


def _alias(contribution: Contribution, index: Index) -> str | None:
    """Return by what else somebody is called, told in brackets behind the name: "Joko Widodo (*Jokowi*)"; no country."""
    text, start = index.text, contribution.span.end + 2
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


# President X, accompanied by First Lady Z X
def _is_spouse(mention: Mention, entity: Entity) -> bool:
    """Tell whether an office told with a family name is that of the bearer's husband, or his wife's."""
    offices = {title.office for title in mention.titles if title.office}
    return bool(offices and entity.offices) and (_SPOUSE in offices) != (_SPOUSE in entity.offices)


# Prime Minister Anwar Ibrahim · Sultan Ibrahim
def _is_ruler(mention: Mention, entity: Entity) -> bool:
    """Tell whether part of a name is told as a ruler's, where it is part of that of somebody in another office."""
    offices = {title.office for title in mention.titles if title.office}
    return bool(offices) and offices <= _RULERS and bool(entity.offices) and entity.offices.isdisjoint(_RULERS)


def _title_distance(mention: Mention, entity: Entity) -> int:
    """Return 0 if the mention's offices are the entity's or it has none, else 1."""
    offices = {title.office for title in mention.titles if title.office}
    return 0 if not offices or offices & entity.offices else 1
