"""The words of a town that no list knows, before the country that tells it: what both languages read alike."""

from __future__ import annotations

from collections.abc import Callable

_REACH = 40
"""How far before its country a town may begin, in code points."""
_WORDS = 3
"""The most words of a town's name."""
_APOSTROPHES = str.maketrans("", "", "'’.-")
ENDS = ",.;:)\n"
"""The marks that may stand behind a town and its country."""


def name_before(text: str, end: int, floor: int, is_name: Callable[[str], bool]) -> tuple[str, int] | None:
    """Return the word before the name that ends at an offset, in lower case, and where the name starts.

    Args:
        text: the text.
        end: where the name ends.
        floor: before where none begins.
        is_name: tells whether a word may be part of a name.

    Returns:
        The two; None if no name ends there, or one of too many words, or nothing stands before it.

    """
    begin = max(text.rfind("\n", 0, end) + 1, end - _REACH, floor)
    names = text[begin:end].split(" ")
    first = len(names)
    while first and is_name(names[first - 1]):
        first -= 1
    if not 0 < len(names) - first <= _WORDS or not first:
        return None
    return names[first - 1].lower(), end - len(" ".join(names[first:]))


def is_capitalised(word: str) -> bool:
    """Tell whether a word has a capital and small letters."""
    letters = word.translate(_APOSTROPHES)
    return letters.isalpha() and word[0].isupper() and not letters[1:].isupper()
