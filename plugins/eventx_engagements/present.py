"""Those who were there, told with a noun that takes up what was told: "Also present during the courtesy call were X and Y"."""

from __future__ import annotations

from eventx import Anchor, NounPhrase, Span, maker
from eventx_engagements.verbs import Reading
from eventx_engagements.words import NO_MARKS, START, Look, end_of

_OPENING = 60
"""How far into its sentence a noun may stand whose list the sentence opens, in code points."""
_BEHIND = 8
"""The most words between the noun and the verb behind which the list stands ("at the meeting *on Monday* were")."""
_LEAD = 3
"""The most words between who is told to be there and the noun: "during *this first* meeting"."""
_VERB = 40
_LONGEST = 4
_KNOWN = ("definite", "demonstrative")

_anchor, _reading, _span = maker(Anchor), maker(Reading), maker(Span)


def present(look: Look, span: Span, phrase: NounPhrase, kind: str) -> Reading | None:
    """Return the reading of a sentence that tells who else was there, if the noun stands in one."""
    if not look.grammar["present"].table or phrase.determiner not in _KNOWN:
        return None
    found = _listed(look, span)
    if found is None and kind == "meeting" and phrase.light is None:
        found = _attended_by(look, span, phrase)
    if found is not None:
        return _scene("joined", found, phrase.start)
    verb = _were_present(look, phrase) if kind == "meeting" and phrase.preposition is not None else None
    return None if verb is None else _scene("attended", _span(verb, span.end), verb)


def _scene(frame: str, span: Span, lead: int) -> Reading:
    """Return the reading of words that tell who was there."""
    return _reading(anchor=_anchor(span=span, lead=lead), frame=frame, value={"type": "scene", "frame": frame})


# Also present during the courtesy call were X; Y · Among those attending the audience were X and Y
def _listed(look: Look, span: Span) -> Span | None:
    """Return the words that open a list of those present, up to the verb behind which they stand."""
    start, opens = look.document.sentence_at(span.start).start, look.grammar["present"]
    first = look.document.match[start : span.start].split(maxsplit=1) if span.start - start <= _OPENING else None
    if not first or first[0] not in opens.heads:
        return None
    opening = look.words(start, span.start, 10, NO_MARKS)
    size = opens.run(opening, 0)
    if not size or len(opening) - size > _LEAD:
        return None
    words, verbs = look.after(span, _BEHIND), look.grammar["inverted"]
    at = verbs.first(words)
    return None if at < 0 else _span(span.start, end_of(words[at + verbs.run(words, at) - 1]))


# The courtesy call was also attended by X
def _attended_by(look: Look, span: Span, phrase: NounPhrase) -> Span | None:
    """Return the words by which a noun that opens its sentence is followed by who also came."""
    if look.document.slice(_span(look.document.sentence_at(phrase.start).start, phrase.start)).strip():
        return None
    words, table = look.after(span, 6), look.grammar["also_by"]
    size = table.run(words, 0) if words else 0
    return _span(phrase.start, end_of(words[size - 1])) if size else None


# X and Y were also present during the courtesy call
def _were_present(look: Look, phrase: NounPhrase) -> int | None:
    """Return where the verb begins by which somebody is said to have been there, right before the noun's lead-in."""
    table = look.grammar["were_present"]
    if not look.may_stand_before(phrase.start, table):
        return None
    words = look.before(phrase.start, _VERB)
    first = max(len(words) - _LONGEST, 0)
    return next((words[at][START] for at in range(first, len(words)) if at + table.run(words, at) == len(words)), None)


__all__ = ["present"]
