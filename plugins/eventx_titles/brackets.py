"""What stands in brackets within a title or behind a name: marks of captions, acronyms, names as they are said."""

from __future__ import annotations

from eventx_titles.reader import Reader

_MARK = 6
"""The most words of a caption's mark in brackets."""
_SAID = 24
"""The most syllables of a name as it is said, in brackets."""
_BRACKETED = 3


def over_mark(reader: Reader, index: int) -> int:
    """Return the index behind a mark in brackets at `index`: of a caption, as (R), or how a name is said: (Ha-ki-ai)."""
    if reader.softs[index] or not reader.gaps[index].lstrip().startswith("("):
        return index
    stop = index
    marks = reader.known.tables["caption"]
    said = reader.caps[index] and index + 1 < reader.size and reader.hung[index + 1]
    while stop < len(reader.words) and stop - index < (_SAID if said else _MARK) and (said or reader.words[stop] in marks):
        stop += 1
        if reader.gaps[stop].startswith(")"):
            return stop
    return index


def _over_name(reader: Reader, index: int) -> int:
    """Return the index behind a name of two or three words in brackets at `index`: Đảng Vì nước Thái (Pheu Thai)."""
    stop = index + 1
    while stop < min(index + _BRACKETED, reader.size) and reader.softs[stop]:
        stop += 1
    closed = reader.gaps[stop].startswith(")") and all(reader.caps[index:stop])
    return stop if closed and index not in reader.offices and index not in reader.honorifics else index


def over_acronym(reader: Reader, index: int) -> int:
    """Return the index behind an acronym in brackets at `index`, as in "Party (CPP)"."""
    if reader.softs[index]:
        return index
    if reader.lang == "vi" and index + 1 < reader.size and reader.gaps[index] == " (" and reader.softs[index + 1]:
        return _over_name(reader, index)
    if (
        index + 1 < len(reader.words)
        and not reader.plain[index]
        and reader.gaps[index] in (" (", ". (", ".(")
        and reader.gaps[index + 1].lstrip(".").startswith(")")
        and (reader.caps[index] or reader.words[index] in reader.known.tables["retired"])
    ):
        return index + 1
    return index
