"""Which mentions stand in one list: coordinated, whatever titles stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from eventx.clauses import CLAUSES, clause_after
from eventx.contribution import Contribution, Mention
from eventx.language import language_data
from eventx.merger.index import Index
from eventx.model import Span

_LONGEST_COORDINATION = 40
_LONGEST_TITLE = 75
"""How long what stands between two coordinated names may be where it is a title that nobody read."""


def is_person(contribution: Contribution) -> bool:
    """Tell whether a mention is of a person."""
    return isinstance(contribution.value, Mention) and contribution.value.kind == "person"


@lru_cache(maxsize=16)
def _coordination(code: str) -> re.Pattern[str]:
    """Return the pattern of what may stand between coordinated mentions: commas, a bracket, a word of the language for "and"."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    # a country may stand behind a dash: "A - Algeria, B - Austria"
    mark = r"\)?(?:\s?[-–]\s[^-–,;.:()\n]{2,24}(?=[,;]|\s))?[\s,;]*(?:\([^()]{0,20}\))?[\s,;]*"
    return re.compile(rf"{mark}(?:(?:{words})\s+)?{_lately(code)}" if words else mark)


def _lately(code: str) -> str:
    """Return the pattern of what may stand before an office in a list: "the newly appointed "; empty where no words are known."""
    words = "|".join(sorted(map(re.escape, CLAUSES.table(code, "lately")), key=len, reverse=True))
    kinds = CLAUSES.table(code, "determiner").items()
    articles = "|".join(re.escape(word) for word, kind in kinds if kind == "definite")
    return rf"(?:(?:(?:{articles})\s)?(?:(?:{words})\s){{1,2}})?" if words else ""


def is_couple(index: Index, first: Iterable[Contribution], second: Iterable[Contribution]) -> bool:
    """Tell whether two people are told together somewhere: right behind each other, coordinated."""
    gap = _coordination(index.document.lang)
    ends = {mention.span.end for mention in first}
    for mention in second:
        start = mention.span.start
        near = [end for end in ends if 0 < start - end <= _LONGEST_COORDINATION]
        if any(gap.fullmatch(index.document.lower, end, start) for end in near):
            return True
    return False


@lru_cache(maxsize=16)
def _unread_title(code: str) -> re.Pattern[str]:
    """Return the pattern of a title nobody read between coordinated names: ", EU security chief", " and the EU special envoy"."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    return re.compile(rf"(?:\s?[,;]\s(?:(?i:{words})\s)?|\s(?i:{words})\s)(?P<title>[A-Z][^,;.:()\"“”\n]{{1,60}}\s)")


def _is_titled(index: Index, gap: Span) -> bool:
    """Tell whether nothing but a separator and a title that nobody read stands between two names."""
    document = index.document
    if not language_data(document.lang).conjunctions or len(gap) > _LONGEST_TITLE:
        return False
    match = _unread_title(document.lang).fullmatch(document.text, gap.start, gap.end)
    if match is None or clause_after(document, match.start("title")).end < gap.end:
        return False
    reporting, finite = (CLAUSES.table(document.lang, tag) for tag in ("reporting", "finite"))
    words = document.match[match.start("title") : gap.end].split()
    return not any(word in reporting or word in finite for word in words) and not index.triggers.inside(gap)


def coordinated(index: Index, mentions: list[Contribution]) -> list[Contribution]:
    """Return the first mention with those coordinated with it, one after another; works in either direction."""
    kept = mentions[:1]
    if len(mentions) < 2:
        return kept
    gap = _coordination(index.document.lang)
    for mention in mentions[1:]:
        low, high = sorted((kept[-1].span, mention.span))
        if low.overlaps(high):
            # two readings of the same words are no list
            continue
        close = high.start - low.end <= _LONGEST_COORDINATION and gap.fullmatch(index.document.lower, low.end, high.start)
        if not close and not _is_titled(index, Span(low.end, high.start)):
            break
        kept.append(mention)
    return kept
