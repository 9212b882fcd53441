"""Cases read from TOML, and one extractor run alone.

A case file is a list of ``[[case]]`` tables: ``rule`` (the id of the rule it is about), ``text``, optionally ``published``,
``language`` and ``note``, and ``expect``: a list of tables, empty for a case in which nothing must be found.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from eventx import text as views
from eventx.contribution import Contribution, ordered, stamped
from eventx.document import Document
from eventx.extractors import Extractor

_KEYS = {"rule", "text", "published", "language", "note", "expect", "title"}


@attrs.frozen(kw_only=True)
class Case:
    """One case: a text and what is expected of it."""

    rule: str
    text: str
    expect: tuple[Mapping[str, Any], ...]
    language: str | None = None
    published: str | None = None
    title: str | None = None
    note: str | None = None
    line: int = 0

    @property
    def document(self) -> Document:
        """The case's document."""
        return Document(self.text, published=self.published, language=self.language, title=self.title)


def load_cases(path: Path, *, language: str | None = None) -> list[Case]:
    """Return the cases of a TOML file.

    Args:
        path: the file.
        language: the language of cases that name none.

    Raises:
        ValueError: if a case has unknown keys or lacks one; the message names the file and the case.

    """
    data = tomllib.loads(path.read_text("utf-8"))
    cases = []
    for number, table in enumerate(data.get("case", ()), start=1):
        unknown = sorted(set(table) - _KEYS)
        missing = sorted({"rule", "text", "expect"} - set(table))
        if unknown or missing:
            message = f"{path}: case {number}: unknown keys {unknown}, missing keys {missing}"
            raise ValueError(message)
        values = {**table, "expect": tuple(table["expect"])}
        values.setdefault("language", language)
        cases.append(Case(**values, line=number))
    return cases


def run_extractor(extractor: Extractor, document: Document | str, options: Mapping[str, Any] | None = None) -> list[Contribution]:
    """Return what `extractor` alone contributes to a document, sorted as the merger sorts it.

    Args:
        extractor: the extractor.
        document: a document or a bare text; it is brought to NFC first, as the Engine does.
        options: the extractor's options.

    """
    given = Document(document) if isinstance(document, str) else document
    inner = attrs.evolve(given, text=views.normalise(given.text)[0])
    found = extractor.extract(inner, extractor.options_type(**(options or {})))
    return ordered(stamped(c, extractor.name) for c in found)
