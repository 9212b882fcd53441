"""What stands around a trigger: whether it can tell of an event at all, and what it says of the event's own fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

from eventx import Anchor, Document, Lexicon, NounPhrase, Span, clause_after, clause_before, language_data, sentence_after

_OBJECT = 8
_NEAR = 90


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """Return the pattern of a word."""
    return re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words(document: Document, span: Span, limit: int) -> Iterator[tuple[str, str, int, int]]:
    """Yield the first words of a stretch as written and in lower case, with their ends; it stops at a mark."""
    end = span.start
    for number, match in enumerate(_word().finditer(document.text, span.start, span.end)):
        between = document.text[end : match.start()]
        if number >= limit or any(char in between for char in ",;:.!?)"):
            return
        yield match.group(), document.lower[match.start() : match.end()], match.start(), match.end()
        end = match.end()


def has_any(document: Document, span: Span, table: Mapping[str, Any]) -> bool:
    """Tell whether a word, or a run of up to three words, of the stretch is in `table`."""
    tokens = document.match[span.start : span.end].split()
    return any(" ".join(tokens[i : i + n]) in table for i in range(len(tokens)) for n in (1, 2, 3))


def fits(document: Document, lexicon: Lexicon, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether what the entry needs stands around the trigger."""
    needs = value.get("needs")
    after = clause_after(document, span.end)
    if value.get("trip") and not has_any(document, document.sentence_at(span.start), lexicon.table(document.lang, "trip")):
        return False
    if needs in ("person", "named"):
        return _person(document, lexicon, after, named=needs == "named") or _plural_subject(document, span, value)
    if needs == "goal":
        return _goal(document, lexicon, after)
    if needs == "document":
        table = lexicon.table(document.lang, "document")
        near = Span(after.start, min(after.end, after.start + _NEAR))
        return has_any(document, near, table) or has_any(document, _last(clause_before(document, span.start)), table)
    if needs == "gift":
        return has_any(document, Span(after.start, min(after.end, after.start + _NEAR)), lexicon.table(document.lang, "gift"))
    return True


def _last(span: Span) -> Span:
    """Return the end of a stretch."""
    return Span(max(span.start, span.end - _NEAR), span.end)


def _person(document: Document, lexicon: Lexicon, after: Span, *, named: bool) -> bool:
    """Tell whether the stretch begins with somebody who can be met: a capital or a word of people, and no word of a thing."""
    people = lexicon.table(document.lang, "people")
    things = lexicon.table(document.lang, "thing")
    prepositions = ("of", "from", "for", "in", "on", "at", "with", "to", "by")
    found = False
    tokens = list(words(document, after, _OBJECT))
    for number, (surface, low, _, _) in enumerate(tokens):
        if low in things:
            return False
        if low in prepositions:
            break
        pair = f"{low} {tokens[number + 1][1]}" if number + 1 < len(tokens) else ""
        if surface[0].isupper() and not _is_calendar(document, low):
            found = True
        elif (low in people or pair in people) and not (named and low in ("him", "her", "them", "his", "their")):
            found = True
    return found


def _is_calendar(document: Document, word: str) -> bool:
    """Tell whether the word names a month or a weekday."""
    data = language_data(document.lang)
    return word in data.months or word in data.weekdays


def _plural_subject(document: Document, span: Span, value: Mapping[str, Any]) -> bool:
    """Tell whether several are said to meet one another: "X and Y met in Geneva"."""
    if value["frame"] != "meet":
        return False
    before = clause_before(document, span.start)
    tokens = list(words(document, Span(max(before.start, before.end - 200), before.end), 60))
    text = document.lower[before.start : before.end]
    return (" and " in text or " và " in text) and sum(token[0][0].isupper() for token in tokens) >= 2


def _goal(document: Document, lexicon: Lexicon, after: Span) -> bool:
    """Tell whether a place follows: a capital among the first words, no thing before it."""
    things = lexicon.table(document.lang, "thing")
    for surface, low, _, _ in words(document, after, 5):
        if low in things:
            return False
        if surface[0].isupper() and not _is_calendar(document, low):
            return True
    return False


def is_verb(document: Document, lexicon: Lexicon, start: int) -> bool:
    """Tell whether the word before makes a verb of the word at `start` ("to visit", "will visit")."""
    before = document.match[max(start - 16, 0) : start].split()
    return bool(before) and before[-1] in lexicon.table(document.lang, "verbal")


def noun_kind(
    document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase, value: Mapping[str, Any]
) -> Literal["own", "anaphoric"] | None:
    """Return whether the noun tells of an event of its own, takes up one told, or (``None``) tells of none."""
    after = clause_after(document, span.end)
    own = _has_own(document, lexicon, span, after)
    named = value["type"] in ("conference", "ceremony") and _is_named(document, span, phrase, after)
    dated = has_when(document, lexicon, Span(phrase.start, sentence_after(document, span.end).end))
    if phrase.determiner == "generic":
        return None
    if value.get("strict") and not (named and (dated or phrase.light or phrase.preposition)):
        return "anaphoric" if phrase.determiner in ("definite", "demonstrative") and phrase.preposition else None
    if phrase.determiner in ("definite", "demonstrative"):
        return "own" if own or named or phrase.light else "anaphoric"
    if phrase.determiner == "possessive":
        return "own" if phrase.named or own or phrase.light else "anaphoric"
    if phrase.determiner == "indefinite":
        return "own" if own or phrase.light or dated else None
    if phrase.light:
        return None if value.get("weak") and not own else "own"
    if value.get("weak"):
        return None
    if document.lang == "vi" and phrase.preposition and not own:
        return "anaphoric"
    return "own" if own or (named and (dated or phrase.preposition)) else None


def _has_own(document: Document, lexicon: Lexicon, span: Span, after: Span) -> bool:
    """Tell whether participants or a goal of its own follow the noun within a few words."""
    seen = False
    for surface, low, _, _ in words(document, after, 7):
        if low in ("with", "between", "for", "by", "to", "of", "on", "among", "giữa", "với", "của", "tới", "đến", "do"):
            seen = True
        elif surface[0].isupper() and not _is_calendar(document, low):
            return seen or document.lang == "vi"
    return False


def _is_named(document: Document, span: Span, phrase: NounPhrase, after: Span) -> bool:
    """Tell whether the noun is part of a proper name: capitals before it ("14th Asia Forum"), or itself a capital with some after it."""
    text = document.text
    if phrase.modifiers:
        stretch = text[max(span.start - 60, 0) : span.start].split()[-len(phrase.modifiers) :]
        if any(word[0].isupper() for word in stretch):
            return True
    return text[span.start].isupper() and any(surface[0].isupper() for surface, _, _, _ in words(document, after, 4))


def has_when(document: Document, lexicon: Lexicon, span: Span) -> bool:
    """Tell whether the stretch has a date: a number, a month, a weekday or a word such as "yesterday"."""
    data = language_data(document.lang)
    table = lexicon.table(document.lang, "when")
    return any(
        word[0].isdigit() or word in data.months or word in data.weekdays or word in table
        for word in document.match[span.start : span.end].split()
    )


def words_start(document: Document, start: int, phrase: NounPhrase) -> int:
    """Return where the telling words begin: at the first adjective of the noun."""
    tokens = list(_word().finditer(document.text, max(start - 120, 0), start))
    size = len(phrase.modifiers)
    return tokens[-size].start() if size and size <= len(tokens) else start


def form(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase) -> str | None:
    """Return the form an adjective of the noun tells, before or after it."""
    table = lexicon.table(document.lang, "modifier")
    for word in reversed(phrase.modifiers):
        if word in table:
            return str(table[word])
    if document.lang == "vi":
        tokens = [low for _, low, _, _ in words(document, sentence_after(document, span.end), 6)]
        for size in (3, 2, 1):
            for index in range(min(4, len(tokens))):
                run = " ".join(tokens[index : index + size])
                if run in table:
                    return str(table[run])
    return None


def is_background(kind: str, phrase: NounPhrase) -> bool:
    """Tell whether a visit is told as the time of something else: "after the visit by …", "since his visit"."""
    return (
        kind == "visit" and phrase.light is None and phrase.preposition in ("after", "since", "following", "during", "sau", "từ")
    )


def edition(document: Document, anchor: Anchor) -> int | None:
    """Return the number of a conference: "the 14th workshop", "Hội nghị lần thứ 19"."""
    data = language_data(document.lang)
    before = document.lower[max(anchor.lead, anchor.span.start - 40) : anchor.span.end]
    match = re.search(r"(\d{1,3})(?:st|nd|rd|th)\b", before)
    if match:
        return int(match[1])
    for word in before.split():
        if word in data.ordinals and document.lang != "vi":
            return data.ordinals[word]
    match = re.search(r"lần thứ (\w+)", document.lower[anchor.span.end : anchor.span.end + 60])
    if match:
        return int(match[1]) if match[1].isdigit() else data.ordinals.get(match[1])
    return None


def documents(document: Document, lexicon: Lexicon, span: Span) -> tuple[str, ...]:
    """Return the names of the documents signed, as written."""
    return ()
