"""The anniversaries extractor: finds the words, lets the rules of the language read them, settles the dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, Literal

from eventx import Contribution, Document, Hit, Slot, Span, Trigger, evolve, extractor, status_at
from eventx_anniversaries.dates import Found
from eventx_anniversaries.lexicon import LEXICON
from eventx_anniversaries.reading import Reading, Settled, latest_year, settle, shared

__all__ = ["LEXICON", "anniversaries"]

Tables = Mapping[str, Mapping[str, Any]]
Rule = Callable[[Document, Hit, Tables], Iterator[Reading]]
FoundedRule = Callable[[Document, Hit], Iterator[Found]]

_MOST = 12
"""How many beginnings of relations a text may tell before the rest is left unread."""


@lru_cache(maxsize=8)
def _rules(code: str) -> tuple[Mapping[str, Rule], FoundedRule | None]:
    """Return the rule for each tag of a language, and the one for when relations began."""
    # imported here: a text in one language must not pay for the rules of another
    if code == "en":
        from eventx_anniversaries import en  # noqa: PLC0415

        return {
            "anniversary": en.anniversary,
            "day": en.anniversary,
            "mark": en.years_of,
            "birthday": en.birthday,
            "jubilee": en.jubilee,
            "told": en.years_told,
        }, en.founded
    if code == "vi":
        from eventx_anniversaries import vi  # noqa: PLC0415

        return {"anniversary": vi.anniversary, "bare": vi.bare, "marked": vi.marked, "day": vi.day}, vi.founded
    return {}, None


@extractor(name="anniversaries", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def anniversaries(document: Document, _options: object) -> Iterator[Contribution]:
    """Yield the anniversaries a document tells of."""
    hits = document.hits(LEXICON)
    readings = _readings(document, hits)
    if not readings:
        return
    begun = tuple(islice(_founded(document, hits), _MOST))
    now = latest_year(document)
    settled = [(reading, settle(_with_founded(reading, document, begun), document, now)) for reading in readings]
    for reading, told in shared(document, settled):
        span = Span(reading.start, reading.end)
        # an anniversary comes round whatever is said of it: it is held or still to come, never only thought of
        ahead = reading.offset == 1 or _is_ahead(document, told)
        status: Literal["planned", "held"] = "planned" if ahead or status_at(document, span, near=True) == "planned" else "held"
        fields = _fields(document, reading, told)
        trigger = Trigger(type="anniversary", slots=_slots(reading, told), status=status, fields=fields)
        yield Contribution(field="trigger", value=trigger, span=span, rule=reading.rule)


# published in 2024: "for the 75th anniversary of ties in 2025"
def _is_ahead(document: Document, told: Settled) -> bool:
    """Tell whether an anniversary falls in a year behind that of publication; one of this year may be kept before its day."""
    earliest = told.date.earliest if told.date is not None else None
    return document.published is not None and earliest is not None and earliest.year > document.published.year


def _readings(document: Document, hits: Sequence[Hit]) -> list[Reading]:
    """Return what the rules read, each anniversary's words once."""
    if not hits:
        return []
    code = document.lang
    tables = {name: LEXICON.table(code, name) for name in LEXICON.tables}
    rules, _ = _rules(code)
    readings: list[Reading] = []
    for hit in hits:
        rule = rules.get(hit.entry.tag)
        for reading in rule(document, hit, tables) if rule is not None else ():
            if not any(reading.repeats(other) for other in readings[-6:]):
                readings.append(reading)
    return readings


def _fields(document: Document, reading: Reading, told: Settled) -> tuple[tuple[str, object], ...]:
    """Return a trigger's fields."""
    fields: list[tuple[str, object]] = [("years", told.years)]
    if reading.of is not None:
        fields.append(("of", document.text[reading.of[0] : reading.of[1]]))
    if told.since is not None:
        fields.append(("since", told.since))
    if told.date is not None:
        fields.append(("date", told.date))
    elif reading.offset is not None:
        # "next year marks …": the merger knows the day of publication that the text states
        fields.append(("offset", reading.offset))
    return tuple(fields)


def _slots(reading: Reading, told: Settled) -> tuple[Slot, ...]:
    """Return where the anniversary's own dates stand, so that they date nothing else ("(1967 - 2022)"), and what it is of."""
    own = [*reading.bracket, *(found for found in reading.near if found.date == told.since)]
    slots = [Slot(role="date", spans=tuple(Span(found.start, found.end) for found in own))] if own and told.date else []
    if reading.of is not None:
        slots.append(Slot(role="of", spans=(Span(*reading.of),)))
    return tuple(slots)


def _founded(document: Document, hits: Sequence[Hit]) -> Iterator[Found]:
    """Yield the dates at which the text says that relations began."""
    _, read = _rules(document.lang)
    for hit in hits:
        if hit.entry.tag == "founded" and read is not None:
            yield from read(document, hit)


def _with_founded(reading: Reading, document: Document, begun: tuple[Found, ...]) -> Reading:
    """Return the reading with the beginnings told elsewhere, if it is the relations that are commemorated."""
    if not begun:
        return reading
    phrase = document.lower[reading.of[0] : reading.of[1]] if reading.of is not None else ""
    relations = LEXICON.table(document.lang, "closed")["relations"]
    if any(word in phrase for word in relations):
        return evolve(reading, founded=begun)
    # "They set up ties in May 1990, so this year is the 25th anniversary of that event"
    start = document.sentence_at(reading.start).start
    return evolve(reading, founded=tuple(found for found in begun if start <= found.start < reading.start))
