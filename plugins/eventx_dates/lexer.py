"""From a text to runs of classified words around anchors: words and numbers that a date may hang on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attrs

from eventx import Document, Entry, Lexicon, language_data
from eventx_dates.grammar import OTHER, Run, letters
from eventx_dates.numbers import classify

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
    *("owner", "counted", "before_count", "business", "weekday_names", "weekday_titles", "attack", "label", "beside"),
    *("future", "ahead", "said", "past", "deadline", "ordinal_of", "street", "share", "shine", "goes_on", "motion", "revolution"),
)
_SHARED = ("month", "weekday", "season", "part", "ordinal", "numeral")
_LEFT, _RIGHT = 60, 100

_NUMBER = re.compile(
    r"(?<![\d.,/])(?:1[0-9]\d\d|20\d\d|21\d\d)(?![\d,]\d)|(?<!\d)\d{1,2}(?:[/\-–]\d|\.\d{1,2}\.\d\d|th\b|st\b|nd\b|rd\b|0?s\b)"
)
_TOKEN = re.compile(
    r"(?P<num>\d{4}-\d\d-\d\d(?!\d)(?:T[\d:.+Z-]*)?|\d+(?:[./:,]\d+)*)(?P<suffix>[^\W_]*)"
    r"|(?P<word>[^\W_]+)"
    r"|(?P<mark>[-,./()–—'’‘])"
    r"|(?P<other>\S)"
)
_TOKEN_TEXT = re.compile(r"[^\W_]+|[^\w\s]")
_MARKS = {
    "-": "dash", "–": "dash", "—": "dash", ",": "comma", ".": "dot", "/": "slash", "(": "paren", ")": "close", "'": "possessive",
    "’": "possessive", "‘": "possessive",
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
        words: class and value of single words.
        phrases: those of several words, by their first word, longest first.
        known: every word that stands in any of them.

    """

    words: dict[str, tuple[str, Any]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]
    known: frozenset[str]


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
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    words = {}
    for surface, (letter, value) in table.items():
        first, *rest = _TOKEN_TEXT.findall(surface)
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), letter, value))
        else:
            words[surface] = (letter, value)
    return Vocabulary(
        words,
        {first: tuple(sorted(items, key=lambda item: -len(item[0]))) for first, items in phrases.items()},
        frozenset(word for surface in table for word in _TOKEN_TEXT.findall(surface)),
    )


def runs(document: Document) -> Iterator[Run]:
    """Yield the runs of classified words around the anchors of a document, in order."""
    text, code = document.text, document.lang
    words = vocabulary(code)
    done = 0
    for start, end in _anchors(document):
        if start < done:
            continue
        run = _run(text, words, start, end, done)
        if run is not None:
            done = run.ends[-1]
            yield run


def _anchors(document: Document) -> list[tuple[int, int]]:
    """Return where words and numbers stand that a date may hang on."""
    anchors = [(hit.start, hit.end) for hit in document.hits(LEXICON)]
    anchors.extend(match.span() for match in _NUMBER.finditer(document.text))
    anchors.sort()
    return anchors


def _run(text: str, words: Vocabulary, start: int, end: int, done: int) -> Run | None:
    """Return the run around an anchor: the words on either side as long as they belong to a class."""
    tokens = _tokens(text, words, _leftmost(text, words, start, max(start - _LEFT, done)), end)
    kinds, values, starts, ends = _classify(words, tokens)
    anchor = next((i for i, stop in enumerate(ends) if stop > start), None)
    if anchor is None or kinds[anchor] == OTHER:
        return None
    low = high = anchor
    while low > 0 and kinds[low - 1] != OTHER and _adjoin(text, ends[low - 1], starts[low]):
        low -= 1
    while high + 1 < len(kinds) and kinds[high + 1] != OTHER and _adjoin(text, ends[high], starts[high + 1]):
        high += 1
    cut = slice(low, high + 1)
    return Run(text, "".join(kinds[cut]), values[cut], starts[cut], ends[cut])


def _leftmost(text: str, words: Vocabulary, start: int, limit: int) -> int:
    """Return where to begin to read so that every known word right before an anchor is read too."""
    known = words.known
    # what is glued to the anchor belongs to it: "(24/6/1967", "mid-October"
    start = max(text.rfind(" ", limit, start) + 1, limit)
    while start > limit:
        blank = text.rfind(" ", limit, start - 1)
        piece = text[blank + 1 if blank >= 0 else limit : start - 1]
        if piece.lower() not in known and not all(
            token.lastgroup in ("suffix", "mark") or token.group().lower() in known for token in _TOKEN.finditer(piece)
        ):
            break
        start = blank + 1 if blank >= 0 else limit
    return start


def _tokens(text: str, words: Vocabulary, begin: int, end: int) -> list[re.Match[str]]:
    """Return the words, numbers and marks from `begin` on, up to the first unknown word behind the anchor."""
    known = words.known
    tokens = []
    right = min(end + _RIGHT, len(text))
    for token in _TOKEN.finditer(text, begin, right):
        if token.end() > end and (
            token.lastgroup == "other"
            or (token.lastgroup == "word" and token.group().lower() not in known)
            or (token.end() == right < len(text))  # the window may have cut this word
        ):
            break
        tokens.append(token)
    return tokens


def _adjoin(text: str, end: int, start: int) -> bool:
    """Tell whether two words with only blanks between them stand in one paragraph."""
    if start - end <= 1:
        return start == end or text[end] != "\n" or _goes_on(text, end)
    gap = text[end:start]
    if len(gap) > 3:
        return False
    return "\n" not in gap or (gap.count("\n") == 1 and _goes_on(text, end))


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a line that ends at `end` was broken to a width."""
    return end - text.rfind("\n", max(end - 200, 0), end) > 40 and text[end - 1] not in ".!?:;)"


def _classify(words: Vocabulary, tokens: list[re.Match[str]]) -> tuple[list[str], list[Any], list[int], list[int]]:
    """Return the classes, values and offsets of tokens, phrases of several words joined."""
    known = letters()
    kinds: list[str] = []
    values: list[Any] = []
    starts: list[int] = []
    ends: list[int] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        kind, value, size = OTHER, None, 1
        group = token.lastgroup
        if group == "word":
            kind, value, size = _word(words, tokens, index)
        elif group == "suffix":
            name, value = classify(token["num"], token["suffix"].lower())
            kind = known[name] if name else OTHER
        elif group == "mark":
            kind = known[_MARKS[token.group()]]
        elif token.group() == "&":
            kind = known["and"]
        kinds.append(kind)
        values.append(value)
        starts.append(token.start())
        ends.append(tokens[index + size - 1].end() if size > 1 else token.end())
        index += size
    return kinds, values, starts, ends


def _word(words: Vocabulary, tokens: list[re.Match[str]], index: int) -> tuple[str, Any, int]:
    """Return the class and value of the longest phrase that starts at a token, and how many tokens it takes."""
    low = tokens[index].group().lower()
    for rest, letter, value in words.phrases.get(low, ()):
        following = tokens[index + 1 : index + 1 + len(rest)]
        if len(following) == len(rest) and all(_same(t.group(), w) for t, w in zip(following, rest, strict=True)):
            return letter, value, len(rest) + 1
    letter, value = words.words.get(low, (OTHER, None))
    return letter, value, 1


def _same(token: str, word: str) -> bool:
    """Tell whether a token is a word of a phrase, whatever its case and its apostrophe."""
    return token.lower() == word or (word == "'" and token in "’‘")
