"""Lexicons: words in TOML, found in a document by one automaton pass.

A words file is ``PACKAGE/LANGUAGE.toml``. Each top-level table is a *tag*; it maps surfaces to values, or is a list of surfaces::

    note = "where the words come from"
    honorific = ["mr", "mrs"]

    [office]
    "prime minister" = "prime_minister"

    [trigger]
    "{received|receives} {|a call from}" = { type = "meeting", form = "reception", frame = "host_verb" }

Surfaces are in lower case and NFC; ``{a|b}`` writes several in one line, ``{|a}`` a part that may be missing. Matching ignores
case and punctuation, and diacritics in languages that say so, and respects word boundaries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from eventx import kept
from eventx.alternatives import expanded
from eventx.comparing import by_value
from eventx.language import language_data
from eventx.problems import LexiconError, nearest
from eventx.records import filler, maker, swift
from eventx.words_format import Tables, WordsFormat, surface_forms

if TYPE_CHECKING:
    import ahocorasick_rs

    from eventx.document import Document

Told = tuple[str, str, Any]
"""What an entry is made of: the surface, its tag, its value."""

Words = tuple[Tables, dict[str, Told]]
"""What is read from words files: the tables, and what of them is looked for."""

_NONE: Mapping[str, Any] = MappingProxyType({})


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Entry:
    """One line of a words file: a surface, the tag it stands under, and its value (the surface itself in a list)."""

    surface: str
    tag: str
    value: Any = None


_entry = filler(Entry)


@swift
@attrs.frozen(eq=False)
class Hit:
    """An entry found in a document: ``document.text[start:end]`` matches ``entry.surface``."""

    start: int
    end: int
    entry: Entry

    @property
    def tag(self) -> str:
        """The entry's tag."""
        return self.entry.tag

    @property
    def value(self) -> Any:
        """The entry's value."""
        return self.entry.value


_hit = maker(Hit)


@attrs.frozen(eq=False, slots=False)
class Lexicon:
    """The words of one extractor, one file a language, read when first needed.

    Args:
        name: the extractor's name.
        package: the package (or folder) that holds ``LANGUAGE.toml``.
        tags: the tables whose surfaces are looked for in documents.
        tables: further tables the rules read (`table`), not looked for.
        keys: for tags or tables whose values are inline tables: the keys allowed in them.
        files: further files a tag's words are read from: ``{language: (file name, …)}``, beside ``LANGUAGE.toml``.
        overlapping: hand out hits that overlap; otherwise the leftmost longest hit wins.

    """

    name: str
    package: str | Path
    tags: tuple[str, ...]
    tables: tuple[str, ...] = ()
    keys: Mapping[str, frozenset[str]] = attrs.field(factory=dict)
    files: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    overlapping: bool = False
    _cache: dict[str, Words] = attrs.field(factory=dict, init=False, repr=False)
    _automata: dict[str, Automaton] = attrs.field(factory=dict, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Reject tags that are one string, and keys of a table that there is not."""
        for argument, words in (("tags", self.tags), ("tables", self.tables)):
            if isinstance(words, str):
                message = f"lexicon {self.name!r}: {argument}={words!r} is one string; give a tuple: {argument}=({words!r},)"
                raise LexiconError(message)
        known = (*self.tags, *self.tables)
        for name in sorted(set(self.keys) - set(known)):
            has = ", ".join(known)
            message = f"lexicon {self.name!r}: keys= names {name!r}{nearest(name, known)}; tags and tables are {has}"
            raise LexiconError(message)

    def as_written(self, code: str, tag: str, surface: str) -> str:
        """Return a surface for a message: with the line that it stands for, if that has alternatives."""
        for path, content in self.contents(code).items():
            for written in kept.toml(path, content).get(tag, ()):
                if written != surface and surface in expanded(tag, written):
                    return f"{surface!r} (written {written!r})"
        return repr(surface)

    def table(self, code: str, tag: str) -> Mapping[str, Any]:
        """Return one tag or table of a language: surface to value; empty if the file lacks it."""
        # read straight from what is kept, for the rules ask very often
        return (self._cache.get(code) or self._load(code))[0].get(tag, _NONE)

    def all_tables(self, code: str) -> Mapping[str, Mapping[str, Any]]:
        """Return the tags and tables that the file of a language has, by name, as `table` gives them."""
        return self._load(code)[0]

    def entries(self, code: str) -> tuple[Entry, ...]:
        """Return every entry of a language that is looked for in documents; none if the language has no file."""
        data = self.all_tables(code)
        own = (_entry(surface, tag, value) for tag in self.tags for surface, value in data.get(tag, {}).items())
        return (*own, *self.more(code))

    def more(self, _code: str) -> tuple[Entry, ...]:
        """Return entries of a language beside those of its files; none, where a subclass does not give some."""
        return ()

    def patterns(self, code: str) -> Mapping[str, Told]:
        """Return what is looked for in documents of a language: each form between blanks, with the first entry that has it."""
        own, more = self._load(code)[1], self.more(code)
        if not more:
            return own
        return _padded([(one.surface, one.tag, one.value) for one in more], folded=language_data(code).folded) | own

    def scan(self, document: Document) -> tuple[Hit, ...]:
        """Return this lexicon's hits in `document` by a pass of its own."""
        return self._automaton(document.lang).scan(document)[0]

    def _automaton(self, code: str) -> Automaton:
        """Return the automaton of this lexicon alone."""
        if code not in self._automata:
            self._automata[code] = Automaton(code, (self,))
        return self._automata[code]

    def _load(self, code: str) -> Words:
        """Return the tables and patterns of a language, read and checked once."""
        if code not in self._cache:
            folder, contents = self._folder(), self.contents(code)
            # only beside code: folders of words alone are for those who try words out
            cached = isinstance(folder, Path) and not isinstance(self.package, Path)
            self._cache[code] = self._cached(folder, code, contents) if cached else self._read(code, contents)
        return self._cache[code]

    def _folder(self) -> Traversable:
        """Return where the words files are."""
        return Path(self.package) if isinstance(self.package, Path) else resources.files(self.package)

    def contents(self, code: str) -> dict[Traversable, bytes]:
        """Return what stands in the words files of a language, as far as there are any."""
        folder = self._folder()
        paths = (folder / name for name in (f"{code}.toml", *self.files.get(code, ())))
        return {path: path.read_bytes() for path in paths if path.is_file()}

    def _cached(self, folder: Traversable, code: str, contents: Mapping[Traversable, bytes]) -> Words:
        """Return the tables and patterns as they were kept, or read them and keep them."""
        keys = {key: sorted(allowed) for key, allowed in self.keys.items()}
        how = repr((self.name, code, language_data(code).folded, self.tags, self.tables, keys, [path.name for path in contents]))
        key = kept.digest(how.encode(), *contents.values())
        path = kept.place(Path(str(folder)), f"{self.name}-{code}")
        words: Words | None = kept.read(path, key)
        if words is None:
            words = self._read(code, contents)
            kept.write(path, key, words)
        return words

    def _read(self, code: str, contents: Mapping[Traversable, bytes]) -> Words:
        """Return the tables of a language's files, read and checked, and what of them is looked for."""
        folded = language_data(code).folded
        words_format = WordsFormat(name=self.name, tags=self.tags, tables=self.tables, keys=self.keys, folded=folded)
        tables = words_format.read(contents)
        told = [(surface, tag, value) for tag in self.tags for surface, value in tables.get(tag, {}).items()]
        return tables, _padded(told, folded=folded)


def _padded(told: Sequence[Told], *, folded: bool) -> dict[str, Told]:
    """Return the forms in which surfaces are looked for, each between blanks, with the first that has it."""
    found: dict[str, Told] = {}
    for one, form in zip(told, surface_forms([surface for surface, _, _ in told], folded=folded), strict=True):
        # of two words of one lexicon that match the same text, the first
        found.setdefault(f" {form} ", one)
    return found


@attrs.frozen(eq=False, slots=False)
class Automaton:
    """One automaton for the words of several lexicons in one language; a pass gives each lexicon its hits."""

    code: str
    lexicons: tuple[Lexicon, ...]

    @cached_property
    def _told(self) -> tuple[Mapping[str, Told], ...]:
        """What each lexicon looks for."""
        return tuple(lexicon.patterns(self.code) for lexicon in self.lexicons)

    @cached_property
    def _patterns(self) -> tuple[list[str], list[tuple[tuple[int, Entry], ...] | None]]:
        """The patterns, and for each the lexicons and entries that it stands for, which are looked up when it is first met."""
        patterns = list(dict.fromkeys(chain.from_iterable(self._told)))
        return patterns, [None] * len(patterns)

    def _owned(self, number: int) -> tuple[tuple[int, Entry], ...]:
        """Return the lexicons and entries that a pattern stands for, and keep them."""
        patterns, owners = self._patterns
        told = [(index, patterns_of.get(patterns[number])) for index, patterns_of in enumerate(self._told)]
        owned = owners[number] = tuple((index, _entry(*one)) for index, one in told if one is not None)
        return owned

    @cached_property
    def _engine(self) -> ahocorasick_rs.AhoCorasick | None:
        """The compiled automaton; ``None`` if there is not one word to look for."""
        # Imported here: `import eventx` must not pay for it.
        import ahocorasick_rs  # noqa: PLC0415

        patterns = self._patterns[0]
        return ahocorasick_rs.AhoCorasick(patterns) if patterns else None

    def scan(self, document: Document) -> tuple[tuple[Hit, ...], ...]:
        """Return, for each lexicon in order, its hits in `document`, sorted by offset."""
        found: list[list[Hit]] = [[] for _ in self.lexicons]
        if self._engine is None:
            return tuple(() for _ in found)
        (_, owners), overlapping = self._patterns, self._overlapping
        hit, ends = _hit, [0] * len(found)  # where the last hit of each lexicon ends
        # where the paragraph starts that holds the end of a match, and where the next one does
        paragraphs = iter((*document.segmentation.paragraph_starts[1:], len(document.text)))
        paragraph, following = 0, next(paragraphs)
        # The padding makes the spaces around a pattern word boundaries, at both ends of the text too.
        haystack = f" {document.match} "
        # they come in the order in which they end
        for number, start, end in self._engine.find_matches_as_indexes(haystack, overlapping=True):
            stop = end - 2
            while following < stop:
                paragraph, following = following, next(paragraphs)
            if start < paragraph:
                continue  # a paragraph ends within
            for index, entry in owners[number] or self._owned(number):
                kept = found[index]
                if ends[index] > start and index not in overlapping:
                    # the leftmost, then the longest, wins: it takes the place of all that begin behind it
                    place = len(kept)
                    while place and kept[place - 1].start >= start:
                        place -= 1
                    if place and kept[place - 1].end > start:
                        continue
                    del kept[place:]
                kept.append(hit(start, stop, entry))
                ends[index] = stop
        for index in overlapping:
            found[index].sort(key=lambda one: (one.start, -one.end))
        return tuple(map(tuple, found))

    @cached_property
    def _overlapping(self) -> frozenset[int]:
        """The lexicons that hand out hits that overlap."""
        return frozenset(index for index, lexicon in enumerate(self.lexicons) if lexicon.overlapping)
