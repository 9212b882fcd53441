"""Vietnamese: what the words before a place make of it: where something happens, where somebody goes, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from eventx import Document
from eventx_places.found import INTO, NO_RELATION, TOWARD, WITHIN, Found, Relation, word_before, words_before
from eventx_places.lexicon import endings, ends_with, words

_LOOK_BACK = 14
_REACH = 110
"""How far before a place words are looked at, in code points."""
_HAPPENS = 5
"""Within how many words before "tại" it is said that something takes place there."""


def relation(document: Document, found: Found, following: Found | None) -> Relation:
    """Return whether the words before a place make it the place of something or the goal of somebody."""
    if following is not None and following.start <= found.end + 3 and _is_paired(document.text, found, following):
        return NO_RELATION
    lowered, left = document.lower, found.left
    # no other visit can be told than one in the words at hand
    visit = lowered.find(_visiting(), left - _REACH if left > _REACH else 0, left) >= 0
    if not visit and (last := word_before(lowered, left)) and last not in _telling() and not last.isdigit():
        return NO_RELATION  # as it is for most
    before = words_before(lowered, left, _REACH)
    # before the words passed over: the "nước" of "thăm cấp Nhà nước" is none of them
    if visit and _is_visit(before):
        return TOWARD
    while before and (length := 1 if before[-1].isdigit() else ends_with("vi", before, "skip")):
        del before[-length:]
    if length := ends_with("vi", before, "inside"):
        return _inside(before[:-length], found)
    if length := ends_with("vi", before, "toward"):
        return NO_RELATION if ends_with("vi", before[:-length], "no_goal") else TOWARD
    return TOWARD if visit and _is_visit(before) else NO_RELATION


@cache
def _visiting() -> str:
    """Return the word for a visit."""
    return next(iter(words("vi", "visit")))


@cache
def _telling() -> frozenset[str]:
    """Return the words that one that tells of a place, or one passed over before it, may end in."""
    return frozenset(last for table in ("skip", "inside", "toward") for last in endings("vi", table))


def _inside(before: list[str], found: Found) -> Relation:
    """Return what a place behind "tại" is to the words before "tại"."""
    if _is_visit(before) or ends_with("vi", before, "trips"):
        return INTO
    if found.kind != "venue" and (_is_attached(before) or is_accreditation(before)):
        return NO_RELATION
    return WITHIN


# đầu tư mở rộng tại; not Hội nghị G7 mở rộng tại
def _is_attached(before: list[str]) -> bool:
    """Tell whether "tại" goes with the words before it: tình hình tại; not with a conference held with more members."""
    length = ends_with("vi", before, "attached")
    return bool(length) and not ends_with("vi", before, "extended")


def _is_paired(text: str, found: Found, following: Found) -> bool:
    """Tell whether the place is the first of a pair: Việt Nam - Lào, Nga-Ai Cập.

    It is not where the second is where the first is: Paris - Pháp, Nhà hát Lớn - Hà Nội.
    """
    if found.kind == "city" and following.kind == "country" and found.country == following.country:
        return False
    if found.kind == "venue" and following.kind == "city":
        return False
    return found.end < following.start and text[found.end : following.start].strip() in ("-", "–", "—")


def _is_visit(before: Sequence[str]) -> bool:
    """Tell whether the words end in a visit: thăm, thăm chính thức, thăm và làm việc tại."""
    if _visiting() not in " ".join(before[-9:]):
        return False
    rest = [word.strip("“”\"'") for word in before[-9:]]
    for _ in range(3):
        length = ends_with("vi", rest, "manner")
        if not length:
            break
        del rest[-length:]
    return bool(rest) and rest[-1].strip(",") == _visiting()


def is_accreditation(before: Sequence[str]) -> bool:
    """Tell whether "tại" says where an ambassador or an embassy is accredited: Đại sứ Đặc mệnh toàn quyền Australia tại."""
    surfaces, sizes = words("vi", "accredited"), endings("vi", "accredited")
    last = f" {' '.join(before[-_HAPPENS:])} "
    if any(f" {phrase} " in last for phrase in words("vi", "taking_place")):
        return False
    for end in range(len(before), max(len(before) - _LOOK_BACK, 0), -1):
        word = before[end - 1]
        if word[-1] in ",;.:" or (word[-1] == ")" and end < len(before) - 1):
            return False
        for length in sizes.get(word.lstrip('("“'), ()):
            if length <= end and " ".join(before[end - length : end]).lstrip('("“') in surfaces:
                # Đại sứ Lào tại Liên hợp quốc X tại New York: he is sent to the first; a Chánh Văn phòng is sent nowhere
                longer = " ".join(before[max(end - length - 1, 0) : end])
                if longer in words("vi", "unsent") or not words("vi", "inside").isdisjoint(before[end:]):
                    return False
                between = f" {' '.join(before[end:])} "
                return not any(f" {phrase} " in between for phrase in words("vi", "does"))
    return False
