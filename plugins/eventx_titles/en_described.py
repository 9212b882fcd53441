"""English nouns that describe somebody: the Chinese diplomat, his Belarusian counterpart A."""

from __future__ import annotations

from eventx_titles.en_after import closed, named
from eventx_titles.en_before import lead_of
from eventx_titles.grammar import POSSESSED, Found, Stretch, make_found, make_mention
from eventx_titles.lexis import PLACES
from eventx_titles.reader import Reader


def described(reader: Reader, first: int, stop: int, offices: tuple[str, ...]) -> Found | None:
    """Return the person described by the noun at `first`: the Chinese diplomat, his Belarusian counterpart."""
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
    spans = tuple(reader.span(*words) for words in (place, owner) if words)
    name = named(reader, stop) if reader.softs[stop] else None
    if name is None and stop < len(words) and reader.gaps[stop] == ", ":
        following = named(reader, stop)
        name = closed(reader, following)
        if name is None and definite == POSSESSED and owner is not None and reader.sentence_start(owner[0]):
            # "X's counterpart, NAME received …" at the head of a sentence
            name = following if following is not None and following.stop - following.first > 1 else None
    if name is not None:
        mention = make_mention(name=name.text, name_order=name.order, call_name=name.call, country_within=spans)
        return make_found(first=start, stop=name.stop, mention=mention, rule="titles.described_name", name=name)
    if words[first] in tables["colleague"] and (place is None or definite not in tables["his"]):
        return None  # "his Polish counterpart" may be told elsewhere
    mention = make_mention(reference="description", offices=offices, country_within=spans)
    return make_found(first=start, stop=stop, mention=mention, rule="titles.description")
