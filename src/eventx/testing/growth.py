"""The law of linear time: what it costs to read a text grows with the text, whatever the text."""

from __future__ import annotations

import time
from collections.abc import Iterator

from eventx.document import Document
from eventx.testing.bench import Bench

_UNITS = ("a", " ", "A", "1", ".", ",", "(", "\n", "a ", "Ab ", "A. ", "a, ", "và ", '"', "1/1 ", "é-")
"""What hostile texts repeat."""

_RUNS = (" ", "\n", "\u00a0", "\t", ",", "-", ".", "1", "a ")
"""What hostile texts repeat behind something to read: patterns that look on from there are tried at each place of a run."""
_DATE = "5/5/2022"
"""Something to read for extractors without words."""

_STEPS = range(14, 41, 2)
_STUCK = 0.3
"""Seconds that no text of forty repeats may cost: where a pattern backtracks without bound, each step costs four times more."""

_SHORT = 800
_GROWTH = 4
_FACTOR = 10
"""How many times more a text of four times the length may cost: 4 if time is linear, 16 if it is quadratic."""

_NOTICED = 0.03
"""Seconds below which no growth is looked for."""


def linear(bench: Bench) -> None:
    """Take time in proportion to the length of the text; no pattern backtracks without bound."""
    for code in bench.languages:
        for head in ("", *bench.surfaces(code)):
            for unit in _UNITS:
                _check_stuck(bench, code, head, unit)
        for repeated in _repeated(bench, code):
            _check_growth(bench, code, "", repeated)
        for head in (*bench.surfaces(code), _DATE):
            for unit in _RUNS:
                _check_growth(bench, code, f"{head} ", unit)


def _repeated(bench: Bench, code: str) -> Iterator[str]:
    """Yield what the long texts repeat."""
    yield from _UNITS
    surfaces = bench.surfaces(code)
    yield from (f"{surface} " for surface in surfaces)
    if surfaces:
        yield from (f"{' '.join(surfaces)}, ", f"Ab {surfaces[0]} Ab, ")
    yield from (f"{text} " for language, text in bench.news if language == code)


def _check_stuck(bench: Bench, code: str, head: str, unit: str) -> None:
    """Grow a short text little by little, so that exponential time is met while it can still be waited for."""
    for times in _STEPS:
        document = bench.document(code, f"{head} {unit * times}!")
        if _cost(bench, document, 1) > _STUCK and _cost(bench, document, 2) > _STUCK:
            what = f"{len(document.text)} characters took more than {_STUCK} s"
            remedy = (
                "a pattern backtracks without bound: nest no quantifiers ((a+)+, (a|a)*), bound repeats ({0,20}), "
                "or use possessive ones (a++)"
            )
            bench.broken("linear", document, what, remedy)


def _check_growth(bench: Bench, code: str, head: str, repeated: str) -> None:
    """Compare a text with one of four times the length; the best of several where the first look is suspicious."""
    times = max(1, _SHORT // len(repeated))
    short = bench.document(code, head + repeated * times)
    long = bench.document(code, head + repeated * times * _GROWTH)
    for rounds in (1, 3, 5):
        dear = _cost(bench, long, rounds)
        if dear < _NOTICED:
            return
        cheap = _cost(bench, short, rounds)
        if dear < cheap * _FACTOR:
            return
    what = f"{len(short.text)} characters took {cheap * 1000:.1f} ms, {len(long.text)} took {dear * 1000:.1f} ms"
    remedy = (
        "do not look at the whole text, or at all hits, from each hit: use document.hits, document.sentence_at and bisect, "
        "bound the repeats of patterns, and let none follow another of the same characters (\\s*,?\\s*) but "
        "possessively (\\s*+,?\\s*+)"
    )
    bench.broken("linear", long, what, remedy)


def _cost(bench: Bench, document: Document, rounds: int) -> float:
    """Return the CPU seconds of the best of some readings, the core's own views not counted."""
    lexicon = bench.extractor.lexicon
    if lexicon is not None:
        document.hits(lexicon)
    _ = document.lower, document.folded, document.match, document.segmentation
    best = float("inf")
    for _round in range(rounds):
        start = time.thread_time()
        bench.run(document)
        best = min(best, time.thread_time() - start)
    return best
