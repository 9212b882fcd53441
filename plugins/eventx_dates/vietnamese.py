"""Whether Vietnamese digits and words that may be part of a date are one here."""

from __future__ import annotations

import re
from functools import cache

from eventx import language_data
from eventx_dates.grammar import Match
from eventx_dates.lexer import LEXICON
from eventx_dates.reading import Toward

_POINTS = 700
"""How far before the second of several points the first may be told, in code points."""
_SIGNS = ("+", "=", "×", "x", "÷", "*")
_NAMED = ("part", "weekday", "dayword", "deictic", "lunarday", "cue", "holiday", "era", "yearword")


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


def is_a(m: Match, kind: str, name: str) -> bool:
    """Tell whether the first word of a class, if there is one, stands in one of the word sets."""
    return m.word_in(kind, LEXICON.table("vi", name))


def begins_with(word: str, name: str) -> bool:
    """Tell whether the first part of a phrase stands in one of the word sets."""
    return in_set(word.split(maxsplit=1)[0], name)


def value_of(word: str, name: str) -> int | None:
    """Return the number that one of the word sets gives a word."""
    value = LEXICON.table("vi", name).get(word.lower())
    return value if isinstance(value, int) else None


def goes_on(m: Match) -> bool:
    """Tell whether a dash and another number stand right behind."""
    after = m.after(3).replace(" ", "")
    return after[:1] in ("-", "–") and after[1:2].isdigit()


def last_century(number: int | None) -> str | None:
    """Return the year that two digits mean which are too many for a day: 75 is 1975."""
    return f"{1900 + number}" if number is not None and 32 <= number <= 99 else None


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
        and (in_set(word, "beside_now") or in_set(word, "tails"))
        and not in_set(behind, "motion")
        and not behind[:1].isupper()
        and not in_set(behind, "from_when")
    ):
        return True, None if which == 0 else "future" if which > 0 else "past"
    if not in_set(word, "tails") or not (
        after in (",", ".", ";", ")", ":", "") or in_set(behind, "goes_on") or in_set(word, "this_one")
    ):
        return False, None
    return True, None if which == 0 else "future" if which > 0 else "past"


def is_lunar(m: Match) -> bool:
    """Tell whether a month is one of the lunar calendar: so the text says, or the month has its old name.

    Abroad "Tháng Giêng" is January too: beside a weekday, with a capital inside a sentence; and so it was between 1900 and 1975.
    """
    if m.get("era") == "lunar" or m.has("canchi") or is_a(m, "month", "lunar_months"):
        return True
    if not is_a(m, "month", "old_months"):
        return False
    if m.has("lunarday"):
        return True
    inside = m.find("month") > m.start or m.before(2).strip(" \n") not in ("", ".", "!", "?")
    of_our_time = m.has("day") and "1900" <= (m.get("year") or "") <= "1975"  # elections were held on 6 tháng Giêng 1946
    return not (m.has("weekday") or of_our_time or (inside and m.word("month")[0].isupper()))


def near(m: Match, index: int) -> bool:
    """Tell whether the word at a position, behind a part of the day, names a day: nay, qua, mai, in small letters."""
    return in_set(m.text_at(index), "near") and m.text_at(index).islower()


def of_a_place(m: Match) -> bool:
    """Tell whether digits are the name of a place or the number of a round: Công viên 23/9, Bệnh viện 30/4, vòng 1/8."""
    words = m.before(24).rsplit("\n", maxsplit=1)[-1].lower().split()
    return any(in_set(word, "places") for word in (*words[-1:], " ".join(words[-2:])))


def is_rate(m: Match) -> bool:
    """Tell whether the last number goes on as a rate of interest: 12 tháng 5%, 6 tháng 5,5%."""
    after = m.after(2)
    return after[:1] == "%" or (after[:1] in (",", ".") and after[1:].isdigit())


def is_yearly(m: Match) -> bool:
    """Tell whether the words behind an interval make it one of every year or week: hằng năm, mỗi tuần."""
    words = m.after(12).lower().split()
    return len(words) > 1 and in_set(words[0], "each") and in_set(words[1].strip(",.;"), "each_unit")


def is_range(m: Match, first: int, second: int) -> bool:
    """Tell whether 1-10 behind "từ" or "đến" may be a range: not where it falls, nor behind "kể từ"."""
    words = m.before(12).lower().split()
    before = [*words[-1:], " ".join(words[-2:]), m.text_at(m.start).lower()]
    if m.start == m.first and not any(in_set(word, "set_out") for word in before):
        return True
    if counts_on(m):
        return True
    return first <= second and not any(in_set(word, "set_out") for word in before)


def tells_from(m: Match) -> bool:
    """Tell whether the words behind "hai ngày sau" say what it counts from: the day of a visit, a battle, an accident."""
    words = [word.strip('.,;:)”"') for word in m.after(24).lower().split()]
    return m.after(1) == " " and (in_set(words[0], "happening") or in_set(" ".join(words[:2]), "happening")) if words else False


def counts_on(m: Match) -> bool:
    """Tell whether the word behind digits says what they count: "5 người"."""
    behind = following(m)
    return behind[:1].isdigit() or in_set(behind, "counted") or in_set(behind, "share") or in_set(behind, "units_behind")


def of_a_feast(m: Match) -> bool:
    """Tell whether digits stand behind the name of a day: Ngày Nhà giáo Việt Nam 20-11."""
    words = m.before(50)
    forms = [f"{form} " for day in LEXICON.table("vi", "day_word") for form in (day, day.capitalize())]
    start, size = max((words.rfind(form), len(form)) for form in forms)
    if start < 0:
        return False
    name = [word for word in words[start + size :].split() if word not in ("-", "–")]
    if not 1 < len(name) <= 8 or not all(word.isalpha() for word in name) or not name[0][0].isupper():
        return False
    return in_set(" ".join(name[:2]), "world_days") or sum(word[0].isupper() for word in name) * 2 >= len(name)


def digits_are_a_date(m: Match) -> bool:  # noqa: PLR0911 - each return is a reason of its own
    """Tell whether 5/9 is a day and not a share (3/4 người), an address (7/1 Bùi Thị Xuân), a law or a score."""
    after, before = m.after(1), m.before(1)
    if after in ("/", "%", "-") or before in ("/", "-", "+", "$", ".", ","):
        return False
    if m.after(2).strip(" ") in _SIGNS or m.before(2).strip(" ") in _SIGNS:
        return False  # 3/4 + 1/5
    if any(m.has(name) for name in _NAMED):
        return True
    word = previous(m)
    if in_set(word, "street") or of_a_place(m) or m.text_at(m.first).find(".") >= 0:
        return False
    if m.surface == "24/7":
        return False
    behind = following(m)
    if in_set(behind, "rises"):
        return False  # "tăng từ 1/3 lên 2/3"
    if _leads_to_a_day(word, behind):
        return True
    if behind[:1].isupper() or in_set(behind, "share"):
        return False
    start = m.before(2)
    if start == ") " and m.after(2) in (" -", " –"):
        return True  # a dateline: Hà Nội (TTXVN) 27/4 -
    return after in (",", ".", ")", ";", ":", "") or m.after(2) in (" (", " |") or not start.strip() or start.endswith("(")


def _leads_to_a_day(word: str, behind: str) -> bool:
    """Tell whether the word before digits or behind them says that they are a day."""
    if _clock().fullmatch(word) or in_set(behind, "chatty"):
        return True
    if in_set(word, "soft_leads"):
        return not in_set(behind, "portions")
    return in_set(word, "leads") and (not in_set(word, "and") or not in_set(behind, "share"))


@cache
def _clock() -> re.Pattern[str]:
    """Return a time of the day, as it stands before digits that are a day: 19h30 20/5."""
    return re.compile(r"[0-9]{1,2}(?:[hg][0-9]{0,2}|:[0-9]{2})[,']?")


def month_is_meant(m: Match) -> bool:
    """Tell whether "tháng năm" is May here: not in "ngày tháng năm sinh", "hai tháng một lần", "Cách mạng tháng Tám"."""
    word = previous(m)
    if in_set(word, "revolution"):
        return False
    if m.kind(m.first) == "edge":
        return True
    told = m.has("year") and not is_a(m, "month", "month_or_year")  # "những ngày tháng Tám năm 1945"
    words = m.before(20).lower().split()
    if (word.isdigit() and not (len(words) > 1 and in_set(words[-2], "numbered"))) or (
        m.has("month")
        and (in_set(word, "plural") or (in_set(word, "day_word") and not told) or word in language_data("vi").numerals)
    ):
        return False
    if m.has("monthword") and word in language_data("vi").numerals:
        return False
    return not in_set(following(m), "counts")


def year_is_meant(m: Match) -> bool:
    """Tell whether four digits are a year: "năm" says so, or a bracket, a stop, a name before them."""
    number = int(m.get("year"))
    behind = following(m)
    if m.has("yearword"):
        return number <= 2199 and m.after(1) != "/"
    if m.kind(m.start) in ("from", "to") or in_set(m.text_at(m.start), "told"):
        return 1900 <= number <= 2059 and m.after(1) not in ("/", "%") and not in_set(behind, "share")
    after, before = m.after(1), m.before(1)
    listed = after == ":" and number <= 2059 and not m.before(40).rsplit("\n", maxsplit=1)[-1].strip(" -–•*+")
    if listed or (before == "(" and (after == ")" or (m.after(2) == ", " and m.after(6)[2:].isdigit()))):
        return True  # Lý Thái Tổ (1010), ba lần (1890, 1946, 1953), 1945: …
    if not 1900 <= number <= 2059 or after in ("/", "%") or before in ("/", "-", ".", "$", "+", "–"):
        return False
    words = m.before(20).rsplit("\n", maxsplit=1)[-1].split()
    if words and in_set(words[-1].strip("("), "street"):
        return False
    named = (
        bool(words) and words[-1][:1].isupper() and not (words[-1].isupper() and len(words[-1]) <= 2)
    )  # not "chuyến bay VN 2059"
    named = (named or _names_a_law(words)) and not in_set(behind, "counted")
    return after in (",", ".", ")", ";", "", "”", '"') or before == "(" or named


def _names_a_law(words: list[str]) -> bool:
    """Tell whether words end in the name of what has its year behind it: Hiến pháp 2013, Luật Đất đai 2013."""
    for place in range(len(words) - 1, max(len(words) - 5, -1), -1):
        if words[place][:1].isupper() and in_set(" ".join(words[place : place + 2]), "laws"):
            return True
        if in_set(words[place], "street"):
            return False  # "Luật Đất đai có 2013 điều"
    return False


def weekday_is_meant(m: Match) -> bool:  # noqa: PLR0911 - each return is a reason of its own
    """Tell whether "thứ hai" is Monday here and not "the second"."""
    word, before = m.word("weekday"), previous(m)
    if len(word) == 2:  # T7, CN
        return m.has("part") or m.has("which") or (m.has("dayword") and m.after(1) in (",", "("))
    if in_set(word, "sundays"):
        return not in_set(before, "no_sunday")
    if m.has("part") or m.get("unit") == "week":
        return True
    if m.has("dayword") and not m.has("which") and in_set(before, "plural"):
        return False  # "các ngày thứ Bảy, Chủ nhật"
    words = m.before(20).lower().split()
    behind = following(m)
    verb = in_set(before, "convened") and not in_set(behind, "convened_of")
    verb = verb and not (len(words) > 1 and in_set(words[-2], "meeting"))  # "kỳ họp thứ 7"
    if (in_set(before, "ordinal_of") and not verb) or before[-1:].isdigit() or in_set(following(m), "each"):
        return False
    if m.has("which"):
        return True
    if word.split()[-1][:1].isupper() and not word[-1].isdigit():
        return True
    if m.has("dayword"):
        return False
    if in_set(before, "weekday_lead") or verb or in_set(following(m), "at_hour") or before.endswith(":"):
        return True
    return m.after(1) in (",", "(", "") and (not before or word[0].isupper()) and not _is_of_points(m)


# Thứ nhất, hai bên cần … *Thứ hai,* hai nước …
def _is_of_points(m: Match) -> bool:
    """Tell whether "Thứ hai," counts the second of several points, of which the first is told before."""
    before = m.before(_POINTS).lower()
    marks = (",", ":", *(f" {word} " for word in LEXICON.table("vi", "point_is")))
    return any(f"{point}{mark}" in before for point in LEXICON.table("vi", "first_point") for mark in marks)
