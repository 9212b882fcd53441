"""The words of a document as lists: where each stands, and how it is joined to the one before."""

from __future__ import annotations

from functools import lru_cache

import attrs

from eventx import Document, language_data

# joins that keep two words in one phrase: a space, a hyphen, an apostrophe, the stop of an initial
_SOFT = frozenset((" ", "-", "‑", "’", "'", "‘", "  ", "\u00a0", "´", "ʼ"))
_HYPHENS = frozenset("-‑’'‘´ʼ")
_APOSTROPHES = frozenset("’'‘´ʼ")
ABBREVIATED = frozenset(
    (
        "jr", "ma", "sr", "st", "tp", "mt", "dr", "gen", "lt", "gov", "sen", "rep", "col", "adm", "maj", "capt", "prof", "pres",
        "amb", "brig", "md", "mohd", "lieut", "cmdr",
    )
)  # fmt: skip
_CLEAR = frozenset((" ", ", ", ".\n", ".\n\n", ": ", "; ", " (", ") ", ' "', '" '))
"""The most frequent joins that need no look at the words: one blank, and marks that part phrases."""
_BEYOND = 8
"""How far the lists of joins reach behind the last word, and by their ends before the first, so that rules may look there."""
_LONGEST, _MOST = 20, 16_384
"""How long a word may be, and how many there may be, to be kept without diacritics."""
_NONE = "\n\n"
_NEVER = (False,) * _BEYOND


@attrs.frozen(eq=False)
class Tokens:
    """The words of a document: one entry a word in each list, and a few more behind in those of joins.

    Args:
        words: the words as they are matched.
        starts: where each starts.
        ends: where each ends.
        caps: whether it starts with a capital letter.
        gaps: what stands between it and the one before.
        plain: whether that is one blank.
        softs: whether it follows the one before inside one phrase.
        hung: whether it hangs on the one before by a hyphen or apostrophe.
        genitives: whether it is the s of a possessive.
        folds: the words without diacritics.

    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    caps: list[bool]
    gaps: list[str]
    plain: list[bool]
    softs: list[bool]
    hung: list[bool]
    genitives: list[bool]
    folds: list[str]


def tokens_of(document: Document) -> Tokens:
    """Return the words of a document."""
    text = document.text
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    # the words before which stands something else than a blank; some twice
    odd: list[int] = []
    offset = 0
    for word in document.match.split(" "):
        if word:
            if text[offset - 1] != " ":
                odd.append(len(words))
            words.append(word)
            starts.append(offset)
            offset += len(word)
            ends.append(offset)
        else:
            odd.append(len(words))
        offset += 1
    size = len(words)
    caps = [text[start].isupper() for start in starts]
    beyond = [text[ends[-1] : ends[-1] + _BEYOND] + _NONE] * (_BEYOND // 2) if words else [_NONE]
    gaps = [*([" "] * size), *beyond, *([_NONE] * _BEYOND)]
    plain = [*([True] * size), *_NEVER]
    gaps[0], plain[0] = _NONE, False
    folds = words if language_data(document.lang).folded else list(map(_folds().__getitem__, words))
    never = [False] * (size + _BEYOND)
    tokens = Tokens(words, starts, ends, caps, gaps, plain, plain.copy(), never, never.copy(), folds)
    _join(document, tokens, odd)
    return tokens


class _Folds(dict[str, str]):
    """Words without diacritics, a table that fills itself and begins anew when it is full."""

    def __missing__(self, word: str) -> str:
        """Return a word without diacritics, kept if it is no longer than words are."""
        found = Document(word, language="vi").folded
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


@lru_cache(maxsize=1)
def _folds() -> _Folds:
    """Return the one table of words without diacritics."""
    return _Folds()


def _join(document: Document, tokens: Tokens, odd: list[int]) -> None:
    """Tell how the words are joined before which stands something else than a blank."""
    text, starts, ends = document.text, tokens.starts, tokens.ends
    for index in odd:
        if not 0 < index < len(starts):
            continue
        gap = tokens.gaps[index] = text[ends[index - 1] : starts[index]]
        tokens.plain[index] = tokens.softs[index] = False
        if gap in _SOFT:
            tokens.softs[index] = True
            tokens.hung[index] = gap in _HYPHENS
            tokens.genitives[index] = gap in _APOSTROPHES and tokens.words[index] == "s"
        elif gap not in _CLEAR:
            tokens.softs[index] = _soft(document, tokens, index, gap)


def _soft(document: Document, tokens: Tokens, index: int, gap: str) -> bool:
    """Tell whether a join of more than a blank, hyphen or apostrophe keeps two words in one phrase."""
    caps = tokens.caps
    if gap in ("&", " ‘", " ʻ"):
        # KH&ĐT; Samuela ‘Akilisi
        return caps[index - 1] and caps[index]
    if gap in (". ", "."):
        before = tokens.words[index - 1]
        initial = len(before) == 1 and before != "i" and caps[index - 1]
        return initial or before in ABBREVIATED or document.text.endswith("a.i", 0, tokens.ends[index - 1])
    if gap.isspace():
        return "\n" not in gap or _same_paragraph(document, tokens, index)
    # an apostrophe that ends a word inside a name: Shia' al-Sudani
    return gap in ("' ", "’ ") and tokens.words[index] in ("al", "el")


def _same_paragraph(document: Document, tokens: Tokens, index: int) -> bool:
    """Tell whether the line end before word `index` only breaks the line."""
    place = document.segmentation.paragraph_index
    return place(tokens.starts[index - 1]) == place(tokens.starts[index])
