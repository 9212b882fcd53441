"""Whether a noun tells of an event of its own, takes up one told before, or tells of none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from eventx import NounPhrase, Span, sentence_after
from eventx_engagements.words import NO_MARKS, Look, Word, is_title_case

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


def surroundings(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Surroundings:
    """Return what stands around the noun at `span`."""
    end = min(sentence_after(look.document, span.end).end, span.end + _REACH)
    behind = look.after(span, _FAR)
    return Surroundings(
        own=_has_own(look, behind[:_OWN], value),
        named=_is_named(look, span, phrase, behind[:_CLOSE], value),
        dated=_has_when(look, look.words(phrase.start, end, 100, NO_MARKS)),
        close=_has_when(look, look.words(span.end, end, _CLOSE)),
        taken_up=_is_taken_up(look, behind),
    )


def _is_taken_up(look: Look, behind: list[Word]) -> bool:
    """Tell whether a word behind the noun says that it was told before: right behind it, some also further off."""
    demonstratives = look.grammar["demonstrative"]
    for index in range(len(behind)):
        far = demonstratives.value(behind, index)
        if far is not None and (far or index < 3):
            return True
    return False


def _has_own(look: Look, behind: list[Word], value: Mapping[str, Any]) -> bool:
    """Tell whether a word of the table ``own`` and then a name or a word of people follow within a few words."""
    table = look.grammar["own"].table
    own = table.get(value["frame"], table.get(value["type"], ()))
    people = look.grammar["people"].table
    seen = direct = "" in own
    for word in behind:
        if word.low in own:
            seen = True
        elif seen and (look.is_name(word) or word.low in people):
            return True
        elif direct and not seen:
            return False
    return False


def _is_named(look: Look, span: Span, phrase: NounPhrase, behind: list[Word], value: Mapping[str, Any]) -> bool:
    """Tell whether the noun is part of a proper name: capitals or a number before it, or behind it where adjectives follow."""
    if is_title_case(look.document, span.start):
        return False
    before = look.words(phrase.head, span.start, 8, NO_MARKS)
    if any(look.is_name(word) or word.text[0].isdigit() for word in before):
        return True
    follows = look.document.text[span.start].isupper() or value.get("of") or look.grammar.behind
    return bool(follows) and look.has_name(behind)


def _has_when(look: Look, words: list[Word]) -> bool:
    """Tell whether the words have a date: a number, a month, a weekday or a word such as "yesterday"."""
    when = look.grammar["when"]
    return any(word.text[0].isdigit() or look.is_calendar(word) or when.run(words, index) for index, word in enumerate(words))


def noun_kind(look: Look, span: Span, phrase: NounPhrase, value: Mapping[str, Any]) -> Kind | None:
    """Return whether the noun tells of an event of its own, takes up one told, or (``None``) tells of none."""
    if phrase.determiner == "generic":
        return None
    seen = surroundings(look, span, phrase, value)
    within = phrase.preposition in look.grammar["takes_up"].table
    if value.get("strict"):
        return _strict(phrase, seen, within=within)
    if phrase.determiner in ("definite", "demonstrative") or seen.taken_up:
        told = seen.own or (seen.named and phrase.determiner != "demonstrative")
        return "own" if told and not seen.taken_up else "anaphoric"
    if phrase.determiner == "possessive":
        return "own" if phrase.named or seen.own or seen.close else "anaphoric"
    if phrase.determiner == "indefinite":
        led_in = phrase.preposition is not None and (seen.dated or value["type"] == "visit")
        led_in = led_in or (seen.dated and value["type"] in ("conference", "ceremony"))
        return "own" if seen.own or phrase.light is not None or led_in else None
    return _bare(phrase, seen, value, within=within)


def _strict(phrase: NounPhrase, seen: Surroundings, *, within: bool) -> Kind | None:
    """Return the kind of a noun that mostly means something else (congress, session): an event only under a name, in use."""
    numbered = any(word[0].isdigit() for word in phrase.modifiers) and phrase.preposition is not None
    if seen.named and (seen.close or phrase.light is not None or within or numbered):
        return "own"
    return "anaphoric" if phrase.determiner in ("definite", "demonstrative") and within else None


def _bare(phrase: NounPhrase, seen: Surroundings, value: Mapping[str, Any], *, within: bool) -> Kind | None:
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
    takes_up = within and not phrase.modifiers and (value["type"] != "conference" or phrase.determiner != "plural")
    return "anaphoric" if takes_up or (value.get("counted") and value["type"] == "meeting") else None


def form_of(look: Look, span: Span, phrase: NounPhrase) -> str | None:
    """Return the form that an adjective of the noun tells, before it or, in languages that say so, behind it."""
    modifiers = look.grammar["modifier"]
    for word in reversed(phrase.modifiers):
        if word in modifiers.table:
            return str(modifiers.table[word])
    if not look.grammar.behind:
        return None
    words = look.words(span.end, sentence_after(look.document, span.end).end, 6)
    forms = (modifiers.value(words, index) for index in range(min(3, len(words))))
    return next((str(form) for form in forms if form is not None), None)


def is_background(look: Look, span: Span, phrase: NounPhrase) -> bool:
    """Tell whether a visit is told as the time of something else: "after the visit by X", "since Y's visit"."""
    if phrase.light is not None or phrase.preposition not in look.grammar["backdrop"].table:
        return False
    visitors = look.grammar["backdrop_of"].table
    return phrase.named or any(word.low in visitors for word in look.after(span, _OWN))
