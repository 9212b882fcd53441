"""English: which hits are places, how far their names reach, and what the words before them say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from eventx import Document, Hit
from eventx_places.en_venues import classified, venue
from eventx_places.found import (
    INTO,
    NO_RELATION,
    TOWARD,
    WITHIN,
    Found,
    Kind,
    Relation,
    behind_family_name,
    in_capitals,
    next_word,
    surface_end,
    word_before,
    words_before,
)
from eventx_places.lexicon import NAMES, calendar, country_words, words

_LOOK_BACK = 12
_PLACE_TAGS = NAMES | {"classifier", "head"}

RelationOf = Callable[[Document, Found, Found | None], Relation]
"""The form of `relation`, the same in every language."""


def find(document: Document, hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield the places of an English document."""
    floor = 0
    for index, hit in enumerate(hits):
        tag = hit.entry.tag
        if tag not in _PLACE_TAGS:
            continue
        before = hits[index - 1] if index else None
        after = hits[index + 1] if index + 1 < len(hits) else None
        if tag in NAMES:
            found = _named(document, hit, before, after, floor) if _capitalised(document.text, hit) else None
        elif tag == "classifier":
            found = classified(document, hit, before, after)
        else:
            found = venue(document, hit)
        if found is not None:
            floor = found.end
            yield found


def _named(document: Document, hit: Hit, before: Hit | None, after: Hit | None, floor: int) -> Found | None:
    """Return the place named by a hit, with the words of its formal name or its classifier."""
    text = document.text
    surface = hit.entry.surface
    tag: Kind = hit.entry.tag  # type: ignore[assignment]  # only the tags of NAMES come here
    start, end = hit.start, surface_end(text, hit)
    # the Republic of Cuba, the Kingdom of Cambodia
    if tag == "country" and before is not None and before.entry.tag == "prefix" and before.end in (start - 1, start - 5):
        if text[before.start].isupper() and text[before.end : start] in (" ", " the "):
            return Found(before.start, end, "country", hit.entry.value, "places.en.formal_name")
    # Guangdong Province, Hanoi City
    classified = after is not None and after.entry.tag == "classifier" and after.start == end + 1 and text[end] == " "
    if classified and after is not None and tag not in ("demonym", "venue") and text[after.start].isupper():
        return Found(start, after.end, _kind(tag, after), hit.entry.value, "places.en.classifier")
    if not classified and not _is_place(document, hit, surface, floor):
        return None
    return Found(start, end, tag, hit.entry.value or None, f"places.{tag}")


def _kind(tag: Kind, classifier: Hit) -> Kind:
    """Return the kind of a known place with its classifier."""
    if tag == "country":
        return "country"
    kind: Kind = classifier.entry.value
    return kind


def _capitalised(text: str, hit: Hit) -> bool:
    """Tell whether the words of a hit are written as a name is."""
    surface = text[hit.start : hit.end]
    first = surface[0]
    if not first.isupper() and not (first.isdigit() or first in "'’"):
        return False
    if text[hit.end : hit.end + 1] in ("$", "+", "@"):
        return False
    known = hit.entry.surface
    if known in words("en", "capitals"):
        return surface.replace(".", "").isupper() and (len(surface) > 2 or not in_capitals(text, hit.start, hit.end))
    if " " not in surface:
        return True
    small = words("en", "small")
    return all(not part[0].islower() or part in small for part in surface.split())


def _is_place(document: Document, hit: Hit, surface: str, floor: int) -> bool:
    """Tell whether a name that may also be something else is a place here."""
    text, tag = document.text, hit.entry.tag
    if (
        hit.entry.value in ("VN", "CN")
        and tag != "country"
        and behind_family_name(document, hit.start, words("en", "family"), floor)
    ):
        return False
    if text[hit.start - 1 : hit.start] == "-" and floor != hit.start - 1 and text[hit.start - 2 : hit.start - 1].isalpha():
        # Ibero-American, One-China
        return False
    if tag in ("city", "region") and word_before(text, hit.start) in ("Al", "El", "Bin", "Ibn", "Abu", "Ben"):
        return False
    if surface in words("en", "cue"):
        return _has_cue(document, hit, floor)
    if surface in words("en", "namelike"):
        return _stands_alone(document, hit)
    return tag != "venue" or text[hit.start].isupper()


def _has_cue(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a preposition of place stands before the name or a list or chain of places runs through it."""
    if not _stands_alone(document, hit):
        return False
    before = words_before(document.lower, hit.start, 20)
    if before and before[-1] in {"in", "at", "to", "from", "of", "near", "visit", "visited", "visiting"}:
        return True
    return 0 < hit.start - floor <= 5 and document.text[floor : hit.start].strip() in (",", "and", "")


def _stands_alone(document: Document, hit: Hit) -> bool:
    """Tell whether no capitalised word, but an office or a function word, stands right beside the name."""
    text = document.text
    following = next_word(text, hit.end).strip(".")
    if following and following[0].isupper() and not _goes_with_place(document, following, hit.end + 1):
        return False
    word = word_before(text, hit.start)
    if not word or not word[0].isupper() or not word[-1].isalnum():
        return True
    lowered = word.lower()
    return lowered in words("en", "function") or lowered in country_words("en")


def _goes_with_place(document: Document, word: str, position: int) -> bool:
    """Tell whether a capitalised word may follow a place: an office, a month, a people, or a word all in capitals."""
    lowered = word.lower()
    if lowered in words("en", "office") or lowered in country_words("en") or lowered.endswith("'s"):
        return True
    return word.isupper() and in_capitals(document.text, position, position + len(word))


# -- what the words before a place say ---------------------------------------------------------------------------------


def relation(document: Document, found: Found, following: Found | None) -> Relation:
    """Return whether the words before a place make it the place of something or the goal of somebody."""
    text = document.text
    if found.kind == "demonym" or _is_modifier(document, found, following):
        # on a Vietnam visit, the China visit by
        goes = found.kind != "demonym" and next_word(text, found.end) in words("en", "trips")
        return TOWARD if goes else NO_RELATION
    before = words_before(document.lower, found.start)
    index = _skip(before, len(before) - 1)
    if index < 0:
        return NO_RELATION
    word = before[index]
    if word in words("en", "visiting"):
        return TOWARD
    if word == "for" and index and before[index - 1] in words("en", "leaving_for"):
        return TOWARD
    if word in words("en", "inside"):
        if index and before[index - 1] in words("en", "arriving"):
            return INTO
        return NO_RELATION if _belongs_to_noun(before, index, found, text) else WITHIN
    if word in words("en", "toward"):
        blocked = index and before[index - 1].strip(",") in words("en", "no_goal")
        return NO_RELATION if blocked or _is_accreditation(before, index, found) else TOWARD
    return NO_RELATION


def _is_modifier(document: Document, found: Found, following: Found | None) -> bool:
    """Tell whether the name goes with what follows: Vietnam-Laos, Hanoi-based, Vietnam – China, Hanoi People's Committee."""
    text, end = document.text, found.end
    char = text[end : end + 1]
    if char in "-–—/" and text[end + 1 : end + 2].isalnum():
        return True
    if char == " " and text[end + 1 : end + 2] in "-–—" and following is not None and following.start == end + 3:
        return True
    word = next_word(text, end)
    if word in words("en", "trips"):
        return True
    if not word or not word[0].isupper() or found.kind == "venue":
        return False
    lowered = word.strip(".").lower()
    return lowered not in words("en", "office") and lowered not in calendar("en")


def _skip(before: Sequence[str], index: int) -> int:
    """Return the index of the word before articles, adjectives, classifiers and peoples: in |the southern Chinese city of|."""
    skip, peoples, nouns = words("en", "skip"), words("en", "demonym"), words("en", "nouns_of_place")
    countries = words("en", "country")
    for _ in range(8):
        if index < 0:
            return -1
        word = before[index]
        passed = (
            word in skip
            or word in peoples
            or (word == "of" and index and before[index - 1] in nouns)
            or (word.endswith("'s") and word[:-2] in countries)
        )
        if not passed:
            return index
        index -= 1
    return index


def _belongs_to_noun(before: Sequence[str], index: int, found: Found, text: str) -> bool:
    """Tell whether "in" goes with the noun before it: the situation in Myanmar, the embassy in Hanoi."""
    if found.kind == "venue" or not index:
        return False
    return before[index - 1] in words("en", "attached") or _is_accreditation(before, index, found)


def _is_accreditation(before: Sequence[str], index: int, found: Found) -> bool:
    """Tell whether the preposition at `index` says where an ambassador or an embassy is accredited."""
    offices, between = words("en", "accredited"), words("en", "accreditation")
    places = country_words("en")
    own = words("en", "missions") if found.kind != "country" and before[index] != "to" else offices
    for position in range(index - 1, max(index - 1 - _LOOK_BACK, -1), -1):
        word = before[position].strip("\"'’“”")
        bare = word.removesuffix("'s")
        if bare in offices:
            return bare in own or any(previous in own for previous in before[position + 1 : index])
        if bare in between or bare in places or bare.rstrip(".") in places:
            continue
        # Ambassador Marc Knapper to Vietnam: a name of one or two words
        if found.kind == "country" and position >= index - 3 and bare.isalpha():
            continue
        return False
    return False
