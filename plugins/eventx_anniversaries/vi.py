"""Rules for Vietnamese anniversaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from eventx import Document, Hit
from eventx_anniversaries.dates import Found, date_at
from eventx_anniversaries.numbers import any_of, some_of
from eventx_anniversaries.reading import Reading, sentence_around
from eventx_anniversaries.vi_phrases import (
    LOOK_AHEAD,
    Stretch,
    bracket_after,
    count_of_years,
    dates_near,
    number_before,
    phrase_after,
    preposition,
    time_behind,
    value_of,
    year_offset,
)


@lru_cache(maxsize=1)
def _next(times: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a second anniversary coordinated with a first: ", 35 năm Ngày hội", "và 50 năm Giải phóng"."""
    return re.compile(
        rf"(?:\s\d{{1,2}}/\d{{1,2}})?[\s,;]{{0,3}}(?:{some_of('vi', 'joins')}\s+)?(?:{some_of('vi', 'again')}\s+)?"
        rf"(?P<number>\d{{1,4}})\s+(?P<unit>{some_of('vi', 'years')})\s+"
        rf"(?=\w)(?!\d|(?:{any_of(times)})(?!\w))"
    )


# kỷ niệm 55 năm thiết lập quan hệ ngoại giao (24/6/1967 - 24/6/2022) · kỷ niệm lần thứ 15 … · kỷ niệm Quốc khánh lần thứ 78 ·
# kỷ niệm nửa thế kỷ … · kỷ niệm Quốc khánh (2/9/1945 - 2/9/2023)
def anniversary(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read what follows "kỷ niệm"; rule anniversaries.vi.anniversary."""
    lower = document.lower
    sentence = sentence_around(document, hit.start)
    stop = max(min(sentence.end, hit.end + LOOK_AHEAD), hit.end)
    before = lower[max(sentence.start, hit.start - 20) : hit.start].split()
    if before and before[-1].strip('"') in tables["closed"]["before"]:
        return
    years, end, of = _years_after(lower, hit.end, stop, tables)
    if end is None:
        return
    rule = "anniversaries.vi.anniversary"
    read = Stretch(document, tables, sentence.start, stop).read(hit.start, end, years, rule, of)
    if read is None or (years is None and len(read[0].bracket) < 2):
        return
    yield read[0]
    yield from _coordinated(document, read[1], tables, sentence.start, sentence.end)


def _years_after(
    lower: str, start: int, stop: int, tables: Mapping[str, Mapping[str, Any]]
) -> tuple[int | None, int | None, tuple[int, int] | None]:
    """Return the years behind "kỷ niệm", where the words end (None: no anniversary), and the phrase if it came first."""
    match = count_of_years(tuple(tables["closed"]["before_years"])).match(lower, start, stop)
    if match:
        return value_of(match["time"] or match["years"] or match["year"]), match.end(), None
    head = lower[start : start + 24].lstrip()
    lead = next((f"{lead} " for lead in tables["closed"]["before_years"] if head.startswith(f"{lead} ")), "")
    for period, value in tables["period"].items():
        if head.startswith(f"{lead}{period}"):
            return value, lower.index(period, start) + len(period), None
    behind = time_behind().match(lower, start, stop)
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
        start, end = match.start("number"), match.end("unit")
        limit = min(stop, end + LOOK_AHEAD)
        read = Stretch(document, tables, floor, limit).read(start, end, int(match["number"]), "anniversaries.vi.coordinated")
        if read is None:
            return
        yield read[0]
        position = read[1]


# chào mừng 79 năm Ngày Quốc khánh · chặng đường 40 năm thiết lập quan hệ ngoại giao · 50 năm quan hệ ngoại giao (1973-2023)
def bare(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read "chào mừng 79 năm", which a word of celebration or dates make an anniversary; rule anniversaries.vi.bare."""
    lower = document.lower
    sentence = sentence_around(document, hit.start)
    match = number_before().search(lower, max(sentence.start, hit.start - 40), hit.start)
    closed = tables["closed"]
    if match is None or match["before"] in closed["about"]:
        return
    years = value_of(match["number"])
    if years is None:
        return
    stop = max(min(sentence.end, hit.end + LOOK_AHEAD), hit.end)
    end = hit.start + len(hit.entry.surface.split()[0])
    read = Stretch(document, tables, sentence.start, stop).read(match.start("number"), end, years, "anniversaries.vi.bare")
    words = lower[max(sentence.start, match.start("number") - 30) : match.start("number")].split()[-4:]
    if read is None or (len(read[0].bracket) < 2 and not _cued(words, closed)):
        return
    yield read[0]
    yield from _coordinated(document, read[1], tables, sentence.start, sentence.end)


# đánh dấu (tròn) 50 năm bình thường hóa quan hệ · năm nay tròn 30 năm hai nước thiết lập quan hệ ngoại giao
def marked(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read a number of years behind a verb of marking them; rule anniversaries.vi.marked."""
    lower, closed = document.lower, tables["closed"]
    sentence = sentence_around(document, hit.start)
    match = count_of_years(tuple(closed["before_years"])).match(lower, hit.end, sentence.end)
    if match is None or match["years"] is None or lower.startswith(tuple(f" {word}" for word in closed["no_mark"]), match.end()):
        return
    if hit.value and not _is_this_year(lower[max(sentence.start, hit.start - 40) : hit.start], closed):
        return
    stop = max(min(sentence.end, hit.end + LOOK_AHEAD), hit.end)
    stretch = Stretch(document, tables, sentence.start, stop)
    read = stretch.read(match.start("years"), match.end(), value_of(match["years"]), "anniversaries.vi.marked")
    if read is not None:
        yield read[0]
        yield from _coordinated(document, read[1], tables, sentence.start, sentence.end)


def _is_this_year(before: str, closed: Mapping[str, Any]) -> bool:
    """Tell whether the words before "tròn 30 năm" speak of a year or of marking one: "năm nay", "năm 2023 là dịp"."""
    words = f" {' '.join(before.replace(',', ' ').split()[-7:])} "
    return any(f" {word} " in words for word in closed["this_year"]) or _of_a_year().search(words) is not None


@lru_cache(maxsize=1)
def _of_a_year() -> re.Pattern[str]:
    """Return the pattern of a year among words."""
    return re.compile(r" năm \d{4} ")


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    """Return the pattern of the number right behind "lần thứ"."""
    return re.compile(r"\s+(\d{1,4})(?!\w|/)")


# Nhân dịp Quốc khánh lần thứ 78 của Cuba · mừng Ngày Độc lập lần thứ 248 của Hoa Kỳ
def day(document: Document, hit: Hit, tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Reading]:
    """Read a named day with its number behind it; rule anniversaries.vi.day."""
    sentence = sentence_around(document, hit.start)
    lower = document.lower
    number = _number().match(lower, hit.end, sentence.end)
    words = lower[max(sentence.start, hit.start - 30) : hit.start].split()[-4:]
    if number is None or not _cued([*words, ""], tables["closed"]):
        return
    stop = max(min(sentence.end, hit.end + LOOK_AHEAD), hit.end)
    times = (lower.find(word, hit.start, hit.end) for word in tables["closed"]["time_words"])
    name = (hit.start, next((at for at in times if at >= 0), hit.end + 1) - 1)
    behind = phrase_after(document, number.end(), stop, tables["closed"])
    bracket, _ = bracket_after(lower, behind[1] if behind else number.end(), stop)
    yield Reading(
        start=hit.start, end=number.end(), years=int(number[1]), rule="anniversaries.vi.day", of=name, bracket=bracket,
        near=dates_near(lower, sentence.start, hit.start, number.end(), stop),
        offset=year_offset(lower, sentence.start, stop, tables["year_words"]),
    )  # fmt: skip


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
    for match in preposition().finditer(lower, hit.end, min(sentence.end, hit.end + 90)):
        date = date_at(lower, match.end(), min(match.end() + 24, sentence.end), "vi")
        if date is not None and date.year:
            yield date
            return
