"""When a peer's value is the right one, and the score of a peer over texts.

A date looked for is **right** if a finding overlaps it whose value, brought to the grain of the date looked for, is the same: a
day filled in where the text tells a month or a year is no error, nor is a year filled in where the text settles none. A week or
weekend is right by any of its days, a season by its middle (people begin it on the 1st or the 21st). An interval takes both ends,
in one finding or in two; what is open at one end takes the other. A lunar date takes one marked lunar. It is **exact** if the
finding says just the days looked for, no finer and no surer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dates_found import Found

from eventx import Date


@dataclass(frozen=True)
class Wanted:
    """A date that a text tells: its span and its value in EDTF."""

    start: int
    end: int
    value: str
    lunar: bool = False


@dataclass
class Score:
    """What a peer made of texts with known dates and of texts without any."""

    wanted: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    exact: int = 0
    found: int = 0
    good: int = 0
    outside: int = 0
    on_dateless: dict[str, int] = field(default_factory=dict)
    dateless_bytes: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the dates told that came out right."""
        return sum(self.right.values()) / max(sum(self.wanted.values()), 1)

    def dateless_rate(self, *sources: str) -> float:
        """Return how many findings there are in 10 KB of text without dates, of these sources."""
        size = sum(self.dateless_bytes.get(source, 0) for source in sources)
        return sum(self.on_dateless.get(source, 0) for source in sources) * 10_000 / max(size, 1)

    @property
    def value_f1(self) -> float:
        """The harmonic mean of that share and of the share of the findings, in texts with dates, that are right."""
        precision = self.good / max(self.found, 1)
        return 2 * precision * self.recall / max(precision + self.recall, 1e-9)


@lru_cache(maxsize=65536)
def dated(value: str) -> Date | None:
    """Return the date of an EDTF value, or None if it is none; qualifiers are no matter here."""
    try:
        return Date(value.rstrip("~?%"))
    except ValueError:
        return None


def ends(value: str) -> tuple[str, str]:
    """Return both ends of a value, the same one twice if it is no interval."""
    start, _, end = value.partition("/")
    return start, end or start


def within(outer: str, inner: str) -> bool:
    """Tell whether a value, brought to the grain of another one that is no interval, is the same."""
    one, first, last = dated(outer), *(dated(end) for end in ends(inner))
    if one is None or first is None or last is None:
        return False
    parts = one.ends[0]
    if parts is None:
        return False
    if outer.startswith("XXXX"):
        others = [date.ends[0] for date in (first, last)]
        return all(other and other.month == parts.month and parts.day in (None, other.day) for other in others)
    if not (one.earliest and one.latest and first.earliest and last.latest):
        return one.edtf == inner.rstrip("~?%")
    if one.grain == "season":
        return one.earliest <= first.earliest + (last.latest - first.earliest) / 2 <= one.latest
    return one.earliest <= first.earliest and last.latest <= one.latest


def one_expression(value: str) -> bool:
    """Tell whether an interval is a week or a weekend, which people name by one word."""
    date = dated(value)
    if date is None or not (date.earliest and date.latest) or len(value) != 21:
        return False
    return (date.earliest.weekday(), (date.latest - date.earliest).days) in ((0, 6), (5, 1))


def fits(wanted: Wanted, found: Found) -> bool:
    """Tell whether a finding alone has the value of a date."""
    if wanted.lunar != found.lunar or dated(found.value) is None:
        return False
    if "/" not in wanted.value:
        return within(wanted.value, "/".join(end for end in found.value.split("/") if end not in ("", "..")))
    if one_expression(wanted.value):
        date = dated(wanted.value)
        got = dated(found.value)
        if not (date and got and date.earliest and date.latest and got.earliest and got.latest):
            return False
        return date.earliest <= got.earliest and got.latest <= date.latest
    if ".." in wanted.value:
        return within(ends(wanted.value)[0], ends(found.value)[0])
    return same(wanted.value, found.value) or (
        "/" in found.value
        and all(".." in pair or within(*pair) for pair in zip(ends(wanted.value), ends(found.value), strict=True))
    )


def same(wanted: str, found: str) -> bool:
    """Tell whether two values are of the same days."""
    one, two = dated(wanted), dated(found)
    if one is None or two is None:
        return False
    if one.edtf == two.edtf:
        return True
    return bool(one.earliest and one.latest) and (one.earliest, one.latest) == (two.earliest, two.latest)


def pair(wanted: Wanted, found: Sequence[Found]) -> tuple[Found, Found] | None:
    """Return the two findings that are the ends of an interval, if there are such."""
    if "/" not in wanted.value or ".." in wanted.value:
        return None
    start, end = ends(wanted.value)
    firsts, lasts = ([item for item in found if within(value, item.value)] for value in (start, end))
    return (firsts[0], lasts[-1]) if firsts and lasts else None


def judged(wanted: Wanted, found: Sequence[Found]) -> tuple[bool, bool, set[Found]]:
    """Return whether a date is right, whether it is exact, and which findings overlapping it are."""
    near = [item for item in found if item.start < wanted.end and wanted.start < item.end]
    good = {item for item in near if fits(wanted, item)}
    exact = any(same(wanted.value, item.value) for item in good)
    both = None if good else pair(wanted, near)
    if both:
        exact = all(same(value, item.value) for value, item in zip(ends(wanted.value), both, strict=True))
        good = set(both)
    return bool(good), exact, good


def add(score: Score, text: str, source: str, wanted: Sequence[Wanted], found: Sequence[Found]) -> None:
    """Add what a peer found in one text to its score; a text without dates has nothing wanted."""
    if not wanted:
        claims = [item for item in found if not item.neutral]
        score.on_dateless[source] = score.on_dateless.get(source, 0) + len(claims)
        score.dateless_bytes[source] = score.dateless_bytes.get(source, 0) + len(text.encode())
        score.failures.extend(f"{source}: {text[max(c.start - 30, 0) : c.end + 30]!r} gave {c.value}" for c in claims)
        return
    right: set[Found] = set()
    for one in wanted:
        ok, exact, good = judged(one, found)
        right |= good
        score.wanted[source] = score.wanted.get(source, 0) + 1
        score.right[source] = score.right.get(source, 0) + ok
        score.exact += ok and exact
        if not ok:
            got = [(text[item.start : item.end], item.value) for item in found]
            score.failures.append(f"{source}: {text!r} wants {text[one.start : one.end]!r} = {one.value}, got {got}")
    claims = [item for item in found if item in right or not item.neutral]
    score.found += len(claims)
    score.good += len(right)
    score.outside += sum(all(item.end <= one.start or one.end <= item.start for one in wanted) for item in claims)
