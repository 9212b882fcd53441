"""What a phrase itself says of a date, before anything else settles what it leaves open."""

from __future__ import annotations

from typing import Literal

import attrs

from eventx import Span, by_value, swift

Unit = Literal["day", "weekday", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
Base = Literal["publication", "previous", "text", "story", "reported", "told"]
# present: what is on a programme, ahead if that is nearer; near: what was agreed on, past for a weekday and else the nearer
Toward = Literal["past", "future", "present", "near"]
Part = Literal["morning", "noon", "afternoon", "evening", "night"]
Modifier = Literal["early", "mid", "late"]
Order = Literal["day", "month", "open"]
ANY_DAY = 0  # a weekday that is any: "the last day of March"
WEEK_OF = 0  # a count of weeks that means the one that holds the day: "the week of October 6"


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading:
    """One date as far as its own words go.

    Args:
        year: four digits, the last ones ``X`` in a decade or century; with a minus sign before Christ.
        month: 1 to 12, or the EDTF code of a season (21-24), quarter (33-36) or half-year (40, 41).
        day: day of the month.
        weekday: Monday is 1.
        shift: move the base by so many units; the finer parts (month, day, weekday) then stand inside that unit.
        base: what `shift` starts from: the day of publication, the date last spoken of, or (``text``) that date
            if there is one and else the day of publication; ``story`` is that date if it lies years before publication;
            ``told`` is that date or none.
        toward: the phrase itself says past or future ("last Friday", "ngày 5/9 tới").
        this: the phrase says that it is the running one ("this Friday", "the weekend").
        nth: which `weekday` (or, without one, which week) of the month, counted from 1; -1 is the last.
        part: part of the day.
        modifier: early, mid or late in the whole.
        approximate: the words say "about".
        lunar: a day of the lunar calendar.
        named: the date is a name ("9/11"), so that its year is known without being written.
        easter: days from Easter Sunday, for the feasts that move with it.
        offset: so many units before or after the day that the rest says ("two days before Christmas"); with ``weekday`` and
            ``weekend``, the first Monday (1) behind it or before it (-1), or the weekend.
        if_future: a date only where the words around it say future ("meet in two weeks", but not "met twice in two weeks").
        order: for digits: which of day and month came first, ``open`` if both orders make a date.

    """

    year: str | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: tuple[Unit, int] | None = None
    base: Base = "publication"
    toward: Toward | None = None
    this: bool = False
    nth: int | None = None
    part: Part | None = None
    modifier: Modifier | None = None
    approximate: bool = False
    lunar: bool = False
    named: bool = False
    easter: int | None = None
    offset: tuple[Unit, int] | None = None
    if_future: bool = False
    order: Order | None = None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Interval:
    """From one reading to another; an end that is ``None`` is open."""

    start: Reading | None
    end: Reading | None


@by_value
@swift
@attrs.frozen(kw_only=True, eq=False, repr=False)
class Found:
    """A reading where it stands, and the rule that made it."""

    reading: Reading | Interval
    span: Span
    rule: str = ""
