"""What the laws share: the extractor under test, the texts it is tried on, and how a broken law is told."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any, NoReturn

import attrs

from eventx import kept
from eventx.contribution import Contribution, ordered
from eventx.document import Document
from eventx.extractors import Extractor
from eventx.language import languages as known_languages
from eventx.model import EVENT_TYPES, Event, Span
from eventx.normal_form import normalise

PUBLISHED = "2022-09-06"
_SHOWN = 60
_MIDDLE = " … "
_QUOTES = "''"

_HOSTILE: tuple[str, ...] = (
    "",
    " \n\t ",
    "…—!?",
    "\x00\x07\x1b[0m",
    "\ud800 lone surrogate \udfff",
    "e\u0301\u0323 Ha\u0300 No\u0323\u0302i nga\u0300y 5/9",
    "\u202eright to left\u202c \u0627\u0644\u0633\u0641\u064a\u0631",
    "😀👩‍👩‍👧 met 🇻🇳",
    "İSTANBUL ẞtraße ǅ ŉ",
    "99/99/9999 31/02/2022 0/0/0 1e309 ٣/٤/٢٠٢٢ Ⅷ ½",
    "((((\"'“‘«))))…..,,;;::",
    "\r\n\u2028\u2029\x0b\x0c\x85",
    "A" * 3000,
    "a, " * 1000,
    "\n" * 500,
)
"""Texts of no language on which extractors are known to break."""

WORDLESS: tuple[str, ...] = (
    "",
    " ",
    "\n\n\n",
    "…",
    "— – -",
    "!?.,;:",
    "(“”)",
    "😀 🎉",
    "\x00\u200b\ufeff",
    "%$€ *** ___",
    " . . . ",
)
"""Texts without a letter or a digit."""


@lru_cache(maxsize=16)
def samples(code: str) -> dict[str, tuple[str, ...]]:
    """Return the kit's neutral sentences and texts in a language; none if it has no file."""
    path = resources.files("eventx.testing") / "samples" / f"{code}.toml"
    if not path.is_file():
        return {"neutral": (), "texts": ()}
    return {key: tuple(values) for key, values in kept.toml(path).items()}


def shown(text: str) -> str:
    """Return a text short enough for a message, with what cannot be seen escaped: as much of both its ends as fits escaped."""
    written = _escaped(text)
    for chars in range(_SHOWN, 0, -1):
        if len(written) <= 2 * _SHOWN + len(_MIDDLE) + len(_QUOTES):
            break
        written = _escaped(f"{text[:chars]}{_MIDDLE}{text[-chars:]}")
    return written


def _escaped(text: str) -> str:
    """Return a text between quotes, what cannot be seen written by its number."""
    return ascii(text) if any(0xD800 <= ord(char) < 0xE000 for char in text) else repr(text)


@attrs.frozen(slots=False, kw_only=True, eq=False)
class Bench:
    """An extractor and what it is tried on.

    Args:
        extractor: the extractor.
        languages: the codes it is tried in.
        own: the texts its author added.
        options: its options.
        told: a strategy of its author: documents with where they tell what.
        same: tells whether a value is what was told.
        types: the event types of its author, if he names them.

    """

    extractor: Extractor
    languages: tuple[str, ...]
    own: tuple[str, ...] = ()
    options: Any = None
    told: Any = None
    same: Callable[[Any, Any], bool] = operator.eq
    types: tuple[type[Event], ...] = ()

    @cached_property
    def event_types(self) -> dict[str, type[Event]]:
        """The event types that triggers may name, eventx's own and the author's, by name."""
        return {kind.type: kind for kind in (*EVENT_TYPES, *self.types)}

    @cached_property
    def news(self) -> tuple[tuple[str, str], ...]:
        """The texts that look like news, each with a language: the author's in all, the kit's in theirs."""
        return tuple((code, text) for code in self.languages for text in (*self.own, *samples(code)["texts"]))

    @cached_property
    def all(self) -> tuple[tuple[str, str], ...]:
        """Every text, each with a language."""
        return (*self.news, *((code, text) for code in self.languages for text in _HOSTILE))

    def surfaces(self, code: str) -> tuple[str, ...]:
        """Return some words of the extractor's lexicon: the first of each tag."""
        lexicon = self.extractor.lexicon
        first: dict[str, str] = {}
        for entry in lexicon.entries(code) if lexicon is not None else ():
            first.setdefault(entry.tag, entry.surface)
        return tuple(first.values())[:4]

    def document(self, code: str, text: str) -> Document:
        """Return a text as the Engine hands it over: composed, with a language and a day of publication."""
        return Document(normalise(text)[0], language=code, published=PUBLISHED)

    def run(self, document: Document) -> list[Contribution]:
        """Return what the extractor says of a document, in the merger's order; what it raises breaks a law."""
        try:
            found = list(self.extractor.extract(document, self.options))
        except Exception as error:  # noqa: BLE001 - whatever it raises is what the law is about
            self.broken(
                "never_raises",
                document,
                f"it raised {type(error).__name__}: {error}",
                "catch what a text can cause where it is caused, and return a list of contributions, or yield them; "
                "a text in which there is nothing to read gives none",
                error,
            )
        for item in found:
            if not isinstance(item, Contribution):
                what = f"it gave {item!r}"
                self.broken("declared", document, what, "yield eventx.Contribution(field=…, value=…, span=…, rule=…)")
        return ordered(found)

    def broken(self, law: str, document: Document | None, what: str, remedy: str, cause: BaseException | None = None) -> NoReturn:
        """Raise the AssertionError of a broken law."""
        __tracebackhide__ = True
        where = f"\n  text:   {shown(document.text)} ({document.lang})" if document is not None else ""
        message = f"extractor {self.extractor.name!r} breaks the law {law!r}{where}\n  broken: {what}\n  remedy: {remedy}"
        raise AssertionError(message) from cause


def default_languages(extractor: Extractor) -> tuple[str, ...]:
    """Return the languages an extractor is tried in: those it declares, else all the core knows."""
    return tuple(extractor.languages) or known_languages()


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span inside a value."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from spans_in(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans_in(getattr(value, field.name))


def shifted(value: Any, by: int) -> Any:
    """Return a value with every span inside it moved."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return tuple(shifted(item, by) for item in value)
    if attrs.has(type(value)) and any(True for _ in spans_in(value)):
        fields = [field for field in attrs.fields(type(value)) if field.init]
        return attrs.evolve(value, **{f.alias: shifted(getattr(value, f.name), by) for f in fields})
    return value
