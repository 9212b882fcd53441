"""Whether Vietnamese digits and words that may be part of a date are one here."""

from __future__ import annotations

from eventx_dates.grammar import Match
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

_CUES = (
    "từ",
    "đến",
    "tới",
    "vào",
    "và",
    "trước",
    "sau",
    "hết",
    "dịp",
    "lễ",
    "nay",
    "qua",
    "mai",
    "tức",
    "hôm",
    "khi",
    "lúc",
    "trong",
)


def toward(which: int | None) -> Toward | None:
    """Return the direction that "tới" or "vừa qua" behind a date gives it."""
    if which is None or which == 0:
        return None
    return "future" if which > 0 else "past"


def _previous(m: Match) -> str:
    """Return the word before the match, in lower case."""
    words = m.before(20).replace("(", " ").split()
    return words[-1].lower() if words else ""


def _next(m: Match) -> str:
    """Return the word behind the match, as written."""
    words = m.after(20).split()
    return words[0] if words and m.after(1).isspace() else ""


def digits_are_a_date(m: Match) -> bool:
    """Tell whether 5/9 is a day and not a share (3/4 người), an address (7/1 Bùi Thị Xuân), a law or a score."""
    if m.after(1) in ("/", "%") or m.before(1) in ("/", "-", "+", "$", "."):
        return False
    if any(m.has(name) for name in ("part", "weekday", "dayword", "deictic", "lunarday")):
        return True
    previous, following = _previous(m), _next(m)
    if previous in LEXICON.table("vi", "street"):
        return False
    if previous in _CUES:
        return True
    if following[:1].isupper() or following.strip(".,;:)").lower() in LEXICON.table("vi", "counted"):
        return False
    start = m.before(2)
    return m.after(1) in (",", ".", ")", ";", ":", "") or not start.strip() or start.endswith("(")


def month_is_meant(m: Match) -> bool:
    """Tell whether "tháng năm" is May here: not in "ngày tháng năm sinh", "hai tháng một lần"."""
    before = _previous(m)
    if m.has("edge"):
        return True
    words = {*LEXICON.table("vi", "plural"), "ngày"}
    if m.has("month") and (before in words or before in _numerals() or before.isdigit()):
        return False
    if m.has("month") and _next(m).lower() in ("lần", "sinh", "kỳ"):
        return False
    return not before.isdigit()


def _numerals() -> frozenset[str]:
    """Return the number words."""
    from eventx import language_data  # noqa: PLC0415 - cheap, and only here

    return frozenset(language_data("vi").numerals)


def year_is_meant(m: Match) -> bool:
    """Tell whether four digits are a year: "năm" says so, or a bracket, a stop, a name before them."""
    number = int(m.get("year"))
    if m.has("yearword"):
        return 1 <= number <= 2199
    if not 1900 <= number <= 2059 or m.after(1) in ("/", "%") or m.before(1) in ("/", "-", ".", "$", "+"):
        return False
    previous = m.before(20).split()
    if previous and previous[-1].lower().strip("(") in LEXICON.table("vi", "street"):
        return False
    return m.after(1) in (",", ".", ")", ";", "", "”") or m.before(1) == "(" or bool(previous and previous[-1][:1].isupper())


def weekday_is_meant(m: Match) -> bool:
    """Tell whether "thứ hai" is Monday here and not "the second"."""
    word = m.word("weekday")
    if word.lower() == "chủ nhật" or m.has("part"):
        return True
    previous = _previous(m)
    if previous in LEXICON.table("vi", "owner") or (previous and previous[-1:].isdigit()):
        return False
    if m.has("which") or word.split()[-1][:1].isupper():
        return True
    if m.has("dayword"):
        return False
    return previous in ("vào", "từ", "đến", "tới", "sáng", "chiều", "tối", "trưa", "đêm") or m.after(1) in (",", "(")
