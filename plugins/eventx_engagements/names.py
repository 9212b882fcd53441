"""Names as written: of conferences, with their number, and of the documents that are signed."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from eventx import NounPhrase, Span, language_data
from eventx_engagements.words import LOW, NO_MARKS, START, Look, Word, end_of

_LONGEST = 18
_SYLLABLES = 32
"""The most words of a name in a language that writes syllables apart."""
_REACH = 300
_SENTENCE = ",;:.!?"
_NAME = ',;:.!?“”"\n'
_LIST = ";:!?()\n"


@lru_cache(maxsize=1)
def _ordinal() -> re.Pattern[str]:
    """Return the pattern of an English number of an edition."""
    # 1st, 22nd, 3rd, 14th
    return re.compile(rf"(\d{{1,3}})(?:{'|'.join(language_data('en').ordinal_endings)})")


def edition(look: Look, phrase: NounPhrase, name_end: int) -> int | None:
    """Return the number of a conference: "the 14th workshop", "Hội nghị lần thứ 19"."""
    ordinals = language_data(look.document.lang).ordinals
    owner = phrase.owner
    if owner is not None and look.document.lower[owner.start : owner.end] in look.grammar["one_owner"].table:
        return None  # "at *his first* forum as President"
    if not look.grammar.behind:
        words = look.words(phrase.head, name_end, 12, NO_MARKS)
        for index, (low, word_start) in enumerate(words):
            # some texts part the number from its ending: "4 th Session"
            parted = low.isdigit() and index + 1 < len(words)
            match = _ordinal().fullmatch(low + words[index + 1][LOW] if parted else low)
            if match or low in ordinals:
                return int(match[1]) if match else ordinals[low]
            if len(low) > 1 and look.document.text.startswith(low.upper(), word_start) and roman(low) is not None:
                return roman(low)
        return None
    counters = look.grammar["counter"]
    # "Hội nghị hợp tác phòng, chống tội phạm lần thứ 5": the comma is one of the name
    marks = _LIST if "," in look.document.text[phrase.head : name_end] else _SENTENCE
    words = look.words(phrase.head, min(name_end + 40, len(look.document.text)), 30, marks)
    for index in range(len(words)):
        size = counters.run(words, index)
        if size and index + size < len(words):
            number = words[index + size][LOW]
            return int(number) if number.isdigit() and len(number) < 4 else ordinals.get(number) or roman(number)
    return None


def roman(text: str) -> int | None:
    """Return the value of a Roman number up to 89 ("lần thứ XIII")."""
    match = re.fullmatch(r"(l?)(x{0,3}|xl)(ix|iv|v?i{0,3})", text)
    if match is None or not text:
        return None
    tens = 40 if match[2] == "xl" else 50 * len(match[1]) + 10 * len(match[2])
    units = {"ix": 9, "iv": 4}.get(match[3])
    return tens + (units if units is not None else 5 * match[3].count("v") + match[3].count("i"))


def conference_name(look: Look, span: Span, phrase: NounPhrase) -> Span | None:
    """Return where a conference's name stands: "14th Asia Forum on Trade", "seminar on culture", "Hội nghị Cấp cao ASEAN"."""
    end = _name_end(look, span)
    kinds = look.grammar["kind_of"].table
    start = span.start
    words = look.words(phrase.head, span.start, 8, NO_MARKS)
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        # "the February 16-17 summit"
        dated = word[LOW][0].isdigit() and index > 0 and look.is_calendar(words[index - 1])
        if dated or not (look.is_name(word) or word[LOW][0].isdigit() or word[LOW] in kinds):
            break
        start = word[START]
    return Span(start, end) if start < span.start or end > span.end else None


def _name_end(look: Look, span: Span) -> int:
    """Return where the name of a conference ends: after what it is of, on or about; before when, where and who."""
    closes = look.grammar["closes"]
    links, joins, articles = (look.grammar[tag].table for tag in ("links", "join", "article"))
    longest = _SYLLABLES if look.grammar.behind else _LONGEST
    words = _over_halves(look, look.after(span, longest, marks=_NAME))
    end = span.end
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if closes.run(words, index) or look.is_calendar(word):
            break
        if index == 0 and word[LOW] not in links and not (look.grammar.behind or look.is_capital(word)):
            break
        if word[LOW] in links:
            if following is None or look.is_calendar(following) or following[LOW][0].isdigit():
                break
            continue
        if word[LOW] in joins and not _goes_on(look, articles, words[index + 1 : index + 3]):
            break
        if word[LOW] not in joins:
            end = end_of(word)
    return _closed(look.document.text, span.end, end)


# Ủy ban liên hợp (UBLH); not "Ủy ban liên hợp (gọi tắt" before "là UBLH)"
def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a name with the bracket that closes it; before one that nothing closes."""
    opened = text.rfind("(", start, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return end
    return end + 1 if text[end : end + 1] == ")" else start + len(text[start:opened].rstrip())


# Hội nghị hợp tác phòng, *chống tội phạm lần thứ 5*
def _over_halves(look: Look, words: list[Word]) -> list[Word]:
    """Return the words of a name, with those behind a comma that parts two halves of one word."""
    halves = look.grammar["halves"].table
    if not halves or not words or words[-1][LOW] not in halves:
        return words
    end = end_of(words[-1])
    other = f", {halves[words[-1][LOW]]} "
    if not look.document.lower.startswith(other, end):
        return words
    return [*words, *look.words(end + 1, look.document.sentence_at(end).end, _SYLLABLES - len(words), _NAME)]


def _goes_on(look: Look, articles: Container[str], following: list[Word]) -> bool:
    """Tell whether a name follows an "and": a capital, after an article or at once."""
    if not following:
        return False
    return look.is_capital(following[0]) or (following[0][LOW] in articles and look.is_capital(following[-1]))


def documents(look: Look, span: Span) -> tuple[str, ...]:
    """Return the names of the documents signed, as written, where more is said of them than that they are agreements."""
    found = _papers(look, look.after(span, 60, _REACH, _LIST))
    if not found and not look.grammar.behind:
        found = _papers(look, look.before(span.start, _REACH, _LIST))[-1:]
    return tuple(found)


def _papers(look: Look, words: list[Word]) -> list[str]:
    """Return the noun phrases around the words of documents."""
    papers, articles = look.grammar["document"], look.grammar["article"].table
    names: list[str] = []
    for member in _members(look, words):
        index = papers.first(member)
        if index < 0:
            continue
        start = next((i for i in range(index + 1) if member[i][LOW] not in articles), index)
        end = paper_end(look, member, index)
        if end - start > papers.run(member, index):
            names.append(look.document.text[member[start][START] : end_of(member[end - 1])])
    return names


def _members(look: Look, words: list[Word]) -> list[list[Word]]:
    """Return the members of an enumeration: split at commas, and at "and" before an article or another document."""
    joins, articles, papers = look.grammar["join"].table, look.grammar["article"].table, look.grammar["document"]
    members: list[list[Word]] = [[]]
    for index, word in enumerate(words):
        joined = word[LOW] in joins
        opens = joined and index + 1 < len(words) and (words[index + 1][LOW] in articles or papers.run(words, index + 1) > 0)
        if opens or (index and "," in look.document.text[end_of(words[index - 1]) : word[START]]):
            members.append([])
        if not opens and (not joined or members[-1]):
            members[-1].append(word)
    return members


def _day(words: list[Word]) -> list[Word]:
    """Return the first of two words, with the second where the first is a number: *4 May*."""
    return words if words and words[0][LOW].isdigit() else words[:1]


# signed the treaty for Peru and Minister X signed it for Fiji
def _is_somebody(look: Look, words: list[Word]) -> bool:
    """Tell whether the last of some words, behind "and", is somebody's office, and no party of what is signed between two."""
    two = look.grammar["between_two"].table
    office = look.is_capital(words[-1]) and look.grammar["people"].run(words, len(words) - 1) > 0
    return office and not any(word[LOW] in two for word in words)


def paper_end(look: Look, words: list[Word], index: int) -> int:
    """Return the index behind the last word of a document's name: what it is on belongs to it, when and where do not."""
    closes = look.grammar["signed_closes"]
    joins, links = look.grammar["join"].table, look.grammar["links"].table
    # "Kế hoạch hợp tác giai đoạn 2024 - 2026": the numbers are of its name
    numbered = look.grammar["numbered"].table or links
    end = position = index + max(look.grammar["document"].run(words, index), 1)
    while position < len(words):
        word = words[position]
        before = words[position - 1][LOW]
        counted = word[LOW][0].isdigit() and before not in numbered and not before.isdigit()
        dated = word[LOW] in links and any(look.is_calendar(following) for following in _day(words[position + 1 : position + 3]))
        if closes.run(words, position) or look.is_calendar(word) or counted or dated:
            break
        if word[LOW] in joins and _is_somebody(look, words[index : position + 2]):
            break
        position += 1
        if word[LOW] not in joins:
            end = position
    return end
