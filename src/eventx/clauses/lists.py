"""Where a clause ends whose list of names goes on behind semicolons."""

from __future__ import annotations

from eventx.clauses.windows import clause_after
from eventx.clauses.words import CLAUSES
from eventx.document import Document
from eventx.language import language_data

REACH = 900
_JOINING = 4
"""The most words behind a semicolon up to a name of the same list."""
_TITLE = 8
"""The most words of an office in small letters behind a semicolon, with the first of what it is of."""


def listed_end(document: Document, offset: int) -> int:
    """Return where the clause after `offset` ends; behind a semicolon a list of names goes on."""
    end = clause_after(document, offset).end
    if document.text[end : end + 1] != ";":
        return end
    last = min(document.sentence_at(offset).end, offset + REACH)
    while end < last and document.text[end] == ";" and _next_name(document, end + 1, last):
        end = clause_after(document, end + 1).end
    return end


def _next_name(document: Document, start: int, end: int) -> bool:
    """Tell whether a capitalised word follows, behind at most words that join it to what stands before: "; and the", "; of".

    An office in small letters with what it is of is a member of a list, too: "; deputy head of the Department".
    """
    words = document.text[start:end].split(maxsplit=_TITLE)[:_TITLE]
    relations = CLAUSES.table(document.lang, "relation").get("", ())
    joins = (*language_data(document.lang).conjunctions, *relations)
    determiners = {**CLAUSES.table(document.lang, "determiner"), **CLAUSES.table(document.lang, "before_name")}
    plain = [word for word in words if not (word in joins or word in determiners)]
    named = next(iter(plain), "")
    if named[:1].isupper():
        return words.index(named) < _JOINING
    of = next((index for index, word in enumerate(words) if word in relations), 0)
    behind = next((word for word in words[of + 1 :] if word not in determiners), "") if of else ""
    return behind[:1].isupper()
