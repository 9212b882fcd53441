"""Vietnamese venues: a head word and the name behind it (Trụ sở Bộ Ngoại giao, lâu đài Villers-Cotterêts)."""

from __future__ import annotations

from eventx import Document, Hit
from eventx_places.found import Found, in_capitals, is_syllable, next_word, word_before, words_before
from eventx_places.lexicon import ends_with, phrases, words
from eventx_places.vi_relations import is_accreditation

_LONGEST_RUN = 7
_REACH = 70
_DASHES = (" - ", " – ")


def venue(document: Document, hit: Hit) -> Found | None:
    """Return the venue whose head word is `hit`, if a body or a name follows it."""
    text, start, kind = document.text, hit.start, hit.entry.value
    if in_capitals(text, start, hit.end) or ("capital" in kind and text[start].islower()):
        return None
    if "mission" in kind and word_before(document.lower, start) not in words("vi", "called_on"):
        return _mission(document, hit)
    institution = _institution_end(document, hit.end)
    end = _run_end(document, institution, body="body" in kind)
    if end == hit.end:
        # vào Lăng viếng: the head alone, written as a name in the middle of a sentence
        alone = kind == "alone" and text[start].isupper() and text[start - 2 : start - 1].isalpha()
        return Found(start, end, "venue", None, "places.vi.venue", start) if alone else None
    if " " not in hit.entry.surface and text[start].islower() and not _introduced(document, start):
        return None
    if institution == hit.end and _cut(document, hit.end, end):
        return None
    return Found(start, end, "venue", None, "places.vi.venue", start)


# tại Đại sứ quán Lào; not Tham tán tại Đại sứ quán Lào, công tác tại Đại sứ quán Lào
def _mission(document: Document, hit: Hit) -> Found | None:
    """Return the mission at which something is said to happen, where nobody is said to serve at it."""
    before = words_before(document.lower, hit.start, _REACH)
    if not before or before[-1] not in words("vi", "inside"):
        return None
    del before[-1]
    if ends_with("vi", before, "attached") or ends_with("vi", before, "posted") or is_accreditation(before):
        return None
    end = _run_end(document, hit.end, body=False)
    if end == hit.end:
        return None
    return Found(hit.start, _over_seat(document, end), "venue", None, "places.vi.mission", hit.start)


# Đại sứ quán Lào |ở Hà Nội|, |tại thủ đô Hà Nội|
def _over_seat(document: Document, end: int) -> int:
    """Return the end of the place where a mission is that ends at `end`."""
    word = next_word(document.text, end)
    if word not in words("vi", "inside"):
        return end
    start = end + 1 + len(word)
    for size in (2, 1, 0):
        parts = document.lower[start : start + _REACH].split(" ")[1 : size + 1]
        passed = " ".join(parts)
        if passed in words("vi", "skip") or not size:
            behind = start + (len(passed) + 1 if size else 0)
            stop = _run_end(document, behind, body=False)
            return stop if stop > behind else end
    return end


def owned(document: Document, found: Found, after: Hit | None) -> Found:
    """Return a venue that several countries have with the country, or the foreign name, behind it: Phủ Tổng thống |Indonesia|."""
    text, end = document.text, found.end
    if text[end : end + 1] != " " or in_capitals(text, found.start, end):
        return found
    if after is not None and after.start == end + 1 and after.entry.tag in ("country", "city"):
        # Phủ Tổng thống Hàn Quốc, not: tại Phủ Chủ tịch Việt Nam và …
        word = document.lower[end + 1 : after.end]
        if text[after.start].isupper() and word not in words("vi", "syllable"):
            return Found(found.start, after.end, "venue", after.entry.value or None, found.rule, found.left)
        return found
    behind = _run_end(document, end, body=False)
    run = text[end + 1 : behind].split()
    if run and not any(map(is_syllable, run)):
        return Found(found.start, behind, "venue", found.country, found.rule, found.left)
    return found


def _introduced(document: Document, start: int) -> bool:
    """Tell whether a preposition or "thăm" stands before a short head in small letters, which ends other words: bưu điện."""
    before = word_before(document.lower, start)
    return before in words("vi", "visit") or before in words("vi", "inside") or before in words("vi", "toward")


def _cut(document: Document, position: int, end: int) -> bool:
    """Tell whether the run is the first syllable of a longer word: bảo tàng |Quân| khu."""
    text = document.text
    run = text[position + 1 : end]
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower() and " " not in run and is_syllable(run)


def _institution_end(document: Document, position: int) -> int:
    """Return the end of the body named behind `position`, or `position`; its first letter must be a capital."""
    text, lowered = document.text, document.lower
    if text[position : position + 1] != " " or not text[position + 1 : position + 2].isupper():
        return position
    surfaces, longest = phrases("vi", "institution")
    tail = lowered[position + 1 : position + _REACH].split("\n", 1)[0]
    parts = tail.split(" ")[:longest]
    for length in range(len(parts), 0, -1):
        bare = " ".join(parts[:length]).rstrip('.,;:)”"')
        if bare in surfaces:
            return position + 1 + len(bare)
    return position


def _run_end(document: Document, position: int, *, body: bool) -> int:
    """Return the end of the run of capitalised words behind `position`.

    Args:
        document: the document.
        position: where the head or the body ends.
        body: whether the name is that of a body, in which every second syllable may be small: Hội Phụ nữ, UBND huyện Tam Nông.

    """
    text = document.text
    small = not body
    for _ in range(_LONGEST_RUN):
        word = next_word(text, position)
        bare = word.rstrip(".-'’")
        if not bare:
            break
        elided = bare[:2] in words("vi", "elided") and bare[2:3].isupper()
        if bare[0].isupper() or elided or (bare[0].isdigit() and text[position - 1].isalpha()):
            small = not body
        elif small or not _continues(document, position, bare):
            break
        else:
            small = True
        position += 1 + len(bare)
        if len(bare) != len(word):
            break
        if text[position : position + 3] in _DASHES and not is_syllable(text[position - len(bare) : position]):
            # lâu đài Villers - Cotterêts
            other = next_word(text, position + 2).rstrip(".-'’")
            if other[:1].isupper() and not is_syllable(text[position + 3 : position + 3 + len(other)]):
                position += 3 + len(other)
    return position


def _continues(document: Document, position: int, word: str) -> bool:
    """Tell whether a small syllable goes on with a body's name: native, no function word, a capital or nothing behind it."""
    lowered = document.lower[position + 1 : position + 1 + len(word)]
    if lowered in words("vi", "function") or not is_syllable(document.text[position + 1 : position + 1 + len(word)]):
        return False
    following = next_word(document.text, position + 1 + len(word))
    return following[:1].isupper() or not following
