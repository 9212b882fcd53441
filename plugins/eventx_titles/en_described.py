"""English nouns that describe somebody: the Chinese diplomat, his Belarusian counterpart A; counterparts of several countries."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import Span
from eventx_titles.apposed import name_ending
from eventx_titles.en_after import closed, named
from eventx_titles.en_ahead import article_at
from eventx_titles.en_before import lead_of
from eventx_titles.en_plural import counted_names, each_with_name, owners_before, places_listed
from eventx_titles.grammar import POSSESSED, Found, Stretch, make_found, make_mention
from eventx_titles.lexis import PLACES
from eventx_titles.names import Name
from eventx_titles.reader import Reader


def described(reader: Reader, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
    """Return the person described by the noun at `first`: the Chinese diplomat, his Belarusian counterpart (from Belarus)."""
    words, tables = reader.words, reader.known.tables
    start = first
    place: Stretch | None = None
    while start > 0 and first - start < 6 and reader.softs[start]:
        classes, before = reader.lookback[start]
        if classes & PLACES and reader.caps[before]:
            place = (before, start)
        elif not classes & {"modifier", "body"} and words[before] not in tables["describing"]:
            break
        start = before
    owner, definite = lead_of(reader, start)
    if (not definite or definite in tables["indefinite"]) and not (place and words[first] in tables["counterpart"]):
        return None
    colleague = words[first] in tables["colleague"]
    if colleague and place is None:
        place = _origin(reader, stop)
        stop = place[1] if place is not None else stop
    spans = tuple(reader.span(*words) for words in (place, owner) if words)
    name = _behind(reader, stop, owner if definite == POSSESSED else None)
    if name is not None:
        return _of_name(name, spans, start, name.stop)
    if colleague and place is not None and definite in tables["theirs"]:
        name = _before(reader, start - 1, stop)
        if name is not None:
            return _of_name(name, spans, name.first, stop)
    if colleague and (place is None or definite not in tables["his"]):
        return None  # "his Polish counterpart" may be told elsewhere
    mention = make_mention(reference="description", offices=offices, country_within=spans)
    return make_found(first=start, stop=stop, mention=mention, rule="titles.description")


def _of_name(name: Name, spans: tuple[Span, ...], first: int, stop: int) -> Found:
    """Return the person of a name whose country stands in the words that describe him."""
    mention = make_mention(name=name.text, name_order=name.order, call_name=name.call, country_within=spans)
    return make_found(first=first, stop=stop, mention=mention, rule="titles.described_name", name=name)


def _behind(reader: Reader, stop: int, owner: Stretch | None) -> Name | None:
    """Return the name right behind a noun that describes its bearer, or between commas."""
    name = named(reader, stop) if reader.softs[stop] else None
    if name is not None or stop >= reader.size or reader.gaps[stop] != ", ":
        return name
    following = named(reader, stop)
    name = closed(reader, following)
    if name is None and following is not None and owner is not None and reader.sentence_start(owner[0]):
        # "X's counterpart, NAME received …" at the head of a sentence
        return following if following.stop - following.first > 1 else None
    return name


# his counterpart *from Poland*, *of Poland*; *in Poland*, but not "in Warsaw", where they met
def _origin(reader: Reader, stop: int) -> Stretch | None:
    """Return the country told behind a noun that describes somebody by that of another."""
    tables = reader.known.tables
    first = stop + 1 + article_at(reader, stop + 1)
    if first >= reader.size or False in reader.plain[stop : first + 1] or not reader.caps[first]:
        return None
    classes, behind = reader.lookup[first]
    word = reader.words[stop]
    told = classes & PLACES if word in tables["origin"] else "country" in classes and word in tables["inside"]
    return (first, behind) if told else None


# met with A, *her Polish counterpart*, on Monday; not "after meeting A, her Polish counterpart said"
def _before(reader: Reader, first: int, stop: int) -> Name | None:
    """Return the name to which a noun that describes its bearer is apposed, with its possessor at `first`."""
    if reader.gaps[first] != ", " or (stop < reader.size and reader.plain[stop]):
        return None
    return name_ending(reader, first)


def counterparts(reader: Reader, first: int, stop: int) -> Iterator[Found]:
    """Yield the people named behind "counterparts" as of their countries, or of one.

    Accepts: "his Polish and Lao counterparts(,) A and B", "his counterparts from (of) Poland and Laos, A and B", "their Polish
    counterparts(,) A and B", "his counterparts from Poland, A, and Laos, B", "… of Poland (A) and Laos (B)".
    """
    places = owners_before(reader, first)
    if not places and stop < reader.size and reader.plain[stop] and reader.words[stop] in reader.known.tables["origin"]:
        pairs = each_with_name(reader, stop + 1)
        if pairs:
            yield from (_of_country(reader, place, name, place[0]) for place, name in pairs)
            return
        places = places_listed(reader, stop + 1)
        stop = places[-1][1] if places else stop
    names = counted_names(reader, stop, len(places)) if places else []
    if len(places) == 1:
        places = places * len(names)
    for place, name in zip(places, names, strict=True) if len(places) == len(names) else ():
        yield _of_country(reader, place, name, name.first)


def _of_country(reader: Reader, place: Stretch, name: Name, first: int) -> Found:
    """Return the person of a name with the country told for it."""
    return _of_name(name, (reader.span(*place),), first, name.stop)
