"""Step 1b, resolve: what titles, descriptions, pronouns and roles point at, as the text goes on.

A pointer that cannot be settled points at nobody: it stays out rather than wrong.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from eventx.clauses import CLAUSES
from eventx.contribution import Contribution, Mention
from eventx.merger import strangers
from eventx.merger.delegations import MEMORY, Delegations, one
from eventx.merger.draft import Filling
from eventx.merger.entities import Entity, country_of, is_called, shared_words
from eventx.merger.groups import Scene, couple, last_two, may_hold, may_share, of_countries
from eventx.merger.index import Index
from eventx.merger.names import tokens
from eventx.merger.topics import is_caption, is_subject, told_as
from eventx.model import Role, Span

_TWO = 2
_OF = 8
_COMING: tuple[Role, ...] = ("visitor", "guest")
"""The roles of those who come."""
_SIDE = {"side"}
_COUPLE = {"couple"}
"""The office of two who are told as a couple."""
_CROWN = ("monarch",)


class Discourse:
    """Who the text has spoken of so far: the state that pointers are resolved against."""

    def __init__(self, index: Index, entities: Iterable[Entity], named: dict[int, Entity]) -> None:
        self.index = index
        self.topic: Entity | None = None
        """Whom the text is speaking of."""
        self.before: Entity | None = None
        """Whom it was speaking of before the sentence last read."""
        self.subject: Entity | None = None
        """Whom the sentence last read speaks of, if anybody."""
        self.listed: tuple[Entity, ...] = ()
        """The people last named in a sentence of their own as those of the event at hand ("The envoys are A, B and C")."""
        self.scene = Scene()
        self.resolved: dict[int, tuple[Entity, ...]] = {}
        """Whom each mention read so far means, by the identity of its contribution."""
        self._named = named
        self._scenes: deque[Scene] = deque(maxlen=MEMORY)
        self._recent: deque[Entity] = deque(maxlen=MEMORY)
        self._delegations = Delegations(index, named)
        self._by_office: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            for office in entity.offices if entity.titles else ():
                self._by_office[office].append(entity)

    def read_sentence(self, span: Span, mentions: Iterable[Contribution]) -> None:
        """Resolve the mentions of one sentence, in order, and settle whom it and the text now speak of."""
        subject: Entity | None = None
        ahead: list[tuple[Contribution, Mention]] = []
        self.before = self.topic
        index, named, resolved = self.index, self._named, self.resolved
        for contribution in mentions:
            mention = contribution.value
            if not isinstance(mention, Mention):
                continue
            key = id(contribution)
            entity = named.get(key)
            found: tuple[Entity, ...]
            if entity is not None and entity.kind == "person":
                # most are people by name, of whom nothing else is to be asked
                found = resolved[key] = (entity,)
                self._remember(entity)
            else:
                found = resolved[key] = self._resolve(contribution, mention, subject or self.topic)
                if not found or (mention.reference == "group" and mention.country_within):
                    # the envoys of several countries may be named further on only
                    if mention.reference == "pronoun" and subject is None:
                        ahead.append((contribution, mention))
                    continue
                self._speak_of(found, contribution, mention)
            if (
                subject is None
                and len(found) == 1
                and found[0].kind == "person"
                and is_subject(index, contribution.span, mention, span)
            ):
                subject = found[0]
                if ahead:
                    self._point_ahead(ahead, subject)
        self.subject = subject
        if subject is not None and (self.topic is None or not is_caption(index, span)):
            self.topic = subject

    def _speak_of(self, entities: Iterable[Entity], contribution: Contribution, mention: Mention) -> None:
        """Make those whom a mention means the ones last spoken of; what it says of a person it points at is known from now on."""
        points = mention.kind == "person" and mention.reference not in ("name", "group")
        for entity in entities:
            if points:
                entity.add(contribution, mention, self.index)
            self._remember(entity)

    def _point_ahead(self, pronouns: Iterable[tuple[Contribution, Mention]], subject: Entity) -> None:
        """Let pronouns that nobody was told for yet mean the subject told behind them: "Speaking when *he* met Y, X said"."""
        for contribution, mention in pronouns:
            if strangers.same_gender(mention, subject):
                self.resolved[id(contribution)] = (subject,)

    def pass_over(self) -> None:
        """Go over a sentence that mentions nobody."""
        self.before, self.subject = self.topic, None

    def read_groups(self, start: int, end: int) -> None:
        """Resolve the groups in the rest of a sentence again, behind an event that the sentence has just told of."""
        for contribution in self.index.mentions.between(start, end):
            mention = contribution.value
            if isinstance(mention, Mention) and mention.reference == "group":
                self.resolved[id(contribution)] = self._group(mention)

    def at(self, contribution: Contribution) -> tuple[Entity, ...]:
        """Return whom a mention means; nobody if it is not settled or not read yet."""
        return self.resolved.get(id(contribution), ())

    # -- one mention ---------------------------------------------------------------------------------------------------

    def _resolve(self, contribution: Contribution, mention: Mention, topic: Entity | None) -> tuple[Entity, ...]:
        """Return whom one mention means; a delegation means its leader too."""
        if mention.kind == "organisation":
            return self._delegations.meant(contribution, mention, self._recent) or self._company_of(contribution, mention)
        if mention.reference == "name":
            return ()  # whom a name means was known before
        if mention.reference == "pronoun":
            return one(self._meant(mention, strangers.apart(self.index, contribution, topic, self._named, self._recent)))
        if mention.reference == "role":
            return self.scene.in_role(mention.role)
        if mention.reference == "group":
            return self._group(mention)
        return one(told_as(self.index, contribution, self._recent) or self._described(contribution, mention, topic))

    def _company_of(self, contribution: Contribution, mention: Mention) -> tuple[Entity, ...]:
        """Return who came, where nobody was said to lead those who did: "X began a visit. Receiving *the delegation* were …"."""
        if not mention.delegation or mention.reference != "description" or country_of(contribution, self.index)[0] is not None:
            return ()
        document, start, end = self.index.document, contribution.span.start, contribution.span.end
        following = document.match[end : end + _OF].split(maxsplit=1)[:1]
        if following and following[0] in CLAUSES.table(document.lang, "relation").get("", ()):
            return ()  # "the delegation *of* the President"
        met = start > 1 and bool(self.index.triggers.covering(Span(start - 2, start - 1)))
        if not met and self._delegations.comes_with(contribution):
            # "the ambassador and *the delegation*", not "held talks with *the delegation*"
            return self._delegations.company_of(contribution, self._recent)
        scenes = (self.scene, *reversed(self._scenes))
        came = (scene.in_role(role) for scene in scenes for role in _COMING)
        return next((found for found in came if found and found[0].kind == "person"), ())

    def _meant(self, mention: Mention, topic: Entity | None) -> Entity | None:
        """Return whom a pronoun means: the topic, unless its sex is told to be the other one.

        In languages whose courtesies tell the sex, the one last spoken of with the same one comes before a topic without any.
        """
        if topic is not None and topic.gender is None and mention.gender:
            last = next((e for e in reversed(self._recent) if e.kind == "person"), None)
            if last is not None and CLAUSES.table(self.index.document.lang, "noun").get("courteous"):
                return last if last.gender == mention.gender else topic
        return topic if topic is not None and strangers.same_gender(mention, topic) else self._latest(mention, None)

    def _group(self, mention: Mention) -> tuple[Entity, ...]:
        """Return the people a group means: the last of its office, as many as it says; else those of the last such event."""
        offices = set(mention.offices)
        if offices == _COUPLE or mention.country_within:
            return couple(self.index, self._recent) if offices == _COUPLE else of_countries(self.index, self._by_office, mention)
        if offices and mention.number:
            holders = [e for e in reversed(self._recent) if e.kind == "person" and e.offices & offices][: mention.number]
            if len(holders) == mention.number:
                return tuple(sorted(holders, key=lambda entity: entity.number))
        if mention.number == len(self.listed) > _TWO:
            return self.listed
        for scene in (self.scene, *reversed(self._scenes)):
            people = scene.people
            if len(people) > 1 and mention.number in (None, len(people)):
                if offices and offices != _SIDE and mention.number and not any(may_hold(entity, offices) for entity in people):
                    continue  # "the two prime ministers" are no two ministers
                if offices and mention.number is None and not may_share(people, offices):
                    return ()
                return people
        return last_two(self.index, self._recent, offices, mention.number)

    def other(self, contribution: Contribution, entity: Entity) -> Entity | None:
        """Return the one other person of another country whom a title alone may mean, where `entity` is met by nobody else."""
        mention = contribution.value
        if isinstance(mention, Mention) and mention.reference == "pronoun":
            # "Minister Y will meet with *him*": the one last spoken of before, of another country
            return strangers.met_again(self._recent, contribution.span.start, mention, entity)
        if (
            not isinstance(mention, Mention)
            or mention.reference != "title"
            or country_of(contribution, self.index)[0] is not None
        ):
            return None
        holders = {e.number: e for office in mention.offices for e in self._by_office.get(office, ()) if e is not entity}
        foreign = [e for e in holders.values() if e.acts_for is None or e.acts_for != entity.acts_for]
        return foreign[0] if len(foreign) == 1 else None

    def compose(self, fillings: Iterable[Filling]) -> None:
        """Remember those told as a delegation: "*The delegation*, led by X, *was composed of* Y and Z"."""
        people: dict[bool, list[Entity]] = {True: [], False: []}
        for filling in fillings:
            if filling.source is not None and filling.entity.kind == "person":
                mention = filling.source.value
                people[isinstance(mention, Mention) and mention.delegation].append(filling.entity)
        if people[True]:
            self._delegations.compose(people[True][0], tuple(people[False]))

    def accompany(self, people: Sequence[Entity]) -> None:
        """Remember who travels with the first of some: he "and *his delegation*" are all of them."""
        if len(people) > 1:
            self._delegations.accompany(people[0], tuple(people[1:]))

    def show(self, scene: Scene) -> None:
        """Make `scene` the event the text is at."""
        self._scenes.append(self.scene)
        self.scene = scene

    def _described(self, contribution: Contribution, mention: Mention, topic: Entity | None) -> Entity | None:
        """Return whom a title or description alone means: office and country must fit; the text's topic, then the nearest."""
        country = country_of(contribution, self.index)[0]
        if not mention.offices:
            return self._of_country_alone(contribution, mention, country, topic)
        fitting = strangers.in_chamber(mention, self._holders(contribution, mention, country))
        if (
            country is not None
            and mention.reference == "description"
            and not any(e.acts_for == country for e in fitting.values())
        ):
            # "the Indian diplomat" is of India before all, whatever the office
            return self._latest(mention, country) or next(iter(fitting.values()), None)
        if country is not None and all(e.acts_for is None for e in fitting.values()):
            if other := strangers.of_country(self._recent, self._by_office.get("minister", ()), mention, country):
                return other
            fitting = {e.number: e for e in fitting.values() if not strangers.met_before(self.index, contribution, e)}
        words = {word for title in mention.titles for word in tokens(title.text)}
        if country is not None and mention.offices == _CROWN:
            fitting = strangers.of_his_house(self.index, words, country, fitting)
        if len(fitting) < 2:
            return next(iter(fitting.values()), None)
        start = contribution.span.start

        def rank(entity: Entity) -> tuple[object, ...]:
            strange = country is not None and entity.acts_for is None
            # "the President" where one is President, another President of the Senate
            return (
                strange,
                -shared_words(words, entity),
                not is_called(mention, entity),
                entity is not topic,
                *entity.distance(start),
                entity.number,
            )

        return min(fitting.values(), key=rank)

    def _holders(self, contribution: Contribution, mention: Mention, country: str | None) -> dict[int, Entity]:
        """Return, by number, those who hold one of the offices of a mention, for its country if it tells one."""
        told = (entity for office in mention.offices for entity in self._by_office.get(office, ()))
        fitting = {entity.number: entity for entity in told if country is None or entity.acts_for in (None, country)}
        return {n: entity for n, entity in fitting.items() if not strangers.met_ahead(self.index, contribution, entity)}

    def _of_country_alone(
        self, contribution: Contribution, mention: Mention, country: str | None, topic: Entity | None
    ) -> Entity | None:
        """Return whom a description without an office means: the topic or the last one of its country; a colleague by office."""
        if country is not None and strangers.is_colleague(self.index, contribution):
            sentence = self.index.document.sentence_at(contribution.span.start)
            told = [self._named.get(id(other)) for other in self.index.mentions.between(sentence.start, sentence.end)]
            return strangers.colleague((*told, topic), self._by_office, self._recent, country)
        if topic is not None and topic.kind == "person" and country in (None, topic.acts_for):
            return topic
        return self._latest(mention, country) if country else None

    def _latest(self, mention: Mention, country: str | None) -> Entity | None:
        """Return the person last spoken of who fits by gender and country."""
        for entity in reversed(self._recent):
            if entity.kind == "person" and strangers.same_gender(mention, entity) and country in (None, entity.acts_for):
                return entity
        return None

    def speaker_of(self, country: str | None, topic: Entity | None) -> Entity | None:
        """Return who speaks for a country: the topic, if it acts for it, else the person last spoken of who does."""
        if country is None or (topic is not None and topic.acts_for == country):
            return topic
        return next((e for e in reversed(self._recent) if e.kind == "person" and e.acts_for == country), None)

    def _remember(self, entity: Entity) -> None:
        """Make `entity` the one last spoken of."""
        recent = self._recent
        if not recent or recent[-1] is not entity:
            if entity in recent:
                recent.remove(entity)
            recent.append(entity)
