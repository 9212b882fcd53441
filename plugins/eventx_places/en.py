"""English: which hits are places, how far their names reach, and what the words before them say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from eventx import Document, Hit, maker
from eventx_places.en_towns import town
from eventx_places.en_venues import classified, of_kind, venue
from eventx_places.found import (
    BY_NAME,
    Found,
    Kind,
    behind_family_name,
    in_capitals,
    next_word,
    surface_end,
    word_before,
    words_before,
)
from eventx_places.lexicon import NAMES, between_words, country_words, without_possessive, words

# where family names come first, so that the end of a name may be a place's: Zhang Taiyuan
_found = maker(Found)

_FAMILY_FIRST = frozenset({"VN", "CN"})
_SMALLER = frozenset({"city", "region"})
_SIGNS = frozenset("$+@")
"""What makes the word before it no name: US$, S+, an address."""
_LETTERS = range(2, 5)
"""How many letters the acronym of a body has."""
_PLACE_TAGS = NAMES | {"classifier", "head"}


def find(document: Document, hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield the places of an English document."""
    floor = 0
    text, capitals = document.text, words("en", "capitals")
    for before, hit, after in zip((None, *hits), hits, (*hits[1:], None), strict=False):
        tag = hit.entry.tag
        if tag not in _PLACE_TAGS:
            continue
        if tag in NAMES:
            found = (
                _named(document, hit, before, after, floor)
                if _capitalised(text, hit, capitals)
                else of_kind(document, hit, floor)
            )
        elif tag == "classifier":
            found = classified(document, hit, before, after, floor)
        else:
            found = _with_town(venue(document, hit, floor), text, after)
        if found is None:
            continue
        if tag == "country":
            before_it = town(document, found, floor)
            if before_it is not None:
                yield before_it
        floor = found.end
        yield found


def _with_town(found: Found | None, text: str, after: Hit | None) -> Found | None:
    """Return a venue with the town that ends its name: the Congress Center |Basel|."""
    if found is None or after is None or after.entry.tag != "city" or text[found.end : after.start] != " ":
        return found
    if not (text[after.start].isupper() and text[found.end - 1].isalpha()) or in_capitals(text, found.start, found.end):
        return found
    return _found(found.start, surface_end(text, after), "venue", after.entry.value or None, found.rule, found.left)


def _joins(gap: str) -> bool:
    """Tell whether what stands between the words of a formal name and the country's is a blank, or the article."""
    return gap == " " or gap in between_words("en", "the")


def _named(document: Document, hit: Hit, before: Hit | None, after: Hit | None, floor: int) -> Found | None:
    """Return the place named by a hit, with the words of its formal name or its classifier."""
    text = document.text
    tag: Kind = hit.entry.tag  # type: ignore[assignment]  # only the tags of NAMES come here
    start, end = hit.start, surface_end(text, hit)
    formal = before is not None and before.entry.tag == "prefix" and tag == "country"
    if before is not None and formal and _joins(text[before.end : start]) and text[before.start].isupper():
        # the Republic of Cuba, the Kingdom of Cambodia
        return _found(before.start, end, "country", hit.entry.value, "places.en.formal_name", before.start)
    if tag in _SMALLER and after is not None and after.entry.tag == "classifier" and text[end : after.start] == " ":
        # Guangdong Province and Guangdong province whole, Guangzhou city without
        if text[after.start].isupper() or (after.entry.value == "region" and after.entry.surface in words("en", "division")):
            return _found(start, after.end, after.entry.value, hit.entry.value or None, "places.en.classifier", start)
    elif not _is_place(document, hit, floor):
        return None
    if tag == "country" and _is_whose(text, end):
        # a mission's country is where it is no more than "Peruvian" is: the Peru Embassy in Chile
        return _found(start, end, "demonym", hit.entry.value, BY_NAME[tag], start)
    return _found(start, end, tag, hit.entry.value or None, BY_NAME[tag], start)


# the *Botswana* High Commission premises in Mozambique, at the *Fiji* Embassy; not "in Fiji, the Embassy"
def _is_whose(text: str, end: int) -> bool:
    """Tell whether a country's name only says whose the mission is that follows."""
    word = next_word(text, end)
    if not word or not word[0].isupper():
        return False
    heads = words("en", "whose")
    return word.lower() in heads or f"{word} {next_word(text, end + 1 + len(word))}".lower() in heads


def _capitalised(text: str, hit: Hit, capitals: frozenset[str]) -> bool:
    """Tell whether the words of a hit are written as a name is; some only `capitals` make one."""
    surface = text[hit.start : hit.end]
    first = surface[0]
    if not first.isupper() and not (first.isdigit() or first in "'’"):
        return False
    if text[hit.end : hit.end + 1] in _SIGNS:
        return False
    if hit.entry.surface in capitals:
        mixed = len(surface) > 2 and surface[-1].isupper()  # RoK
        return mixed or (surface.replace(".", "").isupper() and (len(surface) > 2 or not in_capitals(text, hit.start, hit.end)))
    if " " not in surface:
        return True
    if surface.istitle():
        return True
    small = words("en", "small")
    if hit.entry.tag == "venue":
        # UN headquarters
        small = small | words("en", "head")
    # Sharm el-Sheikh
    parts = (part.partition("-")[0] for part in surface.split())
    return all(not part[0].islower() or part in small or part[:2] in words("en", "elided") for part in parts)


def _is_place(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a name that may also be something else is a place here."""
    if _is_tail(document, hit, floor):
        return False
    surface = hit.entry.surface
    if surface not in _doubtful():
        return True
    if surface in words("en", "cue"):
        return _has_cue(document, hit, floor)
    return _stands_alone(document, hit)


@cache
def _doubtful() -> frozenset[str]:
    """Return the names that may also be something else."""
    return words("en", "cue") | words("en", "namelike")


def _is_tail(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether the name is the end of something else: of a personal name, or of Ibero-American."""
    text, start, tag = document.text, hit.start, hit.entry.tag
    if start and text[start - 1] == "-" and floor != start - 1 and text[start - 2 : start - 1].isalpha():
        return True
    if tag not in _SMALLER:
        return False
    word = word_before(text, start)
    if not word[:1].isupper():
        return False
    if hit.entry.value in _FAMILY_FIRST and behind_family_name(document, start, words("en", "family"), floor):
        return True
    return word.lower() in words("en", "particle")


def _has_cue(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a preposition of place, a list or a chain of places leads to the name, or what ends a dateline follows it."""
    if not _stands_alone(document, hit):
        return False
    if not hit.start or document.text[hit.start - 1] == "\n":
        # Bled, 5 September 2017 – · Nice, May 3 (AFP) -
        return _dated().match(document.text, hit.end) is not None
    before = words_before(document.lower, hit.start, 20)
    if before and (before[-1] in words("en", "cue_before") or _is_owner(before[-1])):
        return True
    return 0 < hit.start - floor <= 5 and document.text[floor : hit.start].strip() in words("en", "list")


@cache
def _dated() -> re.Pattern[str]:
    """Return the pattern of what follows the place of a dateline: a day, an agency or a dash."""
    return re.compile(r",\s+(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+\d|\s\([A-Za-z]{2,12}\)\s*[-–—:]|\s(?:--|[–—])\s")


def _stands_alone(document: Document, hit: Hit) -> bool:
    """Tell whether no capitalised word, but an office or a function word, stands right beside the name."""
    text = document.text
    following = next_word(text, hit.end).strip(".")
    word = word_before(text, hit.start)
    if (word in words("en", "of") or (word in words("en", "the") and hit.entry.tag == "demonym")) and text[hit.start - 1] == " ":
        # Minister for Foreign Affairs of Ireland Micheál Martin, the Lao Front
        return True
    # the *Lao* NA president: a people before the letters of a body
    lettered = hit.entry.tag == "demonym" and following.isupper() and len(following) in _LETTERS
    if following and following[0].isupper() and not (lettered or _goes_with_place(document, following, hit.end + 1)):
        return False
    if not word or not word[0].isupper() or not word[-1].isalnum():
        return True
    lowered = word.lower()
    if lowered in words("en", "function") or lowered in country_words("en") or lowered in words("en", "royal"):
        return True
    return hit.entry.tag == "city" and _is_owner(lowered)


# in Germany's Munich
def _is_owner(word: str) -> bool:
    """Tell whether a word before the name of a city is a country's in the genitive."""
    owner = without_possessive(word)
    return owner != word and owner in country_words("en")


def _goes_with_place(document: Document, word: str, position: int) -> bool:
    """Tell whether a capitalised word may follow a place: an office, a month, a people, or a word all in capitals."""
    lowered = word.lower()
    if lowered in words("en", "office") or lowered in country_words("en") or without_possessive(lowered) != lowered:
        return True
    if lowered in words("en", "governing"):
        return True
    return word.isupper() and in_capitals(document.text, position, position + len(word))
