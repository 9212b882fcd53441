"""The words files as the rules use them: offices, and the classes of words inside titles and names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from eventx import Document, Lexicon, swift

# tables whose words are looked up one at a time
_TABLES = (
    "preposition", "determiner", "silent", "opener", "leading", "coordinator", "companion", "conjunction",
    "supranational", "bilateral", "several", "caption",
    "particle", "suffix", "hanger", "given", "surname", "small_unit", "family_vi", "family_zh", "family_ko", "family_km",
)  # fmt: skip


@swift
@attrs.frozen
class Office:
    """An office word: its key, and how it behaves (see en.toml)."""

    key: str
    weak: bool = False
    cap: bool = False
    accredited: bool = False
    plural: bool = False
    country: str | None = None
    describes: tuple[str, ...] | None = None
    name: bool = False


@cache
def _plain(key: str, plural: bool) -> Office:  # noqa: FBT001 - a cache key
    """Return an office without special behaviour."""
    return Office(key, plural=plural)


def office_of(value: Any, *, plural: bool = False) -> Office:
    """Return the office that a line of the words file describes."""
    if isinstance(value, str):
        return _plain(value, plural)
    describes = value.get("describes")
    return Office(
        key=value["office"],
        weak=value.get("weak", False),
        cap=value.get("cap", False),
        accredited=value.get("accredited", False),
        plural=plural,
        country=value.get("country"),
        describes=None if describes is None else tuple(describes),
        name=value.get("name", False),
    )


@swift
@attrs.frozen(eq=False)
class Words:
    """The classes of a language's words inside titles and names: phrase to classes, longest phrase by first word, last words."""

    classes: Mapping[str, frozenset[str]]
    longest: Mapping[str, int]
    endings: frozenset[str]
    modifiers: Mapping[str, str]
    tables: Mapping[str, frozenset[str]]
    national: Mapping[str, str]
    lead_ins: frozenset[str]


def _form(surface: str, *, folded: bool) -> str:
    """Return a surface as the words it is matched by."""
    document = Document(surface, language="en" if folded else "vi")
    return " ".join(document.match.split())


def load_words(lexicon: Lexicon, code: str, tags: tuple[str, ...]) -> Words:
    """Return the word classes of a language, from its tables."""
    folded = code == "en"
    classes: dict[str, set[str]] = {}
    longest: dict[str, int] = {}
    for tag in (*tags, "modifier"):
        for surface in lexicon.table(code, tag):
            form = _form(surface, folded=folded)
            classes.setdefault(form, set()).add(tag)
            first, size = form.split(" ")[0], form.count(" ") + 1
            longest[first] = max(longest.get(first, 0), size)
    modifiers = {_form(k, folded=folded): str(v) for k, v in lexicon.table(code, "modifier").items()}
    tables = {name: frozenset(lexicon.table(code, name)) for name in _TABLES}
    national = {_form(k, folded=folded): str(v) for k, v in lexicon.table(code, "national").items()}
    families = tables["family_vi"]
    tables["family_vi"] = families | frozenset(Document(name, language="en").folded for name in families)
    tables["eastern"] = tables["family_zh"] | tables["family_ko"]
    # words that may stand between a name's comma and a title told of it
    lead_ins = tables["determiner"] | {opener.split(" ")[-1] for opener in tables["opener"]} | tables["conjunction"]
    kinds = {form: frozenset(tags) for form, tags in classes.items()}
    endings = frozenset(form.rpartition(" ")[2] for form in kinds)
    return Words(kinds, longest, endings, modifiers, tables, national, lead_ins)
