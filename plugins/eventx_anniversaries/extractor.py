"""The anniversaries extractor: finds the words, lets the rules of the language read them, settles the dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs

from eventx import Contribution, Document, Hit, Lexicon, Span, Trigger, extractor
from eventx_anniversaries import en, vi
from eventx_anniversaries.dates import Found
from eventx_anniversaries.reading import Reading, latest_year, settle

Tables = Mapping[str, Mapping[str, Any]]
Rule = Callable[[Document, Hit, Tables], Iterator[Reading]]

LEXICON = Lexicon(
    name="anniversaries",
    package="eventx_anniversaries",
    tags=("anniversary", "day", "mark", "jubilee", "bare", "founded"),
    tables=("period", "closed", "year_words"),
)


@lru_cache(maxsize=1)
def _rules() -> Mapping[tuple[str, str], Rule]:
    """Return the rule for each language and tag."""
    return {
        ("en", "anniversary"): en.anniversary,
        ("en", "day"): en.anniversary,
        ("en", "mark"): en.years_of,
        ("en", "jubilee"): en.jubilee,
        ("vi", "anniversary"): vi.anniversary,
        ("vi", "bare"): vi.bare,
    }


@extractor(name="anniversaries", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def anniversaries(document: Document, options: object) -> Iterator[Contribution]:
    """Yield the anniversaries a document tells of."""
    code = document.lang
    hits = document.hits(LEXICON)
    rules = _rules()
    tables = {name: LEXICON.table(code, name) for name in LEXICON.tables}
    readings: list[Reading] = []
    for hit in hits:
        rule = rules.get((code, hit.tag))
        if rule is None:
            continue
        for reading in rule(document, hit, tables):
            if not any(other.start < reading.end and reading.start < other.end and other.years == reading.years for other in readings[-6:]):
                readings.append(reading)
    if not readings:
        return
    begun = tuple(_founded(document, hits, code))
    now = latest_year(document)
    for reading in readings:
        told = _with_founded(reading, document, begun, hits)
        settled = settle(told, document, now)
        if settled is None:
            continue
        fields: list[tuple[str, object]] = [("years", settled.years)]
        if reading.of is not None:
            fields.append(("of", document.text[reading.of[0] : reading.of[1]]))
        if settled.since is not None:
            fields.append(("since", settled.since))
        if settled.date is not None:
            fields.append(("date", settled.date))
        trigger = Trigger(type="anniversary", fields=tuple(fields))
        yield Contribution(field="trigger", value=trigger, span=Span(reading.start, reading.end), rule=reading.rule)


def _founded(document: Document, hits: tuple[Hit, ...], code: str) -> Iterator[Found]:
    """Yield the dates at which the text says that relations began."""
    read = {"en": en.founded, "vi": vi.founded}.get(code)
    for hit in hits:
        if hit.tag == "founded" and read is not None:
            yield from read(document, hit)


def _with_founded(reading: Reading, document: Document, begun: tuple[Found, ...], hits: tuple[Hit, ...]) -> Reading:
    """Return the reading with the beginnings told elsewhere, if it is the relations that are commemorated."""
    if reading.of is None or not begun:
        return reading
    phrase = document.lower[reading.of[0] : reading.of[1]]
    if "diplomatic" in phrase or "ngoại giao" in phrase:
        return attrs.evolve(reading, founded=begun)
    return reading
