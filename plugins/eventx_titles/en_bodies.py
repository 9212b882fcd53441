"""English names of bodies and delegations, read around their nouns."""

from __future__ import annotations

from eventx_titles.en_before import grow_back
from eventx_titles.en_phrases import noun_phrase
from eventx_titles.en_reach import complement
from eventx_titles.grammar import Stretch
from eventx_titles.lexis import PLACES, Office
from eventx_titles.reader import Reader

# what stands for the office where a body's name is read
_BODY, _MISSION = Office("organisation"), Office("organisation", accredited=True)
_DASHES = frozenset((" - ", " – ", " — "))
_FURTHEST = 16
"""The most words of a body before its head noun."""


def organisation(reader: Reader, head: Stretch, kind: str, marks: bytearray) -> Stretch | None:
    """Return the words of the organisation whose head noun stands at `head`, reading back over no word marked."""
    if kind == "whole":
        # the *European Union Affairs* Committee is another body
        behind = head[1]
        goes_on = reader.softs[behind] and reader.caps[behind] and reader.words[behind] in reader.known.tables["of_another"]
        return None if goes_on else head
    if kind == "acronym":
        return head if reader.surface(*head).isupper() else None
    if not reader.caps[head[0]]:
        return None
    # from the last word marked before the head noun on
    low = max(head[0] - _FURTHEST, 0)
    first = max(grow_back(reader, head[0]), marks.rfind(1, low, head[0]) + 1, low)
    while first < head[0] and "modifier" in reader.lookup[first][0] and "body" not in reader.lookup[first][0]:
        if reader.caps[first] and reader.words[first] in reader.known.tables["dangling"]:
            break  # the *National* Council of Youth
        first = reader.lookup[first][1]
    first = _over_pair(reader, _over_locality(reader, first))
    end = complement(reader, head[1], _MISSION if kind == "mission" else _BODY).stop
    if kind == "common" and end == head[1] and _only_places(reader, first, head[0]):
        return None
    return (first, end) if end - first > head[1] - head[0] else None


def _over_locality(reader: Reader, first: int) -> int:
    """Return where a body's name begins with the locality that has it: *Lac Son District's* Party Committee."""
    owner = first - 2
    if owner < 1 or not reader.genitives[first - 1] or reader.words[owner] not in reader.known.tables["place_noun"]:
        return first
    while owner > 0 and reader.softs[owner] and reader.caps[owner - 1]:
        owner -= 1
    return owner if reader.caps[owner] else first


def _over_pair(reader: Reader, first: int) -> int:
    """Return where a body's name begins with the first of two countries joined by a dash: *Peru - Japan* Friendship Society."""
    if first < 1 or reader.gaps[first] not in _DASHES or not reader.place(first):
        return first
    classes, start = reader.lookback[first]
    return start if classes & PLACES and reader.caps[start] else first


def _only_places(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether nothing but countries and cities stands among the words: the Vietnamese Party."""
    while first < stop:
        classes, behind = reader.lookup[first]
        if not classes & PLACES:
            return False
        first = behind
    return True


def delegation(reader: Reader, head: int, stop: int) -> tuple[Stretch, Stretch | None] | None:
    """Return the words of a delegation and of the body that sent it: a delegation from the Communist Party of X."""
    first = head
    placed = reader.softs[head] and reader.lookback[head][0] & PLACES
    if not placed and reader.words[head] in reader.known.tables["of_country"]:
        return None
    while first > 0 and head - first < 6 and reader.softs[first]:
        classes, start = reader.lookback[first]
        if not classes & {"country", "city", "body", "modifier", "subject"}:
            first = _placed_before(reader, first)
            break
        first = start
    sender = None
    if reader.softs[stop] and reader.words[stop] in reader.known.tables["origin"]:
        phrase = noun_phrase(reader, stop + 1)
        if phrase is not None and phrase.kinds & {"place", "body"}:
            start = stop + 1 + (reader.words[stop + 1] in reader.known.determiners)
            stop = complement(reader, phrase.stop, _BODY).stop
            # "the delegation of the ministry" names no body
            sender = (start, stop) if "body" in phrase.kinds and any(reader.caps[start:stop]) else None
    return (first, stop), sender


def _placed_before(reader: Reader, first: int) -> int:
    """Return where a country stands shortly before the words of a delegation: the *Chinese entrepreneur* delegation."""
    for index in range(first - 1, max(first - 3, 0), -1):
        if not reader.softs[index] or reader.lookup[index][0] or reader.words[index] in reader.known.determiners:
            break
        classes, start = reader.lookback[index]
        if classes & PLACES and reader.caps[start] and not reader.genitives[index]:
            return start
    return first
