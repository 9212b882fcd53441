"""Whether a noun tells of an event of its own, takes up one told before, or tells of none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from eventx import Document, Lexicon, NounPhrase, Span, clause_after, language_data, sentence_after
from eventx_engagements.words import Word, is_name, is_title_case, run_in, words_in

Kind = Literal["own", "anaphoric"]

_REACH = 250
_OWN = 7
_CLOSE = 4
_FAR = 14


@attrs.frozen(kw_only=True)
class Surroundings:
    """What stands around a noun.

    Args:
        own: whether participants or a goal of its own follow ("talks *with X*", "visit *to Y*").
        named: whether it is part of a proper name ("14th *Asia* Forum").
        dated: whether its sentence says when.
        close: whether the words right behind it say when ("their meeting *on January 15*").
        taken_up: whether a word behind it says that it was told before ("chuyến thăm *này*").

    """

    own: bool
    named: bool
    dated: bool
    close: bool
    taken_up: bool


def surroundings(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Surroundings:
    """Return what stands around the noun at `span`."""
    after = clause_after(document, span.end)
    end = min(sentence_after(document, span.end).end, span.end + _REACH)
    words = list(words_in(document, Span(span.end, end), _CLOSE))
    demonstratives = lexicon.table(document.lang, "demonstrative")
    return Surroundings(
        own=_has_own(document, lexicon, after, value),
        named=_is_named(document, lexicon, span, phrase, value),
        dated=_has_when(document, lexicon, Span(phrase.start, end)),
        close=bool(words) and _has_when(document, lexicon, Span(span.end, words[-1].end)),
        taken_up=_is_taken_up(document, demonstratives, after),
    )


def _is_taken_up(document: Document, demonstratives: Mapping[str, Any], after: Span) -> bool:
    """Tell whether a word behind the noun says that it was told before: right behind it, some also further off."""
    words = list(words_in(document, after, _FAR))
    return any(demonstratives[word] for word in _runs(words, demonstratives)) or bool(_runs(words[:3], demonstratives))


def _runs(words: list[Word], table: Mapping[str, Any]) -> list[str]:
    """Return the runs of words that are in `table`."""
    found = []
    for index in range(len(words)):
        size = run_in(words, index, table)
        if size:
            found.append(" ".join(word.low for word in words[index : index + size]))
    return found


def _has_own(document: Document, lexicon: Lexicon, after: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether a word of the table ``own`` and then a name or a word of people follow within a few words."""
    table = lexicon.table(document.lang, "own")
    own = table.get(value["frame"], table.get(value["type"], ()))
    people = lexicon.table(document.lang, "people")
    seen = direct = "" in own
    for word in words_in(document, after, _OWN):
        if word.low in own:
            seen = True
        elif seen and (is_name(document, word) or word.low in people):
            return True
        elif direct and not seen:
            return False
    return False


def _is_named(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> bool:
    """Tell whether the noun is part of a proper name: capitals or a number before it, or behind it where adjectives follow."""
    if is_title_case(document, span.start):
        return False
    before = words_in(document, Span(phrase.head, span.start), 8, marks="")
    if any(is_name(document, word) or word.text[0].isdigit() for word in before):
        return True
    words = list(words_in(document, clause_after(document, span.end), _CLOSE))
    behind = document.text[span.start].isupper() or value.get("of") or lexicon.table(document.lang, "behind")
    return bool(behind) and any(is_name(document, word) for word in words)


def _has_when(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether the stretch has a date: a number, a month, a weekday or a word such as "yesterday"."""
    data = language_data(document.lang)
    table = lexicon.table(document.lang, "when")
    return any(
        word[0].isdigit() or word in data.months or word in data.weekdays or word in table
        for word in document.match[span.start : span.end].split()
    )


def noun_kind(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Kind | None:
    """Return whether the noun tells of an event of its own, takes up one told, or (``None``) tells of none."""
    if phrase.determiner == "generic":
        return None
    seen = surroundings(document, lexicon, span, phrase, value)
    if value.get("strict"):
        return _strict(phrase, seen, within=phrase.preposition in lexicon.table(document.lang, "takes_up"))
    if phrase.determiner in ("definite", "demonstrative") or seen.taken_up:
        told = seen.own or (seen.named and phrase.determiner != "demonstrative")
        return "own" if told and not seen.taken_up else "anaphoric"
    if phrase.determiner == "possessive":
        return "own" if phrase.named or seen.own or seen.close else "anaphoric"
    if phrase.determiner == "indefinite":
        led_in = phrase.preposition is not None and (seen.dated or value["type"] == "visit")
        led_in = led_in or (seen.dated and value["type"] in ("conference", "ceremony"))
        return "own" if seen.own or phrase.light is not None or led_in else None
    return _bare(document, lexicon, phrase, seen, value)


def _strict(phrase: NounPhrase, seen: Surroundings, *, within: bool) -> Kind | None:
    """Return the kind of a noun that mostly means something else (congress, session): an event only under a name, in use."""
    numbered = any(word[0].isdigit() for word in phrase.modifiers) and phrase.preposition is not None
    if seen.named and (seen.close or phrase.light is not None or within or numbered):
        return "own"
    return "anaphoric" if phrase.determiner in ("definite", "demonstrative") and within else None


def _bare(document: Document, lexicon: Lexicon, phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any]) -> Kind | None:
    """Return the kind of a noun without an article: "held talks", "in talks with X", "tại buổi tiếp", "14th Forum"."""
    led_in = phrase.preposition is not None or phrase.light is not None
    if value.get("weak") and not (seen.own and led_in):
        return None
    if seen.own or (seen.named and (seen.dated or led_in)):
        return "own"
    if phrase.light is not None and phrase.determiner != "plural":
        # who attends something is told of it before; who holds it, tells of it
        return "anaphoric" if phrase.role in ("participant", "speaker") else "own"
    if seen.dated and value.get("counted"):
        return "own"
    takes_up = phrase.preposition in lexicon.table(document.lang, "takes_up") and not phrase.modifiers
    if value["type"] == "conference" and phrase.determiner == "plural":
        takes_up = False
    return "anaphoric" if takes_up or (value.get("counted") and value["type"] == "meeting") else None


def form_of(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase) -> str | None:
    """Return the form that an adjective of the noun tells, before it or, in languages that say so, behind it."""
    table = lexicon.table(document.lang, "modifier")
    for word in reversed(phrase.modifiers):
        if word in table:
            return str(table[word])
    if not lexicon.table(document.lang, "behind"):
        return None
    words = list(words_in(document, sentence_after(document, span.end), 6))
    for index in range(min(3, len(words))):
        size = run_in(words, index, table)
        if size:
            return str(table[" ".join(word.low for word in words[index : index + size])])
    return None


def is_background(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a visit is told as the time of something else: "after the visit by X", "since Y's visit"."""
    if phrase.light is not None or phrase.preposition not in lexicon.table(document.lang, "backdrop"):
        return False
    visitors = lexicon.table(document.lang, "backdrop_of")
    return phrase.named or any(word.low in visitors for word in words_in(document, clause_after(document, span.end), _OWN))
