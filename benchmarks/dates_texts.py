"""The texts of `dates.py`: the project's own cases, sentences with dates made up by rule, and text without any date.

In what is made up a date stands in brackets with its value, ``[5 September 2022|2022-09-05]``, so that text, span and value are
written once; values are sums of `datetime` and know nothing of the extractors.
"""

from __future__ import annotations

import calendar
import datetime as dt
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dates_peers import Text
from dates_values import Wanted

from eventx.testing import load_cases

CASES = Path(__file__).parents[1] / "tests" / "cases" / "dates"
MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)
THU = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
THANG = ("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")
ROMAN = ("I", "II", "III", "IV")
COUNT = ("two", "three", "four", "five", "six")
# relative to a day that only the publication tells: without it these are dates that nobody can settle, not texts without dates
UNSETTLED = ("deictic", "weekday", "dateline")
# sets and vague spans ("every Friday", "over the last year"): whether they are dates is a matter of definition
VAGUE = ("every", "counted", "plural", "which_unit", "distance", "unit_before")
_MARK = re.compile(r"\[([^]|]*)\|([^]]*)\]")

PAST = {
    "en": (
        "The two ministers met {} in the old town hall.",
        "The bridge was opened {}, an official said.",
        "A pact on fisheries was signed {} by both sides.",
        "Talks on the border were held {} behind closed doors.",
    ),
    "vi": (
        "Hai bộ trưởng đã hội đàm {} tại trụ sở chính phủ.",
        "Cây cầu đã được khánh thành {}, theo người phát ngôn.",
        "Hai bên đã ký thỏa thuận nghề cá {} tại Hà Nội.",
        "Vòng đàm phán biên giới đã diễn ra {} trong không khí cởi mở.",
    ),
}
LASTING = {
    "en": ("The exhibition of old maps ran {} in the old town hall.",),
    "vi": ("Triển lãm bản đồ cổ đã mở cửa {} tại bảo tàng thành phố.",),
}
FUTURE = {
    "en": (
        "The president will visit the islands {} with her husband.",
        "The next round of talks will be held {} in the capital.",
    ),
    "vi": (
        "Chủ tịch sẽ thăm các đảo {} cùng phu nhân.",
        "Vòng đàm phán tiếp theo sẽ diễn ra {} tại thủ đô.",
    ),
}


@dataclass(frozen=True)
class Sample:
    """A text with the dates it tells, none if it tells none."""

    source: str
    text: Text
    wanted: tuple[Wanted, ...]


def cases(language: str) -> Iterator[Sample]:
    """Yield the project's own cases."""
    for case in load_cases(CASES / f"{language}.toml", language=language):
        rule = case.rule.rpartition(".")[2]
        if not case.expect and (rule in VAGUE or (case.published is None and rule in UNSETTLED)):
            continue
        wanted, cursor, reference = [], 0, case.published
        for item in sorted(case.expect, key=lambda item: item.get("field") != "published"):
            start = case.text.find(item["text"], cursor)
            start = start if start >= 0 else case.text.find(item["text"])
            cursor = start + len(item["text"])
            wanted.append(Wanted(start, cursor, item["value"], item.get("calendar") == "lunar"))
            if item.get("field") == "published" and len(item["value"]) == 10:
                reference = reference or item["value"]
        yield Sample("cases", Text(case.text, case.published, reference), tuple(wanted))


def marked(source: str, text: str, published: str) -> Sample:
    """Return the sample of a text with its dates in brackets."""
    wanted, plain, cursor = [], "", 0
    for match in _MARK.finditer(text):
        plain += text[cursor : match.start()]
        wanted.append(Wanted(len(plain), len(plain) + len(match[1]), match[2]))
        plain, cursor = plain + match[1], match.end()
    return Sample(source, Text(plain + text[cursor:], published, published), tuple(wanted))


@dataclass(frozen=True)
class Drawn:
    """The numbers that one round of phrases is made with: the day of publication and days around it."""

    today: dt.date
    any: dt.date
    before: dt.date
    after: dt.date
    near: int
    count: int
    year: int

    @classmethod
    def by(cls, rng: random.Random) -> Drawn:
        """Draw them."""
        today = dt.date(2012, 1, 1) + dt.timedelta(days=rng.randrange(4500))
        return cls(
            today=today,
            any=dt.date(1950, 1, 1) + dt.timedelta(days=rng.randrange(26000)),
            before=today - dt.timedelta(days=rng.randrange(8, 300)),
            after=today + dt.timedelta(days=rng.randrange(8, 300)),
            near=rng.randrange(1, 7),
            count=rng.randrange(2, 7),
            year=rng.randrange(1950, 2024),
        )

    def days(self, number: int) -> dt.date:
        """Return the day so many days after publication."""
        return self.today + dt.timedelta(days=number)

    def week(self, number: int) -> str:
        """Return the week so many weeks after that of publication."""
        monday = self.days(7 * number - self.today.weekday())
        return f"{monday}/{monday + dt.timedelta(days=6)}"

    def month(self, number: int) -> str:
        """Return the month so many months after that of publication."""
        months = self.today.year * 12 + self.today.month - 1 + number
        return f"{months // 12}-{months % 12 + 1:02}"


def english(d: Drawn) -> tuple[list[str], list[str]]:
    """Return phrases that fit what is past and phrases that fit what is to come."""
    name, before, after, low = MONTHS[d.any.month - 1], d.before, d.after, d.any.replace(day=d.near + 1)
    high = low.replace(day=low.day + d.count)
    third = ("first", "second", "third", "fourth")[d.count % 4]
    past = [
        f"on [{name} {d.any.day}, {d.any.year}|{d.any}]",
        f"on [{d.any.day} {name} {d.any.year}|{d.any}]",
        f"on [{name[:3]}. {d.any.day}, {d.any.year}|{d.any}]"
        if len(name) > 5
        else f"on [{name} {d.any.day}, {d.any.year}|{d.any}]",
        f"on [{WEEKDAYS[d.any.weekday()]}, {name} {d.any.day}, {d.any.year}|{d.any}]",
        f"on [{d.any}|{d.any}]",
        f"on [the {d.near + 3}th of {name} {d.year}|{d.year}-{d.any.month:02}-{d.near + 3:02}]",
        f"on [{MONTHS[before.month - 1]} {before.day}|{before}]",
        f"on [{before.day} {MONTHS[before.month - 1]}|{before}]",
        f"on [{WEEKDAYS[d.days(-d.near).weekday()]}|{d.days(-d.near)}]",
        f"[yesterday|{d.days(-1)}]",
        f"[{COUNT[d.count - 2]} days ago|{d.days(-d.count)}]",
        f"[last week|{d.week(-1)}]",
        f"[last month|{d.month(-1)}]",
        f"[last year|{d.today.year - 1}]",
        f"in [{name} {d.year}|{d.year}-{d.any.month:02}]",
        f"in [{MONTHS[before.month - 1]} {before.year}|{before:%Y-%m}]",
        f"in [{d.year}|{d.year}]",
        f"in [the {third} quarter of {d.year}|{d.year}-{33 + d.count % 4}]",
        f"in [the summer of {d.year}|{d.year}-22]",
        f"in [the {d.year // 10 * 10}s|{d.year // 10}X]",
        f"from [{low.day} to {high.day} {name} {low.year}|{low}/{high}]",
        f"from [{name} {low.day}-{high.day}, {low.year}|{low}/{high}]",
        f"from [{d.year} to {d.year + d.count}|{d.year}/{d.year + d.count}]",
        f"on [{name} {low.day}|{low}] and [{high.day}, {high.year}|{high}]",
    ]
    future = [
        f"on [{MONTHS[after.month - 1]} {after.day}|{after}]",
        f"on [{WEEKDAYS[d.days(d.near).weekday()]}|{d.days(d.near)}]",
        f"[tomorrow|{d.days(1)}]",
        f"[next week|{d.week(1)}]",
        f"[next month|{d.month(1)}]",
        f"[next year|{d.today.year + 1}]",
        f"in [{MONTHS[after.month - 1]} {after.year}|{after:%Y-%m}]",
    ]
    return past, future


def vietnamese(d: Drawn) -> tuple[list[str], list[str]]:
    """Return phrases that fit what is past and phrases that fit what is to come."""
    full, before, after, low = d.any, d.before, d.after, d.any.replace(day=d.near + 1)
    high = low.replace(day=low.day + d.count)
    monday = d.days(-d.today.weekday())
    past = [
        f"[ngày {full.day} tháng {full.month} năm {full.year}|{full}]",
        f"[ngày {full.day}/{full.month}/{full.year}|{full}]",
        f"[ngày {full:%d-%m-%Y}|{full}]",
        f"[{full:%d/%m/%Y}|{full}]",
        f"[ngày {full.day} tháng {THANG[full.month - 1] if full.month > 1 else 1} năm {full.year}|{full}]",
        f"[{THU[full.weekday()]}, ngày {full.day}/{full.month}/{full.year}|{full}]",
        f"[sáng {before.day}/{before.month}|{before}]",
        f"[ngày {before.day}/{before.month}|{before}]",
        f"[chiều ngày {before.day} tháng {before.month}|{before}]",
        f"[{THU[d.near]} tuần trước|{monday + dt.timedelta(days=d.near - 7)}]",
        f"[hôm qua|{d.days(-1)}]",
        f"[hôm kia|{d.days(-2)}]",
        f"[cách đây {d.count} ngày|{d.days(-d.count)}]",
        f"[{d.count} ngày trước|{d.days(-d.count)}]",
        f"[tuần trước|{d.week(-1)}]",
        f"[tháng trước|{d.month(-1)}]",
        f"[năm ngoái|{d.today.year - 1}]",
        f"[tháng {full.month}/{d.year}|{d.year}-{full.month:02}]",
        f"[tháng {full.month} năm {d.year}|{d.year}-{full.month:02}]",
        f"[năm {d.year}|{d.year}]",
        f"[quý {ROMAN[d.count % 4]}/{d.year}|{d.year}-{33 + d.count % 4}]",
        f"[mùa hè năm {d.year}|{d.year}-22]",
        f"trong [thập niên {d.year // 10 * 10}|{d.year // 10}X]",
        f"từ [ngày {low.day} đến {high.day}/{low.month}/{low.year}|{low}/{high}]",
        f"từ [ngày {low.day}-{high.day}/{low.month}/{low.year}|{low}/{high}]",
        f"từ [năm {d.year} đến năm {d.year + d.count}|{d.year}/{d.year + d.count}]",
        f"[ngày {low.day}|{low}] và [{high.day}/{high.month}/{high.year}|{high}]",
    ]
    future = [
        f"[ngày {after.day}/{after.month}|{after}]",
        f"[ngày mai|{d.days(1)}]",
        f"[tuần tới|{d.week(1)}]",
        f"[tháng tới|{d.month(1)}]",
        f"[năm tới|{d.today.year + 1}]",
        f"[tháng {after.month}/{after.year}|{after:%Y-%m}]",
    ]
    return past, future


def generated(language: str, rounds: int) -> Iterator[Sample]:
    """Yield sentences, one for each phrase and round, each with a day of publication of its own."""
    rng = random.Random(7)  # noqa: S311 - texts, no secrets
    for _ in range(rounds):
        drawn = Drawn.by(rng)
        past, future = english(drawn) if language == "en" else vietnamese(drawn)
        for phrases, frames in ((past, PAST[language]), (future, FUTURE[language])):
            for phrase in phrases:
                fitting = LASTING[language] if phrase.startswith(("from", "từ")) else frames
                yield marked("generated", rng.choice(fitting).format(phrase), drawn.today.isoformat())
