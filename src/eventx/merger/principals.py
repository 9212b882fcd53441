"""Who acts for another: he is no other one who takes part, and of the same country as whom he acts for.

Accepts: "received the envoy of *President X*", "tiếp ông X, Đặc phái viên của *Thủ tướng Nhật Bản*".
"""

from __future__ import annotations

from collections.abc import Iterable

from eventx.contribution import Contribution, Mention
from eventx.merger.entities import Entity, country_of
from eventx.merger.grounds import BY_PRINCIPAL
from eventx.merger.index import Index
from eventx.merger.lists import is_person
from eventx.model import Span

_RELATED = 40
"""How far before an office the words may stand that make it that of somebody's principal, in code points."""
_WORD = 2
"""How much of a window before an office holds a word and what parts it from that, at least."""
_OF = 8
"""How far behind a title the office may begin of whom its holder acts for, in code points."""


# tiếp Đặc phái viên *Tổng Bí thư, Chủ tịch nước Lào*; not "tiếp Trợ lý Tổng thống Luis Prado"
def is_principal(index: Index, person: Contribution, window: Span) -> bool:
    """Tell whether somebody told by an office alone is whom the one whose office stands right before it acts for.

    Offices that only a comma parts are those of one.
    """
    envoys, start = index.words("acts_for"), person.span.start
    if not envoys or start - window.start < _WORD or not _is_office(person):
        return False
    while index.text[start - 2 : start] == ", ":
        before = index.mentions.between(max(window.start, start - _RELATED), start - 1)
        if not before or before[-1].span.end != start - 2 or not _is_office(before[-1]):
            return False
        start = before[-1].span.start
    words = index.match[max(window.start, start - _RELATED) : start].split()
    return " ".join(words[-2:]) in envoys


def _is_office(contribution: Contribution) -> bool:
    """Tell whether a mention tells somebody by an office alone."""
    mention = contribution.value
    return isinstance(mention, Mention) and mention.reference == "title"


# ông X, Đặc phái viên *của Thủ tướng Nhật Bản Y*
def settle_agents(index: Index, entities: Iterable[Entity]) -> None:
    """Give people without a country that of whoever they act for, who is told right behind their title by his office."""
    relations = index.words("relation").get("", ())
    for entity in entities if relations else ():
        for contribution in entity.mentions if entity.kind == "person" else ():
            mention, end = contribution.value, contribution.span.end
            words = index.match[end : end + _OF].split(maxsplit=1)
            if not words or words[0] not in relations or not isinstance(mention, Mention) or not mention.titles:
                continue
            principal = next(filter(is_person, index.mentions.between(end, end + _OF)), None)
            country = country_of(principal, index)[0] if principal is not None else None
            if principal is not None and country is not None:
                entity.settle(country, BY_PRINCIPAL, principal.span)
                break


__all__ = ["is_principal", "settle_agents"]
