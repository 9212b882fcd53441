"""The words of a document as lists: where each stands, and how it is joined to the one before."""

from __future__ import annotations

import attrs

from eventx import Document

# joins that keep two words in one phrase: a space, a hyphen, an apostrophe, the stop of an initial
_SOFT = frozenset((" ", "-", "‑", "’", "'", "‘", "  ", "\u00a0", "´", "ʼ"))
_HYPHENS = frozenset("-‑’'‘´ʼ")
_APOSTROPHES = frozenset("’'‘´ʼ")
ABBREVIATED = frozenset(
    (
        "jr", "ma", "sr", "st", "tp", "mt", "dr", "gen", "lt", "gov", "sen", "rep", "col", "adm", "maj", "capt", "prof", "pres",
        "amb", "brig",
    )
)  # fmt: skip
_BEYOND = 8
"""How far the lists of joins reach behind the last word, and by their ends before the first, so that rules may look there."""
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


def tokens_of(document: Document) -> Tokens:
    """Return the words of a document."""
    text = document.text
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    offset = 0
    for word in document.match.split(" "):
        if word:
            words.append(word)
            starts.append(offset)
            offset += len(word)
            ends.append(offset)
        offset += 1
    caps = [text[start].isupper() for start in starts]
    gaps = [_NONE, *[text[end:start] for end, start in zip(ends, starts[1:])]]  # noqa: B905 - nothing stands behind the last
    plain = [gap == " " for gap in gaps[: len(words)]]
    softs, hung, genitives = [*plain, *_NEVER], [False] * (len(words) + _BEYOND), [False] * (len(words) + _BEYOND)
    tokens = Tokens(words, starts, ends, caps, gaps, plain, softs, hung, genitives)
    for index, single in enumerate(plain):
        if not single and index:
            _join(document, tokens, index, gaps[index])
    if words:
        gaps.extend([text[ends[-1] : ends[-1] + _BEYOND] + _NONE] * (_BEYOND // 2))
    gaps.extend([_NONE] * (_BEYOND // 2))
    return tokens


def _join(document: Document, tokens: Tokens, index: int, gap: str) -> None:
    """Tell how word `index` is joined to the one before, by what is no single blank."""
    if gap in _SOFT:
        tokens.softs[index] = True
        tokens.hung[index] = gap in _HYPHENS
        tokens.genitives[index] = gap in _APOSTROPHES and tokens.words[index] == "s"
    else:
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
