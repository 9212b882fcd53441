"""What stands right beside a date: the words before it that point, and the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import attrs

from eventx import Span, by_value, language_data
from eventx_dates.lexer import LEXICON
from eventx_dates.moments import day_of
from eventx_dates.reading import Found, Reading, Toward

_WEEKDAY = 16  # characters before a date in digits in which its weekday stands
_NEIGHBOURS = 40  # dates at the head among which a day in words may tell the order of digits
_EVE = 2  # days before that of the page on which its news happened
_FORTNIGHT = 14  # days before a day told with its year that a day of digits may lie
_HEADLINE = 120  # characters a line of a headline may have
_ASKED = 120  # characters before a date in which its sentence opens
_BEFORE = 60  # characters before a date in which words that point stand
_RUN_UP = 80  # characters before a date in which words stand that say that something is to come then
MARKS = ",;:.!?\n"  # those that part words, clauses and sentences


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    """Return the pattern of a word or a mark."""
    return re.compile(rf"[^\W\d_]+|[{MARKS}]")


@lru_cache(maxsize=1)
def _stops() -> re.Pattern[str]:
    """Return the pattern of marks behind which a clause begins."""
    return re.compile(r"[.!?:;\n\"”]")


def words_and_marks(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield each word and mark from one offset to another, and where it ends."""
    for piece in text[start:end].split(" "):
        stop = start + len(piece)
        if piece.isalpha():
            yield piece, stop  # most words stand between two blanks
        else:
            for match in _word().finditer(text, start, stop):
                yield match[0], match.end()
        start = stop + 1


def words_before(text: str, start: int) -> list[str]:
    """Return the words right before a date, in small letters."""
    return text[max(start - _BEFORE, 0) : start].lower().split()


# met on Tuesday, *and on* Wednesday they will go
def opens_clause(words: Sequence[str]) -> bool:
    """Tell whether the words right before a date join a clause that begins with it."""
    last = len(words) - 1
    last -= last > 0 and words[last] in LEXICON.table("en", "list_on")
    return last >= 0 and words[last] in LEXICON.table("en", "then_on")


@lru_cache(maxsize=8)
def _pointers(code: str) -> dict[str, Toward]:
    """Return the words that point where they stand right before a date, and what they say."""
    said: tuple[tuple[str, Toward], ...] = (("told", "past"), ("deadline", "future"), ("record", "near"), ("starting", "near"))
    return {word: toward for name, toward in said for word in LEXICON.table(code, name)}


def cue(words: Sequence[str], code: str) -> Toward | None:
    """Return what the words right before a date say.

    "by Friday" lies ahead, "since Friday" does not; a strike beginning on Monday starts on the nearest one, and shareholders of
    record as of Oct. 10 are only known by that day.
    """
    if not words:
        return None
    known, last = _pointers(code), words[-1]
    if len(words) == 1:
        return known.get(last)
    clock = LEXICON.table(code, "clock")
    if clock and (last[0].isdigit() or last in clock):  # "trước 17 giờ ngày 27/8"
        kept = [word for word in words if not word[0].isdigit() and word not in clock]
        return known.get(kept[-1]) if kept and kept[-1] in LEXICON.table(code, "deadline") else None
    if words[-2] in LEXICON.table(code, "starting"):
        return "near"
    return known.get(f"{words[-2]} {last}") or known.get(last)


def is_start(words: Sequence[str], code: str) -> bool:
    """Tell whether a date right behind these words is when something starts: beginning June 3, effective on Monday."""
    return not LEXICON.table(code, "starting").keys().isdisjoint(words[-2:])


def is_midway(words: Sequence[str], code: str, *, weak: bool) -> bool:
    """Tell whether the words right before a date point both ways: midway through April; talks that collapsed before May 3.

    Args:
        words: the words.
        code: the language.
        weak: whether a verb before them may be told of the past.

    """
    if len(words) < 2:
        return False
    return (weak and words[-1] in LEXICON.table(code, "both_ways")) or words[-2] in LEXICON.table(code, "midway_through")


def is_moved_to(words: Sequence[str], code: str) -> bool:
    """Tell whether something was put off to a date: the vote was postponed until March 16."""
    if len(words) < 2 or words[-1] not in LEXICON.table(code, "until"):
        return False
    return not LEXICON.table(code, "moved").keys().isdisjoint(words[-8:-1])


def by_weekday(item: Found, text: str, code: str) -> str | None:
    """Return "day" or "month", whichever must stand first in digits for the weekday beside them: Friday, 10/01/2020.

    The weekday may be glued to words of the page: "ClockFriday, 10/01/2020".
    """
    reading = item.reading
    if not isinstance(reading, Reading) or reading.order != "open" or not (reading.year and reading.month and reading.day):
        return None
    weekday = reading.weekday or _glued_weekday(text[max(item.span.start - _WEEKDAY, 0) : item.span.start], code)
    if weekday is None:
        return None
    year = int(reading.year)
    fits = [day is not None and day.isoweekday() == weekday for day in (
        day_of(year, reading.month, reading.day), day_of(year, reading.day, reading.month),
    )]  # fmt: skip
    return None if fits[0] == fits[1] else "day" if fits[0] else "month"


def by_neighbour(found: Sequence[Found]) -> str | None:
    """Return "day" or "month", whichever must stand first in digits for a day told in words to lie right before theirs.

    For English, which writes both orders: the page is of 07/10/2017 and its news of "Oct 7", or of 12/01/2023 and its news of
    "11 January", or the page is of "15 January 2019" and its news of 11/01/2019: the day stands first.
    """
    readings = [item.reading for item in found[:_NEIGHBOURS] if isinstance(item.reading, Reading)]
    open_one = next((one for one in readings if one.order == "open" and one.year), None)
    if open_one is None or not open_one.year or not open_one.month or not open_one.day:
        return None
    year = int(open_one.year)
    days = [
        one
        for one in readings
        if one.order is None and one.month and one.day and one.month <= 12 and one.year in (None, str(year))
    ]
    told = [(day, one.year) for one in days if (day := day_of(year, one.month or 0, one.day or 0)) is not None]
    fits = [
        day is not None and any((-_FORTNIGHT if stated else 0) <= (day - one).days <= _EVE for one, stated in told)
        for day in (day_of(year, open_one.month, open_one.day), day_of(year, open_one.day, open_one.month))
    ]
    return None if fits[0] == fits[1] else "day" if fits[0] else "month"


def _glued_weekday(before: str, code: str) -> int | None:
    """Return the weekday whose name ends a stretch of text, with a capital."""
    word = before.rstrip(" ,")
    for name, weekday in language_data(code).weekdays.items():
        if word.endswith(name.capitalize()):
            return weekday
    return None


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether at most one word stands between the start of the sentence and a date."""
    pieces = _stops().split(text[max(start - 24, 0) : start])
    return len(pieces[-1].split()) <= 1 and (len(pieces) > 1 or start <= 24)


# Remind me on Friday | Please send it by the 5th | - Call Ann on Monday
def is_asked(text: str, start: int) -> bool:
    """Tell whether the English sentence before a date asks for something to be done; not "Call for peace on Friday"."""
    words = _stops().split(text[max(start - _ASKED, 0) : start])[-1].split()
    while words and not words[0][0].isalnum():
        del words[0]
    if not words or words[0].lower() not in LEXICON.table("en", "orders"):
        return False
    return len(words) == 1 or words[1].lower() not in LEXICON.table("en", "no_order")


@by_value
@attrs.frozen(eq=False, repr=False)
class VerbWords:
    """Of what tenses are made; nothing in a language without."""

    infinitive: str = ""
    be: str = ""
    perfect: str = ""
    been: str = ""
    doer: str = ""
    past: str = ""


@lru_cache(maxsize=8)
def verb_words(code: str) -> VerbWords:
    """Return of what the tenses of a language are made."""
    return VerbWords(**LEXICON.table(code, "verb_words"))


@lru_cache(maxsize=1)
def genitives() -> tuple[str, ...]:
    """Return what stands between a possessor and the next word."""
    return tuple(f"{ending} " for ending in language_data("en").possessives)


# President to visit Hungary on Thursday | Ministers to Hold Talks May 5; not "He was asked to come on Thursday."
def is_announced(text: str, span: Span) -> bool:
    """Tell whether an English headline says before a date, by an infinitive, what somebody is to do."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    if len(line) > _HEADLINE or line[-1:] in ".!?:;,":
        return False
    words = text[start : span.start].split()
    to = verb_words("en").infinitive
    at = words.index(to) if to in words else 0
    if not 0 < at < len(words) - 1 or not (
        words[at - 1][0].isupper() or words[at - 1].endswith(tuple(LEXICON.table("en", "plural_ends")))
    ):
        return False
    verb = words[at + 1]
    if verb[0].isupper() or words[at - 1][0].islower():
        return verb.lower() in LEXICON.table("en", "announced")
    return verb.isalpha() and verb not in LEXICON.table("en", "no_verb")


# met X ahead of the forum on May 22; not "ahead of the forum, on May 22", "ahead of the forum on Monday"
def is_of_run_up(text: str, span: Span) -> bool:
    """Tell whether an English day is that of what something else is ahead of, right behind whose name it stands."""
    before = text[max(span.start - _RUN_UP, 0) : span.start].lower()
    words = before.split()
    if not words or words[-1] not in LEXICON.table("en", "run_up_on"):
        return False
    at = max(f" {before}".rfind(f" {word} ") for word in LEXICON.table("en", "run_up"))
    if at < 0 or _stops().search(before, at) or "," in before[at:]:
        return False
    return text[span.start : span.start + _WEEKDAY].split(maxsplit=1)[0].strip(",").lower() not in language_data("en").weekdays


def ends_sentence(text: str, end: int, *, short: bool) -> bool:
    """Tell whether a stop ends a sentence: a blank and no small letter behind it, no short word before it.

    Args:
        text: the text.
        end: where the stop ends.
        short: whether a short word in small letters may be an abbreviation.

    """
    if text[end - 1] in ";\n":
        return True
    after = text[end : end + 2]
    if after and not (after[0].isspace() and not after[1:].islower()):
        return False
    last = text[max(end - 12, 0) : end - 1].rsplit(" ", maxsplit=1)[-1]
    if short and len(last) > 1 and last.isalpha() and last.islower():
        return last not in language_data("en").abbreviations  # "after the war. On Friday"
    return text[end - 1] != "." or len(last) > 3 or last[:1].isdigit() or last[-1:].isdigit() or (not short and last.islower())
