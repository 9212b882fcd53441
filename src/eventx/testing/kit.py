"""The laws by name, and the one call that proves them of an extractor."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from eventx.extractors import Extractor
from eventx.model import Event
from eventx.testing import laws as all_laws
from eventx.testing.bench import Bench, default_languages
from eventx.testing.growth import linear

Law = Callable[[Bench], None]

LAWS: Mapping[str, Law] = MappingProxyType(
    {
        law.__name__: law
        for law in (
            # first, as an extractor that breaks it would never come back from the longer texts of the others
            linear,
            all_laws.never_raises,
            all_laws.declared,
            all_laws.valid_spans,
            all_laws.frozen_values,
            all_laws.typed,
            all_laws.silent,
            all_laws.deterministic,
            all_laws.pure,
            all_laws.composed,
            all_laws.local,
            all_laws.finds_what_is_told,
        )
    }
)
"""Every law by its name, in the order in which they are tried; what a law says is its docstring."""


def check_extractor(
    extractor: Extractor,
    *,
    languages: Iterable[str] | None = None,
    texts: Iterable[str] | None = None,
    options: Mapping[str, Any] | None = None,
    laws: Iterable[str] | None = None,
    told: Any = None,
    same: Callable[[Any, Any], bool] = operator.eq,
    types: Iterable[type[Event]] = (),
) -> None:
    """Return nothing if the extractor keeps the laws; else raise with the law, the text and what to do.

    Args:
        extractor: the extractor.
        languages: codes of the languages to try it in; those it declares if not given, or all if it declares none.
        texts: texts to try it on besides the kit's; give some in which it finds something.
        options: the extractor's options.
        laws: names of the only laws to try, as in `LAWS`; for ``pytest.mark.parametrize("law", LAWS)``.
        told: a Hypothesis strategy of pairs: a document, and what it tells, as pairs of span and value; for the law
            ``finds_what_is_told``.
        same: whether a value found (first) is the one told (second); equal values if not given.
        types: the event types of the plugin that its triggers name: what they tell of each is held against it. Those of eventx
            are known.

    Raises:
        AssertionError: if a law is broken.
        ValueError: if no law has a name in `laws`.

    """
    __tracebackhide__ = True
    wanted = list(LAWS) if laws is None else list(laws)
    unknown = sorted(set(wanted) - set(LAWS))
    if unknown:
        message = f"no law is named {', '.join(unknown)}; there are {', '.join(LAWS)}"
        raise ValueError(message)
    bench = Bench(
        extractor=extractor,
        languages=tuple(languages) if languages is not None else default_languages(extractor),
        own=tuple(texts or ()),
        options=extractor.options_type(**(options or {})),
        told=told,
        same=same,
        types=tuple(types),
    )
    for name in wanted:
        LAWS[name](bench)
