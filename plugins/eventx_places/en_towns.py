"""English: a town that no list knows, told by the country behind it."""

from __future__ import annotations

from eventx import Document, maker
from eventx_places.found import Found, next_word
from eventx_places.lexicon import calendar, words
from eventx_places.towns import ENDS, is_capitalised, name_before

_found = maker(Found)

_COMMA = ", "
RULE = "places.en.town"


# in *Zorvale*, Peru, on 5 May · in *St George's*, Grenada. Not "in Parliament, Peru …", "in May, Peru …"
def town(document: Document, country: Found, floor: int) -> Found | None:
    """Return the town before a country and its comma, if "in" leads to it and a mark, or a word of time, ends the two.

    Args:
        document: the document.
        country: the country.
        floor: the end of the place found before.

    """
    text, end = document.text, country.start - len(_COMMA)
    if country.kind != "country" or end <= floor or not text.startswith(_COMMA, end) or not _ends(text, country.end):
        return None
    found = name_before(text, end, floor, _is_name)
    if found is None or found[0] not in words("en", "in_town"):
        return None
    return _found(found[1], end, "city", country.country, RULE, found[1])


def _is_name(word: str) -> bool:
    """Tell whether a word may be part of a town's name: a capital, small letters, nothing that is told of time or of a body."""
    if not is_capitalised(word):
        return False
    lowered = word.lower()
    if lowered.strip(".") in calendar("en") or lowered in words("en", "in_town"):
        return False
    return lowered not in words("en", "no_town") and lowered not in words("en", "office")


def _ends(text: str, end: int) -> bool:
    """Tell whether a mark stands behind a country, or a word of time."""
    if text[end : end + 1] in ("", *ENDS):
        return True
    word = next_word(text, end).lower()
    return word in words("en", "behind_town") or word in calendar("en") or word in words("en", "day_word")
