"""Extractors: pure functions of a document and options, with what they declare about themselves."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any, Protocol, runtime_checkable

import attrs

from eventx.comparing import by_value
from eventx.contribution import Contribution
from eventx.document import Document
from eventx.lexicon import Lexicon


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class NoOptions:
    """The options of an extractor that has none."""


@runtime_checkable
class Extractor(Protocol):
    """What the Engine needs of an extractor; `extractor` makes one of a function."""

    @property
    def name(self) -> str:
        """The name, unique in an Engine."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The ISO 639-1 codes it reads; empty for any language."""

    @property
    def provides(self) -> tuple[str, ...]:
        """The fields it contributes."""

    @property
    def lexicon(self) -> Lexicon | None:
        """The words it wants looked for, if any."""

    @property
    def options_type(self) -> type[Any]:
        """The attrs class of its options."""

    def extract(self, document: Document, options: Any) -> Iterable[Contribution]:
        """Yield what the document says of the fields."""


ExtractFunction = Callable[[Document, Any], Iterable[Contribution]]
PlainFunction = Callable[[Document], Iterable[Contribution]]


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
class FunctionExtractor:
    """An extractor made of a function by the decorator `extractor`."""

    name: str
    function: ExtractFunction
    languages: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    lexicon: Lexicon | None = None
    options_type: type[Any] = NoOptions

    def extract(self, document: Document, options: Any) -> Iterable[Contribution]:
        """Return the function's contributions."""
        return self.function(document, options)


def extractor(
    *,
    name: str,
    provides: Iterable[str],
    languages: Iterable[str] = (),
    lexicon: Lexicon | None = None,
    options_type: type[Any] = NoOptions,
) -> Callable[[ExtractFunction | PlainFunction], FunctionExtractor]:
    """Return a decorator that makes an extractor of ``(document, options) -> contributions``, or of ``(document) -> …``.

    Args:
        name: the extractor's name, unique in an Engine.
        provides: the fields it contributes.
        languages: ISO 639-1 codes it reads; empty for any.
        lexicon: its words, found for it in the Engine's one pass; see `Document.hits`.
        options_type: an attrs class whose fields are its options, with defaults.

    Raises:
        TypeError: if `provides` or `languages` is one string.

    """
    for argument, words in (("provides", provides), ("languages", languages)):
        if isinstance(words, str):
            message = f"extractor {name!r}: {argument}={words!r} is one string; give a tuple: {argument}=({words!r},)"
            raise TypeError(message)

    def decorate(function: ExtractFunction | PlainFunction) -> FunctionExtractor:
        return FunctionExtractor(
            name=name,
            function=_with_options(function),
            languages=tuple(languages),
            provides=tuple(provides),
            lexicon=lexicon,
            options_type=options_type,
        )

    return decorate


def _with_options(function: ExtractFunction | PlainFunction) -> ExtractFunction:
    """Return a function of document and options, whether it asks for options or not."""
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    parameters = inspect.signature(function).parameters.values()
    wanted = sum(parameter.kind in positional for parameter in parameters)
    if wanted == 1 and not any(parameter.kind is parameter.VAR_POSITIONAL for parameter in parameters):
        return lambda document, _: function(document)  # type: ignore[call-arg] # it takes one, as was seen
    return function  # type: ignore[return-value] # as above: it takes two


def readable(extractors: Iterable[Extractor]) -> tuple[str, ...] | None:
    """Return the codes of the languages that extractors read, sorted; None if one of them reads any language."""
    found = list(extractors)
    if not all(extractor.languages for extractor in found):
        return None
    return tuple(sorted({code for extractor in found for code in extractor.languages}))


def unreadable(language: str | None, extractors: Iterable[Extractor]) -> str | None:
    """Return what to say of a language that none of the extractors reads; None of one that is read, or not given."""
    if language is None:
        return None
    known = readable(extractors)
    if known is None or language in known:
        return None
    return f"no plugin reads {language!r}; languages: {', '.join(known)}"
