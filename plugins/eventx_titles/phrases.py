"""The known phrases of a document, looked for where they are asked for, and only once: tables that fill themselves."""

from __future__ import annotations

from eventx_titles.lexis import Words

Known = tuple[frozenset[str], int]
"""The classes of a phrase, and the index behind its last word or that of its first."""

_NOTHING: frozenset[str] = frozenset()


class _Phrases(dict[int, Known]):
    """What is known of the phrases at a word, by its index."""

    def __init__(self, words: list[str], softs: list[bool], known: Words) -> None:
        super().__init__()
        self._words, self._softs, self._known = words, softs, known


class Ahead(_Phrases):
    """The longest known phrases that start at a word: their classes, and the index behind them."""

    def __missing__(self, index: int) -> Known:
        """Return what is known at `index`, and keep it."""
        words = self._words
        known, stop = self._known.openings.get(words[index]), index + 1
        if known is None:
            found = self[index] = (_NOTHING, stop)
            return found
        softs = self._softs
        sizes = known.beside.get(words[stop]) if softs[stop] else None
        if sizes is not None:
            limit = min(index + sizes[0], len(words))
            while stop < limit and softs[stop]:
                stop += 1
            classes = self._known.classes
            for size in sizes:
                phrase = classes.get(" ".join(words[index : index + size])) if index + size <= stop else None
                if phrase is not None:
                    found = self[index] = (phrase, index + size)
                    return found
        found = self[index] = (known.alone or _NOTHING, index + 1)
        return found


class Behind(_Phrases):
    """The longest known phrases that end before a word: their classes, and the index of their first word."""

    def __missing__(self, stop: int) -> Known:
        """Return what is known before `stop`, and keep it."""
        words, first = self._words, stop - 1
        known = self._known.endings.get(words[first]) if stop > 0 else None
        if known is None:
            found = self[stop] = (_NOTHING, first)
            return found
        softs = self._softs
        sizes = known.beside.get(words[first - 1]) if softs[first] else None
        if sizes is not None:
            while first > 0 and stop - first < sizes[0] and softs[first]:
                first -= 1
            classes = self._known.classes
            for size in sizes:
                phrase = classes.get(" ".join(words[stop - size : stop])) if stop - size >= first else None
                if phrase is not None:
                    found = self[stop] = (phrase, stop - size)
                    return found
        found = self[stop] = (known.alone or _NOTHING, stop - 1)
        return found
