"""The extractor of appointments: words from en.toml and vi.toml, what follows them read by one rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from eventx import (
    Contribution,
    Document,
    Event,
    Hit,
    Lexicon,
    Slot,
    Span,
    Trigger,
    clause_after,
    clause_before,
    extractor,
    status_at,
)

LEXICON = Lexicon(
    "appointments",
    "eventx_appointments",
    tags=("appointed",),
    tables=("to",),
    keys={"appointed": frozenset({"office"})},
)

_LONGEST = 40


@attrs.frozen(kw_only=True)
class Appointment(Event):
    """Somebody is given an office."""

    type: ClassVar[str] = "appointment"
    roles: ClassVar[tuple[str, ...]] = ("appointee",)

    office: str | None = None
    to: str | None = None


@extractor(name="appointments", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def appointments(document: Document, _options: object) -> Iterator[Contribution]:
    """Yield the appointments a document tells of."""
    for hit in document.hits(LEXICON):
        yield _appointment(document, hit)


def _appointment(document: Document, hit: Hit) -> Contribution:
    """Return an appointment: the words name the office, the subject gets it, behind them stands the country.

    Accepts: "X was appointed ambassador to Laos", "ông X được bổ nhiệm làm đại sứ tại Lào".
    """
    span = Span(hit.start, hit.end)
    slot = Slot(role="appointee", spans=(clause_before(document, hit.start),), take="last", kinds=("person",))
    fields: tuple[tuple[str, object], ...] = (("office", hit.value["office"]),)
    country = _country(document, hit)
    if country is not None:
        fields = (*fields, ("to", document.slice(country)))
    trigger = Trigger(type="appointment", slots=(slot,), fields=fields, status=status_at(document, span))
    return Contribution(field="trigger", value=trigger, span=span, rule=f"appointments.{document.lang}.ambassador")


def _country(document: Document, hit: Hit) -> Span | None:
    """Return the capitalised words behind "to" or "tại", at most a few."""
    after = clause_after(document, hit.end)
    window = document.lower[after.start : min(after.end, after.start + _LONGEST)]
    first = window.split(maxsplit=1)[:1]
    if not first or first[0] not in LEXICON.table(document.lang, "to"):
        return None
    start = after.start + window.index(first[0]) + len(first[0])
    return _capitalised(document, start, min(after.end, start + _LONGEST))


def _capitalised(document: Document, start: int, end: int) -> Span | None:
    """Return the run of capitalised words that begins at `start`, blanks left out."""
    stop = begin = start + (len(document.text[start:end]) - len(document.text[start:end].lstrip()))
    for word in document.text[begin:end].split(" "):
        bare = word.rstrip(",.;:!?")
        if not bare[:1].isupper():
            break
        stop = document.text.index(bare, stop) + len(bare)
        if bare != word:
            break
    return Span(begin, stop) if stop > begin else None
