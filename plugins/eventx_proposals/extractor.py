"""The proposals extractor: finds acts of proposing, and for each its items and the windows of its frame."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from eventx import Contribution, Document, Slot, Span, Trigger, extractor
from eventx_proposals import en, items_en, items_vi, vi
from eventx_proposals.act import LEXICON, Act, Tables, politics
from eventx_proposals.items import body_end, surfaces
from eventx_proposals.windows import slots


@lru_cache(maxsize=8)
def _tables(code: str) -> Tables:
    """Return the word lists of a language as sets and tuples for look-up."""
    made = {name: {key: tuple(words) for key, words in LEXICON.table(code, name).items()} for name in ("light", "around", "items")}
    made["context"] = dict(LEXICON.table(code, "context"))
    return made


@lru_cache(maxsize=1)
def _languages() -> dict[str, tuple[ModuleType, ModuleType]]:
    """Return the rules and the splitting of each language."""
    return {"en": (en, items_en), "vi": (vi, items_vi)}


@extractor(name="proposals", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def proposals(document: Document, options: object) -> Iterator[Contribution]:
    """Yield the acts of proposing a document tells of."""
    if document.lang not in _languages():
        return
    rules, splitting = _languages()[document.lang]
    hits = document.hits(LEXICON)
    tables = _tables(document.lang)
    near = politics(hits)
    found: list[Act] = [
        act for act in rules.acts(document, hits, tables) if near.allows(document.sentence_at(act.start), strong=rules.strong(act))
    ]
    previous: tuple[Slot, ...] = ()
    for index, act in enumerate(found):
        following = found[index + 1].start if index + 1 < len(found) else None
        same = index > 0 and document.sentence_at(found[index - 1].start) == document.sentence_at(act.start)
        frame = slots(document, act, previous if same and act.shared else ())
        previous = frame
        end = body_end(document, act.body, following, tables)
        items = surfaces(document, splitting.split(document, act.body, end, tables)) if end > act.body else ()
        trigger = Trigger(type="proposal", slots=frame, status=act.status, fields=(("items", items),))
        yield Contribution(
            field="trigger", value=trigger, span=Span(act.start, _anchor_end(document, act, end)), rule=act.rule, certainty=act.certainty
        )


def _anchor_end(document: Document, act: Act, end: int) -> int:
    """Return where an act's words end: with the word that follows directly, which tells what kind of thing is proposed."""
    text = document.text
    if act.form == "should" or act.body > act.end + 1 or act.end >= end or text[act.end] != " ":
        return act.end
    stop = act.end + 1
    while stop < end and text[stop].isalnum():
        stop += 1
    return stop if stop > act.end + 1 else act.end
