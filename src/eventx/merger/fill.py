"""Step 2b, fill: whom a trigger's slots find in their windows."""

from __future__ import annotations

from collections.abc import Iterable

from eventx.contribution import Contribution, Mention, PlaceMention, Slot
from eventx.merger.beside import beside, has_clause_of_its_own, joined, without_next_subject, without_sayer
from eventx.merger.draft import Draft, Filling
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.lists import coordinated, is_person
from eventx.merger.resolve import Discourse
from eventx.merger.strange import are_unknown, is_gloss, is_strange, is_stranger, signs_as_group
from eventx.model import Role, Span

_NO_PEOPLE = frozenset({"place", "date", "of"})
"""Roles that nobody has."""
_TOGETHER = ("host", "signatory")
"""Roles in which somebody acts with another whom the text told right before the verb."""
_LEAD = 24
"""How far before a trigger the word may stand that leads in to it, in code points."""
_SPEAKER = 3
"""How far behind "at the meeting" who speaks at it may be named, in code points: a comma and a blank."""
_CUT = 12
"""How much of a window's head somebody's mention covers that begins before it."""
_ACTING = frozenset({"country", "region", "city"})
"""Kinds of places that do something themselves."""
_ASKED = 40
"""How far behind a proposal somebody is named of whom something is asked, in code points."""
_SIDE = 30
"""The most code points of a window that names a country alone, as one side."""


def fill(index: Index, discourse: Discourse, draft: Draft) -> None:
    """Fill a draft's slots from their windows; a role that an earlier slot made complete is left alone."""
    complete: tuple[Role, ...] = ()
    for slot in draft.value.slots:
        role = slot.role
        # "talks between Ministry A and Ministry B, chaired by X and Y": those who act for bodies are told besides
        if role in _NO_PEOPLE or slot.take == "topics" or (role in complete and (slot.kinds != ("person",) or draft.people())):
            continue
        _fill_slot(index, discourse, draft, slot)
        if slot.complete and _is_complete(index, draft, slot):
            complete += (role,)
    if len(draft.fillings) > 1:
        _without_strange_group(discourse, draft)
    if draft.value.type == "meeting" and len(draft.fillings) == 1 and draft.fillings[0].entity.kind == "person":
        _with_unsettled_group(index, discourse, draft)
        if len(draft.fillings) == 1 and not draft.value.anaphoric:
            draft.unnamed = _unnamed(index, discourse, draft)


# *The Secretary-General* met President X
def _unnamed(index: Index, discourse: Discourse, draft: Draft) -> tuple[str, ...]:
    """Return the offices of somebody in a window of a meeting's who is told by an office alone and not known."""
    for slot in draft.value.slots:
        for span in slot.spans[:1] if slot.role not in _NO_PEOPLE else ():
            for contribution in index.mentions.starting_in(span):
                mention = contribution.value
                if isinstance(mention, Mention) and mention.reference == "title" and not discourse.at(contribution):
                    return mention.offices
    return ()


def _is_complete(index: Index, draft: Draft, slot: Slot) -> bool:
    """Tell whether a slot's role has found all it needs."""
    if slot.complete == 1:
        # "the visit by the President of X": somebody is named there, even if it is not known who
        for span in slot.spans:
            if index.mentions.starting_in(span):
                return True
    filled = 0
    for filling in draft.fillings:
        if filling.role == slot.role:
            filled += 1
    return filled >= slot.complete


def _with_unsettled_group(index: Index, discourse: Discourse, draft: Draft) -> None:
    """Add whom the text spoke of before to one met by a group not yet settled ("At the talks with Y, the two ministers …")."""
    for slot in draft.value.slots:
        for span in slot.spans if slot.role not in _NO_PEOPLE else ():
            for contribution in index.mentions.starting_in(span):
                if _is_group_of_two(contribution) and not discourse.at(contribution):
                    told = (discourse.before, discourse.topic, *discourse.scene.in_role("visitor"))
                    _add_first(draft, told, slot.role)
                    return


def _add_first(draft: Draft, entities: Iterable[Entity | None], role: Role) -> None:
    """Add the first person among some entities that is not in the draft yet."""
    people = draft.people()
    new = (entity for entity in entities if entity is not None and entity.kind == "person" and entity.number not in people)
    for entity in new:
        draft.add(entity, role, None)
        return


def _without_strange_group(discourse: Discourse, draft: Draft) -> None:
    """Replace a group ("the two sides") that is not the company of those named with it by the person the text speaks of.

    "At the meeting with Y, the sides …" after a meeting of X and Z: the sides are X and Y.
    """
    grouped: list[Filling] = []
    named: list[Filling] = []
    for filling in draft.fillings:
        if filling.source is not None and _is_group_of_two(filling.source):
            grouped.append(filling)
        elif filling.entity.kind == "person":
            named.append(filling)
    if grouped and not named and draft.value.type == "meeting" and _are_met(discourse, draft, grouped):
        _add_first(draft, (discourse.topic, discourse.before), grouped[0].role)
    if not grouped or not named or not any(filling.role == grouped[0].role for filling in named):
        return  # "X received the two leaders": those are one side, all of them
    members = {filling.entity.number for filling in grouped}
    if members <= {filling.entity.number for filling in discourse.scene.fillings if filling.role == "visitor"}:
        return  # "A and B flew to Lima, where *they* met X": those who travel together are one side
    if not any(filling.entity.number in members for filling in named):
        draft.fillings = named
        _add_first(draft, (discourse.topic, discourse.before), grouped[0].role)


# During her talks with Premier X and Speaker Y, the two sides agreed
def _are_met(discourse: Discourse, draft: Draft, grouped: list[Filling]) -> bool:
    """Tell whether a group was taken for those alone who are named as met, between the trigger and the group: one side of it."""
    start = min((filling.source.span.start for filling in grouped if filling.source is not None), default=0)
    between = discourse.index.mentions.between(draft.trigger.span.end, start)
    met = {entity.number for contribution in between if is_person(contribution) for entity in discourse.at(contribution)}
    return len(grouped) > 1 and met == {filling.entity.number for filling in grouped}


def _is_group_of_two(contribution: Contribution) -> bool:
    """Tell whether a mention means several people told before, who may be the two sides of a meeting: "the four" are not."""
    mention = contribution.value
    if not isinstance(mention, Mention) or mention.reference != "group":
        return False
    return mention.number in (None, 2) and not mention.country_within


def _fill_slot(index: Index, discourse: Discourse, draft: Draft, slot: Slot) -> None:
    """Fill one slot from the first of its windows that holds somebody, else from what the text speaks of."""
    trigger = draft.trigger.span
    grouped = signs_as_group(index, discourse, slot) or are_unknown(index, discourse, slot, trigger)
    for span in () if grouped else slot.spans:
        found = _fitting(index, discourse, slot, span, trigger)
        if found:
            if len(found) > 1 and slot.take != "all":
                found = _taken(index, slot, found, span, trigger)
            for contribution in without_sayer(index, found, trigger):
                listed = slot.take == "all" or _speaks(index, draft, contribution)
                for entity in discourse.resolved[id(contribution)]:
                    if entity.kind in slot.kinds and not _receives(discourse, draft, contribution, entity):
                        met = _met(discourse, draft, contribution, entity) if draft.fillings else entity
                        draft.add(met, slot.role, contribution, listed=listed)
            return
    if not slot.carry or grouped or is_stranger(index, discourse, slot):
        return  # "The Japanese side proposed", where nobody of it is known
    his = discourse.before is not None and _is_his(index, draft)
    topic = discourse.before if his or _is_asked(index, discourse, draft, slot) else discourse.topic
    topic = _of_country(index, discourse, slot, topic)
    # who speaks for others does not do what he tells of
    if topic is not None and topic.kind in slot.kinds and not _is_spokesperson(topic):
        draft.add(topic, slot.role, None)


# X hosted receptions for the ambassadors of P and Q as *they* came to present their credentials
def _receives(discourse: Discourse, draft: Draft, group: Contribution, entity: Entity) -> bool:
    """Tell whether one of a group is whom the same sentence just told to receive them: letters are presented to him."""
    if draft.value.type != "ceremony" or not isinstance(group.value, Mention) or group.value.reference != "group":
        return False
    sentence = discourse.index.document.sentence_at(group.span.start)
    hosts = (f for f in discourse.scene.fillings if f.role == "host" and f.entity is entity and f.source is not None)
    return any(sentence.contains(host.source.span) for host in hosts if host.source is not None)


# His talks with X and Minister Y were announced for Monday
def _is_his(index: Index, draft: Draft) -> bool:
    """Tell whether a sentence opens with whose event it is by a pronoun: he was spoken of before, whoever is named behind."""
    document, start = index.document, draft.trigger.span.start
    before = index.match[document.sentence_at(start).start : start].split(maxsplit=1) if not draft.value.anaphoric else []
    return len(before) == 1 and index.words("determiner").get(before[0]) == "possessive"


# Ngoài ra, mong muốn *Đại sứ* tiếp tục làm cầu nối.
def _is_asked(index: Index, discourse: Discourse, draft: Draft, slot: Slot) -> bool:
    """Tell whether whom a sentence without a subject seems to speak of is named right behind a proposal: he is asked."""
    end = draft.trigger.span.end
    named = index.mentions.between(end, end + _ASKED) if slot.role == "proposer" and discourse.subject is not None else ()
    return next((discourse.subject in discourse.at(contribution) for contribution in named), False)


def _speaks(index: Index, draft: Draft, contribution: Contribution) -> bool:
    """Tell whether somebody is named as who speaks at the meeting just told: "*At the meeting, Deputy Chairman X* reported"."""
    if not draft.value.anaphoric or draft.value.type != "meeting":
        return False
    mention, span, trigger = contribution.value, contribution.span, draft.trigger.span
    if not 0 < span.start - trigger.end <= _SPEAKER:
        return False
    if not isinstance(mention, Mention) or mention.reference != "name" or mention.kind != "person":
        return False
    before = index.match[max(trigger.start - _LEAD, 0) : trigger.start].split()
    return bool(before) and before[-1] in index.words("at")


def _met(discourse: Discourse, draft: Draft, contribution: Contribution, entity: Entity) -> Entity:
    """Return whom a mention behind a meeting's words means: nobody meets himself ("Minister X met with *the minister*")."""
    if draft.value.type != "meeting" or contribution.span.start < draft.trigger.span.end:
        return entity
    start = draft.trigger.span.start
    same = any(f.entity is entity and f.source is not None and f.source.span.start < start for f in draft.fillings)
    return (discourse.other(contribution, entity) or entity) if same else entity


def _of_country(index: Index, discourse: Discourse, slot: Slot, topic: Entity | None) -> Entity | None:
    """Return who speaks for the country that a slot's window names alone, else the topic: "*Chile* also asked …".

    Of what else a country or city does ("*Chile* signed a pact", "*Lima* is to host the congress") nobody is told.
    """
    span = slot.spans[0] if slot.spans else Span(0, 0)
    for place in index.places.starting_in(span) if len(span) <= _SIDE else ():
        value, end = place.value, place.span.end
        if not isinstance(value, PlaceMention) or value.kind not in _ACTING or value.locative:
            continue
        rest = index.text[end : span.end].rstrip()
        if not rest:
            return discourse.speaker_of(value.country, topic) if slot.role == "proposer" else None
        if index.text[span.start : place.span.start].strip() == "" and rest[:1] == " " and rest.islower() and "," not in rest:
            return topic if slot.role == "proposer" else None
    return topic


def _is_spokesperson(entity: Entity) -> bool:
    """Tell whether all that is known of somebody is that he speaks for others."""
    return entity.offices == {"spokesperson"}


def _taken(index: Index, slot: Slot, found: list[Contribution], span: Span, trigger: Span) -> list[Contribution]:
    """Return which of the fitting mentions of a window a slot takes."""
    # "X's counterpart, Y, hosted": Y did; "X's delegation met": X did
    found = [mention for mention in found if not (_possesses(index, mention, span) or is_gloss(index, mention, span))] or found
    if slot.role == "visitor":
        # "on a trip to the General Assembly of the United Nations, X …"
        found = [mention for mention in found if _travels(mention)] or found
    if slot.take == "first":
        return found[:1]
    if has_clause_of_its_own(index, found[-1], span, trigger):
        return found[-1:]
    if slot.take == "last" and _is_owner(index, found[-1]):
        return found[-1:]
    if slot.take == "last":
        # a body named behind somebody is of his title ("X, head of the People's Party (PP), who visits Y")
        found = [mention for mention in found if is_person(mention)] or found
        told = coordinated(index, found[::-1])[::-1]
        return joined(index, told) if slot.role == "visitor" else told
    heads = without_next_subject(index, coordinated(index, found), trigger, slot)
    return [*heads, *beside(index, found[-1], span, trigger)] if slot.role in _TOGETHER and found[-1] not in heads else heads


# He believed *the Samoan delegation*'s visit would be a success
def _is_owner(index: Index, contribution: Contribution) -> bool:
    """Tell whether a mention is of a delegation whose what follows is, whoever is said to speak of it."""
    mention, end = contribution.value, contribution.span.end
    return isinstance(mention, Mention) and mention.delegation and index.text[end : end + 2] in index.possessives


def _fitting(index: Index, discourse: Discourse, slot: Slot, span: Span, trigger: Span) -> list[Contribution]:
    """Return the mentions of a window that may fill a slot."""
    found = []
    resolved, kinds = discourse.resolved, slot.kinds
    for contribution in _in_window(index, span) if slot.role == "proposer" else index.mentions.starting_in(span):
        # whom nobody is known for is nobody; the costly questions come last
        if not resolved.get(id(contribution)):
            continue
        mention, own = contribution.value, contribution.span
        if not isinstance(mention, Mention) or mention.kind not in kinds or (own.start < trigger.end and trigger.start < own.end):
            continue
        if not is_strange(index, contribution, span, trigger, slot.role):
            found.append(contribution)
    return found


def _possesses(index: Index, contribution: Contribution, window: Span) -> bool:
    """Tell whether somebody only says whose the one named behind him is: "*X's* counterpart, Y"."""
    end = contribution.span.end
    return is_person(contribution) and index.text.startswith(index.possessives, end) and end + 2 < window.end


def _in_window(index: Index, span: Span) -> tuple[Contribution, ...]:
    """Return the mentions of a window; that of a person which it cuts, at a comma between titles, is whole."""
    found = index.mentions.starting_in(span)
    cut = index.mentions.cut_by(span.start, min(span.start + _CUT, span.end))
    return (*filter(is_person, cut), *found) if cut else found


def _travels(contribution: Contribution) -> bool:
    """Tell whether a mention is of a person or a delegation."""
    mention = contribution.value
    return isinstance(mention, Mention) and (mention.kind == "person" or mention.delegation)
