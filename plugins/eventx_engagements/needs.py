"""What must stand around a verb for it to tell of an event: somebody, a place, a document, a gift."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from eventx import Document, Lexicon, Span, clause_after, clause_before
from eventx_engagements.words import Word, first_in, is_name, is_title_case, run_in, words_in

_OBJECT = 8
_NEAR = 90
_FAR = 200


def fits(document: Document, lexicon: Lexicon, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether what the trigger's entry needs stands around it."""
    table = lexicon.table
    if value.get("trip"):
        sentence = document.sentence_at(span.start)
        around = Span(max(sentence.start, span.start - _FAR), min(sentence.end, span.end + _FAR))
        if first_in(list(words_in(document, around, 80, marks="")), table(document.lang, "trip")) < 0:
            return False
    need = value.get("needs")
    return need is None or _needs()[need](document, lexicon, span)


@lru_cache(maxsize=1)
def _needs() -> Mapping[str, Callable[[Document, Lexicon, Span], bool]]:
    """Return the test of each need."""
    return {
        "person": _person,
        "named": _named_person,
        "each_other": _each_other,
        "goal": _goal,
        "document": _document,
        "gift": _gift,
        "name": _name,
    }


def _objects(document: Document, lexicon: Lexicon, span: Span) -> list[Word] | None:
    """Return the words of the object up to its first preposition; ``None`` if one of them is a thing."""
    things = lexicon.table(document.lang, "thing")
    breaks = lexicon.table(document.lang, "break")
    found: list[Word] = []
    words = list(words_in(document, clause_after(document, span.end), _OBJECT))
    for index, word in enumerate(words):
        if run_in(words, index, things):
            return None
        if word.low in breaks:
            break
        found.append(word)
    return found


def _person(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether somebody who can be met follows: "received *Ambassador X*", "met *his counterpart*"."""
    words = _objects(document, lexicon, span)
    if not words:
        return False
    if any(is_name(document, word) for word in words):
        return True
    return first_in(words, lexicon.table(document.lang, "people")) >= 0 and _name(document, lexicon, span)


def _named_person(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether a person follows who is named, or a word of people: "hosted *Prime Minister X*", not "welcomed *the move*"."""
    words = _objects(document, lexicon, span) or []
    pronouns = lexicon.table(document.lang, "pronoun")
    return any(is_name(document, word) for word in words) and not (words and words[0].low in pronouns)


def _each_other(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether somebody follows, or several are said to meet one another: "*X and Y* met in Geneva"."""
    if _person(document, lexicon, span):
        return True
    before = clause_before(document, span.start)
    words = list(words_in(document, Span(max(before.start, before.end - _FAR), before.end), 60, marks=""))
    joins = lexicon.table(document.lang, "join")
    plural = lexicon.table(document.lang, "plural")
    if any(word.low in plural for word in words[-6:]):
        return any(
            word.low in lexicon.table(document.lang, "when") or word.low in ("in", "on", "at") for word in _next(document, span)
        )
    return any(word.low in joins for word in words) and sum(is_name(document, word) for word in words) >= 2


def _next(document: Document, span: Span) -> list[Word]:
    """Return the words right after the trigger."""
    return list(words_in(document, clause_after(document, span.end), 2))


def _goal(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether a place follows: a capital among the first words, no thing and no preposition before it."""
    words = _objects(document, lexicon, span)
    return any(is_name(document, word) for word in (words or ())[:5])


def is_passive(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether the document that is signed stands before the verb ("agreements were signed")."""
    after = clause_after(document, span.end)
    words = list(words_in(document, Span(after.start, min(after.end, after.start + _NEAR)), 14, marks=";:.!?"))
    return first_in(words, lexicon.table(document.lang, "document")) < 0


def _document(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether a document is signed: named after the verb, or before it in the passive; no law, no player."""
    papers, others = (lexicon.table(document.lang, tag) for tag in ("document", "unsigned"))
    after = clause_after(document, span.end)
    words = list(words_in(document, Span(after.start, min(after.end, after.start + _NEAR)), 14, marks=";:.!?"))
    paper, other = first_in(words, papers), first_in(words, others)
    if paper >= 0:
        return other < 0 or paper < other
    if other >= 0:
        return False
    before = clause_before(document, span.start)
    return first_in(list(words_in(document, Span(max(before.start, before.end - _NEAR), before.end), 20, marks="")), papers) >= 0


def is_donation(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether what is given is an honour or a donation, of which nobody is host or guest."""
    gifts = lexicon.table(document.lang, "gift")
    after = clause_after(document, span.end)
    words = list(words_in(document, Span(after.start, min(after.end, after.start + 2 * _NEAR)), 12, marks=";:!?"))
    index = first_in(words, gifts)
    size = run_in(words, index, gifts) if index >= 0 else 0
    return not size or gifts[" ".join(word.low for word in words[index : index + size])] == "donation"


def _gift(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether a gift or an honour is given: its word follows, or a number of things "to" somebody."""
    after = clause_after(document, span.end)
    words = list(words_in(document, Span(after.start, min(after.end, after.start + 2 * _NEAR)), 24, marks=";:!?"))
    if first_in(words[:12], lexicon.table(document.lang, "gift")) >= 0:
        return True
    receiver = lexicon.table(document.lang, "receiver")
    return bool(words) and words[0].text[0].isdigit() and first_in(words, receiver) >= 0


def _name(document: Document, _lexicon: Lexicon, span: Span) -> bool:
    """Tell whether the clause names anybody or anything: of what nobody does in no place nothing is told."""
    before = clause_before(document, span.start)
    after = clause_after(document, span.end)
    if is_title_case(document, span.start):
        return True
    start = document.sentence_at(span.start).start
    words = [*words_in(document, Span(max(before.start, before.end - _FAR), before.end), 60, marks="")]
    words += words_in(document, Span(after.start, min(after.end, after.start + _FAR)), 30, marks="")
    return any(is_name(document, word) and word.start != start for word in words)
