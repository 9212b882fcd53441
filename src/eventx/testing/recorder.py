"""Contributions as tables of a case file: cases checked against a run, and case files written from a run for review."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from eventx.contribution import Contribution
from eventx.document import Document
from eventx.edtf import Date
from eventx.extractors import Extractor
from eventx.model import Span
from eventx.testing.cases import Case, run_extractor

Table = dict[str, Any]

_HEAD = "# Recorded from a run of {}: look at each case before you keep it, and cut what it is not about.\n"


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    """Return the pattern of a key that TOML lets stand without quotation marks."""
    return re.compile(r"[A-Za-z0-9_-]+")


def described(document: Document, contribution: Contribution) -> Table:
    """Return a contribution as a case expects it: its field, the words it was read from, and what its value says.

    Dates and plain values stand under ``value``; of other values each field that is not left at its default. Spans are given as
    the words they hold.
    """
    value = _plain(document, contribution.value)
    table = {"field": contribution.field, "text": document.slice(contribution.span)}
    if isinstance(contribution.value, Date):
        # how a date was settled is told by the rule, not by the case
        also = {name: getattr(contribution.value, name) for name in ("part_of_day", "modifier")}
        lunar = {"calendar": "lunar"} if contribution.value.calendar == "lunar" else {}
        return table | {"value": value} | {name: item for name, item in also.items() if item} | lunar
    return table | (value if isinstance(value, dict) else {"value": value})


def check_case(extractor: Extractor, case: Case, options: Mapping[str, Any] | None = None) -> None:
    """Return nothing if an extractor gives just what a case expects; else raise with both.

    Only what a table of ``expect`` names is compared: ``{ text = "on Monday" }`` asks for the words alone.

    Args:
        extractor: the extractor.
        case: the case.
        options: the extractor's options.

    Raises:
        AssertionError: if something else is found, or something is missing.

    """
    __tracebackhide__ = True
    document = case.document
    items = run_extractor(extractor, document, options)
    found = [described(document, item) for item in items]
    same = len(found) == len(case.expect) and all(
        all(_said(document, item, one, name) == wanted[name] for name in wanted)
        for wanted, item, one in zip(case.expect, items, found, strict=True)
    )
    if not same:
        lines = [f"case {case.line} ({case.rule}) is not as expected", f"  text:     {case.text!r}"]
        lines += [f"  expected: {_table(wanted)}" for wanted in case.expect] or ["  expected: nothing"]
        lines += [f"  found:    {_table(one)}" for one in found] or ["  found:    nothing"]
        lines.append("  remedy:   change the rule, or the case if it asks for what the text does not say")
        raise AssertionError("\n".join(lines))


def _said(document: Document, item: Contribution, table: Table, name: str) -> Any:
    """Return what a contribution says under a name, what is left at its default too."""
    return table[name] if name in table else _plain(document, getattr(item.value, name, None))


def record_cases(
    extractor: Extractor,
    documents: Iterable[Document | str],
    path: Path,
    *,
    options: Mapping[str, Any] | None = None,
) -> None:
    """Write a case file of what an extractor says of some documents, one case each, for its author to review.

    Args:
        extractor: the extractor.
        documents: documents or bare texts: sentences rather than articles.
        path: the file; one that is there already is not touched.
        options: the extractor's options.

    Raises:
        FileExistsError: if the file is there already.

    """
    cases = [_case(extractor, Document(given) if isinstance(given, str) else given, options) for given in documents]
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write("\n".join([_HEAD.format(extractor.name), *cases]))


def _case(extractor: Extractor, document: Document, options: Mapping[str, Any] | None) -> str:
    """Return a document's case."""
    found = run_extractor(extractor, document, options)
    rule = found[0].rule if found else f"{extractor.name}.{document.lang}.nothing"
    lines = ["[[case]]", f"rule = {_toml(rule)}", f"text = {_toml(document.text)}", f"language = {_toml(document.lang)}"]
    if document.published:
        lines.append(f"published = {_toml(document.published.isoformat())}")
    if document.title:
        lines.append(f"title = {_toml(document.title)}")
    tables = [f"    {_table(described(document, item))}," for item in found]
    lines += ["expect = [", *tables, "]"] if tables else ["expect = []"]
    return "\n".join(lines) + "\n"


def _plain(document: Document, value: Any) -> Any:
    """Return a value as TOML can hold it."""
    if isinstance(value, Span):
        return document.slice(value)
    if isinstance(value, (Date, dt.date)):
        return str(value)
    if isinstance(value, tuple):
        pairs = value and all(isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) for item in value)
        if pairs:
            return {name: _plain(document, item) for name, item in value}
        return [_plain(document, item) for item in value]
    if attrs.has(type(value)):
        told = {field.name: getattr(value, field.name) for field in attrs.fields(type(value)) if _is_told(value, field)}
        return {name: _plain(document, item) for name, item in told.items()}
    return value


def _is_told(value: Any, field: attrs.Attribute[Any]) -> bool:
    """Tell whether a field is not left at its default."""
    return bool(getattr(value, field.name) not in (field.default, None))


def _table(table: Mapping[str, Any]) -> str:
    """Return a table as one line of TOML."""
    return "{ " + ", ".join(f"{_key(name)} = {_toml(value)}" for name, value in table.items()) + " }"


def _key(name: str) -> str:
    """Return a key of TOML."""
    return name if _bare().fullmatch(name) else _toml(name)


def _toml(value: Any) -> str:
    """Return a value as TOML."""
    if isinstance(value, Mapping):
        return _table(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    # what JSON escapes TOML does too, but for one character
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
