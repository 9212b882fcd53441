"""Step 4a, fuse: when two tellings tell of one conference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.merger.names import singular, title_words, tokens

if TYPE_CHECKING:
    from eventx.merger.fuse import Group
    from eventx.merger.tellings import Telling

_BRIEFING = "briefing"
"""The form of a conference at which others are spoken of."""
_LONG = 3
"""More letters than so many has a word of a name that means something."""
_ENOUGH = 4
"""How many such words two names have, in whatever order, that are of one conference."""


def same_conference(group: Group, telling: Telling) -> bool:
    """Tell whether it is the same conference: of one name, or in one place where a telling gives no name."""
    mine, theirs = telling.draft.fields.get("name"), group.fields.get("name")
    if isinstance(mine, str) and isinstance(theirs, str):
        a, b = set(tokens(mine)), set(tokens(theirs))
        number, other = telling.draft.fields.get("edition"), group.fields.get("edition")
        if None not in (number, other) and number != other:
            return False
        if number is not None and number == other:
            return len(a & b) * 2 >= min(len(a), len(b))  # "the 5th session of the joint commission" is one, however it is called
        same = title_words(mine) <= b or title_words(theirs) <= a or _same_words(a, b)
        return same or _is_short_for(mine, b, theirs) or _is_short_for(theirs, a, mine)
    forms = {telling.draft.fields.get("form"), group.fields.get("form")}
    if _BRIEFING in forms and len(forms) > 1 and not telling.draft.value.anaphoric:
        return False  # a briefing about a congress is another event
    a_place, b_place = telling.place, group.place
    return not (a_place and b_place and tokens(a_place.name) != tokens(b_place.name))


# SCO Summit · Summit of the Shanghai Cooperation Organisation
def _is_short_for(short: str, words: set[str], long: str) -> bool:
    """Tell whether a name is another one, but for a body that it tells by its acronym and the other in full."""
    body = [word for word in short.split() if len(word) >= _LONG and word.isalpha() and word.isupper()]
    if len(body) != 1 or body[0] in long or not set(tokens(short)) - {body[0].lower()} <= words:
        return False
    return body[0] in "".join(word[0] for word in long.split() if word[0].isupper())


# Regional Meeting of Mission Heads · regional meeting of the heads of missions
def _same_words(a: set[str], b: set[str]) -> bool:
    """Tell whether two names are made of the same words, in another order or number."""
    mine, theirs = ({singular(word) for word in words if len(word) > _LONG} for words in (a, b))
    return len(mine) >= _ENOUGH and mine == theirs
