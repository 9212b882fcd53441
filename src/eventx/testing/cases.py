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

from eventx.as_given import contribution_as_given
from eventx.contribution import Contribution, ordered, stamped
from eventx.document import Document
from eventx.extractors import Extractor
from eventx.normal_form import normalise

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


def load_cases(path: str | Path, *, language: str | None = None) -> list[Case]:
    """Return the cases of a TOML file.

    Args:
        path: the file.
        language: the language of cases that name none.

    Raises:
        ValueError: if the file is no TOML, or a case has unknown keys, lacks one or gives a value of another type; the message
            names the file and the case.

    """
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except ValueError as error:
        message = f"{path}: not TOML: {error}"
        raise ValueError(message) from error
    cases = []
    for number, table in enumerate(_tables(path, data), start=1):
        unknown = sorted(set(table) - _KEYS)
        missing = sorted({"rule", "text", "expect"} - set(table))
        if unknown or missing:
            message = f"{path}: case {number}: unknown keys {unknown}, missing keys {missing}"
            raise ValueError(message)
        wrong = _wrong(table)
        if wrong:
            message = f"{path}: case {number}: {wrong}"
            raise ValueError(message)
        values = {**table, "expect": tuple(table["expect"])}
        values.setdefault("language", language)
        cases.append(Case(**values, line=number))
    return cases


def _tables(path: str | Path, data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the tables of a case file, or raise if it holds something else."""
    tables = data.get("case", [])
    if set(data) - {"case"} or not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        others = ", ".join(sorted(set(data) - {"case"})) or "case"
        message = f"{path}: {others}: a case file holds [[case]] tables and nothing else"
        raise ValueError(message)
    return tables


def _wrong(table: Mapping[str, Any]) -> str | None:
    """Tell what in a case is of another type than is meant."""
    for name, value in table.items():
        if name == "expect":
            if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
                return f'expect = {value!r:.60}: give a list of tables, empty where nothing must be found: [{{ field = "date" }}]'
        elif name == "published":
            try:
                Document("", published=value)
            except ValueError:
                return f"published = {value!r:.60}: write it as YYYY-MM-DD"
        elif not isinstance(value, str):
            return f"{name} = {value!r:.60}: give a string"
    return None


def run_extractor(extractor: Extractor, document: Document | str, options: Mapping[str, Any] | None = None) -> list[Contribution]:
    """Return what `extractor` alone contributes to a document, sorted as the merger sorts it.

    Args:
        extractor: the extractor.
        document: a document or a bare text; it is brought to the form that rules read first, as the Engine does.
        options: the extractor's options.

    Returns:
        The contributions; their spans are offsets into the text as given.

    """
    given = Document(document) if isinstance(document, str) else document
    text, back = normalise(given.text)
    found = extractor.extract(attrs.evolve(given, text=text), extractor.options_type(**(options or {})))
    told = ordered(stamped(c, extractor.name) for c in found)
    return told if back is None else [contribution_as_given(contribution, back) for contribution in told]
