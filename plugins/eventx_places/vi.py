"""Vietnamese: which hits are places, how far their names reach, and what the words before them say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx import Document, Hit
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
    is_syllable,
    next_word,
    surface_end,
    word_before,
    words_before,
)
from eventx_places.lexicon import LEXICON, NAMES, phrases, words
from eventx_places.vi_venues import venue

_ABBREVIATION = "tp"


def find(document: Document, hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield the places of a Vietnamese document."""
    floor = 0
    for index, hit in enumerate(hits):
        tag = hit.entry.tag
        before = hits[index - 1] if index else None
        found: Found | None = None
        if tag in NAMES:
            found = _named(document, hit, before, floor)
        elif tag == "classifier":
            found = _classified(document, hit, hits[index + 1] if index + 1 < len(hits) else None)
        elif tag == "head":
            found = venue(document, hit)
        if found is not None:
            if tag != "head":
                floor = found.end
            yield found


def _named(document: Document, hit: Hit, before: Hit | None, floor: int) -> Found | None:
    """Return the place named by a hit, with the words of its formal name or its classifier."""
    text = document.text
    if not _capitalised(text, hit):
        return None
    tag: Kind = hit.entry.tag  # type: ignore[assignment]  # only the tags of NAMES come here
    start, end, country = hit.start, surface_end(text, hit), hit.entry.value or None
    adjacent = before is not None and _adjacent(text, before, start)
    if adjacent and before is not None and before.entry.tag == "prefix" and tag == "country" and text[before.start].isupper():
        # Vương quốc Campuchia, Cộng hòa Dân chủ Liên bang Ethiopia
        return Found(before.start, end, "country", country, "places.vi.formal_name")
    if adjacent and before is not None and before.entry.tag == "classifier":
        if before.entry.value["kind"] != "country" or tag == "country":
            return _with_classifier(text, hit, before, tag)
    if tag != "venue" and not _is_place(document, hit, floor):
        return None
    return Found(start, end, tag, country, f"places.{tag}")


def _adjacent(text: str, before: Hit, start: int) -> bool:
    """Tell whether nothing but a space, or the stop of an abbreviation, parts the hit from the name at `start`."""
    between = text[before.end : start]
    return between == " " or (between in (". ", ".") and before.entry.surface == _ABBREVIATION)


def _with_classifier(text: str, hit: Hit, classifier: Hit, tag: Kind) -> Found:
    """Return a known place with its classifier: tỉnh Hòa Bình whole, thủ đô Hà Nội without."""
    end = surface_end(text, hit)
    value = classifier.entry.value
    if tag in ("country", "venue"):
        return Found(hit.start, end, tag, hit.entry.value or None, f"places.{tag}", classifier.start)
    start = classifier.start if value["named"] else hit.start
    return Found(start, end, value["kind"], hit.entry.value, "places.vi.classifier", classifier.start)


def _classified(document: Document, hit: Hit, after: Hit | None) -> Found | None:
    """Return the unknown place behind a classifier: thành phố Gimje, tỉnh Jeollabuk."""
    value, text = hit.entry.value, document.text
    start = hit.end + 1
    while start < hit.end + 3 and text[start : start + 1] == " ":
        start += 1
    if value["kind"] == "country" or not text[start : start + 1].isupper() or not _adjacent(text, hit, start):
        return None
    if after is not None and after.start <= start + 1 and after.entry.tag != "head":
        return None
    end = _run_end(document, start)
    if end - start < 2 or in_capitals(text, start, end):
        return None
    first = hit.start if value["named"] else start
    return Found(first, end, value["kind"], None, "places.vi.unknown", hit.start)


def _run_end(document: Document, start: int) -> int:
    """Return where the name at `start` ends: two Vietnamese syllables (three if no more follow), or a foreign run."""
    text, folded = document.text, document.folded
    ends: list[int] = []
    position, native = start, True
    while len(ends) < 6:
        word = next_word(text, position - 1) if position else ""
        bare = word.rstrip(".-'’")
        if not bare or not bare[0].isupper() or (bare.isupper() and len(bare) > 1):
            break
        is_native = is_syllable(folded[position : position + len(bare)])
        if ends and native != is_native and native:
            break
        native = is_native and native
        ends.append(position + len(bare))
        if len(bare) != len(word) or text[position + len(bare) : position + len(bare) + 1] != " ":
            break
        position += len(bare) + 1
    if not ends:
        return start
    if native and len(ends) > 3:
        return ends[1]
    return ends[min(len(ends), 3) - 1]


def _capitalised(text: str, hit: Hit) -> bool:
    """Tell whether the words of a hit are written as a name is."""
    surface = text[hit.start : hit.end]
    if hit.entry.surface in words("vi", "capitals"):
        return surface.isupper()
    parts = surface.split()
    if len(parts) == 1:
        return surface[0].isupper()
    if hit.entry.tag == "venue":
        return any(part[0].isupper() for part in parts)
    if len(parts) == 2:
        return parts[0][0].isupper() and parts[1][0].isupper()
    return parts[0][0].isupper() or parts[-1][0].isupper()


def _is_place(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a name that may also be something else is a place here."""
    text, surface = document.text, hit.entry.surface
    if text[hit.end : hit.end + 1] in ("$", "+", "@"):
        return False
    if surface in words("vi", "syllable"):
        return _is_country(document, hit, floor)
    if (hit.entry.value == "VN" and hit.entry.tag != "country") or surface in words("vi", "namelike"):
        if behind_family_name(document, hit.start, words("vi", "family"), floor):
            return False
        if word_before(document.lower, hit.start) in words("vi", "honorific"):
            return False
    if surface in words("vi", "cue"):
        return _has_cue(document, hit, floor)
    if surface in words("vi", "namelike"):
        following = next_word(text, hit.end)
        return not following[:1].isupper() or is_syllable(document.folded[hit.end + 1 : hit.end + 1 + len(following)])
    return True


def _is_country(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a single syllable names a country: not in a personal name, not at the head of another word."""
    text, lowered = document.text, document.lower
    following = next_word(text, hit.end).rstrip(".-,")
    behind = next_word(lowered, hit.end).rstrip(".-,")
    excluded = LEXICON.table("vi", "syllable")[hit.entry.surface]
    after_office = ends_with(words_before(lowered, hit.start, 40), "office")
    if in_capitals(text, hit.start, hit.end):
        return after_office and behind not in excluded
    if behind in excluded and not (following[:1].isupper() and after_office):
        return False
    if after_office:
        return True
    if behind_family_name(document, hit.start, words("vi", "family"), floor):
        return False
    if word_before(lowered, hit.start) in words("vi", "honorific"):
        return False
    previous = word_before(text, hit.start)
    if (
        previous[:1].isupper()
        and previous.isalpha()
        and hit.start - floor > 1
        and previous.istitle()
        and is_syllable(document.folded[hit.start - 1 - len(previous) : hit.start - 1])
    ):
        return False
    if following[:1].isupper() and is_syllable(document.folded[hit.end + 1 : hit.end + 1 + len(following)]):
        return False
    if hit.entry.surface in ("anh", "ý", "áo", "bỉ", "séc"):
        return _has_cue(document, hit, floor)
    return True


def _has_cue(document: Document, hit: Hit, floor: int) -> bool:
    """Tell whether a preposition or noun of place stands before the name, or a pair or list of places runs through it."""
    text = document.text
    before = words_before(document.lower, hit.start, 40)
    if ends_with(before, "inside") or ends_with(before, "toward") or ends_with(before, "skip") or ends_with(before, "office"):
        return True
    if before and before[-1] in {"của", "với", "thăm", "từ", "do", "giữa", "nước", "ủy", "ubnd", "hđnd"}:
        return True
    gap = text[floor : hit.start].strip() if 0 < hit.start - floor <= 4 else "x"
    return gap in {",", "và", "-", "–", "("} or text[hit.end : hit.end + 1] == ":"


def ends_with(before: Sequence[str], table: str) -> int:
    """Return how many of the last words make one of the phrases of a table; 0 if none do."""
    surfaces, longest = phrases("vi", table)
    for length in range(min(longest, len(before)), 0, -1):
        if " ".join(before[-length:]) in surfaces:
            return length
    return 0


# -- what the words before a place say ---------------------------------------------------------------------------------


def relation(document: Document, found: Found, following: Found | None) -> Relation:
    """Return whether the words before a place make it the place of something or the goal of somebody."""
    if _is_paired(document.text, found, following):
        return NO_RELATION
    before = words_before(document.lower, found.left)
    while before and (length := ends_with(before, "skip")):
        del before[-length:]
    if not before:
        return NO_RELATION
    if length := ends_with(before, "inside"):
        rest = before[:-length]
        if _is_visit(rest):
            return INTO
        if found.kind != "venue" and (ends_with(rest, "attached") or _is_accreditation(rest)):
            return NO_RELATION
        return WITHIN
    if length := ends_with(before, "toward"):
        return NO_RELATION if ends_with(before[:-length], "no_goal") else TOWARD
    return TOWARD if _is_visit(before) else NO_RELATION


def _is_paired(text: str, found: Found, following: Found | None) -> bool:
    """Tell whether the place is the first of a pair: Việt Nam - Lào, Nga-Ai Cập."""
    if following is None or not found.end < following.start <= found.end + 3:
        return False
    return text[found.end : following.start].strip() in ("-", "–", "—")


def _is_visit(before: list[str]) -> bool:
    """Tell whether the words end in a visit: thăm, thăm chính thức, thăm và làm việc tại."""
    rest = [word.strip("“”\"'") for word in before[-9:]]
    for _ in range(3):
        length = ends_with(rest, "manner")
        if not length:
            break
        del rest[-length:]
    return bool(rest) and rest[-1].strip(",") == "thăm"


def _is_accreditation(before: Sequence[str]) -> bool:
    """Tell whether "tại" says where an ambassador or an embassy is accredited: Đại sứ Đặc mệnh toàn quyền Australia tại."""
    surfaces, longest = phrases("vi", "accredited")
    for end in range(len(before), max(len(before) - 14, 0), -1):
        if before[end - 1][-1] in ",;.:)" and end < len(before):
            return False
        if before[end - 1][-1] in ",;.:":
            return False
        for length in range(min(longest, end), 0, -1):
            if " ".join(before[end - length : end]).lstrip('("“') in surfaces:
                return True
    return False
