"""The known phrases of a document, looked for where they are asked for, and only once: tables that fill themselves."""

from __future__ import annotations

from eventx_titles.lexis import Beside, Words

Known = tuple[frozenset[str], int]
"""The classes of a phrase, and the index behind its last word or that of its first."""

_NOTHING: frozenset[str] = frozenset()
_ALONE: Beside = ((), None)


class _Phrases(dict[int, Known]):
    """What is known of the phrases at a word, by its index."""

    __slots__ = ("_classes", "_endings", "_openings", "_softs", "_words")

    def __init__(self, words: list[str], softs: list[bool], known: Words) -> None:
        super().__init__()
        self._words, self._softs, self._classes = words, softs, known.classes
        self._openings, self._endings = known.openings, known.endings


class Ahead(_Phrases):
    """The longest known phrases that start at a word: their classes, and the index behind them."""

    __slots__ = ()

    def __missing__(self, index: int) -> Known:
        """Return what is known at `index`, and keep it."""
        words = self._words
        known, stop = self._openings.get(words[index]), index + 1
        if known is None:
            found = self[index] = (_NOTHING, stop)
            return found
        softs = self._softs
        if known.beside and softs[stop]:
            classes = self._classes
            longer, pair = known.beside.get(words[stop], _ALONE)
            for size in longer:
                behind = index + size
                phrase = classes.get(" ".join(words[index:behind]))
                # behind the last word nothing is joined, so that no phrase reaches beyond it
                if phrase is not None and False not in softs[stop:behind]:
                    found = self[index] = (phrase, behind)
                    return found
            if pair is not None:
                found = self[index] = (pair, stop + 1)
                return found
        found = self[index] = (known.alone or _NOTHING, stop)
        return found


class Behind(_Phrases):
    """The longest known phrases that end before a word: their classes, and the index of their first word."""

    __slots__ = ()

    def __missing__(self, stop: int) -> Known:
        """Return what is known before `stop`, and keep it."""
        words, first = self._words, stop - 1
        known = self._endings.get(words[first]) if stop > 0 else None
        if known is None:
            found = self[stop] = (_NOTHING, first)
            return found
        softs = self._softs
        if known.beside and softs[first]:
            classes = self._classes
            longer, pair = known.beside.get(words[first - 1], _ALONE)
            for size in longer:
                start = stop - size
                phrase = classes.get(" ".join(words[start:stop])) if start >= 0 else None
                if phrase is not None and False not in softs[start + 1 : stop]:
                    found = self[stop] = (phrase, start)
                    return found
            if pair is not None:
                found = self[stop] = (pair, first - 1)
                return found
        found = self[stop] = (known.alone or _NOTHING, first)
        return found
