"""Whether the words of a plugin fit the event types there are: what would make no event, or lose a role, without a word said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eventx import kept
from eventx.alternatives import expanded
from eventx.extractors import Extractor
from eventx.fitting import is_type, own_names, roles_of, unknown_role, unknown_type
from eventx.frames import frame_specs
from eventx.language import language_data, languages
from eventx.lexicon import Lexicon
from eventx.model import Event
from eventx.problems import LexiconError, nearest
from eventx.soundness import MERGED
from eventx.words_format import surface_forms

_MISSPELT = 0.75
"""How like a field of eventx's the name of one must be that is taken for it misspelt, not for one of the plugin's own."""

_Line = tuple[str, str, str, str]
"""A surface in a words file: the file's name, the tag, the surface, and the line that it is written in."""


def misgivings(extractor: Extractor, types: Mapping[str, type[Event]]) -> Iterator[str]:
    """Yield what is wrong with what an extractor declares, and with its words, seen from the event types that there are."""
    for name in extractor.provides:
        near = nearest(name, MERGED, likeness=_MISSPELT)
        if name not in MERGED and near:
            yield f"extractor {extractor.name!r}: provides= names {name!r}{near}; a field of your own needs a name less like it"
    yield from wrong_words(extractor, types)


def wrong_words(extractor: Extractor, types: Mapping[str, type[Event]]) -> Iterator[str]:
    """Yield what is wrong with the words of an extractor, seen from the event types that there are.

    A file that cannot be read, or breaks its format, is passed over: the extractor meets that error itself.
    """
    lexicon = extractor.lexicon
    if lexicon is None:
        return
    for code in extractor.languages or languages():
        try:
            tables = lexicon.all_tables(code)
        except Exception:  # noqa: BLE001, S112 - whatever it is, it is told when a text of the language is read
            continue
        if extractor.languages and not any(tables.values()):
            yield _no_words(lexicon, code)
        elif extractor.languages and lexicon.tags and not any(tables.get(tag) for tag in lexicon.tags):
            yield f"{lexicon.name}: {code}.toml has no words to look for; write them under [{'], ['.join(lexicon.tags)}]"
        yield from _wrong_triggers(lexicon, code, types, tables.get("trigger", {}))
    if not extractor.languages and not any(_has_file(lexicon, code) for code in languages()):
        yield _no_words(lexicon, languages()[0])


def _no_words(lexicon: Lexicon, code: str) -> str:
    """Return what tells that a language has no words."""
    if _has_file(lexicon, code):
        return f"{lexicon.name}: {code}.toml is empty; write words in it, or take {code!r} out of languages="
    return f"{lexicon.name}: there is no {code}.toml in {lexicon.package}; write it, or take {code!r} out of languages="


def _has_file(lexicon: Lexicon, code: str) -> bool:
    """Tell whether there is a words file of a language."""
    return bool(lexicon.contents(code))


def _wrong_triggers(lexicon: Lexicon, code: str, types: Mapping[str, type[Event]], entries: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the entries under ``trigger`` that name a type and a frame, once for all that share them."""
    seen = set()
    for surface, entry in entries.items():
        name, frame = (entry.get("type"), entry.get("frame")) if isinstance(entry, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(frame, str):
            continue  # of those who have rules of their own
        told = (name, frame, "form" in entry)
        if told in seen:
            continue
        seen.add(told)
        where = f"{lexicon.name}: {code}.toml: [trigger] {lexicon.as_written(code, 'trigger', surface)}"
        if name not in types:
            if not is_type(name, types):
                yield f"{where}: {unknown_type(name, types)}"
            continue
        kind: Any = types[name]
        if "form" in entry and "form" not in own_names(kind):
            yield f"{where}: the event type {name!r} has no form; take it out"
        yield from _wrong_roles(lexicon, code, frame, kind)


def _wrong_roles(lexicon: Lexicon, code: str, frame: str, kind: Any) -> Iterator[str]:
    """Yield what is wrong with a frame, and the roles in it that an event type does not have."""
    try:
        specs = frame_specs(lexicon, code, frame)
    except LexiconError as error:
        yield str(error)
        return
    at = f"{lexicon.name}: {code}.toml: [frames] {frame!r}, for the event type {kind.type!r}"
    for spec in specs:
        if spec.role not in roles_of(kind):
            yield f"{at}: the role {spec.role!r}, {unknown_role(spec.role, kind)}"


def hidden_words(lexicon: Lexicon, codes: Iterable[str]) -> Iterator[str]:
    """Yield what tells of surfaces that are never found, for another one of the lexicon that matches the same words comes before.

    Nothing is lost by one, but it misleads whoever reads the file. In a file that languages share, a surface is hidden only if it
    is in each: "Malmö" and "malmo" are two where diacritics tell words apart. Tables that are not looked for in documents may
    hold both: rules look words up there as a text writes them. A file that cannot be read is passed over, as in `wrong_words`.
    """
    hidden: dict[_Line, str] = {}
    found: set[_Line] = set()
    for code in codes:
        try:
            others, lines = _others(lexicon, code), tuple(_lines(lexicon, code))
        except Exception:  # noqa: BLE001, S112 - as above
            continue
        for line in lines:
            other = others.get(line[1:3])
            if other is None:
                found.add(line)
            else:
                hidden.setdefault(line, other)
    for line, other in hidden.items():
        if line not in found:
            file, tag, surface, written = line
            told = repr(surface) if surface == written else f"{surface!r} (written {written!r})"
            yield f"{lexicon.name}: {file}: [{tag}] {told} is never found, for {other!r} matches the same words; keep one"


def _others(lexicon: Lexicon, code: str) -> dict[tuple[str, str], str]:
    """Return by tag and surface those of a language that are never found, and which surface is found in place of each."""
    entries = lexicon.entries(code)
    forms = surface_forms([entry.surface for entry in entries], folded=language_data(code).folded)
    first: dict[str, str] = {}
    others = {}
    for entry, form in zip(entries, forms, strict=True):
        other = first.setdefault(form, entry.surface)
        if other != entry.surface:
            others[entry.tag, entry.surface] = other
    return others


def _lines(lexicon: Lexicon, code: str) -> Iterator[_Line]:
    """Yield the surfaces of a language that are looked for in documents, with where they stand."""
    for path, content in lexicon.contents(code).items():
        tables = kept.toml(path, content)
        for tag in lexicon.tags:
            for written in tables.get(tag, ()):
                for surface in expanded(tag, written):
                    yield path.name, tag, surface, written
