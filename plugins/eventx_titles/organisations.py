"""Organisations: ministries, parties, embassies and the like, their acronyms, and cities that act as a party."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import Mention
from eventx_titles.grammar import Found, Grammar, Words, over_acronym


def organisations(grammar: Grammar, marks: bytearray) -> Iterator[Found]:
    """Yield the organisations that stand outside the words marked, and mark their words."""
    reader = grammar.reader
    parties: set[int] = set()
    for hit in reader.hits:
        if hit.tag not in ("organisation", "locality"):
            continue
        head, stop = reader.at(hit.start), reader.at(hit.end)
        if any(marks[head:stop]):
            continue
        if hit.tag == "locality":
            found = _locality(grammar, head, stop, parties)
        else:
            found = _organisation(grammar, marks, (head, stop), hit.value)
        if found is not None and not any(marks[found.first : found.stop]):
            marks[found.first : found.stop] = b"\x01" * (found.stop - found.first)
            yield found


def _organisation(grammar: Grammar, marks: bytearray, head: Words, kind: str) -> Found | None:
    """Return the organisation whose name the head noun heads or ends."""
    reader = grammar.reader
    low = head[0]
    while low > 0 and head[0] - low < 16 and not marks[low - 1]:
        low -= 1
    words = grammar.organisation(head[0], head[1], kind, low)
    if words is None:
        return None
    first, end = words
    while end > head[1] and marks[end - 1]:
        end -= 1
    if end - first <= head[1] - head[0] and kind not in ("whole", "acronym"):
        return None
    # a federation or union may be a country
    if kind == "head" and reader.place(first) and reader.lookup(first)[1] >= end:
        return None
    return _found(grammar, (first, end), "organisation")


def _found(grammar: Grammar, words: Words, rule: str, *, name: str | None = None, implied: bool = False) -> Found:
    """Return the mention of an organisation over these words."""
    reader = grammar.reader
    mention = Mention(
        kind="organisation", reference="name", name=name or reader.surface(*words), country_within=(reader.span(*words),)
    )
    return Found(first=words[0], stop=words[1], mention=mention, rule=rule, implied=implied)


def _locality(grammar: Grammar, head: int, stop: int, parties: set[int]) -> Found | None:
    """Return a city or province that acts as a party: làm việc với tỉnh Hòa Bình, talks with Hưng Yên Province."""
    words = grammar.locality(head, stop)
    if words is None:
        return None
    reader = grammar.reader
    before = reader.words[words[0] - 1] if words[0] > 0 and reader.soft(words[0]) else ""
    tables = reader.known.tables
    joined = before in tables["conjunction"] and words[0] - 1 in parties
    if before not in tables["companion"] and not joined:
        return None
    parties.add(words[1])
    return _found(grammar, words, "locality", implied=True)


def acronyms(grammar: Grammar, found: list[Found]) -> dict[str, str]:
    """Return the acronyms that the text puts in brackets behind the name of a body, and those names."""
    reader = grammar.reader
    stops = {item.stop: item.mention.name for item in found if item.mention.kind == "organisation"}
    for body in grammar.bodies():
        stops.setdefault(body[1], reader.surface(*body))
    named: dict[str, str] = {}
    for stop, name in stops.items():
        if name and over_acronym(reader, stop) > stop:
            short = reader.surface(stop, stop + 1)
            if short.isupper() and 2 <= len(short) <= 10:
                named.setdefault(short, name)
    return named


def short_names(grammar: Grammar, marks: bytearray, named: dict[str, str]) -> Iterator[Found]:
    """Yield the bodies that the text calls by an acronym it introduced."""
    if not named:
        return
    reader = grammar.reader
    low = {short.lower() for short in named}
    for index, word in enumerate(reader.words):
        if word in low and not marks[index]:
            name = named.get(reader.surface(index, index + 1))
            if name and not reader.hyphenated(index) and not reader.hyphenated(index + 1):
                marks[index] = 1
                yield _found(grammar, (index, index + 1), "acronym", name=name)
