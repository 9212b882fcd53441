"""Stretches of a text that are no running text: datelines, captions, headers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from eventx import Contribution, Document, Hit, Span, maker
from eventx_places.dateline_parts import is_date, is_dateline, is_pair
from eventx_places.found import Found, next_word
from eventx_places.lexicon import date_words, words

_contribution, _span = maker(Contribution), maker(Span)

_LONGEST_DATELINE = 90
_LONGEST_CAPTION = 450
_LONGEST_HEADER = 140
_LONGEST_DATE = 60
_LONGEST_WORD = 16
_LONGEST_REST = 8
_LONGEST_LINK = 200
_MARKS = frozenset(("credit", "position", "header", "related"))
"""The tags of words that tell of zones."""


def zones(document: Document, hits: Sequence[Hit], found: Sequence[Found]) -> Iterator[Contribution]:
    """Yield the zones of a document."""
    marks = [hit for hit in hits if hit.entry.tag in _MARKS]
    captions = list(_captions(document, marks)) if marks else []
    yield from captions
    yield from _datelines(document, found, [caption.span.end for caption in captions])
    yield from _headers(document, marks)
    yield from _links(document, marks)


def _zone(kind: str, start: int, end: int, rule: str) -> Contribution:
    """Return the contribution of one zone."""
    return _contribution(field="zone", value=kind, span=_span(start, end), rule=rule)


# -- datelines ---------------------------------------------------------------------------------------------------------


@cache
def _separator() -> re.Pattern[str]:
    """Return the pattern of what ends a dateline or a part of one."""
    # each alternative begins with one certain character, so that the text between them is passed over in less time
    return re.compile(r"\.[-–](?=\s|$)\s*|--\s+|–(?=\s|$)\s*|—(?=\s|$)\s*|-(?<=\s-)(?=\s|$)\s*|:\s+|  +(?![-–—])")


def _datelines(document: Document, found: Sequence[Found], captions: Sequence[int]) -> Iterator[Contribution]:
    """Yield the datelines at the heads of paragraphs and behind captions."""
    # Hanoi (VNA) – · HANOI, April 12 - · MOSCOW, March 3 (Xinhua) -- · Hà Nội (TTXVN) - · Muscat: · (Chinhphu.vn) - · TTO -
    text, lowered, mark = document.text, document.lower, _header_mark(document.lang)
    starts = {place.start: place for place in found}
    behind = [end + (text[end : end + 1] == " ") for end in captions]
    paragraphs = document.segmentation.paragraph_starts
    for offset in sorted({*paragraphs, *behind}) if behind else paragraphs:
        header = mark.match(lowered, offset)
        start = header.end() if header else offset
        end = _dateline_end(document, start, starts)
        if end > start:
            yield _zone("dateline", start, end, "places.dateline")


def _after_header(document: Document, start: int) -> int:
    """Return where the text behind a header mark begins: " date 2023-11-13 Hanoi (VNA) – "."""
    match = _header_mark(document.lang).match(document.lower, start)
    return match.end() if match else start


def _dateline_end(document: Document, start: int, places: dict[int, Found]) -> int:
    """Return where the dateline that starts at `start` ends; `start` if there is none."""
    text = document.text
    first = text[start : start + 1]
    if not (first.isupper() or first == "(") or _is_prose(document, start, places):
        return start
    end = position = _glued_end(document, places.get(start)) or start
    if end > start:
        return end
    limit = min(start + _LONGEST_DATELINE, len(text))
    line = text.find("\n", start, limit)
    limit = line if line >= 0 else limit
    for _ in range(3):
        separator = _separator().search(text, position, limit + 1)
        if separator is None or separator.start() == position:
            break
        if not is_dateline(document, position, separator.start(), places, separator.group()):
            break
        if is_pair(text, places.get(position), places.get(separator.end())):
            break
        end = position = separator.end()
    return end


# KIGALI-President X · LIMA-The Foreign Minister, X
def _glued_end(document: Document, place: Found | None) -> int:
    """Return where a dateline ends that is a place in capitals and a hyphen glued to the text; 0 if there is none."""
    text = document.text
    if place is None or text[place.end : place.end + 1] != "-" or not text[place.start : place.end].isupper():
        return 0
    word = next_word(f" {text[place.end + 1 : place.end + _LONGEST_WORD]}", 0)
    return place.end + 1 if word.lower() in words(document.lang, "behind_dateline") and word[0].isupper() else 0


def _is_prose(document: Document, start: int, places: dict[int, Found]) -> bool:
    """Tell whether the first three letters, or a word of two, show that no dateline begins here, as in nearly all paragraphs.

    They are no code in capitals, neither a place nor an abbreviation (Ont.) begins with them, nor a date nor an agency.
    """
    window = document.text[start : start + 5]
    head = window[:3].rstrip(" ")
    if start in places or len(head) == 1 or not head.isalpha() or head[1].isupper() or "." in window:
        return False
    return head.lower() not in _heads(document.lang)


@cache
def _heads(language: str) -> frozenset[str]:
    """Return the first three letters of the words that dates and agencies may begin with."""
    return frozenset(word[:3].rstrip() for word in (*date_words(language), *words(language, "agency")))


# -- captions ----------------------------------------------------------------------------------------------------------


def _captions(document: Document, hits: Sequence[Hit]) -> Iterator[Contribution]:
    """Yield the captions: what a credit ends or begins, and lines with a bracketed word of position."""
    last = -1
    for hit in hits:
        if hit.start < last:
            continue
        if hit.entry.tag == "credit":
            extent = _credited(document, hit)
        elif hit.entry.tag == "position":
            extent = _positioned(document, hit)
        else:
            continue
        if extent is not None:
            start, end = extent
            start, last = max(start, last), max(end, last)
            yield _zone("caption", start, last, f"places.caption.{hit.entry.tag}")


def _credited(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Return the extent of the caption that a credit belongs to: "… (Photo: VNA)", "Ảnh: baotintuc.vn", "Ảnh 1. …"."""
    text = document.text
    segmentation = document.segmentation
    paragraph = segmentation.paragraphs[segmentation.paragraph_index(hit.start)]
    bracketed = text[hit.start - 1 : hit.start] == "("
    opening = hit.start == paragraph.start
    behind = text[hit.end : hit.end + 6]
    if not text[hit.start].isupper() or hit.entry.value == "none":
        return None
    # Ảnh 1. Chủ tịch …
    if opening and _numbered().match(behind):
        return paragraph.start, paragraph.end
    labelled = behind.lstrip()[:1] == ":"
    if not labelled and not (bracketed and hit.entry.value == "phrase") and not bracketed:
        return None
    if opening:
        return paragraph.start, paragraph.end
    close = text.find(")", hit.end, min(paragraph.end, hit.end + 80)) if bracketed else -1
    end = close + 1 if close >= 0 else _credit_end(document, hit)
    if paragraph.end - end <= _LONGEST_REST and not text[end : paragraph.end].strip(" |."):
        end = paragraph.end
        if end - paragraph.start <= _LONGEST_CAPTION:
            return _after_header(document, paragraph.start), end
    return _caption_start(document, hit, paragraph.start), end


def _credit_end(document: Document, hit: Hit) -> int:
    """Return where a credit without brackets ends: with its line, or before the sentence glued to it."""
    sentence = document.sentence_at(hit.start)
    return max(sentence.end, hit.end)


def _caption_start(document: Document, hit: Hit, floor: int) -> int:
    """Return the start of the sentence a credit belongs to: its own, or the one before if it stands alone."""
    sentences = document.sentences
    index = bisect_right(document.segmentation.sentence_starts, hit.start) - 1
    start = sentences[index].start
    if start >= hit.start - 1 and index and sentences[index - 1].start >= floor:
        start = sentences[index - 1].start
    return _after_header(document, start)


@cache
def _numbered() -> re.Pattern[str]:
    """Return the pattern of the number of a picture."""
    return re.compile(r"\s?\d{1,2}\s?[.:)]")


def _positioned(document: Document, hit: Hit) -> tuple[int, int] | None:
    """Return the extent of a line with a bracketed word of position, if it is a single short sentence."""
    text = document.text
    if text[hit.start - 1 : hit.start] != "(" or text[hit.end : hit.end + 1] != ")":
        return None
    segmentation = document.segmentation
    paragraph = segmentation.paragraphs[segmentation.paragraph_index(hit.start)]
    sentence = document.sentence_at(hit.start)
    if len(paragraph) > _LONGEST_CAPTION:
        return None
    rest = text[sentence.end : paragraph.end].strip()
    if rest and not (rest[0] == "(" and rest[-1] == ")"):
        return None
    return _after_header(document, sentence.start), paragraph.end


# -- headers -----------------------------------------------------------------------------------------------------------


@cache
def _header_mark(language: str) -> re.Pattern[str]:
    """Return the pattern of the mark with which page scrapers begin a header line."""
    starts = "|".join(map(re.escape, sorted(words(language, "header_start")))) or "(?!)"
    return re.compile(rf"\s*(?:{starts}) \d{{4}}(?:-\d\d){{0,2}}\s+")


def _headers(document: Document, hits: Sequence[Hit]) -> Iterator[Contribution]:
    """Yield the mark at the text's head and the short lines with a word of headers and a number."""
    #  date 2022-09-06 Title · Ngày đăng 01/05/2022 | 4:01 PM | View count: 394
    text = document.text
    match = _header_mark(document.lang).match(document.lower)
    if match is not None:
        yield _zone("header", 0, match.end(), "places.header.mark")
        line = text.find("\n", match.end())
        line = len(text) if line < 0 else line
        if match.end() < line < match.end() + 250 and text[line - 1] not in '.!?)”"':
            yield _zone("headline", match.end(), line, "places.headline")
    lines = {
        document.segmentation.paragraph_index(hit.start)
        for hit in hits
        if hit.entry.tag == "header" and text[hit.start].isalpha()
    }
    for index, paragraph in enumerate(document.paragraphs):
        size = paragraph.end - paragraph.start
        if index in lines and size <= _LONGEST_HEADER and any(map(str.isdigit, document.slice(paragraph))):
            yield _zone("header", paragraph.start, paragraph.end, "places.header.line")
        elif size <= _LONGEST_DATE and is_date(document.lang, document.slice(paragraph)):
            # Thứ Năm, 14/03/2024 09:30 · March 19, 2024
            yield _zone("header", paragraph.start, paragraph.end, "places.header.date")


# -- links to other articles -------------------------------------------------------------------------------------------


# Tin liên quan: · - Chủ tịch tỉnh tiếp Đại sứ X (11-07-2009) · Bộ Y tế có tên gọi mới
def _links(document: Document, hits: Sequence[Hit]) -> Iterator[Contribution]:
    """Yield the lines over links to other articles, each with those below it that do not end as sentences do."""
    text, paragraphs, segmentation = document.text, document.paragraphs, document.segmentation
    end = 0
    for hit in hits:
        if (
            hit.start < end
            or hit.entry.tag != "related"
            or text[hit.end : hit.end + _LONGEST_REST].partition("\n")[0].strip(" :")
        ):
            continue
        number = segmentation.paragraph_index(hit.start)
        if hit.start > paragraphs[number].start:
            continue
        end = hit.end
        for paragraph in paragraphs[number + 1 :]:
            line = document.slice(paragraph).rstrip()
            if line.endswith((".", "!", "?", '"', "”")) or len(line) > _LONGEST_LINK:
                break
            end = paragraph.end
        yield _zone("boilerplate", hit.start, end, "places.links")
