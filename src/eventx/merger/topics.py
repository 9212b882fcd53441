"""Step 1b, resolve: whom a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from eventx.clauses import clause_opener
from eventx.contribution import Contribution, Mention
from eventx.language import language_data
from eventx.merger.entities import Entity
from eventx.merger.index import Index
from eventx.merger.lists import coordinated
from eventx.model import Span

_AS = 4
"""How far before a title its "as", and before a relative clause the one of whom it tells, may stand, in code points."""
_HEAD = 4
_REACH = 40
_REACH_WORDS = 12
_COURTESY = 30
_LIST = 3
_ENDS = " .)”\"'"
_OPENS, _CLOSES = '"“', '"”'


@lru_cache(maxsize=1)
def _stops() -> re.Pattern[str]:
    """Return the pattern of marks at which a stretch before a name ends."""
    return re.compile(r"[,;:–—)\"”]")


def is_subject(index: Index, span: Span, mention: Mention, sentence: Span) -> bool:
    """Tell whether a mention with its span is what its sentence speaks of: right at its head, or right behind a comma or a dash.

    Accepts: "X said", "On Tuesday X said", "For his part, X said", "…, said X". Not "after the visit by X", "X’s".
    """
    start, end, first, text = span.start, span.end, sentence.start, index.text
    if mention.reference == "role" and start - first > _HEAD:
        return False
    if text[end : end + 2] in index.possessives or (text[first] in _OPENS and _is_quoted(text, span, sentence)):
        return False
    if start == first:
        return True
    # behind the last comma, dash, bracket or quote
    stretches = _stops().split(text[max(first, start - _REACH) : start])
    stopped, gap = len(stretches) > 1, stretches[-1].lstrip()
    if not stopped and start - first > _REACH:
        return False
    if len(gap) > _REACH_WORDS and not _is_courtesy(index, gap):
        return False
    # "attended by X", "By X": what a preposition leads in to is no subject, nor is whom a verb that opens the sentence leads
    # in to: "Receiving X, Y said"
    words = gap.split()
    last = words[-1].lower() if words else ""
    opens = len(words) == 1 and not stopped and last in index.words("opening_phrase")
    return not (
        opens
        or last in index.words("preposition")
        or (stopped and _is_joined(index, words) and (_ends_list(index, span, sentence) or _is_inviting(index, span, first)))
    )


# nhận lời mời của Tổng thống A, *Tổng thống B* và Tổng thống C, Thủ tướng D sẽ thăm
def _is_inviting(index: Index, span: Span, first: int) -> bool:
    """Tell whether a mention is one of several who have invited somebody, told in a phrase that opens the sentence."""
    invited = index.words("invited")
    if not invited or not any(index.match.find(words, first, span.start) >= 0 for words in invited):
        return False
    opener = clause_opener(index.document, span.start)
    return opener is not None and opener.entry.surface in invited


def _is_joined(index: Index, words: list[str]) -> bool:
    """Tell whether nothing, or only a word such as "and", stands between the mark before a mention and the mention."""
    return not words or " ".join(words).lower() in language_data(index.document.lang).conjunctions


# Meetings are planned with X, *Governor Y* and Minister Z.
def _ends_list(index: Index, span: Span, sentence: Span) -> bool:
    """Tell whether a mention is one, but not the first, of a list of people with which its sentence ends."""
    people = [m for m in index.mentions.starting_in(sentence) if _is_person(m)]
    if not people or index.text[people[-1].span.end : sentence.end].strip(_ENDS):
        return False
    joined = coordinated(index, people[::-1])
    return len(joined) >= _LIST and any(m.span.start == span.start for m in joined[:-1])


def _is_person(contribution: Contribution) -> bool:
    """Tell whether a mention is of a person by name."""
    mention = contribution.value
    return isinstance(mention, Mention) and mention.kind == "person" and mention.name is not None


# "I met President X," Minister Y said
def _is_quoted(text: str, span: Span, sentence: Span) -> bool:
    """Tell whether a mention stands in what a sentence quotes at its head, before it goes on with who said that."""
    close = next((at for at in range(span.end, sentence.end) if text[at] in _CLOSES), -1)
    return 0 <= close < sentence.end - _HEAD


def _is_courtesy(index: Index, gap: str) -> bool:
    """Tell whether words before a title are a courtesy: "*His Highness the* Amir X received"."""
    words = gap.split()
    titled = len(gap) <= _COURTESY and words[-1] in index.words("determiner")
    return titled and len(words) > 1 and all(word[0].isupper() for word in words[:-1])


# X replaces Y, who was sent to Peru as *Ambassador*
def told_as(index: Index, contribution: Contribution, recent: Sequence[Entity]) -> Entity | None:
    """Return of whom a relative clause tells what he was or became: the one named right before it, behind "as" a title."""
    start = contribution.span.start
    words = index.words("role_as")
    before = index.match[max(start - _AS, 0) : start].split()[-1:] if words else []
    if not before or before[0] not in words:
        return None
    opener = clause_opener(index.document, start)
    if opener is None or opener.value != "relative":
        return None
    last = next((entity for entity in reversed(recent) if entity.kind == "person"), None)
    told = last is not None and any(0 <= opener.start - mention.span.end <= _AS for mention in last.mentions)
    return last if told else None


# Ambassador Y (L) presents a gift to Mayor X. (Photo: VNA)
def is_caption(index: Index, sentence: Span) -> bool:
    """Tell whether a sentence is what stands below a picture: the next one goes on with what was said before it."""
    return bool(index.zones.items) and any(zone.value == "caption" for zone in index.zones.covering(sentence))
