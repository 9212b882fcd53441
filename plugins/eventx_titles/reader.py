"""A document as words: what each word is, how it is joined to the one before, and which offices start where."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import compress
from typing import Any

import attrs

from eventx import Document, Hit, Span, maker, swift
from eventx_titles.as_written import courteous, given_name, of_a_body, part_of_name
from eventx_titles.by_word import ByWord, folds, syllables
from eventx_titles.lexis import PLACES, Office, Words
from eventx_titles.phrases import Ahead, Behind
from eventx_titles.tokens import Tokens, tokens_of

_span = maker(Span)

_NAME = 4
"""The most words of a place's name."""

_QUOTES = frozenset('"“”«»„')

_SORTS = {tag: tag for tag in ("office", "offices", "honorific", "hidden")} | dict.fromkeys(("organisation", "locality"), "body")
"""By tag, what words are told apart by: offices, courtesies, bodies; all others point at people by themselves."""


def abstract(reader: Reader, word: str) -> bool:
    """Tell whether a word ends as words for what is done or is so do and names do not: Orientation, Empowerment."""
    tables = reader.known.tables
    return word not in tables["unlike"] and any(word.endswith(ending) for ending in tables["abstract"])


def _spell(text: str, tokens: Tokens, letters: frozenset[str]) -> None:
    """Keep small words that are the letters of a body in capitals, so that nothing reads them as words: the *WHO* Director."""
    for word in letters:
        at = text.find(word.upper())
        while at >= 0:
            index = bisect_left(tokens.starts, at)
            if index < len(tokens.words) and tokens.starts[index] == at and tokens.words[index] == word:
                tokens.words[index] = word.upper()
            at = text.find(word.upper(), at + 1)


@swift
@attrs.frozen(eq=False, repr=False)
class Reader(Tokens):
    """The words of a document with look-ups; indices below are word indices.

    The rules read its fields more often than anything else, so they are slots, filled once for what nearly every text needs, and
    the lists of words are its own rather than those of a value it holds.
    """

    document: Document
    lang: str
    known: Words
    hits: tuple[Hit, ...]
    text: str
    folds: ByWord[str]
    """The words without diacritics, by word."""
    syllables: ByWord[bool]
    """Whether they can be Vietnamese syllables, by word."""
    size: int
    lookup: Ahead
    """The classes of the longest known phrase that starts at a word, and the index behind it."""
    lookback: Behind
    """The classes of the longest known phrase that ends before a word, and the index of its first word."""
    tagged: defaultdict[str, list[Hit]] = attrs.field(factory=lambda: defaultdict(list))
    """The hits, in order, by what they are: offices, courtesies, bodies, or words that point."""
    honorifics: dict[int, int] = attrs.field(factory=dict)
    """Honorifics: index of the first word to the index behind the last."""
    courtesies: set[int] = attrs.field(factory=set)
    """The indices of all words of honorifics."""
    offices: dict[int, tuple[int, Office]] = attrs.field(factory=dict)
    """Office words: index of the first word to the index behind the last, and the office."""
    office_starts: list[int] = attrs.field(factory=list)
    """The indices of office words, in order."""
    headlines: list[bool] = attrs.field(factory=list)
    """Whether each word stands in a line whose words are nearly all capitalised, where a capital tells nothing."""
    names: dict[int, Any] = attrs.field(factory=dict)
    _rare: dict[str, frozenset[str]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, document: Document, known: Words, hits: tuple[Hit, ...]) -> Reader:
        """Return the reader of a document."""
        tokens = tokens_of(document, known.tables)
        words, softs = tokens.words, tokens.softs
        _spell(document.text, tokens, known.tables["letters"])
        reader = cls(
            words, tokens.starts, tokens.caps, tokens.gaps, tokens.plain, softs, tokens.hung, tokens.genitives,
            document=document, lang=document.lang, known=known, hits=hits,
            text=document.text, folds=folds(), syllables=syllables(), size=len(words),
            lookup=Ahead(words, softs, known), lookback=Behind(words, softs, known),
        )  # fmt: skip
        reader.headlines.extend(reader._headlines() if reader.lang == "en" else [False] * len(words))
        reader._sort()
        return reader

    def _sort(self) -> None:
        """Tell the hits apart by tag, and which of them are honorifics and offices here."""
        tagged, sorts = self.tagged, _SORTS
        for hit in self.hits:
            tagged[sorts.get(hit.entry.tag, "pointing")].append(hit)
        text = self.text
        capitals = self.known.tables["in_capitals"]
        pronouns = [hit for hit in tagged["pointing"] if hit.entry.surface in capitals and text[hit.start : hit.end].isupper()]
        for hit in (*tagged["honorific"], *pronouns):
            first, stop = self.words_of(hit)
            if courteous(self, hit, first, stop):
                self.honorifics[first] = stop
                self.courtesies.update(range(first, stop))
        self._find_offices()
        self.office_starts.extend(sorted(self.offices))

    def _find_offices(self) -> None:
        """Find the office words among the hits."""
        behind, key = -1, ""
        caps, plain, words_of = self.caps, self.plain, self.words_of
        for plural, tag in ((False, "office"), (True, "offices")):
            known = self.known.offices[plural]
            for hit in self.tagged[tag]:
                office = known[hit.entry.surface]
                first, stop = words_of(hit)
                if office.cap and not caps[first] and not (office.key == "speaker" and of_a_body(self, first + 1)):
                    continue
                if not plain[first] and self.hung[first] and self._hangs(first):
                    continue
                if (office.name and part_of_name(self, first, behind, key)) or given_name(self, first, behind, key):
                    continue
                behind, key = stop, office.key
                self.offices[first] = (stop, office)

    def _hangs(self, index: int) -> bool:
        """Tell whether an office word is none as it hangs on the word before, which is no modifier as in "vice-president".

        A title with a capital may hang on a Vietnamese name: đồng chí Trần Văn An-Phó Chủ tịch.
        """
        apart = self.lang == "vi" and self.caps[index]
        return not apart and self.words[index - 1] not in self.known.modifiers

    def next_office(self, index: int) -> int:
        """Return the index of the first office word at or behind word `index`; that behind the last word if there is none."""
        place = bisect_left(self.office_starts, index)
        return self.office_starts[place] if place < len(self.office_starts) else self.size

    def opener(self, index: int) -> int:
        """Return how many words at `index` open an apposition; 0 if none do."""
        for size in self.known.openers.get(self.words[index], ()):
            if " ".join(self.words[index : index + size]) in self.known.tables["opener"]:
                return size
        return 0

    def indices(self, table: AbstractSet[str]) -> Iterator[int]:
        """Return the indices of the words that stand in a table, in order."""
        return compress(range(self.size), map(table.__contains__, self.words))

    def told(self) -> frozenset[str]:
        """Return the words written with a capital in running text, where a capital tells something; few documents need them."""
        found = self._rare.get("told")
        if found is None:
            titled = self.headlines
            words = [word for index, word in enumerate(self.words) if self.caps[index] and not titled[index]]
            found = self._rare["told"] = frozenset(words)
        return found

    def localities(self) -> frozenset[str]:
        """Return the names that the document tells to be places', before a common noun of theirs: Lac Son District."""
        found = self._rare.get("localities")
        if found is None:
            found = self._rare["localities"] = frozenset(self._localities())
        return found

    def _localities(self) -> Iterator[str]:
        """Yield what `localities` keeps."""
        for index in self.indices(self.known.tables["place_noun"]):
            first = index
            while 0 < first > index - _NAME and self.plain[first] and self.caps[first - 1]:
                first -= 1
                yield " ".join(self.words[first:index])

    def companies(self) -> frozenset[str]:
        """Return the words that the document tells to be companies, behind a common noun of theirs: Tập đoàn Intel."""
        found = self._rare.get("companies")
        if found is None:
            found = self._rare["companies"] = self._companies()
        return found

    def _companies(self) -> frozenset[str]:
        """Return what `companies` keeps."""
        found = set()
        nouns, ends = self.known.tables["company"], self.known.tables["company_end"]
        for index in self.indices(ends):
            # behind the last word nothing is joined
            if self.plain[index + 1] and self.caps[index + 1]:
                first = self.lookback[index + 1][1]
                if " ".join(self.words[first : index + 1]) in nouns:
                    found.add(self.words[index + 1])
        return frozenset(found)

    def place(self, index: int) -> bool:
        """Tell whether a country or city starts at word `index`."""
        classes, stop = self.lookup[index]
        if classes.isdisjoint(PLACES):
            return False
        # "nước Nga", "thành phố Hồ Chí Minh": common nouns may open the name; "Bùi Thanh Lâm đồng chủ trì" has no Lâm Đồng
        if self.caps[index]:
            return self.caps[stop - 1] or "country" in classes or self.hung[stop - 1] or self.lang != "vi"
        return self.words[index] in self.known.tables["place_opening"] and True in self.caps[index + 1 : min(stop, index + 3)]

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def words_of(self, hit: Hit) -> tuple[int, int]:
        """Return the index of the first word of a hit and the one behind its last."""
        starts = self.starts
        first = bisect_left(starts, hit.start)
        stop = first + 1
        return first, stop if starts[first] + len(self.words[first]) >= hit.end else bisect_left(starts, hit.end, stop)

    def end(self, index: int) -> int:
        """Return the offset behind word `index`."""
        return self.starts[index] + len(self.words[index])

    def folded(self, first: int, stop: int) -> list[str]:
        """Return words `first` to `stop`, exclusive, without diacritics."""
        words = self.words[first:stop]
        return words if self.lang == "en" else [self.folds[word] for word in words]

    def span(self, first: int, stop: int) -> Span:
        """Return the span of words `first` to `stop`, exclusive."""
        return _span(self.starts[first], self.starts[stop - 1] + len(self.words[stop - 1]))

    def surface(self, first: int, stop: int) -> str:
        """Return the text of words `first` to `stop`, exclusive."""
        return self.text[self.starts[first] : self.starts[stop - 1] + len(self.words[stop - 1])]

    def title(self, first: int, stop: int) -> str:
        """Return the text of a title, with the stop of an abbreviation that ends it: Lt. Gen."""
        end = self.starts[stop - 1] + len(self.words[stop - 1])
        following = self.text[end : end + 1]
        if following == "." and self.words[stop - 1] in self.known.tables["abbreviated"]:
            end += 1
        text = self.text[self.starts[first] : end]
        # the mark that closes a name in quotation marks is part of it
        return text + following if following in _QUOTES and not _QUOTES.isdisjoint(text) else text

    def acronym(self, index: int) -> bool:
        """Tell whether word `index` is an acronym: all capitals beside words that are not."""
        if not 2 <= len(self.words[index]) <= 8 or self.text[self.starts[index] + 1].islower():
            return False
        if not self.surface(index, index + 1).isupper():
            return False
        return not any(
            0 <= place < len(self.words) and len(self.words[place]) > 1 and self.surface(place, place + 1).isupper()
            for place in (index - 1, index + 1)
        )

    def supranational(self, first: int, stop: int) -> bool:
        """Tell whether a body of several countries stands among the words, so that no country is acted for."""
        worldly, words = self.known.worldly, self.words
        if worldly.keys().isdisjoint(words[first:stop]):
            return False
        table = self.known.tables["supranational"]
        while first < stop:
            for size in worldly.get(words[first], ()):
                if first + size <= stop and " ".join(words[first : first + size]) in table:
                    return True
            # not "Arab" in the United Arab Emirates
            first = self.lookup[first][1]
        return False

    def sentence_start(self, index: int) -> bool:
        """Tell whether word `index` is the first of its sentence."""
        if index == 0:
            return True
        segmentation = self.document.segmentation
        return segmentation.sentence_index(self.starts[index]) != segmentation.sentence_index(self.starts[index - 1])

    def headline(self, index: int) -> bool:
        """Tell whether word `index` stands in a line whose words are nearly all capitalised, where a capital tells nothing."""
        return self.headlines[index]

    def _headlines(self) -> list[bool]:
        """Return whether each word stands in a line whose words are nearly all capitalised."""
        marks = [False] * self.size
        text, caps, words = self.text, self.caps, self.words
        for span in self.document.sentences:
            if text[span.end - 1] in ".…":
                continue
            first, stop = self.at(span.start), self.at(span.end)
            last = min(stop, first + 40)
            longer = [cap for cap, word in zip(caps[first:last], words[first:last], strict=True) if len(word) > 3]
            if len(longer) > 3 and sum(longer) >= 0.8 * len(longer):
                marks[first:stop] = [True] * (stop - first)
        return marks
