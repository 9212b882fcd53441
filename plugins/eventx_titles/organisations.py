"""Organisations: ministries, parties, committees, embassies and the like, by the nouns that head their names."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import Mention
from eventx_titles.grammar import Found, Grammar


def organisations(grammar: Grammar, taken: list[tuple[int, int]]) -> Iterator[Found]:
    """Yield the organisations that stand outside the stretches taken."""
    reader = grammar.reader
    place, done = 0, 0
    for hit in reader.hits:
        if hit.tag != "organisation":
            continue
        head, stop = reader.at(hit.start), reader.at(hit.end)
        while place < len(taken) and taken[place][1] <= head:
            place += 1
        if head < done or (place < len(taken) and taken[place][0] < stop):
            continue
        low = max(taken[place - 1][1] if place else 0, done)
        words = grammar.organisation(head, stop, hit.value, low)
        if words is None:
            continue
        first, end = words
        if place < len(taken) and taken[place][0] < end:
            end = taken[place][0]
        if end <= stop - 1:
            continue
        span = reader.span(first, end)
        mention = Mention(kind="organisation", reference="name", name=reader.surface(first, end), country_within=(span,))
        yield Found(first=first, stop=end, mention=mention, rule="organisation")
        done = end
