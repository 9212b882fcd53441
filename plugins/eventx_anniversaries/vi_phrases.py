"""What a Vietnamese anniversary is of, its numbers of years and the dates around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

import attrs

from eventx import Document, language_data, swift
from eventx_anniversaries.dates import Found, date_at, find_dates
from eventx_anniversaries.numbers import any_of, in_vietnamese_words, some_of
from eventx_anniversaries.reading import Reading

LOOK_AHEAD = 200
"""How far behind its number an anniversary is read, in code points."""
_DAY = 8


@lru_cache(maxsize=1)
def _spelt() -> str:
    """Return the alternation of numerals, the longest first."""
    return "|".join(sorted(language_data("vi").numerals, key=len, reverse=True))


@lru_cache(maxsize=1)
def count_of_years(leads: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number of years right behind "kỷ niệm".

    55 năm · tròn 50 năm · trọng thể 75 năm · 1.000 năm · bảy mươi lăm năm · lần thứ 15 · lần thứ 15 năm · năm thứ 50.
    """
    number = rf"\d{{1,4}}|\d\.\d{{3}}|(?:(?:{_spelt()})\s+){{0,4}}(?:{_spelt()})"
    return re.compile(
        rf"\s+(?:(?:{any_of(leads)})\s+){{0,2}}"
        rf"(?:{some_of('vi', 'time_words')}\s+(?P<time>{number})(?:\s+năm)?"
        rf"|(?P<years>{number})\s+năm|năm\s+thứ\s+(?P<year>\d{{1,4}}))(?!\w|/|\s?\d{{4}})"
    )


@lru_cache(maxsize=1)
def time_behind() -> re.Pattern[str]:
    """Return the pattern of an occasion with its number behind: "Quốc khánh lần thứ 78"."""
    return re.compile(
        rf"\s+(?P<of>(?:{some_of('vi', 'day_nouns')}\s+)?[^\W\d_]+(?:\s+[^\W\d_]+){{0,7}})"
        rf"\s+{some_of('vi', 'time_words')}\s+(?P<number>\d{{1,4}})(?!\w|/)"
    )


@lru_cache(maxsize=1)
def number_before() -> re.Pattern[str]:
    """Return the pattern of a number right before "năm …", with the word before it."""
    return re.compile(
        rf"(?P<before>[^\W\d_]*)[\s,]*(?<![\w/.-])(?P<number>\d{{1,4}}|(?:(?:{_spelt()})\s+){{0,3}}(?:{_spelt()}))\s+$"
    )


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """Return the pattern of a bracket that may hold dates."""
    return re.compile(r"[\s,]{0,3}[(\[]([^()\[\]]{2,70})[)\]]")


@lru_cache(maxsize=1)
def _ends(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what ends the phrase of what is commemorated."""
    return re.compile(
        rf"[().;:!?\"\[\]]|,|(?<=\s)-\s(?=\d)|\s(?:{any_of(words)}|nhân(?!\s+dân)|và\s+\d{{1,4}}\s+năm|năm\s+\d{{4}}|\d{{1,2}}\s?/\s?\d)(?!\w)"
    )


@lru_cache(maxsize=1)
def since_when(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of what opens what is commemorated, behind its years, as what they count from."""
    return re.compile(rf"\s+(?:{any_of(words)})(?=\s)")


@lru_cache(maxsize=1)
def _soon_bracket() -> re.Pattern[str]:
    """Return the pattern of words up to a bracket."""
    return re.compile(r"[^(),;.\d]{2,50}\(")


@lru_cache(maxsize=1)
def preposition() -> re.Pattern[str]:
    """Return the pattern of what introduces a date."""
    return re.compile(rf"(?<!\w){some_of('vi', 'prepositions')}?\s?{some_of('vi', 'date_units')}\s(?=\d)")


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
        bracket = _soon_bracket().match(lower, match.end(), stop)
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


# kỷ niệm 73 năm Quốc khánh tại thủ đô Lima (2/9/1945 - 2/9/2018)
def bracket_further(lower: str, end: int, stop: int, years: int | None) -> tuple[Found, ...]:
    """Return the dates of a bracket that follows behind other words, where they lie as many years apart as are commemorated."""
    if years is None or lower.find("(", end, stop) < 0:
        return ()
    for match in islice(_bracket().finditer(lower, end, stop), 3):
        dates = find_dates(lower, match.start(1), match.end(1), "vi")
        if len(dates) == 2 and (dates[1].year or 0) - (dates[0].year or 0) == years:
            return tuple(dates)
    return ()


# kỷ niệm 79 năm Quốc khánh 2/9
def day_behind(lower: str, end: int, stop: int) -> tuple[Found, ...]:
    """Return the day without a year that stands right behind what is commemorated: "Quốc khánh *2/9*"."""
    date = date_at(lower, end + 1, min(end + 1 + _DAY, stop), "vi") if lower[end : end + 1] == " " else None
    return (date,) if date is not None and date.year is None else ()


def dates_near(lower: str, floor: int, start: int, end: int, stop: int) -> tuple[Found, ...]:
    """Return the dates told with ngày, tháng, năm: after the phrase first, then before the anniversary in its sentence."""
    found: list[Found] = []
    for low, high in ((end, min(stop, end + 60)), (max(floor, start - 120), start)):
        for match in preposition().finditer(lower, low, high):
            date = date_at(lower, match.end(), min(match.end() + 24, stop), "vi")
            if date is not None:
                found.append(date)
    return tuple(found)


def year_offset(lower: str, floor: int, stop: int, words: Mapping[str, int]) -> int | None:
    """Return how many years off the year of publication a sentence sets its anniversary."""
    sentence = lower[floor:stop]
    return next((offset for phrase, offset in words.items() if phrase in sentence), None)


def value_of(text: str) -> int | None:
    """Return the number that digits or words tell."""
    digits = text.replace(".", "")
    return int(digits) if digits.isdigit() else in_vietnamese_words(text.split(), "vi")


@swift
@attrs.frozen
class Stretch:
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
        since = since_when(tuple(self.tables["closed"]["since_when"])).match(lower, end, self.stop)
        begin = since.end() if since is not None else end  # 20 năm *kể từ khi* ký Hiệp định
        ahead, begin = (
            ((), begin) if of else bracket_after(lower, begin, self.stop)
        )  # kỷ niệm 50 năm (1973 - 2023) thiết lập quan hệ
        phrase = of or phrase_after(self.document, begin, self.stop, self.tables["closed"])
        if phrase is None or lower[phrase[0] : phrase[1]].startswith(tuple(self.tables["closed"]["private"])):
            return None
        bracket, behind = bracket_after(lower, max(phrase[1], end), self.stop)
        bracket = bracket or ahead or bracket_further(lower, behind, self.stop, years) or day_behind(lower, phrase[1], self.stop)
        near = dates_near(lower, self.floor, start, phrase[1], self.stop)
        offset = year_offset(lower, self.floor, self.stop, self.tables["year_words"])
        reading = Reading(start=start, end=end, years=years, rule=rule, of=phrase, bracket=bracket, near=near, offset=offset)
        return reading, behind
