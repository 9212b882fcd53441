"""Whether Vietnamese digits and words that may be part of a date are one here."""

from __future__ import annotations

from eventx import language_data
from eventx_dates.grammar import Match
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

_CUES = frozenset(
    (
        "từ",
        "đến",
        "tới",
        "vào",
        "và",
        "trước",
        "sau",
        "hết",
        "nay",
        "qua",
        "mai",
        "tức",
        "hôm",
        "khi",
        "lúc",
        "khuya",
        "ngày",
        "đêm",
    )
)
_NAMED = ("part", "weekday", "dayword", "deictic", "lunarday", "cue", "era")
_AFTER = frozenset(("tới", "vừa qua", "sắp tới", "qua", "này", "vừa rồi"))


def previous(m: Match) -> str:
    """Return the word before the match in its line, in lower case."""
    words = m.before(20).rsplit("\n", maxsplit=1)[-1].replace("(", " ").split()
    return words[-1].lower() if words else ""


def following(m: Match) -> str:
    """Return the word behind the match, as written."""
    words = m.after(20).split()
    return words[0].strip('.,;:)”"') if words and m.after(1).isspace() else ""


def in_set(word: str, name: str) -> bool:
    """Tell whether a word stands in one of the word sets."""
    return word.lower() in LEXICON.table("vi", name)


def toward(m: Match, *, whole: bool = False) -> tuple[bool, Toward | None]:
    """Return whether a word such as "tới" behind a date belongs to it, and the direction it gives.

    Args:
        m: the match.
        whole: whether the date is a weekday or a month, behind which "tới" hardly ever is a verb.

    """
    which = m.get("which")
    if which is None:
        return True, None
    word = m.text_at(m.where("which")[-1]).lower()
    after = m.after(1)
    behind = following(m)
    if (
        whole
        and word in (*_AFTER, "sau", "trước")
        and not in_set(behind, "motion")
        and not behind[:1].isupper()
        and behind != "khi"
    ):
        return True, None if which == 0 else "future" if which > 0 else "past"
    if word not in _AFTER or not (after in (",", ".", ";", ")", ":", "") or in_set(behind, "goes_on") or word == "này"):
        return False, None
    return True, None if which == 0 else "future" if which > 0 else "past"


def digits_are_a_date(m: Match) -> bool:  # noqa: PLR0911 - each return is a reason of its own
    """Tell whether 5/9 is a day and not a share (3/4 người), an address (7/1 Bùi Thị Xuân), a law or a score."""
    after, before = m.after(1), m.before(1)
    if after in ("/", "%", "-") or before in ("/", "-", "+", "$", ".", ","):
        return False
    if any(m.has(name) for name in _NAMED):
        return True
    word = previous(m)
    if in_set(word, "street") or m.text_at(m.first).find(".") >= 0:
        return False
    if m.surface == "24/7":
        return False
    behind = following(m)
    if word in _CUES and (word != "và" or not in_set(behind, "share")):
        return True
    if behind[:1].isupper() or in_set(behind, "share"):
        return False
    start = m.before(2)
    return after in (",", ".", ")", ";", ":", "") or m.after(2) == " (" or not start.strip() or start.endswith("(")


def month_is_meant(m: Match) -> bool:
    """Tell whether "tháng năm" is May here: not in "ngày tháng năm sinh", "hai tháng một lần", "Cách mạng tháng Tám"."""
    word = previous(m)
    if in_set(word, "revolution"):
        return False
    if m.kind(m.first) == "edge":
        return True
    if word.isdigit() or (m.has("month") and (in_set(word, "plural") or word == "ngày" or word in language_data("vi").numerals)):
        return False
    if m.has("monthword") and word in language_data("vi").numerals:
        return False
    return following(m).lower() not in ("lần", "sinh", "kỳ", "ngày", "tuổi", "tuần")


def year_is_meant(m: Match) -> bool:
    """Tell whether four digits are a year: "năm" says so, or a bracket, a stop, a name before them."""
    number = int(m.get("year"))
    if m.has("yearword"):
        return number <= 2199 and m.after(1) != "/"
    if m.kind(m.start) in ("from", "to"):
        return 1900 <= number <= 2059 and m.after(1) not in ("/", "%") and not in_set(following(m), "share")
    after, before = m.after(1), m.before(1)
    if not 1900 <= number <= 2059 or after in ("/", "%") or before in ("/", "-", ".", "$", "+", "–"):
        return False
    words = m.before(20).rsplit("\n", maxsplit=1)[-1].split()
    if words and in_set(words[-1].strip("("), "street"):
        return False
    named = (
        bool(words) and words[-1][:1].isupper() and not (words[-1].isupper() and len(words[-1]) <= 2)
    )  # not "chuyến bay VN 2059"
    return after in (",", ".", ")", ";", "", "”", '"') or before == "(" or named


def weekday_is_meant(m: Match) -> bool:  # noqa: PLR0911 - each return is a reason of its own
    """Tell whether "thứ hai" is Monday here and not "the second"."""
    word, before = m.word("weekday"), previous(m)
    if word.lower() == "chủ nhật":
        return before not in ("thuyết", "chế")
    if m.has("part") or m.get("unit") == "week":
        return True
    if in_set(before, "ordinal_of") or before[-1:].isdigit():
        return False
    if m.has("which") and not word[-1].isdigit():
        return True
    if word.split()[-1][:1].isupper() and not word[-1].isdigit():
        return True
    if m.has("dayword"):
        return False
    if before in ("vào", "từ", "đến", "tới", "hôm"):
        return True
    return m.after(1) in (",", "(", "") and (not before or word[0].isupper())
