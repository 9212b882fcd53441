"""English: what the words before a place make of it: where something happens, where somebody goes, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eventx import Document
from eventx_places.found import INTO, NO_RELATION, TOWARD, WITHIN, Found, Relation, in_title, next_word, words_before
from eventx_places.lexicon import calendar, country_words, endings_of, possessives, without_possessive, words

_LOOK_BACK = 12
_LONGEST_CHAIN = 8
_OFFICE_WORDS = 4
_LONG = 30
"""No word that governs a place is longer."""


def relation(document: Document, found: Found, following: Found | None) -> Relation:
    """Return whether the words before a place make it the place of something or the goal of somebody."""
    if found.kind == "demonym":
        return NO_RELATION
    told = _by_next_words(document, found) if document.text.startswith(_deciding(), found.end + 1) else NO_RELATION
    if told is not NO_RELATION or _ungoverned(document.lower, found.start):
        return told
    if _is_modifier(document, found, following) and not _opens(document.text, found):
        return NO_RELATION
    before = _with_apposed(words_before(document.lower, found.start))
    index = _skip(before, len(before) - 1)
    if index < 0:
        return NO_RELATION
    told = _by_word(before, index, found)
    return WITHIN if told is NO_RELATION and _is_dated(document, found, before[: index + 1]) else told


# on a *Vietnam* visit, the *China* visit by · *Geneva* hosted talks
def _by_next_words(document: Document, found: Found) -> Relation:
    """Return what the words behind a place make of it, if anything."""
    text, end = document.text, found.end
    if text.startswith(_trips(), end + 1) and next_word(text, end) in words("en", "trips"):
        return TOWARD
    if found.kind == "city" and text.startswith(_hosting(), end + 1) and _is_host(document, found):
        return WITHIN
    return NO_RELATION


# *Geneva* hosted talks · The city of *Geneva* will host a forum; not "the mayor of Geneva hosted"
def _is_host(document: Document, found: Found) -> bool:
    """Tell whether a city before a verb of hosting is its subject: what it hosts happens there."""
    before = words_before(document.lower, found.start)
    index = _skip(before, len(before) - 1)
    if index < 0:
        return True
    word = before[index]
    return word[-1] in ",.;:" or word in words("en", "before_subject")


# in the Peruvian *capital*, Lima · in Peru's capital city, Lima
def _with_apposed(before: list[str]) -> list[str]:
    """Return the words before a place, the last one without its comma where the place is only its name: the capital, Lima."""
    last = before[-1] if before else ""
    if not last.endswith(","):
        return before
    told = [last[:-1], f"{before[-2]} {last[:-1]}" if len(before) > 1 else ""]
    return before if words("en", "apposed").isdisjoint(told) else [*before[:-1], last[:-1]]


# *In Suva* Foreign Minister Vega met the President; not "In Suva University", "In Suva Mayor Vega's view"
def _opens(text: str, found: Found) -> bool:
    """Tell whether "In" and a place open a sentence that goes on, without a comma, with an office and a name."""
    end = found.end
    starts = (found.start - len(lead) for lead in _leads() if text.endswith(lead, 0, found.start))
    start = next(starts, -1)
    if start < 0 or (start and text[start - 1].isalnum()):
        return False
    for _ in range(_OFFICE_WORDS):
        word = next_word(text, end)
        if not word or not word[0].isupper():
            return False
        end += 1 + len(word)
        if word.lower() in words("en", "holder"):
            name = next_word(text, end)
            return name[:1].isupper() and name.isalpha()
        if word.lower() not in words("en", "office"):
            return False
    return False


# held a seminar on labour cooperation *in Osaka on May 12*: with its day right behind it, no noun's own place
def _is_dated(document: Document, found: Found, before: Sequence[str]) -> bool:
    """Tell whether "in" and a town have a day right behind them, so that they tell with it when and where something was."""
    if (
        found.kind != "city"
        or before[-1] not in words("en", "inside")
        or len(before) < 2
        or before[-2] not in words("en", "attached")
    ):
        return False
    word = next_word(document.text, found.end)
    if word in words("en", "on_day"):
        word = next_word(document.text, found.end + 1 + len(word))
    day = word.strip(".").lower()
    return day in calendar("en") or day in words("en", "day_word")


def _ungoverned(lowered: str, start: int) -> bool:
    """Tell from the word before a place alone that none governs it; most are so, and no other word need be looked at."""
    end = start - 1
    if end <= 0 or lowered[end] != " ":
        return False
    begin = lowered.rfind(" ", end - _LONG if end > _LONG else 0, end) + 1
    # only a word of letters between two blanks: the words of a line are parted at any white space
    word = lowered[begin:end]
    if not begin or not word.isalpha():
        return False
    return word not in _telling() and not word.endswith(endings_of("en", "adjectives"))


@cache
def _trips() -> tuple[str, ...]:
    """Return the words of a journey that a place may stand before."""
    return tuple(words("en", "trips"))


@cache
def _leads() -> tuple[str, ...]:
    """Return the words that lead to where something is, as they open a sentence."""
    return tuple(f"{word.capitalize()} " for word in words("en", "in_town"))


@cache
def _deciding() -> tuple[str, ...]:
    """Return the words behind a place that may tell what it is to an event."""
    return (*_trips(), *_hosting())


@cache
def _hosting() -> tuple[str, ...]:
    """Return the words of hosting that a city may stand before as their subject."""
    return tuple(f"{word} " for word in words("en", "hosting"))


@cache
def _telling() -> frozenset[str]:
    """Return the words that govern a place or are passed over before it."""
    tables = ("skip", "demonym", "nouns_of_place", "inside", "toward", "visiting")
    return frozenset({"of", "for"}.union(*(words("en", table) for table in tables)))


def _by_word(before: Sequence[str], index: int, found: Found) -> Relation:
    """Return what the word at `index`, which governs the place, makes of it."""
    word = before[index]
    kind = _governing().get(word)
    if kind is None:
        return NO_RELATION
    previous = before[index - 1].strip(",") if index else ""
    if kind == "inside":
        if previous in words("en", "arriving"):
            return INTO
        return NO_RELATION if _belongs_to_noun(before, index, found) else WITHIN
    if kind == "toward":
        blocked = previous in words("en", "no_goal") or not _on_the_way(before[:index])
        return NO_RELATION if blocked or _is_accreditation(before, index, found) else TOWARD
    if previous in words("en", "slated"):
        return WITHIN
    return TOWARD if kind == "visiting" or previous in words("en", "leaving_for") else NO_RELATION


@cache
def _governing() -> dict[str, str]:
    """Return what each word that governs a place tells; "for" tells something only behind a word of leaving."""
    tables = ("visiting", "toward", "inside")
    return {"for": "for"} | {word: table for table in tables for word in words("en", table)}


def _on_the_way(before: Sequence[str]) -> bool:
    """Tell whether one of the words of the sentence before "to" speaks of a journey: visit, flew, led a delegation."""
    travel = words("en", "travel")
    for word in reversed(before):
        if word.strip(".,;:()\"'“”") in travel:
            return True
        if word[-1] in ";:?!" or (word[-1] == "." and len(word) > 4):
            return False
    return False


def _is_modifier(document: Document, found: Found, following: Found | None) -> bool:
    """Tell whether the name goes with what follows: Vietnam-Laos, Hanoi-based, Vietnam – China, US forces, Hanoi University."""
    text, end = document.text, found.end
    char = text[end : end + 1]
    if char and char in "-–—/":
        return text[end + 1 : end + 2].isalnum()
    if char != " ":
        return False
    if text[end + 1 : end + 2] in "-–—" and following is not None and following.start == end + 3:
        return True
    word = next_word(text, end).strip(".") if found.kind != "venue" else ""
    if not word:
        return False
    if word[0].isupper():
        told = word.lower() in calendar("en") or word in words("en", "honorific") or in_title(text, found.start, end)
        return not told
    short = text[found.start : end].isupper() and found.kind == "country" and end - found.start <= 5
    return short and word not in words("en", "behind")


def _skip(before: Sequence[str], index: int) -> int:
    """Return the index of the word before articles, adjectives, classifiers and peoples: in |the southern Chinese city of|."""
    skip, nouns, countries, of, genitives = _passed()
    apposed = words("en", "apposed")
    for _ in range(_LONGEST_CHAIN):
        if index < 0:
            return -1
        word = before[index]
        passed = (
            word in skip
            or (word in of and index and before[index - 1] in nouns)
            or (word in nouns and not of.isdisjoint(before[index + 1 : index + 2]))
            or (word.endswith(genitives) and word[:-2] in countries)
            or (word in countries and not apposed.isdisjoint(before[index + 1 : index + 2]))
            or _is_adjective(word)
        )
        if not passed:
            return index
        index -= 1
    return index


@cache
def _passed() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], tuple[str, ...]]:
    """Return the words passed over before a place, nouns of place before "of", countries, "of", and what follows an owner."""
    passed = words("en", "skip") | words("en", "demonym")
    return passed, words("en", "nouns_of_place"), words("en", "country"), words("en", "of"), possessives()


def _is_adjective(word: str) -> bool:
    """Tell whether a word looks like a participle, an adverb or a compound adjective: besieged, closely, war-torn."""
    if not word.endswith(endings_of("en", "adjectives")) and "-" not in word:
        return False
    return word[-1].isalpha() and word not in words("en", "visiting") and word not in words("en", "travel")


def _belongs_to_noun(before: Sequence[str], index: int, found: Found) -> bool:
    """Tell whether "in" goes with the noun before it: the situation in Myanmar, the embassy in Hanoi."""
    if found.kind == "venue" or not index:
        return False
    return before[index - 1] in words("en", "attached") or _is_accreditation(before, index, found)


def _is_accreditation(before: Sequence[str], index: int, found: Found) -> bool:
    """Tell whether the preposition at `index` says where an ambassador or an embassy is accredited."""
    offices, between, places = words("en", "accredited"), words("en", "accreditation"), country_words("en")
    # an ambassador may be received in a city; an embassy stands there
    own = words("en", "missions") if found.kind != "country" and before[index] not in words("en", "accredited_to") else offices
    for position in range(index - 1, max(index - 1 - _LOOK_BACK, -1), -1):
        word = before[position].strip("\"'’“”()")
        bare = without_possessive(word)
        if bare in offices:
            return bare in own or any(later in own for later in before[position + 1 : index])
        if bare in between or bare in places or bare.rstrip(".") in places:
            continue
        # Ambassador Marc Knapper to Vietnam: a name of one or two words
        if found.kind == "country" and position >= index - 3 and bare.isalpha():
            continue
        return False
    return False
