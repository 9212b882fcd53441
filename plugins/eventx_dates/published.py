"""The day of publication, where the text itself states it: stamps at the head, and datelines."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

import attrs

from eventx import Span, language_data, swift
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Found, Reading

_HEAD = 1500  # characters at the head of a text in which stamps and datelines are looked for
_LINES = 12  # lines in which the first stamp is looked for
_NEXT = 3  # lines behind a stamp in which another may stand (published, updated)
_TOLD = 2  # dates that a headline or summary above a dateline may tell
_REST = 20  # characters at least of the text that a stamp without a label dates
_HEADER = 70  # characters beside the date of a header line
_FEW = 4  # words before the date of a header line with a time
_NAMED = 5  # words at most of a place and outlet on a line of their own with their date
_ZONE = 4  # letters of the name of a time zone, at most
_PLACE = 80  # characters of the place and agency before a dateline's date


@lru_cache(maxsize=1)
def _noise() -> re.Pattern[str]:
    """Return what may stand beside a date in a stamp: clock times, zones, counts, marks."""
    return re.compile(
        r"\d{1,2}\s?[:hg]\s?\d{0,2}(?::\d\d)?(?:\s?phút)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
        r"|\b(?:GMT|UTC|ICT|CET|CEST|EET|MSK|WAT|EAT|CAT|[ABCEHIJKMNPSWZ][DHPSW]T|(?:AE|AW|NZ|SA)[DS]T|MYT|SGT|WIB|PKT|BDT|NPT)\b(?:\s?[+-]\s?\d{1,2})?"
        r"|[+-]\d\d:?\d\d\b|[^\w\s]|\b\d{1,6}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _dateline_tail(code: str) -> re.Pattern[str]:
    """Return what closes a dateline behind its date: an agency in brackets, then a dash."""
    names = "|".join(name for name, closes in LEXICON.table(code, "agency").items() if closes)
    return re.compile(rf"\.?\s{{0,2}}(?:\([^()\n]{{2,40}}\)\s{{0,2}})?(?:--?|–|—|:\s)|\s?\((?:{names})[^()\n]{{0,20}}\)")


@lru_cache(maxsize=1)
def _dateline_head() -> re.Pattern[str]:
    """Return what opens a dateline before its date: place names, an agency in brackets."""
    return re.compile(
        r"[(“\"]?(?:[^\W\d_][\w.'’/ -]{1,40}?)(?:,\s?[^\W\d_][\w.'’ -]{1,30}){0,2}(?:\s?\([^()\n]{2,40}\))?\s?[,:]?\s?(?:ngày\s)?"
    )


@lru_cache(maxsize=8)
def _agency(code: str) -> re.Pattern[str]:
    """Return what stands before a date that shares its brackets with an agency: "Hà Nội (TTXVN"."""
    names = "|".join(LEXICON.table(code, "agency"))
    # or a list of agencies, parted from the date by a dash: "MOSCOW (Baltic News / Nordic - 11th June, 2020)"
    return re.compile(rf"(?:[^\W\d_a-z][^()\n]{{1,40}}\s)?\((?:(?:{names})(?:,|,?\sngày)?|[^\W\d_a-z][^()\n]{{2,40}}\s[-–])")


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    """Return a clock time right behind a date, set off by a mark or from the text behind it: "| 22:00 |", "/ 3:59 AM"."""
    return re.compile(r"\s*[|,]?\s*\d{1,2}[:h]\d\d.{0,20}\||\s*[|/]\s*\d{1,2}[:h]\d\d")


@swift
@attrs.frozen
class Stamps:
    """Which dates of a text are no events' dates: those that state the day of publication, and those of datelines."""

    published: tuple[Found, ...]
    datelines: tuple[Found, ...]

    @property
    def places(self) -> dict[int, int]:
        """Where they start and end."""
        return {one.span.start: one.span.end for one in (*self.published, *self.datelines)}


def stamps(text: str, code: str, dates: Sequence[Found]) -> Stamps:
    """Return the stamps among the dates at the head of a text."""
    published: list[Found] = []
    datelines: list[Found] = []
    last = _LINES
    for index, found in enumerate(dates):
        if found.span.start > _HEAD:
            break
        reading = found.reading
        if not isinstance(reading, Reading) or reading.shift or not reading.month or reading.month > 12:
            continue
        told = index - len(published) - len(datelines)  # dates of the running text before this one
        if not reading.year and not (reading.day and told <= _TOLD):
            continue
        start, end = _line(text, found.span)
        if published:  # a dateline may follow a stamp on its line
            start = max(start, published[-1].span.end)
        if reading.day and told <= _TOLD and _is_dateline(text, start, found.span, end, code):
            datelines.append(found)
        elif reading.year and (line := text.count("\n", 0, found.span.start)) <= last:
            alone = reading.day is not None and _is_alone(text, start, dates, index)
            running = not alone and _is_running(text[start : found.span.start], _beside(code))
            if not running and _is_stamp(text, start, found, code, alone=alone):
                published.append(found)
                last = line + _NEXT
    return Stamps(tuple(published), tuple(datelines))


def _is_alone(text: str, start: int, dates: Sequence[Found], index: int) -> bool:
    """Tell whether no other date stands on the line that starts at an offset, where a date stands."""
    own = dates[index].span.start
    beside = (dates[other].span for other in (index - 1, index + 1) if 0 <= other < len(dates))
    # "Monday - 17/04/2023": its weekday, set off by a dash, is no other date
    return all(
        text.rfind("\n", 0, other.start) + 1 != start
        or (other.end < own and text[other.start : other.end].isalpha() and not text[other.end : own].strip(" -–|,"))
        for other in beside
    )


def _line(text: str, span: Span) -> tuple[int, int]:
    """Return where the line of a span starts and ends."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return start, len(text) if end < 0 else end


def _is_dateline(text: str, start: int, span: Span, end: int, code: str) -> bool:
    """Tell whether a date at the start of a line, from one offset to another, belongs to its dateline: "HANOI, April 12 -"."""
    mark = text[span.end : span.end + 1]
    if mark not in ".()-–—:" and not mark.isspace():
        return False
    before = text[start : span.start]
    head = before.strip()
    if not head or len(head) > _PLACE:
        return False
    after = text[span.end : end]
    if after.startswith(")") and _agency(code).fullmatch(head):
        return True
    # "Doha - Information Office - March 16": on a line of its own
    closed = _dateline_tail(code).match(after) is not None or (not after.strip() and head[-1] in "-–—")
    if not closed or not _dateline_head().fullmatch(before.lstrip()):
        return False
    small = LEXICON.table(code, "inside_places")
    words = [word for word in re.findall(r"[^\W\d_]+", before) if word not in small]
    return bool(words) and all(word[0].isupper() for word in words)


@lru_cache(maxsize=1)
def _byline() -> re.Pattern[str]:
    """Return what stands before the date of a byline: "By Jane Roe - ", "By: Daily Staff, ", "By JANE ROE and JOHN DOE "."""
    return re.compile(r"\s*[Bb][Yy]:?\s(?:(?:[^\W\d_a-z][\w.'’-]*|and|&),?\s){1,8}(?:[-–|,•·]\s?)?")


@lru_cache(maxsize=1)
def _time() -> re.Pattern[str]:
    """Return a clock time right behind a date."""
    return re.compile(r",?\s{1,3}\d{1,2}:\d\d(?::\d\d)?\b")


def _is_header(before: str, after: str, written: Sequence[str]) -> bool:
    """Tell whether a short line with a date to the minute or behind a byline is no sentence: "Agency | 2017-12-19 00:52"."""
    if len(before) + len(after) > _HEADER or after.rstrip().endswith("."):
        return False
    if before.lstrip()[:2].lower() == "by" and _byline().fullmatch(before):
        return not after.strip()
    return len(written) <= _FEW and _time().match(after) is not None


def _is_imprint(before: str, after: str, written: Sequence[str], code: str) -> bool:
    """Tell whether a line is a place or outlet and its date: "Geneva, 5 September 2022", "(Agency) 10:33, May 5, 2022"."""
    words = written
    if ")" in before:
        words = _noise().sub(" ", re.sub(r"\([^()\n]{2,30}\)", " ", before)).split()
    marked = before.rstrip()[-1:] in (",", "|", ")", "•") or (len(words) == 1 and words[0].isupper()) or not words
    if not marked or not before.strip() or len(words) > _NAMED or _noise().sub(" ", after).strip():
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


def _is_stamp(text: str, start: int, found: Found, code: str, *, alone: bool) -> bool:
    """Tell whether a line states the day of publication: a word says so, or nothing stands on it but the date and a time."""
    end = _line(text, found.span)[1]
    before, after = text[start : found.span.start], text[found.span.end : end]
    written = _noise().sub(" ", before).split()
    if alone and _is_imprint(before, after, written, code):
        return len(text) - (end - start) >= _REST
    if alone and _is_header(before, after, written):
        return True
    known = _beside(code)
    left = [word.lower() for word in written]
    if any(word not in known for word in left):
        return False
    if any(word in LEXICON.table(code, "label") for word in left) or _clock().match(after):
        return True
    if not alone or len(text) - (end - start) < _REST:
        return False  # other dates stand on the line, or nothing is told below it
    first = not left and not text[:start].strip() and re.match(r"\s*(?:[|\n]|\d{1,2}:\d\d|T\d)", after) is not None
    return first or all(word in known for word in _noise().sub(" ", after).lower().split())
