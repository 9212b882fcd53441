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


_LONGEST_ITEM = 280
"""How long what stands behind a name up to a semicolon may be where the next of a list follows that."""
_OPENING = 6
"""How many words between two who are listed may say who stands there without a name."""


def is_person(contribution: Contribution) -> bool:
    """Tell whether a mention is of a person."""
    return isinstance(contribution.value, Mention) and contribution.value.kind == "person"


@lru_cache(maxsize=16)
def _coordination(code: str) -> re.Pattern[str]:
    """Return the pattern of what may stand between coordinated mentions: commas, a bracket, a word of the language for "and"."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    # a country may stand behind a dash: "A - Algeria, B - Austria"
    # and a short form ends in a full stop: "A of the U.S., B of Peru"
    mark = r"(?:\.(?=,))?\)?(?:\s?[-–]\s[^-–,;.:()\n]{2,24}(?=[,;]|\s))?[\s,;]*+(?:\([^()]{0,32}\))?[\s,;]*+"
    return re.compile(rf"{mark}(?:(?:{words}),?\s+)?{_lately(code)}" if words else mark)


def _articles(code: str) -> str:
    """Return the pattern of the words before a noun by which it is a known one; empty where none are known."""
    kinds = CLAUSES.table(code, "determiner").items()
    return "|".join(re.escape(word) for word, kind in kinds if kind == "definite")


def _lately(code: str) -> str:
    """Return the pattern of what may stand before an office in a list: "the newly appointed "; empty where no words are known."""
    words = "|".join(sorted(map(re.escape, CLAUSES.table(code, "lately")), key=len, reverse=True))
    return rf"(?:(?:(?:{_articles(code)})\s)?(?:(?:{words})\s){{1,2}})?" if words else ""


def is_couple(index: Index, first: Iterable[Contribution], second: Iterable[Contribution]) -> bool:
    """Tell whether two people are told together somewhere: right behind each other, coordinated."""
    gap = _coordination(index.lang)
    ends = {mention.span.end for mention in first}
    for mention in second:
        start = mention.span.start
        for end in ends:
            if 0 < start - end <= _LONGEST_COORDINATION and gap.fullmatch(index.document.lower, end, start):
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
    if not language_data(index.lang).conjunctions or len(gap) > _LONGEST_TITLE:
        return False
    match = _unread_title(index.lang).fullmatch(index.text, gap.start, gap.end)
    if match is None or clause_after(document, match.start("title")).end < gap.end:
        return False
    reporting, finite = (index.words(tag) for tag in ("reporting", "finite"))
    words = index.match[match.start("title") : gap.end].split()
    return not any(word in reporting or word in finite for word in words) and not index.triggers.inside(gap)


@lru_cache(maxsize=16)
def _origin(code: str) -> re.Pattern[str] | None:
    """Return the pattern of a place nobody knows behind a name: " of eSwatini, "; none where no words for it are known."""
    words = "|".join(sorted(map(re.escape, CLAUSES.table(code, "realm")), key=len, reverse=True))
    return (
        re.compile(rf"\s(?:{words})\s(?:(?:{_articles(code)})\s)?\w?[A-Z]\w{{2,20}}(?:\s[A-Z]\w{{2,20}}){{0,2}}(?=[\s,])")
        if words
        else None
    )


def _coordinate(index: Index, low: int, high: int) -> bool:
    """Tell whether nothing but what coordinates stands between two names, and the place of the first one."""
    gap = _coordination(index.lang)
    if high - low > 2 * _LONGEST_COORDINATION:
        return False
    if high - low <= _LONGEST_COORDINATION and gap.fullmatch(index.document.lower, low, high):
        return True
    pattern = _origin(index.lang)
    match = pattern.match(index.text, low, high) if pattern is not None else None
    return match is not None and gap.fullmatch(index.document.lower, match.end(), high) is not None


@lru_cache(maxsize=16)
def _unnamed(code: str) -> re.Pattern[str] | None:
    """Return the pattern of those listed between two names without one: ", other members of the delegation, "."""
    openers = "|".join(sorted(map(re.escape, CLAUSES.table(code, "unnamed")), key=len, reverse=True))
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    if not openers:
        return None
    led = rf"(?:\s?[,;]\s(?:(?:{words})\s)?|\s(?:{words})\s)(?:[^\W\d_]{{2,14}}\s)?"  # "and *committee* members"
    return re.compile(rf"{led}(?P<told>(?:{openers})\b[^,;.:()\"“”\n]{{0,70}})[,;]\s(?:(?:{words})\s)?")


@lru_cache(maxsize=16)
def _unread_name(code: str) -> re.Pattern[str]:
    """Return the pattern of a name nobody read in a list: ", Nawaf Said Malki, ", ", the BiH Presidency, as well as with "."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    articles = _articles(code)
    lead, join = (rf"(?:(?:{articles})\s)?" if articles else ""), (rf"(?:(?:{words})\s)?" if words else "")
    return re.compile(rf"\s?,\s{lead}(?:[A-Z][\w’'-]{{0,20}}\.?\s){{1,5}}[A-Z][\w’'-]{{1,20}},\s{join}")


def _over_unnamed(index: Index, gap: Span) -> bool:
    """Tell whether nothing but some who are listed without a name, or a name nobody read, stands between two names."""
    document, commas = index.document, index.text.count(",", gap.start, gap.end)
    # both patterns end behind a comma, or the second one behind a semicolon: most gaps hold neither
    if len(gap) <= _LONGEST_TITLE and commas > 1 and index.words("unnamed"):
        name = _unread_name(index.lang).fullmatch(index.text, gap.start, gap.end)
        if name is not None and not index.triggers.inside(gap):
            return True
    if len(gap) > 2 * _LONGEST_TITLE or not (commas or index.text.find(";", gap.start, gap.end) >= 0):
        return False
    unnamed = _unnamed(index.lang)
    if unnamed is None:
        return False
    match = unnamed.fullmatch(document.lower, gap.start, gap.end)
    if match is None:
        return False
    reporting, finite = (index.words(tag) for tag in ("reporting", "finite"))
    return not any(word in reporting or word in finite for word in match["told"].split()) and not index.triggers.inside(gap)


@lru_cache(maxsize=16)
def _item(code: str) -> re.Pattern[str]:
    """Return the pattern of what a semicolon closes up to the next of a list: ", Head of the working group; and "."""
    words = "|".join(sorted(map(re.escape, language_data(code).conjunctions), key=len, reverse=True))
    courtesy = r"(?:[A-Z][\w.]{0,9}\s){0,2}"
    told = rf"(?P<told>[^;:.\"“”\n]{{2,{_LONGEST_ITEM}}})"
    return re.compile(rf"(?:\s?[,–-]|\s(?i:{words})|(?=\s[A-Z]))\s{told};\s(?:(?i:{words})\s)?{courtesy}")


def _opens_item(index: Index, gap: Span) -> bool:
    """Tell whether a name opens an item behind a semicolon, and nothing but titles nobody read stands before that."""
    if len(gap) > _LONGEST_ITEM + _OPENING or not language_data(index.lang).conjunctions:
        return False
    if index.text.find(";", gap.start, gap.end) < 0:
        return False
    match = _item(index.lang).fullmatch(index.text, gap.start, gap.end)
    if match is None or index.triggers.inside(gap):
        return False
    reporting, finite = (index.words(tag) for tag in ("reporting", "finite"))
    return not any(word in reporting or word in finite for word in match["told"].lower().split())


def _is_among_unnamed(index: Index, last: Contribution, mention: Contribution) -> bool:
    """Tell whether a body is only that of some who are listed without a name: "X, other members of *the delegation*, Y"."""
    if is_person(mention) or mention.span.start < last.span.end or not index.words("unnamed"):
        return False
    words = index.match[last.span.end : mention.span.start].replace(",", " ").split()[:_OPENING]
    openers = index.words("unnamed")
    return len(mention.span) < _LONGEST_TITLE and any(
        " ".join(words[a:b]) in openers for a in (0, 1) for b in (a + 1, a + 2, a + 3)
    )


def _is_delegation(contribution: Contribution) -> bool:
    """Tell whether a mention is of a delegation."""
    return isinstance(contribution.value, Mention) and contribution.value.delegation


def _is_led_by(delegation: Contribution, mention: Contribution) -> bool:
    """Tell whether a mention stands where the words tell who leads a delegation, or where another is told."""
    value = delegation.value
    if not isinstance(value, Mention) or not value.delegation or not is_person(mention):
        return False
    return any(span.contains(mention.span) for span in value.leader_within)


# met the Trade Bank *(TB)*, the Farm Fund *(FF)* and the ministry
def _is_acronym_of(index: Index, last: Contribution, mention: Contribution) -> bool:
    """Tell whether a mention is the short name of the body before it, told in brackets right behind that."""
    body, short = last.value, mention.value
    if not (isinstance(body, Mention) and isinstance(short, Mention)) or body.kind != "organisation" or body.name != short.name:
        return False
    return index.text[last.span.end : mention.span.start] == " (" and index.text.startswith(")", mention.span.end)


# For the 30th anniversary of the Trade Bank (TB), *Premier X* said
def _behind_acronym(index: Index, last: Contribution, mention: Contribution) -> bool:
    """Tell whether somebody is told behind a body with its short name in brackets: a list goes on with further bodies alone."""
    body = isinstance(last.value, Mention) and last.value.kind == "organisation" and is_person(mention)
    return body and index.text.startswith(" (", last.span.end) and index.text.find("), ", last.span.end, mention.span.start) > 0


def coordinated(index: Index, mentions: list[Contribution]) -> list[Contribution]:
    """Return the first mention with those coordinated with it, one after another; works in either direction."""
    kept = mentions[:1]
    if len(mentions) < 2:
        return kept
    leader: Contribution | None = None
    for mention in mentions[1:]:
        last = kept[-1]
        if _is_led_by(last, mention):
            leader = leader or mention
            continue
        # "a delegation of A led by X and a delegation of B led by Y"
        last, leader = (leader if leader is not None and _is_delegation(mention) else last), None
        low, high = sorted((last.span, mention.span))
        if low.overlaps(high) or _is_acronym_of(index, last, mention):
            # two readings of the same words are no list
            continue
        if _behind_acronym(index, last, mention):
            break
        close = _coordinate(index, low.end, high.start)
        between = Span(low.end, high.start)
        if not (close or _is_titled(index, between) or _over_unnamed(index, between) or _opens_item(index, between)):
            if _is_among_unnamed(index, kept[-1], mention):
                continue
            break
        kept.append(mention)
    return kept
