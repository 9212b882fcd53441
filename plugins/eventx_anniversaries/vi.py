"""Rules for Vietnamese anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs

from eventx import Document, Hit, language_data, swift
from eventx_anniversaries.dates import Found, date_at, find_dates
from eventx_anniversaries.numbers import any_of, in_vietnamese_words
from eventx_anniversaries.reading import Reading, sentence_around

_LOOK_AHEAD = 200


@lru_cache(maxsize=1)
def _spelt() -> str:
    """Return the alternation of numerals, the longest first."""
    return "|".join(sorted(language_data("vi").numerals, key=len, reverse=True))


@lru_cache(maxsize=1)
def _count(leads: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number of years right behind "kỷ niệm".

    55 năm · tròn 50 năm · bảy mươi lăm năm · lần thứ 15 · lần thứ 15 năm · năm thứ 50.
    """
    number = rf"\d{{1,4}}|(?:(?:{_spelt()})\s+){{0,4}}(?:{_spelt()})"
    return re.compile(
        rf"\s+(?:(?:{any_of(leads)})\s+){{0,2}}"
        rf"(?:lần\s+thứ\s+(?P<time>{number})(?:\s+năm)?|(?P<years>{number})\s+năm|năm\s+thứ\s+(?P<year>\d{{1,4}}))(?!\w|/|\s?\d{{4}})"
    )


@lru_cache(maxsize=1)
def _time_behind() -> re.Pattern[str]:
    """Return the pattern of an occasion with its number behind: "Quốc khánh lần thứ 78"."""
    return re.compile(r"\s+(?P<of>(?:ngày\s+|lễ\s+)?[^\W\d_]+(?:\s+[^\W\d_]+){0,7})\s+lần\s+thứ\s+(?P<number>\d{1,4})(?!\w|/)")


@lru_cache(maxsize=1)
def _number_before() -> re.Pattern[str]:
    """Return the pattern of a number right before "năm …", with the word before it."""
    return re.compile(
        rf"(?P<before>[^\W\d_]*)[\s,]*(?<![\w/.-])(?P<number>\d{{1,4}}|(?:(?:{_spelt()})\s+){{0,3}}(?:{_spelt()}))\s+$"
    )


@lru_cache(maxsize=1)
def _next(times: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a second anniversary coordinated with a first: ", 35 năm Ngày hội", "và 50 năm Giải phóng"."""
    return re.compile(
        r"(?:\s\d{1,2}/\d{1,2})?[\s,;]{0,3}(?:và\s+)?(?:kỷ niệm\s+)?(?P<number>\d{1,4})\s+năm\s+"
        rf"(?=\w)(?!\d|(?:{any_of(times)})(?!\w))"
    )


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """Return the pattern of a bracket that may hold dates."""
    return re.compile(r"[\s,]{0,3}[(\[]([^()\[\]]{2,70})[)\]]")


@lru_cache(maxsize=1)
def _ends(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what ends the phrase of what is commemorated."""
    return re.compile(
        rf"[().;:!?\"\[\]]|,|(?<=\s)-\s(?=\d)|\s(?:{any_of(words)}|nhân(?!\s+dân)|và\s+\d{{1,4}}\s+năm|\d{{1,2}}\s?/\s?\d)(?!\w)"
    )


@lru_cache(maxsize=1)
def _preposition() -> re.Pattern[str]:
    """Return the pattern of what introduces a date."""
    return re.compile(r"(?<!\w)(?:từ|vào|kể từ|trong)?\s?(?:ngày|năm|tháng)\s(?=\d)")


def phrase_after(document: Document, start: int, stop: int, closed: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the phrase of what is commemorated from `start` on; a comma is passed if a bracket with dates follows soon."""
    lower = document.lower
    while start < stop and lower[start].isspace():
        start += 1
    pattern = _ends(tuple(closed["ends"]))
    position, end = start, stop
    for _ in range(3):
        match = pattern.search(lower, position, stop)
        end = match.start() if match else stop
        if match is None or match.group() != ",":
            break
        bracket = re.compile(r"[^(),;.\d]{2,50}\(").match(lower, match.end(), stop)
        if bracket is None or len(find_dates(lower, bracket.end(), min(bracket.end() + 40, stop), "vi")) < 2:
            break
        position = match.end()
    end = min(end, start + 140)
    while end > start and not lower[end - 1].isalnum():
        end -= 1
    return (start, end) if end > start else None


def bracket_after(lower: str, end: int, stop: int) -> tuple[tuple[Found, ...], int]:
    """Return the dates of the bracket that follows directly, and where it ends."""
    match = _bracket().match(lower, end, stop)
    if match is not None and not any(map(str.isdigit, match[1])):
        # giữa Việt Nam và U-crai-na (Ukraine) (23/1/1992 - 23/1/2012)
        match = _bracket().match(lower, match.end(), stop)
    if match is None:
        return (), end
    dates = tuple(find_dates(lower, match.start(1), match.end(1), "vi")[:2])
    return dates, match.end() if dates else end


def dates_near(lower: str, floor: int, start: int, end: int, stop: int) -> tuple[Found, ...]:
    """Return the dates told with ngày, tháng, năm: after the phrase first, then before the anniversary in its sentence."""
    found: list[Found] = []
    for low, high in ((end, min(stop, end + 60)), (max(floor, start - 120), start)):
        for match in _preposition().finditer(lower, low, high):
            date = date_at(lower, match.end(), min(match.end() + 24, stop), "vi")
            if date is not None:
                found.append(date)
    return tuple(found)


def _offset(lower: str, floor: int, stop: int, words: Mapping[str, int]) -> int | None:
    """Return how many years off the year of publication a sentence sets its anniversary."""
    sentence = lower[floor:stop]
    return next((offset for phrase, offset in words.items() if phrase in sentence), None)


def _value(text: str) -> int | None:
    """Return the number that digits or words tell."""
    return int(text) if text.isdigit() else in_vietnamese_words(text.split(), "vi")


@swift
@attrs.frozen
class _Stretch:
    """Where an anniversary is read: its document and tables, where its sentence begins, and where reading stops."""

    document: Document
    tables: Mapping[str, Mapping[str, Any]]
    floor: int
    stop: int

    def read(
        self, start: int, end: int, years: int | None, rule: str, of: tuple[int, int] | None = None
    ) -> tuple[Reading, int] | None:
        """Return the reading of one anniversary and where its words, phrase and bracket end."""
        lower = self.document.lower
        phrase = of or phrase_after(self.document, end, self.stop, self.tables["closed"])
        if phrase is None or lower[phrase[0] : phrase[1]].startswith(tuple(self.tables["closed"]["private"])):
            return None
        bracket, behind = bracket_after(lower, max(phrase[1], end), self.stop)
        near = dates_near(lower, self.floor, start, phrase[1], self.stop)
        offset = _offset(lower, self.floor, self.stop, self.tables["year_words"])
        reading = Reading(start=start, end=end, years=years, rule=rule, of=phrase, bracket=bracket, near=near, offset=offset)
        return reading, behind


# kỷ niệm 55 năm thiết lập quan hệ ngoại giao (24/6/1967 - 24/6/2022) · kỷ niệm lần thứ 15 … · kỷ niệm Quốc khánh lần thứ 78 ·
# kỷ niệm nửa thế kỷ … · kỷ niệm Quốc khánh (2/9/1945 - 2/9/2023)
def anniversary(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read what follows "kỷ niệm"; rule anniversaries.vi.anniversary."""
    lower = document.lower
    sentence = sentence_around(document, hit.start)
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    before = lower[max(sentence.start, hit.start - 20) : hit.start].split()
    if before and before[-1] in tables["closed"]["before"]:
        return
    years, end, of = _years_after(lower, hit.end, stop, tables)
    if end is None:
        return
    rule = "anniversaries.vi.anniversary"
    read = _Stretch(document, tables, sentence.start, stop).read(hit.start, end, years, rule, of)
    if read is None or (years is None and len(read[0].bracket) < 2):
        return
    yield read[0]
    yield from _coordinated(document, read[1], tables, sentence.start, sentence.end)


def _years_after(
    lower: str, start: int, stop: int, tables: Mapping[str, Mapping[str, Any]]
) -> tuple[int | None, int | None, tuple[int, int] | None]:
    """Return the years behind "kỷ niệm", where the words end (None: no anniversary), and the phrase if it came first."""
    match = _count(tuple(tables["closed"]["before_years"])).match(lower, start, stop)
    if match:
        return _value(match["time"] or match["years"] or match["year"]), match.end(), None
    head = lower[start : start + 24].lstrip()
    for period, value in tables["period"].items():
        if head.startswith(period):
            return value, lower.index(period, start) + len(period), None
    behind = _time_behind().match(lower, start, stop)
    if behind:
        return int(behind["number"]), behind.end(), (behind.start("of"), behind.end("of"))
    if head.startswith(tuple(tables["closed"]["occasions"])):
        return None, start, None
    return None, None, None


def _coordinated(
    document: Document, position: int, tables: Mapping[str, Mapping[str, Any]], floor: int, stop: int
) -> Iterator[Reading]:
    """Read the anniversaries that go on after a first one: ", 35 năm Ngày hội … và 50 năm Giải phóng …"."""
    for _ in range(4):
        match = _next(tuple(tables["closed"]["times"])).match(document.lower, position, stop)
        if match is None or not 0 < int(match["number"]) < 3000:
            return
        start, end = match.start("number"), match.start("number") + len(match["number"]) + len(" năm")
        limit = min(stop, end + _LOOK_AHEAD)
        read = _Stretch(document, tables, floor, limit).read(start, end, int(match["number"]), "anniversaries.vi.coordinated")
        if read is None:
            return
        yield read[0]
        position = read[1]


# chào mừng 79 năm Ngày Quốc khánh · chặng đường 40 năm thiết lập quan hệ ngoại giao · 50 năm quan hệ ngoại giao (1973-2023)
def bare(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read "chào mừng 79 năm", which a word of celebration or dates make an anniversary; rule anniversaries.vi.bare."""
    lower = document.lower
    sentence = sentence_around(document, hit.start)
    match = _number_before().search(lower, max(sentence.start, hit.start - 40), hit.start)
    closed = tables["closed"]
    if match is None or match["before"] in closed["about"]:
        return
    years = _value(match["number"])
    if years is None:
        return
    stop = max(min(sentence.end, hit.end + _LOOK_AHEAD), hit.end)
    end = lower.index("năm", hit.start) + len("năm")
    read = _Stretch(document, tables, sentence.start, stop).read(match.start("number"), end, years, "anniversaries.vi.bare")
    words = lower[max(sentence.start, match.start("number") - 30) : match.start("number")].split()[-4:]
    if read is None or (len(read[0].bracket) < 2 and not _cued(words, closed)):
        return
    yield read[0]
    yield from _coordinated(document, read[1], tables, sentence.start, sentence.end)


def _cued(words: list[str], closed: Mapping[str, Any]) -> bool:
    """Tell whether the words before a number of years make it an anniversary."""
    joined = f" {' '.join(words)} "
    return not set(words[-2:]) & set(closed["about"]) and any(f" {cue} " in joined for cue in closed["cues"])


def founded(document: Document, hit: Hit) -> Iterator[Found]:
    """Yield the date at which the text says that relations began: "thiết lập quan hệ ngoại giao năm 1973"."""
    sentence = sentence_around(document, hit.start)
    lower = document.lower
    bracket, _ = bracket_after(lower, hit.end, sentence.end)
    if bracket:
        if len(bracket) == 1 and bracket[0].year:
            yield bracket[0]
        return
    for match in _preposition().finditer(lower, hit.end, min(sentence.end, hit.end + 90)):
        date = date_at(lower, match.end(), min(match.end() + 24, sentence.end), "vi")
        if date is not None and date.year:
            yield date
            return
