"""The proposals extractor: finds acts of proposing, and for each its items and the windows of its frame."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from eventx import Contribution, Document, Slot, Span, Trigger, extractor, maker
from eventx_proposals.act import Act, told_apart
from eventx_proposals.enumerated import enumerated
from eventx_proposals.items import body_end, surfaces
from eventx_proposals.lists import LEXICON, Tables, word_lists
from eventx_proposals.stretches import sentence_around, tokens
from eventx_proposals.windows import slots

_contribution, _span, _trigger = maker(Contribution), maker(Span), maker(Trigger)


@lru_cache(maxsize=8)
def _language(code: str) -> tuple[ModuleType, ModuleType] | None:
    """Return the rules and the splitting of a language."""
    # imported here: a text in one language must not pay for the rules of another
    if code == "en":
        from eventx_proposals import en, items_en  # noqa: PLC0415

        return en, items_en
    if code == "vi":
        from eventx_proposals import items_vi, vi  # noqa: PLC0415

        return vi, items_vi
    return None


@extractor(name="proposals", languages=("en", "vi"), provides=("trigger",), lexicon=LEXICON)
def proposals(document: Document, _options: object) -> Iterator[Contribution]:
    """Yield the acts of proposing a document tells of."""
    language = _language(document.lang)
    if language is None:
        return
    rules, splitting = language
    hits, near = told_apart(document.hits(LEXICON))
    tables = word_lists(document.lang)
    found: list[Act] = list(rules.acts(document, hits, tables))
    found = [act for act in found if near.allows(sentence_around(document, act.start), strong=act.strong)]
    starts = [act.start for act in found]
    previous: tuple[Slot, ...] = ()
    for index, act in enumerate(found):
        following = found[index + 1].start if index + 1 < len(found) else None
        same = index > 0 and document.sentence_at(found[index - 1].start) == document.sentence_at(act.start)
        frame = slots(document, act, previous if same and act.shared else (), further=same and not act.shared)
        previous = frame
        end = body_end(document, act.body, following, tables, told_behind=splitting.TOLD_BEHIND)
        if act.said_by is not None and act.said_by.start > act.body and (act.form == "should" or not splitting.TOLD_BEHIND):
            end = min(end, act.said_by.start)
        end = _end_of_clause(document, act, end, tables)
        things = [(act.thing.start, act.thing.end)] if act.thing is not None else []
        things = things or _counted(document, enumerated(document, act, end, tables, starts), tables, splitting)
        if not things and end > act.body:
            things = splitting.split(document, act.body, end, tables, act.form)
        items = surfaces(document, things)
        trigger = _trigger(type="proposal", slots=frame, status=act.status, fields=(("items", items),))
        yield _contribution(
            field="trigger",
            value=trigger,
            span=_span(act.start, _anchor_end(document, act, end, tables)),
            rule=act.rule,
            certainty=act.certainty,
        )


# When X urged the two governments to talk, they refused · Nếu X đề nghị, hai bên sẽ họp
def _end_of_clause(document: Document, act: Act, end: int, tables: Tables) -> int:
    """Return where what is proposed ends, in a clause that opens its sentence and ends at its comma."""
    sentence = sentence_around(document, act.start)
    opened = document.lower.startswith(tables["around"]["clauses"].padded_behind, sentence.start)
    if not opened or document.text.find(",", sentence.start, act.start) >= 0:
        return end
    comma = document.text.find(",", act.end, end)
    return comma if comma >= 0 else end


def _counted(document: Document, spans: list[tuple[int, int]], tables: Tables, splitting: ModuleType) -> list[tuple[int, int]]:
    """Return where the things stand that are counted one by one, without the sides of whom they are asked and endings."""
    things: list[tuple[int, int]] = []
    for start, stop in spans:
        end = min(stop, body_end(document, start, None, tables, told_behind=splitting.TOLD_BEHIND))
        parts = splitting.split(document, start, end, tables, "counted") if end > start else []
        things += [(parts[0][0], parts[-1][1])] if parts else []
    return things


def _anchor_end(document: Document, act: Act, end: int, tables: Tables) -> int:
    """Return where an act's words end: with the verb or thing that follows directly, which tells what is proposed."""
    if act.form == "should" or act.body > act.end + 1:
        return act.end
    following = tokens(document, act.body, min(end, act.body + 60), 2)
    items = tables["items"]
    if not following.words or not following.words[0][0].isalnum():
        return act.end
    if document.lang == "vi" and " ".join(following.words) in items["verbs"]:
        return following.end(len(following.words) - 1)
    word = following.words[0]
    told = word in items["verbs"]
    if document.lang != "vi" and not told:
        thing = act.form == "for" and word not in tables["around"]["determiners"]
        told = thing or (word.endswith(items["going_ends"].listed) and word not in items["nouns"])
    return following.end(0) if told else act.end
