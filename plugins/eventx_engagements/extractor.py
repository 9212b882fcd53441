"""The extractor of engagements: triggers from the words files, kept where what stands around them lets them tell of an event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eventx import (
    TRIGGER_KEYS,
    Anchor,
    Contribution,
    Document,
    Hit,
    Lexicon,
    NounPhrase,
    Span,
    Trigger,
    extractor,
    frame_slots,
    noun_phrase,
    status_at,
)
from eventx_engagements import around

LEXICON = Lexicon(
    name="engagements",
    package="eventx_engagements",
    tags=("trigger", "other", "elsewhere"),
    tables=("frames", "modifier", "people", "thing", "document", "gift", "trip", "verbal", "when"),
    keys={"trigger": TRIGGER_KEYS | {"noun", "verb", "needs", "weak", "strict", "trip"}},
)


@extractor(name="engagements", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def ENGAGEMENTS(document: Document, options: Any) -> Iterable[Contribution]:  # noqa: N802 - an extractor is a constant
    """Yield a trigger wherever a meeting, visit, conference, ceremony or signing is told."""
    hits: tuple[Hit, ...] = document.hits(LEXICON)
    elsewhere = [hit.start for hit in hits if hit.tag == "elsewhere"]
    for hit in hits:
        if hit.tag != "trigger" or _in_other_world(document, hit, elsewhere):
            continue
        found = _noun(document, hit) if hit.value.get("noun") else _verb(document, hit, hit.value["frame"])
        if found is not None:
            yield found


def _in_other_world(document: Document, hit: Hit, elsewhere: list[int]) -> bool:
    """Tell whether the sentence, or the text as a whole, is about sport."""
    if not elsewhere:
        return False
    sentence = document.sentence_at(hit.start)
    if bisect_right(elsewhere, sentence.end) > bisect_left(elsewhere, sentence.start):
        return True
    return len(elsewhere) * 300 > len(document.text)


def _verb(document: Document, hit: Hit, frame: str) -> Contribution | None:
    """Return the trigger of a verb, if what follows it can be its object."""
    value: Mapping[str, Any] = hit.value
    span = Span(hit.start, hit.end)
    if not around.fits(document, LEXICON, span, value):
        return None
    return _contribution(document, hit, Anchor(span=span, lead=hit.start), frame=frame)


def _noun(document: Document, hit: Hit) -> Contribution | None:
    """Return the trigger of a noun, if its lead-in and what follows make it an event of its own or take up one."""
    span = Span(hit.start, hit.end)
    if "verb" in hit.value and around.is_verb(document, LEXICON, hit.start):
        return _verb(document, hit, hit.value["verb"])
    phrase = noun_phrase(document, span)
    kind = around.noun_kind(document, LEXICON, span, phrase, hit.value)
    if kind is None:
        return None
    anchor = Anchor(
        span=Span(phrase.head, span.end),
        lead=phrase.start,
        phrase=phrase.preposition is not None and phrase.light is None,
        owner=phrase.owner,
        role=phrase.role or None,
    )
    form = around.form(document, LEXICON, span, phrase) or hit.value.get("form")
    return _contribution(document, hit, anchor, frame=hit.value["frame"], form=form, phrase=phrase, anaphoric=kind == "anaphoric")


def _contribution(
    document: Document,
    hit: Hit,
    anchor: Anchor,
    *,
    frame: str,
    form: str | None = None,
    phrase: NounPhrase | None = None,
    anaphoric: bool = False,
) -> Contribution:
    """Return the contribution of a trigger at an anchor."""
    value: Mapping[str, Any] = hit.value
    form = form or value.get("form")
    fields = tuple(_fields(document, value["type"], anchor, form))
    trigger = Trigger(
        type=value["type"],
        slots=frame_slots(document, LEXICON, frame, anchor),
        status=value.get("status") or status_at(document, Span(anchor.lead, anchor.span.end), near=value.get("near", False)),
        fields=fields,
        anaphoric=anaphoric,
        background=phrase is not None and around.is_background(value["type"], phrase),
    )
    return Contribution(field="trigger", value=trigger, span=anchor.span, rule=f"engagements.{document.lang}.{frame}")


def _fields(document: Document, kind: str, anchor: Anchor, form: str | None) -> Iterator[tuple[str, object]]:
    """Yield the fields of the event type that the words around tell."""
    if form and kind != "signing":
        yield "form", form
    if kind == "signing":
        documents = around.documents(document, LEXICON, anchor.span)
        if documents:
            yield "documents", documents
    if kind == "conference":
        edition = around.edition(document, anchor)
        if edition is not None:
            yield "edition", edition


__all__ = ["ENGAGEMENTS", "LEXICON"]
