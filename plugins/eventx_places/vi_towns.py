"""Vietnamese: a town that no list knows, told by the country behind it."""

from __future__ import annotations

from eventx import Document, maker
from eventx_places.found import Found, next_word
from eventx_places.lexicon import words
from eventx_places.towns import ENDS, is_capitalised, name_before

_found = maker(Found)

_MARKS = ((", ", ""), (" (", ")"))
"""What stands between a town and its country, and what closes the two."""
_OPENING = frozenset(mark for mark, _ in _MARKS)
RULE = "places.vi.town"


# tại *Zorvale*, Peru, ngày 5/5 · ở *Bad Lindau* (Áo). Not "tại Quốc hội, Peru nói", "Tại Diễn đàn, Fiji đề nghị"
def town(document: Document, country: Found, floor: int) -> Found | None:
    """Return the town before a country and its comma or bracket, if "tại" leads to it and a mark or time ends the two.

    Args:
        document: the document.
        country: the country, or a region of one.
        floor: the end of the place found before.

    """
    text = document.text
    if text[country.start - 2 : country.start] not in _OPENING:
        return None  # nearly always
    mark, close = next(((mark, close) for mark, close in _MARKS if text.endswith(mark, 0, country.start)), ("", ""))
    end = country.start - len(mark)
    if not mark or country.kind not in ("country", "region") or country.country is None or end <= floor:
        return None
    if not (text.startswith(close, country.end) if close else _ends(text, country.end)):
        return None
    found = name_before(text, end, floor, is_capitalised)
    if found is None or found[0] not in words("vi", "in_town"):
        return None
    if text[found[1] : end].split(" ", 1)[0].lower() in words("vi", "no_town"):
        return None
    return _found(found[1], end, "city", country.country, RULE, found[1])


def _ends(text: str, end: int) -> bool:
    """Tell whether a mark stands behind a country, or a word of time."""
    return text[end : end + 1] in ("", *ENDS) or next_word(text, end).lower() in words("vi", "behind_town")
