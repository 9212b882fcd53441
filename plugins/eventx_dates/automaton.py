"""Which patterns match at a place of a class string, by one walk for all patterns of a language together.

The patterns are made into one automaton whose states are sets of places in patterns; a state is worked out when a text first
comes to it. So a place at which nothing matches costs a step or two, however many rules there are and whatever the text says.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventx import evolve
from eventx_dates.patterns import symbols

State = int
_DEAD: State = -1


@attrs.define
class _Piece:
    """Part of a pattern: the places it may begin and end with, and whether it may be empty."""

    firsts: set[int]
    lasts: set[int]
    empty: bool


class Automaton:
    """The patterns of a language's rules as one automaton."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._letters: list[str] = []  # the class letter at each place of each pattern
        self._follow: list[set[int]] = []  # the places that may come behind it
        self._ends: dict[int, int] = {}  # the places a pattern may end with, and which pattern that is
        start: set[int] = set()
        for number, pattern in enumerate(patterns):
            piece, _ = self._alternatives(symbols(pattern), 0)
            start |= piece.firsts
            self._ends |= dict.fromkeys(piece.lasts, number)
        self._states: dict[frozenset[int], State] = {}
        self._places: list[frozenset[int]] = []
        self._steps: list[dict[str, State]] = []
        self._accepts: list[tuple[int, ...]] = []
        self._letters.append("")  # the place before all patterns
        self._follow.append(start)
        self._start = self._state({len(self._letters) - 1})

    def matching(self, kinds: str, start: int) -> Sequence[int]:
        """Return which patterns match at a place of a class string, in their order."""
        steps, accepts = self._steps, self._accepts
        state, index, end = self._start, start, len(kinds)
        found: tuple[int, ...] = ()
        while index < end:
            letter = kinds[index]
            following = steps[state].get(letter)
            if following is None:
                following = self._step(state, letter)
            if following < 0:
                break
            state = following
            if accepts[state]:
                found += accepts[state]
            index += 1
        return sorted(set(found)) if len(found) > 1 else found

    def _step(self, state: State, letter: str) -> State:
        """Return the state behind a letter, and remember it."""
        letters, follow = self._letters, self._follow
        places = {place for before in self._places[state] for place in follow[before] if letters[place] == letter}
        following = self._steps[state][letter] = self._state(places) if places else _DEAD
        return following

    def _state(self, places: set[int]) -> State:
        """Return the state of being at some places of patterns."""
        key = frozenset(places)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = len(self._places)
            self._places.append(key)
            self._steps.append({})
            self._accepts.append(tuple(sorted({self._ends[place] for place in key if place in self._ends})))
        return state

    def _alternatives(self, written: Sequence[str], index: int) -> tuple[_Piece, int]:
        """Take in alternatives up to the bracket that closes them; return them and where they end."""
        whole, sequence = _Piece(set(), set(), empty=False), _Piece(set(), set(), empty=True)
        while index < len(written) and written[index] != ")":
            symbol = written[index]
            index += 1
            if symbol == "|":
                whole, sequence = _either(whole, sequence), _Piece(set(), set(), empty=True)
            elif symbol not in "<>":
                if symbol == "(":
                    inner, index = self._alternatives(written, index)
                    index += 1
                else:
                    inner = self._place(symbol)
                if index < len(written) and written[index] in "?*+":
                    inner, index = self._repeated(inner, written[index]), index + 1
                sequence = self._joined(sequence, inner)
        return _either(whole, sequence), index

    def _place(self, letter: str) -> _Piece:
        """Add a place at which one class stands."""
        self._letters.append(letter)
        self._follow.append(set())
        place = len(self._letters) - 1
        return _Piece({place}, {place}, empty=False)

    def _repeated(self, piece: _Piece, sign: str) -> _Piece:
        """Return a piece that may be left out (``?``), repeated (``+``) or both (``*``)."""
        if sign != "?":
            for last in piece.lasts:
                self._follow[last] |= piece.firsts
        return evolve(piece, empty=piece.empty or sign != "+")

    def _joined(self, one: _Piece, other: _Piece) -> _Piece:
        """Return two pieces one behind the other."""
        for last in one.lasts:
            self._follow[last] |= other.firsts
        return _Piece(
            one.firsts | other.firsts if one.empty else one.firsts,
            one.lasts | other.lasts if other.empty else other.lasts,
            empty=one.empty and other.empty,
        )


def _either(one: _Piece, other: _Piece) -> _Piece:
    """Return either of two pieces."""
    return _Piece(one.firsts | other.firsts, one.lasts | other.lasts, empty=one.empty or other.empty)
