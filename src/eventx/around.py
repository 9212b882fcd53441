"""What stands around a trigger: the windows that the slots of its frame name, each found once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from eventx.anchor import Anchor, Take, comma_outside_date, is_initial, names_somebody, subject_at
from eventx.clauses import CLAUSES, clause_after, is_opening
from eventx.document import Document
from eventx.language import language_data
from eventx.model import Span
from eventx.records import lazy, maker
from eventx.slots import SlotSpec, Step, words_pattern

_REACH = 900
_PLACE = 40
_LIST = 30
_JOINING = 4
"""The most words behind a semicolon up to a name of the same list."""
_COMMA = 40
_span = maker(Span)


@lru_cache(maxsize=16)
def _led(code: str) -> tuple[re.Pattern[str], Mapping[str, re.Pattern[str] | None]] | None:
    """Return the pattern of what tells of who leads a group, and for each way the pattern of what closes it, if anything does."""
    table = CLAUSES.table(code, "leader")
    if not table:
        return None
    return words_pattern(tuple(table)), {
        words: words_pattern(tuple(closing)) if closing else None for words, closing in table.items()
    }


def _listed_end(document: Document, offset: int) -> int:
    """Return where the clause after `offset` ends; behind a semicolon a list of names goes on."""
    end = clause_after(document, offset).end
    if document.text[end : end + 1] != ";":
        return end
    last = min(document.sentence_at(offset).end, offset + _REACH)
    while end < last and document.text[end] == ";" and _next_name(document, end + 1, last):
        end = clause_after(document, end + 1).end
    return end


def _next_name(document: Document, start: int, end: int) -> bool:
    """Tell whether a capitalised word follows, behind at most words that join it to what stands before: "; and the", "; of"."""
    words = document.text[start:end].split(maxsplit=_JOINING)[:_JOINING]
    joins = (*language_data(document.lang).conjunctions, *CLAUSES.table(document.lang, "relation").get("", ()))
    determiners = {**CLAUSES.table(document.lang, "determiner"), **CLAUSES.table(document.lang, "before_name")}
    named = next((word for word in words if not (word in joins or word in determiners)), "")
    return named[:1].isupper()


def _rest(document: Document, offset: int) -> Span:
    """Return the rest of the sentence up to the next word that opens a clause; lists go on behind semicolons."""
    last = document.sentence_at(offset).end
    end = offset
    while True:
        end = clause_after(document, end).end
        if end >= last or document.text[end] not in ";:":
            return _span(offset, max(end, offset))
        end += 1


def _stands(words: Iterable[str], lower: str, window: Span) -> bool:
    """Tell whether one of some words may stand in a window: most do not, and need not be looked for by a pattern."""
    start, end = window.start, window.end
    for word in words:  # noqa: SIM110 - written out, as it is asked for very often
        if lower.find(word, start, end) >= 0:
            return True
    return False


class Around:
    """What stands around one anchor; windows that several slots ask for are found once."""

    def __init__(self, document: Document, anchor: Anchor) -> None:
        self.document = document
        self.anchor = anchor

    @lazy
    def sentence(self) -> Span:
        """The sentence of the anchor."""
        return self.document.sentence_at(self.anchor.span.start)

    @lazy
    def initial(self) -> bool:
        """Whether the anchor's phrase opens its clause, before the subject."""
        return is_initial(self.document, self.anchor)

    @lazy
    def subject(self) -> tuple[tuple[Span, ...], Take, bool | None]:
        """Where the subject is looked for, which mention to take, and whether somebody is named there first, if known."""
        return subject_at(self.document, self.anchor, initial=self.anchor.subject is None and self.initial)

    @lazy
    def subject_named(self) -> bool:
        """Whether somebody is named in the first window of the subject."""
        windows, _, named = self.subject
        if named is None:
            return bool(windows) and names_somebody(self.document, windows[0])
        return named

    @lazy
    def object(self) -> Span:
        """The window of the object; an opening phrase ends at its comma ("At the talks with X, Y said")."""
        anchor = self.anchor
        start = anchor.span.end
        end = min(_listed_end(self.document, start), start + _REACH)
        if anchor.until is not None:
            end = max(start, min(end, anchor.until))
        comma = comma_outside_date(self.document, start, end)
        # "The two spoke on March 5, the ministry said": a phrase of time ends what there is of an object
        if comma >= 0 and (self.initial or is_opening(self.document, start, comma)):
            end = comma
        return _span(start, end)

    def first_windows(self, spec: SlotSpec) -> tuple[tuple[Span, ...], Take, str]:
        """Return the first windows of a spec that the text offers, which mention to take there, and the kind of step."""
        place = spec.role == "place"
        take: Take = "head"
        kind = ""
        for step in spec.at:
            spans, take = self._windows(step)
            kind = step.kind
            if len(spans) == 1 and spans[0].start < spans[0].end and not place:
                return spans, spec.take or take, kind
            if spans:
                spans = tuple([one for one in spans if one.start < one.end and not (place and not self._has_capital(one))])
                if spans:
                    return spans, spec.take or take, kind
        return (), spec.take or take, kind

    def names_somebody(self, span: Span) -> bool:
        """Tell whether somebody is named in a window of the subject; of the first it is known for all slots."""
        return self.subject_named if span is self.subject[0][0] else names_somebody(self.document, span)

    def _has_capital(self, span: Span) -> bool:
        """Tell whether a capital stands near the beginning of a window: without one no place is named there."""
        head = self.document.text[span.start : min(span.end, span.start + _PLACE)]
        return not head.islower() and any(map(str.isupper, head))

    def _windows(self, step: Step) -> tuple[tuple[Span, ...], Take]:
        """Return the windows of one step and which mention to take there."""
        span, kind = self.anchor.span, step.kind
        if kind in ("subject", "doer"):
            return self.subject[:2] if kind == "subject" or self.subject_named else ((), "head")
        if kind in ("object", "next", "after", "named"):
            spans = (self.object,) if kind == "object" else self._after(step)
            return spans if kind != "named" else tuple([span for span in spans if self._has_capital(span)]), "head"
        if kind in ("around", "list", "beyond"):
            return self._around(step), "first" if kind == "around" else "all"
        if kind in ("owner", "lead"):
            return self._owner() if kind == "owner" else (_span(min(self.anchor.lead, span.start), span.end),), "last"
        if kind == "topics":
            return (), "topics"
        return (self.sentence if kind == "sentence" else _rest(self.document, span.end),), "all"

    def _owner(self) -> tuple[Span, ...]:
        """Return the possessor, unless it points ahead to the subject ("At *his* reception for Y, X said")."""
        owner = self.anchor.owner
        if owner is None or (self.initial and not any(map(str.isupper, self.document.slice(owner)))):
            return ()
        return (owner,)

    def _after(self, step: Step) -> tuple[Span, ...]:
        """Return the window after the first of the step's words, up to the words of another step."""
        window = self.object
        lower = self.document.lower
        match = step.opens.search(lower, window.start, window.end) if _stands(step.words, lower, window) else None
        if match is None:
            return ()
        between = lower[window.start : match.start()].strip()
        if (step.kind == "next" and between) or (len(between) > _COMMA and "," in between.rstrip(",")):
            return ()
        stop = step.stops.search(lower, match.end(), window.end) if step.stops is not None else None
        return (_span(match.end(), stop.start() if stop else window.end),)

    def _around(self, step: Step) -> tuple[Span, ...]:
        """Return the window after the first of the step's words in the sentence, up to a comma; for a list, up to its end."""
        start = self.sentence.start if step.kind == "around" else self.anchor.span.end
        match = step.opens.search(self.document.lower, start, self.sentence.end)
        if match is None:
            return ()
        if step.kind != "around":
            near = step.kind == "beyond" or match.start() - start <= _LIST
            stop = step.stops.search(self.document.lower, match.end(), self.sentence.end) if step.stops is not None else None
            return (_span(match.end(), stop.start() if stop else self.sentence.end),) if near else ()
        comma = self.document.text.find(",", match.end(), self.sentence.end)
        return (_span(match.end(), comma if comma >= 0 else self.sentence.end),)

    def leader(self, window: Span) -> Span | None:
        """Return where the leader of the group in a window is told ("a delegation led by X", "đoàn do X làm trưởng đoàn")."""
        ways = _led(self.document.lang)
        lower = self.document.lower
        if ways is None or not _stands(ways[1], lower, window):
            return None
        for match in ways[0].finditer(lower, window.start, window.end):
            closing = ways[1][match.group()]
            stop = closing.search(lower, match.end(), window.end) if closing is not None else None
            if closing is None or stop is not None:
                return _span(match.end(), stop.start() if stop is not None else window.end)
        return None


__all__ = ["Around"]
