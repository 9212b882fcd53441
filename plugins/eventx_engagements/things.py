"""What is received or welcomed where it is no person: a decision, somebody's request."""

from __future__ import annotations

from eventx import language_data
from eventx_engagements.words import LOW, NO_MARKS, Look

_FAR = 160
_HEAD = 5
"""The most words from an article to the preposition behind the noun."""


# The decision was welcomed by X · X's request was warmly welcomed by Y · The statement by X was welcomed by Y
def is_thing(look: Look, offset: int) -> bool:
    """Tell whether the subject of a passive verb is a thing, by the noun right before it or by the one its clause opens with."""
    behind, articles = look.grammar["thing_of"].table, look.grammar["article"].table
    if not behind:
        return False
    words = look.before(offset, _FAR, NO_MARKS)
    while words and words[-1][LOW] in look.grammar["passive_adverb"].table:
        words = words[:-1]
    if len(words) < 2:
        return False
    people = look.grammar["people"]
    if not look.is_capital(words[-1]):
        # "his *request* was welcomed": behind an article or whose it is
        data = language_data(look.document.lang)
        owned = words[-2][LOW] in articles or words[-2][LOW].endswith((*data.possessives, *data.plural_possessives))
        return owned and not people.run(words, len(words) - 1) and behind.get(words[-1][LOW]) is not False
    if words[0][LOW] not in articles:
        return False
    head = next((at for at in range(2, min(len(words), _HEAD)) if behind.get(words[at][LOW])), 0)
    plain = head > 0 and not any(look.is_capital(word) for word in words[1:head])
    return plain and people.first(words[1:head]) < 0 and behind.get(words[head - 1][LOW]) is not False


__all__ = ["is_thing"]
