"""Words files, checked strictly: what would be overlooked, or match by chance, is an error that names file, key and remedy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from itertools import accumulate
from typing import Any

import attrs

from eventx import kept
from eventx.alternatives import expanded
from eventx.problems import LexiconError
from eventx.text import match_form

Tables = dict[str, dict[str, Any]]
"""By tag or table, surfaces to values."""

_NOTES = ("note", "source")
"""Keys that say something of a file, and are passed over."""


@attrs.frozen(kw_only=True)
class WordsFormat:
    """What the words files of one lexicon in one language may hold.

    Args:
        name: the lexicon's name, for messages.
        tags: the tables whose surfaces are looked for in documents.
        tables: further tables.
        keys: for tags or tables whose values are inline tables: the keys allowed in them.
        folded: whether surfaces match without their diacritics.

    """

    name: str
    tags: tuple[str, ...]
    tables: tuple[str, ...]
    keys: Mapping[str, frozenset[str]]
    folded: bool

    def read(self, contents: Mapping[Traversable, bytes]) -> Tables:
        """Return the tables of some files, joined.

        Raises:
            LexiconError: if a file breaks the format, or two of them clash.

        """
        joined: Tables = {}
        for path, content in contents.items():
            self._add(joined, path, content)
        return joined

    def _add(self, joined: Tables, path: Traversable, content: bytes) -> None:
        """Check one file and add its tables."""
        where = f"{self.name}: {path.name}"
        try:
            data = kept.toml(path, content)
        except ValueError as error:
            message = f"{where}: not TOML: {error}"
            raise LexiconError(message) from error
        allowed = {*self.tags, *self.tables}
        for key, value in data.items():
            if key in _NOTES and isinstance(value, str):
                continue
            if key in _NOTES:
                message = f"{where}: {key!r} is for a text that says something of the file; call these words otherwise"
                raise LexiconError(message)
            if key not in allowed:
                message = f"{where}: unknown table {key!r}; this lexicon has {', '.join(sorted(allowed))}"
                raise LexiconError(message)
            table = _as_table(f"{where}: [{key}]", value)
            self._check(f"{where}: [{key}]", key, table)
            into = joined.setdefault(key, {})
            for surface, entry in table.items():
                if surface in into:
                    message = f"{where}: [{key}] {surface!r} stands twice; keep one"
                    raise LexiconError(message)
                into[surface] = entry
        _check_clashes(where, {tag: joined.get(tag, {}) for tag in self.tags}, folded=self.folded)

    def _check(self, where: str, tag: str, table: dict[str, Any]) -> None:
        """Check the surfaces and values of one table."""
        keys = self.keys.get(tag)
        for surface, value in table.items():
            if not unicodedata.is_normalized("NFC", surface):
                message = f"{where} {surface!r} is not NFC; write it with composed letters"
                raise LexiconError(message)
            if tag in self.tags and surface != surface.lower():
                message = f"{where} {surface!r} has capital letters; matching ignores case, so write it in lower case"
                raise LexiconError(message)
            if keys is not None and isinstance(value, dict) and not set(value) <= keys:
                message = f"{where} {surface!r} has unknown keys {sorted(set(value) - keys)}; allowed: {sorted(keys)}"
                raise LexiconError(message)


def _as_table(where: str, value: object) -> dict[str, Any]:
    """Return a tag's table, alternatives written out; a list of surfaces becomes a table of surfaces to themselves."""
    if isinstance(value, dict):
        pairs = [(surface, entry) for written, entry in value.items() for surface in expanded(where, written)]
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        pairs = [(surface, surface) for written in value for surface in expanded(where, written)]
    else:
        message = f"{where}: expected a table of surfaces to values or a list of surfaces, got {type(value).__name__}"
        raise LexiconError(message)
    table = dict(pairs)
    if len(table) != len(pairs):
        twice = sorted(surface for surface, count in Counter(surface for surface, _ in pairs).items() if count > 1)
        message = f"{where}: {twice} stand twice; keep one of each"
        raise LexiconError(message)
    return table


def surface_forms(surfaces: Sequence[str], *, folded: bool) -> list[str]:
    """Return the forms in which surfaces are looked for, made all at once."""
    forms = match_form("\n".join(surfaces), folded=folded)
    ends = [end + place for place, end in enumerate(accumulate(map(len, surfaces)))]
    return [forms[end - len(surface) : end].strip() for surface, end in zip(surfaces, ends, strict=True)]


def _check_clashes(where: str, tags: Mapping[str, Mapping[str, Any]], *, folded: bool) -> None:
    """Reject surfaces that match the same words but have different tags or values."""
    seen: dict[str, tuple[str, str, Any]] = {}
    for tag, table in tags.items():
        for form, (surface, value) in zip(surface_forms(tuple(table), folded=folded), table.items(), strict=True):
            if not form:
                message = f"{where}: [{tag}] {surface!r} has no letter or digit to look for"
                raise LexiconError(message)
            other = seen.setdefault(form, (tag, surface, value))
            if other[:2] != (tag, surface) and (other[0] != tag or (other[2] != value and value != surface)):
                message = f"{where}: [{tag}] {surface!r} and [{other[0]}] {other[1]!r} match the same words; keep one"
                raise LexiconError(message)
