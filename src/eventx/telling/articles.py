"""Articles with the events they tell: events are drawn, and headline, sentences, captions and repeats are written from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from eventx.document import Document
from eventx.model import EVENT_TYPES, Event
from eventx.telling.date_kinds import pick
from eventx.telling.wording import LANGUAGES, Plan, Told, Words, capital, told_in, words_of


@attrs.frozen(kw_only=True)
class EventText:
    """A document and the events its text tells, each once, however often the text returns to it.

    Args:
        document: language and day of publication included.
        events: with type, form, status, date, place and participants as told; without ids, titles and evidence.

    """

    document: Document
    events: tuple[Event, ...]


def event_texts(*, language: str = "en", types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[EventText]:
    """Return texts of one sentence that tells one event.

    Args:
        language: ``en`` or ``vi``.
        types: the event types to draw from.

    Raises:
        ValueError: if the language is neither, or a type is not a built-in one.

    """
    return _texts((language,), _kinds((language,), types), whole=False).map(lambda texts: texts[0])


def articles(*, language: str = "en", types: Sequence[type[Event]] = EVENT_TYPES) -> SearchStrategy[EventText]:
    """Return articles that tell up to three events of different types and people.

    Around the sentences that tell them stand a headline, captions, sentences that come back to an event in other words, and
    sentences that tell of none.

    Args:
        language: ``en`` or ``vi``.
        types: the event types to draw from.

    Raises:
        ValueError: if the language is neither, or a type is not a built-in one.

    """
    return _texts((language,), _kinds((language,), types), whole=True).map(lambda texts: texts[0])


def reports(
    *, languages: Sequence[str] = ("en", "vi"), types: Sequence[type[Event]] = EVENT_TYPES
) -> SearchStrategy[tuple[EventText, ...]]:
    """Return articles that tell the same events, each in words of its own.

    Args:
        languages: the language of each article.
        types: the event types to draw from.

    Raises:
        ValueError: if there is no language or another one than ``en`` and ``vi``, or a type is not a built-in one.

    """
    return _texts(tuple(languages), _kinds(languages, types), whole=True)


def _kinds(languages: Sequence[str], types: Sequence[type[Event]]) -> list[str]:
    """Return the names of event types, or raise if they cannot be written."""
    if not languages or set(languages) - set(LANGUAGES) or not types or set(types) - set(EVENT_TYPES):
        names = ", ".join(kind.__name__ for kind in EVENT_TYPES)
        message = f"languages {tuple(languages)!r}, types {types!r}: languages are {LANGUAGES}, types {names}"
        raise ValueError(message)
    return [kind.type for kind in EVENT_TYPES if kind in types]


@st.composite
def _texts(draw: DrawFn, languages: tuple[str, ...], types: Sequence[str], *, whole: bool) -> tuple[EventText, ...]:
    """Draw who does what, then the texts."""
    published = draw(st.dates(dt.date(2001, 1, 20), dt.date(2040, 12, 31)))
    kinds = draw(st.lists(st.sampled_from(types), min_size=1, max_size=3 if whole else 1, unique=True))
    # what is asked would be asked at the event before it, and whoever asks would speak at it
    kinds.sort(key=lambda kind: kind != "proposal")
    # two of different countries each time, and nobody twice
    countries = draw(st.permutations(range(len(words_of("en")["country"]))))
    plans = [_plan(draw, languages, kind, countries[number * 2 % 4 :], published) for number, kind in enumerate(kinds)]
    return tuple(_text(draw, language, plans, published, whole=whole) for language in languages)


def _plan(draw: DrawFn, languages: Sequence[str], kind: str, countries: Sequence[int], published: dt.date) -> Plan:
    """Draw an event that can be told in all the languages."""
    tables = [words_of(language)["form"][kind] for language in languages]
    form = pick(draw, [name for name in tables[0] if all(name in table for table in tables)])
    status = pick(draw, [name for name in tables[0][form] if all(name in table[form] for table in tables)])
    distance = draw(st.integers(1, 12))
    first = published + dt.timedelta(days=distance if status == "planned" else -distance)
    last = first + dt.timedelta(days=draw(st.integers(1, 4))) if kind == "visit" else first
    a, b = ((country, draw(st.integers(0, 1)), draw(st.integers(0, 2))) for country in countries[:2])
    return Plan(kind=kind, form=form, status=status, first=first, last=last, people=(a, b), number=draw(st.integers(1, 14)))


def _text(draw: DrawFn, language: str, plans: Sequence[Plan], published: dt.date, *, whole: bool) -> EventText:
    """Return a text that tells events in a language."""
    words = words_of(language)
    told = [told_in(draw, language, plan, published) for plan in plans]
    parts = _article(draw, words, told) if whole else [_sentence(draw, words, told[0])]
    document = Document("\n".join(parts), published=published, language=language)
    return EventText(document=document, events=tuple(one.event for one in told))


# -- the text ----------------------------------------------------------------------------------------------------------


def _sentence(draw: DrawFn, words: Words, told: Told) -> str:
    """Return a sentence that tells an event."""
    sentence: str = pick(draw, words["form"][told.event.type][told.form][told.event.status]).format(**told.fields)
    return capital(sentence)


def _article(draw: DrawFn, words: Words, told: Sequence[Told]) -> list[str]:
    """Return the paragraphs of an article."""
    parts = _around(draw, words, "headlines", told[0], 1) if draw(st.booleans()) else []
    for one in told:
        parts += _noise(draw, words)
        paragraph = [_sentence(draw, words, one)]
        if one.event.status == "held":
            paragraph += _around(draw, words, "again", one, 2)
            parts.append(" ".join(paragraph))
            parts += _around(draw, words, "captions", one, 1)
        else:
            parts.append(" ".join(paragraph))
    return parts + _noise(draw, words)


def _around(draw: DrawFn, words: Words, where: str, told: Told, most: int) -> list[str]:
    """Return up to `most` texts that tell an event again."""
    forms = words["around"][where].get(told.event.type if told.form == "any" else told.form, [])
    if not forms or told.event.status != "held":
        return []
    chosen = draw(st.lists(st.sampled_from(forms), max_size=most, unique=True))
    return [form.format(**told.fields) for form in chosen]


def _noise(draw: DrawFn, words: Words) -> list[str]:
    """Return a paragraph or none that tells of no event."""
    if not draw(st.booleans()):
        return []
    noise = words["noise"]
    sentences = draw(st.lists(st.sampled_from(noise["sentences"]), min_size=1, max_size=2, unique=True))
    if draw(st.booleans()):
        sentences.append(pick(draw, noise["dated"]).format(year=draw(st.integers(1950, 1999))))
    return [" ".join(sentences)]
