"""Whether it is somebody who is visited, no place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx import Span
from eventx_engagements.lexicon import possessing
from eventx_engagements.somebody import in_office
from eventx_engagements.words import LOW, NO_MARKS, START, Look, end_of

_OBJECT = 8
"""How many words behind "visited" may tell whom."""


def is_called_on(look: Look, span: Span) -> bool:
    """Tell whether somebody follows at once: a word of the table ``people`` that is true."""
    if not look.grammar.behind:
        return is_visited(look, span)
    words = look.after(span, 4)
    return bool(words) and bool(look.grammar["people"].value(words, 0))


# visited President X at his residence · visited X, President of Y; not "visited President X's tomb"
def is_visited(look: Look, span: Span) -> bool:
    """Tell whether it is somebody in office who is visited, told by office and name or by name and office."""
    words, people = look.after(span, _OBJECT), look.grammar["people"]
    first = next((at for at, word in enumerate(words) if not look.is_capital(word)), len(words))
    names = words[:first]
    if not names or look.grammar["site"].first(look.words(span.end, words[-1][START] + 1, _OBJECT + 1, NO_MARKS)) >= 0:
        return False
    if any(word[LOW].endswith(possessing(look.document.lang)) for word in names):
        return False
    office = people.first(names)
    if office >= 0:
        return office + people.run(names, office) < len(names)
    # a name, and an office behind a comma
    behind = look.words(end_of(names[-1]), look.document.sentence_at(span.start).end, 4, NO_MARKS)
    apposed = look.document.text.startswith(",", end_of(names[-1]))
    size = people.run(behind, 0) if behind else 0
    of = look.grammar["one_of"].table
    return apposed and len(names) > 1 and 0 < size < len(behind) and look.is_capital(behind[0]) and behind[size][LOW] in of


# visited and worked with the Ambassador to Peru X; not "visited and worked at the port"
def is_worked_with(look: Look, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether a verb of more than visiting leads to somebody in office who is named."""
    return not look.grammar.behind and value.get("needs") == "name" and in_office(look, span)
