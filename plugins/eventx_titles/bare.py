"""Names without a title: those the document introduced with one, and candidates known by their form alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress

from eventx import Mention, evolve
from eventx_titles.families import families
from eventx_titles.grammar import Found, Grammar, make_found, make_mention
from eventx_titles.name_words import is_abbreviated, is_consonants, may_open
from eventx_titles.names import Name, make_name, may_go_on, parse_name, size_of, stop_with
from eventx_titles.nobody import is_company, is_credited, is_ship, is_where, names_unit
from eventx_titles.reader import Reader, abstract
from eventx_titles.shapes import is_pinyin, is_syllable

_SHORTEST_ABSTRACT = 6
"""Shorter words that end as those for what is done or is so do (Vance) may be names."""
_INITIALS = 2
"""So few letters behind initials are initials, too: U.N."""
_QUOTED = frozenset("\"“”'‘’")
_PAIR, _MOST, _SHORT = 2, 5, 3
"""A first name of no more letters is not looked for alone."""

Calls = dict[str, set[tuple[str, ...]]]
"""By first word, the forms by which people may be called, without diacritics."""


def covered(reader: Reader, taken: Iterable[Found]) -> bytearray:
    """Return a mark for each word: 1 if it lies in a mention."""
    marks = bytearray(len(reader.words))
    for found in taken:
        marks[found.first : found.stop] = b"\x01" * (found.stop - found.first)
    return marks


def runs(reader: Reader, marks: bytearray) -> list[tuple[int, int]]:
    """Return the runs of capitalised words outside the words marked."""
    found: list[tuple[int, int]] = []
    softs = reader.softs
    first = stop = -1
    for index in compress(range(reader.size), reader.caps):
        if marks[index]:
            continue
        if stop == index and softs[index]:
            stop += 1
            continue
        if first >= 0:
            found.append((first, stop))
        first, stop = index, index + 1
    if first >= 0:
        found.append((first, stop))
    return found


def calls(reader: Reader, names: Iterable[Name]) -> Calls:
    """Return, by first word, the forms by which the document's people may be called again, without diacritics."""
    found: Calls = defaultdict(set)
    names = tuple(names)
    for name in names:
        parts = tuple(reader.folded(name.first, name.stop))
        forms = [parts, parts[name.call :] if name.call < 0 else parts[name.call : name.call + 1]]
        if name.order != "family_first":
            forms.extend([parts[start:] for start in range(1, len(parts))])
        elif len(parts) > 2:
            forms.append(parts[1:])
        # some are called by their first name in the news too (Anwar, Prabowo, Abiy)
        if name.order == "family_last" and len(parts[0]) > _SHORT and not reader.lookup[name.first][0]:
            forms.append(parts[:1])
        if len(parts) > _INITIALS and not _QUOTED.isdisjoint(name.text):
            # William "Bill" Ruto is called Bill, too
            forms.extend([parts[at : at + 1] for at in range(1, len(parts) - 1) if reader.gaps[name.first + at].strip()])
        for form in forms:
            if form and len(form[0]) > 1:
                found[form[0]].add(form)
    for family in families(reader, names):
        found[family].add((family,))
    return found


def bare_names(grammar: Grammar, marks: bytearray, names: Iterable[Name]) -> Iterator[Found]:
    """Yield bare names: those of people introduced elsewhere, and candidates."""
    reader = grammar.reader
    known = calls(reader, names)
    if any(word in reader.document.lower for word in reader.known.tables["counterpart"]):
        _with_counterparts(reader, known)
    headlines: list[tuple[int, int]] = []
    candidates: list[Found] = []
    lines, folds, words = reader.headlines, reader.folds, reader.words
    for start, stop in runs(reader, marks):
        if lines[start]:
            headlines.append((start, stop))
            continue
        if folds[words[start]] not in known and (
            not may_go_on(reader, stop) if stop == start + 1 else reader.lookup[start][1] >= stop
        ):
            # one word alone, and a known phrase, is a name only if somebody was called so
            continue
        for found in _of_run(grammar, start, stop, known):
            if 1 in marks[found.first : found.stop]:
                continue
            marks[found.first : found.stop] = b"\x01" * (found.stop - found.first)
            if found.rule == "titles.bare_name":
                candidates.append(found)
                _call_again(reader, found, known)
            else:
                yield found
    yield from candidates
    if headlines:
        yield from _of_headlines(reader, headlines, candidates, known)


# Minister A and *Malawi's Lazarus Phiri* held talks. *Phiri* said
def _call_again(reader: Reader, found: Found, known: Calls) -> None:
    """Let somebody without a title be called by his surname later on, where his country stands with his name."""
    if reader.lang == "en" and found.name is not None and found.mention.country_within:
        for first, forms in calls(reader, (found.name,)).items():
            known[first] |= forms


def _with_counterparts(reader: Reader, known: Calls) -> None:
    """Add those of whom nothing but a surname is told, and that somebody is their counterpart: *Ruiz* and her counterpart X."""
    tables = reader.known.tables
    for index in reader.indices(tables["counterpart"]):
        owner = next((place for place in (index - 1, index - 2) if reader.words[place] in tables["his"]), 0)
        first = owner - 2
        if first < 0 or reader.words[owner - 1] not in tables["conjunction"] or not reader.caps[first] or reader.lookup[first][0]:
            continue
        if len(reader.words[first]) > _SHORT and not (reader.softs[first] and reader.caps[first - 1]):
            word = reader.folds[reader.words[first]]
            known.setdefault(word, set()).add((word,))


def _of_headlines(reader: Reader, headlines: list[tuple[int, int]], candidates: list[Found], known: Calls) -> Iterator[Found]:
    """Yield the names in runs of capitalised words of headlines: those of people introduced in the text, and candidates there."""
    guessed: Calls = {}
    for first, forms in calls(reader, (found.name for found in candidates if found.name is not None)).items():
        guessed[first] = forms - known.get(first, set())
        known[first] = known.get(first, set()) | forms
    for start, stop in headlines:
        for found in _in_headline(reader, start, stop, known):
            parts = tuple(reader.folded(found.first, found.stop))
            # a guess stays one where it is repeated
            yield evolve(found, implied=parts in guessed.get(parts[0], ()))


def _of_run(grammar: Grammar, start: int, stop: int, known: Calls) -> Iterator[Found]:
    """Yield the names in a run of capitalised words."""
    reader = grammar.reader
    first, letters = start, reader.known.tables["article_letter"]
    while first < stop:
        name = None
        classes, behind = reader.lookup[first]
        # a phrase of several words opens no name
        if not classes or (behind == first + 1 and (reader.words[first] in letters or may_open(reader, first))):
            name = parse_name(reader, first, titled=False)
        if name is None and reader.folds[reader.words[first]] in known:
            name = _known_place(reader, first, known)
        if name is None:
            first = behind
            continue
        found = _repeated(reader, name, known)
        if found is None and name.stop - name.first > 2 and reader.acronym(name.first):
            first += 1
            continue
        found = found or _candidate(grammar, name, start)
        if found is not None:
            yield found
        first = name.stop


def _in_headline(reader: Reader, start: int, stop: int, known: Calls) -> Iterator[Found]:
    """Yield the names known from elsewhere in a run of capitalised words of a headline."""
    first = start
    while first < stop:
        longest = 0
        for form in known.get(reader.folds[reader.words[first]], ()):
            behind = first + len(form)
            if behind - first <= longest or behind > stop or False in reader.softs[first + 1 : behind]:
                continue
            if tuple(reader.folded(first, behind)) == form:
                longest = behind - first
        if longest and (longest > 1 or "stop" not in reader.lookup[first][0]):
            name = make_name(reader, first, first + longest)
            yield make_found(first=first, stop=name.stop, mention=_mention(name), rule="titles.repeated_name", name=name)
        first += max(longest, 1)


def _known_place(reader: Reader, first: int, known: Calls) -> Name | None:
    """Return a one-word name that is also a known word, if a person of the document is called so."""
    word = reader.folds[reader.words[first]]
    if (word,) not in known.get(word, ()):
        return None
    if "stop" in reader.lookup[first][0]:
        return make_name(reader, first, first + 1) if _is_family(reader, first) else None
    return parse_name(reader, first, limit=1) if len(reader.words[first]) > 2 else None


# Foreign Minister Park Jin-woo arrived. *Park* will meet; not "Hyde *Park*", "*Park* Avenue"
def _is_family(reader: Reader, first: int) -> bool:
    """Tell whether a word that is a thing's, too, is a family's name standing alone."""
    alone = not reader.softs[first] or not reader.caps[first - 1]
    behind = first + 1
    alone = alone and (behind >= reader.size or not reader.softs[behind] or not reader.caps[behind])
    return alone and reader.words[first] in reader.known.tables["ambiguous"]


def _repeated(reader: Reader, name: Name, known: Calls) -> Found | None:
    """Return the mention of a person the document introduced elsewhere."""
    parts = tuple(reader.folded(name.first, name.stop))
    if parts not in known.get(parts[0], ()):
        return None
    return make_found(first=name.first, stop=name.stop, mention=_mention(name), rule="titles.repeated_name", name=name)


def _candidate(grammar: Grammar, name: Name, start: int) -> Found | None:
    """Return a candidate: two to four capitalised words that look like a person's name."""
    reader = grammar.reader
    size = size_of(reader, name, _INITIALS)
    if not _PAIR <= size <= _MOST or any(map(str.isdigit, name.text)):
        return None
    if (
        _continues(reader, name, start)
        or _syllables_only(reader, name)
        or _thing(reader, name)
        or is_credited(reader, name.first)
        or is_ship(reader, name.first)
        or is_where(reader, name.first)
        or (name.order != "family_first" and is_company(reader, name.first))
        or _is_quoted(reader, name)
        or _is_locality(reader, name)
        or names_unit(reader, name.first, name.stop)
        or (size == _PAIR and " ".join(reader.words[name.first : name.stop]) in reader.known.tables["lunar_year"])
    ):
        return None
    certain = name.order == "family_first" and size >= 3 and not reader.surface(name.first, name.first + 1).isupper()
    owner, after = grammar.owner_before(name.first), grammar.owner_after(name.stop)
    if grammar.names_place(name.first, name.stop):
        return None
    countries = tuple(reader.span(*words) for words in (owner, after) if words)
    mention = evolve(_mention(name), country_within=countries)
    stop = stop_with(name, after)
    return make_found(first=name.first, stop=stop, mention=mention, rule="titles.bare_name", name=name, implied=not certain)


def _thing(reader: Reader, name: Name) -> bool:
    """Tell whether the words of a candidate name a thing: Diplomatic Groups, Abraham Accords, STUFF NZ."""
    if is_abbreviated(reader, name.first, name.stop):
        return True
    if name.order == "family_first":
        return is_consonants(reader, name.first) and len(reader.words[name.first]) >= _SHORT
    tables = reader.known.tables
    capitals = name.text.isupper()
    for index in range(name.first, name.stop):
        word = reader.words[index]
        if word in tables["common"] or (len(word) > _SHORTEST_ABSTRACT and abstract(reader, word)):
            return True
        if capitals and len(word) <= _SHORT and not is_pinyin(reader.folds[reader.words[index]]):
            return True
        if len(word) > 1 and is_consonants(reader, index):
            return True
    return False


def _is_locality(reader: Reader, name: Name) -> bool:
    """Tell whether the text tells of a place by the same name: Lac Son District, then "Lac Son hopes to …"."""
    return " ".join(reader.words[name.first : name.stop]) in reader.localities()


_QUOTES = frozenset('"“”‘«»')


def _is_quoted(reader: Reader, name: Name) -> bool:
    """Tell whether a name stands in quotation marks by itself, as those of ships, songs and projects do."""
    return reader.gaps[name.first][-1:] in _QUOTES and reader.gaps[name.stop][:1] in _QUOTES


def _syllables_only(reader: Reader, name: Name) -> bool:
    """Tell whether a Vietnamese text's capitalised syllables begin with no family name: Phiên Đối thoại."""
    if reader.lang != "vi" or reader.words[name.first] in reader.known.families:
        return False
    return all(is_syllable(reader, index) for index in range(name.first, name.stop))


def _continues(reader: Reader, name: Name, start: int) -> bool:
    """Tell whether the capitalised words go on before or behind a name, so that it is part of some other name."""
    if name.stop < len(reader.words) and reader.softs[name.stop] and reader.caps[name.stop]:
        return True
    if name.first == start or not reader.softs[name.first] or reader.acronym(name.first - 1):
        return False
    # a country may stand before a Vietnamese list's next name: Đại sứ Nga A, Trung Quốc B
    known = reader.lookback[name.first][0]
    return "stop" not in known and not (reader.lang == "vi" and "country" in known)


def _mention(name: Name) -> Mention:
    """Return the mention of a bare name."""
    return make_mention(reference="name", name=name.text, name_order=name.order, call_name=name.call)
