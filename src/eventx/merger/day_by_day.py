"""Step 2c: meetings with one on one day and with another on the next, told by one verb; those told besides others."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.contribution import Contribution
from eventx.language import language_data
from eventx.merger.draft import Draft, Filling
from eventx.merger.index import Index
from eventx.merger.lists import coordinated, is_person
from eventx.merger.resolve import Discourse
from eventx.records import evolve

_LEADS = 2
"""The most words between somebody and the day on which he is met."""
_JOINS = 3
"""The most words between a day and who is met on the next: "and also with"."""
_LIGHT = 4
"""The most words between a word such as "also" and a noun: "also held a"."""
_REACH = 40
_DAYS = 8
_TOLD = 600
"""How far behind a verb, or a day, others may be told of, in code points."""


# X met A on Wednesday and B on Thursday · will meet with A on May 3, with B on May 4 and with C on May 5
def by_day(index: Index, discourse: Discourse, draft: Draft) -> list[Draft]:
    """Return a meeting for each day on which its verb tells of others, with who met them; the meeting alone if of one day."""
    end = draft.trigger.span.end
    if (
        draft.value.type != "meeting"
        or "passing" in draft.value.traits
        or not index.dates.between(end, min(end + _TOLD, index.sentences[draft.sentence].end))[1:]
    ):
        return [draft]
    after = [f for f in draft.fillings if f.source is not None and f.source.span.start >= end and f.entity.kind == "person"]
    before = [f for f in draft.fillings if f not in after]
    if not after or not before:
        return [draft]
    first = _day_behind(index, max(f.source.span.end for f in after if f.source is not None), draft)
    further = list(_further(index, first, draft)) if first is not None else []
    days = [evolve(draft, dated=first)]
    for mentions, day in further:
        met = [(entity, mention) for mention in mentions for entity in discourse.at(mention)]
        days.append(
            evolve(draft, fillings=[*before, *(Filling(entity, after[0].role, source) for entity, source in met)], dated=day)
        )
    return days if further and all(len(part.fillings) > len(before) for part in days) else [draft]


# She *also met* X · She *also held a* meeting with X
def is_besides(index: Index, draft: Draft) -> bool:
    """Tell whether a word right before a meeting's verb says that it is told besides something else."""
    also = index.words("moreover") if draft.value.type == "meeting" else ()
    if not also:
        return False
    start = max(index.sentences[draft.sentence].start, draft.trigger.span.start - _REACH)
    words = index.match[start : draft.trigger.span.start].split()[-_LIGHT:]
    while words and words[-1] not in also and (words[-1] in index.words("light") or words[-1] in index.words("determiner")):
        words.pop()
    return bool(words) and words[-1] in also


def _further(index: Index, day: Contribution, draft: Draft) -> Iterator[tuple[list[Contribution], Contribution]]:
    """Yield who else was met, and on what day, as long as "and" or a comma joins them to the day before."""
    sentence, joins = index.sentences[draft.sentence], language_data(index.lang).conjunctions | index.words("with").keys()
    for _ in range(_DAYS):
        stop = min(sentence.end, day.span.end + _TOLD)
        mentions = [c for c in index.mentions.between(day.span.end, stop) if is_person(c)]
        dates = index.dates.between(day.span.end, stop)
        mentions = [c for c in mentions if dates and c.span.end <= dates[0].span.start]
        if not mentions or index.triggers.between(day.span.end, dates[0].span.start):
            return
        between = index.match[day.span.end : mentions[0].span.start].replace(",", " ").split()
        if len(between) > _JOINS or not all(word in joins for word in between) or not _joined(index, day, mentions[0]):
            return
        following = _day_behind(index, mentions[-1].span.end, draft)
        if following is not dates[0] or len(coordinated(index, mentions)) < len(mentions):
            return
        yield mentions, following
        day = following


def _joined(index: Index, day: Contribution, mention: Contribution) -> bool:
    """Tell whether a word or a comma parts a day from whoever is named next."""
    return bool(index.text[day.span.end : mention.span.start].strip())


def _day_behind(index: Index, end: int, draft: Draft) -> Contribution | None:
    """Return the day that stands right behind somebody, with at most a preposition before it."""
    dates = index.dates.between(end, min(end + _TOLD, index.sentences[draft.sentence].end))[:1]
    words = index.match[end : dates[0].span.start].split() if dates else []
    led = len(words) <= _LEADS and all(word in index.words("barrier") for word in words)
    return dates[0] if dates and led and "," not in index.text[end : dates[0].span.start] else None
