"""When and where, told between commas before a verb's object: "received, *on Monday in Rabat*, the Minister of Trade"."""

from __future__ import annotations

from eventx import Span
from eventx_engagements.words import LOW, Look, Word, day_in_brackets

_ADJUNCT = 90
"""How many code points one of them may take."""
_MOST = 3
_OPENS = 3
"""Among how many words at its head it is told that one tells when or where."""
_OPENS_LIST = (":", ";")
_ENDS = ".;:!?()\n"


# received, this Tuesday, the Ambassador · received this morning, at his office, President X · visited, on 5 May, the port
def object_start(look: Look, span: Span, frame: str) -> int | None:
    """Return where the object of a verb begins behind when and where it was done, told between commas; `None` if they are not."""
    document = look.document
    if frame not in look.grammar["object_far"].table:
        return _list_start(look, span) if frame == "joined" else None
    text, last = document.text, document.sentence_at(span.start).end
    comma = text.find(",", span.end, min(last, span.end + _ADJUNCT))
    if comma < 0:
        return None
    # "received on Monday the Minister, X": the first comma is that of the object
    at, commas = span.end + (comma == span.end), int(comma == span.end)
    for _ in range(_MOST):
        comma = text.find(",", at, min(last, at + _ADJUNCT))
        bracket = text.find("(", at, comma)
        day = day_in_brackets().match(text, bracket, comma) if bracket >= 0 else None
        other = (bracket >= 0 or ")" in text[at:comma]) and (day is None or day.end() < comma)
        if comma < 0 or other or not _is_adjunct(look, look.words(at, comma, 2 * _MOST, _ENDS)):
            break
        # a day in brackets parts as a comma does: "received today (October 22), Dr X"
        at, commas = comma + 1, commas + 1 + (day is not None)
    if commas < 2 or at >= last:
        return None
    return at if _opens_object(look, look.words(at, last, _OPENS)) else None


# They are: X of P, Y of Q · They are; X, Y
def _list_start(look: Look, span: Span) -> int | None:
    """Return where a list begins behind the mark that opens it."""
    document = look.document
    marked = document.text[span.end : span.end + 1] in _OPENS_LIST and span.end + 1 < document.sentence_at(span.start).end
    return span.end + 1 if marked else None


def _is_adjunct(look: Look, words: list[Word]) -> bool:
    """Tell whether words tell when or where, and of nobody."""
    people, pronouns = look.grammar["people"], look.grammar["pronoun"]
    if any(people.run(words, at) and not pronouns.run(words, at) for at in range(len(words))):
        return False
    return bool(words) and (look.grammar["adjunct"].run(words, 0) > 0 or look.has_when(words[:_OPENS]))


def _opens_object(look: Look, words: list[Word]) -> bool:
    """Tell whether words open an object: with an article, a pronoun's possession or a capital."""
    if not words:
        return False
    led = words[0][LOW] in look.grammar["article"].table or look.grammar["pronoun"].run(words, 0) > 0
    return led or look.is_capital(words[0])
