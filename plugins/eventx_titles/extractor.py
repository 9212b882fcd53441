"""The extractor ``titles``: mentions of people and organisations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from eventx import Contribution, Document, Lexicon, evolve, extractor
from eventx_titles.acronyms import acronyms, short_names, with_homes
from eventx_titles.bare import bare_names, covered
from eventx_titles.grammar import Found, Grammar
from eventx_titles.lexis import SINGLE, Words, load_words
from eventx_titles.mentions import contribute, people
from eventx_titles.organisations import organisations
from eventx_titles.pointers import Pointers, offices_group, pointed, widen
from eventx_titles.reader import Reader

_CLASSES = ("country", "city", "body", "subject", "stop", "unit", "postmodifier", "joiner", "blocker")
_TABLES = (*_CLASSES, *SINGLE, "modifier", "covers", "gender", "alone", "national", "singular")
_OFFICE_KEYS = frozenset(("office", "weak", "cap", "accredited", "country", "describes", "name"))

LEXICON = Lexicon(
    name="titles",
    package="eventx_titles",
    tags=(
        "office",
        "offices",
        "honorific",
        "organisation",
        "locality",
        "pronoun",
        "role",
        "describe",
        "group",
        "group_after",
        "group_any",
        "counted",
        "hidden",
    ),
    tables=_TABLES,
    keys={"office": _OFFICE_KEYS, "offices": _OFFICE_KEYS},
    files={code: (f"{code}_words.toml", f"{code}_geo.toml", "names.toml", "offices.toml") for code in ("en", "vi")},
)


@cache
def _words(code: str) -> Words:
    """Return the word classes of a language, read once."""
    return load_words(LEXICON, code, _CLASSES)


def _grammar(document: Document) -> Grammar:
    """Return the rules of the document's language, over the document."""
    code = document.lang
    reader = Reader.of(document, _words(code), document.hits(LEXICON))
    return _language(code)(reader, LEXICON.table(code, "gender"), LEXICON.table(code, "alone"))


@cache
def _language(code: str) -> Callable[..., Grammar]:
    """Return the rules of a language, those of English for others."""
    # imported here: a text in one language must not pay for the rules of another
    if code == "vi":
        from eventx_titles.vi import Vietnamese  # noqa: PLC0415

        return Vietnamese
    from eventx_titles.en import English  # noqa: PLC0415

    return English


@cache
def _pointers(code: str) -> Pointers:
    """Return what a language says of its pointing words."""
    return Pointers(
        numbers=LEXICON.table(code, "numbers"),
        covers=LEXICON.table(code, "covers"),
    )


@extractor(name="titles", provides=("mention",), languages=("en", "vi"), lexicon=LEXICON)
def titles(document: Document, _options: Any) -> list[Contribution]:
    """Return the mentions of people and organisations in a document."""
    grammar = _grammar(document)
    return [contribute(grammar.reader, found) for found in _all(grammar, _pointers(document.lang))]


def _all(grammar: Grammar, pointers: Pointers) -> list[Found]:
    """Return the mentions by rule: people with titles, pointers outside of them, organisations, bare names."""
    kept = list(people(grammar))
    for layer in (list(pointed(grammar)), list(offices_group(grammar, pointers))):
        if layer:
            kept = _outside(kept, layer)
    marks = covered(grammar.reader, kept)
    bodies = list(organisations(grammar, marks))
    named = acronyms(grammar, bodies)
    bodies.extend(short_names(grammar, marks, named))
    kept = with_homes(grammar, kept, named) if named else kept
    names = bare_names(grammar, marks, [found.name for found in kept if found.name is not None])
    widened = [_widened(grammar.reader, found, pointers) if found.mention.reference == "title" else found for found in kept]
    return [*widened, *bodies, *names]


def _widened(reader: Reader, found: Found, pointers: Pointers) -> Found:
    """Return an office alone with all offices its word may mean."""
    mention = found.mention
    if mention.titles and mention.titles[0].organisation and mention.offices[0] == "chairman":
        # the chairman of a body is no president
        return found
    offices = widen(pointers.covers, mention.offices[0])
    if len(offices) > 1 and any("subject" in reader.lookup[index][0] for index in range(found.first, found.stop)):
        # the Minister of Transport is no foreign minister, as the minister may be
        offices = tuple(office for office in offices if office not in reader.known.tables["of_portfolio"])
    return found if offices == mention.offices else evolve(found, mention=evolve(mention, offices=offices))


def _outside(kept: list[Found], layer: list[Found]) -> list[Found]:
    """Return the mentions kept with those of a further layer that overlap none of them; a named one replaces what it holds."""
    starts = [found.first for found in kept]
    replaced: set[int] = set()
    added: list[Found] = []
    for found in layer:
        low = bisect_left(starts, found.first)
        if low and kept[low - 1].stop > found.first and low - 1 not in replaced:
            continue
        inside = []
        while low < len(kept) and kept[low].first < found.stop:
            inside.append(low)
            low += 1
        if inside and found.name is None and found.mention.reference != "group":
            continue
        replaced.update(inside)
        if not added or added[-1].stop <= found.first:
            added.append(found)
    if not added:
        return kept
    left = [found for index, found in enumerate(kept) if index not in replaced] if replaced else kept
    return sorted([*left, *added], key=attrgetter("first"))
