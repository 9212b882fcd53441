"""Whether an English sentence opens with several titles, of one in office or of two, so that the last name needs no comma."""

from __future__ import annotations

from eventx_titles.reader import Reader

_TWO, _OPENING_TWO = 2, 16
"""The most words of the first of two in office with whom a sentence opens."""


# Peru's Deputy Prime Minister and *Foreign Minister*, X met
def opens_with_offices(reader: Reader, first: int) -> bool:
    """Tell whether a title is the last one of somebody with whose titles a sentence opens: an office right before the "and"."""
    joins = first - 1
    if joins < _TWO or reader.words[joins] not in reader.known.tables["conjunction"] or not reader.caps[joins - 1]:
        return False
    return any(reader.offices[core][0] == joins for core in range(joins - _TWO, joins) if core in reader.offices) and _opens_so(
        reader, joins
    )


# Ambassador X and *the Bangladeshi Ambassador to Ghana*, Y presented · The Minister of Peru, X, and the Minister of Mali, Y met
def opens_with_two(reader: Reader, first: int) -> bool:
    """Tell whether a title is that of the second of two in office with whom a sentence opens: nothing but names before it."""
    joins, tables = first - 1, reader.known.tables
    if joins < _TWO or reader.words[joins] not in tables["conjunction"] or not reader.caps[joins - 1]:
        return False
    return _opens_so(reader, joins)


def _opens_so(reader: Reader, joins: int) -> bool:
    """Tell whether nothing but words with capitals and small ones, an office among them, opens a sentence up to an "and"."""
    tables = reader.known.tables
    small = tables["of"] | tables["the"] | tables["preposition"]
    start = joins
    while start > 0 and joins - start < _OPENING_TWO and not reader.sentence_start(start):
        start -= 1
        if not (reader.caps[start] or reader.words[start] in small or reader.genitives[start]):
            return False
    return reader.sentence_start(start) and any(core in reader.offices for core in range(start, joins))
