"""Vietnamese titles that end with the office word: the word behind it, or the name of the holder, shows that nothing goes on."""

from __future__ import annotations

from eventx_titles.lexis import PLACES
from eventx_titles.name_words import opens_name
from eventx_titles.reader import Reader
from eventx_titles.shapes import is_syllable

SYLLABLES = 4
"""The most syllables of a Vietnamese name."""


def ends_at_once(reader: Reader, index: int) -> bool:
    """Tell whether the word at `index` shows that nothing goes on with the title: a small unknown word, or its holder's name.

    It is no more than `vi_reach.reach_of` finds when it looks at each word.
    """
    if not reader.softs[index]:
        return False
    if not reader.caps[index]:
        return not reader.lookup[index][0]
    return _names_holder(reader, index) and _closes(reader, index, _over_name(reader, index))


def open_ended(reader: Reader, stop: int) -> bool:
    """Tell whether the word before `stop` needs a name behind it."""
    return "unit" in reader.lookback[stop][0]


def _names_holder(reader: Reader, index: int) -> bool:
    """Tell whether a Vietnamese family name stands at `index`, and nothing else that its word may be."""
    tables, word = reader.known.tables, reader.words[index]
    if word not in tables["family_vi"] or word in tables["paired"] or index in reader.offices or index in reader.honorifics:
        return False
    classes, stop = reader.lookup[index]
    if classes:
        return stop == index + 1 and opens_name(reader, index)
    # capitals may be an acronym's
    start = reader.starts[index] + 1
    return reader.text[start : start + 1].islower()


def _over_name(reader: Reader, index: int) -> int:
    """Return the index behind the syllables of the name that starts at `index`."""
    stop = index + 1
    while stop < index + SYLLABLES and reader.softs[stop] and reader.caps[stop] and not reader.hung[stop]:
        if stop in reader.offices or not is_syllable(reader, stop):
            break
        stop += 1
    return stop


def _closes(reader: Reader, first: int, stop: int) -> bool:
    """Tell whether what stands behind a name, of words `first` to `stop`, goes on with no title."""
    if not reader.softs[stop]:
        return reader.gaps[stop][:1] != ")" and "(" not in reader.gaps[stop]
    classes = reader.lookup[stop][0]
    if reader.caps[stop] or not classes.isdisjoint(PLACES):
        return False
    return "joiner" not in classes or (reader.words[stop] not in reader.known.tables["matter"] and not open_ended(reader, first))
