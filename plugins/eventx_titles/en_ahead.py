"""What stands ahead in an English complement: words that only describe, bodies in letters, brackets, offices' bodies."""

from __future__ import annotations

from eventx_titles.names import parse_name
from eventx_titles.reader import Reader

_LETTERS = 6
"""The most letters of a body that stands right behind an office."""
_INITIALS = 2
"""So few letters without a vowel are somebody's initials: no body is called so."""
_VOWELS = frozenset("AEIOUY")
_SHORT_BODY = 4
"""The most letters of an acronym that stands for a body behind a country: the Hungarian NA."""


def follows(reader: Reader, index: int, table: str) -> bool:
    """Tell whether a word of a table stands at `index`."""
    return index < reader.size and reader.words[index] in reader.known.tables[table]


def article_at(reader: Reader, index: int) -> int:
    """Return 1 if a determiner stands at `index`, else 0."""
    return int(index < len(reader.words) and reader.words[index] in reader.known.determiners)


def in_office(reader: Reader, index: int) -> bool:
    """Tell whether the body in which an office is held stands at `index`: Minister in the Prime Minister's Office."""
    index += article_at(reader, index)
    if index >= len(reader.words) or not reader.caps[index]:
        return False
    return (
        reader.words[index] in reader.known.tables["seat"]
        or reader.genitives[reader.offices[index][0] if index in reader.offices else index]
    )


def over_brackets(reader: Reader, index: int) -> int:
    """Return the index behind a few capitalised words in brackets."""
    if reader.plain[index] or index >= len(reader.words) or reader.gaps[index] not in (" (", ". ("):
        return index
    stop = index + 1
    of = reader.known.tables["of"]
    while (
        stop < len(reader.words) and stop - index < 4 and reader.softs[stop] and (reader.caps[stop] or reader.words[stop] in of)
    ):
        stop += 1
    return stop if reader.gaps[stop].startswith(")") else index


# quotation marks around the name of a body, in whatever way they are written
_OPENS = frozenset((' "', " “", " ”", " «", " „"))
CLOSING_QUOTES = frozenset('"”“»')
_QUOTED = 8
"""The most words of a body's name in quotation marks."""


def over_quoted(reader: Reader, index: int) -> int:
    """Return the index behind the name of a body in quotation marks: Director of the State Institution *"Blue Park"*."""
    if reader.gaps[index] not in _OPENS or not reader.caps[index] or "body" not in reader.lookback[index][0]:
        return index
    for stop in range(index + 1, min(index + _QUOTED, reader.size)):
        if reader.gaps[stop][:1] in CLOSING_QUOTES:
            return stop
        if not (reader.softs[stop] or reader.hung[stop]):
            break
    return index


def body_ahead(reader: Reader, index: int) -> bool:
    """Tell whether the capitalised words from `index` on go on to a body or a portfolio."""
    for place in range(index, min(index + 4, len(reader.words))):
        if not (reader.softs[place] and reader.caps[place]) or place in reader.offices or place in reader.honorifics:
            return False
        if reader.lookup[place][0] & {"body", "subject"}:
            return True
    return False


def names_portfolio(reader: Reader, index: int) -> bool:
    """Tell whether an office word is an adjective of a portfolio: Minister for Major Works."""
    behind, office = reader.offices[index]
    if not office.weak or behind >= len(reader.words) or not reader.softs[behind]:
        return False
    return "subject" in reader.lookup[behind][0]


def modifies(reader: Reader, index: int) -> bool:
    """Tell whether a small word at `index` goes with a body or portfolio behind it: the interim government."""
    classes, stop = reader.lookup[index]
    compass = reader.words[index] in reader.known.tables["compass"]
    if not ("modifier" in classes or compass) or reader.caps[index] or stop >= len(reader.words):
        return False
    return bool(reader.lookup[stop][0] & {"body", "subject"})


def describes(reader: Reader, index: int) -> bool:
    """Tell whether a small word behind "the" only describes the body that follows: of the official Revolutionary Party."""
    if (
        reader.caps[index]
        or reader.words[index - 1] not in reader.known.tables["the"]
        or not reader.softs[index + 1]
        or not reader.caps[index + 1]
    ):
        return False
    return body_ahead(reader, index + 1)


def short_body(reader: Reader, index: int) -> bool:
    """Tell whether a short acronym behind a country stands for a body of it: the Hungarian NA, the Hungarian NA Anna Lind."""
    if not reader.acronym(index) or len(reader.words[index]) > _SHORT_BODY:
        return False
    if not (index + 1 < len(reader.words) and reader.softs[index + 1] and reader.caps[index + 1]):
        return True
    # not "President of Ghana AJ Mensah": somebody's initials
    classes, first = reader.lookback[index]
    led = first > 0 and reader.words[first - 1] in reader.known.tables["the"] and "country" in classes
    name = parse_name(reader, index + 1) if led and index + 1 not in reader.honorifics else None
    return led and (name is None or name.stop - name.first > 1)


# DG ISI A B · Chairman WAPDA A B
def letters_right(reader: Reader, index: int) -> bool:
    """Tell whether a body in letters stands right behind an office word, and its holder's name behind that."""
    if index + 1 >= reader.size or not (reader.plain[index] and reader.plain[index + 1] and reader.caps[index + 1]):
        return False
    surface = reader.surface(index, index + 1)
    short = 1 < len(surface) <= _LETTERS and surface.isupper() and not reader.lookup[index][0]
    if not short or index in reader.offices or reader.headline(index):
        return False
    if len(surface) == _INITIALS and _VOWELS.isdisjoint(surface):
        return False  # Chairman KP Rana Bist
    # "Director-General XU Lan": a family's name in capitals
    name = parse_name(reader, index + 1)
    told = index + 1 in reader.offices or (name is not None and name.stop - name.first > 1)
    return told and not reader.surface(index + 1, index + 2).isupper()
