"""Whether an English word that may be part of a date is one here."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from eventx_dates.grammar import Match
from eventx_dates.lexer import LEXICON

_MARKS = ".,;:()'\""  # what words are bared of before they are looked up


def words_before(m: Match, length: int = 24) -> list[str]:
    """Return the words before the match in its line, as written."""
    return m.before(length).rsplit("\n", maxsplit=1)[-1].split()


def in_set(word: str, name: str) -> bool:
    """Tell whether a word stands in one of the word sets."""
    return word.strip(_MARKS).lower() in _set(name)


@cache
def _set(name: str) -> Collection[str]:
    """Return one of the word sets."""
    return LEXICON.table("en", name)


def is_a(m: Match, kind: str, name: str) -> bool:
    """Tell whether the first word of a class, if there is one, stands in one of the word sets."""
    return m.word_in(kind, _set(name))


@cache
def phrases(name: str, before: str = "", behind: str = "") -> tuple[str, ...]:
    """Return one of the word sets with what stands around its words, to ask whether a text starts or ends with one."""
    return tuple(f"{before}{word}{behind}" for word in _set(name))


def month_is_meant(m: Match) -> bool:  # noqa: PLR0911 - each return is a reason of its own
    """Tell whether a month without a day or year is one: in May, a May inspection; not Theresa May, April Smith."""
    if m.after(1) in ("-", "’", "'") and m.after(2)[1:].isupper():
        return False  # "Jan-Michael"
    if m.has("dash") and m.first > m.start and m.before(1).isalpha():
        return False  # "Heong-jun"
    word = m.word("month")
    low = word.lower()
    alone = m.first == m.start
    if alone and (word[0].islower() or (len(low) <= 4 and not in_set(low, "short_months"))):
        return False  # "an august lady"; "Jan" and "Dec" alone are names and typing errors
    if m.has("for") and in_set(low, "month_names"):
        before = words_before(m)
        return bool(before) and (in_set(before[-1], "month_of") or in_set(before[-1], "business"))
    if m.first > m.start and not m.has("dash"):  # a preposition stands before it
        return not (in_set(low, "month_names") and name_behind(m) and not m.has("in"))
    if not in_set(low, "month_names"):
        return True
    if in_set(low, "verb_months"):
        before, behind = words_before(m), m.after(12).split()[:1]
        if any(in_set(word, "march_on") for word in behind):
            return False  # "the March for Life"
        return bool(before) and in_set(before[-1], "article") and m.after(2)[1:2].islower()
    return not name_behind(m) and not name_before(m)


def is_attributive(m: Match) -> bool:
    """Tell whether a day without a year tells of what follows it, so that the nearest one is meant: the June 20 deadline."""
    before, after = words_before(m)[-1:], m.after(20)
    if (
        not (m.kind(m.first) == "the" or (before and in_set(before[0], "article")))
        or after[:1] != " "
        or not after[1:2].islower()
    ):
        return False
    return not in_set(after.split()[0], "nth_behind")


def is_march(m: Match) -> bool:
    """Tell whether "March" and a number are a name: a Long March 5 rocket."""
    before = words_before(m)
    return m.word("month") in _set("march") and bool(before) and before[-1][:1].isupper() and in_set(before[-1], "march_titles")


def name_behind(m: Match) -> bool:
    """Tell whether a word written as a name follows."""
    after = m.after(2)
    return after[:1] == " " and after[1:2].isupper()


def name_before(m: Match) -> bool:
    """Tell whether the word before is written as a name in mid-sentence."""
    before = words_before(m)
    return bool(before) and before[-1][:1].isupper() and before[-1].isalpha() and not in_set(before[-1], "article")


def counted(m: Match) -> bool:
    """Tell whether the number at the end counts what follows: "in March 20 people", "May 5,000"."""
    if m.kind(m.end - 1) == "ord":
        return False
    after = m.after(24)
    if after[:1] in (".", ";", "\n", ")"):
        return False
    if after[:1] in ("%", "°") or (after[:1] == "," and after[1:4].isdigit()):
        return True
    words = after.split()
    return after[:1] == " " and bool(words) and in_set(words[0], "counted")


def year_is_meant(m: Match) -> bool:  # noqa: PLR0911 - each return is a reason of its own
    """Tell whether four digits are a year: a word before them says so, or nothing says that they count or number something."""
    number, cued = int(m.get("year")), m.first > m.start
    start = m.span().start
    before = m.run.text[max(start - 18, 0) : start]
    after = m.after(2)
    if before[-1:] in ("-", "–") and before[-2:-1].isdigit() and not m.has("dash"):
        return False
    if counted(m) or after[:1] in ("%", "/", "°", ":", "_") or (before and before[-1] in "$€£¥#.,/@+_:="):
        return False
    if (after[:1] == "-" and (after[1:2].isdigit() or (after[1:2].isalpha() and not cued))) or (
        m.has("dash") and m.before(1).isalnum()
    ):
        return False
    words = before.split()
    last = words[-1] if words else ""
    if in_set(last, "before_count") or _is_number_of(m, words, last.lower()):
        return False
    sure = in_set(last, "circa") or not after[1:].islower() or in_set(m.after(12).split()[0], "nth_behind")
    if in_set(last, "about") and number % 50 == 0 and not sure:
        return False
    if not cued and (last.isdigit() or (len(last) <= 2 and last.isupper() and last not in _set("one_capital"))):
        return False  # "0084 4 3822 1999", "flight VN 2022"
    if not _says_time(m, last) and counts(m):
        return False
    if cued or (last.lower() in _set("the") and after[:1] == " " and after[1:].islower()):
        return 1000 <= number <= 2199
    if after[:1] in (",", ".", ";", ")") and (
        before[-1:] in ("", "\n", "(") or before.endswith((", ", *phrases("either", behind=" ")))
    ):
        return 1600 <= number <= 2059
    return (1000 if in_set(last, "founded") or before.endswith(phrases("lived")) else 1900) <= number <= 2059


@cache
def _counting() -> Mapping[str, Collection[str]]:
    """Return, by the word right before four digits, those before that one which make the digits a count."""
    return LEXICON.table("en", "counting")


def _is_number_of(m: Match, words: list[str], last: str) -> bool:
    """Tell whether words before four digits make them a count, time or number: a total of 2016, at 1830, rules 17 and 1559."""
    behind = m.after(16).split()[:2]
    if len(words) > 1 and words[-2].strip(_MARKS).lower() in _counting().get(last, ()):
        round_one = not int(m.get("year")) % 50 and bool(behind) and not in_set(behind[0], "nth_behind")
        return last not in _set("round_behind") or round_one
    of_them = bool(behind) and behind[0] in _set("of") and any(in_set(word, "counted_of") for word in behind[1:])
    if of_them and (m.first == m.start or last in _set("either")):
        return True  # "there were 2000 of them"
    if m.first == m.start and in_set(last, "article") and not int(m.get("year")) % 50 and counts(m):
        return True  # "the 1200 survivors"
    if last in _set("at"):
        return m.after(1) not in ("'", "’") and not any(in_set(word, "at_year") for word in behind[:1])
    if last not in _set("either"):
        return False
    *_, name, number = ["", "", *words_before(m, 24)]
    return number.strip(",").isdigit() and in_set(name, "before_count")


def _says_time(m: Match, last: str) -> bool:
    """Tell whether the word before four digits leaves no doubt that they are a year."""
    if last.lower() in _set("either"):  # "the 2018, 2019 and 2021 budgets", but "1200 and 1500 casualties"
        years = [word.strip(",")[-4:] for word in words_before(m)[-1:]] + [m.text_at(m.last - 1)]
        return all(word.isdigit() and "1000" <= word <= "2199" for word in years) and any(int(word) % 50 for word in years)
    return in_set(last, "year_after") or any(m.has(name) for name in ("in", "since", "edge", "unit", "season", "paren"))


def counts(m: Match) -> bool:
    """Tell whether a plural noun that is no name of events follows four digits: "1993 sheets", but "2004 elections"."""
    word = (m.after(24)[1:].split() or [""])[0]
    if (
        m.after(1) != " "
        or not word.islower()
        or not word[0].isalpha()
        or not word.rstrip(".,;:)").endswith(phrases("plural_ends"))
    ):
        return False
    return len(word) > 3 and not in_set(word, "yearly") and not word.rstrip(".,;:)").endswith(phrases("no_plural_ends"))


def is_habit(m: Match) -> bool:
    """Tell whether the sentence speaks of what is usual: "snow mostly falls in January"."""
    start = m.run.starts[m.first]
    before, habit = m.run.text[max(start - 80, 0) : start], _set("habit")
    if not any(word.strip(_MARKS) in habit for word in before.lower().split()):
        return False  # nearly always
    return any(in_set(word, "habit") for word in _stop().split(before)[-1].split())


@cache
def _stop() -> re.Pattern[str]:
    """Return the pattern of what ends a sentence or a line."""
    return re.compile(r"[.!?]\s|\n")


def alone(m: Match) -> bool:
    """Tell whether the text is the phrase and nothing else, as in a query."""
    span, text, blank = m.span(), m.run.text, _blank()
    # a look that ends at the first character that is none, as the text may be long
    return bool(blank.fullmatch(text, 0, span.start) and blank.fullmatch(text, span.end))


@cache
def _blank() -> re.Pattern[str]:
    """Return the pattern of nothing but white space."""
    return re.compile(r"\s*+")


def is_short_year(m: Match, index: int) -> bool:
    """Tell whether two digits behind an apostrophe are a year: not "'60 Minutes'"."""
    behind = m.after(2)
    if len(m.text_at(index)) != 2:
        return False
    return not (behind[:1].isalnum() or behind[1:2].isupper() or behind[:1] in ("'", "’", "-"))


def short_year(digits: str) -> str:
    """Return the year that two digits behind an apostrophe mean: '98, '45, '05."""
    return ("20" if int(digits) < 30 else "19") + digits


def ordinal_day(m: Match) -> int:
    """Return the day of the month that words make: fourth, twenty-first."""
    tens = m.get("numeral") or 0
    return int(m.get("ordinal")) + tens if tens in (0, 20, 30) else 99


def nth_is_meant(m: Match) -> bool:
    """Tell whether "the 14th" is a day: not the 14th Army, the 14th floor."""
    after = m.after(24)
    if after[:1] != " ":
        return after[:1] in (".", ",", ";", ":", ")", "", "\n", "–", "—")
    word, *rest = after.split() or [""]
    if in_set(word, "nth_joins") and rest and rest[0][0].isdigit():
        return False  # "the 7th and 9th floors"
    if in_set(word, "nth_behind"):
        return True
    return word[:1].isupper() and not in_set(word, "formation") and m.before(2).strip() in ("", ".")


def weekday_is_meant(m: Match, *, cued: bool) -> bool:
    """Tell whether a weekday's word means the day: short forms only in capitals behind "on"; not the Sunday Times."""
    word = m.word("weekday")
    behind = m.after(16).split()
    if behind and m.after(1) == " " and behind[0].strip(".,'’") in LEXICON.table("en", "weekday_names"):
        return False
    if in_set(word, "full_weekdays"):
        before = words_before(m)
        return cued or not before or not in_set(before[-1], "weekday_titles")
    return cued and word[0].isupper() and not in_set(word, "capital") and not name_behind(m)


def edge_is_meant(m: Match) -> bool:
    """Tell whether a word such as "end" or "start" means a part of a whole: it needs "of", else it is a verb ("start in May")."""
    index = m.find("edge")
    if index < 0 or in_set(m.text_at(index), "plain_edges"):
        return True
    return index + 1 < m.end and m.kind(index + 1) in ("of", "dash")


def season_is_meant(m: Match) -> bool:
    """Tell whether "fall" and "spring" are seasons here: not "in spring water", "in the fall of the regime", "the Winter War"."""
    if m.word("season")[0].isupper() and (m.after(2)[1:2].isupper() or name_before(m)):
        return False
    word, after = m.word("season").lower(), m.after(8).lower()
    if after.startswith(phrases("season_of")):
        return False
    which = (
        m.has("which") and m.get("which") and m.before(4).lower() not in phrases("the", behind=" ")
    )  # "last fall in Paris", not "the last fall in prices"
    falls, springs = word in _set("fall") and not which, word in _set("spring") and m.has("that")  # "ills that spring from greed"
    if (falls or springs) and after.startswith(phrases("fall_of")):
        return False
    return not (word in _set("spring") and after.startswith(phrases("spring_of")))


def is_business(m: Match) -> bool:
    """Tell whether a quarter without a year is one of a year and not of a match: business is spoken of around it, or no game."""
    start, end = m.span().start, m.span().end
    sentence = m.run.text[max(start - 140, 0) : start].rsplit(". ", 1)[-1] + m.run.text[start : end + 140].split(". ", 1)[0]
    words = sentence.split()
    if any(in_set(word, "business") for word in words):
        return True
    return m.has("quarter") and m.has("ordinal") and not any(in_set(word, "sports") for word in words)


def is_attack(m: Match) -> bool:
    """Tell whether "September 11" is the name of that day of 2001: the attacks follow."""
    return any(in_set(word, "attack") for word in m.after(30).split()[:2])
