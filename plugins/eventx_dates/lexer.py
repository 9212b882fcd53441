"""From a text to runs of classified words around anchors: words and numbers that a date may hang on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs

from eventx import Document, Entry, Lexicon, language_data
from eventx_dates.grammar import Run
from eventx_dates.numbers import classify
from eventx_dates.patterns import OTHER, letters

# tables whose words a date may hang on: looked for in the whole text
TAGS = ("deictic", "unit", "anchor")
# tables whose words count only beside one of those
_CLASSES = (
    *("which", "distance", "edge", "every", "plural", "monthword", "yearword", "roman", "cue", "a"),
    *("the", "of", "in", "on", "at", "from", "since", "by", "before", "after", "to", "between", "and", "about"),
    *("ago", "later", "earlier", "hence", "same", "that", "onward", "era"),
)
# word sets that rules look into
_SETS = (
    *(
        "capital",
        "owner",
        "counted",
        "before_count",
        "business",
        "weekday_names",
        "weekday_titles",
        "attack",
        "how_long",
        "gathering",
        "yearly",
        "label",
        "beside",
    ),
    *(
        "future",
        "ahead",
        "said",
        "past",
        "deadline",
        "present",
        "weak",
        "told",
        "ordinal_of",
        "street",
        "share",
        "shine",
        "goes_on",
        "motion",
        "revolution",
    ),
)
_SHARED = ("month", "weekday", "season", "part", "ordinal", "numeral")
_LEFT, _RIGHT = 60, 100  # characters on either side of an anchor that are read at most

_NUMBER = re.compile(
    r"(?<![0-9.,/])(?:1[0-9]|2[01])[0-9][0-9](?![0-9,][0-9])|(?<![0-9])[0-9]{1,2}(?:[/\-–][0-9]|\.[0-9]{1,2}\.[0-9][0-9]|th\b|st\b|nd\b|rd\b|0?s\b)|(?<=['’])[0-9][0-9]\b"
)
_TOKEN = re.compile(
    r"([0-9]{4}-[0-9][0-9]-[0-9][0-9](?![0-9])(?:T[0-9:.+Z-]*)?|[0-9]+(?:[./:,][0-9]+)*)([^\W_]*)"
    r"|([^\W_]+)"
    r"|([-,./()–—'’‘&])"
    r"|(\S)"
)
_GAP = 3  # blanks between two words of a phrase
_STRETCH = 400  # characters of nothing but words of dates that may still be prose
_UNKNOWN = (OTHER, None)
_NUMBER_BEHIND = re.compile(r"\s(?:[0-9]{1,2}(?:st|nd|rd|th)\b|[0-9]{1,2},?\s(?:19|20)[0-9][0-9]\b)")
_NUMBER_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th)(?:\sof)?\s$")
_SUFFIX, _WORD, _MARK = 2, 3, 4  # the groups of a number with its letters, a word, a mark
_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_MARKS = {
    "-": "dash", "–": "dash", "—": "dash", ",": "comma", ".": "dot", "/": "slash", "(": "paren", ")": "close", "'": "possessive",
    "’": "possessive", "‘": "possessive", "&": "and",
}  # fmt: skip


@attrs.frozen(eq=False, slots=False)
class CalendarLexicon(Lexicon):
    """The words of the dates plugin, together with the calendar words that the core has for every plugin."""

    def entries(self, code: str) -> tuple[Entry, ...]:
        """Return the words a date may hang on."""
        data = language_data(code)
        own = super().entries(code)
        if not own:
            return ()
        taken = {entry.surface for entry in own}
        shared = (("month", data.months), ("weekday", data.weekdays), ("season", data.seasons), ("part", data.parts_of_day))
        return (*own, *(Entry(s, tag, v) for tag, table in shared for s, v in table.items() if s not in taken))


LEXICON = CalendarLexicon(name="dates", package="eventx_dates", tags=TAGS, tables=(*_CLASSES, *_SETS))


@attrs.frozen(eq=False)
class Vocabulary:
    """The classes of the words of a language.

    Args:
        words: class letter and value of single words.
        phrases: by first word: a pattern of what may follow it, and the class letters and values of the phrases.
        known: every word that stands in any of them.
        capital: words that count only where written with a capital.
        marks: class letters of marks.

    """

    words: Mapping[str, tuple[str, Any]]
    phrases: Mapping[str, tuple[re.Pattern[str], Mapping[str, tuple[str, Any]]]]
    known: frozenset[str]
    capital: frozenset[str]
    marks: Mapping[str, str]


@lru_cache(maxsize=8)
def vocabulary(code: str) -> Vocabulary:
    """Return the vocabulary of a language."""
    data = language_data(code)
    known = letters()
    shared = (data.months, data.weekdays, data.seasons, data.parts_of_day, data.ordinals, data.numerals)
    table = {
        surface: (known[name], value) for name, words in zip(_SHARED, shared, strict=True) for surface, value in words.items()
    }
    for name in (*TAGS, *_CLASSES):
        for surface, value in LEXICON.table(code, name).items():
            if isinstance(value, dict):  # the class stands in the entry
                table[surface] = (known[value["class"]], value.get("value"))
            else:
                table[surface] = (known[name], value)
    pieces = {surface: _PIECE.findall(surface) for surface in table}
    rests: dict[str, dict[str, tuple[str, Any]]] = {}
    for surface, (first, *rest) in pieces.items():
        if rest:
            rests.setdefault(first, {})[" ".join(rest)] = table[surface]
    return Vocabulary(
        {surface: table[surface] for surface, words in pieces.items() if len(words) == 1},
        {first: (_following(found), found) for first, found in rests.items()},
        frozenset(word for words in pieces.values() for word in words),
        frozenset(LEXICON.table(code, "capital")),
        {mark: known[name] for mark, name in _MARKS.items()},
    )


def _following(rests: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of what may follow the first word of phrases, the longest first."""
    options = sorted(rests, key=len, reverse=True)
    return re.compile("|".join(_option(option.split()) for option in options), re.IGNORECASE)


def _option(words: Iterable[str]) -> str:
    """Return words with blanks between them as a pattern; none may stand before a mark."""
    text = "".join(rf"\s{{1,2}}{word}" if word.isalnum() else re.escape(word) for word in words)
    return text.replace("'\\s{1,2}", "['’]") + r"(?![^\W_])"


def runs(document: Document) -> Iterator[Run]:
    """Yield the runs of classified words around the anchors of a document, in order."""
    text, words = document.text, vocabulary(document.lang)
    done = 0
    anchors = _anchors(document, words)
    stretch: list[Run] = []  # runs with nothing between them, each cut by its window
    for start in sorted(anchors):
        if start < done:
            continue
        run, done = _run(text, words, start, anchors[start], done)
        if run is None:
            continue
        if stretch and not _continues(stretch[-1], run):
            yield from _prose(stretch)
            stretch = []
        stretch = [*stretch, run] if _length(stretch) <= _STRETCH else [stretch[0], run]
    yield from _prose(stretch)


def _continues(run: Run, following: Run) -> bool:
    """Tell whether a run goes on where another one was cut."""
    end, start = run.ends[-1], following.starts[0]
    return start - end <= 1 and "\n" not in run.text[end:start]


def _length(stretch: list[Run]) -> int:
    """Return how many characters runs take together."""
    return stretch[-1].ends[-1] - stretch[0].starts[0] if stretch else 0


def _prose(stretch: list[Run]) -> list[Run]:
    """Return runs that may be prose: nobody writes many lines of nothing but words of dates."""
    return stretch if _length(stretch) <= _STRETCH else []


def _anchors(document: Document, words: Vocabulary) -> dict[int, int]:
    """Return where words and numbers start that a date may hang on, and where each ends."""
    text, hits, capital = document.text, document.hits(LEXICON), words.capital
    anchors = {
        hit.start: hit.end for hit in hits if hit.entry.surface not in capital or _is_anchor(text, words, hit.start, hit.end)
    }
    anchors.update(match.span() for match in _NUMBER.finditer(text))
    return anchors


def _run(text: str, words: Vocabulary, start: int, end: int, done: int) -> tuple[Run | None, int]:
    """Return the run around an anchor (the words on either side as long as they belong to a class), and where reading ended."""
    kinds: list[str] = []
    values: list[Any] = []
    starts: list[int] = []
    ends: list[int] = []
    position, right = _leftmost(text, words, start, max(start - _LEFT, done)), min(end + _RIGHT, len(text))
    stop = position
    while token := _TOKEN.search(text, position, right):
        begin, position = token.span()
        kind, value, position = _classified(text, words, token, position)
        if kind == OTHER or (kinds and not _adjoin(text, stop, begin)) or (position == right < len(text)):
            if position > start:
                if kinds and stop > start:
                    return Run(text, "".join(kinds), values, starts, ends), stop
                if kind == OTHER or position == right:
                    return None, position
            del kinds[:], values[:], starts[:], ends[:]
            if kind == OTHER:
                continue
        kinds.append(kind)
        values.append(value)
        starts.append(begin)
        ends.append(position)
        stop = position
    return (Run(text, "".join(kinds), values, starts, ends), stop) if kinds and stop > start else (None, max(stop, end))


def _classified(text: str, words: Vocabulary, token: re.Match[str], end: int) -> tuple[str, Any, int]:
    """Return the class letter and value of a token, and where it ends: a phrase of several words is one."""
    group = token.lastindex
    if group == _WORD:
        word = token[_WORD]
        low = word.lower()
        if low in words.capital and word[0].islower() and not _beside_a_date(text, token.start(), end):
            return OTHER, None, end
        phrases = words.phrases.get(low)
        if phrases and (following := phrases[0].match(text, end)):
            rest = " ".join(_PIECE.findall(following.group().lower().replace("’", "'")))
            return (*phrases[1][rest], following.end())
        return (*words.words.get(low, _UNKNOWN), end)
    if group == _SUFFIX:
        return (*classify(token[1], token[2]), end)
    if group == _MARK:
        return words.marks[token[_MARK]], None, end
    return OTHER, None, end


def _is_anchor(text: str, words: Vocabulary, start: int, end: int) -> bool:
    """Tell whether "May", "March", "Sun" may begin or be a date: a digit, a mark or a word of dates stands beside it."""
    if text[start].islower():
        return _beside_a_date(text, start, end)
    behind = text[end : end + 3]
    if any(char.isdigit() or char in "-–—." for char in behind) or not start or not text[start - 1].isspace():
        return True
    before = text[max(start - 12, 0) : start].split()
    if not before or any(char.isdigit() for char in before[-1]):
        return True
    low = before[-1].lower().strip(",.(")
    return low in words.known and (low not in words.capital or before[-1][0].isupper())


def _beside_a_date(text: str, start: int, end: int) -> bool:
    """Tell whether numbers beside a small "may" or "march" make it a month: march 3rd, 5th of may, may 5, 2022."""
    if not text[end + 1 : end + 2].isdigit() and text[max(start - 2, 0) : start - 1] not in ("h", "t", "d", "f"):
        return False  # most are verbs
    return bool(_NUMBER_BEHIND.match(text, end) or _NUMBER_BEFORE.search(text, max(start - 10, 0), start))


def _leftmost(text: str, words: Vocabulary, start: int, limit: int) -> int:
    """Return where to begin to read so that every known word right before an anchor is read too."""
    known = words.known
    # what is glued to the anchor belongs to it: "(24/6/1967", "mid-October"
    start = _after_blank(text, limit, start)
    while start > limit:
        begin = _after_blank(text, limit, start - 1)
        piece = text[begin : start - 1].lower()
        if piece not in known and not all(
            token.lastindex in (_SUFFIX, _MARK) or token.group() in known for token in _TOKEN.finditer(piece)
        ):
            break
        start = begin
    return start


def _after_blank(text: str, limit: int, end: int) -> int:
    """Return where the word that reaches up to `end` starts: behind the last blank or line end, or at `limit`."""
    return max(text.rfind(" ", limit, end) + 1, text.rfind("\n", limit, end) + 1, text.rfind("\u00a0", limit, end) + 1, limit)


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
