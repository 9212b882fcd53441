"""Patterns over classes of words, not over letters, which know no language.

A pattern names classes in order: ``month dot? day (comma? year)?``. Each word of a text that belongs to a class is one letter of
a short string, so that a pattern is a small regular expression over that string. ``<`` and ``>`` mark where the phrase proper
starts and ends, if the pattern looks at words around it: ``in < year``.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache

CLASSES = (
    # what the text itself writes
    *("day", "count", "year", "ord", "decade", "dmy", "dm", "my", "yspan", "ym", "iso", "time"),
    *("dash", "comma", "dot", "slash", "paren", "close", "possessive"),
    # calendar words of the core's language data
    *("month", "weekday", "season", "part", "numeral", "ordinal"),
    # words of the plugin's own files
    *("deictic", "unit", "units", "quarter", "half", "holiday", "era", "which", "distance", "edge", "every", "plural"),
    *("dayword", "monthword", "yearword", "decadeword", "centuryword", "lunarday", "tet", "roman", "canchi", "cue"),
    *("the", "of", "in", "on", "at", "from", "since", "by", "before", "after", "to", "between", "and", "about", "a"),
    *("ago", "later", "earlier", "hence", "same", "that", "onward", "fiscal", "midway", "for", "s", "final", "often", "dy"),
)
OTHER = "-"


LETTERS = dict(zip(CLASSES, string.ascii_letters + "".join(map(chr, range(0x3B1, 0x3CA))), strict=False))
"""The letter that stands for each class."""
NAMES = {letter: name for name, letter in LETTERS.items()}
"""The class that each letter stands for."""

# names for what patterns say again and again
_MACROS = {
    "num": "(day|count|a|numeral dash? numeral? numeral?)",
    "nday": "(day|ord)",
    "mon": "(month | monthword (day|numeral))",
    "wday": "(weekday part? dot? comma?)",
    "prep": "(in|since|by|from|to|of|between|and|dash|before|after|about|at)",
    "joint": "(dash|to|and)",
}


@lru_cache(maxsize=1)
def _symbol() -> re.Pattern[str]:
    """Return the pattern of a symbol of a pattern of dates."""
    return re.compile(r"[a-z]+|[()|?*+<>]")


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern as a regular expression over class letters."""
    written = {"(": "(?:", "<": "(?P<s>)", ">": "(?P<e>)"}
    return re.compile("".join(written.get(symbol, symbol) for symbol in symbols(pattern)))


def symbols(pattern: str) -> list[str]:
    """Return the class letters and operators of a pattern, its short names written out."""
    words = [inner for symbol in _symbol().findall(pattern) for inner in _symbol().findall(_MACROS.get(symbol, symbol))]
    return [_letter(word, pattern) for word in words]


def _letter(symbol: str, pattern: str) -> str:
    """Return the letter of a class, or an operator; a word that names no class is a slip of the rule's author."""
    if symbol.isalpha() and symbol not in LETTERS:
        message = f"no class is called {symbol!r} in the pattern {pattern!r}"
        raise ValueError(message)
    return LETTERS.get(symbol, symbol)
