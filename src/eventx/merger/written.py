"""Step 3a, place: what happens where a text is written; where the body is that holds what is told without a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.contribution import PlaceMention
from eventx.merger.choose import Candidate
from eventx.merger.index import Index
from eventx.merger.where import is_afar
from eventx.records import maker

if TYPE_CHECKING:
    from eventx.merger.fuse import Group

_candidate = maker(Candidate)
_PUBLIC = frozenset({"ceremony", "conference"})
"""Types of what is reported from where it happens."""
_OF_PEOPLE = frozenset({"meeting", "signing"})
"""Types of what people do wherever they are: the report may be written elsewhere."""


# RABAT – The two ministers held talks *here*; OSLO – On the *sidelines* of the forum, A met B
def happens_there(index: Index, group: Group) -> bool:
    """Tell whether what is told without a place happens where the text is written: public events, others where words say so."""
    if group.type in _PUBLIC:
        return True
    return group.type in _OF_PEOPLE and not is_afar(group.first.draft) and bool(_on_site(index, group))


def is_here(index: Index, group: Group) -> bool:
    """Tell whether a sentence that tells of an event says that it is where the text is written."""
    return "here" in _on_site(index, group)


def _on_site(index: Index, group: Group) -> set[object]:
    """Return what words in the sentences that tell of an event say of where that was."""
    words, said = index.words("on_site"), set()
    for number in {telling.draft.sentence for telling in group.tellings}:
        sentence = index.sentences[number]
        found = words.keys() & index.match[sentence.start : sentence.end].split()
        said |= {words[word] for word in found}
    return said


# The Fijian High Commission in Suva held a ceremony
def at_the_host(index: Index, group: Group) -> list[Candidate]:
    """Return where a body is by its name that holds a ceremony, conference or reception told without a place."""
    if group.type not in _PUBLIC and group.fields.get("form") != "reception":
        return []
    at = index.words("stands_in")
    told = (f for telling in group.tellings for f in telling.draft.fillings if f.role == "host")
    hosts = [f.source for f in told if f.source is not None and f.entity.kind == "organisation"]
    for host in hosts:
        for place in index.places.inside(host.span):
            words = index.match[host.span.start : place.span.start].split()
            if place.span.end == host.span.end and words and words[-1] in at and isinstance(place.value, PlaceMention):
                return [_candidate(field="place", value=place.value, source=place, scope="scene", certainty="implied")]
    return []
