"""Whether an English word that may be part of a date is one here."""

from __future__ import annotations

from eventx_dates.grammar import Match, letters
from eventx_dates.lexer import LEXICON

# months that are common words or names of people
_COMMON = frozenset(("may", "march", "mar", "dec", "sep", "jan"))
_NAMES = frozenset(("may", "april", "june", "august", "jan", "march"))


def capital(m: Match) -> bool:
    """Tell whether every month of the match that is a common word too is written as a name."""
    for index in m.where("month"):
        word = m.run.text[m.run.starts[index] : m.run.ends[index]]
        if word in _COMMON:
            return False
    return True


def month_is_meant(m: Match, *, alone: bool = False) -> bool:
    """Tell whether the month's word means the month; `alone` if no word before it says so."""
    word = m.word("month")
    if word.lower() in _COMMON and not word[0].isupper():
        return False
    return _alone(m, word) if alone else True


def _alone(m: Match, word: str) -> bool:
    """Tell whether a month without a day, a year and a word before it is one: not May in "Theresa May", "June Smith"."""
    low = word.lower()
    if not word[0].isupper() or (len(low) <= 4 and low not in ("june", "july")):
        return False
    if low in ("may", "march"):
        return False
    if low in _NAMES:
        after = m.after(2)
        return not (after[:1] == " " and after[1:2].isupper()) and not name_before(m)
    return True


def name_before(m: Match) -> bool:
    """Tell whether the word before is written as a name in mid-sentence."""
    before = m.before(24).split()
    return bool(before) and before[-1][:1].isupper() and before[-1].isalpha()


def counted(m: Match) -> bool:
    """Tell whether the number at the end counts what follows: "in March 20 people", "May 5,000"."""
    if m.run.kinds[m.end - 1] == letters()["ord"]:
        return False
    after = m.after(24)
    if after[:1] in ("%", "°") or (after[:1] == "," and after[1:4].isdigit()):
        return True
    words = after.split()
    return after[:1] == " " and bool(words) and words[0].strip(".,;)").lower() in LEXICON.table("en", "counted")


def year_is_meant(m: Match, *, cued: bool) -> bool:
    """Tell whether four digits are a year; `cued` if a word before them says so."""
    number = int(m.get("year"))
    before = m.run.text[max(m.run.starts[m.last - 1] - 16, 0) : m.run.starts[m.last - 1]]
    if (
        (before[-1:] and before[-1] in "$€£#.,/@+_:")
        or counted(m)
        or (m.after(2)[:1] == "-" and m.after(2)[1:2].isalpha() and not cued)
    ):
        return False
    if m.after(1) in ("%", "/", "°"):
        return False
    words = before.split()
    previous = words[-1].lower().strip("(") if words else ""
    if previous in LEXICON.table("en", "before_count"):
        return False
    return 1000 <= number <= 2199 if cued else 1900 <= number <= 2059


_FULL_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_TITLES = frozenset(("bloody", "black", "good", "ash", "palm", "easter", "super", "maundy", "cyber", "holy"))


def weekday_is_meant(m: Match, *, cued: bool) -> bool:
    """Tell whether a weekday's word means the day: short forms only in capitals behind "on"."""
    word = m.word("weekday")
    if word.lower() in _FULL_DAYS:
        before = m.before(12).split()
        named = bool(before) and before[-1].lower() in _TITLES and not cued
        return not named and not m.after(12)[1:].lower().startswith(("times", "night live", "mirror"))
    return cued and word[0].isupper() and word.lower() not in ("sun", "sat", "mon", "wed") and not m.after(2)[1:2].isupper()


def season_is_meant(m: Match) -> bool:
    """Tell whether "fall" and "spring" are seasons here: not "in spring water", "in the fall of the regime"."""
    word = m.word("season").lower()
    after = m.after(8).lower()
    if word in ("fall", "spring") and after.startswith((" of", " in ")):
        return False
    return not (word == "spring" and after.startswith((" water", " roll")))


def a_business_quarter(m: Match, name: str) -> bool:
    """Tell whether a quarter without a year is one of a year and not of a match: business is spoken of around it."""
    if name == "half":
        return False
    start, end = m.run.starts[m.start], m.run.ends[m.end - 1]
    words = m.run.text[max(start - 120, 0) : end + 120].lower().split()
    table = LEXICON.table("en", "business")
    return any(word.strip(".,;:'\"()") in table for word in words)
