"""English noun phrases of a complement: the X Committee, Foreign Affairs and Trade; a name behind them stays out."""

from __future__ import annotations

import attrs

from eventx import by_value, maker, swift
from eventx_titles.en_ahead import article_at, body_ahead
from eventx_titles.en_steps import step_at
from eventx_titles.names import parse_name
from eventx_titles.reader import Reader

_LONGEST = 24
"""The most words of a noun phrase."""


@by_value
@swift
@attrs.frozen(eq=False, repr=False)
class Phrase:
    """A noun phrase of a complement: the index behind it and the kinds of its words."""

    stop: int
    kinds: frozenset[str]


_phrase = maker(Phrase)


def noun_phrase(reader: Reader, start: int, preposition: str = "", *, known: str = "") -> Phrase | None:
    """Return the noun phrase that starts at word `start`, or goes on there with what is `known`; a name behind it stays out.

    Behind some prepositions nothing but a place or a body tells where or to whom somebody is sent.
    """
    determined = 0 if start in reader.honorifics else article_at(reader, start)
    index = last = first = start + determined
    limit = min(start + _LONGEST, reader.size)
    kinds: set[str] = {known} if known else set()
    pending: list[int] = []
    previous = ""
    while index < limit:
        step = step_at(reader, index, kinds, opening=index == first, determined=first > start)
        if step is None:
            break
        kind, behind = step
        if kind == "place" and previous == "stray" and (_ends_name(reader, pending, behind) or _behind_article(reader, index)):
            break
        if kind == "place" and previous in ("subject", "body", "stray") and _names_alone(reader, index, behind):
            return _phrase(index, frozenset((*kinds, "stray")))
        if (previous == "place" and _ends(reader, index, behind, kind)) or (
            kind == "join" and len(pending) > 1 and kinds and reader.genitives[index]
        ):
            break
        previous, index = kind, behind
        if kind == "stray":
            pending.append(index - 1)
        elif kind != "join":
            kinds.add(kind)
            kinds.update(("stray",) if pending else ())
            last, pending = index, []
    if not kinds:
        return _unknown(reader, pending, preposition)
    tables = reader.known.tables
    last = _over_dangling(reader, last, pending)
    sent = preposition in tables["sent_from"] and "place" not in kinds
    if sent or (preposition in tables["sent_to"] and not kinds & {"place", "body"}):
        return None
    return _phrase(last, frozenset(kinds))


def _over_dangling(reader: Reader, last: int, pending: list[int]) -> int:
    """Return the index behind the unknown word that goes on with a name no phrase ends in: of the National *Rally*."""
    goes_on = pending and pending[0] == last and reader.plain[last] and reader.words[last - 1] in reader.known.tables["dangling"]
    return last + 1 if goes_on else last


def _behind_article(reader: Reader, index: int) -> bool:
    """Tell whether the article of Arabic names is joined to a place, which so is a family's name: Saud Al-Sabah."""
    return reader.hung[index] and reader.caps[index - 1] and reader.words[index - 1] in reader.known.tables["article"]


def _ends_name(reader: Reader, pending: list[int], behind: int) -> bool:
    """Tell whether a place behind unknown words ends a name, family first: Chairman of the National Assembly Vuong Dinh Hue."""
    name = parse_name(reader, pending[0]) if pending and len(pending) > 1 else None
    return name is not None and name.order == "family_first" and name.stop >= behind


def _ends(reader: Reader, index: int, behind: int, kind: str) -> bool:
    """Tell whether a name begins right behind a place, of whatever kind its first word is."""
    if kind == "place":
        return _names_on(reader, index, behind)
    # Prime Minister of Portugal Luís Montenegro
    return kind == "stray" and reader.plain[index] and not body_ahead(reader, index)


def _names_on(reader: Reader, index: int, behind: int) -> bool:
    """Tell whether a place right behind another is a first name: President of Paraguay Santiago Peña."""
    if not reader.plain[index] or behind >= len(reader.words):
        return False
    return reader.plain[behind] and reader.caps[behind] and not reader.lookup[behind][0]


def _names_alone(reader: Reader, index: int, behind: int) -> bool:
    """Tell whether a place right behind a portfolio is a first name, one name behind it: … Civil Aviation Jordan Reyes."""
    if behind != index + 1 or not _names_on(reader, index, behind) or reader.headline(index):
        return False
    before = reader.lookback[index][0]
    if not (before & {"subject", "stop"} or ("body" in before and "country" not in reader.lookup[index][0])):
        # a word of another kind goes with the place: of Bonn City Germany
        return False
    return not (behind + 1 < reader.size and reader.softs[behind + 1] and reader.caps[behind + 1])


def _unknown(reader: Reader, pending: list[int], preposition: str) -> Phrase | None:
    """Return a noun phrase of unknown words; where a name follows, the phrase is its first word."""
    tables = reader.known.tables
    if pending and preposition in tables["sent_at"] and reader.acronym(pending[0]):
        # Representative of X to CARICOM
        return _phrase(pending[0] + 1, frozenset(("body",)))
    if not pending or preposition in tables["to_known"]:
        return None
    kinds = frozenset(("stray",))
    for cutting in range(1, len(pending) - 1):
        name = parse_name(reader, pending[cutting])
        if name and name.order == "family_first" and name.stop == pending[-1] + 1:
            return _phrase(pending[cutting], kinds)
    return _phrase(pending[0] + 1 if len(pending) >= 3 else pending[-1] + 1, kinds)
