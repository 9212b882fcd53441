"""Whether the words of a plugin fit the event types there are: what would make no event, or lose a role, without a word said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from eventx.extractors import Extractor
from eventx.fitting import is_type, own_names, roles_of, unknown_role, unknown_type
from eventx.frames import frame_specs
from eventx.language import languages
from eventx.lexicon import Lexicon
from eventx.model import Event
from eventx.problems import LexiconError, nearest
from eventx.soundness import MERGED

_MISSPELT = 0.75
"""How like a field of eventx's the name of one must be that is taken for it misspelt, not for one of the plugin's own."""


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
