"""From a text to runs of classified words around anchors: words and numbers that a date may hang on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from typing import Any

from eventx import Document
from eventx_dates.anchors import anchors, beside_a_date, is_anchor, is_query
from eventx_dates.grammar import Run
from eventx_dates.lexer import UNKNOWN, More, Vocabulary, piece, vocabulary
from eventx_dates.numbers import classify, ordinal_ending
from eventx_dates.patterns import OTHER
from eventx_dates.reading import Found

_LEFT, _RIGHT = 60, 100  # characters on either side of an anchor that are read at most

_GAP = 3  # blanks between two words of a phrase
# So many characters of words of dates with nothing else between them are no prose, nor so many with little else.
_SOLID, _NOTHING_ELSE = 400, 0.97
_CROWD, _LITTLE_ELSE = 2400, 0.7
_MOSTLY = 0.5  # the share of such words in dates, at least, in lists and tables
_BESIDE = 100  # characters between words of dates that are looked at together
_REFUSED = 240  # so many words in a row that are no anchors, in as much text as makes a crowd, are one
_SKIP = 8  # how many times as much of a crowd is passed over before it is looked at again
_NO_WORD = (OTHER, None, None)
_OPENING = '"“„‘«[({<*•|†~>'  # what may open a quotation or stand in brackets before a date: "[5 May 1945]"
_NUMERAL, _SUFFIX, _MARK = 2, 3, 4  # the groups of a number, the letters behind it, a mark
_LONGEST = 10  # characters of a number that may be part of a date: 05/09/2022; only ISO stamps are longer


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    """Return the pattern of a word, a number with the letters behind it, or a mark."""
    return re.compile(
        r"([^\W_0-9][^\W_]*)"
        r"|([0-9]{4}-[0-9][0-9]-[0-9][0-9](?![0-9])(?:T[0-9:.+Z-]*)?|[0-9]+(?:[./:][0-9]+|,[0-9]{3}(?![0-9]))*)([^\W_]*)"
        r"|([-,./()–—'’‘&])"
        r"|(\S)"
    )


@lru_cache(maxsize=1)
def _sentence_behind() -> re.Pattern[str]:
    """Return the pattern of a capital behind a stop, or of a number that no year follows."""
    return re.compile(rf"\s+(?:[^\W\da-z_]|[0-9]+{ordinal_ending()}?\b(?!,?\s(?:1[0-9]|20)[0-9][0-9]\b))")


# a whole date of digits that letters before it are glued to: "World News15/06/2024"
@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    """Return the pattern of a day in numbers that is glued to a word."""
    return re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:19|20)[0-9][0-9](?![0-9])")


def readings(document: Document, read: Callable[[Run], list[Found]]) -> Iterator[tuple[Run, list[Found]]]:
    """Yield the runs of classified words around the anchors of a document, in order, each with the dates read in it."""
    text, words = document.text, vocabulary(document.lang)
    ends, doubtful = anchors(document, words)
    done = skipped = resume = 0  # how far the text has been read; where a crowd was last met, and from where it is read again
    refused: list[int] = []  # where words in a row are no anchors: "may may may"
    stretch: list[Run] = []
    for start in sorted(ends):
        if start < done:
            continue
        if start < resume and start - skipped <= _BESIDE:
            skipped = start
            continue
        end = ends[start]
        if start in doubtful and not is_anchor(text, words, start, end):
            refused.append(start)
            if len(refused) == _REFUSED:
                skipped, resume = start, start + _SKIP * (start - refused[0]) if start - refused[0] < _CROWD else 0
                refused = []
            continue
        refused = []
        run, done = _run(text, words, start, end, done)
        if run is None:
            continue
        if stretch:
            last = stretch[-1].ends[-1]
            length = last - stretch[0].starts[0]
            if length > _CROWD or run.starts[0] - last > _BESIDE:
                kept = _prose(stretch, read)
                if not kept and length > _CROWD:
                    skipped, resume = done, done + _SKIP * length
                yield from kept
                stretch = []
        stretch.append(run)
    yield from _prose(stretch, read)


def _prose(stretch: list[Run], read: Callable[[Run], list[Found]]) -> list[tuple[Run, list[Found]]]:
    """Return runs that may be prose, or a table, with their dates; none of a stretch that is a crowd of words of dates.

    A crowd is a line of nothing else, a page-long line of little else, or many lines of little else whose words mostly make
    no dates: nobody writes such.
    """
    length = stretch[-1].ends[-1] - stretch[0].starts[0] if stretch else 0
    if length <= _SOLID:
        return [(run, read(run)) for run in stretch]
    told = sum(run.ends[-1] - run.starts[0] for run in stretch)
    dense = told > length * (_NOTHING_ELSE if length <= _CROWD else _LITTLE_ELSE)
    many = dense and "\n" in stretch[0].text[stretch[0].starts[0] : stretch[-1].ends[-1]]
    if dense and not many:
        return []
    found = [(run, read(run)) for run in stretch]
    if many and length > _CROWD and sum(one.span.end - one.span.start for _, dates in found for one in dates) < told * _MOSTLY:
        return []
    return found


def _run(  # noqa: C901 - one pass over the words, as it costs most
    text: str, words: Vocabulary, start: int, end: int, done: int
) -> tuple[Run | None, int]:
    """Return the run around an anchor (the words on either side as long as they belong to a class), and where reading ended."""
    # longer than other functions, for the same reason
    kinds: list[str] = []
    values: list[Any] = []
    starts: list[int] = []
    ends: list[int] = []
    position, right = _leftmost(text, words, start, max(start - _LEFT, done)), min(end + _RIGHT, len(text))
    cut = right if right < len(text) else -1  # a token that ends here is not whole
    stop, known = position, words.words
    tokens = _token().finditer(text, position, right)
    while token := next(tokens, None):
        begin, position = token.span()
        if token.lastindex == _SUFFIX:
            kind, value = _number(token)
        else:
            kind, value, more = known.get(token[0].lower(), _NO_WORD)
            if token[0] == "." and kinds and stop == begin and _ends_here(text, starts[-1], begin, words):
                kind = OTHER
            if more is not None:
                kind, value, position = _asked(text, token, (kind, value), more)
                if position != token.end():
                    tokens = _token().finditer(text, position, right)
        # nearly always one blank or none stands between two words
        if (
            kind != OTHER
            and position != cut
            and ((begin == stop + 1 and text[stop] != "\n") or begin == stop or not kinds or _adjoin(text, stop, begin))
        ):
            kinds.append(kind)
            values.append(value)
            starts.append(begin)
            ends.append(position)
            stop = position
            continue
        if position > start:
            if kinds and stop > start:
                break
            if kind == OTHER or position == right:
                return None, position
        # what was read does not reach to the anchor
        kinds, values, starts, ends = ([], [], [], []) if kind == OTHER else ([kind], [value], [begin], [position])
        stop = position
    if not kinds or stop <= start:
        return None, max(stop, end)
    return Run(text, "".join(kinds), values, starts, ends), stop


def _ends_here(text: str, start: int, stop: int, words: Vocabulary) -> bool:
    """Tell whether a stop behind the whole name of a month ends its sentence: "in June. The 15th was wet"."""
    word = text[start:stop].lower()
    return word in words.whole_months and bool(_sentence_behind().match(text, stop + 1))


def _number(token: re.Match[str]) -> tuple[str, Any]:
    """Return the class letter and value of a number."""
    number, suffix = token.group(_NUMERAL, _SUFFIX)
    return classify(number, suffix) if len(number) <= _LONGEST or number[4] == "-" else UNKNOWN


def _asked(text: str, token: re.Match[str], word: tuple[str, Any], more: More) -> tuple[str, Any, int]:
    """Return the class letter and value of a word, and where it ends: a phrase of several words is one."""
    phrases, capital = more
    end = token.end()
    if capital and text[token.start()].islower() and not is_query(text) and not beside_a_date(text, token.start(), end):
        return OTHER, None, end
    if phrases and (following := phrases.pattern.match(text, end)):
        rest = " ".join(piece().findall(following.group().lower().replace("’", "'")))
        return (*phrases.rests[rest], following.end())
    return (*word, end)


def _leftmost(text: str, words: Vocabulary, start: int, limit: int) -> int:
    """Return where to begin to read so that every known word right before an anchor is read too."""
    if start and text[start - 1].isalpha() and _glued().match(text, start):
        return start
    known = words.known
    window = text[limit:start].replace("\n", " ").replace("\u00a0", " ")
    # what is glued to the anchor belongs to it: "(24/6/1967", "mid-October"
    window, blank, _ = window.rpartition(" ")
    while blank:
        rest, blank, word = window.rpartition(" ")
        word = word.lower()
        if word not in known and (word.isalpha() or not _is_glued(word, known)):
            bare = word.lstrip(_OPENING)
            opened = len(bare) < len(word) and bare.isalnum() and (bare in known or _is_glued(bare, known))
            return limit + len(window) + (-len(bare) if opened else 1)
        window = rest
    return limit


def _is_glued(piece: str, known: Collection[str]) -> bool:
    """Tell whether what stands between two blanks is nothing but numbers, marks and known words: "(24/6/1967", "15-year"."""
    for token in _token().finditer(piece):  # noqa: SIM110 - mostly the first one tells, and a generator costs more than all else
        if token.lastindex not in (_SUFFIX, _MARK) and token[0] not in known:
            return False
    return True


def _adjoin(text: str, end: int, start: int) -> bool:
    """Tell whether two words with only blanks between them stand in one paragraph."""
    if start - end <= 1:
        return start == end or text[end] != "\n" or _goes_on(text, end)
    if start - end > _GAP:
        return False
    lines = text.count("\n", end, start)
    return lines == 0 or (lines == 1 and _goes_on(text, end))


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a line that ends at `end` was broken to a width."""
    return end - text.rfind("\n", max(end - 200, 0), end) > 40 and text[end - 1] not in ".!?:;)"
