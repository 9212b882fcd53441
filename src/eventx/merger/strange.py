"""Step 2b, fill: whether somebody in the window of a slot only says whose another is, or a body only where something is.

And whether he is nobody known.
"""

from __future__ import annotations

from eventx.contribution import Contribution, Mention, Slot, Trigger
from eventx.merger.entities import country_of
from eventx.merger.index import Index
from eventx.merger.principals import is_principal
from eventx.merger.resolve import Discourse
from eventx.model import Role, Span

_RELATED = 40
"""How far before a name the words may stand that make it that of somebody's principal ("an aide to X"), in code points."""
_THAT = 8
"""How far before a verb its relative pronoun begins at most, in code points."""
_WORD = 2
"""How much of a window before a name holds a word and what parts it from the name, at least."""
_POSSESSIVE = 2
"""The most code points of what is written behind a possessor."""
_ELSEWHERE = 60
"""How far before a body's name a preposition of place may stand that leads to it, in code points."""
_BEFORE_BODY = 2
"""How many words may stand before a body that speaks at an event, behind the comma: "representatives of"."""


def is_strange(index: Index, contribution: Contribution, window: Span, trigger: Span, role: Role | None = None) -> bool:
    """Tell whether somebody in the window of a role only says whose another is, or a body only where something is."""
    mention = contribution.value
    if isinstance(mention, Mention) and mention.kind == "person":
        return is_of_another(index, contribution.span, window, trigger) or is_principal(index, contribution, window)
    spoken_of = role == "speaker" and _is_object(index, contribution.span, trigger)
    return spoken_of or is_elsewhere(index, contribution.span, window, trigger)


def is_of_another(index: Index, person: Span, window: Span, trigger: Span) -> bool:
    """Tell whether somebody only says whose another is: "an aide to *X*", or, behind the trigger, "met *X's* adviser".

    Where the window ends with the possessor, he is meant himself: "at *X's* invitation".
    """
    start = person.start
    if start >= trigger.end and index.text.startswith(index.possessives, person.end) and person.end + _POSSESSIVE < window.end:
        return True
    if start - window.start < _WORD:
        return False
    relations = index.words("relation")
    # the last two words are wanted, and the last one is seldom such a preposition
    before = index.match[max(window.start, start - _RELATED) : start].rsplit(None, 1)
    if not before or before[-1] not in relations.get("", ()):
        return False
    return len(before) > 1 and before[0].rsplit(None, 1)[-1] in relations


def is_elsewhere(index: Index, body: Span, window: Span, _trigger: Span) -> bool:
    """Tell whether a body only says where or at what: it is part of a conference's name, or a preposition of place leads to it.

    "talks with his counterpart on the sidelines of the General Assembly", "within the scope of the ASEAN Ministers Meeting".
    """
    around = index.triggers.covering(body)
    if around and any(c.span.overlaps(body) for c in around):
        return True
    # từ *trụ sở Bộ Ngoại giao*: the building that is theirs
    if any(place.span.start < body.start for place in index.places.covering(body)):
        return True
    informants = index.words("informant")
    if informants and informants.keys() & index.match[max(body.start - _RELATED, 0) : body.start].split()[-1:]:
        return True  # "*Theo* Bộ Ngoại giao, Bộ trưởng X sẽ …"
    if body.start - window.start < _WORD:
        return False
    barriers, low = index.words("barrier"), max(window.start, body.start - _ELSEWHERE)
    if barriers.keys().isdisjoint(index.match[low : body.start].split()):
        return False
    # "the Embassy of Peru *in* Japan and the Ministry": that of another's name leads to nothing
    for named in index.mentions.between(low, body.start):
        if barriers.keys().isdisjoint(index.match[low : named.span.start].split()):
            low = named.span.end
    return not barriers.keys().isdisjoint(index.match[low : body.start].split())


# Đến dự Hội nghị ASEAN (*Hiệp hội các quốc gia Đông Nam Á*), Tổng thống X gặp Y
def is_gloss(index: Index, contribution: Contribution, window: Span) -> bool:
    """Tell whether a body is named in brackets in the window of a slot: it only says what something else is."""
    start = contribution.span.start
    mention = contribution.value
    person = isinstance(mention, Mention) and mention.kind == "person"
    opened = -1 if person else index.text.rfind("(", window.start, start)
    return opened >= 0 and index.text.find(")", opened, start) < 0


def is_stranger(index: Index, discourse: Discourse, slot: Slot) -> bool:
    """Tell whether a slot's window holds somebody told by his country alone, or by an office, whom nobody is known to be."""
    topic = discourse.topic
    for contribution in index.mentions.starting_in(slot.spans[0]) if slot.spans else ():
        mention = contribution.value
        if isinstance(mention, Mention) and not discourse.at(contribution):
            if mention.reference == "description":
                return country_of(contribution, index)[0] is not None
            if mention.reference == "title" and topic is not None and topic.offices and slot.role == "proposer":
                return topic.offices.isdisjoint(mention.offices)  # X received the envoy of Chile. *The envoy* proposed
    return False


# President X met *a delegation from Chile that flew in* on Monday; not "X led a delegation that visited Chile"
def are_unknown(index: Index, discourse: Discourse, slot: Slot, trigger: Span) -> bool:
    """Tell whether who travels is a delegation that somebody met right before, nobody of which is known."""
    which = index.words("of_things") if slot.role == "visitor" else {}
    if which.keys().isdisjoint(index.match[max(trigger.start - _THAT, 0) : trigger.start].split()[-1:] if which else ()):
        return False
    start = index.document.sentence_at(trigger.start).start
    met = [
        c.span for c in index.triggers.between(start, trigger.start) if isinstance(c.value, Trigger) and c.value.type == "meeting"
    ]
    told = index.mentions.between(met[-1].end, trigger.start)[-1:] if met else ()
    return any(isinstance(c.value, Mention) and c.value.delegation and not discourse.at(c) for c in told)


# X praised the ties, as *the two sides* signed three agreements
def signs_as_group(index: Index, discourse: Discourse, slot: Slot) -> bool:
    """Tell whether those who sign are told as several of whom it is not known who they are: nobody further off is one of them."""
    if slot.role != "signatory" or not slot.spans:
        return False
    told = index.mentions.starting_in(slot.spans[0])
    if any(discourse.at(contribution) for contribution in told):
        return False
    return any(isinstance(c.value, Mention) and c.value.reference == "group" for c in told)


# Tại hội nghị, hai bên trao đổi về hợp tác với *ASEAN*; not "Tại hội nghị, Bộ Y tế cho biết"
def _is_object(index: Index, body: Span, trigger: Span) -> bool:
    """Tell whether a body stands too far behind the words that tell where one speaks, and behind a comma, to be who speaks."""
    comma = max(index.text.rfind(",", trigger.end, body.start) + 1, trigger.end)
    return body.start > trigger.end and len(index.match[comma : body.start].split()) > _BEFORE_BODY
