"""The kinds of dates that texts tell: a date is drawn, and what fills in the forms that a language has for it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, get_args

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from eventx import kept
from eventx.edtf import Date
from eventx.language import language_data

DateKind = Literal["absolute", "partial", "relative", "interval"]
KINDS: tuple[DateKind, ...] = get_args(DateKind)
"""The kinds, the simplest first."""

_NEAR = 300
"""Days from publication within which a day or month without a year means one day only, once it is past or to come."""

_ROMAN = ("", "I", "II", "III", "IV")
"""The numbers of quarters as they are also written."""


@attrs.frozen(kw_only=True)
class ToldDate:
    """A date to write: its value, the forms it has, what fills them in, and whether it is past or to come."""

    form: str
    date: Date
    fields: Mapping[str, object]
    tense: Literal["past", "future", "any"] = "any"


def pick(draw: DrawFn, items: Sequence[Any]) -> Any:
    """Draw one, at the same cost from few as from many: examples shrink to the first, not to where there is no choice."""
    return items[draw(st.integers(0, 59)) % len(items)]


# -- what fills in the forms -------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def words_of(language: str) -> dict[str, dict[str, list[str]]]:
    """Return the sentences, forms and names of a language."""
    return kept.toml(resources.files("eventx.telling") / f"{language}.toml")


def _names(table: Mapping[str, Any], value: object, language: str) -> list[str]:
    """Return the words for a value, long ones first, as the language writes them."""
    told = words_of(language)["names"]
    words = [word for word, number in table.items() if number == value and word not in told.get("lunar", ())]
    if "whole" in told:
        # the names of months and weekdays have capitals, and their short forms a full stop
        return [word.title() if len(word) > 4 or word in told["whole"] else f"{word.title()}." for word in words]
    return [word for word in words if not word[-1].isdigit()]


def _day_fields(draw: DrawFn, language: str, day: dt.date) -> dict[str, object]:
    """Return the fields of a day."""
    data = language_data(language)
    months = _names(data.months, day.month, language)
    weekdays = [name for name in _names(data.weekdays, day.isoweekday(), language) if not name.endswith(".")]
    endings = {digit: ending for ending, digit in data.ordinal_endings.items()}
    ending = endings.get(0 if 10 <= day.day <= 20 or day.day % 10 not in endings else day.day % 10, "")
    return {
        "d": day.day,
        "dd": f"{day.day:02}",
        "th": ending,
        "m": day.month,
        "mm": f"{day.month:02}",
        "y": day.year,
        "month": months[0],
        "any": pick(draw, months),
        "weekday": pick(draw, weekdays),
    }


def _end_fields(draw: DrawFn, language: str, day: dt.date) -> dict[str, object]:
    """Return the fields of the last day of an interval."""
    fields = _day_fields(draw, language, day)
    return {f"{name}2": fields[name] for name in ("d", "m", "month", "y")}


def _days(first: int = 1950, last: int = 2050) -> SearchStrategy[dt.date]:
    """Return days between two years; the simplest is the first of the year 2000."""
    return st.dates(dt.date(first, 1, 1), dt.date(last, 12, 31))


# -- the kinds ---------------------------------------------------------------------------------------------------------


@st.composite
def _absolute(draw: DrawFn, language: str, _: dt.date | None) -> ToldDate:
    """Draw a date that lacks nothing."""
    day = draw(_days())
    form = draw(st.sampled_from(("day", "month", "year", "part", "season", "quarter", "early", "late")))
    fields = _day_fields(draw, language, day)
    if form == "day":
        return ToldDate(form=form, date=Date(day.isoformat()), fields=fields)
    if form == "part":
        parts = language_data(language).parts_of_day
        word = draw(st.sampled_from([word for word in parts if parts[word] in ("morning", "afternoon", "evening")]))
        return ToldDate(form=form, date=Date(day.isoformat(), part_of_day=parts[word]), fields={**fields, "part": word})  # type: ignore[arg-type] # the data's words
    if form == "season":
        seasons = language_data(language).seasons
        word = draw(st.sampled_from(list(seasons)))
        return ToldDate(form=form, date=Date(f"{day.year}-{seasons[word]}"), fields={**fields, "season": word})
    if form == "quarter":
        number = draw(st.integers(1, 4))
        names = {"n": number, "roman": _ROMAN[number], "q": _word(language_data(language).ordinals, number)}
        return ToldDate(form=form, date=Date(f"{day.year}-{32 + number}"), fields={**fields, **names})
    if form == "year":
        return ToldDate(form=form, date=Date(f"{day.year}"), fields=fields)
    return ToldDate(form=form, date=Date(f"{day:%Y-%m}", modifier=None if form == "month" else form), fields=fields)  # type: ignore[arg-type] # early or late


@st.composite
def _partial(draw: DrawFn, language: str, published: dt.date | None) -> ToldDate:
    """Draw a day or month without a year: the last such, or the next, seen from the day of publication."""
    form = draw(st.sampled_from(("day_open", "month_open")))
    if published is None:
        day = draw(_days(2000, 2000))
        date = Date(f"XXXX-{day:%m-%d}" if form == "day_open" else f"XXXX-{day:%m}")
        return ToldDate(form=form, date=date, fields=_day_fields(draw, language, day))
    day, tense = _near(draw, published, lowest=1 if form == "day_open" else 32)
    date = Date(day.isoformat() if form == "day_open" else f"{day:%Y-%m}", certainty="implied")
    return ToldDate(form=form, date=date, fields=_day_fields(draw, language, day), tense=tense)


def _near(draw: DrawFn, published: dt.date, *, lowest: int) -> tuple[dt.date, Literal["past", "future"]]:
    """Draw a day not far from publication."""
    distance = draw(st.integers(lowest, _NEAR))
    if draw(st.booleans()):
        return published + dt.timedelta(days=distance), "future"
    return published - dt.timedelta(days=distance), "past"


@st.composite
def _relative(draw: DrawFn, language: str, published: dt.date | None) -> ToldDate:
    """Draw a date counted from the day of publication."""
    today = published or dt.date(2000, 1, 1)
    form = draw(st.sampled_from(_RELATIVE))
    number = draw(st.integers(2, 9))
    fields: dict[str, object] = {"n": number, "number": _word(language_data(language).numerals, number)}
    if form == "weekday":
        days = draw(st.integers(-6, 6).filter(bool))
        day = today + dt.timedelta(days=days)
        date = Date(day.isoformat(), certainty="implied")
        return ToldDate(form=form, date=date, fields=_day_fields(draw, language, day), tense="past" if days < 0 else "future")
    edtf = _RELATIVE_VALUES[form](today, number)
    tense: Literal["past", "future"] = "future" if form in ("tomorrow", "next_week", "next_month", "next_year") else "past"
    return ToldDate(form=form, date=Date(edtf, certainty="implied"), fields=fields, tense=tense)


def _word(table: Mapping[str, int], number: int) -> str:
    """Return the first word for a number."""
    return next(word for word, value in table.items() if value == number)


def _week(day: dt.date) -> str:
    """Return the week of a day, from Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return f"{monday}/{monday + dt.timedelta(days=6)}"


def _month(day: dt.date, months: int) -> str:
    """Return the month so many months from a day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year}-{month + 1:02}"


_RELATIVE_VALUES: Mapping[str, Callable[[dt.date, int], str]] = {
    "yesterday": lambda today, _: (today - dt.timedelta(days=1)).isoformat(),
    "today": lambda today, _: today.isoformat(),
    "tomorrow": lambda today, _: (today + dt.timedelta(days=1)).isoformat(),
    "days_ago": lambda today, number: (today - dt.timedelta(days=number)).isoformat(),
    "years_ago": lambda today, number: f"{today.year - number}",
    "last_week": lambda today, _: _week(today - dt.timedelta(days=7)),
    "next_week": lambda today, _: _week(today + dt.timedelta(days=7)),
    "last_month": lambda today, _: _month(today, -1),
    "next_month": lambda today, _: _month(today, 1),
    "last_year": lambda today, _: f"{today.year - 1}",
    "next_year": lambda today, _: f"{today.year + 1}",
}
_RELATIVE = (*_RELATIVE_VALUES, "weekday")


@st.composite
def _interval(draw: DrawFn, language: str, published: dt.date | None) -> ToldDate:
    """Draw days from … to: in one month, in two, or in one month without a year."""
    form = draw(st.sampled_from(("interval", "interval_months", "interval_open")))
    tense: Literal["past", "future", "any"] = "any"
    if form == "interval_open" and published is not None:
        # past the end of its month, so that it cannot hold the day of publication
        first, tense = _near(draw, published, lowest=32)
    else:
        first = draw(_days())
    if form == "interval_months":
        first, last = _across(draw, first)
    else:
        length = calendar.monthrange(first.year, first.month)[1]
        first = first.replace(day=min(first.day, length - 1))
        last = first.replace(day=draw(st.integers(first.day + 1, length)))
    fields = _day_fields(draw, language, first) | _end_fields(draw, language, last)
    if form != "interval_open":
        return ToldDate(form=form, date=Date(f"{first}/{last}"), fields=fields)
    if published is None:
        return ToldDate(form=form, date=Date(f"XXXX-{first:%m-%d}/XXXX-{last:%m-%d}"), fields=fields)
    return ToldDate(form=form, date=Date(f"{first}/{last}", certainty="implied"), fields=fields, tense=tense)


def _across(draw: DrawFn, day: dt.date) -> tuple[dt.date, dt.date]:
    """Draw a day of a month and one of the next month, in one year."""
    month = min(day.month, 11)
    length = calendar.monthrange(day.year, month)[1]
    return dt.date(day.year, month, length - draw(st.integers(0, 20))), dt.date(day.year, month + 1, draw(st.integers(1, 28)))


WRITERS: Mapping[str, Callable[[str, dt.date | None], SearchStrategy[ToldDate]]] = {
    "absolute": _absolute,
    "partial": _partial,
    "relative": _relative,
    "interval": _interval,
}
"""What draws a date of a kind, given the language and the day of publication."""
