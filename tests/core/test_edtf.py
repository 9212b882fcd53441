"""Dates as EDTF: values, bounds, grain."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Date
from eventx.edtf import PartOfDay
from eventx.strategies import dates


@pytest.mark.parametrize(
    ("value", "first", "last", "grain"),
    [
        ("2022-09-05", "2022-09-05", "2022-09-05", "day"),
        ("2022-02", "2022-02-01", "2022-02-28", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2022", "2022-01-01", "2022-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2022-21", "2022-03-01", "2022-05-31", "season"),
        ("2022-24", "2022-12-01", "2023-02-28", "season"),
        ("2022-33", "2022-01-01", "2022-03-31", "quarter"),
        ("2022-36", "2022-10-01", "2022-12-31", "quarter"),
        ("2022-40", "2022-01-01", "2022-06-30", "half"),
        ("2022-41", "2022-07-01", "2022-12-31", "half"),
        ("-0043-03-15", None, None, "day"),
        ("0000", None, None, "year"),
        ("2022-10~", "2022-10-01", "2022-10-31", "month"),
        ("2022-10-XX", "2022-10-01", "2022-10-31", "day"),
        ("XXXX-09-25", None, None, "day"),
        ("2023-05-15/2023-05-24", "2023-05-15", "2023-05-24", "interval"),
        ("2023-05-15/..", "2023-05-15", None, "interval"),
        ("/2023-05-15", None, "2023-05-15", "interval"),
    ],
)
def test_bounds_and_grain(value: str, first: str | None, last: str | None, grain: str) -> None:
    """The first and last day a value may mean, and how fine it is."""
    date = Date(value)

    assert (first, last) == tuple(day.isoformat() if day else None for day in (date.earliest, date.latest))
    assert (grain, value) == (date.grain, str(date))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("", "is neither a date nor an interval"),
        ("../..", "is neither a date nor an interval"),
        ("2022/2023/2024", "is neither a date nor an interval"),
        ("soon", "'soon' is not an EDTF date; write e.g. 2022-09-05"),
        ("05/09/2022", "is neither a date nor an interval"),
        ("2022-9-5", "is not an EDTF date"),
        ("2022-13", "has month 13; months run from 01 to 12"),
        ("2022-00-01", "has month 00"),
        ("2022-02-30", "has day 30; that month has 28 days"),
        ("XXXX-02-30", "has day 30; that month has 29 days"),
        ("2022-04-00", "has day 00"),
        ("2023-05-24/2023-05-15", "ends before it starts"),
    ],
)
def test_what_is_no_date(value: str, message: str) -> None:
    """A value that is no date is refused with the reason."""
    with pytest.raises(ValueError, match=message):
        Date(value)


@given(st.text(alphabet="0123456789X-/.~?%T", max_size=24))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    """No value makes anything but ValueError, and a date made can tell its bounds."""
    try:
        date = Date(text)
    except ValueError:
        return
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(dates())
def test_a_date_holds_itself(date: Date) -> None:
    """A date lies inside itself, and a day inside its month and year."""
    assert date.contains(date)
    if date.earliest and date.earliest == date.latest:
        assert Date(f"{date.earliest:%Y}").contains(date)
        assert Date(f"{date.earliest:%Y-%m}").contains(date)


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2022-09", "2022-09-05", True),
        ("2022-09-05", "2022-09", False),
        ("XXXX-09-25", "2022-09-25", True),
        ("2022-09", "XXXX-09-25", True),
        ("2022-10", "XXXX-09-25", False),
        ("2022", "XXXX-09-25", False),
        ("2022-09-01/..", "2022-10", False),
    ],
)
def test_containing(outer: str, inner: str, *, expected: bool) -> None:
    """Unsettled years are compared by month and day."""
    assert expected == Date(outer).contains(Date(inner))


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_every_day_is_a_date(day: dt.date) -> None:
    """Every day of the calendar can be written and means itself."""
    assert (day, day) == (Date(day.isoformat()).earliest, Date(day.isoformat()).latest)


@pytest.mark.parametrize(
    ("value", "timex3"),
    [
        ("2022-09-05", "2022-09-05"),
        ("2022-10~", "2022-10"),
        ("199X", "199"),
        ("19XX", "19"),
        ("2022-22", "2022-SU"),
        ("2022-35", "2022-Q3"),
        ("2022-40", "2022-H1"),
        ("XXXX-09-25", "XXXX-09-25"),
        ("-0043-03-15", "BC0044-03-15"),
        ("0000", "BC0001"),
        ("2022-09-05/2022-09-11", "2022-W36"),
        ("2022-09-10/2022-09-11", "2022-W36-WE"),
        ("2023-05-15/2023-05-24", "2023-05-15/2023-05-24"),
        ("2023-05/..", "2023-05/.."),
    ],
)
def test_timex3(value: str, timex3: str) -> None:
    """A value is written as TIMEX3 does, which names weeks and weekends."""
    assert timex3 == Date(value).to_timex3()


@pytest.mark.parametrize(
    ("part", "suffix"), [("morning", "TMO"), ("noon", "TMI"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI")]
)
def test_timex3_of_a_part_of_the_day(part: PartOfDay, suffix: str) -> None:
    """The part of the day goes into the TIMEX3 value of a day, and of nothing longer."""
    assert Date("2022-09-05", part_of_day=part).to_timex3() == f"2022-09-05{suffix}"
    assert Date("2022-09", part_of_day=part).to_timex3() == "2022-09"


@given(st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)))
def test_intervals_are_in_order(one: dt.date, two: dt.date) -> None:
    """An interval covers from its first to its last day, and backwards it is refused."""
    first, last = sorted((one, two))
    date = Date(f"{first.isoformat()}/{last.isoformat()}")
    assert (first, last) == (date.earliest, date.latest)
    if first != last:
        with pytest.raises(ValueError, match="ends before it starts"):
            Date(f"{last.isoformat()}/{first.isoformat()}")


@pytest.mark.parametrize(
    ("lunar", "solar"),
    [
        # New Year: of 1985 as early, of 1920 and 2034 as late as it comes
        ("1985-01-01", "1985-01-21"),
        ("1920-01-01", "1920-02-20"),
        ("2034-01-01", "2034-02-19"),
        ("2022-01-15", "2022-02-15"),
        # in years with a leap month before it: 2020, 2023, 2025
        ("2020-08-15", "2020-10-01"),
        ("2023-03-10", "2023-04-29"),
        ("2025-08-15", "2025-10-06"),
        ("2022-08-15", "2022-09-10"),
        # the end of the lunar year lies in the next solar one
        ("2022-12-30", "2023-01-21"),
        ("2021-12-23", "2022-01-25"),
    ],
)
def test_lunar_date_covers_its_solar_day(lunar: str, solar: str) -> None:
    """The solar days that a lunar date may be hold the one it is; it cannot be taken for the day of its numbers."""
    date = Date(lunar, calendar="lunar")

    assert date.earliest is not None
    assert date.latest is not None
    assert date.earliest <= dt.date.fromisoformat(solar) <= date.latest
    assert 30 <= (date.latest - date.earliest).days <= 37
    assert (lunar, "day", (dt.date.fromisoformat(lunar),) * 2) == (date.edtf, date.grain, date.told)
    assert not date.to_timex3().endswith(lunar[4:])


def test_lunar_months_years_and_intervals() -> None:
    """A month covers all its days, a year all its months; without a year there is nothing to tell."""

    def days(value: str) -> tuple[str, str]:
        date = Date(value, calendar="lunar")
        return str(date.earliest), str(date.latest)

    assert (days("2022-01-01")[0], days("2022-01-30")[1]) == days("2022-01")
    assert (days("2022-01-01")[0], days("2022-12-30")[1]) == days("2022")
    assert (days("2022-01-01")[0], days("2022-01-05")[1]) == days("2022-01-01/2022-01-05")
    assert ("None", "None") == days("XXXX-01-15") == days("9998-01-15") == days("-0043-01-15")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-01-15", "2022-XX-XX"),
        ("2022-12-01", "XXXX-XX-XX"),
        ("2022-12-30", "2023-XX-XX"),
        ("2022-01", "2022-XX"),
        ("2022", "XXXX"),
        ("XXXX-01-15", "XXXX-XX-XX"),
    ],
)
def test_lunar_timex3(value: str, expected: str) -> None:
    """TIMEX3 has no lunar calendar: the solar year stands there where it is sure, and X for the rest."""
    assert expected == Date(value, calendar="lunar").to_timex3()


def test_lunar_and_solar_dates_hold_one_another_by_solar_days() -> None:
    """The same value in two calendars is not the same day."""
    lunar = Date("2022-01-15", calendar="lunar")

    assert not Date("2022-01-15").contains(lunar)
    assert not lunar.contains(Date("2022-01-15"))
    assert lunar.contains(Date("2022-02-15"))
    assert Date("2022").contains(lunar)
    assert lunar.contains(lunar)
    assert not Date("XXXX-01-15").contains(Date("XXXX-01-15", calendar="lunar"))
