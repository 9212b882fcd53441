"""Texts with the dates they tell: a date is drawn, a phrase is written from it, and a sentence is put around the phrase."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from eventx.document import Document
from eventx.edtf import Date
from eventx.model import Span
from eventx.telling.date_kinds import KINDS, WRITERS, DateKind, ToldDate, pick, words_of

LANGUAGES = ("en", "vi")


@lru_cache(maxsize=1)
def _brackets() -> re.Pattern[str]:
    """Return the pattern of a phrase with the date in square brackets."""
    return re.compile(r"(.*)\[(.*)\](.*)")


@lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    """Return the pattern of the month and day of a date in EDTF."""
    return re.compile(r"-(\d\d-\d\d)")


@attrs.frozen(kw_only=True)
class DatedText:
    """A document and the dates its text tells, in order: where each stands and what it means."""

    document: Document
    dates: tuple[tuple[Span, Date], ...]


def dated_texts(*, language: str = "en", kinds: Sequence[DateKind] = KINDS) -> SearchStrategy[DatedText]:
    """Return texts with the dates they tell, written with the words that the core's language data has.

    A date that leaves something open (no year, or relative) comes first in its text, so that nothing but the day of publication
    can settle it; further ones are absolute, and of other days of the year. The documents know their language, and their day of
    publication where it counts.

    Args:
        language: ``en`` or ``vi``.
        kinds: ``absolute`` (days, months, seasons, quarters, years, parts of a day), ``partial`` (no year; without a day of
            publication they stay open), ``relative`` (weekdays, yesterday, last month …), ``interval``.

    Raises:
        ValueError: if the language or a kind is none of these.

    """
    wrong = [kind for kind in kinds if kind not in KINDS]
    if language not in LANGUAGES or wrong or not kinds:
        message = f"dated_texts(language={language!r}, kinds={kinds!r}): languages are {LANGUAGES}, kinds {KINDS}"
        raise ValueError(message)
    return _dated_texts(language, [kind for kind in KINDS if kind in kinds])


@st.composite
def _dated_texts(draw: DrawFn, language: str, kinds: Sequence[DateKind]) -> DatedText:
    """Draw the dates, then the sentences."""
    kind = draw(st.sampled_from(kinds))
    publication = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))
    published = draw(publication if kind == "relative" else st.none() | publication)
    absolute = WRITERS["absolute"](language, published)
    if kind == "absolute":
        # one list, so that whichever date matters is left alone when the others go
        told = draw(st.lists(absolute, min_size=1, max_size=3))
    else:
        told = [draw(WRITERS[kind](language, published))]
        further = draw(st.lists(absolute, max_size=2)) if "absolute" in kinds else []
        told += [one for one in further if _days(told[0]).isdisjoint(_days(one))]
    return _written(draw, language, published, told)


def _days(told: ToldDate) -> set[str]:
    """Return the months and days of a date: the same day told with its year would settle the year of one without."""
    return set(_day().findall(str(told.date)))


def _written(draw: DrawFn, language: str, published: dt.date | None, told: Sequence[ToldDate]) -> DatedText:
    """Return a text with a sentence around each date, and some without a date between them."""
    words = words_of(language)
    noise = st.lists(st.sampled_from(words["noise"]["sentences"]), max_size=1)
    between = st.sampled_from((" ", "\n"))
    text = ""
    found = []
    for one in told:
        for sentence in draw(noise):
            text += sentence + draw(between)
        frames = words["frames"]["future" if one.tense == "future" else "past"]
        before, after = pick(draw, frames).split("{date}")
        match = _brackets().fullmatch(pick(draw, words["forms"][one.form]).format(**one.fields))
        if match is None:  # pragma: no cover - a test reads every form
            message = f"{language}.toml: a form of {one.form} has no brackets"
            raise ValueError(message)
        start = len(text) + len(before) + len(match[1])
        found.append((Span(start, start + len(match[2])), one.date))
        text += before + "".join(match.groups()) + after + draw(between)
    for sentence in draw(noise):
        text += sentence
    return DatedText(document=Document(text.rstrip(), published=published, language=language), dates=tuple(found))
