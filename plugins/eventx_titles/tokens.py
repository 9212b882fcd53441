"""The words of a document as lists: where each stands, and how it is joined to the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

import attrs

from eventx import Document

# joins that keep two words in one phrase, beside the stop of an initial: hyphens and apostrophes, more blanks than one
_HYPHENS = frozenset("-‑’'‘´`ʼ")
_APOSTROPHES = frozenset("’'‘´`ʼ")
_BLANKS = frozenset((" ", "  ", "\u00a0"))
_CLEAR = frozenset(
    (
        ", ", ".\n", ".\n\n", ": ", "; ", " (", ") ", ' "', '" ', " “", "” ", "/", " - ", " – ", " — ", " | ", ":", ",", "), ",
        ". (", "\n\n", "\n\n\n\n", ".\n\n\n\n",
    )
)  # fmt: skip
"""The most frequent joins that need no look at the words: marks that part phrases, and the ends of paragraphs."""
_STOPS = frozenset((". ", "."))
_LOOSE = frozenset(("- ", " -"))
_LETTERS = 4
"""The most letters of each half of such an acronym."""
_CODE = 3
"""So few capitals may be those of a body: EU-President."""
_INITIAL = 2
"""The most letters of an initial."""
_BEYOND = 8
"""How far the lists of joins reach behind the last word, and by their ends before the first, so that rules may look there."""
_MANY = 10_000
"""From so many words on those that are written alike are one string: memory that is not asked for costs more than to look."""
_NONE = "\n\n"
_NO_GAPS = (_NONE,) * _BEYOND
_NEVER = (False,) * _BEYOND


@attrs.frozen(eq=False, repr=False)
class Tokens:
    """The words of a document: one entry a word in each list, and a few more behind in those of joins.

    Args:
        words: the words as they are matched.
        starts: where each starts.
        caps: whether it starts with a capital letter.
        gaps: what stands between it and the one before.
        plain: whether that is one blank.
        softs: whether it follows the one before inside one phrase.
        hung: whether it hangs on the one before by a hyphen or apostrophe.
        genitives: whether it is the s of a possessive.

    """

    words: list[str]
    starts: list[int]
    caps: list[bool]
    gaps: list[str]
    plain: list[bool]
    softs: list[bool]
    hung: list[bool]
    genitives: list[bool]


def tokens_of(document: Document, tables: Mapping[str, frozenset[str]]) -> Tokens:
    """Return the words of a document; a language's tables tell its abbreviations and the articles inside its names."""
    text = document.text
    pieces = document.match.split(" ")
    starts: list[int] = []
    # what stands before each character, at that one's offset
    before = " " + text
    # the words before which stands something else than a blank; some twice
    odd: list[int] = []
    offset = 0
    for word in pieces:
        if word:
            if before[offset] != " ":
                odd.append(len(starts))
            starts.append(offset)
            offset += len(word) + 1
        else:
            odd.append(len(starts))
            offset += 1
    words = list(filter(None, pieces))
    del pieces
    size = len(words)
    if size > _MANY:
        once: dict[str, str] = {}
        words = list(map(once.setdefault, words, words))
    caps = list(map(str.isupper, itemgetter(*starts)(text))) if words else []
    end = starts[-1] + len(words[-1]) if words else 0
    beyond = [text[end : end + _BEYOND] + _NONE] * (_BEYOND // 2) if words else [_NONE]
    gaps, plain = [" "] * size, [True] * size
    gaps += beyond
    gaps += _NO_GAPS
    plain += _NEVER
    gaps[0], plain[0] = _NONE, False
    never = [False] * (size + _BEYOND)
    tokens = Tokens(words, starts, caps, gaps, plain, plain.copy(), never, never.copy())
    # each once, and neither what stands before the first word nor what stands behind the last
    joints = dict.fromkeys(odd)
    joints.pop(0, None)
    joints.pop(size, None)
    _join(document, tokens, joints, tables)
    return tokens


def _join(document: Document, tokens: Tokens, joints: Iterable[int], tables: Mapping[str, frozenset[str]]) -> None:
    """Tell how the words are joined before which stands something else than a blank."""
    text, words, starts = document.text, tokens.words, tokens.starts
    gaps, plain, softs = tokens.gaps, tokens.plain, tokens.softs
    abbreviated, articles = tables["abbreviated"], tables["article"]
    for index in joints:
        before = words[index - 1]
        gap = gaps[index] = text[starts[index - 1] + len(before) : starts[index]]
        plain[index] = softs[index] = False
        if gap == "," and tokens.caps[index]:
            gaps[index] = ", "  # "the Prime Minister,Ana Souza": a blank was forgotten
        if gap in _CLEAR:
            continue
        if gap in _STOPS:
            short = before in abbreviated or (len(before) <= _INITIAL and _is_initial(tokens, index, text, tables))
            # Thủ tướng Hun Sen. Chuyến thăm …
            ends = short and before in tables["name_too"] and document.sentence_at(starts[index]).start == starts[index]
            softs[index] = short and not ends
        elif gap == "-" and words[index] in tables["behind_dateline"] and _ends_dateline(tokens, index, text):
            continue
        elif gap in _HYPHENS or (gap in _LOOSE and _are_letters(tokens, index, text)):
            softs[index] = tokens.hung[index] = True
            tokens.genitives[index] = words[index] in tables["genitive"] and gap in _APOSTROPHES
        else:
            softs[index] = gap in _BLANKS or _soft(document, tokens, index, gap, articles)


# Bộ GD- ĐT
def _are_letters(tokens: Tokens, index: int, text: str) -> bool:
    """Tell whether a hyphen written with a blank parts two acronyms, which are one."""
    return all(
        1 < len(tokens.words[place]) <= _LETTERS
        and text[tokens.starts[place] : tokens.starts[place] + len(tokens.words[place])].isupper()
        for place in (index - 1, index)
    )


# KIGALI-President A · LIMA-The Foreign Minister, A
def _ends_dateline(tokens: Tokens, index: int, text: str) -> bool:
    """Tell whether a hyphen parts the place in capitals that opens a line from the text behind it."""
    start, before = tokens.starts[index - 1], tokens.words[index - 1]
    opens = start == 0 or text[start - 1] == "\n"
    return opens and len(before) > _CODE and tokens.caps[index] and text[start : start + len(before)].isupper()


def _is_initial(tokens: Tokens, index: int, text: str, tables: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the stop before word `index` is that of an initial: Enrique A. Manalo."""
    before = tokens.words[index - 1]
    if (len(before) == 1 and before not in tables["no_initial"] and tokens.caps[index - 1]) or _is_pair(
        tokens, index, text, tables
    ):
        return True
    return text.endswith(tuple(tables["interim"]), 0, tokens.starts[index - 1] + len(before))


def _is_pair(tokens: Tokens, index: int, text: str, tables: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the word before word `index` is a letter of another alphabet, and a name follows: Kh.Battulga, Yu.Borisov."""
    before = tokens.words[index - 1]
    if not (before in tables["initial_pair"] or (before in tables["glued_pair"] and tokens.gaps[index] == ".")):
        return False
    return tokens.caps[index - 1] and tokens.caps[index] and text[tokens.starts[index - 1] + 1].islower()


def _soft(document: Document, tokens: Tokens, index: int, gap: str, articles: frozenset[str]) -> bool:
    """Tell whether a join of other marks than a blank, hyphen, apostrophe or stop keeps two words in one phrase."""
    caps = tokens.caps
    if gap in ("&", " ‘", " ʻ"):
        # KH&ĐT; Samuela ‘Akilisi
        return caps[index - 1] and caps[index]
    if gap.isspace():
        return "\n" not in gap or _same_paragraph(document, tokens, index)
    # an apostrophe that ends a word inside a name: Shia' al-Sudani
    return gap in ("' ", "’ ") and tokens.words[index] in articles


def _same_paragraph(document: Document, tokens: Tokens, index: int) -> bool:
    """Tell whether the line end before word `index` only breaks the line."""
    place = document.segmentation.paragraph_index
    return place(tokens.starts[index - 1]) == place(tokens.starts[index])
