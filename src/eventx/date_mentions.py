"""All dates of a text, for those who want no events: `find_dates`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

import attrs

from eventx.document import Document
from eventx.durations import Duration, Recurrence
from eventx.edtf import Date
from eventx.engine import Engine
from eventx.extraction import Extraction
from eventx.extractors import unreadable
from eventx.model import Span

Kind = Literal["date", "published", "duration", "recurrence"]

_MODS = {"early": "START", "mid": "MID", "late": "END"}


@attrs.frozen(kw_only=True)
class DateMention:
    """A date where a text tells it.

    Args:
        kind: ``date``; ``published`` where the text states its day of publication or a report is dated ("HANOI, April 12 -");
            ``duration`` ("55 years") and ``recurrence`` ("every Friday"), which are no dates.
        text: the words.
        span: where they stand in the text as given.
        value: a `Date`; for durations and recurrences a `Duration`, a `Recurrence`.
        rule: the id of the rule that read it.

    """

    kind: Kind
    text: str
    span: Span
    value: Date | Duration | Recurrence
    rule: str

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.span.end

    def as_dict(self) -> dict[str, Any]:
        """Return all of it as JSON values, its TIMEX3 attributes too; of the rare parts of a date those that it has."""
        data: dict[str, Any] = {
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": str(self.value),
        }
        value = self.value
        if isinstance(value, Date):
            first, last = value.earliest, value.latest
            data |= {
                "earliest": first.isoformat() if first else None,
                "latest": last.isoformat() if last else None,
                "certainty": value.certainty,
                "settled": dict(value.settled),
            }
            rare = {"part_of_day": value.part_of_day, "modifier": value.modifier}
            data |= {key: item for key, item in rare.items() if item}
            data |= {"calendar": value.calendar} if value.calendar == "lunar" else {}
        return {**data, "timex3": self.to_timex3(), "rule": self.rule}

    def to_timex3(self) -> dict[str, str]:
        """Return the attributes of a TIMEX3 tag: ``type`` and ``value``, and ``mod`` or ``quant`` where there is one."""
        value = self.value
        if isinstance(value, Recurrence):
            return {"type": "SET", "value": value.to_timex3(), "quant": "EVERY"}
        if isinstance(value, Duration):
            return {"type": "DURATION", "value": value.to_timex3()} | ({"mod": "APPROX"} if value.approximate else {})
        mod = _MODS.get(value.modifier or "")
        if mod is None and any(end and end.mark in ("~", "%") for end in value.ends):
            mod = "APPROX"
        timed = value.part_of_day and value.grain == "day"
        return {"type": "TIME" if timed else "DATE", "value": value.to_timex3()} | ({"mod": mod} if mod else {})


@lru_cache(maxsize=8)
def date_engine(*, day_first: bool | None, durations: bool) -> Engine:
    """Return the Engine that reads dates alone."""
    return Engine(plugins=["dates"], options={"dates": {"day_first": day_first, "durations": durations}})


def mentions_of(extraction: Extraction) -> tuple[DateMention, ...]:
    """Return what `date_engine` read in a document, in its order."""
    return tuple(
        DateMention(
            kind=item.field,  # type: ignore[arg-type] # the plugin contributes to these fields
            text=extraction.document.slice(item.span),
            span=item.span,
            value=item.value,  # type: ignore[arg-type] # with these values
            rule=item.rule,
        )
        for item in extraction.contributions
        if item.field != "undated"
    )


def find_dates(
    text: str | Document,
    *,
    published: Any = None,
    language: str | None = None,
    day_first: bool | None = None,
    durations: bool = False,
) -> tuple[DateMention, ...]:
    """Return the dates of a text, in its order, read with the dates plugin alone.

    Args:
        text: a text, or a document, whose own `published` and `language` then count.
        published: the day that "on Monday", "yesterday" and "5 September" count from, a date or an ISO 8601 string. If it is not
            given, the day of publication that the text states; if it states none, its own earlier dates, and what these do not
            settle stays open (``XXXX-09-05``) or is not given out.
        language: ISO 639-1 code; detected if not given.
        day_first: whether 5/9/2022 is 5 September where both orders make a date; by default the language decides.
        durations: whether durations and recurrences are given out too.

    Raises:
        ValueError: if `published` is no date, or `language` one that the plugin does not read.
        PluginError: if the dates plugin is not installed.

    """
    document = text if isinstance(text, Document) else Document(text, published=published, language=language)
    engine = date_engine(day_first=day_first, durations=durations)
    wrong = unreadable(document.language, engine.extractors)
    if wrong:
        message = f"language: {wrong}"
        raise ValueError(message)
    return mentions_of(engine.extract(document))
