"""Prepositions that open a complement of an English title: minister *of*, ambassador *to*; not received *at* the palace."""

from __future__ import annotations

from eventx_titles.en_ahead import article_at, follows, in_office, over_brackets
from eventx_titles.en_portfolio import portfolio
from eventx_titles.lexis import Office
from eventx_titles.names import parse_name
from eventx_titles.reader import Reader

_VENUE = 6
"""The most words of a building's name."""


def preposition_at(reader: Reader, index: int, office: Office) -> tuple[str, int] | None:
    """Return the preposition of a complement at `index` and where its phrase starts."""
    words = reader.words
    if not reader.plain[index]:
        bracketed = over_brackets(reader, index)
        closed = index < bracketed < len(words) and reader.gaps[bracketed] == ") "
        if closed and (follows(reader, bracketed, "of") or (office.accredited and follows(reader, bracketed, "sent_to"))):
            # Chief of Defence Force (CDF) of …; Foreign Secretary (Senior Secretary) of …; Ambassador of Korea (RoK) to …
            return words[bracketed], bracketed + 1
        if not reader.softs[index] or reader.gaps[index].strip() not in ("", "."):
            return None
    word, tables = words[index], reader.known.tables
    if word in tables["conjunction"] or word in reader.known.through:
        opened = _opened(reader, index)
        if opened is not None:
            return opened
    known = word in tables["preposition"] or (word in tables["beside"] and reader.words[index - 1] in tables["relating"])
    if not known or (word in tables["at"] and (_is_venue(reader, index + 1) or follows(reader, index + 1, "his"))):
        return None  # received the minister at the palace · called on the minister at his office
    if word in tables["sent_from"]:
        # the Ambassador from the Republic of X; not "the minister from Monday on"
        return (word, index + 1) if office.key in tables["sent_office"] else None
    if word in tables["attaching"] and not _is_attached(reader, office, index + 1):
        known = (word in tables["inside"] and _seated(reader, index)) or _courtly(reader, index + 1)
    return (word, index + 1) if known else None


def _is_attached(reader: Reader, office: Office, index: int) -> bool:
    """Tell whether an office is held to somebody or in something, or what stands at `index` is an office it is held in."""
    return office.accredited or office.key in reader.known.tables["attached_office"] or in_office(reader, index)


def _opened(reader: Reader, index: int) -> tuple[str, int] | None:
    """Return the preposition of a complement that several words at `index` open, and where its phrase starts."""
    words = reader.words
    for size in reader.known.through.get(words[index], ()):
        if " ".join(words[index : index + size]) in reader.known.tables["through"]:
            return words[index + size - 1], index + size
    if follows(reader, index, "conjunction") and follows(reader, index + 1, "serves") and portfolio(reader, index + 2):
        # Minister for Women and of Health
        return words[index + 1], index + 2
    return None


# President of Fiji at the State House, where he received
def _is_venue(reader: Reader, index: int) -> bool:
    """Tell whether a building where one is received stands at `index`, which is no complement's: at *the State House*."""
    first, words = index + article_at(reader, index), reader.words
    for place in range(first, min(first + _VENUE, reader.size)):
        if reader.genitives[place]:  # at the Party Committee's *headquarters*
            return place + 1 < reader.size and words[place + 1] in reader.known.tables["premises"]
        if not reader.caps[place] or (place > first and not reader.gaps[place].isspace()):
            break
        if words[place] in reader.known.tables["venue"]:
            return True
    return False


def _courtly(reader: Reader, index: int) -> bool:
    """Tell whether somebody is served, told by a courtesy and an office: Member of the Council to *His Majesty the King*."""
    behind = reader.honorifics.get(index, index)
    return behind > index and follows(reader, behind, "the") and behind + 1 in reader.offices


def _seated(reader: Reader, index: int) -> bool:
    """Tell whether "in" at `index` leads to the city of a body, right before its head's name: Chair of the Front in Bonn A B."""
    stop = index + 1
    if stop >= reader.size or "body" not in reader.lookback[index][0] or not reader.place(stop):
        return False
    behind = reader.lookup[stop][1]
    name = parse_name(reader, behind, titled=False) if behind < reader.size and reader.plain[behind] else None
    return name is not None and name.stop - name.first > 1
