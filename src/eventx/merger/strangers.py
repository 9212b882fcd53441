"""Step 1b, resolve: whom words mean that do not tell his office: by his country, or as the one met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventx.contribution import Contribution, Mention, Trigger
from eventx.merger.entities import Entity, shared_words
from eventx.merger.index import Index
from eventx.merger.names import name_words, tokens

_TITLE = 4
"""How many words at least a title alone shares with one of another office."""

_NAMED = 2
"""How many words a body's name has at least that is no short one."""
_MINISTER, _LEADER = "minister", "prime_minister"
"""The offices of those who hold a portfolio, and of who leads them."""
_COLLEAGUE = (2, 3)
"""How many words a language may have for a counterpart that stand before his country."""


def of_country(recent: Sequence[Entity], ministers: Iterable[Entity], mention: Mention, country: str) -> Entity | None:
    """Return whom a title alone means that tells a country, where nobody of that country has the office it tells."""
    return untold(recent, mention, country) or titled(recent, mention, country) or as_minister(ministers, mention, country)


# Emir receives letter from *the Sultan of Oman*
def of_his_house(index: Index, words: Iterable[str], country: str, holders: Mapping[int, Entity]) -> dict[int, Entity]:
    """Return of those who reign whom a title with a country may mean: none by another such word, but one of that country."""
    reigns = index.words("reigns")

    def crowns(told: Iterable[str]) -> set[object]:
        return {word if reigns[word] is True else reigns[word] for word in told if word in reigns}

    meant = crowns(words)
    found = {}
    for number, entity in holders.items():
        own = crowns(word for *_, title in entity.titles for word in title)
        if not (meant and own) or own & meant or entity.acts_for == country:
            found[number] = entity
    return found


def untold(recent: Sequence[Entity], mention: Mention, country: str) -> Entity | None:
    """Return the person of a country whose office is not told but as that of another's counterpart.

    Accepts: "Minister A met his Russian counterpart B. The Russian minister …".
    """
    people = [e for e in reversed(recent) if e.kind == "person"]
    if not any(e.offices & set(mention.offices) for e in people):
        return None
    return next((e for e in people if not e.offices and e.acts_for == country), None)


def titled(recent: Sequence[Entity], mention: Mention, country: str) -> Entity | None:
    """Return the person of a country whose titles have most words of a title alone, whatever the office is called.

    Accepts: "Hungary's Foreign Affairs and Trade Minister X … The Hungarian Minister of Foreign Affairs and Trade".
    """
    words = {word for title in mention.titles for word in tokens(title.text)}
    people = [e for e in reversed(recent) if e.kind == "person" and e.acts_for == country]
    fitting = (e for e in people if shared_words(words, e) >= max(_TITLE, len(words) * 2 // 3))
    return next((e for e in fitting if not _sits_elsewhere(mention, e)), None)


# The Minister of Arcania met with Minister X
def met_ahead(index: Index, contribution: Contribution, entity: Entity) -> bool:
    """Tell whether somebody is first named behind a meeting that the same sentence tells of who is pointed at."""
    span, first = contribution.span, entity.first
    if first <= span.end or first >= index.document.sentence_at(span.start).end:
        return False
    between = index.triggers.between(span.start, first)
    return any(isinstance(trigger.value, Trigger) and trigger.value.type == "meeting" for trigger in between)


# Minister receives call from Chilean Minister
def met_before(index: Index, contribution: Contribution, entity: Entity) -> bool:
    """Tell whether the same sentence tells of somebody before a meeting behind which the one stands who is pointed at."""
    start = contribution.span.start
    told = [at for at in entity.starts if index.document.sentence_at(start).start <= at < start]
    between = index.triggers.between(told[-1], start) if told else ()
    return any(isinstance(trigger.value, Trigger) and trigger.value.type == "meeting" for trigger in between)


# Minister of Foreign Affairs X … French Foreign Minister: Y, Minister for Europe and Foreign Affairs of France
def as_minister(ministers: Iterable[Entity], mention: Mention, country: str) -> Entity | None:
    """Return the only one of a country who is told as minister of what is written otherwise than in a title alone."""
    if not any(office.endswith(_MINISTER) and office != _LEADER for office in mention.offices):
        return None
    fitting = {entity.number: entity for entity in ministers if entity.acts_for == country}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def met_again(recent: Sequence[Entity], start: int, mention: Mention, entity: Entity) -> Entity | None:
    """Return whom a pronoun means behind "Minister Y will meet with": the one last spoken of before, of another country."""
    people = [e for e in recent if e.kind == "person" and e is not entity and same_gender(mention, e)]
    told = [e for e in people if e.distance(start)[0] == 0]
    last = min(told, key=lambda e: (*e.distance(start), e.number), default=None)
    return last if last is not None and last.acts_for != entity.acts_for else None


# X praised the ties. *He* told X that … : who speaks to X, or of X by name, is somebody else
def apart(
    index: Index, contribution: Contribution, topic: Entity | None, named: Mapping[int, Entity], recent: Sequence[Entity]
) -> Entity | None:
    """Return whom a pronoun that opens a sentence may mean: not the topic, where that is named further on in the sentence."""
    mention, span = contribution.value, contribution.span
    sentence = index.document.sentence_at(span.start)
    if topic is None or not isinstance(mention, Mention) or index.text[sentence.start : span.start].strip():
        return topic
    if index.words("determiner").get(index.match[span.start : span.end]) == "possessive":
        return topic  # "His minister told X"
    if all(named.get(id(other)) is not topic for other in index.mentions.between(span.end, sentence.end)):
        return topic
    others = (e for e in reversed(recent) if e.kind == "person" and e is not topic and same_gender(mention, e))
    return next(others, topic)


def same_gender(mention: Mention, entity: Entity) -> bool:
    """Tell whether a mention's gender allows the entity."""
    return mention.gender is None or entity.gender in (None, mention.gender)


def is_colleague(index: Index, contribution: Contribution) -> bool:
    """Tell whether a description is that of somebody's counterpart: "his Polish *counterpart*", "*người đồng cấp* Ba Lan"."""
    table = index.words("colleague")
    words = index.match[contribution.span.start : contribution.span.end].split()
    return words[-1] in table or any(" ".join(words[:count]) in table for count in _COLLEAGUE)


def colleague(
    told: Iterable[Entity | None], by_office: Mapping[str, Sequence[Entity]], recent: Iterable[Entity], country: str
) -> Entity | None:
    """Return the one who has for a country the office that one of those told, the topic or in the sentence, has for another.

    Accepts: "President A of Peru called *his Polish counterpart*. Polish President B …", whichever of them is told first; or
    who was told by no office: "A hosted her Polish counterpart B. … a dinner for *her Polish counterpart*".
    """
    offices = {o for e in told if e is not None and e.kind == "person" and e.acts_for != country for o in e.offices}
    holders = {e.number: e for office in offices for e in by_office.get(office, ()) if e.acts_for == country}
    if not holders:
        holders = {e.number: e for e in recent if e.kind == "person" and e.acts_for == country and not e.titles}
    return next(iter(holders.values())) if len(holders) == 1 else None


# Chairman of the State Duma of the Assembly · Speaker of the Federation Council of the Assembly
def in_chamber(mention: Mention, people: dict[int, Entity]) -> dict[int, Entity]:
    """Return whom a title alone may mean: if one of them is of another chamber than the one it tells, only those of that.

    Nor does it mean who has the office in a body of another name.
    """
    people = {number: entity for number, entity in people.items() if not _heads_another(mention, entity)}
    if not any(_sits_elsewhere(mention, entity) for entity in people.values()):
        return people
    mine = {_parted(title.organisation) for title in mention.titles if title.organisation}
    return {number: entity for number, entity in people.items() if mine & _bodies(entity)}


# Chairwoman of the Presidential Office X … the National Assembly Chairman
def _heads_another(mention: Mention, entity: Entity) -> bool:
    """Tell whether somebody holds the office of a title only in bodies of other names; one word may be the short one of any."""
    mine = [tokens(title.organisation) for title in mention.titles if title.organisation]
    if not mine or min(map(len, mine)) < _NAMED:
        return False
    held = [title.organisation for _, _, title, _ in entity.titles if title.office in mention.offices]
    theirs = [tokens(body) for body in held if body]
    if len(theirs) < max(len(held), 1) or min(map(len, theirs)) < _NAMED:
        return False
    return all(set(one).isdisjoint(other) for one in mine for other in theirs)


def _sits_elsewhere(mention: Mention, entity: Entity) -> bool:
    """Tell whether a title is of another part of the same whole than the one that somebody's titles tell."""
    mine = {_parted(title.organisation) for title in mention.titles if title.organisation}
    theirs = _bodies(entity) if mine else set()
    wholes = {whole for _, whole in mine if whole} & {whole for _, whole in theirs}
    return bool(wholes) and not mine & theirs


def _bodies(entity: Entity) -> set[tuple[str, str]]:
    """Return the bodies in which somebody holds office."""
    return {_parted(title.organisation) for _, _, title, _ in entity.titles if title.organisation}


def _parted(organisation: str) -> tuple[str, str]:
    """Return a body's name before and behind the first word that leads to the whole: the Department, State."""
    words = organisation.lower().split()
    at = next((at for at, word in enumerate(words) if at and word in name_words("whole")), len(words))
    return " ".join(words[:at]), " ".join(words[at + 1 :])
