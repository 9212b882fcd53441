"""The automaton of the date rules: it tells just the patterns that match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx_dates.automaton import Automaton
from eventx_dates.languages import grammar_of
from eventx_dates.patterns import CLASSES, LETTERS, compiled

PATTERNS = (
    "day",
    "day month?",
    "(in | on the)? < month (dot | comma day)* year",
    "month+ < day >  year?",
    "(day (comma day)*)? and",
)
CLASS = st.sampled_from([LETTERS[name] for name in CLASSES])
FEW = st.sampled_from([LETTERS[name] for name in ("in", "on", "the", "day", "month", "year", "comma", "dot", "and")])


def matching(patterns: list[re.Pattern[str]], kinds: str, start: int) -> list[int]:
    """Return which patterns match something at a place, asked one by one."""
    return [number for number, pattern in enumerate(patterns) if (m := pattern.match(kinds, start)) and m.end() > start]


@given(st.text(FEW, max_size=12))
def test_it_tells_what_the_patterns_tell(kinds: str) -> None:
    """Each pattern alone and all together say the same."""
    automaton = Automaton(PATTERNS)
    alone = [compiled(pattern) for pattern in PATTERNS]

    for start in range(len(kinds)):
        assert list(automaton.matching(kinds, start)) == matching(alone, kinds, start)


@pytest.mark.parametrize("code", ["en", "vi"])
@given(data=st.data())
def test_it_tells_what_the_rules_tell(code: str, data: st.DataObject) -> None:
    """So it is for the rules of a language, over any words."""
    grammar = grammar_of(code)
    assert grammar is not None
    alone = [compiled(one.pattern) for one in grammar.rules]
    automaton = Automaton([one.pattern for one in grammar.rules])
    kinds = data.draw(st.text(st.one_of(FEW, CLASS), max_size=10))

    for start in range(len(kinds)):
        assert list(automaton.matching(kinds, start)) == matching(alone, kinds, start)
