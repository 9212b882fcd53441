"""What stands around a trigger: the windows that the slots of its frame name, each found once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from eventx.anchor import Anchor, Take, comma_of_phrase, comma_outside_date, is_initial, subject_at
from eventx.clauses import CLAUSES, clause_after, is_opening
from eventx.clauses.lists import REACH, listed_end
from eventx.clauses.openings import list_comma
from eventx.clauses.somebody import names_somebody
from eventx.document import Document
from eventx.model import Span
from eventx.records import maker
from eventx.slots import SlotSpec, Step, words_pattern

_PLACE = 40
_LIST = 30
_OBJECT = 14
"""How many words behind a phrase of time are looked at for whether they are an object."""
_COMMA = 40
_SENT = 16
"""How far before a preposition the word for who is sent to a country is looked for."""
_MEMBERS = 8
"""The most members of a list of those who invite."""
_CLOSING = 20
"""The most code points of what closes a phrase that tells who leads a group."""
_LEADERS = 2
"""The most groups whose leaders are told."""
_span = maker(Span)

Subject = tuple[tuple[Span, ...], Take, bool]
"""The windows of a subject, best first, which mention to take there, and whether somebody is named in the first of them."""


@lru_cache(maxsize=16)
def _led(code: str) -> tuple[re.Pattern[str], Mapping[str, re.Pattern[str] | None]] | None:
    """Return the pattern of what tells of who leads a group, and for each way the pattern of what closes it, if anything does."""
    table = CLAUSES.table(code, "leader")
    if not table:
        return None
    return words_pattern(tuple(table)), {
        words: words_pattern(tuple(closing)) if closing else None for words, closing in table.items()
    }


def _rest(document: Document, offset: int) -> Span:
    """Return the rest of the sentence up to the next word that opens a clause; lists go on behind semicolons."""
    last = document.sentence_at(offset).end
    end = offset
    while True:
        end = clause_after(document, end).end
        if end >= last or document.text[end] not in ";:":
            return _span(offset, max(end, offset))
        end += 1


def _goes_on(document: Document, start: int) -> bool:
    """Tell whether the object follows a phrase of time: "received on May 3, *the Ambassador of X*", "met on May 3, *with X*".

    Who says something does not: "The two met on May 3, the minister said".
    """
    end = document.sentence_at(start).end
    comma = document.text.find(",", start, end)
    words = document.match[start : comma if comma >= 0 else end].split(maxsplit=_OBJECT)[:_OBJECT]
    tables = [CLAUSES.table(document.lang, tag) for tag in ("with", "determiner", "time", "reporting", "finite")]
    company, determiners, times, reporting, finite = tables
    if len(words) < 2 or words[0] in company:
        return len(words) > 1
    if determiners.get(words[0]) != "definite" or words[1] in times:
        return False
    return not any(word in reporting or word in finite for word in words)


def _stands(words: Iterable[str], lower: str, start: int, end: int) -> bool:
    """Tell whether one of some words may stand in a window: most do not, and need not be looked for by a pattern."""
    for word in words:  # noqa: SIM110 - written out, as it is asked for very often
        if lower.find(word, start, end) >= 0:
            return True
    return False


class Around:
    """What stands around one anchor; windows that several slots ask for are found once."""

    __slots__ = ("_object", "_subject", "anchor", "document", "initial")

    def __init__(self, document: Document, anchor: Anchor) -> None:
        self.document = document
        self.anchor = anchor
        self.initial = is_initial(document, anchor)
        """Whether the anchor's phrase opens its clause, before the subject."""
        self._subject: Subject | None = None
        self._object: Span | None = None

    def subject(self) -> Subject:
        """Return where the subject is looked for, which mention to take, and whether somebody is named in the first window."""
        found = self._subject
        if found is None:
            windows, take, named = subject_at(self.document, self.anchor, initial=self.initial)
            if named is None:
                named = bool(windows) and names_somebody(self.document, windows[0])
            found = self._subject = (windows, take, named)
        return found

    def object(self) -> Span:
        """Return the window of the object; an opening phrase ends at its comma ("At the talks with X, Y said")."""
        if self._object is None:
            self._object = self._object_window()
        return self._object

    def _object_window(self) -> Span:
        """Return what `object` keeps."""
        anchor = self.anchor
        start = anchor.span.end
        end = min(listed_end(self.document, start), start + REACH)
        if anchor.until is not None:
            end = max(start, min(end, anchor.until))
        comma = comma_outside_date(self.document, self._behind_verb(start, end), end)
        if comma < 0:
            return _span(start, end)
        # "The two spoke on March 5, the ministry said": a phrase of time ends what there is of an object
        # "received in audience, X": what follows at once is no phrase of time
        if self.initial:
            end = comma_of_phrase(self.document, self._behind_verb(start, end), end)
        elif (
            is_opening(self.document, start, comma)
            and self.document.text[start:comma].strip()
            and not _goes_on(self.document, comma + 1)
        ):
            end = comma
        return _span(start, end)

    def _behind_verb(self, start: int, end: int) -> int:
        """Return where the object is told behind one more verb that a comma joins: "hội đàm, *trao đổi công tác với* X"."""
        beside = CLAUSES.table(self.document.lang, "beside")
        if not beside or self.document.text[start : start + 1] != ",":
            return start
        words = self.document.text[start + 1 : min(start + _PLACE, end)].split()
        at = next((index for index, word in enumerate(words) if word in beside or not word.isalpha() or not word.islower()), 0)
        return start + 1 if at and words[at] in beside else start

    def first_windows(self, spec: SlotSpec) -> tuple[tuple[Span, ...], Step]:
        """Return the first windows of a spec that the text offers, if it offers any, and the step tried last."""
        place = spec.role == "place"
        for step in spec.at:
            spans = _WINDOWS[step.kind](self, step)
            if not spans:
                continue
            if place or len(spans) > 1 or spans[0].start == spans[0].end:
                spans = tuple([one for one in spans if one.start < one.end and not (place and not self._has_capital(one))])
            if spans:
                break
        return spans, step

    def take_at(self, step: Step) -> Take:
        """Return which mention to take in the windows of a step."""
        kind = step.kind
        if kind == "subject" or (kind == "doer" and self.subject()[2]):
            return self.subject()[1]
        return _TAKES.get(kind, "head")

    def is_sent(self, span: Span) -> bool:
        """Tell whether a window is that of whom somebody sends: "X cử *một đoàn* sang thăm Y"."""
        sends = CLAUSES.table(self.document.lang, "sends")
        before = self.document.match[max(span.start - _SENT, 0) : span.start].split() if sends else []
        return bool(before) and before[-1] in sends

    def names_somebody(self, span: Span) -> bool:
        """Tell whether somebody is named in a window of the subject; of the first it is known for all slots."""
        windows, _, named = self.subject()
        return named if span is windows[0] else names_somebody(self.document, span)

    def _has_capital(self, span: Span) -> bool:
        """Tell whether a capital stands near the beginning of a window: without one no place is named there."""
        head = self.document.text[span.start : min(span.end, span.start + _PLACE)]
        return not head.islower() and any(map(str.isupper, head))

    def _doer(self) -> tuple[Span, ...]:
        """Return the windows of the subject, if somebody is named there: not "*tại Lima đã* ký kết Thỏa thuận giữa A và B"."""
        windows, _, named = self.subject()
        return windows if named and not is_opening(self.document, windows[0].start, windows[0].end) else ()

    def _owner(self) -> tuple[Span, ...]:
        """Return the possessor, unless it points ahead to the subject ("At *his* reception for Y, X said")."""
        owner = self.anchor.owner
        if owner is None or (self.initial and not any(map(str.isupper, self.document.slice(owner)))):
            return ()
        return (owner,)

    def _after(self, step: Step) -> tuple[Span, ...]:
        """Return the window after the first of the step's words, up to the words of another step."""
        window = self.object()
        start, end = window.start, window.end
        lower = self.document.lower
        match = step.opens.search(lower, start, end) if _stands(step.words, lower, start, end) else None
        if match is None:
            return ()
        between = lower[start : match.start()].strip()
        if (step.kind == "next" and between) or (len(between) > _COMMA and "," in between.rstrip(",")):
            return ()
        if between and between.rpartition(" ")[2] in CLAUSES.table(self.document.lang, "idle"):
            return ()  # "the visit was closely watched due *to* tensions between X and Y"
        return (_span(match.end(), self._stop(step, match.end(), end)),)

    # a reception *for* the ambassador to Peru A and the ambassador to Chile B to mark the day: it ends before "to mark"
    def _stop(self, step: Step, start: int, end: int) -> int:
        """Return where the words of another step end a window; behind a word for who is sent to a country they end nothing."""
        if step.stops is None:
            return end
        sent = CLAUSES.table(self.document.lang, "sent")
        for match in step.stops.finditer(self.document.lower, start, end):
            before = self.document.match[max(start, match.start() - _SENT) : match.start()].split()
            if not (before and before[-1] in sent):
                return match.start()
        return end

    def _named(self, step: Step) -> tuple[Span, ...]:
        """Return the window after the first of the step's words, if a name follows."""
        return tuple([span for span in self._after(step) if self._has_capital(span)])

    def _around(self, step: Step) -> tuple[Span, ...]:
        """Return the window after the first of the step's words in the sentence, up to a comma; for a list, up to its end."""
        sentence, lower = self.document.sentence_at(self.anchor.span.start), self.document.lower
        start, end = sentence.start if step.kind == "around" else self.anchor.span.end, sentence.end
        match = step.opens.search(lower, start, end) if _stands(step.words, lower, start, end) else None
        if match is None:
            return ()
        if step.kind != "around":
            near = step.kind == "beyond" or match.start() - start <= _LIST
            stop = step.stops.search(lower, match.end(), end) if step.stops is not None else None
            return (_span(match.end(), stop.start() if stop else end),) if near else ()
        comma = self.document.text.find(",", match.end(), end)
        if comma >= 0 and match.end() < self.anchor.span.start and CLAUSES.table(self.document.lang, "invited"):
            following = list_comma(self.document, comma, self.anchor.span.start)
            if following != comma:
                return (_span(match.end(), following),)
        return (_span(match.end(), self._list_end(comma, end) if comma >= 0 else end),)

    def _list_end(self, comma: int, end: int) -> int:
        """Return the comma that ends a list, which a time goes on from: "at the invitation of A, B and C, *on 5 May*, X …".

        The one given ends it where no time follows: what stands behind it may be the subject.
        """
        text, last = self.document.text, comma
        for _ in range(_MEMBERS):
            following = text.find(",", last + 1, end)
            if following < 0:
                break
            if not text[last + 1 : last + 3].strip()[:1].isupper():
                return last if is_opening(self.document, last + 1, following) else comma
            last = following
        return comma

    def leaders(self, window: Span) -> tuple[Span, ...]:
        """Return where the leaders of the groups in a window are told ("a delegation led by X", "đoàn do X làm trưởng đoàn")."""
        ways = _led(self.document.lang)
        lower = self.document.lower
        if ways is None or not _stands(ways[1], lower, window.start, window.end):
            return ()
        found: list[Span] = []
        for match in ways[0].finditer(lower, window.start, window.end):
            closing = ways[1][match.group()]
            # what closes the last of them may be a trigger that the window ends at
            end = window.end + _CLOSING if found or window.start >= self.anchor.span.end else window.end
            stop = closing.search(lower, match.end(), end) if closing is not None else None
            if stop is not None and stop.start() > window.end + 1:
                continue
            if (closing is None or stop is not None) and not (found and match.start() < found[-1].end):
                found.append(_span(match.end(), min(stop.start(), window.end) if stop is not None else window.end))
        return tuple(found[:_LEADERS])


_WINDOWS: Mapping[str, Callable[[Around, Step], tuple[Span, ...]]] = {
    "subject": lambda look, _: look.subject()[0],
    "doer": lambda look, _: look._doer(),  # noqa: SLF001 - the class's own table
    "object": lambda look, _: (look.object(),),
    "owner": lambda look, _: look._owner(),  # noqa: SLF001 - as above
    "lead": lambda look, _: (_span(min(look.anchor.lead, look.anchor.span.start), look.anchor.span.end),),
    "next": Around._after,  # noqa: SLF001 - as above
    "after": Around._after,  # noqa: SLF001 - as above
    "named": Around._named,  # noqa: SLF001 - as above
    "around": Around._around,  # noqa: SLF001 - as above
    "list": Around._around,  # noqa: SLF001 - as above
    "beyond": Around._around,  # noqa: SLF001 - as above
    "rest": lambda look, _: (_rest(look.document, look.anchor.span.end),),
    "sentence": lambda look, _: (look.document.sentence_at(look.anchor.span.start),),
    "topics": lambda _, __: (),
}
"""What finds the windows of each kind of step."""
_TAKES: Mapping[str, Take] = {
    "around": "first", "list": "all", "beyond": "all", "rest": "all", "sentence": "all", "owner": "last", "lead": "last",
    "topics": "topics",
}  # fmt: skip
"""Which mention to take in the windows of each kind of step, if not the head."""

__all__ = ["Around"]
