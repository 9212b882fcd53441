"""Vietnamese venues: a head word and the name behind it (Trụ sở Bộ Ngoại giao, lâu đài Villers-Cotterêts)."""

from __future__ import annotations

from eventx import Document, Hit
from eventx_places.found import Found, in_capitals, is_syllable, next_word, word_before
from eventx_places.lexicon import phrases, words

_LONGEST_RUN = 6


def venue(document: Document, hit: Hit) -> Found | None:
    """Return the venue whose head word is `hit`, if a body or a name follows it."""
    text = document.text
    if text[hit.end : hit.end + 1] != " " or in_capitals(text, hit.start, hit.end):
        return None
    end = _institution_end(document, hit.end)
    run = _run_end(document, end)
    if run == hit.end:
        # vào Lăng viếng: the head alone, written as a name in the middle of a sentence
        alone = hit.entry.value == "alone" and text[hit.start].isupper() and text[hit.start - 2 : hit.start - 1].isalpha()
        if not alone:
            return None
    elif not _is_name(document, hit, end, run):
        return None
    return Found(hit.start, run, "venue", None, "places.vi.venue")


def _is_name(document: Document, hit: Hit, institution: int, end: int) -> bool:
    """Tell whether head and run are a name: not "chính |phủ Phạm|", not "bảo tàng |Quân| khu"."""
    text = document.text
    if " " not in hit.entry.surface and text[hit.start].islower():
        # a short head in small letters ends other words: chính phủ, bưu điện
        before = word_before(document.lower, hit.start)
        if before not in words("vi", "inside") and before not in words("vi", "toward") and before != "thăm":
            return False
    run = document.folded[institution + 1 : end]
    cut = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    return not (cut and institution == hit.end and " " not in run and is_syllable(run))


def _institution_end(document: Document, position: int) -> int:
    """Return the end of the body named behind `position`, or `position`; its first letter must be a capital."""
    text, lowered = document.text, document.lower
    if not text[position + 1 : position + 2].isupper():
        return position
    surfaces, longest = phrases("vi", "institution")
    tail = lowered[position + 1 : position + 60].split("\n", 1)[0]
    parts = tail.split(" ")[:longest]
    for length in range(len(parts), 0, -1):
        phrase = " ".join(parts[:length])
        bare = phrase.rstrip('.,;:)”"')
        if bare in surfaces:
            return position + 1 + len(bare)
    return position


def _run_end(document: Document, position: int) -> int:
    """Return the end of the run of capitalised words behind `position`."""
    text = document.text
    for _ in range(_LONGEST_RUN):
        word = next_word(text, position)
        bare = word.rstrip(".-'’")
        if not bare or not (bare[0].isupper() or (bare[0].isdigit() and position and text[position - 1].isalpha())):
            return position
        position += 1 + len(bare)
        if len(bare) != len(word):
            return position
        if not is_syllable(document.folded[position - len(bare) : position]) and text[position : position + 3] in (" - ", " – "):
            # lâu đài Villers - Cotterêts
            other = next_word(text, position + 2)
            if other[:1].isupper() and not is_syllable(document.folded[position + 3 : position + 3 + len(other)]):
                position += 3 + len(other.rstrip(".-'’"))
    return position
