"""Words files, checked strictly: what would be overlooked, or match by chance, is an error that names file, key and remedy."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from itertools import accumulate
from typing import Any

import attrs

from eventx import kept
from eventx.alternatives import expanded
from eventx.comparing import by_value
from eventx.problems import LexiconError, nearest
from eventx.text import match_form

Tables = dict[str, dict[str, Any]]
"""By tag or table, surfaces to values."""

Written = dict[str, str]
"""What lines with alternatives stand for: each surface to the line."""

_NOTES = ("note", "source")
"""Keys that say something of a file, and are passed over."""


@by_value
@attrs.frozen(kw_only=True, eq=False, repr=False)
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
        written: Written = {}
        for path, content in contents.items():
            self._add(joined, path, content, written)
        return joined

    def _add(self, joined: Tables, path: Traversable, content: bytes, written: Written) -> None:
        """Check one file and add its tables; `written` gets the lines with alternatives, by what they stand for."""
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
            table = _as_table(f"{where}: [{key}]", value, written)
            self._check(f"{where}: [{key}]", key, table, written)
            into = joined.setdefault(key, {})
            for surface, entry in table.items():
                if surface in into:
                    message = f"{where}: [{key}] {_told(surface, written)} stands twice; keep one"
                    raise LexiconError(message)
                into[surface] = entry
        _check_clashes(where, {tag: joined.get(tag, {}) for tag in self.tags}, written, folded=self.folded)

    def _check(self, where: str, tag: str, table: dict[str, Any], written: Written) -> None:
        """Check the surfaces and values of one table."""
        keys = self.keys.get(tag)
        for surface, value in table.items():
            if not unicodedata.is_normalized("NFC", surface):
                message = f"{where} {_told(surface, written)} is not NFC; write it with composed letters"
                raise LexiconError(message)
            decomposed = next(_decomposed(value), None)
            if decomposed is not None:
                message = f"{where} {_told(surface, written)}: {decomposed!r} is not NFC; write it with composed letters"
                raise LexiconError(message)
            if tag in self.tags and surface != surface.lower():
                message = (
                    f"{where} {_told(surface, written)} has capital letters; matching ignores case, so write it in lower case"
                )
                raise LexiconError(message)
            if keys is not None and isinstance(value, dict) and not set(value) <= keys:
                wrong = sorted(set(value) - keys)
                near = nearest(wrong[0], keys)
                message = f"{where} {_told(surface, written)} has unknown keys {wrong}; allowed: {sorted(keys)}{near}"
                raise LexiconError(message)


def _told(surface: str, written: Written) -> str:
    """Return a surface for a message, with the line as it is written, if that has alternatives."""
    line = written.get(surface, surface)
    return repr(surface) if line == surface else f"{surface!r} (written {line!r})"


def _decomposed(value: object) -> Iterator[str]:
    """Yield the strings in a value, and the keys, that are not NFC."""
    if isinstance(value, str):
        if not unicodedata.is_normalized("NFC", value):
            yield value
    elif isinstance(value, dict):
        for item in (*value, *value.values()):
            yield from _decomposed(item)
    elif isinstance(value, list):
        for item in value:
            yield from _decomposed(item)


def _as_table(where: str, value: object, lines: Written) -> dict[str, Any]:
    """Return a tag's table, alternatives written out; a list of surfaces becomes a table of surfaces to themselves."""
    if isinstance(value, dict) or (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        named = value if isinstance(value, dict) else None
        pairs: list[tuple[str, Any]] = []
        for written in value:
            surfaces = expanded(where, written)
            pairs += [(surface, surface if named is None else named[written]) for surface in surfaces]
            if len(surfaces) > 1:
                lines.update((surface, written) for surface in surfaces)
    else:
        message = f"{where}: expected a table of surfaces to values or a list of surfaces, got {type(value).__name__}"
        raise LexiconError(message)
    table = dict(pairs)
    if len(table) != len(pairs):
        twice = sorted(surface for surface, count in Counter(surface for surface, _ in pairs).items() if count > 1)
        braces = ", ".join(sorted({repr(lines[surface]) for surface in twice if surface in lines}))
        message = f"{where}: {twice} stand twice; keep one of each" + (f" (written in {braces})" if braces else "")
        raise LexiconError(message)
    return table


def surface_forms(surfaces: Sequence[str], *, folded: bool) -> list[str]:
    """Return the forms in which surfaces are looked for, made all at once."""
    forms = match_form("\n".join(surfaces), folded=folded)
    ends = [end + place for place, end in enumerate(accumulate(map(len, surfaces)))]
    return [forms[end - len(surface) : end].strip() for surface, end in zip(surfaces, ends, strict=True)]


def _check_clashes(where: str, tags: Mapping[str, Mapping[str, Any]], written: Written, *, folded: bool) -> None:
    """Reject surfaces that match the same words but have different tags or values."""
    seen: dict[str, tuple[str, str, Any]] = {}
    for tag, table in tags.items():
        for form, (surface, value) in zip(surface_forms(tuple(table), folded=folded), table.items(), strict=True):
            if not form:
                message = f"{where}: [{tag}] {_told(surface, written)} has no letter or digit to look for"
                raise LexiconError(message)
            other = seen.setdefault(form, (tag, surface, value))
            if other[:2] != (tag, surface) and (other[0] != tag or (other[2] != value and value != surface)):
                one, two = (_told(name, written) for name in (surface, other[1]))
                message = f"{where}: [{tag}] {one} and [{other[0]}] {two} match the same words; keep one"
                raise LexiconError(message)
