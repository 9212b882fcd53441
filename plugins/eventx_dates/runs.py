"""From a text to runs of classified words around anchors: words and numbers that a date may hang on."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from eventx import Document
from eventx_dates.grammar import Run
from eventx_dates.lexer import LEXICON, PIECE, UNKNOWN, More, Vocabulary, vocabulary
from eventx_dates.numbers import classify
from eventx_dates.patterns import LETTERS, OTHER
from eventx_dates.reading import Found

_LEFT, _RIGHT = 60, 100  # characters on either side of an anchor that are read at most

# Looked for where a digit stands, so what must not stand before it is told behind that digit.
# 2022 | 5/9, 5-9, 5.9.22, 5th, 90s | '98 | 1Q13
_NUMBER = re.compile(
    r"[0-9](?<![0-9][0-9])(?:"
    r"(?<![.,/][0-9])(?:(?<=1)[0-9]|(?<=2)[01])[0-9][0-9](?![0-9,][0-9])"
    r"|(?<![0-9][.,/–-][0-9])[0-9]?(?:[/\-–](?:[12][0-9])?[0-9]{1,2}(?![0-9])|\.[0-9]{1,2}\.[0-9][0-9]|th\b|st\b|nd\b|rd\b|0?s\b|(?<=[23])d\b)"
    r"|[0-9]\b(?<=['’][0-9][0-9])"
    r"|[QH](?<=[1-4][QH])(?<![^\W_][0-9][QH])(?:19|20)?[0-9]{2}\b)"
)
_TOKEN = re.compile(
    r"([^\W_0-9][^\W_]*)"
    r"|([0-9]{4}-[0-9][0-9]-[0-9][0-9](?![0-9])(?:T[0-9:.+Z-]*)?|[0-9]+(?:[./:][0-9]+|,[0-9]{3}(?![0-9]))*)([^\W_]*)"
    r"|([-,./()–—'’‘&])"
    r"|(\S)"
)
_QUERY = 36  # characters of a phrase that is typed in, at most
_GAP = 3  # blanks between two words of a phrase
# So many characters of words of dates with nothing else between them are no prose, nor so many with little else.
_SOLID, _NOTHING_ELSE = 400, 0.97
_CROWD, _LITTLE_ELSE = 2400, 0.7
_MOSTLY = 0.5  # the share of such words in dates, at least, in lists and tables
_BESIDE = 100  # characters between words of dates that are looked at together
_REFUSED = 240  # so many words in a row that are no anchors, in as much text as makes a crowd, are one
_SKIP = 8  # how many times as much of a crowd is passed over before it is looked at again
_NO_WORD = (OTHER, None, None)
_MARKED = re.compile(r"[\w\W]{0,2}[\d.–—-]")
_DIGIT = re.compile(r"\d")
_NUMBER_BEHIND = re.compile(r"\s(?:[0-9]{1,2}(?:st|nd|rd|th)\b|[0-9]{1,2},?\s(?:19|20)[0-9][0-9]\b)")
_NUMBER_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th)(?:\sof)?\s$")
# a capital, or a number that no year follows
_SENTENCE_BEHIND = re.compile(r"\s+(?:[^\W\da-z_]|[0-9]+(?:st|nd|rd|th)?\b(?!,?\s(?:1[0-9]|20)[0-9][0-9]\b))")
_WHOLE, _SHORT_NAMES = 5, frozenset(("may", "june", "july"))  # letters of the whole name of a month, and those that are shorter
_YEAR_BEHIND, _DAY_BEFORE = re.compile(r",?\s(?:1[0-9]|20)[0-9][0-9]\b"), re.compile(r"(?<![0-9.,/])[0-9]{1,2}\s$")  # 5 may 2019
_OPENING = '"“„‘«[({<*•|†~>'  # what may open a quotation or stand in brackets before a date: "[5 May 1945]"
_NUMERAL, _SUFFIX, _MARK = 2, 3, 4  # the groups of a number, the letters behind it, a mark
# a whole date of digits that letters before it are glued to: "World News15/06/2024"
_GLUED = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:19|20)[0-9][0-9](?![0-9])")
_LONGEST = 10  # characters of a number that may be part of a date: 05/09/2022; only ISO stamps are longer


def readings(document: Document, read: Callable[[Run], list[Found]]) -> Iterator[tuple[Run, list[Found]]]:
    """Yield the runs of classified words around the anchors of a document, in order, each with the dates read in it."""
    text, words = document.text, vocabulary(document.lang)
    ends, doubtful = _anchors(document, words)
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
        if start in doubtful and not _is_anchor(text, words, start, end):
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


def _anchors(document: Document, words: Vocabulary) -> tuple[dict[int, int], set[int]]:
    """Return where words and numbers start and end that a date may hang on, and which of the words may be none: "may"."""
    hits, capital = document.hits(LEXICON), words.capital
    ends = {hit.start: hit.end for hit in hits}
    ends.update(_numbers(document.text))
    return ends, {hit.start for hit in hits if hit.entry.surface in capital}


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers start and end that a date may hang on."""
    # ten looks for one digit take a quarter of the time that a pattern takes to look for any
    digits: list[int] = []
    for digit in "0123456789":
        place = text.find(digit)
        while place >= 0:
            digits.append(place)
            place = text.find(digit, place + 1)
    done = 0
    for place in sorted(set(digits).difference([place + 1 for place in digits])):  # the first of each row
        if place >= done and (number := _NUMBER.match(text, place)):
            done = number.end()
            yield place, done


def _run(  # noqa: C901 - one pass over the words, as it costs most
    text: str, words: Vocabulary, start: int, end: int, done: int
) -> tuple[Run | None, int]:
    """Return the run around an anchor (the words on either side as long as they belong to a class), and where reading ended."""
    kinds: list[str] = []
    values: list[Any] = []
    starts: list[int] = []
    ends: list[int] = []
    position, right = _leftmost(text, words, start, max(start - _LEFT, done)), min(end + _RIGHT, len(text))
    cut = right if right < len(text) else -1  # a token that ends here is not whole
    stop, known = position, words.words
    tokens = _TOKEN.finditer(text, position, right)
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
                    tokens = _TOKEN.finditer(text, position, right)
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
    if words.words.get(word, _NO_WORD)[0] != LETTERS["month"] or (len(word) < _WHOLE and word not in _SHORT_NAMES):
        return False
    return bool(_SENTENCE_BEHIND.match(text, stop + 1))


def _number(token: re.Match[str]) -> tuple[str, Any]:
    """Return the class letter and value of a number."""
    number, suffix = token.group(_NUMERAL, _SUFFIX)
    return classify(number, suffix) if len(number) <= _LONGEST or number[4] == "-" else UNKNOWN


def _asked(text: str, token: re.Match[str], word: tuple[str, Any], more: More) -> tuple[str, Any, int]:
    """Return the class letter and value of a word, and where it ends: a phrase of several words is one."""
    phrases, capital = more
    end = token.end()
    if capital and text[token.start()].islower() and not _is_query(text) and not _beside_a_date(text, token.start(), end):
        return OTHER, None, end
    if phrases and (following := phrases[0].match(text, end)):
        rest = " ".join(PIECE.findall(following.group().lower().replace("’", "'")))
        return (*phrases[1][rest], following.end())
    return (*word, end)


def _is_anchor(text: str, words: Vocabulary, start: int, end: int) -> bool:
    """Tell whether "May", "March", "Sun" may begin or be a date: a digit, a mark or a word of dates stands beside it."""
    if text[start].islower():
        return _is_query(text) or _beside_a_date(text, start, end)
    if _MARKED.match(text, end) or not start or not text[start - 1].isspace():
        return True
    before = text[max(start - 12, 0) : start].split()
    if not before or _DIGIT.search(before[-1]):
        return True
    low = before[-1].lower().strip(",.(")
    return low in words.known and (low not in words.capital or before[-1][0].isupper())


def _is_query(text: str) -> bool:
    """Tell whether a text is no prose but a phrase typed in: "early march"."""
    return len(text) <= _QUERY and text[-1] not in ".!?"


def _beside_a_date(text: str, start: int, end: int) -> bool:
    """Tell whether numbers beside a small "may" or "march" make it a month: march 3rd, 5th of may, may 5, 2022."""
    if not text[end + 1 : end + 2].isdigit() and text[max(start - 2, 0) : start - 1] not in ("h", "t", "d", "f"):
        return False  # most are verbs
    if _NUMBER_BEHIND.match(text, end) or _NUMBER_BEFORE.search(text, max(start - 10, 0), start):
        return True
    return bool(_YEAR_BEHIND.match(text, end) and _DAY_BEFORE.search(text, max(start - 4, 0), start))


def _leftmost(text: str, words: Vocabulary, start: int, limit: int) -> int:
    """Return where to begin to read so that every known word right before an anchor is read too."""
    if start and text[start - 1].isalpha() and _GLUED.match(text, start):
        return start
    known = words.known
    window = text[limit:start].replace("\n", " ").replace("\u00a0", " ")
    # what is glued to the anchor belongs to it: "(24/6/1967", "mid-October"
    window, blank, _ = window.rpartition(" ")
    while blank:
        rest, blank, piece = window.rpartition(" ")
        piece = piece.lower()
        if piece not in known and (piece.isalpha() or not _is_glued(piece, known)):
            bare = piece.lstrip(_OPENING)
            opened = len(bare) < len(piece) and bare.isalnum() and (bare in known or _is_glued(bare, known))
            return limit + len(window) + (-len(bare) if opened else 1)
        window = rest
    return limit


def _is_glued(piece: str, known: Collection[str]) -> bool:
    """Tell whether what stands between two blanks is nothing but numbers, marks and known words: "(24/6/1967", "15-year"."""
    for token in _TOKEN.finditer(piece):  # noqa: SIM110 - mostly the first one tells, and a generator costs more than all else
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
