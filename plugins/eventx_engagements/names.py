"""Names as written: of conferences, with their number, and of the documents that are signed."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from eventx import Document, Lexicon, NounPhrase, Span, clause_after, clause_before, language_data
from eventx_engagements.words import Word, first_in, is_calendar, is_name, run_in, words_in

_LONGEST = 18
_REACH = 300


@lru_cache(maxsize=1)
def _ordinal() -> re.Pattern[str]:
    """Return the pattern of an English number of an edition."""
    # 1st, 22nd, 3rd, 14th
    return re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def edition(document: Document, lexicon: Lexicon, phrase: NounPhrase, name_end: int) -> int | None:
    """Return the number of a conference: "the 14th workshop", "Hội nghị lần thứ 19"."""
    data = language_data(document.lang)
    if not lexicon.table(document.lang, "behind"):
        for word in words_in(document, Span(phrase.head, name_end), 12, marks=""):
            match = _ordinal().fullmatch(word.low)
            if match or word.low in data.ordinals:
                return int(match[1]) if match else data.ordinals[word.low]
        return None
    counters = lexicon.table(document.lang, "counter")
    words = list(words_in(document, Span(phrase.head, min(name_end + 40, len(document.text))), 30, marks=",;:.!?"))
    for index in range(len(words)):
        size = run_in(words, index, counters)
        if size and index + size < len(words):
            number = words[index + size].low
            return int(number) if number.isdigit() and len(number) < 4 else data.ordinals.get(number) or _roman(number)
    return None


def _roman(text: str) -> int | None:
    """Return the value of a Roman number up to 89 ("lần thứ XIII")."""
    match = re.fullmatch(r"(l?)(x{0,3}|xl)(ix|iv|v?i{0,3})", text)
    if match is None or not text:
        return None
    tens = 40 if match[2] == "xl" else 50 * len(match[1]) + 10 * len(match[2])
    units = {"ix": 9, "iv": 4}.get(match[3])
    return tens + (units if units is not None else 5 * match[3].count("v") + match[3].count("i"))


def conference_name(document: Document, lexicon: Lexicon, span: Span, phrase: NounPhrase) -> Span | None:
    """Return where a conference's name stands: "14th Asia Forum on Trade", "seminar on culture", "Hội nghị Cấp cao ASEAN"."""
    end = _name_end(document, lexicon, span)
    before = list(words_in(document, Span(phrase.head, span.start), 8, marks=""))
    start = span.start
    for word in reversed(before):
        if not (is_name(document, word) or word.low[0].isdigit() or lexicon.table(document.lang, "kind_of").get(word.low)):
            break
        start = word.start
    return Span(start, end) if start < span.start or end > span.end else None


def _name_end(document: Document, lexicon: Lexicon, span: Span) -> int:
    """Return where the name of a conference ends: after what it is of, on or about; before when, where and who."""
    closes = lexicon.table(document.lang, "closes")
    links = lexicon.table(document.lang, "links")
    joins = lexicon.table(document.lang, "join")
    words = list(words_in(document, Span(span.end, clause_after(document, span.end).end), _LONGEST, marks=',;:.!?“”"\n'))
    direct = bool(lexicon.table(document.lang, "behind"))
    end = span.end
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if run_in(words, index, closes) or is_calendar(document, word):
            break
        if index == 0 and word.low not in links and not (direct or word.capital):
            break
        if word.low in links:
            if following is None or is_calendar(document, following) or following.text[0].isdigit():
                break
            continue
        if word.low in joins and not _goes_on(lexicon.table(document.lang, "article"), words[index + 1 : index + 3]):
            break
        if word.low not in joins:
            end = word.end
    closing = document.text[end : end + 12]
    return end + 1 if closing[:1] == ")" and "(" in document.text[span.end : end] else end


def _goes_on(articles: Container[str], following: list[Word]) -> bool:
    """Tell whether a name follows an "and": a capital, after an article or at once."""
    return bool(following) and (following[0].capital or (following[0].low in articles and following[-1].capital))


def documents(document: Document, lexicon: Lexicon, span: Span) -> tuple[str, ...]:
    """Return the names of the documents signed, as written, where more is said of them than that they are agreements."""
    after = clause_after(document, span.end)
    found = _papers(document, lexicon, Span(after.start, min(after.end, after.start + _REACH)))
    if not found and not lexicon.table(document.lang, "behind"):
        before = clause_before(document, span.start)
        found = _papers(document, lexicon, Span(max(before.start, before.end - _REACH), before.end))[-1:]
    return tuple(found)


def _papers(document: Document, lexicon: Lexicon, window: Span) -> list[str]:
    """Return the noun phrases around the words of documents in a stretch."""
    papers = lexicon.table(document.lang, "document")
    articles = lexicon.table(document.lang, "article")
    names: list[str] = []
    for words in _members(document, lexicon, window):
        index = first_in(words, papers)
        if index < 0:
            continue
        start = next((i for i in range(index + 1) if words[i].low not in articles), index)
        end = _paper_end(document, lexicon, words, index)
        if end - start > run_in(words, index, papers):
            names.append(document.text[words[start].start : words[end - 1].end])
    return names


def _members(document: Document, lexicon: Lexicon, window: Span) -> list[list[Word]]:
    """Return the members of an enumeration: split at commas, and at "and" before an article or another document."""
    joins, articles, papers = (lexicon.table(document.lang, tag) for tag in ("join", "article", "document"))
    words = list(words_in(document, window, 60, marks=";:!?()\n"))
    members: list[list[Word]] = [[]]
    for index, word in enumerate(words):
        comma = index > 0 and "," in document.text[words[index - 1].end : word.start]
        if comma:
            members.append([])
        if (
            word.low in joins
            and index + 1 < len(words)
            and (words[index + 1].low in articles or run_in(words, index + 1, papers))
        ):
            members.append([])
        elif word.low not in joins or members[-1]:
            members[-1].append(word)
    return members


def _paper_end(document: Document, lexicon: Lexicon, words: list[Word], index: int) -> int:
    """Return the index behind the last word of a document's name: what it is on belongs to it, when and where do not."""
    closes = lexicon.table(document.lang, "signed_closes")
    joins = lexicon.table(document.lang, "join")
    end = index + max(run_in(words, index, lexicon.table(document.lang, "document")), 1)
    position = end
    while position < len(words):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else None
        counted = word.text[0].isdigit() and words[position - 1].low not in lexicon.table(document.lang, "links")
        if run_in(words, position, closes) or is_calendar(document, word) or counted:
            break
        if following is not None and word.low in lexicon.table(document.lang, "links") and is_calendar(document, following):
            break
        position += 1
        if word.low not in joins:
            end = position
    return end
