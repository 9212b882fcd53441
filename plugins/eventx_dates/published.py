"""The day of publication, where the text itself states it: stamps at the head, and datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from eventx import by_value, language_data, swift
from eventx_dates.headers import is_labelled, is_stamp, line_of
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Found, Reading

_HEAD = 1500  # characters at the head of a text in which stamps and datelines are looked for
_LINES = 12  # lines in which the first stamp is looked for
_NEXT = 3  # lines behind a stamp in which another may stand (published, updated)
_TOLD = 2  # dates that a headline or summary above a dateline may tell
_SUMMED = 5  # the same above one with its year, where headline and summary tell all that follows
_FOOT = 300  # characters at the foot of a text in which a stamp with a label is looked for
_TOWN = 4  # words at most of a place on a line of its own with its day
_PLACE = 80  # characters of the place and agency before a dateline's date


@lru_cache(maxsize=8)
def _dateline_tail(code: str) -> re.Pattern[str]:
    """Return what closes a dateline behind its date: an agency in brackets, then a dash."""
    names = "|".join(name for name, closes in LEXICON.table(code, "agency").items() if closes)
    return re.compile(
        rf"\.?\s{{0,2}}(?:\([^()\n]{{2,40}}\)\s{{0,2}})?(?:--?|–|—|_\s|:\s)|\s?\((?:{names})[^()\n]{{0,20}}\)"
        # "/VNA/", ". /Agency/." , " . / Agency / ."
        r"|(?:\s?\.)?\s?/\s?[^\W\d_a-z][^/\n]{1,24}/"
    )


@lru_cache(maxsize=8)
def _dateline_head(code: str) -> re.Pattern[str]:
    """Return what opens a dateline before its date: place names, an agency in brackets."""
    day = "|".join(LEXICON.table(code, "before_datelines"))
    return re.compile(
        r"[(“\"]?(?:[^\W\d_][\w.'’/ -]{1,40}?)(?:,\s?[^\W\d_][\w.'’ -]{1,30}){0,2}(?:\s?[(\[][^()\[\]\n]{2,40}[)\]])?\s?[,:]?\s?"
        rf"(?:(?:{day})\s)?"
    )


@lru_cache(maxsize=1)
def _agency_first() -> re.Pattern[str]:
    """Return the agency in brackets that may open a line before its dateline: "(World News (WN)) LIMA, Jan 13"."""
    return re.compile(r"\s*\([^()\n]{2,40}(?:\([^()\n]{2,20}\))?\)\s+(?=[^\W\d_a-z])")


@lru_cache(maxsize=1)
def _place_behind() -> re.Pattern[str]:
    """Return what makes a dateline of the date that begins its line: "October 23, 2015 (JUBA) –"."""
    return re.compile(r"\s\([^\W\d_a-z][^()\n]{1,40}\)\s?(?:--?|–|—)\s")


@lru_cache(maxsize=1)
def _source_behind() -> re.Pattern[str]:
    """Return an agency in brackets behind the date of a dateline without a dash: "LIMA, Aug 28 (Press Latina) President X"."""
    return re.compile(r"\s?\(([^\W\d_a-z][^()\n\d]{1,30})\)\.?\s(?=[^\W\d_a-z])")


@lru_cache(maxsize=1)
def _clock_first() -> re.Pattern[str]:
    """Return a clock time that may open a dateline."""
    return re.compile(r"\s*\d{1,2}:\d\d\s?\|\s?")


@lru_cache(maxsize=8)
def _agency(code: str) -> re.Pattern[str]:
    """Return what stands before a date that shares its brackets with an agency: "Hà Nội (TTXVN"."""
    names, day = "|".join(LEXICON.table(code, "agency")), "|".join(LEXICON.table(code, "before_datelines"))
    # or a list of agencies, parted from the date by a dash: "MOSCOW (Baltic News / Nordic - 11th June, 2020)"
    return re.compile(rf"(?:[^\W\d_a-z][^()\n]{{1,40}}\s)?\((?:(?:{names})(?:,|,?\s(?:{day}))?|[^\W\d_a-z][^()\n]{{2,40}}\s[-–])")


@lru_cache(maxsize=8)
def _links(code: str) -> re.Pattern[str]:
    """Return a line over links to other articles: "Related News"."""
    heads = "|".join(map(re.escape, LEXICON.table(code, "links")))
    return re.compile(rf"^[ \t]*(?:{heads})[ \t]*:?[ \t]*$", re.IGNORECASE | re.MULTILINE)


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Stamps:
    """Which dates of a text are no events' dates: those that state the day of publication, and those of datelines."""

    published: tuple[Found, ...]
    datelines: tuple[Found, ...]

    @property
    def places(self) -> dict[int, int]:
        """Where they start and end."""
        return {one.span.start: one.span.end for one in (*self.published, *self.datelines)}


def stamps(text: str, code: str, dates: Sequence[Found]) -> Stamps:
    """Return the stamps among the dates at the head of a text; where there is none, that with a label at its foot."""
    published: list[Found] = []
    datelines: list[Found] = []
    last, links = _LINES, _links(code).search(text, 0, _HEAD) if dates else None
    for index, found in enumerate(dates):
        if found.span.start > _HEAD:
            break
        reading = found.reading
        if not isinstance(reading, Reading) or reading.shift or not reading.month or reading.month > 12:
            continue
        told = index - len(published) - len(datelines)  # dates of the running text before this one
        if not reading.year and not (reading.day and told <= _TOLD):
            continue
        start, end = line_of(text, found.span)
        if links is not None and found.span.start > links.start():
            # a page's links may stand above its dateline, but the days under them are none of its own
            first = not (published or datelines) and reading.year and reading.day
            datelines += [found] if first and _is_dateline(text, start, found, end, code) else []
            continue
        if published:  # a dateline may follow a stamp on its line
            start = max(start, published[-1].span.end)
        if reading.day and told <= (_SUMMED if reading.year else _TOLD) and _is_dateline(text, start, found, end, code):
            datelines.append(found)
        elif reading.year and (line := text.count("\n", 0, found.span.start)) <= last:
            alone = reading.day is not None and _is_alone(text, start, dates, index)
            if is_stamp(text, start, found, code, alone=alone):
                published += (*_opening(text, start, dates, index, code), found)
                # a stamp of the month alone may have that of the day far below it
                last = line + _NEXT if reading.day else _LINES
    return Stamps(tuple(published or _at_foot(text, code, dates)), tuple(datelines))


def _at_foot(text: str, code: str, dates: Sequence[Found]) -> list[Found]:
    """Return the last date of a text if a label stands before it on a line of its own: "Published: 6/23/2015"."""
    for found in dates[-1:]:
        start, end = line_of(text, found.span)
        stated = isinstance(found.reading, Reading) and found.reading.year and found.reading.month and found.reading.day
        if stated and len(text) - end < _FOOT and is_labelled(text[start : found.span.start], text[found.span.end : end], code):
            return [found]
    return []


def _is_alone(text: str, start: int, dates: Sequence[Found], index: int) -> bool:
    """Tell whether no other date stands on the line that starts at an offset, where a date stands."""
    own = dates[index].span.start
    beside = (dates[other].span for other in (index - 1, index + 1) if 0 <= other < len(dates))
    # "Monday - 17/04/2023": its weekday, set off by a dash, is no other date
    return all(
        text.rfind("\n", 0, other.start) + 1 != start
        or (other.end < own and text[other.start : other.end].isalpha() and not text[other.end : own].strip(" -–|,"))
        or (
            other.start > own
            and text[other.start : other.end].isalpha()
            and text[dates[index].span.end : other.start].strip(" ") == ","
        )
        for other in beside
    )


# May 12, 2015 - 09:20. Updated on June 5, 2015 - 11:45.
def _opening(text: str, start: int, dates: Sequence[Found], index: int, code: str) -> tuple[Found, ...]:
    """Return the date that opens the line of a labelled one, if a label is all that parts them: it is that of the text."""
    first = dates[index - 1] if index else None
    if first is None or first.span.start < start or text[start : first.span.start].strip():
        return ()
    reading = first.reading
    if not (isinstance(reading, Reading) and reading.year and reading.month and reading.day):
        return ()
    return (first,) if is_labelled(text[first.span.end : dates[index].span.start], "", code) else ()


def _is_dateline(text: str, start: int, found: Found, end: int, code: str) -> bool:
    """Tell whether a date at the start of a line, from one offset to another, belongs to its dateline: "HANOI, April 12 -"."""
    span = found.span
    mark = text[span.end : span.end + 1]
    if mark not in ".()-–—:/" and not mark.isspace():
        return False
    before, after = text[start : span.start], text[span.end : end]
    if before.lstrip()[:1] == "(" and (agency := _agency_first().match(before)):
        before = before[agency.end() :]
    head = before.strip()
    if not head:
        return _place_behind().match(after) is not None
    if len(head) > _PLACE:
        return False
    if after.startswith(")") and _agency(code).fullmatch(head):
        return True
    # "Doha - Information Office - March 16": on a line of its own
    closed = _dateline_tail(code).match(after) is not None or (not after.strip() and head[-1] in "-–—")
    if not closed and after.lstrip()[:1] == "(" and (source := _source_behind().match(after)):
        closed = source[1] not in language_data(code).weekdays
    if not closed and not after.strip(" .") and (clock := _clock_first().match(before)):
        # a line with the hour before its place: "08:38 | San Francisco (U.S.), Nov. 15."
        closed, before = True, before[clock.end() :]
    # a place and a day alone on their line above the text: "Kathmandu, February 18"
    closed = closed or (not after.strip() and _is_town(head, found) and bool(text[end:].strip()))
    if not closed or not _dateline_head(code).fullmatch(before.lstrip()):
        return False
    small = LEXICON.table(code, "inside_places")
    words = [word for word in re.findall(r"[^\W\d_]+", before) if word not in small]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_town(head: str, found: Found) -> bool:
    """Tell whether nothing but a few words and a comma stand before a day without a year."""
    yearless = isinstance(found.reading, Reading) and not found.reading.year
    return yearless and head[-1] == "," and head.count(" ") < _TOWN
