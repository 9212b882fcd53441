"""Vietnamese: which hits are places, and how far their names reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from eventx import Document, Hit, maker
from eventx_places.found import (
    BY_NAME,
    Found,
    Kind,
    behind_family_name,
    in_capitals,
    is_syllable,
    next_word,
    surface_end,
    word_before,
    words_before,
)
from eventx_places.lexicon import LEXICON, NAMES, ends_with, words
from eventx_places.vi_towns import town
from eventx_places.vi_venues import owned, venue

_found = maker(Found)

_ABBREVIATION = "tp"
_LONGEST_NAME = 3
_SIGNS = frozenset("$+@")
"""What makes the word before it no name: an amount, an address."""


def find(document: Document, hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield the places of a Vietnamese document."""
    floor = 0
    text, capitals = document.text, words("vi", "capitals")
    for before, hit, after in zip((None, *hits), hits, (*hits[1:], None), strict=False):
        tag = hit.entry.tag
        if tag in NAMES:
            found = _named(document, hit, before, floor) if _capitalised(text, hit, capitals) else None
            if found is not None and tag == "venue" and not hit.entry.value:
                found = owned(document, found, after)
        elif tag == "classifier":
            found = _unknown(document, hit, after)
        elif tag == "head":
            found = venue(document, hit)
        elif tag == "pair":
            yield from _pair(document, hit)
            continue
        else:
            continue
        if found is not None:
            if tag in ("country", "region") and (before_it := town(document, found, floor)) is not None:
                yield before_it
            if tag != "head":
                floor = found.end
            yield found


def _named(document: Document, hit: Hit, before: Hit | None, floor: int) -> Found | None:
    """Return the place named by a hit, with the words of its formal name or its classifier."""
    text = document.text
    tag: Kind = hit.entry.tag  # type: ignore[assignment]  # only the tags of NAMES come here
    start, end, country = hit.start, surface_end(text, hit), hit.entry.value or None
    if before is not None and _adjacent(text, before, start):
        role = before.entry.tag
        if role == "prefix" and tag == "country" and text[before.start].isupper():
            # Vương quốc Campuchia, Cộng hòa Dân chủ Liên bang Ethiopia
            return _found(before.start, end, "country", country, "places.vi.formal_name", before.start)
        if role == "classifier" and (before.entry.value["kind"] != "country" or tag == "country"):
            return _with_classifier(document, hit, before, tag)
    if tag != "venue" and not _is_place(document, hit, floor):
        return None
    return _found(start, end, tag, country, BY_NAME[tag], start)


def _adjacent(text: str, before: Hit, start: int) -> bool:
    """Tell whether nothing but a space, or the stop of an abbreviation, parts the hit from the name at `start`."""
    if start - before.end > len(". "):
        # so it is nearly always
        return False
    between = text[before.end : start]
    return between == " " or (between in (". ", ".") and before.entry.surface == _ABBREVIATION)


def _with_classifier(document: Document, hit: Hit, classifier: Hit, tag: Kind) -> Found:
    """Return a known place with its classifier: tỉnh Hòa Bình whole, thủ đô Hà Nội and các tỉnh Tây Nguyên without."""
    end = surface_end(document.text, hit)
    value = classifier.entry.value
    if tag in ("country", "venue"):
        return _found(hit.start, end, tag, hit.entry.value or None, BY_NAME[tag], classifier.start)
    start = classifier.start if value["named"] and not _plural(document, classifier.start) else hit.start
    return _found(start, end, value["kind"], hit.entry.value or None, "places.vi.classifier", classifier.start)


def _plural(document: Document, start: int) -> bool:
    """Tell whether the classifier at `start` is in the plural: các tỉnh, hai quần đảo, 5 tỉnh."""
    word = word_before(document.lower, start)
    return word.isdigit() or word in words("vi", "plural")


def _unknown(document: Document, hit: Hit, after: Hit | None) -> Found | None:
    """Return the unknown place behind a classifier: thành phố Gimje, tỉnh Jeollabuk."""
    value, text = hit.entry.value, document.text
    start = hit.end + 1
    while start < hit.end + 3 and text[start : start + 1] == " ":
        start += 1
    if not text[start : start + 1].isupper() or not value.get("unknown", True) or not _adjacent(text, hit, start):
        return None
    if after is not None and after.start <= start + 1 and after.entry.tag != "head":
        return None
    end = _name_end(document, start)
    if end - start < 2 or in_capitals(text, start, end):
        return None
    first = hit.start if value["named"] and not _plural(document, hit.start) else start
    return _found(first, end, value["kind"], None, "places.vi.unknown", hit.start)


def _name_end(document: Document, start: int) -> int:
    """Return where the name at `start` ends: up to three Vietnamese syllables, two of a longer run, or a foreign run."""
    text = document.text
    ends: list[int] = []
    position, native = start, True
    while len(ends) < 2 * _LONGEST_NAME:
        word = next_word(text, position - 1)
        bare = word.rstrip(".-'’")
        if not bare or not bare[0].isupper() or (bare.isupper() and len(bare) > 1):
            break
        is_native = is_syllable(text[position : position + len(bare)])
        if ends and native and not is_native:
            break
        native = is_native and native
        ends.append(position + len(bare))
        if len(bare) != len(word) or text[position + len(bare) : position + len(bare) + 1] != " ":
            break
        position += len(bare) + 1
    if not ends:
        return start
    longer = native and len(ends) > _LONGEST_NAME
    return ends[1] if longer else ends[min(len(ends), _LONGEST_NAME) - 1]


def _pair(document: Document, hit: Hit) -> Iterator[Found]:
    """Yield the two countries of a pair of short names: quan hệ Việt - Trung, Nhật-Hàn."""
    surface = document.text[hit.start : hit.end]
    first, dash, second = surface.replace("–", "-").replace("—", "-").partition("-")
    if not dash or not first[0].isupper() or not second.strip()[:1].isupper():
        return
    countries = hit.entry.value.split()
    yield _found(hit.start, hit.start + len(first.rstrip()), "country", countries[0], "places.vi.pair", hit.start)
    start = hit.end - len(second.strip())
    yield _found(start, hit.end, "country", countries[1], "places.vi.pair", start)


# -- is it a place? ----------------------------------------------------------------------------------------------------


def _capitalised(text: str, hit: Hit, capitals: frozenset[str]) -> bool:
    """Tell whether the words of a hit are written as a name is; some only `capitals` make one."""
    surface = text[hit.start : hit.end]
    if hit.entry.surface in capitals:
        return surface.isupper()
    parts = surface.split()
    if len(parts) == 1:
        return surface[0].isupper()
    if hit.entry.tag == "venue":
        return any(part[0].isupper() for part in parts)
    if len(parts) == 2:
        # Côte d'Ivoire, Sharm el-Sheikh
        return not parts[1].islower() and (surface[0].isupper() or parts[0] in words("vi", "small"))
    return surface[0].isupper() or parts[-1][0].isupper()


def _is_place(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a name that may also be something else is a place here."""
    surface, value, tag = hit.entry.surface, hit.entry.value, hit.entry.tag
    if document.text[hit.end : hit.end + 1] in _SIGNS:
        return False
    doubtful = surface in _doubtful()
    if doubtful and surface in words("vi", "syllable"):
        return _is_country(document, hit, floor)
    namelike = doubtful and surface in words("vi", "namelike")
    if (namelike or (value == "VN" and tag != "country")) and _is_personal(document, hit, floor):
        return False
    if doubtful and surface in words("vi", "cue"):
        return _has_cue(document, hit, floor)
    if tag == "country" and namelike and " " in surface and _before_foreigner(document, hit):
        return all(map(is_syllable, surface.split()))
    return not (namelike or (value != "VN" and tag != "country")) or not _before_foreign_name(document, hit)


@cache
def _doubtful() -> frozenset[str]:
    """Return the names that may also be something else."""
    return words("vi", "syllable") | words("vi", "namelike") | words("vi", "cue")


def _is_personal(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether the name stands behind a family name or an honorific: Trần Hà Lan, bà Nga."""
    if word_before(document.lower, hit.start) in words("vi", "honorific"):
        return True
    return behind_family_name(document, hit.start, words("vi", "family"), floor)


def _before_foreign_name(document: Document, hit: Hit) -> bool:
    """Tell whether a capitalised foreign word follows: Orlando Hernandez, but not Thị trưởng Paris Anne Hidalgo."""
    following = next_word(document.text, hit.end)
    if (
        not following[:1].isupper()
        or following.isupper()
        or ends_with("vi", words_before(document.lower, hit.start, 40), "office")
    ):
        return False
    return not is_syllable(document.text[hit.end + 1 : hit.end + 1 + len(following)])


def _is_country(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a single syllable names a country: not in a personal name, not at the head of another word."""
    text, lowered = document.text, document.lower
    following = next_word(text, hit.end).rstrip(".-,")
    excluded = next_word(lowered, hit.end).rstrip(".-,") in LEXICON.table("vi", "syllable")[hit.entry.surface]
    after_office = ends_with("vi", words_before(lowered, hit.start, 40), "office") > 0
    if in_capitals(text, hit.start, hit.end):
        return after_office and not excluded
    if after_office:
        return not excluded or following[:1].isupper()
    before = words_before(lowered, hit.start, 12)
    if following.lower() in words("vi", "family") and ends_with("vi", before, "inside"):
        # Đại sứ Việt Nam tại Lào Nguyễn Văn Bình
        return True
    if excluded or _is_personal(document, hit, floor) or _in_run(document, hit, floor, following):
        return False
    return hit.entry.surface not in words("vi", "cue") or _has_cue(document, hit, floor) or _before_foreigner(document, hit)


# Bộ trưởng Y tế |Anh| Karl Berg, Bộ trưởng Thương mại |Hà Lan| Jan Novak; not "Anh Karl Berg" at the head of a sentence
def _before_foreigner(document: Document, hit: Hit) -> bool:
    """Tell whether a foreign word of a name follows within a phrase, so that its country is told."""
    following, before = next_word(document.text, hit.end), word_before(document.text, hit.start)
    if not before[-1:].isalnum() or not following[:1].isupper() or following.isupper():
        return False
    return not is_syllable(document.text[hit.end + 1 : hit.end + 1 + len(following)])


def _in_run(document: Document, hit: Hit, floor: int, following: str) -> bool:
    """Tell whether another capitalised Vietnamese syllable stands beside the syllable: Bảo Anh, Mỹ Đình."""
    text = document.text
    previous = word_before(document.text, hit.start)
    if previous.istitle() and previous.isalpha() and hit.start - floor > 1:
        start = hit.start - 1 - len(previous)
        if is_syllable(text[start : hit.start - 1]):
            return True
    return following[:1].isupper() and is_syllable(text[hit.end + 1 : hit.end + 1 + len(following)])


def _has_cue(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a preposition or noun of place stands before the name, or a pair or list of places runs through it."""
    text = document.text
    before = words_before(document.lower, hit.start, 40)
    if any(ends_with("vi", before, table) for table in ("inside", "toward", "skip", "office", "cue_before")):
        return True
    gap = text[floor : hit.start].strip() if 0 < hit.start - floor <= 4 else "x"
    return gap in words("vi", "list") or gap in ("-", "–", "(") or text[hit.end : hit.end + 1] == ":"
