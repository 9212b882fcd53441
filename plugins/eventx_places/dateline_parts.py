"""The parts of a dateline: places, dates, agencies, codes in capitals."""

from __future__ import annotations

import re
from functools import cache

from eventx import Document
from eventx_places.found import Found
from eventx_places.lexicon import date_words, words

_LONGEST_AGENCY = 32
_STATE = 5
"""The most code points of a state in short: Mass."""


def is_pair(text: str, first: Found | None, second: Found | None) -> bool:
    """Tell whether two places of one kind stand at both sides of a dash, as in the title "Viet Nam - Laos ties"."""
    if first is None or second is None or first.kind != second.kind:
        return False
    return not text[first.start : first.end].isupper()


def is_dateline(document: Document, start: int, end: int, places: dict[int, Found], separator: str) -> bool:
    """Tell whether the text between the offsets is nothing but places, dates and agencies."""
    kinds = set()
    for match in _parts().finditer(document.text, start, end):
        kind = _part(document, match, places)
        if not kind:
            return False
        kinds.add(kind)
    mark = separator.strip()
    if mark == ":":
        # "Russia: the battle" is a headline, "Muscat: The minister" a dateline
        return bool(kinds & {"place", "agency"})
    return bool(kinds - {"date", "rest"}) and (bool(mark) or "date" in kinds)


def _part(document: Document, match: re.Match[str], places: dict[int, Found]) -> str:
    """Return what a part of a dateline is: place, country, agency, date, code (in capitals), rest (Ont.), or nothing."""
    part = match.group()
    place = places.get(match.start())
    if place is not None and place.end == match.end() and place.kind in ("city", "region", "country"):
        return "country" if place.kind == "country" and not (part.isupper() and part.isalpha()) else "place"
    if part.startswith(("(", "[")):  # "New Delhi [India], May 3 (ANI):"
        return "agency" if len(part) <= _LONGEST_AGENCY else ""
    if is_date(document.lang, part):
        return "date"
    if part.lower() in words(document.lang, "agency"):
        return "agency"
    if _is_code(part):
        return "code"
    return "rest" if part[0].isupper() and part[-1] == "." and len(part) <= _STATE else ""


@cache
def _parts() -> re.Pattern[str]:
    """Return the pattern of the parts of a dateline, which commas, strokes and brackets keep apart."""
    return re.compile(r"[(\[][^()\[\]\n]{1,40}[)\]]|[^\s,/()\[](?:[^,/()\[\n]{0,50}[^\s,/()\[])?")


def is_date(language: str, part: str) -> bool:
    """Tell whether a part is a date: nothing but digits and the names of months and weekdays."""
    if not any(map(str.isdigit, part)):
        return False
    pieces = _not_word().sub(" ", part.lower()).split()
    known = date_words(language)
    return any(map(str.isdigit, pieces)) and all(piece.isdigit() or piece in known for piece in pieces)


@cache
def _not_word() -> re.Pattern[str]:
    """Return the pattern of what parts the words of a date."""
    return re.compile(r"[\W_]+|(?<=\d)(?=[^\W\d])")


def _is_code(part: str) -> bool:
    """Tell whether a part is a place or an agency in capitals, or an address of the net: TTO, QPVN, TTH.VN, KUALA LUMPUR."""
    letters = [char for char in part if char.isalpha()]
    return len(part) <= 30 and len(letters) >= 2 and all(map(str.isupper, letters)) and part.count(" ") <= 3
