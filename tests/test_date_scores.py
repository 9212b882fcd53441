"""The rules by which `benchmarks/dates.py` scores dates, and that its own texts are what they claim to be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from dates_found import Found
from dates_free import FREE
from dates_plain import PLAIN, plain
from dates_texts import cases, generated
from dates_values import Score, Wanted, add, fits, judged, same

TEXT = "They met on 5 September and in October."
DAY = Wanted(12, 23, "2022-09-05")


def found(value: str, start: int = 12, end: int = 23, *, lunar: bool = False, neutral: bool = False) -> Found:
    """Return a finding."""
    return Found(start, end, value, lunar=lunar, neutral=neutral)


@pytest.mark.parametrize(
    ("wanted", "value", "right", "exact"),
    [
        ("2022-09-05", "2022-09-05", True, True),
        ("2022-09-05", "2022-09-06", False, False),
        ("2022-09-05", "2022-09", False, False),  # coarser than the text
        ("2022-09", "2022-09-15", True, False),  # a day filled in
        ("2022", "2022-09-15", True, False),
        ("XXXX-09-25", "2022-09-25", True, False),  # a year filled in
        ("XXXX-09-25", "XXXX-09-25", True, True),
        ("2022-08-29/2022-09-04", "2022-08-31", True, False),  # any day of a week
        ("2022-08-29/2022-09-04", "2022-09-05", False, False),
        ("2022-09-03/2022-09-04", "2022-09-04", True, False),  # any day of a weekend
        ("2023-05-15/2023-05-24", "2023-05-15/2023-05-24", True, True),
        ("2023-05-15/2023-05-24", "2023-05-15", False, False),  # one end only
        ("2023-05-15/2023-05-24", "2023-05-15/2023-05-25", False, False),
        ("2015/..", "2015", True, False),  # what is open takes its one end
        ("2022-22", "2022-07-01", True, False),  # a season by its middle
        ("2022-35", "2022-07/2022-09", True, True),  # a quarter told as months
        ("199X", "1990/1999", True, True),
        ("199X", "1995", True, False),
        ("1990~", "1990", True, True),
        ("2022-09-05", "no date", False, False),
    ],
)
def test_right_and_exact(wanted: str, value: str, right: bool, exact: bool) -> None:  # noqa: FBT001 - parameters of the test
    """A value is right at the grain of the text, exact if it says just its days."""
    one = Wanted(12, 23, wanted)

    ok, just, _ = judged(one, [found(value)])

    assert (ok, ok and just) == (right, exact)


def test_an_interval_may_be_two_findings() -> None:
    """One for each end, both within the words of the interval."""
    wanted = Wanted(0, 30, "2023-05-15/2023-05-24")

    ok, exact, good = judged(wanted, [found("2023-05-15", 0, 10), found("2023-05-24", 14, 30)])

    assert (ok, exact, len(good)) == (True, True, 2)
    assert not judged(wanted, [found("2023-05-15", 0, 10)])[0]


def test_only_what_overlaps_counts() -> None:
    """The right value elsewhere is no right finding."""
    assert not judged(DAY, [found("2022-09-05", 30, 38)])[0]
    assert judged(DAY, [found("2022-09-05", 15, 30)])[0]


def test_lunar_and_solar_do_not_mix() -> None:
    """A lunar date takes one marked so."""
    lunar = Wanted(0, 5, "XXXX-01-15", lunar=True)

    assert fits(lunar, found("XXXX-01-15", lunar=True))
    assert not fits(lunar, found("XXXX-01-15"))
    assert not fits(DAY, found("2022-09-05", lunar=True))


def test_same_days_are_the_same() -> None:
    """However they are written."""
    assert same("2022-35", "2022-07-01/2022-09-30")
    assert not same("2022", "2022-01")


def test_score_of_a_text() -> None:
    """Right, exact and false findings are counted; neutral ones are only where they are right."""
    score = Score()
    wanted = [DAY, Wanted(31, 38, "2022-10")]

    add(score, TEXT, "cases", wanted, [found("2022-09-05"), found("2022-10-15", 31, 38), found("2021", 0, 4)])
    add(score, TEXT, "cases", wanted, [found("2022-09-05", neutral=True), found("P1D", 0, 4, neutral=True)])

    assert (score.wanted, score.right, score.exact) == ({"cases": 4}, {"cases": 3}, 2)
    assert (score.found, score.good, score.outside) == (4, 3, 1)
    assert score.recall == pytest.approx(0.75)
    assert score.value_f1 == pytest.approx(0.75)
    assert len(score.failures) == 1


def test_score_of_a_text_without_dates() -> None:
    """Every claim of a date is false; durations and the like are none."""
    score = Score()

    add(score, "x" * 5000, "news", [], [found("2022"), found("P1D", neutral=True)])
    add(score, "x" * 5000, "traps", [], [])

    assert (score.dateless_rate("news"), score.dateless_rate("traps"), score.dateless_rate("news", "traps")) == (2, 0, 1)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_wanted_dates_are_where_they_are_said_to_be(language: str) -> None:
    """The texts hold the words of their dates, and each value is a date of its own."""

    def samples() -> Iterator[object]:
        for sample in (*cases(language), *generated(language, 1)):
            for one in sample.wanted:
                assert sample.text.text[one.start : one.end].strip() == sample.text.text[one.start : one.end] != ""
                assert same(one.value, one.value)
                yield one

    assert sum(1 for _ in samples()) > 300


@pytest.mark.parametrize("language", ["en", "vi"])
def test_texts_without_dates_are_many(language: str) -> None:
    """Traps, and news as it is."""
    assert len(FREE[language]) >= 20
    assert len(PLAIN[language].split()) > 700
    assert " ".join(plain(language)).split() == PLAIN[language].split()
