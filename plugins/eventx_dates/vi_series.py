"""Vietnamese numbers that tell which of a series is meant, where the words of a date follow."""

from __future__ import annotations

from eventx_dates.grammar import Match
from eventx_dates.vietnamese import begins_with, in_set, previous


# hội nghị lần thứ 8 |tháng 5 vừa qua|; thăm Lào lần thứ hai |ngày 8/5|
def behind_nth(m: Match) -> int:
    """Return the place of the word behind a number that tells which of a series is meant and no day; 0 if none does.

    It may be written like a weekday, or like the day before a month; a weekday is none that ends a headline.
    """
    index = m.find("weekday")
    if index < 0:
        words = m.before(20).rsplit("\n", maxsplit=1)[-1].lower().split()
        nth = len(words) > 1 and in_set(words[-1], "the") and in_set(words[-2], "nth_of")
        days = m.where("day")
        return _over_comma(m, days[0] + 1) if nth and days else 0
    if index + 1 >= m.last:
        return 0
    start = m.span(index + 1, index + 1).start
    text = m.run.text
    if "\n" in text[max(start - 2, 0) : start] and text[start].isupper():
        return index + 1
    counted = begins_with(m.word("weekday"), "the") and m.word("weekday").islower() and in_set(previous(m), "nth_of")
    return _over_comma(m, index + 1) if counted else 0


def _over_comma(m: Match, index: int) -> int:
    """Return the place of the word behind a comma or "of" that stands at a place, or that place."""
    return index + (m.kind(index) in ("comma", "of"))
