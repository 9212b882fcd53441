"""Lines at the head of a page that state its day of publication: imprints, headers, lines with a label."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from eventx import Span, language_data
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Found, Reading

_REST = 20  # characters at least of the text that a stamp without a label dates
_BLANKS = 8  # blanks and line ends between a headline and the next line, at most
_HEADER = 70  # characters beside the date of a header line
_FEW = 4  # words before the date of a header line with a time, and behind that of one with a section
_TOP = 6  # lines within which such a line stands
_NAMED = 5  # words at most of a place and outlet on a line of their own with their date
_BARS = frozenset("-–|•·")  # marks between a byline and its date
_ZONE = 4  # letters of the name of a time zone, at most


def line_of(text: str, span: Span) -> tuple[int, int]:
    """Return where the line of a span starts and ends."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return start, len(text) if end < 0 else end


def is_stamp(text: str, start: int, found: Found, code: str, *, alone: bool) -> bool:
    """Tell whether a line states the day of publication: a word says so, or nothing stands on it but the date and a time.

    Args:
        text: the text.
        start: where the line of the date starts, or the stamp before it on that line ends.
        found: the date.
        code: the language.
        alone: whether it is the only date of its line.

    """
    end = line_of(text, found.span)[1]
    before, after = text[start : found.span.start], text[found.span.end : end]
    minute = _has_day(found) and _minute().fullmatch(after) is not None
    if not (alone or minute) and _is_running(before, _beside(code)):
        return is_labelled(before, after, code)
    written = _noise().sub(" ", before).split()
    section = not written and _has_day(found) and text.count("\n", 0, start) <= _TOP and _is_under_a_section(after)
    if minute or (alone and (section or _stands_apart(before, after, written, code) or _is_told_again(text, end, after))):
        return len(text) - (end - start) >= _REST
    known = _beside(code)
    left = [word.lower() for word in written]
    if any(word not in known for word in left):
        return is_labelled(before, after, code)
    if any(word in LEXICON.table(code, "label") for word in left) or _clock().match(after):
        return True
    if not alone or len(text) - (end - start) < _REST:
        return False  # other dates stand on the line, or nothing is told below it
    first = not left and not text[:start].strip() and re.match(r"\s*(?:[|\n]|\d{1,2}:\d\d|T\d)", after) is not None
    return first or all(word in known for word in _noise().sub(" ", after).lower().split())


def _stands_apart(before: str, after: str, written: Sequence[str], code: str) -> bool:
    """Tell whether a line with one date is no sentence, whatever words stand on it."""
    if _is_imprint(before, after, written, code) or _is_header(before, after, written, code):
        return True
    # no sentence tells the minute of a zone at its end, nor is a date of it glued to a word: "World NewsWorld News15/06/2024"
    return (":" in after and _zoned().fullmatch(after) is not None) or (before[-1:].isalpha() and not after.strip())


# 30.04.2019 General News · Sat, 24 Apr 2004 Source: ANA · May 3, 2022 / News, Politics
def _is_under_a_section(after: str) -> bool:
    """Tell whether nothing but a few capitalised words stand behind the date that opens a line: of a section, or a source."""
    words = _noise().sub(" ", after).split()
    return 0 < len(words) <= _FEW and all(word[0].isupper() for word in words) and after.rstrip()[-1:] not in ".!?"


def _has_day(found: Found) -> bool:
    """Tell whether a date is a day of some year."""
    return isinstance(found.reading, Reading) and found.reading.day is not None and found.reading.year is not None


def _is_told_again(text: str, end: int, headline: str) -> bool:
    """Tell whether the headline behind a date is told again on the next line: the first line is the page's, not the author's."""
    told = headline.strip()
    return len(told) >= _REST and text[end : end + len(told) + _BLANKS].lstrip().startswith(told)


def is_labelled(before: str, after: str, code: str) -> bool:
    """Tell whether a label stands right before a date and no sentence around: "World - Posted on: 5 May 2022"."""
    known, label = _beside(code), LEXICON.table(code, "label")
    low = before.lower()
    if not any(word in low for word in label):
        return False  # nearly always
    words = _noise().sub(" ", _parts().split(low)[-1]).split()
    if not any(word in label for word in words):
        return False
    return all(word in known for word in (*words, *_noise().sub(" ", after).lower().split()))


@lru_cache(maxsize=1)
def _noise() -> re.Pattern[str]:
    """Return what may stand beside a date in a stamp: clock times, zones, counts, marks."""
    return re.compile(
        r"\d{1,2}\s?[:hg]\s?\d{0,2}(?::\d\d)?(?:\s?phút)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
        r"|\b(?:GMT|UTC|ICT|CET|CEST|EET|MSK|WAT|EAT|CAT|[ABCEHIJKMNPSWZ][DHPSW]T|(?:AE|AW|NZ|SA)[DS]T|MYT|SGT|WIB|PKT|BDT|NPT)\b(?:\s?[+-]\s?\d{1,2})?"
        r"|[+-]\d\d:?\d\d\b|[^\w\s]|\b\d{1,6}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    """Return a clock time right behind a date, set off by a mark or from the text behind it: "| 22:00 |", "/ 3:59 AM"."""
    return re.compile(r"\s*+[|,]?\s*+\d{1,2}[:h]\d\d.{0,20}\||\s*+[|/]\s*+\d{1,2}[:h]\d\d")


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    """Return what parts the pieces of a header line: "World - Posted on", "By Agency • Updated"."""
    return re.compile(r"[|•·–—]|\s-\s")


@lru_cache(maxsize=1)
def _zoned() -> re.Pattern[str]:
    """Return a clock time with its zone behind a date: " 10:47 GMT+7"."""
    return re.compile(
        r"[\s,|-]{0,3}\d{1,2}:\d\d(?::\d\d)?\s?(?:[AaPp]\.?[Mm]\.?\s?)?\(?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d\d)?\)?\s*"
    )


@lru_cache(maxsize=1)
def _minute() -> re.Pattern[str]:
    """Return a clock time behind a date and a bar: "Source: Agency Monday, May 5, 2022 | 12:50", "… | 12:50 X is seen with Y"."""
    return re.compile(r"\s?\|\s?\d{1,2}:\d\d(?:\s*|\s[^\W\d_a-z].*)")


@lru_cache(maxsize=8)
def _byline(code: str) -> re.Pattern[str]:
    """Return what stands before the date of a byline: "By Jane Roe - ", "By: Daily Staff, ", "By JANE ROE and JOHN DOE "."""
    opens, joins = ("|".join(map(re.escape, LEXICON.table(code, tag))) for tag in ("byline", "byline_joins"))
    return re.compile(rf"\s*(?i:{opens}):?\s(?:(?:[^\W\d_a-z][\w.'’-]*|{joins}),?\s){{1,8}}(?:[-–|,•·]\s?)?")


@lru_cache(maxsize=1)
def _time() -> re.Pattern[str]:
    """Return a clock time right behind a date."""
    return re.compile(r",?\s{1,3}\d{1,2}:\d\d(?::\d\d)?\b")


def _is_header(before: str, after: str, written: Sequence[str], code: str) -> bool:
    """Tell whether a short line with a date to the minute or behind a byline is no sentence: "Agency | 2017-12-19 00:52"."""
    if len(before) + len(after) > _HEADER:
        return _ends_in_byline(before, after, code)
    if after.rstrip().endswith("."):
        return False
    if _byline(code).fullmatch(before) or _ends_in_byline(before, after, code) or _ends_in_section(before, code):
        return not after.strip()
    return len(written) <= _FEW and _time().match(after) is not None


# General News of Saturday, 2 April 2016
def _ends_in_section(before: str, code: str) -> bool:
    """Tell whether nothing but the name of a section of the news stands before a date."""
    words = before.split()
    ends = LEXICON.table(code, "section_of")
    return 1 < len(words) <= _FEW and words[0][0].isupper() and " ".join(words).lower().endswith(tuple(ends))


# Minister X Meets Envoy of Y By Daily Staff - August 28, 2021
def _ends_in_byline(before: str, after: str, code: str) -> bool:
    """Tell whether a line is a headline with a byline behind it, and its date behind a dash or bar; no sentence ends so."""
    if after.strip() or before.rstrip()[-1:] not in _BARS:
        return False
    at = max(before.rfind(f" {word.capitalize()} ") for word in LEXICON.table(code, "byline"))
    return at > 0 and _byline(code).fullmatch(before, at + 1) is not None


def _is_imprint(before: str, after: str, written: Sequence[str], code: str) -> bool:
    """Tell whether a line is a place or outlet and its date: "Geneva, 5 September 2022", "(Agency) 10:33, May 5, 2022"."""
    words = written
    if ")" in before:
        words = _noise().sub(" ", re.sub(r"\([^()\n]{2,30}\)", " ", before)).split()
    marked = before.rstrip()[-1:] in (",", "|", ")", "•") or (len(words) == 1 and words[0].isupper()) or not words
    if not marked or not before.strip() or len(words) > _NAMED:
        return False
    known = _beside(code)
    if any(word not in known for word in _noise().sub(" ", after).lower().split()):
        return False
    small, titles = LEXICON.table(code, "inside_places"), LEXICON.table(code, "inside_titles")
    return all(word[0].isupper() for word in words if word not in small or word in titles)


@lru_cache(maxsize=4)
def _beside(code: str) -> frozenset[str]:
    """Return the words that may stand beside the day of publication."""
    return frozenset((*LEXICON.table(code, "label"), *LEXICON.table(code, "beside"), *language_data(code).weekdays))


def _is_running(before: str, known: Collection[str]) -> bool:
    """Tell whether a word before a date stands beside no day of publication; zones of clock times are shorter."""
    for word in before.split():  # noqa: SIM110 - a generator costs more than the words
        if len(word) > _ZONE and word.isalpha() and word.lower() not in known:
            return True
    return False
