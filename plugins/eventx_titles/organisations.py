"""Organisations: ministries, parties, embassies and the like, their acronyms, and cities that act as a party."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import Span
from eventx_titles.grammar import Found, Grammar, Stretch, make_found, make_mention, national
from eventx_titles.reader import Reader

_TOLD = 12
"""The most words between a delegation and who leads it in whose brackets its country is looked for."""


def organisations(grammar: Grammar, marks: bytearray) -> Iterator[Found]:
    """Yield the organisations that stand outside the words marked, and mark their words."""
    reader = grammar.reader
    parties: set[int] = set()
    for hit in reader.tagged["body"]:
        head, stop = reader.words_of(hit)
        if 1 in marks[head:stop]:
            continue
        if hit.entry.tag == "locality":
            found = _locality(grammar, head, stop, parties)
        else:
            found = _organisation(grammar, marks, (head, stop), hit.value)
        if found is not None and 1 not in marks[found.first : found.stop]:
            marks[found.first : found.stop] = b"\x01" * (found.stop - found.first)
            yield found


def _organisation(grammar: Grammar, marks: bytearray, head: Stretch, kind: str) -> Found | None:
    """Return the organisation whose name the head noun heads or ends."""
    reader = grammar.reader
    if kind == "delegation":
        return _delegation(grammar, head)
    if kind == "acronym" and grammar.code == "vi" and _ends_a_name(grammar, head[0]):
        return None
    words = grammar.organisation(head, kind, marks)
    if words is None:
        return None
    first, end = words
    while end > head[1] and marks[end - 1]:
        end -= 1
    if end - first <= head[1] - head[0] and kind not in ("whole", "acronym"):
        return None
    # a federation or union may be a country
    if kind in ("head", "common") and reader.place(first) and reader.lookup[first][1] >= end:
        return None
    return found_body(grammar, (first, end), "titles.organisation")


def _ends_a_name(grammar: Grammar, index: int) -> bool:
    """Tell whether an acronym only goes on with other words: Hội nghị Cấp cao ASEAN; not "với ASEAN", "và ASEAN"."""
    reader = grammar.reader
    if not reader.softs[index]:
        return index > 0 and reader.gaps[index] == " ("
    before, tables = reader.words[index - 1], reader.known.tables
    return before not in tables["companion"] and before not in tables["conjunction"] and before not in tables["preposition"]


def _delegation(grammar: Grammar, head: Stretch) -> Found | None:
    """Return a delegation: the body that sent it, or one only described (the Vietnamese delegation); who leads it."""
    told = grammar.delegation(*head)
    if told is None:
        return None
    reader = grammar.reader
    words, sender = told
    leader = _leader(grammar, words[1]) or _spokesman(grammar, *words)
    # Đoàn công tác Tập đoàn X *(Nhật Bản)*
    within = (words, owner) if (owner := grammar.owner_after(words[1]) or _in_brackets(reader, words[1], leader)) else (words,)
    mention = make_mention(
        kind="organisation",
        reference="name" if sender else "description",
        name=reader.surface(*sender) if sender else None,
        country_within=tuple(reader.span(*part) for part in within),
        leader_within=(leader,) if leader else (),
        delegation=True,
    )
    return make_found(first=words[0], stop=words[1], mention=mention, rule="titles.delegation")


# Đoàn đại biểu châu Văn Sơn, tỉnh Vân Nam *(Trung Quốc)* do đồng chí X làm trưởng đoàn
def _in_brackets(reader: Reader, stop: int, leader: Span | None) -> Stretch | None:
    """Return the country in the brackets that close what is told of a delegation before who leads it."""
    for index in range(stop, min(stop + _TOLD, reader.size)) if leader is not None else ():
        if leader is None or reader.starts[index] >= leader.start:
            break
        behind = reader.lookup[index][1]
        if reader.gaps[index].endswith("(") and reader.place(index) and behind < reader.size:
            return (index, behind) if reader.gaps[behind].startswith(")") else None
    return None


def _leader(grammar: Grammar, stop: int) -> Span | None:
    """Return the span in which the leader of a delegation is named: behind "led by", "do … làm Trưởng đoàn"."""
    reader = grammar.reader
    if stop >= len(reader.words):
        return None
    end = reader.document.sentence_at(reader.end(stop - 1)).end
    openers, sizes = reader.known.tables["leading"], reader.known.leading
    agents = reader.known.tables["agent"]
    for index in range(stop, min(stop + 14, len(reader.words))):
        by = index == stop and reader.words[index] in agents and reader.softs[index]
        if by and index + 1 < len(reader.words) and reader.starts[index + 1] < end:
            # "the Kyrgyz side by his colleague X": the verb stands with the first of two
            return Span(reader.starts[index + 1], end)
        if reader.starts[index] >= end or (not reader.plain[index] and index > stop and reader.gaps[index][:1] == ";"):
            return None
        for size in sizes.get(reader.words[index], ()):
            behind = index + size
            if behind < len(reader.words) and " ".join(reader.words[index:behind]) in openers and reader.starts[behind] < end:
                return Span(reader.starts[behind], end)
    return None


# On behalf of the delegation, Mr A thanked · The head of the delegation, A, said · Thay mặt đoàn, ông A
def _spokesman(grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return where the one is named who speaks for a delegation: right behind it."""
    reader = grammar.reader
    if stop >= reader.size or reader.gaps[stop] not in (", ", " "):
        return None
    while first > 0 and reader.softs[first] and reader.words[first - 1] in reader.known.determiners:
        first -= 1
    if first < 1 or not reader.softs[first]:
        return None
    before = reader.words[first - 2 : first] if first > 1 and reader.softs[first - 1] else reader.words[first - 1 : first]
    speaks = reader.known.tables["speaks_for"]
    return Span(reader.starts[stop], reader.starts[stop] + 1) if before[-1] in speaks or " ".join(before) in speaks else None


def found_body(grammar: Grammar, words: Stretch, rule: str, *, name: str | None = None, implied: bool = False) -> Found:
    """Return the mention of an organisation over these words."""
    reader = grammar.reader
    # a body of several countries acts for none: UNDP Viet Nam
    within = () if reader.supranational(*words) else (reader.span(*words),)
    # UBND tỉnh X: a body that one country alone has, where no place says that it is another's
    own = national(reader, *words) if within and not any(map(reader.place, range(*words))) else None
    told = name or reader.surface(*words)
    mention = make_mention(kind="organisation", reference="name", name=told, country=own, country_within=within)
    return make_found(first=words[0], stop=words[1], mention=mention, rule=rule, implied=implied)


def _locality(grammar: Grammar, head: int, stop: int, parties: set[int]) -> Found | None:
    """Return a city or province that acts as a party: làm việc với tỉnh Hòa Bình, talks with Hưng Yên Province."""
    words = grammar.locality(head, stop)
    if words is None:
        return None
    reader = grammar.reader
    before = reader.words[words[0] - 1] if words[0] > 0 and reader.softs[words[0]] else ""
    tables = reader.known.tables
    joined = before in tables["conjunction"] and words[0] - 1 in parties
    if before not in tables["companion"] and not joined:
        return None
    parties.add(words[1])
    return found_body(grammar, words, "titles.locality", implied=True)
