"""Runs of classified words, rules, and the reading of runs by rules: the machinery, which knows no language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import attrs

from eventx import Span, maker, swift
from eventx_dates.automaton import Automaton
from eventx_dates.patterns import LETTERS, NAMES, compiled
from eventx_dates.reading import Found, Interval, Reading

_found, _span = maker(Found), maker(Span)

_SHORT = 12  # longer class strings hardly ever recur

Result = Reading | Interval | Found | Iterable[Found] | None


@attrs.define(eq=False)
class Run:
    """A stretch of words that all belong to some class."""

    text: str
    kinds: str
    values: Sequence[Any]
    starts: Sequence[int]
    ends: Sequence[int]


@attrs.define(eq=False)
class Match:
    """A pattern found in a run, for the rule's function to read."""

    run: Run
    start: int
    end: int
    first: int
    last: int

    def all(self, *names: str) -> list[Any]:
        """Return the values of the words of these classes, in order."""
        return [self.run.values[index] for index in self.where(*names)]

    def get(self, *names: str) -> Any:
        """Return the value of the first word of these classes, or None."""
        run = self.run
        index = run.kinds.find(LETTERS[names[0]], self.start, self.end) if len(names) == 1 else self.find(*names)
        return None if index < 0 else run.values[index]

    def has(self, name: str) -> bool:
        """Tell whether a word of the class was matched."""
        return self.run.kinds.find(LETTERS[name], self.start, self.end) >= 0

    def find(self, *names: str) -> int:
        """Return the position in the run of the first word of these classes; -1 if there is none."""
        known, kinds = LETTERS, self.run.kinds
        if len(names) == 1:
            return kinds.find(known[names[0]], self.start, self.end)
        found = [index for name in names if (index := kinds.find(known[name], self.start, self.end)) >= 0]
        return min(found) if found else -1

    def where(self, *names: str) -> list[int]:
        """Return the positions in the run of the words of these classes."""
        codes = [LETTERS[name] for name in names]
        return [i for i in range(self.start, self.end) if self.run.kinds[i] in codes]

    def value(self, index: int) -> Any:
        """Return the value of the word at a position of the run."""
        return self.run.values[index]

    def span(self, first: int | None = None, last: int | None = None) -> Span:
        """Return the span from one position to another (both included); by default of the phrase proper."""
        run = self.run
        end = run.ends[self.last - 1 if last is None else last]
        if run.text[end - 1] == ".":  # the stop may end the sentence as well as shorten the month
            end -= 1
        return _span(run.starts[self.first if first is None else first], end)

    @property
    def surface(self) -> str:
        """The text of the phrase proper."""
        span = self.span()
        return self.run.text[span.start : span.end]

    def text_at(self, index: int) -> str:
        """Return the text of the word at a position of the run."""
        return self.run.text[self.run.starts[index] : self.run.ends[index]]

    def word(self, name: str) -> str:
        """Return the text of the first word of a class."""
        return self.text_at(self.find(name))

    def word_in(self, name: str, words: Collection[str]) -> bool:
        """Tell whether the first word of a class, if there is one, is one of some, whatever its case."""
        return self.has(name) and self.word(name).lower() in words

    def found(self, reading: Reading | Interval, first: int, last: int) -> Found:
        """Return a reading of part of the match: from one position to another, both included."""
        return _found(reading=reading, span=self.span(first, last))

    def kind(self, index: int) -> str:
        """Return the class of the word at a position of the run."""
        return NAMES[self.run.kinds[index]]

    def before(self, length: int = 1) -> str:
        """Return the text right before the phrase proper's context."""
        start = self.run.starts[self.start]
        return self.run.text[max(start - length, 0) : start]

    def after(self, length: int = 1) -> str:
        """Return the text right after the phrase proper."""
        end = self.run.ends[self.last - 1]
        return self.run.text[end : end + length]


Build = Callable[[Match], Any]  # a rule's function says itself what it returns: a Result, or how long or how often


@swift
@attrs.frozen(eq=False)
class Rule:
    """A pattern, and the function that reads what it matched; None says that it is no date after all."""

    id: str
    pattern: str
    build: Build

    def __call__(self, match: Match) -> Any:
        """Return what the rule reads in a match."""
        return self.build(match)


def rule(name: str, pattern: str) -> Callable[[Build], Rule]:
    """Return a decorator that makes a rule of a function from a match to a reading."""
    return lambda build: Rule(name, pattern, build)


def rules_in(module: dict[str, Any]) -> tuple[Rule, ...]:
    """Return the rules among a module's names, in the order they stand in."""
    return tuple(value for value in module.values() if isinstance(value, Rule))


_Place = tuple[int, int, int, int, Rule]  # where a match starts and ends, where the phrase proper does, and the rule


class Grammar:
    """The rules of one language, ready to read runs."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Make the automaton of the patterns and the memory of class strings met before."""
        self.rules = tuple(rules)
        self._automaton = Automaton([one.pattern for one in self.rules])
        # compiled when the automaton first finds one to match: a text meets few of them
        self._patterns: dict[int, re.Pattern[str]] = {}
        # The places where patterns match depend on the classes alone, and short class strings recur all the time.
        self._known = lru_cache(maxsize=4096)(self._places)

    def read(self, run: Run) -> list[Found]:
        """Return the dates in a run: leftmost first, the longest of those that a rule accepts."""
        found: list[Found] = []
        done = 0
        kinds = run.kinds
        for start, end, first, last, one in self._known(kinds) if len(kinds) <= _SHORT else self._places(kinds):
            if first < done:
                continue
            match = Match(run, start, end, first, last)
            result = one.build(match)
            if result is None:
                continue
            done = last
            kind = result.__class__
            if kind is Reading or kind is Interval:
                found.append(_found(reading=result, span=match.span(), rule=one.id))
            elif kind is Found:
                found.append(_found(reading=result.reading, span=result.span, rule=one.id))
            else:
                found.extend(_found(reading=item.reading, span=item.span, rule=one.id) for item in result)
        return found

    def matches(self, run: Run) -> Iterator[tuple[Match, Rule]]:
        """Yield what patterns match in a run: leftmost phrase first, then the longest, then more around it."""
        kinds = run.kinds
        for start, end, first, last, one in self._known(kinds) if len(kinds) <= _SHORT else self._places(kinds):
            yield Match(run, start, end, first, last), one

    def _places(self, kinds: str) -> Sequence[_Place]:
        """Return every match of every pattern in a class string: leftmost phrase first, then the longest, then more around it."""
        found: list[_Place] = []
        matching = self._automaton.matching
        for start in range(len(kinds)):
            for number in matching(kinds, start):
                pattern = self._patterns.get(number)
                if pattern is None:
                    pattern = self._patterns[number] = compiled(self.rules[number].pattern)
                match = pattern.match(kinds, start)
                if match is None:
                    continue
                names = pattern.groupindex
                # a mark in an alternative that was not taken stands at -1
                first = max(match.start("s"), start) if "s" in names else start
                last = match.start("e") if "e" in names else match.end()
                found.append((start, match.end(), first, last, self.rules[number]))
        found.sort(key=lambda item: (item[2], -item[3], item[0]))
        return found
