"""English venues and places told by their class: Urugwiro Village, the UN headquarters, Hung Yen Province, the city of Matola."""

from __future__ import annotations

import re
from functools import cache

from eventx import Document, Hit
from eventx_places.found import Found, in_capitals, next_word, word_before
from eventx_places.lexicon import between_words, country_words, possessives, without_possessive, words

_LONGEST_RUN = 6
_AT = 60
"""How far before the head word of a body "at" may stand."""
_LEAD = 8
"""The most code points of "at" with an article."""
_CLOSING = '.,;:!?)”"'


def run_before(document: Document, position: int, floor: int) -> int:
    """Return where the run of capitalised words that ends before `position` starts; `position` if there is none.

    Args:
        document: the document.
        position: where the word behind the run starts.
        floor: the end of the place found before, which in the genitive is no part of the run (Chicago's |Midway|).

    """
    text, function, office = document.text, words("en", "function"), words("en", "office")
    start = position
    for _ in range(_LONGEST_RUN):
        word = word_before(text, start)
        if not word or not word[0].isupper() or (word[-1] in _CLOSING and not word[:-1].isupper()):
            break
        lowered = word.lower()
        told = lowered in office or (lowered in function and not _opens_country(document, start - len(word) - 1, start))
        if told or (word[-2:] in possessives() and start - 3 == floor):
            break
        start -= len(word) + 1
    return start


# the |South Korean| Embassy, the |New Zealand| High Commission
def _opens_country(document: Document, start: int, behind: int) -> bool:
    """Tell whether a small word at `start` is the first of a country's name of two words, the second of which is at `behind`."""
    name = without_possessive(document.lower[start : behind + len(next_word(document.text, behind - 1))])
    return name in words("en", "country") or name in words("en", "demonym")


def venue(document: Document, hit: Hit, floor: int) -> Found | None:
    """Return the venue whose head word is `hit`: the Government Guesthouse, UN headquarters, Palace of Nations."""
    text = document.text
    capital = text[hit.start].isupper()
    kind = hit.entry.value
    if "at" in kind:
        return _body(document, hit) if capital or "in" in kind else None
    if not capital and "any" not in kind:
        return None
    start = run_before(document, hit.start, floor)
    if not capital and start == hit.start:
        start = _over_kind(document, hit.start, floor)
    end = _of_end(document, hit) if capital or start == hit.start else hit.end
    if (
        start == hit.start
        and capital
        and "first" in kind
        and end == hit.end
        and word_before(text, start).lower() not in words("en", "article")
    ):
        # Villa Somalia
        end = run_behind(document, hit.end)
    elif start == hit.start and "any" not in kind and not (end > hit.end and _is_at(document.lower, start)):
        return None
    if start == hit.start and end == hit.end:
        return None
    if not capital and start < hit.start:
        # a French military base is no name
        countries = country_words("en")
        if all(word in countries for word in document.lower[start : hit.start].split()):
            return None
    return None if in_capitals(text, hit.start, hit.end) else Found(start, end, "venue", None, "places.en.venue", start)


# at the Georgian Ministry of Defence · at the Embassy of Fiji in Delhi · at the Prime Minister's Office
def _body(document: Document, hit: Hit) -> Found | None:
    """Return the body whose head word is `hit` where "at" tells that something happens there; it is no place elsewhere."""
    text, lowered = document.text, document.lower
    low = max(hit.start - _AT, 0)
    if not any(lowered.rfind(f"{word} ", low, hit.start) >= 0 for word in words("en", "at")):
        return None  # nearly always
    if in_capitals(text, hit.start, hit.end):
        return None
    start, function = hit.start, words("en", "function")
    for _ in range(_LONGEST_RUN):
        word = word_before(text, start)
        if not word or not word[0].isupper() or word[-1] in _CLOSING:
            break
        if word.lower() in function and not _opens_country(document, start - len(word) - 1, start):
            break
        start -= len(word) + 1
    if not _is_at(lowered, start) or (text[hit.start].islower() and not _is_of_country(lowered[start : hit.start])):
        return None
    match = _of_body().match(text, hit.end)
    end = match.end() if match else hit.end
    if "in" not in hit.entry.value:
        return Found(start, end, "venue", None, "places.en.body", start) if end - start > hit.end - hit.start else None
    town = _in_town().match(text, end)
    end = town.end() if town else end
    return Found(start, end, "venue", None, "places.en.mission", start) if end - start > hit.end - hit.start else None


# at the |Belgian| embassy in Rabat, at |Viet Nam's| consulate general in Osaka
def _is_of_country(owner: str) -> bool:
    """Tell whether the words before the head word of a mission in small letters are a country's."""
    countries = country_words("en")
    parts = [without_possessive(part) for part in owner.split()]
    return bool(parts) and all(part in countries for part in parts)


def _is_at(lowered: str, start: int) -> bool:
    """Tell whether "at" stands right before an offset, with or without the article."""
    before = lowered[max(start - _LEAD, 0) : start].split()
    if before and before[-1] in words("en", "article"):
        del before[-1]
    return bool(before) and before[-1] in words("en", "at")


@cache
def _of_body() -> re.Pattern[str]:
    """Return the pattern of what a body is of, or of whom a monument is: of Foreign Affairs and Trade of Fiji, to the Fallen."""
    word = r"[^\W\d_a-z][\w'’-]*"
    return re.compile(rf" (?:of|to|for) (?:the )?{word}(?:(?: of(?: the)?| and| &)? {word}){{0,7}}")


@cache
def _in_town() -> re.Pattern[str]:
    """Return the pattern of where a mission is: in Kuala Lumpur."""
    word = r"[^\W\d_a-z][\w'’-]*"
    return re.compile(rf" in (?:the )?{word}(?: {word}){{0,2}}")


def _over_kind(document: Document, position: int, floor: int) -> int:
    """Return where the name starts that a small word tells the kind of: Rove |police| headquarters; `position` if none does."""
    word = word_before(document.text, position)
    if word not in words("en", "kind"):
        return position
    behind = position - len(word) - 1
    start = run_before(document, behind, floor)
    return start if start < behind else position


def _leads_on(text: str, end: int) -> int:
    """Return how long "of" with its blanks is where it stands right behind a head word; 0 if it does not."""
    for of in between_words("en", "of"):
        if text.startswith(of, end):
            return len(of)
    return 0


def of_kind(document: Document, hit: Hit, floor: int) -> Found | None:
    """Return the venue whose kind small words tell: the |presidential palace of Kadriorg|, the |Chadian presidential palace|."""
    if hit.entry.tag != "venue" or hit.entry.value:
        return None
    if not _leads_on(document.text, hit.end):
        start = run_before(document, hit.start, floor)
        whose = start < hit.start and word_before(document.text, start) in words("en", "the")
        return Found(start, hit.end, "venue", None, "places.en.venue", start) if whose else None
    end = _of_end(document, hit)
    return Found(hit.start, end, "venue", None, "places.en.venue", hit.start) if end > hit.end else None


def _of_end(document: Document, hit: Hit) -> int:
    """Return the end of the name that "of" joins to a head word: Palace of Nations, headquarters of the African Union."""
    text = document.text
    match = (_of_body() if "to" in hit.entry.value else _of()).match(text, hit.end)
    return match.end() if match else hit.end


@cache
def _of() -> re.Pattern[str]:
    """Return the pattern of "of" and up to four capitalised words."""
    word = r"[^\W\d_a-z][\w'’-]*"
    return re.compile(rf" of (?:the )?{word}(?: (?:of )?{word}){{0,3}}")


def classified(document: Document, hit: Hit, before: Hit | None, after: Hit | None, floor: int) -> Found | None:
    """Return the unknown place that a classifier tells: Hung Yen Province, Matola city, the province of Inhambane."""
    text = document.text
    of = _leads_on(text, hit.end)
    start = run_before(document, hit.start, floor)
    if of and (start == hit.start or after is None or after.start > hit.end + of or after.entry.tag != "country"):
        # the Guárico state of Venezuela is named before, the state of Guárico behind
        return None if in_capitals(text, hit.start, hit.end) else _named_behind(document, hit, after, hit.end + of - 1)
    if start == hit.start or (before is not None and before.end > start):
        return None
    end = hit.end
    if text[hit.start - 3 : hit.start - 1] in possessives() or next_word(text, end).strip(".,;") in words("en", "of_state"):
        return None  # President Karl Berg's state visit; the Presidential state banquet
    if hit.start - 1 - start < 3 or len(text[start : hit.start - 1].split()) > 3 or in_capitals(text, hit.start, hit.end):
        return None
    return Found(start, end, hit.entry.value, None, "places.en.unknown", start)


def _named_behind(document: Document, hit: Hit, after: Hit | None, position: int) -> Found | None:
    """Return the unknown place behind "city of"."""
    text = document.text
    if not text[position + 1 : position + 2].isupper() or (after is not None and after.start <= position + 2):
        return None
    end = run_behind(document, position)
    if end == position or (text[hit.start].isupper() and hit.entry.surface in words("en", "small_only")):
        return None
    return Found(position + 1, end, hit.entry.value, None, "places.en.unknown", position + 1)


def run_behind(document: Document, position: int) -> int:
    """Return where the run of up to three capitalised words behind `position` ends; `position` if there is none."""
    end = position
    for _ in range(3):
        word = next_word(document.text, end)
        bare = without_possessive(word.rstrip(".-'’"))
        if not bare or not bare[0].isupper() or bare.lower() in words("en", "function"):
            break
        end += 1 + len(bare)
        if bare != word:
            break
    return end
