"""The words of the dates plugin: which a date may hang on, and what class each has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import attrs

from eventx import Entry, Lexicon, language_data, lazy, swift
from eventx_dates.patterns import LETTERS, OTHER

# tables whose words a date may hang on: looked for in the whole text
TAGS = ("deictic", "unit", "anchor")
# tables whose words count only beside one of those
_CLASSES = (
    *("which", "distance", "edge", "every", "plural", "monthword", "yearword", "roman", "canchi", "cue", "a"),
    *("the", "of", "in", "on", "at", "from", "since", "by", "before", "after", "to", "between", "and", "about"),
    *("ago", "later", "earlier", "hence", "same", "that", "onward", "era", "fiscal", "for", "s", "final", "often"),
)
# word sets that rules look into
_SETS = (
    "capital", "owner", "counted", "before_count", "business", "weekday_names", "weekday_titles", "attack", "how_long",
    "gathering", "nearest_ahead", "in_time", "leads_to", "yearly", "label", "beside", "future", "ahead", "said", "past",
    "goals", "goal_leads",
    "deadline", "sports", "results", "report", "delivery", "founded", "no_feast", "habit", "outlook", "formation",
    "nth_behind", "month_of", "moved", "starting", "force", "month_names", "full_weekdays", "year_after", "article", "be",
    "no_verb", "no_participle", "until", "rank", "comparing", "compared", "record", "before_that", "bare", "unreal", "dated",
    "present", "weak", "idle", "told", "ordinal_of", "street", "share", "shine", "goes_on", "motion", "revolution", "leads",
    "tails", "span", "units_behind", "counts", "to_another", "just_past", "of_years", "of_days", "lasting", "halves",
    "first_last", "feast_lead", "ranging", "accented", "number", "weekday_lead", "first_point", "meeting", "each", "hours",
    "year_prefix", "near", "crossing", "happening", "weekend_lead", "set_out", "terror", "chat", "list_and", "list_then",
    "list_on", "list_of", "agency", "inside_places", "inside_titles", "before_datelines", "byline", "byline_joins", "section_of",
    "is_now",
    "links", "how_long_a", "vague", "vague_lead", "quarter_at_hand", "quarter_goes_on", "age", "ends_unit", "short_months",
    "verb_months", "circa", "nth_joins", "plain_edges", "at_year", "march_titles", "march_on", "orders", "no_order",
    "announced", "once_planned", "soon", "moved_from", "both_ways", "midway_through", "numbered", "counted_of", "stretch",
    "repeating",
    "never_lasting", "counts_off", "lasts", "up_to", "within", "first_or_last", "crop_seasons", "days_ahead",
    "yesterdays", "tomorrows", "looking_back", "new_years", "noun_ahead", "no_noun_ahead",
    "before_days_ahead", "beside_now", "sundays", "no_sunday", "todays", "then_on", "rises", "clock", "nth_of", "places", "roads",
    "chatty", "world_days", "laws", "soft_leads", "portions", "where_when", "goes_with_hom", "next_in_line", "after_five",
    "day_word", "month_word", "early_day", "this_one", "next_one", "now", "last_night", "month_or_year", "lunar_months",
    "old_months", "years_and", "half_of", "from_when", "other_year", "to_the_end", "each_unit", "convened", "convened_of",
    "restating", "run_up", "run_up_on",
    "at_hour", "point_is", "no_year_behind", "number_or_year", "last_one", "past_one", "current_one", "latest_one", "either",
    "just_in", "year_goes_on", "from_today", "hence_alone", "superlatives", "till_now", "to_now", "over_one", "to_one",
    "edges_in", "edges_end", "edges_joined", "by_then", "ago_back", "couple", "next_phrase", "day_phrase", "march",
    "one_capital", "lived", "counting", "plural_ends", "no_plural_ends", "which_day", "running_one", "any_article",
    "round_behind", "season_of", "fall", "spring", "fall_of", "spring_of", "verb_words", "nth_month", "of_moon",
)  # fmt: skip
_SHARED = ("month", "weekday", "season", "part", "ordinal", "numeral")
UNKNOWN = (OTHER, None)
_MARKS = {
    "-": "dash", "–": "dash", "—": "dash", ",": "comma", ".": "dot", "/": "slash", "(": "paren", ")": "close", "'": "possessive",
    "’": "possessive", "‘": "possessive", "&": "and",
}  # fmt: skip


@lru_cache(maxsize=1)
def piece() -> re.Pattern[str]:
    """Return the pattern of a word, a number or a mark."""
    return re.compile(r"[^\W_]+|[^\w\s]")


@attrs.frozen(eq=False, slots=False)
class CalendarLexicon(Lexicon):
    """The words of the dates plugin, together with the calendar words that the core has for every plugin."""

    def more(self, code: str) -> tuple[Entry, ...]:
        """Return the calendar's words that a date may hang on, and years told by two digits."""
        own = self.all_tables(code)
        if not own:
            return ()
        data = language_data(code)
        shared = (("month", data.months), ("weekday", data.weekdays), ("season", data.seasons), ("part", data.parts_of_day))
        short = (f"{prefix}{year:02}" for prefix in self.table(code, "year_prefix") for year in (*range(50), *range(90, 100)))
        return (
            *(Entry(s, "anchor", None) for s in short),
            *(
                Entry(s, tag, v)
                for tag, table in shared
                for s, v in table.items()
                if not any(s in own.get(taken, ()) for taken in self.tags)
            ),
        )


LEXICON = CalendarLexicon(
    name="dates",
    package="eventx_dates",
    tags=TAGS,
    tables=(*_CLASSES, *_SETS),
    files={"en": ("press.toml",), "vi": ("press.toml",)},
)


class Phrases:
    """What may follow a word that begins phrases: the rests of the phrases, with their class letters and values."""

    def __init__(self) -> None:
        """Begin with no phrase."""
        self.rests: dict[str, tuple[str, Any]] = {}

    @lazy
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the rests, compiled when a text first has the word: few do."""
        return _following(self.rests)


# What a word is: its class letter and value; and, where more has to be asked, the phrases that it begins, and whether it counts
# only where written with a capital.
More = tuple[Phrases | None, bool]
_Entry = tuple[str, Any, More | None]


@swift
@attrs.frozen(eq=False, repr=False)
class Vocabulary:
    """The classes of the words of a language.

    Args:
        words: what each word is that is one or begins a phrase, and each mark.
        known: every word that stands in any of them.
        capital: words that count only where written with a capital.
        whole_months: the months' names in full, which are no abbreviations.

    """

    words: Mapping[str, _Entry]
    known: frozenset[str]
    capital: frozenset[str]
    whole_months: frozenset[str]


@lru_cache(maxsize=8)
def vocabulary(code: str) -> Vocabulary:
    """Return the vocabulary of a language."""
    data = language_data(code)
    known = LETTERS
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
    pieces = {surface: piece().findall(surface) for surface in table}
    phrases: dict[str, Phrases] = {}
    for surface, (first, *rest) in pieces.items():
        if rest:
            phrases.setdefault(first, Phrases()).rests[" ".join(rest)] = table[surface]
    capital = frozenset(LEXICON.table(code, "capital"))
    single = {surface: table[surface] for surface, words in pieces.items() if len(words) == 1}
    for prefix in LEXICON.table(code, "year_prefix"):  # FY24, FY2024
        for year in range(1990, 2050):
            single |= dict.fromkeys((f"{prefix}{year}", f"{prefix}{year % 100:02}"), (known["year"], str(year)))
    asked = {word: (phrases.get(word), word in capital) for word in phrases.keys() | capital}
    return Vocabulary(
        {word: (*single.get(word, UNKNOWN), asked.get(word)) for word in single.keys() | asked.keys()}
        | {mark: (known[name], None, None) for mark, name in _MARKS.items()},
        frozenset(word for words in pieces.values() for word in words),
        capital,
        frozenset({number: name for name, number in sorted(data.months.items(), key=_length) if name.isalpha()}.values()),
    )


def _length(month: tuple[str, int]) -> int:
    """Return how many letters the name of a month has."""
    return len(month[0])


_BLANKS = r"\s{1,2}"


def _following(rests: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of what may follow the first word of phrases, the longest first."""
    options = [_option(rest.split()) for rest in sorted(rests, key=len, reverse=True)]
    # what begins with a blank has it before all of them, to be looked for once
    behind = "|".join(option.removeprefix(_BLANKS) for option in options if option.startswith(_BLANKS))
    glued = [option for option in options if not option.startswith(_BLANKS)]
    return re.compile("|".join([*glued, f"{_BLANKS}(?:{behind})"] if behind else glued), re.IGNORECASE)


def _option(words: Iterable[str]) -> str:
    """Return words with blanks between them as a pattern; none may stand before a mark, and behind one there need be none."""
    text, before = "", ""
    for word in words:
        blanks = r"\s{0,2}" if before and not before.isalnum() else _BLANKS
        text += blanks + word if word.isalnum() else "['’]" if word == "'" else re.escape(word)
        before = word
    return text + r"(?![^\W_])"
